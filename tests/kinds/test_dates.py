"""Are dates compared by the days they allow, and are wrong ones named by what they show?"""

import pytest

from dateline.findings import result_of
from dateline.kinds import dates
from dateline.kinds._dating import is_labelled, told
from tests.kinds.port import port

CASE = port()
ARGUMENTS = dates.Arguments.model_validate(
    {
        "expressions": {
            "storm": "T2",
            "end": "T3",
            "over": {"row": "T4", "also": ["../2020-03-14"]},
            "fifty": "T5",
        }
    }
)
RIGHT = {"storm": "2020-03-08", "end": "2020-03-12", "over": "../2020-03-13", "fifty": "2015"}


def marked(answer):
    return result_of("9.9", "Dates", 4, dates.mark(answer, CASE, ARGUMENTS, {}))


def test_all_right():
    assert marked(RIGHT).status == "right"


@pytest.mark.parametrize(
    ("name", "given", "key", "why"),
    [
        ("storm", {"edtf": "2020-03-08", "reason": "the Sunday before"}, "", "with a reason"),
        ("storm", " 2020-03-08 ", "", "spaces do not count"),
        ("storm", "2020-03-08~", "", "nor does a mark of doubt"),
        ("storm", "2020-03-07 (outside knowledge)", "", "known from elsewhere, and labelled"),
        ("storm", {"edtf": "2020-03-07", "reason": "I looked it up"}, "", "labelled in the reason"),
        ("storm", "2020-03-07", "outside-knowledge-unlabelled", "not labelled"),
        ("storm", "2020-03-15", "wrong-direction", "after the report"),
        ("storm", "2020-03-22", "wrong-direction", "two weeks after it: the key does not list it"),
        ("storm", "2020-03-01", "wrong-week", "the Sunday before"),
        ("storm", "2020-02-23", "wrong-week", "two weeks before"),
        ("storm", "2020-03-09", "other-weekday", "a Monday"),
        ("storm", "2020-03-12", "publication-for-event", "the day of the report"),
        ("storm", "2026-11-18", "anchored-to-today", "years later"),
        ("storm", "2020-03", "date-wider", "the month"),
        ("storm", "202X", "date-too-wide", "the decade"),
        ("storm", "8 March 2020", "date-not-edtf", "written out"),
        ("storm", "Sunday", "not-a-date", "the words of the text"),
        ("storm", "no date", "date-refused", "the text gives one"),
        ("end", "2020-03-13", "", "the other fair count"),
        ("end", "2020-03-12 or 2020-03-13", "", "both"),
        ("end", ["2020-03-12", "2020-03-13"], "", "both, as a list"),
        ("end", "2020-03-14", "fence-post", "a day too many"),
        ("end", "{2020-03-12,2020-03-13}", "one-of-not-all", "all of them instead of one of them"),
        ("over", "../2020-03-14", "", "accepted by the exercise besides"),
        ("over", "2020-03-11", "too-precise", "a day for an open time"),
        ("fifty", "2015-06", "too-precise", "a month that the text does not give"),
        ("fifty", "2010/2019", "date-wider", "a few years"),
        ("fifty", "1915", "date-elsewhere", "another century"),
    ],
)
def test_one_date(name, given, key, why):
    wrong = [f.key for f in marked({**RIGHT, name: given}).findings if f.verdict == "wrong"]
    assert wrong == ([key] if key else []), why


def test_half_points_for_a_true_date_that_is_wider_unlabelled_or_written_out():
    for given in ("2020-03", "2020-03-07", "8 March 2020"):
        assert marked({**RIGHT, "storm": given}).points == 3.5


def test_blank_parts_are_untried_not_wrong():
    result = marked({"storm": "2020-03-08", "end": None, "over": {"edtf": None, "reason": None}})
    assert result.points == 1
    assert sum(f.verdict == "untried" for f in result.findings) == 3


def test_a_form_with_reasons_only_is_untried():
    assert marked({"storm": {"edtf": None, "reason": "said looks back"}}).status == "not tried"


def test_reasons_go_to_a_person_and_cost_nothing():
    result = marked({**RIGHT, "storm": {"edtf": "2020-03-08", "reason": "because"}})
    assert result.status == "right"
    assert [f.verdict for f in result.findings if f.key == "reasons-to-read"] == ["review"]


@pytest.mark.parametrize(
    "cell", [{}, [], [1], [None], True, 0, -1, 1e9, "nan", "[", "]", "..", "/", "X" * 400, {"a": 1}]
)
def test_no_answer_makes_the_check_fail(cell):
    assert marked({"storm": cell}).points == 0


@pytest.mark.parametrize("answer", ["2020", [], {}, ["2020-03-08"], 5, {"hurricane": "2020"}])
def test_a_wrong_shape_says_what_was_expected(answer):
    findings = dates.mark(answer, CASE, ARGUMENTS, {})
    assert findings[0].key in ("expected-mapping", "empty-answer")


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2019-10-18 to 2019-10-22", "2019-10-18/2019-10-22"),
        ("2018-12-05, 2018-12-12", "[2018-12-05,2018-12-12]"),
        ("[2018-12-05, 2018-12-12]", "[2018-12-05,2018-12-12]"),
        ("2019-10-22 or 23", "[2019-10-22,2019-10-23]"),
        ("2019‑10‑22", "2019-10-22"),
        (2018, "2018"),
        ("next week", ""),
        ("", ""),
    ],
)
def test_slips_of_notation_are_forgiven(text, edtf):
    assert told(text).edtf == edtf


@pytest.mark.parametrize(
    ("text", "labelled"),
    [
        ("2018-12-19 (outside knowledge)", True),
        ("Outside knowledge: the paper's archive", True),
        ("from another source", True),
        ("no outside knowledge", False),
        ("without outside knowledge", False),
        ("the text says so", False),
    ],
)
def test_a_label_is_told_from_its_denial(text, labelled):
    assert is_labelled(text) is labelled


def test_doubts_name_what_does_not_fit_the_case():
    bad = {"expressions": {"a": "F1", "b": {"row": "T2", "also": ["soon"]}}}
    found = dates.doubts(dates.Arguments.model_validate(bad), CASE)
    assert len(found) == 2
    assert "'F1'" in found[0]
    assert "'soon'" in found[1]
