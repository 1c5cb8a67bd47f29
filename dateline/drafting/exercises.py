"""Exercises for a drafted case: every one whose data the key holds, each with a model answer that passes."""

from __future__ import annotations

from dateline.cases import Case
from dateline.drafting.lessons import ideas
from dateline.drafting.trial import Made, earns_all, made_of, templates

__all__ = ["Made", "make_exercises", "templates"]


def make_exercises(case: Case) -> tuple[list[Made], list[str]]:
    """Return the exercises that run on a case, and the ids of those that it holds no data for.

    An exercise is kept only if its model answer earns full points and its blank is not tried.
    """
    made: dict[str, Made] = {}
    left = []
    for id, idea in ideas(case):
        one = made_of(id, idea) if idea is not None and idea.others.keys() <= made.keys() else None
        if one is not None and earns_all(one, case):
            made[id] = one
        else:
            left.append(id)
    return [made[id] for id in sorted(made, key=_number)], sorted(left, key=_number)


def _number(id: str) -> list[int]:
    return [int(part) for part in id.split(".")]
