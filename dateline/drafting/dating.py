"""Dates of a draft key: the stamps, every date that the reader finds, and words of time without a date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from dateline.brief.splitting import sentences
from dateline.dates import read_dates
from dateline.drafting.comparing import TIME_UNITS
from dateline.drafting.confirm import Cells, to_confirm
from dateline.drafting.figuring import anchor_at
from dateline.lexicon import load
from dateline.marks import fold
from dateline.quantities import read_quantities
from dateline.sources import Paragraph, Source

EVENT_WORDS = 16
_AGED = re.compile(r"[-\s](?:old|of age)\b")


def date_rows(sources: Iterable[Source]) -> list[Cells]:
    """Return a row for each report's date and for each expression of time, in reading order."""
    rows: list[Cells] = []
    for source in sources:
        rows.append(_stamp(source))
        for paragraph in source.paragraphs:
            rows += _of(source, paragraph)
    return [{"id": f"T{number:02}", **row} for number, row in enumerate(rows, start=1)]


def _stamp(source: Source) -> Cells:
    return {
        "source": source.id,
        "expression_kind": "reported",
        "event": f"{source.id} is issued",
        "edtf": source.date,
        "reason": "The date that stands with the report, no finer.",
        "note": to_confirm("as it was given for the report"),
    }


def _of(source: Source, paragraph: Paragraph) -> list[Cells]:
    text = paragraph.text
    found = [
        (d.start, d.end, d.edtf, d.kind)
        for d in read_dates(text, issued=source.date)
        if text[d.start : d.end].lower() != "now"  # it dates nothing: nearly every sentence is about now
    ]
    undated = [(match.start(), match.end(), "no date") for match in _timing().finditer(fold(text).lower())]
    for start, end, kind in [*_durations(text), *undated]:
        if not any(first < end and start < last for first, last, _, _ in found):
            found.append((start, end, "", kind))
    return [
        {
            "source": source.id,
            "paragraph": str(paragraph.number),
            "anchor": anchor_at(text, start, end),
            "expression_kind": kind,
            "event": _event(text, start),
            "edtf": edtf,
            "reason": _reason(edtf, source.date),
            "note": to_confirm("the date as read; say of which event, and what else is right"),
        }
        for start, end, edtf, kind in sorted(found)
    ]


def _event(text: str, at: int) -> str:
    """The sentence in which an expression stands, cut to its first words."""
    start, end = next((span for span in sentences(text) if at < span[1]), (0, len(text)))
    words = text[start:end].split()
    return " ".join(words[:EVENT_WORDS]) + (" …" if len(words) > EVENT_WORDS else "")


def _durations(text: str) -> Iterator[tuple[int, int, str]]:
    """How long something lasts or is late: "for several months", "eleven weeks"."""
    for figure in read_quantities(text):
        told = any(letter.isalpha() for letter in figure.surface)  # "Ana Bly, 82," tells an age
        aged = _AGED.search(text, figure.start, figure.end + len(" of age"))  # "91 years of age"
        if figure.not_a_count is None and figure.unit in TIME_UNITS and told and not aged:
            yield figure.start, figure.end, "duration"


def _reason(edtf: str, issued: str) -> str:
    if not edtf:
        return "The words tell a time or an order, but no date follows from the text alone."
    return f"Counted from the report's date, {issued}, and no finer than the words allow."


@cache
def _timing() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(load("drafting")["timing"]) + r")(?!\w)")
