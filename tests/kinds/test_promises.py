"""Does the kind `promises` keep apart how a thing was put, by when, and what became of it?"""

import pytest

from dateline import open_case
from dateline.kinds import promises

ABOUT = promises.Arguments.model_validate(
    {
        "columns": {
            "promised": ["vow", "threat", "outcome"],
            "deadline": [],
            "state": ["done", "not done", "a lie"],
        },
        "items": {
            "a": {
                "row": "C28",
                "promised": {"right": ["vow"]},
                "deadline": {"right": ["matter of months"], "row": "T13"},
                "state": {"right": ["not done"]},
            },
            "b": {
                "row": "C38",
                "promised": {"right": ["threat"]},
                "deadline": {"right": ["within days"], "wrong": {"years": "too-precise"}},
                "state": {"right": ["not done"], "wrong": {"done": "sequence-as-cause"}},
            },
        },
        "wrong": {"outcome": "plan-as-outcome", "a lie": "promise-missed-as-lie", "done": "plan-as-outcome"},
    }
)
GOOD = {
    "a": {"promised": "vow", "deadline": "in a matter of months", "state": "not done"},
    "b": {"promised": "threat", "deadline": "within days", "state": "not done"},
}


@pytest.fixture(scope="module")
def case():
    return open_case("syria-withdrawal")


def with_cell(item, column, value):
    return {**GOOD, item: {**GOOD[item], column: value}}


CELLS = [
    ("a", "deadline", "A matter of months.", [], "the words, cut and written otherwise"),
    ("a", "deadline", "2018/2019", [], "a date that the key accepts for these words"),
    ("a", "deadline", "2018-12", ["publication-for-event"], "a wrong date that the key names"),
    ("a", "deadline", "2018-12-31", ["too-precise"], "a day, where no day is given"),
    ("a", "deadline", "very soon", ["words-not-these"], "words of another statement"),
    ("a", "deadline", "within days or in a matter of months", ["words-not-these"], "both, so none is chosen"),
    (
        "a",
        "deadline",
        "he said it would all happen surely in a matter of months or so he hoped",
        ["words-not-these"],
        "the phrase lost in a long sentence",
    ),
    ("b", "deadline", "some years", ["too-precise"], "words that the exercise names"),
    ("b", "deadline", 3, ["expected-text"], "a number where words are due"),
    ("a", "promised", "outcome", ["plan-as-outcome"], "the message for every item"),
    ("a", "state", "a lie", ["promise-missed-as-lie"], "not kept is not a lie"),
    ("b", "state", "done", ["sequence-as-cause"], "the message of the item goes before the general one"),
    ("b", "promised", "promise", ["not-a-choice"], "a word that is not offered"),
]


@pytest.mark.parametrize(("item", "column", "value", "keys", "why"), CELLS)
def test_a_cell_is_judged_by_itself(case, item, column, value, keys, why):
    found = promises.mark(with_cell(item, column, value), case, ABOUT, {})
    assert [f.key for f in found if f.verdict == "wrong"] == keys, why
    assert sum(f.possible for f in found) == 6
    assert sum(f.earned for f in found) == 6 - len(keys)


def test_rows_are_the_same_answer_as_a_dict(case):
    rows = [{"item": name, **cells} for name, cells in GOOD.items()]
    assert promises.mark(rows, case, ABOUT, {}) == promises.mark(GOOD, case, ABOUT, {})


def test_a_blank_cell_and_a_blank_item_are_untried(case):
    found = promises.mark({"a": {**GOOD["a"], "state": None}}, case, ABOUT, {})
    assert [(f.part, f.possible) for f in found if f.verdict == "untried"] == [("a, state", 1), ("b", 3)]


@pytest.mark.parametrize("answer", ["vow", [], {}, 7, {"z": 1}])
def test_another_shape_is_told_in_words(case, answer):
    assert promises.mark(answer, case, ABOUT, {})[-1].key in ("expected-mapping", "empty-answer")


def test_doubts_name_what_does_not_fit(case):
    about = promises.Arguments.model_validate(
        {
            "columns": {"promised": ["vow", "threat"], "deadline": []},
            "items": {"a": {"row": "C999", "promised": {"right": ["hope"]}, "deadline": {}}, "b": {}},
        }
    )
    found = "\n".join(promises.doubts(about, case))
    for piece in (
        "C999",
        "'hope' is not among the labels",
        "deadline: nothing is right",
        "no cell 'promised'",
    ):
        assert piece in found
    assert promises.doubts(ABOUT, case) == []
