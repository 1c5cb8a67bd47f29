"""Does a cluster give the same grades as one machine, and does it survive the loss of a worker?"""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

from dateline.cli import main
from dateline.errors import KitError
from dateline.grading.gradebook import Gradebook
from dateline.grading.limits import Limits
from dateline.grading.papers import PaperSpec
from dateline.grading.pool import Setup
from dateline.grading.run import grade_class
from tests.answer_sheets import KIT
from tests.grading.making import LESSON, answered, notebook, put, zipped

pytest.importorskip("distributed", reason="the extra `cluster` is not installed")
cluster = pytest.importorskip("dateline.grading.cluster")

SETUP = Setup(PaperSpec(only=("4",)), Limits(seconds=20))
RUN = notebook(*answered("4.1"), "later_figures = [{} for _ in range(2)]")


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def commands(port):
    """The lines of the README that start a scheduler and workers, with a port that is free."""
    (block,) = re.findall(
        r"```\n(\.venv/bin/dask scheduler.*?)```", (KIT / "README.md").read_text(), re.DOTALL
    )
    lines = [line.replace("8786", str(port)).split() for line in block.splitlines()]
    assert [line[:2] for line in lines] == [
        [".venv/bin/dask", "scheduler"], [".venv/bin/dask", "worker"], ["dateline", "grade"]
    ]  # fmt: skip
    return lines


@contextmanager
def started(home):
    """A scheduler and two workers, started as the README says; yields the address and both processes."""
    scheduler, workers, grade = commands(free_port())
    (address,) = (word for word in grade if word.startswith("tcp://"))
    surroundings = {**os.environ, "PYTHONPATH": str(KIT), "TMPDIR": str(home)}
    running = [
        subprocess.Popen(
            [str(Path(sys.executable).parent / "dask"), *words[1:]], cwd=home, env=surroundings,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
        )
        for words in (scheduler, workers)
    ]  # fmt: skip
    try:
        with cluster.Client(address, timeout=60, set_as_default=False) as client:
            client.wait_for_workers(2, timeout=60)
        yield address, running
    finally:
        for process in reversed(running):
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGTERM)
        for process in running:
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    with started(tmp_path_factory.mktemp("cluster")) as (address, _):
        yield address


def files():
    made = {f"s{n:02}/{LESSON}": notebook(*answered("4.1", "4.3")[: 3 + n % 5]) for n in range(12)}
    made |= {f"run{n}/{LESSON}": RUN for n in range(4)}
    made |= {"broken/04.ipynb": b"{", "nothing/note.txt": b"x"}
    return made | {"packed.zip": zipped({LESSON: notebook(*answered("4.2"))})}


def told(book):
    """All that a gradebook holds of each student."""
    return {each.key: vars(each) | {"stamp": ""} for each in book.gradings()}


def test_a_cluster_gives_the_same_gradebook(tmp_path, address):
    class_ = put(tmp_path / "in", files())
    books = []
    for name, where in (("here", ""), ("there", address)):
        with Gradebook(tmp_path / f"{name}.db") as book:
            summary = grade_class([class_], book, SETUP, 2, cluster=where)
            books.append((told(book), vars(summary)))
            again = grade_class([class_], book, SETUP, 2, cluster=where)
            assert (again.graded, again.unchanged) == ({}, len(book.students()))
    assert books[0] == books[1]
    assert len(books[0][0]) == 19
    assert {each["state"] for each in books[0][0].values()} == {"graded", "not gradable"}


def pids(address):
    with cluster.Client(address, timeout=30, set_as_default=False) as client:
        client.wait_for_workers(2, timeout=60)
        return list(client.run(os.getpid).values())


def test_a_worker_that_is_killed_costs_no_student(tmp_path, address):
    slow = "import time\ntime.sleep(0.2)\nlater_figures = [len('x')]"
    class_ = put(tmp_path / "in", {f"s{n:02}/{LESSON}": notebook(*answered("4.1"), slow) for n in range(24)})
    before, steps = pids(address), []

    def step():
        steps.append(time.monotonic())
        if len(steps) == 4:
            os.kill(before[0], signal.SIGKILL)

    with Gradebook(tmp_path / "gradebook.db") as book:
        summary = grade_class([class_], book, SETUP, 1, cluster=address, on_step=step)
        totals = {each.total for each in book.gradings()}
    assert summary.graded == {"graded": 24}
    assert totals == {5}
    assert len(steps) == 24
    assert before[0] not in pids(address), "it was really killed, and another took its place"


def test_the_command_says_where_it_is_graded(tmp_path, address, capsys):
    class_ = put(tmp_path / "in", {f"anna/{LESSON}": RUN})
    words = ["grade", str(class_), "--out", str(tmp_path / "out"), "--only", "4", "--cluster", address]
    assert main(words) == 0
    assert "Graded now: 1 graded." in capsys.readouterr().out


def test_nobody_at_an_address_is_told_in_words(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(cluster, "PATIENCE", 1)
    class_ = put(tmp_path / "in", {f"anna/{LESSON}": RUN})
    nowhere = f"tcp://127.0.0.1:{free_port()}"
    words = ["grade", str(class_), "--out", str(tmp_path / "out"), "--only", "4", "--cluster", nowhere]
    assert main(words) == 2
    said = capsys.readouterr().err
    assert said.startswith(f"dateline: No Dask scheduler answers at {nowhere}")
    assert "Traceback" not in said


def test_a_cluster_that_loses_all_workers_is_told_and_what_is_graded_is_kept(tmp_path, monkeypatch):
    monkeypatch.setattr(cluster, "PATIENCE", 3)
    slow = notebook(*answered("4.1"), "import time\ntime.sleep(0.3)\nlater_figures = [len('x')]")
    class_ = put(tmp_path / "in", {f"s{n:02}/{LESSON}": slow for n in range(40)})
    steps = []
    with started(tmp_path) as (where, (_, workers)), Gradebook(tmp_path / "gradebook.db") as book:

        def step():
            steps.append(1)
            if len(steps) == 3:
                os.killpg(workers.pid, signal.SIGKILL)

        with pytest.raises(cluster.UnreachableError, match="has no worker any more"):
            grade_class([class_], book, SETUP, 1, cluster=where, on_step=step)
        assert 3 <= len(told(book)) < 40
        with pytest.raises(cluster.UnreachableError, match=f"{where} has no worker"):
            grade_class([class_], book, SETUP, 1, cluster=where)


def test_workers_of_another_version_are_told(tmp_path, address, monkeypatch):
    monkeypatch.setattr(cluster, "__version__", "0.0.1")
    class_ = put(tmp_path / "in", {f"anna/{LESSON}": RUN})
    with Gradebook(tmp_path / "gradebook.db") as book, pytest.raises(KitError, match=r"and not 0\.0\.1"):
        grade_class([class_], book, SETUP, 1, cluster=address)


def test_a_scheduler_that_goes_away_is_told_and_what_is_graded_is_kept(tmp_path, monkeypatch):
    monkeypatch.setattr(cluster, "PATIENCE", 3)
    slow = notebook(*answered("4.1"), "import time\ntime.sleep(0.3)\nlater_figures = [len('x')]")
    class_ = put(tmp_path / "in", {f"s{n:02}/{LESSON}": slow for n in range(40)})
    steps = []
    with started(tmp_path) as (where, (scheduler, _)), Gradebook(tmp_path / "gradebook.db") as book:

        def step():
            steps.append(1)
            if len(steps) == 3:
                scheduler.kill()

        with pytest.raises(KitError, match="went away"):
            grade_class([class_], book, SETUP, 1, cluster=where, on_step=step)
        kept = len(told(book))
        assert 3 <= kept < 40
        assert grade_class([class_], book, SETUP, 2).unchanged == kept
