"""Is a label told whatever its form, its order or the small words around it, and never by half of it?"""

import pytest

from dateline.kinds._label_words import held_in, label_of

VERDICTS = ["agree", "changed", "conflict", "not comparable", "cannot tell"]
PAIRS = ["yes", "other population", "other scope", "flow against stock"]
STEPS = ["planned", "ordered", "under way", "done"]
SUMS = ["adds up", "does not add up", "cannot tell"]

MEANT = [
    ("They agree.", VERDICTS, "agree", "a pronoun and another form of the verb"),
    ("conflicting", VERDICTS, "conflict", "another form"),
    ("has changed", VERDICTS, "changed", "another tense"),
    ("cannot say", VERDICTS, "cannot tell", "another word for it"),
    ("Can not tell", VERDICTS, "cannot tell", "two words"),
    ("they aren't comparable", VERDICTS, "not comparable", "a short form of not"),
    ("changed (2018, then 2019)", VERDICTS, "changed", "a reason in brackets"),
    ("not comparable, because one is in Iraq", VERDICTS, "not comparable", "a reason in words"),
    ("cannot be compared", VERDICTS, "not comparable", "the same in a verb"),
    ("not yet done", ["done", "not done"], "not done", "a not with a word beside it"),
    ("different population", PAIRS, "other population", "another word for other"),
    ("stock vs. flow", PAIRS, "flow against stock", "either side may come first"),
    ("it adds up", SUMS, "adds up", "a short sentence"),
    ("they don't add up", SUMS, "does not add up", "a short sentence with not"),
    ("still under way", STEPS, "under way", "a word beside it"),
    ("ordered by the president", STEPS, "ordered", "a few words behind it"),
    ("a plan only", STEPS, "planned", "another form and a word beside it"),
]
NOT_MEANT = [
    ("they do not agree", VERDICTS, "a not turns it round"),
    ("no conflict", VERDICTS, "a no turns it round too"),
    ("not more than one", ["one source", "more than one"], "nor is the opposite taken for the label"),
    ("agree, changed", VERDICTS, "two labels"),
    ("changed (or conflict)", VERDICTS, "a second label in the brackets"),
    ("population", PAIRS, "half a label"),
    ("comparable", VERDICTS, "the opposite of a label"),
    ("something else", VERDICTS, "no label"),
    ("almost done", STEPS, "a word that takes part of it back"),
    ("to be ordered", STEPS, "a word that puts it off"),
    ("planned or ordered", STEPS, "a choice between two"),
    ("x " * 300, VERDICTS, "too long to be a label"),
    (["agree"], VERDICTS, "a list"),
]


@pytest.mark.parametrize(("told", "labels", "label", "why"), MEANT)
def test_a_label_is_told_in_other_words(told, labels, label, why):
    assert label_of(told, labels) == label, why


@pytest.mark.parametrize(("told", "labels", "why"), NOT_MEANT)
def test_no_label_is_read_into_other_words(told, labels, why):
    assert label_of(told, labels) is None, why


HELD = [
    ("agree, changed and cannot tell", VERDICTS, ["agree", "changed", "cannot tell"], "a list of labels"),
    ("does not add up", SUMS, ["does not add up"], "the longer label holds the shorter one"),
    ("something else", VERDICTS, [], "none"),
]


@pytest.mark.parametrize(("text", "labels", "found", "why"), HELD)
def test_labels_are_found_in_a_text(text, labels, found, why):
    assert held_in(text, labels) == found, why
