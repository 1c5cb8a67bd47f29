"""Does a whole brief get a report that is complete, the same each time, quick, and never an error?"""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline import check_brief, open_case
from dateline.findings import misconceptions
from tests.brief.conftest import HERE

DRAFT = (HERE / "draft.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["draft.md", "good.md"])
def test_a_good_brief_is_supported_in_every_sentence_and_meets_every_rule(syria, name):
    report = check_brief((HERE / name).read_text(encoding="utf-8"), syria)
    assert [s.text for s in report.sentences if s.verdict in ("unsupported", "review")] == []
    assert [c.words for c in report.criteria if not c.met] == []
    assert (report.citation_recall, report.citation_precision) == (1.0, 1.0)
    assert 250 <= report.words <= 400


def test_a_memo_with_a_block_quotation_a_footnote_and_a_calculation_is_let_stand(syria):
    report = check_brief((HERE / "memo.md").read_text(encoding="utf-8"), syria)
    assert [s.text for s in report.sentences if s.verdict in ("unsupported", "review")] == []


def test_evidence_lies_where_it_says(syria, good):
    for sentence in check_brief(good, syria).sentences:
        for evidence in sentence.evidence:
            text = syria.sources[evidence.source].paragraphs[evidence.paragraph - 1].text
            assert text[slice(*evidence.span)] == evidence.text


FAULTS = [
    # from, to, key, why
    ("more than 2,000 in December 2018", "2,000 in December 2018", "hedge-dropped", "figure"),
    ("about 1,000 by October 2019", "about 1,600 by October 2019", "unsupported", "figure"),
    ("[@S1, para. 2]", "[@S1, para. 13]", "citation-elsewhere", "citation"),
    (" [@S1, para. 4]", "", "uncited", "citation"),
    ("“as quickly as possible”", "“as soon as possible”", "quote-altered", "quotation"),
    ("was preparing to leave", "had left", "plan-as-outcome", "certainty"),
    ("according to Esper, who", "according to Trump, who", "speaker-swapped", "speaker"),
    ("fall of more than about 1,000", "fall of more than about 1,200", "calculation-wrong", "calculation"),
    ("The US military estimated that about", "There were about", "attribution-dropped", "speaker"),
    ("had ordered the bulk of the roughly", "had ordered all of the roughly", "scope-widened", "scope"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after", "key", "why"), FAULTS)
def test_one_fault_in_a_good_brief_is_found_alone(syria, before, after, key, why):
    assert before in DRAFT
    report = check_brief(DRAFT.replace(before, after, 1), syria)
    wrong = [f.key for s in report.sentences for f in s.findings if f.verdict == "wrong"]
    assert wrong == [key], why
    assert report.citation_recall < 1


ODD = [
    *(
        "",
        " ",
        "\n\n",
        "#",
        "[@",
        "[@S1",
        "[@S1, para. ]",
        "[@S1, para. 99999999999]",
        "[@S1, paras. 9-2]",
        "@",
    ),
    *("|", "|a|\n|-|\n|1|", "“", "“”", "'", "...", "…", "?!", "\0", "\ud800", "1. 2. 3.", "- \n- ", "> > >"),
    *("[^1]: x", "---\n---", "---\na: b\n---\n", "<b>", "```\n", "a" * 5000, "more than " * 300),
    "[@S1, para. 7] " * 200,
    "2,000 " * 300,
    "We judge. " * 100,
    "(" * 2000,
    "[" * 500,
    "“a " * 500,
]


@pytest.mark.parametrize("text", ODD, ids=lambda text: repr(text[:12]))
def test_no_text_is_an_error(syria, text):
    report = check_brief(text, syria)
    assert str(report)
    json.dumps(report.as_dict())
    assert "<section" in report._repr_mimebundle_()["text/html"]


pieces = st.sampled_from(
    [
        *DRAFT.split(),
        *("[@S2, para. 5]", "“", "”", "…", "not", "less", "plus", "|", "\n\n", "\n- ", "## ", "he", "17%"),
    ]
)


@pytest.mark.parametrize("nothing", ["", "  \n", None, ...])
def test_what_states_nothing_is_no_good_brief(syria, nothing):
    report = check_brief(nothing, syria)
    assert not report.ok
    assert not report.sentences


def test_a_case_may_be_named_by_its_id(syria):
    text = "More than 700 US troops are leaving Syria [@S2, para. 5]."
    assert check_brief(text, "syria-withdrawal").as_dict() == check_brief(text, syria).as_dict()


@settings(max_examples=60, deadline=None)
@given(st.lists(pieces, max_size=60).map(" ".join) | st.text(max_size=200))
def test_no_mixture_of_words_is_an_error(text):
    case = open_case("syria-withdrawal")
    report = check_brief(text, case)
    found = [f for s in report.sentences for f in s.findings]
    assert {f.key for f in found if f.verdict == "wrong"} <= set(misconceptions())
    assert "check-failed" not in {f.key for f in found}, "a fault of the checker, kept from the writer"
    assert 0 <= report.citation_recall <= 1
    assert 0 <= report.citation_precision <= 1


def test_whose_a_figure_is_may_stand_before_it_in_a_calculation():
    text = "We reckon: the board’s about 3,000 less the ministry’s about 1,000 make 2,000 [@S1, para. 6]."
    (sentence,) = check_brief(text, open_case("tolvane-dam")).sentences
    assert "check-failed" not in sentence.keys


def test_a_wrong_day_is_found_where_the_paragraph_counts_days_from_another(syria):
    text = "US troops pulled out of northern Syria on 23 October 2019 [@S2, para. 9]."
    (sentence,) = check_brief(text, syria).sentences
    assert sentence.verdict == "unsupported"
    assert "check-failed" not in sentence.keys


def test_a_sentence_as_long_as_a_brief_goes_to_a_person(syria):
    text = " plus ".join(f"{1000 + number:,}" for number in range(2000)) + " troops left [@S1, para. 7]."
    (sentence,) = check_brief(text, syria).sentences
    assert (sentence.verdict, sentence.keys) == ("review", ["sentence-too-long"])


def test_a_fault_of_the_checker_sends_the_sentence_to_a_person(syria, monkeypatch):
    def fault(*_):
        raise ValueError("of ours")

    monkeypatch.setattr("dateline.brief.sentences.sentence.check_sentence", fault)
    (sentence,) = check_brief("It rained [@S1, para. 2].", syria).sentences
    assert (sentence.verdict, sentence.keys) == ("review", ["check-failed"])


def test_the_same_brief_has_the_same_report(syria, good):
    assert check_brief(good, syria).as_dict() == check_brief(good, syria).as_dict()


@pytest.mark.parametrize(
    ("text", "count", "why"),
    [
        ("[@S1, para. 1] " * 4000, 1, "a sentence of citations, which leave as many blanks"),
        ("- a\n" * 15000, 15000, "a list without end"),
        ("700 " * 15000, 1, "numerals alone"),
    ],
)
def test_a_long_text_of_one_thing_is_read_to_its_end(syria, text, count, why):
    report = check_brief(text, syria)
    assert len(report.sentences) == count, why
    assert any(not rule.met for rule in report.criteria), "it is no brief"


def test_a_very_long_text_is_cut_and_says_so(syria):
    report = check_brief("It rained. " * 9000, syria)
    assert "60,000" in str(report)


def test_fifty_thousand_words_have_a_defined_answer(syria):
    text = "More than 700 US troops are leaving Syria, Esper said [@S2, para. 5]. " * 4000
    report = check_brief(text, syria)
    assert "60,000" in str(report)
    assert report.count("supported") == 1, "what is repeated counts once"


def test_a_sentence_that_is_repeated_is_named(syria):
    once = "In Iraq the US keeps more than 5,000 forces [@S2, para. 15]."
    first, again = check_brief(f"{once}\n\n{once}", syria).sentences
    assert (first.keys, again.keys) == ([], ["sentence-repeated"])


def test_two_sentences_of_one_paragraph_are_a_paste():
    case = open_case("tolvane-dam")
    text = " ".join(case.sources["S2"].paragraphs[9].text.split())
    assert {k for s in check_brief(f"{text} [@S2, para. 10]", case).sentences for k in s.keys} == {
        "copied-run"
    }


def test_a_short_opening_sentence_needs_no_citation_of_its_own(syria):
    text = "The force was small. At Al-Tanf 200 to 300 US troops are to stay [@S2, para. 12]."
    assert [s.kind for s in check_brief(text, syria).sentences] == ["topic", "fact"]
    assert check_brief("The force was small.", syria).sentences[0].keys == ["uncited"]


def test_letters_that_show_nothing_are_left_out(syria):
    text = "In Iraq the US keeps more\u200b than 9,0\u200b00 forces [@S2, para. 15]."
    assert "\u200b" not in check_brief(text, syria).sentences[0].text


def test_html_is_never_run(syria):
    report = check_brief("<script>alert(1)</script> It rained <b onclick='x'>hard</b>.", syria)
    assert "<script>" not in report._repr_mimebundle_()["text/html"]
