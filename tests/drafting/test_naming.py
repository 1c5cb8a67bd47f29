"""Are people, bodies and places told apart, and the forms of one name put together?"""

from __future__ import annotations

import pytest

from dateline.drafting.naming import names_in, slug


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("A fire broke out, Mayor Ana Bly said.", "person", "Ana Bly"),  # a title
        ("A fire broke out, Tom Reed said.", "person", "Tom Reed"),  # somebody who says something
        ("It was counted by the Harbour Office.", "body", "Harbour Office"),  # a word for a body
        ("It was asked by the UNHCR.", "body", "UNHCR"),  # initials
        ("Ships lie in Port Orsa.", "place", "Port Orsa"),  # a word of place before it
    ],
)
def test_a_name_is_known_for_what_it_is(text, kind, name):
    assert (kind, name) in [(one.kind, one.name) for one in names_in([text])]


@pytest.mark.parametrize(
    "text",
    [
        "Nobody came. They waited.",  # words that begin a sentence
        "It rained on Tuesday. It stopped in March. Fewer came.",  # days and months
        "The minister was told by Turkish soldiers.",  # whose they are, not who
        "The Minister of Defence left.",  # a title without a name
    ],
)
def test_what_names_nobody_is_left_out(text):
    assert [one.name for one in names_in([text]) if one.name != "Defence"] == []


def test_a_name_does_not_run_over_the_end_of_a_sentence():
    names = {one.name for one in names_in(["It was in Orsa. Nissel burned, and Nissel was left."])}
    assert names == {"Orsa", "Nissel"}


def test_the_forms_of_one_person_stand_together():
    (one,) = names_in(["Mr. Reed left, Water Minister Tom Reed said. “No,” Reed said."])
    assert one.name == "Tom Reed"
    assert set(one.aliases) == {"Water Minister Tom Reed", "Mr. Reed", "Reed"}


@pytest.mark.parametrize(
    ("text", "id"), [("The Echo", "echo"), ("U.S. troops", "u-s-troops"), ("Bly’s", "blys"), ("…", "unnamed")]
)
def test_words_become_an_id(text, id):
    assert slug(text) == id


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ships of the U.S. came. The US paid, and the U.S. paid again.", {"U.S."}),  # two spellings of one
        ("It was taken by Turkish-backed fighters in Al-Tanf.", {"Al-Tanf"}),  # who backs them is no name
    ],
)
def test_spellings_and_adjectives_make_no_more_names(text, names):
    assert {one.name for one in names_in([text])} == names


def test_a_feast_and_a_noun_with_a_number_name_nobody():
    text = (
        "Flight 212 to Corvane was full. By Ash Wednesday the Highway 9 was shut, and it rained in Corvane."
    )
    assert {one.name for one in names_in([text])} == {"Corvane"}
