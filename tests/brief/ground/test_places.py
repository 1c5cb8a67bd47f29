"""Which places does a text name, and how does one lie to another?"""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from dateline.brief.ground.places import Places


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They left northern Syria for Iraq", [("syria", "n", "from"), ("iraq", "", "to")]),
        ("in the south-east of Syria", [("syria", "se", "in")]),
        ("The president of Turkey called", []),
        ("Turkey attacked", []),
        ("troops in Syria, Iraq and Turkey", [("syria", "", "in"), ("iraq", "", "in"), ("turkey", "", "in")]),
        ("forces across the Middle East", [("middle-east", "", "in")]),
        ("troops anywhere", [("the world", "", "")]),
        ("troops in Europe", [("the region", "", "in")]),
    ],
)
def test_the_places_of_a_text(text, expected, syria):
    assert [(spot.id, spot.side, spot.lead) for spot in Places(syria).find(text)] == expected


def test_all_of_a_place_is_marked(syria):
    assert [spot.whole for spot in Places(syria).find("all of Syria and in Iraq")] == [True, False]


def test_a_part_lies_in_its_whole_at_any_remove(syria):
    places = Places(syria)
    assert places.holds("middle-east", "al-tanf")
    assert places.holds("the world", "syria")
    assert not places.holds("al-tanf", "syria")


def test_without_a_table_the_places_are_those_of_the_sources(syria):
    bare = SimpleNamespace(
        about=syria.about.model_copy(update={"places": {}}),
        people=syria.people,
        organisations=syria.organisations,
        sources=syria.sources,
    )
    assert {spot.id for spot in Places(bare).find("from Washington to Iraq")} >= {"iraq"}


@pytest.mark.parametrize("person", ["Mr. Pesk", "Mr Pesk", "Captain Wirth", "President Ilse Marn"])
def test_a_person_is_no_place(person, syria):
    paragraph = SimpleNamespace(text=f"An aide to {person} spoke in Lutz.")
    bare = SimpleNamespace(
        about=syria.about.model_copy(update={"places": {}}),
        people={n: SimpleNamespace(name=n, role="", aliases=[]) for n in ("Jonas Wirth", "Ilse Marn")},
        organisations={},
        sources={"S1": SimpleNamespace(paragraphs=[paragraph])},
    )
    named = Places(bare).named(f"{person} went to Lutz")
    assert {id for id, _ in named} == {"lutz"}


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Kestria and Odmar would both accept it", set()),
        ("the former minister of Kestria stayed away", set()),
        ("Kestria's navy had boarded her", set()),
        ("they sailed to Kestria", {"kestria"}),
        ("a storm in Lorvik", {"lorvik"}),
    ],
)
def test_a_state_of_an_invented_story_is_a_party_and_a_place(text, ids, syria):
    told = "Kestria's navy sailed from Lorvik to Kestria, the government of Odmar said in Odmar."
    bare = SimpleNamespace(
        about=syria.about.model_copy(update={"places": {}}),
        people={},
        organisations={},
        sources={"S1": SimpleNamespace(paragraphs=[SimpleNamespace(text=told)])},
    )
    places = Places(bare)
    assert {spot.id for spot in places.find(text)} == ids
    assert ("kestria", "") in places.named("a Kestrian patrol")
