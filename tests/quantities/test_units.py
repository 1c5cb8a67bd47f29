"""Is the unit found, before the number or behind it, and is the noun told from the unit?"""

from __future__ import annotations

import pytest

CASES = [
    ("a five-day ceasefire", "five-day = [5, 5] | day | ceasefire", "compound adjective"),
    (
        "a five-day ceasefire agreement hammered out there",
        "five-day = [5, 5] | day | ceasefire agreement",
        "NP",
    ),
    ("five days of talks", "five days = [5, 5] | day | talks", "duration of something"),
    ("an 18-year-old man", "18-year-old = [18, 18] | year | man", "age"),
    ("Ali Haddad, 45, said", "45 = [45, 45] | year | ", "age between commas"),
    ("he was 17 when it began", "17 = [17, 17] | year | ", "age"),
    ("a 300-mile-long border", "300-mile-long = [300, 300] | mile | border", "length"),
    ("5 per cent of voters", "5 per cent = [5, 5] | percent | voters", "per cent in two words"),
    ("5pc of voters", "5pc = [5, 5] | percent | voters", "per cent, short"),
    (
        "up 5 percentage points",
        "5 percentage points = [5, 5] | percentage points | ",
        "points are not percent",
    ),
    ("25 basis points", "25 basis points = [25, 25] | basis points | ", "longest unit"),
    ("$4.5 million", "$4.5 million = [4500000, 4500000] | USD | ", "sign before"),
    ("US$40", "US$40 = [40, 40] | USD | ", "letters and sign"),
    ("A$40", "A$40 = [40, 40] | AUD | ", "another dollar"),
    ("€3bn", "€3bn = [3000000000, 3000000000] | EUR | ", "sign before, magnitude joined"),
    ("£20m", "£20m = [20000000, 20000000] | GBP | ", "m is a million behind a currency"),
    ("EUR 500", "EUR 500 = [500, 500] | EUR | ", "code before"),
    ("500 EUR", "500 EUR = [500, 500] | EUR | ", "code behind"),
    ("40 million dollars in aid", "40 million dollars = [40000000, 40000000] | USD | aid", "word behind"),
    ("5 million pounds", "5 million pounds = [5000000, 5000000] | GBP | ", "money with a magnitude"),
    ("500 pounds of flour", "500 pounds = [500, 500] | pound | flour", "weight"),
    ("a $5-million grant", "$5-million = [5000000, 5000000] | USD | grant", "hyphen"),
    ("12 km of road", "12 km = [12, 12] | km | road", "measure"),
    ("5km away", "5km = [5, 5] | km | ", "joined unit"),
    ("155mm shells", "155mm = [155, 155] | mm | shells", "joined unit describes"),
    ("the 100m in ten", "100m = [100, 100] | m | ", "metres where no noun follows"),
    ("3.6m Syrians", "3.6m = [3600000, 3600000] |  | Syrians", "millions before a noun"),
    ("1,200 sq km of desert", "1,200 sq km = [1200, 1200] | sq km | desert", "area"),
    ("42°C", "42°C = [42, 42] | degree Celsius | ", "sign"),
    ("a magnitude 7.1 quake", "magnitude 7.1 = [7.1, 7.1] | magnitude | quake", "unit before its number"),
    ("three times as many", "three times = [3, 3] | times | ", "times"),
    ("twice as many soldiers", "twice = [2, 2] | times | soldiers", "twice"),
    ("more than doubled", "more than doubled = (2, ) | times | ", "verb"),
    ("a threefold rise", "threefold = [3, 3] | times | ", "-fold"),
    ("more than a year", "more than a year = (1, ) | year | ", "a is one behind a hedge"),
    ("nearly two years", "nearly two years = ~(, 2) | year | ", "hedged duration"),
    ("within 48 hours", "within 48 hours = (, 48] | hour | ", "within bounds a time"),
    ("for over five years", "over five years = (5, ) | year | ", "longer than"),
    ("jobs over five years", "five years = [5, 5] | year | ", "during"),
    ("and, over five years, the loss of jobs", "five years = [5, 5] | year | ", "during, between commas"),
    ("minus 5 degrees", "minus 5 degrees = [-5, -5] | degree | ", "below zero"),
    ("a 12-member council", "12-member = [12, 12] |  | member", "compound of a noun"),
    ("a 3,000-strong force", "3,000-strong = [3000, 3000] |  | force", "strong"),
]


@pytest.mark.parametrize(("text", "expected", "why"), CASES)
def test_unit_is_found(figures, text, expected, why):
    assert expected in figures(text), why


def test_a_bare_article_is_no_number(figures):
    assert figures("A day later a week of talks began in a country.") == []
