"""Submissions for the bench of grading: lesson 04, answered in two ways that learners have."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).resolve().parents[1]
LESSON = "04-record-the-figures.ipynb"
SOLUTION = HERE / "solutions" / LESSON


def _cells() -> list[str]:
    notebook = json.loads(SOLUTION.read_text("utf-8"))
    return ["".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "code"]


def _notebook(cells: list[str]) -> bytes:
    made = [
        {"cell_type": "code", "source": cell, "metadata": {}, "outputs": [], "execution_count": None}
        for cell in cells
    ]
    return json.dumps({"cells": made, "metadata": {}, "nbformat": 4, "nbformat_minor": 4}).encode()


def literal(number: int) -> bytes:
    """The solution with its answers as they are; `number` makes each file another one."""
    return _notebook([f"# student {number}", *_cells()])


def computing(number: int) -> bytes:
    """The same answers, computed: the notebook has to be run."""
    changed = []
    for cell in _cells():
        name, equals, value = cell.partition(" = ")
        answers = equals and name in ("figures", "later_figures", "not_figures")
        changed.append(f"{name} = list({value})" if answers else cell)
    return _notebook([f"# student {number}", "import pandas as pd", *changed])


def write_class(folder: Path, work: Callable[[int], bytes], count: int) -> None:
    """Write a class of `count` students, a folder each."""
    for number in range(count):
        path = folder / f"student-{number:05}" / LESSON
        path.parent.mkdir(parents=True)
        path.write_bytes(work(number))
