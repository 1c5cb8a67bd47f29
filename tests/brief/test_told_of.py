"""Is a share of a part kept apart from a share of the whole? Sentences: wrong.tsv and fair.tsv."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from dateline.brief.facts import facts_of
from dateline.brief.told_of import all_of_them

TOLD = "Of the 900 growers, 70% answered the letter, and four in five of those sold their plums."


@pytest.mark.parametrize(
    ("text", "lost", "why"),
    [
        ("Four in five of the growers sold their plums.", True, "of all growers"),
        ("Four in five of the growers who wrote back sold their plums.", False, "a clause narrows them"),
        ("Four in five of those sold their plums.", False, "of those, as in the text"),
        ("Four in five of the growers sold their plums, by their answers.", False, "the part is named"),
    ],
)
def test_a_share_of_those_is_no_share_of_all(text, lost, why, ground):
    there = facts_of(TOLD, ground.names, "2019")
    passage = SimpleNamespace(facts=there, text=TOLD)
    mine = facts_of(text, ground.names, "2019")
    assert all_of_them(mine.figures[0], there.figures[-1], mine, passage) == lost, why
