"""Marking what was collected: the same pure checks as in a notebook, one after the other, none in the way of the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from dateline.answers import lesson_of
from dateline.cases import Case
from dateline.exercises import mark
from dateline.findings import Finding, Result, result_of
from dateline.grading.collect import Collected


@dataclass(frozen=True)
class Paper:
    """The exercises that a class was set, and the case of each: `cases` by the id of the exercise."""

    cases: Mapping[str, Case] = field(default_factory=dict)

    @property
    def exercises(self) -> dict[str, Any]:
        """The exercises by id, in the order of the course."""
        return {id: case.exercises[id] for id, case in self.cases.items()}

    @property
    def possible(self) -> float:
        """The points of all exercises together."""
        return sum(exercise.points for exercise in self.exercises.values())


def paper_of(cases: list[Case], only: tuple[str, ...] = ()) -> Paper:
    """Return the paper made of the exercises of some cases: all that have points, or those named.

    `only` holds ids of exercises ("4.1") and of lessons ("4"). Where two cases have an exercise of the same
    id, that of the first counts.
    """
    chosen: dict[str, Case] = {}
    for case in cases:
        for id, exercise in case.exercises.items():
            wanted = id in only or id.split(".")[0] in only if only else exercise.points > 0
            if wanted and id not in chosen:
                chosen[id] = case
    return Paper(dict(sorted(chosen.items(), key=lambda pair: _number(pair[0]))))


def _number(id: str) -> list[tuple[int, str]]:
    return [(int(part) if part.isdigit() else 0, part) for part in id.split(".")]


def mark_all(collected: Collected, paper: Paper) -> dict[str, Result]:
    """Mark every exercise of a paper, by id; what was not answered is *not tried*, with no points."""
    return {id: _mark_one(id, collected, paper) for id in paper.cases}


def _mark_one(id: str, collected: Collected, paper: Paper) -> Result:
    case = paper.cases[id]
    exercise = case.exercises[id]
    if id in collected.shapes:
        params = {"name": exercise.answer, "why": collected.shapes[id]}
        return result_of(
            id, exercise.title, exercise.points, [Finding("not-data", possible=1, params=params)]
        )
    others = {
        other: collected.answers.get(other)
        for other in case.exercises
        if other != id and lesson_of(other) == lesson_of(id)
    }
    return mark(id, collected.answers.get(id), case, others)
