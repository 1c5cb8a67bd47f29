"""Is all that comes out of a gradebook written, and nothing left that is not true any more?"""

from __future__ import annotations

import os
import signal
from dataclasses import replace

import pytest

from dateline.errors import KitError
from dateline.grading import chapters, write
from dateline.grading.chapters import Style
from dateline.grading.collect import Collected
from dateline.grading.gradebook import Gradebook
from dateline.grading.late import LateRules
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
    write_all(tmp_path, book, SET, Style(pseudonymous=True))
    assert len(pages(tmp_path)) == 2
    assert all(name.startswith("S-") for name in pages(tmp_path))
    assert not (tmp_path / "moodle.csv").exists()


def test_solutions_are_shown_when_asked_for(tmp_path, book):
    for solutions in (False, True):
        write_all(tmp_path, book, SET, Style(solutions=solutions))
        (page, _) = (tmp_path / "feedback" / name for name in pages(tmp_path))
        assert ("A model answer" in page.read_text("utf-8")) == solutions


def changed(folder):
    """The pages that were written since they were last made old."""
    new = [path.name.split()[0] for path in (folder / "feedback").iterdir() if path.stat().st_mtime > 1]
    for path in (folder / "feedback").iterdir():
        os.utime(path, (0, 0))
    return sorted(new)


def test_a_page_is_written_again_only_where_it_shows_something_new(tmp_path, book):
    write_all(tmp_path, book, SET)
    assert changed(tmp_path) == ["Anna", "x"]
    write_all(tmp_path, book, SET)
    assert changed(tmp_path) == []
    book.remark("name anna", "4.1", 2, "Look again.", "teacher")
    write_all(tmp_path, book, SET)
    assert changed(tmp_path) == ["Anna"]
    book.put(replace(ANNA, key="name ../../x", name="../../x", state="partly run"))
    write_all(tmp_path, book, SET)
    assert changed(tmp_path) == ["x"]
    write_all(tmp_path, book, SET, Style(rules=LateRules(due="2026-11-20T10:00", per_day=10)))
    assert changed(tmp_path) == [], "nobody knows when, so nobody is late"
    write_all(tmp_path, book, SET, Style(solutions=True))
    assert changed(tmp_path) == ["Anna", "x"]


def test_a_page_that_is_gone_is_written_again(tmp_path, book):
    write_all(tmp_path, book, SET)
    (tmp_path / "feedback" / pages(tmp_path)[0]).unlink()
    write_all(tmp_path, book, SET)
    assert len(pages(tmp_path)) == 2


def test_more_processes_write_the_same(tmp_path, book, monkeypatch):
    monkeypatch.setattr(write, "A_CHAPTER", 2)
    for n in range(7):
        book.put(replace(ANNA, key=f"name s{n}", name=f"S{n}"))
    written = []
    for jobs in (1, 3):
        out = tmp_path / str(jobs)
        out.mkdir()
        book.forget_pages(book.pages())
        write_all(out, book, SET, jobs=jobs)
        written.append({str(path.relative_to(out)): path.read_bytes() for path in out.rglob("*.*")})
    assert written[0] == written[1]
    assert len(written[0]) == 9 + 5


def test_a_process_that_is_ended_is_told_and_costs_no_grade(tmp_path, book, monkeypatch):
    monkeypatch.setattr(write, "A_CHAPTER", 1)
    monkeypatch.setattr(chapters, "feedback_page", lambda *_: os.kill(os.getpid(), signal.SIGKILL))
    with pytest.raises(KitError, match="All grades are kept"):
        write_all(tmp_path, book, SET, jobs=2)
    assert not list(tmp_path.glob("*.csv"))


def test_what_a_killed_run_had_begun_goes_after_a_while(tmp_path, book):
    write_all(tmp_path, book, SET)
    for name, when in (
        (".gradebook.csv-abc.tmp", 0),
        ("feedback/.x.html-abc.tmp", 0),
        (".report.html-x.tmp", None),
    ):
        (tmp_path / name).write_text("half")
        os.utime(tmp_path / name, None if when is None else (when, when))
    write_all(tmp_path, book, SET)
    assert [path.name for path in tmp_path.rglob("*.tmp")] == [".report.html-x.tmp"]
