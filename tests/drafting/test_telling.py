"""Are claims told so that the brief checker has nothing against them, and faulty ones only as meant?"""

from __future__ import annotations

from dateline.brief import check_brief
from dateline.drafting.drafts import draft_of
from dateline.drafting.page import brief_of, plan_of
from dateline.drafting.repairs import faulty_sentences
from dateline.drafting.reports import read_reports
from dateline.drafting.telling import lowered, tellings


def test_what_is_told_is_supported_and_makes_a_whole_page(long_files):
    case = draft_of("new", read_reports(long_files)).case
    told = tellings(case)
    assert len(told) >= 15
    report = check_brief(brief_of(case, plan_of(case, told)), case)
    assert [rule.key for rule in report.criteria if not rule.met] == []
    assert report.count("unsupported") == report.count("review") == 0


def test_a_faulty_sentence_has_the_fault_it_was_given_and_no_other(long_files):
    case = draft_of("new", read_reports(long_files)).case
    faulty = faulty_sentences(tellings(case), case)
    assert len({one.fault for one in faulty}) == len(faulty) >= 4
    for one in faulty:
        sentences = check_brief(one.text, case).sentences
        assert {f.key for s in sentences for f in s.findings if f.verdict == "wrong"} == {one.fault}


def test_a_name_keeps_its_capital_inside_a_sentence(files):
    case = draft_of("new", read_reports(files)).case
    assert lowered("Ana Bly left.", case) == "Ana Bly left."
    assert lowered("Nissel burned.", case) == "Nissel burned."
    assert lowered("The harbour burned.", case) == "the harbour burned."
