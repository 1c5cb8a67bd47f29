"""Checking an exercise and climbing its ladder of hints, from a notebook cell."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from dateline import kinds
from dateline.answers import Saved, ShapeError, digest, is_untried, lesson_of, plain
from dateline.cases import Case, current_case
from dateline.cases.about import ExerciseRow
from dateline.errors import KitError
from dateline.findings import Finding, Result, result_of, words

LONGEST_PAUSE = 30 * 60  # seconds between two checks; what is longer was a break
WITH_KEY = "Mark where the full key lies: in the teacher's copy."
RUNGS = ("where to look", "which rule", "a worked parallel", "the solution")


def mark(id: str, answer: Any, case: Case, others: Mapping[str, Any] | None = None) -> Result:
    """Mark one answer, purely: nothing is read, saved or shown.

    `others` maps the ids of the lesson's other exercises to their answers. Raises KitError when the
    case has no exercise `id`; an answer of any shape gives a Result, never an error.

    >>> from dateline import open_case
    >>> mark("4.1", ..., open_case("syria-withdrawal")).status
    'not tried'
    """
    exercise = exercise_of(id, case)
    if is_untried(answer):
        return result_of(id, exercise.title, exercise.points, [Finding("not-tried", "untried")])
    try:
        data = plain(answer)
    except ShapeError as fault:
        return _wrong_shape(exercise, str(fault))
    if exercise.form is not None:
        return _kept(exercise, data)
    told = {other: _plain_or_none(value) for other, value in (others or {}).items()}
    kind = kinds.load(exercise.kind)
    arguments = kind.Arguments.model_validate(exercise.arguments)
    try:
        findings = kind.mark(data, case, arguments, told)
    except Exception:  # a fault of ours must neither reach the learner nor cost a mark: a person looks at it
        findings = [Finding("check-failed", "review", possible=1)]
    return result_of(id, exercise.title, exercise.points, findings)


def _kept(exercise: ExerciseRow, answer: Any) -> Result:
    """What a copy without the key can say: blanks and the form. Points are for the teacher to give."""
    from dateline.kinds._forms import form_from
    from dateline.kinds._kept import read_form

    findings = read_form(form_from(exercise.form), answer)
    faults = [each for each in findings if each.verdict == "wrong"]
    if faults or _is_blank(answer):
        return result_of(exercise.id, exercise.title, exercise.points, findings)
    fits = [] if any(each.verdict == "note" for each in findings) else [Finding("form-fits", "note")]
    seen = [*findings, *fits, Finding("kept-for-teacher", "review")]
    return Result(exercise.id, exercise.title, "to be marked", 0, exercise.points, tuple(seen))


def _is_blank(answer: Any) -> bool:
    inner = answer.values() if isinstance(answer, Mapping) else answer if isinstance(answer, list) else None
    return answer in (None, "") if inner is None else all(map(_is_blank, inner))


def exercise_of(id: str, case: Case) -> ExerciseRow:
    """Return exercise `id` of a case; KitError that lists the ids when there is none."""
    if id not in case.exercises:
        raise KitError(
            f"The case {case.id!r} has no exercise {id!r}. It has: {', '.join(case.exercises) or 'none'}."
        )
    return case.exercises[id]


def _plain_or_none(value: Any) -> Any:
    try:
        return None if is_untried(value) else plain(value)
    except ShapeError:
        return None


def _wrong_shape(exercise: ExerciseRow, why: str) -> Result:
    finding = Finding("not-data", possible=1, params={"name": exercise.answer, "why": why})
    return result_of(exercise.id, exercise.title, exercise.points, [finding])


def check(id: str, answer: Any = ..., case: Case | None = None) -> Result:
    """Check an answer: show the feedback and return the Result.

    Where `answer` is still `...`, what a widget saved in `answers/NN.json` beside the notebook is taken.

    >>> check("4.1", ...).status
    4.1 · not tried · 0 of 5 points
      … Not tried yet: Nothing is filled in yet. Replace the ... with your answer and run this cell again.
    'not tried'
    """
    case = case or current_case(id)
    exercise = exercise_of(id, case)
    saved = Saved(lesson_of(id))
    notices = []
    if is_untried(answer) and (kept := saved.get("answers", id)) is not None:
        answer = kept
        notices.append(words("saved-answer-used", {"name": exercise.answer}).found)
    result = mark(id, answer, case, _others(id, case, saved))
    if result.status != "not tried":
        _record(saved, id, answer, result)
    if saved.kept_aside:
        notices.append(words("answers-file-broken", {"kept": saved.kept_aside.name}).found)
    if (saved.get("hints", id) or {}).get("rung", 0) >= len(RUNGS):
        notices.append(words("assisted").found)
    result = replace(result, notices=tuple(notices))
    result.show()
    return result


def outcome(id: str, answer: Any = ..., case: Case | None = None) -> Result:
    """Return what `check` would find, without showing or recording anything: for graders that run notebooks.

    KitError where this copy has no key to mark by.

    >>> outcome("4.1", ...).points
    0
    """
    case, saved = case or current_case(id), Saved(lesson_of(id))
    if exercise_of(id, case).form is not None:
        raise KitError(f"There is no key to {case.id} at hand, so {id} cannot be marked. {WITH_KEY}")
    if is_untried(answer):
        answer = saved.get("answers", id)
    return mark(id, answer, case, _others(id, case, saved))


def _others(id: str, case: Case, saved: Saved) -> dict[str, Any]:
    """The lesson's other answers: from the notebook where it has them, else as saved by a widget."""
    told = {}
    for other, exercise in case.exercises.items():
        if other != id and lesson_of(other) == lesson_of(id):
            value = _notebook().get(exercise.answer, ...)
            told[other] = saved.get("answers", other) if is_untried(value) else value
    return told


def _notebook() -> Mapping[str, Any]:
    shell = sys.modules["IPython"].get_ipython() if "IPython" in sys.modules else None
    return shell.user_ns if shell is not None else {}


def _record(saved: Saved, id: str, answer: Any, result: Result) -> None:
    """Keep what `hint` and a view of progress need; a folder that cannot be written costs only that."""
    try:
        fingerprint = digest(plain(answer))
        before = saved.get("checks", id) or {}
        tries = before.get("tries", 0) + (before.get("digest") != fingerprint)
        kept = {"digest": fingerprint, "status": result.status, "points": result.points, "tries": tries}
        met = list(dict.fromkeys([*before.get("met", []), *result.misconceptions]))
        kept |= {"misconceptions": result.misconceptions, "met": met}
        saved.put("checks", id, {**kept, **_times(before, datetime.now())})
    except (OSError, ShapeError):
        return


def _times(before: Mapping[str, Any], now: datetime) -> dict[str, Any]:
    """When the exercise was first and last checked, and the seconds between checks that were no break."""
    stamp = now.isoformat(timespec="seconds")
    try:
        gap = (now - datetime.fromisoformat(before.get("last", stamp))).total_seconds()
    except (TypeError, ValueError):
        gap = 0.0
    worked = round(gap) if 0 <= gap <= LONGEST_PAUSE else 0
    return {
        "first": before.get("first", stamp),
        "last": stamp,
        "seconds": before.get("seconds", 0) + worked,
    }


class Hint:
    """One rung of the ladder, shown as text or formatted in a notebook."""

    def __init__(self, id: str, rung: int, text: str, code: str = "") -> None:
        self.id, self.rung, self.text, self.code = id, rung, text, code

    def __repr__(self) -> str:
        lead = (
            f"{self.id} · hint {self.rung} of {len(RUNGS)} · {RUNGS[self.rung - 1]}" if self.rung else self.id
        )
        return "\n".join(part for part in (lead, self.text, self.code) if part)

    def _repr_markdown_(self) -> str:
        lead = (
            f"**{self.id} · hint {self.rung} of {len(RUNGS)}: {RUNGS[self.rung - 1]}**"
            if self.rung
            else f"**{self.id}**"
        )
        code = f"\n\n```python\n{self.code}\n```" if self.code else ""
        return f"{lead}\n\n{self.text}{code}"


def hint(id: str, case: Case | None = None) -> Hint:
    """Return the next rung of the ladder: where to look, which rule, a worked parallel, the solution.

    Between two hints the answer must have changed and been checked again. The last rung is recorded as
    assisted; it takes no points away.
    """
    case = case or current_case(id)
    exercise = exercise_of(id, case)
    saved = Saved(lesson_of(id))
    if case.about.hints_after_hand_in and not saved.get("checks", "handed in"):
        return Hint(id, 0, words("hints-off").found)
    before = saved.get("hints", id) or {"rung": 0, "digest": ""}
    now = (saved.get("checks", id) or {}).get("digest", "")
    if before["rung"] and now == before["digest"] and before["rung"] < len(RUNGS):
        return Hint(id, 0, words("try-before-next-hint", {"id": id, "name": exercise.answer}).found)
    rung = min(before["rung"] + 1, len(RUNGS))
    try:
        saved.put("hints", id, {"rung": rung, "digest": now})
    except OSError as fault:
        raise KitError(
            f"The hint cannot be recorded ({fault.strerror}); free some space or mend {saved.path.parent}."
        ) from None
    return Hint(id, rung, exercise.hints[rung - 1]) if rung < len(RUNGS) else _solution(exercise, case)


def _solution(exercise: ExerciseRow, case: Case) -> Hint:
    """The model answer from the solutions folder, where the kit still has it; a student pack may not."""
    from dateline.build import model_answer

    code = ""
    for root in (Path.cwd(), *Path.cwd().parents):
        if (root / "solutions").is_dir():
            own = root / "solutions" / case.id  # a case of one's own has its notebooks in a folder
            solutions = own if own.is_dir() else root / "solutions"
            code = model_answer(solutions, lesson_of(exercise.id), exercise.answer)
            break
    text = words("solution-shown" if code else "solution-elsewhere", {"name": exercise.answer}).found
    return Hint(exercise.id, len(RUNGS), text, code)


def doubts(case: Case) -> list[str]:
    """Return what is amiss in a case's exercises: unknown kinds, bad arguments, answer names used twice."""
    found, names = [], set()
    for exercise in case.exercises.values():
        if (lesson_of(exercise.id), exercise.answer) in names:
            found.append(
                f"exercise {exercise.id}: the answer name {exercise.answer!r} stands twice in its lesson"
            )
        names.add((lesson_of(exercise.id), exercise.answer))
        found += [f"exercise {exercise.id}: {reason}" for reason in _kind_doubts(exercise, case)]
    return found


def _kind_doubts(exercise: ExerciseRow, case: Case) -> list[str]:
    from dateline.cases.rows import reasons

    if exercise.form is not None:
        return []  # a copy without the key: what its check needs is with the teacher
    try:
        kind = kinds.load(exercise.kind)
        arguments = kind.Arguments.model_validate(exercise.arguments)
    except KeyError:
        return [f"there is no kind of check {exercise.kind!r}; use one of {', '.join(kinds.names())}"]
    except ValidationError as fault:
        return reasons(fault)
    return list(kind.doubts(arguments, case)) if hasattr(kind, "doubts") else []
