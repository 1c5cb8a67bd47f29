"""Does each kind of planted error change one thing, so that what is wrong can be named?"""

from __future__ import annotations

import pytest

from dateline.drafting.drafts import draft_of
from dateline.drafting.planting import KINDS
from dateline.drafting.reports import read_reports
from tests.drafting.marked import plain_files


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    return draft_of("new", read_reports(plain_files("wire", tmp_path_factory.mktemp("wire")))).case


@pytest.mark.parametrize(
    ("kind", "core"),
    [
        ("hedge dropped", "2,600"),
        ("date too precise", "on 7 February 2015"),
        ("plan told as done", "has met"),
        ("wider scope", "all of"),
        ("number changed", "About 1,600 soldiers"),
        ("cause not in the text", "As a result"),
    ],
)
def test_an_error_is_made_from_what_the_report_says(case, kind, core):
    made = [one for row in case.key.rows("claims") for one in KINDS[kind](case, row)]
    assert core in [one.core for one in made]
    for one in made:
        assert one.core in one.text
        assert one.text not in [row.statement for row in case.key.rows("claims")], "nothing is wrong in it"


def test_another_speaker_is_somebody_of_the_case(case):
    names = {party.name for party in case.people.values()}
    made = [one for row in case.key.rows("claims") for one in KINDS["wrong speaker"](case, row)]
    assert made
    assert {one.core for one in made} <= names
