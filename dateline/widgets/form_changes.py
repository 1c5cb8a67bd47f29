"""What a learner changes in a form: one field, or the rows of a list; and what a reader would doubt in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from dateline.findings import words
from dateline.kinds._dating import told
from dateline.kinds._forms import Form
from dateline.kinds._shared import clipped, is_blank, number_of, same
from dateline.widgets.desk import RefusedError
from dateline.widgets.form_data import MANY, MOST, fitted

LONGEST = 60_000  # characters in one field


def changed(form: Form, held: Any, message: Mapping[str, Any]) -> Any:
    """Return what a form holds after the change that its page asks for; RefusedError when it cannot be made.

    `{do: "set", path: ["a", "edtf"], value}` writes a field, `{do: "add", path}` adds a row to a list, and
    `{do: "remove", path, row}` takes one out.
    """
    path = message.get("path")
    if not isinstance(path, list):
        raise RefusedError("widget-form-no-field")
    if message.get("do") == "set":
        return _put(form, held, path, lambda field, _: read(field, message.get("value")))
    if message.get("do") == "add":
        return _put(form, held, path, _added)
    if message.get("do") == "remove":
        return _put(form, held, path, lambda field, rows: _removed(field, rows, message.get("row")))
    raise RefusedError("widget-unknown-act")


def _put(form: Form, held: Any, path: Sequence[Any], change: Callable[[Form, Any], Any]) -> Any:
    """Return `held` with the field at a path changed, everything else as it is."""
    if not path:
        return change(form, held)
    head, rest = path[0], path[1:]
    if form.takes == "parts":
        for each in form.fields:
            if each.name == head:  # what else a row had told of the words before, such as their offsets
                known = {field.name: held[field.name] for field in form.fields}
                return {**known, head: _put(each, held[head], rest, change)}
    if form.takes == "list" and _is_row(head, held):
        return [*held[:head], _put(form.fields[0], held[head], rest, change), *held[head + 1 :]]
    raise RefusedError("widget-form-no-field")


def _is_row(number: Any, rows: Sequence[Any]) -> bool:
    return isinstance(number, int) and not isinstance(number, bool) and 0 <= number < len(rows)


def _added(form: Form, rows: Any) -> list[Any]:
    if form.takes != "list" or form.size:
        raise RefusedError("widget-form-no-field")
    if len(rows) >= MOST:
        raise RefusedError("widget-form-full", most=MOST)
    return [*rows, fitted(form.fields[0], None)]


def _removed(form: Form, rows: Any, number: Any) -> list[Any]:
    if form.takes != "list" or form.size or not _is_row(number, rows):
        raise RefusedError("widget-row-gone")
    return [*rows[:number], *rows[number + 1 :]]


def read(form: Form, value: Any) -> Any:
    """Return what a learner means by a value typed or chosen; what cannot be read stays as it is typed.

    >>> from dateline.kinds import _forms as forms
    >>> read(forms.number("lower"), "2,000"), read(forms.number("lower"), "two"), read(forms.text("a"), " ")
    (2000, 'two', None)
    """
    if form.takes in ("parts", "list"):
        raise RefusedError("widget-form-no-field")
    if form.takes in MANY:
        return _read_many(form, value)
    text = str("" if value is None else value)[:LONGEST]
    text = text if form.takes == "long" else text.strip()
    if is_blank(text):
        return None
    if form.takes == "one":
        return _choice(form, text)
    number = number_of(text) if form.takes == "number" else None
    return text if number is None or text.endswith("%") else number  # the unit belongs to the number


def _read_many(form: Form, value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise RefusedError("widget-form-no-choice")
    inner = form.takes == "order"
    read = [
        [_choice(form, one) for one in each] if inner and isinstance(each, list) else _choice(form, each)
        for each in value
    ]
    flat = [one for each in read for one in (each if isinstance(each, list) else [each])]
    if len(set(flat)) != len(flat):
        raise RefusedError("widget-form-no-choice")
    if form.takes == "several":  # ticked in any order, told in that of the form
        return [choice for choice, _ in form.choices if choice in flat]
    return [each[0] if isinstance(each, list) and len(each) == 1 else each for each in read if each != []]


def _choice(form: Form, value: Any) -> Any:
    for choice, _ in form.choices:
        if str(choice) == str(value):
            return choice
    raise RefusedError("widget-form-no-choice")


def doubts(form: Form, held: Any, path: tuple[Any, ...] = ()) -> list[dict[str, Any]]:
    """Return what a reader would stumble over: the path to each such field, and why, in words."""
    if form.takes == "list":
        return [each for n, row in enumerate(held) for each in doubts(form.fields[0], row, (*path, n))]
    if form.takes == "parts":
        inner = [each for f in form.fields for each in doubts(f, held[f.name], (*path, f.name))]
        return inner + _crossed(held, path)
    why = "" if is_blank(held) else _doubt(form, held)
    return [{"path": list(path), "why": why}] if why else []


def _doubt(form: Form, value: Any) -> str:
    given = {"given": clipped(value)}
    if form.takes == "number" and number_of(value) is None:
        return words("ledger-not-a-number", given).found
    if form.takes == "date" and not _is_date(value, form.besides):
        if not form.besides:
            return words("ledger-not-a-date", given).found
        return words("form-not-a-date", {**given, "besides": form.besides[0]}).found
    if form.takes == "one" and all(value != choice for choice, _ in form.choices):
        return words("form-not-a-choice", given).found
    return ""


def _is_date(value: Any, besides: Sequence[str]) -> bool:
    date = told(value)
    return bool(date.edtf) or same(value, *besides) or (date.no_date and bool(besides))


def _crossed(held: Mapping[str, Any], path: tuple[Any, ...]) -> list[dict[str, Any]]:
    lower, upper = number_of(held.get("lower")), number_of(held.get("upper"))
    if lower is None or upper is None or lower <= upper:
        return []
    why = words("ledger-bounds-crossed", {"lower": lower, "upper": upper}).found
    return [{"path": [*path, "upper"], "why": why}]
