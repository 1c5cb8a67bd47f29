"""The cells of one ledger row, each judged against its figure in the key."""

from __future__ import annotations

from dataclasses import replace

from dateline.cases import Case, FigureRow
from dateline.dates import bounds
from dateline.kinds._ledger_bounds import judge_bounds
from dateline.kinds._ledger_rows import Entry
from dateline.kinds._ledger_words import judge_counted, judge_scope
from dateline.kinds._misdating import RIGHT, Judged, Reference, issued, judge_told


def judge_cells(entry: Entry, row: FigureRow, case: Case) -> dict[str, Judged | None]:
    """Return the judgement of each column; None where its cell is still blank."""
    return {
        "paragraph": _judge_paragraph(entry, row),
        "bounds": _judge_bounds(entry, row),
        "counted": judge_counted(entry.counted, row, case) if entry.counted else None,
        "scope": judge_scope(entry.scope, row, case) if entry.scope else None,
        "as_of": judge_as_of(entry, row, case),
    }


def told_cells(entry: Entry) -> dict[str, str]:
    """Return what the learner told in each column, in words for feedback."""
    return {
        "paragraph": str(entry.paragraph),
        "bounds": _said(entry),
        "counted": entry.counted,
        "scope": entry.scope,
        "as_of": entry.as_of.text,
    }


def _said(entry: Entry) -> str:
    if entry.unread:
        return entry.unread[0][1]
    return f"{entry.bounds_said}, hedge “{entry.hedge}”" if entry.hedge else f"{entry.bounds_said}, no hedge"


def _judge_paragraph(entry: Entry, row: FigureRow) -> Judged | None:
    if entry.paragraph is None:
        return None
    return RIGHT if entry.paragraph == row.paragraph else Judged("paragraph-differs")


def _judge_bounds(entry: Entry, row: FigureRow) -> Judged | None:
    if entry.unread:
        return Judged("not-a-number")
    if entry.unbounded and not row.vague:
        return None
    entry = _in_percent(entry, row)
    judged = judge_bounds(entry, row)
    if judged.key == "hedge-dropped" and entry.hedge is None:
        return None  # a blank cell is not yet an answer
    if not judged.key and row.unit == "percent" and not entry.percent:
        return Judged("unit-missing", 0.5)
    return judged


def _in_percent(entry: Entry, row: FigureRow) -> Entry:
    """Read a share written as a fraction, 0.02 for 2 %."""
    told = [n for n in (entry.lower, entry.upper) if n]
    if row.unit != "percent" or entry.percent or not told or max(told) >= 1:
        return entry
    lower, upper = (None if n is None else round(n * 100, 6) for n in (entry.lower, entry.upper))
    return replace(entry, lower=lower, upper=upper, percent=True)


def judge_as_of(entry: Entry, row: FigureRow, case: Case) -> Judged | None:
    """Judge when a figure held; the report's own date counts only where the key accepts it.

    What the key's dates know from outside about the same day is right here too, with its label.
    """
    if entry.as_of.blank:
        return None
    dates = issued(row.source, case)
    accepted = tuple(form for form in (row.as_of, *row.as_of_accepted) if form)
    outside = dates[1:] if dates[0] in accepted else ()
    for beside in case.key.rows("dates"):
        if (beside.source, beside.paragraph) == (row.source, row.paragraph) and beside.edtf == row.as_of:
            outside += tuple(beside.outside)
    ref = Reference(accepted, outside, (), dates, case.cut_off, has_date=bool(row.as_of))
    judged = judge_told(entry.as_of, ref)
    if judged.key == "wrong-direction":
        first, last_day = bounds(entry.as_of.edtf)[0], bounds(dates[0])[1]
        return Judged("as-of-later" if first and last_day and first > last_day else "date-elsewhere")
    return Judged("as-of-is-publication-date") if judged.key == "publication-for-event" else judged
