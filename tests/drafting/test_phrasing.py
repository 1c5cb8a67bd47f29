"""Do phrases of a word list become the expression that they describe?"""

from __future__ import annotations

import pytest

from dateline.drafting.phrasing import any_of, filled, lists_of

RULES = {"words": {"unit": "day|week", "length": r"\d+ {unit}s?"}, "behind": {"denied": "no|not"}}


def test_a_list_may_name_one_that_stands_before_it():
    assert filled("{length}", lists_of(RULES)) == r"(?:\d+ (?:day|week)s?)"


def test_a_repetition_is_no_name_of_a_list():
    assert filled("x{0,3}", lists_of(RULES)) == "x{0,3}"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("after 3 weeks", ["3 weeks"]),
        ("not long ago", []),  # behind a denial
        ("so long ago", ["long"]),
        ("week-long", []),  # part of a word
    ],
)
def test_any_of_the_phrases_is_found_as_whole_words(text, found):
    pattern = any_of("# a remark\n{length}\n{!denied}long", lists_of(RULES))
    assert [match[0] for match in pattern.finditer(text)] == found
