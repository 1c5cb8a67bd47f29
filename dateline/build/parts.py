"""Find the three parts of each exercise in a notebook: prompt, answer cell, check cell."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

from dateline.build.cells import calls_check, names_bound, read_check
from dateline.build.notebook import Cell, Notebook, source_of

HEADING = re.compile(r"^## Exercise (\d+(?:\.\w+)+)\b", re.MULTILINE)


class Fault(NamedTuple):
    """What is wrong in a notebook: the id of the cell, and what to do about it."""

    cell: str
    message: str


class Faults(list[Fault]):
    """The faults of one notebook, in the order in which they are found."""

    def add(self, cell: Cell, message: str) -> None:
        """Note one fault."""
        self.append(Fault(cell["id"], message))


@dataclass(frozen=True)
class Check:
    """A cell `check("4.1", figures)`: its place in the notebook, the exercise's id, the answer's name."""

    position: int
    exercise: str
    name: str


@dataclass(frozen=True)
class Exercise:
    """One exercise: its id, the name of its answer, and the position of its answer cell in the notebook."""

    id: str
    name: str
    answer: int


def find_exercises(notebook: Notebook) -> tuple[list[Exercise], list[Fault]]:
    """Return the exercises of a notebook and every fault in their form."""
    cells = notebook["cells"]
    faults = Faults()
    _find_shared_ids(cells, faults)
    exercises = []
    for exercise, start, end in _sections(cells, faults):
        checks = _checks_between(cells, start, end, faults)
        if exercise is None:
            for check in checks:
                faults.add(
                    cells[check.position], f"put a heading `## Exercise {check.exercise} …` above this check"
                )
            continue
        found = _one_exercise(cells, exercise, start, checks, faults)
        exercises += [found] if found else []
    _find_shared_names(cells, exercises, faults)
    return exercises, faults


def _find_shared_ids(cells: list[Cell], faults: Faults) -> None:
    """Note every cell id that is used twice."""
    times = Counter(cell["id"] for cell in cells)
    for cell in {cell["id"]: cell for cell in cells if times[cell["id"]] > 1}.values():
        faults.add(cell, "two cells have this id: give the copy an id of its own")


def _sections(cells: list[Cell], faults: Faults) -> list[tuple[str | None, int, int]]:
    """Cut a notebook at its exercise headings: (exercise id, None before the first; first cell; end)."""
    starts: list[tuple[str | None, int]] = [(None, 0)]
    for position, cell in enumerate(cells):
        ids = HEADING.findall(source_of(cell)) if cell["cell_type"] == "markdown" else []
        if len(ids) > 1:
            faults.add(cell, f"it holds the headings of {' and '.join(ids)}: give each a cell of its own")
        starts += [(exercise, position) for exercise in ids[:1]]
    ends = [start for _, start in starts[1:]] + [len(cells)]
    return [(exercise, start, end) for (exercise, start), end in zip(starts, ends, strict=True)]


def _checks_between(cells: list[Cell], start: int, end: int, faults: Faults) -> list[Check]:
    """List the check cells of a section; note those that call `check` in another form."""
    checks = []
    for position in range(start, end):
        cell = cells[position]
        if cell["cell_type"] != "code":
            continue
        found = read_check(source_of(cell))
        if found:
            checks.append(Check(position, *found))
        elif calls_check(source_of(cell)):
            faults.add(cell, 'a check cell holds one line, `check("4.1", name)`, and nothing else')
    return checks


def _one_exercise(
    cells: list[Cell], exercise: str, start: int, checks: list[Check], faults: Faults
) -> Exercise | None:
    """Join the parts of one exercise, or note what keeps them apart."""
    if len(checks) != 1:
        wanted = f'put one cell `check("{exercise}", name)` after the answer cell'
        faults.add(cells[start], f"exercise {exercise} has {len(checks) or 'no'} check cells: {wanted}")
        return None
    check = checks[0]
    here = cells[check.position]
    if check.exercise != exercise:
        faults.add(
            here, f"it checks {check.exercise} under the heading of exercise {exercise}: make them equal"
        )
    answer = check.position - 1
    if answer <= start or cells[answer]["cell_type"] != "code":
        wanted = f"put a code cell that assigns `{check.name}` directly before the check"
        faults.add(here, f"exercise {exercise} has no answer cell: {wanted}")
        return None
    message = _answer_fault(source_of(cells[answer]), check.name)
    if message:
        faults.add(cells[answer], f"answer cell of exercise {exercise}: {message}")
        return None
    return Exercise(exercise, check.name, answer)


def _answer_fault(source: str, wanted: str) -> str | None:
    """Say what is wrong with an answer cell that should assign one name; None if nothing is."""
    try:
        names = names_bound(source)
    except SyntaxError as fault:
        return f"it is not Python ({fault.msg}, line {fault.lineno})"
    if not names:
        return f"it assigns nothing: assign `{wanted}`"
    if len(names) > 1:
        listed = ", ".join(f"`{name}`" for name in names)
        return f"it assigns {listed}: keep `{wanted}` only, and move the rest to a cell above"
    if names != [wanted]:
        return f"it assigns `{names[0]}`, but the check names `{wanted}`: make them equal"
    return None


def _find_shared_names(cells: list[Cell], exercises: list[Exercise], faults: Faults) -> None:
    """Note every answer name, and every exercise id, that two exercises of a notebook share."""
    for what, key in (("the answer name", "name"), ("the exercise id", "id")):
        seen: dict[str, Exercise] = {}
        for exercise in exercises:
            first = seen.setdefault(getattr(exercise, key), exercise)
            if first is not exercise:
                shared = f"{what} `{getattr(exercise, key)}` was used before, by exercise {first.id}"
                faults.add(cells[exercise.answer], f"{shared}: choose another")
