"""Why two recorded figures can or cannot be compared, and what follows, told from their own cells alone.

No key is read here. Where the cells do not settle a question it stays open, and what would follow is told
with its "if".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from dateline.dates import same
from dateline.quantities import Bounds, relation, share, subtract
from dateline.widgets.chart import said
from dateline.widgets.figure_checks import Check, checks, in_order, in_order_of_reports
from dateline.widgets.recorded_figure import RecordedFigure


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures compared: all `checks`, the `outcome`, and it in words."""

    checks: tuple[Check, ...]
    outcome: Literal["comparable", "not comparable", "cannot tell"]
    told: str

    def as_page(self, ids: list[str]) -> dict[str, Any]:
        """Return the comparison as the page shows it, with the ids of the two figures."""
        rows = [
            {"question": said(f"pair-ask-{check.name}"), "state": check.state, "why": check.why}
            for check in self.checks
        ]
        return {"pair": ids, "checks": rows, "outcome": self.outcome, "told": self.told}


def compare(one: RecordedFigure, other: RecordedFigure) -> Pair:
    """Compare two figures: is it the same population, scope, kind of number and date, and what follows?

    >>> from dateline.plots.rows import Amount
    >>> before = Amount("ships", 40, None, "2020-01", hedge="more than", unit="count")
    >>> after = Amount("ships", 30, 30, "2020-05-02", unit="count")
    >>> pair = compare(*(RecordedFigure(each, "ships", "in the port of Oslo") for each in (before, after)))
    >>> pair.outcome, pair.told.split(": ")[-1]
    ('comparable', 'it fell by more than 10. What is left is less than 75 percent of what was there before.')
    """
    found = tuple(checks(one, other))
    if unlike := _reasons(found, "differs"):
        return Pair(found, "not comparable", said("pair-not", reasons=unlike))
    follows = _follows(one, other)
    if doubtful := _reasons(found, "open"):
        return Pair(found, "cannot tell", said("pair-open", reasons=doubtful, follows=follows))
    return Pair(found, "comparable", said("pair-yes", follows=follows))


def _reasons(found: tuple[Check, ...], state: str) -> str:
    return ", ".join(said(f"pair-reason-{check.name}") for check in found if check.state == state)


def _follows(one: RecordedFigure, other: RecordedFigure) -> str:
    """What the two say together, if they may be compared: a change, agreement or conflict."""
    times = one.amount.as_of, other.amount.as_of
    unit = _unit(one)
    if all(times) and same(*times):
        clash = relation(one.limits, other.limits) == "contradicts"
        return said("pair-conflict" if clash else "pair-agree")
    if ordered := in_order(one, other):
        return _change(ordered[0].limits, ordered[1].limits, unit)
    if ordered := in_order_of_reports(one, other):
        return said("pair-by-report", follows=_change(ordered[0].limits, ordered[1].limits, unit))
    return _apart(one, other, unit)


def _apart(one: RecordedFigure, other: RecordedFigure, unit: str) -> str:
    """How far two figures lie apart of which none is known to be the earlier."""
    if relation(one.limits, other.limits) != "contradicts":
        return said("pair-unordered-fit")
    gap = subtract(one.limits, other.limits)
    larger, smaller = (one, other) if (gap.lower or 0) > 0 else (other, one)
    by = subtract(larger.limits, smaller.limits).describe(unit)
    return said("pair-unordered", larger=larger, smaller=smaller, by=by)


def _change(earlier: Bounds, later: Bounds, unit: str) -> str:
    if earlier == later and earlier.lower == earlier.upper and not earlier.approximate:
        return said("pair-unchanged")
    rise, fall = subtract(later, earlier), subtract(earlier, later)
    if relation(earlier, later) != "contradicts":
        return said("pair-change-open", rise=rise.describe(unit))
    if fall.lower is None or fall.lower < 0:
        return said("pair-rise", rise=rise.describe(unit))
    return said("pair-fall", fall=fall.describe(unit)) + _left(earlier, later, unit)


def _left(earlier: Bounds, later: Bounds, unit: str) -> str:
    """The share that is left after a fall, of numbers that are not below zero."""
    if unit or not earlier.lower or any(end is not None and end < 0 for end in (later.lower, later.upper)):
        return ""
    return f" {said('pair-left', share=share(later, earlier).describe('percent'))}"


def _unit(figure: RecordedFigure) -> str:
    unit = figure.measure if figure.is_measured else ""
    return "percentage points" if unit == "percent" else unit.removesuffix("s")
