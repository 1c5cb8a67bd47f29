"""Notebooks made in a line, and a small kit on disk to build from."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

METADATA = {
    "kernelspec": {"display_name": "Some env", "language": "python", "name": "conda-env"},
    "language_info": {"name": "python", "version": "3.12.1"},
}


def make_notebook(*cells: str) -> dict:
    """Return a notebook as if run; text that starts like a heading or model prose is markdown, else code."""
    made = []
    for number, text in enumerate(cells):
        kind = "markdown" if text.startswith(("## ", "# Lesson", "*")) else "code"
        cell = {
            "cell_type": kind,
            "id": f"c{number}",
            "metadata": {},
            "source": text.splitlines(keepends=True),
        }
        if kind == "code":
            shown = [{"name": "stdout", "output_type": "stream", "text": ["shown\n"]}]
            cell |= {
                "execution_count": number,
                "outputs": shown,
                "metadata": {"execution": {"idle": "12:00"}},
            }
        made.append(cell)
    return {"cells": made, "metadata": METADATA, "nbformat": 4, "nbformat_minor": 5}


SOLVED = (
    "# Lesson 4",
    "## Exercise 4.1 Keep a ledger\n\n10 minutes, 5 points",
    "# One row a figure.\nfigures = [1, 2]",
    'check("4.1", figures)',
    "*Model answer.*\n\nThe hedge matters.",
)


@pytest.fixture
def notebook():
    """Return the function that makes a notebook from the texts of its cells."""
    return make_notebook


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    """Return a folder with one sound solution, solutions/04-ledger.ipynb."""
    write(tmp_path / "solutions/04-ledger.ipynb", make_notebook(*SOLVED))
    return tmp_path


def write(path: Path, notebook: dict) -> None:
    """Write a notebook where a test wants it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(notebook), encoding="utf-8")


@pytest.fixture(name="write")
def _write():
    """Return the function that writes a notebook to a path."""
    return write
