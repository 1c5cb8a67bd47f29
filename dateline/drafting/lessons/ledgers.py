"""4.1 to 4.3, and one ledger more for each further report: figures, and numerals that are none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dateline.cases import Case
from dateline.drafting.items import lettered, listed, spread
from dateline.drafting.trial import Idea, works


def ideas(case: Case) -> Iterator[tuple[str, Idea | None]]:
    """Yield a ledger for each report, and 4.3."""
    yield "4.3", _no_figures(case)
    for number, source in enumerate(case.sources):
        yield f"4.{number + 1 if number < 2 else number + 2}", _ledger(case, source, number)


def _ledger(case: Case, source: str, number: int) -> Idea | None:
    rows = [
        row
        for row in case.key.rows("figures")
        if row.source == source and row.is_figure and row.vague is False and row.counted and row.scope
    ]
    # a figure of which the check would not take the reader's own words cannot be asked for
    rows = [row for row in rows if works("4.1", _ledger_of(source, number, [row]), case)]
    return _ledger_of(source, number, spread(rows, 6)) if rows else None


def _ledger_of(source: str, number: int, rows: list[Any]) -> Idea:
    answer = [
        {
            "paragraph": row.paragraph,
            "lower": _entered(row, row.lower),
            "upper": _entered(row, row.upper),
            "hedge": row.hedge,
            "counted": row.counted,
            "scope": row.scope,
            "as_of": row.as_of,
        }
        for row in rows
    ]
    phrases = ", ".join(f"“{row.anchor.split(' #')[0]}” (para. {row.paragraph})" for row in rows)
    words = (("source", source), ("phrases", phrases))
    name = "figures" if number == 0 else f"figures_{source.lower()}"
    arguments = {"source": source, "rows": [row.id for row in rows]}
    return Idea("ledger", arguments, answer, words=words, template="4.1", name=name)


def _entered(row: Any, bound: float | None) -> Any:
    return f"{bound:g} %" if bound is not None and row.unit == "percent" else bound


def _no_figures(case: Case) -> Idea | None:
    rows = case.key.rows("figures")
    nothing = [row for row in rows if row.is_figure is False][:4]
    if not nothing:
        return None
    chosen = sorted([*nothing, *spread([row for row in rows if row.is_figure], 6)], key=lambda row: row.id)
    items = lettered(chosen)
    options = {
        letter: {"right": "no" if row.is_figure else "yes", "row": row.id} for letter, row in items.items()
    }
    answer = [letter for letter, row in items.items() if not row.is_figure]
    return Idea("pick", {"of": "letters", "options": options}, answer, listed(items))
