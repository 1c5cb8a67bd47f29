"""Marking what was collected: the same pure checks as in a notebook, one after the other."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from dateline import __version__
from dateline.answers import lesson_of
from dateline.cases import Case
from dateline.cases.about import ExerciseRow
from dateline.cases.rows import TABLES
from dateline.errors import KitError
from dateline.exercises import mark
from dateline.findings import Finding, Result, result_of
from dateline.grading.collect import Collected
from dateline.grading.variants import Variants


@dataclass(frozen=True)
class Paper:
    """The exercises that a class was set, and the case of each: `cases` by the id of the exercise.

    `hidden` are those of the teacher's own key, whose reasons are told to nobody else. With `variants` each
    student has a practice case of their own; `cases` then holds one of them for all.
    """

    cases: Mapping[str, Case] = field(default_factory=dict)
    hidden: frozenset[str] = frozenset()
    variants: Variants | None = None

    def of(self, key: str, name: str) -> Paper:
        """Return the paper of one student: this one, but for the exercises on a case of their own.

        Who has no case of their own is not asked for those exercises.
        """
        if self.variants is None:
            return self
        sample, code = self.variants.sample, self.variants.code_of(key, name)
        shared = {id: case for id, case in self.cases.items() if case is not sample}
        own = self.variants.case(code) if code else None
        mine = {id: own for id, case in self.cases.items() if own and case is sample and id in own.exercises}
        return Paper(
            {id: (shared | mine)[id] for id in self.cases if id in shared or id in mine}, self.hidden
        )

    @cached_property
    def exercises(self) -> dict[str, ExerciseRow]:
        """The exercises by id, in the order of the course."""
        return {id: case.exercises[id] for id, case in self.cases.items()}

    @property
    def possible(self) -> float:
        """The points of all exercises together."""
        return sum(exercise.points for exercise in self.exercises.values())

    @cached_property
    def fingerprint(self) -> str:
        """A fingerprint of the exercises, their keys and the kit: another one means to grade again."""
        parts = [__version__, *self.cases]
        for case in {id(case): case for case in self.cases.values()}.values():
            tables = [[row.model_dump_json() for row in case.key.rows(table)] for table in TABLES]
            texts = [[part.text for part in source.paragraphs] for source in case.sources.values()]
            rows = [row.model_dump_json() for row in case.exercises.values()]
            parts += [case.about.model_dump_json(), json.dumps([tables, texts, rows])]
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def paper_of(cases: list[Case], only: Sequence[str] = (), hidden: Collection[str] = ()) -> Paper:
    """Return the paper made of the exercises of some cases: all that have points, or those named.

    `only` holds ids of exercises ("4.1") and of lessons ("4"). Where two cases have an exercise of the same
    id, that of the first counts. KitError when `only` names what there is not.

    >>> from dateline.cases import open_case
    >>> list(paper_of([open_case("syria-withdrawal")], ["4"]).cases)
    ['4.1', '4.2', '4.3']
    """
    known = {id for case in cases for id in case.exercises}
    for name in only:
        if name not in known and not any(id.split(".")[0] == name.lstrip("0") for id in known):
            listed = ", ".join(sorted(known, key=_number))
            raise KitError(f"There is no exercise or lesson {name!r}. Exercises: {listed}.")
    lessons = {name.lstrip("0") for name in only}
    chosen: dict[str, Case] = {}
    for case in cases:
        for id, exercise in case.exercises.items():
            wanted = id in only or id.split(".")[0] in lessons if only else exercise.points > 0
            if wanted and id not in chosen:
                chosen[id] = case
    chosen = dict(sorted(chosen.items(), key=lambda pair: _number(pair[0])))
    return Paper(chosen, frozenset(hidden) & frozenset(chosen))


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
