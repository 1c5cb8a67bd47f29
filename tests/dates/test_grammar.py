"""Are the rules in the lexicon sound, and does the longest one win?"""

import pytest

from dateline import lexicon
from dateline.dates import guards, makers, makers_counted
from dateline.dates.expressions import Exact, Yearless
from dateline.dates.grammar import begin_at, names_at, rules_by_word
from dateline.dates.tokens import Tokens


@pytest.mark.parametrize("entry", lexicon.load("date_rules"), ids=lambda entry: entry["pattern"][:60])
def test_every_rule_names_a_maker_and_a_guard_that_exist(entry):
    assert set(entry) <= {"make", "starts", "guard", "pattern"}
    assert callable(getattr(makers, entry["make"], None) or getattr(makers_counted, entry["make"], None))
    assert "guard" not in entry or callable(getattr(guards, entry["guard"]))


def test_every_rule_compiles_though_it_is_compiled_only_when_tried():
    rules = {id(rule): rule for rules in rules_by_word().values() for rule in rules}.values()
    assert len(rules) == len(lexicon.load("date_rules"))
    assert all(rule.pattern.match("no date at all") is None for rule in rules)


def test_no_name_is_used_by_both_modules_of_makers():
    names = {entry["make"] for entry in lexicon.load("date_rules")}
    assert not [n for n in names if hasattr(makers, n) and hasattr(makers_counted, n)]


def test_rules_are_found_by_their_first_word():
    assert {"#", "monday", "sept", "last", "earlier"} <= set(rules_by_word())


@pytest.mark.parametrize(
    ("text", "surface", "expression"),
    [
        ("19 December 2018", "19 December 2018", Exact("2018-12-19")),
        ("19 December", "19 December", Yearless(month=12, day=19)),
        ("31 June 2018", "31 June 2018", None),  # the shape of a date, but no such day
    ],
)
def test_the_longest_rule_wins(text, surface, expression):
    found = begin_at(Tokens(text), 0)
    assert text[found.start : found.end] == surface
    assert found.expression == expression


def test_a_name_is_passed_over():
    assert names_at(Tokens("Super Tuesday"), 0) == 13
    assert names_at(Tokens("Tuesday"), 0) is None
