"""Are phrases found where a pattern of all of them would find them?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.brief.language.phrases import has_phrase, pattern_of, phrases_in
from dateline.marks import fold

PHRASES = ("i", "no", "no one", "not", "don't", "so-called", "at last", "at", "k", "s")


@pytest.mark.parametrize(
    ("text", "phrases", "found", "why"),
    [
        ("No one left.", PHRASES, ["No one"], "the longer of two that begin together"),
        ("They don’t know", PHRASES, ["don’t"], "a curly apostrophe is an apostrophe"),
        ("at  last", PHRASES, ["at  last"], "any run of spaces"),
        ("nothing, at-last, unknown", PHRASES, [], "no part of a word"),
        ("cannot do", ("can", "not", "cannot"), ["cannot"], "whole words"),
        ("about 5% more", ("% more",), [], "no phrase begins inside a word"),
        ("about 5 % more", ("% more",), ["% more"], "a phrase that begins with no letter"),
        ("Élysée said", ("élysée",), ["Élysée"], "letters with accents"),
        ("no \u212a here", PHRASES, ["no", "\u212a"], "a sign that a pattern takes for a letter"),
        ("It is so.", (), [], "no phrases"),
    ],
)
def test_a_phrase_is_found(text, phrases, found, why):
    spans = [match.span() for match in phrases_in(text, phrases)]
    assert [text[a:b] for a, b in spans] == found, why
    first = has_phrase(text, phrases)
    assert (first.span() if first else None) == (spans[0] if spans else None)


@given(
    st.lists(st.sampled_from([*PHRASES, " ", "-", "’", ",", "i", "ı", "İ", "ſ", "K", "one", "\n"])).map(
        "".join
    )
)
def test_looking_at_first_words_alone_misses_nothing(text):
    found = [match.span() for match in phrases_in(text, PHRASES)]
    assert found == [match.span() for match in pattern_of(PHRASES).finditer(fold(text))]
