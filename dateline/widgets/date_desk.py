"""The date desk: pick days on a calendar; the desk writes the date in EDTF and says what it claims."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import traitlets

from dateline.brief.language.splitting import sentences
from dateline.cases import Case, DateRow
from dateline.dates import bounds, days, describe, is_edtf
from dateline.errors import KitError
from dateline.findings import words
from dateline.kinds import candidates as candidates_kind
from dateline.kinds import dates as dates_kind
from dateline.widgets.desk import Desk, RefusedError, page_of, style_of

NO_DATE = "no date"
OUTSIDE = " (outside knowledge)"
SHAPES = ("day", "set", "span", "month", "season", "year", "none")
LONGEST = 300  # characters of a reason
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class DateDesk(Desk):
    """A calendar beside each time expression of an exercise.

    A row is one expression: `id`, `edtf` ("" while nothing is picked), `reason`, and `outside`, whether
    the date is labelled as outside knowledge. `items` say where each expression stands; `told` says in
    plain words what each date claims.
    """

    _esm = page_of("date_field", "date_desk")
    _css = style_of("date_desk")
    items = traitlets.List().tag(sync=True)
    told = traitlets.Dict().tag(sync=True)
    asks = traitlets.List().tag(sync=True)

    def __init__(self, case: Case, exercise: str, *, folder: Path | None = None, **traits: Any) -> None:
        if exercise not in case.exercises or case.exercises[exercise].kind not in ("dates", "candidates"):
            raise KitError(words("widget-no-dates-asked", {"exercise": exercise}).found)
        self._expected = expected(case, exercise)
        self._one = case.exercises[exercise].kind == "candidates"
        asks = ["outside", "settles"] if self._one else ["reason"]
        super().__init__(
            case, exercise, folder=folder, items=_items(case, self._expected), asks=asks, **traits
        )
        if not self.rows:
            self.rows = self.rows_of({})
        self._tell()
        self.observe(self._tell, "rows")

    def rows_of(self, answer: Any) -> list[Any]:
        """Return one row an expression from the answer of the cell; those it does not tell of are blank."""
        known = {row["id"]: row for row in self._told_in(answer)}
        return [{**_blank(id), **known.get(id, {})} for id in self._expected]

    def _told_in(self, answer: Any) -> list[dict[str, Any]]:
        if not isinstance(answer, dict):
            return []
        if self._one:
            found = answer.get("candidates")
            edtf = f"[{','.join(map(str, found))}]" if isinstance(found, list) and found else str(found or "")
            return [{**_blank("a"), "edtf": edtf, **_texts(answer, "outside", "settles")}]
        return [_row_of(id, value) for id, value in answer.items()]

    def answer_of(self, rows: list[dict[str, Any]]) -> Any:
        """Return the rows as the answer cell would hold them; an expression without a date is left blank."""
        if self._one:
            row = rows[0] if rows else _blank("a")
            found = [each.isoformat() for each in sorted(_days(row["edtf"]))]
            return {
                "candidates": found or row["edtf"] or None,
                "outside": row.get("outside") or None,
                "settles": row.get("settles") or None,
            }
        return {row["id"]: {"edtf": row["edtf"] or None, "reason": row["reason"] or None} for row in rows}

    def changed(self, rows: list[dict[str, Any]], message: dict[str, Any]) -> list[dict[str, Any]]:
        """Pick a date, write one in EDTF, label it as outside knowledge, or write a reason."""
        row = next((each for each in rows if each["id"] == message.get("id")), None)
        if row is None:
            raise RefusedError("widget-row-gone")
        act, value = message["do"], str(message.get("value") or "").strip()[:LONGEST]
        if act == "pick":
            row["edtf"] = composed(message)
        elif act == "write":
            row["edtf"] = _written(value)
        elif act == "label":
            row["edtf"] = _labelled(row["edtf"], bool(message.get("outside")))
        elif act in ("reason", "outside", "settles"):
            row[act] = value
        else:
            raise RefusedError("widget-unknown-act")
        if self._one and row["edtf"] and not _days(row["edtf"]):
            raise RefusedError("widget-days-wanted")
        return rows

    def _tell(self, _change: Any = None) -> None:
        self.told = {row["id"]: explained(row["edtf"]) for row in self.rows}

    def __repr__(self) -> str:
        dated = sum(bool(row["edtf"]) for row in self.rows)
        return f"DateDesk({self.exercise}, dated: {dated} of {len(self.rows)})"


def composed(picked: dict[str, Any]) -> str:
    """Return what was picked on the page as EDTF; RefusedError when it is no date or not whole yet.

    >>> composed({"shape": "set", "days": ["2018-12-12", "2018-12-05"]})
    '[2018-12-05,2018-12-12]'
    >>> composed({"shape": "span", "first": "", "last": "2019-10-19"})
    '../2019-10-19'
    """
    shape = picked.get("shape")
    if shape == "none":
        return NO_DATE
    made = {"set": _set, "span": _span}.get(str(shape), _plain)(picked)
    if shape not in SHAPES or not is_edtf(made):
        raise RefusedError("widget-date-not-whole")
    return made + (OUTSIDE if picked.get("outside") else "")


def _plain(picked: dict[str, Any]) -> str:
    return str(picked.get("value") or "")


def _set(picked: dict[str, Any]) -> str:
    chosen = sorted({str(day) for day in picked.get("days") or [] if _DAY.fullmatch(str(day))})
    return chosen[0] if len(chosen) == 1 else f"[{','.join(chosen)}]"


def _span(picked: dict[str, Any]) -> str:
    first, last = str(picked.get("first") or ""), str(picked.get("last") or "")
    if first and last and first > last:
        first, last = last, first
    return f"{first or '..'}/{last or '..'}" if first or last else ""


def _written(value: str) -> str:
    """Take a date written by hand: EDTF with or without its label, "no date", or nothing."""
    plain = value.removesuffix(OUTSIDE.strip()).strip()
    if value in ("", NO_DATE) or is_edtf(plain):
        return value
    raise RefusedError("ledger-not-a-date", given=value)


def _labelled(edtf: str, outside: bool) -> str:
    plain = edtf.removesuffix(OUTSIDE)
    return plain + OUTSIDE if outside and plain not in ("", NO_DATE) else plain


def _days(edtf: str) -> set[date]:
    """The days that a date of the desk names one by one; none where it names a stretch or nothing."""
    return (days(edtf) if is_edtf(edtf) else None) or set()


def explained(edtf: str) -> str:
    """Say in plain English what a date of the desk claims.

    >>> explained("../2019-10-19 (outside knowledge)")
    'up to 19 October 2019, with no start given; labelled as outside knowledge'
    """
    if not edtf:
        return ""
    if edtf == NO_DATE:
        return words("widget-tells-no-date").found
    plain = edtf.removesuffix(OUTSIDE.strip()).strip()
    said = describe(plain) if is_edtf(plain) else plain
    return said if plain == edtf else words("widget-tells-outside", {"date": said}).found


def expected(case: Case, exercise: str) -> dict[str, DateRow]:
    """Return the rows of the key that an exercise asks for, by the learner's ids."""
    found = case.exercises[exercise]
    if found.kind == "candidates":
        row = candidates_kind.Arguments.model_validate(found.arguments).row
        return {"a": case.key.by_id[row]}
    asked = dates_kind.Arguments.model_validate(found.arguments).expressions
    return {id: case.key.by_id[each.row] for id, each in asked.items()}


def _items(case: Case, expected: dict[str, DateRow]) -> list[dict[str, Any]]:
    return [_item(case, id, row) for id, row in expected.items()]


def _item(case: Case, id: str, row: DateRow) -> dict[str, Any]:
    """An expression in its sentence, and the month in which the calendar opens: that of the report."""
    source = case.sources[row.source]
    text = source.paragraph(row.paragraph).text
    place = case.place(row)
    start, end = (place.start, place.end) if place and place.start is not None else (0, 0)
    around = next(((a, b) for a, b in sentences(text) if a <= start < b), (0, len(text)))
    first = bounds(source.date)[0] or date.today()
    return {
        "id": id,
        "place": f"{source.id}, para. {row.paragraph}",
        "issued": describe(source.date),
        "before": text[around[0] : start],
        "phrase": text[start:end],
        "after": text[end : around[1]],
        "event": row.event,
        "month": f"{first.year:04}-{first.month:02}",
    }


def _blank(id: str) -> dict[str, Any]:
    return {"id": id, "edtf": "", "reason": "", "outside": "", "settles": ""}


def _row_of(id: str, value: Any) -> dict[str, Any]:
    if isinstance(value, dict):
        return {**_blank(id), **_texts(value, "edtf", "reason")}
    return {**_blank(id), "edtf": value if isinstance(value, str) else ""}


def _texts(told: dict[str, Any], *names: str) -> dict[str, str]:
    return {name: told[name] for name in names if isinstance(told.get(name), str)}
