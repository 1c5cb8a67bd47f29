"""5.1, 5.2 and 5.4: pairs of figures, whether they can be compared, and how large a change is."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.cases import Case, CheckRow, FigureRow
from dateline.drafting.items import lettered, place, spread
from dateline.drafting.trial import Idea

COMPARABLE = [
    "yes",
    "other population",
    "other scope",
    "other date",
    "other definition",
    "flow against stock",
]
VERDICTS = ["agree", "changed", "conflict", "not comparable", "cannot tell"]


def ideas(case: Case) -> Iterator[tuple[str, Idea | None]]:
    """Yield 5.1, 5.2 and 5.4."""
    yield "5.1", _pairs(case, "comparable", COMPARABLE)
    yield "5.2", _change(case)
    yield "5.4", _pairs(case, "verdict", VERDICTS)


def figures_compared(case: Case) -> list[CheckRow]:
    """Return the comparisons of the key that have a figure on each side."""
    rows = case.key.by_id
    return [
        row
        for row in case.key.rows("checks")
        if isinstance(rows.get(row.left), FigureRow) and isinstance(rows.get(row.right), FigureRow)
    ]


def _pairs(case: Case, column: str, labels: list[str]) -> Idea | None:
    fit = [row for row in figures_compared(case) if row.comparable and getattr(row, column) in labels]
    items = lettered(spread(fit))
    if len(items) < 2:
        return None
    answer = {letter: getattr(row, column) for letter, row in items.items()}
    arguments = {
        "labels": labels,
        "column": column,
        "items": {
            letter: {"row": row.id, "place": place(case.key.by_id[row.left])} for letter, row in items.items()
        },
    }
    return Idea(
        "choices", arguments, answer, tuple(f"**{letter}** {row.question}" for letter, row in items.items())
    )


def _change(case: Case) -> Idea | None:
    changed = (r for r in figures_compared(case) if r.verdict == "changed" and r.lower is not None)
    row = next(changed, None)
    if row is None:
        return None
    left, right = case.key.by_id[row.left], case.key.by_id[row.right]
    item = {"row": row.id, "where": left.id, "hedge": bool(row.hedge)}
    limits = {"lower": row.lower, "upper": row.upper}
    answer = {"change": {**limits, "hedge": row.hedge} if row.hedge else limits}
    said = [f"“{one.anchor.split(' #')[0]}” {one.counted}" for one in (left, right)]
    words = (("left", said[0]), ("right", said[1]), ("first", left.source), ("last", right.source))
    return Idea("bounds", {"names": {"change": item}}, answer, words=words)
