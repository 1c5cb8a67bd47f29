"""Do bounds say in words what they hold?"""

from __future__ import annotations

import pytest

from dateline.quantities import Bounds

WORDS = [
    (Bounds(1000, None, lower_closed=False, approximate=True), "", "more than about 1,000"),
    (Bounds(1000, None), "", "at least 1,000"),
    (Bounds(None, 500), "", "at most 500"),
    (Bounds(None, 2, upper_closed=False), "percent", "less than 2 percent"),
    (Bounds(200, 300), "", "200 to 300"),
    (Bounds(200, 300, approximate=True), "", "about 200 to 300"),
    (Bounds(200, 300, lower_closed=False), "", "more than 200 and at most 300"),
    (
        Bounds(50, 100, lower_closed=False, upper_closed=False),
        "percent",
        "more than 50 and less than 100 percent",
    ),
    (Bounds(12, 12), "", "12"),
    (Bounds(1, 1), "day", "1 day"),
    (Bounds(1, 2), "day", "1 to 2 days"),
    (Bounds(5, 5), "day", "5 days"),
    (Bounds(0.5, 0.5), "", "0.5"),
    (Bounds(0.001, 0.001), "", "0.001"),
    (Bounds(2.0, 2.0), "", "2"),
    (Bounds(), "percent", "not known"),
]


@pytest.mark.parametrize(("bounds", "unit", "words"), WORDS)
def test_bounds_in_words(bounds, unit, words):
    assert bounds.describe(unit) == words


def test_open_end_has_one_spelling():
    assert Bounds(5, None, upper_closed=True) == Bounds(5, None, upper_closed=False)


def test_lower_bound_may_not_lie_above_upper():
    with pytest.raises(ValueError, match="above upper"):
        Bounds(3, 2)
