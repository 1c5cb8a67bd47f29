"""Who handed a file in: told by the names that a learning platform or the teacher gave, never by what is inside."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from dateline.marks import fold

# Moodle: "Anna Berg_4711_assignsubmission_file_" as a folder or before the file's own name.
_MOODLE = re.compile(r"(?P<name>.+)_(?P<id>\d+)_assignsubmission_(?:file|onlinetext)_?(?P<rest>.*)")
# Canvas: "bergfanna_LATE_4711_90210_04-record-the-figures-1.ipynb", the first number the student's.
_CANVAS = re.compile(r"(?P<name>[^_]+)_(?:LATE_)?(?P<id>\d+)_(?P<file>\d+)_(?P<rest>.+)")
_ENDING = re.compile(r"(?:\.zip|\.ipynb)$", re.IGNORECASE)
_COPY = re.compile(r"(?:\s*\((?P<round>\d+)\)|-(?P<dash>\d{1,2}))$")
_LESSON = re.compile(r"^(?P<before>.*?)[\s_-]*(?<!\d)0\d-[a-z][a-z-]*(?P<after>.*)$")
_HAND_IN = re.compile(r"^hand-?in[\s_-]*", re.IGNORECASE)


@dataclass(frozen=True, order=True)
class Student:
    """A student: `key` is what makes one, `name` what people call them."""

    key: str
    name: str


@dataclass(frozen=True)
class Sign:
    """What the names of a file tell: the student, the platform's number of the file, the number of a copy."""

    student: Student
    file: int = 0
    copy: int = 0


def sign_of(parts: tuple[str, ...]) -> Sign:
    """Return who handed a file in, from the folders and archives down to it.

    >>> sign_of(("Anna Berg_4711_assignsubmission_file_", "04.ipynb")).student
    Student(key='moodle 4711', name='Anna Berg')
    >>> sign_of(("bergfanna_4711_90210_04-record-the-figures-2.ipynb",))
    Sign(student=Student(key='canvas 4711', name='bergfanna'), file=90210, copy=2)
    >>> sign_of(("anna", "04-record-the-figures (1).ipynb"))
    Sign(student=Student(key='anna', name='anna'), file=0, copy=1)
    """
    for part in parts:
        found = _MOODLE.fullmatch(part) or _CANVAS.fullmatch(part)
        if found:
            groups = found.groupdict()
            platform = "canvas" if "file" in groups else "moodle"
            student = Student(f"{platform} {groups['id']}", groups["name"].strip())
            return Sign(student, int(groups.get("file") or 0), _copy_of(parts[-1]))
    return Sign(named(parts) or _after(parts[-1]), 0, _copy_of(parts[-1]))


def is_from_platform(parts: tuple[str, ...]) -> bool:
    """Tell whether a learning platform named one of the folders, archives or files."""
    return any(_MOODLE.fullmatch(part) or _CANVAS.fullmatch(part) for part in parts)


def named(parts: tuple[str, ...]) -> Student | None:
    """Return the student after whom a folder, an archive or the file is named; None where all are the kit's.

    >>> named(("exercises", "04-record-the-figures.ipynb")), named(("hand-in anna.zip", "04.json")).name
    (None, 'anna')
    """
    for part in parts:
        name = _HAND_IN.sub("", _COPY.sub("", _ENDING.sub("", part)).strip())
        lesson = _LESSON.match(name)
        if lesson:
            name = f"{lesson['before']} {lesson['after']}"
        name = name.strip(" _-.")
        if name and name.lower() not in _OURS:
            return _after(name)
    return None


def _after(name: str) -> Student:
    plain = unicodedata.normalize("NFC", _ENDING.sub("", name))
    return Student(fold(plain).casefold(), plain)


_OURS = {"exercises", "answers", "notebooks", "submissions"}  # folders of the kit, and none of a student


def _copy_of(name: str) -> int:
    found = _COPY.search(_ENDING.sub("", name))
    return int(found["round"] or found["dash"]) if found else 0
