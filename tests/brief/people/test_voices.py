"""Is every attribution read, with the words that make somebody speak?"""

from __future__ import annotations

import pytest

from dateline.brief.people.voices import attributes, attributions

SAID = [
    ("The troops, said Esper in October, would go.", "esper", "inverted, in the middle"),
    ("By Esper's account, they would go.", "esper", "by X's account"),
    ("As Esper put it, they would go.", "esper", "as X put it"),
    ("As Trump has it, they would go.", "trump", "as X has it"),
    ("In Ankara's eyes they are a threat.", "turkey", "in X's eyes"),
    (
        "They are, by American military reckoning, still there.",
        "us-military",
        "an adjective that names a body",
    ),
    ("They are gone, by Turkish estimates.", "turkey", "an adjective that names a state"),
    ("It was described by Esper as the plan.", "esper", "the agent of a passive"),
    ("Esper is quoted as saying that they would go.", "esper", "quoted as saying"),
    ("AP, citing Esper, has them leave.", "esper", "citing"),
    ("To Turkey, they are terrorists.", "turkey", "to X, they are"),
    ("The Kurdish forces are regarded by Erdogan as terrorists.", "erdogan", "a view in the passive"),
    (
        "There are troops at the border with Turkey, which views them as a threat.",
        "turkey",
        "a relative clause",
    ),
    ("They would go, said a senior US official.", "us-official", "words before the noun"),
    ("They would go on their own, says Esper.", "esper", "an adjective of another clause before the verb"),
    ("Esper made clear that they would go.", "esper", "made clear"),
    ("“Go,” Esper told reporters.", "esper", "those who listen do not speak"),
    (
        "“Go,” its chief, Mark Esper, told the AP on Friday.",
        "esper",
        "whoever is told stands behind the verb",
    ),
]
SILENT = [
    ("The military put up new outposts.", "put up is not saying"),
    ("Esper set out from Washington.", "set out from is a journey"),
    ("News reports of the call went round.", "a noun"),
    ("That strategy would see to it that they go.", "see to it"),
    ("Esper was the first to say so.", "an infinitive"),
    ("US forces in Iraq number more than 5,000.", "number is a verb of counting here"),
    ("They would go no matter what Esper says.", "nobody has said anything"),
    ("They would go, whatever Esper said.", "whatever is said"),
    ("Washington published the US military's figures.", "papers that are handed on say nothing"),
    ("We say so.", "the writer is nobody of the sources"),
    ("They held the territory. That was in 2018.", "that of the next sentence"),
]


@pytest.mark.parametrize(("text", "id", "why"), SAID, ids=lambda value: str(value)[:30])
def test_who_speaks_is_found(read, ground, text, id, why):
    assert id in [voice.id for voice in attributions(read(text), ground.names)], why


@pytest.mark.parametrize(("text", "why"), SILENT, ids=lambda value: str(value)[:30])
def test_nobody_speaks(read, ground, text, why):
    assert attributions(read(text), ground.names) == [], why


def test_they_is_never_one_named_person(read, ground):
    assert attributions(read("They said so."), ground.names, "trump") == []
    found = attributions(read("They said so."), ground.names, "people-familiar")
    assert [voice.id for voice in found] == ["people-familiar"]


def test_a_bare_title_of_another_state_is_not_ours(read, ground):
    assert not [m for m in read("The Iraqi president said so; its president too.").names if m.id == "trump"]


def test_a_title_in_the_plural_means_all_who_bear_it(read):
    named = [
        mention.id for mention in read("The presidents of the US and Turkey spoke.").names if mention.person
    ]
    assert named == ["trump", "erdogan"]


def test_words_that_only_attribute_need_no_source(read):
    facts = read("Esper warned that, in his view, it was so, and denied it.")
    assert [w.low for at, w in enumerate(facts.words) if attributes(facts, at)] == ["warned", "view"]
