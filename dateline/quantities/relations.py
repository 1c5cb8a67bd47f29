"""Compare two figures as bounds, and reckon with them so that open ends stay open.

What a figure counts is not looked at here: that two figures are of the same population,
scope and date is for the caller to settle first.
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from dateline.quantities.bounds import Bounds
from dateline.quantities.hedge_words import phrases_before
from dateline.quantities.model import Quantity, plain

BAND = 0.10
_NEAR = {phrase: kind for kind in ("just_below", "just_above") for phrase in phrases_before()[kind]}


class _Span(NamedTuple):
    """The values that a figure allows, its band applied: an interval with None for an open end."""

    lower: Fraction | None
    upper: Fraction | None
    lower_closed: bool
    upper_closed: bool


def relation(a: Quantity | Bounds, b: Quantity | Bounds, band: float = BAND) -> str:
    """Say how figure `a` stands to figure `b`, by the values that each allows.

    "about n" allows n ± `band` (a share of n, 0.10 for ten percent); "nearly n" the band below n, "just over
    n" the band above it. With A and B for the values allowed, the answer is the first that fits:

    incomparable   the units differ, one of them counts nothing, or one has no bound at all
    same           A is B, and both or neither are approximate (else the approximate one is the weaker)
    contradicts    no value is in both
    weaker         all of B lies in A: `a` follows from `b` and says less ("at least 5" to "more than 5")
    stronger       all of A lies in B, with a numeral of `b` in it: the same figure with its hedge
                   sharpened or dropped ("5" to "about 5", "more than 5" to "at least 5")
    entails        all of A lies in B, by a numeral of its own ("7" to "more than 5")
    overlaps       some values are in both, and each allows some that the other does not

    >>> relation(Bounds(2000, None), Bounds(2000, None, lower_closed=False))
    'weaker'
    >>> relation(Bounds.exactly(1500), Bounds(1000, 1000, approximate=True))
    'contradicts'
    """
    if not _comparable(a, b):
        return "incomparable"
    first, second = _span(a, band), _span(b, band)
    if first == second:
        return "same" if a.approximate == b.approximate else "stronger" if b.approximate else "weaker"
    if not _meet(first, second):
        return "contradicts"
    if _inside(second, first):
        return "weaker"
    if _inside(first, second):
        return "stronger" if {a.lower, a.upper} & {b.lower, b.upper} - {None} else "entails"
    return "overlaps"


def add(a: Quantity | Bounds, b: Quantity | Bounds) -> Bounds:
    """Add two figures; an end is open when it is open in either. Raises ValueError for unlike units.

    >>> add(Bounds(700, None, lower_closed=False), Bounds(200, 300)).describe()
    'more than 900'
    """
    a, b = _bounds(a, b)
    return _result(
        _both(a.lower, b.lower, Fraction.__add__),
        _both(a.upper, b.upper, Fraction.__add__),
        a.lower_closed and b.lower_closed,
        a.upper_closed and b.upper_closed,
        a.approximate or b.approximate,
    )


def subtract(a: Quantity | Bounds, b: Quantity | Bounds) -> Bounds:
    """Take `b` from `a`: the least is a's least less b's most. Raises ValueError for unlike units.

    >>> subtract(Bounds(2000, None, lower_closed=False), Bounds(1000, 1000, approximate=True)).describe()
    'more than about 1,000'
    """
    a, b = _bounds(a, b)
    return _result(
        _both(a.lower, b.upper, Fraction.__sub__),
        _both(a.upper, b.lower, Fraction.__sub__),
        a.lower_closed and b.upper_closed,
        a.upper_closed and b.lower_closed,
        a.approximate or b.approximate,
    )


def ratio(a: Quantity | Bounds, b: Quantity | Bounds) -> Bounds:
    """Divide `a` by `b`, both not below zero: the most is a's most over b's least, None where that is nil.

    Raises ValueError for unlike units, for a figure below zero, and where `b` can only be zero.

    >>> ratio(Bounds(1000, 1000, approximate=True), Bounds(2000, None, lower_closed=False)).describe()
    'less than about 0.5'
    """
    a, b = _bounds(a, b)
    if any(end is not None and end < 0 for end in (a.lower, a.upper, b.lower, b.upper)):
        raise ValueError("a ratio needs figures that are not below zero")
    if b.upper == 0:
        raise ValueError("nothing can be divided by zero")
    return _result(
        _both(a.lower, b.upper, Fraction.__truediv__),
        _both(a.upper, b.lower or None, Fraction.__truediv__),
        a.lower_closed and b.upper_closed,
        a.upper_closed and b.lower_closed,
        a.approximate or b.approximate,
    )


def share(part: Quantity | Bounds, whole: Quantity | Bounds) -> Bounds:
    """Return the share of `part` in `whole` in percent; errors as for `ratio`.

    >>> share(Bounds(700, None, lower_closed=False), Bounds(1000, 1000, approximate=True)).describe("percent")
    'more than about 70 percent'
    """
    found = ratio(part, whole)
    times = Fraction(100)
    return _result(
        _both(found.lower, times, Fraction.__mul__),
        _both(found.upper, times, Fraction.__mul__),
        found.lower_closed,
        found.upper_closed,
        found.approximate,
    )


def _comparable(a: Quantity | Bounds, b: Quantity | Bounds) -> bool:
    for figure in (a, b):
        if getattr(figure, "not_a_count", None) or (figure.lower is None and figure.upper is None):
            return False
    return not (isinstance(a, Quantity) and isinstance(b, Quantity)) or a.unit == b.unit


@lru_cache(maxsize=1024)  # a figure is compared with many
def _exact(value: float | int | Fraction | None) -> Fraction | None:
    """Take a float for the decimal that it was written as, so that 0.1 is a tenth."""
    if value is None or isinstance(value, Fraction):
        return value
    return Fraction(value if isinstance(value, int) else str(value))


def _span(figure: Quantity | Bounds, band: float) -> _Span:
    lower, upper = _exact(figure.lower), _exact(figure.upper)
    closed = figure.lower_closed, figure.upper_closed
    if not figure.approximate:
        return _Span(lower, upper, *closed)
    width = _exact(band)
    near = _NEAR.get(getattr(figure, "hedge", ""))
    if near == "just_below" and lower is None:
        return _Span(upper - abs(upper) * width, upper, True, closed[1])
    if near == "just_above" and upper is None:
        return _Span(lower, lower + abs(lower) * width, closed[0], True)
    lower = None if lower is None else lower - abs(lower) * width
    upper = None if upper is None else upper + abs(upper) * width
    return _Span(lower, upper, *closed)


def _meet(a: _Span, b: _Span) -> bool:
    return _below(a.lower, a.lower_closed, b.upper, b.upper_closed) and _below(
        b.lower, b.lower_closed, a.upper, a.upper_closed
    )


def _below(lower: Fraction | None, lower_closed: bool, upper: Fraction | None, upper_closed: bool) -> bool:
    if lower is None or upper is None:
        return True
    return lower < upper or (lower == upper and lower_closed and upper_closed)


def _inside(inner: _Span, outer: _Span) -> bool:
    """Tell whether every value of `inner` is one of `outer`."""
    low = outer.lower is None or (
        inner.lower is not None and (inner.lower, outer.lower_closed) >= (outer.lower, inner.lower_closed)
    )
    high = outer.upper is None or (
        inner.upper is not None and (-inner.upper, outer.upper_closed) >= (-outer.upper, inner.upper_closed)
    )
    return low and high


def _bounds(a: Quantity | Bounds, b: Quantity | Bounds) -> tuple[Bounds, Bounds]:
    for figure in (a, b):
        if getattr(figure, "not_a_count", None):
            raise ValueError(f"{figure.surface!r} counts nothing: {figure.not_a_count}")
    if isinstance(a, Quantity) and isinstance(b, Quantity) and a.unit != b.unit:
        raise ValueError(f"unlike units: {a.unit or 'a count'!r} and {b.unit or 'a count'!r}")
    return Bounds.of(a), Bounds.of(b)


def _both(x, y, operation) -> Fraction | None:
    return None if x is None or y is None else operation(_exact(x), _exact(y))


def _result(
    lower: Fraction | None, upper: Fraction | None, lower_closed: bool, upper_closed: bool, approximate: bool
) -> Bounds:
    return Bounds(plain(lower), plain(upper), lower_closed, upper_closed, approximate)
