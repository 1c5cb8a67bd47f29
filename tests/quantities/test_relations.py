"""Do figures compare and combine as bounds, with open ends kept open?"""

from __future__ import annotations

import pytest

from dateline.quantities import Bounds, add, ratio, read_quantities, relation, share, subtract

RELATIONS = [
    # a, b, how a stands to b, why
    ("more than 2,000", "more than 2,000", "same", "equal bounds"),
    ("about 900", "about 900", "same", "equal bands"),
    ("at least 2,000", "more than 2,000", "weaker", "the bound itself is let in"),
    ("more than 1,000", "more than 2,000", "weaker", "a lower floor says less"),
    ("about 2,000", "2,000", "weaker", "a hedge says less"),
    ("200 to 400", "200 to 300", "weaker", "a wider range says less"),
    ("more than 2,000", "at least 2,000", "stronger", "same numeral, the bound itself left out"),
    ("2,000", "about 2,000", "stronger", "hedge dropped"),
    ("2,300", "more than 2,000", "entails", "a figure of its own inside the bound"),
    ("three", "several", "stronger", "several is three or more, with the same numeral"),
    ("five", "several", "entails", "several is three or more"),
    ("1,050", "about 1,000", "entails", "inside the band"),
    ("1,101", "about 1,000", "contradicts", "outside the band of ten percent"),
    ("2,000", "more than 2,000", "contradicts", "an open bound leaves its numeral out"),
    ("less than 2,000", "more than 2,000", "contradicts", "hedge reversed"),
    ("up to 2,000", "at least 2,000", "overlaps", "they share the numeral alone"),
    ("200 to 300", "250 to 400", "overlaps", "they share a part"),
    ("fewer than 300", "more than 200", "overlaps", "they share a part"),
    ("nearly 500", "about 440", "overlaps", "the band below 500 and the band around 440"),
    ("200", "nearly 500", "contradicts", "nearly has a floor where it is compared"),
    ("just over 500", "more than 500", "stronger", "the band above 500"),
    ("half", "50 percent", "same", "a fraction is a share in percent"),
    ("5 percent", "5 percentage points", "incomparable", "other unit"),
    ("5 percent", "5", "incomparable", "unit missing"),
    ("2011", "about 2,000", "incomparable", "a year counts nothing"),
    ("large swaths of", "2,000", "incomparable", "no bound at all"),
]


@pytest.mark.parametrize(("a", "b", "expected", "why"), RELATIONS)
def test_relation_of_two_figures(a, b, expected, why):
    assert relation(read_quantities(a)[0], read_quantities(b)[0]) == expected, why


@pytest.mark.parametrize(("band", "expected"), [(0.05, "contradicts"), (0.10, "entails")])
def test_band_of_about_is_the_caller_s(band, expected):
    about = Bounds(1000, 1000, approximate=True)
    assert relation(Bounds.exactly(1080), about, band=band) == expected


REVERSED = {"weaker": {"stronger", "entails"}, "stronger": {"weaker"}, "entails": {"weaker"}}


@pytest.mark.parametrize(("a", "b", "expected", "why"), RELATIONS)
def test_relation_turned_round(a, b, expected, why):
    turned = relation(read_quantities(b)[0], read_quantities(a)[0])
    assert turned in REVERSED.get(expected, {expected}), why


SUMS = [
    # operation, a, b, in words, why
    (add, "more than 700", "200 to 300", "more than 900", "no ceiling for the sum"),
    (add, "about 700", "300", "about 1,000", "the hedge stays"),
    (add, "up to 700", "up to 300", "at most 1,000", "no floor for the sum"),
    (add, "up to 700", "at least 300", "not known", "both ends are open"),
    (add, "0.1 percent", "0.2 percent", "0.3 percent", "decimals are exact"),
    (subtract, "more than 2,000", "about 1,000", "more than about 1,000", "the fall has no ceiling"),
    (subtract, "about 1,000", "more than 700", "less than about 300", "the rest has a ceiling only"),
    (subtract, "about 1,000", "200 to 300", "about 700 to 800", "the implied leavers"),
    (subtract, "more than 2,000", "more than 700", "not known", "neither end can be known"),
    (ratio, "about 1,000", "more than 2,000", "less than about 0.5", "half or less is left"),
    (ratio, "10", "4", "2.5", "plain division"),
    (ratio, "10", "less than 4", "more than 2.5", "a smaller divisor makes more"),
    (share, "more than 700", "about 1,000", "more than about 70", "in percent"),
    (share, "200 to 300", "about 1,000", "about 20 to 30", "in percent"),
    (share, "1", "3", "33.33", "two decimals in words"),
]


@pytest.mark.parametrize(("operation", "a", "b", "words", "why"), SUMS)
def test_reckoning_keeps_open_ends(operation, a, b, words, why):
    left, right = read_quantities(a)[0], read_quantities(b)[0]
    assert operation(left, right).describe("" if operation in (ratio, share) else left.unit) == words, why


def test_reckoning_works_on_bounds_and_figures_alike():
    figure = read_quantities("more than 2,000 troops")[0]
    assert subtract(figure, Bounds.exactly(500)) == Bounds(1500, None, lower_closed=False)


@pytest.mark.parametrize(
    ("operation", "a", "b", "message"),
    [
        (add, "5 km", "5 percent", "unlike units"),
        (subtract, "2,000", "2011", "counts nothing"),
        (ratio, "5", "0", "divided by zero"),
        (ratio, "-5", "2", "below zero"),
    ],
)
def test_reckoning_refuses_what_makes_no_sense(operation, a, b, message):
    with pytest.raises(ValueError, match=message):
        operation(read_quantities(a)[0], read_quantities(b)[0])
