"""How do a brief's bounds stand to the source's?"""

from __future__ import annotations

import pytest

from dateline.brief.amounts.hedging import bounds_of, in_one_unit
from dateline.quantities import read_quantities


def figure(text):
    return read_quantities(text)[0]


@pytest.mark.parametrize(
    ("mine", "source", "expected"),
    [
        ("over 700 cars", "more than 700 cars", "fine"),
        ("at least 700 cars", "more than 700 cars", "weaker"),
        ("at least 701 cars", "more than 700 cars", "fine"),
        ("more than 600 cars", "more than 700 cars", "weaker"),
        ("more than 300 cars", "more than 700 cars", "other figure"),
        ("more than 800 cars", "more than 700 cars", "other figure"),
        ("some 740 cars", "more than 700 cars", "false-precision"),
        ("700 cars", "more than 700 cars", "hedge-dropped"),
        ("about 700 cars", "more than 700 cars", "bound-as-value"),
        ("up to 700 cars", "more than 700 cars", "hedge-reversed"),
        ("exactly 700 cars", "about 700 cars", "false-precision"),
        ("at least 700 cars", "about 700 cars", "hedge-changed"),
        ("200 to 500 cars", "200 to 300 cars", "other figure"),
        ("210 to 290 cars", "200 to 300 cars", "false-precision"),
        ("about 250 cars", "200 to 300 cars", "band-as-point"),
        ("hundreds of cars", "more than 700 cars", "weaker"),
        ("less than 1.5% of cars", "less than 2% of cars", "false-precision"),
        ("less than 1% of cars", "less than 2% of cars", "other figure"),
        ("less than 12% of cars", "less than 2% of cars", "other figure"),
        ("less than half of the cars", "less than 40% of the cars", "weaker"),
        ("more than half of the cars", "most of the cars", "fine"),
        ("80% of the cars", "most of the cars", "false-precision"),
    ],
)
def test_bounds_have_one_name(mine, source, expected):
    assert bounds_of(figure(mine), figure(source)) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("one week", "seven days"),
        ("5,000 litres", "5 cubic metres"),
        ("2 hectares", "0.02 square kilometres"),
    ],
)
def test_two_units_of_one_kind_are_compared(one, other):
    a, b = in_one_unit(figure(one), figure(other))
    assert a.lower == b.lower


def test_unlike_units_are_not_compared():
    assert in_one_unit(figure("5 litres"), figure("5 days")) is None
