"""Keep the folder exercises/ equal to what solutions/ says it should be."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

from dateline.build.blank import blank_cells
from dateline.build.notebook import NotANotebookError, as_text, read_notebook, source_of, was_run
from dateline.build.parts import find_exercises
from dateline.errors import Problem

REBUILD = "run `make exercises`"


@dataclass
class Report:
    """What a build found and did; paths are relative to the kit.

    `faults` are mistakes in solutions, `differences` what `check` found in exercises (missing, stale, extra).
    `written`, `removed` and `kept` (old path, new path) say what was changed.
    """

    faults: list[Problem] = field(default_factory=list)
    differences: list[Problem] = field(default_factory=list)
    written: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    kept: list[tuple[str, str]] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        """Say whether every solution is sound and nothing differs."""
        return not self.faults and not self.differences


def build(root: Path | str, check: bool = False) -> Report:
    """Write exercises/ from solutions/ under `root`; with `check`, only say what differs.

    A notebook with faults is left out and its exercise stays as it is; the others are written.
    An exercise that somebody has run is never lost: it is moved to exercises/answers/kept first.
    """
    root = Path(root)
    report = Report()
    wanted: dict[str, str | None] = {}  # path below exercises/ → text; None where the solution is faulty
    solutions = notebooks_below(root / "solutions")
    if not solutions:  # or every exercise would be taken for an extra one
        report.faults.append(
            Problem("solutions", "", "there are no notebooks here", "run this in the kit's folder")
        )
        return report
    for solution in solutions:
        wanted[_below(solution, root / "solutions")] = _exercise_text(solution, root, report)
    for name, text in wanted.items():
        if text is not None:
            _match(root, name, text, check, report)
    for exercise in notebooks_below(root / "exercises"):
        if _below(exercise, root / "exercises") not in wanted:
            _drop(root, exercise, check, report)
    return report


def notebooks_below(folder: Path) -> list[Path]:
    """List the notebooks below a folder in reading order, without hidden folders and answers/."""
    paths = sorted(folder.rglob("*.ipynb"), key=lambda path: path.relative_to(folder).as_posix())
    return [path for path in paths if not _is_private(path.relative_to(folder))]


def _is_private(path: Path) -> bool:
    """Say whether a path below a course folder belongs to the learner or to Jupyter."""
    return any(part == "answers" or part.startswith(".") for part in path.parts)


def _below(path: Path, folder: Path) -> str:
    return path.relative_to(folder).as_posix()


def _exercise_text(solution: Path, root: Path, report: Report) -> str | None:
    """Return the text of the exercise file; note the solution's faults and return None if it has any."""
    file = _below(solution, root)
    try:
        notebook = read_notebook(solution)
    except NotANotebookError as fault:
        report.faults.append(Problem(file, "", f"not a notebook: {fault}"))
        return None
    exercises, faults = find_exercises(notebook)
    report.faults += [Problem(file, f"cell {fault.cell}", fault.message) for fault in faults]
    return None if faults else as_text(blank_cells(notebook, exercises))


def _match(root: Path, name: str, text: str, check: bool, report: Report) -> None:
    """Bring one exercise file to the given text, or note how it differs."""
    path = root / "exercises" / name
    file = _below(path, root)
    now = path.read_bytes() if path.is_file() else None
    if now == text.encode():
        return
    if check:
        report.differences += (
            [Problem(file, "", "missing", REBUILD)] if now is None else _stale(path, file, text)
        )
        return
    if now is not None:
        _keep_if_run(root, path, report)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    report.written.append(file)


def _drop(root: Path, exercise: Path, check: bool, report: Report) -> None:
    """Remove one exercise that has no solution, or note it."""
    file = _below(exercise, root)
    if check:
        solution = "solutions/" + _below(exercise, root / "exercises")
        report.differences.append(
            Problem(file, "", f"extra: there is no {solution}", f"{REBUILD}, which removes it")
        )
        return
    _keep_if_run(root, exercise, report)
    exercise.unlink(missing_ok=True)
    report.removed.append(file)


def _stale(path: Path, file: str, text: str) -> list[Problem]:
    """Name the cells in which an exercise on disk differs from what its solution says."""
    try:
        there = {cell["id"]: cell for cell in read_notebook(path)["cells"]}
    except NotANotebookError as fault:
        return [Problem(file, "", f"stale: {fault}", REBUILD)]
    wanted = {cell["id"]: cell for cell in json.loads(text)["cells"]}
    problems = []
    for cell_id in dict.fromkeys([*wanted, *there]):
        why = _cell_difference(wanted.get(cell_id), there.get(cell_id))
        problems += [Problem(file, f"cell {cell_id}", f"stale: {why}", REBUILD)] if why else []
    order = (
        "its cells stand in another order" if list(there) != list(wanted) else "its metadata or form differs"
    )
    return problems or [Problem(file, "", f"stale: {order}", REBUILD)]


def _cell_difference(wanted: dict | None, there: dict | None) -> str | None:
    """Say in words how a cell differs; None if it does not."""
    if there is None:
        return "the cell is missing"
    if wanted is None:
        return "the solution has no such cell"
    if source_of(there) != source_of(wanted):
        return "its text differs from the solution's"
    if there.get("outputs") or there.get("execution_count"):
        return "it holds the output of a run"
    return None if there == wanted else "its metadata differs"


def _keep_if_run(root: Path, exercise: Path, report: Report) -> None:
    """Move an exercise that was run, and so may hold a learner's work, to a free name under answers/."""
    try:
        if not was_run(read_notebook(exercise)):
            return
    except NotANotebookError:
        pass  # unreadable: it may be anything, so it is kept too
    folder = root / "exercises" / "answers" / "kept" / exercise.parent.relative_to(root / "exercises")
    folder.mkdir(parents=True, exist_ok=True)
    number = 1
    while (folder / f"{exercise.stem}-{number}.ipynb").exists():
        number += 1
    kept = exercise.rename(folder / f"{exercise.stem}-{number}.ipynb")
    report.kept.append((_below(exercise, root), _below(kept, root)))
