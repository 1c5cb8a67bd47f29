"""The notebooks of a drafted case: its reports, then prompt, answer cell and check of each exercise."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from pprint import pformat
from typing import Any

from dateline.build.blank import blank_cells
from dateline.build.notebook import Cell, as_text, with_source
from dateline.build.parts import find_exercises
from dateline.cases import Case
from dateline.drafting.exercises import Made

WIDTH = 100
COUNTED = ("spans", "outline", "plotted")  # how many rows there are is for the learner to find


def notebooks_of(case: Case, made: Iterable[Made]) -> dict[str, tuple[str, str]]:
    """Return, by file name, the text of each solution notebook and of the exercise made from it."""
    found = {}
    for slug, group in groupby(sorted(made, key=lambda one: one.slug), key=lambda one: one.slug):
        cells = _cells(case, slug, list(group))
        exercises, faults = find_exercises({"cells": cells})
        assert not faults, faults
        found[f"{slug}.ipynb"] = (
            as_text(cells),
            as_text(blank_cells({"cells": cells}, exercises)),
        )
    return found


def _cells(case: Case, slug: str, made: Sequence[Made]) -> list[Cell]:
    cells = [_text("title", _title(case, slug, made)), _code("open", _opening(case, made))]
    for source in case.sources:
        cells.append(_code(f"show-{source.lower()}", f'case.sources["{source}"]'))
    for one in made:
        id = one.row.id.replace(".", "-")
        cells += [
            _text(f"prompt-{id}", _prompt(one)),
            _code(f"answer-{id}", f"{one.row.answer} = {_literal(one.answer)}"),
            _code(f"check-{id}", f'check("{one.row.id}", {one.row.answer}, case)'),
        ]
        cells += [_code(f"after-{id}", one.after)] if one.after else []
    return cells


def _title(case: Case, slug: str, made: Sequence[Made]) -> str:
    number, _, words = slug.partition("-")
    minutes, points = sum(one.row.minutes for one in made), sum(one.row.points for one in made)
    first = made[0].row.id
    return (
        f"# {number} · {words.replace('-', ' ').capitalize()}: {case.title}\n\n"
        f"About {minutes} minutes, {points:g} points. {case.question}\n\n"
        "Put your answer in place of each `...`, run the cell, then run the check below it. In a new cell, "
        f'`hint("{first}", case)` gives a hint and `answer_form("{first}", case)` a form to fill in instead.'
    )


def _opening(case: Case, made: Sequence[Made]) -> str:
    desks = ", ".join(sorted({one.desk for one in made if one.desk}))
    lines = ["from dateline import answer_form, check, hint, open_case"]
    lines += [f"from dateline.widgets import {desks}"] if desks else []
    lines += ["from dateline.plots import figures_over_time"] if any(one.after for one in made) else []
    return "\n".join([*lines, "", f'case = open_case("{case.id}")'])


def _prompt(one: Made) -> str:
    parts = [
        f"## Exercise {one.row.id} · {one.row.title}",
        f"*{one.row.minutes} minutes · {one.row.points:g} points*",
        one.prompt,
        "\n".join(f"- {item}" for item in one.items),
        _form(one),
        f'In a new cell, `{one.desk}(case, "{one.row.id}")` opens the desk made for it.' if one.desk else "",
    ]
    return "\n\n".join(part for part in parts if part)


def _literal(answer: Any) -> str:
    """An answer as Python; a page of text stays a page."""
    if isinstance(answer, str) and "\n" in answer:
        return f'"""\n{answer}"""'
    return pformat(answer, width=WIDTH, sort_dicts=False)


def _form(one: Made) -> str:
    """The shape of an answer with `...` for whatever is asked; "" where it is a single thing."""
    empty = _emptied(one.answer[:1] if one.row.kind in COUNTED else one.answer)
    if empty is ...:
        return ""
    shape = pformat(empty, width=WIDTH, sort_dicts=False).replace("Ellipsis", "...")
    more = " (a row for each)" if one.row.kind in COUNTED else ""
    return f"The empty form to copy{more}:\n\n```python\n{one.row.answer} = {shape}\n```"


def _emptied(answer: Any) -> Any:
    if isinstance(answer, dict):
        return {name: _emptied(value) for name, value in answer.items()}
    if isinstance(answer, list) and answer and isinstance(answer[0], dict):
        given = ("paragraph", "statement") if len(answer) > 1 else ("statement",)
        return [{name: value if name in given else ... for name, value in row.items()} for row in answer]
    return ...


def _text(id: str, text: str) -> Cell:
    return with_source({"cell_type": "markdown", "id": id, "metadata": {}}, text)


def _code(id: str, text: str) -> Cell:
    cell = {"cell_type": "code", "execution_count": None, "id": id, "metadata": {}, "outputs": []}
    return with_source(cell, text)
