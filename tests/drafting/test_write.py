"""Is a new case whole, does it run, and is nothing left when it cannot be made?"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from dateline.build import build
from dateline.cases.load import load
from dateline.drafting.exercises import make_exercises
from dateline.drafting.reports import read_reports
from dateline.drafting.validate import UNCONFIRMED, doubts_of
from dateline.drafting.write import new_case
from dateline.errors import KitError
from tests.drafted import as_received

KIT = Path(__file__).resolve().parents[2]
# Some reports give nothing to ask for one of the exercises.
LACKING = {"calder-outage": {"7.3"}, "teld-river": {"7.3"}, "vessen-strike-vote": {"5.1"}}
CASES = [KIT / "data/tolvane-dam", *sorted((KIT / "tests/data/briefs/cases").iterdir())]


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_a_new_case_opens_and_nothing_in_it_is_wrong(kit, folder):
    written = new_case(kit, "new", as_received(folder))
    wanted = {"1.1", "2.1", "3.1", "4.1", "4.2", "5.1", "6.4", "7.3"} - LACKING.get(folder.name, set())
    assert wanted <= set(written.exercises)
    changed = [row for row in load(written.folder).key.rows("checks") if row.verdict == "changed"]
    assert ("5.2" in written.exercises) == bool(changed)
    found = doubts_of(written.folder, kit / "solutions")
    assert [doubt for doubt in found if doubt.grade != UNCONFIRMED] == []
    assert len(found) > sum(written.rows.values())  # every row, and the questions of case.yaml
    assert load(written.folder).exercises.keys() == set(written.exercises)


def test_a_case_of_any_style_holds_together(kit, long_files):
    written = new_case(kit, "new", read_reports(long_files))
    assert {doubt.grade for doubt in doubts_of(written.folder, kit / "solutions")} == {UNCONFIRMED}


def test_the_exercises_are_those_that_a_build_makes_of_the_solutions(kit, files):
    new_case(kit, "harbour-fire", read_reports(files))
    assert len(list((kit / "exercises/harbour-fire").glob("*.ipynb"))) >= 5
    assert build(kit, check=True).ok


def test_an_exercise_whose_data_the_key_lacks_is_left_out_and_named(kit, files):
    case = load(new_case(kit, "harbour-fire", read_reports(files)).folder)
    case.key._tables["checks"] = []
    made, left = make_exercises(case)
    assert {"5.1", "5.2", "5.4"} <= set(left)
    assert not {"5.1", "5.2", "5.4"} & {one.row.id for one in made}


@pytest.mark.parametrize("part", ["data", "solutions", "exercises"])
def test_what_is_there_is_never_overwritten(kit, files, part):
    (kit / part / "harbour-fire").mkdir()
    with pytest.raises(KitError, match="never overwritten"):
        new_case(kit, "harbour-fire", read_reports(files))
    assert not list((kit / part / "harbour-fire").iterdir())


@pytest.mark.parametrize("name", ["", "Harbour", "a b", "../up", "-", "a/b", "ä"])
def test_a_name_that_is_no_folder_name_is_refused(kit, files, name):
    with pytest.raises(KitError, match="cannot name a case"):
        new_case(kit, name, read_reports(files))


def test_nothing_is_left_where_the_last_folder_cannot_be_written(kit, files, monkeypatch):
    rename = Path.rename

    def refuse(self, target):
        if Path(target).parent.name == "data":
            raise OSError(28, "No space left on device", str(target))
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refuse)
    before = sorted(kit.rglob("*"))
    with pytest.raises(KitError, match="No space left"):
        new_case(kit, "harbour-fire", read_reports(files))
    assert sorted(kit.rglob("*")) == before


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_named(kit, files):
    reports = read_reports(files)
    kit.chmod(0o500)
    try:
        with pytest.raises(KitError, match="cannot be written"):
            new_case(kit, "harbour-fire", reports)
    finally:
        kit.chmod(0o700)


@pytest.mark.skipif("DATELINE_SEEDS" not in os.environ, reason="the reports as received are not at hand")
def test_the_reports_as_received_make_a_case(kit):
    """DATELINE_SEEDS names the folder that holds them; their file names tell the earlier from the later."""
    files = sorted(Path(os.environ["DATELINE_SEEDS"]).glob("*.txt"))
    written = new_case(kit, "received", read_reports(files))
    assert {"1.1", "2.4", "3.2", "4.1", "4.2"} <= set(written.exercises)
    assert {d.grade for d in doubts_of(written.folder, kit / "solutions")} == {UNCONFIRMED}
