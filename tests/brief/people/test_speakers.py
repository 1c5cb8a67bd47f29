"""Is it read who says so, in whatever order a sentence has it?"""

from __future__ import annotations

import pytest

from dateline.brief.people.speakers import voices

CASES = [
    ("Esper said that it was so.", [("esper", "")], "before the verb"),
    ("It was so, said Esper.", [("esper", "")], "behind the verb"),
    ("It was so, Esper said.", [("esper", "")], "at the end"),
    ("According to Esper, it was so.", [("esper", "")], "according to"),
    ("The US military's estimate is 2,000.", [("us-military", "")], "whose estimate"),
    ("“Go,” said a US official.", [("us-official", "one")], "one without a name"),
    ("Several officials said so.", [("", "several")], "several"),
    ("Sources said so.", [("", "many")], "a bare plural"),
    ("AP reported it.", [("outlet", "")], "the agency"),
    ("The second report says so.", [("outlet", "")], "the report"),
    ("Clashes were reported.", [], "the passive without an agent"),
    ("A call took place.", [], "no attribution at all"),
    ("Esper told reporters that he had spoken with Trump.", [("esper", "")], "those who listen do not speak"),
]


@pytest.mark.parametrize(("text", "expected", "why"), CASES)
def test_an_attribution_is_read(read, ground, text, expected, why):
    assert [(voice.id, voice.number) for voice in voices(read(text), ground.names)] == expected, why


def test_a_pronoun_means_the_person_named_before(read, ground):
    assert [voice.id for voice in voices(read("He said so."), ground.names, "trump")] == ["trump"]
