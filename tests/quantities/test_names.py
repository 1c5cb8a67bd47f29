"""Are numerals in names told from counts by what stands around them, not by a list of names alone?"""

from __future__ import annotations

import pytest

NAMES = [
    ("in Bahnhof 4 of the museum", "4", "a capital before, no noun behind"),
    ("The 737 Max 8 is grounded.", "8", "a model"),
    ("It angered the Five Eyes.", "Five", "a capital at the number word and behind it"),
    ("It runs on iOS 17.", "17", "a capital inside the word"),
    ("It began on day 1 of the war.", "1", "a day in order"),
    ("Room 101 of the courthouse was full.", "Room 101", "a name may open the sentence"),
    ("Section 301 tariffs", "Section 301", "a noun may follow a section"),
]
COUNTS = [
    ("Blast in Kabul Kills 40", "40", "a headline has capitals throughout"),
    ("Five Eyes closed.", "Five", "a capital opens the sentence"),
    ("On Monday 14 people left.", "14", "a weekday"),
    ("In Paris 40 people left.", "40", "a noun behind it"),
    ("In Aleppo 40 died.", "40", "a verb behind it"),
    ("Each day 40 left.", "40", "each day is no day in order"),
    ("The rebels number 40.", "40", "a verb"),
    ("The dead, thought to number 18, were sailors.", "thought to number 18", "a verb, hedged"),
    ("They called 40 witnesses.", "40", "a noun behind it"),
]
PHONES = ["+44 1632 960883", "+1 212 555 0142", "1-800-555-0199", "020 7946 0958", "+441632960883"]


@pytest.mark.parametrize(("text", "surface", "why"), NAMES)
def test_name_is_no_count(figures, text, surface, why):
    assert f"{surface} = not a count: name" in figures(text), why


@pytest.mark.parametrize(("text", "surface", "why"), COUNTS)
def test_count_is_no_name(figures, text, surface, why):
    (found,) = figures(text)
    assert found.startswith(f"{surface} = "), why
    assert "not a count" not in found, why


@pytest.mark.parametrize("number", PHONES)
def test_phone_number_is_read_whole(figures, number):
    assert figures(f"Ring {number} for help.") == [f"{number} = not a count: phone number"]


def test_short_phone_number_needs_a_word_of_calling(figures):
    assert figures("Call 999 at once.") == ["999 = not a count: phone number"]
    assert figures("It has 999 at once.") == ["999 = [999, 999] |  | "]


def test_thousands_after_a_plus_sign_are_no_phone_number(figures):
    assert figures("+3 000 000 people")[0].startswith("3 000 000 = [3000000, 3000000]")


def test_ages_in_decades(figures):
    assert figures("in his 40s") == ["40s = [40, 49] | year | "]
    assert figures("in her late 60s") == ["60s = [60, 69] | year | "]
    assert figures("in the 60s") == ["60s = not a count: year"]
    assert figures("a forty-something") == ["forty-something = [40, 49] | year | "]
    assert figures("the over-65s") == ["over-65s = (65, ) | year | "]
    assert figures("under-18s") == ["under-18s = (, 18) | year | "]


def test_list_number_is_no_value_in_a_list(figures):
    assert figures("Killed: 31. Wounded: 112.") == ["31 = [31, 31] |  | ", "112 = [112, 112] |  | "]
    assert figures("Two aims: 1. to go.")[-1] == "1 = not a count: list marker"
