"""What a learner's hedge claims: more than, less than, about, or a range."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

from dateline.kinds._shared import tidy
from dateline.lexicon import load

_SIGNS = {
    "lower_open": ("more",),
    "lower_closed": ("more",),
    "upper_open": ("less",),
    "upper_closed": ("less",),
    "about": ("about",),
    "just_below": ("less", "about"),
    "just_above": ("more", "about"),
    "exact": ("exact",),
}
MOST = 200  # characters: a hedge is a short phrase
_RANGE = ("between", "from", "to", "range", "a range")
# A learner names the sign where a text would use it: "more", "at least about", "open above".
_BARE = {
    "more or less": ("about",),
    "more": ("more",),
    "less": ("less",),
    "fewer": ("less",),
    "open above": ("more",),
    "min": ("more",),
}


@cache
def _phrases() -> list[tuple[str, tuple[str, ...]]]:
    hedges = load("hedges")
    known = {
        phrase: _SIGNS[meaning]
        for side in ("after", "before")
        for meaning, phrases in hedges[side].items()
        if meaning in _SIGNS
        for phrase in phrases
    }
    known |= {phrase.removesuffix("."): claimed for phrase, claimed in known.items()}
    known |= {**_BARE, **dict.fromkeys(_RANGE, ("range",))}
    return sorted(known.items(), key=lambda pair: -len(pair[0]))


@lru_cache(maxsize=512)
def _pattern(phrase: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(phrase)}(?!\w)" if phrase[0].isalnum() else re.escape(phrase))


def signs_of(text: Any) -> frozenset[str]:
    """Return what a hedge claims, out of "more", "less", "about", "range" and "exact"; empty for nothing.

    The phrases are those of lexicon/hedges.yaml, longest first.

    >>> sorted(signs_of("about half or more")), sorted(signs_of("no more than"))
    (['about', 'more'], ['less'])
    """
    rest, signs = f" {tidy(text)[:MOST]} ", set()
    for phrase, claimed in _phrases():
        if phrase not in rest:
            continue
        rest, times = _pattern(phrase).subn(" · ", rest)
        signs |= set(claimed) if times else set()
    return frozenset(signs)
