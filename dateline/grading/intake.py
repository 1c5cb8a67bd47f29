"""What each student handed in: the files below the paths that a teacher names, put together by student."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from dateline.errors import KitError
from dateline.grading.store import Entry, RefusedError, Store
from dateline.grading.who import Sign, Student, named, platform_name, sign_of

MANIFEST = "hand-in.json"
MOST_LESSONS = 30  # notebooks that one student's archive may hold side by side
ONE_STUDENTS = "{} is taken for one student's: each of its notebooks is of another lesson"
_CHECKED = re.compile(rb"\bcheck\(\s*\\?[\"'](\d{1,2})\.")


@dataclass
class Submission:
    """All that a student handed in, the newest first; nothing is read yet.

    `notebooks` and `answers` (what widgets saved, `answers/NN.json`) may hold several attempts.
    `others` were handed in too and are nothing that is graded. `order` says what came later: by time, at
    the same time by the platform's number of the file and by that of the copy. `doubt` says what was only
    guessed.
    """

    student: Student
    notebooks: list[Entry] = field(default_factory=list)
    answers: list[Entry] = field(default_factory=list)
    others: list[Entry] = field(default_factory=list)
    order: dict[Entry, tuple[datetime, int, int]] = field(default_factory=dict, repr=False)
    doubt: str = ""

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
        doubt = ""
        if outside and path.suffix.lower() == ".zip" and _is_one_students(store, entries, outside):
            outside, doubt = 0, ONE_STUDENTS.format(path.name)
        below = [entry.parts[outside:] for entry in entries]
        level = _platform_level(below)
        for entry, parts in zip(entries, below, strict=True):
            submission = _put(found, entry, sign_of(parts, level, path.resolve().name))
            submission.doubt = submission.doubt or doubt
    for submission in found.values():
        for entries in (submission.notebooks, submission.answers, submission.others):
            entries.sort(key=submission.order.__getitem__, reverse=True)
    return sorted(found.values(), key=lambda each: (each.student.name.casefold(), each.student.key))


def _put(found: dict[str, Submission], entry: Entry, sign: Sign) -> Submission:
    submission = found.setdefault(sign.student.key, Submission(sign.student))
    submission.order[entry] = (entry.modified or datetime.min, sign.file, sign.copy)
    kind = entry.name.lower().rpartition(".")[2]
    if kind == "ipynb":
        submission.notebooks.append(entry)
    elif kind == "json" and entry.name != MANIFEST:
        submission.answers.append(entry)
    else:
        submission.others.append(entry)
    return submission


def _is_one_students(store: Store, entries: list[Entry], outside: int) -> bool:
    """Tell whether an archive is one student's own: its notebooks lie side by side, each of another lesson.

    In that of a class, such notebooks would be of the same lesson.
    """
    notebooks = [entry for entry in entries if entry.name.lower().endswith(".ipynb")]
    if not 2 <= len(notebooks) <= MOST_LESSONS or any(len(each.parts) > outside + 1 for each in notebooks):
        return False
    lessons = [_lesson_in(store, entry) for entry in notebooks]
    return "" not in lessons and len(set(lessons)) == len(lessons)


def _lesson_in(store: Store, entry: Entry) -> str:
    """Return the lesson whose exercises a notebook checks most, "" when it cannot be read or checks none."""
    try:
        checked = Counter(_CHECKED.findall(store.read(entry)))
    except RefusedError:
        return ""
    return checked.most_common(1)[0][0].decode() if checked else ""


def _platform_level(below: list[tuple[str, ...]]) -> int | None:
    """Return how deep a learning platform's names lie, None where there are none.

    Most of what lies side by side must have one there: else a student could take another's number by
    the name of a file.
    """
    levels = {parts[0]: set() for parts in below}
    for parts in below:
        levels[parts[0]] |= {at for at, part in enumerate(parts) if platform_name(part)}
    first = min((min(each) for each in levels.values() if each), default=None)
    named = sum(first in each for each in levels.values())
    return first if named * 2 > len(levels) else None


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
    return all(any(map(platform_name, parts)) or named(parts) for parts in rest if parts[-1] != MANIFEST)
