"""Is all that comes out of a gradebook written, and nothing left that is not true any more?"""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.grading.collect import Collected
from dateline.grading.gradebook import Gradebook
from dateline.grading.marking import mark_all
from dateline.grading.student import Grading
from dateline.grading.write import write_all
from tests.answer_sheets import model_answers
from tests.grading.making import paper

SET = paper("4")
ANSWERS = {"4.1": model_answers()["4.1"]}
ANNA = Grading(
    "name anna", "Anna Berg", "graded", results=mark_all(Collected(answers=ANSWERS), SET), answers=ANSWERS
)


@pytest.fixture
def book(tmp_path):
    with Gradebook(tmp_path / "gradebook.db") as made:
        made.put(ANNA)
        made.put(replace(ANNA, key="name ../../x", name="../../x"))
        yield made


def pages(folder):
    return sorted(path.name for path in (folder / "feedback").iterdir())


def test_everything_is_written_and_named(tmp_path, book):
    written = write_all(tmp_path, book, SET)
    assert all(path.exists() for path in written)
    names = {path.name for path in written}
    assert names == {"gradebook.csv", "canvas.csv", "moodle.csv", "feedback", "report.html", "report.csv"}


def test_every_student_has_a_page_inside_the_folder(tmp_path, book):
    write_all(tmp_path, book, SET)
    assert [name.rsplit(" ", 1)[0] for name in pages(tmp_path)] == ["Anna Berg", "x"]


def test_a_page_under_an_old_name_goes(tmp_path, book):
    write_all(tmp_path, book, SET)
    write_all(tmp_path, book, SET, pseudonymous=True)
    assert len(pages(tmp_path)) == 2
    assert all(name.startswith("S-") for name in pages(tmp_path))
    assert not (tmp_path / "moodle.csv").exists()


def test_solutions_are_shown_when_asked_for(tmp_path, book):
    for solutions in (False, True):
        write_all(tmp_path, book, SET, solutions=solutions)
        (page, _) = (tmp_path / "feedback" / name for name in pages(tmp_path))
        assert ("A model answer" in page.read_text("utf-8")) == solutions
