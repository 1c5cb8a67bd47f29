"""A course for nbgrader: an assignment a lesson, which `nbgrader autograde` marks as `dateline grade` does.

nbgrader knows a cell by what its metadata say (schema 3): the answer is a *solution* cell, the check a
locked *grade* cell worth the points of the exercise. A grade cell that ends in a number earns that number.
What stands between the BEGIN and END lines is in the teacher's source alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from dateline.build.blank import blank_answer, blank_cells
from dateline.build.files import notebooks_below
from dateline.build.notebook import Cell, Notebook, as_text, read_notebook, source_of, with_source
from dateline.build.parts import Exercise, find_exercises
from dateline.cases.about import ExerciseRow
from dateline.cases.load import load
from dateline.errors import KitError, Problem, ProblemsError
from dateline.release.keys import withhold
from dateline.release.kitfiles import copy_case
from dateline.release.students import cases_opened, chosen_cases, feedback

SOLUTION = "### BEGIN SOLUTION\n{code}\n### END SOLUTION"
MARKED = """### BEGIN HIDDEN TESTS
from dateline.exercises import outcome
float(outcome("{id}", {name}).points)
### END HIDDEN TESTS"""


def write_course(kit: Path, out: Path, cases: Sequence[str], keys: str) -> list[str]:
    """Write a course into an empty folder and return its assignments.

    Each has its notebook and the reports that it needs, with keys as in a student's pack; the full keys lie
    in data/, where only the teacher's nbgrader looks. Raises ProblemsError when a solution is not sound.
    """
    chosen, assignments = chosen_cases(kit, cases), []
    for path in notebooks_below(kit / "solutions"):
        opened = cases_opened(path)
        if opened and opened <= set(chosen):
            assignments.append(_name(path.relative_to(kit / "solutions")))
            _write_assignment(kit, out / "source" / assignments[-1], path, sorted(opened), keys)
    if not assignments:
        raise KitError(f"No notebook in {kit / 'solutions'} opens the case {' or '.join(chosen)}.")
    for case in chosen:
        copy_case(kit, case, out)
    pages = Path(__file__).parent
    (out / "nbgrader_config.py").write_text((pages / "nbgrader_config.txt").read_text("utf-8"), "utf-8")
    page = (pages / "nbgrader.md").read_text("utf-8")
    listed = "\n".join(f"- `{name}`" for name in assignments)
    (out / "README.md").write_text(
        page.format(assignments=listed, first=assignments[0], feedback=feedback(keys)), "utf-8"
    )
    return assignments


def _name(path: Path) -> str:
    """Name an assignment after its notebook, and after the folder of a case of one's own."""
    return "-".join([*path.parts[:-1], path.stem])


def _write_assignment(kit: Path, folder: Path, solution: Path, opened: Sequence[str], keys: str) -> None:
    notebook = read_notebook(solution)
    exercises, faults = find_exercises(notebook)
    if faults:
        told = [Problem(solution.name, f"cell {fault.cell}", fault.message) for fault in faults]
        raise ProblemsError("The solutions have faults; nothing was written:", told)
    rows: dict[str, ExerciseRow] = {}
    for case in opened:
        rows |= load(kit / "data" / case).exercises
        withhold(copy_case(kit, case, folder), keys, {exercise.id for exercise in exercises})
    text = as_text(course_cells(notebook, exercises, rows))
    (folder / solution.name).write_text(text, encoding="utf-8", newline="\n")


def course_cells(
    notebook: Notebook, exercises: Sequence[Exercise], rows: dict[str, ExerciseRow]
) -> list[Cell]:
    """Return a solved notebook's cells as nbgrader's source: what students must not see is fenced in."""
    cells = blank_cells(notebook, list(exercises))
    for exercise in exercises:
        code = source_of(notebook["cells"][exercise.answer])
        fenced = f"{blank_answer(code, exercise.name)}\n{SOLUTION.format(code=code)}"
        cells[exercise.answer] = _as(cells[exercise.answer], fenced, solution=True)
        check = exercise.answer + 1
        marked = f"{source_of(cells[check])}\n{MARKED.format(id=exercise.id, name=exercise.name)}"
        points = rows[exercise.id].points
        cells[check] = _as(cells[check], marked, grade=True, locked=True, points=points)
    for at, cell in enumerate(cells):
        if cell["cell_type"] == "code" and "open_case(" in source_of(cell):
            cells[at] = _as(cell, source_of(cell), locked=True)
    return cells


def _as(cell: Cell, text: str, **told: Any) -> Cell:
    """Return a cell with another text that nbgrader takes for what it is told to be."""
    kind = {"grade": False, "locked": False, "solution": False, "task": False, **told}
    about = {**kind, "grade_id": cell["id"], "schema_version": 3, "cell_type": cell["cell_type"]}
    return with_source({**cell, "metadata": {**cell.get("metadata", {}), "nbgrader": about}}, text)
