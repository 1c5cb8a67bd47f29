"""2.1, 2.4 and 2.5: what kind of claim, who says so, how far it has got."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.cases import Case
from dateline.drafting.items import lettered, listed, spread
from dateline.drafting.trial import Idea

KINDS = ["figure", "event", "plan", "position", "opinion", "background"]
STATUSES = ["denied", "discussed", "threatened", "planned", "ordered", "under way", "done"]


def ideas(case: Case) -> Iterator[tuple[str, Idea | None]]:
    """Yield 2.1, 2.4 and 2.5."""
    yield "2.1", _sorted(case, "kind", KINDS)
    yield "2.4", _speakers(case)
    yield "2.5", _sorted(case, "status", STATUSES)


def _sorted(case: Case, column: str, labels: list[str]) -> Idea | None:
    fit = [row for row in case.key.rows("claims") if getattr(row, column) in labels]
    items = lettered(spread(fit))
    answer = {letter: getattr(row, column) for letter, row in items.items()}
    if len(set(answer.values())) < 2:
        return None
    arguments = {
        "labels": labels,
        "column": column,
        "items": {letter: {"row": row.id} for letter, row in items.items()},
    }
    return Idea("choices", arguments, answer, listed(items))


def _speakers(case: Case) -> Idea | None:
    labels = list(dict.fromkeys(["outlet", *(row.speaker for row in case.key.rows("claims") if row.speaker)]))
    return _sorted(case, "speaker", labels) if len(labels) > 1 else None
