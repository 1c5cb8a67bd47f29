"""Is what a text says of some, or within a limit, not told of all?"""

from __future__ import annotations

import pytest

from dateline.brief.amounts import extents
from tests.brief.direct import keys, work

SYRIA, HARL = "syria-withdrawal", "harl-strike"
WIDENED = [
    (SYRIA, "None of the rationales would be fulfilled soon [@S2, para. 6].", "one of them would not"),
    ("tussivar-recall", "Inspectors shut both filling lines [@S2, para. 2].", "one of the two"),
    (HARL, "No ferry has left the port [@S1, para. 1].", "none to the mainland"),
    (HARL, "No ferry has run since 9 June [@S2, para. 7].", "none to Tarn"),
    ("lanne-spill", "The ban on fishing was lifted in June [@S2, para. 5].", "except near the wreck"),
    ("ostel-bank", "All customers would keep their money [@S1, para. 6].", "those with less than a limit"),
    (SYRIA, "IS began to seize all of Iraq [@S2, para. 16].", "large swaths of it"),
]
KEPT = [
    (SYRIA, "One of the rationales would not be fulfilled soon [@S2, para. 6].", "one"),
    (SYRIA, "Not all of the rationales would be fulfilled soon [@S2, para. 6].", "not all"),
    ("tussivar-recall", "Inspectors shut one of the filling lines [@S2, para. 2].", "one of the two"),
    (HARL, "No ferry to the mainland has left the port [@S1, para. 1].", "the limit is kept"),
    (HARL, "No ferry has run to Tarn since 9 June [@S2, para. 7].", "the way is kept"),
    ("lanne-spill", "The ban on fishing was lifted, except near the wreck [@S2, para. 5].", "the exception"),
    ("ostel-bank", "All customers with less than that would keep it [@S1, para. 6].", "their limit"),
    (SYRIA, "IS began to seize large swaths of Iraq [@S2, para. 16].", "a part"),
    (SYRIA, "“None of the rationales” would be fulfilled soon [@S2, para. 6].", "a quotation"),
]


@pytest.mark.parametrize(("case", "sentence", "why"), WIDENED)
def test_what_is_told_of_all_is_named(case, sentence, why):
    one = work(case, sentence)
    assert keys(extents.judge(one.facts, one.cited)) == ["scope-widened"], why


@pytest.mark.parametrize(("case", "sentence", "why"), KEPT)
def test_what_keeps_its_limit_is_let_stand(case, sentence, why):
    one = work(case, sentence)
    assert extents.judge(one.facts, one.cited) == [], why


@pytest.mark.parametrize(
    ("sentence", "expected", "why"),
    [
        ("None of the troops would be sent to western Iraq [@S2, para. 1].", ["negation-added"], "all would"),
        ("None of the fighters would be sent to western Iraq [@S2, para. 1].", [], "all of others would"),
        ("All of the troops would be sent to western Iraq [@S2, para. 1].", [], "all"),
    ],
)
def test_none_is_not_put_for_all(sentence, expected, why):
    one = work(SYRIA, sentence)
    assert keys(extents.judge(one.facts, one.cited)) == expected, why
