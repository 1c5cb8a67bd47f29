"""What the tests of packs share: a student who works in an unpacked pack, and a teacher who grades it."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from dateline.build.notebook import as_text, read_notebook, source_of, with_source
from dateline.build.parts import find_exercises
from dateline.cli import main

Answers = Mapping[str, Any]


def fill_in(notebook: Path, answers: Answers) -> None:
    """Answer some exercises of a notebook, as a student does, and leave the others as they are."""
    content = read_notebook(notebook)
    cells = content["cells"]
    for exercise in find_exercises(content)[0]:
        if exercise.id in answers:
            cells[exercise.answer] = with_source(
                cells[exercise.answer], f"{exercise.name} = {answers[exercise.id]!r}"
            )
    notebook.write_text(as_text(cells), encoding="utf-8")


def texts(notebook: Any) -> str:
    """All that a notebook shows, as text."""
    shown = [output for cell in notebook.cells for output in cell.get("outputs", ())]
    return "\n".join(str(each.get("data", {}).get("text/plain", each.get("text", ""))) for each in shown)


def dateline(pack: Path, *words: str, folder: Path | None = None) -> subprocess.CompletedProcess:
    """Run the program as it is in a pack, on the student's machine."""
    return subprocess.run(
        [sys.executable, "-m", "dateline", *words],
        cwd=folder or pack,
        env={**os.environ, "PYTHONPATH": str(pack)},
        capture_output=True,
        text=True,
        check=False,
    )


def graded(paths: list[Path], out: Path, *words: str) -> dict[str, dict[str, str]]:
    """Grade with the teacher's copy; return the rows of the gradebook by student."""
    main(["grade", *map(str, paths), "--out", str(out), *words])
    with (out / "gradebook.csv").open(encoding="utf-8-sig", newline="") as file:
        return {row["student"]: row for row in csv.DictReader(file)}


def code_of(notebook: Path) -> str:
    """All cells of a notebook as text."""
    return "\n".join(source_of(cell) for cell in read_notebook(notebook)["cells"])
