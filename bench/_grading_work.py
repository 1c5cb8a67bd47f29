"""Submissions for the bench of grading: lesson 04, answered in two ways, each with slips of its own."""

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


# What a learner writes in the place of a right cell, one after the other; {n} is the student's number.
SLIPS = [
    ('"service members"', '"soldiers of company {n}"'),
    ('"more than", "counted": "troops"', '"about", "counted": "troops"'),
    ('"lower": 1000, "upper": 1000', '"lower": {n}, "upper": 1000'),
    ('"in Syria"', '"in the Middle East, area {n}"'),
    ('"about", "counted": "Islamic State fighters"', '"", "counted": "US troops ({n})"'),
    ('"paragraph": 12', '"paragraph": {n}'),
    ('"2018-12"', '"2018-12-{n}"'),
    ('["b", "e", "g", "i", "k", "m"]', '["b", "e", "g", "x{n}"]'),
]


def literal(number: int) -> bytes:
    """The solution with this student's own slips: no two notebooks have the same answers.

    Which of SLIPS there are is told by the bits of the number; student 0 has none.
    """
    cells = _cells()
    for bit, (right, slip) in enumerate(SLIPS):
        if number >> bit & 1:
            cells = [cell.replace(right, slip.replace("{n}", str(number))) for cell in cells]
    return _notebook([f"# student {number}", *cells])


def computing(number: int) -> bytes:
    """The same answers, computed: the notebook has to be run."""
    changed = []
    for cell in (each["source"] for each in json.loads(literal(number))["cells"]):
        name, equals, value = cell.partition(" = ")
        answers = equals and name in ("figures", "later_figures", "not_figures")
        changed.append(f"{name} = list({value})" if answers else cell)
    return _notebook(["import pandas as pd", *changed])


def write_class(folder: Path, work: Callable[[int], bytes], count: int) -> None:
    """Write a class of `count` students, a folder each."""
    for number in range(count):
        path = folder / f"student-{number:05}" / LESSON
        path.parent.mkdir(parents=True)
        path.write_bytes(work(number))
