"""How does a stated result stand beside a computed one?"""

from __future__ import annotations

import pytest

from dateline.brief.amounts.arithmetic import agrees, made_of, total
from dateline.quantities import Bounds, read_quantities

FLOOR = Bounds(1000, None, lower_closed=False, approximate=True)
SHARE = Bounds(64.2, 64.2)
CASES = [
    # stated, computed, unit, verdict, why
    ("more than about 1,000", FLOOR, "", "fine", "the same"),
    ("at least about 900", FLOOR, "", "fine", "weaker"),
    ("more than 1,000", FLOOR, "", "near", "only an about is missing"),
    ("about 1,000", FLOOR, "", "bare", "the open end is lost"),
    ("exactly 1,000", FLOOR, "", "bare", "a bound made exact"),
    ("less than about 1,000", FLOOR, "", "flipped", "the other side"),
    ("more than about 1,300", FLOOR, "", "wrong", "another numeral"),
    ("more than about 1,040", FLOOR, "", "wrong", "rounded to the stronger side"),
    ("about 65 percent", SHARE, "percent", "fine", "rounded, hedged"),
    ("65 percent", SHARE, "percent", "wrong", "rounded without a hedge"),
    ("about 800", Bounds(800, 800, approximate=True), "", "fine", "a point with its hedge"),
    ("800", Bounds(800, 800, approximate=True), "", "bare", "a point without its hedge"),
    ("33 percent", Bounds(100 / 3, 100 / 3), "percent", "near", "a third in whole percent"),
    ("about 1,000", FLOOR, "percent", "wrong", "another unit"),
    ("halved", Bounds(50, 50), "percent", "fine", "a share in a verb"),
]


@pytest.mark.parametrize(("stated", "computed", "unit", "verdict", "why"), CASES)
def test_a_stated_result_is_weighed(stated, computed, unit, verdict, why):
    assert agrees(read_quantities(f"It is {stated} there.")[0], computed, unit) == verdict, why


def test_what_says_nothing_is_left_out():
    open_floors = Bounds(10, None), Bounds(4, None)
    assert {made.kind for made in made_of(*open_floors)} <= {"sum", "share", "ratio", "rise"}
    assert all(made.bounds.upper is None or made.bounds.upper > 0 for made in made_of(*open_floors))


def test_three_figures_make_a_sum():
    assert total([Bounds(1, 1), Bounds(2, 3), Bounds(4, None)]).describe() == "at least 7"
