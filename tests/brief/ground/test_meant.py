"""Is "it" in a paragraph taken for what its report opens with?"""

from __future__ import annotations

import pytest

from dateline.brief.ground.meant import by_it
from tests.brief.direct import work

ROWS = [
    # sentence, word, whether it is meant, why
    ("The town would pay for the closure [@S1, para. 6].", "closure", True, "the report opens with it"),
    ("The town would pay for closure [@S1, para. 6].", "closure", False, "nothing points back"),
    ("The town would pay for the strike [@S1, para. 6].", "strike", False, "no word of the opening"),
    ("The closure was announced [@S1, para. 1].", "closure", False, "the opening has no it"),
    ("The workers spoke of the closure [@S1, para. 4].", "closure", False, "this paragraph has no it"),
]


@pytest.mark.parametrize(("sentence", "low", "expected", "why"), ROWS)
def test_what_it_stands_for(sentence, low, expected, why):
    one = work("pellory-works", sentence)
    word = next(word for word in one.facts.words if word.low == low)
    assert by_it(word, one.facts, one.cited, one.ground) is expected, why
