"""5.3: parts and their whole."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dateline.cases import Case, CheckRow
from dateline.drafting.items import lettered
from dateline.drafting.lessons.pairs import figures_compared
from dateline.drafting.trial import Idea, works

SUMS = ["adds up", "does not add up", "cannot tell"]
MOST = 3


def ideas(case: Case) -> Iterator[tuple[str, Idea | None]]:
    """Yield 5.3."""
    yield "5.3", _parts(case)


def _parts(case: Case) -> Idea | None:
    """Sums and remainders of populations that are part of another in the same report."""
    rows = [row for row in figures_compared(case) if not row.comparable]
    fit = [row for row in rows if _asks(row) and works("5.3", _idea(case, [row]), case)]
    return _idea(case, fit[:MOST]) if fit else None


def _asks(row: CheckRow) -> bool:
    return row.verdict in SUMS or row.lower is not None or row.upper is not None


def _idea(case: Case, rows: list[CheckRow]) -> Idea:
    items = lettered(rows)
    names = {letter: _item(row) for letter, row in items.items()}
    answer = {letter: _answer(row) for letter, row in items.items()}
    told = tuple(f"**{letter}** {row.question} ({_asked(row)})" for letter, row in items.items())
    return Idea("bounds", {"names": names}, answer, told)


def _item(row: CheckRow) -> dict[str, Any]:
    if row.verdict:
        return {"row": row.id, "choices": SUMS, "where": row.right}
    return {"row": row.id, "where": row.right, "hedge": bool(row.hedge)}


def _answer(row: CheckRow) -> Any:
    if row.verdict:
        return row.verdict
    limits = {"lower": row.lower, "upper": row.upper}
    return {**limits, "hedge": row.hedge} if row.hedge else limits


def _asked(row: CheckRow) -> str:
    return ", ".join(SUMS[:2]) + f" or {SUMS[2]}" if row.verdict else "lower and upper limit"
