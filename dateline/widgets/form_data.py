"""What a form holds while it is filled in, and how that becomes an answer.

What a form holds is a tree in its own shape, with None for what is blank: every part is there, and a list has
a blank row to begin with. The answer made of it is what a cell would hold; blank rows are left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dateline.kinds._forms import Form
from dateline.kinds._shared import is_blank

MOST = 200  # rows in one list
MANY = ("several", "order")  # leaves that hold a list


def fitted(form: Form, answer: Any) -> Any:
    """Return an answer, or None for none, as the form holds it; what has no place in the form is left out.

    >>> from dateline.kinds import _forms as forms
    >>> fitted(forms.parts("", [forms.text("a"), forms.list_of("b", forms.text(""))]), {"a": "x"})
    {'a': 'x', 'b': [None]}
    """
    if form.takes == "parts":
        return _fitted_parts(form, answer)
    if form.takes == "list":
        given = answer if isinstance(answer, list) else [] if answer is None else [answer]
        rows = [_with_rest(form.fields[0], each) for each in given][:MOST]
        blanks = max((form.size or 1) - len(rows), 0)
        return [*rows, *[fitted(form.fields[0], None)] * blanks]
    if form.takes in MANY:
        return list(answer) if isinstance(answer, list) else [] if is_blank(answer) else [answer]
    return None if isinstance(answer, (list, Mapping)) else answer


def _fitted_parts(form: Form, answer: Any) -> dict[str, Any]:
    if form.rows_by and isinstance(answer, list):
        answer = {row.get(form.rows_by): row for row in answer if isinstance(row, Mapping)}
    if not isinstance(answer, Mapping):  # a bare value is that of the first part: "a": "2018-12"
        answer = {} if answer is None else {form.fields[0].name: answer}
    return {each.name: fitted(each, answer.get(each.name)) for each in form.fields}


def _with_rest(form: Form, row: Any) -> Any:
    """A row of a list, with what else it tells: another widget may have kept the offsets of the words."""
    held = fitted(form, row)
    return {**row, **held} if isinstance(held, dict) and isinstance(row, Mapping) else held


def answer_of(form: Form, held: Any) -> Any:
    """Return what a form holds as the exercise wants its answer; None while everything is blank.

    >>> from dateline.kinds import _forms as forms
    >>> claims = forms.parts("", [forms.parts("a", [forms.text("speaker")])], rows_by="claim")
    >>> answer_of(claims, {"a": {"speaker": "Esper"}})
    [{'claim': 'a', 'speaker': 'Esper'}]
    """
    return None if blank(form, held) else _answer(form, held)


def _answer(form: Form, held: Any) -> Any:
    if form.takes == "parts":
        told_parts = {**held, **{each.name: _answer(each, held[each.name]) for each in form.fields}}
        if form.rows_by:
            return [{form.rows_by: name, **row} for name, row in told_parts.items()]
        return told_parts
    if form.takes == "list":
        item = form.fields[0]
        rows = [_answer(item, each) for each in held if form.size or not blank(item, each)]
        return None if blank(form, held) else rows
    return held if held != [] else None


def blank(form: Form, held: Any) -> bool:
    """Tell whether nothing is filled in."""
    return not any(filled for filled in _leaves(form, held))


def count(form: Form, held: Any) -> tuple[int, int]:
    """Return how many fields are filled in, of how many there are."""
    leaves = list(_leaves(form, held))
    return sum(leaves), len(leaves)


def _leaves(form: Form, held: Any) -> Iterator[bool]:
    if form.takes == "parts":
        for each in form.fields:
            yield from _leaves(each, held[each.name])
    elif form.takes == "list":
        for each in held:
            yield from _leaves(form.fields[0], each)
    else:
        yield not is_blank(held) and held != []
