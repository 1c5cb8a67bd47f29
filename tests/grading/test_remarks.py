"""Are a person's remarks taken whole, once, and kept over every regrade?"""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.errors import KitError
from dateline.grading.collect import Collected
from dateline.grading.gradebook import Gradebook
from dateline.grading.marking import mark_all
from dateline.grading.remarks import import_remarks
from dateline.grading.standing import pseudonyms
from dateline.grading.student import Grading
from tests.grading.making import paper

SET = paper("7")
ANNA = Grading("name anna", "Anna", "graded", results=mark_all(Collected(), SET))
HEAD = "key,student,exercise,points,comment,question,reasoning,alternative,facts,fair,clear\n"


@pytest.fixture
def book(tmp_path):
    with Gradebook(tmp_path / "gradebook.db") as made:
        for key, name in (("name anna", "Anna"), ("canvas 1", "Ben"), ("canvas 2", "Ben"), ("name =x", "=x")):
            made.put(replace(ANNA, key=key, name=name))
        yield made


def taken(book, text):
    path = book.path.with_name("remarks.csv")
    path.write_text(text, encoding="utf-8")
    return import_remarks(path, book, SET, "teacher")


def test_a_pseudonym_is_as_good_as_a_key(book):
    assert taken(book, f"key,exercise,points\n{pseudonyms(book)('canvas 2')},7.4,1\n") == 1
    assert book.grading("canvas 2").points("7.4") == 1


def test_points_comment_and_rubric_are_taken(book):
    assert taken(book, HEAD + 'name anna,Anna,7.4,"3,5","Well, good.",proficient,,,,basic,\n') == 1
    anna = book.grading("name anna")
    assert (anna.points("7.4"), anna.comments["7.4"]) == (3.5, "Well, good.")
    assert anna.rubric["7.4"] == {
        "Does the bottom line answer the question?": "proficient",
        "Is it fair?": "basic",
    }


def test_the_same_file_again_adds_nothing_and_a_regrade_keeps_it(book):
    text = HEAD + "name anna,,7.4,3,,,,,,,\n"
    assert [taken(book, text), taken(book, text)] == [1, 0]
    book.put(replace(ANNA, digest="new"))
    assert book.grading("name anna").points("7.4") == 3


def test_an_empty_row_takes_the_points_back(book):
    taken(book, HEAD + "name anna,,7.4,3,,,,,,,\n")
    assert taken(book, HEAD + "name anna,,7.4,,,,,,,,\n") == 1
    assert book.grading("name anna").manual == {}


def test_a_name_will_do_where_only_one_student_has_it(book):
    assert taken(book, "student,exercise,points\nAnna,7.4,1\n'=x,7.4,2\n") == 2
    assert book.grading("name =x").points("7.4") == 2


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("name zoe,,7.4,3,,,,,,,", "row 3: the gradebook has no student with the key 'name zoe'"),
        (",Ben,7.4,3,,,,,,,", "more than one student called 'Ben'"),
        (",Zoe,7.4,3,,,,,,,", "no student called 'Zoe'"),
        ("name anna,,9.9,3,,,,,,,", "no exercise '9.9'"),
        ("name anna,,7.4,6,,,,,,,", "'6' is no number of points from 0 to 5"),
        ("name anna,,7.4,-1,,,,,,,", "'-1' is no number"),
        ("name anna,,7.4,nan,,,,,,,", "'nan' is no number"),
        ("name anna,,7.4,3,,brilliant,,,,,", "'brilliant' is no step of the rubric"),
    ],
)
def test_a_fault_is_told_by_its_row_and_nothing_is_taken(book, row, told):
    with pytest.raises(KitError) as fault:
        taken(book, f"{HEAD}name anna,,7.4,3,,,,,,,\n{row}\n")
    assert told in str(fault.value)
    assert book.grading("name anna").manual == {}


@pytest.mark.parametrize("text", ["", "a,b\n1,2\n", "student,points\nAnna,1\n"])
def test_a_file_without_the_columns_is_told(book, text):
    with pytest.raises(KitError, match="columns exercise, and key or student"):
        taken(book, text)
