"""The kind `plotted`: the table behind a drawing: figures with honest limits, dates and labels.

The answer is a DataFrame or rows {label, lower, upper, as_of, source}. In exercises.yaml, under `with:`

    figures:                              # rows of the key that must be drawn
      F23:
        label: [leaving, leave, withdraw] # the label must hold one of these words
        unlabelled: stock-for-flow        # message when it holds words of another figure instead of these;
                                          # drawn-label when it holds none
    besides: [F12, F38]                   # may be drawn too: no points, no cost

An open end must stay open (None, NaN or ""). "About n" is drawn as its band, or as n labelled "about".
Each figure is worth its limits (half), its date (a quarter), its source and its label (an eighth each). A row
that fits no figure costs as much as the limits of one earn.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from dateline.cases import Case, FigureRow
from dateline.findings import Finding
from dateline.kinds import _forms as forms
from dateline.kinds._drawn import (
    COLUMNS,
    UNLABELLED,
    Drawn,
    fit,
    judge_date,
    judge_label,
    judge_limits,
    judge_source,
    names,
    read,
)
from dateline.kinds._shared import as_rows, clipped, listed, message_doubts, row_doubts
from dateline.kinds._tally import PART, tally

WORTH = {"limits": 0.5, "as_of": 0.25, "source": 0.125, "label": 0.125}


class Asked(BaseModel):
    """What a figure's label must tell."""

    model_config = ConfigDict(extra="forbid")
    label: list[str] = []
    unlabelled: str = UNLABELLED


class Arguments(BaseModel):
    """The `with:` block; see the head of this module."""

    model_config = ConfigDict(extra="forbid")
    figures: dict[str, Asked] = Field(min_length=1)
    besides: list[str] = []


def form(arguments: Arguments, case: Case) -> forms.Form:
    """Return rows of a label, limits, a date and a report."""
    source = forms.one_of("source", case.sources)
    label = forms.text("label")
    return forms.list_of("", forms.row(label, *forms.limits(hedge=False), forms.date("as_of"), source))


def mark(answer: Any, case: Case, arguments: Arguments, others: Mapping[str, Any]) -> list[Finding]:
    """Mark the table behind a drawing.

    >>> from dateline import open_case
    >>> row = {"label": "at Al-Tanf", "lower": 200, "upper": 300, "as_of": "2019-10-21", "source": "S2"}
    >>> about = Arguments(figures={"F34": {"label": ["Al-Tanf"]}})
    >>> [f.key for f in mark([row], open_case("syria-withdrawal"), about, {})]
    ['part-right']
    """
    rows, problem = as_rows(_by_row(answer), COLUMNS)
    if not rows:
        return problem
    drawn = [each for number, row in enumerate(rows, start=1) if not (each := read(number, row)).blank]
    if not drawn:
        return [Finding("part-untried", "untried", possible=1)]
    figures = {id: case.key.by_id[id] for id in [*arguments.figures, *arguments.besides]}
    matched, rest = _matched(drawn, figures, arguments)
    absent = [id for id in arguments.figures if id not in matched]
    swapped = _swapped(absent, matched, figures)
    findings = []
    for id, each in sorted(matched.items(), key=lambda pair: pair[1].number):
        if id in arguments.figures:
            findings += _judged(each, figures[id], arguments, case)
        elif id in swapped:
            place = case.place(figures[swapped[id]])
            said = {"given": clipped(each.label)}
            findings.append(
                Finding("population-swapped", part=each.part, possible=1, params=said, place=place)
            )
        else:
            findings += _beside(each, figures[id], case)
    findings += [_extra(each, figures) for each in rest]
    missing = _missing([id for id in absent if id not in swapped.values()], case)
    return [_of_all(finding, len(arguments.figures)) for finding in tally(findings)] + missing


def _swapped(
    absent: list[str], matched: Mapping[str, Drawn], figures: Mapping[str, FigureRow]
) -> dict[str, str]:
    """Tell which figure beside the list stands in the place of one of the list with the same numeral."""
    found: dict[str, str] = {}
    for wanted in absent:
        for id in set(matched) - set(found):
            one, other = figures[wanted], figures[id]
            if one.source == other.source and {one.lower, one.upper} & {other.lower, other.upper} - {None}:
                found[id] = wanted
    return found


def _of_all(finding: Finding, count: int) -> Finding:
    """Count the rows that are right against all figures that were asked for."""
    return replace(finding, params={**finding.params, "of": count}) if finding.key == PART else finding


def _by_row(answer: Any) -> Any:
    """A dict of columns, from which pandas would make the table, is read as its rows."""
    columns = list(answer.values()) if isinstance(answer, Mapping) else []
    if not columns or not all(isinstance(each, list) and len(each) == len(columns[0]) for each in columns):
        return answer
    return [dict(zip(answer, cells, strict=True)) for cells in zip(*columns, strict=True)]


def _matched(
    drawn: list[Drawn], figures: Mapping[str, FigureRow], arguments: Arguments
) -> tuple[dict[str, Drawn], list[Drawn]]:
    """Give each figure the row that fits it best; words of the label decide between equal numerals.

    A row with the numeral of a figure that was asked for is another figure only if its label says so.
    """
    words = {id: asked.label for id, asked in arguments.figures.items()}
    pairs = [
        (fit(each, row, words.get(id, [])), id, each)
        for each in drawn
        for id, row in figures.items()
        if id in words or names(each, row) or not any(fit(each, figures[asked], []) >= 2 for asked in words)
    ]
    matched: dict[str, Drawn] = {}
    for score, id, each in sorted(pairs, key=lambda pair: -pair[0]):
        if score >= 1 and id not in matched and each not in matched.values():
            matched[id] = each
    return matched, [each for each in drawn if each not in matched.values()]


def _judged(drawn: Drawn, row: FigureRow, arguments: Arguments, case: Case) -> list[Finding]:
    place, asked = case.place(row), arguments.figures[row.id]
    others = [word for about in arguments.figures.values() for word in about.label]
    return [
        judge_limits(drawn, row, WORTH["limits"], place),
        judge_date(drawn, row, WORTH["as_of"], place),
        judge_source(drawn, row, WORTH["source"], place),
        judge_label(drawn, asked.label, others, asked.unlabelled, WORTH["label"], place),
    ]


def _beside(drawn: Drawn, row: FigureRow, case: Case) -> list[Finding]:
    """A figure beyond the list earns nothing, but false limits would still mislead."""
    limits = judge_limits(drawn, row, 0, case.place(row))
    note = Finding("drawn-besides", "note", drawn.part, params={"given": clipped(drawn.label)})
    return [note] if limits.verdict == "right" else [limits]


def _extra(drawn: Drawn, figures: Mapping[str, FigureRow]) -> Finding:
    known = any(fit(drawn, row, []) >= 2 for row in figures.values())
    if known:
        return Finding(
            "drawn-twice", part=drawn.part, earned=-WORTH["limits"], params={"given": clipped(drawn.label)}
        )
    return Finding(
        "drawn-extra", part=drawn.part, earned=-WORTH["limits"], params={"given": clipped(drawn.label)}
    )


def _missing(ids: list[str], case: Case) -> list[Finding]:
    if not ids:
        return []
    places = [place for id in ids if (place := case.place(case.key.by_id[id]))]
    where = listed(f"{place.source}, para. {place.paragraph}" for place in places)
    params = {"count": len(ids), "where": f" Look again at {where}." if places else ""}
    return [Finding("drawn-missing", possible=len(ids), params=params)]


def doubts(arguments: Arguments, case: Case) -> list[str]:
    """List what does not fit: rows that are no figures, and messages that are not there."""
    ids = [*arguments.figures, *arguments.besides]
    found = row_doubts(ids, case)
    found += [
        f"row {id} is no figure that can be drawn"
        for id in ids
        if id in case.key.by_id and getattr(case.key.by_id[id], "is_figure", None) is not True
    ]
    return found + message_doubts(asked.unlabelled for asked in arguments.figures.values())
