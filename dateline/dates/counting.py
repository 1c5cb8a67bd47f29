"""Count units of the calendar from one day of issue: last week, three days ago, the past decade."""

from __future__ import annotations

from datetime import date, timedelta
from functools import singledispatch

from dateline.dates import calendars as cal
from dateline.dates.expressions import Expression, Shift, Stretch, Unit, Weekend
from dateline.dates.notation import Part
from dateline.dates.setting import Setting
from dateline.dates.stretches import from_to, hedged

_DAY = timedelta(days=1)
_FINER = {"decade": "year", "century": "year", "year": "year", "month": "month", "quarter": "month"}


@singledispatch
def on_day(expression: Expression, day: date, setting: Setting) -> list[Part]:
    """Resolve an expression for one day of issue."""
    raise TypeError(f"no rule for {expression!r}")


@on_day.register
def _(expression: Unit, day: date, setting: Setting) -> list[Part]:
    first_of_unit = cal.unit_part(expression.unit, day).first
    return [cal.unit_part(expression.unit, cal.shifted(first_of_unit, expression.offset, expression.unit))]


@on_day.register
def _(expression: Shift, day: date, setting: Setting) -> list[Part]:
    target = cal.shifted(day, expression.count, expression.unit)
    if expression.grain:
        return [cal.unit_part(expression.grain, target)]
    if expression.unit in ("decade", "century"):
        part = cal.unit_part("year" if expression.unit == "decade" else "decade", target)
        part = part if expression.hedge in ("<", ">") else hedged(part)
    else:
        part = cal.unit_part("day" if expression.unit == "hour" else expression.unit, target)
    if expression.hedge in ("", "~"):
        return [hedged(part) if expression.hedge and not part.qualifier else part]
    return [_beyond(part, day, outward=expression.hedge == ">", past=expression.count < 0)]


def _beyond(part: Part, day: date, *, outward: bool, past: bool) -> Part:
    """Write "more than two years ago" (outward) or "less than …" as a stretch with that bound."""
    near = None if outward else cal.day_part(day)
    return from_to(near, part) if outward == past else from_to(part, near)


@on_day.register
def _(expression: Stretch, day: date, setting: Setting) -> list[Part]:
    grain = _FINER.get(expression.unit, "day")
    if expression.unit == "year" and abs(expression.count) == 1:
        grain = "month"
    far = cal.unit_part(grain, cal.shifted(day, expression.count, expression.unit))
    near = cal.unit_part(grain, day)
    if expression.hedge == ">":
        return [Part(f"../{near.text}", None, near.last, "interval")]
    far = hedged(far) if expression.hedge == "~" else far
    start, end = (far, near) if expression.count < 0 else (near, far)
    return [Part(f"{start.text}/{end.text}", start.first, end.last, "interval")]


@on_day.register
def _(expression: Weekend, day: date, setting: Setting) -> list[Part]:
    saturday = day + _DAY * (5 - day.weekday() if day.weekday() < 6 else -1)
    which = expression.which
    if which is None and setting.tense != "future":
        which = 0 if day.weekday() >= 5 else -1
    saturdays = [saturday + 7 * _DAY * {-1: -1, 1: 1}.get(which, 0)]
    if which == 1 and day.weekday() < 5:
        saturdays.insert(0, saturday)  # usage is divided between the coming one and the one after
    return [cal.run_part(each, each + _DAY)._replace(grain="weekend") for each in saturdays]
