"""What is drawn, as rows of one shape: from a case's key, a table, a list of dicts or a dict."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from dateline import lexicon
from dateline.cases import Case, DateRow, FigureRow
from dateline.dates import bounds, days, is_edtf, precision
from dateline.errors import KitError

MEASURES = ("percent", "days", "weeks", "months", "years")
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


def events(
    rows: Rows, ids: Iterable[str] | None = None, names: Mapping[str, str] | None = None
) -> list[Event]:
    """Return the dated rows of a case's key (those named in `ids`, or all), or of a learner's own answer.

    A row of one's own has `label` and `edtf`, and may have `source` and `reported` (EDTF). A dict maps ids
    to EDTF dates; `ids` chooses among them and `names` says what they stand for. What has no date, or none
    yet (`...`), is left out. KitError names a date that is none.

    >>> [event.shape for event in events({"the call": "[2018-12-07,2018-12-14]", "the vote": ...})]
    ['set']
    """
    return [event for row in _listed(rows, "dates", ids, names) if (event := _event(row, rows))]


def amounts(
    rows: Rows, ids: Iterable[str] | None = None, unit: str = "people", planned: Iterable[str] = ()
) -> list[Amount]:
    """Return the figures of one unit: those of a case's key, or those of a learner's own ledger.

    A row of one's own has `label` or `counted`, `lower`, `upper` and `as_of` (EDTF); it may have `hedge`,
    `source`, `unit` and `planned`. Its unit is `unit`, unless it says another or counts days, months, years
    or percent. `planned` names ids of the key whose figures are plans. Rows without a number or a date are
    left out.
    """
    planned = set(planned)
    found = []
    for row in _listed(rows, "figures", ids, None):
        if isinstance(row, FigureRow):
            found += [_key_amount(row, row.id in planned)] if row.is_figure else []
        else:
            found.append(amount_of(row, unit))
    return [a for a in found if a.unit == unit and a.as_of and (a.lower, a.upper) != (None, None)]


def amount_of(row: Mapping[str, Any], unit: str = "people") -> Amount:
    """Return one row of a learner's own ledger as a figure; what is blank in it stays empty.

    KitError names a bound that is no number and a date that is none.

    >>> amount_of({"counted": "tents", "upper": "40", "hedge": "fewer than"}).upper
    40.0
    """
    named = ", ".join(part for part in (_text(row.get("counted")), _text(row.get("scope"))) if part)
    label = _text(row.get("label")) or named or "figure"
    hedge = _text(row.get("hedge"))
    as_of = _told(row.get("as_of"))
    return Amount(
        label=label,
        lower=_number(row.get("lower"), label),
        upper=_number(row.get("upper"), label),
        as_of=_sound(as_of, label) if as_of else "",
        source=_text(row.get("source")),
        hedge=hedge,
        unit=_text(row.get("unit")) or _measured(row) or ("people" if unit in MEASURES else unit),
        approximate=hedge.lower() in lexicon.load("hedges")["before"]["about"],
        planned=row.get("planned") is True or _text(row.get("planned")).lower() in ("yes", "true"),
    )


def _listed(rows: Rows, table: str, ids: Iterable[str] | None, names: Mapping[str, str] | None) -> list[Any]:
    if rows is ... or rows is None:
        return []
    if isinstance(rows, Case):
        kept = rows.key.rows(table)
        return kept if ids is None else [row for id in ids for row in kept if row.id == id]
    if hasattr(rows, "to_dict") and hasattr(rows, "columns"):
        return rows.to_dict("records")
    if isinstance(rows, Mapping):
        chosen = rows if ids is None else [id for id in ids if id in rows]
        return [{"label": (names or {}).get(str(id), str(id)), "edtf": _told(rows[id])} for id in chosen]
    listed = list(rows)
    if any(not isinstance(row, (Mapping, DateRow, FigureRow)) for row in listed):
        raise KitError("What is to be drawn must be a case, a table, a list of dicts, or a dict of dates.")
    return listed


def _told(value: Any) -> str:
    """The date in a learner's answer: without a reason, a label in brackets, or "no date"."""
    if isinstance(value, Mapping):
        value = value.get("edtf")
    if isinstance(value, (list, tuple)):
        value = f"[{','.join(map(str, value))}]"
    text = re.sub(r"\([^)]*\)", "", _text(value)).strip()
    return "" if text.lower() in lexicon.load("answers")["no_date"] else text


def _event(row: DateRow | Mapping[str, Any], rows: Rows) -> Event | None:
    if isinstance(row, DateRow):
        issued = rows.sources[row.source].date if isinstance(rows, Case) else ""
        told = (row.event or row.anchor, row.edtf, row.source, issued)
    else:
        told = (
            _text(row.get("label")),
            _told(row.get("edtf")),
            _text(row.get("source")),
            _text(row.get("reported")),
        )
    label, edtf, source, reported = told
    if not edtf:
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


def _measured(row: Mapping[str, Any]) -> str:
    """The unit that a ledger row shows without a column for it: a share, or a length of time."""
    cells = " ".join(_text(row.get(name)) for name in ("lower", "upper", "counted"))
    if re.search(r"%|\bper ?cent\b|\bshare\b", cells):
        return "percent"
    time = re.search(r"\b(day|week|month|year)s?\b", _text(row.get("counted")).lower())
    return f"{time[1]}s" if time else ""


def _number(value: Any, label: str) -> float | None:
    if isinstance(value, int) or (isinstance(value, float) and math.isfinite(value)):
        return value
    text = re.sub(r"[,\s%]", "", _text(value))
    if text.lower() in ("", "...", "none", "open"):
        return None
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise KitError(f"{value!r} at {label!r} is not a number; write digits, or None.")
    return number
