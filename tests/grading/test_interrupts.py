"""Ctrl+C while processes are started."""

import os
import signal

import pytest

from dateline.grading import interrupts


def test_a_held_ctrl_c_reaches_who_asked_afterwards():
    done = []
    with pytest.raises(KeyboardInterrupt):
        _start(done)
    assert done == ["started"]


def _start(done):
    with interrupts.held():
        signal.raise_signal(signal.SIGINT)
        done.append("started")


def test_a_child_starts_with_ctrl_c_held_and_then_ignores_it():
    with interrupts.held():
        child = os.fork()
        if child == 0:
            signal.raise_signal(signal.SIGINT)  # in the first moment of its life
            interrupts.put_aside()
            signal.raise_signal(signal.SIGINT)
            os._exit(7)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, [])
