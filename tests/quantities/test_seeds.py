"""Are the figures of the two reports read, each in the short phrase that the key is anchored on?"""

from __future__ import annotations

import pytest

CASES = [
    ("more than 2,000 service members", ["more than 2,000 = (2000, ) |  | service members"], "S1"),
    ("about 2,000 fighters", ["about 2,000 = ~[2000, 2000] |  | fighters"], "S1: same numeral, other people"),
    ("less than 2% of the territory", ["less than 2% = (, 2) | percent | territory"], "S1"),
    ("large swaths of Syria and Iraq", ["large swaths of = ?(, ) |  | Syria"], "S1: no bound"),
    ("On the one hand, he", ["On the one hand = not a count: idiom"], "S1: not a figure"),
    ("two seemingly incompatible goals", ["two = [2, 2] |  | seemingly incompatible goals"], "S1"),
    ("the more than 700 troops leaving Syria", ["more than 700 = (700, ) |  | troops"], "S2: a flow"),
    (
        "the bulk of the about 1,000 troops",
        ["the bulk of = ?(50, ) | percent | troops", "about 1,000 = ~[1000, 1000] |  | troops"],
        "S2: share, stock",
    ),
    ("Between 200 and 300 US troops", ["Between 200 and 300 = [200, 300] |  | US troops"], "S2: a range"),
    ("more than 5,000 forces in Iraq", ["more than 5,000 = (5000, ) |  | forces"], "S2: another country"),
    ("a five-day ceasefire", ["five-day = [5, 5] | day | ceasefire"], "S2: a length of time"),
    ("for several years", ["several years = ?[3, ) | year | "], "S2: vague"),
    ("one of US President", ["one of = not a count: one of"], "S2: not a figure"),
    ("were the first to", ["first = not a count: ordinal"], "S2: not a figure"),
    (
        "“One is to help … and two is to perform”",
        ["One = not a count: list marker", "two = not a count: list marker"],
        "S2: enumerators",
    ),
    ("between the two countries", ["two = [2, 2] |  | countries"], "S2: between opens no range here"),
    ("out of Iraq in 2011", ["2011 = not a count: year"], "S2: a year"),
    ("two missions", ["two = [2, 2] |  | missions"], "S2"),
]


@pytest.mark.parametrize(("text", "expected", "why"), CASES)
def test_figure_of_a_report(figures, text, expected, why):
    assert figures(text) == expected, why
