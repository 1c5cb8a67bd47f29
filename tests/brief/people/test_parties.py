"""Is everyone found who could speak in a text, and nobody and nothing else?"""

from __future__ import annotations

import pytest

from dateline.brief.ground.facts import facts_of
from dateline.brief.people.parties import candidates_of, is_object, is_outlet
from tests.brief.direct import ground

DAM, SYRIA = "tolvane-dam", "syria-withdrawal"
SPEAKERS = [
    # case, text, who, why
    (DAM, "Orrin met the board.", ["orrin", "dam-safety-board"], "a person and a body"),
    (DAM, "Officials left.", ["officials"], "people of whom the case knows"),
    ("harl-strike", "The company's spokesman left.", ["dahl"], "by his post"),
    (SYRIA, "A senior diplomat left.", ["?diplomat"], "one without a name"),
    (SYRIA, "Those familiar with it left.", ["?those"], "those who know of something"),
    (DAM, "The agency, S1 and the Courier said so.", ["outlet", "outlet", "outlet"], "the reports"),
    (SYRIA, "We add this.", ["writer"], "the writer"),
    (SYRIA, "Trump's office said so.", ["trump", "trump"], "an office for its head"),
    (SYRIA, "Trump left; his lawyer said so.", ["trump", "trump"], "a lawyer for his client"),
    (SYRIA, "Turkey has left; its representatives said so.", ["turkey", "turkey"], "for a body"),
    (SYRIA, "A lawyer for Trump said so.", ["trump", "trump"], "a lawyer for somebody"),
    ("merrin-coalition", "A Veld said so.", ["veld"], "a name with a verb behind it"),
]
NOBODY = [
    (SYRIA, "US troops left.", "an adjective"),
    ("merrin-coalition", "A Veld government would fall.", "what a thing is called"),
    (SYRIA, "The troops left.", "troops do not speak"),
    (SYRIA, "They left, it said.", "nothing for which it could stand"),
]
PRONOUNS = [
    # text, who was named before, whom the last word that could speak means, why
    ("Trump left. He slept.", "", "trump", "named last"),
    ("Trump was told by Esper; he slept.", "", "trump", "the subject before the agent"),
    ("It was told by Esper; he slept.", "", "esper", "the agent, where there is no subject"),
    ("Trump's plan was that he would go.", "", "trump", "whose plan it is"),
    ("Trump's successor said that he would.", "esper", "esper", "the successor is somebody else"),
    ("With Esper's Iraqi counterpart, he said, it went well.", "", "esper", "the owner of a name"),
    ("He slept.", "esper", "esper", "named before the text"),
    ("Turkey left. It slept.", "", "turkey", "it opens the sentence behind"),
    (
        "Turkey is angry, the Pentagon said. It said more.",
        "",
        "pentagon",
        "the one that spoke",
    ),
    ("The Pentagon answered: “they left,” it said.", "", "pentagon", "it closes a quotation"),
    ("US officials left. They slept.", "", "us-government", "several"),
    ("They slept.", "people-familiar", "people-familiar", "several, named before the text"),
    ("Two diplomats left. One of them slept.", "", "?diplomats", "one of several"),
]


def who(case, text, before=""):
    names = ground(case).names
    return [voice.key for voice in candidates_of(facts_of(text, names, "2019-10-21"), names, before)]


@pytest.mark.parametrize(("case", "text", "expected", "why"), SPEAKERS)
def test_who_could_speak(case, text, expected, why):
    assert who(case, text) == expected, why


@pytest.mark.parametrize(("case", "text", "why"), NOBODY)
def test_who_could_not(case, text, why):
    assert who(case, text) == [], why


@pytest.mark.parametrize(("text", "before", "expected", "why"), PRONOUNS)
def test_whom_a_pronoun_means(text, before, expected, why):
    assert who(SYRIA, text, before)[-1] == expected, why


def test_they_are_never_one_named_person():
    assert who(SYRIA, "They slept.", "trump") == []


@pytest.mark.parametrize(
    ("text", "number", "why"),
    [
        ("An engineer has left.", "one", "one without a name"),
        ("Officials left.", "many", "how many is not told"),
        ("Several officials left.", "several", "they are counted"),
        ("Orrin left.", "", "he has a name"),
    ],
)
def test_how_many_they_are(text, number, why):
    names = ground(DAM).names
    (voice,) = candidates_of(facts_of(text, names, "2017"), names, "")
    assert voice.number == number, why


@pytest.mark.parametrize(
    ("id", "expected", "why"),
    [
        ("courier", True, "a newspaper"),
        ("merrow", True, "a news agency"),
        ("dam-safety-board", False, "a body"),
        ("nobody", False, "nobody of the case"),
    ],
)
def test_outlets_are_told_from_other_bodies(id, expected, why):
    assert is_outlet(id, ground(DAM).names) is expected, why


@pytest.mark.parametrize(
    ("text", "party", "expected", "why"),
    [
        ("He spoke with Mr Trump.", "Trump", True, "a title between"),
        ("He met with Turkey's president.", "president", True, "an owner between"),
        ("The border with northern Turkey is shut.", "Turkey", True, "a side between"),
        ("The union of the dock workers left.", "dock", True, "of whom the union is"),
        ("He means to send soldiers.", "soldiers", True, "of an infinitive"),
        ("Trump spoke.", "Trump", False, "the subject"),
        ("It would go on, Trump said.", "Trump", False, "a comma between"),
        ("Dozens of officials left.", "officials", False, "they are counted"),
        ("None of the officials left.", "officials", False, "they are denied"),
    ],
)
def test_what_stands_behind_a_preposition_is_no_subject(read, text, party, expected, why):
    assert is_object(text.index(party), read(text)) is expected, why
