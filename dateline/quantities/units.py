"""Units before and behind a number: percent, money, lengths of time, measures."""

from __future__ import annotations

from dateline.lexicon import load
from dateline.quantities.numerals import Numeral
from dateline.quantities.phrases import Phrases
from dateline.quantities.tokens import Token, hyphen, joined, word_at

_UNITS = load("units")
_AFTER = Phrases(_UNITS["after"])
_MONEY_WORDS = Phrases(_UNITS["currency"]["words"])
_JOINED = {form: unit for unit, forms in _UNITS["joined"].items() for form in forms}
_SYMBOLS: dict[str, str] = _UNITS["currency"]["symbols"]
_DOLLARS: dict[str, str] = _UNITS["currency"]["dollars"]
_CODES = frozenset(_UNITS["currency"]["codes"])
_BEFORE: dict[str, str] = _UNITS["currency"]["before"]
_POUNDS = frozenset(_UNITS["currency"]["pounds"])
_POUND_WEIGHT = frozenset(_UNITS["currency"]["pound_weight"])

_TAILS = frozenset(_UNITS["compound_tails"])

TIME = frozenset(_UNITS["time"])
DISTANCE = frozenset(_UNITS["distance"])
_TIME_WORDS = TIME | {"head", "person", "hour"}
MONEY = frozenset(
    [
        *_SYMBOLS.values(),
        *_DOLLARS.values(),
        *_BEFORE.values(),
        *_UNITS["currency"]["words"],
        *map(str.upper, _CODES),
    ]
)


def money_before(tokens: list[Token], i: int, floor: int) -> tuple[str, int] | None:
    """Return (currency, first token) of the sign, letters or code right before token `i`, or None."""
    if i <= floor:
        return None
    sign = tokens[i - 1]
    if sign.text in _SYMBOLS:
        return _dollars(tokens, i - 1, floor) if sign.text == "$" else (_SYMBOLS[sign.text], i - 1)
    if sign.lower in _CODES and sign.text.isupper():
        return _canonical(sign.lower), i - 1
    if sign.lower in _BEFORE and sign.text[0].isupper() and (len(sign.text) > 1 or joined(tokens, i)):
        return _BEFORE[sign.lower], i - 1
    if sign.text == "." and i - 2 >= floor and tokens[i - 2].text == "Rs":
        return "INR", i - 2
    return None


def _dollars(tokens: list[Token], i: int, floor: int) -> tuple[str, int]:
    letters = tokens[i - 1].lower if i > floor and joined(tokens, i) else ""
    return (_DOLLARS[letters], i - 1) if letters in _DOLLARS else ("USD", i)


def _canonical(code: str) -> str:
    return "CNY" if code == "rmb" else code.upper()


def unit_before(tokens: list[Token], i: int, floor: int) -> tuple[str, int] | None:
    """Return (unit, first token) of a unit that stands before its number, "magnitude 7.1", or None."""
    at = i - 2 if hyphen(tokens, i - 1) else i - 1
    return (tokens[at].lower, at) if at >= floor and tokens[at].lower in _UNITS["before"] else None


def unit_after(tokens: list[Token], numeral: Numeral) -> tuple[str, int, bool] | None:
    """Return (unit, end, compound) of the unit behind a number, or None; "five-day" is compound.

    A unit in hyphens before another noun describes that noun; "-old" goes with its year.
    """
    last = numeral.last
    if last >= len(tokens):
        return None
    hyphened = hyphen(tokens, last)
    at = last + hyphened
    found = _unit_at(tokens, at, numeral)
    if not found:
        return None
    unit, end = found
    if hyphened or hyphen(tokens, end):
        end, old = _old(tokens, end)
        hyphened |= old
    return unit, end, hyphened


def _unit_at(tokens: list[Token], at: int, numeral: Numeral) -> tuple[str, int] | None:
    if at >= len(tokens):
        return None
    word = tokens[at].lower
    if word in _JOINED and joined(tokens, at) and numeral.scale == 1 and tokens[at - 1].kind == "number":
        return _JOINED[word], at + 1
    if word in _POUNDS:
        return _pounds(tokens, at, numeral), at + 1
    if word in _CODES and tokens[at].text.isupper():
        return _canonical(word), at + 1
    if tokens[at].text in "€£₹¥" and at == numeral.last and joined(tokens, at):
        return _SYMBOLS[tokens[at].text], at + 1
    return _MONEY_WORDS.at(tokens, at) or _AFTER.at(tokens, at)


def _pounds(tokens: list[Token], at: int, numeral: Numeral) -> str:
    follows = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    hyphened = joined(tokens, at) and not tokens[at - 1].text.isalnum()
    if follows in ("a", "an", "per") and word_at(tokens, at + 2) in _TIME_WORDS:
        return "GBP"  # "500 pounds a week"
    if follows in _POUND_WEIGHT or hyphened or numeral.scale < 1000:
        return "pound"
    return "GBP"


def _old(tokens: list[Token], end: int) -> tuple[int, bool]:
    """Step over "-old" and its like, so that "18-year-old" and "300-mile-long" are one figure."""
    if hyphen(tokens, end) and tokens[end + 1].lower in _TAILS:
        return end + 2, tokens[end + 1].lower != "olds"
    return end, False
