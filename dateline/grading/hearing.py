"""Hearing what a notebook that is run reports, for as long as it stays within its limits."""

from __future__ import annotations

import os
import select
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dateline.grading.frames import FrameError, decoded
from dateline.grading.limits import Limits

MOST = 4 * 2**20  # bytes that one notebook may report
POLL = 0.02  # seconds between two counts of processes
MEMORY_POLL = 5  # counts between two looks at memory, which cost more
SPARE = 8  # processes more than the system's own limit, which does not hold for everyone
_MEGABYTE = 2**20


@dataclass
class Outcome:
    """What running a notebook gave: answers and refused shapes by name, faults by cell, cells that ended."""

    state: str = "ended early"
    answers: dict[str, Any] = field(default_factory=dict)
    shapes: dict[str, str] = field(default_factory=dict)
    faults: dict[int, str] = field(default_factory=dict)
    cells: int = 0

    def as_json(self) -> dict[str, Any]:
        """Return the outcome as plain JSON."""
        faults = {str(number): fault for number, fault in self.faults.items()}
        return {**vars(self), "faults": faults}


def listen(reading: int, limits: Limits, running_now: Callable[[], list[int]]) -> tuple[bytes, str]:
    """Take in what an inmate reports until it ends, or until it has used more than it may; say which.

    `running_now` tells the processes of the inmate.
    """
    data, now = bytearray(), time.monotonic()
    deadline, look, looks = now + limits.seconds, now + POLL, 0
    while (now := time.monotonic()) < deadline:
        if now >= look:
            running = running_now()
            if len(running) > limits.processes + SPARE:
                return bytes(data), "too many processes"
            looks += 1
            if looks % MEMORY_POLL == 0 and memory_used(running) > limits.memory * _MEGABYTE:
                return bytes(data), "out of memory"
            look = time.monotonic() + POLL
        ready, _, _ = select.select([reading], [], [], max(min(look, deadline) - now, 0))
        if not ready:
            continue
        part = os.read(reading, 65536)
        if not part:
            return bytes(data), "ended early"
        data += part
        if len(data) > MOST:
            return bytes(data[:MOST]), "reported too much"
    return bytes(data), "timed out"


def others(ours: set[int]) -> list[int]:
    """Return the numbers of all processes that can be seen but `ours`."""
    return [int(name) for name in os.listdir("/proc") if name.isdigit() and int(name) not in ours]


def of_session(leader: int) -> list[int]:
    """Return the numbers of the processes of a session: without a jail, those of a notebook are known by it.

    One that has left its session is not found.
    """
    found = []
    for number in others(set()):
        with suppress(OSError):  # it has ended since
            if os.getsid(number) == leader:
                found.append(number)
    return found


def memory_used(processes: Iterable[int]) -> int:
    """Return the bytes that processes use, each shared page counted by its share."""
    total = 0
    for number in processes:
        try:
            lines = Path(f"/proc/{number}/smaps_rollup").read_text("ascii").splitlines()
        except OSError:  # it has ended since
            continue
        total += sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))
    return total


def understood(data: bytes, why: str) -> Outcome:
    """Read an inmate's report; what is no plain data is left out, and the last line may be cut off.

    >>> understood(b'{"name": "a", "answer": [1]}\\n{"name"', "timed out").answers
    {'a': [1]}
    """
    outcome = Outcome(state=why)
    for line in data.split(b"\n")[:-1]:
        try:
            _take_in(decoded(line, len(line)), outcome)
        except FrameError:
            continue
    return outcome


def _take_in(said: Any, outcome: Outcome) -> None:
    match said:
        case {"end": True} if outcome.state == "ended early":
            outcome.state = "ran"
        case {"broken": str(fault)} if not outcome.cells:
            outcome.state = f"could not be run: {fault}"
        case {"name": str(name), "answer": answer}:
            outcome.answers[name] = answer
            outcome.shapes.pop(name, None)
        case {"name": str(name), "shape": str(fault)}:
            outcome.shapes[name] = fault
            outcome.answers.pop(name, None)
        case {"cell": int(number), "fault": str(fault)}:
            outcome.faults[number] = fault
        case {"cell": int(number)}:
            outcome.cells = number
