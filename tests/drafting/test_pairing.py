"""Is a comparison that a teacher asks for drafted as the two figures stand to each other?"""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from dateline.cases import FigureRow
from dateline.cases.about import Population
from dateline.drafting.confirm import is_unconfirmed
from dateline.drafting.pairing import pair_row

CASE = SimpleNamespace(
    sources={"S1": None, "S2": None},
    populations={
        "boats": Population(label="boats"),
        "boats-lost": Population(label="boats lost", part_of="boats"),
        "crews": Population(label="crews"),
    },
)


def figure(id, source, lower, upper, population="boats", counted="boats", scope="in the port"):
    return FigureRow(
        id=id, source=source, paragraph=1, anchor=str(lower), is_figure="yes", lower=lower, upper=upper,
        population=population, counted=counted, unit=counted, scope=scope,
    )  # fmt: skip


PAIRS = [
    # the first, the second, what the row says, why
    (
        figure("F1", "S1", 40, 40),
        figure("F2", "S2", 25, 25),
        {"comparable": "yes", "verdict": "changed", "lower": "15", "upper": "15"},
        "two dates",
    ),
    (figure("F1", "S1", 40, None), figure("F2", "S2", 45, 45), {"verdict": "agree"}, "one value fits both"),
    (
        figure("F1", "S1", 40, 40, scope="in the port"),
        figure("F2", "S2", 25, 25, scope="leaving the port"),
        {"comparable": "flow against stock", "verdict": "not comparable"},
        "who goes is not who is there",
    ),
    (figure("F1", "S1", 40, 40), figure("F2", "S1", 30, 30), {"verdict": "conflict"}, "two values"),
    (figure("F1", "S1", 40, 40), figure("F2", "S1", 40, 40), {"verdict": "agree"}, "one value in one report"),
    (
        figure("F1", "S1", 40, 40),
        figure("F2", "S1", 9, 9, "boats-lost"),
        {"left": "F2", "right": "F1", "lower": "31", "upper": "31"},
        "a part of a whole leaves the others",
    ),
    (
        figure("F1", "S1", 40, 40),
        figure("F2", "S2", 40, 40, "crews", "crews"),
        {"wrong": "agree=same-numeral-same-thing | yes=same-numeral-same-thing"},
        "one numeral of two things",
    ),
    (
        figure("F1", "S1", 40, 40),
        figure("F2", "S2", 7, 7, "crews", "crews"),
        {"comparable": "other population", "reason": "The first counts boats, the second crews."},
        "two things",
    ),
    (
        figure("F1", "S1", 9000, 9000),
        figure("F2", "S2", 4, 4),
        {"comparable": "other scope", "verdict": "not comparable"},
        "too far apart to be two counts of one thing",
    ),
    (figure("F1", "S1", 40, 40), figure("F2", "S2", 40, 40, "", ""), {"verdict": "cannot tell"}, "of what?"),
    (figure("F1", "S1", None, None), figure("F2", "S2", 4, 4), {"verdict": "cannot tell"}, "how many?"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "told", "why"), PAIRS, ids=[row[3] for row in PAIRS])
@pytest.mark.parametrize("turned", [False, True], ids=["in order", "turned"])
def test_two_figures_are_compared_in_whatever_order_they_are_chosen(one, other, told, why, turned):
    row = pair_row(CASE, *((other, one) if turned and one.source != other.source else (one, other)))
    assert {name: row.get(name) for name in told} == told, why
    assert row.get("left", "F1") in ("F1", "F2")
    assert is_unconfirmed(row["note"])
    assert row["question"]
    assert row["reason"]
