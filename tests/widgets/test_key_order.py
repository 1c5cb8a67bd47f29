"""Do rows come in the order in which the text is read, each at its paragraph?"""

from __future__ import annotations

import pytest

from dateline import open_case
from dateline.widgets.key_order import put_in_order


@pytest.fixture(scope="module")
def case():
    return open_case("tolvane-dam")


def row(id, table, *spots, sources=()):
    places = [{"source": s, "paragraph": p, "start": at, "end": at + 1} for s, p, at in spots]
    return {"id": id, "table": table, "places": places, "sources": list(sources)}


ROWS = [
    # in the order of the text: the row, its stop, why it stands there
    (row("N01", "sources", sources=["S1"]), "S1", "the head of a report comes before its text"),
    (row("people.x", "names", ("S2", 1, 5), ("S1", 2, 0)), "S1 2", "where the text names it first"),
    (row("C01", "claims", ("S1", 2, 0)), "S1 2", "who is named, then what is said"),
    (row("F01", "figures", ("S1", 2, 30)), "S1 2", "further on in the paragraph"),
    (row("F02", "figures", ("S1", 10, 0)), "S1 10", "ten is more than two"),
    (row("T01", "dates", sources=["S2"]), "S2", "a date stamp is in the head of its report"),
    (row("F03", "figures", ("S2", 1, 0)), "S2 1", "the later report"),
    (row("K01", "checks", ("S2", 1, 0), ("S1", 2, 30)), "S2 1", "a comparison waits for its second figure"),
    (row("question", "case"), "case", "what the case asks is known when all is read"),
]


def test_each_row_has_its_stop_and_its_rank(case):
    given = [each for each, _, _ in ROWS]
    told = put_in_order(case, given[::-1])
    assert [each["id"] for each in told] == [each["id"] for each in given[::-1]], "the order of files stays"
    ranked = sorted(told, key=lambda each: each["rank"])
    for found, (wanted, stop, why) in zip(ranked, ROWS, strict=True):
        assert (found["id"], found["stop"]) == (wanted["id"], stop), why
