"""The kind `grades`: the source graded A to F and the information 1 to 6, each by itself.

The answer is a dict {item: {"source": "B", "information": 3}}; "B3" is read as well.
In exercises.yaml, under `with:`

    items:
      a:
        row: C47                          # where to look
        source: [A, B]                    # letters that can be defended
        information: [2, 3]               # numbers that can be defended
        confirmed: no                     # yes when another source, independent of this one, says the same
        why: {F: grade-source-known}      # message for a letter or number that has its own

The rule behind it is the two-way grading of intelligence and police work (NATO's "admiralty" system): a 1
means confirmed by another, independent source, so a 1 without one is named, however good the source.
Numbers that only repeat their letters (A1, B2, C3 …) get a note: perhaps nothing was graded apart.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from dateline.cases import Case
from dateline.findings import Finding, Place
from dateline.kinds import _forms as forms
from dateline.kinds._label import not_a_choice
from dateline.kinds._shared import as_mapping, choice_of, is_blank, message_doubts, row_doubts, yes_no
from dateline.kinds._tally import place_of, right, tally, untried
from dateline.marks import words_of

LETTERS = ("A", "B", "C", "D", "E", "F")
NUMBERS = ("1", "2", "3", "4", "5", "6")
POOR = ("D", "E", "F")
FEWEST = 3  # with fewer items, a letter and a number in step may be chance

YesNo = Annotated[bool, BeforeValidator(lambda value: value if yes_no(value) is None else yes_no(value))]
Texts = Annotated[list[str], BeforeValidator(lambda values: [str(value) for value in values])]


class Item(BaseModel):
    """One item to grade: the grades that can be defended."""

    model_config = ConfigDict(extra="forbid")
    row: str = ""
    source: Texts = Field(min_length=1)
    information: Texts = Field(min_length=1)
    confirmed: YesNo = False
    why: dict[str, str] = {}


class Arguments(BaseModel):
    """The `with:` block; see the head of this module."""

    model_config = ConfigDict(extra="forbid")
    items: dict[str, Item] = Field(min_length=1)


def form(arguments: Arguments, case: Case) -> forms.Form:
    """Return a letter and a number for each item."""
    each = [forms.one_of("source", LETTERS), forms.one_of("information", [int(n) for n in NUMBERS])]
    return forms.parts("", [forms.parts(item, each) for item in arguments.items])


def mark(answer: Any, case: Case, arguments: Arguments, others: Mapping[str, Any]) -> list[Finding]:
    """Mark two grades an item, each worth the same.

    >>> about = Arguments(items={"a": {"source": ["B"], "information": [2, 3]}})
    >>> [f.key for f in mark({"a": {"source": "B", "information": 1}}, None, about, {})]
    ['part-right', 'good-source-true-item']
    """
    told, findings = as_mapping(answer, list(arguments.items))
    if not told:
        return findings
    pairs = {name: _pair(told.get(name)) for name in arguments.items}
    if _in_step(pairs):
        findings.append(Finding("grades-in-step", "note"))
    for name, item in arguments.items.items():
        place = place_of(case, item.row) if item.row else None
        findings.append(_letter(pairs[name][0], name, item, place))
        findings.append(_number(*pairs[name], name, item, place))
    return tally(findings)


def _pair(value: Any) -> tuple[Any, Any]:
    """The two grades in {"source": "B", "information": 3}, ["B", 3] or "B3"; blank where there is none."""
    if isinstance(value, Mapping):
        cells = {choice_of(key, ("source", "information")): cell for key, cell in value.items()}
        return cells.get("source"), cells.get("information")
    if isinstance(value, list) and len(value) == 2:
        return value[0], value[1]
    if isinstance(value, str) and (match := re.fullmatch(r"\s*([A-Za-z])\s*[-/ ]?\s*(\d)\s*", value)):
        return match[1], match[2]
    return value, None


def _in_step(pairs: Mapping[str, tuple[Any, Any]]) -> bool:
    """Tell whether every number just repeats its letter: A1, B2, C3; then nothing was graded apart."""
    steps = [
        (choice_of(letter, LETTERS), choice_of(number, NUMBERS))
        for letter, number in pairs.values()
        if not is_blank(letter) and not is_blank(number)
    ]
    matched = all(a and b and LETTERS.index(a) == NUMBERS.index(b) for a, b in steps)
    return matched and len(steps) >= FEWEST and len(set(steps)) > 1


def _letter(value: Any, name: str, item: Item, place: Place | None) -> Finding:
    return _graded(value, LETTERS, item.source, f"{name}, source", item, place)


def _number(letter: Any, value: Any, name: str, item: Item, place: Place | None) -> Finding:
    """Judge the number; a 1 beside a poor letter trusts too much, but not because of the source."""
    part = f"{name}, information"
    lifted = choice_of(_bare(letter), LETTERS) not in POOR
    if (
        choice_of(_bare(value), NUMBERS) == "1"
        and lifted
        and not item.confirmed
        and "1" not in item.information
    ):
        return Finding("good-source-true-item", part=part, possible=1, params={"given": 1}, place=place)
    return _graded(value, NUMBERS, item.information, part, item, place)


def _graded(
    value: Any, scale: tuple[str, ...], accepted: list[str], part: str, item: Item, place: Place | None
) -> Finding:
    if is_blank(value):
        return untried(part)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    given = None if isinstance(value, (bool, list, Mapping)) else choice_of(_bare(value), scale)
    if given is None:
        return not_a_choice(str(value) if isinstance(value, (int, float)) else value, scale, part)
    if given in accepted:
        return right(part)
    key = item.why.get(given) or _direction(given, accepted, scale)
    return Finding(key, part=part, possible=1, params={"given": given}, place=place)


def _bare(value: Any) -> Any:
    """A grade without the words that explain it: "B (usually reliable)" is "B"; "B or C" stays as it is."""
    words = words_of(value) if isinstance(value, str) else []
    words = words[1:] if words[:1] == ["grade"] else words
    return words[0] if words and all(len(word) > 2 for word in words[1:]) else value


def _direction(given: str, accepted: list[str], scale: tuple[str, ...]) -> str:
    """Say whether the grade trusts too much or too little; the last of a scale means "cannot be judged"."""
    if given == scale[-1]:
        return "grade-can-be-judged"
    judged = [scale.index(each) for each in accepted if each != scale[-1]]
    if not judged:
        return "cannot-tell-refused"
    return "grade-too-good" if scale.index(given) < min(judged) else "grade-too-poor"


def doubts(arguments: Arguments, case: Case) -> list[str]:
    """List what does not fit: rows, grades and messages that are not there."""
    found = []
    for name, item in arguments.items.items():
        reasons = row_doubts([item.row], case) + message_doubts(item.why.values())
        reasons += [f"{each!r} is no letter from A to F" for each in item.source if each not in LETTERS]
        reasons += [f"{each!r} is no number from 1 to 6" for each in item.information if each not in NUMBERS]
        if "1" in item.information and not item.confirmed:
            reasons.append("a 1 needs an independent confirmation: set confirmed: yes, or leave the 1 out")
        if set(item.source) >= set(LETTERS) or set(item.information) >= set(NUMBERS):
            reasons.append("every grade is accepted, so it cannot be wrong")
        found += [f"item {name}: {reason}" for reason in reasons]
    return found
