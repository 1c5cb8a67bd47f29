"""Is what a sentence adds to its paragraphs found, piece by piece?"""

from __future__ import annotations

import pytest

from dateline.brief.sentences.additions import clear_addition
from dateline.brief.sentences.cover import cover

PLACE = ("S2", 11)

OUT = "ordered the bulk of the troops out"
ADDED = [
    # sentence, what it adds, why
    (f"Trump {OUT} against the advice of his generals.", "advice generals", "a phrase"),
    (f"Trump, furious and humiliated, {OUT}.", "furious humiliated", "between commas"),
    (f"Trump {OUT}, many of them reservists.", "reservists", "one word, set apart"),
    (f"Trump {OUT}, which delighted voters.", "delighted voters", "relative clause"),
    (f"Trump {OUT} and praised sailors.", "praised sailors", "coordinated"),
]


@pytest.mark.parametrize(("sentence", "added", "why"), ADDED)
def test_a_piece_of_which_nothing_is_borne_out_is_an_addition(ground, read, sentence, added, why):
    facts = read(sentence)
    found = clear_addition(facts, cover(facts, [ground.passages[PLACE]], ground))
    assert " ".join(word.low for word in found) == added, why


@pytest.mark.parametrize(
    "sentence",
    [
        "Trump ordered the bulk of the troops to withdraw, however.",
        "In other words, Trump ordered the bulk of the force in Syria to pull out.",
        "Trump hastily ordered the bulk of the troops out of Syria.",
        "Pigeons admired sculptures, with violins.",
    ],
)
def test_what_only_joins_or_stands_alone_or_is_another_statement_is_none(ground, read, sentence):
    facts = read(sentence)
    assert clear_addition(facts, cover(facts, [ground.passages[PLACE]], ground)) == ()
