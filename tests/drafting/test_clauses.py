"""Are sentences taken apart only where both halves are claims?"""

from __future__ import annotations

import pytest

from dateline.drafting.clauses import halves, without_tail


@pytest.mark.parametrize(
    ("sentence", "second"),
    [
        ("The firm cut 140 jobs, and the last ships left for Orsa.", "The last ships left for Orsa"),
        ("The firm cut 140 jobs and it raised its fares.", "The firm raised its fares"),
        ("The firm cut 140 jobs and raised its fares twice.", "The firm raised its fares twice"),
    ],
)
def test_each_half_stands_alone(sentence, second):
    both = halves(sentence)
    assert (both.first, both.second) == ("The firm cut 140 jobs", second)


@pytest.mark.parametrize(
    "sentence",
    [
        "Dock and ferry crews have walked out over pay.",  # "and" joins two nouns
        "He left the port and she closed it.",  # nobody is named in the first half
        "“We will stay and we will fight,” she said.",  # a quotation is not taken apart
        "She said that it was late and that it would rain.",  # the second "that" is no claim by itself
        "Of the patients 88 went home; 17 are still there today.",  # 17 of what?
        "It rained.",
    ],
)
def test_what_is_no_pair_of_claims_is_left_whole(sentence):
    assert halves(sentence) is None


def test_an_attribution_between_commas_is_no_tail():
    sentence = "The army, people close to it said on Monday, is preparing to leave"
    assert without_tail(sentence) == (sentence, "")
