"""How much of a hand-made key a draft finds, and how much of the draft a teacher has to strike.

Two keys are those of the kit's own cases. Twelve are marks in invented pairs of reports,
which were made before any reader had seen the texts (tests/data/drafting).
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from dateline.cases import Case
from dateline.cases.load import load
from dateline.drafting.drafts import draft_of
from dateline.drafting.reports import Details, Report, read_reports
from dateline.findings import Place
from tests.drafting.marked import marks_of, plain_files

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
    superfluous: tuple[str, ...] = ()

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


@cache
def compare_marked(style: str) -> dict[str, Found]:
    """Draft a case from the two reports of a style, and compare with the marks made in them by hand."""
    with tempfile.TemporaryDirectory() as folder:
        case = draft_of("draft", read_reports(plain_files(style, Path(folder)))).case
    marks = marks_of(style, case)
    dates = [row for row in case.key.rows("dates") if row.anchor]
    return {
        "figures": _found(marks["f"], [case.place(row) for row in _true(case)], case),
        "expressions of time": _found(marks["t"], [case.place(row) for row in dates], case),
    }


def _true(case: Case) -> list[Any]:
    return [row for row in case.key.rows("figures") if row.is_figure]


def _compare(wanted: Iterable[Any], drafted: Iterable[Any], case: Case) -> Found:
    return _found([case.place(row) for row in wanted], [case.place(row) for row in drafted], case)


def _found(theirs: list[Place], mine: list[Place], case: Case) -> Found:
    missed = [place for place in theirs if not any(_meet(place, other) for other in mine)]
    struck = [place for place in mine if not any(_meet(place, other) for other in theirs)]
    return Found(
        len(theirs),
        len(theirs) - len(missed),
        len(mine),
        len(struck),
        tuple(_said(place, case) for place in missed),
        tuple(_said(place, case) for place in struck),
    )


def _said(place: Place, case: Case) -> str:
    text = case.sources[place.source].paragraph(place.paragraph).text
    return f"{place.source} ¶{place.paragraph} {text[place.start : place.end]}"


def _meet(one: Place, other: Place) -> bool:
    same = (one.source, one.paragraph) == (other.source, other.paragraph)
    return same and one.start < other.end and other.start < one.end
