"""Are two bounds of one quantity one figure, and is the base of a rate no count?"""

from __future__ import annotations

import pytest

CASES = [
    (
        "at least 60 but no more than 90 people",
        ["at least 60 but no more than 90 = [60, 90] |  | people"],
        "a floor and a ceiling",
    ),
    ("over 50 and under 100 boats", ["over 50 and under 100 = (50, 100) |  | boats"], "both open"),
    (
        "fewer than 1,000 but more than 800 men",
        ["fewer than 1,000 but more than 800 = (800, 1000) |  | men"],
        "the ceiling first",
    ),
    (
        "more than 10 and less than 20 percent",
        ["more than 10 and less than 20 percent = (10, 20) | percent | "],
        "one unit for both",
    ),
    (
        "not less than 5 nor more than 10 years",
        ["not less than 5 nor more than 10 years = [5, 10] | year | "],
        "nor denies the second",
    ),
    (
        "at least $5, but no more than about $9",
        ["at least $5, but no more than about $9 = ~[5, 9] | USD | "],
        "a comma, and a hedge inside",
    ),
    (
        "more than 10 men and fewer than 20 women",
        ["more than 10 = (10, ) |  | men", "fewer than 20 = (, 20) |  | women"],
        "two things counted",
    ),
    (
        "more than 90 but less than 20 percent",
        ["more than 90 = (90, ) |  | ", "less than 20 percent = (, 20) | percent | "],
        "no value lies between",
    ),
    (
        "more than 40 and up to 60 others",
        ["more than 40 = (40, ) |  | ", "up to 60 = (, 60] |  | others"],
        "others are another figure",
    ),
    (
        "more than 40, up to 60 some say",
        ["more than 40 = (40, ) |  | ", "up to 60 = (, 60] |  | "],
        "no word joins them",
    ),
    (
        "at least 10 and at least 20",
        ["at least 10 = [10, ) |  | ", "at least 20 = [20, ) |  | "],
        "bounds on the same side",
    ),
    ("17 per 10,000 people", ["17 per 10,000 = [17, 17] | per 10,000 | "], "the base is the unit"),
    ("12 for every 100", ["12 for every 100 = [12, 12] | per 100 | "], "the base is the unit"),
    (
        "about 3 deaths per 100,000",
        ["about 3 = ~[3, 3] | per 100,000 | deaths", "100,000 = not a count: rate base"],
        "a noun between",
    ),
    ("17 per 40 men", ["17 = [17, 17] |  | ", "40 = [40, 40] |  | men"], "no base that rates are given on"),
    ("9 of every 10 men", ["9 of every 10 = [90, 90] | percent | men"], "a share is in percent"),
]


@pytest.mark.parametrize(("text", "expected", "why"), CASES)
def test_two_numbers_say_one_figure(figures, text, expected, why):
    assert figures(text) == expected, why
