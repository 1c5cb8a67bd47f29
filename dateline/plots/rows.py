"""What is drawn, as rows of one shape: from a case's key, a table, a list of dicts or a dict."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from dateline import lexicon
from dateline.cases import Case, DateRow, FigureRow
from dateline.dates import bounds, days, is_edtf, precision
from dateline.errors import KitError

ABOUT = 0.10  # "about n" is drawn as a band of ten per cent to either side
Rows = Case | Iterable[Mapping[str, Any]] | Mapping[str, Any] | Any


@dataclass(frozen=True, slots=True)
class Event:
    """One thing with a date: `marks` are the single days of a set, `earliest` and `latest` None when open."""

    label: str
    edtf: str
    earliest: date | None
    latest: date | None
    marks: tuple[date, ...]
    source: str = ""
    reported: str = ""

    @property
    def shape(self) -> str:
        """How it is drawn: "day", "set", "span" or "open"."""
        if self.earliest is None or self.latest is None:
            return "open"
        if self.earliest == self.latest:
            return "day"
        return "set" if self.marks else "span"


@dataclass(frozen=True, slots=True)
class Amount:
    """One figure with its bounds and as-of date; None is an open end."""

    label: str
    lower: float | None
    upper: float | None
    as_of: str
    source: str = ""
    hedge: str = ""
    unit: str = ""
    approximate: bool = False
    planned: bool = False

    @property
    def drawn(self) -> tuple[float | None, float | None]:
        """The bounds as drawn: those of "about n" are a band."""
        if self.approximate and self.lower is not None and self.lower == self.upper:
            return self.lower * (1 - ABOUT), self.lower * (1 + ABOUT)
        return self.lower, self.upper


def events(rows: Rows, ids: Iterable[str] | None = None) -> list[Event]:
    """Return the dated rows of a case's key (those named in `ids`, or all), or of a learner's own table.

    A row of one's own has `label` and `edtf`, and may have `source` and `reported` (EDTF). A dict may map
    labels to EDTF dates. Rows without a date are left out. KitError names a date that is none.

    >>> [event.shape for event in events({"the call": "[2018-12-07,2018-12-14]", "the vote": "2019"})]
    ['set', 'span']
    """
    return [event for row in _listed(rows, "dates", ids) if (event := _event(row, rows))]


def amounts(
    rows: Rows, ids: Iterable[str] | None = None, unit: str = "people", planned: Iterable[str] = ()
) -> list[Amount]:
    """Return the figures of a case's key that have this unit, or those of a learner's own table.

    A row of one's own has `label`, `lower`, `upper` and `as_of` (EDTF); it may have `hedge`, `source`, `unit`
    and `planned`. `planned` also names ids of the key whose figures are plans. Rows without a number or
    a date are left out.
    """
    names = set(planned)
    found = []
    for row in _listed(rows, "figures", ids):
        if isinstance(row, FigureRow):
            is_drawn = row.is_figure and (row.unit == unit or ids is not None)
            found += [_key_amount(row, row.id in names)] if is_drawn else []
        else:
            found.append(_own_amount(row, unit))
    return [a for a in found if a.as_of and (a.lower is not None or a.upper is not None)]


def _listed(rows: Rows, table: str, ids: Iterable[str] | None) -> list[Any]:
    if isinstance(rows, Case):
        kept = rows.key.rows(table)
        return kept if ids is None else [row for id in ids for row in kept if row.id == id]
    if hasattr(rows, "to_dict") and hasattr(rows, "columns"):
        return rows.to_dict("records")
    if isinstance(rows, Mapping):
        return [{"label": str(label), "edtf": _date_of(value)} for label, value in rows.items()]
    listed = list(rows)
    if any(not isinstance(row, (Mapping, DateRow, FigureRow)) for row in listed):
        raise KitError("What is to be drawn must be a case, a table, a list of dicts, or a dict of dates.")
    return listed


def _date_of(value: Any) -> Any:
    return value.get("edtf") if isinstance(value, Mapping) else value


def _event(row: DateRow | Mapping[str, Any], rows: Rows) -> Event | None:
    if isinstance(row, DateRow):
        issued = rows.sources[row.source].date if isinstance(rows, Case) else ""
        told = (row.event or row.anchor, row.edtf, row.source, issued)
    else:
        told = tuple(_text(row.get(name)) for name in ("label", "edtf", "source", "reported"))
    label, edtf, source, reported = told
    if not edtf or edtf == "no date":
        return None
    earliest, latest = bounds(_sound(edtf, label))
    marks = tuple(sorted(days(edtf) or ())) if precision(edtf) == "set" else ()
    return Event(label, edtf, earliest, latest, marks, source, _sound(reported, label) if reported else "")


def _text(value: Any) -> str:
    return "" if value is None or value is ... or value != value else str(value).strip()


def _sound(edtf: str, label: str) -> str:
    if not is_edtf(edtf):
        raise KitError(f"{edtf!r} at {label!r} is not a date that can be drawn; write 2018-12 or 2019-10-21.")
    return edtf


def _key_amount(row: FigureRow, planned: bool) -> Amount:
    return Amount(
        label=row.anchor or row.counted,
        lower=row.lower,
        upper=row.upper,
        as_of=row.as_of,
        source=row.source,
        hedge=row.hedge,
        unit=row.unit,
        approximate=bool(row.approximate),
        planned=planned,
    )


def _own_amount(row: Mapping[str, Any], unit: str) -> Amount:
    label = _text(row.get("label")) or _text(row.get("counted")) or "figure"
    hedge = _text(row.get("hedge"))
    as_of = _text(row.get("as_of"))
    return Amount(
        label=label,
        lower=_number(row.get("lower"), label),
        upper=_number(row.get("upper"), label),
        as_of=_sound(as_of, label) if as_of else "",
        source=_text(row.get("source")),
        hedge=hedge,
        unit=_text(row.get("unit")) or unit,
        approximate=hedge.lower() in lexicon.load("hedges")["before"]["about"],
        planned=row.get("planned") is True or _text(row.get("planned")).lower() in ("yes", "true"),
    )


def _number(value: Any, label: str) -> float | None:
    if isinstance(value, (int, float)) and value == value:
        return value
    text = re.sub(r"[,\s%]", "", _text(value))
    if text.lower() in ("", "...", "none", "open"):
        return None
    try:
        return float(text)
    except ValueError:
        raise KitError(f"{value!r} at {label!r} is not a number; write digits, or None.") from None
