"""The rows of a case's key: what each column may hold, checked as it is read."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from dateline.dates import is_edtf
from dateline.errors import KitError, Problem
from dateline.sources import read_text

Number = int | float
TO_CONFIRM = (
    "to confirm"  # the note of a drafted row begins with these words until a teacher has looked at it
)


def _listed(value: Any) -> Any:
    return [part.strip() for part in value.split("|") if part.strip()] if isinstance(value, str) else value


def _answer(value: Any) -> Any:
    if value in ("", None):
        return None
    if value in ("yes", "no"):
        return value == "yes"
    raise ValueError(f"{value!r} is neither yes nor no")


def _number(value: Any) -> Any:
    if value in ("", None) or not isinstance(value, str):
        return None if value in ("", None) else value
    if not re.fullmatch(r"-?\d+(\.\d+)?", value):
        raise ValueError(f"{value!r} is not a plain number (digits, no separators)")
    return float(value) if "." in value else int(value)


_REWRITTEN = re.compile(
    r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d{1,2}-[A-Za-z]{3}(-\d{2,4})?|[A-Za-z]{3}-\d{2,4}|4\d{4}(\.\d+)?|.*\d{1,2}:\d{2}(:\d{2})?"
)


def _edtf(value: Any) -> Any:
    if value and not is_edtf(value):
        if _REWRITTEN.fullmatch(value):
            raise ValueError(
                f"{value!r} looks rewritten by a spreadsheet; format the column as text and write 2019-10-21"
            )
        raise ValueError(f"{value!r} is not an EDTF date such as 2018-12 or 2019-10-21")
    return value


def _edtfs(value: Any) -> Any:
    for part in (listed := _listed(value)):
        _edtf(part)
    return listed


def _wrong(value: Any) -> Any:
    """`answer=misconception-key | …` as a mapping; the last "=" divides, as answers may hold one."""
    if not isinstance(value, str):
        return value
    pairs = {}
    for part in _listed(value):
        answer, sign, key = part.rpartition("=")
        if not sign:
            raise ValueError(f"{part!r} is not of the form answer=misconception-key")
        pairs[answer.strip()] = key.strip()
    return pairs


def _ranges(value: Any) -> Any:
    """`900..1100 | 1000..` as pairs of bounds; a side left empty is open."""
    pairs = []
    for part in _listed(value):
        lower, sign, upper = part.partition("..")
        if not sign:
            raise ValueError(f"{part!r} is not of the form lower..upper")
        pairs.append((_number(lower.strip()), _number(upper.strip())))
    return pairs


Listed = Annotated[list[str], BeforeValidator(_listed)]
YesNo = Annotated[bool | None, BeforeValidator(_answer)]
Bound = Annotated[Number | None, BeforeValidator(_number)]
Edtf = Annotated[str, BeforeValidator(_edtf)]
Edtfs = Annotated[list[str], BeforeValidator(_edtfs)]
Wrong = Annotated[dict[str, str], BeforeValidator(_wrong)]
Ranges = Annotated[list[tuple[Number | None, Number | None]], BeforeValidator(_ranges)]


class Row(BaseModel):
    """What every row of the key has: an id, and the place in the text on which it stands."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    id: str
    source: str = ""
    paragraph: Annotated[int | None, BeforeValidator(_number)] = None
    anchor: str = ""
    note: str = ""

    @property
    def remark(self) -> str:
        """The note as a learner may read it: "" while it is the mark of a draft that nobody has confirmed."""
        return "" if self.note.strip().lower().startswith(TO_CONFIRM) else self.note


class SourceRow(Row):
    field: Literal["publisher", "agency", "author", "title", "dateline_place", "date", "precision", "genre"]
    value: str
    accepted: Listed = []
    outside: Listed = []


class VoiceRow(Row):
    voice: str
    label: str
    status: Literal["speaks", "relayed", "mentioned", "missing"]
    accepted: Listed = []
    named: YesNo = None
    role: str = ""
    first_hand: str = ""
    relayed_by: str = ""


class ClaimRow(Row):
    statement: str
    kind: Literal["figure", "event", "plan", "position", "opinion", "background"]
    kind_accepted: Listed = []
    speaker: str = ""
    speaker_accepted: Listed = []
    named: str = ""
    first_hand: str = ""
    relayed_by: str = ""
    hedge: str = ""
    status: str = ""
    status_accepted: Listed = []
    checkable: YesNo = None


class FigureRow(Row):
    is_figure: YesNo
    why_not: str = ""
    lower: Bound = None
    upper: Bound = None
    lower_closed: YesNo = None
    upper_closed: YesNo = None
    approximate: YesNo = None
    vague: YesNo = None
    hedge: str = ""
    counted: str = ""
    counted_accepted: Listed = []
    unit: str = ""
    population: str = ""
    scope: str = ""
    scope_accepted: Listed = []
    as_of: Edtf = ""
    as_of_accepted: Edtfs = []
    attributed_to: str = ""
    attributed_accepted: Listed = []
    stock_or_flow: str = ""
    accepted: Ranges = []


class DateRow(Row):
    expression_kind: str = ""
    event: str = ""
    edtf: Edtf = ""
    accepted: Edtfs = []
    outside: Edtfs = []
    wrong: Wrong = {}
    reason: str = ""


class CheckRow(Row):
    left: str
    right: str = ""
    question: str
    comparable: str = ""
    comparable_accepted: Listed = []
    verdict: str = ""
    verdict_accepted: Listed = []
    lower: Bound = None
    upper: Bound = None
    hedge: str = ""
    unit: str = ""
    reason: str
    wrong: Wrong = {}


TABLES: dict[str, type[Row]] = {
    "sources": SourceRow,
    "voices": VoiceRow,
    "claims": ClaimRow,
    "figures": FigureRow,
    "dates": DateRow,
    "checks": CheckRow,
}


def read_table(path: Path, name: str) -> tuple[list[Row], list[Problem]]:
    """Read one table of the key: its sound rows, and a problem for each fault, row by row."""
    try:
        return read_rows(read_text(path), name)
    except KitError as fault:
        return [], [Problem(f"key/{name}.csv", "", str(fault), "save it as CSV in UTF-8")]


def read_rows(text: str, name: str) -> tuple[list[Row], list[Problem]]:
    """Read the text of a table as `read_table` reads its file."""
    model, shown = TABLES[name], f"key/{name}.csv"
    try:
        records = list(csv.DictReader(io.StringIO(text), strict=True))
    except csv.Error as fault:
        return [], [Problem(shown, "", str(fault), "save it as CSV in UTF-8")]
    rows, problems = [], []
    for line, record in enumerate(records, start=2):
        where = f"row {line} ({record.get('id') or 'no id'})"
        if None in record or None in record.values():
            problems.append(
                Problem(
                    shown,
                    where,
                    "it has more or fewer cells than the header",
                    "quote cells that hold a comma",
                )
            )
            continue
        try:
            rows.append(model.model_validate({key.strip(): value.strip() for key, value in record.items()}))
        except ValidationError as fault:
            problems += [Problem(shown, where, reason) for reason in reasons(fault)]
    return rows, problems


def reasons(fault: ValidationError) -> list[str]:
    """Return pydantic's complaints in plain words, each led by the field it is about."""
    plain = {"missing": "it is missing", "extra_forbidden": "this name is not known; check its spelling"}

    def said(error: Any) -> str:
        if error["type"] == "string_too_short" and not error["input"]:
            return "it is empty"
        return plain.get(error["type"]) or error["msg"].removeprefix("Value error, ")

    return [f"{'.'.join(map(str, error['loc']))}: {said(error)}" for error in fault.errors()]
