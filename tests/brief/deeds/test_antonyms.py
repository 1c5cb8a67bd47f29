"""Is a statement turned round without a "not" caught?"""

from __future__ import annotations

import pytest

from dateline.brief.deeds import antonyms
from dateline.brief.ground.acts import acts
from tests.brief.direct import keys, work

DAM, SYRIA, BESK = "tolvane-dam", "syria-withdrawal", "besk-fever"
TURNED = [
    # case, sentence, key, why
    (DAM, "The agreement stopped the looting [@S2, para. 7].", "certainty-raised", "reports kept coming"),
    (DAM, "Work on the wall would stop [@S2, para. 1].", "certainty-raised", "it would go on"),
    ("harl-strike", "The members rejected a strike [@S1, para. 9].", "negation-added", "they backed it"),
    ("ossel-camp", "The army accepted the findings [@S2, para. 6].", "negation-added", "it rejected them"),
    (BESK, "The fever is over [@S2, para. 1].", "negation-lost", "it is not over"),
    (SYRIA, "It had two compatible goals [@S1, para. 7].", "negation-lost", "incompatible ones"),
    (DAM, "For years the dam was unsafe [@S1, para. 2].", "negation-added", "it was called safe"),
    (
        BESK,
        "Between 8 and 12 villages were no longer cut off, Lantern Relief said [@S2, para. 6].",
        "negation-added",
        "still cut off",
    ),
    (DAM, "Between 150 and 200 residents are to leave [@S2, para. 9].", "stock-for-flow", "they stay"),
]
KEPT = [
    (DAM, "Work on the wall would go on [@S2, para. 1].", "the same word"),
    (DAM, "Work on the wall would not stop [@S2, para. 1].", "the opposite is denied"),
    (DAM, "Orrin wants to stop the crack widening [@S2, para. 8].", "to stop it doing so ends nothing"),
    ("harl-strike", "The members backed a strike [@S1, para. 9].", "they did"),
    ("harl-strike", "About 300 members rejected a strike that others backed [@S1, para. 9].", "both sides"),
    (BESK, "The fever is not over [@S2, para. 1].", "denied in both"),
    (SYRIA, "It had two goals that are not compatible [@S1, para. 7].", "denied in other words"),
    (SYRIA, "It had two “compatible” goals [@S1, para. 7].", "a quotation"),
    (SYRIA, "From 2011 US troops were no longer in Iraq [@S2, para. 16].", "they were taken out"),
    (DAM, "Buses were carrying the remaining residents [@S2, para. 8].", "those still there"),
]


def judged(case, sentence):
    one = work(case, sentence)
    return keys(antonyms.judge(one.facts, acts(one.facts), one.cited))


@pytest.mark.parametrize(("case", "sentence", "key", "why"), TURNED)
def test_the_opposite_is_named(case, sentence, key, why):
    assert judged(case, sentence) == [key], why


@pytest.mark.parametrize(("case", "sentence", "why"), KEPT)
def test_what_is_not_turned_round_is_let_stand(case, sentence, why):
    assert judged(case, sentence) == [], why
