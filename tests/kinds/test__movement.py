"""Are those who are there told apart from those who come or go?"""

import pytest

from dateline.cases import FigureRow
from dateline.kinds._movement import mixes_stock_and_flow, names_the_way, other_way


def group(kind, scope):
    return FigureRow(id="F1", is_figure="yes", unit="people", stock_or_flow=kind, scope=scope)


LEAVERS = group("flow", "nurses leaving Oslo for good, to Bergen")
STAFF = group("stock", "nurses in Bergen")


@pytest.mark.parametrize(
    ("text", "row", "mixed", "why"),
    [
        ("stationed in Bergen", LEAVERS, True, "as if they had arrived"),
        ("in Bergen", LEAVERS, True, "at the goal, without a word of the way"),
        ("staying in Oslo", LEAVERS, True, "the reverse of leaving"),
        ("to Bergen", LEAVERS, False, "the goal of a way"),
        ("will be stationed in Bergen", LEAVERS, False, "a plan looks ahead"),
        ("leaving Oslo, where they are based", LEAVERS, False, "both, but they go"),
        ("not staying in Oslo", LEAVERS, False, "how far a not reaches is for a person"),
        ("going to Bergen", STAFF, True, "as if they were still on the way"),
        ("in Bergen before the pay rise", STAFF, False, "a time"),
        ("in Bergen until they leave", STAFF, False, "they leave later"),
        ("who remain in Bergen", STAFF, False, "they stay"),
    ],
)
def test_stock_and_flow_in_a_scope(text, row, mixed, why):
    assert mixes_stock_and_flow(text, row) is mixed, why


def test_a_length_of_time_neither_stays_nor_goes():
    lasting = FigureRow(id="F1", is_figure="yes", unit="days", stock_or_flow="duration", scope="the strike")
    assert not mixes_stock_and_flow("the leaving", lasting)


@pytest.mark.parametrize(
    ("text", "other", "named"),
    [
        ("leaving Bergen", True, False),
        ("out of Oslo", False, True),
        ("from Oslo to Hamar", True, False),
        ("to western Bergen", False, True),
        ("nurses", False, False),
        ("not from Oslo", False, False),
    ],
)
def test_where_from_and_where_to(text, other, named):
    assert other_way(text, LEAVERS) is other
    assert names_the_way(text, LEAVERS) is named
