"""Do rows keep who they are when they are added, moved and put in order?"""

from __future__ import annotations

from itertools import count

import pytest

from dateline.kinds.ledger import MOST_ROWS
from dateline.widgets.desk import RefusedError
from dateline.widgets.ledger_rows import added, blank, is_ordered, moved, ordered, place_of, with_ids

ROWS = [{"id": "a"}, {"id": "b"}, {"id": "c"}]


def ids(rows):
    return "".join(row["id"] for row in rows)


def test_no_id_is_given_twice():
    numbers = count(1)
    first, second = with_ids([{"lower": 5, "unit": "x"}], numbers), with_ids([{}], numbers)
    assert first[0]["id"] != second[0]["id"]
    assert first[0]["unit"] == "x", "what else a row holds stays"


@pytest.mark.parametrize("id", ["a", "", None, 7, "x" * 100])
def test_a_row_under_an_id_that_is_taken_or_none_is_refused(id):
    with pytest.raises(RefusedError):
        blank(id, ROWS)


def test_there_is_room_for_what_the_check_reads():
    full = with_ids([{}] * MOST_ROWS, count(1))
    with pytest.raises(RefusedError, match=str(MOST_ROWS)):
        added(full, [{"id": "a"}])


@pytest.mark.parametrize(
    ("at", "by", "order"), [(0, 1, "bac"), (2, -1, "acb"), (0, -1, "abc"), (2, 1, "abc"), (1, 7, "abc")]
)
def test_a_row_moves_by_one_and_stays_at_the_edge(at, by, order):
    assert ids(moved(ROWS, at, by)) == order


def test_a_row_that_is_gone_is_refused():
    with pytest.raises(RefusedError):
        place_of(ROWS, "z")


ORDERS = [
    ("lower", [9, None, 10, 2], [2, 9, 10, None], "by size, blank last"),
    ("lower", ["2 %", 10, "x"], ["2 %", 10, "x"], "shares by their number, words after numbers"),
    ("counted", ["ships", "Boats"], ["Boats", "ships"], "letters in any case"),
    ("as_of", ["2019", "2018-12", "soon"], ["2018-12", "2019", "soon"], "dates by their first day"),
    ("as_of", ["2018-12-01", "../2018-12"], ["../2018-12", "2018-12-01"], "an open start before all"),
    (
        "as_of",
        ["2018-12-05 (outside knowledge)", "2018-11"],
        ["2018-11", "2018-12-05 (outside knowledge)"],
        "labels",
    ),
]


@pytest.mark.parametrize(("column", "before", "after", "why"), ORDERS)
def test_rows_are_put_in_the_order_of_a_column(column, before, after, why):
    rows = [{"id": str(n), column: value} for n, value in enumerate(before)]
    sorted_rows = ordered(rows, column, False)
    assert [row[column] for row in sorted_rows] == after, why
    assert is_ordered(sorted_rows, column, False)


def test_the_other_way_round_blanks_are_still_last_and_equals_keep_their_order():
    rows = [{"id": id, "lower": lower} for id, lower in zip("abcd", [5, None, 5, 9], strict=True)]
    assert ids(ordered(rows, "lower", True)) == "dacb"
