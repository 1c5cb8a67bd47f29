"""Is what a paragraph tells of some kept apart from what it tells of those excepted, and of others?"""

from __future__ import annotations

import pytest

from dateline.brief.amounts import excepted
from dateline.brief.ground.acts import acts
from tests.brief.direct import work

PUPILS = "[@S1, para. 2]"  # fifteen were taken to hospital, and all but two have since gone home
FOR_THE_REST = [
    (f"Two of the pupils have gone home {PUPILS}.", True, "those excepted did not"),
    (f"Thirteen of the pupils have not gone home {PUPILS}.", True, "thirteen are the rest"),
    (f"Nine of the pupils have not gone home {PUPILS}.", False, "nine are neither"),
    (f"All but two of the pupils have gone home {PUPILS}.", False, "they are excepted here too"),
    (f"Two of the pupils have not gone home {PUPILS}.", False, "the exception itself"),
    (f"Two are ill, and the rest have gone home {PUPILS}.", False, "the rest is told of"),
]


def pair(sentence, verb, case="dunmere-meals", theirs="gone"):
    """The acts of two verbs, in a sentence and in the paragraph that it cites."""
    one = work(case, sentence)
    passage = one.cited[0]
    return one.facts, act_of(one.facts, verb), passage, act_of(passage.facts, theirs)


def act_of(facts, verb):
    return next(act for act in acts(facts) if facts.words[act.at].low == verb)


@pytest.mark.parametrize(("sentence", "expected", "why"), FOR_THE_REST)
def test_the_exception_is_not_put_for_the_rest(sentence, expected, why):
    assert excepted.is_put_for_the_rest(*pair(sentence, "gone")) is expected, why


@pytest.mark.parametrize(
    ("sentence", "expected", "why"),
    [
        (f"Two of the pupils have not gone home {PUPILS}.", True, "the two"),
        (f"Three of the pupils have not gone home {PUPILS}.", False, "three are no exception"),
        (f"Pupils have not gone home {PUPILS}.", False, "without a figure"),
    ],
)
def test_the_exception_may_be_told(sentence, expected, why):
    assert excepted.is_the_exception(*pair(sentence, "gone")) is expected, why


@pytest.mark.parametrize(
    ("sentence", "expected", "why"),
    [
        ("Some 150 ships were sent back [@S2, para. 2].", True, "the text searched others"),
        ("The 612 ships were sent back [@S2, para. 2].", False, "the same ships"),
        ("Ships were sent back [@S2, para. 2].", False, "no figure tells them apart"),
    ],
)
def test_what_is_told_of_others_denies_nothing(sentence, expected, why):
    assert excepted.of_others(*pair(sentence, "sent", "orrin-strait", "searched")) is expected, why
