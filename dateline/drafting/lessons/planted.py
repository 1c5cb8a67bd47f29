"""6.5: errors planted in a fluent summary of the reports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from dateline.cases import Case, ClaimRow
from dateline.drafting.items import place, spread
from dateline.drafting.planting import KINDS, Planted
from dateline.drafting.trial import Idea

MOST = 6
EACH = 6  # sentences of a report
LONGEST = 30  # words
_NUMBERS = ("", "one", "two", "three", "four", "five", "six")
_OPEN = (
    "he",
    "she",
    "it",
    "they",
    "this",
    "that",
    "these",
    "those",
    "but",
    "and",
    "his",
    "her",
    "their",
    "its",
)


def ideas(case: Case) -> Iterator[tuple[str, Idea | None]]:
    """Yield 6.5."""
    yield "6.5", _summary(case)


def _summary(case: Case) -> Idea | None:
    """Sentences of the first and the last report, some of them with an error of a kind of its own."""
    ends = [next(iter(case.sources)), list(case.sources)[-1]]
    rows = {id: [r for r in case.key.rows("claims") if r.source == id and _plain(r)] for id in ends}
    errors = _errors(case, [row for id in ends for row in rows[id]])
    if len(errors) < 3:
        return None
    texts = []
    for id in ends:
        wrong = [row for row in rows[id] if row.id in errors]
        sound = spread([row for row in rows[id] if row.id not in errors], max(2, EACH - len(wrong)))
        kept = [row for row in rows[id] if row in wrong or row in sound]
        texts.append(" ".join(errors[row.id].text if row.id in errors else row.statement for row in kept))
    return _idea(texts, [(case.key.by_id[id], one) for id, one in errors.items()], ends)


def _plain(row: ClaimRow) -> bool:
    text = row.statement
    return (
        row.paragraph is not None
        and len(text.split()) <= LONGEST
        and not any(mark in text for mark in '“”"')
        and text.split()[0].lower().strip(",") not in _OPEN
    )


def _errors(case: Case, rows: Sequence[ClaimRow]) -> dict[str, Planted]:
    """One error of each kind that finds a sentence, each in another sentence, as many in each report."""
    found: dict[str, Planted] = {}
    for make in KINDS.values():
        free = [row for row in rows if row.id not in found]
        held = {row.source: sum(case.key.by_id[id].source == row.source for id in found) for row in free}
        for row in sorted(free, key=lambda row: held[row.source]):
            one = next((one for one in make(case, row) if _stands_alone(one, row, rows)), None)
            if one and len(found) < MOST:
                found[row.id] = one
                break
    return found


def _stands_alone(one: Planted, row: ClaimRow, rows: Sequence[ClaimRow]) -> bool:
    """Say whether the wrong words stand once in the summary, whatever sentences it takes."""
    elsewhere = any(one.core.lower() in other.statement.lower() for other in rows if other is not row)
    return one.text.lower().count(one.core.lower()) == 1 and not elsewhere


def _idea(texts: list[str], errors: list[tuple[ClaimRow, Planted]], ends: list[str]) -> Idea:
    targets: list[dict[str, Any]] = [
        {
            "id": row.id,
            "paragraph": ends.index(row.source) + 1,
            "core": one.core,
            "kind": one.kind,
            "place": place(row),
        }
        for row, one in errors
    ]
    arguments = {
        "text": texts,
        "labels": list(KINDS),
        "targets": targets,
        "message": "planted-none-here",
        "instead": {
            "too-wide": "planted-too-wide",
            "too-narrow": "planted-cut",
            "compound": "planted-two",
            "spans-missed": "planted-left",
        },
    }
    answer = [{"exact": one.core, "kind": one.kind} for _, one in errors]
    words = (
        ("count", _NUMBERS[len(errors)]),
        ("text", "\n>\n> ".join(texts)),
        ("labels", ", ".join(f'`"{label}"`' for label in KINDS)),
    )
    return Idea("spans", arguments, answer, words=words)
