"""What a student answered: read from the newest notebooks, run where needed, and from what widgets saved."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from dateline.answers import ShapeError, is_untried, lesson_of, plain
from dateline.cases.about import ExerciseRow
from dateline.grading.intake import Submission
from dateline.grading.literals import read_answers
from dateline.grading.sandbox import Ran
from dateline.grading.store import Entry, Readable, RefusedError

Run = Callable[[Sequence[str], Sequence[str]], Ran]
MOST_HINTS = 4
_SAVED = re.compile(r"(\d\d)(?:[ _(-].*)?\.json$", re.IGNORECASE)  # what widgets save, `04.json`, or a copy
_ASSIGNED = re.compile(r"^[ \t]*(\w+)[ \t]*(?::[^=\n]*)?=(?!=)", re.MULTILINE)
_CHECKED = re.compile(r"\b(?:check|hint)\(\s*[\"'](\d+\.\d+)[\"']")
STATES = ("graded", "partly run", "timed out", "not gradable", "missing")


@dataclass
class Collected:
    """The answers of a student by exercise, plain data; `shapes` says which were none, and why.

    `state` is the worst that befell a notebook, `notes` tell a teacher what happened on the way, `files`
    name what was read, and `hints` are those that the student's own machine says were taken.
    """

    answers: dict[str, Any] = field(default_factory=dict)
    shapes: dict[str, str] = field(default_factory=dict)
    state: str = "graded"
    notes: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    hints: dict[str, int] = field(default_factory=dict)

    def worsen(self, state: str) -> None:
        """Take on a state where it is worse than the one so far."""
        if STATES.index(state) > STATES.index(self.state):
            self.state = state


def collect(
    store: Readable, submission: Submission, exercises: Mapping[str, ExerciseRow], run: Run
) -> Collected:
    """Collect a student's answers to `exercises`: whatever was handed in, there is a result.

    Only a `run` that cannot run anything here makes it fail, with a KitError.
    """
    found = Collected()
    notebooks = _newest(store, submission.notebooks, exercises, found)
    for entry, cells in notebooks:
        found.files.append(str(entry))
        _from_notebook(str(entry), cells, exercises, run, found)
    _from_widgets(store, submission.answers, exercises, found)
    if not notebooks and not found.answers:
        found.worsen("not gradable" if submission.notebooks or submission.others else "missing")
        if not submission.notebooks and submission.others:
            names = ", ".join(str(entry) for entry in submission.others[:5])
            found.notes.append(f"no notebook was handed in, only {names}")
    found.notes += [f"{entry} is left out: {entry.trouble}" for entry in submission.others if entry.trouble]
    return found


def _newest(
    store: Readable, entries: Sequence[Entry], exercises: Mapping[str, ExerciseRow], found: Collected
) -> list[tuple[Entry, list[str]]]:
    """Return the newest notebook of each lesson, with its code cells; say which older ones are kept aside."""
    lessons: dict[str, tuple[Entry, list[str]]] = {}
    for entry in entries:
        try:
            cells = code_cells(store.read(entry))
        except RefusedError as fault:
            found.notes.append(f"{entry} is left out: {fault}")
            found.worsen("not gradable" if len(entries) == 1 else "partly run")
            continue
        lesson = lesson_of_cells(cells, exercises)
        if not lesson:
            found.notes.append(f"{entry} is left out: it answers no exercise")
        elif lesson in lessons:
            found.notes.append(f"{entry} is an earlier attempt than {lessons[lesson][0]}: kept, not graded")
        else:
            lessons[lesson] = (entry, cells)
    return list(lessons.values())


def code_cells(data: bytes) -> list[str]:
    """Return the code cells of a notebook file; RefusedError that says why it is none."""
    try:
        notebook = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise RefusedError("it is not in UTF-8; open it in JupyterLab and save it again") from None
    except (ValueError, RecursionError) as fault:
        raise RefusedError(f"it is no notebook, or only a part of one ({str(fault)[:120]})") from None
    cells = notebook.get("cells") if isinstance(notebook, dict) else None
    if not isinstance(cells, list):
        older = isinstance(notebook, dict) and "worksheets" in notebook
        why = (
            "it is in a format of before 2015; open it in JupyterLab and save it again"
            if older
            else "it holds no cells"
        )
        raise RefusedError(why)
    return [_source(cell) for cell in cells if isinstance(cell, dict) and cell.get("cell_type") == "code"]


def _source(cell: Mapping[str, Any]) -> str:
    source = cell.get("source", "")
    if isinstance(source, list):
        source = "".join(line for line in source if isinstance(line, str))
    return source if isinstance(source, str) else ""


def lesson_of_cells(cells: Sequence[str], exercises: Mapping[str, ExerciseRow]) -> str:
    """Return the lesson most of whose answers are assigned or checked in the cells, "" if none is.

    Only where nothing is, a name that is mentioned will do: a brief may well speak of "figures".
    """
    text = "\n".join(cells)
    assigned, checked = set(_ASSIGNED.findall(text)), set(_CHECKED.findall(text))
    counts: Counter[str] = Counter()
    mentioned: Counter[str] = Counter()
    for id, exercise in exercises.items():
        counts[lesson_of(id)] += (exercise.answer in assigned) + (id in checked)
        mentioned[lesson_of(id)] += exercise.answer in text
    told = counts if counts.total() else mentioned
    return told.most_common(1)[0][0] if told.total() else ""


def _from_notebook(
    name: str, cells: Sequence[str], exercises: Mapping[str, ExerciseRow], run: Run, found: Collected
) -> None:
    lesson = lesson_of_cells(cells, exercises)
    asked: dict[str, list[str]] = {}  # a teacher's own exercise may look at the answer to another
    for id, exercise in exercises.items():
        if lesson_of(id) == lesson:
            asked.setdefault(exercise.answer, []).append(id)
    read = read_answers(cells, list(asked))
    found.notes += [f"{name}: {note}" for note in read.notes]
    for answer, value in read.answers.items():
        _take(asked[answer], value, found)
    if read.to_run:
        _take_run(name, run(cells, sorted(read.to_run)), asked, read.to_run, found)


def _take(ids: Sequence[str], value: Any, found: Collected) -> None:
    for id in ids:
        found.shapes.pop(id, None)
        try:
            found.answers[id] = None if is_untried(value) else plain(value)
        except ShapeError as fault:
            found.shapes[id] = str(fault)


def _take_run(
    name: str, ran: Ran, asked: Mapping[str, list[str]], wanted: set[str], found: Collected
) -> None:
    """Take what running a notebook gave. A name that it never reached keeps the literal last read for it."""
    for answer in wanted & set(ran.answers):
        _take(asked[answer], ran.answers[answer], found)
    for answer in wanted & set(ran.shapes):
        for id in asked[answer]:
            found.answers.pop(id, None)
            found.shapes[id] = ran.shapes[answer]
    found.notes += [f"{name}: code cell {cell} stopped: {fault}" for cell, fault in ran.faults.items()]
    if ran.state != "ran":
        found.notes.append(
            f"{name}: {ran.state} after code cell {ran.cells}; what was answered until then counts"
        )
        found.worsen("timed out" if ran.state == "timed out" else "partly run")


def _from_widgets(
    store: Readable, entries: Sequence[Entry], exercises: Mapping[str, ExerciseRow], found: Collected
) -> None:
    """Take what widgets saved where the notebook has no answer, as `check` does; the newest file counts."""
    lessons, seen = {lesson_of(id) for id in exercises}, set()
    for entry in entries:
        lesson = _SAVED.match(entry.name)
        if lesson is None or lesson[1] in seen or lesson[1] not in lessons:
            continue
        try:
            content = json.loads(store.read(entry))
        except (RefusedError, ValueError, RecursionError) as fault:
            found.notes.append(f"{entry} is left out: {str(fault)[:120]}")
            continue
        seen.add(lesson[1])
        found.files.append(str(entry))
        own = {id: each for id, each in exercises.items() if lesson_of(id) == lesson[1]}
        _take_saved(content if isinstance(content, dict) else {}, own, found)


def _take_saved(saved: Mapping[str, Any], exercises: Mapping[str, ExerciseRow], found: Collected) -> None:
    """Take the answers and hints of one lesson's file; what it says of checks and points is nobody's word."""
    answers, hints = _section(saved, "answers"), _section(saved, "hints")
    by_name = {exercises[id].answer: value for id, value in answers.items() if id in exercises}
    for id, exercise in exercises.items():
        value = answers.get(id, by_name.get(exercise.answer))
        if value is not None and found.answers.get(id) is None and id not in found.shapes:
            _take([id], value, found)
        rung = hints.get(id, {}).get("rung") if isinstance(hints.get(id), dict) else None
        if isinstance(rung, int):
            found.hints[id] = min(max(rung, 0), MOST_HINTS)


def _section(saved: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    section = saved.get(name)
    return section if isinstance(section, dict) else {}
