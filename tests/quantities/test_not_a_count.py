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
]


@pytest.mark.parametrize(("text", "expected", "why"), CASES)
def test_numeral_that_counts_nothing(figures, text, expected, why):
    assert figures(text) == expected, why
