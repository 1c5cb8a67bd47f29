"""Is what a paragraph gives as somebody's word told as that, and the report's own word as a fact?"""

from __future__ import annotations

import pytest

from dateline.brief.people import dropping
from tests.brief.direct import keys, said

DAM, SYRIA = "tolvane-dam", "syria-withdrawal"
TELD, PELLOW = "teld-river", "pellow-return"
DROPPED, OUTLET = "attribution-dropped", "outlet-as-speaker"
LOST = [
    # case, sentence, key, why
    (PELLOW, "About 3,000 people met the ship [@S2, para. 1].", DROPPED, "an estimate"),
    (DAM, "The dam has been a safe one for years [@S1, para. 2].", DROPPED, "the ministry called it so"),
    (DAM, "The agency says that things may change [@S2, para. 9].", OUTLET, "the minister says so"),
    (
        DAM,
        "The ministry, which for years had called the dam safe, was now preparing to move everyone out of "
        "Lower Quell [@S1, para. 2].",
        DROPPED,
        "whoever speaks only in a clause apart",
    ),
]
KEPT = [
    # case, sentence, who was named before, why
    (PELLOW, "By the police's estimate about 3,000 people met it [@S2, para. 1].", "", "whose it is"),
    (PELLOW, "The objects were brought ashore at Marrow Bay [@S2, para. 1].", "", "the report's own"),
    (TELD, "The company has not contested that it ran for 40 hours [@S2, para. 4].", "", "it keeps silent"),
    (DAM, "She said in January that the wall would hold [@S1, para. 8].", "", "the page tells who"),
    (
        "addir-arms",
        "The army insisted that none of its soldiers had been near the second container [@S2, para. 9].",
        "",
        "it denies what a guard said",
    ),
    ("merrin-coalition", "A poll gave 55% or so as wanting them to agree [@S1, para. 6].", "", "the paper"),
    (TELD, "The figure of between 40 and 44 hours was not contested [@S2, para. 4].", "", "a claim"),
    (
        DAM,
        "Hundreds of people from other villages are in the barracks at Port Sarn [@S2, paras. 1, 10].",
        "",
        "another paragraph says it itself",
    ),
    ("pelk-quota", "No arrests were made at the protest off Orsund [@S1, para. 9].", "", "only the scene"),
    (PELLOW, "The objects are kept in a bank until the hall opens [@S2, para. 6].", "", "only when"),
    ("ossel-camp", "The Ossel refugee camp is the largest in Tarvia [@S1, para. 1].", "", "said in passing"),
    ("sorrel-observers", "The truce was signed on 30 August 2019 [@S1, para. 7].", "", "in a participle"),
    (
        "pellory-works",
        "The mayor expected at least 900 further job losses among the valley’s suppliers [@S1, para. 10].",
        "",
        "she is called by her post",
    ),
    (SYRIA, "“Things could change between now and then” [@S2, para. 14].", "esper", "a quotation goes on"),
    (SYRIA, "He named helping to defend Iraq [@S2, para. 14].", "esper", "he goes on"),
]  # fmt: skip


@pytest.mark.parametrize(("case", "sentence", "key", "why"), LOST)
def test_a_word_told_as_a_fact_is_named(case, sentence, key, why):
    assert keys(dropping.judge(said(case, sentence))) == [key], why


@pytest.mark.parametrize(("case", "sentence", "before", "why"), KEPT)
def test_what_has_its_speaker_or_needs_none_is_let_stand(case, sentence, before, why):
    assert dropping.judge(said(case, sentence, before)) == [], why


@pytest.mark.parametrize(
    ("sentence", "expected", "why"),
    [
        ("A poll by the Tarsa Institute found so [@S1, para. 6].", True, "the poll is the source"),
        ("Voters want the four parties to agree [@S1, para. 6].", False, "no paper is spoken of"),
        ("A poll found so [@S1, para. 3].", False, "in the paragraph a person speaks"),
    ],
)
def test_a_paper_is_a_source(sentence, expected, why):
    clause = said("merrin-coalition", sentence)
    assert dropping.is_of_paper(clause.tellings, clause) is expected, why
