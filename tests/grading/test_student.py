"""Is a student graded once, and again only when something changed?"""

from __future__ import annotations

import os

import pytest

from dateline.errors import KitError
from dateline.grading import student as module
from dateline.grading.intake import gather
from dateline.grading.limits import Limits
from dateline.grading.sandbox import Ran
from dateline.grading.store import Store
from dateline.grading.student import grade_student
from tests.grading.making import LESSON, answered, notebook, paper, points, put


def graded(tmp_path, known="", run=None, limits=Limits(), only=("4",)):  # noqa: B008 - frozen
    with Store() as store:
        (submission,) = gather(store, [tmp_path])
        return grade_student(store, submission, paper(*only), run, limits, known)


@pytest.fixture
def anna(tmp_path):
    put(tmp_path, {f"anna/{LESSON}": notebook(*answered("4.1", "4.3"))})
    return tmp_path


def test_points_are_those_of_the_answers(anna):
    grading = graded(anna)
    assert (grading.state, points(grading), grading.total) == ("graded", {"4.1": 5, "4.3": 3}, 8)
    assert grading.files == (LESSON,) or grading.files == (f"anna/{LESSON}",)


def test_nothing_is_graded_twice(anna):
    assert graded(anna, graded(anna).digest) is None


@pytest.mark.parametrize(
    "change",
    [
        lambda path: path.write_bytes(notebook(*answered("4.1"))),
        lambda path: os.utime(path, (0, 1)),  # when it was handed in decides how late it is
        lambda path: path.rename(path.with_name("04-record-the-figures (1).ipynb")),
    ],
)
def test_a_change_is_graded(anna, change):
    known = graded(anna).digest
    change(anna / "anna" / LESSON)
    assert graded(anna, known) is not None


def test_another_paper_is_graded(anna):
    assert graded(anna, graded(anna).digest, only=("4.1",)) is not None


def test_who_was_cut_short_is_graded_again_with_other_limits_only(anna):
    put(anna, {f"anna/{LESSON}": notebook("figures = [0 + 1]")})

    def slow(_cells, _names):
        return Ran("timed out")

    known = graded(anna, run=slow).digest
    assert graded(anna, known, slow) is None
    assert graded(anna, known, slow, Limits(seconds=120)) is not None


def test_who_has_to_be_run_where_nothing_can_be_run_is_told(anna):
    put(anna, {f"anna/{LESSON}": notebook("figures = [0 + 1]")})

    def refuses(_cells, _names):
        raise KitError("no bubblewrap")

    with pytest.raises(KitError, match="no bubblewrap"):
        graded(anna, run=refuses)


def test_more_than_anyone_can_need_is_not_read(anna, monkeypatch):
    monkeypatch.setattr(module, "MOST", 100)
    grading = graded(anna)
    assert (grading.state, grading.results) == ("not gradable", {})
    assert "were handed in" in grading.notes[0]
    assert graded(anna, grading.digest) is None


def test_what_is_not_gradable_has_no_points_and_no_0(anna):
    put(anna, {f"anna/{LESSON}": b"nothing"})
    grading = graded(anna)
    assert (grading.state, grading.results, grading.points("4.1")) == ("not gradable", {}, None)
