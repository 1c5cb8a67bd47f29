"""Has every kind of check a form, with labels in plain words and each name once?"""

from __future__ import annotations

import pytest

from dateline import kinds
from dateline.kinds import _forms as forms


@pytest.mark.parametrize("name", kinds.names())
def test_every_kind_says_what_its_answer_looks_like(name):
    assert callable(getattr(kinds.load(name), "form", None))


LABELS = [
    ("a", "a", "an id stays as the prompt has it"),
    ("q1", "q1", "so does this"),
    ("S1", "S1", "and a report"),
    ("dateline_place", "Dateline place", "a name becomes words"),
    ("people familiar", "People familiar", "words begin with a capital"),
    ("Erdogan in S1", "Erdogan in S1", "names keep theirs"),
    ("upper", "Upper limit", "messages say more where there is more to say"),
    ("", "", "a row has no name"),
]


@pytest.mark.parametrize(("name", "label", "why"), LABELS)
def test_a_field_is_labelled_in_plain_words(name, label, why):
    assert forms.label_of(name) == label, why


def test_a_form_is_plain_data_for_the_page():
    told = forms.parts(
        "",
        [
            forms.one_of(
                "kind",
                ["x"],
            ),
            forms.list_of("days", forms.date("", "no date")),
        ],
    ).as_dict()
    assert told["fields"][0]["choices"] == (("x", "x"),)
    assert told["fields"][1]["fields"][0]["besides"] == ("no date",)
