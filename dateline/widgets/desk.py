"""What all widgets share: Python owns the data, saves each change at once and says whether it did."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import anywidget
import traitlets

from dateline.answers import Saved, lesson_of
from dateline.cases import Case
from dateline.errors import KitError
from dateline.findings import sentences, words

HERE = Path(__file__).parent


def page_of(name: str) -> str:
    """Return the page's code for a widget: what all desks share, then its own file."""
    return "\n".join((HERE / file).read_text(encoding="utf-8") for file in ("desk.js", f"{name}.js"))


def style_of(name: str) -> str:
    """Return the style sheet for a widget: what all desks share, then its own file."""
    return "\n".join((HERE / file).read_text(encoding="utf-8") for file in ("desk.css", f"{name}.css"))


class RefusedError(Exception):
    """A change that the data do not allow: the key of a message that says why and what to do."""

    def __init__(self, key: str, **params: object) -> None:
        super().__init__(words(key, params).found)


class Desk(anywidget.AnyWidget):
    """A widget whose rows are an exercise's answer.

    The page sends `{do, re, …}`; the desk changes its rows, saves them in `answers/NN.json` beside the
    notebook and replies `{re, ok, why, kept, n}`. What is shown as saved is on the disk. Without an
    exercise nothing is kept, and the page says so.
    """

    rows = traitlets.List().tag(sync=True)
    exercise = traitlets.Unicode("").tag(sync=True)
    said = traitlets.Dict().tag(sync=True)
    notice = traitlets.Unicode("").tag(sync=True)
    heading_level = traitlets.Int(3, min=1, max=6).tag(sync=True)

    def __init__(self, case: Case, exercise: str = "", *, folder: Path | None = None, **traits: Any) -> None:
        if exercise and exercise not in case.exercises:
            raise KitError(f"The case {case.id!r} has no exercise {exercise!r}.")
        self.case = case
        self.saved = Saved(lesson_of(exercise), folder) if exercise else None
        rows = self._kept(exercise)
        super().__init__(
            rows=rows, exercise=exercise, said=sentences("widget"), notice=self._notice(), **traits
        )
        self.on_msg(self._on_message)

    def _kept(self, exercise: str) -> list[dict[str, Any]]:
        kept = self.saved.get("answers", exercise) if self.saved else None
        return [row for row in kept if isinstance(row, dict)] if isinstance(kept, list) else []

    def _notice(self) -> str:
        aside = self.saved.kept_aside if self.saved else None
        return words("answers-file-broken", {"kept": aside.name}).found if aside else ""

    def _on_message(self, _widget: Any, message: Any, _buffers: Any) -> None:
        if isinstance(message, dict) and "do" in message:
            self.send(self.act(message))

    def act(self, message: dict[str, Any]) -> dict[str, Any]:
        """Do what the page asks and return the reply; the rows change only once they are saved."""
        reply = {"re": message.get("re"), "ok": False, "why": ""}
        try:
            rows = self.changed([dict(row) for row in self.rows], message)
            self._save(rows)
        except RefusedError as fault:
            return {**reply, "why": str(fault), "n": len(self.rows)}
        except OSError as fault:
            why = words("widget-not-saved", {"fault": fault.strerror or fault}).found
            return {**reply, "why": why, "n": len(self.rows)}
        self.rows = rows
        return {**reply, "ok": True, "kept": self.saved is not None, "n": len(rows)}

    def changed(self, rows: list[dict[str, Any]], message: dict[str, Any]) -> list[dict[str, Any]]:
        """Return the rows after the change that `message` asks for; RefusedError when it cannot be made."""
        raise NotImplementedError

    def _save(self, rows: list[dict[str, Any]]) -> None:
        if self.saved:
            self.saved.put("answers", self.exercise, rows)

    @property
    def answer(self) -> list[dict[str, Any]]:
        """The rows as plain data: what the answer cell could hold instead."""
        return [dict(row) for row in self.rows]

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.exercise or self.case.id}, recorded: {len(self.rows)})"
