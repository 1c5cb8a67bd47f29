"""Is a set of possible days marked as a set, and is one day alone seen as a guess?"""

import pytest

from dateline import open_case
from dateline.findings import result_of
from dateline.kinds import candidates
from tests.kinds.port import port

CASE = open_case("syria-withdrawal")
ALL = ["2018-12-05", "2018-12-12", "2018-12-19", "2018-12-26"]


def marked(**answer):
    arguments = candidates.Arguments(row="T03")
    return result_of("9.9", "Which day?", 4, candidates.mark(answer, CASE, arguments, {}))


@pytest.mark.parametrize(
    ("days", "points", "why"),
    [
        (ALL, 3, "all four"),
        (ALL[1:], 3, "without the strained one, as the key accepts"),
        ("[2018-12-05,2018-12-12,2018-12-19,2018-12-26]", 3, "as one EDTF set"),
        ([5, 12, 19, 26], 3, "as days of the month"),
        (["5 December", "12 December", "19 December", "26 December"], 3, "written out"),
        ([*ALL, *ALL], 3, "each twice"),
        (ALL[:2], 1.5, "half of them"),
        ([*ALL, "2018-12-20"], 2.2, "one too many costs one"),
        (list(range(1, 32)), 0, "every day of the month"),
        (["2018-12-12"], 0, "a guess"),
        (["2018-12-19"], 0, "a guess, or outside knowledge"),
        ("2018-12", 0, "the month names no day"),
        (["one of them"], 0, "no day at all"),
    ],
)
def test_days(days, points, why):
    assert marked(candidates=days).points == points, why


@pytest.mark.parametrize(
    ("days", "key"),
    [
        (["2018-12-26"], "too-precise"),
        (["2018-12-19"], "outside-knowledge-unlabelled"),
        (["2018-12-19 (outside knowledge)"], "outside-in-candidates"),
        (["2018-11-28", *ALL], "wrong-week"),
        (["2018-12-06", "2018-12-13"], "other-weekday"),
        (["2018-12-05", "2018-12-13"], "other-weekday"),
        (["2024-12-04"], "anchored-to-today"),
        (ALL[:3], "candidates-missing"),
        ("2018-12", "name-the-days"),
    ],
)
def test_what_a_wrong_set_shows(days, key):
    assert [f.key for f in marked(candidates=days).findings if f.part == "candidates"] == [key]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("The date of publication.", "settles-right"),
        ("an archive copy of the NEWSPAPER", "settles-right"),
        ("the day on which it was printed", "settles-right"),
        ("ask a friend", "settles-to-read"),
        ("bananas", "settles-unclear"),
        ("19", "settles-unclear"),
        ("", "part-untried"),
        ("I don't know.", "part-untried"),
        (None, "part-untried"),
    ],
)
def test_what_would_settle_it(text, key):
    assert [f.key for f in marked(candidates=ALL, settles=text).findings if f.part == "settles"] == [key]


def test_words_that_are_not_known_cost_nothing():
    assert marked(candidates=ALL, settles="ask a friend").status == "right"


@pytest.mark.parametrize(
    ("outside", "keys"),
    [
        ("2018-12-19", ["outside-kept-apart"]),
        ("2018-12-11", ["outside-date-not-known"]),
        (None, []),
        ("none", []),
    ],
)
def test_outside_knowledge_is_noted_and_never_marked(outside, keys):
    result = marked(candidates=ALL, settles="the date of issue", outside=outside)
    assert result.status == "right"
    assert [f.key for f in result.findings if f.verdict == "note"] == keys


@pytest.mark.parametrize(
    "value", [{}, {"a": 1}, True, -3, 45, [[]], [{}], "x" * 300, "[", ["2018-12-05", None]]
)
def test_no_answer_makes_the_check_fail(value):
    assert marked(candidates=value, settles=value, outside=value).findings


def test_doubts_name_what_does_not_fit_the_case():
    assert candidates.doubts(candidates.Arguments(row="F1"), port())
    assert candidates.doubts(candidates.Arguments(row="T2"), port()) == [
        "row: T2 is not a set of several days"
    ]
    assert not candidates.doubts(candidates.Arguments(row="T03"), CASE)
