"""What each student handed in: the files below the paths that a teacher names, put together by student."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from dateline.errors import KitError
from dateline.grading.store import Entry, Store
from dateline.grading.who import Student, is_from_platform, named, sign_of

MANIFEST = "hand-in.json"


@dataclass
class Submission:
    """All that a student handed in, the newest first; nothing is read yet.

    `notebooks` and `answers` (what widgets saved, `answers/NN.json`) may hold several attempts.
    `others` were handed in too and are nothing that is graded.
    """

    student: Student
    notebooks: list[Entry] = field(default_factory=list)
    answers: list[Entry] = field(default_factory=list)
    others: list[Entry] = field(default_factory=list)

    @property
    def handed_in(self) -> datetime | None:
        """When the newest file was made, in local time; None where no file tells."""
        times = [entry.modified for entry in (*self.notebooks, *self.answers) if entry.modified]
        return max(times, default=None)


def gather(store: Store, paths: Iterable[Path]) -> list[Submission]:
    """Return what each student handed in below some paths, by name; KitError when a path cannot be read."""
    found: dict[str, Submission] = {}
    for path in paths:
        try:
            entries = list(store.entries(path))
        except OSError as fault:
            raise KitError(
                f"{path} cannot be read: {fault.strerror or fault}. Name a folder, zip or notebook."
            ) from None
        outside = _outside(entries)
        for entry in entries:
            _put(found, entry, entry.parts[outside:])
    for submission in found.values():
        for entries in (submission.notebooks, submission.answers, submission.others):
            entries.sort(key=_recency, reverse=True)
    return sorted(found.values(), key=lambda each: (each.student.name.casefold(), each.student.key))


def _put(found: dict[str, Submission], entry: Entry, below: tuple[str, ...]) -> None:
    student = sign_of(below).student
    submission = found.setdefault(student.key, Submission(student))
    kind = entry.name.lower().rpartition(".")[2]
    if kind == "ipynb":
        submission.notebooks.append(entry)
    elif kind == "json" and entry.name != MANIFEST:
        submission.answers.append(entry)
    else:
        submission.others.append(entry)


def _recency(entry: Entry) -> tuple[datetime, int, int]:
    """The last in time counts; where the time is the same, the platform's number and that of the copy tell."""
    sign = sign_of(entry.parts)
    return entry.modified or datetime.min, sign.file, sign.copy


def _outside(entries: list[Entry]) -> int:
    """How many leading folders and archives hold all files and so name no student."""
    if not entries:
        return 0
    first = entries[0].parts[:-1]
    shared = next(
        (
            at
            for at, part in enumerate(first)
            if any(each.parts[:-1][at : at + 1] != (part,) for each in entries)
        ),
        len(first),
    )
    while shared and not _tell_students(entries, shared):
        shared -= 1
    return shared


def _tell_students(entries: list[Entry], outside: int) -> bool:
    """Tell whether what is left of the names says of every file whose it is."""
    if any(entry.parts[outside:] == (MANIFEST,) for entry in entries):
        return False  # one student's own archive
    rest = [entry.parts[outside:] for entry in entries]
    return all(is_from_platform(parts) or named(parts) for parts in rest if parts[-1] != MANIFEST)
