"""Does `fields` accept what a report says of its origin, and outside knowledge only with its label?"""

import pytest

from dateline import open_case
from dateline.kinds._origin_rules import read
from dateline.kinds.fields import Arguments, doubts, mark

CASE = open_case("syria-withdrawal")
FIELDS = ["publisher", "agency", "author", "dateline_place", "date", "precision", "genre"]
ABOUT = Arguments(
    sources=["S1", "S2"],
    fields=FIELDS,
    choices={
        "precision": ["day", "month", "year"],
        "genre": ["news report", "opinion piece", "interview", "press release"],
    },
)
S1 = {
    "publisher": "not stated",
    "agency": "not stated",
    "author": "not stated",
    "dateline_place": "not stated",
    "date": "2018-12",
    "precision": "month",
    "genre": "news report",
}
S2 = {
    "publisher": "not stated",
    "agency": "AP",
    "author": "not stated",
    "dateline_place": "aboard a US military aircraft",
    "date": "2019-10-21",
    "precision": "day",
    "genre": "news report",
}


def found(answer, about=ABOUT):
    return mark(answer, CASE, about, {})


def changed(source, field, value):
    return found({"S1": S1, "S2": S2, **{source: {**(S1 if source == "S1" else S2), field: value}}})


def share(findings):
    return sum(f.earned for f in findings) / (sum(f.possible for f in findings) or 1)


@pytest.mark.parametrize(
    ("source", "field", "value", "why"),
    [
        ("S1", "publisher", "unknown", "another word for silence"),
        ("S1", "publisher", "The Wall Street Journal (outside knowledge)", "labelled"),
        ("S1", "publisher", "WSJ, 2018-12-19, outside knowledge", "labelled, with its date"),
        ("S1", "publisher", "not stated (The Wall Street Journal is outside knowledge)", "both, kept apart"),
        ("S1", "publisher", "Not stated.", "capitals and a full stop"),
        ("S1", "date", "December 2018", "the month in words"),
        ("S1", "date", "2018-12-XX", "the same month in EDTF"),
        ("S1", "date", "2018-12-19 (outside knowledge)", "the day, labelled"),
        ("S1", "precision", "a month", "with an article"),
        ("S2", "date", "Monday, 21 October 2019", "a day in words, as nobody knows EDTF yet"),
        ("S2", "date", "October 21st, 2019", "the American order"),
        ("S2", "agency", "The Associated Press", "the name in full"),
        ("S2", "dateline_place", "on board a US military aircraft", "another wording"),
        ("S2", "author", "AP", "the key accepts the agency as author"),
        ("S2", "author", "an AP reporter, not named", "a fair description of silence"),
        ("S1", "author", "no author named", "silence in other words"),
        ("S1", "author", "author unknown", "silence in other words"),
        ("S1", "agency", "not stated in the text as received", "silence with its place"),
        ("S1", "publisher", "WSJ (I know this from elsewhere)", "a label in own words"),
        ("S1", "date", "12/2018", "figures that have one reading"),
        ("S2", "date", "2019/10/21", "the year first"),
        (
            "S2",
            "dateline_place",
            "a U.S. military plane, en route to the Middle East",
            "the way is no other place",
        ),
        ("S2", "precision", "exact day", "a word of degree"),
        ("S1", "publisher", "The text does not say.", "silence in words of one's own"),
        ("S2", "date", "21.10.2019", "the day in figures, with dots"),
        ("S2", "date", "10/21/2019", "strokes, where only one reading is a date"),
        ("S2", "agency", "AP (Associated Press)", "both names of the agency"),
        ("S2", "dateline_place", "AP, ABOARD A US MILITARY AIRCRAFT", "the whole line"),
        ("S2", "author", "an AP reporter", "the agency's reporter, unnamed"),
        ("S2", "publisher", "Taipei Times (outside knowledge)", "labelled"),
    ],
)
def test_what_is_right(source, field, value, why):
    findings = changed(source, field, value)
    assert share(findings) == 1, why
    assert not [f.key for f in findings if f.verdict == "wrong"], why


@pytest.mark.parametrize(
    ("source", "field", "value", "key"),
    [
        ("S1", "publisher", "The Wall Street Journal", "outside-knowledge-unlabelled"),
        ("S1", "publisher", "WSJ (2018)", "outside-knowledge-unlabelled"),
        ("S1", "publisher", "The New York Times", "field-not-stated"),
        ("S1", "publisher", "The New York Times (outside knowledge)", "outside-not-known"),
        ("S1", "publisher", "Pentagon", "speaker-as-outlet"),
        ("S2", "publisher", "Mark Esper", "speaker-as-outlet"),
        ("S2", "publisher", "Esper", "speaker-as-outlet"),
        ("S2", "publisher", "AP", "agency-as-publisher"),
        ("S2", "publisher", "Taipei Times", "outside-knowledge-unlabelled"),
        ("S2", "agency", "not stated", "field-stated"),
        ("S2", "agency", "Reuters", "field-other"),
        ("S1", "author", "The Wall Street Journal", "outlet-as-speaker"),
        ("S1", "author", "a U.S. official", "speaker-as-outlet"),
        ("S1", "dateline_place", "Syria", "place-of-subject"),
        ("S1", "dateline_place", "Washington", "field-not-stated"),
        ("S2", "dateline_place", "western Iraq", "place-of-subject"),
        ("S1", "date", "2018-12-19", "outside-knowledge-unlabelled"),
        ("S1", "date", "2018-12-05", "too-precise"),
        ("S1", "date", "2018", "date-coarser"),
        ("S1", "date", "2019-12", "field-other"),
        ("S1", "date", "13/2018", "not-a-date"),
        ("S1", "date", "1/2/2019", "not-a-date"),
        ("S2", "agency", "AP or Reuters", "field-other"),
        ("S1", "precision", "day", "too-precise"),
        ("S2", "precision", "month", "date-coarser"),
        ("S2", "precision", "exact", "not-a-choice"),
        ("S2", "genre", "opinion piece", "field-other"),
        ("S2", "genre", "a blog", "not-a-choice"),
        ("S2", "agency", None, "part-untried"),
        ("S2", "agency", ["AP"], "expected-text"),
    ],
)
def test_what_is_told(source, field, value, key):
    findings = changed(source, field, value)
    assert [f.key for f in findings if f.verdict != "right"] == [key]
    assert share(findings) == pytest.approx(13 / 14)


def test_is_silence_everywhere_worth_nothing():
    silent = dict.fromkeys(FIELDS, "not stated")
    assert [f.key for f in found({"S1": silent, "S2": silent})] == ["choice-same-everywhere"]


@pytest.mark.parametrize(
    ("answer", "key"),
    [
        ([], "expected-mapping"),
        ("AP", "expected-mapping"),
        ({}, "empty-answer"),
        ({"S1": "not stated"}, "expected-mapping"),
        ({"S3": S1}, "expected-mapping"),
        ({"S1": {"colour": "red"}, "S2": None}, "part-untried"),
    ],
)
def test_is_a_wrong_shape_told_as_such(answer, key):
    findings = found(answer)
    assert key in [f.key for f in findings]
    assert share(findings) == 0


@pytest.mark.parametrize(
    ("value", "text", "labelled"),
    [
        ("Taipei Times (outside knowledge)", "Taipei Times", True),
        ("outside knowledge: Taipei Times", "Taipei Times", True),
        ("Taipei Times – outside knowledge", "Taipei Times", True),
        ("Taipei Times (not in the text)", "Taipei Times", True),
        ("Taipei Times (outside)", "Taipei Times", True),
        ("The Outside", "The Outside", False),
        ("not stated - WSJ, I think", "not stated", False),
    ],
)
def test_is_the_label_read(value, text, labelled):
    told = read(value)
    assert (told.text, told.labelled) == (text, labelled)


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"sources": ["S9"]}, "no row for publisher of S9"),
        ({"fields": ["colour"], "choices": {}}, "no row for colour of S1"),
        ({"choices": {"title": ["x"]}}, "'title' is not among the fields"),
        ({"choices": {"genre": ["poem"]}}, "genre has no 'news report'"),
    ],
)
def test_are_faults_of_the_arguments_named(change, complaint):
    assert any(complaint in each for each in doubts(ABOUT.model_copy(update=change), CASE))


def test_have_sound_arguments_no_doubts():
    assert doubts(ABOUT, CASE) == []
