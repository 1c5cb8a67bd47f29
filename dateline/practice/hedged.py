"""Hedged numbers by construction: the words, and the limits that they set."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.practice.chance import Chance


@dataclass(frozen=True, slots=True)
class Hedge:
    """A hedge: `sides` is "above", "below", "about" or "exact"; `closed` when the number is included."""

    words: str
    name: str
    sides: str
    closed: bool = False
    near: bool = False
    level: int = 1


HEDGES = (
    Hedge("more than {n}", "more than", "above"),
    Hedge("over {n}", "over", "above", level=2),
    Hedge("at least {n}", "at least", "above", closed=True, level=2),
    Hedge("no fewer than {n}", "no fewer than", "above", closed=True, level=3),
    Hedge("upwards of {n}", "upwards of", "above", level=3),
    Hedge("about {n}", "about", "about", near=True),
    Hedge("around {n}", "around", "about", near=True),
    Hedge("some {n}", "some", "about", near=True, level=2),
    Hedge("roughly {n}", "roughly", "about", near=True, level=2),
    Hedge("close to {n}", "close to", "about", near=True, level=3),
    Hedge("an estimated {n}", "an estimated", "about", near=True, level=3),
    Hedge("fewer than {n}", "fewer than", "below"),
    Hedge("up to {n}", "up to", "below", closed=True, level=2),
    Hedge("no more than {n}", "no more than", "below", closed=True, level=3),
    Hedge("under {n}", "under", "below", level=3),
    Hedge("{n}", "", "exact", closed=True, level=2),
)


@dataclass(frozen=True, slots=True)
class Hedged:
    """A number with its hedge: the words of the text, and the limits as the key writes them."""

    words: str
    hedge: str
    lower: int | None
    upper: int | None
    lower_closed: bool
    upper_closed: bool
    approximate: bool
    number: int


def hedged(number: int, chance: Chance, sides: tuple[str, ...], level: int) -> Hedged:
    """Put a hedge of one of these sides, no harder than `level`, before a number."""
    hedge = chance.pick([each for each in HEDGES if each.sides in sides and each.level <= level])
    lower = None if hedge.sides == "below" else number
    upper = None if hedge.sides == "above" else number
    both = lower is not None and upper is not None
    return Hedged(
        words=hedge.words.format(n=f"{number:,}"),
        hedge=hedge.name,
        lower=lower,
        upper=upper,
        lower_closed=lower is not None and (both or hedge.closed),
        upper_closed=upper is not None and (both or hedge.closed),
        approximate=hedge.near,
        number=number,
    )


def ranged(least: int, most: int, chance: Chance) -> Hedged:
    """Write a range in words: between 150 and 200, or 150 to 200."""
    words, name = chance.pick([("between {a} and {b}", "between"), ("{a} to {b}", "")])
    return Hedged(words.format(a=f"{least:,}", b=f"{most:,}"), name, least, most, True, True, False, least)
