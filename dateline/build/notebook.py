"""Read and write notebook files in one deterministic form."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

Notebook = dict[str, Any]
Cell = dict[str, Any]

# No language version: it would change with every Python a notebook is opened in.
METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
# What a run leaves in a cell's metadata; it says nothing about the lesson.
RUN_METADATA = {"execution", "ExecuteTime", "collapsed", "scrolled"}


class NotANotebookError(ValueError):
    """The file is not a notebook that Dateline can read; the message says why."""


def read_notebook(path: Path) -> Notebook:
    """Read a notebook file of format 4.5 or later.

    Raises NotANotebookError for text that is not JSON or not a notebook, and for formats without cell ids.
    """
    try:
        notebook = json.loads(path.read_text(encoding="utf-8"))
    except (json.JSONDecodeError, UnicodeDecodeError) as fault:
        raise NotANotebookError(f"it is not JSON ({fault})") from fault
    cells = notebook.get("cells") if isinstance(notebook, dict) else None
    if not isinstance(cells, list) or not all(
        isinstance(cell, dict) and "cell_type" in cell for cell in cells
    ):
        raise NotANotebookError("it is JSON, but it has no list of cells")
    if notebook.get("nbformat") != 4 or not all(isinstance(cell.get("id"), str) for cell in cells):
        raise NotANotebookError("its cells have no ids; open it in JupyterLab 4 and save it again")
    return notebook


def source_of(cell: Cell) -> str:
    """Return a cell's text as one string.

    >>> source_of({"source": ["a = 1\\n", "a"]})
    'a = 1\\na'
    """
    source = cell.get("source", "")
    return source if isinstance(source, str) else "".join(source)


def with_source(cell: Cell, text: str) -> Cell:
    """Return a copy of a cell with another text, stored line by line as notebooks are.

    >>> with_source({"source": []}, "a = 1\\na")["source"]
    ['a = 1\\n', 'a']
    """
    return {**cell, "source": text.splitlines(keepends=True)}


def without_run(cell: Cell) -> Cell:
    """Return a copy of a cell as if it had never been run: no outputs, count or timing."""
    metadata = {key: value for key, value in cell.get("metadata", {}).items() if key not in RUN_METADATA}
    plain = with_source({**cell, "metadata": metadata}, source_of(cell))
    if cell["cell_type"] == "code":
        plain |= {"execution_count": None, "outputs": []}
    return plain


def was_run(notebook: Notebook) -> bool:
    """Say whether somebody has run cells of this notebook, so that it may hold their work."""
    return any(cell.get("outputs") or cell.get("execution_count") for cell in notebook["cells"])


def as_text(cells: list[Cell]) -> str:
    """Return the file text of a notebook with these cells, in the form that nbformat writes."""
    notebook = {"cells": cells, "metadata": METADATA, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(notebook, ensure_ascii=False, indent=1, sort_keys=True, separators=(",", ": ")) + "\n"
