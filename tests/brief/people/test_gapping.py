"""Does somebody speak where the verb is left out?"""

from __future__ import annotations

import pytest

from dateline.brief.people.gapping import gapped
from dateline.brief.people.parties import candidates_of
from dateline.brief.people.voices import voices

ROWS = [
    ("Trump put them at 700, Esper at 1,000.", ["esper"], "a comma"),
    ("Trump spoke of 700, while the Pentagon of 1,000.", ["pentagon"], "a joint and an article"),
    ("Trump put them at 700, and Esper 1,000.", ["esper"], "no preposition"),
    ("Trump put them at 700; Esper has 1,000 men.", [], "another clause with a verb of its own"),
    ("Trump put them at 700. Turkey, Esper at 1,000.", [], "another sentence"),
    ("Trump put them at 700, Esper left.", [], "no figure behind him"),
    ("Of 700 troops, Esper 1,000.", [], "nobody has spoken before"),
]


@pytest.mark.parametrize(("text", "expected", "why"), ROWS)
def test_who_speaks_without_a_verb(read, ground, text, expected, why):
    facts = read(text)
    spoken = [voice for voice in voices(facts, ground.names) if voice.how == "said"]
    found = gapped(facts, candidates_of(facts, ground.names, ""), spoken)
    assert [(voice.id, voice.how) for voice in found] == [(id, "gap") for id in expected], why
