"""Does a set of ids earn what it deserves, and nothing for picking everything?"""

import pytest

from dateline import open_case
from dateline.findings import result_of
from dateline.kinds import pick

OPTIONS = {
    "a": {"right": "yes"},
    "b": {"right": "yes"},
    "c": {"right": "no", "wrong": "idiom-counted", "why": "It counts nothing."},
    "d": {"right": "no", "why": "It is a count of ships."},
    "e": {"right": "no"},
}


def marked(answer, options=OPTIONS):
    arguments = pick.Arguments.model_validate({"options": options, "of": "letters"})
    return result_of("9.9", "Pick", 3, pick.mark(answer, open_case("syria-withdrawal"), arguments, {}))


@pytest.mark.parametrize(
    ("answer", "status", "points", "why"),
    [
        (["a", "b"], "right", 3, "both and no more"),
        (["b", "a", "a"], "right", 3, "order and repeats do not matter"),
        (["A", " b "], "right", 3, "nor do letter case and spaces"),
        (["a, b"], "right", 3, "two ids in one text are two ids"),
        (["a"], "partly", 1.5, "one of two"),
        (["a", "b", "d"], "partly", 1.5, "a wrong pick costs what a right one earns"),
        (["a", "b", "c", "d", "e"], "not yet", 0, "picking everything earns nothing"),
        (["c"], "not yet", 0, "only a wrong one"),
        (["x"], "not yet", 0, "only an id that is not on offer"),
        ([None], "not tried", 0, "nothing in the list yet"),
        ([], "not yet", 0, "an empty list is an answer of the wrong shape"),
        ("the first two", "not yet", 0, "a text is no list"),
        ({"a": True}, "not yet", 0, "nor is a dict"),
    ],
)
def test_points(answer, status, points, why):
    result = marked(answer)
    assert (result.status, result.points) == (status, points), why


def test_picking_everything_earns_nothing_when_most_are_right():
    options = {**{letter: {"right": "yes"} for letter in "abcd"}, "e": {"right": "no"}}
    assert marked(list("abcde"), options).points == 0


def test_a_wrong_pick_names_its_misconception_and_says_why():
    result = marked(["a", "b", "c"])
    assert result.misconceptions == ["idiom-counted"]
    assert "It counts nothing." in str(result)


def test_what_is_missing_is_counted_but_not_named():
    text = str(marked(["a"]))
    assert "how many: 1" in text
    assert "“b”" not in text


def test_doubts_name_what_does_not_fit_the_case():
    bad = {"a": {"right": "yes", "row": "Z99", "wrong": "no-such-key"}}
    arguments = pick.Arguments.model_validate({"options": bad})
    found = pick.doubts(arguments, open_case("syria-withdrawal"))
    assert [reason for reason in found if "Z99" in reason]
    assert [reason for reason in found if "no-such-key" in reason]
    assert "options: none is wrong" in found
