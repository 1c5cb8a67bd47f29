"""Are people without a name as many and as high in a brief as in its paragraphs?"""

from __future__ import annotations

import pytest

from dateline.brief.people import anonymous
from tests.brief.direct import keys, said

NAMED = [
    # case, sentence, key, why
    ("tolvane-dam", "Two engineers said so [@S1, para. 4].", "anonymous-multiplied", "one did"),
    ("sorrel-observers", "Three diplomats said so [@S2, para. 5].", "anonymous-multiplied", "two"),
    ("syria-withdrawal", "A senior US official said so [@S1, para. 4].", "anonymous-multiplied", "a rank"),
    ("corrie-mine", "Officials said so [@S2, para. 6].", "anonymous-multiplied", "an official did"),
    ("syria-withdrawal", "A Turkish official said so [@S1, para. 4].", "speaker-swapped", "another nation's"),
]  # fmt: skip
LET_STAND = [
    ("tolvane-dam", "An engineer said that the town had to be empty [@S1, para. 4].", "as many"),
    ("sorrel-observers", "Diplomats said that they could not agree [@S2, para. 5].", "fewer are counted"),
    ("tolvane-dam", "Dam inspectors warned that the crack would widen [@S2, para. 8].", "a body of the case"),
    ("ostel-bank", "Auditors found that a third of the loans went to builders [@S1, para. 7].", "of a body"),
    (
        "corrie-mine",
        "According to the ministry, inspectors found that no rule was broken [@S2, para. 5].",
        "it says so",
    ),
    ("ossel-camp", "A colonel said that soldiers had carried bags [@S2, para. 6].", "the case names him"),
    ("pellory-works", "One in five of the residents said they would move [@S1, para. 11].", "a share"),
    ("sorrel-observers", "Samlo said that the rest would go [@S2, para. 4].", "he has a name"),
]


@pytest.mark.parametrize(("case", "sentence", "key", "why"), NAMED)
def test_people_made_more_or_higher_are_named(case, sentence, key, why):
    assert keys(anonymous.judge(said(case, sentence))) == [key], why


@pytest.mark.parametrize(("case", "sentence", "why"), LET_STAND)
def test_people_as_many_and_as_high_are_let_stand(case, sentence, why):
    assert anonymous.judge(said(case, sentence)) == [], why
