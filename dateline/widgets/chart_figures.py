"""The figures that a learner recorded, as rows to draw and to compare; what cannot be drawn is named."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dateline.cases import Case
from dateline.dates import bounds, describe, is_edtf
from dateline.errors import KitError
from dateline.kinds._ledger_rows import COLUMNS
from dateline.kinds._shared import as_rows, listed
from dateline.plots.rows import amount_of
from dateline.plots.words import limits_in_words
from dateline.widgets.chart import Given, Reading, said
from dateline.widgets.chart_events import is_planned
from dateline.widgets.recorded_figure import COUNT, RecordedFigure, is_ahead

LARGEST = 10**15  # a page holds whole numbers exactly up to about here


def read_figures(given: Sequence[Given]) -> tuple[Reading, dict[str, RecordedFigure]]:
    """Return the figures of all answers as rows to draw, and by their ids as figures to compare.

    A figure without an as-of date is a row too; what is missing in it is told among the faults.

    >>> read_figures([Given([{"label": "ships", "lower": 40, "as_of": "2020"}])])[0].rows[0]["told"]
    'from 40, with no upper bound'
    """
    reading, blank, undated = Reading([], []), [], []
    figures: dict[str, RecordedFigure] = {}
    for each in given:
        for number, row in _rows(each, reading.faults):
            name = _name(each.exercise, number)
            figure = _figure(row, name, reading.faults)
            if figure is None:
                continue
            if figure.amount.lower is None and figure.amount.upper is None:
                blank.append(name)
                continue
            id = f"{each.exercise}:{number}"
            figures[id] = figure
            reading.rows.append({"id": id, **_drawn(figure, name)})
            undated += [] if figure.amount.as_of else [name]
    if blank:
        reading.faults.append(said("chart-no-number", names=listed(blank)))
    if undated:
        reading.faults.append(said("chart-no-as-of", names=listed(undated)))
    reading.rows.sort(key=_when)
    return reading, figures


def _when(row: Mapping[str, Any]) -> tuple[bool, int, int]:
    first, last = row["first"], row["last"]
    known = [day for day in (first, last) if day is not None]
    return (not known, max(known, default=0), min(known, default=0))


def _name(exercise: str, number: int) -> str:
    key = "chart-row-of" if exercise else "chart-row"
    return said(key, exercise=exercise, number=number)


def _rows(given: Given, faults: list[str]) -> Iterator[tuple[int, Mapping[str, Any]]]:
    beside = _beside(given.exercise, given.case) if given.exercise and given.case else {}
    for number, row in enumerate(_listed(given, faults), start=1):
        if isinstance(row, Mapping):
            yield number, {**beside, **row}
        else:
            faults.append(said("chart-no-row", name=_name(given.exercise, number)))


def _listed(given: Given, faults: list[str]) -> list[Any]:
    if isinstance(given.answer, list):
        return given.answer
    rows, _ = as_rows(given.answer, COLUMNS)
    if not rows:
        lead = f"{given.exercise}: " if given.exercise else ""
        faults.append(f"{lead}{said('chart-no-rows')}")
    return rows


def _beside(exercise: str, case: Case) -> dict[str, Any]:
    """What a ledger's rows do not say themselves: the report that they are taken from, and its date."""
    source = case.exercises[exercise].arguments["source"]
    return {"source": source, "reported": case.sources[source].date}


def _figure(row: Mapping[str, Any], name: str, faults: list[str]) -> RecordedFigure | None:
    try:
        amount = amount_of(row, COUNT)
    except KitError as fault:
        faults.append(f"{name}: {fault}")
        return None
    if any(end is not None and abs(end) > LARGEST for end in (amount.lower, amount.upper)):
        faults.append(said("chart-too-large", name=name))
        return None
    if amount.lower is not None and amount.upper is not None and amount.lower > amount.upper:
        lower, upper = (f"{end:,.10g}" for end in (amount.lower, amount.upper))
        faults.append(said("chart-crossed", name=name, lower=lower, upper=upper))
        return None
    counted, scope, reported = (_cell(row.get(each)) for each in ("counted", "scope", "reported"))
    counted = counted or ("" if scope else _cell(row.get("label")))
    planned = amount.planned or is_planned(row) or is_ahead(f"{counted} {scope}")
    dated = reported if is_edtf(reported) else ""
    return RecordedFigure(amount, counted, scope, planned, _cell(row.get("paragraph")), dated)


def _cell(value: Any) -> str:
    return "" if value is None else str(value).strip()


def _drawn(figure: RecordedFigure, name: str) -> dict[str, Any]:
    """A figure as the page draws it; days are counted from the first of January of the year 1."""
    amount = figure.amount
    first, last = bounds(amount.as_of) if amount.as_of else (None, None)
    lower, upper = amount.drawn
    paragraph = f"para. {figure.paragraph}" if figure.paragraph else ""
    place = ", ".join(part for part in (amount.source, paragraph) if part)
    told = limits_in_words(amount)
    return {
        "label": amount.label,
        "place": place or name,
        "told": said("figures-told", told=told, unit=amount.unit) if figure.measure else told,
        "unit": figure.measure,
        "lower": amount.lower,
        "upper": amount.upper,
        "low": lower,
        "high": upper,
        "approximate": amount.approximate,
        "planned": figure.planned,
        "as_of": amount.as_of,
        "as_of_told": describe(amount.as_of) if amount.as_of else said("chart-undated"),
        "first": None if first is None else first.toordinal(),
        "last": None if last is None else last.toordinal(),
        "source": amount.source,
    }
