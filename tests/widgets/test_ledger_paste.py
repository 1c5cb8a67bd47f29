"""Is a pasted table read as a spreadsheet meant it, and is it said how?"""

from __future__ import annotations

import pytest

from dateline.widgets.ledger_paste import read_table


def told(table):
    return " ".join(table.notes)


TABLES = [
    ("7\t2,000\t\tmore than", (7, 2000, None, "more than"), "tabs, no header: in the order of the columns"),
    ("paragraph,lower,upper,hedge\n7,2000,,more than", (7, 2000, None, "more than"), "commas and a header"),
    ("7;2.000;;more than", (7, 2000, None, "more than"), "semicolons, as where commas part the tenths"),
    ("sep=|\n7|2000||more than", (7, 2000, None, "more than"), "a separator named in the first line"),
    ('7,"2,000",,more than\r\n', (7, 2000, None, "more than"), "quotation marks round a comma"),
    ('7\t2000\t\t"more\nthan"', (7, 2000, None, "more than"), "a line break inside a cell"),
    ('7\t2000\t\t"""about"""', (7, 2000, None, '"about"'), "quotation marks inside a cell"),
    ("\ufeffHedge\tParagraph\tLower bound\nmore than\t7\t2000", (7, 2000, None, "more than"), "in any order"),
    (
        "\n\n7\t2000\t\tmore than\t\t\t\t\t\n\n",
        (7, 2000, None, "more than"),
        "blank lines and blank cells at the end",
    ),
    ("¶,min,max,hedge\n7,2000,open,more than", (7, 2000, None, "more than"), "headings by other words"),
    ("para\tvalue\thedge\n7\t2000\tabout", (7, 2000, 2000, "about"), "one value is both bounds"),
    ("para\tvalue\tlower\n7\t2000\t1000", (7, 1000, 2000, None), "a bound of its own goes before the value"),
    ("7\t2000", (7, 2000, None, None), "a short line leaves the rest blank"),
    ("7\t2 %\t\tless than", (7, "2 %", None, "less than"), "a share keeps its sign"),
    ("7\t" + "x" * 1000, (7, "x" * 300, None, None), "no cell grows without end"),
]


@pytest.mark.parametrize(("text", "cells", "why"), TABLES)
def test_a_table_is_read_as_it_was_meant(text, cells, why):
    (row,) = read_table(text).rows
    assert tuple(row[name] for name in ("paragraph", "lower", "upper", "hedge")) == cells, why


NOTES = [
    ("para\tlower\tcolour\tshape\n7\t5\tred\tround", "no such column: colour and shape", "unknown columns"),
    ("lower,min\n5,6", "stands twice, and the first one counts: lower", "two headings for one column"),
    (
        "7,2,000,,more than,troops,Syria,2018,x",
        "Line 1 is left out: it has 9 cells for 7 columns",
        "a bare comma",
    ),
    (
        "7\t1.000",
        "“1.000” can be read in two ways. Here it was read as 1,000.",
        "a point before three digits",
    ),
    ("7\t1,5", "Here it was read as 1.5.", "a comma before one digit"),
]


@pytest.mark.parametrize(("text", "note", "why"), NOTES)
def test_how_a_table_was_read_is_said(text, note, why):
    assert note in told(read_table(text)), why


@pytest.mark.parametrize(
    "text", ["7\t2000\t2,000", "7\t1,000,000", "7\t1.25", "paragraph\tas_of\n7\t2018-12"]
)
def test_where_there_is_one_way_to_read_it_nothing_is_said(text):
    assert read_table(text).notes == []


@pytest.mark.parametrize("text", ["", "\n \n", "\t\t", "paragraph\tlower", '"open quotation mark\n', "\0"])
def test_text_without_a_table_raises_nothing(text):
    table = read_table(text)
    assert all(row["lower"] is None for row in table.rows)


def test_without_headings_cells_go_on_from_where_one_pastes():
    rows = read_table("about\nnearly", "hedge").rows
    assert [row["hedge"] for row in rows] == ["about", "nearly"]
    assert read_table("about\ttroops", "hedge").rows[0]["counted"] == "troops"
    assert read_table("7", "no such column").rows[0]["paragraph"] == 7


def test_no_more_is_read_than_a_ledger_holds():
    table = read_table("\n".join(f"{number}\t5" for number in range(1, 500)))
    assert len(table.rows) == 100
    assert "room for 100 rows" in told(table)


def test_each_row_knows_its_line():
    assert read_table("paragraph\tlower\n\n7\t5\n\n9\t6").lines == [3, 5]
