"""Who handed a file in: told by the names that a platform or the teacher gave, never by what is inside."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from dateline.errors import KitError
from dateline.grading.store import printable
from dateline.kit import find_kit

# Moodle: "Anna Berg_4711_assignsubmission_file_" as a folder or before the file's own name.
_MOODLE = re.compile(r"(?P<name>.+?)_(?P<id>\d{1,18})_assignsubmission_(?:file|onlinetext)_?(?P<rest>.*)")
# Canvas: "bergfanna_LATE_4711_90210_04-record-the-figures-1.ipynb", the first number the student's.
_CANVAS = re.compile(r"(?P<name>[^_]+)_(?:LATE_)?(?P<id>\d+)_(?P<file>\d{1,18})_(?P<rest>.+)")
_ENDING = re.compile(r"\.(?:zip|ipynb|json)$", re.IGNORECASE)
_COPY = re.compile(r"\s*\((?P<round>\d+)\)$")
_NUMBERED = re.compile(r"-(?P<dash>\d{1,2})$")  # Canvas's way with a file that was handed in again
_HAND_IN = re.compile(r"^hand-?in[\s_-]*", re.IGNORECASE)
_ANY_LESSON = r"0\d-[a-z][a-z-]*"
_OURS = {"exercises", "answers", "notebooks", "submissions"}  # folders of the kit, and none of a student


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


def sign_of(parts: tuple[str, ...], level: int | None = None, home: str = "") -> Sign:
    """Return who handed a file in, from the folders and archives down to it.

    `level` is where a learning platform wrote its names; what looks so elsewhere was written by a student.
    `home` is the name of what the teacher named, for files that have no other.

    >>> sign_of(("Anna Berg_4711_assignsubmission_file_", "04.ipynb"), 0).student
    Student(key='moodle 4711', name='Anna Berg')
    >>> sign_of(("bergfanna_4711_90210_04-record-the-figures-2.ipynb",), 0)
    Sign(student=Student(key='canvas 4711', name='bergfanna'), file=90210, copy=2)
    >>> sign_of(("anna", "04-record-the-figures (1).ipynb"))
    Sign(student=Student(key='name anna', name='anna'), file=0, copy=1)
    """
    found = platform_name(parts[level]) if level is not None and level < len(parts) else None
    if found is None:
        return Sign(named(parts) or _after(home or parts[-1]), 0, _copy_of(parts[-1]))
    groups = found.groupdict()
    platform = "canvas" if "file" in groups else "moodle"
    student = Student(f"{platform} {int(groups['id'])}", printable(groups["name"].strip()))
    return Sign(student, int(groups.get("file") or 0), _copy_of(parts[-1]))


def platform_name(part: str) -> re.Match[str] | None:
    """Return what a learning platform wrote into the name of a folder, archive or file, if one did."""
    return _MOODLE.fullmatch(part) or _CANVAS.fullmatch(part)


def named(parts: tuple[str, ...]) -> Student | None:
    """Return the student after whom a folder, an archive or the file is named; None where all are the kit's.

    >>> named(("exercises", "04-record-the-figures.ipynb")), named(("hand-in anna.zip", "04.json")).name
    (None, 'anna')
    >>> named(("04-record-the-figures-anna (1).ipynb",)).name, named(("student-01", "04.ipynb")).name
    ('anna', 'student-01')
    """
    for part in parts:
        name = _ENDING.sub("", part)
        if name != part:  # a file; a folder is called as it is called
            name = _without_lesson(_HAND_IN.sub("", _COPY.sub("", name))).strip(" _-.")
        if name and name.lower() not in _OURS:
            return _after(name)
    return None


def _without_lesson(name: str) -> str:
    """Return what is left of a file's name without the lesson's: the student's, or nothing."""
    found = _lesson().match(name)
    if found is None:
        return "" if re.fullmatch(r"0\d", name) else name
    return f"{found['before']} {_NUMBERED.sub('', found['after'])}"


@cache
def _lesson() -> re.Pattern[str]:
    """What finds the name of a lesson in that of a file: those of this kit, else any that looks like one."""
    try:
        kit = find_kit()
        slugs = {
            path.stem for folder in ("exercises", "solutions") for path in (kit / folder).glob("*.ipynb")
        }
    except KitError:
        slugs = set()
    known = [re.escape(slug) for slug in sorted(slugs, key=len, reverse=True)]
    return re.compile(rf"^(?P<before>.*?)[\s_-]*(?<!\d)(?:{'|'.join([*known, _ANY_LESSON])})(?P<after>.*)$")


def _after(name: str) -> Student:
    """Return the student of a name. Names that differ in a capital or a space are two students."""
    plain = printable(unicodedata.normalize("NFC", _ENDING.sub("", name)))
    return Student(f"name {plain}", plain)


def _copy_of(name: str) -> int:
    stem = _ENDING.sub("", name)
    found = _COPY.search(stem) or _NUMBERED.search(stem)
    return int(found[1]) if found else 0
