"""Candidate comparisons of a draft key: the same things at two dates, one numeral of two things."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from dateline.cases import FigureRow
from dateline.drafting.confirm import Cells, to_confirm
from dateline.quantities import Bounds, relation, subtract

TIME_UNITS = ("minute", "hour", "day", "week", "month", "year", "decade")
_FLOW = re.compile(
    r"^(?:who |that |which )?(?:(?:have|has|had|are|is|were|was|will|would|to|be|been|being) )*"
    r"(?:leav\w+|(?<!are )(?<!is )(?<!were )(?<!was )left|gone?|goes|going|went|mov\w+|withdr\w+|fle[ed]\w*"
    r"|flew|flown|sent|arriv\w+|return\w*|c[oa]me|kill\w*|hurt|injured|wounded|d[iy](?:ed|ing)|evacuat\w+"
    r"|stay\w*|lost)\b"
)
FAR = 50  # times as many
MOST = 24  # comparisons: more than a teacher can confirm in an hour beside the rest


def check_rows(figures: Iterable[FigureRow], part_of: Mapping[str, str] | None = None) -> list[Cells]:
    """Return a row for each pair of figures that is worth comparing, those of one population first.

    `part_of` names the whole of each figure that is a part; a part is not compared with its own whole.
    """
    true = [row for row in figures if row.is_figure and not (row.lower is None and row.upper is None)]
    wholes = part_of or {}
    pairs = [
        (a, b) for a, b in combinations(true, 2) if wholes.get(a.id) != b.id and wholes.get(b.id) != a.id
    ]
    rows = [row for one, other in pairs for row in same_things(one, other)]
    rows += [row for one, other in pairs for row in same_numeral(one, other)]
    return rows[:MOST]


def bounds_of(row: FigureRow) -> Bounds:
    """Return the limits of a row to reckon with."""
    closed = row.lower_closed is not False, row.upper_closed is not False
    return Bounds(row.lower, row.upper, *closed, approximate=bool(row.approximate))


def same_things(one: FigureRow, other: FigureRow) -> Iterator[Cells]:
    """Yield a row for two figures of one population in two reports, the earlier first."""
    if one.source == other.source or not one.population or one.population != other.population:
        return
    first, second = bounds_of(one), bounds_of(other)
    if max(_edge(first), _edge(second)) > FAR * min(_edge(first), _edge(second)):
        return  # 2,600 soldiers on an island and four who were hurt are not two counts of one thing
    if _FLOW.search(one.scope) or _FLOW.search(other.scope):
        yield _other_scope(one, other)
        return
    differ = relation(first, second) == "contradicts"
    yield {
        "left": one.id,
        "right": other.id,
        "question": how_they_stand(one, other),
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


def _other_scope(one: FigureRow, other: FigureRow) -> Cells:
    """Those who go, came to harm or stay behind are not all who are there."""
    return {
        "left": one.id,
        "right": other.id,
        "question": how_they_stand(one, other),
        "comparable": "flow against stock",
        "comparable_accepted": "other scope | other population",
        "verdict": "not comparable",
        "verdict_accepted": "cannot tell",
        "unit": one.unit,
        "reason": "One counts those who go, stay or come to harm, the other those who are there.",
        "wrong": "yes=stock-for-flow | changed=stock-for-flow",
        "note": to_confirm("a number of those who are there, or of those who go, stay or come to harm?"),
    }


def how_they_stand(one: FigureRow, other: FigureRow) -> str:
    """Return the question that a comparison asks."""
    return f"{said_of(one)} in {one.source}, {said_of(other)} in {other.source}: how do they stand?"


def _change(first: Bounds, second: Bounds, differ: bool) -> Cells:
    """The limits of the change, the greater less the smaller, and how to say them."""
    if not differ:
        return {}
    fell = _edge(first) > _edge(second)
    change = subtract(first, second) if fell else subtract(second, first)
    return {
        "lower": "" if change.lower is None else f"{change.lower:.10g}",
        "upper": "" if change.upper is None else f"{change.upper:.10g}",
        "hedge": hedge_of(change),
    }


def hedge_of(bounds: Bounds) -> str:
    """Return the words in front of a figure with these limits: "more than about"; "" for one without."""
    if bounds.lower == bounds.upper and not bounds.approximate:
        return ""
    hedge = bounds.describe().rsplit(" ", 1)[0]
    return "" if any(letter.isdigit() for letter in hedge) else hedge


def _edge(bounds: Bounds) -> float:
    return bounds.lower if bounds.lower is not None else bounds.upper


def same_numeral(one: FigureRow, other: FigureRow) -> Iterator[Cells]:
    """Yield a row for one numeral that counts two things, which is easily taken for one thing."""
    shared = {one.lower, one.upper} & {other.lower, other.upper} - {None}
    if not shared or max(shared) < 10 or not (_is_counted(one) and _is_counted(other)):
        return
    if (one.population or one.unit) == (other.population or other.unit) or one.counted == other.counted:
        return
    yield {
        "left": one.id,
        "right": other.id,
        "question": f"{said_of(one)} and {said_of(other)}: is it the same number of the same things?",
        "comparable": "other population",
        "comparable_accepted": "other definition | not comparable",
        "verdict": "not comparable",
        "reason": f"The first counts {one.counted or one.unit}, the second {other.counted or other.unit}.",
        "wrong": "agree=same-numeral-same-thing | yes=same-numeral-same-thing",
        "note": to_confirm("two different things, whatever they are called?"),
    }


def _is_counted(row: FigureRow) -> bool:
    """How long something lasts is no number of things."""
    return bool(row.counted) and not row.vague and row.unit not in TIME_UNITS


def said_of(row: FigureRow) -> str:
    """Return a figure with its noun, as a question may name it: "About 400 barrels"."""
    phrase = row.anchor.split(" #")[0]
    measured = row.unit and row.unit != row.counted and not row.population  # "5,000 tonnes" of grain
    if measured and row.unit != "percent":
        return f"{phrase} of {row.counted}" if row.counted not in phrase else phrase
    known = not row.counted or row.counted in phrase or (row.counted == row.unit and not row.population)
    return phrase if known else f"{phrase} {row.counted}"
