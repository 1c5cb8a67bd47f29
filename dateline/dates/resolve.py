"""Set an expression against the issue date: the dates it can mean, one for each possible day of issue.

An issue date may itself be imprecise. Then an expression is resolved for every day on which the text may
have appeared, and all the answers are kept (see writer.py for how they are written as one EDTF date).
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache, singledispatch

from dateline.dates import calendars as cal
from dateline.dates.counting import on_day
from dateline.dates.expressions import (
    Anchored,
    AnchoredOpen,
    AnchoredSeason,
    Approximate,
    Beside,
    Bounded,
    Days,
    Exact,
    Expression,
    FromEvent,
    InMonth,
    Now,
    Open,
    Range,
    Unit,
    UpTo,
    Weekday,
    WeekOf,
    Yearless,
)
from dateline.dates.notation import Part
from dateline.dates.occurrences import in_month, in_month_near, in_year, weekday_near, yearless_near
from dateline.dates.precision import bounds, days, precision
from dateline.dates.setting import WIDEST, Issue, NeedsAnchorError, Setting, needed_anchor, needed_issue
from dateline.dates.stretches import from_to, hedged
from dateline.dates.writer import hull

_DAY = timedelta(days=1)
_LONG_WINDOW = 28  # from a month on, a bare weekday, day or month is one inside the window, where one fits
_UNITS = ("day", "week", "month", "year", "decade", "century")
_ANCHORED_UNITS = {"hour": "day", "fortnight": "week", "quarter": "month"}


@lru_cache(maxsize=2048)
def resolve(expression: Expression, setting: Setting) -> tuple[Part, ...]:
    """Return every date that the expression may mean; raise NeedsAnchorError when nothing settles it."""
    return tuple({part.text: part for part in _resolve(expression, setting)}.values())


@singledispatch
def _resolve(expression: Expression, setting: Setting) -> list[Part]:
    """Resolve for each possible day of issue; the sorts of expression that differ are registered below."""
    return [part for day in needed_issue(setting).days for part in on_day(expression, day, setting)]


@_resolve.register
def _(expression: Unit, setting: Setting) -> list[Part]:
    starts = {cal.unit_part(expression.unit, day).first for day in needed_issue(setting).days}
    return [part for first in sorted(starts) for part in on_day(expression, first, setting)]


@_resolve.register
def _(expression: Exact, setting: Setting) -> list[Part]:
    first, last = bounds(expression.edtf)
    return [Part(expression.edtf, first, last, precision(expression.edtf))]


@_resolve.register
def _(expression: Now, setting: Setting) -> list[Part]:
    issue = needed_issue(setting)
    return [Part(issue.edtf, issue.first, issue.last, precision(issue.edtf))]


@_resolve.register
def _(expression: Open, setting: Setting) -> list[Part]:
    issue = needed_issue(setting)
    now = Part(issue.edtf, issue.first, issue.last, precision(issue.edtf))
    return [from_to(now, None) if expression.direction > 0 else from_to(None, now)]


@_resolve.register
def _(expression: Weekday, setting: Setting) -> list[Part]:
    issue = needed_issue(setting)
    bare = expression.which is None and expression.week_offset is None
    if bare and _LONG_WINDOW <= issue.length < WIDEST:
        return [cal.day_part(day) for day in issue.days if day.weekday() == expression.number]
    return [part for day in issue.days for part in weekday_near(expression, day, setting.tense)]


@_resolve.register
def _(expression: Yearless, setting: Setting) -> list[Part]:
    if expression.anchored_year is not None:
        return in_year(expression, needed_anchor(setting).first.year + expression.anchored_year)
    issue = needed_issue(setting)
    if expression.which is None and expression.year_offset is None and issue.length >= _LONG_WINDOW:
        years = range(issue.first.year, issue.last.year + 1)
        ever = [part for year in years for part in in_year(expression, year)]
        inside = [part for part in ever if issue.first <= part.first and part.last <= issue.last]
        if inside:
            return inside
    return [part for day in issue.days for part in yearless_near(expression, day, setting.tense)]


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
    before = needed_anchor(setting)
    unit = _ANCHORED_UNITS.get(expression.unit, expression.unit)
    own = before.grain if before.grain in _UNITS else "day"
    if _UNITS.index(own) > _UNITS.index(unit):  # a day counted from a mere month
        if expression.count:
            raise NeedsAnchorError
        return [before]  # "that day"
    if before.grain == "set" and (candidates := days(before.text)):
        return [_counted(expression, unit, day) for day in sorted(candidates)]
    ends = [_counted(expression, unit, end) for end in (before.first, before.last)]
    return ends[:1] if ends[0].text == ends[1].text else [from_to(*ends)]


def _counted(expression: Anchored, unit: str, day: date) -> Part:
    return cal.unit_part(unit, cal.shifted(day, expression.count, expression.unit))


@_resolve.register
def _(expression: AnchoredSeason, setting: Setting) -> list[Part]:
    last = needed_anchor(setting).last
    if last is None:
        raise NeedsAnchorError
    near = (cal.season_part(last.year + ahead, expression.season) for ahead in (-1, 0, 1))
    return [next(part for part in near if part.first > last)]


@_resolve.register
def _(expression: AnchoredOpen, setting: Setting) -> list[Part]:
    before = needed_anchor(setting)
    return [from_to(before, None) if expression.direction > 0 else from_to(None, before)]


@_resolve.register
def _(expression: FromEvent, setting: Setting) -> list[Part]:
    raise NeedsAnchorError


@_resolve.register
def _(expression: Beside, setting: Setting) -> list[Part]:
    parts = resolve(expression.inner, setting)
    if any(part.grain != "day" for part in parts) or expression.unit in ("decade", "century"):
        raise NeedsAnchorError
    return [_beside(expression, part.first) for part in parts]


def _beside(expression: Beside, day: date) -> Part:
    if expression.weekday is None:
        return cal.unit_part(expression.unit, cal.shifted(day, expression.count, expression.unit))
    away = (expression.count * (expression.weekday - day.weekday())) % 7 or 7
    return cal.day_part(day + _DAY * (expression.count * away))


@_resolve.register
def _(expression: UpTo, setting: Setting) -> list[Part]:
    return [_run_up(expression, part.last) for part in resolve(expression.inner, setting) if part.last]


def _run_up(expression: UpTo, last: date) -> Part:
    """Count back from the last day: the three months to the end of June begin on 1 April."""
    return cal.run_part(cal.shifted(last + _DAY, -expression.count, expression.unit), last)


@_resolve.register
def _(expression: InMonth, setting: Setting) -> list[Part]:
    if expression.offset is None and setting.previous and setting.previous.grain in ("day", "month"):
        told = setting.previous.first  # "arrived on May 3 and left on the 5th"
        return in_month(expression, told.year * 12 + told.month - 1)
    issue = needed_issue(setting)
    if expression.offset is None and _LONG_WINDOW <= issue.length < WIDEST:
        months = sorted({day.year * 12 + day.month - 1 for day in issue.days})
        return [part for month in months for part in in_month(expression, month)]
    return [part for day in issue.days for part in in_month_near(expression, day, setting.tense)]


@_resolve.register
def _(expression: Bounded, setting: Setting) -> list[Part]:
    whole = hull(resolve(expression.inner, setting))
    return [from_to(whole, None) if expression.opens == "after" else from_to(None, whole)]


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
    return [from_to(start, end)]


def _seen_from(other: Part, expression: Expression, setting: Setting) -> Setting:
    """Look for one end of a range from the other: the Wednesday after that Monday."""
    setting = setting._replace(tense=setting.tense or "past")
    if not isinstance(expression, (Weekday, Yearless)) or other.grain not in ("day", "month"):
        return setting
    if isinstance(expression, Yearless) and expression.year_offset is not None:
        return setting  # "last year" is counted from the report
    day = other.first
    return setting._replace(issue=Issue(day.isoformat(), day, day, (day,)))


@_resolve.register
def _(expression: WeekOf, setting: Setting) -> list[Part]:
    return [_week_of(part, expression) for part in resolve(expression.inner, setting)]


def _week_of(part: Part, expression: WeekOf) -> Part:
    if part.grain != "day":
        return part
    if expression.begins:
        return cal.run_part(part.first, part.first + 6 * _DAY)
    week = cal.week_part(part.first)
    weekend = cal.run_part(week.last - _DAY, week.last)._replace(grain="weekend")
    return weekend if expression.weekend else week


@_resolve.register
def _(expression: Approximate, setting: Setting) -> list[Part]:
    return [hedged(part) for part in resolve(expression.inner, setting)]
