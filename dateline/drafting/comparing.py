"""Candidate comparisons of a draft key: the same things at two dates, one numeral of two things."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from dateline.cases import FigureRow
from dateline.drafting.confirm import to_confirm
from dateline.drafting.figuring import Cells
from dateline.quantities import Bounds, relation, subtract

MOST = 24  # comparisons: more than a teacher can confirm in an hour beside the rest


def check_rows(figures: Iterable[FigureRow]) -> list[Cells]:
    """Return a row for each pair of figures that is worth comparing, those of one population first."""
    true = [row for row in figures if row.is_figure and not (row.lower is None and row.upper is None)]
    pairs = list(combinations(true, 2))
    rows = [row for one, other in pairs for row in _same_things(one, other)]
    rows += [row for one, other in pairs for row in _same_numeral(one, other)]
    return [{"id": f"K{number:02}", **row} for number, row in enumerate(rows[:MOST], start=1)]


def _bounds(row: FigureRow) -> Bounds:
    closed = row.lower_closed is not False, row.upper_closed is not False
    return Bounds(row.lower, row.upper, *closed, approximate=bool(row.approximate))


def _same_things(one: FigureRow, other: FigureRow) -> Iterator[Cells]:
    if one.source == other.source or not one.population or one.population != other.population:
        return
    first, second = _bounds(one), _bounds(other)
    differ = relation(first, second) == "contradicts"
    yield {
        "left": one.id,
        "right": other.id,
        "question": f"{_said(one)} in {one.source}, {_said(other)} in {other.source}: how do they stand?",
        "comparable": "yes",
        "comparable_accepted": "other date",
        "verdict": "changed" if differ else "agree",
        "verdict_accepted": "" if differ else "cannot tell | changed",
        **_change(first, second, differ),
        "unit": one.unit,
        "reason": "Both count the same, at two dates."
        + (" No value fits both." if differ else " The same value could fit both."),
        "wrong": "conflict=change-as-contradiction" if differ else "",
        "note": to_confirm("the same people or things, the same scope, stock or flow?"),
    }


def _change(first: Bounds, second: Bounds, differ: bool) -> Cells:
    """The limits of the change, the greater less the smaller, and how to say them."""
    if not differ:
        return {}
    fell = _edge(first) > _edge(second)
    change = subtract(first, second) if fell else subtract(second, first)
    hedge = change.describe().rsplit(" ", 1)[0] if change.lower != change.upper or change.approximate else ""
    return {
        "lower": "" if change.lower is None else f"{change.lower:.10g}",
        "upper": "" if change.upper is None else f"{change.upper:.10g}",
        "hedge": hedge if not any(letter.isdigit() for letter in hedge) else "",
    }


def _edge(bounds: Bounds) -> float:
    return bounds.lower if bounds.lower is not None else bounds.upper


def _same_numeral(one: FigureRow, other: FigureRow) -> Iterator[Cells]:
    """One numeral that counts two things, which is easily taken for one thing."""
    shared = {one.lower, one.upper} & {other.lower, other.upper} - {None}
    if not shared or max(shared) < 10 or not (one.counted and other.counted):
        return
    if (one.population or one.unit) == (other.population or other.unit):
        return
    yield {
        "left": one.id,
        "right": other.id,
        "question": f"{_said(one)} and {_said(other)}: is it the same number of the same things?",
        "comparable": "other population",
        "comparable_accepted": "other definition | not comparable",
        "verdict": "not comparable",
        "reason": f"The first counts {one.counted or one.unit}, the second {other.counted or other.unit}.",
        "wrong": "agree=same-numeral-same-thing | yes=same-numeral-same-thing",
        "note": to_confirm("two different things, whatever they are called?"),
    }


def _said(row: FigureRow) -> str:
    phrase = row.anchor.split(" #")[0]
    return phrase if not row.counted or row.counted in phrase else f"{phrase} {row.counted}"
