"""Everything in a case that is wrong or doubtful, for its teacher to read: one list, each with its mend."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.answers import lesson_of
from dateline.build.notebook import NotANotebookError, read_notebook, source_of
from dateline.build.parts import find_exercises
from dateline.cases import Case
from dateline.cases.load import read_case
from dateline.drafting.confirm import is_unconfirmed
from dateline.drafting.contradictions import contradictions
from dateline.drafting.misfits import collisions, miscounted, unknown_ids, untimely
from dateline.errors import Problem
from dateline.exercises import doubts, mark

ERROR, DOUBT, UNCONFIRMED = "error", "doubt", "to confirm"
GRADES = (ERROR, DOUBT, UNCONFIRMED)


@dataclass(frozen=True)
class Doubt:
    """One thing to look at: `grade` is "error", "doubt" or "to confirm"; `problem` says what and where."""

    grade: str
    problem: Problem


def doubts_of(folder: Path, solutions: Path | None = None) -> list[Doubt]:
    """Return every error, doubt and unconfirmed row of the case in `folder`.

    `solutions` is the folder of the kit's solution notebooks; without it model answers are not marked.
    """
    case, problems = read_case(folder)
    problems = problems or find_problems(folder)
    found = [Doubt(ERROR, problem) for problem in problems]
    if case is None:
        return found
    errors = [problem for finds in (collisions, unknown_ids) for problem in finds(case)]
    found += [Doubt(ERROR, problem) for problem in errors]
    found += [Doubt(DOUBT, p) for finds in (contradictions, untimely, miscounted) for p in finds(case)]
    if not problems and solutions is not None:
        found += [Doubt(ERROR, problem) for problem in _unearned(case, solutions)]
    return found + [Doubt(UNCONFIRMED, problem) for problem in _unconfirmed(case)]


def find_problems(folder: Path) -> list[Problem]:
    """Return every fault of a case's files, and of its exercises against its key."""
    case, problems = read_case(folder)
    if case is not None and not problems:
        problems = [Problem("exercises.yaml", "", doubt) for doubt in doubts(case)]
    return problems


def _unearned(case: Case, solutions: Path) -> Iterator[Problem]:
    """Exercises without a model answer, with one that earns too little, or whose blank is not *not tried*."""
    answers = model_answers(solutions, case)
    for id, row in case.exercises.items():
        if mark(id, ..., case).status != "not tried":
            yield Problem("exercises.yaml", id, "a blank answer is not “not tried”", "mend its arguments")
        if id not in answers:
            mend = f"add it to a notebook in solutions/{case.id}/"
            yield Problem("exercises.yaml", id, "no solution notebook has a model answer for it", mend)
            continue
        file, answer = answers[id]
        others = {
            other: a for other, (_, a) in answers.items() if lesson_of(other) == lesson_of(id) and other != id
        }
        result = mark(id, answer, case, others)
        if result.points < row.points:
            lost = [f.part for f in result.findings if f.verdict != "right" and f.part]
            parts = f" (look at {', '.join(dict.fromkeys(lost))})" if lost else ""
            reason = f"its model answer earns {result.points:g} of {row.points:g} points{parts}"
            yield Problem(file, id, reason, "mend the answer, or the key")


def model_answers(solutions: Path, case: Case) -> dict[str, tuple[str, Any]]:
    """Return by exercise id the notebook and the model answer, for answers that are plain literals.

    Notebooks in solutions/<case>/ count first; those beside it only where a case has no such folder.
    """
    own = solutions / case.id
    answers: dict[str, tuple[str, Any]] = {}
    for path in sorted((own if own.is_dir() else solutions).glob("*.ipynb")):
        try:
            notebook = read_notebook(path)
        except NotANotebookError:
            continue
        for exercise in find_exercises(notebook)[0]:
            if exercise.id not in case.exercises:
                continue
            (*_, last) = ast.parse(source_of(notebook["cells"][exercise.answer])).body
            try:
                value = ast.literal_eval(last.value) if isinstance(last, ast.Assign) else ...
            except ValueError:
                continue  # it computes its answer: `make test` runs those
            answers[exercise.id] = (path.relative_to(solutions.parent).as_posix(), value)
    return answers


def _unconfirmed(case: Case) -> Iterable[Problem]:
    mend = "look at it beside the text, mend it, then take “to confirm” out of its note"
    for row in case.key.by_id.values():
        if is_unconfirmed(row.note):
            yield Problem(f"key/{_table_of(row)}.csv", f"row {row.id}", row.note, mend)
    for id, party in {**case.people, **case.organisations}.items():
        if is_unconfirmed(party.role):
            mend = "say who or what it is, or strike it"
            yield Problem("case.yaml", id, "its role is to confirm", mend)
    for id in case.about.to_confirm:
        mend = "look at it, mend it, then take it out of the list to_confirm"
        yield Problem("case.yaml", id, "it is as the draft has it", mend)
    if is_unconfirmed(case.about.rights):
        yield Problem("case.yaml", "rights", "it is not said whose the reports are", "say so")


def _table_of(row: Any) -> str:
    return type(row).__name__.removesuffix("Row").lower() + "s"
