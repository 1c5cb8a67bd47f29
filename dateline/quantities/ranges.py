"""Read ranges: "between 200 and 300", "200-300", "2 to 3 million", "two or three"."""

from __future__ import annotations

from typing import NamedTuple

from dateline.lexicon import load
from dateline.quantities.hedges import BEFORE, hedge_at
from dateline.quantities.numerals import Numeral, read_numeral
from dateline.quantities.tokens import DASHES, Token, hyphen, joined, word_at
from dateline.quantities.units import MONEY, money_before, unit_after, unit_before

_CHANGE = frozenset(load("nouns")["change"])
_ANYWHERE = frozenset(["anywhere", "anything", "somewhere", "something"])
# How far back a verb of change is looked for: "rose over the whole of last year from 200 to 300".
_ANEW = ("but", "while", "whereas")  # "they are to go, but from 150 to 200 will stay"
_REACH = 10
_WIDEST_OR = 5


class Amount(NamedTuple):
    """A number with its unit at tokens[first:last]; `compound` as in "five-day"."""

    numeral: Numeral
    unit: str
    first: int
    last: int
    compound: bool


class Range(NamedTuple):
    """Two amounts that make one figure, or the two ends of a change, which are two figures."""

    left: Amount
    right: Amount
    first: int
    last: int
    approximate: bool
    hedge: str = ""
    change: bool = False


def read_amount(tokens: list[Token], i: int, floor: int, *, joining: bool = True) -> Amount | None:
    """Read a number at token `i` with the currency before it and the unit behind it, or return None."""
    money = money_before(tokens, i, floor)
    numeral = read_numeral(tokens, i, joining=joining, money=bool(money))
    if not numeral:
        return None
    if named := unit_before(tokens, i, floor):
        return Amount(numeral, named[0], named[1], numeral.last, True)
    unit = unit_after(tokens, numeral) or _half_a_unit(tokens, numeral)
    first = money[1] if money else i
    if money:
        # "$5 million dollars" says the same twice; "$5 a barrel" is left to its noun.
        last = unit[1] if unit and unit[0] in MONEY else numeral.last
        return Amount(numeral, money[0], first, last, False)
    if unit:
        return Amount(numeral, unit[0], first, unit[1], unit[2])
    return Amount(numeral, "", first, numeral.last, False)


def amount_from(tokens: list[Token], i: int) -> Amount | None:
    """Read the amount whose first token, be it a currency sign, is token `i`, or return None."""
    amount = read_amount(tokens, _past_money(tokens, i), i)
    return amount if amount and amount.first == i else None


def _half_a_unit(tokens: list[Token], numeral: Numeral) -> tuple[str, int, bool] | None:
    """Read the unit of "half an hour" and "a quarter of a century", behind an article."""
    at = numeral.last
    at += at < len(tokens) and tokens[at].lower == "of"
    if not numeral.share or at >= len(tokens) or tokens[at].lower not in ("a", "an"):
        return None
    found = unit_after(tokens, numeral._replace(last=at + 1))
    return found if found and found[0] != "percent" else None


def read_range(tokens: list[Token], left: Amount, floor: int) -> Range | None:
    """Read the range whose left end is `left`, or return None where it is a figure of its own."""
    between = _opens_between(tokens, left.first, floor)
    if between is not None and tokens[left.last - 1].lower != "and":
        left = _without_and(tokens, left, floor)
    at = _connector(tokens, left, between is not None)
    if at is None:
        return None
    word = tokens[at - 1].lower
    begin, approximate = _inner_hedge(tokens, at)
    right = amount_from(tokens, begin)
    if not right:
        return None
    left = _share(left, right, word in DASHES)
    if not _fits(left, right, word):
        return None
    first, hedge = left.first, ""
    if between is not None:
        first, outer = between
        approximate |= outer
        hedge = "between"
    elif word == "to" and _is_step(tokens, left, right, floor):
        return None
    elif _is_from(tokens, first, floor):
        if _is_change(tokens, first):
            return Range(left, right, first, left.last, False, change=True)
        first -= 1
    if tokens[first].lower in ("between", "from") and first > floor and tokens[first - 1].lower in _ANYWHERE:
        first -= 1
    return Range(left, right, first, right.last, approximate, hedge)


def _opens_between(tokens: list[Token], first: int, floor: int) -> tuple[int, bool] | None:
    """Return where "between" stands before the left end, and whether a hedge is in between."""
    about = BEFORE.before(tokens, first, floor)
    at = about[1] - 1 if about and about[0] == "about" else first - 1
    return (at, at < first - 1) if at >= floor and tokens[at].lower == "between" else None


def _without_and(tokens: list[Token], left: Amount, floor: int) -> Amount:
    """Stop the left end at "and", unless another follows ("one hundred and fifty and two hundred")."""
    if left.last < len(tokens) and tokens[left.last].lower == "and" and read_numeral(tokens, left.last + 1):
        return left
    return read_amount(tokens, left.numeral.first, floor, joining=False) or left


def _connector(tokens: list[Token], left: Amount, between: bool) -> int | None:
    """Return the token behind the word or dash that joins the two ends, or None."""
    at = left.last
    if at >= len(tokens):
        return None
    word = tokens[at].lower
    if hyphen(tokens, at) and tokens[at + 1].lower == "to" and hyphen(tokens, at + 2):
        return at + 3
    if word in DASHES and joined(tokens, at) and word_at(tokens, at + 1) in ("to", "or"):
        return at + 2  # "a 10- to 15-minute delay"
    if word in DASHES:
        return at + 1 if joined(tokens, at) == joined(tokens, at + 1) else None
    if word in ("to", "through", "till", "or") or (word == "and" and between):
        return at + 1
    if word == "up" and word_at(tokens, at + 1) == "to" and word_at(tokens, left.first - 1) == "from":
        return at + 2  # "from 200 up to 300"
    return None


def _inner_hedge(tokens: list[Token], at: int) -> tuple[int, bool]:
    """Step over a hedge before the right end: "200 to about 300", "200 to as many as 300"."""
    found = hedge_at(tokens, at)
    if found and found[0] in ("about", "upper_closed", "just_below"):
        return found[1], found[0] != "upper_closed"
    return at, False


def _past_money(tokens: list[Token], i: int) -> int:
    """Step over the currency before the right end: "$5 to US$10"."""
    for width in (1, 2):
        money = money_before(tokens, i + width, i) if i + width < len(tokens) else None
        if money and money[1] == i:
            return i + width
    return i


def _share(left: Amount, right: Amount, dash: bool) -> Amount:
    """Give the left end the magnitude of the right where only the right has one: "2 to 3 million"."""
    a, b = left.numeral, right.numeral
    if a.scale == 1 and not left.unit.startswith("percent"):
        if b.scale > 1 and a.value < b.mantissa:
            a = a._replace(scale=b.scale)
        elif dash and b.scale == 1 and b.value % 1000 == 0 and a.value < b.value / 1000:
            a = a._replace(scale=1000)  # "20-30,000"
    return left._replace(numeral=a, unit=left.unit or right.unit)


def _fits(left: Amount, right: Amount, word: str) -> bool:
    if left.numeral.value >= right.numeral.value or left.numeral.share != right.numeral.share:
        return False
    if left.unit != right.unit and right.unit and not (left.unit in MONEY and right.unit == ""):
        return False
    if right.unit == "" and left.unit not in MONEY and left.unit != "":
        return False
    return word != "or" or right.numeral.value <= _WIDEST_OR * max(left.numeral.value, 1)


def _is_from(tokens: list[Token], first: int, floor: int) -> bool:
    return first - 1 >= floor and tokens[first - 1].lower == "from"


def _is_step(tokens: list[Token], left: Amount, right: Amount, floor: int) -> bool:
    """Tell "fell $1.50 to $62.30" (by so much, to so much) from "costs $5 to $10"."""
    if not any(token.lower in _CHANGE for token in tokens[max(floor, left.first - 2) : left.first]):
        return False
    if word_at(tokens, right.last) in ("fewer", "more", "less"):
        return False  # "drew 25% to 30% fewer tourists"
    a, b = left.numeral, right.numeral
    if tokens[left.first - 1].lower == "by" and left.unit == "percent" and b.value <= 2 * a.value:
        return False  # "down by 12% to 15%"
    far = (b.mantissa if a.scale == 1 else b.value) > 5 * a.value  # "rose by 8 to 13 million" is a range
    return a.last < left.last or money_before(tokens, a.first, floor) is not None or far


def _is_change(tokens: list[Token], first: int) -> bool:
    """Tell whether a verb of change stands before "from" in the same sentence."""
    for at in range(first - 2, max(-1, first - 3 - _REACH), -1):
        if tokens[at].text in ".;!?" or tokens[at].kind == "break" or tokens[at].lower in _ANEW:
            return False
        if tokens[at].lower in _CHANGE:
            return True
    return False
