"""Is a denial that no verb of action carries neither lost nor put in?"""

from __future__ import annotations

import pytest

from dateline.brief.deeds import denials
from tests.brief.direct import keys, work

LOST = [
    # case, sentence, why
    ("kessary-wildfire", "Deaths have been reported [@S1, para. 5].", "no deaths have been"),
    ("ossel-camp", "The ombudsman found evidence that people had been beaten [@S2, para. 4].", "found no"),
    ("teld-river", "She made a finding about the first pump [@S2, para. 2].", "made no finding about it"),
    ("corrie-mine", "Their report has been published [@S2, para. 5].", "has not been"),
    ("corrie-mine", "The federation said that the mine is exhausted [@S1, para. 4].", "does not accept that"),
    ("pellory-works", "The shareholders will pay for it [@S1, para. 6].", "the town, not they, will"),
    (
        "tussivar-recall",
        "The vaccine made them ill, Torvald said [@S1, para. 5].",
        "there is no proof that it did",
    ),
]
KEPT = [
    ("kessary-wildfire", "No deaths have been reported [@S1, para. 5].", "the denial is kept"),
    ("kessary-wildfire", "People are missing [@S1, para. 5].", "nothing of the denial"),
    ("ossel-camp", "She found no evidence of beatings [@S2, para. 4].", "found none"),
    ("corrie-mine", "Inspectors visited the mine in March [@S2, para. 5].", "the report is not spoken of"),
    ("corrie-mine", "“The mine is exhausted” [@S1, para. 4].", "a quotation"),
    ("pellory-works", "The town will pay for it [@S1, para. 6].", "the town will"),
    (
        "tussivar-recall",
        "There is hardly a proof that it made them ill [@S1, para. 5].",
        "proof is spoken of",
    ),
    ("fenbury-stadium", "Rovers have put off their move to Carr Wharf [@S2, para. 1].", "they have"),
    ("fenbury-stadium", "Rovers would not give up their move to Carr Wharf [@S2, para. 1].", "another verb"),
    ("fenbury-stadium", "The club would not put off 30 conditions [@S2, para. 1].", "a figure: of others"),
]


def judged(case, sentence):
    one = work(case, sentence)
    return keys(denials.judge(one.facts, one.cited))


@pytest.mark.parametrize(("case", "sentence", "why"), LOST)
def test_a_denial_that_is_lost_is_named(case, sentence, why):
    assert judged(case, sentence) == ["negation-lost"], why


@pytest.mark.parametrize(
    ("case", "sentence", "why"),
    [
        ("fenbury-stadium", "Rovers would not put off their move to Carr Wharf [@S2, para. 1].", "they did"),
        ("fenbury-stadium", "Rovers never put off their move to Carr Wharf [@S2, para. 1].", "never"),
    ],
)
def test_a_denial_that_is_put_in_is_named(case, sentence, why):
    assert judged(case, sentence) == ["negation-added"], why


@pytest.mark.parametrize(("case", "sentence", "why"), KEPT)
def test_what_denies_as_much_is_let_stand(case, sentence, why):
    assert judged(case, sentence) == [], why
