"""Does the thesaurus let kin words meet, only one way where one is more general, and keep opposites apart?"""

from __future__ import annotations

import pytest

from dateline.brief.language.stems import root, stem
from dateline.brief.language.thesaurus import broader, ideas, ideas_in
from dateline.brief.language.wording import words
from dateline.lexicon import grouped, load


def meet(one, other):
    return bool(ideas(stem(one), True) & ideas(stem(other), True))


@pytest.mark.parametrize(
    ("one", "other"),
    [("evacuate", "vacate"), ("inhabitants", "townspeople"), ("promised", "vow"), ("organise", "organized"),
     ("labour", "labor"), ("walkout", "strike"), ("rains", "downpour")],
)  # fmt: skip
def test_words_of_one_idea_meet(one, other):
    assert meet(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("increase", "decrease"), ("injured", "killed"), ("suspected", "convicted"), ("remain", "inhabit"),
     ("ordered", "requested"), ("begin", "finish"), ("threaten", "attack"), ("majority", "minority")],
)  # fmt: skip
def test_words_that_differ_in_direction_scale_or_certainty_do_not(one, other):
    assert not meet(one, other)


def ideas_of(text, word):
    found = words(text)
    return ideas_in(found)[[each.low for each in found].index(word)]


@pytest.mark.parametrize(
    ("text", "word", "idea", "why"),
    [
        ("they pull the last troops out", "pull", "/leave", "a verb and its particle apart"),
        ("to see to it that none stays", "see", "/ensure", "words in a row"),
        ("in charge of the town", "charge", "/control", "a word inside the phrase"),
        ("she gave her word", "word", "/vow", "any possessive"),
    ],
)
def test_a_phrase_gives_its_words_its_idea(text, word, idea, why):
    assert idea in ideas_of(text, word), why


@pytest.mark.parametrize(
    ("text", "word", "idea"),
    [("troops are leaving", "leaving", "/stay"), ("they left; the lights went out", "left", "/fulfil")],
)
def test_words_that_only_look_like_a_phrase_do_not(text, word, idea):
    assert idea not in ideas_of(text, word)


def test_the_general_word_tells_the_special_one_and_not_the_reverse():
    assert root("official") in broader("minister")
    assert root("minister") not in broader("official")


def test_no_idea_is_named_twice_and_every_idea_has_company():
    with pytest.raises(ValueError, match="before"):
        grouped("leave: go\nleave: quit")
    names = [name for theme in load("synonyms")["wider"].values() for name in theme]
    assert len(names) == len(set(names))
    known = load("synonyms")["groups"]
    alone = [
        n for t in load("synonyms")["wider"].values() for n, g in t.items() if len(g) < 2 and n not in known
    ]
    assert alone == []
