"""Is every student answered by the worker processes, whatever one of them does?"""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest

from dateline.errors import KitError
from dateline.grading import pool
from dateline.grading.intake import Submission, gather
from dateline.grading.papers import PaperSpec
from dateline.grading.pool import Setup, Task, grade_all
from dateline.grading.store import Store
from dateline.grading.student import Grading
from dateline.grading.who import Student
from tests.grading.making import LESSON, answered, notebook, points, put

SETUP = Setup(PaperSpec(only=("4",)))


def tasks(*names):
    return [Task(Submission(Student(f"name {name}", name))) for name in names]


def pretend(monkeypatch, grade):
    """Let workers, which are forked from here, do something else than grading."""
    monkeypatch.setattr(pool, "grade_student", lambda _store, submission, *_rest: grade(submission.student))


def graded(student):
    return Grading(student.key, student.name, "graded", notes=(str(os.getpid()),))


def test_everybody_is_graded_by_as_many_processes_as_asked_for(tmp_path):
    put(tmp_path, {f"s{n}/{LESSON}": notebook(*answered("4.1", "4.2")[: n % 5 + 1]) for n in range(12)})
    with Store() as store:
        found = list(grade_all([Task(each) for each in gather(store, [tmp_path])], SETUP, 2))
    names = sorted(each.grading.name for each in found)
    assert names == sorted(f"s{n}" for n in range(12))
    for each in found:
        n = int(each.grading.name[1:])
        assert points(each.grading) == ({"4.1": 5} if n % 5 else {}) | ({"4.2": 5} if n % 5 > 2 else {})


@pytest.mark.parametrize(
    "end",
    [lambda: os.kill(os.getpid(), signal.SIGKILL), lambda: os._exit(0), lambda: 1 / 0, lambda: [0] * 2**60],
)
def test_a_worker_that_ends_costs_only_its_own_student(monkeypatch, end):
    pretend(monkeypatch, lambda student: end() if student.name == "eve" else graded(student))
    found = {
        each.grading.name: each.grading.state for each in grade_all(tasks("a", "eve", "b", "c"), SETUP, 2)
    }
    assert found == {"a": "graded", "eve": "not gradable", "b": "graded", "c": "graded"}


def test_a_worker_that_hangs_is_stopped(monkeypatch):
    monkeypatch.setattr(pool, "SPARE", 0.3)
    monkeypatch.setattr(pool, "_NOTEBOOKS", 0)
    pretend(monkeypatch, lambda student: time.sleep(60) if student.name == "eve" else graded(student))
    found = {each.grading.name: each.grading for each in grade_all(tasks("eve", "a"), SETUP, 1)}
    assert (found["eve"].state, found["eve"].notes, found["a"].state) == (
        "not gradable",
        (pool.NOT_DONE,),
        "graded",
    )


def test_who_cannot_be_run_here_is_told_apart_from_a_grade(monkeypatch):
    def refuse(_student):
        raise KitError("no bubblewrap")

    pretend(monkeypatch, refuse)
    (done,) = grade_all(tasks("a"), SETUP, 1)
    assert (done.grading, done.refused) == (None, "no bubblewrap")


def test_workers_end_with_the_one_who_asked(monkeypatch):
    pretend(monkeypatch, graded)
    work = grade_all(tasks(*"abcdef"), SETUP, 2)
    numbers = {int(next(work).grading.notes[0]) for _ in range(3)}
    work.close()
    assert numbers
    assert not [number for number in numbers if Path(f"/proc/{number}").exists()]


def test_nobody_to_grade_is_no_work():
    assert list(grade_all([], SETUP, 2)) == []
