"""Rows of a key as the key desk shows them: where each stands in the text, and what its cells may hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, Literal, get_args, get_origin

from pydantic import ValidationError

from dateline.brief.language.splitting import sentences
from dateline.cases import Case
from dateline.cases import facts as said
from dateline.cases.key_files import KeyFiles
from dateline.cases.key_table import columns_of
from dateline.cases.rows import TABLES, TO_CONFIRM, Edtf, Edtfs, FigureRow, YesNo
from dateline.dates import describe, is_edtf
from dateline.findings import Place, words
from dateline.marks import spans_of
from dateline.quantities import Bounds
from dateline.sources import Paragraph
from dateline.widgets.claim_hints import labels_of
from dateline.widgets.key_order import put_in_order

OWN_NOTE = f"{TO_CONFIRM} (own note): "  # before what a teacher wrote in the note of a row still to confirm
MAIN = said.COLUMNS | {  # what is looked at first; the other columns stand below
    "sources": ("field", "value", "accepted", "outside"),
    "voices": ("label", "voice", "status", "named", "first_hand", "role"),
    "claims": ("statement", "kind", "speaker", "status", "hedge", "checkable"),
    "figures": (
        "is_figure", "why_not", "lower", "upper", "hedge", "counted", "population", "scope", "as_of",
        "attributed_to",
    ),
    "dates": ("edtf", "expression_kind", "accepted", "event", "reason"),
    "checks": ("left", "right", "question", "comparable", "verdict", "lower", "upper", "hedge", "reason"),
}  # fmt: skip
LONG = ("statement", "event", "question", "reason", "note", "value", "aliases", "rights")
USUAL = {  # words that are usual in a column which may hold others too
    "named": ("yes", "no", "cannot tell"),
    "first_hand": ("yes", "no", "cannot tell"),
    "stock_or_flow": ("stock", "flow", "count", "share", "duration"),
}
ANSWERS = ("yes", "no", "cannot tell")  # which say nothing without what was asked
Cells = dict[str, str]


def fields_of(table: str) -> list[dict[str, Any]]:
    """Return the fields of a table for the page: `name`, `kind`, and whether it is among the `main` ones.

    A kind is "choice" (of the words in `options`), "long" (several lines) or "text".

    >>> [field["name"] for field in fields_of("sources") if field["main"]]
    ['field', 'value', 'accepted', 'outside']
    """
    main = MAIN[table]
    rest = [name for name in columns_of(table) if name not in (*main, "id")] if table in TABLES else []
    return [{"name": name, "main": name in main, **_kind(table, name)} for name in (*main, *rest)]


def _kind(table: str, name: str) -> dict[str, Any]:
    if table in said.COLUMNS:
        options = list(said.KINDS) if name == "kind" else []
        return {"kind": "choice" if options else "long" if name in LONG else "text", "options": options}
    kind = TABLES[table].model_fields[name]
    if get_origin(kind.annotation) is Literal:
        return {"kind": "choice", "options": list(get_args(kind.annotation))}
    if kind.metadata and kind.metadata == list(YesNo.__metadata__):
        return {"kind": "choice", "options": ["yes", "no"] if kind.is_required() else ["", "yes", "no"]}
    return {"kind": "long" if name in LONG else "text", "options": []}


def offers_of(case: Case, files: KeyFiles) -> dict[str, dict[str, list[str]]]:
    """Return by table and column the words to offer: those of the case, and those its key has already."""
    parties = [*case.people, *case.organisations]
    voices = [row.get("voice", "") for row in files.tables["voices"].rows]
    speakers = list(dict.fromkeys(["outlet", *filter(None, voices), *parties]))
    figures = [row["id"] for row in files.tables["figures"].rows if row.get("is_figure") == "yes"]
    known = {
        "speaker": speakers,
        "attributed_to": speakers,
        "relayed_by": speakers[1:],
        "voice": parties,
        "population": list(case.populations),
        "left": figures,
        "right": figures,
        "status": labels_of(case, "status"),
        **{name: list(words) for name, words in USUAL.items()},
    }
    asked = {
        row.arguments["column"]: [str(label) for label in row.arguments.get("labels", [])]
        for row in case.exercises.values()
        if "column" in row.arguments
    }
    offered: dict[str, dict[str, list[str]]] = {
        "places": {"part_of": list(case.about.places)},
        "populations": {"part_of": list(case.populations)},
    }
    for table in TABLES:
        for field in fields_of(table):
            name = field["name"]
            words = [*known.get(name, []), *asked.get(name, [])] if field["kind"] != "choice" else []
            if words:
                there = [row.get(name, "") for row in files.tables[table].rows]
                offered.setdefault(table, {})[name] = list(dict.fromkeys(filter(None, [*words, *there])))
    return offered


def is_open(note: str) -> bool:
    """Tell whether a row with this note is still to be confirmed."""
    return note.strip().lower().startswith(TO_CONFIRM)


def own_note(note: str) -> str:
    """Return the part of a note that is meant for students.

    >>> own_note("to confirm: bounds and scope"), own_note("to confirm (own note): Two."), own_note("Three.")
    ('', 'Two.', 'Three.')
    """
    if note.startswith(OWN_NOTE.strip()):
        return note.removeprefix(OWN_NOTE.strip()).strip()
    return "" if is_open(note) else note


def noted(note: str, before: str) -> str:
    """Return what the note of a row becomes when a teacher writes `note`: it does not confirm the row."""
    if not is_open(before):
        return note
    return OWN_NOTE + note if note else TO_CONFIRM


def shown_rows(case: Case, files: KeyFiles) -> list[dict[str, Any]]:
    """Return all rows as the page shows them, in the order of their files.

    `stop` and `rank` are those of the order of the text, `places` are where the row stands, `sentence` the
    words before, of and behind the first of them, `why` what the draft asks about it, `told` in words what
    its dates and bounds mean, `gist` the whole row in one line.
    """
    return put_in_order(case, [_shown(case, files, table, cells) for table, cells in files.rows()])


def _shown(case: Case, files: KeyFiles, table: str, cells: Cells) -> dict[str, Any]:
    note = cells.get("note", "")
    places = _places(case, files, table, cells)
    open_ = is_open(note)
    return {
        "id": cells.get("id", ""),
        "table": table,
        "cells": {**cells, "note": own_note(note)},
        "open": open_,
        "why": note.partition(":")[2].strip() if open_ and not note.startswith(OWN_NOTE.strip()) else "",
        "places": [_as_data(place) for place in places],
        "sources": list(dict.fromkeys([*filter(None, [cells.get("source")]), *(p.source for p in places)])),
        "sentence": _sentence(case, places[0]) if places else [],
        "told": (told := _told(table, cells)),
        "gist": _gist(table, cells, told),
    }


def _gist(table: str, cells: Cells, told: Mapping[str, str]) -> str:
    """What a row says, in one line, without what stands in the text."""
    shown = [
        name for name in MAIN[table] if name not in ("statement", "event", "reason", "upper", "is_figure")
    ]
    if table == "figures" and cells.get("is_figure") == "yes":
        shown = ["lower" if "lower" in told else "hedge", "counted", "scope", "as_of", "attributed_to"]
    values = {name: told.get(name) or cells.get(name, "") for name in shown}
    asked = {name: f"{words(f'widget-key-{name}').found} " for name in shown if values[name] in ANSWERS}
    parts = [asked.get(name, "") + value for name, value in values.items() if value]
    return " · ".join(dict.fromkeys(parts))


def _as_data(place: Place) -> dict[str, Any]:
    return {"source": place.source, "paragraph": place.paragraph, "start": place.start, "end": place.end}


def _places(case: Case, files: KeyFiles, table: str, cells: Cells) -> list[Place]:
    """Where a row stands: a comparison where the rows do that it compares, a name where it is named."""
    if table in said.COLUMNS:
        return _named(case, files, table, cells)
    ids = [id.strip() for side in ("left", "right") for id in cells.get(side, "").split("+")]
    compared = [table.row(id) for id in filter(None, ids) if (table := files.table_of(id))]
    found = [_place(case, each) for each in [cells, *compared] if each]
    return [place for place in found if place is not None]


def _named(case: Case, files: KeyFiles, table: str, cells: Cells) -> list[Place]:
    """Where the text has a name, or the figures of a population; what it is part of is not looked for."""
    if table == "populations":
        own = [
            row
            for row in files.tables["figures"].rows
            if f"populations.{row.get('population')}" == cells["id"]
        ]
        if own:
            return [place for row in own if (place := _place(case, row))]
    names = [cells.get("name", ""), cells.get("label", ""), *cells.get("aliases", "").split(" | ")]
    texts = tuple(p for source in case.sources.values() for p in source.paragraphs)
    return list(_found(tuple(filter(None, names)), texts))


@lru_cache(maxsize=1024)  # names and texts rarely change, and are asked for after each act
def _found(names: tuple[str, ...], texts: tuple[Paragraph, ...]) -> tuple[Place, ...]:
    found = {}
    for paragraph in texts:
        for name in names:
            for start, end in spans_of(name, paragraph.text):
                spot = paragraph.source, paragraph.number, start
                found[spot] = max(found.get(spot, end), end)
    return tuple(_widest(found))


def _widest(found: Mapping[tuple[str, int, int], int]) -> Iterator[Place]:
    """The places that lie in no other: "Mayor Bly" has "Bly" in it."""
    before = ("", 0, 0)
    for (source, number, start), end in sorted(found.items(), key=lambda item: item[0]):
        if (source, number) != before[:2] or start >= before[2]:
            yield Place(source, number, start, end)
            before = (source, number, end)


def _place(case: Case, cells: Mapping[str, str]) -> Place | None:
    source, number = cells.get("source", ""), cells.get("paragraph", "")
    if source not in case.sources or not number.isdecimal():
        return None
    return case.find(source, int(number), cells.get("anchor", ""))


def _sentence(case: Case, place: Place) -> list[str]:
    text = case.sources[place.source].paragraph(place.paragraph).text
    start, end = next(((a, b) for a, b in sentences(text) if a <= place.start < b), (place.start, place.end))
    end = max(end, place.end)
    return [text[start : place.start], text[place.start : place.end], text[place.end : end]]


def _told(table: str, cells: Cells) -> dict[str, str]:
    if table in said.COLUMNS:
        date = cells.get("date", "") or (cells.get("value", "") if cells.get("id") == "cut_off" else "")
        column = "date" if "date" in cells else "value"
        return {column: describe(date)} if date and is_edtf(date) else {}
    kinds = {name: field.metadata for name, field in TABLES[table].model_fields.items() if field.metadata}
    told = {}
    for name, kind in kinds.items():
        if kind in (list(Edtf.__metadata__), list(Edtfs.__metadata__)):
            dates = [date.strip() for date in cells.get(name, "").split("|")]
            told[name] = "; ".join(describe(date) for date in dates if date and is_edtf(date))
    if table == "figures" and cells.get("is_figure") == "yes":
        told["lower"] = _bounds(cells)
    return {name: words for name, words in told.items() if words}


def _bounds(cells: Cells) -> str:
    """What the bounds of a figure say together, so that nobody has to read five cells for it."""
    try:
        row = FigureRow.model_validate(cells)
    except ValidationError:
        return ""
    if row.lower is None and row.upper is None:
        return ""
    closed = row.lower_closed is not False, row.upper_closed is not False
    return Bounds(row.lower, row.upper, *closed, approximate=bool(row.approximate)).describe()
