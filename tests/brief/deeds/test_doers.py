"""Who does an act, and to whom is it done?"""

from __future__ import annotations

import pytest

from dateline.brief.deeds.doers import Cast
from dateline.brief.ground.acts import acts


@pytest.mark.parametrize(
    ("text", "word", "doers"),
    [
        ("Esper ordered the troops out.", "ordered", ["esper"]),
        ("Esper gave the number of troops ordered out.", "ordered", []),  # by nobody who is named
        ("Esper puts the number of troops ordered out at 700.", "ordered", []),
        ("Esper, who took the floor, ordered the troops out.", "ordered", ["esper"]),
    ],
)
def test_the_subject_of_a_verb_does_it(text, word, doers, read, ground):
    facts = read(text)
    act = next(each for each in acts(facts) if facts.words[each.at].low == word)
    assert sorted(Cast(facts, ground.names).agent(act).ids) == doers
