"""The figure ledger: one row a figure, filled by typing, from the report or from a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import traitlets

from dateline.cases import Case
from dateline.errors import KitError
from dateline.findings import words
from dateline.kinds._ledger_rows import COLUMNS
from dateline.kinds._shared import clipped
from dateline.widgets import ledger_rows as made
from dateline.widgets.desk import Desk, RefusedError, page_of, style_of
from dateline.widgets.ledger_cells import doubts, read_cell, shown
from dateline.widgets.ledger_offers import is_recorded, offers
from dateline.widgets.ledger_paste import read_table
from dateline.widgets.report_text import reports_of, selector


class FigureLedger(Desk):
    """A table in which the learner records figures; its rows are the answer of a ledger exercise.

    A bound left empty is None: the text sets no limit on that side. `offered` are rows read in the report or
    in a pasted table, which become part of the answer only when the learner confirms them; `doubts` say in
    words what a reader of the rows would stumble over. Sorting changes the order of the rows themselves, so
    that the third row here is row 3 for the check; `sorted_by` names the column while they are in its order.
    """

    _esm = page_of("report_text", "ledger_cells", "ledger_table", "ledger_offers", "figure_ledger")
    _css = style_of("report_text", "figure_ledger")
    reports = traitlets.List().tag(sync=True)
    columns = traitlets.List(list(COLUMNS)).tag(sync=True)
    cells = traitlets.Dict().tag(sync=True)
    doubts = traitlets.List().tag(sync=True)
    offered = traitlets.Dict().tag(sync=True)
    sorted_by = traitlets.Dict().tag(sync=True)

    def __init__(self, case: Case, exercise: str = "", *, folder: Path | None = None, **traits: Any) -> None:
        if exercise in case.exercises and case.exercises[exercise].kind != "ledger":
            raise KitError(words("widget-no-figures-asked", {"exercise": exercise}).found)
        self._ids = count(1)
        self._acting: dict[str, Any] = {}
        self._last_cell: tuple[Any, ...] = ()
        super().__init__(case, exercise, folder=folder, **traits)
        asked = case.exercises[exercise].arguments.get("source") if exercise else None
        self.source = asked if asked in case.sources else ""
        self.reports = [each for each in reports_of(case) if self.source in ("", each["id"])]
        self._look_over()
        self.observe(self._look_over, "rows")

    def rows_of(self, answer: Any) -> list[Any]:
        """Return the rows kept before, each with an id; what else they hold stays with them."""
        rows = answer if isinstance(answer, list) else []
        return made.with_ids([row for row in rows if isinstance(row, dict)], self._ids)

    def answer_of(self, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """Return the rows as the answer cell would hold them."""
        return [{name: value for name, value in row.items() if name != "id"} for row in rows]

    def act(self, message: dict[str, Any]) -> dict[str, Any]:
        """Do what the page asks; reading, pasting and dismissing offers change no row and save nothing."""
        asides = {"read": self._read, "paste": self._paste, "dismiss": self._dismiss}
        if message.get("do") in asides:
            return self._aside(asides[message["do"]], message)
        self._acting = message
        reply = super().act(message)
        if reply["ok"]:
            self._follow(message)
        return reply

    def _aside(self, act: Callable[[dict[str, Any]], None], message: dict[str, Any]) -> dict[str, Any]:
        reply = {"re": message.get("re"), "ok": True, "why": "", "n": len(self.rows)}
        try:
            act(message)
        except RefusedError as fault:
            return {**reply, "ok": False, "why": str(fault)}
        return {**reply, "told": self._offer_words(message["do"])}

    def _offer_words(self, act: str) -> str:
        """What the status line says once offers are there, or gone."""
        count = len(self.offered.get("rows", []))
        if act == "dismiss":
            return words("widget-dismissed", {"count": count}).found
        return words("widget-offered" if count else "widget-offer-none", {"count": count}).found

    def _follow(self, message: dict[str, Any]) -> None:
        """Take away the offers that are confirmed, and say what the rows are in order of."""
        if message["do"] == "replace":
            self._show_offers({})
        elif message["do"] == "confirm":
            self._dismiss(message)  # all at once: those that were recorded before go too
        elif message["do"] == "sort":
            self.sorted_by = {"column": message["column"], "down": message.get("down") is True}

    def _remember(self, undone: bool) -> None:
        """Let the edits of one cell, sent as one pauses in it, be taken back as one."""
        cell = tuple(self._acting.get(name) for name in ("do", "id", "column"))
        goes_on = cell == self._last_cell and cell[0] == "edit" and self._past
        if not goes_on:
            super()._remember(undone)
        self._last_cell = () if undone else cell

    def changed(self, rows: list[dict[str, Any]], message: dict[str, Any]) -> list[dict[str, Any]]:
        """Add, fill, move or remove a row, put the rows in order, or take in what is offered."""
        act = message["do"]
        if act == "add":
            return made.added(rows, [made.blank(message.get("id"), rows)])
        if act == "sort":
            return self._sorted(rows, message)
        if act in ("confirm", "replace"):
            return self._confirmed(rows if act == "confirm" else [], message)
        at = made.place_of(rows, message.get("id"))
        if act == "remove":
            return [*rows[:at], *rows[at + 1 :]]
        if act == "move":
            return made.moved(rows, at, message.get("by"))
        if act == "edit" and message.get("column") in COLUMNS:
            rows[at][message["column"]] = read_cell(message["column"], message.get("value"))
            return rows
        raise RefusedError("widget-unknown-act")

    def _sorted(self, rows: list[dict[str, Any]], message: dict[str, Any]) -> list[dict[str, Any]]:
        column, down = message.get("column"), message.get("down") is True
        if column not in COLUMNS:
            raise RefusedError("widget-unknown-act")
        return made.ordered(rows, column, down)

    def _confirmed(self, rows: list[dict[str, Any]], message: dict[str, Any]) -> list[dict[str, Any]]:
        offered, wanted = self.offered.get("rows", []), message.get("ids")
        chosen = [each for each in offered if wanted is None or each["id"] in wanted]
        if wanted is None and not self.offered.get("pasted"):  # all at once, but none twice
            chosen = [each for each in chosen if not each["recorded"]]
        if not chosen:
            raise RefusedError(
                "widget-offers-recorded" if offered and wanted is None else "widget-offer-gone"
            )
        return made.added(rows, made.with_ids([each["row"] for each in chosen], self._ids))

    def _read(self, message: dict[str, Any]) -> None:
        """Offer rows for the figures in words chosen in the report."""
        place = selector(self.case, message)
        paragraph = self.case.sources[place["source"]].paragraph(place["paragraph"])
        found, told = offers(paragraph, place["start"], place["end"])
        where = {"source": place["source"], "paragraph": place["paragraph"], "text": clipped(place["exact"])}
        self._offer(found, told, pasted=False, where=words("widget-offer-from", where).found)

    def _paste(self, message: dict[str, Any]) -> None:
        """Offer the rows of a pasted table."""
        table = read_table(str(message.get("text", "")), str(message.get("column", "")))
        places = [words("widget-offer-line", {"line": line}).found for line in table.lines]
        found = [
            {"row": row, "surface": place, "note": ""} for row, place in zip(table.rows, places, strict=True)
        ]
        key = "widget-paste-headed" if table.header else "widget-paste-bare"
        self._offer(found, table.notes, pasted=True, where=words(key, {"count": len(found)}).found)

    def _offer(self, found: list[dict[str, Any]], told: list[str], *, pasted: bool, where: str) -> None:
        rows = [{"id": next(self._ids), **each} for each in found]
        self._show_offers({"rows": rows, "told": told, "pasted": pasted, "where": where})

    def _dismiss(self, message: dict[str, Any]) -> None:
        """Take offers away, those named or all."""
        gone = message.get("ids")
        left = [each for each in self.offered.get("rows", []) if gone is not None and each["id"] not in gone]
        self._show_offers({**self.offered, "rows": left} if left else {})

    def _show_offers(self, offered: dict[str, Any]) -> None:
        """Say of each offer whether the ledger has it already, and what confirming them would make of it."""
        rows = [
            {**each, "cells": _shown(each["row"]), "recorded": is_recorded(each["row"], self.rows)}
            for each in offered.get("rows", [])
        ]
        counts = {"now": len(self.rows), "more": len(self.rows) + len(rows), "only": len(rows)}
        key = "widget-paste-counts" if offered.get("pasted") else "widget-offer-counts"
        summary = words(key if rows else "widget-offer-none", counts).found
        self.offered = {**offered, "rows": rows, "summary": summary} if offered else {}

    def _look_over(self, _change: Any = None) -> None:
        self.cells = {row["id"]: _shown(row) for row in self.rows}
        self.doubts = [
            {"id": row["id"], "row": number, "column": column, "why": why}
            for number, row in enumerate(self.rows)
            for column, why in doubts(row, self.case, self.source)
        ]
        self._show_offers(self.offered)
        if self.sorted_by and not made.is_ordered(self.rows, **self.sorted_by):
            self.sorted_by = {}

    def __repr__(self) -> str:
        return f"FigureLedger({self.exercise or self.case.id}, recorded: {len(self.rows)})"


def _shown(row: dict[str, Any]) -> dict[str, str]:
    return {name: shown(row.get(name)) for name in COLUMNS}
