"""Running the cells of a notebook, one after the other, and telling what the wanted names hold after each.

This runs where the student's code runs. What it reports is only the student's own word, to be marked
outside; nothing here is trusted by anyone.
"""

from __future__ import annotations

import ast
import sys
import types
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from dateline.answers import ShapeError, digest, is_untried, plain

LONGEST_TOLD = 300  # characters of what is said of a fault
_MISSING = object()


def run_cells(cells: Sequence[str], names: Iterable[str], report: Callable[[dict[str, Any]], None]) -> None:
    """Run cells in one namespace; report {"name", "answer"} as answers change and {"cell", "fault"} for faults.

    A cell that stops with an error does not stop the next, as in a notebook that is run to its end.
    """
    main = types.ModuleType("__main__")
    sys.modules["__main__"] = main
    space = main.__dict__
    space["display"] = lambda *_things, **_more: None
    known: dict[str, str] = {}
    for number, cell in enumerate(cells, 1):
        try:
            _run(cell, number, space)
        except BaseException as fault:  # also sys.exit, which ends a cell and not a notebook
            report({"cell": number, "fault": _told(fault)})
        _report_changes(space, names, known, report)
        report({"cell": number})


def _run(cell: str, number: int, space: dict[str, Any]) -> None:
    tree = ast.parse(_without_magics(cell), f"<cell {number}>")
    exec(compile(tree, f"<cell {number}>", "exec"), space)  # noqa: S102 - this is what the jail is for


def _without_magics(cell: str) -> str:
    """Take out what only IPython understands: `%matplotlib inline`, `!ls`, `text?`, and whole `%%` cells."""
    if cell.lstrip().startswith("%%"):
        return ""
    lines = cell.split("\n")
    return "\n".join("pass" if line[:1] in "%!?" and line else line for line in lines)


def _report_changes(
    space: dict[str, Any],
    names: Iterable[str],
    known: dict[str, str],
    report: Callable[[dict[str, Any]], None],
) -> None:
    for name in names:
        value = space.get(name, _MISSING)
        if value is _MISSING:
            continue
        try:
            answer = None if is_untried(value) else plain(value)
            now = digest(answer)
        except ShapeError as fault:
            answer, now = None, f"! {fault}"
        except BaseException as fault:  # an object of the student's that fails when it is looked at
            answer, now = None, f"! {type(fault).__name__}"
        if known.get(name) == now:
            continue
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
