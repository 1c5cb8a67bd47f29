"""What a changed fact carries with it: rows of a draft that still say what was taken from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dateline.cases import Case
from dateline.cases.facts import REPORTS
from dateline.cases.key_files import KeyFiles
from dateline.cases.rows import TO_CONFIRM
from dateline.dates import is_edtf, precision
from dateline.drafting.confirm import Cells, to_confirm
from dateline.drafting.dating import date_rows
from dateline.drafting.drafts import UNKNOWN
from dateline.findings import words
from dateline.sources import NOT_STATED

FIELDS = {"byline": "author"}  # what key/sources.csv calls otherwise than the head of a report


def carried(case: Case, before: KeyFiles, after: KeyFiles, id: str) -> KeyFiles:
    """Return files in which what was taken from a fact follows its change from `before` to `after`.

    `case` is loaded with the files before.
    """
    old, new = before.facts.row(id) or {}, after.facts.row(id) or {}
    changed = {name: text for name, text in new.items() if name != "note" and old.get(name) != text}
    if id == "rights" and changed:
        return _with_rights(after, changed["value"])
    part, _, source = id.partition(".")
    if part != REPORTS or not changed or not is_edtf(changed.get("date", old["date"])):
        return after
    for row, cells in _origins(after, source, old, changed):
        after = after.with_cells(row, cells)
    if "date" in changed and is_edtf(old["date"]):
        for row, cells in _dated(case, after, source, old["date"]):
            after = after.with_cells(row, cells)
    return after


def _with_rights(files: KeyFiles, rights: str) -> KeyFiles:
    """Say of each report what is said of the case, where nothing was said yet."""
    for source in files.facts.reports:
        row = files.facts.row(f"{REPORTS}.{source}") or {}
        if not row["rights"] and row["note"]:
            files = files.with_cells(row["id"], {"rights": rights, "note": TO_CONFIRM})
    return files


def _origins(
    files: KeyFiles, source: str, old: Cells, changed: Mapping[str, str]
) -> Iterator[tuple[str, Cells]]:
    """The rows of the report's origin that say what its head said."""
    told = {FIELDS.get(name, name): (old.get(name, ""), text) for name, text in changed.items()}
    if "date" in told and is_edtf(old["date"]):
        told["precision"] = (precision(old["date"]), precision(changed["date"]))
    for row in files.tables["sources"].rows:
        was, now = told.get(row["field"], ("", "")) if row["source"] == source else ("", "")
        if now and row["value"] == was:
            accepted = "" if row["accepted"] == UNKNOWN else row["accepted"]
            yield row["id"], {"value": now, "accepted": UNKNOWN if now == NOT_STATED else accepted}


def _dated(case: Case, files: KeyFiles, source: str, old: str) -> Iterator[tuple[str, Cells]]:
    """The dates that were counted from the date of a report, read again; and figures as of that date."""
    now, _ = files.loaded_into(case)
    new = now.sources[source].date
    again = {_spot(row): row for row in date_rows([now.sources[source]])}
    first = {_spot(row): row for row in date_rows([case.sources[source]])}
    note = to_confirm(words("widget-key-dated-again", {"date": new}).found)
    for row in files.tables["dates"].rows:
        drafted, read = first.get(_spot(row)), again.get(_spot(row))
        if drafted and read and row["source"] == source and row["edtf"] == drafted["edtf"] != read["edtf"]:
            yield row["id"], {"edtf": read["edtf"], "reason": read["reason"], "note": note}
    for row in files.tables["figures"].rows:
        if row["source"] == source and row["as_of"] == old:
            yield row["id"], {"as_of": new}


def _spot(row: Mapping[str, str]) -> tuple[str, str, str]:
    return row.get("paragraph", ""), row.get("anchor", ""), row.get("expression_kind", "")
