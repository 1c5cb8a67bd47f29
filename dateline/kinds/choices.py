"""The kind `choices`: one label for each item, such as {"a": "figure", "b": "plan"}.

In exercises.yaml, under `with:`

    labels: [yes, no, cannot tell]        # what may be chosen, as the exercise spells it
    also: {cannot tell: [can't tell]}     # further spellings of a label (optional)
    column: verdict                       # which column of the key holds the label, for items with `row:`
    items:
      a: {row: K03}                       # label, alternatives, wrong answers and place come from the key
      b: {row: K05, column: comparable, accepted: [yes]}      # `accepted` adds to what the key accepts
      c:                                  # or everything is written here
        accepted: [no]
        wrong: {yes: change-as-contradiction}                 # label: message key
        place: {source: S1, paragraph: 9, anchor: about 2,000 fighters}
        weight: 2                         # an item counts 1 unless it says otherwise
    wrong: {yes: cannot-tell-refused}     # message for a wrong label in any item that has none of its own
    otherwise: choice-not-this            # message for every other wrong label; an item may have its own
    notes: [pre-test-unscored]            # messages that are shown with every result

A message key is one of dateline/messages/en.yaml; it may use {given} (the label chosen) and {item}.
The same label for everything earns nothing, unless it is right for everything.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from dateline.cases import Case
from dateline.findings import Finding, Place
from dateline.kinds import _forms as forms
from dateline.kinds._label import not_a_choice
from dateline.kinds._label_words import label_of
from dateline.kinds._shared import (
    PlaceArgument,
    as_mapping,
    is_blank,
    listed,
    message_doubts,
    place_doubts,
)
from dateline.kinds._tally import untried

FEWEST_FOR_ONE_LABEL = 4  # with fewer items, one label throughout may be honest work


def _as_word(value: Any) -> Any:
    """A learner may answer True, and the key holds truth values; a label is always a word."""
    return ("yes" if value else "no") if isinstance(value, bool) else value


class Item(BaseModel):
    """One item: its accepted labels, by themselves or through a row of the key."""

    model_config = ConfigDict(extra="forbid")
    row: str = ""
    column: str = ""
    accepted: list[str] = []
    wrong: dict[str, str] = {}
    otherwise: str = ""
    place: PlaceArgument | None = None
    weight: float = Field(default=1, gt=0)


OPEN = ("labels", "column")  # arguments that give no answer away


class Arguments(BaseModel):
    """The `with:` block; see the head of this module."""

    model_config = ConfigDict(extra="forbid")
    labels: list[str] = Field(min_length=2)
    items: dict[str, Item] = Field(min_length=1)
    also: dict[str, list[str]] = {}
    column: str = ""
    wrong: dict[str, str] = {}
    otherwise: str = "choice-not-this"
    notes: list[str] = []


def form(arguments: Arguments, case: Case) -> forms.Form:
    """Return one choice for each item."""
    return forms.parts("", [forms.one_of(item, arguments.labels) for item in arguments.items])


def mark(answer: Any, case: Case, arguments: Arguments, others: Mapping[str, Any]) -> list[Finding]:
    """Mark a dict from item to label.

    >>> about = Arguments(labels=["figure", "plan"], items={"a": {"accepted": ["plan"]}})
    >>> mark({"a": "Plan"}, None, about, {})[0].key
    'part-right'
    """
    told, findings = as_mapping(answer, list(arguments.items))
    if not told:
        return findings
    chosen = {name: _label(told.get(name), arguments) for name in arguments.items}
    if _one_label_for_all(chosen, case, arguments):
        label = next(iter(chosen.values()))
        return [*findings, Finding("choice-same-everywhere", possible=1, params={"given": label})]
    right = [
        name for name, label in chosen.items() if label and label in accepted_labels(name, case, arguments)
    ]
    if right:
        earned = sum(arguments.items[name].weight for name in right)
        count = {"count": len(right), "of": len(arguments.items)}
        findings.append(Finding("part-right", "right", earned=earned, possible=earned, params=count))
    for name in arguments.items:
        if name not in right:
            findings.append(_missed(name, told.get(name), chosen[name], case, arguments))
    return findings + [Finding(key, "note") for key in arguments.notes]


def _label(value: Any, arguments: Arguments) -> str | None:
    """The label that a learner's word means, or None."""
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    word = _as_word(value)
    if isinstance(word, (list, dict)) or is_blank(word):
        return None
    word = word.strip(" ()[]") if isinstance(word, str) else word
    return label_of(word, arguments.labels, arguments.also)


def _one_label_for_all(chosen: Mapping[str, str | None], case: Case, arguments: Arguments) -> bool:
    labels = set(chosen.values())
    if len(labels) != 1 or None in labels or len(chosen) < FEWEST_FOR_ONE_LABEL:
        return False
    return not all(labels <= accepted_labels(name, case, arguments) for name in chosen)


def accepted_labels(name: str, case: Case, arguments: Arguments) -> set[str]:
    """Return every label that is right for an item: its own and those of its row in the key."""
    item = arguments.items[name]
    told = [*item.accepted, *(_of_row(item, case, arguments) if item.row else [])]
    return {label for each in told if (label := _label(each, arguments))}


def _of_row(item: Item, case: Case, arguments: Arguments) -> Iterable[str]:
    """The row's label in its column, and the alternatives in `<column>_accepted`, or else in `accepted`."""
    row, column = case.key.by_id[item.row], item.column or arguments.column
    alternatives = getattr(row, f"{column}_accepted", None)
    if alternatives is None:
        alternatives = getattr(row, "accepted", [])
    return [_as_word(getattr(row, column)), *(each for each in alternatives if isinstance(each, str))]


def _missed(name: str, given: Any, label: str | None, case: Case, arguments: Arguments) -> Finding:
    """What to say of an item that is not right: blank, no label of ours, or a wrong label."""
    weight = arguments.items[name].weight
    if is_blank(given) or given == []:
        return untried(name, weight)
    if isinstance(given, (list, dict)):
        return Finding(
            "choice-one-only", part=name, possible=weight, params={"choices": listed(arguments.labels, "or")}
        )
    if label is None:
        return not_a_choice(given, arguments.labels, name, weight)
    return Finding(
        _message(name, label, case, arguments),
        part=name,
        possible=weight,
        params={"given": label, "item": name},
        place=_place(arguments.items[name], case),
    )


def _message(name: str, label: str, case: Case, arguments: Arguments) -> str:
    """The message for a wrong label: the item's, its row's, the item's `otherwise`, the exercise's."""
    item = arguments.items[name]
    of_row = getattr(case.key.by_id[item.row], "wrong", {}) if item.row else {}
    for wrong in (item.wrong, of_row):
        for told, key in wrong.items():
            if _label(told, arguments) == label:
                return key
    return item.otherwise or arguments.wrong.get(label) or arguments.otherwise


def _place(item: Item, case: Case) -> Place | None:
    if item.place:
        return item.place.find(case)
    return case.place(case.key.by_id[item.row]) if item.row else None


def doubts(arguments: Arguments, case: Case) -> list[str]:
    """List what does not fit: rows, columns, labels, places and messages that are not there."""
    found = message_doubts([arguments.otherwise, *arguments.wrong.values(), *arguments.notes])
    found += [
        f"{label!r} in also: is not among the labels"
        for label in arguments.also
        if label not in arguments.labels
    ]
    found += [
        f"{label!r} in wrong: is not among the labels"
        for label in arguments.wrong
        if label not in arguments.labels
    ]
    for name, item in arguments.items.items():
        found += [f"item {name}: {reason}" for reason in _item_doubts(name, item, arguments, case)]
    return found


def _item_doubts(name: str, item: Item, arguments: Arguments, case: Case) -> list[str]:
    found = message_doubts([*item.wrong.values(), *([item.otherwise] if item.otherwise else [])])
    if item.row and item.row not in case.key.by_id:
        return [*found, f"the key has no row {item.row!r}"]
    if item.row and not hasattr(case.key.by_id[item.row], item.column or arguments.column):
        return [*found, f"row {item.row} has no column {item.column or arguments.column!r}"]
    # a row serves many exercises, so its alternatives may be labels that this one does not offer
    told = [*item.accepted, *(list(_of_row(item, case, arguments))[:1] if item.row else []), *item.wrong]
    found += [
        f"{each!r} is not among the labels" for each in told if each and _label(each, arguments) is None
    ]
    right = accepted_labels(name, case, arguments)
    if not right:
        found.append("it has no accepted label")
    if right == set(arguments.labels):
        found.append("every label is accepted, so it cannot be wrong")
    both = right & {_label(each, arguments) for each in item.wrong}
    found += [f"{label!r} is both accepted and wrong" for label in sorted(both)]
    return found + (place_doubts(item.place, case) if item.place else [])
