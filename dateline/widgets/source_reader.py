"""The source reader: select words of the reports by mouse, by keyboard or from a list, and record claims."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import traitlets

from dateline.cases import Case
from dateline.widgets.desk import Desk, RefusedError, page_of, style_of
from dateline.widgets.report_text import placed, reports_of, selector


class SourceReader(Desk):
    """Reports in numbered paragraphs in which the learner marks claims.

    `paragraphs` limits what is shown to (source, number) pairs. Each row is a W3C text selector:
    source, paragraph, exact, prefix, suffix, and start and end in code points of the paragraph.
    """

    _esm = page_of("report_text", "source_reader")
    _css = style_of("report_text", "source_reader")
    reports = traitlets.List().tag(sync=True)

    def __init__(
        self,
        case: Case,
        exercise: str = "",
        *,
        paragraphs: Iterable[tuple[str, int]] = (),
        folder: Path | None = None,
        **traits: Any,
    ) -> None:
        wanted = set(paragraphs) or _asked_for(case, exercise)
        super().__init__(case, exercise, folder=folder, reports=reports_of(case, wanted), **traits)

    def rows_of(self, answer: Any) -> list[Any]:
        """Return the claims kept before, each with the offsets that fit its words."""
        return [placed(self.case, row) for row in super().rows_of(answer) if isinstance(row, dict)]

    def changed(self, rows: list[dict[str, Any]], message: dict[str, Any]) -> list[dict[str, Any]]:
        """Add a marked claim or remove one."""
        if message["do"] == "add":
            return self._added(rows, message)
        if message["do"] == "remove":
            return [row for row in rows if _place(row) != _place(message)]
        raise RefusedError("widget-unknown-act")

    def _added(self, rows: list[dict[str, Any]], message: dict[str, Any]) -> list[dict[str, Any]]:
        claim = selector(self.case, message)
        if any(_place(row) == _place(claim) for row in rows):
            raise RefusedError("widget-recorded-already")
        return sorted([*rows, claim], key=lambda row: [str(part).zfill(9) for part in _place(row)])


def _place(row: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(row.get(name) for name in ("source", "paragraph", "start", "end", "exact"))


def _asked_for(case: Case, exercise: str) -> set[tuple[str, int]]:
    """The paragraphs in which the exercise asks for claims; none means all."""
    named = case.exercises[exercise].arguments.get("within", []) if exercise in case.exercises else []
    pairs = [(each.get("source"), each.get("paragraph")) for each in named if isinstance(each, dict)]
    return {pair for pair in pairs if all(pair)}
