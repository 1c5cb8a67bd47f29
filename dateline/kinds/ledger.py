"""Marks a ledger of figures: bounds with their hedge, what is counted, its scope and its as-of date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import BaseModel, ConfigDict

from dateline.cases import Case, FigureRow
from dateline.findings import Finding, Place
from dateline.kinds import _forms as forms
from dateline.kinds._ledger_cells import judge_cells, told_cells
from dateline.kinds._ledger_pairs import Pairs, pair
from dateline.kinds._ledger_rows import COLUMNS, Entry, entry_of
from dateline.kinds._ledger_words import judge_counted, named_population
from dateline.kinds._misdating import RIGHT, Judged
from dateline.kinds._shared import as_rows, listed

WEIGHTS = {"paragraph": 0.5, "bounds": 2.0, "counted": 1.0, "scope": 1.0, "as_of": 1.0}
WHOLE_ROW = sum(WEIGHTS.values())
EXTRA = WHOLE_ROW / 2  # what a row costs that stands for no figure
MOST_ROWS = 100
REVIEWS = {"counted-to-read", "scope-to-read"}


OPEN = ("source",)  # arguments that give no answer away


class Arguments(BaseModel):
    """`source` whose figures are asked for; `rows` of the key that must be there (none named: all figures).

    Other figures of that source may be entered too; they neither earn nor cost.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)
    source: str
    rows: tuple[str, ...] = ()


def form(arguments: Arguments, case: Case) -> forms.Form:
    """Return rows of a figure: where it stands, its limits, what is counted, its scope and its date."""
    words = [forms.text("counted"), forms.text("scope"), forms.date("as_of")]
    return forms.list_of("", forms.row(forms.number("paragraph"), *forms.limits(), *words))


def mark(answer: Any, case: Case, arguments: Arguments, others: Mapping[str, Any]) -> list[Finding]:
    """Mark rows of {paragraph, lower, upper, hedge, counted, scope, as_of}; further columns are ignored.

    Rows are matched with the key by the best overall pairing of paragraph, numbers and what is counted, so
    their order does not matter. A row's bounds with the hedge have weight 2 (`_ledger_bounds.judge_bounds`
    says what is accepted), its paragraph a half, the other columns 1 each. A second, different row for the
    same figure costs a whole row, a row for a number that counts nothing half a row. Words that no rule
    knows go to a person.
    """
    rows, problems = as_rows(answer, COLUMNS)
    if not rows:
        return problems
    entries = [entry_of(row, number) for number, row in enumerate(rows[:MOST_ROWS], start=1)]
    entries = [entry for entry in entries if not entry.blank]
    if not entries:
        return [Finding("part-untried", "untried", possible=1)]
    pairs = pair(entries, wanted(arguments, case), spare(arguments, case), case)
    scored = [_row(entry, row, case) for row, entry in pairs.wanted]
    findings = _merged(scored, pairs, case)
    missing = [
        Finding("figure-missing", part=f"para. {row.paragraph}", possible=WHOLE_ROW, place=_paragraph(row))
        for row in pairs.missing
    ]
    return findings + missing + _extras(pairs, case)


def wanted(arguments: Arguments, case: Case) -> list[FigureRow]:
    """Return the rows of the key that the ledger must hold."""
    figures = [row for row in case.key.rows("figures") if row.source == arguments.source]
    return [row for row in figures if (row.id in arguments.rows if arguments.rows else row.is_figure)]


def spare(arguments: Arguments, case: Case) -> list[FigureRow]:
    """Return the other rows of that source: further figures, and numbers that count nothing."""
    asked = {row.id for row in wanted(arguments, case)}
    return [row for row in case.key.rows("figures") if row.source == arguments.source and row.id not in asked]


def _paragraph(row: FigureRow) -> Place:
    """The paragraph alone: naming the phrase would give the missing figure away."""
    return Place(row.source, row.paragraph)


def _row(entry: Entry, row: FigureRow, case: Case) -> list[Finding]:
    """Return the findings of one row; a right cell is a finding with the key "part-right"."""
    place, name, told = case.place(row), f"row {entry.number}", told_cells(entry)
    cells = judge_cells(entry, row, case)
    blank = [column for column, judged in cells.items() if judged is None]
    findings = []
    if blank:
        columns = listed("bounds with their hedge" if column == "bounds" else column for column in blank)
        possible = sum(WEIGHTS[column] for column in blank)
        findings.append(Finding("half-filled", "untried", name, 0, possible, {"columns": columns}, place))
    for column, judged in cells.items():
        if judged is not None:
            params = {"given": told[column], "hedge": entry.hedge or ""}
            findings.append(_cell(judged, column, name, params, place))
    return findings


def _cell(judged: Judged, column: str, name: str, params: Mapping[str, Any], place: Place | None) -> Finding:
    weight, part = WEIGHTS[column], f"{name}, {column}"
    if not judged.key:
        return Finding("part-right", "right", part, weight, weight)
    params = {**params, "column": column}
    if judged.key in REVIEWS:
        return Finding(judged.key, "review", part, params=params, place=place)
    if judged.share == 1:
        return Finding(judged.key, "note", part, weight, weight, params, place)
    return Finding(judged.key, "wrong", part, weight * judged.share, weight, params, place)


def _merged(scored: Sequence[Sequence[Finding]], pairs: Pairs, case: Case) -> list[Finding]:
    """Sum the right cells into one finding, and see rows taken for one thing because of their numeral."""
    cells = [finding for row in scored for finding in row]
    right = [finding for finding in cells if finding.key == "part-right"]
    rest = [finding for finding in cells if finding.key != "part-right"]
    twins = _twins(pairs, case)
    rest = [_twin(finding, twins) for finding in rest]
    if not right:
        return rest
    points = sum(finding.earned for finding in right)
    of = (len(pairs.wanted) + len(pairs.missing)) * len(WEIGHTS)
    return [Finding("part-right", "right", "", points, points, {"count": len(right), "of": of}), *rest]


def _twins(pairs: Pairs, case: Case) -> dict[str, str]:
    """Return the rows whose numeral is that of another figure, whose population they name: part → numeral."""
    paired = list(pairs.wanted)
    numerals = Counter(row.lower or row.upper for row, _ in paired)
    found = {}
    for row, entry in paired:
        number = row.lower or row.upper
        other = named_population(entry.counted, row, case)
        twins = [r for r, e in paired if r is not row and (r.lower or r.upper) == number]
        named_too = [r for r in twins if r.population == other and _is_own(pairs, r, case)]
        if numerals[number] > 1 and other and named_too:
            found[f"row {entry.number}, counted"] = f"{number:,.10g}"
    return found


def _is_own(pairs: Pairs, row: FigureRow, case: Case) -> bool:
    return any(r is row and judge_counted(e.counted, r, case) == RIGHT for r, e in pairs.wanted)


def _twin(finding: Finding, twins: Mapping[str, str]) -> Finding:
    if finding.key != "population-swapped" or finding.part not in twins:
        return finding
    params = {**finding.params, "numeral": twins[finding.part]}
    return Finding(
        "same-numeral-same-thing", "wrong", finding.part, 0, finding.possible, params, finding.place
    )


def _extras(pairs: Pairs, case: Case) -> list[Finding]:
    """Return what there is to say of rows that stand for no figure asked for."""
    findings = [
        _extra("idiom-counted", entry, EXTRA, case.place(row), row.remark) for entry, row in pairs.nothing
    ]
    findings += [_extra("row-doubled", entry, WHOLE_ROW, case.place(row)) for entry, row in pairs.doubled]
    for entry in pairs.unknown:
        place = Place(pairs.source, entry.paragraph) if entry.paragraph in pairs.paragraphs else None
        findings.append(_extra("no-such-figure", entry, EXTRA, place))
    if pairs.spare:
        rows = listed(f"row {number}" for number in sorted(entry.number for entry in pairs.spare))
        findings.append(Finding("rows-not-needed", "note", params={"rows": rows}))
    return findings


def _extra(key: str, entry: Entry, cost: float, place: Place | None, why: str = "") -> Finding:
    params = {"given": entry.bounds_said, "why": why}
    return Finding(key, "wrong", f"row {entry.number}", -cost, 0, params, place)


def doubts(arguments: Arguments, case: Case) -> list[str]:
    """Return what does not fit the case: an unknown source, rows that are no figures of it."""
    if arguments.source not in case.sources:
        return [f"source: there is no source {arguments.source!r}"]
    found = []
    for id in arguments.rows:
        row = case.key.by_id.get(id)
        if not isinstance(row, FigureRow) or row.source != arguments.source or not row.is_figure:
            found.append(f"rows: {id!r} is no figure of {arguments.source} in the key")
    return (
        found if arguments.rows or wanted(arguments, case) else ["rows: the key has no figure of this source"]
    )
