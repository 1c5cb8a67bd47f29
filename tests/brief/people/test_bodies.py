"""Is whoever speaks read where the case knows no such name, and is nobody heard where nobody speaks?"""

from __future__ import annotations

import pytest

from dateline.brief.ground.facts import facts_of
from dateline.brief.ground.names import Names
from dateline.brief.ground.passages import ground_of
from dateline.brief.people.bodies import strangers
from dateline.brief.people.titles import holder
from tests.brief.conftest import case_of

SAID = [
    ("Prices have doubled, the bakers' guild said.", "guild", "behind a comma"),
    ("Prices have doubled, said the guild of bakers.", "guild", "inverted"),
    ("According to a letter seen by the paper, prices have doubled.", "letter", "a letter"),
    ("Prices have doubled, the bakers found.", "bakers", "found between commas"),
    ("Prices have doubled, a study by the bakers' guild suggests.", "study", "the paper speaks"),
    ("By the guild's estimate prices have doubled.", "guild", "whose estimate it is"),
    ("The guild has warned that prices will double.", "guild", "helpers before the verb"),
    ("It came after a warning by the guild that prices would double.", "guild", "a noun with by"),
]
SILENT = [
    ("An agreement concluded by the guild ran out.", "a participle"),
    ("The guild shut its doors.", "no saying"),
    ("“Go,” he said.", "a pronoun"),
    ("A ruling ended the row.", "a noun in -ing"),
    ("“The guild said so.”", "inside a quotation"),
]


@pytest.mark.parametrize(("text", "word", "why"), SAID, ids=lambda value: str(value)[:30])
def test_a_stranger_is_heard(read, ground, text, word, why):
    assert word in [low for voice in strangers(read(text), ground.names, []) for low in voice.called], why


@pytest.mark.parametrize(("text", "why"), SILENT, ids=lambda value: str(value)[:30])
def test_nobody_is_made_to_speak(read, ground, text, why):
    assert strangers(read(text), ground.names, []) == [], why


def test_a_description_means_the_only_party_that_it_fits():
    names = Names(case_of("lanne-spill"))
    assert holder(("institute",), names) == "marine-institute"
    assert holder(("association", "hotel"), names) == ""


def test_who_is_explained_by_a_name_is_that_person():
    case = case_of("lanne-spill")
    text = "At least 60 fell ill, according to the physician, Ingrid Falk."
    found = strangers(facts_of(text, ground_of(case).names, "2001"), ground_of(case).names, [])
    assert [voice.id for voice in found] == ["falk"]
