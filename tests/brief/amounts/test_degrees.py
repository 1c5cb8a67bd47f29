"""Is a word of degree that widens or strengthens told, and a fair one let pass?"""

from __future__ import annotations

import pytest

from dateline.brief.amounts import degrees
from dateline.brief.ground.facts import facts_of
from dateline.brief.ground.passages import ground_of


def keys(sentence, case, *places):
    ground = ground_of(case)
    facts = facts_of(sentence, ground.names, "2019")
    cited = [ground.passages[place] for place in places]
    found = degrees.judge(facts, cited)
    return [finding.key for finding in found]


@pytest.mark.parametrize(
    ("sentence", "place", "key"),
    [
        ("Islamic State is cornered throughout Syria", ("S1", 9), "scope-widened"),
        ("IS is cornered in huge areas", ("S1", 9), "scope-widened"),
        ("The troops will undoubtedly be given two missions", ("S2", 13), "certainty-raised"),
        ("US troops went to Iraq permanently", ("S2", 16), "certainty-raised"),
        ("The US keeps far more than 5,000 forces in Iraq", ("S2", 15), "certainty-raised"),
    ],
)
def test_a_word_of_degree_that_the_text_has_not_is_told(syria, sentence, place, key):
    assert keys(sentence, syria, place) == [key]


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("The US keeps well over 4,000 forces in Iraq", ("S2", 15)),
        ("IS held vast swaths of Iraq", ("S2", 16)),
    ],
)
def test_a_word_of_degree_that_the_text_bears_out_is_let_pass(syria, sentence, place):
    assert keys(sentence, syria, place) == []
