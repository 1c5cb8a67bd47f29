"""Does the kind `grades` mark source and item apart, and keep the 1 for what is confirmed?"""

import pytest

from dateline import open_case
from dateline.kinds import grades

ABOUT = grades.Arguments.model_validate(
    {
        "items": {
            "a": {"row": "C47", "source": ["A", "B"], "information": [2, 3]},
            "b": {"row": "C17", "source": ["B", "F"], "information": [1, 2], "confirmed": "yes"},
            "c": {"source": ["D"], "information": [6]},
        }
    }
)
GOOD = {
    "a": {"source": "B", "information": 2},
    "b": {"source": "F", "information": 1},
    "c": {"source": "D", "information": 6},
}


@pytest.fixture(scope="module")
def case():
    return open_case("syria-withdrawal")


GRADES = [
    ("a", "B3", [], "both grades in one text"),
    ("a", ["a", "2"], [], "a pair, a small letter, a number as text"),
    ("a", {"source": "A", "information": 3.0}, [], "a number with a point"),
    ("a", {"source": "A", "information": 1}, ["good-source-true-item"], "nobody confirms it"),
    ("a", {"source": "D", "information": 2}, ["grade-too-poor"], "a poor letter without a reason"),
    ("a", {"source": "F", "information": 2}, ["grade-can-be-judged"], "the text tells of the source"),
    ("a", {"source": "A", "information": 4}, ["grade-too-poor"], "doubted without a reason"),
    ("b", {"source": "A", "information": 2}, ["grade-too-good"], "an unnamed publisher"),
    ("c", {"source": "D", "information": 3}, ["cannot-tell-refused"], "nothing to hold it against"),
    ("a", {"source": "G", "information": 2}, ["not-a-choice"], "no such letter"),
    ("a", {"source": ["A", "B"], "information": 2}, ["not-a-choice"], "two letters"),
    ("a", {"source": 2, "information": "B"}, ["not-a-choice", "not-a-choice"], "the two changed places"),
]


@pytest.mark.parametrize(("item", "grade", "keys", "why"), GRADES)
def test_each_grade_is_judged_by_itself(case, item, grade, keys, why):
    found = grades.mark({**GOOD, item: grade}, case, ABOUT, {})
    assert [f.key for f in found if f.verdict == "wrong"] == keys, why
    assert sum(f.earned for f in found) == 6 - len(keys)


def test_numbers_that_repeat_their_letters_get_a_note_and_keep_their_points(case):
    found = grades.mark({"a": "B2", "b": "B2", "c": "D4"}, case, ABOUT, {})
    assert [f.key for f in found if f.verdict == "note"] == ["grades-in-step"]
    assert sum(f.earned for f in found) == 5


def test_a_missing_grade_is_untried(case):
    found = grades.mark({**GOOD, "a": "B"}, case, ABOUT, {})
    assert [f.part for f in found if f.verdict == "untried"] == ["a, information"]


def test_doubts_keep_a_one_for_what_is_confirmed(case):
    about = grades.Arguments.model_validate(
        {
            "items": {
                "a": {"source": ["A"], "information": [1]},
                "b": {"source": ["Z"], "information": [9], "row": "F0"},
            }
        }
    )
    found = "\n".join(grades.doubts(about, case))
    for piece in ("a 1 needs", "'Z' is no letter", "'9' is no number", "'F0'"):
        assert piece in found
    assert grades.doubts(ABOUT, case) == []
