"""Are whole sentences of news prose read with every figure in its place, and nothing besides?"""

from __future__ import annotations

import pytest

CASES = [
    (
        "At least 31 people were killed and dozens wounded when two car bombs exploded on Tuesday.",
        ["At least 31 = [31, ) |  | people", "dozens = ?[24, ) |  | wounded", "two = [2, 2] |  | car bombs"],
    ),
    (
        "The 45-year-old was fined £2,500 on 5 March 2019 near Highway 101.",
        [
            "45-year-old = [45, 45] | year | ",
            "£2,500 = [2500, 2500] | GBP | ",
            "5 March = not a count: calendar day",
            "2019 = not a count: year",
            "Highway 101 = not a count: name",
        ],
    ),
    (
        "Unemployment rose from 4.5 percent to 5.2 percent, or 0.7 percentage points.",
        [
            "4.5 percent = [4.5, 4.5] | percent | ",
            "5.2 percent = [5.2, 5.2] | percent | ",
            "0.7 percentage points = [0.7, 0.7] | percentage points | ",
        ],
    ),
    (
        "Within 48 hours at least 60 per cent of the town's 20,000 residents had fled.",
        [
            "Within 48 hours = (, 48] | hour | ",
            "at least 60 per cent = [60, ) | percent | residents",
            "20,000 = [20000, 20000] |  | residents",
        ],
    ),
    (
        "No more than 10 percent of the roughly 400 detainees were charged in 2018, 17 of them twice.",
        [
            "No more than 10 percent = (, 10] | percent | detainees",
            "roughly 400 = ~[400, 400] |  | detainees",
            "2018 = not a count: year",
            "17 = [17, 17] |  | detainees",
            "twice = [2, 2] | times | ",
        ],
    ),
    (
        "The plan cuts the force by nearly half, to 8,600 from 14,000, within 135 days.",
        [
            "nearly half = ~(, 50) | percent | ",
            "8,600 = [8600, 8600] |  | ",
            "14,000 = [14000, 14000] |  | ",
            "within 135 days = (, 135] | day | ",
        ],
    ),
    (
        "The bill passed 52-48 in the Senate and 217 to 213 in the House, a year after the first try.",
        ["52-48 = not a count: score", "217 to 213 = not a count: score", "first = not a count: ordinal"],
    ),
    (
        "It sent 300kg of flour, 1,000 rounds of 7.62mm ammunition and 12 AK-47s worth $2-3 million.",
        [
            "300kg = [300, 300] | kg | flour",
            "1,000 = [1000, 1000] |  | rounds",
            "7.62mm = [7.62, 7.62] | mm | ammunition",
            "12 = [12, 12] |  | AK-47s",
            "AK-47s = not a count: name",
            "$2-3 million = [2000000, 3000000] | USD | ",
        ],
    ),
    (
        "No one wants war, but one must be ready, he said; at one point a third country stepped in.",
        [
            "No one = not a count: idiom",
            "one = not a count: idiom",
            "at one point = not a count: idiom",
            "third = not a count: ordinal",
        ],
    ),
    (
        "Hundreds of thousands, if not millions, could flee, with up to a million heading north.",
        [
            "Hundreds of thousands = ?[200000, ) |  | ",
            "millions = ?[2000000, ) |  | ",
            "up to a million = (, 1000000] |  | ",
        ],
    ),
    ("A spokesman said on Monday that the talks in the capital would go on.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_sentence_is_read_whole(figures, text, expected):
    assert figures(text) == expected
