"""Does a vague word give a bound that can be defended, and no more than that?"""

from __future__ import annotations

import pytest

CASES = [
    ("dozens of arrests", ["dozens = ?[24, ) |  | arrests"], "two dozen or more"),
    ("scores of arrests", ["scores of = ?[40, ) |  | arrests"], "two score or more"),
    ("Hundreds fled", ["Hundreds = ?[200, ) |  | "], "no noun of its own"),
    ("tens of thousands of refugees", ["tens of thousands = ?[20000, ) |  | refugees"], "longest phrase"),
    (
        "hundreds of thousands of refugees",
        ["hundreds of thousands = ?[200000, ) |  | refugees"],
        "longest phrase",
    ),
    ("several villages", ["several = ?[3, ) |  | villages"], "three or more"),
    ("several hundred soldiers", ["several hundred = ?[300, ) |  | soldiers"], "with a magnitude"),
    ("a few thousand soldiers", ["a few thousand = ?[2000, ) |  | soldiers"], "with a magnitude"),
    ("a couple of dozen soldiers", ["a couple of dozen = ?[24, ) |  | soldiers"], "with a magnitude"),
    ("several years", ["several years = ?[3, ) | year | "], "with a unit"),
    ("hundreds of miles of road", ["hundreds of miles = ?[200, ) | mile | road"], "unit behind of"),
    ("a handful of guards", ["a handful of = ?[1, ) |  | guards"], "no more is known"),
    ("at least several dozen guards", ["at least several dozen = ?[36, ) |  | guards"], "hedge before it"),
    ("the bulk of the force", ["the bulk of = ?(50, ) | percent | force"], "more than half, not all"),
    (
        "the bulk of the about 1,000 troops",
        ["the bulk of = ?(50, ) | percent | troops", "about 1,000 = ~[1000, 1000] |  | troops"],
        "a share, and then the whole",
    ),
    ("most Syrian villages", ["most = ?(50, ) | percent | Syrian villages"], "more than half"),
    ("most of the land", ["most of = ?(50, ) | percent | land"], "more than half"),
    ("the vast majority of voters", ["the vast majority of = ?(50, ) | percent | voters"], "more than half"),
    ("a majority of the members", ["a majority of = ?(50, ) | percent | members"], "more than half"),
    ("a majority of just four votes", ["four = [4, 4] |  | votes"], "by so many votes it won"),
    ("nearly all the villages", ["nearly all = ?(50, 100) | percent | "], "less than all"),
    ("a minority of voters", ["a minority of = ?(, 50) | percent | voters"], "less than half"),
    ("large swaths of the country", ["large swaths of = ?(, ) |  | country"], "nothing is known of how much"),
    ("over large swaths of land", ["large swaths of = ?(, ) |  | land"], "over a place is no hedge"),
    ("the most effective fighters", [], "a superlative counts nothing"),
    ("most likely", [], "a likelihood counts nothing"),
    ("at most villages", [], "not a share"),
    ("the war on several fronts", ["several = ?[3, ) |  | fronts"], "inside a sentence"),
    ("held on for months", ["months = ?[2, ) | month | "], "two or more"),
    ("in a matter of months", ["a matter of months = ?[2, ) | month | "], "two or more"),
    ("attack within days", ["within days = ?(, ) | day | "], "a ceiling that is not stated"),
    ("days later", [], "no word before it makes it a figure"),
    ("test scores fell", [], "scores that count nothing"),
    ("a couple was seen", [], "two who are a pair"),
]


@pytest.mark.parametrize(("text", "expected", "why"), CASES)
def test_vague_word_gives_a_bound(figures, text, expected, why):
    assert figures(text) == expected, why
