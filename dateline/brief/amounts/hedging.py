"""How the bounds of a brief's figure stand to those of the source's: entailed, weaker, or faulty."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from dateline.lexicon import load
from dateline.quantities import Quantity
from dateline.quantities.relations import relation
from dateline.quantities.units import MONEY

_NEAR = 0.3  # a weaker bound may be rounder than the source's, but must stay this close to it
_WELL = 0.25  # "well over a thousand" says by itself that it is far below
_WELL_OVER = re.compile(r"(?:well|far)\s+(?:over|above|more|beyond|in excess)\b", re.IGNORECASE)
_FINER = 0.25  # a finer numeral this close to the source's is the source's made sharper, not another figure

_FAIR = 0.05  # by so much may a figure be rounded, with its hedge and on the right side
_ROUNDED = 0.015  # by so much may a figure differ that was put into another unit

_PERCENT = re.compile(r"%|per\s?cent|pct", re.IGNORECASE)  # without it a share is a fraction: "a half"


def in_one_unit(a: Quantity, b: Quantity) -> tuple[Quantity, Quantity] | None:
    """Write two figures in one unit where the word list knows how; None when they cannot be compared.

    >>> from dateline.quantities import read_quantities
    >>> one, other = (read_quantities(text)[0] for text in ("3,000 litres of milk", "3 cubic metres"))
    >>> [figure.lower for figure in in_one_unit(one, other)]
    [3, 3]
    """
    if a.unit == b.unit:
        return (_as_fraction(a, b) if a.unit == "percent" else a), b
    a, b = _in_millions(a, b), _in_millions(b, a)
    if b.unit in MONEY and not (a.unit or a.counted) and {a.lower, a.upper} & {b.lower, b.upper} - {None}:
        return replace(a, unit=b.unit), b  # "about 950 million": which money is left to the reader
    if {a.unit, b.unit} == {"GBP", "pound"} and "£" not in a.surface + b.surface:
        return replace(
            a, unit=b.unit
        ), b  # "60,000 pounds": money or a weight, which the text alone does not tell
    one, other = _in_base(a), _in_base(b)
    if one.unit != other.unit:
        return None
    ends = [end for end in (other.lower, other.upper) if end]
    return replace(one, lower=_snapped(one.lower, ends), upper=_snapped(one.upper, ends)), other


def _in_millions(a: Quantity, b: Quantity) -> Quantity:
    """ "61m" beside "61 million" is so many millions, and no length."""
    if a.unit != "m" or b.unit == "m" or not a.surface.endswith("m"):
        return a
    ends = [None if end is None else end * 1_000_000 for end in (a.lower, a.upper)]
    same = set(ends) & {b.lower, b.upper} - {None}
    return replace(a, unit="", lower=ends[0], upper=ends[1]) if same else a


def _snapped(end: float | None, others: Sequence[float]) -> float | None:
    """ "12.4 miles" for "20 kilometres": what was put into another unit is rounded."""
    return next((each for each in others if end and abs(each - end) <= _ROUNDED * each), end)


def _as_fraction(a: Quantity, b: Quantity) -> Quantity:
    """ "67 per cent" for "two thirds": a share in whole per cent, or with one decimal, of a fraction."""
    if not _PERCENT.search(a.surface) or _PERCENT.search(b.surface):
        return a
    ends = {near: end for end in (b.lower, b.upper) if end for near in (int(end), round(end), round(end, 1))}
    return replace(a, lower=ends.get(a.lower, a.lower), upper=ends.get(a.upper, a.upper))


def _in_base(figure: Quantity) -> Quantity:
    base, factor = load("units")["same_as"].get(figure.unit, (figure.unit, 1))
    if base == figure.unit:
        return figure
    lower, upper = (
        None if end is None else _plain(round(end * factor, 9)) for end in (figure.lower, figure.upper)
    )
    return replace(figure, unit=base, lower=lower, upper=upper)


def _plain(value: float) -> float | int:
    return int(value) if value == int(value) else value


def bounds_of(a: Quantity, b: Quantity) -> str:
    """Say how the brief's figure `a` stands to the source's `b`: "fine", "weaker", "other figure" or a
    message key.

    Entailed is fine and weaker is fine; a bare, flipped, sharper or more precise figure is not.
    """
    found = relation(a, b)
    if found == "same":
        return "fine"
    if found == "weaker":
        return "other figure" if _another_band(a, b) or _is_far(a, b) else "weaker"
    if b.vague and found in ("stronger", "entails", "overlaps"):
        return "false-precision"
    if shares_numeral(a, b) and not (is_band(a) and is_band(b)):
        return _hedge_fault(a, b)
    if found == "entails" and _whole_step(a, b):
        return "fine"
    if found in ("entails", "stronger") and is_point(a) and not _is_far_inside(a, b):
        return "band-as-point" if is_band(b) else "false-precision"
    return "false-precision" if _is_sharpened(a, b, found) else "other figure"


def shares_numeral(a: Quantity, b: Quantity) -> bool:
    """Tell whether two figures have a bound in common, in one unit."""
    one, other = in_one_unit(a, b) or (a, b)
    ends = [end for end in (other.lower, other.upper) if end is not None]
    return one.lower in ends or one.upper in ends


def is_rounded(a: Quantity, b: Quantity) -> bool:
    """Tell whether a figure is one number of the source's rounded and hedged: "more than 600" for 612.

    >>> from dateline import read_quantities
    >>> one, other, exact = read_quantities("more than 600 ships; nearly 700 ships; 612 ships")
    >>> is_rounded(one, exact), is_rounded(other, exact)
    (True, False)
    """
    end, value = (a.upper if a.lower is None else a.lower), b.lower
    if not (a.hedge and end and value) or b.lower != b.upper:
        return False
    return bounds_of(a, b) in ("fine", "weaker") and abs(end - value) <= _FAIR * value


def _another_band(a: Quantity, b: Quantity) -> bool:
    """ "200 to 500" follows from "200 to 300", but its 500 is in no source."""
    ends = (a.lower, a.upper) != (b.lower, b.upper)  # "some 250 to 300" is the same band
    return ends and is_band(a) and is_band(b) and not a.vague and not b.vague


def _is_far(a: Quantity, b: Quantity) -> bool:
    """ "Less than 20%" follows from "less than 2%", but as a numeral of its own it is another figure."""
    fraction = a.unit == "percent" and not _PERCENT.search(a.surface)
    if fraction or a.vague or b.vague or shares_numeral(a, b):
        return False
    near = _WELL if _WELL_OVER.match(a.hedge) else 1 - _NEAR
    if a.lower is not None and b.lower is not None and a.lower < near * b.lower:
        return True
    return a.upper is not None and b.upper is not None and a.upper > (1 + _NEAR) * b.upper


def _is_far_inside(a: Quantity, b: Quantity) -> bool:
    """ "3,000" lies within "more than 2,000", but is another figure, not the same made sharper."""
    edge = b.lower if b.upper is None else b.upper if b.lower is None else None
    return bool(edge) and not b.vague and b.unit != "percent" and abs(a.lower - edge) > _FINER * edge


def _is_sharpened(a: Quantity, b: Quantity, found: str) -> bool:
    """Tell a bound or band made finer ("some 2,150" for "more than 2,000") from another figure ("3,000").

    Finer is what lies within a narrower band, lowers a ceiling by less than half, or
    has more digits that count and stands close on the side where the source leaves the value open.
    """
    if is_point(b) or a.vague:
        return False
    if is_band(b):
        return found in ("entails", "stronger")
    edge, value = (b.lower, a.lower or a.upper) if b.upper is None else (b.upper, a.upper or a.lower)
    if not edge or value is None or (value > edge) != (b.upper is None):
        return False
    if b.lower is None and a.lower is None:
        return 2 * value > edge
    if a.upper is None and b.upper is None:
        return False  # "more than 2,500" for "more than 2,000"
    close = abs(value - edge) <= _FINER * edge or (b.unit == "percent" and value >= edge / 2)
    return close and (b.unit == "percent" or _digits(value) > _digits(edge))


def _digits(value: float) -> int:
    """How many digits of a number count: 2 for 2,100, 1 for 2,000."""
    return len(str(value).replace(".", "").strip("0"))


def _whole_step(a: Quantity, b: Quantity) -> bool:
    """ "At least 2,001" is "more than 2,000" where whole things are counted."""
    return not a.unit and not a.approximate and not b.approximate and _stepped(a) == _stepped(b)


def _stepped(figure: Quantity) -> tuple[Any, Any]:
    lower = figure.lower + 1 if figure.lower is not None and not figure.lower_closed else figure.lower
    upper = figure.upper - 1 if figure.upper is not None and not figure.upper_closed else figure.upper
    return lower, upper


def is_band(figure: Quantity) -> bool:
    """Tell whether a figure has two ends that differ."""
    return figure.lower is not None and figure.upper is not None and figure.lower != figure.upper


def is_point(figure: Quantity) -> bool:
    """Tell whether a figure is one number, hedged by "about" or not."""
    return figure.lower is not None and figure.lower == figure.upper


def _hedge_fault(a: Quantity, b: Quantity) -> str:
    """Name what happened to the hedge of a figure whose numeral was kept."""
    if is_band(b):
        return "band-as-point"
    if is_point(a) and not a.approximate:
        return "false-precision" if a.hedge in ("exactly", "precisely") else "hedge-dropped"
    if is_point(a):
        return "bound-as-value"
    if not is_point(b) and (a.lower is None) != (b.lower is None):
        return "hedge-reversed"
    return "hedge-changed"
