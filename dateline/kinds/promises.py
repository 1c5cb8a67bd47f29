"""The kind `promises`: what was said, by when, and what had become of it: a dict of dicts.

In exercises.yaml, under `with:`

    columns:                              # the cells of each item; a column without labels is free words
      promised: [vow, threat, outcome]
      deadline: []
      at_second_report: [done, not done, cannot tell]
    items:
      a:
        row: C28                          # where to look
        promised: {right: [vow], wrong: {outcome: plan-as-outcome}}
        deadline: {right: [matter of months], row: T13}    # a row of dates.csv: its EDTF dates are right too
        at_second_report: {right: [not done]}
    wrong: {done: plan-as-outcome}        # message for a label in any cell that has none of its own

Free words are right when they hold a right phrase and little else. Messages may use {given}.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from dateline.cases import Case
from dateline.dates import is_edtf, same
from dateline.findings import Finding, Place
from dateline.kinds import _forms as forms
from dateline.kinds._label import label_doubts, labelled
from dateline.kinds._shared import (
    as_mapping,
    choice_of,
    clipped,
    is_blank,
    kind_of,
    listed,
    message_doubts,
    row_doubts,
    tidy,
)
from dateline.kinds._tally import place_of, right, tally, untried
from dateline.lexicon import load
from dateline.marks import spans_of, words_of

NOT_STATED = "not stated"
SPARE_WORDS = 6  # how many words may stand around a right phrase


class Cell(BaseModel):
    """What one cell may hold: labels, or phrases and the dates of a key row."""

    model_config = ConfigDict(extra="forbid")
    right: list[str] = []
    wrong: dict[str, str] = {}
    row: str = ""


class Arguments(BaseModel):
    """The `with:` block; see the head of this module."""

    model_config = ConfigDict(extra="forbid")
    columns: dict[str, list[str]] = Field(min_length=1)
    items: dict[str, dict[str, Cell | str]] = Field(min_length=1)
    wrong: dict[str, str] = {}


def form(arguments: Arguments, case: Case) -> forms.Form:
    """Return the cells of each item: a choice, or free words."""
    each = [forms.one_of(n, labels) if labels else forms.text(n) for n, labels in arguments.columns.items()]
    return forms.parts("", [forms.parts(item, each) for item in arguments.items])


def mark(answer: Any, case: Case, arguments: Arguments, others: Mapping[str, Any]) -> list[Finding]:
    """Mark a dict of dicts, or rows whose first column names the item; every cell weighs the same.

    >>> about = Arguments(columns={"deadline": []}, items={"a": {"deadline": {"right": ["within days"]}}})
    >>> mark({"a": {"deadline": "Within days"}}, None, about, {})[0].key
    'part-right'
    """
    told, findings = as_mapping(answer, list(arguments.items))
    if not told:
        return findings
    for name in arguments.items:
        findings += _item(name, told.get(name), case, arguments)
    return tally(findings)


def _item(name: str, told: Any, case: Case, arguments: Arguments) -> list[Finding]:
    columns, about = arguments.columns, arguments.items[name]
    if is_blank(told) or told == {}:
        return [untried(name, len(columns))]
    if not isinstance(told, Mapping):
        params = {"keys": listed(columns), "got": kind_of(told)}
        return [Finding("expected-mapping", part=name, possible=len(columns), params=params)]
    cells = {choice_of(key, columns): value for key, value in told.items()}
    place = place_of(case, str(about.get("row", ""))) if about.get("row") else None
    return [
        _cell(cells.get(column), column, about[column], f"{name}, {column}", arguments, case, place)
        for column in columns
    ]


def _cell(
    value: Any,
    column: str,
    cell: Cell,
    part: str,
    arguments: Arguments,
    case: Case,
    place: Place | None,
) -> Finding:
    if labels := arguments.columns[column]:
        wrong = {**arguments.wrong, **cell.wrong}
        place = place_of(case, cell.row) or place
        return labelled(value, labels, cell.right, part=part, wrong=wrong, place=place)
    if is_blank(value):
        return untried(part)
    if not isinstance(value, str):
        params = {"of": "words from the report, or “not stated”", "got": kind_of(value)}
        return Finding("expected-text", part=part, possible=1, params=params)
    elsewhere = [phrase for phrase in _phrases(arguments, column) if not _says(cell.right, phrase)]
    if NOT_STATED in cell.right and choice_of(value, load("answers")["no_date"]):
        return right(part)
    if _holds(value, cell.right) and not any(_says([value], phrase) for phrase in elsewhere):
        return right(part)
    return _dated(value, cell, part, case, place)


def _dated(value: str, cell: Cell, part: str, case: Case, place: Place | None) -> Finding:
    """Words that are no right phrase may still be the date itself, or a known wrong one."""
    row = case.key.by_id.get(cell.row) if cell.row else None
    given = value.strip()
    key = ""
    if row and is_edtf(given):
        if any(date and same(given, date) for date in (row.edtf, *row.accepted)):
            return right(part)
        key = next((key for told, key in row.wrong.items() if is_edtf(told) and same(given, told)), "")
    key = key or next((key for told, key in cell.wrong.items() if _says([value], told)), "words-not-these")
    place = (case.place(row) if row else None) or place
    return Finding(key, part=part, possible=1, params={"given": clipped(value)}, place=place)


def _phrases(arguments: Arguments, column: str) -> list[str]:
    """Every right phrase of a column, so that an answer which lists them all is not right."""
    return [phrase for about in arguments.items.values() for phrase in about[column].right]


def _says(texts: list[str], phrase: str) -> bool:
    return any(spans_of(tidy(phrase), tidy(text)) for text in texts)


def _holds(value: str, phrases: list[str]) -> bool:
    """Tell whether a right phrase stands in a short answer."""
    length = len(words_of(value))
    return any(
        _says([value], each) and not _lasting(value, each) and length <= len(words_of(each)) + SPARE_WORDS
        for each in phrases
    )


def _lasting(value: str, phrase: str) -> bool:
    """Tell whether the words say how long something lasts: "for months" is not "in months"."""
    return any(_says([value], f"{word} {phrase}") for word in ("for", "since"))


def doubts(arguments: Arguments, case: Case) -> list[str]:
    """List what does not fit: rows, cells, labels and messages that are not there."""
    found = message_doubts(arguments.wrong.values())
    for name, about in arguments.items.items():
        reasons = row_doubts([str(about.get("row", ""))], case)
        for column, labels in arguments.columns.items():
            cell = about.get(column)
            if not isinstance(cell, Cell):
                reasons.append(f"it has no cell {column!r}")
                continue
            reasons += [*row_doubts([cell.row], case), *message_doubts(cell.wrong.values())]
            reasons += label_doubts(labels, cell.right, cell.wrong) if labels else []
            if not labels and not cell.right and not cell.row:
                reasons.append(f"{column}: nothing is right")
        found += [f"item {name}: {reason}" for reason in reasons]
    return found
