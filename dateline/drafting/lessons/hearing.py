"""1.3: who speaks, who is relayed, who is only mentioned."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dateline.cases import Case
from dateline.drafting.items import spread
from dateline.drafting.trial import Idea


def ideas(case: Case) -> Iterator[tuple[str, Idea | None]]:
    """Yield 1.3."""
    yield "1.3", _voices(case)


def _voices(case: Case) -> Idea | None:
    heard = [row for row in case.key.rows("voices") if row.status == "speaks"]
    others = [row for row in case.key.rows("voices") if row.status != "speaks"]
    # one status for everything is no exercise: the check takes it for a guess
    both = heard and others
    chosen = spread(heard, 6) + spread(others, 4) if both else spread(heard or others, 3)
    rows = {f"{row.label} in {row.source}": row for row in chosen if row.anchor}
    if len(rows) < 2:
        return None
    answer = {name: {"status": row.status, "quote": _quoted(case, row)} for name, row in rows.items()}
    return Idea("voices", {"voices": {name: row.id for name, row in rows.items()}}, answer, tuple(rows))


def _quoted(case: Case, row: Any) -> str:
    """A piece of the text around an anchor, whole words, enough to show a verb."""
    place = case.place(row)
    text = case.sources[row.source].paragraphs[row.paragraph - 1].text
    start = text.rfind(" ", 0, max(0, place.start - 20)) + 1 if place.start > 20 else 0
    end = text.find(" ", min(len(text), place.end + 25))
    return text[start : end if end > 0 else len(text)]
