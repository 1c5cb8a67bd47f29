"""5.6: the table behind a drawing of the figures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dateline.cases import Case, FigureRow
from dateline.drafting.comparing import TIME_UNITS
from dateline.drafting.items import joined, spread
from dateline.drafting.lessons.pairs import figures_compared
from dateline.drafting.trial import Idea, works
from dateline.lexicon import load
from dateline.marks import words_of

MOST = 4


def ideas(case: Case) -> Iterator[tuple[str, Idea | None]]:
    """Yield 5.6."""
    yield "5.6", _drawn(case)


def _drawn(case: Case) -> Idea | None:
    fit = [row for row in case.key.rows("figures") if _can_be_drawn(row)]
    fit = [row for row in fit if works("5.6", _idea(case, [row]), case)]
    # pairs that the key compares come first: a drawing is to show what changed
    pairs = [row for row in figures_compared(case) if row.comparable == "yes"]
    pairs.sort(key=lambda row: row.verdict != "changed")
    compared = dict.fromkeys(id for row in pairs for id in (row.left, row.right))
    best = [row for id in compared for row in fit if row.id == id]
    chosen = best[:MOST] if len(best) >= 2 else spread(fit, MOST)
    return _idea(case, chosen) if len(chosen) >= 2 else None


def _can_be_drawn(row: FigureRow) -> bool:
    limits = row.lower is not None or row.upper is not None
    return bool(
        row.is_figure
        and limits
        and not row.vague
        and row.counted
        and row.unit not in (*TIME_UNITS, "percent")
    )


def _idea(case: Case, rows: list[FigureRow]) -> Idea:
    others = [row.id for row in case.key.rows("figures") if row.is_figure and row not in rows]
    asked = {row.id: {"label": _words(row)} for row in rows}
    answer = [_row(row) for row in sorted(rows, key=lambda row: row.id)]
    phrases = joined([f"“{row.anchor.split(' #')[0]}” ({row.source}, para. {row.paragraph})" for row in rows])
    arguments = {"figures": asked, "besides": others}
    return Idea("plotted", arguments, answer, words=(("phrases", phrases),))


def _words(row: FigureRow) -> list[str]:
    """The words of which a label must have one: what is counted, and what narrows it."""
    common = load("drafting")["english"]
    scope = [word for word in words_of(row.scope) if word.isalpha() and len(word) > 3 and word not in common]
    return list(dict.fromkeys([row.counted, *scope[:3]]))


def _row(row: FigureRow) -> dict[str, Any]:
    label = f"{row.counted} {row.scope}".strip() + (" (about)" if row.approximate else "")
    limits = {"lower": row.lower, "upper": row.upper}
    return {"label": label, **limits, "as_of": row.as_of, "source": row.source}
