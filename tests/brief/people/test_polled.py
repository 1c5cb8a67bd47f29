"""Is a share of those who were asked told from people without a name?"""

from __future__ import annotations

import pytest

from dateline.brief.people.polled import is_a_share
from tests.brief.direct import said

ROWS = [
    ("One in five of the residents said that they would move [@S1, para. 11].", True, "a fraction"),
    ("Nearly one in two of the residents said that they would stay [@S1, para. 11].", True, "with a hedge"),
    ("Some 210 residents said that they would move [@S1, para. 11].", False, "a count"),
    ("Residents said that a fifth of the houses would be sold [@S1, para. 11].", False, "a share of others"),
    (
        "Residents said that 20% of residents would move [@S1, para. 11].",
        False,
        "a share of them is told",
    ),
]


@pytest.mark.parametrize(("sentence", "expected", "why"), ROWS)
def test_those_asked(sentence, expected, why):
    clause = said("pellory-works", sentence)
    assert [is_a_share(voice, clause.facts) for voice in clause.spoken] == [expected], why
