"""What hedged figures make together, and whether a stated result is borne out: bounds, shares, rounding."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from dateline.quantities import Bounds, Quantity, add, ratio, relation, share, subtract

# How well a stated result stands to a computed one, best first.
_THIRD, _MANY = 0.7, 1000  # two thirds written as 66 % differ by so much; larger numbers are rounded anyhow
_CLOSE, _ROUGH = 0.011, 0.05  # by so much a numeral may differ, and one that is only "about" so high
VERDICTS = ("fine", "near", "bare", "flipped", "wrong")


@dataclass(frozen=True, slots=True)
class Made:
    """What figures make: the kind of operation, its bounds, and their unit."""

    kind: str
    bounds: Bounds
    unit: str = ""


def made_of(one: Quantity | Bounds, other: Quantity | Bounds) -> list[Made]:
    """Return what two figures make: difference, share, fall and rise in percent, ratio, sum.

    >>> [m.bounds.describe() for m in made_of(Bounds(900, None), Bounds(150, 200)) if m.kind == "sum"]
    ['at least 1,050']
    """
    found = []
    unit_of_one = getattr(one, "unit", "")
    shared = "" if unit_of_one in ("percent", "times") else unit_of_one  # tonnes less tonnes are tonnes
    for a, b in ((one, other), (other, one)):
        for kind, operation, unit in _OPERATIONS:
            with suppress(ValueError, ZeroDivisionError):
                found.append(Made(kind, operation(a, b), shared if kind == "difference" else unit))
    with suppress(ValueError):
        found.append(Made("sum", add(one, other), shared))
    return [made for made in found if not _says_nothing(made.bounds)]


def total(figures: Sequence[Quantity | Bounds]) -> Bounds:
    """Return the sum of several figures.

    >>> total([Bounds(1, 1), Bounds(2, 2), Bounds(3, None)]).describe()
    'at least 6'
    """
    whole = Bounds.of(figures[0])
    for figure in figures[1:]:
        whole = add(whole, figure)
    return whole


def _fall(later: Quantity | Bounds, earlier: Quantity | Bounds) -> Bounds:
    """The share by which the later figure lies below the earlier, in percent of the earlier."""
    return subtract(Bounds(100, 100), share(later, earlier))


def _rise(later: Quantity | Bounds, earlier: Quantity | Bounds) -> Bounds:
    """The share by which the later figure lies above the earlier, in percent of the earlier."""
    return subtract(share(later, earlier), Bounds(100, 100))


_OPERATIONS = (
    ("difference", subtract, ""),
    ("share", share, "percent"),
    ("fall", _fall, "percent"),
    ("rise", _rise, "percent"),
    ("ratio", ratio, "times"),
)


def _says_nothing(bounds: Bounds) -> bool:
    """A result below zero, or open on both sides, says nothing about people and things."""
    if bounds.upper is None:
        return bounds.lower is None or bounds.lower < 0
    return bounds.upper <= 0


def agrees(stated: Quantity, computed: Bounds, unit: str) -> str:
    """Say whether a stated result is borne out by a computed one; the answers are in VERDICTS.

    "near": numeral and side are right, only an "about" is missing or too much. "bare": the numeral is
    right, but a bound became a value. "flipped": a floor became a ceiling, or the reverse.

    >>> from dateline.quantities import read_quantities
    >>> fewer = Bounds(None, 300, upper_closed=False, approximate=True)
    >>> [agrees(read_quantities(text)[0], fewer, "") for text in ("fewer than about 300", "300", "about 400")]
    ['fine', 'bare', 'wrong']
    """
    if _unit_of(stated, unit) != unit:
        return "wrong"
    mine = _scaled(stated, unit)
    if relation(mine, computed) in ("same", "weaker"):
        return "fine"
    if _encloses(mine, computed):
        return "near"
    if not (meets(stated, computed, unit) or is_rounded(stated, computed, unit)):
        return "wrong"
    ends = (mine.lower is None, mine.upper is None), (computed.lower is None, computed.upper is None)
    if ends[0] != ends[1]:
        return "flipped" if True in ends[0] and True in ends[1] else "bare"
    if _is_point(mine) and not (_is_point(computed) and mine.approximate >= computed.approximate):
        return "bare"
    pairs = ((mine.lower, computed.lower), (mine.upper, computed.upper))
    near = _ROUGH if is_rounded(stated, computed, unit) else _CLOSE
    return "near" if all(a is None or _close(a, b, near) for a, b in pairs) else "wrong"


def meets(stated: Quantity, computed: Bounds, unit: str) -> bool:
    """Tell whether a stated result has one of the numerals of a computed one, whichever way it is hedged.

    >>> from dateline.quantities import read_quantities
    >>> [meets(read_quantities(text)[0], Bounds(900, None), "") for text in ("more than 900", "at least 500")]
    [True, False]
    """
    mine = _scaled(stated, unit)
    ends = (mine.lower, mine.upper), (computed.lower, computed.upper)
    return any(_close(a, b) for a in ends[0] for b in ends[1])


def is_rounded(stated: Quantity, computed: Bounds, unit: str) -> bool:
    """Tell whether a result that is only "about" so much is a computed one, rounded.

    >>> from dateline.quantities import read_quantities
    >>> [is_rounded(read_quantities(text)[0], Bounds(20.6, 20.6), "percent") for text in ("about 20%", "20%")]
    [True, False]
    """
    mine = _scaled(stated, unit)
    if not mine.approximate or _unit_of(stated, unit) != unit:
        return False
    if mine.lower is None or mine.upper is None:  # an open end may be rounded to its weaker side only
        return relation(mine, computed) == "weaker" and _shares_side(mine, computed)
    ends = (computed.lower, computed.upper)
    return any(_close(a, b, _ROUGH) for a in (mine.lower, mine.upper) for b in ends)


def _shares_side(mine: Bounds, computed: Bounds) -> bool:
    return _close(mine.lower, computed.lower, _ROUGH) or _close(mine.upper, computed.upper, _ROUGH)


def _is_point(bounds: Bounds) -> bool:
    return bounds.lower == bounds.upper


def _encloses(mine: Bounds, computed: Bounds) -> bool:
    """A band round a result that is only "about": "between a fifth and a third" of 20 to 30 %."""
    if mine.lower is None or mine.upper is None or mine.lower == mine.upper:
        return False
    band, bare = replace(mine, approximate=False), replace(computed, approximate=False)
    return (
        mine.lower not in (None, mine.upper) and mine.upper is not None and relation(band, bare) == "weaker"
    )


def _close(a: float | None, b: float | None, near: float = _CLOSE) -> bool:
    """The same numeral, a third written as 33 % included; 99 is not 98."""
    if a is None or b is None or (near == _CLOSE and abs(a - b) > _THIRD and abs(b) < _MANY):
        return False
    return abs(a - b) <= near * abs(b)


def _unit_of(figure: Quantity, wanted: str) -> str:
    """A share written as a part of one ("halved") is one in percent; a bare number has the unit wanted."""
    if not figure.unit and wanted not in ("percent", "times"):
        return wanted
    if figure.unit == "times" and wanted == "percent" and (figure.lower or figure.upper or 1) < 1:
        return "percent"
    return wanted if {figure.unit, wanted} == {"GBP", "pound"} else figure.unit  # the text may mean either


def _scaled(figure: Quantity, unit: str) -> Bounds:
    bounds = Bounds.of(figure)
    if figure.unit != "times" or unit != "percent":
        return bounds
    lower, upper = (None if end is None else end * 100 for end in (bounds.lower, bounds.upper))
    return Bounds(lower, upper, bounds.lower_closed, bounds.upper_closed, bounds.approximate)
