"""Does the date desk write what was picked as EDTF, explain it, and give the answer of the cell?"""

from __future__ import annotations

import json
import re

import pytest

from dateline import open_case
from dateline.errors import KitError
from dateline.exercises import mark
from dateline.widgets import DateDesk
from dateline.widgets.date_desk import composed, explained
from dateline.widgets.desk import RefusedError
from tests.answer_sheets import model_answers


@pytest.fixture(scope="module")
def case():
    return open_case("syria-withdrawal")


@pytest.fixture
def desk(case, tmp_path):
    return DateDesk(case, "3.1", folder=tmp_path)


PICKED = [
    # what is picked, EDTF, why
    ({"shape": "day", "value": "2019-10-16"}, "2019-10-16", "one day"),
    ({"shape": "set", "days": ["2018-12-05"]}, "2018-12-05", "a set of one is a day"),
    ({"shape": "set", "days": ["2018-12-12", "2018-12-05"]}, "[2018-12-05,2018-12-12]", "in order"),
    ({"shape": "span", "first": "2018-11-26", "last": "2018-12-23"}, "2018-11-26/2018-12-23", "both ends"),
    ({"shape": "span", "first": "2018-12-23", "last": "2018-11-26"}, "2018-11-26/2018-12-23", "turned round"),
    ({"shape": "span", "first": "", "last": "2019-10-19"}, "../2019-10-19", "open start"),
    ({"shape": "span", "first": "2019-10-19"}, "2019-10-19/..", "open end"),
    ({"shape": "month", "value": "2018-12"}, "2018-12", "a month"),
    ({"shape": "season", "value": "2018-21"}, "2018-21", "a season"),
    ({"shape": "year", "value": "2018"}, "2018", "a year"),
    ({"shape": "none"}, "no date", "cannot tell"),
    ({"shape": "day", "value": "2018-12-19", "outside": True}, "2018-12-19 (outside knowledge)", "labelled"),
]  # fmt: skip


@pytest.mark.parametrize(("picked", "edtf", "why"), PICKED)
def test_what_is_picked_is_written_as_edtf(picked, edtf, why):
    assert composed(picked) == edtf, why


NOT_WHOLE = [
    {},
    {"shape": "day"},
    {"shape": "day", "value": "2018-13-01"},
    {"shape": "set", "days": []},
    {"shape": "set", "days": ["soon"]},
    {"shape": "set", "days": None},
    {"shape": "span"},
    {"shape": "circle", "value": "2018"},
    {"shape": ["day"], "value": "2018"},
    {"shape": "month", "value": {"a": 1}},
]


@pytest.mark.parametrize("picked", NOT_WHOLE, ids=str)
def test_what_is_no_date_yet_is_refused(picked):
    with pytest.raises(RefusedError):
        composed(picked)


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("", ""),
        ("no date", "the text gives no date"),
        ("2018-21", "spring 2018"),
        ("[2018-12-05,2018-12-12]", "one of 5 or 12 December 2018"),
        ("2018-12-19 (outside knowledge)", "19 December 2018; labelled as outside knowledge"),
    ],
)
def test_a_date_is_explained_in_plain_words(edtf, said):
    assert explained(edtf) == said


@pytest.mark.parametrize("exercise", ["3.1", "3.2"])
def test_the_model_answer_goes_through_the_desk_unchanged(case, tmp_path, exercise):
    answer = model_answers()[exercise]
    (tmp_path / "03.json").write_text(json.dumps({"schema": 1, "answers": {exercise: answer}}))
    desk = DateDesk(case, exercise, folder=tmp_path)
    assert mark(exercise, desk.answer, case, {}).points == mark(exercise, answer, case, {}).points > 0
    row = desk.rows[0]
    assert desk.act({"do": "write", "id": row["id"], "value": row["edtf"]})["ok"]
    assert json.loads((tmp_path / "03.json").read_text())["answers"][exercise] == desk.answer


@pytest.mark.parametrize("exercise", ["3.1", "3.2"])
def test_a_desk_where_nothing_was_picked_is_not_tried(case, tmp_path, exercise):
    assert mark(exercise, DateDesk(case, exercise, folder=tmp_path).answer, case, {}).status == "not tried"


def test_each_expression_stands_in_its_sentence(desk, case):
    for item in desk.items:
        source, number = re.fullmatch(r"(S\d), para. (\d+)", item["place"]).groups()
        sentence = item["before"] + item["phrase"] + item["after"]
        assert item["phrase"]
        assert sentence in case.sources[source].paragraph(int(number)).text


def test_nothing_shown_gives_a_date_away(desk):
    shown = json.dumps(desk.items)
    assert not re.search(r"\d{4}-\d{2}-\d{2}", shown)


REFUSED = [
    ({"do": "pick", "id": "z", "shape": "none"}, "no longer"),
    ({"do": "write", "id": "a", "value": "soon"}, "is not a date"),
    ({"do": "write", "id": "a", "value": "2018-13"}, "is not a date"),
    ({"do": "sing", "id": "a"}, "cannot be done"),
]


@pytest.mark.parametrize(("message", "why"), REFUSED)
def test_what_cannot_be_done_is_said_and_changes_nothing(desk, message, why):
    reply = desk.act(message)
    assert (reply["ok"], desk.rows[0]["edtf"]) == (False, "")
    assert why in reply["why"]


def test_a_set_is_asked_for_where_days_are_the_answer(case, tmp_path):
    desk = DateDesk(case, "3.2", folder=tmp_path)
    assert "mark every day" in desk.act({"do": "pick", "id": "a", "shape": "none"})["why"]
    desk.act({"do": "pick", "id": "a", "shape": "set", "days": ["2018-12-05", "2018-12-12"]})
    desk.act({"do": "settles", "id": "a", "value": "the printed issue"})
    assert desk.answer == {
        "candidates": ["2018-12-05", "2018-12-12"], "outside": None, "settles": "the printed issue"
    }  # fmt: skip


def test_a_date_is_taken_away_and_brought_back(desk):
    desk.act({"do": "pick", "id": "b", "shape": "year", "value": "2018"})
    desk.act({"do": "write", "id": "b", "value": ""})
    assert desk.rows[1]["edtf"] == ""
    desk.act({"do": "undo"})
    assert desk.rows[1]["edtf"] == "2018"
    assert repr(desk) == "DateDesk(3.1, dated: 1 of 12)"


@pytest.mark.parametrize("saved", [[], "x", {"a": 3}, {"a": {"edtf": ["2018"]}}, {"z": "2018"}, None])
def test_an_answer_of_another_shape_is_no_error(case, tmp_path, saved):
    (tmp_path / "03.json").write_text(json.dumps({"schema": 1, "answers": {"3.1": saved, "3.2": saved}}))
    assert DateDesk(case, "3.1", folder=tmp_path).rows[0]["edtf"] == ""
    assert DateDesk(case, "3.2", folder=tmp_path).rows[0]["id"] == "a"


@pytest.mark.parametrize("exercise", ["4.1", "9.9", ""])
def test_an_exercise_without_dates_is_told(case, exercise):
    with pytest.raises(KitError, match="asks for no dates"):
        DateDesk(case, exercise)


def test_it_serves_another_case(tmp_path):
    desk = DateDesk(open_case("tolvane-dam"), "8.3", folder=tmp_path)
    assert desk.act({"do": "pick", "id": "a", "shape": "none"})["ok"]


def test_a_date_is_labelled_and_the_label_taken_off_again(tmp_path):
    desk = DateDesk(open_case("syria-withdrawal"), "3.1", folder=tmp_path)
    label = {"do": "label", "id": "a", "outside": True}
    assert desk.act(label)["ok"]
    assert desk.rows[0]["edtf"] == "", "there is no date to label yet"
    desk.act({"do": "write", "id": "a", "value": "2018-12-19"})
    desk.act(label)
    desk.act(label)
    assert desk.rows[0]["edtf"] == "2018-12-19 (outside knowledge)"
    desk.act({**label, "outside": False})
    assert desk.rows[0]["edtf"] == "2018-12-19"
