"""The questions that decide whether two recorded figures can be compared, each answered from their cells."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from dateline import lexicon
from dateline.dates import describe, elapsed, same
from dateline.kinds._hedges import signs_of
from dateline.kinds._label_words import stem
from dateline.kinds._ledger_words import words as meaning
from dateline.kinds._movement import movement_of
from dateline.plots.words import limits_in_words
from dateline.quantities import Bounds
from dateline.widgets.chart import said
from dateline.widgets.recorded_figure import RecordedFigure

State = Literal["same", "differs", "open", "note"]


@dataclass(frozen=True, slots=True)
class Check:
    """One question about two figures: how it stands, and why in one sentence."""

    name: str
    state: State
    why: str


def checks(one: RecordedFigure, other: RecordedFigure) -> list[Check]:
    """Return every question about two figures with its answer, in the order in which one asks them."""
    if units := _units(one, other):
        return [units, _date(one, other), _hedge(one, other)]
    found = [_population(one, other), _scope(one, other), _kind(one, other)]
    found += [_date(one, other), _hedge(one, other)]
    if one.planned or other.planned:
        found.append(_plan(one, other))
    return found


def in_order(one: RecordedFigure, other: RecordedFigure) -> tuple[RecordedFigure, RecordedFigure] | None:
    """Return the earlier and the later figure, or None where their dates do not settle which is which."""
    return _ordered(one, other, one.amount.as_of, other.amount.as_of)


def in_order_of_reports(
    one: RecordedFigure, other: RecordedFigure
) -> tuple[RecordedFigure, RecordedFigure] | None:
    """Return the figure of the earlier and of the later report, or None where that is not settled."""
    return _ordered(one, other, one.reported, other.reported)


def _ordered(
    one: RecordedFigure, other: RecordedFigure, first: str, second: str
) -> tuple[RecordedFigure, RecordedFigure] | None:
    if not first or not second:
        return None
    for start, end, pair in ((first, second, (one, other)), (second, first, (other, one))):
        least, _ = elapsed(start, end)
        if least is not None and least > 0:
            return pair
    return None


def _units(one: RecordedFigure, other: RecordedFigure) -> Check | None:
    """The check that fails where the units differ; a count may leave its unit unsaid, a share may not."""
    if one.measure == other.measure:
        return None
    if not (one.measure and other.measure) and not (one.is_measured or other.is_measured):
        return None
    names = [
        said("pair-unit", unit=each.measure) if each.measure else said("pair-unit-count")
        for each in (one, other)
    ]
    return Check("population", "differs", said("pair-unit-differs", first=names[0], second=names[1]))


def _population(one: RecordedFigure, other: RecordedFigure) -> Check:
    return _by_words("population", one.group[0], other.group[0])


def _scope(one: RecordedFigure, other: RecordedFigure) -> Check:
    first, second = one.group[1], other.group[1]
    told = _by_words("scope", first, second)
    # "in the north of" makes a part of the other
    beside = (_stems(first) ^ _stems(second)) & set(map(stem, lexicon.load("answers")["narrowing"]))
    if told.state == "open" and first and second and beside:
        return Check("scope", "differs", said("pair-scope-part", first=first, second=second))
    return told


def _by_words(name: str, first: str, second: str) -> Check:
    """Compare two cells by the words that carry meaning: where one says more, nothing is settled."""
    one, other = _stems(first), _stems(second)
    if not first.strip() or not second.strip():
        return Check(name, "open", said(f"pair-{name}-blank"))
    if one == other:
        return Check(name, "same", said(f"pair-{name}-same", first=first, second=second))
    if one < other or other < one:
        fuller, shorter = (second, first) if one < other else (first, second)
        return Check(name, "open", said(f"pair-{name}-more", fuller=fuller, shorter=shorter))
    return Check(name, "differs", said(f"pair-{name}-differs", first=first, second=second))


def _stems(text: str) -> frozenset[str]:
    """The words of a cell that carry meaning, without those that say only who comes, goes or stays."""
    return frozenset(map(stem, meaning(_moves().sub(" ", text))))


@cache
def _moves() -> re.Pattern[str]:
    lists = lexicon.load("answers")
    phrases = sorted([*lists["scope_going"], *lists["scope_staying"]], key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})\b", re.IGNORECASE)


def _kind(one: RecordedFigure, other: RecordedFigure) -> Check:
    if one.is_measured:
        return Check("kind", "same", said("pair-kind-measure", unit=one.measure))
    ways = [movement_of(" ".join(figure.group)) for figure in (one, other)]
    if ways.count("flow") == 2:
        return Check("kind", "same", said("pair-kind-flows"))
    if "flow" not in ways:
        return Check("kind", "same", said("pair-kind-stocks" if "stock" in ways else "pair-kind-unsaid"))
    flow, stock = (one, other) if ways[0] == "flow" else (other, one)
    state: State = "differs" if "stock" in ways else "open"
    return Check("kind", state, said(f"pair-kind-{state}", flow=flow, stock=stock))


def _date(one: RecordedFigure, other: RecordedFigure) -> Check:
    first, second = one.amount.as_of, other.amount.as_of
    if not first or not second:
        return Check("date", "open", said("pair-date-blank"))
    told = {"first": describe(first), "second": describe(second)}
    if same(first, second):
        return Check("date", "same", said("pair-date-same", **told))
    if ordered := in_order(one, other):
        days = elapsed(ordered[0].amount.as_of, ordered[1].amount.as_of)
        return Check("date", "note", said("pair-date-apart", apart=Bounds(*days).describe("day"), **told))
    return Check("date", "open", said("pair-date-open", **told))


def _hedge(one: RecordedFigure, other: RecordedFigure) -> Check:
    for figure in (one, other):
        if _unlike_limits(figure):
            told = said("pair-hedge-unlike", figure=figure, hedge=figure.amount.hedge)
            return Check("hedge", "open", told)
    pair = (one, other)
    is_open = any(None in (each.amount.lower, each.amount.upper) for each in pair)
    is_about = any(each.limits.approximate for each in pair)
    rules = [key for key, holds in (("open", is_open), ("about", is_about)) if holds] or ["exact"]
    told = said("pair-hedge", first=limits_in_words(one.amount), second=limits_in_words(other.amount))
    return Check("hedge", "note", " ".join([told, *(said(f"pair-hedge-{key}") for key in rules)]))


def _unlike_limits(figure: RecordedFigure) -> bool:
    """Whether the hedge opens an end, and both ends are the same number all the same."""
    one_number = figure.amount.lower is not None and figure.amount.lower == figure.amount.upper
    return one_number and bool(signs_of(figure.amount.hedge) & {"more", "less"})


def _plan(one: RecordedFigure, other: RecordedFigure) -> Check:
    if one.planned and other.planned:
        return Check("plan", "note", said("pair-plan-both"))
    return Check("plan", "open", said("pair-plan-one", plan=one if one.planned else other))
