"""Set an expression against the issue date: the dates it can mean, one for each possible day of issue.

An issue date may itself be imprecise. Then an expression is resolved for every day on which the text may
have appeared, and all the answers are kept (see writer.py for how they are written as one EDTF date).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache, singledispatch

from dateline.dates import calendars as cal
from dateline.dates.expressions import (
    Anchored,
    AnchoredOpen,
    Approximate,
    Bounded,
    Days,
    Exact,
    Expression,
    Now,
    Open,
    Range,
    Shift,
    Stretch,
    Unit,
    Weekday,
    Weekend,
    WeekOf,
    Yearless,
)
from dateline.dates.notation import PARTS_OF_YEAR, Part, months_from
from dateline.dates.precision import bounds, days
from dateline.dates.writer import hull, merge

_DAY = timedelta(days=1)
_LONG_WINDOW = 28  # from a month on, a bare weekday, day or month is one inside the window, where one fits
_FAR, _CLOSE = timedelta(days=330), timedelta(days=32)  # "ended on Oct. 22", written on 21 October
_UNITS = ("day", "week", "month", "year", "decade", "century")
_ANCHORED_UNITS = {"hour": "day", "fortnight": "week", "quarter": "month"}
_WIDEST = 400  # a wider window is resolved at its two ends only
_FINER = {"decade": "year", "century": "year", "year": "year", "month": "month", "quarter": "month"}


class NeedsAnchorError(Exception):
    """The text names no date from which the expression could be counted."""


@dataclass(frozen=True, slots=True)
class Issue:
    """The issue date: its EDTF, its first and last day, and each day that it may be."""

    edtf: str
    first: date
    last: date
    days: tuple[date, ...]

    @property
    def length(self) -> int:
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True)
class Setting:
    """What an expression is resolved against: the issue date, the tense, the date named before."""

    issue: Issue | None
    tense: str | None = None
    previous: Part | None = None


def issue_of(issued: str | date | None) -> Issue | None:
    """Read an issue date; raise ValueError, naming it, when it is no date with both ends.

    >>> issue_of("2018-12").length
    31
    """
    if issued is None:
        return None
    edtf = issued.isoformat()[:10] if isinstance(issued, date) else issued
    first, last = bounds(edtf)
    if first is None or last is None:
        raise ValueError(f"an issue date needs a first and a last day: {edtf!r}")
    if (last - first).days < _WIDEST:
        candidates = days(edtf) or {first + i * _DAY for i in range((last - first).days + 1)}
    else:
        candidates = {first, last}
    return Issue(edtf, first, last, tuple(sorted(candidates)))


@lru_cache(maxsize=2048)
def resolve(expression: Expression, setting: Setting) -> tuple[Part, ...]:
    """Return every date that the expression may mean; raise NeedsAnchorError when nothing settles it."""
    return tuple({part.text: part for part in _resolve(expression, setting)}.values())


@singledispatch
def _resolve(expression: Expression, setting: Setting) -> list[Part]:
    """Resolve for each possible day of issue; the sorts of expression that differ are registered below."""
    return [part for day in _issue(setting).days for part in _on_day(expression, day, setting)]


def _issue(setting: Setting) -> Issue:
    if setting.issue is None:
        raise NeedsAnchorError
    return setting.issue


@_resolve.register
def _(expression: Exact, setting: Setting) -> list[Part]:
    first, last = bounds(expression.edtf)
    return [Part(expression.edtf, first, last, _grain(expression.edtf))]


def _grain(edtf: str) -> str:
    if edtf[0] in "[{":
        return "set"
    if "/" in edtf:
        return "interval"
    return "decade" if "X" in edtf else {4: "year", 7: "month", 10: "day"}[len(edtf)]


@_resolve.register
def _(expression: Now, setting: Setting) -> list[Part]:
    issue = _issue(setting)
    return [Part(issue.edtf, issue.first, issue.last, _grain(issue.edtf))]


@_resolve.register
def _(expression: Open, setting: Setting) -> list[Part]:
    issue = _issue(setting)
    simple = issue.edtf[0] not in "[{" and "/" not in issue.edtf
    if expression.direction < 0:
        return [Part(f"../{issue.edtf if simple else issue.last.isoformat()}", None, issue.last, "interval")]
    return [Part(f"{issue.edtf if simple else issue.first.isoformat()}/..", issue.first, None, "interval")]


@_resolve.register
def _(expression: Weekday, setting: Setting) -> list[Part]:
    issue = _issue(setting)
    bare = expression.which is None and expression.week_offset is None
    if bare and _LONG_WINDOW <= issue.length < _WIDEST:
        return [cal.day_part(day) for day in issue.days if day.weekday() == expression.number]
    return [part for day in issue.days for part in _weekday_on(expression, day, setting.tense)]


@_resolve.register
def _(expression: Yearless, setting: Setting) -> list[Part]:
    if expression.anchored_year is not None:
        return _in_year(expression, _previous(setting).first.year + expression.anchored_year)
    issue = _issue(setting)
    if expression.which is None and expression.year_offset is None and issue.length >= _LONG_WINDOW:
        years = range(issue.first.year, issue.last.year + 1)
        ever = [part for year in years for part in _in_year(expression, year)]
        inside = [part for part in ever if issue.first <= part.first and part.last <= issue.last]
        if inside:
            return inside
    return [part for day in issue.days for part in _yearless_on(expression, day, setting.tense)]


@_resolve.register
def _(expression: Days, setting: Setting) -> list[Part]:
    first = Yearless(month=expression.month, day=expression.days[0])
    if expression.year is not None:
        years = [expression.year]
    else:
        years = sorted({part.first.year for part in resolve(first, setting)})
    return [_days_in(expression, year) for year in years]


def _days_in(expression: Days, year: int) -> Part:
    listed = sorted(date(year, expression.month, day) for day in expression.days)
    names = [day.isoformat() for day in listed]
    if expression.shape == "run":
        return cal.run_part(listed[0], listed[-1])
    opening, closing = "[]" if expression.shape == "one of" else "{}"
    return Part(f"{opening}{','.join(names)}{closing}", listed[0], listed[-1], "set")


@_resolve.register
def _(expression: Anchored, setting: Setting) -> list[Part]:
    before = _previous(setting)
    unit = _ANCHORED_UNITS.get(expression.unit, expression.unit)
    own = before.grain if before.grain in _UNITS else "day"
    if _UNITS.index(own) > _UNITS.index(unit):  # a day counted from a mere month
        if expression.count:
            raise NeedsAnchorError
        return [before]  # "that day"
    if before.grain == "set" and (candidates := days(before.text)):
        return [_counted(expression, unit, day) for day in sorted(candidates)]
    ends = [_counted(expression, unit, end) for end in (before.first, before.last)]
    return ends[:1] if ends[0].text == ends[1].text else [_from_to(*ends)]


def _counted(expression: Anchored, unit: str, day: date) -> Part:
    return cal.unit_part(unit, cal.shifted(day, expression.count, expression.unit))


@_resolve.register
def _(expression: AnchoredOpen, setting: Setting) -> list[Part]:
    before = _previous(setting)
    return [_from_to(before, None) if expression.direction > 0 else _from_to(None, before)]


def _previous(setting: Setting) -> Part:
    before = setting.previous
    if before is None or before.first is None or before.last is None:
        raise NeedsAnchorError
    return before


def _from_to(start: Part | None, end: Part | None) -> Part:
    """Return the stretch from one date to another; None leaves its end open."""
    text = f"{_end_text(start, 0) if start else '..'}/{_end_text(end, 1) if end else '..'}"
    return Part(text, start.first if start else None, end.last if end else None, "interval")


@_resolve.register
def _(expression: Bounded, setting: Setting) -> list[Part]:
    whole = hull(resolve(expression.inner, setting))
    return [_from_to(whole, None) if expression.opens == "after" else _from_to(None, whole)]


def _end_text(part: Part, end: int) -> str:
    """Return how one end of a date is written inside an interval."""
    if "/" in part.text:
        return part.text.split("/")[end]
    return part.text if part.grain != "set" else (part.first, part.last)[end].isoformat()


@_resolve.register
def _(expression: Range, setting: Setting) -> list[Part]:
    if setting.tense == "future" or not isinstance(expression.end, (Weekday, Yearless)):
        start = hull(resolve(expression.start, setting))
        end = hull(resolve(expression.end, _seen_from(start, expression.end, setting)))
    else:
        end = hull(resolve(expression.end, setting))
        start = hull(resolve(expression.start, _seen_from(end, expression.start, setting)))
    if start.first and end.last and start.first > end.last:
        raise ValueError("a range that runs backwards")
    return [_from_to(start, end)]


def _seen_from(other: Part, expression: Expression, setting: Setting) -> Setting:
    """Look for one end of a range from the other: the Wednesday after that Monday."""
    setting = replace(setting, tense=setting.tense or "past")
    if not isinstance(expression, (Weekday, Yearless)) or other.grain not in ("day", "month"):
        return setting
    day = other.first
    return replace(setting, issue=Issue(day.isoformat(), day, day, (day,)))


@_resolve.register
def _(expression: WeekOf, setting: Setting) -> list[Part]:
    return [_week_of(part, expression.weekend) for part in resolve(expression.inner, setting)]


def _week_of(part: Part, weekend: bool) -> Part:
    if part.grain != "day":
        return part
    week = cal.week_part(part.first)
    return replace(cal.run_part(week.last - _DAY, week.last), grain="weekend") if weekend else week


@_resolve.register
def _(expression: Approximate, setting: Setting) -> list[Part]:
    return [_hedged(part) for part in resolve(expression.inner, setting)]


def _hedged(part: Part) -> Part:
    if part.grain in ("set", "interval"):
        return part
    return replace(part, text=part.text + "~", qualifier="~")


@singledispatch
def _on_day(expression: Expression, day: date, setting: Setting) -> list[Part]:
    """Resolve an expression for one day of issue."""
    raise TypeError(f"no rule for {expression!r}")


@_on_day.register
def _(expression: Unit, day: date, setting: Setting) -> list[Part]:
    first_of_unit = cal.unit_part(expression.unit, day).first
    return [cal.unit_part(expression.unit, cal.shifted(first_of_unit, expression.offset, expression.unit))]


@_on_day.register
def _(expression: Shift, day: date, setting: Setting) -> list[Part]:
    target = cal.shifted(day, expression.count, expression.unit)
    if expression.grain:
        return [cal.unit_part(expression.grain, target)]
    if expression.unit in ("decade", "century"):
        part = cal.unit_part("year" if expression.unit == "decade" else "decade", target)
        part = part if expression.hedge in ("<", ">") else _hedged(part)
    else:
        part = cal.unit_part("day" if expression.unit == "hour" else expression.unit, target)
    if expression.hedge in ("", "~"):
        return [_hedged(part) if expression.hedge and not part.qualifier else part]
    return [_beyond(part, day, outward=expression.hedge == ">", past=expression.count < 0)]


def _beyond(part: Part, day: date, *, outward: bool, past: bool) -> Part:
    """Write "more than two years ago" (outward) or "less than …" as a stretch with that bound."""
    near = None if outward else cal.day_part(day)
    return _from_to(near, part) if outward == past else _from_to(part, near)


@_on_day.register
def _(expression: Stretch, day: date, setting: Setting) -> list[Part]:
    grain = _FINER.get(expression.unit, "day")
    if expression.unit == "year" and abs(expression.count) == 1:
        grain = "month"
    far = cal.unit_part(grain, cal.shifted(day, expression.count, expression.unit))
    near = cal.unit_part(grain, day)
    if expression.hedge == ">":
        return [Part(f"../{near.text}", None, near.last, "interval")]
    far = _hedged(far) if expression.hedge == "~" else far
    start, end = (far, near) if expression.count < 0 else (near, far)
    return [Part(f"{start.text}/{end.text}", start.first, end.last, "interval")]


@_on_day.register
def _(expression: Weekend, day: date, setting: Setting) -> list[Part]:
    saturday = day + _DAY * (5 - day.weekday() if day.weekday() < 6 else -1)
    which = expression.which
    if which is None and setting.tense != "future":
        which = 0 if day.weekday() >= 5 else -1
    saturdays = [saturday + 7 * _DAY * {-1: -1, 1: 1}.get(which, 0)]
    if which == 1 and day.weekday() < 5:
        saturdays.insert(0, saturday)  # usage is divided between the coming one and the one after
    return [replace(cal.run_part(each, each + _DAY), grain="weekend") for each in saturdays]


def _weekday_on(expression: Weekday, day: date, tense: str | None) -> list[Part]:
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


def _yearless_on(expression: Yearless, day: date, tense: str | None) -> list[Part]:
    if expression.year_offset is not None:
        return _in_year(expression, day.year + expression.year_offset)
    if expression.which == 0:
        turn_of_year = expression.season == 24 and day.month <= 2
        return _in_year(expression, day.year - turn_of_year)
    nearby = [part for year in range(day.year - 8, day.year + 9) for part in _in_year(expression, year)]
    if expression.which == -1:
        return [p for p in nearby if p.last < day][-1:]
    if expression.which is not None:
        return [p for p in nearby if p.first > day][:1]
    return _nearest(nearby, day, tense, exact=expression.day is not None)


def _nearest(nearby: list[Part], day: date, tense: str | None, *, exact: bool) -> list[Part]:
    """Return the latest or the next occurrence, by tense; both where the tense points to one a year away."""
    past = [p for p in nearby if p.first <= day][-1:]
    future = [p for p in nearby if p.last >= day][:1]
    if tense is None and past and future:
        return past if day - past[0].last <= future[0].first - day else future
    chosen, other = (future, past) if tense == "future" else (past, future)
    if (
        exact
        and chosen
        and other
        and abs(chosen[0].first - day) > _FAR
        and abs(other[0].first - day) < _CLOSE
    ):
        return [*past, *future]
    return chosen


def _in_year(expression: Yearless, year: int) -> list[Part]:
    """Return the date in one year; nothing when that year has no such day."""
    if not 1 <= year <= date.max.year:
        return []
    if expression.season is not None:
        first, last = months_from(year, *PARTS_OF_YEAR[expression.season])
        return [Part(f"{year:04}-{expression.season}", first, last, "season")]
    if expression.holiday is not None:
        return [cal.day_part(cal.holiday(expression.holiday, year))]
    if expression.nth is not None:
        found = cal.nth_weekdays(year, expression.month, expression.weekday, expression.nth)
        return [merge([cal.day_part(each) for each in found])] if found else []
    if expression.day is None:
        return [cal.month_part(year, expression.month)]
    try:
        found = date(year, expression.month, expression.day)
    except ValueError:  # 29 February
        return []
    return [cal.day_part(found)] if expression.weekday in (None, found.weekday()) else []
