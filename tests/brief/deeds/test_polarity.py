"""Is a "not" of the paragraphs kept, and none of one's own put in?"""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.brief.deeds import polarity
from dateline.brief.ground.acts import acts
from tests.brief.direct import ground, keys, work

DAM, SYRIA = "tolvane-dam", "syria-withdrawal"
LOST = [
    # case, sentence, why
    (DAM, "They will be back so soon [@S2, para. 5].", "they will not"),
    (SYRIA, "The troops are coming home [@S2, para. 8].", "they are not"),
    ("ostel-bank", "Roke named the two smaller lenders [@S1, para. 9].", "he did not name them"),
    ("harl-strike", "Norrick Lines has said whether more jobs will go [@S1, para. 10].", "it has not said"),
    ("dunmere-meals", "Two of the pupils have gone home [@S1, para. 2].", "all but two have"),
    ("pellow-return", "Fennick said that he would block the return [@S1, para. 6].", "he would not do so"),
]
ADDED = [
    # case, sentence, key, why
    (SYRIA, "The task is not largely complete [@S1, para. 9].", "negation-added", "it is"),
    (
        "orle-registry",
        "Trevisk did not deny that it had reached her [@S1, para. 6].",
        "negation-added",
        "did",
    ),
    (
        SYRIA,
        "Esper has not talked with his Iraqi counterpart about the plan to move the troops [@S2, para. 5].",
        "negation-added",
        "he has spoken with him",
    ),
    (
        DAM,
        "The mayor refused to take the residents [@S2, para. 3].",
        "absence-as-denial",
        "only a talk is told",
    ),
]
KEPT = [
    (DAM, "They will not be back so soon [@S2, para. 5].", "denied in both"),
    (SYRIA, "Trump ordered the bulk of the force out [@S2, para. 11].", "affirmed in both"),
    (SYRIA, "Most of the job of beating Islamic State is done [@S1, para. 9].", "a task, not a deed"),
    (
        SYRIA,
        "Until Esper spoke, there had been no specific word on the destination of the troops [@S2, para. 4].",
        "his was the first",
    ),
    ("merrin-coalition", "There was still no government in Merrin [@S1, para. 1].", "it is sought"),
    (
        DAM,
        "The question whether to give up the town for ever was not yet decided [@S2, para. 2].",
        "it was still to come",
    ),
    ("pellow-return", "Before April the new hall will not open [@S2, para. 6].", "in April at the earliest"),
    ("kessary-wildfire", "Two were found alive; the third has yet to be found [@S2, para. 7].", "missing"),
    (
        SYRIA,
        "A five-day halt to the fighting was agreed by US and Turkish leaders [@S2, para. 10].",
        "a truce",
    ),
    ("dunmere-meals", "Two of the pupils have not gone home [@S1, para. 2].", "the exception"),
    ("orrin-strait", "Nearly 150 of them were not searched [@S2, para. 2].", "others were"),
]


def judged(case, sentence):
    one = work(case, sentence)
    theirs = [(passage, act) for passage in one.cited for act in passage.acts]
    return keys(polarity.judge(one.facts, acts(one.facts), theirs, one.cited))


@pytest.mark.parametrize(("case", "sentence", "why"), LOST)
def test_a_negation_that_is_lost_is_named(case, sentence, why):
    assert judged(case, sentence)[:1] == ["negation-lost"], why


@pytest.mark.parametrize(("case", "sentence", "key", "why"), ADDED)
def test_a_negation_that_is_put_in_is_named(case, sentence, key, why):
    assert judged(case, sentence) == [key], why


@pytest.mark.parametrize(("case", "sentence", "why"), KEPT)
def test_what_is_as_true_as_the_text_is_let_stand(case, sentence, why):
    assert judged(case, sentence) == [], why


def test_what_was_only_put_off_is_told_too_surely_as_well():
    assert judged(SYRIA, "Islamic State was completely defeated [@S1, para. 9].") == [
        "negation-lost",
        "certainty-raised",
    ]


@pytest.mark.parametrize(
    ("sentence", "text", "key", "why"),
    [
        (
            "The troops withdrew.",
            "The troops did not withdraw and would not withdraw. The families left the town.",
            "negation-lost",
            "the others' leaving is another word",
        ),
        (
            "The troops did not withdraw.",
            "The troops withdrew. The guards did not leave.",
            "negation-added",
            "the guards' not leaving is another word",
        ),
    ],
)
def test_the_same_word_tells_more_than_another_of_its_meaning(sentence, text, key, why, read):
    facts = read(text)
    told = ground(SYRIA).passages["S2", 1]
    passage = replace(told, facts=facts, acts=tuple(acts(facts)), sentences=((0, len(text)),), told=())
    mine = read(sentence)
    found = polarity.judge(mine, acts(mine), [(passage, act) for act in passage.acts], [passage])
    assert keys(found) == [key], why
