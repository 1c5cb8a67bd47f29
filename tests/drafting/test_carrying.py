"""Does what a draft took from a fact follow it, and what a teacher wrote stay?"""

from __future__ import annotations

import pytest

from dateline.cases.key_files import KeyFiles
from dateline.cases.load import load
from dateline.drafting.carrying import carried
from tests.drafted import put_draft


@pytest.fixture
def case(tmp_path):
    return load(put_draft(tmp_path))


def change(case, id, mine=None, **cells):
    """Return the files before and after a fact is changed; `mine` are cells changed before, by row."""
    before = KeyFiles.read(case.folder / "key")
    for row, told in (mine or {}).items():
        before = before.with_cells(row, told)
    return before, carried(case, before, before.with_cells(id, cells), id)


def origin(files, field):
    return next(row for row in files.tables["sources"].rows if (row["source"], row["field"]) == ("S1", field))


def test_the_rights_of_the_case_are_those_of_its_reports_until_they_are_said(case):
    told = {"sources.S2": {"rights": "theirs"}}
    _, after = change(case, "rights", told, value="mine", note="")
    rows = [after.facts.row(f"sources.{id}") for id in ("S1", "S2")]
    assert [row["rights"] for row in rows] == ["mine", "theirs"]
    assert {row["note"] for row in rows} == {"to confirm"}, "nobody has looked at these yet"


def test_who_published_a_report_is_told_to_its_origin_too(case):
    before, after = change(case, "sources.S1", publisher="The Echo", byline="Ana Orr")
    assert (origin(after, "publisher")["value"], origin(after, "author")["value"]) == ("The Echo", "Ana Orr")
    assert (origin(before, "publisher")["accepted"], origin(after, "publisher")["accepted"])[1] == ""
    assert origin(after, "title") == origin(before, "title")


def test_an_origin_that_a_teacher_has_written_stays(case):
    id = origin(KeyFiles.read(case.folder / "key"), "publisher")["id"]
    _, after = change(case, "sources.S1", {id: {"value": "A weekly"}}, publisher="The Echo")
    assert origin(after, "publisher")["value"] == "A weekly"


def test_dates_that_were_counted_from_the_date_of_a_report_are_counted_again(case):
    before, after = change(case, "sources.S1", date="2018-03")
    stamps = [next(r for r in files.tables["dates"].rows if not r["anchor"]) for files in (before, after)]
    assert [row["edtf"] for row in stamps] == ["2017-03", "2018-03"]
    assert stamps[1]["note"] == "to confirm: read again, since the report is now of 2018-03"
    assert (origin(after, "date")["value"], origin(after, "precision")["value"]) == ("2018-03", "month")
    figures = [row for row in after.tables["figures"].rows if row["source"] == "S1" and row["as_of"]]
    assert {row["as_of"] for row in figures} == {"2018-03"}
    assert after.loaded_into(case)[1] == []
    other = [[r for r in files.tables["dates"].rows if r["source"] == "S2"] for files in (before, after)]
    assert other[0] == other[1]


def test_what_is_no_date_carries_nothing(case):
    before, after = change(case, "sources.S1", date="soon")
    assert after.tables == before.tables
