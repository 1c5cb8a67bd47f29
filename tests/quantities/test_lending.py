"""Does a figure take the noun or the unit of its neighbour only where both speak of the same?"""

from __future__ import annotations

import pytest

CASES = [
    # text, the last figure in it, why
    ("20,000 trees, and 6,000 of them died", "6,000 = [6000, 6000] |  | trees", "them"),
    ("22 people, nine of them children", "nine = [9, 9] |  | children", "a noun of its own behind them"),
    ("20 trees died. 6 of them stood", "6 = [6, 6] |  | ", "not out of another sentence"),
    ("40 people left and 12 others stayed", "12 = [12, 12] |  | people", "others of the same"),
    ("at least 30, and perhaps 45, detainees", "perhaps 45 = ~[45, 45] |  | detainees", "set off by commas"),
    ("they held 30, and 45, officials said", "45 = [45, 45] |  | ", "no hedge sets it off"),
    ("the number of troops fell to 8,600", "8,600 = [8600, 8600] |  | troops", "the number of"),
    ("88 were students", "88 = [88, 88] |  | students", "behind the verb"),
    ("88 were in hospital", "88 = [88, 88] |  | ", "a place is not counted"),
    ("aged 34 and 36", "36 = [36, 36] | year | ", "the second of two ages"),
    ("two brothers, 34 and 36, were held", "36 = [36, 36] | year | ", "ages between commas"),
    ("the twins, both 19, were held", "19 = [19, 19] | year | ", "both"),
    ("aged 34 and 36 others", "36 = [36, 36] |  | others", "others are counted"),
    ("half the town's 8,000 people", "8,000 = [8000, 8000] |  | people", "the whole"),
    ("half its budget", "half = [50, 50] | percent | budget", "what half is of"),
    ("180 metres long and 30 wide", "30 = [30, 30] | m | ", "one unit for both dimensions"),
    ("the ship is 30 wide", "30 = [30, 30] |  | ", "no unit to lend"),
    ("twice as many beds", "twice = [2, 2] | times | beds", "so many times of them"),
    ("two men, 12 of whom none knew", "12 = [12, 12] |  | men", "whom"),
]


@pytest.mark.parametrize(("text", "expected", "why"), CASES)
def test_noun_or_unit_is_lent(figures, text, expected, why):
    assert figures(text)[-1] == expected, why


def test_hyphen_that_waits_for_its_unit(figures):
    assert figures("20- and 30-year-olds") == ["20 = [20, 20] | year | ", "30-year-olds = [30, 30] | year | "]
    assert figures("a 10- to 15-minute delay") == ["10- to 15-minute = [10, 15] | minute | delay"]


def test_unit_is_lent_backwards_over_a_change(figures):
    assert figures("raised to 3.2 from 2.9 per cent")[0] == "3.2 = [3.2, 3.2] | percent | "
    assert figures("raised by 3 men from 2.9 per cent")[0] == "3 = [3, 3] |  | men"


def test_noun_is_lent_backwards_to_the_figure_before_an_aside(figures):
    assert figures("More than 4,000, perhaps 5,000, refugees") == [
        "More than 4,000 = (4000, ) |  | refugees",
        "perhaps 5,000 = ~[5000, 5000] |  | refugees",
    ]
