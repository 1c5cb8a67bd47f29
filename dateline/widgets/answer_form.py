"""A form for any exercise: choose and type, and what the answer cell would hold is saved."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import traitlets

from dateline import kinds
from dateline.cases import Case
from dateline.errors import KitError
from dateline.kinds._forms import Form, form_from
from dateline.widgets.desk import Desk, page_of, style_of
from dateline.widgets.form_changes import changed, doubts
from dateline.widgets.form_data import answer_of, count, fitted
from dateline.widgets.prompt_words import explained, prompt_words


class AnswerForm(Desk):
    """A form with the fields that the exercise's answer has; each change is checked in words and saved.

    The one row of the desk holds what is filled in. `folder` is that of the answers.
    """

    _esm = page_of("typing", "form_lists", "answer_form")
    _css = style_of("answer_form")
    form = traitlets.Dict().tag(sync=True)
    title = traitlets.Unicode("").tag(sync=True)
    doubts = traitlets.List().tag(sync=True)
    filled = traitlets.List().tag(sync=True)

    def __init__(self, case: Case, exercise: str, *, folder: Path | None = None, **traits: Any) -> None:
        self.fields = form_of(case, exercise)
        drawn = self.fields.as_dict()
        title = case.exercises[exercise].title
        super().__init__(case, exercise, folder=folder, form=drawn, title=title, **traits)
        if not self.rows:
            self.rows = self.rows_of(None)
        self._look_over()
        self.observe(self._look_over, "rows")

    @property
    def held(self) -> Any:
        """What the form holds, in its own shape."""
        return self.rows[0]["held"]

    def rows_of(self, answer: Any) -> list[Any]:
        """Return the one row that shows an answer in the form."""
        return [{"held": fitted(self.fields, answer)}]

    def answer_of(self, rows: list[dict[str, Any]]) -> Any:
        """Return what the answer cell would hold; None while everything is blank."""
        return answer_of(self.fields, rows[0]["held"])

    def changed(self, rows: list[dict[str, Any]], message: dict[str, Any]) -> list[dict[str, Any]]:
        """Write a field, or add or remove a row of a list."""
        return [{"held": changed(self.fields, rows[0]["held"], message)}]

    def _look_over(self, _change: Any = None) -> None:
        self.doubts = doubts(self.fields, self.held)
        self.filled = list(count(self.fields, self.held))

    def __repr__(self) -> str:
        return f"AnswerForm({self.exercise}, filled in: {self.filled[0]} of {self.filled[1]})"


def form_of(case: Case, exercise: str) -> Form:
    """Return the form of an exercise, with what its prompt says of each item; KitError when it has none."""
    if exercise not in case.exercises:
        raise KitError(f"The case {case.id!r} has no exercise {exercise!r}.")
    row = case.exercises[exercise]
    if row.form is not None:
        return explained(form_from(row.form), prompt_words(exercise))
    kind = kinds.load(row.kind)
    if not hasattr(kind, "form"):
        raise KitError(f"There is no form for exercise {exercise}. Write its answer into the cell.")
    form = kind.form(kind.Arguments.model_validate(row.arguments), case)
    return explained(form, prompt_words(exercise))
