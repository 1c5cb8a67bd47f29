"""Tell the numerals that count nothing: dates, years, times, names, scores, idioms, list markers."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction

from dateline.lexicon import load
from dateline.quantities.model import Figure
from dateline.quantities.names import CAPITAL_NAMES, NAMES, model, named, short_phone, street, suffixed
from dateline.quantities.nouns import ends_phrase
from dateline.quantities.numerals import SCALES, SMALL, Numeral
from dateline.quantities.phrases import Phrases
from dateline.quantities.times import MONTHS, calendar, clock, clock_end, year_in_words, year_pair
from dateline.quantities.tokens import Token, hyphen, is_number, joined, word_at
from dateline.quantities.units import unit_after

_LISTS = load("not_a_count")
_ORDINALS = frozenset(load("numbers")["ordinals"])
_GREAT_ORDINALS = frozenset(["hundredth", "thousandth", "millionth", "billionth"])
_GOES_ON = frozenset(["of", "or", "to", "more"])
_IDIOMS = Phrases(
    {"idiom": _LISTS["idioms"], "closed": _LISTS["closed_idioms"], "name": _LISTS["names"]},
)
# "[@S2, para. 5]", and the "[17]" or "[3, 5-8]" of a list of references.
_CITATION = re.compile(r"\[[^\[\]@]{0,80}@[^\[\]]{0,300}\]|\[[0-9]{1,3}(?:(?:, ?|[-–])[0-9]{1,3}){0,9}\]")
_TENS = frozenset(word for word, value in SMALL.items() if value >= 20)

FIXED = {
    "date": "calendar day",
    "time": "clock time",
    "phone": "phone number",
    "code": "name",
    "score": "score",
}


def citations(text: str) -> list[tuple[int, int]]:
    """Return the places of citations in a text, Pandoc's and numbers in brackets, in code points.

    >>> citations("It fell [@S2, para. 5].")
    [(8, 22)]
    """
    return [match.span() for match in _CITATION.finditer(text)] if "[" in text else []


def not_a_count(tokens: list[Token], i: int, floor: int) -> Figure | None:
    """Read a numeral, or a phrase with one, that counts nothing, where it begins at token `i`; else None."""
    for rule in _RULES:
        figure = rule(tokens, i, floor)
        if figure:
            return figure
    return None


def word_or_name(tokens: list[Token], i: int, floor: int) -> Figure | None:
    """Read as `not_a_count` does where token `i` is no number but one of OPENERS: few rules begin so."""
    found = _idiom(tokens, i, floor)
    if found or tokens[i].lower not in _WORDS:
        return found
    return calendar(tokens, i, floor) or named(tokens, i, floor) or _ordinal(tokens, i, floor)


def _fixed(tokens: list[Token], i: int, floor: int) -> Figure | None:
    why = FIXED.get(tokens[i].kind)
    if not why:
        return None
    last = i + 1
    if len(tokens[i].text) == 7 and why == "calendar day" and "-" in tokens[i].text:
        why = "year"  # "2018-12" names a month, no day
    if why == "clock time":
        last = clock_end(tokens, last)
    return Figure(i, last, why=why)


def _idiom(tokens: list[Token], i: int, floor: int) -> Figure | None:
    found = _IDIOMS.at(tokens, i)
    if found is None or (found[0] == "closed" and not _closes(tokens, found[1])):
        return None
    return Figure(i, found[1], why="name" if found[0] == "name" else "idiom")


def _half_word(tokens: list[Token], i: int, floor: int) -> Figure | None:
    """Read "half-empty", "half-brother": half of no amount, where "half-hour" and "half-dozen" are."""
    i += word_at(tokens, i) == "a"
    if word_at(tokens, i) != "half" or not hyphen(tokens, i + 1) or tokens[i + 2].lower in SCALES:
        return None
    if unit_after(tokens, Numeral(Fraction(1, 2), 1, i, i + 1)) or tokens[i + 2].kind != "word":
        return None
    if tokens[i + 2].lower in ("a", "an", "of"):
        return None
    return Figure(i, i + 3, why="idiom")


def _closes(tokens: list[Token], i: int) -> bool:
    """Tell whether no noun and no "of" follows: "for one, he" against "for one year"."""
    ratio = word_at(tokens, i) == "in" and word_at(tokens, i + 1) in SMALL  # "that one in five had not"
    return not (hyphen(tokens, i) or ratio) and word_at(tokens, i) not in _GOES_ON and ends_phrase(tokens, i)


def _ordinal(tokens: list[Token], i: int, floor: int) -> Figure | None:
    """Read "3rd", "third", "twenty-first"."""
    if is_number(tokens, i) and joined(tokens, i + 1) and word_at(tokens, i + 1) in ("st", "nd", "rd", "th"):
        return Figure(i, i + 2, why="ordinal")
    if word_at(tokens, i) in _ORDINALS:
        half = hyphen(tokens, i + 1) and word_at(tokens, i + 2) == "half"  # "first-half profit"
        return Figure(i, i + 3 if half else i + 1, why="ordinal")
    if (is_number(tokens, i) or word_at(tokens, i) in SMALL) and word_at(tokens, i + 1) in _GREAT_ORDINALS:
        return Figure(i, i + 2, why="ordinal")  # "the 10 millionth visitor"
    if word_at(tokens, i) in _TENS and hyphen(tokens, i + 1) and word_at(tokens, i + 2) in _ORDINALS:
        return Figure(i, i + 3, why="ordinal")
    return None


_RULES: tuple[Callable[[list[Token], int, int], Figure | None], ...] = (
    _fixed,
    _idiom,
    _half_word,
    calendar,
    clock,
    short_phone,
    model,
    suffixed,
    year_pair,
    year_in_words,
    named,
    street,
    _ordinal,
)
_WORDS = MONTHS | _ORDINALS | NAMES | CAPITAL_NAMES
OPENERS = _WORDS | _IDIOMS.openers  # words with which something that counts nothing may begin
