"""Is what a paragraph leaves open kept open, and what goes on let go on?"""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from dateline.brief.deeds import openness
from dateline.brief.ground.passages import ground_of
from dateline.cases.load import load
from tests.brief.conftest import HERE


@pytest.fixture(scope="module")
def strike():
    return load(HERE.parent / "data" / "briefs" / "cases" / "harl-strike", "teaching")


def keys(sentence, case, number, read):
    return [each.key for each in openness.judge(read(sentence), [ground_of(case).passages["S1", number]])]


@pytest.mark.parametrize(
    ("sentence", "number", "key"),
    [
        ("Aske decreed a law against strikes in ports", 8, "certainty-raised"),
        ("No law against strikes in ports will come, Aske said", 8, "negation-lost"),
        ("The company has disclosed whether more jobs will go", 10, "negation-lost"),
        ("2014 is not the year in which the last strike in Harl lasted 19 days", 11, "negation-added"),
        ("About 30 ships were no longer waiting off the harbour", 4, "negation-added"),
        ("The strike in Harl ended in the following spring", 11, "unsupported-date"),
    ],
)
def test_what_the_text_leaves_open_may_not_be_settled(strike, read, sentence, number, key):
    assert keys(sentence, strike, number, read) == [key]


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("A law against strikes in ports remains possible, Aske said", 8),
        ("There is no plan for crews at present, Dahl said", 6),
        ("Vollan promised medicines for the hospital on Tarn", 7),
        ("Aske threatened to send soldiers to the ports", 8),
        ("Whether more jobs will go, the company has not said", 10),
        ("The company has refused to say whether more jobs will go", 10),
        ("Norrick Lines no longer has 140 of its jobs since the autumn", 10),
    ],
)
def test_what_is_kept_open_is_let_pass(strike, read, sentence, number):
    assert keys(sentence, strike, number, read) == []


def test_what_stands_behind_a_but_is_not_left_open(read):
    text = "Orrin did not rule out a sale of the dam, but said that no buyer for the land had come forward."
    passage = SimpleNamespace(text=text, facts=read(text), place=("S1", 1))
    assert openness.judge(read("No buyer for the land had come forward"), [passage]) == []
    assert [each.key for each in openness.judge(read("No sale of the dam will come"), [passage])] == [
        "negation-lost"
    ]
