"""Words of time without a date: an order, a repetition, a stretch, or what something comes after."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from dateline.drafting.phrasing import any_of, lists_of
from dateline.lexicon import load
from dateline.marks import fold

_NOTHING = "\0"


def timed(text: str, taken: Iterable[tuple[int, int]] = ()) -> Iterator[tuple[int, int]]:
    """Yield where an expression of time stands that names no date, in order and without overlap.

    Nothing is read in what is `taken`, the places of dates and lengths that are known.

    >>> text = "By nightfall the bridge was open, weeks after the flood."
    >>> [text[start:end] for start, end in timed(text)]
    ['By nightfall', 'weeks after the flood']
    """
    plain = fold(text.replace("—", ",")).lower()  # an em dash parts clauses, it joins no words
    for start, end in taken:
        plain = plain[:start] + _NOTHING * (end - start) + plain[end:]
    return (match.span() for match in _pattern("hours", "phrases").finditer(plain))


def hours_in(text: str) -> list[tuple[int, int]]:
    """Return where an hour of the day stands: a number in one counts nothing.

    >>> text = "She is at her desk by eight, with ten letters to write."
    >>> [text[start:end] for start, end in hours_in(text)]
    ['desk by eight']
    """
    return [match.span() for match in _pattern("hours").finditer(fold(text).lower())]


@cache
def _pattern(*parts: str) -> re.Pattern[str]:
    rules = load("timing")
    return any_of("\n".join(rules[part] for part in parts), lists_of(rules))
