"""2.2: claims to be marked in a few paragraphs of the reports."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from dateline.brief.language.reading import read_quantities
from dateline.cases import Case, ClaimRow
from dateline.drafting.items import joined, spread
from dateline.drafting.saying import STATUSES
from dateline.drafting.trial import Idea
from dateline.lexicon import load
from dateline.marks import fold

PARAGRAPHS = 4
CHECKABLE = ("figure", "event", "plan")
Where = tuple[str, int]


def ideas(case: Case) -> Iterator[tuple[str, Idea | None]]:
    """Yield 2.2."""
    yield "2.2", _marked(case)


def _marked(case: Case) -> Idea | None:
    claims: dict[Where, list[ClaimRow]] = defaultdict(list)
    for row in case.key.rows("claims"):
        claims[row.source, row.paragraph].append(row)
    targets = {place: [row for row in rows if row.kind in CHECKABLE] for place, rows in claims.items()}
    chosen = sorted(spread([place for place in claims if targets[place]], PARAGRAPHS))
    wanted = [row for place in chosen for row in targets[place]]
    if len(wanted) < 2:
        return None
    besides = [row for place in chosen for row in claims[place] if row not in wanted]
    arguments = {
        "within": [{"source": source, "paragraph": number} for source, number in chosen],
        "targets": [_target(case, row) for row in wanted],
        "decoys": [
            {**_target(case, row), "message": "opinion-as-fact"} for row in besides if row.kind == "opinion"
        ],
        "free": [_target(case, row) for row in besides if row.kind != "opinion"],
    }
    answer = [
        {"source": row.source, "paragraph": row.paragraph, "exact": row.statement.rstrip(".")}
        for row in wanted
    ]
    places = joined([f"{source}, para. {number}" for source, number in chosen])
    return Idea("spans", arguments, answer, words=(("places", places),))


def _target(case: Case, row: ClaimRow) -> dict[str, str]:
    """A claim with the words that a mark must hold: its figure, or its verb with the words behind it."""
    paragraph = case.sources[row.source].paragraphs[row.paragraph - 1].text
    core = next((piece for piece in _cores(row.statement) if paragraph.count(piece) == 1), row.statement)
    return {"row": row.id, "core": core, "extent": row.statement}


def _cores(statement: str) -> Iterator[str]:
    for figure in read_quantities(statement):
        if figure.not_a_count is None:
            counted = statement.find(figure.counted, figure.start) if figure.counted else -1
            yield statement[figure.start : max(figure.end, counted + len(figure.counted))]
    rules: dict[str, Any] = load("drafting")["status"]
    for status in STATUSES:
        for verb in re.finditer(rules[status], fold(statement).lower()):
            behind = re.match(r"(?:\W*[\w’'-]+){0,3}", statement[verb.end() :])
            yield statement[verb.start() : verb.end() + behind.end()]
