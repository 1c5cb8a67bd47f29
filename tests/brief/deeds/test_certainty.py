"""Is each act read with the status and the negation that its words give it?"""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from dateline.brief import check_one
from dateline.brief.deeds import antonyms
from dateline.brief.deeds.certainty import acts, rank

CASES = [
    # text, the act's word, status, negated, why
    ("Troops withdrew.", "withdrew", "done", False, "simple past"),
    ("Troops have withdrawn.", "withdrawn", "done", False, "perfect"),
    ("Troops are withdrawing.", "withdrawing", "under way", False, "progressive"),
    ("Troops continued to withdraw.", "withdraw", "under way", False, "continued"),
    ("Troops will withdraw.", "withdraw", "planned", False, "will"),
    ("Troops are to withdraw.", "withdraw", "planned", False, "are to"),
    ("They plan to begin withdrawing.", "withdrawing", "planned", False, "the least certain of two counts"),
    ("He ordered the troops to withdraw.", "withdraw", "ordered", False, "an order"),
    ("There is an order for a withdrawal.", "withdrawal", "ordered", False, "a noun"),
    ("He threatened to attack.", "attack", "threatened", False, "a threat"),
    ("He threatened an attack.", "attack", "threatened", False, "a threat, as a noun"),
    ("He launched an attack.", "attack", "done", False, "a verb that gives its own status"),
    ("They may attack.", "attack", "possible", False, "may"),
    ("He did not rule out that they would attack.", "attack", "possible", False, "left open"),
    ("They did not attack.", "attack", "done", True, "negation"),
    ("They parted without a deal.", "deal", "", True, "without, before an article"),
    ("They did not part without a deal.", "deal", "", False, "not without"),
    ("They will go on strike.", "strike", "planned", False, "to go on strike is to strike"),
    ("They have gone into retirement.", "retirement", "done", False, "a noun that is no event elsewhere"),
    ("The closure was blocked by a court.", "closure", "done", True, "blocked by"),
    ("They have yet to finish looking into the sale.", "sale", "", False, "only the looking is unfinished"),
    ("They never attacked.", "attacked", "done", True, "never"),
    ("They were driven to the brink of defeat.", "defeat", "possible", False, "the brink"),
]


@pytest.mark.parametrize(("text", "word", "status", "negated", "why"), CASES)
def test_an_act_has_its_status(read, text, word, status, negated, why):
    facts = read(text)
    act = next(act for act in acts(facts) if facts.words[act.at].low == word)
    assert (act.status, act.negated) == (status, negated), why


def test_the_ladder_rises_from_denied_to_done():
    steps = ["denied", "discussed", "threatened", "planned", "ordered", "under way", "done"]
    assert [rank(step) for step in steps] == sorted({rank(step) for step in steps})


def test_a_denied_superlative_sets_nothing_above_the_rest(syria):
    checked = [
        check_one(f"It was {told} order that Trump had given [@S1, para. 1].", syria)
        for told in ("the worst", "not the worst")
    ]
    assert ["certainty-raised" in each.keys for each in checked] == [True, False]


def test_what_continues_is_not_against_what_goes_on(read):
    there = read("They threatened to close two of the five crossings if the building went on.")
    forms = frozenset(form for word in there.words for form in (word.low, word.stem))
    place, told_of = ("S1", 1), acts(there)
    passage = SimpleNamespace(facts=there, forms=forms, places={}, acts=told_of, text=there.text, place=place)
    told = read("They threatened to shut two of the five crossings if work on the wall continued.")
    assert antonyms.judge(told, acts(told), [passage]) == []
