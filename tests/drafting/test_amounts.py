"""Are words of amount found that the reader of figures leaves out, with the limits that they state?"""

from __future__ import annotations

import pytest

from dateline.drafting.amounts import with_amounts
from dateline.quantities import read_quantities

FOUND = [
    ("Both lifts were out of order.", "Both", 2, 2, ""),
    ("There was a single lamp in the hall.", "a single", 1, 1, ""),
    ("None of the divers was hurt.", "None", 0, 0, ""),
    ("Not one of the doors was locked.", "Not one", 0, 0, ""),
    ("Neither of the pilots spoke.", "Neither of", 0, 0, ""),
    ("Most broke down over money.", "Most", 50, None, "percent"),
    ("The lift stopped halfway up.", "halfway", 50, 50, "percent"),
    ("Every other house was empty.", "Every other", 50, 50, "percent"),
    ("They met weeks after the strike.", "weeks", 2, None, "week"),
    ("The ship came a week later.", "a week", 1, None, "week"),
    ("It was the coldest night in a decade.", "in a decade", 1, None, "decade"),
    ("She is in her late seventies.", "her late seventies", 70, 79, "year"),
    ("It was the fourth such theft.", "fourth", 4, 4, ""),
    ("It was his second in ten days.", "second", 2, 2, ""),
    ("He drinks up to a bottle of cider.", "up to a bottle", 1, None, ""),
    ("Many of the barns burnt down.", "Many", None, None, ""),
    ("A good many shops have closed.", "A good many", None, None, ""),
    ("Some walkers turned back.", "Some walkers", None, None, ""),
    ("The rest stayed ashore.", "The rest", None, None, ""),
    ("Rather fewer than had hoped to found work.", "Rather fewer", None, None, ""),
    ("All but one of the sheep were saved.", "All but one", None, None, ""),
    ("It had been cleaned once in two years.", "once", 1, 1, "times"),
]
LEFT = [
    "Both wind and rain were to blame.",  # no two things of a kind
    "It is the most likely cause.",  # a comparison
    "How many there were is not known.",  # a question
    "The grant goes to one of them.",
    "He was the first to leave.",
    "The bridge was once the longest.",
    "She was second to none.",
    "At a second hearing he spoke.",
]


def amounts(sentence):
    read = [(one.start, one.end) for one in read_quantities(sentence) if one.not_a_count is None]
    found = with_amounts(sentence, read_quantities(sentence))
    return [one for one in found if one.not_a_count is None and (one.start, one.end) not in read]


@pytest.mark.parametrize(("sentence", "surface", "lower", "upper", "unit"), FOUND)
def test_an_amount_in_words_is_found_with_its_limits(sentence, surface, lower, upper, unit):
    (one,) = (one for one in amounts(sentence) if one.surface == surface)
    assert (one.lower, one.upper, one.unit) == (lower, upper, unit)
    assert sentence[one.start : one.end] == surface


@pytest.mark.parametrize("sentence", LEFT)
def test_what_counts_nothing_is_left_alone(sentence):
    assert amounts(sentence) == []


def test_a_tally_of_votes_is_two_figures_and_the_score_of_a_match_is_none():
    votes = "The council voted 31 to 19 for the plan."
    assert [one.lower for one in with_amounts(votes, read_quantities(votes))] == [31, 19]
    match = "Rovers won 3-1 at home."
    assert [one.not_a_count for one in with_amounts(match, read_quantities(match))] == ["score"]


def test_figures_that_the_reader_knows_stay_as_they_are():
    text = "More than 400 sailors left; most were young."
    known = read_quantities(text)
    assert with_amounts(text, known)[0] is known[0]
