"""Are people without a name counted and placed as the text does it?"""

from __future__ import annotations

import pytest

from dateline.brief.language.wording import words
from dateline.brief.people.unnamed import makes_more, plain, read

ROWS = [
    ("an American official", "a U.S. official", "", "the same nation"),
    ("one unnamed official", "an official", "", "one is an"),
    ("a source", "an engineer", "", "anybody is a source"),
    ("officials", "several officials", "", "fewer are counted"),
    ("two officials", "an official", "more", "one became two"),
    ("several sources", "people", "more", "nobody counted them"),
    ("a senior official", "an official", "more", "a rank"),
    ("Pentagon sources", "people", "more", "an office"),
    ("a person", "people", "more", "many became one"),
    ("a Turkish official", "a U.S. official", "other", "another nation"),
    ("an engineer", "an official", "other", "another trade"),
]


def last(text):
    found = words(text)
    return read(found, len(found) - 1)


@pytest.mark.parametrize(("mine", "theirs", "expected", "why"), ROWS, ids=lambda value: str(value)[:20])
def test_more_is_made_of_unnamed_people(mine, theirs, expected, why):
    assert makes_more(last(mine), [last(theirs)]) == expected, why


def test_where_the_text_has_nobody_without_a_name_nothing_is_compared():
    assert makes_more(last("several officials"), []) == ""


def test_one_and_his_colleagues_are_several():
    found = words("an engineer and his colleagues said so")
    assert read(found, 1).number == "several"


def test_a_verb_that_is_cut_short_is_known():
    assert plain(words("acknowledged")[0].stem) == "acknowledge"
