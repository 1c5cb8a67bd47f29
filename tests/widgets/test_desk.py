"""Is every change of a desk saved, and can it be taken back?"""

from __future__ import annotations

import json

import pytest

from dateline import open_case
from dateline.widgets import FigureLedger
from dateline.widgets.desk import UNDOABLE, Desk


@pytest.fixture
def desk(tmp_path):
    return FigureLedger(open_case("syria-withdrawal"), "4.1", folder=tmp_path)


def test_changes_are_taken_back_one_by_one(desk, tmp_path):
    desk.act({"do": "add", "id": "a"})
    desk.act({"do": "edit", "id": "a", "column": "hedge", "value": "about"})
    assert desk.undoable == 2
    assert desk.act({"do": "undo"})["ok"]
    assert desk.rows[0]["hedge"] is None
    assert desk.act({"do": "undo"})["ok"]
    assert json.loads((tmp_path / "04.json").read_text())["answers"]["4.1"] == []
    assert desk.undoable == 0


def test_with_nothing_to_take_back_it_says_so(desk):
    reply = desk.act({"do": "undo"})
    assert not reply["ok"]
    assert "nothing to undo" in reply["why"]


def test_a_change_that_was_refused_cannot_be_taken_back(desk):
    assert not desk.act({"do": "remove", "id": "z"})["ok"]
    assert desk.undoable == 0


def test_no_more_changes_are_kept_than_anybody_takes_back(desk):
    for number in range(UNDOABLE + 5):
        desk.act({"do": "add", "id": str(number)})
        desk.act({"do": "remove", "id": str(number)}) if number % 2 else None
    assert desk.undoable == UNDOABLE


def test_a_desk_may_keep_an_answer_of_another_shape(tmp_path):
    class Dates(Desk):
        _esm = "export default { render() {} }"

        def answer_of(self, rows):
            return {row["id"]: row["edtf"] for row in rows}

        def rows_of(self, answer):
            return [{"id": id, "edtf": edtf} for id, edtf in answer.items()]

        def changed(self, rows, message):
            return [*rows, {"id": message["id"], "edtf": message["edtf"]}]

    case = open_case("syria-withdrawal")
    desk = Dates(case, "3.1", folder=tmp_path)
    assert desk.act({"do": "add", "id": "a", "edtf": "2018-12"})["ok"]
    assert json.loads((tmp_path / "03.json").read_text())["answers"]["3.1"] == {"a": "2018-12"}
    assert Dates(case, "3.1", folder=tmp_path).rows == [{"id": "a", "edtf": "2018-12"}]


def test_the_page_knows_where_an_answer_is_kept_without_its_path(desk, tmp_path):
    """What was not answered is sent again by the desk of the same answer, and by no other."""
    case = open_case("syria-withdrawal")
    again = FigureLedger(case, "4.1", folder=tmp_path).home
    others = [FigureLedger(case, "4.2", folder=tmp_path), FigureLedger(case, "4.1", folder=tmp_path / "b")]
    assert desk.home == again
    assert len({again, *(each.home for each in others)}) == 3
    assert tmp_path.name not in again
    assert FigureLedger(case).home == ""
