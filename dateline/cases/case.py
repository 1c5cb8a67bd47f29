"""A case in memory: its sources, its people and populations, and its key."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dateline.cases.about import About, ExerciseRow
from dateline.cases.rows import TABLES, Row
from dateline.findings import Place
from dateline.marks import spans_of
from dateline.sources import Source

if TYPE_CHECKING:
    import pandas as pd


class Key:
    """The reference answers of a case: six tables of rows, each also as a DataFrame of text on demand."""

    def __init__(self, tables: Mapping[str, list[Row]]) -> None:
        self._tables = tables

    def rows(self, table: str) -> list[Any]:
        """Return the rows of a table ("sources", "voices", "claims", "figures", "dates", "checks")."""
        return list(self._tables.get(table, []))

    @cached_property
    def by_id(self) -> dict[str, Any]:
        """Every row of every table by its id."""
        return {row.id: row for rows in self._tables.values() for row in rows}

    def __getattr__(self, table: str) -> pd.DataFrame:
        if table not in TABLES:
            raise AttributeError(table)
        import pandas as pd

        columns = list(TABLES[table].model_fields)
        return pd.DataFrame([row.model_dump() for row in self._tables.get(table, [])], columns=columns)


@dataclass(eq=False)
class Case:
    """Two or more reports with all that the kit knows of them; made by `open_case`.

    A case is itself and no other: what is found out about it can be kept by it.
    """

    id: str
    about: About
    sources: dict[str, Source]
    key: Key
    edition: str = "teaching"
    folder: Path | None = None
    exercises: dict[str, ExerciseRow] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """The title of the case."""
        return self.about.title

    @property
    def question(self) -> str:
        """The central question."""
        return self.about.question

    @property
    def cut_off(self) -> str:
        """The information cut-off (EDTF)."""
        return self.about.cut_off

    @property
    def populations(self) -> dict[str, Any]:
        """What figures count: id → label, aliases, part_of."""
        return self.about.populations

    @property
    def people(self) -> dict[str, Any]:
        """People by id: name, role, aliases."""
        return self.about.people

    @property
    def organisations(self) -> dict[str, Any]:
        """Organisations by id: name, role, aliases."""
        return self.about.organisations

    def place(self, row: Row) -> Place | None:
        """Return where a row's anchor stands in the text, or None for a row without a place."""
        if not row.source or row.paragraph is None or row.source not in self.sources:
            return None
        return self.find(row.source, row.paragraph, row.anchor) or Place(row.source, row.paragraph)

    def find(self, source: str, paragraph: int, anchor: str) -> Place | None:
        """Return where a phrase stands in a paragraph (`phrase #2`: its second time), or None."""
        phrase, _, count = anchor.partition(" #")
        nth = int(count) if count.isdigit() else 1
        paragraphs = self.sources[source].paragraphs
        if not phrase or not 1 <= paragraph <= len(paragraphs):
            return None
        text = paragraphs[paragraph - 1].text
        spans = spans_of(phrase, text)
        if len(spans) < nth:
            return None
        start, end = spans[nth - 1]
        return Place(source, paragraph, start, end, text[start:end])

    def __repr__(self) -> str:
        return f"Case({self.id!r}, {' and '.join(self.sources)}, {self.edition} edition)"

    def _repr_markdown_(self) -> str:
        lead = "*An invented story.* " if self.about.invented else ""
        rows = [
            f"- **{s.id}**: {len(s.paragraphs)} paragraphs, dated {s.date}" for s in self.sources.values()
        ]
        return f"**{self.title}**\n\n{lead}{self.question}\n\n" + "\n".join(rows)
