"""Bounds and hedge of a ledger row against the figure in the key, and the slip that a wrong pair shows."""

from __future__ import annotations

from collections.abc import Callable

from dateline.cases import FigureRow
from dateline.kinds._ledger_rows import Entry
from dateline.kinds._misdating import HALF, RIGHT, Judged

BAND = 0.10  # "about n" is n with its hedge, or a band within ten per cent of it
_SIDES = {"more", "less"}


def shape_of(row: FigureRow) -> str:
    """Return how a figure is bounded: "above", "below", "about", "band", "exact" or "vague".

    >>> shape_of(FigureRow(id="F1", is_figure="yes", lower="700", hedge="more than"))
    'above'
    """
    if row.vague or (row.lower is None and row.upper is None):
        return "vague"
    if row.upper is None:
        return "above"
    if row.lower is None:
        return "below"
    if row.lower != row.upper:
        return "band"
    return "about" if row.approximate else "exact"


def judge_bounds(entry: Entry, row: FigureRow) -> Judged:
    """Judge bounds and hedge together, by meaning.

    "More than n" is right as lower n with an empty upper bound and any hedge that says more ("over",
    "above"), and, for things that are counted, as lower n + 1 with no hedge. "At least n" is weaker but
    true, so it is right with a note. "Less than n" mirrors this; a lower bound of 0 is no fault. "About n"
    is right as n and n with a hedge that says so, or as a band round n within 10 %. The bounds that the
    key accepts besides are right unless the hedge turns them round.
    """
    if _accepted(entry, row):
        return RIGHT
    return RULES[shape_of(row)](entry, row)


def _accepted(entry: Entry, row: FigureRow) -> bool:
    turned = {"above": "less", "below": "more"}.get(shape_of(row))
    listed = (entry.lower, entry.upper) in row.accepted and (not entry.unbounded or bool(row.vague))
    narrow = entry.lower != entry.upper or shape_of(row) == "vague"
    return listed and narrow and not (turned and turned in entry.signs)


def _above(entry: Entry, row: FigureRow) -> Judged:
    return _one_sided(entry.lower, entry.upper, entry, row, row.lower, 1, "more")


def _below(entry: Entry, row: FigureRow) -> Judged:
    floor = None if entry.lower == 0 else entry.lower
    return _one_sided(entry.upper, floor, entry, row, row.upper, -1, "less")


def _one_sided(limit, other, entry: Entry, row: FigureRow, n: float, step: int, sign: str) -> Judged:
    """Judge a figure with one limit: `limit` is the learner's bound on that side, `other` opposite."""
    opposite = next(iter(_SIDES - {sign}))
    if entry.signs >= _SIDES:
        return Judged("hedge-differs")  # a hedge that says everything says nothing
    if opposite in entry.signs and sign not in entry.signs:
        return Judged("hedge-reversed")
    if limit is None and other in (n, n + step, n - step):
        return Judged("hedge-reversed")
    next_one = n + step if _counts(row) else n
    if limit not in (n, next_one):
        return _wrong_number(entry, n)
    if other is not None and other != limit:
        return Judged("hedge-reversed" if other == 0 and step > 0 else "false-precision")
    if other == limit:
        return Judged("bound-as-value" if sign in entry.signs else "hedge-dropped")
    if sign in entry.signs and "about" in entry.signs:
        return Judged("hedge-differs", HALF)  # "nearly n" says how close, "less than n" does not
    if sign in entry.signs:
        return _strength(entry, row, limit == n)
    if limit == next_one != n and not entry.signs:
        return RIGHT
    return Judged("hedge-differs" if entry.signs else "hedge-dropped", HALF)


def _strength(entry: Entry, row: FigureRow, at_limit: bool) -> Judged:
    """ "At least n" for "more than n" is entailed but weaker: right, with a note."""
    open_end = not (row.lower_closed or row.upper_closed)
    weaker = at_limit and open_end and any(word in entry.hedge.lower() for word in _CLOSED)
    return Judged("hedge-weaker", 1.0) if weaker else RIGHT


_CLOSED = (
    "at least",
    "at most",
    "no fewer",
    "no less",
    "no more",
    "minimum",
    "maximum",
    "up to",
    "or more",
    "or less",
)


def _about(entry: Entry, row: FigureRow) -> Judged:
    n, low, high = row.lower, entry.lower, entry.upper
    if entry.signs >= _SIDES and low == high:
        return Judged("hedge-differs")
    if entry.signs & _SIDES and low == high == n:
        return Judged("hedge-differs", HALF)  # "nearly" and "just over" take a side, "about" takes none
    if entry.signs & _SIDES and not entry.signs >= _SIDES and "about" not in entry.signs:
        return Judged("hedge-differs", HALF if low == high == n else 0.0)
    if low == high == n:
        return RIGHT if "about" in entry.signs else Judged("hedge-dropped", HALF)
    if low is None or high is None:
        return Judged("bound-missing", HALF) if n in (low, high) else _wrong_number(entry, n)
    if low <= n <= high:
        in_band = n * (1 - BAND) <= low and high <= n * (1 + BAND)
        return RIGHT if in_band else Judged("band-too-wide")
    return _wrong_number(entry, n)


def _band(entry: Entry, row: FigureRow) -> Judged:
    low, high = entry.lower, entry.upper
    if (low, high) == (row.lower, row.upper):
        return Judged("hedge-differs", HALF) if entry.signs & (_SIDES | {"about"}) else RIGHT
    told = {n for n in (low, high) if n is not None}
    if len(told) == 1 and row.lower <= min(told) <= row.upper:
        return Judged("band-as-point")
    return Judged("number-differs")


def _exact(entry: Entry, row: FigureRow) -> Judged:
    n = row.lower
    if entry.lower == entry.upper == n:
        return Judged("hedge-differs", HALF) if entry.signs & (_SIDES | {"about"}) else RIGHT
    return Judged("bound-missing", HALF) if n in (entry.lower, entry.upper) else Judged("number-differs")


def _vague(entry: Entry, row: FigureRow) -> Judged:
    """No number stands in the text, so none may be put on it."""
    as_in_key = (entry.lower, entry.upper) == (row.lower, row.upper)
    return RIGHT if entry.unbounded or as_in_key else Judged("false-precision")


def _counts(row: FigureRow) -> bool:
    return row.unit not in ("percent", "%") and float(row.lower or row.upper or 0).is_integer()


def _wrong_number(entry: Entry, n: float) -> Judged:
    """A number close to the text's but spelt out finer pretends to know more than the text says."""
    told = [number for number in (entry.lower, entry.upper) if number is not None]
    near = all(abs(number - n) <= BAND * abs(n) for number in told)
    finer = any(_digits(number) > _digits(n) for number in told)
    return Judged("false-precision" if near and finer else "number-differs")


def _digits(number: float) -> int:
    return len(f"{abs(number):.10g}".replace(".", "").strip("0"))


RULES: dict[str, Callable[[Entry, FigureRow], Judged]] = {
    "above": _above,
    "below": _below,
    "about": _about,
    "band": _band,
    "exact": _exact,
    "vague": _vague,
}
