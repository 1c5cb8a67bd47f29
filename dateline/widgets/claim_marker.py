"""Marking claims in the text: select words by mouse, by keyboard or from a list, and record them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import traitlets

from dateline.cases import Case
from dateline.sources import Source
from dateline.widgets.desk import Desk, RefusedError, page_of, style_of

CONTEXT = 32  # characters kept before and after a selection, as in W3C's TextQuoteSelector


class ClaimMarker(Desk):
    """Reports in numbered paragraphs in which the learner marks claims.

    `paragraphs` limits what is shown to (source, number) pairs. Each row is a W3C text selector:
    source, paragraph, exact, prefix, suffix, and start and end in code points of the paragraph.
    """

    _esm = page_of("claim_marker")
    _css = style_of("claim_marker")
    reports = traitlets.List().tag(sync=True)

    def __init__(
        self,
        case: Case,
        exercise: str = "",
        *,
        paragraphs: Iterable[tuple[str, int]] = (),
        folder: Path | None = None,
        **traits: Any,
    ) -> None:
        wanted = set(paragraphs) or _asked_for(case, exercise)
        reports = [_report(source, wanted) for source in case.sources.values()]
        shown = [report for report in reports if report["paragraphs"]]
        super().__init__(case, exercise, folder=folder, reports=shown, **traits)

    def changed(self, rows: list[dict[str, Any]], message: dict[str, Any]) -> list[dict[str, Any]]:
        """Add a marked claim or remove one."""
        if message["do"] == "add":
            return self._added(rows, message)
        if message["do"] == "remove":
            return [row for row in rows if _place(row) != _place(message)]
        raise RefusedError("widget-unknown-act")

    def _added(self, rows: list[dict[str, Any]], message: dict[str, Any]) -> list[dict[str, Any]]:
        source, number = str(message.get("source")), message.get("paragraph")
        if source not in self.case.sources or not isinstance(number, int):
            raise RefusedError("widget-nowhere")
        if not 1 <= number <= len(self.case.sources[source].paragraphs):
            raise RefusedError("widget-nowhere")
        text = self.case.sources[source].paragraph(number).text
        start, end = _trimmed(text, *_code_points(text, message.get("start"), message.get("end")))
        if start >= end:
            raise RefusedError("widget-nothing-selected")
        claim = {
            "source": source,
            "paragraph": number,
            "exact": text[start:end],
            "prefix": text[max(0, start - CONTEXT) : start],
            "suffix": text[end : end + CONTEXT],
            "start": start,
            "end": end,
        }
        if any(_place(row) == _place(claim) for row in rows):
            raise RefusedError("widget-recorded-already")
        return sorted([*rows, claim], key=lambda row: [str(part).zfill(9) for part in _place(row)])


def _place(row: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(row.get(name) for name in ("source", "paragraph", "start", "end"))


def _asked_for(case: Case, exercise: str) -> set[tuple[str, int]]:
    """The paragraphs in which the exercise asks for claims; none means all."""
    named = case.exercises[exercise].arguments.get("within", []) if exercise in case.exercises else []
    pairs = [(each.get("source"), each.get("paragraph")) for each in named if isinstance(each, dict)]
    return {pair for pair in pairs if all(pair)}


def _report(source: Source, wanted: set[tuple[str, int]]) -> dict[str, Any]:
    paragraphs = [
        {"number": each.number, "text": each.text, "sentences": _sentences(each.text)}
        for each in source.paragraphs
        if not wanted or (source.id, each.number) in wanted
    ]
    return {"id": source.id, "head": source.head, "paragraphs": paragraphs}


_ENDS = re.compile(r"(?<=[.!?])([”\"’')]*)\s+(?=[“\"‘'(]*[A-Z0-9])")
_ABBREVIATED = re.compile(r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Sen|Rep|St|vs|No)\.)[”\"’')]*$")


def _sentences(text: str) -> list[list[int]]:
    """Return [start, end] of each sentence in UTF-16 units, as the page counts."""
    cuts = [(m.end(1), m.end()) for m in _ENDS.finditer(text) if not _ABBREVIATED.search(text[: m.end(1)])]
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(text)]
    return [[_units(text, start), _units(text, end)] for start, end in zip(starts, ends, strict=True)]


def _units(text: str, offset: int) -> int:
    return len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2


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
