"""Are the people, bodies and populations of a case found by their names, and nobody by another's?"""

from __future__ import annotations

import pytest

from dateline.brief.ground.names import nations
from dateline.brief.language.wording import words
from tests.brief.direct import ground

DAM, SYRIA, HARL = "tolvane-dam", "syria-withdrawal", "harl-strike"
FOUND = [
    # case, text, ids, why
    (DAM, "Ilse Marrak met Minister Orrin.", ["marrak", "orrin"], "a full name, and a title with a name"),
    (DAM, "The governor met the Water Minister.", ["marrak", "orrin"], "titles alone"),
    (DAM, "The Dam Safety Board warned them.", ["dam-safety-board"], "a body"),
    (SYRIA, "Mr. Erdoğan called.", ["erdogan"], "an accent"),
    (SYRIA, "The U.S. and the US are one.", ["us-government", "us-government"], "with and without stops"),
    (SYRIA, "The presidents spoke.", ["trump", "erdogan"], "a title in the plural"),
    (HARL, "Its spokesman spoke.", ["dahl"], "a post of the one body that has it"),
    (SYRIA, "It is for us.", [], "small letters are no IS and no US"),
    (SYRIA, "The Iraqi president spoke.", [], "another nation's"),
    (SYRIA, "The former president spoke.", [], "the post is no longer his"),
    (SYRIA, "The Espers spoke.", [], "only the beginning of a word"),
    (SYRIA, "The mayors spoke.", [], "a title that nobody of the case has"),
    (HARL, "Its spokesman of old spoke.", [], "what its spokesman is of tells who"),
]
POPULATIONS = [
    # case, text, figure, population, why
    (DAM, "Some 900 residents are leaving.", "900", "residents-leaving", "the longest of its names"),
    (DAM, "Some 3,000 residents live there.", "3,000", "residents-lower-quell", "the only one"),
    (DAM, "Some 400 people from other villages are there.", "400", "barracks-others", "several words"),
    (DAM, "Some 40 goats graze there.", "40", "", "none"),
    (SYRIA, "The 700 troops are leaving Syria.", "700", "us-troops-leaving-syria", "words apart"),
    (SYRIA, "Some 1,200 were left.", "1,200", "", "“left” alone makes nobody stay"),
]


def place(text, part):
    start = text.index(part)
    return words(text), start, start + len(part)


@pytest.mark.parametrize(("case", "text", "ids", "why"), FOUND)
def test_who_is_named(case, text, ids, why):
    assert [mention.id for mention in ground(case).names.find(text)] == ids, why


@pytest.mark.parametrize(("case", "text", "figure", "population", "why"), POPULATIONS)
def test_whom_a_figure_counts(case, text, figure, population, why):
    assert ground(case).names.population(*place(text, figure)) == population, why


def test_two_populations_may_be_meant_the_likelier_first():
    close = ground(DAM).names.plausible(*place("Some 900 residents who are leaving go there.", "900"))
    assert close == ("residents-leaving", "residents-lower-quell")


def test_the_noun_that_is_counted_must_be_of_the_population():
    goats = place("Some 40 goats of residents leaving Lower Quell graze.", "40")
    assert ground(DAM).names.population(*goats) == "residents-leaving"
    assert ground(DAM).names.population(*goats, counted="goats") == ""
    residents = place("Some 40 residents are leaving.", "40")
    assert ground(DAM).names.population(*residents, counted="residents") == "residents-leaving"


def test_the_words_of_another_figure_count_nothing():
    text = "Of 1,200 residents 900 are leaving."
    other = (text.index("1,200"), text.index(" 900"))
    assert ground(DAM).names.population(*place(text, "900"), [other]) == ""


@pytest.mark.parametrize(
    ("text", "population", "why"),
    [
        ("The people from other villages are fed.", "barracks-others", "up to the verb"),
        ("The people are from other villages.", "residents-lower-quell", "what stands behind it is left out"),
    ],
)
def test_the_population_that_a_noun_phrase_names(text, population, why):
    assert ground(DAM).names.named(*place(text, "The")) == population, why


def test_a_population_is_part_of_another():
    names = ground(DAM).names
    assert names.is_part("residents-leaving", "residents-lower-quell")
    assert not names.is_part("residents-lower-quell", "residents-leaving")
    assert not names.is_part("nobody", "residents-lower-quell")
    assert names.root("residents-leaving") == "residents-lower-quell"
    assert names.root("leaking-water") == "leaking-water"


@pytest.mark.parametrize(
    ("id", "state", "own", "why"),
    [
        ("turkey", True, {"turkey"}, "a state"),
        ("us-government", True, {"us"}, "a state by one of its names"),
        ("us-military", False, {"us"}, "a body of a state"),
        ("islamic-state", False, set(), "a group"),
    ],
)
def test_states_and_their_nations(id, state, own, why):
    names = ground(SYRIA).names
    assert (names.is_state(id), names.nations_of(id)) == (state, own), why


@pytest.mark.parametrize(
    ("adjective", "ids", "why"),
    [
        ("Turkish", ["turkey"], "a state"),
        ("American", ["us-government"], "by another of its names"),
        ("French", [], "no state of the case"),
        ("Early", [], "no nation"),
    ],
)
def test_an_adjective_names_a_state(adjective, ids, why):
    (word,) = words(adjective)
    assert [mention.id for mention in ground(SYRIA).names.of_nation(word)] == ids, why


def test_texts_that_were_looked_through_are_forgotten():
    names = ground(DAM).names
    names.find("Orrin left.")
    names.forget()
    assert names._found == {}


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("U.S. and Turkish troops", {"us", "turkey"}, "adjectives and short forms"),
        ("They told us.", set(), "a pronoun"),
    ],
)
def test_nations_are_read_from_words(text, expected, why):
    assert nations(words(text)) == expected, why
