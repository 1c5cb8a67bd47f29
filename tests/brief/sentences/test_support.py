"""Do the words of another paragraph show a wrong citation?"""

from __future__ import annotations

import pytest

from dateline.brief.sentences.cover import cover
from dateline.brief.sentences.support import _better


@pytest.mark.parametrize(
    ("text", "elsewhere"),
    [
        ("Turkish leaders hammered out a ceasefire amid sporadic clashes.", True),
        ("Turkish leaders hammered out a ceasefire amid sporadic clashes with about 1,000 men.", False),
    ],
)
def test_a_figure_that_only_the_cited_paragraph_has_shows_that_it_is_meant(text, elsewhere, read, ground):
    facts, cited = read(text), [ground.passages["S2", 11]]
    found = _better(facts, cited, ground, cover(facts, cited, ground))
    assert (found is not None) == elsewhere
