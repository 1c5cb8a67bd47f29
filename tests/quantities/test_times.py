"""Are hours, days and years told from counts?"""

from __future__ import annotations

import pytest

CASES = [
    ("from 8 to 10 p.m.", ["8 to 10 p.m. = not a count: clock time"], "two hours share their p.m."),
    ("between 8 and 10 p.m.", ["8 and 10 p.m. = not a count: clock time"], "two hours share their p.m."),
    ("10-11am", ["10-11am = not a count: clock time"], "with a hyphen"),
    ("8 to 10 people", ["8 to 10 = [8, 10] |  | people"], "no hours"),
    ("at half past six", ["half past six = not a count: clock time"], "parts of an hour"),
    ("quarter to nine", ["quarter to nine = not a count: clock time"], "parts of an hour"),
    ("at 0600", ["0600 = not a count: clock time"], "no count begins with a nought"),
    ("at 5:30 p.m.", ["5:30 p.m. = not a count: clock time"], "with minutes"),
    ("4 to 6 May", ["4 to 6 May = not a count: calendar day"], "days"),
    ("nineteen eighty-four", ["nineteen eighty-four = not a count: year"], "a year in words"),
    ("twenty-four trucks", ["twenty-four = [24, 24] |  | trucks"], "no year"),
    ("in 2018-19", ["2018-19 = not a count: year"], "a season"),
    ("the 10 millionth visitor", ["10 millionth = not a count: ordinal"], "a great ordinal"),
    ("first-half profit", ["first-half = not a count: ordinal"], "half of a year in order"),
    ("a half-empty hall", ["half-empty = not a count: idiom"], "half of no amount"),
    ("a half-hour wait", ["a half-hour = [0.5, 0.5] | hour | wait"], "half of an hour"),
    ("no such link [17], they write", ["17 = not a count: citation"], "a reference in brackets"),
    ("links [3, 5-8]", None, "references in brackets"),
]


@pytest.mark.parametrize(("text", "expected", "why"), CASES)
def test_time_is_no_count(figures, text, expected, why):
    found = figures(text)
    if expected is None:
        assert {one.split(" = ")[1] for one in found} == {"not a count: citation"}, why
    else:
        assert found == expected, why


def test_what_counts_nothing_has_no_bounds():
    from dateline.quantities import read_quantities

    for figure in read_quantities("In 2011 one of the first 9/11 trials, at 5 p.m. in Room 12, ended 3-1."):
        if figure.not_a_count:
            assert (figure.lower, figure.upper, figure.unit, figure.counted) == (None, None, "", "")
