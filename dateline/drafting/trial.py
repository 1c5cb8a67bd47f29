"""A drafted exercise and its trial: it is kept only if its model answer passes and its blank is not tried."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

from dateline.cases import Case
from dateline.cases.about import ExerciseRow
from dateline.exercises import mark
from dateline.yaml12 import read_yaml_text


@dataclass(frozen=True)
class Idea:
    """What one template needs of a case: arguments, model answer, items, and words for its prompt.

    `others` are the answers of other exercises that its marking needs, by exercise id.
    """

    kind: str
    arguments: dict[str, Any]
    answer: Any
    items: tuple[str, ...] = ()
    words: tuple[tuple[str, str], ...] = ()
    template: str = ""
    name: str = ""
    others: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Made:
    """An exercise: its entry for exercises.yaml, its model answer, and its items as the prompt lists them.

    `desk` is the widget that has been made for it, `after` the code that shows what was answered.
    """

    row: ExerciseRow
    slug: str
    prompt: str
    answer: Any
    items: tuple[str, ...] = ()
    others: Mapping[str, Any] = field(default_factory=dict)
    desk: str = ""
    after: str = ""

    def with_points(self, points: float) -> Made:
        """Return the same exercise with other points."""
        return replace(self, row=self.row.model_copy(update={"points": points}))


@cache
def templates() -> dict[str, Any]:
    """Return the templates by exercise id."""
    path = Path(__file__).with_name("templates.yaml")
    return read_yaml_text(path.read_text(encoding="utf-8"))["exercises"]


def made_of(id: str, idea: Idea) -> Made:
    """Fill the template of exercise `id` with an idea."""
    told = templates()[idea.template or id]
    words = dict(idea.words)
    row = ExerciseRow.model_validate(
        {
            "id": id,
            "title": told["title"].format(**words),
            "points": told["points"],
            "minutes": told["minutes"],
            "answer": idea.name or told["answer"],
            "kind": idea.kind,
            "with": idea.arguments,
            "hints": told["hints"],
        }
    )
    prompt = told["prompt"].format(**words)
    more = {"desk": told.get("desk", ""), "after": told.get("after", "")}
    return Made(row, told["slug"], prompt, idea.answer, idea.items, idea.others, **more)


def earns_all(made: Made, case: Case) -> bool:
    """Say whether the model answer earns full points and a blank is not tried."""
    id, before = made.row.id, case.exercises
    case.exercises = {id: made.row}  # lent to this case: the checker reads a case once, and a new one anew
    try:
        points = mark(id, made.answer, case, made.others).points
        return points == made.row.points and mark(id, ..., case).status == "not tried"
    finally:
        case.exercises = before


def works(id: str, idea: Idea, case: Case) -> bool:
    """Say whether an idea makes an exercise that can be kept."""
    return earns_all(made_of(id, idea), case)
