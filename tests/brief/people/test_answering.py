"""Is a denial left with whoever denies?"""

from __future__ import annotations

import pytest

from dateline.brief.people import answering
from tests.brief.direct import keys, said

ROWS = [
    # case, sentence, keys, why
    (
        "pellory-works",
        "A manager at the plant denied that two lines had been marked for removal [@S1, para. 7].",
        ["speaker-swapped"],
        "the manager said so, and the company denied it",
    ),
    (
        "pellory-works",
        "A manager at the plant called it untrue that two lines had been marked for removal [@S1, para. 7].",
        ["speaker-swapped"],
        "a denial in other words",
    ),
    (
        "pellory-works",
        "The company denied that two lines had been marked for removal [@S1, para. 7].",
        [],
        "it did",
    ),
    (
        "pellory-works",
        "A manager at the plant said that two lines had been marked for removal [@S1, para. 7].",
        [],
        "he denies nothing",
    ),
    (
        "orle-registry",
        "Trevisk denied that a warning about old software had reached her [@S1, para. 6].",
        [],
        "nobody else's denial, nor anybody's answer to it",
    ),
]


@pytest.mark.parametrize(("case", "sentence", "expected", "why"), ROWS)
def test_a_denial_has_its_speaker(case, sentence, expected, why):
    assert keys(answering.judge(said(case, sentence))) == expected, why
