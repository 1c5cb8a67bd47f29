"""case.yaml and exercises.yaml: what they may say, checked as they are read."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from dateline.cases.rows import Edtf, reasons
from dateline.errors import KitError, Problem
from dateline.sources import read_text
from dateline.yaml12 import read_yaml_text

Filled = Annotated[str, Field(min_length=1)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Party(_Strict):
    """A person or organisation: `aliases` are the names by which a text or a fair writer may call them."""

    name: Filled
    role: str = ""
    aliases: list[str] = []


class Population(_Strict):
    """What a figure counts: `aliases` are phrases for it; `part_of` names the population it belongs to."""

    label: Filled
    aliases: list[str] = []
    part_of: str | None = None


class Locality(_Strict):
    """A place of the reports: `aliases` are other names for it, `part_of` the wider place it lies in."""

    name: Filled
    aliases: list[str] = []
    part_of: str | None = None


class Outside(_Strict):
    """Something known from elsewhere: never stated as if the reports said it."""

    about: str
    statement: str
    source: str = ""
    date: Edtf = ""


class FactCard(_Strict):
    """A fact for lesson 6: whether a writer could know it at the cut-off is `knowable_on_cut_off`."""

    id: str
    date: Edtf
    publisher: str
    statement: str
    knowable_on_cut_off: Annotated[  # None in a copy without the key
        bool | None, BeforeValidator(lambda value: {"yes": True, "no": False}.get(value, value))
    ] = None
    note: str = ""


class About(_Strict):
    """What case.yaml says."""

    title: Filled
    question: Filled
    cut_off: Annotated[Edtf, Field(min_length=1)]
    sources: list[str] = Field(min_length=1)
    invented: bool = False
    people: dict[str, Party] = {}
    organisations: dict[str, Party] = {}
    populations: dict[str, Population] = {}
    places: dict[str, Locality] = {}
    outside_knowledge: list[Outside] = []
    fact_cards: list[FactCard] = []
    hints_after_hand_in: bool = False
    rights: str = ""
    to_confirm: list[str] = []  # facts of a draft that nobody has looked at: "question", "places.rome"


class ExerciseRow(BaseModel):
    """One exercise of exercises.yaml; `with` holds the arguments of its kind of check.

    `form` stands only in a copy without the key: what the answer looks like, for want of what it must say.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)
    id: str = Field(pattern=r"^\d+\.\d+$")
    title: str
    points: float = Field(ge=0)
    minutes: int = Field(ge=1)
    answer: str = Field(pattern=r"^[a-z_][a-z0-9_]*$")
    kind: str
    arguments: dict[str, Any] = Field(default={}, alias="with")
    hints: list[Annotated[str, Field(min_length=10)]] = Field(min_length=3, max_length=3)
    form: dict[str, Any] | None = Field(default=None, repr=False)


def read_yaml(path: Path) -> tuple[Any, list[Problem]]:
    """Read a YAML file: its content, or None and the fault in plain words with its line."""
    try:
        return _yaml_of(read_text(path), path.name)
    except KitError as fault:
        return None, [Problem(path.name, "", str(fault))]


def _yaml_of(text: str, name: str) -> tuple[Any, list[Problem]]:
    from ruamel.yaml.error import MarkedYAMLError

    try:
        return read_yaml_text(text), []
    except MarkedYAMLError as fault:
        mark = fault.problem_mark or fault.context_mark
        line = f"line {mark.line + 1}" if mark else ""
        return None, [Problem(name, line, (fault.problem or "it is not YAML").strip(), "mend the YAML there")]
    except ValueError as fault:  # YAML takes 2019-13-45 for a date, and there is no such day
        line = _line_of_no_day(text)
        return None, [Problem(name, line, f"a value cannot be read ({fault})", "mend it there")]


def _line_of_no_day(text: str) -> str:
    """Name the first line that has a date of no calendar; "" when none is found."""
    for number, line in enumerate(text.splitlines(), start=1):
        for year, month, day in re.findall(r"(?<![\d\"'-])(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)", line):
            try:
                date(int(year), int(month), int(day))
            except ValueError:
                return f"line {number}"
    return ""


def read_about(path: Path) -> tuple[About | None, list[Problem]]:
    """Read case.yaml."""
    content, problems = read_yaml(path)
    return (None, problems) if problems else _about_of(content, path.name)


def about_of(text: str) -> tuple[About | None, list[Problem]]:
    """Read the text of a case.yaml as `read_about` reads its file."""
    content, problems = _yaml_of(text, "case.yaml")
    return (None, problems) if problems else _about_of(content, "case.yaml")


def _about_of(content: Any, name: str) -> tuple[About | None, list[Problem]]:
    try:
        return About.model_validate(content), []
    except ValidationError as fault:
        return None, [Problem(name, "", reason) for reason in reasons(fault)]


def read_exercises(path: Path) -> tuple[list[ExerciseRow], list[Problem]]:
    """Read exercises.yaml: its sound exercises, and a problem for each fault."""
    content, problems = read_yaml(path)
    if problems:
        return [], problems
    listed = content.get("exercises") if isinstance(content, dict) else None
    if not isinstance(listed, list):
        return [], [Problem(path.name, "", "it has no list `exercises:`", "begin the file with exercises:")]
    rows = []
    for number, entry in enumerate(listed, start=1):
        name = entry.get("id", "no id") if isinstance(entry, dict) else "no id"
        try:
            rows.append(ExerciseRow.model_validate(entry))
        except ValidationError as fault:
            problems += [
                Problem(path.name, f"exercise {number} ({name})", reason) for reason in reasons(fault)
            ]
    return rows, problems
