"""Is a part kept apart from the whole, and a share of it? Sentences: wrong.tsv and fair.tsv."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from dateline.brief.amounts.told_of import all_of_them, another
from dateline.brief.ground.facts import facts_of
from dateline.brief.people.saying import sentences_of

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


def test_what_is_told_of_all_is_told_of_some_of_them(ground):
    text = "Some 9,000 people fled north by boat. About 3,000 of them were pupils."
    there, mine = (
        facts_of(each, ground.names, "2019")
        for each in (text, "Of the people who fled north by boat, about 3,000 were minors.")
    )
    passage = SimpleNamespace(facts=there, text=text, sentences=sentences_of(text))
    assert not another(mine.figures[0], there.figures[-1], mine, passage)
