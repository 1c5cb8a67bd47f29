"""Reports on a page: what is shown of them, and the text selectors made of words that are chosen there."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from dateline.brief.language.splitting import sentences
from dateline.cases import Case
from dateline.dates import bounds, describe, is_edtf
from dateline.marks import spans_of
from dateline.sources import NOT_STATED, Source
from dateline.widgets.desk import RefusedError

CONTEXT = 32  # characters kept before and after a selection, as in W3C's TextQuoteSelector
ORIGIN = ("title", "publisher", "agency", "byline", "dateline_place")


def reports_of(case: Case, wanted: Collection[tuple[str, int]] = ()) -> list[dict[str, Any]]:
    """Return the reports of a case as the page shows them; `wanted` limits them to (source, number) pairs.

    A report is its `id`, its `origin` (field and value, "not stated" where the text is silent), `dated` (its
    date in words), `maybe_from` and `known_from` (the first days on which it can have been out and surely
    was, "" if unknown), `length` (of all paragraphs) and its `paragraphs`: number, text, and the start and
    end of each sentence in UTF-16 units, as the page counts.

    >>> from dateline import open_case
    >>> report = reports_of(open_case("syria-withdrawal"), [("S1", 4)])[0]
    >>> report["dated"], report["known_from"], [each["number"] for each in report["paragraphs"]]
    ('December 2018', '2018-12-31', [4])
    """
    shown = [_report(source, wanted) for source in case.sources.values()]
    return [report for report in shown if report["paragraphs"]]


def _report(source: Source, wanted: Collection[tuple[str, int]]) -> dict[str, Any]:
    paragraphs = [
        {"number": each.number, "text": each.text, "sentences": _sentences(each.text)}
        for each in source.paragraphs
        if not wanted or (source.id, each.number) in wanted
    ]
    dated = is_edtf(source.date)
    first, last = bounds(source.date) if dated else (None, None)
    return {
        "id": source.id,
        "origin": [[name, getattr(source, name) or NOT_STATED] for name in ORIGIN],
        "dated": describe(source.date) if dated else NOT_STATED,
        "maybe_from": first.isoformat() if first else "",
        "known_from": last.isoformat() if last else "",
        "retold": source.retold,
        "length": len(source.paragraphs),
        "paragraphs": paragraphs,
    }


def _sentences(text: str) -> list[list[int]]:
    return [[units(text, start), units(text, end)] for start, end in sentences(text)]


def sentence_at(text: str, offset: int) -> tuple[int, int]:
    """Return start and end of the sentence in which a code point stands."""
    return next(((a, b) for a, b in sentences(text) if a <= offset < b), (0, len(text)))


def units(text: str, offset: int) -> int:
    """Return an offset in code points as the page counts it, in UTF-16 units.

    >>> units("🚁 left", 2)
    3
    """
    return len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2


def selector(case: Case, chosen: Mapping[str, Any]) -> dict[str, Any]:
    """Return the W3C text selector of words chosen on the page: RefusedError when they are in no paragraph.

    `chosen` names source and paragraph, with start and end in UTF-16 units; those of the selector are code
    points, spaces at the ends left out.

    >>> from dateline import open_case
    >>> row = selector(open_case("syria-withdrawal"), {"source": "S2", "paragraph": 1, "start": 3, "end": 13})
    >>> row["exact"], row["prefix"], row["start"], row["end"]
    ('US troops', 'All ', 4, 13)
    """
    text = _text(case, chosen.get("source"), chosen.get("paragraph"))
    if text is None:
        raise RefusedError("widget-nowhere")
    start, end = _trimmed(text, *_code_points(text, chosen.get("start"), chosen.get("end")))
    if start >= end:
        raise RefusedError("widget-nothing-selected")
    place = {"source": chosen["source"], "paragraph": chosen["paragraph"], "exact": text[start:end]}
    return {**place, **_around(text, start, end)}


def _around(text: str, start: int, end: int) -> dict[str, Any]:
    return {
        "prefix": text[max(0, start - CONTEXT) : start],
        "suffix": text[end : end + CONTEXT],
        "start": start,
        "end": end,
    }


def placed(case: Case, row: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row with offsets that fit its words: those typed by hand have none, and editions differ.

    A row whose words are not in its paragraph, or are there more than once with nothing to tell which is
    meant, comes back without offsets.
    """
    number = row.get("paragraph")
    if isinstance(number, str) and number.strip().isdecimal():
        row = {**row, "paragraph": int(number)}
    text, exact = _text(case, row.get("source"), row.get("paragraph")), row.get("exact")
    if text is None or not isinstance(exact, str) or not exact.strip():
        return {**row, "start": None, "end": None}
    start, end = row.get("start"), row.get("end")
    if isinstance(start, int) and isinstance(end, int) and text[start:end] == exact:
        return dict(row)
    found = spans_of(exact, text)
    before, after = (str(row.get(name) or "") for name in ("prefix", "suffix"))
    told = [
        (a, b)
        for a, b in found
        if (before or after) and text[:a].endswith(before) and text[b:].startswith(after)
    ]
    spans = told or found
    if len(spans) != 1:
        return {**row, "start": None, "end": None}
    return {**row, **_around(text, *spans[0])}


def _text(case: Case, source: Any, number: Any) -> str | None:
    """The text of a paragraph, or None when there is no such paragraph."""
    if not isinstance(source, str) or source not in case.sources or not isinstance(number, int):
        return None
    if not 1 <= number <= len(case.sources[source].paragraphs):
        return None
    return case.sources[source].paragraph(number).text


def _code_points(text: str, start: Any, end: Any) -> tuple[int, int]:
    """Turn the page's UTF-16 offsets into code points of `text`."""
    if not (isinstance(start, int) and isinstance(end, int) and 0 <= start <= end):
        return 0, 0
    units = text.encode("utf-16-le", "surrogatepass")
    before, upto = units[: 2 * start], units[: 2 * end]
    return tuple(len(part.decode("utf-16-le", "ignore")) for part in (before, upto))  # type: ignore[return-value]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - (len(words) - len(words.rstrip()))
