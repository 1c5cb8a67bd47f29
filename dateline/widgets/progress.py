"""How far one has come: points, minutes and hints by exercise and lesson, and what to review next.

All of it comes from what `check` and `hint` keep in the folder of answers beside the notebook.
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dateline.answers import Saved, lesson_of
from dateline.cases import Case
from dateline.cases.about import ExerciseRow
from dateline.cases.find import case_folder, case_ids
from dateline.cases.load import load
from dateline.findings import words
from dateline.widgets.progress_lines import Line, Review, line_of, reviews

if TYPE_CHECKING:
    from pandas import DataFrame

FIRST_CASE = "syria-withdrawal"
SIGNS = {"right": "✓", "partly": "◐", "not yet": "→", "to be marked": "○", "begun": "✎", "not tried": "…"}


class Progress:
    """What is kept of one's work: shown formatted in a notebook, as text elsewhere; `table` is its data."""

    def __init__(self, lines: Iterable[Line], folder: str) -> None:
        self.lines, self.folder = tuple(lines), folder

    @cached_property
    def review(self) -> list[Review]:
        """The misconceptions that were met: those still open first."""
        return reviews(self.lines)

    @property
    def begun(self) -> bool:
        """Whether there is anything to show."""
        return any(line.status != "not tried" or line.hints for line in self.lines)

    @property
    def table(self) -> DataFrame:
        """A row an exercise, as a DataFrame."""
        import pandas as pd

        names = ["id", "title", "status", "points", "possible", "tries", "hints", "minutes", "planned"]
        rows = [
            {"lesson": line.lesson, **{name: getattr(line, name) for name in names}} for line in self.lines
        ]
        return pd.DataFrame(rows, columns=["lesson", *names]).astype({"minutes": "Int64"})

    def __repr__(self) -> str:
        return "\n".join(self._texts())

    def _texts(self) -> Iterator[str]:
        yield said("title")
        if not self.begun:
            yield said("empty")
        for lesson, lines in self._lessons() if self.begun else ():
            yield lesson
            yield from (f"  {_text(line)}" for line in lines if line.status != "not tried" or line.hints)
        yield from self._totals()
        if self.review:
            yield said("review")
            yield from (f"  {'✓' if each.mended else '→'} {each}" for each in self.review)
        yield said("private", folder=self.folder)

    def _lessons(self) -> Iterator[tuple[str, list[Line]]]:
        for lesson, group in groupby(self.lines, key=lambda line: line.lesson):
            lines = list(group)
            done = sum(line.status == "right" for line in lines)
            yield said("lesson", lesson=lesson, done=done, count=len(lines), **_sums(lines)), lines

    def _totals(self) -> Iterator[str]:
        if self.begun:
            for case, group in groupby(self.lines, key=lambda line: line.case):
                yield said("all", case=case, **_sums(list(group)))

    def _repr_html_(self) -> str:
        parts = [f"<h3 style='margin:0'>{_escaped(said('title'))}</h3>"]
        parts += [] if self.begun else [_paragraph(said("empty"))]
        parts += [_lesson(told, lines) for told, lines in (self._lessons() if self.begun else ())]
        parts += [_paragraph(each) for each in self._totals()]
        if self.review:
            items = "".join(_item(each) for each in self.review)
            parts.append(f"<h4 style='margin:.6em 0 0'>{_escaped(said('review'))}</h4><ul>{items}</ul>")
        parts.append(_paragraph(said("private", folder=self.folder)))
        label = _escaped(said("title"))
        style = "max-width:60em;padding-left:4px"
        return f"<section aria-label='{label}' style='{style}'>{''.join(parts)}</section>"


def read_progress(case: Case | None = None, folder: Path | None = None) -> Progress:
    """Return what is kept in a folder of answers, for all cases at hand or for one."""
    exercises: dict[str, tuple[ExerciseRow, Case]] = {}
    for each in [case] if case else _cases():
        for exercise in each.exercises.values():
            exercises.setdefault(exercise.id, (exercise, each))
    inside = sorted(exercises, key=lambda id: [int(part) for part in id.split(".")])
    lines = [line_of(*exercises[id], Saved(lesson_of(id), folder)) for id in inside]
    return Progress(lines, (folder or Path("answers")).name)


def _cases() -> list[Case]:
    ids = case_ids()
    first = [FIRST_CASE] if FIRST_CASE in ids else []
    return [load(case_folder(name), "teaching") for name in dict.fromkeys([*first, *ids])]


def said(key: str, **blanks: Any) -> str:
    """Return one sentence of this page."""
    return words(f"progress-{key}", blanks).found


def _sums(lines: Iterable[Line]) -> dict[str, Any]:
    lines = list(lines)
    points, possible = (sum(getattr(line, name) for line in lines) for name in ("points", "possible"))
    minutes = sum(line.minutes or 0 for line in lines)
    planned, hints = (sum(getattr(line, name) for line in lines) for name in ("planned", "hints"))
    numbers = {"points": f"{round(points, 2):g}", "possible": f"{possible:g}"}
    return {**numbers, "minutes": minutes, "planned": planned, "hints": hints}


def _text(line: Line) -> str:
    told = said("line", status=line.status, tries=line.tries, **_sums([line]))
    return f"{SIGNS[line.status]} {line.id} {line.title}: {told}"


def _lesson(told: str, lines: list[Line]) -> str:
    """One lesson, folded away unless something is begun and not yet finished in it."""
    heads = "".join(
        f"<th scope='col' style='text-align:left'>{_escaped(said(f'column-{name}'))}</th>" for name in COLUMNS
    )
    rows = "".join(f"<tr>{_cells(line)}</tr>" for line in lines)
    busy = any(line.status not in ("right", "not tried") for line in lines)
    table = f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
    scroller = f"<div style='overflow-x:auto' tabindex='0' role='region' aria-label='{_escaped(told)}'>"
    summary = f"<summary style='padding:.3em 0'>{_escaped(told)}</summary>"
    return f"<details{' open' if busy else ''}>{summary}{scroller}{table}</div></details>"


COLUMNS = ("exercise", "status", "points", "tries", "hints", "minutes", "planned")


def _cells(line: Line) -> str:
    name = f"<th scope='row' style='text-align:left'>{_escaped(f'{line.id} {line.title}')}</th>"
    minutes = "–" if line.minutes is None else line.minutes
    points = said("points", **_sums([line]))
    cells = [f"{SIGNS[line.status]} {line.status}", points, line.tries, line.hints, minutes, line.planned]
    return name + "".join(f"<td style='text-align:left'>{_escaped(cell)}</td>" for cell in cells)


def _item(review: Review) -> str:
    return f"<li>{'✓' if review.mended else '→'} {_escaped(review)}{_link(review.lesson)}</li>"


def _link(lesson: str) -> str:
    """A link to the lesson, where the notebook lies beside the exercises."""
    for path in sorted(Path.cwd().parent.glob(f"notebooks/{lesson}-*.ipynb")):
        return f" <a href='../notebooks/{_escaped(path.name)}'>{_escaped(path.stem)}</a>"
    return ""


def _paragraph(text: str) -> str:
    return f"<p style='margin:.4em 0'>{_escaped(text)}</p>"


def _escaped(text: Any) -> str:
    return html.escape(str(text))
