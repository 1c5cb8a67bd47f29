"""Do the exercises of a case follow its key once that is confirmed, with nothing of a teacher's lost?"""

from __future__ import annotations

import pytest

from dateline.build import build
from dateline.cases.load import load
from dateline.drafting.key_desk import draft_at, left_to_do
from dateline.drafting.renewing import renew_exercises
from dateline.drafting.validate import UNCONFIRMED
from dateline.errors import KitError
from dateline.widgets import KeyDesk
from tests.drafted import NAME, put_draft


@pytest.fixture
def kit(tmp_path):
    put_draft(tmp_path)
    return tmp_path


@pytest.fixture
def folder(kit):
    return kit / "data" / NAME


def faults(folder):
    return [problem for grade, problem in left_to_do(folder) if grade != UNCONFIRMED]


def confirm_all(folder):
    """Confirm a whole draft, with some rows changed and some struck, as a teacher would."""
    desk = KeyDesk(load(folder), drafter=draft_at)
    asked = load(folder).exercises["3.1"].arguments["expressions"]
    first = next(iter(asked.values()))
    struck = first if isinstance(first, str) else first["row"]
    assert desk.act({"do": "strike", "id": struck})["ok"]
    assert desk.act({"do": "edit", "id": "F02", "cells": {"scope": "in the town", "lower": "2900"}})["ok"]
    assert desk.act({"do": "edit", "id": "rights", "cells": {"value": "The kit's own."}})["ok"]
    for row in desk.rows:
        said = desk.act({"do": "confirm", "id": row["id"]})
        assert said["ok"], (row["id"], said)
    return struck


def test_exercises_of_a_changed_key_are_told_as_faults_and_mended_at_once(kit, folder):
    struck = confirm_all(folder)
    assert faults(folder), "the draft's exercises ask for what is struck or changed"
    renewed = renew_exercises(kit, NAME)
    assert faults(folder) == []
    assert not [line for line in left_to_do(folder) if line[1].file.startswith("key/")]
    assert set(renewed.exercises) == set(load(folder).exercises)
    assert build(kit, check=True).ok
    assert struck not in (folder / "exercises.yaml").read_text()


def test_what_is_replaced_is_kept(kit, folder):
    solution = kit / "solutions" / NAME / "04-record-the-figures.ipynb"
    solution.write_text(solution.read_text().replace("Put your answer", "Dear class, put your answer"))
    renewed = renew_exercises(kit, NAME)
    assert "Dear class" in (renewed.kept / solution.name).read_text()
    assert "Dear class" not in solution.read_text()
    assert renew_exercises(kit, NAME).kept is None, "a second time changes nothing"


def test_a_notebook_that_is_no_longer_asked_for_goes_and_is_kept(kit, folder):
    extra = kit / "solutions" / NAME / "09-more.ipynb"
    extra.write_text((kit / "solutions" / NAME / "04-record-the-figures.ipynb").read_text())
    renewed = renew_exercises(kit, NAME)
    assert not extra.exists()
    assert (renewed.kept / extra.name).exists()


def test_a_key_that_holds_nothing_is_told_and_nothing_is_written(kit, folder, monkeypatch):
    monkeypatch.setattr("dateline.drafting.renewing.make_exercises", lambda case: ([], ["1.1"]))
    before = (folder / "exercises.yaml").read_text()
    with pytest.raises(KitError, match="too little"):
        renew_exercises(kit, NAME)
    assert (folder / "exercises.yaml").read_text() == before
