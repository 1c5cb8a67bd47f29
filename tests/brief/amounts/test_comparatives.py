"""Does a comparison go the way that its paragraph goes?"""

from __future__ import annotations

import pytest

from dateline.brief.amounts.comparatives import comparatives, judge, same_period
from tests.brief.direct import keys, work

TURNED = [
    ("teld-river", "It spent slightly more than in the previous year [@S1, para. 7].", "slightly less"),
    ("tind-airline", "Fuel cost less in 2022 than in the year before [@S1, para. 10].", "more"),
    ("teld-river", "Bills fell by 9 per cent in April [@S2, para. 9].", "they rose by as much"),
    ("orle-registry", "House sales rose by about a quarter [@S1, para. 8].", "they fell by as much"),
]
KEPT = [
    ("teld-river", "It spent slightly less than in the previous year [@S1, para. 7].", "the same way"),
    ("teld-river", "It spent no more than in the previous year [@S1, para. 7].", "a denial goes no way"),
    ("teld-river", "It spent more than in the previous month [@S1, para. 7].", "against another time"),
    ("teld-river", "It spent “more than in the previous year” [@S1, para. 7].", "a quotation"),
    ("teld-river", "Bills rose by 9 per cent in April [@S2, para. 9].", "they rose"),
    ("teld-river", "Bills did not fall by 9 per cent in April [@S2, para. 9].", "a fall is denied"),
    ("teld-river", "Bills fell by 7 per cent in April [@S2, para. 9].", "another figure, seen to elsewhere"),
    ("teld-river", "Bills fell and rose by 9 per cent in April [@S2, para. 9].", "both ways"),
]


@pytest.mark.parametrize(("case", "sentence", "why"), TURNED)
def test_a_comparison_turned_round_is_named(case, sentence, why):
    one = work(case, sentence)
    assert keys(judge(one.facts, one.cited)) == ["negation-added"], why


@pytest.mark.parametrize(("case", "sentence", "why"), KEPT)
def test_a_comparison_that_turns_nothing_is_let_stand(case, sentence, why):
    one = work(case, sentence)
    assert judge(one.facts, one.cited) == [], why


@pytest.mark.parametrize(
    ("text", "found", "why"),
    [
        ("Fewer came than in the week before.", [("down", "week")], "a plain one"),
        ("It was higher than the previous season.", [("up", "season")], "an adjective"),
        ("It took more than 40 in the year before.", [], "a bound of a figure"),
        ("They came, more than once, and in the year before.", [], "another clause"),
        ("It cost more than in Iraq.", [], "no time before"),
    ],
)
def test_comparisons_with_a_time_before_are_read(read, text, found, why):
    assert [(each.way, each.against) for each in comparatives(read(text))] == found, why


@pytest.mark.parametrize(
    ("surface", "text", "expected", "why"),
    [
        ("the previous year", "less than the year before", True, "in other words"),
        ("the month before", "less than the year before", False, "another length"),
        ("the previous year", "less than in 2018", False, "the text has a date"),
        ("2018", "less than the year before", False, "the brief has a date"),
    ],
)
def test_a_time_before_in_other_words(surface, text, expected, why):
    assert same_period(surface, text) is expected, why
