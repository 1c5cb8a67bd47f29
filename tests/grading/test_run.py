"""Is a class graded from beginning to end, and only what is new when it is graded again?"""

from __future__ import annotations

import pytest

from dateline.errors import KitError
from dateline.grading.gradebook import Gradebook
from dateline.grading.papers import PaperSpec
from dateline.grading.pool import Setup
from dateline.grading.roster import Enrolled
from dateline.grading.run import grade_class
from tests.grading.making import LESSON, answered, notebook, put

SETUP = Setup(PaperSpec(only=("4",)))
ROSTER = [Enrolled("Anna Berg", {"email": "a@x"}), Enrolled("Ben Core"), Enrolled("Cleo Dean")]


@pytest.fixture
def book(tmp_path):
    with Gradebook(tmp_path / "gradebook.db") as made:
        yield made


@pytest.fixture
def class_(tmp_path):
    files = {name: notebook(*answered("4.1")) for name in ("anna berg", "ben core")}
    return put(tmp_path / "in", {f"{name}/{LESSON}": data for name, data in files.items()})


def states(book):
    return {each.name: (each.state, each.total) for each in book.gradings()}


def test_a_class_is_graded_and_stays_so(book, class_):
    steps = []
    summary = grade_class([class_], book, SETUP, 2, on_start=steps.append, on_step=lambda: steps.append("."))
    assert (summary.graded, summary.unchanged, summary.refused) == ({"graded": 2}, 0, {})
    assert steps == [2, ".", "."]
    assert states(book) == {"anna berg": ("graded", 5), "ben core": ("graded", 5)}
    assert grade_class([class_], book, SETUP, 1).unchanged == 2


@pytest.mark.parametrize("name", ["Anna Berg", "name anna berg", "all"])
def test_who_is_named_is_graded_again(book, class_, name):
    grade_class([class_], book, SETUP, 1)
    again = grade_class([class_], book, SETUP, 1, regrade=[name])
    assert again.graded == {"graded": 2 if name == "all" else 1}
    assert len(book.history("name anna berg")) == 2


def test_a_name_that_nobody_has_is_told_with_the_nearest(book, class_):
    with pytest.raises(KitError, match=r"Nobody here is called 'Ana Berg'\. Nearest: anna berg"):
        grade_class([class_], book, SETUP, 1, regrade=["Ana Berg"])


def test_the_roster_gives_names_and_shows_who_is_missing(book, class_):
    summary = grade_class([class_], book, SETUP, 1, roster=ROSTER)
    assert summary.doubts == []
    assert states(book) == {
        "Anna Berg": ("graded", 5),
        "Ben Core": ("graded", 5),
        "Cleo Dean": ("missing", 0),
    }


def test_who_was_missing_and_hands_in_has_one_row(book, class_):
    put(class_, {f"cleo dean/{LESSON}": notebook(*answered("4.1"))})
    (class_ / f"cleo dean/{LESSON}").rename(class_.parent / "kept.ipynb")
    grade_class([class_], book, SETUP, 1, roster=ROSTER)
    (class_.parent / "kept.ipynb").rename(class_ / f"cleo dean/{LESSON}")
    grade_class([class_], book, SETUP, 1, roster=ROSTER)
    assert states(book) == dict.fromkeys(["Anna Berg", "Ben Core", "Cleo Dean"], ("graded", 5))


def test_who_is_not_among_the_files_any_more_keeps_the_grade(book, class_, tmp_path):
    grade_class([class_], book, SETUP, 1, roster=ROSTER)
    empty = put(tmp_path / "new", {f"cleo dean/{LESSON}": notebook(*answered())})
    grade_class([empty], book, SETUP, 1, roster=ROSTER)
    assert states(book)["Anna Berg"] == ("graded", 5)
    assert len(states(book)) == 3


def test_names_alike_are_said(book, tmp_path):
    put(tmp_path / "in", {f"{name}/{LESSON}": b"" for name in ("Jose", "José")})
    summary = grade_class([tmp_path / "in"], book, SETUP, 1)
    assert summary.doubts == ["“Jose” and “José” are called alike: they are graded apart"]
    assert len(book.students()) == 2
