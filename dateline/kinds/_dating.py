"""A date as a learner tells it: EDTF, a list of days, a label, a reason, or "no date"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dateline import lexicon
from dateline.dates import is_edtf
from dateline.kinds._shared import choice_of, is_blank, same, tidy
from dateline.marks import fold, spans_of, words_of

DATE, REASON = "edtf", "reason"
_ASIDE = re.compile(r"[(]([^()]*)[)]")
_BETWEEN = re.compile(r"(?<=[\dX~?%])\s*(?: to |\.\.\.|->| until | through )\s*(?=\d)")
_CHOICE = re.compile(r"\s*(?:,| or |;)\s*")


@dataclass(frozen=True, slots=True)
class Told:
    """What a learner told of a date.

    `edtf` is "" when it cannot be read; `no_date` says that the learner holds that there is none;
    `labelled` that the date is said to be outside knowledge; `every` that braces ("all of") were
    written where brackets ("one of") are read; `text` is the answer as given.
    """

    edtf: str = ""
    text: str = ""
    reason: str = ""
    no_date: bool = False
    labelled: bool = False
    every: bool = False

    @property
    def blank(self) -> bool:
        """Whether nothing is told yet."""
        return not (self.text or self.no_date)


def told(value: Any) -> Told:
    """Read a learner's date, from a text, a number, a list of days, or a dict with "edtf" and "reason".

    >>> told({"edtf": "2018-12-19 (outside knowledge)", "reason": ""}).labelled
    True
    >>> told(["2018-12-05", "2018-12-12"]).edtf, told("2018-12-05 or 2018-12-12").edtf
    ('[2018-12-05,2018-12-12]', '[2018-12-05,2018-12-12]')
    >>> told("no date").no_date, told("soon").edtf
    (True, '')
    """
    value, reason = _apart(value)
    if is_blank(value):
        return Told(reason=reason)
    text = _listed(value) if isinstance(value, list) else fold(str(value)).strip()
    bare = _bare(text)
    return Told(
        edtf=_as_edtf(bare),
        text=text,
        reason=reason,
        no_date=_says_no_date(bare),
        labelled=is_labelled(text) or is_labelled(reason) or "outside" in map(tidy, _ASIDE.findall(text)),
        every=bare.startswith("{"),
    )


def _apart(value: Any) -> tuple[Any, str]:
    """Return date and reason: of a dict by name, of a pair (date, words) by what can be read as a date."""
    if isinstance(value, Mapping):
        parts = {choice_of(name, (DATE, REASON, "date")): item for name, item in value.items()}
        reason = "" if is_blank(parts.get(REASON)) else str(parts[REASON])
        return parts.get(DATE, parts.get("date")), reason
    if isinstance(value, list) and len(value) == 2 and isinstance(value[1], str) and not is_blank(value[1]):
        first = told(value[0])
        if (first.edtf or first.no_date) and not re.search(r"\d", value[1]):
            return value[0], value[1]
    return value, ""


def _says_no_date(text: str) -> bool:
    """One of the known words for it, or two and more of them with further words but no number."""
    known = lexicon.load("answers")["no_date"]
    begun = [each for each in known if " " in each and tidy(text).startswith(f"{each} ")]
    return same(text, *known) or (bool(begun) and not re.search(r"\d", text))


def _listed(days: list[Any]) -> str:
    return "[" + ",".join(fold(str(day)).strip() for day in days if not is_blank(day)) + "]"


def is_labelled(text: str) -> bool:
    """Tell whether a text says of itself that it uses outside knowledge.

    >>> is_labelled("I looked it up"), is_labelled("no outside knowledge used")
    (True, False)
    """
    words = lexicon.load("answers")
    plain = tidy(text)
    for denial in words["outside_denials"]:
        plain = plain.replace(denial, " ")
    return any(spans_of(label, plain) for label in words["outside_labels"])


def _bare(text: str) -> str:
    """The date alone: without asides in brackets and without the label."""
    bare = _ASIDE.sub(" ", text)
    for label in lexicon.load("answers")["outside_labels"]:
        for start, end in reversed(spans_of(label, bare, ignore_case=True)):
            bare = f"{bare[:start]} {bare[end:]}"
    return bare.strip(" .,:;\"'")


def _as_edtf(text: str) -> str:
    """Return the EDTF that a text spells, with small slips of notation forgiven, or ""."""
    text = _without_remark(text)
    packed = _in_levels(text.replace(" ", ""))
    for form in (packed, text, _BETWEEN.sub("/", text), _set_of(text), _set_of(_in_full(text))):
        form = re.sub(r"^\{(.*)\}$", r"[\1]", form)
        if is_edtf(form):
            return form
    return ""


def _in_levels(text: str) -> str:
    """Older and shorter notation: "unknown/2019", "20191016", two dots between two days."""
    text = re.sub(r"^(?:unknown|open)(?=/)|(?<=/)(?:unknown|open)$", "..", text)
    text = re.sub(r"^(\d[\d-]*)\.\.(\d[\d-]*)$", r"\1/\2", text)
    return re.sub(r"^((?:1[89]|20)\d\d)(\d\d)(\d\d)$", r"\1-\2-\3", text)


def _without_remark(text: str) -> str:
    """Leave out a weekday before a date in EDTF and words after it, unless they move the date."""
    text = re.sub(r"^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[.,]?\s+(?=\d{4}-)", "", text, flags=re.IGNORECASE)
    date, _, remark = text.partition(" ")
    date = date.rstrip(",;:")
    said = set(words_of(remark))
    moved = said & set(lexicon.load("answers")["date_moving"]) or re.search(r"\d", remark)
    return date if said and not moved and is_edtf(date) else text


def _in_full(text: str) -> str:
    """Spell out days of one month that are given by number: "2019-10-22 or 23"."""
    first = re.match(r"\W*(\d{4}-\d{2}-)\d{2}\b", text)
    return re.sub(r"(?<![\d-])(\d{2})(?![\d-])", rf"{first[1]}\1", text) if first else text


def _set_of(text: str) -> str:
    days = [day for day in _CHOICE.split(text.strip("[]{} ")) if day]
    return f"[{','.join(days)}]" if len(days) > 1 and all(is_edtf(day) for day in days) else ""
