"""Does a grade stand once it is known, with its history and what a person added?"""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import datetime

import pytest

from dateline.errors import KitError
from dateline.findings import Finding, Place, Result
from dateline.grading.gradebook import Gradebook
from dateline.grading.student import Grading

PLACE = Place("S1", 7, 3, 8, "2,000")
RESULT = Result(
    "4.1",
    "The ledger",
    "partly",
    3.5,
    5,
    (Finding("hedge-dropped", "wrong", "row 1", 0, 1, {"given": "é"}, PLACE),),
)
ANNA = Grading(
    "name anna", "Anna", "graded", datetime(2026, 11, 20, 12), "abc", ("a note",), ("a.ipynb",), {"4.1": 2},
    {"4.1": RESULT}, {"4.1": [{"lower": 1}]}, roster={"email": "a@x"},
)  # fmt: skip


@pytest.fixture
def book(tmp_path):
    with Gradebook(tmp_path / "gradebook.db") as made:
        yield made


def test_what_is_put_in_stands(book):
    book.put(ANNA)
    assert book.grading("name anna", "Anna") == ANNA
    assert list(book.gradings()) == [ANNA]
    assert book.digest_of("name anna") == "abc"


def test_another_process_sees_it_at_once(book):
    book.put(ANNA)
    with Gradebook(book.path) as other:
        assert other.digest_of("name anna") == "abc"


def test_a_new_grading_is_added_and_the_old_one_is_history(book):
    book.put(ANNA)
    book.put(replace(ANNA, state="not gradable", results={}, answers={}, digest="def"))
    assert [(state, total) for _when, state, total in book.history("name anna")] == [
        ("graded", 3.5),
        ("not gradable", 0),
    ]
    assert book.grading("name anna", "Anna").results == {}


def test_who_handed_in_nothing_is_missing(book):
    book.enroll("canvas 1", "Ben", {"section": "b"})
    (ben,) = book.gradings()
    assert (ben.state, ben.results, ben.roster, book.digest_of("canvas 1")) == (
        "missing",
        {},
        {"section": "b"},
        "",
    )


def test_a_roster_is_kept_when_none_is_given_later(book):
    book.put(ANNA)
    book.enroll("name anna", "Anna Berg")
    assert (book.grading("name anna").roster, book.students()) == (
        {"email": "a@x"},
        [("name anna", "Anna Berg")],
    )


def test_only_who_has_nothing_is_withdrawn(book):
    book.put(ANNA)
    book.enroll("canvas 1", "Ben")
    for key in ("name anna", "canvas 1"):
        book.withdraw(key)
    assert book.students() == [("name anna", "Anna")]


def test_a_persons_points_outlive_a_regrade(book):
    book.put(ANNA)
    book.remark("name anna", "4.1", 4.5, "Well argued.", "T. Teacher", {"fair": "proficient"})
    book.put(replace(ANNA, digest="def"))
    anna = book.grading("name anna")
    assert (anna.points("4.1"), anna.total, anna.comments) == (4.5, 4.5, {"4.1": "Well argued."})
    assert anna.rubric == {"4.1": {"fair": "proficient"}}
    book.remark("name anna", "4.1", None, "", "T. Teacher")
    anna = book.grading("name anna")
    assert (anna.points("4.1"), anna.comments, anna.rubric) == (3.5, {}, {})


def test_a_setting_is_made_once(book):
    assert [book.setting("salt", "1"), book.setting("salt", "2"), book.setting("none")] == ["1", "1", ""]


def test_a_grading_is_in_it_wholly_or_not_at_all(book):
    broken = replace(ANNA, answers={"4.1": object()})
    with pytest.raises(TypeError):
        book.put(broken)
    assert book.students() == []


def test_a_full_disk_is_told_and_what_stood_stands(book):
    book.put(ANNA)
    pages = book._db.execute("PRAGMA page_count").fetchone()[0]
    book._db.execute(f"PRAGMA max_page_count={pages}")  # SQLite then says what it says of a full disk
    with pytest.raises(KitError, match=r"cannot be written \(database or disk is full\)"):
        book.put(replace(ANNA, key="name ben", name="Ben", answers={"4.1": "x" * 10**6}))
    assert [each.name for each in book.gradings()] == ["Anna"]


@pytest.mark.parametrize("content", [b"no database at all, but a text of some length" * 50, None])
def test_a_file_that_is_no_gradebook_is_told(tmp_path, content):
    path = tmp_path / "gradebook.db"
    if content is None:
        with sqlite3.connect(path) as db:
            db.execute("PRAGMA user_version=99")
    else:
        path.write_bytes(content)
    with pytest.raises(KitError, match="gradebook"):
        Gradebook(path)
