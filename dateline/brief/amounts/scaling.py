"""What one figure alone makes: the rest of a whole, a rate for another time, another unit."""

from __future__ import annotations

import itertools
import re
from functools import lru_cache

from dateline.brief.amounts.arithmetic import Made
from dateline.brief.language.reading import read_quantities
from dateline.brief.language.wording import has_phrase, ideas, words
from dateline.lexicon import load
from dateline.quantities import Bounds, Quantity, subtract

_OF = re.compile(r"\s+of\s+(?:the\s+|those\s+|these\s+|its\s+|their\s+|all\s+)?")
WHOLE = re.compile(r"\b100\s?(?:%|per ?cent\b)|\b(?:a|one) hundred per ?cent\b", re.IGNORECASE)


def made_of_one(figure: Quantity, stated: Quantity, text: str) -> list[Made]:
    """Return what may come of one figure alone in a sentence, in the unit of a stated result.

    >>> from dateline import read_quantities
    >>> text = "about 3,000 cubic metres a day is about 21,000 cubic metres a week"
    >>> a, b = read_quantities(text)
    >>> [made.bounds.describe() for made in made_of_one(a, b, text)]
    ['about 21,000']
    """
    if figure.unit == "percent" and stated.unit == "percent":
        rest = Made("complement", subtract(Bounds(100, 100), figure), "percent")
        told = has_phrase(text, load("reckoning")["complement"]) or WHOLE.search(text)
        return [rest] if told else []
    unit = factor(figure.unit, stated.unit)
    if unit is None:
        return []
    # Without another length of time the same amount in the same unit is no result.
    factors = [unit * rate for rate in _rates(figure, stated, text)]
    factors += [unit] if unit != 1 else []
    return [Made("scaled", _times(figure, factor), stated.unit) for factor in factors]


def part_of(share: Quantity, whole: Quantity, text: str) -> list[Made]:
    """Return what a share of a whole is, where a text puts it so: "half of about $4 million".

    >>> text = "half of about $4 million is about $2 million"
    >>> half, whole, _ = read_quantities(text)
    >>> [made.bounds.describe() for made in part_of(half, whole, text)]
    ['about 2,000,000']
    """
    if share.unit != "percent" or whole.unit == "percent" or not _OF.fullmatch(text[share.end : whole.start]):
        return []
    lower, upper = (
        None if None in pair else round(pair[0] * pair[1] / 100, 9)
        for pair in ((share.lower, whole.lower), (share.upper, whole.upper))
    )
    closed = share.lower_closed and whole.lower_closed, share.upper_closed and whole.upper_closed
    return [Made("part", Bounds(lower, upper, *closed, share.approximate or whole.approximate), whole.unit)]


def of_one_noun(share: Quantity, whole: Quantity) -> bool:
    """Tell whether a share may be one of a whole: "54% of parents" is none of "31,000 members".

    >>> half, pumps, ships = read_quantities("Half the pumps. Nine pumps. Ten ships.")
    >>> of_one_noun(half, pumps), of_one_noun(half, ships)
    (True, False)
    """
    nouns = [word for figure in (share, whole) for word in words(figure.counted)[-1:]]
    plural = [each for each in nouns if each.low.endswith("s") or each.low in load("nouns")["plurals"]]
    return len(plural) < 2 or bool(ideas(nouns[0].stem, True) & ideas(nouns[1].stem, True))


def lengths_in(text: str) -> set[float]:
    """Return the lengths of time that a text names, in days.

    >>> sorted(lengths_in("3,000 litres a day, which is for 30 days or a week"))
    [1, 7, 30]
    """
    days = load("reckoning")["days"]
    low = re.findall(r"[a-z]+", text.lower())
    found = {days[unit] for each, unit in itertools.pairwise(low) if each in _PER and unit in days}
    found |= {load("reckoning")["adverbs"][word] for word in low if word in load("reckoning")["adverbs"]}
    exact = [each for each in read_quantities(text) if each.unit in days and each.lower == each.upper]
    return found | {each.lower * days[each.unit] for each in exact if each.lower}


_PER = ("a", "an", "per", "each", "every", "one", "the", "whole")


def factor(one: str, other: str) -> float | None:
    """Return how many of the other unit one of the first is; None where they measure different things.

    >>> factor("cubic metre", "litre"), factor("litre", "day")
    (1000.0, None)
    """
    same = load("units")["same_as"]
    base, size = same.get(one, (one, 1))
    wanted, step = same.get(other, (other, 1))
    return size / step if base == wanted else None


def _rates(figure: Quantity, stated: Quantity, text: str) -> list[float]:
    """By how much longer the time is behind the result than behind the figure: "a day … a week"."""
    first, last = (_time(text[each.end : each.end + 24]) for each in (figure, stated))
    lengths = [
        each.lower * load("reckoning")["days"][each.unit]
        for each in read_quantities(text)
        if each.unit in load("reckoning")["days"] and each.lower and each.lower == each.upper
    ]
    if first is None:
        return []
    return ([last / first] if last not in (None, first) else []) + [length / first for length in lengths]


def rates_differ(one: Quantity, text: str, other: Quantity, there: str) -> bool:
    """Tell whether one figure is for another length of time than the other: "a month" and "a year".

    >>> texts = "It costs $2 a month.", "It costs $2 a year."
    >>> one, other = (read_quantities(text)[0] for text in texts)
    >>> rates_differ(one, texts[0], other, texts[1])
    True
    """
    first = _rate(text[one.end : one.end + 24])
    last = _rate(there[other.end : other.end + 24]) if first is not None else None
    return last is not None and first != last


@lru_cache(maxsize=512)
def _rate(behind: str) -> float | None:
    """The days of a rate that stands next to a figure, one word of a noun between them at most."""
    found = re.findall(r"[a-z]+", behind.lower().split(",")[0])[:3]
    days = load("reckoning")["days"]
    near = ((each, unit) for each, unit in itertools.pairwise(found) if each in _PER[:5])
    named = next((days[unit] for _, unit in near if unit in days), None)
    return named or next((load("reckoning")["adverbs"].get(word) for word in found[:1]), None)


def _time(behind: str) -> float | None:
    """The days of "a week", "per hour", "each day" right behind a figure."""
    words, days = re.findall(r"[a-z]+", behind.lower())[:5], load("reckoning")["days"]
    named = (days[unit] for each, unit in itertools.pairwise(words) if each in _PER[:6] and unit in days)
    return next(named, load("reckoning")["adverbs"].get(words[0]) if words else None)


def _times(figure: Quantity, factor: float) -> Bounds:
    lower, upper = (None if end is None else round(end * factor, 9) for end in (figure.lower, figure.upper))
    return Bounds(lower, upper, figure.lower_closed, figure.upper_closed, figure.approximate)
