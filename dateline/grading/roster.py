"""The list of a class: a CSV from Canvas, from Moodle or from anywhere, and who of it handed in what."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from dateline.errors import KitError
from dateline.grading.intake import Submission
from dateline.grading.who import Student
from dateline.marks import fold

# What the heads of the common lists are called here, in lower case.
HEADS = {
    "name": ("name", "student", "full name", "student name", "display name"),
    "first": ("first name", "firstname", "given name", "first"),
    "last": ("last name", "lastname", "surname", "family name", "last"),
    "canvas": ("id", "canvas id", "canvas user id"),
    "moodle": ("identifier",),
    "sis": ("sis user id", "id number", "student id", "student number", "matriculation number"),
    "login": ("sis login id", "login", "username", "user name"),
    "email": ("email", "email address", "e-mail", "mail"),
    "section": ("section", "group", "groups", "class"),
    "variant": ("variant",),
}
_NOBODY = ("points possible", "student, test", "test student")


@dataclass(frozen=True)
class Enrolled:
    """One row of a roster: a name, and what else the list tells by the words of HEADS."""

    name: str
    told: Mapping[str, str] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """What makes this student: the number of a learning platform, else the name."""
        if self.told.get("canvas", "").isdigit():
            return f"canvas {self.told['canvas']}"
        number = self.told.get("moodle", "").rpartition(" ")[2]
        return (
            f"moodle {number}"
            if number.isdigit()
            else f"list {squeezed(self.name)} {self.told.get('sis', '')}".strip()
        )


def read_roster(path: Path) -> list[Enrolled]:
    """Read a roster; KitError that says what is missing in it.

    Commas, semicolons and tabs are taken, and the heads of Canvas, Moodle and plain lists (`name`).
    """
    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise KitError(f"{path} is not in UTF-8. Save it again as “CSV UTF-8”.") from None
    first = text.partition("\n")[0]
    comma = max(",;\t", key=first.count)
    rows = list(csv.reader(io.StringIO(text), delimiter=comma))
    heads = {kind: at for kind in HEADS if (at := _column(rows[0] if rows else [], kind)) is not None}
    if "name" not in heads and not {"first", "last"} <= set(heads):
        raise KitError(
            f"{path} has no column for names. Its first line must have `name`, or `Student` (Canvas), or "
            "`First name` and `Last name` (Moodle)."
        )
    found = [_enrolled(row, heads) for row in rows[1:] if any(cell.strip() for cell in row)]
    return [each for each in found if each.name and each.name.strip().casefold() not in _NOBODY]


def _column(row: Sequence[str], kind: str) -> int | None:
    heads = [cell.strip().casefold() for cell in row]
    return next((heads.index(each) for each in HEADS[kind] if each in heads), None)


def _enrolled(row: Sequence[str], heads: Mapping[str, int]) -> Enrolled:
    told = {kind: row[at].strip() for kind, at in heads.items() if at < len(row) and row[at].strip()}
    name = told.get("name") or f"{told.get('first', '')} {told.get('last', '')}".strip()
    return Enrolled(name, told)


def squeezed(name: str) -> str:
    """Return a name as it is compared: letters and digits alone, in lower case, without accents.

    >>> squeezed("Berg, Änna-Maria")
    'bergannamaria'
    """
    parts = unicodedata.normalize("NFKD", fold(name).casefold())
    return "".join(letter for letter in parts if letter.isalnum())


def called(enrolled: Enrolled) -> set[str]:
    """Return what files of a student may be named after: the name both ways round, the login, the number."""
    words = enrolled.name.replace(",", " ").split()
    last_first = [words[-1], *words[:-1]] if words else []
    first_last = [*words[1:], words[0]] if words else []
    names = {squeezed(" ".join(each)) for each in (words, last_first, first_last)}
    names |= {squeezed(enrolled.told.get(kind, "")) for kind in ("login", "sis", "canvas", "email")}
    names.add(squeezed(enrolled.told.get("email", "").partition("@")[0]))
    return names - {""}


@dataclass
class Matched:
    """The class as far as it is known: submissions under the roster's names, who is missing, and doubts."""

    submissions: list[Submission] = field(default_factory=list)
    missing: list[Enrolled] = field(default_factory=list)
    rosters: dict[str, Mapping[str, str]] = field(default_factory=dict)
    doubts: list[str] = field(default_factory=list)


def match(submissions: Sequence[Submission], roster: Sequence[Enrolled]) -> Matched:
    """Give each submission the name that the roster has for its student; nothing is guessed.

    What fits two rows, or two submissions that fit one row, stay as they are, and `doubts` say so.
    """
    by_key = {each.key: each for each in roster}
    by_name: dict[str, list[Enrolled]] = defaultdict(list)
    for each in roster:
        for name in called(each):
            by_name[name].append(each)
    found = Matched()
    fits = [(each, _fitting(each.student, by_key, by_name)) for each in submissions]
    claims = defaultdict(list)
    for submission, rows in fits:
        if len(rows) == 1:
            claims[rows[0].key].append(submission.student.name)
    for submission, rows in fits:
        found.submissions.append(_settled(submission, rows, claims, found))
    taken = {key for key, names in claims.items() if len(names) == 1}
    found.missing = [each for each in roster if each.key not in taken]
    found.doubts += _namesakes(roster)
    return found


def _fitting(
    student: Student, by_key: Mapping[str, Enrolled], by_name: Mapping[str, list[Enrolled]]
) -> list[Enrolled]:
    if student.key in by_key:
        return [by_key[student.key]]
    rows = by_name.get(squeezed(student.name), [])
    return list({row.key: row for row in rows}.values())


def _settled(
    submission: Submission, rows: list[Enrolled], claims: Mapping[str, list[str]], found: Matched
) -> Submission:
    name = submission.student.name
    if not rows:
        found.doubts.append(f"“{name}” is on no line of the roster")
    elif len(rows) > 1:
        found.doubts.append(f"“{name}” may be {' or '.join(_lines(rows))}: the roster has more than one")
    elif len(claims[rows[0].key]) > 1:
        names = " and ".join(f"“{each}”" for each in claims[rows[0].key])
        doubt = f"{names} may both be {rows[0].name} of the roster: they are graded apart"
        found.doubts += [doubt] if doubt not in found.doubts else []
    else:
        found.rosters[submission.student.key] = rows[0].told
        return replace(submission, student=Student(submission.student.key, rows[0].name))
    return submission


def _lines(rows: Iterable[Enrolled]) -> list[str]:
    return [
        " ".join([row.name, *(row.told[k] for k in ("sis", "email") if k in row.told)][:2]) for row in rows
    ]


def _namesakes(roster: Sequence[Enrolled]) -> list[str]:
    counts: dict[str, int] = defaultdict(int)
    for each in roster:
        counts[each.name] += 1
    return [f"the roster has {count} students called {name}" for name, count in counts.items() if count > 1]
