"""Ask what an EDTF date claims: its bounds, its candidate days, and how it compares with another.

Every function takes EDTF strings and raises only ValueError, naming the string, when one is no EDTF date
or lies outside the years 1 to 9999.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from dateline.dates.notation import GRAINS, Notation, Part, parse

Span = tuple[date | None, date | None]
_DAY = timedelta(days=1)
_MOST_DAYS = 3700  # a set of more days than a decade holds is not spelt out


def is_edtf(text: str) -> bool:
    """Tell whether a string is an EDTF date that this kit can place.

    >>> is_edtf("2018-12-XX"), is_edtf("2018-13"), is_edtf("December 2018")
    (True, False, False)
    """
    try:
        parse(text)
    except (ValueError, TypeError):
        return False
    return True


def bounds(text: str) -> Span:
    """Return the earliest and latest day an EDTF date allows, None for an open or unknown end.

    Seasons are the northern, meteorological ones: spring is March to May, and winter 2018 (`2018-24`)
    is December 2018 to February 2019.

    >>> bounds("2018-21")
    (datetime.date(2018, 3, 1), datetime.date(2018, 5, 31))
    >>> bounds("2018-12-21/..")
    (datetime.date(2018, 12, 21), None)
    """
    parsed = parse(text)
    if parsed.shape == "interval":
        return parsed.parts[0].first, parsed.parts[1].last
    firsts, lasts = [p.first for p in parsed.parts], [p.last for p in parsed.parts]
    return (None if None in firsts else min(firsts)), (None if None in lasts else max(lasts))


@lru_cache(maxsize=1024)
def spans(text: str) -> tuple[Span, ...]:
    """Return the separate runs of days an EDTF date allows, in order; neighbouring runs are joined.

    >>> len(spans("[2018-12-05,2018-12-12]")), len(spans("[2018-12-05,2018-12-06]"))
    (2, 1)
    """
    parsed = parse(text)
    if parsed.shape == "interval":
        return (bounds(text),)
    ordered = sorted(((p.first, p.last) for p in parsed.parts), key=lambda s: s[0] or date.min)
    joined: list[Span] = []
    for first, last in ordered:
        if joined and _touches(joined[-1], first):
            first, last = joined[-1][0], _later(joined.pop()[1], last)
        joined.append((first, last))
    return tuple(joined)


def _touches(span: Span, first: date | None) -> bool:
    return span[1] is None or first is None or first.toordinal() <= span[1].toordinal() + 1


def _later(one: date | None, other: date | None) -> date | None:
    return None if one is None or other is None else max(one, other)


def days(text: str) -> set[date] | None:
    """Return the candidate days of a day or of a set of days; None when the date names no single days.

    >>> sorted(d.day for d in days("[2018-12-05,2018-12-12]"))
    [5, 12]
    >>> days("2018-12") is None
    True
    """
    parsed = parse(text)
    if parsed.shape == "interval" or not all(_is_days(p) for p in parsed.parts):
        return None
    return {p.first + i * _DAY for p in parsed.parts for i in range((p.last - p.first).days + 1)}


def _is_days(part: Part) -> bool:
    if part.grain == "day":
        return True
    counted = part.grain == "range" and part.first and part.last
    return bool(counted) and part.text.count("-") >= 4 and (part.last - part.first).days < _MOST_DAYS


def precision(text: str) -> str:
    """Name how precise an EDTF date is: day, month, season, year, decade, century, set or interval.

    Quarters and halves of a year count as "season". A set of one is as precise as its member.

    >>> [precision(s) for s in ("2018-12-XX", "201X", "[2018-12-05,2018-12-12]", "2018/..")]
    ['month', 'decade', 'set', 'interval']
    """
    return _precision(parse(text))


def _precision(parsed: Notation) -> str:
    if parsed.shape == "interval":
        return "interval"
    only = parsed.parts[0] if len(parsed.parts) == 1 else None
    return "set" if only is None or only.grain == "range" else only.grain


def same(one: str, other: str) -> bool:
    """Tell whether two EDTF dates mean the same days, with the same doubt about them.

    The order in a set does not matter, nor whether a month is written `2018-12` or `2018-12-XX`, nor
    whether the spring is `2018-21` or March to May. "One of" and "all of" are not the same.

    >>> same("2018-12", "2018-12-XX"), same("2018-21", "2018-03/2018-05"), same("2018", "2018~")
    (True, True, False)
    """
    return _meaning(one) == _meaning(other)


def _meaning(text: str) -> tuple:
    parsed, runs = parse(text), spans(text)
    every = parsed.shape == "all of" and (len(runs) > 1 or runs[0][0] != runs[0][1])
    return runs, every, frozenset(p.qualifier for p in parsed.parts) - {""}


@lru_cache(maxsize=4096)
def within(one: str, other: str) -> bool:
    """Tell whether every day that `one` allows is also allowed by `other`.

    >>> within("2018-12-19", "[2018-12-12,2018-12-19]"), within("2018-12", "2018-12-19")
    (True, False)
    """
    return all(any(_inside(inner, outer) for outer in spans(other)) for inner in spans(one))


def _inside(inner: Span, outer: Span) -> bool:
    starts = outer[0] is None or (inner[0] is not None and inner[0] >= outer[0])
    ends = outer[1] is None or (inner[1] is not None and inner[1] <= outer[1])
    return starts and ends


def finer(one: str, other: str) -> bool:
    """Tell whether `one` claims more precision than `other`, wherever the two lie.

    Two plain dates are compared by grain, so February is not finer than March; otherwise the number of
    days that each allows decides.

    >>> finer("2018-12-19", "2018-12"), finer("2018-02", "2018-03")
    (True, False)
    """
    grains = precision(one), precision(other)
    if all(grain in GRAINS for grain in grains):
        return GRAINS.index(grains[0]) < GRAINS.index(grains[1])
    return _size(one) < _size(other)


def _size(text: str) -> float:
    runs = spans(text)
    if any(None in run for run in runs):
        return float("inf")
    return sum((last - first).days + 1 for first, last in runs)


def elapsed(one: str, other: str) -> tuple[int | None, int | None]:
    """Return the fewest and the most days from `one` to `other`; None where an open end sets no limit.

    A negative number means that `other` may come first.

    >>> elapsed("2018-12", "2019-10-21")
    (294, 324)
    """
    (first, last), (other_first, other_last) = bounds(one), bounds(other)
    return _days_from(last, other_first), _days_from(first, other_last)


def _days_from(start: date | None, end: date | None) -> int | None:
    return None if start is None or end is None else (end - start).days
