"""Dates of a draft key: the stamps, every date that the reader finds, and words of time without a date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from dateline.brief.language.reading import read_dates, read_quantities
from dateline.brief.language.splitting import sentences
from dateline.drafting.confirm import Cells, to_confirm
from dateline.drafting.figuring import anchor_at
from dateline.drafting.timing import timed
from dateline.lexicon import load
from dateline.sources import Paragraph, Source

EVENT_WORDS = 16
_LENGTHS = frozenset(load("units")["time"])
Timed = tuple[int, int, str, str]  # where it stands, its date in EDTF, its kind
_AGED = re.compile(r"[-\s](?:old|of age)\b")
_AGE = re.compile(r"\baged?\s(?:\w+\s)?$")


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
    found: list[Timed] = [
        (d.start, d.end, d.edtf, d.kind)
        for d in read_dates(text, issued=source.date)
        if text[d.start : d.end].lower() != "now"  # it is a time, but no date is stated by it
    ]
    for start, end, kind in _durations(text):
        if not any(first < end and start < last for first, last, _, _ in found):
            found.append((start, end, "", kind))
    found = _joined(text, found)
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


def _joined(text: str, found: Sequence[Timed]) -> list[Timed]:
    """Add what else tells a time, words behind a length to the length: "two days into the strike"."""
    whole = sorted(found)
    for start, end in timed(text, [(first, last) for first, last, _, _ in found]):
        before = next((one for one in whole if one[3] == "duration" and text[one[1] : start].isspace()), None)
        if before:
            whole.remove(before)
        whole.append((before[0], end, "", "duration") if before else (start, end, "", "no date"))
    return whole


def _durations(text: str) -> Iterator[tuple[int, int, str]]:
    """How long something lasts or is late: "for several months", "eleven weeks"."""
    for figure in read_quantities(text):
        told = any(letter.isalpha() for letter in figure.surface)  # "Ana Bly, 82," tells an age
        aged = _AGED.search(text, figure.start, figure.end + len(" of age"))  # "91 years of age"
        aged = aged or _AGE.search(text[: figure.start])
        if figure.not_a_count is None and figure.unit in _LENGTHS and told and not aged:
            yield figure.start, figure.end, "duration"


def _reason(edtf: str, issued: str) -> str:
    if not edtf:
        return "The words tell a time or an order, but no date follows from the text alone."
    return f"Counted from the report's date, {issued}, and no finer than the words allow."
