"""The rows of a figure ledger as they are added, moved and put in order; each has an id of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from dateline.dates import bounds, is_edtf
from dateline.kinds._dating import told
from dateline.kinds._ledger_rows import COLUMNS
from dateline.kinds._shared import number_of
from dateline.kinds.ledger import MOST_ROWS
from dateline.widgets.desk import RefusedError

_LONGEST_ID = 60

Row = dict[str, Any]
Rows = list[Row]


def with_ids(rows: Iterable[Mapping[str, Any]], ids: Iterator[int]) -> Rows:
    """Return rows with all columns, and an id that no row had before; what else they hold stays."""
    return [{**dict.fromkeys(COLUMNS), **row, "id": f"r{next(ids)}"} for row in rows]


def added(rows: Rows, more: Rows) -> Rows:
    """Return rows with more at their end; RefusedError when there is no room for them."""
    if len(rows) + len(more) > MOST_ROWS:
        raise RefusedError("widget-form-full", most=MOST_ROWS)
    return [*rows, *more]


def blank(id: Any, rows: Rows) -> Row:
    """Return a blank row under the id that the page drew it with; RefusedError when it is no new one."""
    if not isinstance(id, str) or not 0 < len(id) <= _LONGEST_ID or id in ids_of(rows):
        raise RefusedError("widget-unknown-act")
    return {**dict.fromkeys(COLUMNS), "id": id}


def place_of(rows: Rows, id: Any) -> int:
    """Return where the row with an id stands; RefusedError when it is gone."""
    for number, row in enumerate(rows):
        if row["id"] == id:
            return number
    raise RefusedError("widget-row-gone")


def moved(rows: Rows, at: int, by: Any) -> Rows:
    """Return rows with one moved up (-1) or down (1); at the edge it stays."""
    to = at + (by if by in (-1, 1) else 0)
    if not 0 <= to < len(rows):
        return rows
    rest = [*rows[:at], *rows[at + 1 :]]
    return [*rest[:to], rows[at], *rest[to:]]


def ordered(rows: Rows, column: str, down: bool) -> Rows:
    """Return rows in the order of a column, blank cells last both ways; equal ones keep their order.

    >>> rows = [{"as_of": "2019"}, {"as_of": None}, {"as_of": "2018-12"}]
    >>> [row["as_of"] for row in ordered(rows, "as_of", down=False)]
    ['2018-12', '2019', None]
    """
    filled = [row for row in rows if row.get(column) is not None]
    blank = [row for row in rows if row.get(column) is None]
    return [*sorted(filled, key=lambda row: _key(column, row[column]), reverse=down), *blank]


def _key(column: str, value: Any) -> tuple[Any, ...]:
    """Numbers by size, dates by their first day, an open start before all; words by letter, after those."""
    number = None if column == "as_of" else number_of(value)
    if number is not None:
        return (0, number, "")
    date = told(value).edtf if column == "as_of" else ""
    if date and is_edtf(date):
        first, last = bounds(date)
        days = (first.toordinal() if first else 0, last.toordinal() if last else 0)
        return (0, *days, "")
    return (1, str(value).casefold())


def is_ordered(rows: Rows, column: str, down: bool) -> bool:
    """Tell whether rows stand in the order of a column."""
    return ids_of(rows) == ids_of(ordered(rows, column, down))


def ids_of(rows: Sequence[Mapping[str, Any]]) -> list[Any]:
    """Return the ids of rows in their order."""
    return [row.get("id") for row in rows]
