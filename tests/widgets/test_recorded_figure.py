"""Is a recorded figure read as its cells say: the group, the limits with their hedge, a plan?"""

from __future__ import annotations

import pytest

from dateline.plots.rows import Amount
from dateline.widgets.recorded_figure import RecordedFigure, is_ahead

GROUPS = [
    # counted, scope, what is counted and who or where, why
    ("crews in Oslo", "", ("crews", "in Oslo"), "parted where it is narrowed"),
    ("crews in Oslo", "at night", ("crews in Oslo", "at night"), "a scope of its own goes before"),
    ("crews leaving Oslo", "", ("crews", "leaving Oslo"), "a way narrows too"),
    ("crews", "", ("crews", ""), "nothing narrows"),
    ("of the crews", "", ("of the crews", ""), "a narrowing word in front has no noun before it"),
    ("", "in Oslo", ("", "in Oslo"), "nothing is counted"),
]


@pytest.mark.parametrize(("counted", "scope", "group", "why"), GROUPS, ids=[row[3] for row in GROUPS])
def test_a_name_is_parted_into_group_and_scope(counted, scope, group, why):
    assert RecordedFigure(Amount("x", 1, 1, "2020"), counted, scope).group == group


LIMITS = [
    (40, None, "more than", "more than 40"),
    (40, None, "at least", "at least 40"),
    (40, None, "", "at least 40"),
    (None, 2, "less than", "less than 2"),
    (None, 2, "up to", "at most 2"),
    (40, None, "more than about", "more than about 40"),
    (900, 1100, "about", "900 to 1,100"),  # a band of one's own is not widened again
    (200, 300, "between", "200 to 300"),
    (7, 7, "", "7"),
]


@pytest.mark.parametrize(("lower", "upper", "hedge", "told"), LIMITS, ids=[row[3] for row in LIMITS])
def test_limits_are_open_closed_or_about_as_the_hedge_says(lower, upper, hedge, told):
    assert RecordedFigure(Amount("x", lower, upper, "2020", hedge=hedge)).limits.describe() == told


@pytest.mark.parametrize("text", ["to remain at Elm", "will be sent", "are to leave", "planned crews"])
def test_words_that_look_ahead(text):
    assert is_ahead(text)


@pytest.mark.parametrize("text", ["sent to Oslo", "from June to July", "who remain", ""])
def test_words_that_do_not_look_ahead(text):
    assert not is_ahead(text)
