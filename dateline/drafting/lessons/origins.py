"""1.1 and 1.2: where the reports come from, and what lies between them."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.cases import Case
from dateline.dates import elapsed
from dateline.drafting.trial import Idea

ASKED = ["publisher", "agency", "author", "dateline_place", "date", "precision"]


def ideas(case: Case) -> Iterator[tuple[str, Idea | None]]:
    """Yield 1.1 and 1.2."""
    yield "1.1", _origins(case)
    yield "1.2", _gap(case)


def _origins(case: Case) -> Idea | None:
    value = {(row.source, row.field): row.value for row in case.key.rows("sources")}
    if any((source, name) not in value for source in case.sources for name in ASKED):
        return None
    arguments = {
        "sources": list(case.sources),
        "fields": ASKED,
        "choices": {"precision": ["day", "month", "year"]},
    }
    answer = {source: {name: value[source, name] for name in ASKED} for source in case.sources}
    return Idea("fields", arguments, answer)


def _gap(case: Case) -> Idea | None:
    first, *_, last = case.sources.values()
    shortest, longest = elapsed(first.date, last.date)
    if shortest is None or longest is None:
        return None
    answer = {"shortest_days": shortest, "longest_days": longest}
    names = {name: {"value": [days], "unit": "days"} for name, days in answer.items()}
    return Idea("bounds", {"names": names}, answer, words=(("first", first.id), ("last", last.id)))
