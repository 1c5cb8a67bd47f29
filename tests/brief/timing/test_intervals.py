"""Is a distance in time judged by the dates it lies between? Sentences: wrong.tsv and fair.tsv."""

from __future__ import annotations

import pytest

from dateline.brief.timing.intervals import is_distance


@pytest.mark.parametrize(
    ("said", "known", "expected"),
    [
        ("two days later", ["2019-10-16", "2019-10-18"], True),
        ("three days later", ["2019-10-16", "2019-10-18"], False),
        ("ten months later", ["2018-12", "2019-10-21"], True),
        ("a year later", ["2018-12", "2019-10-21"], True),
        ("two years later", ["2018-12", "2019-10-21"], False),
        ("the day after", ["2019-10-18", "2019-10-19"], True),
        ("soon after", ["2019-10-18", "2019-10-19"], None),
    ],
)
def test_a_distance_lies_between_two_dates(said, known, expected):
    assert is_distance(said, known) is expected
