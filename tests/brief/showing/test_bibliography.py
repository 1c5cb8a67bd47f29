"""Does a bibliography say of each report what the report says of itself, and no more?"""

from __future__ import annotations

import pytest

from dateline.brief.showing.bibliography import entries, entry, spoken_of
from dateline.sources import Source

DATES = [
    # EDTF, what CSL is told, why
    ("2019-10-21", {"date-parts": [[2019, 10, 21]]}, "a day"),
    ("2018-12", {"date-parts": [[2018, 12]]}, "a month stays a month"),
    ("2018", {"date-parts": [[2018]]}, "a year"),
    ("2018-12~", {"date-parts": [[2018, 12]], "circa": True}, "about a month"),
    ("2018-12-05/2018-12-26", {"date-parts": [[2018, 12, 5], [2018, 12, 26]]}, "a span has two ends"),
    ("2018-21", {"date-parts": [[2018, 3, 1], [2018, 5, 31]]}, "a spring is no month"),
    ("", None, "not stated"),
]


@pytest.mark.parametrize(("edtf", "told", "why"), DATES)
def test_a_date_keeps_its_precision(edtf, told, why):
    assert entry(Source("S1", (), date=edtf)).get("issued") == told, why


def test_what_the_report_does_not_state_is_left_out(syria):
    first, second = entries(syria)
    assert "author" not in first
    assert "container-title" not in first
    assert second["author"] == [{"literal": "AP"}]
    assert "Wall Street" not in str(first) + str(second)


def test_a_byline_goes_before_the_agency():
    source = Source("S1", (), byline="Ada Hale", agency="AP", publisher="The Post", title="Town empties")
    assert entry(source)["author"] == [{"literal": "Ada Hale"}]
    assert entry(source)["container-title"] == "The Post"
    assert entry(source)["title"] == "Town empties"


@pytest.mark.parametrize(
    ("source", "told"),
    [
        (Source("S1", (), agency="AP", date="2019"), "AP"),
        (Source("S1", (), publisher="The Post", date="2019"), "The Post"),
        (Source("S1", (), date="2018-12"), "the report of December 2018"),
    ],
)
def test_running_text_can_name_a_source(source, told):
    assert spoken_of(source) == told


def test_an_original_is_not_called_a_teaching_edition():
    assert "genre" not in entry(Source("S1", (), edition="original"))
