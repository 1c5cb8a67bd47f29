"""What a change at the key desk makes of the tables: cells read, rows added and confirmed, what is left."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from dateline.cases import Case, FigureRow
from dateline.cases import facts as said
from dateline.cases.key_files import KeyFiles
from dateline.cases.rows import TABLES, TO_CONFIRM
from dateline.errors import Problem
from dateline.findings import words
from dateline.marks import anchor_at
from dateline.widgets.desk import RefusedError
from dateline.widgets.key_rows import is_open, noted, own_note

STRIKABLE = ("names", "places", "populations", *TABLES)  # each case and each report has what else there is
ADDABLE = ("figures", "dates", "claims", "voices", "names")  # tables whose rows stand on words of a report
BLANK: dict[str, dict[str, str]] = {  # what a row must have to be one
    "figures": {"is_figure": "yes"},
    "dates": {},
    "claims": {"kind": "event", "speaker": "outlet"},
    "voices": {"status": "mentioned"},
}
ERROR, DOUBT = "error", "doubt"  # grades of what is found in a case, beside TO_CONFIRM
LONGEST = 2_000  # characters of one cell
_LEFT_OPEN = 12  # rows named in one line


def read_cells(files: KeyFiles, id: str, given: Any, *, confirms: bool) -> dict[str, str]:
    """Return the cells of a row as they are to be written; RefusedError for a column that there is not."""
    table, row = files.row(id) or ("", {})
    if not isinstance(given, Mapping) or set(given) - set(_columns(table)):
        raise RefusedError("widget-unknown-act")
    cells = {name: " ".join(str(text or "").split())[:LONGEST] for name, text in given.items()}
    if table in said.COLUMNS and (table == "case" or "name" in cells or "label" in cells):
        told = {**row, **cells}
        if not (told.get("value") or told.get("name") or told.get("label")):
            raise RefusedError("widget-key-fact-empty")
    before = row.get("note", "")
    if "note" in cells:
        cells["note"] = noted(cells["note"], before)
    if confirms:
        cells["note"] = own_note(cells.get("note", before))
    return cells


def _columns(table: str) -> tuple[str, ...]:
    """What may be changed in a row."""
    if table in TABLES:
        return tuple(name for name in TABLES[table].model_fields if name != "id")
    return said.COLUMNS.get(table, ())


def anchored(case: Case, place: Mapping[str, Any]) -> dict[str, str]:
    """Return the cells that say where a row stands, for words chosen in the text."""
    text = case.sources[place["source"]].paragraph(place["paragraph"]).text
    anchor = anchor_at(text, place["start"], place["end"])
    return {"source": place["source"], "paragraph": str(place["paragraph"]), "anchor": anchor}


def blank(case: Case, table: str, place: Mapping[str, Any]) -> dict[str, str]:
    """Return the cells of a row on words that nothing was read in."""
    exact = place["exact"]
    own = {"claims": {"statement": exact}, "voices": {"voice": _slug(exact), "label": exact}}.get(table, {})
    return {**BLANK[table], **own, "note": f"{TO_CONFIRM}: {words('widget-key-added').found}"}


def _slug(text: str) -> str:
    return re.sub(r"[\W_]+", "-", text.lower()).strip("-") or "voice"


def with_name(files: KeyFiles, name: str) -> tuple[KeyFiles, str]:
    """Return the files with one more name among the people, and its id; RefusedError when it is there."""
    slug = _slug(name)
    id = f"people.{slug}"
    if files.row(id):
        raise RefusedError("widget-key-named-already", id=id)
    return replace(files, facts=files.facts.with_name(slug, name)), id


def pair_of(case: Case, files: KeyFiles, message: Mapping[str, Any]) -> tuple[FigureRow, FigureRow]:
    """Return the two figures to compare; RefusedError when they are not two, or are compared already."""
    ids = [str(message.get(side) or "") for side in ("left", "right")]
    rows = [case.key.by_id.get(id) for id in ids]
    if not all(isinstance(row, FigureRow) and row.is_figure for row in rows) or ids[0] == ids[1]:
        raise RefusedError("widget-key-not-two")
    for row in files.tables["checks"].rows:
        if {row.get("left"), row.get("right")} == set(ids):
            raise RefusedError("widget-key-compared-already", id=row["id"])
    return rows[0], rows[1]


def bare_pair(case: Case, one: FigureRow, other: FigureRow) -> dict[str, str]:
    """Return the cells of a comparison of which nothing is said but what it compares."""
    asked = words("widget-key-how-they-stand", {"left": one.anchor, "right": other.anchor}).found
    note = f"{TO_CONFIRM}: {words('widget-key-added').found}"
    return {"left": one.id, "right": other.id, "question": asked, "reason": "", "note": note}


def added(files: KeyFiles, row: tuple[str, dict[str, str]]) -> tuple[KeyFiles, str]:
    """Return the tables with a new row, behind those that stand before it in the text, and its id."""
    name, cells = row
    table = files.tables[name]
    id = _next_id(files, name)
    before = [each for each in table.rows if _order(each) <= _order(cells)]
    after = before[-1]["id"] if before else None
    return files.having(table.with_row({**cells, "id": id}, after)), id


def _order(cells: Mapping[str, str]) -> tuple[str, int]:
    number = cells.get("paragraph", "")
    return cells.get("source", ""), int(number) if number.isdecimal() else 0


def _next_id(files: KeyFiles, name: str) -> str:
    """The id behind the last of its kind: F17 follows F16, whatever was struck."""
    taken = {cells.get("id", "") for _, cells in files.rows()}
    ids = [cells.get("id", "") for cells in files.tables[name].rows]
    found = [match for id in ids if (match := re.fullmatch(r"(\D*)(\d+)", id))]
    last = max(found, key=lambda match: int(match[2]), default=None)
    lead, number, width = (last[1], int(last[2]), len(last[2])) if last else (name[0].upper(), 0, 2)
    while (id := f"{lead}{number + 1:0{width}}") in taken:
        number += 1
    return id


def alone(case: Case, before: KeyFiles, after: KeyFiles, id: str) -> KeyFiles:
    """Let nothing follow from a row that was changed."""
    return after


def count_open(files: KeyFiles) -> int:
    """Return how many rows are still to be confirmed."""
    return sum(is_open(cells.get("note", "")) for _, cells in files.rows())


def stands(case: str, found: Sequence[tuple[str, Problem]]) -> str:
    """Say in one line what `dateline case validate` has left to say of a case."""
    if not found:
        return words("widget-key-sound", {"case": case}).found
    counts = Counter(f"widget-key-grade-{grade.replace(' ', '-')}" for grade, _ in found)
    listed = ", ".join(words(key, {"count": count}).found for key, count in counts.items())
    return words("widget-key-stands", {"case": case, "counts": listed}).found


def lines_of(case: str, found: Sequence[tuple[str, Problem]]) -> list[str]:
    """Return a line for each fault and doubt, and one for all rows of a file that are to be confirmed."""
    lines = [str(problem) for grade, problem in found if grade != TO_CONFIRM]
    if any(problem.file.startswith(("exercises", "solutions")) for _, problem in found):
        lines.append(words("widget-key-renew", {"case": case}).found)
    rows: dict[str, list[str]] = {}
    for grade, problem in found:
        if grade == TO_CONFIRM and problem.row.startswith("row "):
            rows.setdefault(problem.file, []).append(problem.row.removeprefix("row "))
        elif grade == TO_CONFIRM:
            lines.append(str(problem))
    for file, ids in rows.items():
        listed = ", ".join(ids[:_LEFT_OPEN]) + (" …" if len(ids) > _LEFT_OPEN else "")
        lines.append(words("widget-key-rows-open", {"file": file, "count": len(ids), "rows": listed}).found)
    return lines


def crossed(case: Case) -> list[Problem]:
    """Return the figures whose bounds stand the wrong way round: no text can say that."""
    return [
        Problem("key/figures.csv", f"row {row.id}", words("ledger-bounds-crossed", bounds).found)
        for row in case.key.rows("figures")
        for bounds in [{"lower": row.lower, "upper": row.upper}]
        if None not in bounds.values() and row.lower > row.upper
    ]


def told(problem: Problem) -> str:
    """A fault in words, with the name of the field that the page shows in the place of the column's."""
    column, colon, why = problem.reason.partition(": ")
    column = column.rpartition(".")[2]  # "people.bly.name: …" is of the name
    if colon and column in {
        name for table in (*TABLES, *said.COLUMNS) for name in (*_columns(table), "cut_off")
    }:
        return f"{words(f'widget-key-{column}').found}: {why}"
    return problem.reason + (f"; {problem.mend}" if problem.mend else "")
