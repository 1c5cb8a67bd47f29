"""Join a distance to the date right after it: two days before June 3, the three months to June."""

from __future__ import annotations

from dateline.dates.expressions import Beside, Exact, Found, FromEvent, InMonth, UpTo, Weekday, Yearless

_FURTHEST = 16  # code points between the two; "before" with its blanks has fewer


def set_beside(text: str, found: list[Found]) -> list[Found]:
    """Join a distance to the date right after it: "two days before" June 3, the Wednesday "before" Easter."""
    beside: list[Found] = []
    for each in found:
        joined = _beside(text, beside[-1], each) if beside else None
        if joined:
            beside[-1] = joined
        else:
            beside.append(each)
    return [each for each in beside if not _unfinished(each)]


def _unfinished(found: Found) -> bool:
    return isinstance(found.expression, UpTo) and found.expression.inner is None


def _beside(text: str, one: Found, other: Found) -> Found | None:
    if other.start - one.end > _FURTHEST or not isinstance(other.expression, (Exact, Yearless, InMonth)):
        return None
    between = text[one.end : other.start].lower().split()
    if isinstance(one.expression, UpTo) and not between:
        return Found(one.start, other.end, UpTo(one.expression.count, one.expression.unit, other.expression))
    if isinstance(one.expression, FromEvent) and not between:
        expression = Beside(one.expression.count, one.expression.unit, other.expression)
        return Found(one.start, other.end, expression)
    if isinstance(one.expression, Weekday) and between in (["before"], ["after"]) and _names_day(other):
        sign = -1 if between == ["before"] else 1
        return Found(one.start, other.end, Beside(sign, "day", other.expression, one.expression.number))
    return None


def _names_day(found: Found) -> bool:
    expression = found.expression
    if isinstance(expression, Yearless):
        return expression.day is not None or expression.holiday is not None
    return isinstance(expression, Exact) and len(expression.edtf) == 10
