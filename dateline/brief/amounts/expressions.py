"""Sums written out in a sentence: "1,000 less 700 is 300", "(7 × about 3,000)", "a quarter of 12,000"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from dateline.brief.amounts.scaling import factor
from dateline.brief.language.reading import read_quantities
from dateline.brief.language.wording import pattern_of
from dateline.lexicon import load
from dateline.marks import fold
from dateline.quantities import Bounds, Quantity, add, ratio, subtract

_OF = "of"  # "400 of 950" divides, "62% of 31,000" multiplies
_ARTICLE = r"(?:the|those|these|its|their|all|a|an)\s+"


@dataclass(frozen=True, slots=True)
class Expression:
    """Figures with the signs between them, and the results that stand right behind them, if any do."""

    operands: tuple[Quantity, ...]
    signs: tuple[str, ...]
    results: tuple[Quantity, ...]


def expressions(text: str) -> list[Expression]:
    """Return the sums that a text writes out, in order.

    >>> [(e.signs, [r.surface for r in e.results]) for e in expressions("9 less the 5 gone leaves 4 (2 × 2)")]
    [(('-',), ['4']), (('×',), [])]
    """
    figures = [figure for figure in read_quantities(_parted(text)) if not figure.vague]
    found: list[Expression] = []
    at = 0
    while at < len(figures):
        end, signs = _chain(figures, at, text)
        if signs:
            operands = tuple(figures[at : end + 1])
            results = tuple(_results(figures, end, text))
            found.append(Expression(operands, tuple(signs), results))
        at = end + 1
    return found


def _chain(figures: Sequence[Quantity], at: int, text: str) -> tuple[int, list[str]]:
    """How far a sum reaches from a figure on, and the signs in it."""
    signs: list[str] = []
    while at + 1 < len(figures):
        sign = _sign(figures[at], figures[at + 1], text)
        if not sign:
            break
        signs.append(sign)
        at += 1
    return at, signs


def _results(figures: Sequence[Quantity], end: int, text: str) -> Iterator[Quantity]:
    """The result behind a sum, and what is said of it: "is 3,000, or about a quarter"."""
    for one, other in pairwise(figures[end:]):
        if not _equals().fullmatch(fold(text[one.end : other.start])):
            return
        yield other


def _sign(one: Quantity, other: Quantity, text: str) -> str:
    between = fold(text[one.end : other.start])
    ahead = fold(text[max(0, one.start - 16) : one.start])
    if re.fullmatch(rf"[^.,;:()]*\bfrom\s+(?:{_ARTICLE})?", between, re.IGNORECASE):
        taken = re.search(r"\b(?:subtracted|taken|deducted|away)\s+from\s", between, re.IGNORECASE)
        return "from" if taken or _taker().search(ahead) else ""
    match = _joined().fullmatch(between)
    sign = _named()[" ".join(match["sign"].lower().split())] if match else ""
    return "" if sign == _OF and between[:4].strip().lower()[:2] != _OF else sign


@cache
def _named() -> dict[str, str]:
    signs = load("reckoning")["signs"]
    return {word: sign for sign, words in signs.items() for word in words}


@cache
def _signs() -> str:
    words = sorted(_named(), key=len, reverse=True)
    return "|".join(
        rf"(?<!\w){re.escape(word)}(?!\w)" if word.isalpha() or " " in word else re.escape(word)
        for word in words
    )


@cache
def _joined() -> re.Pattern[str]:
    """What may stand between two figures of a sum: a noun, the sign, an article."""
    return re.compile(
        rf"(?:\s+(?!than)[a-z'’-]+){{0,4}}?,?\s*(?P<sign>{_signs()})\s*(?:{_ARTICLE})*", re.IGNORECASE
    )


@cache
def _equals() -> re.Pattern[str]:
    cues = pattern_of((*load("reckoning")["result"], "a share of")).pattern
    return re.compile(
        rf"(?:(?:\s+(?!less|plus|minus|and\b)[a-z'’-]+){{0,6}}?\s*|,\s+|,?\s+(?:that|which)\s+)(?:{cues})"
        rf"\s*(?:only|just|still|some|then|exactly|a|a fall of|a rise of|a cut of)?\s*",
        re.IGNORECASE,
    )


@cache
def _taker() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{pattern_of(tuple(load('reckoning')['takers'])).pattern})\s+(?:{_ARTICLE})?$", re.IGNORECASE
    )


_SIGN_AS_WORD = re.compile(
    r"(?<=[\d%)a-z])\s+(?:minus|times|x|×|\*|−|–|-)\s+(?=[\w$€£])|(?<=\d)[×x*−–/÷](?=\d)", re.IGNORECASE
)


def _parted(text: str) -> str:
    """The text with its signs blanked, so that "3,000 × 7" and "210 minus 60" are two figures each."""
    return _SIGN_AS_WORD.sub(lambda match: ";" + " " * (len(match[0]) - 1), text)


def worked(
    signs: Sequence[str], parts: Sequence[Bounds], units: Sequence[str], wanted: str
) -> tuple[Bounds, str] | None:
    """Return what a sum comes to, with its unit, as far as possible in the unit that is wanted.

    >>> worked(["-"], [Bounds(9, None), Bounds(5, 5)], ["", ""], "")[0].describe()
    'at least 4'
    """
    made, unit = parts[0], units[0]
    try:
        for sign, other, its_unit in zip(signs, parts[1:], units[1:], strict=True):
            made, unit = _step(sign, (made, unit), (other, its_unit), wanted)
    except (ValueError, ZeroDivisionError):
        return None
    size = factor(unit, wanted) if unit != wanted else None
    return (times(made, Bounds(size, size)), wanted) if size else (made, unit)


def _step(sign: str, one: tuple[Bounds, str], other: tuple[Bounds, str], wanted: str) -> tuple[Bounds, str]:
    (a, unit), (b, its_unit) = one, other
    if sign == "from":
        return _step("-", other, one, wanted)
    if sign in ("+", "-"):
        if unit != its_unit:
            raise ValueError("unlike units")
        unit = "percentage points" if unit == "percent" and sign == "-" else unit
        return (add(a, b) if sign == "+" else subtract(a, b)), unit
    if sign == "×" or (sign == _OF and unit == "percent" != its_unit):
        shares = unit == "percent" or its_unit == "percent"
        kept = its_unit if unit in ("", "percent", "times", *_TIMES) else unit
        return times(times(a, b), Bounds(0.01, 0.01)) if shares else times(a, b), kept
    return _divided(a, b, unit, its_unit, wanted)


_TIMES = ("minute", "hour", "day", "week", "month", "year")


def _divided(a: Bounds, b: Bounds, unit: str, its_unit: str, wanted: str) -> tuple[Bounds, str]:
    made = ratio(a, b)
    if unit != its_unit and its_unit:
        return made, unit
    if wanted == "percent":
        return times(made, Bounds(100, 100)), "percent"
    return made, wanted if unit == its_unit else unit


def times(one: Bounds, other: Bounds) -> Bounds:
    """Return the product of two figures that are not below zero, its ends open where one of theirs is.

    >>> times(Bounds(100, None), Bounds(3, 4)).describe()
    'at least 300'
    """
    lower, upper = (
        None if None in pair else round(pair[0] * pair[1], 9)
        for pair in ((one.lower, other.lower), (one.upper, other.upper))
    )
    closed = one.lower_closed and other.lower_closed, one.upper_closed and other.upper_closed
    return Bounds(lower, upper, *closed, one.approximate or other.approximate)
