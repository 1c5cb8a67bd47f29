"""The warm process in the sandbox: it has loaded what notebooks use and forks a child for each one.

`python -m dateline.grading.warm` reads a job a frame from its standard input and writes what became of it.
It runs nothing of a student's itself; what its children say it hands on as data.
"""

from __future__ import annotations

import fcntl
import gc
import io
import json
import os
import signal
import stat
import sys
import types
from contextlib import suppress
from functools import partial
from importlib import import_module
from typing import Any, NoReturn

from dateline.errors import KitError
from dateline.grading import jail
from dateline.grading.cells import run_cells
from dateline.grading.frames import read_frame, write_frame
from dateline.grading.hearing import listen, of_session, others, understood
from dateline.grading.limits import Limits

REPORT = 3  # the one way out of the jail: a pipe under this number
DEEPEST = 1500  # calls within calls


def main() -> None:
    """Serve jobs until the input ends."""
    source, sink = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    for number, flags in ((0, os.O_RDONLY), (1, os.O_WRONLY), (2, os.O_WRONLY)):
        os.dup2(os.open(os.devnull, flags), number)
    load()
    write_frame(sink, {"ready": True})
    while (job := read_frame(source)) is not None:
        write_frame(sink, _run(job))


def load() -> None:
    """Import what notebooks import, once; the kit's own checks and desks do nothing here."""
    os.environ["MPLBACKEND"] = "Agg"
    import matplotlib.pyplot as pyplot
    import pandas

    import dateline

    pyplot.close(pyplot.figure())
    pandas.DataFrame([{"a": 1}]).to_dict("records")
    for module in ("brief", "dates", "plots", "quantities"):
        import_module(f"dateline.{module}")
    _use_once()
    pyplot.close("all")
    gc.collect()
    gc.freeze()  # what is here stays: no child looks it through, so all go on sharing its memory
    for name in ("check", "hint", "answer_form", "progress"):
        setattr(dateline, name, Unmarked)
    desks = types.ModuleType("dateline.widgets")
    desks.__getattr__ = lambda _name: Unmarked  # type: ignore[attr-defined]
    sys.modules["dateline.widgets"] = desks


def _use_once() -> None:
    """Do once what most notebooks do: what it reads and finds is kept, and every child has it."""
    from dateline.cases import case_folder, case_ids
    from dateline.cases.load import load
    from dateline.plots import figures_over_time, in_words

    for name in case_ids():
        with suppress(KitError):  # told to the notebook that opens it
            load(case_folder(name))
    boats = {"label": "boats", "lower": 1, "upper": 2, "hedge": "about", "as_of": "2000-01"}
    figures_over_time([boats, {**boats, "upper": None, "planned": True}]).savefig(io.BytesIO())
    in_words([boats], figures=True)


class Unmarked:
    """What `check` and the desks are while a class is graded: nothing is marked before all has been run."""

    status, points, possible, findings, rows, answer = "not tried", 0, 0, (), (), None

    def __init__(self, *_given: Any, **_named: Any) -> None:
        pass

    def __repr__(self) -> str:
        return "marked later"


def _run(job: dict[str, Any]) -> dict[str, Any]:
    """Run one notebook in a child of a child: the first makes names of its own, the second lives in them."""
    limits = Limits(**job["limits"])
    reading, writing = os.pipe()
    told_reading, told_writing = os.pipe()
    keeper = os.fork()
    if keeper == 0:
        _keep(job, limits, writing, told_writing)
    os.close(writing)
    os.close(told_writing)
    told = os.read(told_reading, 300).decode("utf-8", "replace")
    os.close(told_reading)
    if told.isdigit():
        inmate, ours = int(told), {os.getpid(), keeper, 1}
        running = partial(others, ours) if job["jailed"] else partial(of_session, inmate)
        data, why = listen(reading, limits, running)
        _end(inmate, job["jailed"])
    else:
        data, why = b"", f"could not be run: {told or 'no process was started'}"
    os.close(reading)
    os.waitpid(keeper, 0)
    return understood(data, why).as_json()


def _keep(job: dict[str, Any], limits: Limits, writing: int, telling: int) -> NoReturn:
    """In the first child: make names of its own, start the inmate in them, tell its number, wait for it."""
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
    except OSError as fault:
        os.write(telling, f"{fault.filename or 'fork'}: {fault.strerror}".encode())
    finally:
        os._exit(0)


def _serve(job: dict[str, Any], limits: Limits, writing: int) -> NoReturn:
    """In the inmate: shut the door, then run the notebook and report."""
    try:
        os.setsid()
        os.dup2(writing, REPORT)
        _let_go()
        if job["jailed"]:
            jail.shut_in(limits, job["with_user"])
        else:
            jail.limit(limits)
        os.chdir("/tmp")
        sys.setrecursionlimit(DEEPEST)
    except BaseException as fault:
        _report({"broken": f"{type(fault).__name__}: {fault}"[:300]})
        os._exit(0)
    try:
        run_cells(job["cells"], job["names"], _report)
        _report({"end": True})
    finally:
        os._exit(0)


def _let_go() -> None:
    """Close all that the warm process has open, its pipes above all, but for files that it only reads.

    Those are fonts, which what was drawn before goes on using. They are opened anew, so that no notebook
    shares a place in a file with the next.
    """
    for number in map(int, os.listdir("/proc/self/fd")):
        if number <= REPORT:
            continue
        with suppress(OSError):  # the list itself was open while it was read
            flags = fcntl.fcntl(number, fcntl.F_GETFL)
            read_only = flags & os.O_ACCMODE == os.O_RDONLY and stat.S_ISREG(os.fstat(number).st_mode)
            fresh = os.open(f"/proc/self/fd/{number}", os.O_RDONLY) if read_only else None
            if fresh is None:
                os.close(number)
            else:
                os.dup2(fresh, number, inheritable=False)
                os.close(fresh)


def _report(said: dict[str, Any]) -> None:
    os.write(REPORT, json.dumps(said, allow_nan=False).encode() + b"\n")


def _end(inmate: int, jailed: bool) -> None:
    """End an inmate: the first of its jail takes all others with it; without a jail, its group."""
    try:
        os.kill(inmate, signal.SIGKILL) if jailed else os.killpg(inmate, signal.SIGKILL)
    except ProcessLookupError:
        return


if __name__ == "__main__":
    main()
