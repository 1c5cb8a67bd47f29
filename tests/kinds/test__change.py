"""Are shares of a wrong base worked out from the figures themselves?"""

import pytest

from dateline.cases import FigureRow
from dateline.kinds._change import base_slips


def figure(lower, upper=None):
    return FigureRow(id="F1", is_figure="yes", lower=lower, upper=upper)


SHARES = [
    (figure(2000), figure(1000, 1000), "base-reversed", 100, "a fall by half, of the later number"),
    (figure(2000), figure(1000, 1000), "wrong-base", 33.3, "of both together"),
    (figure(200), figure(500), "base-reversed", 60, "a rise, of the later number"),
    (figure(None, 80), figure(20, 20), "base-reversed", 300, "only an upper limit is stated"),
    (figure(2000), figure(1000, 1000), "base-reversed", 200, "the earlier figure in percent of the later"),
]


@pytest.mark.parametrize(("earlier", "later", "key", "percent", "why"), SHARES)
def test_a_wrong_base_shows_at_its_percentage(earlier, later, key, percent, why):
    told = {name for name, (low, high) in base_slips(earlier, later) if low < percent < high}
    assert told == {key}, why


@pytest.mark.parametrize(
    ("earlier", "later"), [(figure(5), figure(5)), (figure(None), figure(5)), (figure(0), figure(5))]
)
def test_nothing_is_named_where_nothing_can_be_divided(earlier, later):
    assert base_slips(earlier, later) == []
