"""Are dates counted from a report, or from the date before, worked out to the day that they mean?"""

from __future__ import annotations

import pytest

from dateline.brief.language.anchoring import read

CASES = [
    # issued, text, EDTF of each date, why
    ("2019-10-21", "Three days before the report they met.", ["2019-10-18"], "counted back"),
    ("2019-10-21", "On the Friday before the report came out they met.", ["2019-10-18"], "before it"),
    ("2019-10-21", "On the Monday of the week of the report he spoke.", ["2019-10-21"], "in its week"),
    ("2019-10-21", "In the month of the report they met.", ["2019-10"], "its month"),
    ("2019-10-21", "On the day of publication they met.", ["2019-10-21"], "its day"),
    ("2019-10-21", "The report says so.", [], "no date"),
    ("2018", "One of the Fridays of February 2018", ["[2018-02-02,2018-02-09,2018-02-16,2018-02-23]"], ""),
    ("2017-03", "on a Friday in late February or in March", None, "two spans, one weekday"),
    ("2019-10-21", "On Saturday the 19th they left.", ["2019-10-19"], "the number of a day"),
    ("2019-10-21", "in early October 2019", ["2019-10-01/2019-10-16"], "a part of a month"),
    ("2019-10-21", "in late 2018", ["2018-07-01/2018-12-31"], "a part of a year"),
    ("2019-10-21", "in mid-October 2019", ["2019-10-07/2019-10-24"], "a hyphen"),
    ("2019-10-21", "They left on or before 9 October 2019.", ["../2019-10-09"], "at the latest"),
    ("2019-10-21", "They left on 9 October 2019 or later.", ["2019-10-09/.."], "at the earliest"),
]  # fmt: skip


@pytest.mark.parametrize(("issued", "text", "expected", "why"), CASES)
def test_a_date_is_worked_out(issued, text, expected, why):
    found = read(text, [issued])
    if expected is None:
        assert len(found) == 1, why
        assert found[0].edtf.startswith("[2017-02-03,"), why
        assert found[0].edtf.endswith(",2017-03-31]"), why
    else:
        assert [mention.edtf for mention in found] == expected, why


def test_a_date_keeps_its_place_in_the_text():
    text = "Late, three days before the report came out, and on 9 October 2019 again."
    assert [text[m.start : m.end] for m in read(text, ["2019-10-21"])] == [
        "three days before the report came out",
        "9 October 2019",
    ]


def test_the_date_just_given_is_one_to_count_from():
    assert [m.edtf for m in read("Two days later they met.", ["2019-10-21"], "2019-05-01")] == ["2019-05-03"]


def test_the_first_and_the_second_report_have_their_own_dates():
    issued = ["2018-12", "2019-10-21"]
    assert [m.edtf for m in read("Two days before the second report", issued)] == ["2019-10-19"]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Those who had not signed were given until 30 November 2021.", "../2021-11-30"),
        ("It will not open until 30 November 2021.", "2021-11-30/.."),
        ("No line will be closed before 30 November 2021.", "2021-11-30/.."),
    ],
)
def test_a_date_is_turned_by_its_own_verb_alone(text, edtf):
    assert [m.edtf for m in read(text, ["2021-10"])] == [edtf]
