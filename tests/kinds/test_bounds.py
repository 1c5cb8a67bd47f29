"""Does the kind `bounds` accept every fair limit and name the rule that a wrong one breaks?"""

import pytest

from dateline import open_case
from dateline.kinds import bounds

ASKED = bounds.Arguments.model_validate(
    {
        "names": {
            "fewer": {"lower": "900..1000", "upper": "open", "hedge": True, "about": "F30", "where": "F30"},
            "share": {
                "lower": "45..50",
                "upper": ["open", 100],
                "hedge": True,
                "about": "F30",
                "unit": "percent",
                "change": ["F07", "F30"],
            },
            "left": {"lower": "600..700", "upper": "800..900", "point": "sum-forced"},
            "days": {"value": 294, "unit": "days", "wrong": {"300": "unit-missing"}},
            "verdict": {
                "choices": ["adds up", "does not add up", "cannot tell"],
                "right": ["adds up"],
                "wrong": {"does not add up": "sum-forced"},
            },
        }
    }
)
GOOD = {
    "fewer": {"lower": 1000, "upper": None, "hedge": "more than about"},
    "share": {"lower": 50, "upper": None, "hedge": "about half or more"},
    "left": {"lower": 600, "upper": 900},
    "days": 294,
    "verdict": "adds up",
}


@pytest.fixture(scope="module")
def case():
    return open_case("syria-withdrawal")


def marked(case, **changed):
    return bounds.mark({**GOOD, **changed}, case, ASKED, {})


def lower(value, upper=None, hedge="more than about"):
    return {"lower": value, "upper": upper, "hedge": hedge}


RIGHT = [
    ({}, "the model answer"),
    ({"fewer": lower(900, hedge="more than")}, "worked out to the edge of about, the word is not needed"),
    ({"fewer": lower("1,000", hedge="at least roughly")}, "other words for the same hedge"),
    ({"fewer": lower(950)}, "a band between the edge and the middle"),
    ({"share": lower(0.5)}, "a fraction for a percentage"),
    ({"share": lower("50 %", "100%", "at least about")}, "no more than all can have left"),
    ({"left": [700, 800]}, "a pair in square brackets"),
    ({"left": {"lower": 800, "upper": 700}}, "swapped limits are read the right way round"),
    ({"days": "294 days"}, "the unit written out"),
    ({"verdict": " Adds  up."}, "capitals, spaces and a full stop do not matter"),
]


@pytest.mark.parametrize(("changed", "why"), RIGHT)
def test_a_fair_answer_earns_everything(case, changed, why):
    found = marked(case, **changed)
    assert sum(f.earned for f in found) == pytest.approx(sum(f.possible for f in found)), why
    assert not [f for f in found if f.verdict == "wrong"], why


WRONG = [
    ({"fewer": lower(1000, 1000, "about")}, ["bound-as-value"], "an open bound read as a value, told once"),
    ({"fewer": lower(1000, 1100)}, ["bound-as-value"], "a ceiling that no text sets"),
    ({"fewer": lower(1000, hedge="more than")}, ["hedge-dropped"], "about is lost"),
    ({"fewer": lower(1000, hedge="")}, ["hedge-dropped"], "no hedge on purpose"),
    ({"fewer": lower(None, 1000, "at most")}, ["hedge-reversed"], "number and hedge turned: one slip"),
    ({"fewer": lower(1000, hedge="less than")}, ["hedge-reversed"], "the words turned"),
    ({"fewer": lower(1001)}, ["false-precision"], "finer than the figures behind it"),
    ({"fewer": lower(0)}, ["limit-too-wide"], "a range that holds everything"),
    ({"fewer": lower(1500)}, ["limit-too-tight"], "shuts out what the text allows"),
    ({"share": lower(100)}, ["base-reversed"], "the share of the later number"),
    ({"share": lower(33)}, ["wrong-base"], "the share of both numbers together"),
    ({"left": 700}, ["sum-forced"], "the exercise names the message for a single number"),
    ({"left": {"lower": 700, "upper": None}}, ["limit-left-open"], "the whole limits it"),
    ({"left": {"lower": 200, "upper": 300}}, ["limits-elsewhere"], "the part that was to be taken away"),
    ({"left": {"lower": 1200, "upper": 1300}}, ["limits-elsewhere"], "added instead of taken away"),
    ({"left": {"lower": 0, "upper": 1000}}, ["limit-too-wide"], "over-wide on both sides"),
    ({"days": 293}, ["fence-post"], "one day too few"),
    ({"days": 295}, ["fence-post"], "one day too many"),
    ({"days": 300}, ["unit-missing"], "a number that the exercise names"),
    ({"days": 12}, ["number-not-right"], "any other number"),
    ({"days": "many"}, ["not-a-number"], "a word"),
    ({"days": {"lower": 294, "upper": 324}}, ["not-a-number"], "a range where one number is due"),
    ({"verdict": "does not add up"}, ["sum-forced"], "a label with its own message"),
    ({"verdict": "cannot tell"}, ["choice-not-this"], "a label without one"),
    ({"verdict": "adds up or cannot tell"}, ["choice-one-only"], "two labels, and no nearest one is told"),
    ({"verdict": "ads up"}, ["not-a-choice"], "misspelt"),
]


@pytest.mark.parametrize(("changed", "keys", "why"), WRONG)
def test_a_wrong_part_names_its_rule_and_only_that(case, changed, keys, why):
    found = marked(case, **changed)
    assert [f.key for f in found if f.verdict == "wrong"] == keys, why
    assert sum(f.earned for f in found) < sum(f.possible for f in found), why


def test_open_ends_alone_earn_nothing(case):
    found = bounds.mark({name: {"lower": None, "upper": None} for name in GOOD}, case, ASKED, {})
    assert sum(f.earned for f in found) == 0


@pytest.mark.parametrize("answer", ["all", [], [1, 2], 5, {}, {"other": 1}])
def test_another_shape_is_told_in_words(case, answer):
    found = bounds.mark(answer, case, ASKED, {})
    assert found[-1].key in ("expected-mapping", "empty-answer")


def test_a_row_of_the_key_gives_limits_and_place(case):
    asked = bounds.Arguments.model_validate({"names": {"staying": {"row": "F34"}}})
    assert [f.key for f in bounds.mark({"staying": [200, 300]}, case, asked, {})] == ["part-right"]
    wrong = bounds.mark({"staying": 250}, case, asked, {})
    assert [(f.key, f.place.paragraph) for f in wrong] == [("band-as-point", 12)]


def test_doubts_name_what_does_not_fit(case):
    asked = bounds.Arguments.model_validate(
        {
            "names": {
                "a": {"row": "F99"},
                "b": {"choices": ["yes", "no"], "right": ["maybe"]},
                "c": {"value": 1, "wrong": {"2": "no-such-message"}},
                "d": {},
            }
        }
    )
    found = "\n".join(bounds.doubts(asked, case))
    for piece in ("F99", "'maybe' is not among the labels", "no-such-message", "nothing is asked"):
        assert piece in found
    assert bounds.doubts(ASKED, case) == []


@pytest.mark.parametrize("spec", ["900-1000", "about 5", "", "1..2..3"])
def test_a_limit_that_cannot_be_read_is_refused_when_the_exercise_is_read(spec):
    with pytest.raises(ValueError, match="not a limit"):
        bounds.Arguments.model_validate({"names": {"a": {"lower": spec}}})
