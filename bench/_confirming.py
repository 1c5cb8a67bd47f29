"""How long a careful person may take to confirm a drafted key: the desk driven row by row, the time reckoned.

An estimate, not a trial with a person. The reports are read once, with all rows; every row is a decision;
what the draft is unsure of, and what the marks made by hand show to be wrong or missing, takes as long as a
row that has to be changed. No mark tells of claims, voices and comparisons which of them are wrong.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dateline.cases.load import load
from dateline.drafting.key_desk import key_desk
from dateline.drafting.reports import read_reports
from dateline.drafting.write import PARTS, new_case
from dateline.findings import Place
from dateline.widgets import KeyDesk
from dateline.widgets.report_text import units
from tests.drafting.marked import marks_of, plain_files

WORDS_A_MINUTE = 200
DECISION, CHANGE = 2.0, 20.0  # seconds for a row that is right, and more for one to change, strike or add
TABLES = {"f": "figures", "t": "dates"}
MARKED = {"figures": "f", "dates": "t"}


@dataclass
class Walk:
    """What it took: words of the text and of all rows, rows, keys, rows changed, struck and added."""

    text: int = 0
    told: int = 0
    rows: int = 0
    keys: int = 0
    changed: set[str] = field(default_factory=set)
    struck: int = 0
    added: int = 0
    left: int = 0

    @property
    def minutes(self) -> float:
        """The time that all of it takes by the reckoning above."""
        reading = (self.text + self.told) / WORDS_A_MINUTE
        changes = len(self.changed) + self.struck + self.added
        return reading + (DECISION * (self.rows + self.added) + CHANGE * changes) / 60


def walk(style: str) -> Walk:
    """Draft a case from the two reports of a style and confirm all of it at the desk, place by place."""
    with tempfile.TemporaryDirectory() as home:
        kit = Path(home)
        for part in (*PARTS, "reports"):
            (kit / part).mkdir()
        case = load(new_case(kit, "trial", read_reports(plain_files(style, kit / "reports"))).folder)
        desk = key_desk(case)
        found = Walk(
            text=sum(len(p.text.split()) for source in case.sources.values() for p in source.paragraphs),
            told=sum(_words(row) for row in desk.rows),
            rows=len(desk.rows),
            changed=set(desk.unsure),
        )
        _mend(desk, found, marks_of(style, case))
        for stop in dict.fromkeys(row["stop"] for row in _open(desk)):
            _confirm(desk, found, stop)
        found.left = len(_open(desk))
        return found


def _words(row: dict[str, Any]) -> int:
    """The words of a row that are not those of the text beside it."""
    return len(row["gist"].split()) + len(row["cells"].get("question", "").split())


def _open(desk: KeyDesk) -> list[dict[str, Any]]:
    return sorted((row for row in desk.rows if row["open"]), key=lambda row: row["rank"])


def _mend(desk: KeyDesk, found: Walk, marks: dict[str, list[Place]]) -> None:
    """Strike what no mark bears out, and add what was marked and is missing."""
    for row in _open(desk):
        is_one = row["table"] in MARKED and row["cells"].get("is_figure") != "no" and row["places"]
        if is_one and not _meets(row["places"][0], marks[MARKED[row["table"]]]):
            _strike(desk, found, row["id"])
    for kind, table in TABLES.items():
        there = [row["places"][0] for row in desk.rows if row["table"] == table and row["places"]]
        for mark in marks[kind]:
            if not any(_meet(mark, place) for place in there):
                _add(desk, found, table, mark)


def _meets(place: dict[str, Any], marks: Iterable[Place]) -> bool:
    return any(_meet(mark, place) for mark in marks)


def _meet(mark: Place, place: dict[str, Any]) -> bool:
    same = (mark.source, mark.paragraph) == (place["source"], place["paragraph"])
    return same and mark.start < place["end"] and place["start"] < mark.end


def _strike(desk: KeyDesk, found: Walk, id: str) -> None:
    """Strike a row, and before it the comparisons that rest on it."""
    resting = [
        row["id"]
        for row in desk.rows
        if row["table"] == "checks" and id in (row["cells"]["left"], row["cells"]["right"])
    ]
    for each in (*resting, id):
        _press(desk, found, {"do": "strike", "id": each})
        found.struck += each not in found.changed


def _add(desk: KeyDesk, found: Walk, table: str, mark: Place) -> None:
    text = desk.case.sources[mark.source].paragraph(mark.paragraph).text
    where = {"source": mark.source, "paragraph": mark.paragraph}
    place = {"start": units(text, mark.start), "end": units(text, mark.end)}
    _press(desk, found, {"do": "add", "table": table, **where, **place})
    found.added += 1


def _confirm(desk: KeyDesk, found: Walk, stop: str) -> None:
    """Confirm the rows of one place: together what the draft is sure of, one by one what it is not."""
    here = [row for row in _open(desk) if row["stop"] == stop]
    doubted = {*desk.unsure, *desk.doubts}
    if sure := [row["id"] for row in here if row["id"] not in doubted]:
        _press(desk, found, {"do": "confirm-all", "ids": sure})
    for row in here:
        if row["id"] in doubted:
            empty = {"names": "role", "case": "value"}.get(row["table"], "")
            cells = {empty: "said by the teacher"} if empty and not row["cells"][empty] else {}
            _press(desk, found, {"do": "confirm", "id": row["id"], "cells": cells})


def _press(desk: KeyDesk, found: Walk, message: dict[str, Any]) -> None:
    reply = desk.act(message)
    if not reply["ok"]:
        raise RuntimeError(f"{message}: {reply['why']}")
    found.keys += 1
