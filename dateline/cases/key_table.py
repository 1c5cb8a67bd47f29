"""One table of the key as it stands in its file: a row is changed, added or taken out, and no other byte."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from dateline.cases.rows import TABLES

LEAD = ("id", "source", "paragraph", "anchor")
MARK = "\ufeff"  # some spreadsheets begin a file with it
_QUOTING = (csv.QUOTE_MINIMAL, csv.QUOTE_ALL)


def columns_of(table: str) -> list[str]:
    """Return the columns of a table in the order in which a new file has them.

    >>> columns_of("sources")
    ['id', 'source', 'paragraph', 'anchor', 'field', 'value', 'accepted', 'outside', 'note']
    """
    rest = [name for name in TABLES[table].model_fields if name not in (*LEAD, "note")]
    return [*LEAD, *rest, "note"]


@dataclass(frozen=True)
class Record:
    """One line of a table, or several where a cell holds a line end: as it is written, and its cells."""

    raw: str
    cells: tuple[str, ...]


@dataclass(frozen=True)
class KeyTable:
    """A table of the key: its `name` and the `text` of its file, line ends and all.

    >>> table = KeyTable("dates", "id,edtf,reason\\r\\nT01, 2019 ,x\\r\\nT02,2020,y\\r\\n")
    >>> table.rows[0]
    {'id': 'T01', 'edtf': '2019', 'reason': 'x'}
    >>> table.with_cells("T02", {"edtf": "2021"}).text
    'id,edtf,reason\\r\\nT01, 2019 ,x\\r\\nT02,2021,y\\r\\n'
    """

    name: str
    text: str = ""

    @cached_property
    def _records(self) -> list[Record]:
        lines = list(io.StringIO(self.text.removeprefix(MARK), newline=""))
        records, reader, start = [], csv.reader(lines, strict=True), 0
        for cells in reader:
            records.append(Record("".join(lines[start : reader.line_num]), tuple(cells)))
            start = reader.line_num
        return records

    @cached_property
    def columns(self) -> list[str]:
        """The names of the columns, in the order of the file."""
        head = next((record for record in self._records if record.cells), None)
        return [cell.strip() for cell in head.cells] if head else []

    @cached_property
    def rows(self) -> list[dict[str, str]]:
        """The rows as text by column, blanks around it left out; csv.Error for a file that is no CSV."""
        filled = [record for record in self._records if record.cells][1:]
        return [self._cells(record) for record in filled]

    @property
    def plain(self) -> str:
        """The text as a reader of the file has it: without the mark at its head, its line ends alike."""
        return self.text.removeprefix(MARK).replace("\r\n", "\n").replace("\r", "\n")

    def _cells(self, record: Record) -> dict[str, str]:
        return {name: cell.strip() for name, cell in zip(self.columns, record.cells, strict=False)}

    def row(self, id: str) -> dict[str, str] | None:
        """Return the row with an id, or None."""
        return next((row for row in self.rows if row.get("id") == id), None)

    def with_cells(self, id: str, cells: Mapping[str, str]) -> KeyTable:
        """Return the table with other text in some cells of one row."""
        now = self.row(id) or {}
        told = {name: text for name, text in cells.items() if now.get(name, "") != text}
        if not told:
            return self
        table = self
        for name in told:
            if name not in table.columns:
                table = table._with_column(name)
        return table._mapped(id, lambda record: table._written(record, told))

    def without(self, id: str) -> KeyTable:
        """Return the table without one row."""
        return self._mapped(id, lambda record: "")

    def with_row(self, cells: Mapping[str, str], after: str | None = None) -> KeyTable:
        """Return the table with a new row behind the one whose id is `after`, or as its last."""
        table = self if self.columns else replace(self, text=_line(columns_of(self.name), "\n"))
        for name in cells:
            if cells[name] and name not in table.columns:
                table = table._with_column(name)
        line = _line([cells.get(name, "") for name in table.columns], table._end)
        if after is None or table.row(after) is None:
            whole = table.text if table.text.endswith(("\n", "\r")) else table.text + table._end
            return replace(table, text=whole + line)
        return table._mapped(after, lambda record: _ended(record.raw, table._end) + line)

    @property
    def _end(self) -> str:
        """The line end of the file."""
        return _end_of(self._records[0].raw) if self._records and _end_of(self._records[0].raw) else "\n"

    def _mapped(self, id: str, act: Callable[[Record], str]) -> KeyTable:
        """Return the table with something else in the place of one row."""
        at = self.columns.index("id")
        texts = [
            act(record) if record.cells[at : at + 1] and record.cells[at].strip() == id else record.raw
            for record in self._records
        ]
        return replace(self, text=self.text[: self.text.startswith(MARK)] + "".join(texts))

    def _written(self, record: Record, told: Mapping[str, str]) -> str:
        """Return a row with other cells, quoted as it was."""
        end = _end_of(record.raw)
        quoting = next((q for q in _QUOTING if _line(record.cells, end, q) == record.raw), csv.QUOTE_MINIMAL)
        cells = [told.get(name, cell) for name, cell in zip(self.columns, record.cells, strict=False)]
        return _line(cells, end, quoting)

    def _with_column(self, name: str) -> KeyTable:
        """Return the table with one more column at its right edge, empty but for the heading."""
        head = next(record for record in self._records if record.cells)
        texts = []
        for record in self._records:
            end = _end_of(record.raw)
            more = "" if not record.cells else f",{name}" if record is head else ","
            texts.append(record.raw.removesuffix(end) + more + end)
        return replace(self, text=self.text[: self.text.startswith(MARK)] + "".join(texts))


def _end_of(raw: str) -> str:
    return next((end for end in ("\r\n", "\n", "\r") if raw.endswith(end)), "")


def _ended(raw: str, end: str) -> str:
    return raw if _end_of(raw) else raw + end


def _line(cells: tuple[str, ...] | list[str], end: str, quoting: int = csv.QUOTE_MINIMAL) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator=end, quoting=quoting).writerow(cells)
    return text.getvalue()
