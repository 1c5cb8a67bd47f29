"""Are spans of time counted fairly: with the first day or without it, and by dates of honest precision?"""

from __future__ import annotations

import pytest

from dateline import read_quantities
from dateline.brief.amounts.durations import ends, spans

ENDS = [
    ("Five days from 18 October 2019 run to 22 October 2019.", "fine", "the first day counted"),
    ("Five days from 18 October 2019 run to 23 October 2019.", "fine", "the first day not counted"),
    ("Five days from 18 October 2019 run to 22 or 23 October 2019.", "fine", "both"),
    ("Five days from 18 October 2019 run to 24 October 2019.", "fence-post", "one day off"),
    ("Five days from 18 October 2019 run to 28 October 2019.", "wrong", "days off"),
    ("Two weeks from 1 October 2019 end on 15 October 2019.", "fine", "weeks"),
]


@pytest.mark.parametrize(("text", "verdict", "why"), ENDS)
def test_the_end_of_a_span_is_counted_both_ways(read, text, verdict, why):
    assert set(ends(read(text)).values()) == {verdict}, why


def test_without_a_first_day_nothing_is_counted(read):
    assert ends(read("Five days in October 2019 and in November 2019.")) == {}


@pytest.mark.parametrize(
    ("length", "dates", "fair"),
    [
        ("ten months", ["2018-12", "2019-10-21"], True),
        ("six months", ["2018-12", "2019-10-21"], False),
        ("about 300 days", ["2018-12", "2019-10-21"], True),
        ("23 years", ["1988", "2011"], True),
        ("30 people", ["1988", "2011"], False),
    ],
)
def test_a_length_of_time_lies_between_two_dates(length, dates, fair):
    assert spans(read_quantities(length)[0], dates) is fair
