"""Compare how long something lasts or how often it happens with what the cited paragraphs say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.brief.amounts.hedging import bounds_of, in_one_unit
from dateline.brief.ground.facts import Counted, Facts
from dateline.brief.ground.passages import Ground, Passage
from dateline.brief.language.cued import Cued
from dateline.brief.language.once import once
from dateline.brief.language.reading import read_quantities
from dateline.findings import Finding, Place
from dateline.quantities import Quantity

_LATER = re.compile(r"\s+(?:(?:later|earlier|apart)\b|on(?=[,.;]|$))")
_VAGUE = Cued(
    r"\b(?:for|within|in|over|during|lasting|lasted|after|throughout)\s+(?:the\s+)?"
    r"(?:(?:a|the)\s+(?:matter|number|couple|handful)\s+of\s+|(?:several|many|some|a\s+few|long)\s+)?"
    r"(?P<unit>hour|day|week|month|year|decade)s\b(?!\s+(?:after|before|later|earlier|ago|between))",
    cues="hours|days|weeks|months|years|decades",
    flags=re.IGNORECASE,
)
_RATE = Cued(
    r"\b(?:each|every|per|(?<=metres )an?|(?<=litres )an?)\s+(?P<unit>hour|day|week|month|year)\b"
    r"|\b(?P<often>hourly|daily|weekly|monthly|yearly)\b",
    cues="hour|day|daily|week|month|year",
    flags=re.IGNORECASE,
)


_LASTED = Cued(
    r"\b(?:for|within|lasting|lasted|lasts|took|takes)\s+(?:(?:more|less)\s+than\s+|about\s+|over\s+|nearly\s+|almost\s+)?"
    r"(?:an?|one|two|three|four|five|six|\d+|several|half\s+an)\s+(?P<unit>minute|hour|day|week|month|year)s?\b",
    cues="minute|hour|day|week|month|year",
    flags=re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time in a text: its unit, its count (None when the text gives none) and its place."""

    unit: str
    count: float | None
    start: int
    end: int


def lengths(text: str) -> list[Length]:
    """Return the lengths of time that a text gives.

    >>> [(each.unit, each.count) for each in lengths("For several years; a five-day pause; within weeks.")]
    [('year', None), ('day', 5), ('week', None)]
    """
    found = [
        Length(q.unit, _count(q), q.start, q.end)
        for q in read_quantities(text)
        if q.unit in ("hour", "day", "week", "month", "year", "decade")
    ]
    for match in _VAGUE.finditer(text):
        if not any(each.start < match.end() and match.start() < each.end for each in found):
            found.append(Length(match["unit"].lower(), None, *match.span()))
    return sorted(found, key=lambda each: each.start)


@once
def _given(facts: Facts) -> list[Length]:
    return lengths(facts.text)


def _count(figure: Quantity) -> float | None:
    return None if figure.vague else figure.lower if figure.lower is not None else figure.upper


def judge(facts: Facts, cited: Sequence[Passage], ground: Ground) -> list[Finding]:
    """A length that the text leaves vague may not become a count, nor days become weeks."""
    theirs = [(passage, each) for passage in cited for each in _given(passage.facts)]
    found = []
    for mine in _given(facts):
        placed = [date for date in facts.dates if date.kind in ("day", "set", "needs anchor")]
        taken = [*facts.quotations, *((date.start, date.end) for date in placed)]
        if len({passage.source for passage in cited}) > 1 and _LATER.match(facts.text, mine.end):
            continue  # "less than a year later": how long it is from one report to the other
        if any(a <= mine.start < b for a, b in taken):
            continue
        found += _against(mine, theirs, facts)
    return found + _rates(facts, cited) + _added(facts, cited)


def _against(mine: Length, theirs: list[tuple[Passage, Length]], facts: Facts) -> list[Finding]:
    same = [(passage, each) for passage, each in theirs if each.unit == mine.unit]
    if mine.count is None:
        return [] if same or not theirs else [_finding("unsupported-length", mine, facts, *theirs[0])]
    if same and all(each.count is None for _, each in same):
        return [_finding("too-precise", mine, facts, *same[0])]
    return []


def too_precise(mine: Counted, facts: Facts, cited: Sequence[Passage]) -> Finding | None:
    """Find "for seven months" too precise where the paragraphs have only "for months"."""
    theirs = [(passage, each) for passage in cited for each in _given(passage.facts)]
    length = Length(mine.figure.unit, _count(mine.figure), mine.figure.start, mine.figure.end)
    return None if length.count is None else next(iter(_against(length, theirs, facts)), None)


def _added(facts: Facts, cited: Sequence[Passage]) -> list[Finding]:
    """ "Spoke for an hour" where no cited paragraph has any time from which that could come."""
    match = _LASTED.search(facts.text)
    if match is None or not cited or any(a <= match.start() < b for a, b in facts.quotations):
        return []
    unit = match["unit"].lower()
    if any(match.start() <= c.figure.start < match.end() and is_told(c.figure, cited) for c in facts.figures):
        return []  # "for 120 hours" where a paragraph has five days
    timed = unit not in ("hour", "minute") and any(p.facts.dates or _given(p.facts) for p in cited)
    if timed or any(re.search(rf"\b(?:{unit}|long|night|morning)", p.text, re.IGNORECASE) for p in cited):
        return []
    return [Finding("unsupported", possible=1, params={"given": match[0], "words": match[0]})]


def is_told(mine: Quantity, cited: Sequence[Passage]) -> bool:
    """Tell whether a paragraph has the same length, in whatever unit."""
    pairs = [in_one_unit(mine, theirs.figure) for passage in cited for theirs in passage.facts.figures]
    return any(both is not None and bounds_of(*both) == "fine" for both in pairs)


def _rates(facts: Facts, cited: Sequence[Passage]) -> list[Finding]:
    theirs = [(passage, match) for passage in cited for match in _rates_in(passage.facts)]
    units = {_unit(match) for _, match in theirs}
    return [
        _finding("unsupported-length", Length("", None, *match.span()), facts, theirs[0][0], theirs[0][1])
        for match in _rates_in(facts)
        if units and _unit(match) not in units
    ]


@once
def _rates_in(facts: Facts) -> list[re.Match[str]]:
    return list(_RATE.finditer(facts.text))


def _unit(match: re.Match[str]) -> str:
    often = (match["often"] or "").lower()
    return match["unit"].lower() if match["unit"] else "day" if often == "daily" else often.removesuffix("ly")


def _finding(key: str, mine: Length, facts: Facts, passage: Passage, each: Length | re.Match[str]) -> Finding:
    start, end = each.span() if isinstance(each, re.Match) else (each.start, each.end)
    place = Place(*passage.place, start, end, passage.text[start:end])
    given = " ".join(facts.text[mine.start : mine.end].split())
    return Finding(key, possible=1, params={"given": given, "text": place.exact}, place=place)
