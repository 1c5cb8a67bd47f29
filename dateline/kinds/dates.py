"""Marks time expressions turned into EDTF, by meaning and with the precision that the text supports."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict

from dateline.cases import Case, DateRow
from dateline.dates import is_edtf
from dateline.findings import Finding
from dateline.kinds import _forms as forms
from dateline.kinds._dating import Told, told
from dateline.kinds._misdating import judge_told, reference
from dateline.kinds._shared import as_mapping

NO_DATE = "no date"


class Expression(BaseModel):
    """One expression to date: its `row` in the key's dates, and further forms to accept."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    row: str
    also: tuple[str, ...] = ()


def _row_alone(value: Any) -> Any:
    return {"row": value} if isinstance(value, str) else value


OPEN = ("expressions",)  # arguments that give no answer away


class Arguments(BaseModel):
    """`expressions` by the id that the learner uses, each a row id such as T03, or a row with `also`."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    expressions: dict[str, Annotated[Expression, BeforeValidator(_row_alone)]]


def form(arguments: Arguments, case: Case) -> forms.Form:
    """Return a date and a reason for each expression."""
    each = [forms.date("edtf", NO_DATE), forms.text("reason")]
    return forms.parts("", [forms.parts(name, each) for name in arguments.expressions])


def mark(answer: Any, case: Case, arguments: Arguments, others: Mapping[str, Any]) -> list[Finding]:
    """Mark a dict of expression → EDTF text, or → {"edtf", "reason"}; every expression has the same weight.

    A date is compared by meaning, so spelling does not count. A month where the text gives a day, a date
    from outside knowledge without its label, and a right date that is not written in EDTF earn half.
    Reasons are for a person to read.
    """
    given, problems = as_mapping(answer, list(arguments.expressions))
    if not given:
        return problems
    findings, right = [], 0
    for name, expression in arguments.expressions.items():
        row = case.key.by_id[expression.row]
        finding = _finding(name, told(given.get(name)), row, case, expression)
        right += finding is None
        findings += [finding] if finding else []
    if right:
        counts = {"count": right, "of": len(arguments.expressions)}
        findings.append(Finding("part-right", "right", earned=right, possible=right, params=counts))
    if all(finding.verdict == "untried" for finding in findings):
        return findings
    return findings + problems + _reasons(given)


def _finding(name: str, date: Told, row: DateRow, case: Case, expression: Expression) -> Finding | None:
    """Return what there is to say of one date, or None when it is right."""
    place = case.place(row)
    if date.blank:
        return Finding("part-untried", "untried", part=name, possible=1, place=place)
    judged = judge_told(date, reference(row, case, expression.also))
    if not judged.key:
        return None
    params = {"given": date.text, "column": "edtf"}
    return Finding(judged.key, "wrong", name, judged.share, 1, params, place)


def _reasons(given: Mapping[str, Any]) -> list[Finding]:
    """Reasons are free text: no machine can tell a good one from a bad one."""
    count = sum(1 for value in given.values() if told(value).reason.strip())
    return [Finding("reasons-to-read", "review", params={"count": count})] if count else []


def doubts(arguments: Arguments, case: Case) -> list[str]:
    """Return what does not fit the case: rows that are no dates, accepted forms that are no EDTF."""
    found = []
    for name, expression in arguments.expressions.items():
        if not isinstance(case.key.by_id.get(expression.row), DateRow):
            found.append(f"expression {name}: there is no row {expression.row!r} in the key's dates")
        found += [
            f"expression {name}: {form!r} is no EDTF date" for form in expression.also if not is_edtf(form)
        ]
    return found
