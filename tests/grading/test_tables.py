"""Are the tables as a spreadsheet, Canvas and Moodle want them, and can no cell do anything?"""

from __future__ import annotations

import csv
from datetime import datetime

import pytest

from dateline.findings import Result
from dateline.grading.standing import Standing
from dateline.grading.student import Grading
from dateline.grading.tables import canvas_table, gradebook_table, moodle_table, safe, write_table
from tests.grading.making import paper

RESULTS = {
    "4.1": Result("4.1", "t", "partly", 3.5, 5),
    "4.2": Result("4.2", "t", "not yet", 0, 5),
    "4.3": Result("4.3", "t", "not tried", 0, 3),
}
ROSTER = {
    "canvas": "11",
    "sis": "s1",
    "login": "aberg",
    "section": "A",
    "email": "a@x",
    "moodle": "Participant 9",
}
ANNA = Standing(
    Grading("canvas 11", "Berg, Anna", "graded", datetime(2026, 11, 20, 12), notes=("one", "two"),
            results=RESULTS, roster=ROSTER),
    "Berg, Anna", 10,
)  # fmt: skip
BEN = Standing(Grading("moodle 12", "=HYPERLINK(1)"), "=HYPERLINK(1)")


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@SUM(1)", "'@SUM(1)"), ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"), ("  =1", "'  =1"), ("＝1", "'＝1"), ("Anna", "Anna"), ("a=1", "a=1"), (None, ""),
        (3.50, "3.5"), (-2, "-2"), (0, "0"), ("a\x00b", "ab"), ("\ud800", "?"),
    ],
)  # fmt: skip
def test_no_cell_is_a_formula(value, cell):
    assert safe(value) == cell


def written(tmp_path, head, *rows):
    write_table(tmp_path / "a.csv", head, rows)
    with open(tmp_path / "a.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_gradebook_has_a_row_a_student_and_a_column_an_exercise(tmp_path):
    head, row = gradebook_table(paper("4"))
    anna, ben = written(tmp_path, head, row(ANNA), row(BEN))
    assert anna == {
        "student": "Berg, Anna", "key": "canvas 11", "state": "graded",
        "handed in": "2026-11-20 12:00:00", "late (% off)": "10",
        "total": "3.15", "of": "13", "4.1": "3.5", "4.2": "0",
        "4.3": "", "notes": "one | two",
    }  # fmt: skip
    assert (ben["student"], ben["state"], ben["total"], ben["4.1"]) == ("'=HYPERLINK(1)", "missing", "", "")


def test_a_pseudonym_hides_the_key_too(tmp_path):
    head, row = gradebook_table(paper("4"))
    (anna,) = written(tmp_path, head, row(Standing(ANNA.grading, "S-ABCDEF")))
    assert (anna["student"], anna["key"]) == ("S-ABCDEF", "")


def test_canvas_gets_the_columns_of_its_importer(tmp_path):
    head, row, second = canvas_table(paper("4"), "Brief (4711)")
    write_table(tmp_path / "a.csv", head, [second, row(ANNA), row(BEN)])
    lines = (tmp_path / "a.csv").read_text("utf-8").splitlines()
    assert lines == [
        "Student,ID,SIS User ID,SIS Login ID,Section,Brief (4711)",
        "    Points Possible,,,,,13",
        '"Berg, Anna",11,s1,aberg,A,3.15',
        "'=HYPERLINK(1),,,,,",
    ]


def test_moodle_gets_the_columns_of_its_worksheet(tmp_path):
    head, row = moodle_table(paper("4"))
    anna, ben = written(tmp_path, head, row(ANNA), row(BEN))
    assert [anna["Identifier"], anna["Grade"], anna["Last modified (grade)"]] == ["Participant 9", "3.15", ""]
    assert anna["Feedback comments"] == "graded; 10 % off for lateness"
    assert [ben["Identifier"], ben["Grade"], ben["Feedback comments"]] == ["Participant 12", "", "missing"]


def test_a_file_is_replaced_whole_or_stays(tmp_path):
    path = tmp_path / "a.csv"
    write_table(path, ["a"], [])
    rows = ([1 / each] for each in (1, 0))
    with pytest.raises(ZeroDivisionError):
        write_table(path, ["half"], rows)
    assert (path.read_text(), [each.name for each in tmp_path.iterdir()]) == ("a\n", ["a.csv"])
