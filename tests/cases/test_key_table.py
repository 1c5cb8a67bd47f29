"""Is a row of a table changed, added and struck with every other byte of its file left alone?"""

from __future__ import annotations

import csv

import pytest

from dateline.cases.key_table import MARK, KeyTable, columns_of
from dateline.cases.rows import TABLES, read_rows

HEAD = "id,source,edtf,note\n"


def dates(*lines: str, head: str = HEAD) -> KeyTable:
    return KeyTable("dates", head + "".join(lines))


CHANGED = [
    # the text before, the text with 2020 in the date of T02, why
    ("T01,S1,2019,\nT02,S1,2019,\n", "T01,S1,2019,\nT02,S1,2020,\n", "plain"),
    ("T02,S1,2019,\nT02x,S1,2019,\n", "T02,S1,2020,\nT02x,S1,2019,\n", "an id that begins alike"),
    ('T01,S1," 2019 ",""\nT02,S1,2019,\n', 'T01,S1," 2019 ",""\nT02,S1,2020,\n', "odd quotes of another row"),
    ('"T02","S1","2019","a"\n', '"T02","S1","2020","a"\n', "a row in quotes stays in quotes"),
    ('T02,S1,2019,"a, b"\n', 'T02,S1,2020,"a, b"\n', "a comma in a cell"),
    ('T01,S1,2019,"a\nb"\nT02,S1,2019,\n', 'T01,S1,2019,"a\nb"\nT02,S1,2020,\n', "a line end in a cell"),
    ('T02,S1,2019,"a ""b"""\n', 'T02,S1,2020,"a ""b"""\n', "quotation marks in a cell"),
    ("\nT01,S1,2019,\n\n\nT02,S1,2019,\n", "\nT01,S1,2019,\n\n\nT02,S1,2020,\n", "empty lines"),
    ("T02,S1,2019,", "T02,S1,2020,", "no line end at the end of the file"),
    (" T02 ,S1,2019,\n", " T02 ,S1,2020,\n", "blanks around an id"),
    ("T02,S1,2019,é “🚁” \u2028 \x0b\n", "T02,S1,2020,é “🚁” \u2028 \x0b\n", "odd line ends are none"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after", "why"), CHANGED)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
def test_a_cell_is_changed_and_nothing_else(before, after, why, end):
    table = dates(before).text.replace("\n", end)
    changed = KeyTable("dates", table).with_cells("T02", {"edtf": "2020"})
    assert changed.text == (HEAD + after).replace("\n", end), why


def test_what_is_not_changed_is_the_same_table():
    table = dates('"T01",S1, 2019 ,\n')
    assert table.with_cells("T01", {"edtf": "2019", "note": ""}) is table
    assert table.with_cells("T09", {"edtf": ""}) is table


def test_the_mark_of_a_spreadsheet_stays_and_is_no_part_of_the_first_column():
    table = KeyTable("dates", MARK + HEAD + "T01,S1,2019,\n")
    assert table.columns[0] == "id"
    assert table.with_cells("T01", {"edtf": "2020"}).text == MARK + HEAD + "T01,S1,2020,\n"
    assert table.without("T01").text == MARK + HEAD
    assert table.plain == HEAD + "T01,S1,2019,\n"


def test_a_row_is_struck_with_all_its_lines():
    table = dates('T01,S1,2019,"a\nb"\n', "T02,S1,2019,\n")
    assert table.without("T01").text == HEAD + "T02,S1,2019,\n"
    assert table.without("T03").text == table.text


@pytest.mark.parametrize(
    ("before", "after", "expected", "why"),
    [
        ("T01,S1,2019,\nT02,S1,2019,\n", "T01", "T01,S1,2019,\nT03,S2,,x\nT02,S1,2019,\n", "behind a row"),
        ("T01,S1,2019,\n", None, "T01,S1,2019,\nT03,S2,,x\n", "as the last"),
        ("T01,S1,2019,", None, "T01,S1,2019,\nT03,S2,,x\n", "the last line had no end"),
        ("T01,S1,2019,", "T01", "T01,S1,2019,\nT03,S2,,x\n", "the row before had no end"),
        ("", None, "T03,S2,,x\n", "the first row"),
        ("T01,S1,2019,\n", "T09", "T01,S1,2019,\nT03,S2,,x\n", "a row that is gone"),
    ],
)
def test_a_row_is_added_in_the_columns_of_its_file(before, after, expected, why):
    row = {"id": "T03", "source": "S2", "note": "x", "edtf": ""}
    assert dates(before).with_row(row, after).text == HEAD + expected, why


def test_a_column_that_a_file_lacks_is_put_at_its_right_edge():
    table = KeyTable("dates", "id,edtf\r\nT01,2019\r\n\r\nT02,2020\r\n")
    changed = table.with_cells("T02", {"note": "a, b"})
    assert changed.text == 'id,edtf,note\r\nT01,2019,\r\n\r\nT02,2020,"a, b"\r\n'
    assert table.with_row({"id": "T03", "event": "it ends"}).row("T03")["event"] == "it ends"


@pytest.mark.parametrize("name", TABLES)
def test_a_table_without_a_file_gets_all_its_columns(name):
    table = KeyTable(name).with_row({"id": "X01"})
    assert table.columns == columns_of(name)
    assert set(columns_of(name)) == set(TABLES[name].model_fields)


def test_rows_are_those_that_the_loader_reads():
    table = dates(' T01 ,S1," 2019 ",\n', "T02,S1,2020,x\n")
    rows, problems = read_rows(table.plain, "dates")
    assert problems == []
    assert [(row.id, row.edtf, row.note) for row in rows] == [
        (cells["id"], cells["edtf"], cells["note"]) for cells in table.rows
    ]


def test_a_file_that_is_no_csv_is_told():
    with pytest.raises(csv.Error):
        _ = dates('T01,S1,"2019" x,\n').rows
