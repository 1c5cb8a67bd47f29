"""Ctrl+C while processes are started: a terminal sends it to all, and only who asked shall answer it.

A signal that is held while a process forks reaches the one that asked right after; the child starts with
it held, too, and puts it aside before it lets it through. Without that, a Ctrl+C in the first moments of a
child would be told as a traceback.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager

_CAN_HOLD = hasattr(signal, "pthread_sigmask")  # not on Windows, where nothing forks


@contextmanager
def held() -> Iterator[None]:
    """Let Ctrl+C wait until the processes that are started meanwhile are there."""
    if not _CAN_HOLD:
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def put_aside() -> None:
    """In a process that was started: ignore Ctrl+C from here on."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if _CAN_HOLD:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGINT])
