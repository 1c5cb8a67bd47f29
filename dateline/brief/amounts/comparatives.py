"""Which way a comparison goes: "slightly more than the year before" where the text has "slightly less"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from dateline.brief.amounts.hedging import shares_numeral
from dateline.brief.ground.facts import Counted, Facts
from dateline.brief.ground.passages import Passage
from dateline.brief.language.cued import Cued
from dateline.brief.language.once import once
from dateline.brief.language.wording import has_phrase, pattern_of, phrases_in
from dateline.brief.people.saying import sentences_of
from dateline.findings import Finding, Place
from dateline.lexicon import load
from dateline.marks import fold

_NOT = re.compile(r"\b(?:not|no|never|hardly)\s+(?:\w+\s+)?$|n't\s+(?:\w+\s+)?$", re.IGNORECASE)
_BEFORE = Cued(
    r"(?:the\s+|an?\s+)?(?:(?:previous|preceding|prior)\s+(?P<unit>year|month|week|day|season|quarter|decade)\b"
    r"|(?P<unit_too>year|month|week|day|season|quarter|decade)\s+(?:before|earlier|previously|prior)\b)",
    cues="previous|preceding|prior|before|earlier",
    flags=re.IGNORECASE,
)
_FROM = re.compile(r"\bfrom\s+(?:the\s+|an?\s+)?$", re.IGNORECASE)
_TO = re.compile(r"\s+(?:\w+\s+){0,4}?to\s+(?:the\s+|only\s+|just\s+)?", re.IGNORECASE)
_CLAUSE = re.compile(r"[,;:.]\s")
_COMPARAND = 40  # letters behind "than" in which stands what something is held against


@dataclass(frozen=True, slots=True)
class Comparative:
    """Where a text holds something against another thing: which way it goes ("up" or "down"), and against
    which stretch of time before."""

    way: str
    start: int
    end: int
    against: str


def judge(facts: Facts, cited: Sequence[Passage]) -> list[Finding]:
    """Name a comparison that goes the other way than the one of the same thing in a cited paragraph."""
    for mine in comparatives(facts):
        told = [(p, each) for p in cited for each in comparatives(p.facts) if each.against == mine.against]
        if told and all(each.way != mine.way for _, each in told):
            passage, other = told[0]
            place = Place(*passage.place, other.start, other.end, passage.text[other.start : other.end])
            params = {"given": facts.text[mine.start : mine.end], "text": place.exact}
            return [Finding("negation-added", possible=1, params=params, place=place)]
    turned = (_turned_about(a, b, facts, cited) for a, b in pairwise(facts.figures))
    changed = (_changed(c, facts, p) for c in facts.figures for p in cited)
    return list(filter(None, (*turned, *changed)))[:1]


def _turned_about(mine: Counted, later: Counted, facts: Facts, cited: Sequence[Passage]) -> Finding | None:
    """ "Rose from 1,000 to 2,000", where the report that has 2,000 is the older one."""
    ahead, between = facts.text[: mine.figure.start], facts.text[mine.figure.end : later.figure.start]
    if not (_goes_any_way(facts) and _FROM.search(ahead) and _TO.fullmatch(between)):
        return None
    first, last = (
        {p for p in cited if any(shares_numeral(each.figure, c.figure) for c in p.facts.figures)}
        for each in (mine, later)
    )
    if not first or not last or min(p.issued for p in first) <= max(p.issued for p in last):
        return None
    place = Place(*next(iter(first)).place)
    given = facts.text[mine.figure.start : later.figure.end]
    text = f"{later.figure.surface} to {mine.figure.surface}"
    return Finding("unsupported-order", possible=1, params={"given": given, "text": text}, place=place)


def _changed(mine: Counted, facts: Facts, passage: Passage) -> Finding | None:
    """ "Bills fell by 9%" where the text has that they rose by 9%."""
    if not _goes_any_way(facts):
        return None
    start, end = next(span for span in sentences_of(facts.text) if mine.figure.start < span[1])
    way = _way(facts, start, end)
    for theirs in passage.facts.figures if way else ():
        if theirs.figure.unit != mine.figure.unit or not shares_numeral(mine.figure, theirs.figure):
            continue
        span = next(span for span in passage.sentences if theirs.figure.start < span[1])
        other = _way(passage.facts, *span)
        if other and other[0] != way[0]:
            place = Place(*passage.place, *other[1], passage.text[slice(*other[1])])
            params = {"given": facts.text[slice(*way[1])], "text": place.exact}
            return Finding("negation-added", possible=1, params=params, place=place)
    return None


@once
def _goes_any_way(facts: Facts) -> bool:
    """Tell whether a text has a word by which a thing rises or falls."""
    return any(has_phrase(facts.text, load("comparison")[kind]) for kind in ("fall", "rise"))


def _way(facts: Facts, start: int, end: int) -> tuple[str, tuple[int, int]] | None:
    """Which way things go between two places of a text, and where it says so; None where it says both."""
    found = [
        (kind, match.span())
        for kind in ("fall", "rise")
        for match in phrases_in(facts.text[start:end], load("comparison")[kind])
    ]
    quoted = any(start < b and a < end for a, b in facts.quotations)
    if not found or quoted or len({kind for kind, _ in found}) > 1:
        return None
    kind, (a, b) = found[0]
    return None if _NOT.search(facts.text[start : start + a]) else (kind, (start + a, start + b))


@once
def comparatives(facts: Facts) -> list[Comparative]:
    """Return the comparisons of a text with a time before, none of a quotation.

    >>> from dateline import open_case
    >>> from dateline.brief.ground.facts import facts_of
    >>> from dateline.brief.ground.names import Names
    >>> names = Names(open_case("tolvane-dam"))
    >>> [(c.way, c.against) for c in comparatives(facts_of("Less than the year before.", names, "2017"))]
    [('down', 'year')]
    """
    return list(_read(facts))


def _read(facts: Facts) -> Iterator[Comparative]:
    text = fold(facts.text)
    for match in _pattern().finditer(text) if _BEFORE.may_stand_in(text) else ():
        if any(a <= match.start() < b for a, b in facts.quotations) or _NOT.search(text[: match.start()]):
            continue
        if any(c.figure.start < match.end() and match.start() < c.figure.end for c in facts.figures):
            continue  # "more than 40 in the year before"
        before = _BEFORE.search(text, match.end(), match.end() + _COMPARAND)
        if before is not None and not _CLAUSE.search(text, match.end(), before.start()):
            way = "up" if match["word"].lower() in load("comparison")["ways"]["up"] else "down"
            yield Comparative(way, match.start(), before.end(), _unit(before))


def same_period(surface: str, text: str) -> bool:
    """Tell whether a text has a stretch of time before in other words: "the previous year" for "the year
    before".

    >>> same_period("the previous year", "less than the year before"), same_period("2015", "the year before")
    (True, False)
    """
    mine = _BEFORE.match(fold(surface))
    return mine is not None and any(_unit(found) == _unit(mine) for found in _BEFORE.finditer(fold(text)))


def _unit(found: re.Match[str]) -> str:
    return (found["unit"] or found["unit_too"]).lower()


@cache
def _pattern() -> re.Pattern[str]:
    ways = load("comparison")["ways"]
    words = pattern_of((*ways["up"], *ways["down"])).pattern
    return re.compile(rf"(?P<word>{words})\s+(?:\w+\s+){{0,3}}?(?:than|on|from|against)\s+", re.IGNORECASE)
