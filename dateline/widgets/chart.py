"""What both charts share: they draw what is recorded elsewhere, follow its changes and save nothing."""

from __future__ import annotations

import base64
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

import anywidget
import traitlets

from dateline.answers import Saved, ShapeError, follow, is_untried, lesson_of, plain
from dateline.cases import Case
from dateline.errors import KitError
from dateline.findings import sentences, words
from dateline.kinds._shared import listed
from dateline.widgets.desk import Desk
from dateline.widgets.turns import ONE_AT_A_TIME

if TYPE_CHECKING:
    from matplotlib.figure import Figure

MOST_ROWS = 300  # what is more could not be read in a picture


@dataclass(frozen=True)
class Given:
    """What is to be read: an answer, and the exercise and the case that it belongs to, if any."""

    answer: Any
    exercise: str = ""
    case: Case | None = None


@dataclass
class Reading:
    """What was read: `rows` to draw, as the page needs them, and `faults`, what is left out and why."""

    rows: list[dict[str, Any]]
    faults: list[str]


def said(key: str, **blanks: Any) -> str:
    """Return one sentence of the charts."""
    return words(f"widget-{key}", blanks).found


class Chart(anywidget.AnyWidget):
    """A picture of what a learner recorded, with the same facts as a table and in words.

    `what` is a case, whose saved answers are drawn; or a desk, whose rows are; or rows: a table, a list of
    dicts. `answers` maps exercises of the case to answers that stand in a cell; where one is still `...`, or
    is not given, the saved answer is taken, as `check` does. The picture is redrawn as soon as an answer is
    saved in the same kernel, and on request. `folder` is that of the answers.
    """

    kinds: ClassVar[tuple[str, ...]] = ()  # the kinds of exercise whose answers are drawn
    rows = traitlets.List().tag(sync=True)
    faults = traitlets.List().tag(sync=True)
    summary = traitlets.Unicode("").tag(sync=True)
    empty = traitlets.Unicode("").tag(sync=True)
    notice = traitlets.Unicode("").tag(sync=True)
    title = traitlets.Unicode("").tag(sync=True)
    said = traitlets.Dict().tag(sync=True)
    heading_level = traitlets.Int(3, min=1, max=6).tag(sync=True)

    def __init__(
        self,
        what: Any,
        answers: Mapping[str, Any] | None = None,
        *,
        folder: Path | None = None,
        title: str = "",
        **traits: Any,
    ) -> None:
        self.case = what if isinstance(what, Case) else getattr(what, "case", None)
        self._what, self._folder, self._answers = what, folder, dict(answers or {})
        self._check_answers()
        super().__init__(said=sentences("chart"), title=title or self.heading(), **traits)
        self.on_msg(self._on_message)
        self.refresh()
        if isinstance(what, Desk):
            what.observe(self._on_rows, "rows")
        elif isinstance(what, Case):
            follow(self)

    def heading(self) -> str:
        """Return the title where none is given."""
        raise NotImplementedError

    def read(self, given: Sequence[Given]) -> Reading:
        """Return what can be drawn of the answers, and what cannot."""
        raise NotImplementedError

    def summed_up(self) -> str:
        """Return the picture in one sentence."""
        raise NotImplementedError

    def figure(self) -> Figure:
        """Return the same picture as a matplotlib figure, for print."""
        raise NotImplementedError

    def _check_answers(self) -> None:
        wrong = [id for id in self._answers if id not in self._exercises()]
        if isinstance(self._what, Desk) and (id := self._what.exercise):
            wrong += [] if self._what.case.exercises[id].kind in self.kinds else [id]
        if wrong:
            able = listed(self._exercises()) or "none"
            raise KitError(said("chart-no-exercise", exercise=listed(wrong), able=able))

    def _exercises(self) -> list[str]:
        """The exercises of the case that can be drawn."""
        exercises = self._what.exercises if isinstance(self._what, Case) else {}
        return [id for id, each in exercises.items() if each.kind in self.kinds]

    def _given(self) -> list[Given]:
        if isinstance(self._what, Desk):
            return [Given(self._what.answer, self._what.exercise, self.case)]
        if not isinstance(self._what, Case):
            return [Given(self._what)]
        return [Given(self._answer(id), id, self.case) for id in self._exercises()]

    def _answer(self, exercise: str) -> Any:
        typed = self._answers.get(exercise, ...)
        if not is_untried(typed):
            return typed
        saved = Saved(lesson_of(exercise), self._folder)
        kept = saved.get("answers", exercise)
        if saved.kept_aside:
            self.notice = words("answers-file-broken", {"kept": saved.kept_aside.name}).found
        return kept

    def refresh(self) -> None:
        """Read what is recorded again and draw it."""
        faults, given = [], []
        for each in self._given():
            try:
                answer = None if is_untried(each.answer) else plain(each.answer)
                given.append(Given(answer, each.exercise, each.case))
            except ShapeError as fault:
                faults.append(self._placed(each.exercise, str(fault)))
        read = self.read([each for each in given if each.answer is not None])
        if len(read.rows) > MOST_ROWS:
            read.faults.append(said("chart-too-many", most=MOST_ROWS, count=len(read.rows)))
        with self.hold_sync():
            self.rows, self.faults = read.rows[:MOST_ROWS], faults + read.faults
            self.summary = self.summed_up() if self.rows else ""
            self.empty = "" if self.rows else self._why_empty()

    def _placed(self, exercise: str, why: str) -> str:
        return f"{exercise}: {why}" if exercise else why

    def _why_empty(self) -> str:
        """What to do where nothing is recorded, or that the reasons stand below."""
        if self.faults:
            return said("chart-none-drawn")
        exercises = self._exercises()
        if not exercises:
            return said("chart-empty-rows")
        return said("chart-empty", exercises=listed(exercises, "or"), first=exercises[0])

    def saved(self, path: Path, section: str, name: str) -> None:
        """Follow what any desk or form of this kernel saves."""
        if section != "answers" or name not in self._exercises():
            return
        if path.resolve() == Saved(lesson_of(name), self._folder).path.resolve():
            self.refresh()

    def _on_rows(self, _change: Any) -> None:
        self.refresh()

    def _on_message(self, _widget: Any, message: Any, _buffers: Any) -> None:
        if isinstance(message, dict) and "do" in message:
            with ONE_AT_A_TIME:
                self.send(self.act(message))

    def act(self, message: dict[str, Any]) -> dict[str, Any]:
        """Do what the page asks; the reply says in words what was done."""
        if message.get("do") == "refresh":
            self.refresh()
            return {"re": message.get("re"), "ok": True, "told": self.summary or self.empty}
        return {"re": message.get("re"), "ok": False, "told": words("widget-unknown-act").found}

    def close(self) -> None:
        """Close the widget; it follows nothing any more."""
        if isinstance(self._what, Desk) and self.comm is not None:
            self._what.unobserve(self._on_rows, "rows")
        super().close()

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        """Give print and other readers, which run no widget, the matplotlib twin beside it."""
        bundle = super()._repr_mimebundle_(**kwargs)
        if bundle is not None:
            page = io.BytesIO()
            self.figure().savefig(page, format="png", dpi=100)
            bundle[0]["image/png"] = base64.b64encode(page.getvalue()).decode("ascii")
        return bundle

    def __repr__(self) -> str:
        told = {"drawn": len(self.rows), "left out": len(self.faults)}
        counts = ", ".join(f"{name}: {count}" for name, count in told.items())
        return f"{type(self).__name__}({self.case.id + ', ' if self.case else ''}{counts})"
