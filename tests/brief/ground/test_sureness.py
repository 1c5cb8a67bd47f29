"""Is a fault of wording a question where a sentence is told in many words of its own, and sure where not?"""

from __future__ import annotations

import pytest

from dateline.brief import check_one
from dateline.lexicon import load
from tests.brief.conftest import case_of
from tests.brief.rules_found import keys_named


def test_each_limit_is_for_a_key_that_the_checker_names_and_for_one_limit_only():
    keys = [key for keys in load("sureness")["limits"].values() for key in keys]
    assert set(keys) <= keys_named()
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("The governor mended the whole wall [@S1, para. 7].", "unsupported"),
        (
            "Thanks to what was announced, Governor Marrak actually went ahead and carried through complete "
            "repairs of the whole wall [@S1, para. 7].",
            "review",
        ),
        (
            "Thanks to a forecast drawn up by several specialists abroad, roughly 9,700 residents altogether "
            "inhabit Lower Quell nowadays [@S1, para. 5].",
            "unsupported",  # what a numeral shows is sure, whatever the wording
        ),
    ],
)
def test_a_fault_is_as_sure_as_its_wording(sentence, verdict):
    assert check_one(sentence, case_of("tolvane-dam")).verdict == verdict
