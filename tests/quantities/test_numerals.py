"""Are numerals, number words, magnitudes and fractions worth what they say?"""

from __future__ import annotations

import pytest

CASES = [
    ("1,234,567 votes", "1,234,567 = [1234567, 1234567] |  | votes", "separators"),
    ("3.5 million votes", "3.5 million = [3500000, 3500000] |  | votes", "decimal and magnitude, whole"),
    ("12k followers", "12k = [12000, 12000] |  | followers", "k"),
    ("4bn people", "4bn = [4000000000, 4000000000] |  | people", "bn"),
    ("two thousand five hundred men", "two thousand five hundred = [2500, 2500] |  | men", "words"),
    ("one hundred and fifty men", "one hundred and fifty = [150, 150] |  | men", "and inside a numeral"),
    ("twenty-five men", "twenty-five = [25, 25] |  | men", "hyphen inside a numeral"),
    ("a hundred men", "a hundred = [100, 100] |  | men", "a is one before a magnitude"),
    ("two and a half million men", "two and a half million = [2500000, 2500000] |  | men", "and a half"),
    ("a year and a half", "a year and a half = [1.5, 1.5] | year | ", "the half behind its unit"),
    ("two miles and a half", "two miles and a half = [2.5, 2.5] | mile | ", "the same behind a number"),
    ("half a million men", "half a million = [500000, 500000] |  | men", "half a magnitude"),
    ("two dozen men", "two dozen = [24, 24] |  | men", "dozen"),
    ("half a dozen men", "half a dozen = [6, 6] |  | men", "half a dozen"),
    (
        "two thirds of the village",
        "two thirds = [66.6667, 66.6667] | percent | village",
        "fraction is a share",
    ),
    ("half of the village", "half = [50, 50] | percent | village", "half"),
    ("one in five Syrians", "one in five = [20, 20] | percent | Syrians", "one in n"),
    ("three out of four voters", "three out of four = [75, 75] | percent | voters", "n out of m"),
    ("2½ years", "2½ years = [2.5, 2.5] | year | ", "fraction sign"),
    (
        "three trillion dollars",
        "three trillion dollars = [3000000000000, 3000000000000] | USD | ",
        "trillion",
    ),
    ("12,34,567 votes", "12,34,567 = [1234567, 1234567] |  | votes", "Indian separators"),
    ("12 000 votes", "12 000 = [12000, 12000] |  | votes", "space as separator"),
    ("three lakh votes", "three lakh = [300000, 300000] |  | votes", "lakh"),
    (
        "a million and a half votes",
        "a million and a half = [1500000, 1500000] |  | votes",
        "half of the magnitude",
    ),
    (
        "three quarters of a million votes",
        "three quarters of a million = [750000, 750000] |  | votes",
        "fraction of it",
    ),
    (
        "two hundred and fifty thousand men",
        "two hundred and fifty thousand = [250000, 250000] |  | men",
        "long",
    ),
    ("ten-fifteen men", "ten-fifteen = [10, 15] |  | men", "a range of words"),
    ("9 out of every 10 homes", "9 out of every 10 = [90, 90] | percent | homes", "out of every"),
    ("3/4 of the land", "3/4 = [75, 75] | percent | land", "slash"),
    ("2 1/2 years", "2 1/2 years = [2.5, 2.5] | year | ", "whole and slash"),
    ("half an hour", "half an hour = [0.5, 0.5] | hour | ", "half a unit"),
    ("two-and-a-half-year war", "two-and-a-half-year = [2.5, 2.5] | year | war", "hyphens throughout"),
    ("zero tents", "zero = [0, 0] |  | tents", "nought"),
]


@pytest.mark.parametrize(("text", "expected", "why"), CASES)
def test_numeral_is_worth_what_it_says(figures, text, expected, why):
    assert figures(text) == [expected], why
