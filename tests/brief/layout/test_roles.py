"""Is each kind of sentence and of heading known for what it is?"""

from __future__ import annotations

import pytest

from dateline.brief.layout import roles
from tests.brief.direct import work

DAM = "tolvane-dam"
ABSENT = [
    ("Neither report says why the crack appeared.", True, "a report is silent"),
    ("It is not stated when the dam was built.", True, "nobody in particular is silent"),
    ("No engineer is named in either report.", True, "a denied telling, of both reports"),
    ("Orrin said that it was not known who would stay.", False, "a person says so"),
    ("Both reports name Orrin.", False, "nothing is denied"),
    ("The report has “not stated” in quotation marks.", False, "a quotation"),
    ("The dam is not safe.", False, "a denial of a fact"),
]
LABELS = [
    ("Information cut-off: 14 September 2017", ("cut_off", "14 September 2017"), "a head line"),
    ("Author: Kim", ("author", "Kim"), "an author"),
    ("Rain: it fell", ("", ""), "no head line"),
    ("It rained.", ("", ""), "no label"),
]
SECTIONS = [
    ("Bottom line", "bottom line", "as it is"),
    ("2. Findings", "findings", "with a number"),
    ("**What is not known**", "gaps", "in other words, with marks"),
    ("Findings on the dam", "findings", "inside a heading"),
    ("The dam", "", "another heading"),
]


@pytest.mark.parametrize(("text", "expected", "why"), ABSENT)
def test_what_the_reports_do_not_say(text, expected, why):
    assert roles.is_absence(work(DAM, text).facts) is expected, why


def test_a_whole_report_may_be_silent():
    facts = work(DAM, "Nowhere are we told who found the crack.").facts
    assert (roles.is_absence(facts), roles.is_absence(facts, of_all=True)) == (False, True)


@pytest.mark.parametrize(("line", "expected", "why"), LABELS)
def test_head_lines(line, expected, why):
    assert roles.label_of(line) == expected, why


@pytest.mark.parametrize(("heading", "expected", "why"), SECTIONS)
def test_the_part_of_a_brief_that_a_heading_opens(heading, expected, why):
    assert roles.section_of(heading).replace("_", " ") == expected, why


@pytest.mark.parametrize(
    ("text", "judges", "says_so", "why"),
    [
        ("We judge that the wall will hold.", True, True, "we judge"),
        ("The wall will probably hold.", True, False, "a word of likelihood"),
        ("There is a 70 percent chance that it holds.", True, False, "a chance in figures"),
        ("Our confidence is low.", True, True, "confidence"),
        ("The wall was mended.", False, False, "a fact"),
    ],
)
def test_a_judgement_is_marked(text, judges, says_so, why):
    assert (roles.is_judgement(text), roles.is_marked_judgement(text)) == (judges, says_so), why


@pytest.mark.parametrize(
    ("text", "kept", "why"),
    [
        ("“We judge so”, she said.", "she said", "a quotation is another's"),
        ("In Orrin's judgement it holds.", "it holds", "so is a judgement by name"),
        ("In our judgement it holds.", "In our judgement it holds", "our own"),
    ],
)
def test_own_words(text, kept, why):
    assert roles.own_words(work(DAM, text).facts).strip(" .,”") == kept, why


@pytest.mark.parametrize(
    ("text", "section", "expected", "why"),
    [
        ("The dam was mended.", "alternative", True, "under its heading"),
        ("Another explanation is that the town had grown.", "", True, "it says so"),
        ("The figure may have been counted differently.", "", True, "it supposes so of a figure"),
        ("The dam may have been mended.", "", False, "it supposes so of the world"),
    ],
)
def test_another_reading_of_the_facts(text, section, expected, why):
    assert roles.is_alternative(text, section) is expected, why


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("Both reports are cited by paragraph.", True, "a word about the brief"),
        ("The wall was mended.", False, "a claim"),
        ("Both reports are of 2017.", False, "a date"),
        ("Both reports are “cited”.", False, "a quotation"),
    ],
)
def test_a_sentence_may_claim_nothing(text, expected, why):
    one = work(DAM, text)
    assert roles.says_nothing(one.facts, one.ground.common, []) is expected, why
    assert roles.says_nothing(one.facts, one.ground.common, [object()]) is False, "a figure to be sourced"


def test_words_of_reasoning_claim_nothing_of_a_report():
    facts = work(DAM, "The two figures conflict.").facts
    assert [facts.words[at].low for at in roles.claims(facts)] == []
    facts = work(DAM, "The two walls conflict.").facts
    assert "conflict" in [facts.words[at].low for at in roles.claims(facts)]


@pytest.mark.parametrize(
    ("text", "section", "expected", "why"),
    [
        ("S1 names its author.", "", True, "its author"),
        ("The second report was issued by an agency.", "", True, "its agency"),
        ("The first report says that the dam was issued.", "", False, "what it says is a fact"),
        ("The dam was mended.", "sources", True, "under the heading"),
        ("The dam was mended.", "", False, "a fact"),
        ("The first report leans on officials who are not named.", "", True, "its sources"),
    ],
)
def test_a_sentence_about_the_reports(text, section, expected, why):
    assert roles.is_about_sources(work(DAM, text).facts, section) is expected, why


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("Will the wall hold?", True, "a mark"),
        ("“Will the wall hold?”", True, "in quotation marks"),
        ("Whether the wall holds is open.", False, "no mark"),
    ],
)
def test_a_question(text, expected, why):
    assert roles.is_question(text) is expected, why
