"""What a person adds to the grades: points, comments and steps of the rubric, from a CSV."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dateline.errors import Problem, ProblemsError
from dateline.grading.gradebook import Gradebook
from dateline.grading.marking import Paper
from dateline.grading.rubric import QUESTIONS, STEPS
from dateline.grading.standing import pseudonyms
from dateline.sources import read_text


@dataclass(frozen=True)
class Remark:
    """A person's word on one exercise of one student; `points` None leaves those of the machine."""

    key: str
    exercise: str
    points: float | None
    comment: str
    rubric: Mapping[str, str]


def import_remarks(path: Path, book: Gradebook, paper: Paper, who: str) -> int:
    """Put the remarks of a CSV into a gradebook; return how many are new.

    The columns are `key` or `student`, `exercise`, `points`, `comment`, and those of the rubric. Raises
    ProblemsError with all faults of the file; then none of it is taken.
    """
    remarks = read_remarks(path, book, paper)
    new = 0
    for remark in remarks:
        grading = book.grading(remark.key)
        stands = (
            grading.manual.get(remark.exercise),
            grading.comments.get(remark.exercise, ""),
            dict(grading.rubric.get(remark.exercise, {})),
        )
        if stands != (remark.points, remark.comment, dict(remark.rubric)):
            book.remark(remark.key, remark.exercise, remark.points, remark.comment, who, dict(remark.rubric))
            new += 1
    return new


def read_remarks(path: Path, book: Gradebook, paper: Paper) -> list[Remark]:
    """Read the remarks of a CSV; ProblemsError lists everything that is wrong with it."""
    reader = csv.DictReader(io.StringIO(read_text(path)))
    heads = set(reader.fieldnames or ())
    problems, remarks = [], []
    if "exercise" not in heads or not heads & {"key", "student"}:
        reason = "it needs the columns exercise, and key or student"
        raise ProblemsError("The remarks cannot be used:", [Problem(path.name, "line 1", reason)])
    students, shown = book.students(), pseudonyms(book)
    keys = {key: key for key, _ in students} | {shown(key): key for key, _ in students}
    for number, row in enumerate(reader, start=2):
        plain = {head: (cell or "").strip() for head, cell in row.items() if isinstance(head, str)}
        try:
            remarks.append(_remark(plain, keys, students, paper))
        except ValueError as fault:
            problems.append(Problem(path.name, f"row {number}", str(fault)))
    if problems:
        raise ProblemsError("The remarks cannot be used; none was taken:", problems)
    return remarks


def _remark(
    row: Mapping[str, str], keys: Mapping[str, str], students: list[tuple[str, str]], paper: Paper
) -> Remark:
    id = row["exercise"]
    if id not in paper.exercises:
        raise ValueError(f"there is no exercise {id!r} among those that are graded")
    rubric = {QUESTIONS[name]: row[name] for name in QUESTIONS if row.get(name)}
    wrong = [step for step in rubric.values() if step not in STEPS]
    if wrong:
        raise ValueError(f"{wrong[0]!r} is no step of the rubric; use {', '.join(STEPS)}")
    points = _points(row.get("points", ""), paper.exercises[id].points)
    return Remark(_key(row, keys, students), id, points, row.get("comment", ""), rubric)


def _key(row: Mapping[str, str], keys: Mapping[str, str], students: list[tuple[str, str]]) -> str:
    """Return whose row it is: by key or pseudonym where there is one, else by a name that only one has."""
    if row.get("key"):
        if row["key"] in keys:
            return keys[row["key"]]
        raise ValueError(f"the gradebook has no student with the key {row['key']!r}")
    name = row.get("student", "").removeprefix("'")
    keys = [key for key, each in students if each == name]
    if len(keys) != 1:
        how = "more than one student" if keys else "no student"
        raise ValueError(f"the gradebook has {how} called {name!r}; write the key of gradebook.csv")
    return keys[0]


def _points(text: str, most: float) -> float | None:
    if not text:
        return None
    try:
        points = float(text.replace(",", "."))
    except ValueError:
        points = math.nan
    if not 0 <= points <= most:
        raise ValueError(f"{text!r} is no number of points from 0 to {most:g}")
    return points
