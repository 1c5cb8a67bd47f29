"""Is what a prompt says of its items read, and put to the field that it is about?"""

from __future__ import annotations

import pytest

from dateline.kinds import _forms as forms
from dateline.widgets.prompt_words import explained, prompt_words, read_prompt

SAID = {
    "a": "S1 ¶2 · It rained.",
    "date": "year first",
    "q1": "How many?",
    "q1/b": "Ten.",
    "kind": '"x" or "y"',
}
EXPLAINED = [
    (forms.text("a"), "S1 ¶2 · It rained.", "an item"),
    (forms.one_of("kind", ["x", "y"]), "", "only the choices over again"),
    (forms.text("b"), "", "nothing is said of it"),
]


@pytest.mark.parametrize(("field", "help", "why"), EXPLAINED)
def test_a_field_bears_what_the_prompt_says_of_it(field, help, why):
    assert explained(forms.parts("", [field]), SAID).fields[0].help == help, why


def test_what_is_inside_an_item_is_not_taken_for_another_item():
    form = explained(forms.parts("", [forms.parts("a", [forms.date("date")])]), SAID)
    assert form.fields[0].help
    assert not form.fields[0].fields[0].help
    apart = explained(forms.parts("", [forms.parts("S1", [forms.date("date")])]), SAID)
    assert apart.fields[0].fields[0].help == "year first"


def test_choices_bear_the_words_of_their_question():
    one = explained(forms.one_of("q1", ["a", "b"]), SAID)
    assert one.choices == (("a", "a"), ("b", "b · Ten."))
    order = explained(forms.order_of("happened", ["a"]), SAID)
    assert order.choices == (("a", "a · S1 ¶2 · It rained."),)
    kinds = explained(forms.one_of("status", ["a"]), SAID)
    assert kinds.choices == (("a", "a"),), "a label that is called like an item is none"


def test_code_in_a_prompt_is_not_read():
    assert read_prompt("| a | b |\n|---|---|\n") == {}
    assert prompt_words("4.1") == {} or "```" not in str(prompt_words("4.1"))


def test_a_notebook_that_is_missing_or_broken_costs_only_the_words(tmp_path):
    (tmp_path / "02-broken.ipynb").write_text("{")
    assert prompt_words("2.1", tmp_path)["a"].startswith("S1 ¶14"), "the kit's own notebook helps out"
    assert prompt_words("99.1", tmp_path) == {}
