"""Join what two numbers say of one figure: a second bound, and the base of a rate."""

from __future__ import annotations

from itertools import pairwise

from dateline.lexicon import load
from dateline.quantities.hedges import hedge_at, hedge_before
from dateline.quantities.model import Figure
from dateline.quantities.phrases import Phrases
from dateline.quantities.ranges import Amount, amount_from
from dateline.quantities.tokens import Token, word_at

_NUMBERS = load("numbers")
_AND = frozenset(_NUMBERS["second_bound_after"])
_PER = Phrases({"per": _NUMBERS["rate_words"]})
_OTHERS = frozenset(["more", "others", "other"])  # "at least 30 and up to 40 others" are two figures
_MOST_HEDGES = 3
_BASES = frozenset(10**power for power in range(2, 10))


def second_bound(tokens: list[Token], figure: Figure) -> None:
    """Take in the other bound of "at least 60 but no more than 90", "over 50 and under 100"."""
    if (figure.lower is None) == (figure.upper is None):
        return
    at = figure.last + (word_at(tokens, figure.last) == ",")
    if word_at(tokens, at) not in _AND:
        return
    begin = _past_hedges(tokens, at + 1)
    amount = amount_from(tokens, begin) if begin > at + 1 else None
    if not amount or word_at(tokens, amount.last) in _OTHERS or (figure.unit and figure.unit != amount.unit):
        return
    other = _bounded(tokens, amount, figure.last)
    lower, upper = (figure, other) if figure.upper is None else (other, figure)
    one_sided = lower.upper is None and upper.lower is None
    if not one_sided or lower.lower is None or upper.upper is None or lower.lower >= upper.upper:
        return
    figure.lower, figure.lower_closed = lower.lower, lower.lower_closed
    figure.upper, figure.upper_closed = upper.upper, upper.upper_closed
    figure.hedge = f"{figure.hedge} … {other.hedge}"
    figure.unit, figure.compound, figure.last = amount.unit, amount.compound, amount.last
    figure.approximate |= other.approximate


def _past_hedges(tokens: list[Token], i: int) -> int:
    """Step over the hedges that begin at token `i`: "no more than about"."""
    for _ in range(_MOST_HEDGES):
        found = hedge_at(tokens, i)
        i = found[1] if found else i
    return i


def _bounded(tokens: list[Token], amount: Amount, floor: int) -> Figure:
    value = amount.numeral.value
    figure = Figure(amount.first, amount.last, value, value, unit=amount.unit)
    hedge_before(tokens, figure, floor)
    return figure


def join_rates(tokens: list[Token], figures: list[Figure]) -> list[Figure]:
    """Make "17 per 10,000" one figure, and mark the 10,000 of "17 cases per 10,000" as its base."""
    joined: set[int] = set()
    for left, right in pairwise(figures):
        end = left.noun[1] if left.noun else left.last
        if left.why or right.why or right.hedge or left.unit or right.unit or right.lower not in _BASES:
            continue
        if _PER.before(tokens, right.first, left.last) != ("per", end) or right.lower != right.upper:
            continue
        left.unit = f"per {int(right.lower):,}"
        if end == left.last:
            left.last = right.last
            joined.add(id(right))
        else:
            right.why = "rate base"
    return [figure for figure in figures if id(figure) not in joined]
