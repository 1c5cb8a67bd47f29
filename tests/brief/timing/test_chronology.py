"""Are a sentence's dates those of the cited paragraphs?"""

from __future__ import annotations

from dateline.brief.timing import chronology


def test_a_length_of_hours_is_no_date(read, ground):
    facts = read("The troops had waited for nearly 3 hours.")
    cited = [ground.passages["S2", 10]]
    assert [chronology.judge(mention, facts, cited, ground, False) for mention in facts.dates] == [[]]


def test_two_years_held_against_each_other_are_given_together(read):
    facts = read("It leaves 8,500 fewer people in 2018 than in 2017.")
    assert chronology._are_joined(*facts.dates, facts)
