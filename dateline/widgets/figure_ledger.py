"""The figure ledger: a table with one row a figure, checked in words as one types."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import traitlets

from dateline.cases import Case
from dateline.dates import is_edtf
from dateline.findings import words
from dateline.kinds._shared import is_blank, number_of
from dateline.widgets.desk import Desk, RefusedError, page_of, style_of

COLUMNS = ("paragraph", "lower", "upper", "hedge", "counted", "scope", "as_of")
NUMBERS = ("paragraph", "lower", "upper")
_PERCENT = re.compile(r"(?<=\d)\s*(?:%|per ?cent\b)\s*$", re.IGNORECASE)
LONGEST = 300  # characters in one cell


class FigureLedger(Desk):
    """A table in which the learner records figures; its rows are the answer of a ledger exercise.

    A bound left empty is None: the text sets no limit on that side.
    """

    _esm = page_of("figure_ledger")
    _css = style_of("figure_ledger")
    columns = traitlets.List(list(COLUMNS)).tag(sync=True)
    doubts = traitlets.List().tag(sync=True)

    def __init__(self, case: Case, exercise: str = "", *, folder: Path | None = None, **traits: Any) -> None:
        super().__init__(case, exercise, folder=folder, **traits)
        self.rows = [{name: row.get(name) for name in COLUMNS} for row in self.rows]
        self._look_over()
        self.observe(self._look_over, "rows")

    def changed(self, rows: list[dict[str, Any]], message: dict[str, Any]) -> list[dict[str, Any]]:
        """Add an empty row, remove one, or write into a cell."""
        if message["do"] == "add":
            return [*rows, dict.fromkeys(COLUMNS)]
        row = message.get("row")
        if not isinstance(row, int) or not 0 <= row < len(rows):
            raise RefusedError("widget-row-gone")
        if message["do"] == "remove":
            return [*rows[:row], *rows[row + 1 :]]
        if message["do"] == "edit" and message.get("column") in COLUMNS:
            rows[row][message["column"]] = _cell(message["column"], message.get("value"))
            return rows
        raise RefusedError("widget-unknown-act")

    def _look_over(self, _change: Any = None) -> None:
        self.doubts = [
            {"row": number, "column": column, "why": why}
            for number, row in enumerate(self.rows)
            for column, why in _row_doubts(row, self.case)
        ]


def _cell(column: str, value: Any) -> Any:
    text = str("" if value is None else value).strip()[:LONGEST]
    if column in NUMBERS:
        text = _PERCENT.sub(" %", text)
    if is_blank(text) or text.casefold() in ("none", "open"):
        return None
    number = number_of(text) if column in NUMBERS else None
    if number is None or text.endswith("%"):  # the unit belongs to the number: "2 %" stays as it is typed
        return text
    return number


def _is_number(column: str, value: Any) -> bool:
    return number_of(value) is not None and (column != "paragraph" or not str(value).endswith("%"))


def _row_doubts(row: dict[str, Any], case: Case) -> list[tuple[str, str]]:
    """What a reader of this row would stumble over: (column, why), in words."""
    told = [
        (column, words("ledger-not-a-number", {"given": row[column]}).found)
        for column in NUMBERS
        if row.get(column) is not None and not _is_number(column, row[column])
    ]
    lower, upper = number_of(row.get("lower")), number_of(row.get("upper"))
    if lower is not None and upper is not None and lower > upper:
        told.append(("upper", words("ledger-bounds-crossed", {"lower": lower, "upper": upper}).found))
    longest = max(len(source.paragraphs) for source in case.sources.values())
    paragraph = row.get("paragraph")
    if isinstance(paragraph, (int, float)) and not (
        1 <= paragraph <= longest and paragraph == int(paragraph)
    ):
        told.append(("paragraph", words("ledger-no-paragraph", {"longest": longest}).found))
    as_of = row.get("as_of")
    if as_of is not None and not is_edtf(str(as_of)):
        told.append(("as_of", words("ledger-not-a-date", {"given": as_of}).found))
    return told
