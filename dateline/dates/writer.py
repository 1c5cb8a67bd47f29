"""Write the dates that an expression may mean as one EDTF date, never finer than they allow."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from dateline.dates import calendars as cal
from dateline.dates.expressions import Expression, Now, Open
from dateline.dates.notation import Part

_MOST_LISTED = 14  # more candidate days than this are given as a month, a year, or a range


def merge(parts: Sequence[Part]) -> Part:
    """Return one Part for all the candidates: the only one, a set, or what holds them all.

    >>> merge([cal.day_part(date(2018, 12, 5)), cal.day_part(date(2018, 12, 12))]).text
    '[2018-12-05,2018-12-12]'
    """
    if len(parts) == 1:
        return parts[0]
    ordered = sorted(parts, key=lambda p: (p.first or date.min, p.last or date.max))
    grains = {p.grain for p in ordered}
    if grains == {"day"}:
        return _one_of_days([p.first for p in ordered])
    if grains == {"weekend"}:
        return _one_of_days(sorted({d for p in ordered for d in _days_of(p)}))
    if len(grains) == 1 and grains <= {"month", "year"} and not any(p.qualifier for p in ordered):
        return _one_of(ordered)
    return hull(ordered)


def hull(parts: Sequence[Part]) -> Part:
    """Return the stretch from the earliest to the latest candidate, or the only candidate.

    >>> hull([cal.month_part(2018, 3), cal.month_part(2018, 5)]).text
    '2018-03-01/2018-05-31'
    """
    if len(parts) == 1:
        return parts[0]
    firsts, lasts = [p.first for p in parts], [p.last for p in parts]
    first = None if None in firsts else min(firsts)
    last = None if None in lasts else max(lasts)
    text = f"{first.isoformat() if first else '..'}/{last.isoformat() if last else '..'}"
    return Part(text, first, last, "interval")


def _days_of(part: Part) -> list[date]:
    return [part.first + timedelta(days=i) for i in range((part.last - part.first).days + 1)]


def _one_of_days(days: list[date]) -> Part:
    first, last = days[0], days[-1]
    if (last - first).days == len(days) - 1:
        return Part(_run_of_days(first, last), first, last, "set")
    if len(days) <= _MOST_LISTED:
        return Part(f"[{','.join(d.isoformat() for d in days)}]", first, last, "set")
    for coarser in (cal.month_part(first.year, first.month), cal.year_part(first.year)):
        if last <= coarser.last:
            return coarser
    return Part(f"[{first.isoformat()}..{last.isoformat()}]", first, last, "set")


def _run_of_days(first: date, last: date) -> str:
    month, year = cal.month_part(first.year, first.month), cal.year_part(first.year)
    if (first, last) == (month.first, month.last):
        return f"{month.text}-XX"
    if (first, last) == (year.first, year.last):
        return f"{year.text}-XX-XX"
    joint = "," if last - first == timedelta(days=1) else ".."
    return f"[{first.isoformat()}{joint}{last.isoformat()}]"


def _one_of(parts: list[Part]) -> Part:
    """Write months or years as a set, a run of more than two as a range."""
    touching = all((b.first - a.last).days == 1 for a, b in pairwise(parts))
    names = [p.text for p in parts]
    inside = f"{names[0]}..{names[-1]}" if touching and len(names) > 2 else ",".join(names)
    return Part(f"[{inside}]", parts[0].first, parts[-1].last, "set")


def kind_of(expression: Expression, part: Part) -> str:
    """Name the kind of a mention: now, duration, set, day or span."""
    if isinstance(expression, Now):
        return "now"
    if isinstance(expression, Open):
        return "duration"
    if part.text[0] in "[{" or "XX-XX" in part.text or part.text.endswith("-XX"):
        return "set"
    return "day" if part.grain == "day" else "span"
