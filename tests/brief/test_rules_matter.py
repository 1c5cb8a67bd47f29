"""Does every rule of the brief checker matter: is something judged otherwise when it finds nothing?

`python -m tests.brief.removing` prints the rules that no text needs; there may be none.
"""

from __future__ import annotations

import pytest

from tests.brief.removing import changed_by, outcome, removed, texts, trace
from tests.brief.rules_found import keys_named, rules

RULES = {rule.name: rule for rule in rules()}


@pytest.mark.parametrize("name", RULES)
def test_some_text_needs_the_rule(name):
    assert changed_by(RULES[name]), "no text of tests/brief needs this rule: add a row, or take the rule out"


def test_every_key_that_the_checker_names_is_given_by_some_text():
    told = {key for sentences, _ in trace().outcomes for _, keys, *_ in sentences for key in keys}
    told |= {key for _, page in trace().outcomes for key in page}
    assert keys_named() - told == set()


def test_a_rule_is_back_in_its_place_after_it_was_removed():
    rule = next(rule for rule in RULES.values() if "sequence-as-cause" in rule.keys)
    text = changed_by(rule)
    at = texts().index(text)
    with removed(rule):
        assert outcome(text) != trace().outcomes[at]
    assert outcome(text) == trace().outcomes[at]
