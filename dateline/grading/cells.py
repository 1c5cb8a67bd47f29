"""Running the cells of a notebook, one after the other, and telling what the wanted names hold after each.

This runs where the student's code runs. What it reports is only the student's own word, to be marked
outside; nothing here is trusted by anyone.
"""

from __future__ import annotations

import sys
import types
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from dateline.answers import ShapeError, digest, is_untried, plain
from dateline.grading.magics import parse_cell

LONGEST_TOLD = 300  # characters of what is said of a fault
_MISSING = object()


def run_cells(cells: Sequence[str], names: Iterable[str], report: Callable[[dict[str, Any]], None]) -> None:
    """Run cells in one namespace; report {"name", "answer"} as answers change, {"cell", "fault"} for faults.

    A cell that stops with an error does not stop the next, as in a notebook that is run to its end.
    """
    main = types.ModuleType("__main__")
    sys.modules["__main__"] = main
    space = main.__dict__
    space["display"] = lambda *_things, **_more: None
    names = tuple(names)
    known: dict[str, str] = {}
    for number, cell in enumerate(cells, 1):
        try:
            _run(cell, number, space)
        except BaseException as fault:  # also sys.exit, which ends a cell and not a notebook
            report({"cell": number, "fault": _told(fault)})
        _report_changes(space, names, known, report)
        report({"cell": number})


def _run(cell: str, number: int, space: dict[str, Any]) -> None:
    exec(compile(parse_cell(cell), f"<cell {number}>", "exec"), space)  # the jail is for this


def _report_changes(
    space: dict[str, Any],
    names: Iterable[str],
    known: dict[str, str],
    report: Callable[[dict[str, Any]], None],
) -> None:
    for name in names:
        value = space.get(name, _MISSING)
        if value is not _MISSING:
            _report_change(name, value, known, report)


def _report_change(
    name: str, value: Any, known: dict[str, str], report: Callable[[dict[str, Any]], None]
) -> None:
    """Report what a name holds now, unless that is known; a blank after an answer takes nothing away."""
    answer: Any = None
    try:
        answer = None if is_untried(value) else plain(value)
        now = digest(answer)
    except ShapeError as fault:
        now = f"! {fault}"
    except BaseException as fault:  # an object of the student's that fails when it is looked at
        now = f"! it fails when it is read ({type(fault).__name__})"
    if known.get(name) == now or (answer is None and name in known and not now.startswith("!")):
        return
    known[name] = now
    if now.startswith("!"):
        report({"name": name, "shape": now[2:][:LONGEST_TOLD]})
    else:
        report({"name": name, "answer": answer})


def _told(fault: BaseException) -> str:
    try:
        return f"{type(fault).__name__}: {fault}"[:LONGEST_TOLD]
    except BaseException:
        return "an error that cannot be told"
