"""What is to be marked in a text, what a learner marked, and how well the two fit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ConfigDict

from dateline.cases import Case
from dateline.kinds._pieces import Piece, Words
from dateline.kinds._shared import PlaceArgument

Where = tuple[str, int]


class Target(BaseModel):
    """One thing to be marked, or a decoy."""

    model_config = ConfigDict(extra="forbid")
    row: str = ""
    id: str = ""
    source: str = ""
    paragraph: int = 0
    core: str = ""
    extent: str = ""
    message: str = "opinion-as-fact"
    kind: str = ""
    kind_accepted: list[str] = []
    wrong: dict[str, str] = {}
    place: PlaceArgument | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Goal:
    """A target found in its paragraph: a piece must hold `core` and stay within `extent`."""

    about: Target
    where: Where
    core: Piece
    extent: Piece


@dataclass(frozen=True, slots=True, eq=False)
class Try:
    """One piece that the learner marked."""

    number: int
    where: Where
    piece: Piece
    exact: str
    kind: Any

    @property
    def part(self) -> str:
        """The piece as its finding names it."""
        return f"piece {self.number}: “{shortened(self.exact)}”"


def shortened(text: str, most: int = 60) -> str:
    """Return a text cut at a word, with an ellipsis, when it is longer than `most` characters."""
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0] + " …"


def goals_of(targets: Iterable[Target], paragraphs: Mapping[Where, Words], case: Case) -> list[Goal]:
    """Return targets with their pieces; one whose core is not in the text is left out (`doubts` names it)."""
    goals = []
    for about in targets:
        row = case.key.by_id[about.row] if about.row else None
        where = (row.source, row.paragraph) if row else (about.source, about.paragraph)
        # a core in the words of one edition may be absent from another; the anchor is in both
        phrases = [phrase for phrase in (about.core, row.anchor if row else "") if phrase]
        pieces = [paragraphs[where].find(phrase) for phrase in phrases] if where in paragraphs else []
        if core := next(filter(None, pieces), None):
            goals.append(Goal(about, where, core, _extent(about, core, paragraphs[where])))
    return goals


def _extent(about: Target, core: Piece, words: Words) -> Piece:
    if about.extent == "paragraph":
        return Piece(0, len(words))
    return (about.extent and words.find(about.extent)) or words.sentence(core)


def holds(told: Try, goal: Goal, paragraphs: Mapping[Where, Words]) -> bool:
    """Tell whether a piece holds a target's core."""
    return told.where == goal.where and paragraphs[goal.where].covers(told.piece, goal.core)


def worth(told: Try, goal: Goal, paragraphs: Mapping[Where, Words]) -> float:
    """Return a piece's worth for a target: 1, half if it reaches too far, up to half if it cuts the core."""
    if told.where != goal.where:
        return 0
    if holds(told, goal, paragraphs):
        return 1 if told.piece.inside(goal.extent, spare=1) else 0.5
    return 0.5 * told.piece.shared(goal.core) / len(goal.core)


def overlap(told: Try, goal: Goal) -> float:
    """Return the share of a target's core that lies in a piece."""
    return told.piece.shared(goal.core) / len(goal.core) if told.where == goal.where else 0


def cut(told: Try, goals: list[Goal], decoys: list[Goal], free: list[Goal]) -> Goal | None:
    """Return the target whose core a piece cuts into, or None if it fits something else as well.

    Half of a core counts before what may be marked besides: the piece is then about that core.
    """
    near = max(goals, key=lambda goal: overlap(told, goal))
    share = overlap(told, near)
    others = decoys if share >= 0.5 else [*decoys, *free]
    rival = max((overlap(told, other) for other in others), default=0)
    return near if share > 0 and share > rival else None
