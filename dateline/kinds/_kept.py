"""What can be said of an answer in a copy without the key: whether it has the form that was asked for.

The form is that of the widgets. Only a shape in which no mark could find the answer is a fault; a single
entry that looks odd is a note, for the key may accept what a form does not offer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from dateline.dates import is_edtf
from dateline.findings import Finding
from dateline.kinds._dating import told
from dateline.kinds._forms import Form
from dateline.kinds._shared import (
    as_list,
    as_mapping,
    as_rows,
    as_text,
    choice_of,
    clipped,
    is_blank,
    listed,
    meant,
    number_of,
    same,
)

MOST_NOTES = 6  # more would bury what they say


def read_form(form: Form, answer: Any) -> list[Finding]:
    """Return what can be said of a plain answer by its form alone: a fault of its shape, blanks, notes.

    >>> from dateline.kinds import _forms as forms
    >>> asked = forms.parts("", [forms.one_of("a", ["yes", "no"]), forms.number("b")])
    >>> [(each.key, each.verdict) for each in read_form(asked, {"a": "yes", "b": "two"})]
    [('not-a-number', 'note')]
    >>> read_form(asked, "yes")[0].key
    'expected-mapping'
    """
    found = list(_read(form, answer, ""))
    faults = [each for each in found if each.verdict == "wrong"]
    notes = [each for each in found if each.verdict == "note"][:MOST_NOTES]
    return faults[:1] or [each for each in found if each.verdict == "untried" or each in notes]


def _read(form: Form, answer: Any, part: str) -> Iterator[Finding]:
    if is_blank(answer) or answer == []:
        yield Finding("part-untried", "untried", part=part)
    elif form.takes == "parts":
        yield from _parts(form, answer, part)
    elif form.takes in ("list", "several", "order"):
        yield from _several(form, answer, part)
    elif not part:
        yield from as_text(answer, form.label)[1]
    else:
        yield from _leaf(form, answer, part)


def _parts(form: Form, answer: Any, part: str) -> Iterator[Finding]:
    """One of each part. Below the top a bare value is that of the first: `"a": "2018-12"`."""
    names = [each.name for each in form.fields]
    if part and not isinstance(answer, dict):
        yield from _leaf(form.fields[0], answer, part)
        return
    if isinstance(answer, list) and form.fields[0].takes == "order" and not _has_rows(answer):
        answer = {names[0]: answer}
    given, problems = as_mapping(answer, names)
    yield from problems
    if given:
        for each in form.fields:
            if not part:
                yield from _read(each, given.get(each.name), each.name)
            elif each.name in given and not is_blank(given[each.name]):  # here a blank may be the answer
                yield from _read(each, given[each.name], f"{part} {each.name}")


def _has_rows(answer: list[Any]) -> bool:
    return any(isinstance(row, dict) for row in answer)


def _several(form: Form, answer: Any, part: str) -> Iterator[Finding]:
    item = form.fields[0] if form.fields else None
    if item is not None and item.takes == "parts" and not part:
        rows, problems = as_rows(answer, [each.name for each in item.fields])
        yield from problems
        for number, row in enumerate(rows, start=1):
            told_cells = {name: cell for name, cell in row.items() if not is_blank(cell)}
            yield from _parts(item, told_cells, f"row {number}") if told_cells else ()
        return
    if isinstance(answer, str) and form.choices:
        answer = [each.strip() for each in re.split(r"[,;>]", answer)]
    elif isinstance(answer, (str, int)) and part:
        answer = [answer]
    items, problems = as_list(answer, form.label or "items")
    yield from problems
    inner = item or Form("one", choices=form.choices)
    flat = [each for one in items for each in (one if isinstance(one, list) else [one])]
    for each in flat:
        yield from _leaf(inner, each, part)


def _leaf(form: Form, value: Any, part: str) -> Iterator[Finding]:
    """Note what a cell of this kind does not usually hold."""
    values = [str(each) for each, _ in form.choices]
    shown = {"given": clipped(value), "column": form.name or part}
    if is_blank(value) or isinstance(value, (dict, list)):
        return
    if form.takes == "one" and values and choice_of(value, values) is None:
        near = meant(value, values)
        shown |= {"choices": listed(values, "or"), "meant": f" Did you mean “{near}”?" if near else ""}
        yield Finding("not-a-choice", "note", part=part, params=shown)
    elif form.takes == "number" and number_of(value) is None:
        yield Finding("not-a-number", "note", part=part, params=shown)
    elif form.takes == "date" and not same(value, *form.besides, "no date", "not stated"):
        date = told(value)
        if not date.no_date and not (date.edtf and is_edtf(date.edtf)):
            yield Finding("not-a-date", "note", part=part, params=shown)
