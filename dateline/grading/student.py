"""Grading one student: what was handed in is fingerprinted, collected and marked."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from typing import Any

from dateline.findings import Result
from dateline.grading.collect import Run, collect
from dateline.grading.intake import Submission
from dateline.grading.limits import Limits
from dateline.grading.marking import Paper, mark_all
from dateline.grading.store import Readable, RefusedError
from dateline.grading.variants import notes_on

MOST = 200 * 2**20  # bytes that are read of one student


@dataclass(frozen=True)
class Grading:
    """What stands in the gradebook of one student: the last grading, with what a person added to it.

    `results` are by exercise. `manual` holds a person's points by exercise, `comments` a person's words,
    `rubric` the steps of the rubric. `notes` tell a teacher what happened, `files` what was read.
    `stamp` says which grading and which remark of the gradebook the last ones are.
    """

    key: str
    name: str
    state: str = "missing"
    handed_in: datetime | None = None
    digest: str = ""
    notes: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    hints: Mapping[str, int] = field(default_factory=dict)
    results: Mapping[str, Result] = field(default_factory=dict)
    answers: Mapping[str, Any] = field(default_factory=dict)
    manual: Mapping[str, float] = field(default_factory=dict)
    comments: Mapping[str, str] = field(default_factory=dict)
    rubric: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    roster: Mapping[str, str] = field(default_factory=dict)
    stamp: str = field(default="", compare=False)

    def points(self, exercise: str) -> float | None:
        """The points of an exercise: a person's where one gave them, else the machine's; None without any."""
        if exercise in self.manual:
            return self.manual[exercise]
        return self.results[exercise].points if exercise in self.results else None

    @property
    def total(self) -> float:
        """The sum of the points."""
        return round(sum(self.points(exercise) or 0 for exercise in {*self.results, *self.manual}), 2)


def grade_student(
    store: Readable, submission: Submission, paper: Paper, run: Run, limits: Limits, known: str = ""
) -> Grading | None:
    """Grade what a student handed in; None when `known` is the fingerprint of just that.

    KitError when a notebook has to be run and cannot be.
    """
    variants, paper = paper.variants, paper.of(submission.student.key, submission.student.name)
    digest, too_much = fingerprint(store, submission, paper)
    if is_known(digest, limits, known):
        return None
    student = submission.student
    if too_much:
        return Grading(student.key, student.name, "not gradable", submission.handed_in, digest, (too_much,))
    collected = collect(store, submission, paper.exercises, run)
    if variants is not None:
        collected.notes += notes_on(store, submission, variants)
    if collected.state in ("partly run", "timed out"):
        digest = _cut_short(digest, limits)  # with other limits it may get further
    graded = Grading(
        student.key, student.name, collected.state, submission.handed_in, digest, tuple(collected.notes),
        tuple(collected.files), collected.hints,
    )  # fmt: skip
    if collected.state == "not gradable":
        return graded
    return replace(graded, results=mark_all(collected, paper), answers=collected.answers)


def is_known(digest: str, limits: Limits, known: str) -> bool:
    """Tell whether `known`, of what was graded before, says that with this fingerprint nothing is new."""
    return bool(known) and known in (digest, _cut_short(digest, limits))


def _cut_short(digest: str, limits: Limits) -> str:
    return f"{digest} {_digest(str(asdict(limits)).encode())}"


def fingerprint(store: Readable, submission: Submission, paper: Paper) -> tuple[str, str]:
    """Return a fingerprint of all that decides a grade, and a sentence if there is too much to read.

    It is made of what was handed in and when, and of the paper.
    """
    parts, size = [paper.fingerprint], 0
    for entry in (*submission.notebooks, *submission.answers):
        try:
            data = store.read(entry)
        except RefusedError as fault:
            data = str(fault).encode()
        size += len(data)
        if size > MOST:
            return _digest("\n".join(parts).encode()), f"more than {MOST // 2**20} MB were handed in"
        parts.append(ascii(f"{entry} {entry.modified} {_digest(data)}"))
    return _digest("\n".join(parts).encode()), ""


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:32]
