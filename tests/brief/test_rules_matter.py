"""Does every rule of the brief checker matter: is something judged otherwise when it finds nothing?

`unproved.txt` names the judgements for which no text is known yet. It may only grow shorter:
`python -m tests.brief.removing` prints what would stand in it now.
"""

from __future__ import annotations

import pytest

from tests.brief.conftest import HERE
from tests.brief.removing import changed_by, outcome, removed, texts, trace
from tests.brief.rules_found import keys_named, rules

RULES = {rule.name: rule for rule in rules()}
UNPROVED = {
    line for line in (HERE / "unproved.txt").read_text("utf-8").splitlines() if line[:1] not in ("", "#")
}


@pytest.mark.parametrize("name", [name for name in RULES if name not in UNPROVED])
def test_some_text_needs_the_rule(name):
    assert changed_by(RULES[name]), "no text of tests/brief needs this rule: add a row, or take the rule out"


def test_what_is_unproved_is_a_rule():
    assert UNPROVED - set(RULES) == set()


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
