"""Words of amount that the reader takes for no figure: "both", "most", "weeks", a tally of votes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from dateline.brief.language.splitting import sentences
from dateline.drafting.phrasing import any_of, lists_of
from dateline.lexicon import load
from dateline.marks import fold
from dateline.quantities import Quantity

_NOTHING = "\0"
_COUNTED = re.compile(  # a plural noun
    r"\s(?:of\s)?(?:(?:the|its|their|his|her|these|those|our)\s)?((?:[a-z-]+\s)?[a-z-]+[^\Wsiu]s)\b"
)
_TALLY = re.compile(r"\d+")


def with_amounts(text: str, figures: Sequence[Quantity]) -> list[Quantity]:
    """Return the figures of a text with those that only a person can settle, in order of place.

    Numerals that the reader takes for no figure give way where an amount stands.

    >>> from dateline.quantities import read_quantities
    >>> text = "Both ships sank; most sailors were saved, weeks after the storm."
    >>> [(one.surface, one.lower) for one in with_amounts(text, read_quantities(text))]
    [('Both', 2), ('most', 50), ('weeks', 2)]
    """
    kept = [figure for figure in figures if figure.not_a_count is None]
    others = [figure for figure in figures if figure.not_a_count is not None]
    added = _in_words(text, kept)
    added += [one for figure in others for one in _tally(text, figure)]
    kept += added
    kept += [one for one in others if not any(one.start < a.end and a.start < one.end for a in added)]
    return sorted(kept, key=lambda figure: figure.start)


def _in_words(text: str, taken: Sequence[Quantity]) -> list[Quantity]:
    plain = fold(text.replace("—", ",")).lower()
    found = [_amount(text, {}, match) for pattern in _orders() for match in pattern.finditer(plain)]
    found = [one for one in found if not any(one.start < t.end and t.start < one.end for t in taken)]
    for one in [*taken, *found]:
        plain = _without(plain, one.start, one.end)
    for rule, pattern in _patterns():
        for match in pattern.finditer(plain):
            found.append(_amount(text, rule, match))
            plain = _without(plain, *match.span())
    return found


def _without(text: str, start: int, end: int) -> str:
    return text[:start] + _NOTHING * (end - start) + text[end:]


@cache
def _patterns() -> list[tuple[dict[str, Any], re.Pattern[str]]]:
    rules = load("amounts")
    lists = lists_of(rules)
    return [(rule, any_of(rule["phrases"], lists)) for rule in rules["groups"].values()]


@cache
def _orders() -> list[re.Pattern[str]]:
    """Ages in round numbers and an order that counts, which are known by the numbers behind them."""
    rules = load("amounts")
    return [any_of(rules[name], lists_of(rules)) for name in ("ages", "counting")]


def _amount(text: str, rule: dict[str, Any], match: re.Match[str]) -> Quantity:
    """The figure of a match, with the limits that its rule states or its words give."""
    said = {name.rstrip("2"): word for name, word in match.groupdict().items() if word}
    lower, upper = rule.get("lower"), rule.get("upper")
    unit = rule.get("unit", "")
    if "decade" in said:
        lower = load("amounts")["decades"][said["decade"]]
        upper, unit = lower + 9, "year"
    elif "ordinal" in said:
        lower = upper = load("numbers")["ordinals"].index(said["ordinal"]) + 1
    elif length := said.get("unit") or said.get("units", "").removesuffix("s"):
        unit = "century" if length == "centurie" else length
    exact = bool(rule.get("exact")) or "ordinal" in said or "decade" in said
    counted = _COUNTED.match(text, match.end())
    return Quantity(
        lower,
        upper,
        lower_closed=lower is not None and unit != "percent",
        upper_closed=upper is not None,
        approximate=False,
        vague=not exact,
        hedge="" if exact else match[0],
        counted=counted[1] if counted and not unit and counted[1].split()[-1] not in _no_nouns() else "",
        unit=unit,
        not_a_count=None,
        surface=text[match.start() : match.end()],
        start=match.start(),
        end=match.end(),
    )


@cache
def _no_nouns() -> frozenset[str]:
    """Words in -s that are no plural: "none has", "most says"."""
    return frozenset([*load("nouns")["verbs"], *load("nouns")["stops"], *load("nouns")["singulars"]])


def _tally(text: str, figure: Quantity) -> Iterator[Quantity]:
    """Both numbers of "22 to 11" or "a 55-45 split", where the sentence is about votes and no match."""
    if figure.not_a_count != "score":
        return
    start, end = next((span for span in sentences(text) if figure.start < span[1]), (0, len(text)))
    if not re.search(rf"\b(?:{load('amounts')['votes']})\b", text[start:end].lower()):
        return
    for number in _TALLY.finditer(figure.surface):
        value, at = int(number[0]), figure.start + number.start()
        limits = (value, value, True, True, False, False, "", "", "", None)
        yield Quantity(*limits, number[0], at, at + len(number[0]))
