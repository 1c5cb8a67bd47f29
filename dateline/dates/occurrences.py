"""Find the weekday, month, season or holiday that a text means, near one day of issue."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache

from dateline.dates import calendars as cal
from dateline.dates.expressions import InMonth, Weekday, Yearless
from dateline.dates.notation import PARTS_OF_YEAR, Part, months_from
from dateline.dates.writer import merge

_DAY = timedelta(days=1)
_REACH, _REACH_RARE = 2, 8  # years to either side; 29 February or Friday the 13th may be further off
_FAR, _CLOSE = timedelta(days=330), timedelta(days=32)  # "ended on Oct. 22", written on 21 October


def weekday_near(expression: Weekday, day: date, tense: str | None) -> list[Part]:
    """Return the day that a weekday means for one day of issue; both where usage is divided."""
    back = (day.weekday() - expression.number) % 7
    monday = day - _DAY * day.weekday()
    which = expression.which
    if expression.week_offset is not None:
        return [cal.day_part(monday + _DAY * (7 * expression.week_offset + expression.number))]
    if which == 0:
        return [cal.day_part(monday + _DAY * expression.number)]
    if which is not None and which < 0:  # the last one, two ago, …; "a week ago" counts today as one
        latest = (back or 7) if which == -1 else back
        return [cal.day_part(day - _DAY * (latest + 7 * (-which - 1)))]
    ahead = day + _DAY * ((7 - back) if back or which else 0)
    if which == 1 and ahead <= monday + 6 * _DAY:  # "next Friday" on a Monday: usage is divided
        return [cal.day_part(ahead), cal.day_part(ahead + 7 * _DAY)]
    if which or tense == "future":
        return [cal.day_part(ahead)]
    return [cal.day_part(day - _DAY * back)]


def yearless_near(expression: Yearless, day: date, tense: str | None) -> Sequence[Part]:
    """Return the occurrence of a month, day, season or holiday that is meant for one day of issue."""
    if expression.year_offset is not None:
        return in_year(expression, day.year + expression.year_offset)
    if expression.which == 0:
        turn_of_year = expression.season == 24 and day.month <= 2
        return in_year(expression, day.year - turn_of_year)
    reach = (
        _REACH_RARE
        if expression.day and (expression.weekday is not None or expression.month == 2)
        else _REACH
    )
    years = range(day.year - reach, day.year + reach + 1)
    nearby = [part for year in years for part in in_year(expression, year)]
    if expression.which == -1:
        return [p for p in nearby if p.last < day][-1:]
    if expression.which is not None:
        return [p for p in nearby if p.first > day][:1]
    if expression.weekday is not None and expression.nth is None:  # the weekday settles the year
        return _nearest(nearby, day, None, exact=True)
    return _nearest(nearby, day, tense, exact=expression.day is not None)


def in_month_near(expression: InMonth, day: date, tense: str | None) -> list[Part]:
    """Return the day of a month that is counted from one day of issue, or is the nearest that fits."""
    this = day.year * 12 + day.month - 1
    if expression.offset is not None:
        return in_month(expression, this + expression.offset)
    nearby = [part for month in range(this - 2, this + 3) for part in in_month(expression, month)]
    return _nearest(nearby, day, tense, exact=False)


def in_month(expression: InMonth, month: int) -> list[Part]:
    """Return the day in one month, counted from the year 0; nothing when that month has no such day."""
    year, month = month // 12, month % 12 + 1
    if not 1 <= year <= date.max.year:
        return []
    if expression.day is None:
        found = cal.nth_weekdays(year, month, expression.weekday, expression.nth)
        return [merge([cal.day_part(each) for each in found])] if found else []
    last = months_from(year, month, 1)[1].day
    return [cal.day_part(date(year, month, expression.day))] if expression.day <= last else []


def _nearest(nearby: list[Part], day: date, tense: str | None, *, exact: bool) -> list[Part]:
    """Return the latest or the next occurrence, by tense; both where the tense points to one a year away."""
    past = [p for p in nearby if p.first <= day][-1:]
    future = [p for p in nearby if p.last >= day][:1]
    if tense is None and past and future:
        return past if day - past[0].last <= future[0].first - day else future
    if tense is None:
        return past or future
    chosen, other = (future, past) if tense == "future" else (past, future)
    if not (exact and chosen and other):
        return chosen
    strained = abs(chosen[0].first - day) > _FAR and abs(other[0].first - day) < _CLOSE
    return other if strained else chosen  # a report gives a day almost a year off its year


@lru_cache(maxsize=4096)
def in_year(expression: Yearless, year: int) -> tuple[Part, ...]:
    """Return the date in one year; nothing when that year has no such day."""
    if not 1 <= year <= date.max.year:
        return ()
    if expression.season is not None:
        first, last = months_from(year, *PARTS_OF_YEAR[expression.season])
        return (Part(f"{year:04}-{expression.season}", first, last, "season"),)
    if expression.holiday is not None:
        return (cal.day_part(cal.holiday(expression.holiday, year)),)
    if expression.nth is not None:
        found = cal.nth_weekdays(year, expression.month, expression.weekday, expression.nth)
        return (merge([cal.day_part(each) for each in found]),) if found else ()
    if expression.day is None:
        return (cal.month_part(year, expression.month),)
    try:
        found = date(year, expression.month, expression.day)
    except ValueError:  # 29 February
        return ()
    return (cal.day_part(found),) if expression.weekday in (None, found.weekday()) else ()
