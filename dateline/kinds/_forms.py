"""What an answer looks like as a form: which fields it has, and what each of them takes.

A kind of check may offer `form(arguments, case) -> Form`. Its fields have the names of the answer's own keys,
so that a form filled in is the answer that a cell would hold. Choices stand in the order of the exercise.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal

from dateline.findings import known_message, words

Takes = Literal[
    "one", "several", "text", "long", "number", "date",  # a leaf: one value
    "order",  # some of the choices, first to last; an inner list holds those that stand side by side
    "list",   # any number of `fields[0]`, or just `size` of them
    "parts",  # one of each of `fields`, by name
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Form:
    """A form, or a field of one: `name` in the answer, `label` for the learner, `fields` that it holds.

    `help` is what the prompt says of it. `choices` are (value, words) pairs. `besides` are words that a date
    may be instead, such as "no date". With `rows_by`, parts are answered as rows, and that column names the
    part: [{"claim": "a", …}, …].
    """

    takes: Takes
    name: str = ""
    label: str = ""
    choices: tuple[tuple[str | int, str], ...] = ()
    fields: tuple[Form, ...] = ()
    besides: tuple[str, ...] = ()
    rows_by: str = ""
    size: int = 0
    help: str = ""

    def as_dict(self) -> dict[str, Any]:
        """Return the field and all that it holds as plain data, for a page to draw."""
        return asdict(self)

    def as_written(self) -> dict[str, Any]:
        """Return the field as plain data for a file, without what it does not have; `form_from` reads it."""
        told = {"takes": self.takes, "name": self.name, "label": self.label, "rows_by": self.rows_by}
        told |= {"size": self.size, "help": self.help, "besides": list(self.besides)}
        told |= {"choices": [list(pair) for pair in self.choices]}
        told |= {"fields": [each.as_written() for each in self.fields]}
        return {name: value for name, value in told.items() if value}


def form_from(told: Mapping[str, Any]) -> Form:
    """Return the form that `as_written` told; TypeError when it is none.

    >>> form_from(one_of("grade", "AB").as_written()) == one_of("grade", "AB")
    True
    """
    return Form(
        **{
            **told,
            "choices": tuple((value, said) for value, said in told.get("choices", ())),
            "fields": tuple(form_from(each) for each in told.get("fields", ())),
            "besides": tuple(told.get("besides", ())),
        }
    )


def label_of(name: str) -> str:
    """Return a name of an answer in plain words.

    >>> label_of("dateline_place"), label_of("a"), label_of("as_of")
    ('Dateline place', 'a', 'As of, in EDTF')
    """
    if known_message(f"form-{name}"):
        return words(f"form-{name}").found
    text = name.replace("_", " ")
    return text if len(text) < 3 or not text.islower() or text[-1].isdigit() else text[0].upper() + text[1:]


def text(name: str) -> Form:
    """Return a field for a few words."""
    return Form("text", name, label_of(name))


def long_text(name: str = "") -> Form:
    """Return a field for one sentence or many."""
    return Form("long", name, label_of(name))


def number(name: str) -> Form:
    """Return a field for a number; left empty, the answer sets no limit there."""
    return Form("number", name, label_of(name))


def date(name: str, *besides: str) -> Form:
    """Return a field for a date in EDTF, or one of the words in `besides`."""
    return Form("date", name, label_of(name), besides=besides)


def one_of(name: str, choices: Iterable[str | int]) -> Form:
    """Return a field in which one of some words is chosen."""
    return Form("one", name, label_of(name), _pairs(choices))


def several_of(name: str, choices: Iterable[str], said: Mapping[Any, str] = {}) -> Form:
    """Return a field in which any number of choices are ticked; `said` are the words of some of them."""
    return Form("several", name, label_of(name), _pairs(choices, said))


def order_of(name: str, choices: Iterable[str]) -> Form:
    """Return a field in which some words are put into an order."""
    return Form("order", name, label_of(name), _pairs(choices))


def list_of(name: str, field: Form, size: int = 0) -> Form:
    """Return a field for a list of like fields: as many as one wants, or just `size`."""
    return Form("list", name, label_of(name), fields=(field,), size=size)


def parts(name: str, fields: Iterable[Form], rows_by: str = "") -> Form:
    """Return a field that holds one of each of `fields`."""
    return Form("parts", name, label_of(name), fields=tuple(fields), rows_by=rows_by)


def row(*fields: Form) -> Form:
    """Return the nameless parts that one row of a list has."""
    return parts("", fields)


def limits(hedge: bool = True) -> list[Form]:
    """Return the fields of a figure: its lower and its upper limit, and its hedge."""
    return [number("lower"), number("upper"), *([text("hedge")] if hedge else [])]


def _pairs(choices: Iterable[str | int], said: Mapping[Any, str] = {}) -> tuple[tuple[str | int, str], ...]:
    return tuple((choice, said.get(choice, str(choice))) for choice in choices)
