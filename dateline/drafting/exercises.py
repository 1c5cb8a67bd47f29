"""Exercises for a drafted case: every one whose data the key holds, each with a model answer that passes."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.cases import Case
from dateline.drafting.lessons import ideas
from dateline.drafting.misfits import POINTS
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
    shared = share_out({id: one.row.points for id, one in made.items()})
    whole = [made[id].with_points(shared[id]) for id in sorted(made, key=_number)]
    return whole, sorted(left, key=_number)


def share_out(points: Mapping[str, float], total: int = POINTS) -> dict[str, int]:
    """Return whole points in the same proportions that make `total`, at least one each.

    >>> share_out({"1.1": 4, "1.2": 3, "1.3": 3}, total=20)
    {'1.1': 8, '1.2': 6, '1.3': 6}
    """
    exact = {id: value * total / sum(points.values()) for id, value in points.items()}
    shares = {id: max(1, int(value)) for id, value in exact.items()}
    rest = total - sum(shares.values())
    for id in sorted(exact, key=lambda id: shares[id] - exact[id])[: max(0, rest)]:
        shares[id] += 1
    return shares


def _number(id: str) -> list[int]:
    return [int(part) for part in id.split(".")]
