"""Is a numeral that counts nothing told apart, and is the reason the right one?"""

from __future__ import annotations

import pytest

CASES = [
    ("They left Iraq in 2011.", ["2011 = not a count: year"], "year"),
    ("on 21 October the pause began", ["21 October = not a count: calendar day"], "day first"),
    ("on Oct. 7 the pause began", ["Oct. 7 = not a count: calendar day"], "month first"),
    ("at 5:30 p.m. the bell rang", ["5:30 p.m. = not a count: clock time"], "clock"),
    ("the 3rd convoy", ["3rd = not a count: ordinal"], "ordinal sign"),
    ("the first convoy", ["first = not a count: ordinal"], "ordinal word"),
    (
        "“One is to guard the road and two is to watch the border,” she said.",
        ["One = not a count: list marker", "two = not a count: list marker"],
        "one is … two is",
    ),
    ("On the one hand, he wants to leave.", ["On the one hand = not a count: idiom"], "idiom"),
    ("one of the reasons", ["one of = not a count: one of"], "one of"),
    ("along Highway 4", ["Highway 4 = not a count: name"], "road"),
    ("under Resolution 2254", ["Resolution 2254 = not a count: name"], "resolution"),
    ("an F-35 flew over", ["F-35 = not a count: name"], "model"),
    ("The pause held [@S2, para. 5].", ["5 = not a count: citation"], "citation mark"),
    ("call 202-555-0143 now", ["202-555-0143 = not a count: phone number"], "phone"),
    ("Ghana won 3-1", ["3-1 = not a count: score"], "score"),
    ("no one came", ["no one = not a count: idiom"], "pronoun"),
    ("the 2014 elections", ["2014 = not a count: year"], "a year before a noun"),
    ("2000 soldiers", ["2000 = [2000, 2000] |  | soldiers"], "a round number before a noun counts"),
    ("more than 2011 soldiers", ["more than 2011 = (2011, ) |  | soldiers"], "a bound is no year"),
    ("from 2009 to 2017", ["from 2009 to 2017 = not a count: year"], "years as a range"),
    ("in the 1990s", ["1990s = not a count: year"], "decade"),
    ("the 2018-19 season", ["2018-19 = not a count: year"], "two years"),
    ("2018-12 brought snow", ["2018-12 = not a count: year"], "a month in figures"),
    ("2019-10-21", ["2019-10-21 = not a count: calendar day"], "a day in figures"),
    ("on October 21, 2019", ["October 21 = not a count: calendar day", "2019 = not a count: year"], "both"),
    ("from May 4-6", ["May 4-6 = not a count: calendar day"], "days as a range"),
    ("It may 4 times fail", ["4 times = [4, 4] | times | "], "may is no month without its capital"),
    ("the 7th of September", ["7th of September = not a count: calendar day"], "of"),
    ("by 0530 GMT", ["0530 GMT = not a count: clock time"], "four digits"),
    ("at 10 o’clock", ["10 o’clock = not a count: clock time"], "curly apostrophe"),
    ("the twenty-first century", ["twenty-first = not a count: ordinal"], "hyphen"),
    ("a third country", ["third = not a count: ordinal"], "no share"),
    ("fell by a third.", ["a third = [33.3333, 33.3333] | percent | "], "a share"),
    (
        "1. Leave.\n2. Stay.",
        ["1 = not a count: list marker", "2 = not a count: list marker"],
        "numbered lines",
    ),
    ("(1) to leave", ["1 = not a count: list marker"], "in brackets"),
    (
        "one of the 12 hostages",
        ["one of = not a count: one of", "12 = [12, 12] |  | hostages"],
        "whole counts",
    ),
    ("This one is new", ["This one = not a count: idiom"], "pronoun"),
    ("one must be ready", ["one = not a count: idiom"], "pronoun"),
    ("for one, he stayed", ["for one = not a count: idiom"], "idiom at a comma"),
    ("for one year", ["one year = [1, 1] | year | "], "the same words before a noun"),
    ("in two days", ["two days = [2, 2] | day | "], "in two is an idiom only at an end"),
    ("in paragraph 5", ["paragraph 5 = not a count: name"], "paragraph"),
    ("page 3 of 10", ["page 3 of 10 = not a count: name"], "page of pages"),
    ("pages 12-15", ["pages 12-15 = not a count: name"], "pages"),
    ("version 2.0.1", ["version 2.0.1 = not a count: name"], "version"),
    ("a Boeing 737 crashed", ["Boeing 737 = not a count: name"], "model"),
    ("the Group of Seven", ["Group of Seven = not a count: name"], "club"),
    ("Iran and the P5+1", ["P5+1 = not a count: name"], "club with a plus"),
    ("the S&P 500 fell", ["S&P 500 = not a count: name"], "index"),
    ("5G phones", ["5G = not a count: name"], "digit and letter"),
    ("10 Downing Street", ["10 = not a count: name"], "street"),
    ("call 555-0199", ["555-0199 = not a count: phone number"], "seven digits"),
    ("+44 20 7946 0958", ["+44 20 7946 0958 = not a count: phone number"], "country code"),
    ("passed 217 to 213", ["217 to 213 = not a count: score"], "a vote"),
    ("a 354-60 vote", ["354-60 = not a count: score"], "a vote, falling"),
    (
        "[@S1, paras. 5-6; @S2, para. 7]",
        ["5-6 = not a count: citation", "7 = not a count: citation"],
        "several",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), CASES)
def test_numeral_that_counts_nothing(figures, text, expected, why):
    assert figures(text) == expected, why
