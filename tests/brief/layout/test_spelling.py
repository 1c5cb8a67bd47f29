"""Sentences as the rules read them: contractions, signs and thousands."""

import pytest

from dateline import check_brief, open_case
from dateline.brief.ground.passages import ground_of
from dateline.brief.layout.page import read_page
from dateline.brief.layout.spelling import spelt_out


def case():
    return open_case("syria-withdrawal")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("They can’t go and won't stay.", "They cannot go and will not stay."),
        ("He said he'd been told they'd leave.", "He said he had been told they would leave."),
        ("Mr. Trump spoke whilst Ms. Kay left.", "Mr Trump spoke while Ms Kay left."),
        ("It holds <2% of ~2,000.", "It holds less than 2% of about 2,000."),
        ("On 2019–10–19 they left.", "On 2019-10-19 they left."),
        ("About 1000 of more than 2000 left.", "About 1,000 of more than 2,000 left."),
        ("In October 2000 it rained.", "In October 2000 it rained."),
        ("He said “we can't”, ‘don’t’.", "He said “we can't”, ‘don’t’."),
    ],
)
def test_what_the_rules_read(written, read):
    (line,) = read_page(written, {})
    assert spelt_out(line, ground_of(case())).bare == read


def test_a_sentence_is_shown_as_it_was_written():
    written = "About 1000 troops didn’t leave [@S2, para. 11], and they can't [@S2, para. 12]."
    (sentence,) = check_brief(written, case()).sentences
    assert sentence.text == written
    assert [written[each.start : each.end] for each in sentence.citations] == [
        "[@S2, para. 11]",
        "[@S2, para. 12]",
    ]


def test_citations_keep_their_places_in_what_is_read():
    written = "They didn’t leave [@S2, para. 11], and they can't [@S2, para. 12]."
    (line,) = read_page(written, case().sources)
    read = spelt_out(line, ground_of(case()))
    assert [read.text[each.start : each.end] for each in read.citations] == [
        "[@S2, para. 11]",
        "[@S2, para. 12]",
    ]
    assert len(read.text) == len(read.bare)
