"""The phrases that hedge a number: those that are listed, and those that English makes up from parts."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import Any

from dateline.lexicon import load

_ABOVE_BELOW = {"above": ("lower", "just_above"), "below": ("upper", "just_below")}


@cache
def phrases_before() -> dict[str, frozenset[str]]:
    """Return {meaning: phrases} of the hedges that stand before a number, from lexicon/hedges.yaml.

    The listed phrases, and with them every degree before every comparison ("a shade under", "far more
    than"), every comparison denied ("no longer than") and every "as … as".

    >>> [meaning for meaning, phrases in phrases_before().items() if "no longer than" in phrases]
    ['upper_closed']
    """
    hedges = load("hedges")
    found = {meaning: {str(phrase) for phrase in phrases} for meaning, phrases in hedges["before"].items()}
    listed = set().union(*found.values())
    for meaning, phrase in _made(hedges["grammar"]):
        if phrase not in listed:
            found[meaning].add(phrase)
    return {meaning: frozenset(phrases) for meaning, phrases in found.items()}


def _made(grammar: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield (meaning, phrase) for each way to put the parts together."""
    for way, (side, near) in _ABOVE_BELOW.items():
        compared = [f"{word} than" for word in grammar["compared"][way]]
        denied = "upper_closed" if side == "lower" else "lower_closed"
        for phrase in [*compared, *grammar["prepositions"][way]]:
            yield f"{side}_open", phrase
            yield from ((f"{side}_open", f"{degree} {phrase}") for degree in grammar["degrees"]["far"])
            yield from ((near, f"{degree} {phrase}") for degree in grammar["degrees"]["near"])
        yield from ((denied, f"{word} {phrase}") for word, phrase in product(grammar["denials"], compared))
    for meaning, words in grammar["as_as"].items():
        yield from ((meaning, f"as {word} as") for word in words)
