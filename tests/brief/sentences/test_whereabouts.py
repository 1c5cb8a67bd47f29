"""Does it happen where the paragraphs have it: the same place, the same side, and no wider one?"""

from __future__ import annotations

import pytest

from dateline.brief.sentences import whereabouts
from tests.brief.direct import keys, work

DAM, SYRIA, SELMARA = "tolvane-dam", "syria-withdrawal", "addir-arms"
MISPLACED = [
    # case, sentence, key, why
    (SYRIA, "The US has more than 5,000 troops in Syria [@S2, para. 15].", "population-swapped", "in Iraq"),
    (DAM, "More than 3,000 live at Reed Landing [@S1, para. 5].", "population-swapped", "in Lower Quell"),
    (DAM, "More than 900 are leaving Port Sarn [@S2, para. 3].", "population-swapped", "they go there"),
    (
        DAM,
        "More than 3,000 people live in Reed Landing, farther down the valley [@S1, paras. 5, 10].",
        "population-swapped",
        "a place of another cited paragraph",
    ),
    (SYRIA, "In eastern Syria 200 to 300 are to stay [@S2, para. 12].", "population-swapped", "the south"),
    (SYRIA, "They would be sent to southern Iraq [@S2, para. 1].", "place-swapped", "the west"),
    (SELMARA, "The war in the south of Selmara began in 2009 [@S1, para. 11].", "place-swapped", "the north"),
    (SYRIA, "The US keeps more than 5,000 around the world [@S2, para. 15].", "scope-widened", "in Iraq"),
    (SYRIA, "They were leaving the whole of Syria [@S2, para. 9].", "scope-widened", "its north"),
    (SYRIA, "They worked in Syria and Jordan [@S1, para. 7].", "scope-widened", "one more country"),
]
BORNE_OUT = [
    (SYRIA, "The US has more than 5,000 troops in Iraq [@S2, para. 15].", "the same place"),
    (SYRIA, "Outposts were put up in Syria [@S1, para. 13].", "a coarser place for where a thing is"),
    (SYRIA, "At Al-Tanf in southern Syria 200 to 300 are to stay [@S2, para. 12].", "the same side"),
    (SELMARA, "The war in the north of Selmara began in 2009 [@S1, para. 11].", "its north is told of"),
    (SYRIA, "Ankara considers the Kurdish forces terrorists [@S2, para. 11].", "a capital that acts"),
    (SYRIA, "The US keeps them under an agreement with Baghdad [@S2, para. 15].", "a government"),
    (SYRIA, "For Washington they were the best fighters [@S1, para. 6].", "a view of a government"),
    (DAM, "Anywhere from 150 to 200 are to stay on [@S2, para. 9].", "the hedge of a figure"),
    (SYRIA, "“All of Jordan” would do so [@S2, para. 1].", "a quotation"),
    (SYRIA, "They would be sent away [@S2, para. 1].", "no place"),
]


@pytest.mark.parametrize(("case", "sentence", "key", "why"), MISPLACED)
def test_another_or_a_wider_place_is_named(case, sentence, key, why):
    one = work(case, sentence)
    assert keys(whereabouts.judge(one.facts, one.cited, one.ground)) == [key], why


@pytest.mark.parametrize(("case", "sentence", "why"), BORNE_OUT)
def test_the_place_of_the_paragraph_is_let_stand(case, sentence, why):
    one = work(case, sentence)
    assert whereabouts.judge(one.facts, one.cited, one.ground) == [], why


@pytest.mark.parametrize(
    ("sentence", "expected", "why"),
    [
        ("They held less than 2% of the Middle East [@S1, para. 10].", ["wrong-base"], "of all the land"),
        (
            "They held less than 2% of what they once held there [@S1, para. 10].",
            [],
            "its base",
        ),
        (
            "They held less than 3% of the Middle East [@S1, para. 10].",
            [],
            "another share",
        ),
        ("They held little of the Middle East [@S1, para. 10].", [], "no share"),
    ],
)
def test_a_share_keeps_its_base(sentence, expected, why):
    one = work(SYRIA, sentence)
    assert keys(whereabouts.wrong_base(one.facts, one.cited)) == expected, why
