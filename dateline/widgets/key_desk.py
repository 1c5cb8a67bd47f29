"""The key desk: a teacher confirms the rows of a drafted key one by one, beside the text they stand on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from time import monotonic
from typing import Any

import traitlets

from dateline.answers import digest
from dateline.cases import Case, FigureRow
from dateline.cases.facts import COLUMNS
from dateline.cases.key_files import ChangedElsewhereError, KeyFiles
from dateline.cases.rows import TABLES
from dateline.cases.yaml_text import RigidError
from dateline.errors import KitError, Problem
from dateline.findings import sentences, words
from dateline.widgets import key_changes as made
from dateline.widgets.desk import UNDOABLE, Desk, RefusedError, page_of, style_of
from dateline.widgets.key_rows import fields_of, offers_of, shown_rows
from dateline.widgets.report_text import reports_of, selector

PAUSE = 120.0  # seconds: who does nothing for longer has gone away, and only these count
Drafter = Callable[[Case, str, Mapping[str, Any]], dict[str, str]]
Carrier = Callable[[Case, KeyFiles, KeyFiles, str], KeyFiles]
Comparer = Callable[[Case, FigureRow, FigureRow], dict[str, str]]
Wonderer = Callable[[Case, KeyFiles], dict[str, list[str]]]
Graded = tuple[str, Problem]  # "error", "doubt" or "to confirm", and what and where


class KeyDesk(Desk):
    """The rows of a case's key, each to be confirmed, changed or struck; every change is written at once.

    The rows are those of the tables in the `key` folder of the case, and the facts of case.yaml and of the
    heads of the reports. A change is taken only if the case can still be loaded with it; what was not changed
    stays as it is in its file, byte for byte. `drafter` drafts a row for words chosen in the text, `comparer`
    a comparison of two figures; `checker` tells what is wrong or doubtful in rows, `wonderer` what the draft
    guessed; `carrier` changes what follows from a row that was changed, `validator` tells what is left to do
    in the whole case.
    """

    _esm = page_of("typing", "report_text", "key_fields", "key_row", "key_stop", "key_desk")
    _css = style_of("report_text", "key_desk")
    reports = traitlets.List().tag(sync=True)
    fields = traitlets.Dict().tag(sync=True)
    offers = traitlets.Dict().tag(sync=True)
    doubts = traitlets.Dict().tag(sync=True)  # by row: in words
    unsure = traitlets.Dict().tag(sync=True)  # by row that is to confirm: what the draft guessed, in words
    standing = traitlets.Dict().tag(sync=True)
    spent = traitlets.Float(0.0).tag(sync=True)  # seconds, pauses left out
    confirmed = traitlets.Int(0).tag(sync=True)  # rows confirmed or struck at this desk

    def __init__(
        self,
        case: Case,
        *,
        drafter: Drafter = made.blank,
        checker: Callable[[Case], Iterable[Graded]] = lambda case: (),
        carrier: Carrier = made.alone,
        comparer: Comparer = made.bare_pair,
        wonderer: Wonderer = lambda case, files: {},
        validator: Callable[[Path], Sequence[Graded]] | None = None,
        **traits: Any,
    ) -> None:
        if case.folder is None or not (case.folder / "key").is_dir():
            raise KitError(words("widget-key-no-folder", {"case": case.id}).found)
        self._drafter, self._checker, self._carrier = drafter, checker, carrier
        self._validator, self._comparer, self._wonderer = validator, comparer, wonderer
        self.files = self._next = KeyFiles.read(case.folder / "key")
        self._before: list[tuple[KeyFiles, str, int]] = []
        self._touched, self._since = "", monotonic()
        self._doubtful: list[Problem] = []
        super().__init__(case, **traits)
        self.said = {**self.said, **sentences("key")}
        self.home = digest(["key", str(case.folder.resolve())])
        self.reports = reports_of(case)
        self.fields = {table: fields_of(table) for table in (*COLUMNS, *TABLES)}
        self._show()

    def _show(self) -> None:
        self.case, _ = self.files.loaded_into(self.case)
        self.rows = shown_rows(self.case, self.files)
        self._follow()

    def _follow(self) -> None:
        """Bring up to date what depends on the rows: the words offered, and what is doubtful in each."""
        self._known_faults = {str(each) for each in self._look_over(self.files)}
        self.offers = offers_of(self.case, self.files)
        doubts: dict[str, list[str]] = {}
        for problem in self._doubtful:
            doubts.setdefault(problem.row.removeprefix("row "), []).append(made.told(problem))
        self.doubts = doubts
        self.unsure = self._wonderer(self.case, self.files)

    def act(self, message: dict[str, Any]) -> dict[str, Any]:
        """Do what the page asks; the reply names the row to show, and the columns that were refused."""
        self._count_time()
        if message.get("do") == "validate":
            return self._validated(message)
        self._columns: list[str] = []
        self._again = False
        reply = super().act(message)
        if reply["ok"]:
            self._follow()
        more = {"kept": reply["ok"], "again": self._again, "columns": self._columns}
        return {**reply, **more, "row": self._touched}

    def _count_time(self) -> None:
        now = monotonic()
        self.spent += min(now - self._since, PAUSE)
        self._since = now

    def changed(self, rows: list[dict[str, Any]], message: dict[str, Any]) -> list[dict[str, Any]]:
        """Return the rows after a row was confirmed, changed, struck or added."""
        self._refuse_broken()
        try:
            self._next = self._sound(self._changed(message), message)
        except RigidError as fault:
            raise RefusedError("widget-key-rigid", why=fault) from None
        return shown_rows(self.case, self._next)

    def _changed(self, message: dict[str, Any]) -> KeyFiles:
        act, id = message["do"], str(message.get("id") or "")
        self._touched = id
        if act == "add" and message.get("table") == "names":
            files, self._touched = made.with_name(self.files, selector(self.case, message)["exact"])
            return files
        if act == "compare":
            pair = made.pair_of(self.case, self.files, message)
            files, self._touched = made.added(self.files, ("checks", self._comparer(self.case, *pair)))
            return files
        if act == "add":
            files, self._touched = made.added(self.files, self._drafted(message))
            return files
        if act == "confirm-all":
            return self._all_confirmed(message.get("ids"))
        found = self.files.row(id)
        if found is None:
            raise RefusedError("widget-row-gone")
        if act == "strike" and found[0] in made.STRIKABLE:
            return self.files.without(id)
        if act == "anchor" and found[0] in TABLES:
            return self.files.with_cells(id, made.anchored(self.case, selector(self.case, message)))
        if act in ("edit", "confirm"):
            return self._written(id, message.get("cells") or {}, confirms=act == "confirm")
        raise RefusedError("widget-key-not-here" if act in ("strike", "anchor") else "widget-unknown-act")

    def _all_confirmed(self, ids: Any) -> KeyFiles:
        """The files with several rows confirmed as they stand; those the draft is unsure of come alone."""
        if not isinstance(ids, list) or not ids or any(self.files.row(str(id)) is None for id in ids):
            raise RefusedError("widget-row-gone")
        files = self.files
        for id in map(str, ids):
            self._touched = id
            if id in self.unsure:
                raise RefusedError("widget-key-unsure-alone", id=id)
            files = files.with_cells(id, made.read_cells(files, id, {}, confirms=True))
        return files

    def _written(self, id: str, given: Any, *, confirms: bool) -> KeyFiles:
        """The files with a row changed; the row may be another one after it, as a person who is a place."""
        cells = made.read_cells(self.files, id, given, confirms=confirms)
        self._touched = self.files.facts.moved_id(id, cells.get("kind", "")) if "." in id else id
        return self._carrier(self.case, self.files, self.files.with_cells(id, cells), id)

    def _drafted(self, message: dict[str, Any]) -> tuple[str, dict[str, str]]:
        """The table and the cells of a new row for words chosen in the text."""
        table = message.get("table")
        if table not in made.ADDABLE:
            raise RefusedError("widget-unknown-act")
        place = selector(self.case, message)
        return table, {**made.anchored(self.case, place), **self._drafter(self.case, table, place)}

    def _sound(self, files: KeyFiles, message: dict[str, Any]) -> KeyFiles:
        """Return the tables if a case can be loaded with them; RefusedError says what does not fit."""
        faults = self._look_over(files)
        new = [each for each in faults if str(each) not in self._known_faults]
        if not new:
            return files
        if message["do"] == "strike":
            rows = ", ".join(dict.fromkeys(each.row.removeprefix("row ") for each in new))
            raise RefusedError("widget-key-leant-on", id=message["id"], rows=rows)
        sent = list(message.get("cells") or {})
        column = new[0].reason.partition(":")[0].rpartition(".")[2]
        self._columns = [name for name in sent if name == column] or sent
        raise RefusedError("widget-key-refused", why=made.told(new[0]))

    def _look_over(self, files: KeyFiles) -> list[Problem]:
        """Return what is wrong in tables, and remember what is doubtful in them."""
        case, problems = files.loaded_into(self.case)
        if problems:
            return problems
        found = list(self._checker(case))
        self._doubtful = [problem for grade, problem in found if grade == made.DOUBT]
        return [*made.crossed(case), *(problem for grade, problem in found if grade == made.ERROR)]

    def look(self) -> bool:
        """Take up what was written to the tables elsewhere; tell whether there was any that can be read."""
        now, fault = self._on_disk()
        if fault or now == self.files:
            return False
        self.files, self._before, self.undoable = now, [], 0
        self._show()
        return True

    def _on_disk(self) -> tuple[KeyFiles, str]:
        """The tables as they are in their files now, and what is wrong with them that was not here."""
        try:
            now = KeyFiles.read(self.files.folder)
        except KitError as fault:
            return self.files, str(fault)
        if now == self.files:
            return now, ""
        _, problems = now.loaded_into(self.case)
        return now, str(problems[0]) if problems else ""

    def _refuse_broken(self) -> None:
        """Refuse a change while a table holds what cannot be read: it was written there elsewhere."""
        _, fault = self._on_disk()
        if fault:
            raise RefusedError("widget-key-refused", why=fault)

    def refuse_elsewhere(self) -> None:
        """Refuse a change to rows that the teacher has not seen, since they were written elsewhere."""
        raise RefusedError("widget-key-elsewhere")

    def _undone(self) -> list[dict[str, Any]]:
        self._refuse_broken()
        if not self._before:
            raise RefusedError("widget-nothing-to-undo")
        self._next, self._touched, _ = self._before[-1]
        return shown_rows(self.case, self._next)

    def _save(self, rows: list[dict[str, Any]]) -> None:
        try:
            self._next.save(self.files)
        except ChangedElsewhereError:
            self.look()
            self.refuse_elsewhere()
        except OSError as fault:
            self._again = True
            why = {"fault": fault.strerror or fault, "folder": self.files.folder.name}
            raise RefusedError("widget-key-not-saved", **why) from None
        self._left, self.files = self.files, self._next
        self.case, _ = self.files.loaded_into(self.case)

    def _remember(self, undone: bool) -> None:
        """Keep the tables as they were before a change that is done, and count what is confirmed."""
        if undone:
            *self._before, (_, _, done) = self._before
            self.confirmed -= done
        elif self._left != self.files:  # a row confirmed twice leaves nothing to take back
            done = max(0, made.count_open(self._left) - made.count_open(self.files))
            self._before = [*self._before, (self._left, self._touched, done)][-UNDOABLE:]
            self.confirmed += done
        self.undoable = len(self._before)

    def _validated(self, message: dict[str, Any]) -> dict[str, Any]:
        """Ask what is left to do in the whole case, and show it."""
        reply = {"re": message.get("re"), "ok": True, "why": "", "n": len(self.rows)}
        if self._validator is None:
            told = words("widget-key-ask-validate", {"case": self.case.id}).found
            self.standing = {"told": told, "lines": []}
            return {**reply, "told": told}
        found = self._validator(self.files.folder.parent)
        told = made.stands(self.case.id, found)
        self.standing = {"told": told, "lines": made.lines_of(self.case.id, found)}
        return {**reply, "told": told}

    def __repr__(self) -> str:
        return f"KeyDesk({self.case.id}, to confirm: {made.count_open(self.files)} of {len(self.rows)})"
