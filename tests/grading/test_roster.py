"""Is a class list read from Canvas, Moodle and plain tables, and is nobody guessed?"""

from __future__ import annotations

import pytest

from dateline.errors import KitError
from dateline.grading.intake import Submission
from dateline.grading.roster import Enrolled, called, match, read_roster
from dateline.grading.who import Student

CANVAS = """Student,ID,SIS User ID,SIS Login ID,Section,Dateline (77)
    Points Possible,,,,,120
"Berg, Anna",11,s1,aberg,A,
"Student, Test",99,,,A,
"""
MOODLE = """Identifier,Full name,Email address,Status,Grade
Participant 11,Anna Berg,anna@x.org,Submitted,-
"""


def roster(tmp_path, text, encoding="utf-8"):
    path = tmp_path / "class.csv"
    path.write_text(text, encoding)
    return read_roster(path)


@pytest.mark.parametrize(
    ("text", "name", "key"),
    [
        (CANVAS, "Berg, Anna", "canvas 11"),
        (MOODLE, "Anna Berg", "moodle 11"),
        ("First name;Surname;ID number;Email address\nAnna;Berg;s1;a@x\n", "Anna Berg", "list annaberg s1"),
        ("name\tsection\nAnna Berg\tA\n\n", "Anna Berg", "list annaberg"),
        ("\ufeffNAME\nAnna Berg", "Anna Berg", "list annaberg"),
    ],
    ids=["canvas", "moodle worksheet", "moodle participants", "plain", "one column"],
)
def test_lists_are_read(tmp_path, text, name, key):
    (row,) = roster(tmp_path, text)
    assert (row.name, row.key) == (name, key)


@pytest.mark.parametrize(
    ("text", "encoding", "told"),
    [
        ("", "utf-8", "no column for names"),
        ("a,b\n1,2", "utf-8", "no column for names"),
        ("name\né", "latin-1", "UTF-8"),
    ],
)
def test_what_is_no_list_is_told(tmp_path, text, encoding, told):
    with pytest.raises(KitError, match=told):
        roster(tmp_path, text, encoding)


def test_what_files_may_be_named_after():
    names = called(Enrolled("Berg, Änna", {"login": "aberg", "email": "anna.berg@x.org", "sis": "s1"}))
    assert names == {"berganna", "annaberg", "aberg", "s1", "annabergxorg"}


def matched(names, rows):
    return match([Submission(Student(f"name {name}", name)) for name in names], rows)


ANNA, BEN = Enrolled("Berg, Anna", {"canvas": "11"}), Enrolled("Ben Core", {"email": "ben@x.org"})


@pytest.mark.parametrize("name", ["Anna Berg", "anna berg", "berganna", "11"])
def test_a_submission_gets_the_rosters_name(name):
    found = matched([name], [ANNA, BEN])
    assert [each.student.name for each in found.submissions] == ["Berg, Anna"]
    assert (found.missing, found.doubts) == ([BEN], [])
    assert found.rosters == {f"name {name}": {"canvas": "11"}}


def test_a_platforms_number_decides_whatever_the_name():
    found = match([Submission(Student("canvas 11", "someone"))], [ANNA])
    assert (found.submissions[0].student.name, found.missing) == ("Berg, Anna", [])


@pytest.mark.parametrize(
    ("names", "rows", "doubt", "missing"),
    [
        (["Eve"], [ANNA], "“Eve” is on no line of the roster", 1),
        (["Anna Berg"], [ANNA, Enrolled("Anna Berg", {"sis": "s2"})], "may be Berg, Anna or Anna Berg s2", 2),
        (["Anna Berg", "berganna"], [ANNA], "may both be Berg, Anna of the roster: they are graded apart", 1),
        ([], [BEN, Enrolled("Ben Core", {"sis": "s2"})], "the roster has 2 students called Ben Core", 2),
        (["Аnna Berg"], [ANNA], "is on no line", 1),
    ],
)
def test_what_is_not_clear_is_said_and_not_guessed(names, rows, doubt, missing):
    found = matched(names, rows)
    assert any(doubt in each for each in found.doubts), found.doubts
    assert [each.student.name for each in found.submissions] == names
    assert len(found.missing) == missing
