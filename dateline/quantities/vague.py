"""Read vague figures, which no numeral states: "dozens", "several hundred", "the bulk of"."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from dateline.lexicon import load
from dateline.quantities.counting import count_vague
from dateline.quantities.hedges import hedge_before
from dateline.quantities.model import Figure
from dateline.quantities.nouns import is_plural
from dateline.quantities.numerals import SCALES, Numeral, read_numeral
from dateline.quantities.phrases import Phrases
from dateline.quantities.tokens import Token, word_at
from dateline.quantities.units import unit_after

_NUMBERS = load("numbers")
_ENTRIES: dict[str, dict[str, Any]] = {str(n): entry for n, entry in enumerate(_NUMBERS["vague"])}
_PHRASES = Phrases({label: entry["words"] for label, entry in _ENTRIES.items()})
_MULTIPLIERS: dict[str, int] = _NUMBERS["vague_multipliers"]
_MULTIPLIED = Phrases({words: [words] for words in _MULTIPLIERS})
_BARE_TIMES = frozenset(_NUMBERS["bare_times"]["words"])
OPENERS = _PHRASES.openers | _MULTIPLIED.openers | _BARE_TIMES  # with which a vague figure may begin
_TIMES_AFTER = Phrases({label: words for label, words in _NUMBERS["bare_times"].items() if label != "words"})
# "the most effective force" compares, it does not count.
_ADJECTIVE_ENDS = tuple(_NUMBERS["most"]["adjective_ends"])
_NO_SHARE_AFTER = frozenset(_NUMBERS["most"]["no_share_after"])
_NO_SHARE_BEFORE = frozenset(_NUMBERS["most"]["no_share_before"])


def read_vague(tokens: list[Token], i: int, floor: int) -> Figure | None:
    """Read the vague figure that begins at token `i`, with its unit, hedges and noun, or return None."""
    if bare := _bare_time(tokens, i, floor):
        return bare
    figure = _multiplied(tokens, i) or _listed(tokens, i)
    if figure is None:
        return None
    unit_found = _unit(tokens, figure)
    if figure.lower is not None and not figure.share:
        hedge_before(tokens, figure, floor)
    count_vague(tokens, figure, unit_found)
    return figure


def _bare_time(tokens: list[Token], i: int, floor: int) -> Figure | None:
    """Read "for months" and "a matter of days" as two or more, "within days" as a bound that is not known."""
    found = _TIMES_AFTER.before(tokens, i, floor) if tokens[i].lower in _BARE_TIMES else None
    unit = unit_after(tokens, Numeral(Fraction(2), 1, i, i)) if found else None
    if not found or not unit:
        return None
    after, first = found
    first = i if tokens[first].lower == "for" else first
    figure = Figure(first, i + 1, unit=unit[0], vague=True, upper_closed=False)
    if after == "two_or_more_after":
        figure.lower = Fraction(2)
    figure.hedge = " ".join(token.lower for token in tokens[figure.first : i])
    return figure


def _multiplied(tokens: list[Token], i: int) -> Figure | None:
    """Read "several hundred", "a few thousand", "a couple of dozen"."""
    found = _MULTIPLIED.at(tokens, i)
    if not found:
        return None
    words, at = found
    scale, last = 1, at
    while last < len(tokens) and tokens[last].lower in SCALES and scale < 10**12:
        scale *= SCALES[tokens[last].lower]
        last += 1
    if last == at:
        return None
    figure = Figure(i, last, lower=Fraction(_MULTIPLIERS[words] * scale), upper_closed=False, vague=True)
    figure.hedge = words
    return figure


def _listed(tokens: list[Token], i: int) -> Figure | None:
    found = _PHRASES.at(tokens, i)
    if not found:
        return None
    entry, last = _ENTRIES[found[0]], found[1]
    if entry.get("superlative") and not _is_share(tokens, i, last):
        return None
    if _is_lead(tokens, i, last):
        return None
    if "before" in entry and (last >= len(tokens) or tokens[last].lower not in entry["before"]):
        return None
    figure = Figure(i, last, vague=True, unit=entry.get("unit", ""), share=entry.get("unit") == "percent")
    figure.hedge = " ".join(token.lower for token in tokens[i:last])
    closed = not entry.get("open")
    figure.lower = Fraction(entry["lower"]) if "lower" in entry else None
    figure.upper = Fraction(entry["upper"]) if "upper" in entry else None
    figure.lower_closed = closed and figure.lower is not None
    figure.upper_closed = closed and figure.upper is not None
    return figure


def _unit(tokens: list[Token], figure: Figure) -> bool:
    """Add the unit of "several years", "hundreds of miles"; what a share is of is no unit."""
    if figure.share:
        return False
    at = figure.last
    if at < len(tokens) and tokens[at].lower == "of" and figure.lower is not None:
        at += 1
    found = unit_after(tokens, Numeral(Fraction(2), 1, at, at))
    if not found:
        return False
    figure.unit, figure.last, figure.compound = found
    return True


def _is_lead(tokens: list[Token], i: int, last: int) -> bool:
    """Tell the votes of "a majority of just four" from the share of "a majority of the members"."""
    if tokens[i].lower not in ("a", "his", "her", "its", "their") or word_at(tokens, last - 2) != "majority":
        return False
    at = last + (word_at(tokens, last) in ("just", "only", "about", "around", "some", "nearly", "almost"))
    return read_numeral(tokens, at) is not None


def _is_share(tokens: list[Token], i: int, last: int) -> bool:
    """Tell "most troops" from "the most effective troops" and "most likely"."""
    if i and (tokens[i - 1].lower in _NO_SHARE_AFTER or tokens[i - 1].lower.endswith("'s")):
        return False
    if last >= len(tokens) or tokens[last].kind != "word" or tokens[last].lower in _NO_SHARE_BEFORE:
        return False
    if is_plural(tokens[last]):
        return True
    if tokens[last].lower.endswith(_ADJECTIVE_ENDS) and tokens[last].text[0].islower():
        return False
    return any(is_plural(token) for token in tokens[last + 1 : last + 3])
