"""How much of a hand-made key a draft finds, and how much of the draft a teacher has to strike."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from dateline.cases import Case
from dateline.cases.load import load
from dateline.drafting.drafts import draft_of
from dateline.drafting.reports import Details, Report

DATA = Path(__file__).resolve().parents[1] / "data"
# Rows of the hand-made keys that date an event by what is told around it: their anchor is no word of time.
NO_WORD_OF_TIME = {
    "syria-withdrawal": {"T22", "T24", "T28", "T33", "T34", "T45"},
    "tolvane-dam": {"T14", "T23"},
}


class Found(NamedTuple):
    """Rows of the hand-made key, how many of them the draft has, rows of the draft, how many to strike."""

    wanted: int
    found: int
    drafted: int
    struck: int
    missed: tuple[str, ...]

    @property
    def share(self) -> float:
        """The share of the hand-made rows that the draft has."""
        return self.found / self.wanted

    @property
    def to_strike(self) -> float:
        """The share of the drafted rows that stand for no row of the hand-made key."""
        return self.struck / self.drafted


def reports_of(case: Case) -> list[Report]:
    """Return the sources of a case as if they had just been read from files."""
    return [
        Report(
            source.id,
            tuple(paragraph.text for paragraph in source.paragraphs),
            Details(date=source.date, publisher=source.publisher, title=source.title),
        )
        for source in case.sources.values()
    ]


@cache
def compare(name: str) -> dict[str, Found]:
    """Draft the case `name` anew from its reports, and compare with its own key."""
    by_hand = load(DATA / name)
    draft = draft_of("draft", reports_of(by_hand)).case
    dates = [row for row in by_hand.key.rows("dates") if row.anchor]
    timed = [row for row in dates if row.id not in NO_WORD_OF_TIME[name]]
    mine = [row for row in draft.key.rows("dates") if row.anchor]
    return {
        "figures": _compare(_true(by_hand), _true(draft), by_hand),
        "expressions of time": _compare(timed, mine, by_hand),
        "all rows of dates": _compare(dates, mine, by_hand),
    }


def _true(case: Case) -> list[Any]:
    return [row for row in case.key.rows("figures") if row.is_figure]


def _compare(wanted: Iterable[Any], drafted: Iterable[Any], case: Case) -> Found:
    theirs = [(row, case.place(row)) for row in wanted]
    mine = [case.place(row) for row in drafted]
    missed = [row for row, place in theirs if not any(_meet(place, other) for other in mine)]
    struck = [place for place in mine if not any(_meet(place, other) for _, other in theirs)]
    return Found(
        len(theirs),
        len(theirs) - len(missed),
        len(mine),
        len(struck),
        tuple(f"{row.source} ¶{row.paragraph} {row.anchor}" for row in missed),
    )


def _meet(one: Any, other: Any) -> bool:
    same = (one.source, one.paragraph) == (other.source, other.paragraph)
    return same and one.start < other.end and other.start < one.end
