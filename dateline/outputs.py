"""Run notebooks and store what they show, so that a reader and a test see the same."""

from __future__ import annotations

import argparse
import os
import re
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dateline.build.files import notebooks_below
from dateline.build.notebook import METADATA, RUN_METADATA
from dateline.errors import KitError

if TYPE_CHECKING:
    from nbformat import NotebookNode

CELL_TIMEOUT = 120  # seconds
# A widget's model id is drawn anew at every run; its text form says the same.
UNSTABLE_FORMS = {"application/vnd.jupyter.widget-view+json"}
UNSTABLE_TEXT = {
    "a memory address": re.compile(r"\b0x[0-9a-fA-F]{6,16}\b"),
    "a temporary path": re.compile(
        "|".join([r"ipykernel_\d+", r"/var/folders/", re.escape(tempfile.gettempdir() + os.sep)])
    ),
    "a path of this machine": re.compile(re.escape(str(Path.home()) + os.sep)),
}


def store(paths: Iterable[Path | str]) -> list[Path]:
    """Run notebooks, or all in a folder, from top to bottom, store their outputs, return the files changed.

    Each runs in a fresh kernel with its own folder as working folder. KitError names the notebook and
    the cell that fails, or whose output would differ at the next run; such a notebook is left as it was.
    """
    changed = []
    for path in _notebooks(paths):
        text = run_notebook(path)
        if path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8", newline="\n")
            changed.append(path)
    return changed


def run_notebook(path: Path) -> str:
    """Run one notebook and return its file text with outputs; the file stays as it is."""
    import nbformat

    notebook = execute(path)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs = [_stable(output, f"{path}, cell {cell.id}") for output in cell.outputs]
    notebook.metadata = nbformat.from_dict(METADATA)
    notebook.nbformat_minor = 5
    return nbformat.writes(notebook).rstrip("\n") + "\n"


def execute(path: Path) -> NotebookNode:
    """Run a notebook in a fresh kernel and return it with outputs; KitError names the cell that fails."""
    import nbformat
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
    from traitlets.config import Config

    notebook = nbformat.read(path, as_version=4)
    for cell in notebook.cells:
        _forget_run(cell)
    started: list[str] = []
    client = NotebookClient(
        notebook,
        kernel_name="python3",
        config=Config({"KernelManager": {"transport_encryption": "auto"}}),
        timeout=CELL_TIMEOUT,
        record_timing=False,
        store_widget_state=False,
        coalesce_streams=True,
        on_cell_start=lambda cell, cell_index: started.append(f"{path}, cell {cell.id}"),
        resources={"metadata": {"path": str(path.resolve().parent)}},
    )
    try:
        return client.execute()
    except CellExecutionError as fault:
        raise KitError(f"{started[-1]}: {fault.ename}: {fault.evalue}") from fault
    except CellTimeoutError as fault:
        raise KitError(f"{started[-1]}: it took more than {CELL_TIMEOUT} seconds") from fault
    except DeadKernelError as fault:
        raise KitError(f"{started[-1]}: the kernel died") from fault


def _notebooks(paths: Iterable[Path | str]) -> list[Path]:
    """List the notebooks named, and those below the folders named; KitError for a name with none."""
    found = []
    for path in map(Path, paths):
        here = notebooks_below(path) if path.is_dir() else [path]
        if not here or not all(notebook.is_file() for notebook in here):
            raise KitError(f"{path}: there is no notebook here")
        found += here
    return found


def _forget_run(cell: NotebookNode) -> None:
    """Take away what an earlier run left in a cell."""
    for key in RUN_METADATA & set(cell.metadata):
        del cell.metadata[key]
    if cell.cell_type == "code":
        cell.outputs, cell.execution_count = [], None


def _stable(output: NotebookNode, place: str) -> NotebookNode:
    """Return an output without the forms that change at each run; KitError if its text would."""
    if "data" in output:
        for form in UNSTABLE_FORMS & set(output.data):
            del output.data[form]
    for text in _texts(output):
        for what, pattern in UNSTABLE_TEXT.items():
            found = pattern.search(text)
            if found:
                told = f"its output holds {what}, {found[0]!r}, which may differ at each run"
                raise KitError(f"{place}: {told}: show it in another way")
    return output


def _texts(output: NotebookNode) -> list[str]:
    """List the texts of an output; pictures are none."""
    forms: dict[str, Any] = output.get("data", {})
    shown = [text for form, text in forms.items() if not form.startswith("image/") or form == "image/svg+xml"]
    return [str(text) for text in [*shown, output.get("text", "")] if text]


def main(argv: list[str] | None = None) -> int:
    """Store the outputs of the notebooks and folders named on the command line."""
    parser = argparse.ArgumentParser(prog="python -m dateline.outputs", description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path, help="notebooks, or folders of notebooks")
    options = parser.parse_args(argv)
    try:
        changed = store(options.paths)
    except KitError as fault:
        print(fault, file=sys.stderr)
        return 1
    print("\n".join(f"stored {path}" for path in changed) or "every output is up to date")
    return 0


if __name__ == "__main__":
    sys.exit(main())
