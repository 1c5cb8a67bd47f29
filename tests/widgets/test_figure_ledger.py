"""Does the figure ledger keep every cell at once and doubt it in words?"""

import pytest

from dateline import open_case
from dateline.answers import Saved
from dateline.widgets import FigureLedger


@pytest.fixture
def desk(tmp_path):
    ledger = FigureLedger(open_case("syria-withdrawal"), "4.1", folder=tmp_path)
    ledger.act({"do": "add"})
    return ledger


def write(desk, column, value, row=0):
    return desk.act({"do": "edit", "row": row, "column": column, "value": value})


CELLS = [
    ("lower", "2,000", 2000, "separators are fine"),
    ("lower", " 2000 ", 2000, "so are spaces"),
    ("upper", "", None, "empty means an open end"),
    ("upper", "None", None, "as a cell would say it"),
    ("upper", "1.5", 1.5, "decimals"),
    ("upper", "two", "two", "kept as typed, and doubted"),
    ("upper", "2%", "2 %", "the unit belongs to the number"),
    ("upper", "2 percent", "2 %", "in words too"),
    ("hedge", "more than", "more than", "text"),
    ("scope", "x" * 1000, "x" * 300, "no cell grows without end"),
    ("lower", None, None, "nothing at all"),
]


@pytest.mark.parametrize(("column", "typed", "kept", "why"), CELLS)
def test_a_cell_keeps_what_was_meant(desk, tmp_path, column, typed, kept, why):
    assert write(desk, column, typed)["ok"]
    assert Saved("04", tmp_path).get("answers", "4.1")[0][column] == kept, why


DOUBTS = [
    ({"lower": "two"}, "lower", "“two” is not a number"),
    ({"lower": 5, "upper": 2}, "upper", "below the lower bound"),
    ({"lower": "5 %", "upper": "2 %"}, "upper", "below the lower bound"),
    ({"paragraph": "9 %"}, "paragraph", "“9 %” is not a number"),
    ({"paragraph": 40}, "paragraph", "numbered 1 to 16"),
    ({"as_of": "Dec 2018"}, "as_of", "is not a date"),
]


@pytest.mark.parametrize(("cells", "column", "told"), DOUBTS)
def test_a_doubtful_cell_is_named_in_words(desk, cells, column, told):
    for name, value in cells.items():
        write(desk, name, value)
    (doubt,) = desk.doubts
    assert (doubt["row"], doubt["column"]) == (0, column)
    assert told in doubt["why"]


def test_a_good_row_has_no_doubts(desk):
    for name, value in {"paragraph": 7, "lower": 2000, "hedge": "more than", "as_of": "2018-12"}.items():
        write(desk, name, value)
    assert desk.doubts == []


def test_a_share_has_no_doubts(desk):
    for name, value in {"paragraph": 10, "upper": "2 %", "hedge": "less than", "as_of": "2018"}.items():
        write(desk, name, value)
    assert desk.doubts == []


@pytest.mark.parametrize(
    "message",
    [
        {"do": "edit", "row": 7, "column": "lower"},
        {"do": "edit", "row": 0, "column": "x"},
        {"do": "zap"},
        {"do": "remove"},
    ],
)
def test_what_cannot_be_done_is_refused_and_changes_nothing(desk, message):
    before = desk.answer
    assert not desk.act(message)["ok"]
    assert desk.answer == before


def test_a_row_can_be_removed(desk):
    desk.act({"do": "add"})
    write(desk, "hedge", "about", row=1)
    assert desk.act({"do": "remove", "row": 0})["n"] == 1
    assert desk.answer[0]["hedge"] == "about"


def test_rows_saved_by_hand_with_other_columns_are_still_shown(tmp_path):
    Saved("04", tmp_path).put("answers", "4.1", [{"lower": 5, "extra": 1}, "no row"])
    ledger = FigureLedger(open_case("syria-withdrawal"), "4.1", folder=tmp_path)
    assert [row["lower"] for row in ledger.rows] == [5]
