"""A row of a brief's figure table, read as the sentence that it stands for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from dateline.brief.language.reading import read_quantities
from dateline.brief.layout.citations import Citation, citations
from dateline.brief.layout.page import Line
from dateline.sources import Source

# What a column is for, by words in its heading.
_COLUMNS = {
    "hedge": ("hedge", "qualifier", "limit word"),
    "as_of": ("as of", "as-of", "date", "when"),
    "source": ("source", "citation", "cite", "where from", "paragraph", "reference"),
    "scope": (
        "scope",
        "counted",
        "what",
        "population",
        "who",
        "group",
        "of whom",
        "unit",
        "counts",
        "item",
        "where",
        "place",
        "group",
    ),
    "value": ("value", "figure", "number", "amount", "count", "how many", "lower", "upper", "bounds"),
}
NEEDED = ("value", "hedge", "scope", "as_of", "source")


@dataclass(frozen=True, slots=True)
class FigureRow:
    """The cells of one row by what they are for; "" where the table has no such column."""

    value: str = ""
    hedge: str = ""
    scope: str = ""
    as_of: str = ""
    source: str = ""
    where: str = ""

    @property
    def sentence(self) -> str:
        """The row in words: "more than 2,000 US troops in Syria, as of December 2018"."""
        plain = re.sub(r"^(?:none|no|-+|–|—|n/?a|exact)$", "", self.hedge.strip(), flags=re.IGNORECASE)
        value = self.value.strip()
        hedge = "" if not plain or plain.lower() in value.lower() else f"{plain} "
        if (
            hedge
            and re.match(r"^(?:between|from)\b", plain, re.IGNORECASE)
            and re.search(r"\d\s*(?:-|–|to|and)\s*\d", value)
        ):
            hedge = ""
        when = f", as of {self.as_of.strip()}" if self.as_of.strip() else ""
        return " ".join(f"{hedge}{value} {self.scope} {self.where}".split()) + when


def roles_of(columns: tuple[str, ...]) -> dict[str, int]:
    """Return which column holds value, hedge, scope, as-of date and source; each column has one role.

    A second column of scope ("Counted | Scope") is `where`.

    >>> roles_of(("Value", "Hedge", "What is counted", "As of", "Source"))
    {'value': 0, 'hedge': 1, 'scope': 2, 'as_of': 3, 'source': 4}
    """
    return dict(_roles(columns))


@lru_cache(maxsize=64)
def _roles(columns: tuple[str, ...]) -> tuple[tuple[str, int], ...]:
    found: dict[str, int] = {}
    for at, column in enumerate(columns):
        low = column.lower()
        fitting = (name for name, words in _COLUMNS.items() if name not in found and _heads(low, words))
        if role := next(fitting, None):
            found[role] = at
        elif _heads(low, _COLUMNS["scope"]):
            found.setdefault("where", at)
    return tuple((name, found[name]) for name in (*NEEDED, "where") if name in found)


def _heads(column: str, words: tuple[str, ...]) -> bool:
    return bool(_opening(words).search(column))


@cache
def _opening(words: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern for a word that begins with one of some words."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})")


def read_row(line: Line) -> FigureRow | None:
    """Return a table row of figures, or None when the table has no value column or the row no figure."""
    roles = roles_of(line.columns)
    if "value" not in roles:
        return None
    cells = {name: line.cells[at] if at < len(line.cells) else "" for name, at in roles.items()}
    row = FigureRow(**cells)
    return row if read_quantities(row.value) else None


def row_citations(line: Line, sources: Mapping[str, Source]) -> tuple[Citation, ...]:
    """Return the citations of a row; in a table a bare "S2, para. 5" is one as well."""
    if line.citations:
        return line.citations
    roles = roles_of(line.columns)
    cells = (
        [line.cells[roles["source"]]]
        if "source" in roles and roles["source"] < len(line.cells)
        else list(line.cells)
    )
    found: list[Citation] = []
    for cell in cells:
        for part in re.split(r";", cell):
            key = next(
                (id for id in sources if re.match(rf"\W*{re.escape(id)}\b", part, re.IGNORECASE)), None
            )
            if key:
                rest = re.sub(rf"^\W*{re.escape(key)}\b", "", part, flags=re.IGNORECASE)
                found += citations(
                    f"[@{key}{',' if rest.strip() and not rest.strip().startswith(',') else ''}{rest}]",
                    sources,
                )
    return tuple(found)
