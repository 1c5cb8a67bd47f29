"""Is what a notebook reports heard within its limits, and only what is plain data?"""

from __future__ import annotations

import os
import signal
import subprocess
import time

import pytest

from dateline.grading import hearing
from dateline.grading.hearing import listen, memory_used, of_session, others, understood
from dateline.grading.limits import Limits


@pytest.fixture
def pipe():
    reading, writing = os.pipe()
    yield reading, writing
    os.close(reading)


def test_a_report_ends_with_its_writer(pipe):
    reading, writing = pipe
    os.write(writing, b"abc\n")
    os.close(writing)
    assert listen(reading, Limits(seconds=5), list) == (b"abc\n", "ended early")


def test_a_silent_notebook_times_out(pipe):
    os.write(pipe[1], b"abc\n")
    assert listen(pipe[0], Limits(seconds=0.2), list) == (b"abc\n", "timed out")
    os.close(pipe[1])


def test_memory_is_looked_at_while_there_is_something_to_hear(pipe, monkeypatch):
    monkeypatch.setattr(hearing, "memory_used", lambda _running: os.write(pipe[1], b"x") * 2**40)
    assert listen(pipe[0], Limits(seconds=5), list)[1] == "out of memory"
    os.close(pipe[1])


def test_a_report_that_never_ends_is_cut_off(pipe, monkeypatch):
    monkeypatch.setattr(hearing, "MOST", 5)
    os.write(pipe[1], b"1234567")
    assert listen(pipe[0], Limits(seconds=5), list) == (b"12345", "reported too much")
    os.close(pipe[1])


def test_memory_is_counted_of_all_but_ours():
    assert os.getpid() in others(set())
    assert os.getpid() not in others({os.getpid()})
    assert memory_used([os.getpid(), 2**30]) > 10**6


def test_a_session_is_all_that_its_leader_started(tmp_path):
    leader = subprocess.Popen(["sh", "-c", "sleep 60 & sleep 60 & wait"], start_new_session=True)
    try:
        deadline = time.monotonic() + 10
        while len(of_session(leader.pid)) < 3 and time.monotonic() < deadline:
            time.sleep(0.01)
        assert leader.pid in of_session(leader.pid)
        assert len(of_session(leader.pid)) == 3
        assert os.getpid() not in of_session(leader.pid)
    finally:
        os.killpg(leader.pid, signal.SIGKILL)
        leader.wait()


def test_more_processes_than_allowed_are_too_many(pipe):
    assert (
        listen(pipe[0], Limits(seconds=5, processes=64), lambda: list(range(90)))[1] == "too many processes"
    )
    os.close(pipe[1])


@pytest.mark.parametrize(
    ("lines", "answers", "state"),
    [
        ([b'{"name": "a", "answer": 1}', b'{"end": true}'], {"a": 1}, "ran"),
        ([b'{"name": "a", "answer": 1}', b'{"name": "a", "answer": 2}'], {"a": 2}, "ended early"),
        ([b'{"name": "a", "answer": 1}', b'{"name": "a", "shape": "no data"}'], {}, "ended early"),
        ([b"junk", b'{"name": 5, "answer": 1}', b'{"points": 100}', b"[]", b"NaN"], {}, "ended early"),
        ([b'{"cell": 1}', b'{"broken": "lie"}'], {}, "ended early"),  # the jail broke before any cell ran
    ],
)
def test_what_is_said_is_understood(lines, answers, state):
    outcome = understood(b"\n".join([*lines, b""]), "ended early")
    assert (outcome.answers, outcome.state) == (answers, state)


def test_who_ran_out_of_time_has_not_ended_well_whatever_it_says():
    assert understood(b'{"end": true}\n', "timed out").state == "timed out"
