"""Is each student of a chapter counted, tabled and paged once, under the name that is to be shown?"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from dateline.grading.chapters import Style, Writer, file_name
from dateline.grading.collect import Collected
from dateline.grading.gradebook import Gradebook
from dateline.grading.late import LateRules
from dateline.grading.marking import mark_all
from dateline.grading.standing import Standing
from dateline.grading.student import Grading
from tests.answer_sheets import model_answers
from tests.grading.making import paper

SET = paper("4", "7")
ANSWERS = {id: model_answers()[id] for id in ("4.1", "7.3")}
RESULTS = mark_all(Collected(answers=ANSWERS), SET)
ANNA = Grading("name anna", "Anna", "graded", datetime(2026, 11, 20, 12), results=RESULTS, answers=ANSWERS)


@pytest.fixture
def book(tmp_path):
    with Gradebook(tmp_path / "gradebook.db") as made:
        made.put(ANNA)
        made.put(replace(ANNA, key="name ben", name="Ben", results={}, answers={}, state="not gradable"))
        yield made


def written(tmp_path, book, style=None, known=None):
    return Writer(tmp_path, book, SET, style or Style(), known or {}).write(book.students())


def test_a_chapter_holds_a_row_in_each_table_and_a_share_of_the_report(tmp_path, book):
    chapter = written(tmp_path, book)
    assert {table: [row[0] for row in rows] for table, rows in chapter.rows.items()} == {
        "gradebook.csv": ["Anna", "Ben"], "canvas.csv": ["Anna", "Ben"], "moodle.csv": ["", ""]
    }  # fmt: skip
    assert (chapter.insight.students, chapter.insight.exercises["4.1"].right) == (2, 1)
    assert [(each["student"], each["exercise"]) for each in chapter.briefs] == [("Anna", "7.3")]
    assert sorted(path.name for path in tmp_path.glob("*.html")) == sorted(chapter.pages)


def test_only_what_is_new_is_written(tmp_path, book):
    first = written(tmp_path, book)
    assert first.new == first.pages
    assert written(tmp_path, book, known=first.pages).new == {}
    late = Style(rules=LateRules(due="2026-11-20T10:00", per_day=10))
    assert [name[:4] for name in written(tmp_path, book, late, first.pages).new] == ["Anna", "Ben "]


def test_under_pseudonyms_no_table_names_anybody(tmp_path, book):
    chapter = written(tmp_path, book, Style(pseudonymous=True))
    assert set(chapter.rows) == {"gradebook.csv"}
    assert all(str(row[0]).startswith("S-") and row[1] is None for row in chapter.rows["gradebook.csv"])
    assert all(name.startswith("S-") for name in chapter.pages)


@pytest.mark.parametrize(
    ("name", "plain"), [("Anna Berg", "Anna Berg"), ("../../x", "x"), ("", "student"), ("é" * 99, "é" * 60)]
)
def test_the_name_of_a_page_is_one_that_files_may_have(name, plain):
    one, other = (file_name(Standing(replace(ANNA, key=key), name)) for key in ("name a", "name b"))
    assert one.rsplit(" ", 1)[0] == plain
    assert one != other, "namesakes have pages of their own"
