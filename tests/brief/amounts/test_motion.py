"""Do those whom a figure counts go or stay, and which share stands before it?"""

from __future__ import annotations

import pytest

from dateline.brief.amounts.motion import motion, share_before
from dateline.brief.ground.facts import facts_of
from dateline.brief.ground.names import Names


def read(text, syria):
    return facts_of(text, Names(syria), "2019")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some 300 people are leaving", "go"),
        ("Some 300 people are not leaving", "stay"),
        ("Some 300 people are to stay", "stay"),
        ("Some 300 people are to be left behind", "stay"),
        ("Some 300 people stayed", ""),
        ("Some 300 people were left in the town", ""),
        ("Some 300 people left the town", "go"),
        ("It had some 300 people left", ""),
        ("Buses took some 300 people out of the town", "go"),
        ("Some 300 people are moving to the barracks", "go"),
        ("It went from some 300 people to fewer", ""),
        ("It had 500; taking 200 away leaves some 300", ""),
    ],
)
def test_the_verb_of_a_figure(text, expected, syria):
    facts = read(text, syria)
    assert motion(facts, facts.figures[-1]) == expected


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("most of the 1,200 residents", "most of"),
        ("more than half of 1,200 residents", "more than half"),
        ("most of the town, 1,200 residents", None),
        ("the 1,200 residents", None),
    ],
)
def test_a_share_before_a_figure(text, share, syria):
    facts = read(text, syria)
    found = share_before(facts, facts.figures[-1])
    assert (found and found.figure.surface) == share
