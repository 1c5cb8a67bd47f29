"""Is what a paragraph says of each of its figures told from what it says of the others?"""

from __future__ import annotations

from dateline.brief.amounts.fields import field


def test_what_it_stands_for_is_told_of_the_figure_as_well(read):
    facts = read("The fence is to cover 190 kilometres of it. In places it will be 5 metres high.")
    assert "/fence" in field(facts, facts.figures[-1]) or "fenc" in field(facts, facts.figures[-1])
