"""Is every way of writing a range read as one figure with two bounds?"""

from __future__ import annotations

import pytest

CASES = [
    ("Between 200 and 300 US troops", ["Between 200 and 300 = [200, 300] |  | US troops"], "between"),
    ("200-300 soldiers", ["200-300 = [200, 300] |  | soldiers"], "hyphen"),
    ("200–300 soldiers", ["200–300 = [200, 300] |  | soldiers"], "en dash"),
    ("200 to 300 soldiers", ["200 to 300 = [200, 300] |  | soldiers"], "to"),
    ("from 200 to 300 soldiers", ["from 200 to 300 = [200, 300] |  | soldiers"], "from … to as a range"),
    ("2 to 3 million people", ["2 to 3 million = [2000000, 3000000] |  | people"], "shared magnitude"),
    (
        "between 2 and 3 million people",
        ["between 2 and 3 million = [2000000, 3000000] |  | people"],
        "shared",
    ),
    ("900,000 to 1 million people", ["900,000 to 1 million = [900000, 1000000] |  | people"], "not shared"),
    ("$2-3bn", ["$2-3bn = [2000000000, 3000000000] | USD | "], "shared magnitude and currency"),
    ("$5 to $10 million in aid", ["$5 to $10 million = [5000000, 10000000] | USD | aid"], "sign on both"),
    ("5% to 10% of voters", ["5% to 10% = [5, 10] | percent | voters"], "unit on both"),
    ("five to ten percent", ["five to ten percent = [5, 10] | percent | "], "words"),
    ("two or three villages", ["two or three = [2, 3] |  | villages"], "or between neighbours"),
    ("about 200 to 300 soldiers", ["about 200 to 300 = ~[200, 300] |  | soldiers"], "hedged range"),
    ("a day or two", ["a day or two = ~[1, 2] | day | "], "or two"),
    (
        "between one hundred and two hundred men",
        ["between one hundred and two hundred = [100, 200] |  | men"],
        "and",
    ),
    ("3 or 4 hundred people", ["3 or 4 hundred = [300, 400] |  | people"], "shared hundred"),
    ("20-30,000 people", ["20-30,000 = [20000, 30000] |  | people"], "shared thousand"),
    ("1m-2m barrels", ["1m-2m = [1000000, 2000000] |  | barrels"], "magnitude on both"),
    ("between about 200 and 300 men", ["between about 200 and 300 = ~[200, 300] |  | men"], "hedge inside"),
    ("200 to about 300 men", ["200 to about 300 = ~[200, 300] |  | men"], "hedge inside"),
    ("a quarter to a third of it", ["a quarter to a third = [25, 33.3333] | percent | "], "fractions"),
    (
        "between $100m and $150m",
        ["between $100m and $150m = [100000000, 150000000] | USD | "],
        "sign on both",
    ),
    (
        "$5m in 2018 and 300 men",
        ["$5m = [5000000, 5000000] | USD | ", "2018 = not a count: year", "300 = [300, 300] |  | men"],
        "and joins no range without between",
    ),
    (
        "Oil fell $1.50 to $62",
        ["$1.50 = [1.5, 1.5] | USD | ", "$62 = [62, 62] | USD | "],
        "by so much, to so much",
    ),
    (
        "The force rose from 200 to 300 soldiers",
        ["200 = [200, 200] |  | soldiers", "300 = [300, 300] |  | soldiers"],
        "a change has two figures, it is no range",
    ),
    ("cut from 2,000 to 1,000", ["2,000 = [2000, 2000] |  | ", "1,000 = [1000, 1000] |  | "], "falling"),
]


@pytest.mark.parametrize(("text", "expected", "why"), CASES)
def test_range_has_two_bounds(figures, text, expected, why):
    assert figures(text) == expected, why
