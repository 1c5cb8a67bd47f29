"""Tables from a spreadsheet, as text: tab-, semicolon- or comma-separated, with or without a header row."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from dateline import lexicon
from dateline.findings import words
from dateline.kinds._ledger_rows import COLUMNS
from dateline.kinds._shared import clipped, listed, number_of, same
from dateline.kinds.ledger import MOST_ROWS
from dateline.widgets.ledger_cells import BOUNDS, read_cell, shown

LONGEST = 200_000  # characters of a pasted text
_SEPARATOR = re.compile(r"\Asep=(.)\r?\n", re.IGNORECASE)
# A point before three digits and a comma before fewer: read as in much of the world, not as in English.
_TWO_WAYS = re.compile(r"[-+]?\d{1,3}(?:\.\d{3})+|[-+]?\d+,\d{1,2}")


@dataclass(slots=True)
class Pasted:
    """Rows read from a pasted text, each with its line; `notes` say in words how they were read."""

    rows: list[dict[str, Any]] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    header: bool = False
    notes: list[str] = field(default_factory=list)

    def note(self, key: str, **blanks: Any) -> None:
        """Say something of how the text was read, once."""
        told = words(f"ledger-paste-{key}", blanks).found
        if told not in self.notes:
            self.notes.append(told)


def read_table(text: str, first: str = COLUMNS[0]) -> Pasted:
    r"""Read a pasted table; without a header row its cells fill the columns from `first` on.

    >>> told = read_table("Paragraph\tlower\tnonsense\n7\t2,000\tx\n")
    >>> told.rows[0]["paragraph"], told.rows[0]["lower"], told.notes
    (7, 2000, ['Left out, since the ledger has no such column: nonsense.'])
    """
    pasted = Pasted()
    lines = _cells(text.lstrip("\ufeff")[:LONGEST], pasted)
    if not lines:
        return pasted
    _, head = lines[0]
    names = [_column(cell) for cell in head]
    pasted.header = sum(bool(name) for name in names) >= (2 if len(head) > 1 else 1)
    columns = names if pasted.header else _from(first)
    if pasted.header:
        _unknown(head, names, pasted)
    body = lines[pasted.header :]
    if len(body) > MOST_ROWS:
        pasted.note("too-long", most=MOST_ROWS)
    for line, cells in body[:MOST_ROWS]:
        _take(line, cells, columns, pasted)
    return pasted


def _cells(text: str, pasted: Pasted) -> list[tuple[int, list[str]]]:
    """Return the lines that hold anything, each with its number."""
    told = _SEPARATOR.match(text)
    text = text[told.end() :] if told else text
    mark = told[1] if told else _separator(text)
    csv.field_size_limit(LONGEST)
    try:
        read = list(csv.reader(io.StringIO(text, newline=""), delimiter=mark, skipinitialspace=mark != "\t"))
    except csv.Error:
        pasted.note("unread")
        return []
    return [(n, cells) for n, cells in enumerate(read, start=1) if any(cell.strip() for cell in cells)]


def _separator(text: str) -> str:
    bare = re.sub(r'"[^"]*"', "", text)
    if "\t" in bare:
        return "\t"
    lines = [line for line in bare.splitlines() if line.strip()]
    return ";" if lines and all(";" in line for line in lines) else ","


def _column(cell: str) -> str | None:
    """Return the ledger's column that a heading names, "value" for both bounds, or None."""
    return next((name for name, said in _headings().items() if same(cell, name, *said)), None)


def _headings() -> dict[str, list[str]]:
    own = {name: [words(f"widget-column-{name}").found] for name in COLUMNS}
    known = lexicon.load("answers")["ledger_headings"]
    return {name: [*own.get(name, []), *known.get(name, [])] for name in (*COLUMNS, "value")}


def _from(first: str) -> list[str]:
    return list(COLUMNS[COLUMNS.index(first) if first in COLUMNS else 0 :])


def _unknown(head: Sequence[str], names: Sequence[str | None], pasted: Pasted) -> None:
    unknown = [
        clipped(cell.strip()) for cell, name in zip(head, names, strict=True) if not name and cell.strip()
    ]
    twice = [name for n, name in enumerate(names) if name and name in names[:n]]
    if unknown:
        pasted.note("no-column", columns=listed(unknown))
    if twice:
        pasted.note(
            "twice", columns=listed(clipped(head[names.index(name)]) for name in dict.fromkeys(twice))
        )


def _take(line: int, cells: list[str], columns: Sequence[str | None], pasted: Pasted) -> None:
    """Read one line as a row; one with more cells than columns is told, not guessed at."""
    while len(cells) > len(columns) and not cells[-1].strip():
        cells.pop()
    if len(cells) > len(columns):
        pasted.note(
            "too-many", line=line, cells=len(cells), columns=len(columns), row=clipped(" | ".join(cells))
        )
        return
    row = dict.fromkeys(COLUMNS)
    for column, cell in reversed(
        list(zip(columns, cells, strict=False))
    ):  # of two alike the first one counts
        if column == "value":
            limit = _read("lower", cell, pasted)
            row |= {name: limit for name in BOUNDS if row[name] is None}
        elif column:
            row[column] = _read(column, cell, pasted)
    pasted.rows.append(row)
    pasted.lines.append(line)


def _read(column: str, cell: str, pasted: Pasted) -> Any:
    value = read_cell(column, cell)
    bare = cell.strip().rstrip("% ")
    if column in BOUNDS and _TWO_WAYS.fullmatch(bare) and number_of(value) is not None:
        pasted.note("two-ways", given=cell.strip(), read=shown(value))
    return value
