"""The practice case of each student, as `dateline release --variants` made it: whose is which, and its key.

What a student handed in never decides by which case it is marked; the teacher's list does.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from dateline.cases import Case
from dateline.cases.load import load
from dateline.errors import KitError
from dateline.grading.intake import Submission
from dateline.grading.roster import Enrolled, called, read_roster, squeezed
from dateline.grading.store import Entry, Readable, RefusedError

LIST, CASES = "variants.csv", "cases"
CODE = re.compile(r"variant-[a-z]{8}\b")
OTHERS = "another student's case"


@dataclass(frozen=True)
class Variants:
    """The practice cases of a class: the folder they lie in, and the rows of its list."""

    folder: Path
    rows: tuple[Enrolled, ...] = field(hash=False)
    _held: dict[str, Case] = field(default_factory=dict, hash=False, compare=False, repr=False)

    @cached_property
    def by_code(self) -> dict[str, Enrolled]:
        """The students by the code of their case."""
        return {row.told["variant"]: row for row in self.rows}

    @cached_property
    def _by_name(self) -> Mapping[str, set[str]]:
        codes: dict[str, set[str]] = defaultdict(set)
        for row in self.rows:
            for name in called(row):
                codes[name].add(row.told["variant"])
        return codes

    @cached_property
    def _by_key(self) -> dict[str, str]:
        return {row.key: row.told["variant"] for row in self.rows}

    def code_of(self, key: str, name: str) -> str:
        """Return the code of a student's case, "" where the list has nobody of that name, or two."""
        if key in self._by_key:
            return self._by_key[key]
        files = [key.removeprefix("name ")] if key.startswith("name ") else []  # may be called by a number
        for called_so in [*files, name]:
            found = self._by_name.get(squeezed(called_so), set())
            if len(found) == 1:
                return next(iter(found))
        return ""

    def case(self, code: str) -> Case:
        """Return a case with its key; KitError when it is not there or not sound."""
        return self._held[code] if code in self._held else load(self.folder / CASES / code)

    def load_all(self) -> None:
        """Hold all cases in memory, so that they go wherever this goes."""
        self._held.update({code: self.case(code) for code in self.by_code})

    @cached_property
    def sample(self) -> Case:
        """Return one case of the class: the exercises of all have the same ids, titles and points."""
        return self.case(self.rows[0].told["variant"])


def read_variants(folder: Path) -> Variants:
    """Read the list of a class with its practice cases; KitError that says what is missing.

    Each row must have the code of a case that lies in the folder, and no two the same.
    """
    path = folder / LIST
    if not path.is_file():
        raise KitError(f"There is no {LIST} in {folder}. Name the folder that `release --variants` wrote.")
    rows = read_roster(path)
    codes = [row.told.get("variant", "") for row in rows]
    for row, code in zip(rows, codes, strict=True):
        if not CODE.fullmatch(code) or not (folder / CASES / code / "case.yaml").is_file():
            raise KitError(f"{path}: the row of {row.name} names no case in {folder / CASES}: {code!r}.")
        if codes.count(code) > 1:
            raise KitError(f"{path}: {code} stands in two rows. Each student has a case of their own.")
    if not rows:
        raise KitError(f"{path} has no students in it.")
    return Variants(folder, tuple(rows))


def notes_on(store: Readable, submission: Submission, variants: Variants) -> list[str]:
    """Return what a teacher must know of a student's practice case: none of their own, or another's."""
    student = submission.student
    own = variants.code_of(student.key, student.name)
    found = {code: entry for entry in submission.notebooks for code in _codes(store, entry)}
    if found and not own:
        return [f"{LIST} has no practice case for this name, so lesson 09 is not marked"]
    return [f"{entry} {_says(code, variants)}" for code, entry in found.items() if code != own]


def _codes(store: Readable, entry: Entry) -> set[str]:
    """The codes of cases that stand in a notebook, or in its name."""
    try:
        text = store.read(entry).decode("utf-8", "replace")
    except RefusedError:
        text = ""
    return set(CODE.findall(f"{entry} {text}"))


def _says(code: str, variants: Variants) -> str:
    known = code in variants.by_code
    whose = f"which is {OTHERS}" if known else "which is no case of this class"
    return f"names {code}, {whose}: marked by the case that this student was given"


def doubts(name: str, notes: Iterable[str], variants: Variants) -> list[str]:
    """Return the notes on other students' cases as sentences for the teacher alone, who may see the names."""
    named = [code for note in notes if OTHERS in note for code in CODE.findall(note)]
    others = dict.fromkeys(variants.by_code[code].name for code in named if code in variants.by_code)
    return [
        f"{name} handed in the practice case of {other}; it earned by {name}'s own key" for other in others
    ]
