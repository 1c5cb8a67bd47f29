"""What all widgets share: Python owns the data, saves each change at once and says whether it did."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import anywidget
import traitlets

from dateline.answers import Saved, digest, lesson_of
from dateline.cases import Case
from dateline.errors import KitError
from dateline.findings import sentences, words
from dateline.widgets.turns import ONE_AT_A_TIME, REPLIES, Turns

HERE = Path(__file__).parent


def page_of(*names: str) -> str:
    """Return the page's code for a widget: what all desks share, then its own files in their order."""
    files = [HERE / f"{name}.js" for name in ("unanswered", "leaving", "desk", *names)]
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


def style_of(*names: str) -> str:
    """Return the style sheet for a widget: what all desks share, then its own files in their order."""
    files = [HERE / f"{name}.css" for name in ("desk", *names)]
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


class RefusedError(Exception):
    """A change that the data do not allow: the key of a message that says why and what to do."""

    def __init__(self, key: str, **params: object) -> None:
        super().__init__(words(key, params).found)


def _why_not(fault: OSError) -> str:
    """Say in words why nothing was saved."""
    if isinstance(fault, TimeoutError):
        return words("widget-file-in-use").found
    return words("widget-not-saved", {"fault": fault.strerror or fault}).found


UNDOABLE = 100  # changes that can be taken back, one by one


class Desk(anywidget.AnyWidget):
    """A widget whose rows are an exercise's answer.

    The page sends `{do, re, …}`; the desk changes its rows, saves them in `answers/NN.json` beside the
    notebook and replies `{re, ok, why, kept, n}`, with `again` when the same may be tried once more. What
    is shown as saved is on the disk, and what another notebook saved there is taken up, never overwritten
    unseen. Without an exercise nothing is kept, and the page says so. A desk whose exercise wants another
    shape than rows says how one becomes the other in `answer_of` and `rows_of`.
    """

    rows = traitlets.List().tag(sync=True)
    exercise = traitlets.Unicode("").tag(sync=True)
    home = traitlets.Unicode("").tag(sync=True)  # a name for where the answer is kept
    said = traitlets.Dict().tag(sync=True)
    notice = traitlets.Unicode("").tag(sync=True)
    heading_level = traitlets.Int(3, min=1, max=6).tag(sync=True)
    undoable = traitlets.Int(0).tag(sync=True)

    def __init__(self, case: Case, exercise: str = "", *, folder: Path | None = None, **traits: Any) -> None:
        if exercise and exercise not in case.exercises:
            raise KitError(f"The case {case.id!r} has no exercise {exercise!r}.")
        self.case = case
        self.saved = Saved(lesson_of(exercise), folder) if exercise else None
        self._past: list[list[dict[str, Any]]] = []
        self._turns = Turns()
        kept = self.saved.get("answers", exercise) if self.saved else None
        self._known = digest(kept)
        rows = [] if kept is None else self._rows_from(kept)
        home = digest([str(self.saved.path), exercise]) if self.saved else ""
        super().__init__(
            rows=rows, exercise=exercise, home=home, said=sentences("widget"), notice=self._notice(), **traits
        )
        self.on_msg(self._on_message)

    def _rows_from(self, kept: Any) -> list[dict[str, Any]]:
        return [row for row in self.rows_of(kept) if isinstance(row, dict)]

    def rows_of(self, answer: Any) -> list[Any]:
        """Return the rows that show an answer kept before; none when it has another shape."""
        return list(answer) if isinstance(answer, list) else []

    def answer_of(self, rows: list[dict[str, Any]]) -> Any:
        """Return the rows as the exercise wants its answer."""
        return [dict(row) for row in rows]

    def _notice(self) -> str:
        aside = self.saved.kept_aside if self.saved else None
        return words("answers-file-broken", {"kept": aside.name}).found if aside else ""

    def _on_message(self, _widget: Any, message: Any, _buffers: Any) -> None:
        if not isinstance(message, dict) or "do" not in message:
            return
        with ONE_AT_A_TIME:
            for each in self._turns.due(message):
                self._answer(each)

    def _answer(self, message: dict[str, Any]) -> None:
        if message["do"] == "look":  # the learner comes back to this desk: nothing is asked, nothing said
            self.look()
            return
        before = REPLIES.given(message)
        if before:
            self.look()  # another widget may have done it
        reply = before or self.act(message)
        REPLIES.keep(reply)
        self.send(reply)

    def look(self) -> bool:
        """Take up what was saved elsewhere since, in another notebook or widget; tell whether any was."""
        kept = self.saved.get("answers", self.exercise) if self.saved else None
        if kept is None or digest(kept) == self._known:
            return False
        self._known = digest(kept)
        self._past, self.undoable = [], 0
        self.rows = self._rows_from(kept)
        return True

    def refuse_elsewhere(self) -> None:
        """Refuse a change to rows that the learner has not seen, since they were saved elsewhere."""
        raise RefusedError("widget-changed-elsewhere")

    def act(self, message: dict[str, Any]) -> dict[str, Any]:
        """Do what the page asks and return the reply; the rows change only once they are saved."""
        reply = {"re": message.get("re"), "ok": False, "why": ""}
        try:
            if self.look():
                self.refuse_elsewhere()
            before = [dict(row) for row in self.rows]
            rows = self._undone() if message["do"] == "undo" else self.changed(before, message)
            self._save(rows)
        except RefusedError as fault:
            return {**reply, "why": str(fault), "n": len(self.rows)}
        except OSError as fault:
            return {**reply, "why": _why_not(fault), "again": True, "n": len(self.rows)}
        self._remember(message["do"] == "undo")
        self.rows = rows
        return {**reply, "ok": True, "kept": self.saved is not None, "n": len(rows)}

    def _undone(self) -> list[dict[str, Any]]:
        if not self._past:
            raise RefusedError("widget-nothing-to-undo")
        return self._past[-1]

    def _remember(self, undone: bool) -> None:
        """Keep the rows as they were before a change that is done; taking one back forgets it."""
        if undone:
            self._past.pop()
        else:
            self._past = [*self._past, [dict(row) for row in self.rows]][-UNDOABLE:]
        self.undoable = len(self._past)

    def changed(self, rows: list[dict[str, Any]], message: dict[str, Any]) -> list[dict[str, Any]]:
        """Return the rows after the change that `message` asks for; RefusedError when it cannot be made."""
        raise NotImplementedError

    def _save(self, rows: list[dict[str, Any]]) -> None:
        if self.saved:
            answer = self.answer_of(rows)
            self.saved.put("answers", self.exercise, answer)
            self._known = digest(answer)

    @property
    def answer(self) -> Any:
        """The rows as plain data: what the answer cell could hold instead."""
        return self.answer_of(self.rows)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.exercise or self.case.id}, recorded: {len(self.rows)})"
