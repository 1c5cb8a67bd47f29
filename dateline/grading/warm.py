"""The warm process in the sandbox: it has loaded what notebooks use and forks a child for each one.

`python -m dateline.grading.warm` reads a job a frame from its standard input and writes what became of it.
It runs nothing of a student's itself; what its children say it hands on as data.
"""

from __future__ import annotations

import json
import os
import select
import signal
import sys
import time
import types
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any

from dateline.grading import jail
from dateline.grading.cells import run_cells
from dateline.grading.frames import FrameError, decoded, read_frame, write_frame

MOST = 4 * 2**20  # bytes that one notebook may report
POLL = 0.1  # seconds between two looks at memory
_MEGABYTE = 2**20


@dataclass
class Outcome:
    """What running a notebook gave: answers and refused shapes by name, faults by cell, cells that came to an end."""

    state: str = "ended early"
    answers: dict[str, Any] = field(default_factory=dict)
    shapes: dict[str, str] = field(default_factory=dict)
    faults: dict[int, str] = field(default_factory=dict)
    cells: int = 0


def main() -> None:
    """Serve jobs until the input ends."""
    source, sink = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    for number, flags in ((0, os.O_RDONLY), (1, os.O_WRONLY), (2, os.O_WRONLY)):
        os.dup2(os.open(os.devnull, flags), number)
    _load()
    write_frame(sink, {"ready": True})
    while (job := read_frame(source)) is not None:
        write_frame(sink, _run(job))


def _load() -> None:
    """Import what notebooks import, once; the kit's own checks and desks do nothing here."""
    os.environ["MPLBACKEND"] = "Agg"
    import matplotlib.pyplot as pyplot
    import pandas

    import dateline

    pyplot.close(pyplot.figure())
    pandas.DataFrame([{"a": 1}]).to_dict("records")
    for module in ("brief", "cases", "dates", "plots", "quantities"):
        import_module(f"dateline.{module}")
    for name in ("check", "hint", "answer_form", "progress"):
        setattr(dateline, name, Unmarked)
    desks = types.ModuleType("dateline.widgets")
    desks.__getattr__ = lambda _name: Unmarked  # type: ignore[attr-defined]
    sys.modules["dateline.widgets"] = desks


class Unmarked:
    """What `check` and the desks are while a class is graded: nothing is marked before all has been run."""

    status, points, possible, findings, rows, answer = "not tried", 0, 0, (), (), None

    def __init__(self, *_given: Any, **_named: Any) -> None:
        pass

    def __repr__(self) -> str:
        return "marked later"


def _run(job: dict[str, Any]) -> dict[str, Any]:
    limits = jail.Limits(**job["limits"])
    reading, writing = os.pipe()
    told_reading, told_writing = os.pipe()
    keeper = os.fork()
    if keeper == 0:
        _keep(job, limits, writing, told_writing)
    os.close(writing)
    os.close(told_writing)
    told = os.read(told_reading, 16)
    os.close(told_reading)
    inmate = int(told) if told.isdigit() else keeper
    data, why = _listen(reading, inmate, limits, {os.getpid(), keeper, 1})
    os.close(reading)
    _end(inmate)
    os.waitpid(keeper, 0)
    return _as_json(_understood(data, why))


def _keep(job: dict[str, Any], limits: jail.Limits, writing: int, telling: int) -> None:
    """In the first child: make names of its own, start the inmate in them, tell its number and wait for it."""
    try:
        if job["jailed"]:
            jail.unshare(job["with_user"])
        inmate = os.fork()
        if inmate == 0:
            _serve(job, limits, writing)
        os.close(writing)
        os.write(telling, str(inmate).encode())
        os.close(telling)
        os.waitpid(inmate, 0)
    finally:
        os._exit(0)


def _serve(job: dict[str, Any], limits: jail.Limits, writing: int) -> None:
    """In the inmate: shut the door, then run the notebook and report."""
    try:
        os.setsid()
        os.dup2(writing, 3)
        os.closerange(4, 1024)
        if job["jailed"]:
            jail.shut_in(limits, job["with_user"])
        else:
            jail.limit(limits)
        os.chdir("/tmp")
        sys.setrecursionlimit(1500)

        def report(said: dict[str, Any]) -> None:
            os.write(3, json.dumps(said, allow_nan=False).encode() + b"\n")

        run_cells(job["cells"], job["names"], report)
        report({"end": True})
    except BaseException as fault:
        os.write(3, json.dumps({"broken": f"{type(fault).__name__}: {fault}"[:300]}).encode() + b"\n")
    finally:
        os._exit(0)


def _listen(reading: int, inmate: int, limits: jail.Limits, ours: set[int]) -> tuple[bytes, str]:
    """Take in what an inmate reports until it ends, or until it has used more than it may; say which."""
    data, deadline = bytearray(), time.monotonic() + limits.seconds
    while True:
        left = deadline - time.monotonic()
        if left <= 0:
            return bytes(data), "timed out"
        ready, _, _ = select.select([reading], [], [], min(POLL, left))
        if not ready:
            if _memory(ours) > limits.memory * _MEGABYTE:
                return bytes(data), "out of memory"
            continue
        part = os.read(reading, 65536)
        if not part:
            return bytes(data), "ended early"
        data += part
        if len(data) > MOST:
            return bytes(data[:MOST]), "reported too much"


def _memory(ours: set[int]) -> int:
    """Return the bytes that all processes but ours use, each shared page counted by its share."""
    total = 0
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit() and int(folder.name) not in ours:
            try:
                lines = (folder / "smaps_rollup").read_text("ascii").splitlines()
            except OSError:
                continue
            total += sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))
    return total


def _end(inmate: int) -> None:
    try:
        os.kill(inmate, signal.SIGKILL)
    except ProcessLookupError:
        return


def _understood(data: bytes, why: str) -> Outcome:
    """Read an inmate's report; what is no plain data is left out, and the last line may be cut off."""
    outcome = Outcome(state=why)
    for line in data.split(b"\n")[:-1]:
        try:
            said = decoded(line, len(line))
        except FrameError:
            continue
        match said:
            case {"end": True}:
                outcome.state = "ran"
            case {"broken": str(fault)}:
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
    return outcome


def _as_json(outcome: Outcome) -> dict[str, Any]:
    faults = {str(number): fault for number, fault in outcome.faults.items()}
    return {**vars(outcome), "faults": faults}


if __name__ == "__main__":
    main()
