"""Is a learner's hedge read for what it claims?"""

import pytest

from dateline.kinds._hedges import signs_of

HEDGES = [
    ("more than about", "about more", "two signs"),
    ("about half or more", "about more", "one before, one after"),
    ("upwards of roughly", "about more", "other words"),
    ("≥ ~", "about more", "signs of arithmetic"),
    ("no fewer than", "more", "a negation turns it round"),
    ("not more than", "less", "the longest phrase first"),
    ("nearly", "about less", "close to, from below"),
    ("just over", "about more", "close to, from above"),
    ("more or less", "about", "an idiom, no direction"),
    ("More Than", "more", "capitals"),
    ("between", "range", "two ends"),
    ("exactly", "exact", "no hedge at all"),
    ("", "", "nothing"),
    ("troops", "", "no hedge"),
    (None, "", "no text"),
]


@pytest.mark.parametrize(("hedge", "signs", "why"), HEDGES)
def test_a_hedge_is_read_for_what_it_claims(hedge, signs, why):
    assert signs_of(hedge) == set(signs.split()), why
