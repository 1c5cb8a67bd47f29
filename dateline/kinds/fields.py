"""The kind `fields`: what each report says of its own origin, such as {"S1": {"publisher": "not stated"}}.

The key is the table sources.csv: `value` is right, `accepted` too, and `outside` only when it is labelled as
outside knowledge. In exercises.yaml, under `with:`

    sources: [S1, S2]
    fields: [publisher, agency, author, dateline_place, date, precision, genre]
    choices: {precision: [day, month, year]}     # fields in which one of a few words is to be chosen
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from dateline.cases import Case, SourceRow
from dateline.findings import Finding
from dateline.kinds import _forms as forms
from dateline.kinds import _origin_rules as rules
from dateline.kinds._label import not_a_choice
from dateline.kinds._label_words import label_of
from dateline.kinds._shared import as_mapping, choice_of, is_blank, kind_of, listed
from dateline.kinds._tally import right, tally, untried

NOT_STATED = "not stated"
_DEGREE = re.compile(r"\b(?:to|exact|precise|full|whole|calendar)\b", re.IGNORECASE)


class Arguments(BaseModel):
    """The `with:` block; see the head of this module."""

    model_config = ConfigDict(extra="forbid")
    sources: list[str] = Field(min_length=1)
    fields: list[str] = Field(min_length=1)
    choices: dict[str, list[str]] = {}


def form(arguments: Arguments, case: Case) -> forms.Form:
    """Return, for each source, what it may say of its own origin."""

    def asked(name: str) -> forms.Form:
        if name in arguments.choices:
            return forms.one_of(name, arguments.choices[name])
        return forms.date(name, NOT_STATED) if name == "date" else forms.text(name)

    each = [asked(name) for name in arguments.fields]
    return forms.parts("", [forms.parts(source, each) for source in arguments.sources])


def mark(answer: Any, case: Case, arguments: Arguments, others: Mapping[str, Any]) -> list[Finding]:
    """Mark a dict from source to a dict from field to value.

    >>> from dateline import open_case
    >>> about = Arguments(sources=["S1"], fields=["publisher"])
    >>> answer = {"S1": {"publisher": "The Wall Street Journal"}}
    >>> [f.key for f in mark(answer, open_case("syria-withdrawal"), about, {})]
    ['outside-knowledge-unlabelled']
    """
    told, notes = as_mapping(answer, arguments.sources)
    if not told:
        return notes
    if silent := _silent_throughout(told, arguments):
        return [*notes, silent]
    findings = [each for source in arguments.sources for each in _source(source, told, case, arguments)]
    return [*tally(findings), *notes]


def _silent_throughout(told: Mapping[str, Any], arguments: Arguments) -> Finding | None:
    """The finding for "not stated" in every field of every source: nothing was looked up."""
    forms = [told.get(source) for source in arguments.sources]
    values = [value for form in forms if isinstance(form, Mapping) for value in form.values()]
    whole = len(values) >= len(arguments.sources) * len(arguments.fields)
    if whole and all(isinstance(value, str) and rules.is_silent(rules.read(value).text) for value in values):
        return Finding("choice-same-everywhere", possible=1, params={"given": "not stated"})
    return None


def _source(source: str, told: Mapping[str, Any], case: Case, arguments: Arguments) -> list[Finding]:
    """Mark the form of one source."""
    form, count = told.get(source), len(arguments.fields)
    if form is None:
        return [untried(f"{source}, {field}") for field in arguments.fields]
    if not isinstance(form, Mapping):
        params = {"got": kind_of(form), "keys": listed(arguments.fields)}
        return [Finding("expected-mapping", part=source, possible=count, params=params)]
    values, notes = as_mapping(
        {**dict.fromkeys(arguments.fields), **_spelt(form, arguments)}, arguments.fields
    )
    rows = {row.field: row for row in case.key.rows("sources") if row.source == source}
    return [
        each
        for field in arguments.fields
        for each in _field(rows[field], values[field], case, arguments.choices.get(field, []))
    ] + notes


def _spelt(form: Mapping[str, Any], arguments: Arguments) -> dict[str, Any]:
    return {choice_of(name, arguments.fields) or name: value for name, value in form.items()}


def _field(row: SourceRow, value: Any, case: Case, choices: list[str]) -> list[Finding]:
    """Mark one field: blank, right, labelled as outside knowledge, or wrong by a rule that can be named."""
    part = f"{row.source}, {row.field.replace('_', ' ')}"
    if is_blank(value):
        return [untried(part)]
    if not isinstance(value, (str, int)):
        got = {"got": kind_of(value), "of": "a few words"}
        return [Finding("expected-text", part=part, possible=1, params=got)]
    told = rules.read(str(value))
    if choices and (chosen := _chosen(told.text, choices)):
        told = rules.Told(chosen, told.labelled)
    if rules.is_right(told, row, case):
        return [right(part)]
    if told.labelled:
        return _labelled(told, row, case, part)
    if choices and not rules.is_silent(told.text) and not choice_of(told.text, [*choices, row.value]):
        return [not_a_choice(told.text, choices, part)]
    params = {"given": told.text[:60], "field": row.field.replace("_", " ")}
    return [
        Finding(rules.fault(told, row, case), part=part, possible=1, params=params, place=case.place(row))
    ]


def _chosen(text: str, choices: list[str]) -> str | None:
    """The choice that a text means, with words such as "exact" or "to the" beside it or without."""
    return label_of(_DEGREE.sub(" ", text), choices)


def _labelled(told: rules.Told, row: SourceRow, case: Case, part: str) -> list[Finding]:
    """Mark what is labelled as outside knowledge: right if the key knows it, else for a person to read."""
    if rules.is_known_outside(told, row, case):
        return [right(part), Finding("outside-labelled", "note", part=part)]
    if (key := rules.fault(told, row, case)) == "outlet-as-speaker":
        return [Finding(key, part=part, possible=1)]
    return [Finding("outside-not-known", "review", part=part, possible=1, params={"given": told.text[:60]})]


def doubts(arguments: Arguments, case: Case) -> list[str]:
    """List the sources and fields for which the key has no row, and choices without the right one."""
    rows = {(row.source, row.field): row for row in case.key.rows("sources")}
    wanted = [(source, field) for source in arguments.sources for field in arguments.fields]
    found = [
        f"sources.csv has no row for {field} of {source}"
        for source, field in wanted
        if (source, field) not in rows
    ]
    found += [
        f"choices: {field!r} is not among the fields"
        for field in arguments.choices
        if field not in arguments.fields
    ]
    for source, field in wanted:
        row, choices = rows.get((source, field)), arguments.choices.get(field)
        if row and choices and not choice_of(row.value, choices):
            found.append(f"choices: {field} has no {row.value!r}, which is right for {source}")
    return found
