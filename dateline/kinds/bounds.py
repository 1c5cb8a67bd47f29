"""The kind `bounds`: worked-out numbers, limits with their hedge, and choices beside them.

The answer is a dict. In exercises.yaml, under `with:`

    names:
      days: {value: 294, unit: days}      # one number; off by one day is named fence-post
      fewer:                              # lower and upper limit, and the hedge
        row: K03                          # a row of the key: its limits are right too, its wrong ones named
        lower: 900..1000                  # 900, 900..1000 (all between) or open; a list of these
        upper: open
        hedge: yes                        # the hedge is asked for and earns a third
        about: F30                        # the figure that makes it "about": the hedge must say so too,
                                          # unless the limit given is the outermost one
        change: [F07, F30]                # for a share: earlier and later figure, to name a wrong base
        where: F07                        # where to look, if not at the row itself
        named: [{upper: 1000, key: hedge-reversed}]      # limits that show a known misconception
        point: sum-forced                 # message for one number where limits are due
      verdict:                            # a choice; without right: the verdict of the row
        {row: K05, choices: [adds up, does not add up], wrong: {does not add up: sum-forced}}

An item counts 1 unless it has `points`; `unit: percent` reads 0.5 as 50; an open end alone earns nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, field_validator

from dateline.cases import Case, CheckRow
from dateline.findings import Finding
from dateline.kinds import _bounds_rules as rules
from dateline.kinds import _forms as forms
from dateline.kinds._change import base_slips
from dateline.kinds._label import label_doubts, labelled
from dateline.kinds._limits import inside, limits_of, range_of
from dateline.kinds._shared import as_mapping, clipped, is_blank, message_doubts, row_doubts
from dateline.kinds._tally import place_of, right, tally, untried


class Named(BaseModel):
    """Limits that show a known misconception: ranges, "open", or absent for any."""

    model_config = ConfigDict(extra="forbid")
    lower: str | float | None = None
    upper: str | float | None = None
    key: str

    @field_validator("lower", "upper")
    @classmethod
    def _readable(cls, spec: Any) -> Any:
        if spec is not None:
            range_of(spec)
        return spec


class Item(BaseModel):
    """One name of the answer: a choice, one number, or limits; see the head of this module."""

    model_config = ConfigDict(extra="forbid")
    row: str = ""
    where: str = ""
    choices: list[str] = []
    right: list[str] = []
    wrong: dict[str, str] = {}
    value: list[str | float] = []
    side: str = ""
    lower: list[str | float] = []
    upper: list[str | float] = []
    hedge: bool = False
    about: str = ""
    change: list[str] = Field(default=[], max_length=2)
    named: list[Named] = []
    point: str = ""
    unit: str = ""
    points: float | None = None

    @field_validator("value", "lower", "upper", mode="before")
    @classmethod
    def _as_list(cls, specs: Any) -> Any:
        specs = specs if isinstance(specs, list) else [specs]
        for spec in specs:
            range_of(spec)
        return specs


class Arguments(BaseModel):
    """`names`: what the answer's dict must hold."""

    model_config = ConfigDict(extra="forbid")
    names: dict[str, Item]


def form(arguments: Arguments, case: Case) -> forms.Form:
    """Return a choice, a number or limits for each name."""
    return forms.parts("", [_asked(name, item) for name, item in arguments.names.items()])


def _asked(name: str, item: Item) -> forms.Form:
    if item.choices:
        return forms.one_of(name, item.choices)
    return forms.number(name) if item.value else forms.parts(name, forms.limits(item.hedge))


def mark(answer: Any, case: Case, arguments: Arguments, others: Mapping[str, Any]) -> list[Finding]:
    """Mark a dict of numbers, limits and choices.

    >>> from dateline import open_case
    >>> asked = Arguments(names={"days": {"value": 294, "unit": "days"}})
    >>> [f.key for f in mark({"days": 293}, open_case("syria-withdrawal"), asked, {})]
    ['fence-post']
    """
    told, notes = as_mapping(answer, list(arguments.names))
    if not told:
        return notes
    findings = []
    for name, item in arguments.names.items():
        share = item.points or 1.0
        if is_blank(told.get(name)):
            findings.append(untried(name, share))
        else:
            findings += _marked(told[name], name, item, case, share)
    return tally(findings) + notes


def _marked(value: Any, name: str, item: Item, case: Case, share: float) -> list[Finding]:
    if item.choices:
        return [_choice(value, name, item, case, share)]
    if item.value or item.side:
        return [_value(value, name, item, case, share)]
    place = place_of(case, item.where, item.row)
    named = [*item.named, *_named_of(item, case)]
    asked = rules.Asked(name, item, references(item, case), place, share, named, place_of(case, item.about))
    return rules.limits(limits_of(value), asked)


def _choice(value: Any, name: str, item: Item, case: Case, share: float) -> Finding:
    return labelled(
        value,
        item.choices,
        [*item.right, *_verdicts(item, case)],
        part=name,
        wrong={**_wrong_of(item, case), **item.wrong},
        share=share,
        place=place_of(case, item.where, item.row),
    )


def _verdicts(item: Item, case: Case) -> list[str]:
    row = case.key.by_id.get(item.row)
    told = [row.verdict, *row.verdict_accepted] if isinstance(row, CheckRow) and not item.right else []
    return [label for label in told if label in item.choices]


def _wrong_of(item: Item, case: Case) -> dict[str, str]:
    return dict(getattr(case.key.by_id.get(item.row), "wrong", {}) or {})


def _named_of(item: Item, case: Case) -> list[Named]:
    """Known wrong limits: those of the key row (`1000..1000`, `100..`), and shares of a wrong base."""
    rows = [case.key.by_id.get(id) for id in item.change]
    slips = base_slips(*rows) if len(rows) == 2 and all(rows) else []
    found = [Named(lower=f"{low}..{high}", key=key) for key, (low, high) in slips]
    for told, key in _wrong_of(item, case).items():
        lower, dots, upper = told.partition("..")
        if dots and all(re.fullmatch(r"(\d+(\.\d+)?)?", end) for end in (lower, upper)):
            found.append(Named(lower=lower or "open", upper=upper or "open", key=key))
    return found


def _value(value: Any, name: str, item: Item, case: Case, share: float) -> Finding:
    given, ranges = limits_of(value), _value_ranges(item, case)
    params = {"given": _shown(value), "column": name, "unit": item.unit}
    if given.unread or given.blank or not given.point:
        return Finding("not-a-number", part=name, possible=share, params=params)
    if inside(given.lower, ranges):
        return right(name, share)
    place = place_of(case, item.where, item.row)
    key = rules.key_of_value(given.lower, item, ranges)
    return Finding(key, part=name, possible=share, params=params, place=place)


def _shown(value: Any) -> str:
    return f"{value:g}" if isinstance(value, float) else clipped(value)


def _value_ranges(item: Item, case: Case) -> list:
    row = case.key.by_id.get(item.row)
    of_row = [(n, n)] if row and item.side and (n := getattr(row, item.side, None)) is not None else []
    return [range_of(spec) for spec in item.value] + of_row


def references(item: Item, case: Case) -> rules.References:
    """Return the accepted limits of an item: those of the exercise, and those of its key row."""
    row = case.key.by_id.get(item.row)
    sides = []
    for side, specs in (("lower", item.lower), ("upper", item.upper)):
        ranges = [range_of(spec) for spec in specs]
        if row is not None and hasattr(row, side):
            n = getattr(row, side)
            ranges.append(None if n is None else (float(n), float(n)))
        sides.append(tuple(ranges) or (None,))
    return rules.References(*sides)


def doubts(arguments: Arguments, case: Case) -> list[str]:
    """Return what in the exercise does not fit the case."""
    found = []
    for name, item in arguments.names.items():
        keys = [*item.wrong.values(), *(each.key for each in item.named), *filter(None, [item.point])]
        reasons = [
            *row_doubts([item.row, item.where, item.about, *item.change], case),
            *message_doubts(keys),
            *_misfits(item, case),
        ]
        found += [f"{name}: {reason}" for reason in reasons]
    return found


def _misfits(item: Item, case: Case) -> list[str]:
    if item.choices:
        accepted = [label for label in [*item.right, *_verdicts(item, case)] if label]
        return label_doubts(item.choices, accepted, item.wrong)
    asked = item.value or item.lower or item.upper or item.row
    return [] if asked else ["nothing is asked; give choices, value, lower and upper, or a row"]
