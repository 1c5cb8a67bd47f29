"""Does the timeline draw what the learner dated, with what is uncertain about it, and name the rest?"""

from __future__ import annotations

import base64
import json
from datetime import date

import pandas as pd
import pytest

from dateline import open_case
from dateline.errors import KitError
from dateline.widgets import DateDesk, FigureLedger, FiguresAcrossDates, Timeline
from tests.answer_sheets import model_answers

ROWS = [
    {"label": "the vote", "edtf": "2021-07-12", "reported": "2021-07-14", "source": "R1"},
    {"label": "the count", "edtf": "[2021-07-13,2021-07-14]", "reported": "2021-07-14", "source": "R1"},
    {"label": "the appeal", "edtf": "2021-08/..", "reported": "2021-09", "source": "R2", "planned": True},
    {"label": "the rumour", "edtf": "2021~"},
]


@pytest.fixture(scope="module")
def case():
    return open_case("syria-withdrawal")


def saved(folder, lesson, **answers):
    answers = {name.replace("_", "."): value for name, value in answers.items()}
    (folder / f"{lesson}.json").write_text(json.dumps({"schema": 1, "answers": answers}))


def by_label(chart):
    return {row["label"]: row for row in chart.rows}


def test_each_row_has_its_shape_its_doubt_and_its_report():
    rows = by_label(Timeline(ROWS))
    assert [rows[each["label"]]["shape"] for each in ROWS] == ["day", "set", "open", "span"]
    assert rows["the vote"]["first"] == rows["the vote"]["last"] == date(2021, 7, 12).toordinal()
    assert rows["the count"]["days"] == [date(2021, 7, day).toordinal() for day in (13, 14)]
    assert (rows["the appeal"]["last"], rows["the appeal"]["planned"]) == (None, True)
    assert [name for name, row in rows.items() if row["approximate"]] == ["the rumour"]
    assert rows["the appeal"]["report_first"] == date(2021, 9, 1).toordinal()
    assert rows["the rumour"]["report_first"] is None


def test_a_table_a_dict_and_a_list_are_read_alike():
    listed = Timeline([{"label": "a", "edtf": "2020"}, {"label": "b", "edtf": "2021-05"}])
    assert listed.rows == Timeline({"a": "2020", "b": {"edtf": "2021-05"}}).rows
    assert listed.rows == Timeline(pd.DataFrame({"label": ["a", "b"], "edtf": ["2020", "2021-05"]})).rows


def test_the_picture_is_told_in_one_sentence():
    told = Timeline(ROWS[:3]).summary
    assert told == (
        "3 dated in all, 1 of them to a single day: from “the vote” (12 July 2021) "
        "to “the appeal” (from August 2021 on, with no end given)."
    )
    assert Timeline(ROWS[:1]).summary == "One in all: “the vote” (12 July 2021)."


def test_saved_dates_stand_beside_the_report_that_tells_of_them(case, tmp_path):
    saved(tmp_path, "03", **{"3_1": model_answers()["3.1"]})
    chart = Timeline(case, folder=tmp_path)
    assert len(chart.rows) == 11
    assert {(row["source"], row["reported"]) for row in chart.rows} == {
        ("S1", "2018-12"),
        ("S2", "2019-10-21"),
    }
    assert "3.1, l (the withdrawal is complete)" in chart.faults[0], "“no date” is named, not drawn"


def test_an_answer_in_a_cell_goes_before_the_saved_one(case, tmp_path):
    saved(tmp_path, "03", **{"3_1": {"a": "2018-12"}})
    assert Timeline(case, {"3.1": ...}, folder=tmp_path).rows[0]["edtf"] == "2018-12"
    assert Timeline(case, {"3.1": {"a": "2018"}}, folder=tmp_path).rows[0]["edtf"] == "2018"


def test_the_learners_two_orders_stand_beside_the_events(case, tmp_path):
    answers = model_answers()
    chart = Timeline(case, {"3.1": answers["3.1"], "3.3": answers["3.3"]}, folder=tmp_path)
    orders = [row["order"] for row in chart.rows if row["order"]]
    assert "your order in 3.3: happened as no. 5, told as no. 1" in orders
    assert len(orders) == 7, "two events of 3.3 are not in 3.1"


def test_an_event_recorded_in_two_exercises_is_drawn_once(case, tmp_path):
    answers = model_answers()
    twice = Timeline(case, {"3.1": answers["3.1"], "3.2": answers["3.2"]}, folder=tmp_path)
    assert len(twice.rows) == 11
    other = {"candidates": ["2018-12-05", "2018-12-12"]}
    assert len(Timeline(case, {"3.1": answers["3.1"], "3.2": other}, folder=tmp_path).rows) == 12


def test_outside_knowledge_keeps_its_label(case, tmp_path):
    chart = Timeline(case, {"3.1": {"a": "2018-12-19 (outside knowledge)"}}, folder=tmp_path)
    assert chart.rows[0]["told"] == "19 December 2018; labelled as outside knowledge"


def test_with_nothing_recorded_it_says_what_to_do(case, tmp_path):
    chart = Timeline(case, folder=tmp_path)
    assert chart.rows == []
    assert 'run answer_form("3.1")' in chart.empty
    assert "Give each row a label" in Timeline([]).empty
    assert chart.figure().axes[0].get_title() == ""


BROKEN = [
    ([{"label": "a", "edtf": "2018-13"}], "'2018-13' at 'a' is not a date", "no such month"),
    ([{"label": "a", "edtf": "soon"}], "'soon' at 'a' is not a date", "words"),
    ([{"label": "a", "edtf": 7}], "'7' at 'a' is not a date", "a number"),
    ([{"label": "a", "edtf": "2018", "reported": "then"}], "'then' at 'a'", "the report's date"),
    ([{"label": "a"}], "Not filled in yet: a.", "no date cell"),
    ([{"label": "a", "edtf": "no date"}], "Without a date, so not drawn: a.", "no date in the text"),
    ([{"label": "a", "edtf": "../.."}], "'../..' at 'a'", "open at both ends says nothing"),
    ([5], "row 1: this is no row", "a number for a row"),
    (5, "This is no table of rows", "a number for a table"),
    ("2018", "This is no table of rows", "a text for a table"),
    (object(), "which is not plain data", "an object"),
    ([{"label": "a", "edtf": {"edtf": ["x"]}}], "at 'a' is not a date", "nested"),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "why", "case_of"), BROKEN, ids=[row[2] for row in BROKEN])
def test_a_bad_row_is_named_and_the_others_are_drawn(rows, why, case_of):
    chart = Timeline([*rows, ROWS[0]] if isinstance(rows, list) else rows)
    assert any(why in fault for fault in chart.faults), chart.faults
    assert len(chart.rows) == (1 if isinstance(rows, list) else 0)
    chart.figure()


@pytest.mark.parametrize("answer", [[], "x", 5, {"z": "2018"}, {"a": 3}, {"a": {"edtf": ["2018"]}}, [[1]]])
def test_a_saved_answer_of_another_shape_is_no_error(case, tmp_path, answer):
    saved(tmp_path, "03", **{"3_1": answer, "3_2": answer, "3_3": answer})
    chart = Timeline(case, folder=tmp_path)
    assert chart.faults or chart.rows or chart.empty
    chart.figure()


def test_a_broken_file_is_kept_aside_and_told(case, tmp_path):
    (tmp_path / "03.json").write_text("{")
    assert "03.broken-1.json" in Timeline(case, folder=tmp_path).notice


@pytest.mark.parametrize("edtf", ["0001-01-01", "9999-12-31", "[0001..]", "0003/..", "../9999"])
def test_the_ends_of_all_time_can_be_drawn_and_printed(edtf):
    chart = Timeline([{"label": "x", "edtf": edtf, "reported": "2018-12"}])
    assert len(chart.rows) == 1
    chart.figure()


def test_it_follows_what_a_desk_of_the_same_kernel_saves(case, tmp_path):
    chart = Timeline(case, folder=tmp_path)
    desk = DateDesk(case, "3.1", folder=tmp_path)
    desk.act({"do": "pick", "id": "e", "shape": "month", "value": "2018-12"})
    assert [row["told"] for row in chart.rows] == ["December 2018"]
    assert chart.faults == [
        "Not filled in yet: 3.1 a, 3.1 b, 3.1 c, 3.1 d, 3.1 f, 3.1 g, 3.1 h, 3.1 i, 3.1 j, 3.1 k and 3.1 l."
    ]
    desk.act({"do": "undo"})
    assert chart.rows == []


def test_it_does_not_follow_answers_of_another_folder(case, tmp_path):
    chart = Timeline(case, folder=tmp_path / "mine")
    DateDesk(case, "3.1", folder=tmp_path / "other").act({"do": "write", "id": "e", "value": "2018-12"})
    assert chart.rows == []


def test_a_desk_itself_can_be_drawn(case, tmp_path):
    desk = DateDesk(case, "3.2", folder=tmp_path)
    chart = Timeline(desk)
    desk.act({"do": "pick", "id": "a", "shape": "set", "days": ["2018-12-05", "2018-12-12"]})
    assert [row["told"] for row in chart.rows] == ["one of 5 or 12 December 2018"]
    chart.close()
    desk.act({"do": "write", "id": "a", "value": ""})
    assert len(chart.rows) == 1, "once closed it follows no more"


def test_refresh_reads_what_was_saved_elsewhere(case, tmp_path):
    chart = Timeline(case, folder=tmp_path)
    saved(tmp_path, "03", **{"3_1": {"e": {"edtf": "2018-12", "reason": None}}})
    reply = chart.act({"do": "refresh", "re": "1"})
    assert (reply["re"], reply["ok"]) == ("1", True)
    assert reply["told"].startswith("One in all: “Mr. Erdogan moves")


@pytest.mark.parametrize("message", [{"do": "sing"}, {"do": None}, {"do": ["refresh"]}])
def test_what_it_cannot_do_is_said(message):
    reply = Timeline(ROWS).act({**message, "re": 1})
    assert not reply["ok"]
    assert "cannot be done" in reply["told"]


def test_an_exercise_that_it_does_not_draw_is_told(case):
    with pytest.raises(KitError, match=r"no exercise 4\.1\. It can draw: 3\.1, 3\.2 and 3\.3"):
        Timeline(case, {"4.1": []})


def test_a_desk_of_another_kind_is_told(case, tmp_path):
    with pytest.raises(KitError, match=r"no exercise 4\.1"):
        Timeline(FigureLedger(case, "4.1", folder=tmp_path))


def test_a_row_without_a_label_is_called_by_its_number():
    assert Timeline([{"edtf": "2020"}]).rows[0]["label"] == "row 1"


def test_it_serves_another_case(tmp_path):
    chart = Timeline(open_case("tolvane-dam"), {"8.3": {"a": "2020"}}, folder=tmp_path)
    assert len(chart.rows) == 1


def test_print_shows_the_matplotlib_twin_of_the_same_rows(case, tmp_path):
    chart = Timeline(case, {"3.1": model_answers()["3.1"]}, folder=tmp_path)
    drawn = {
        text.get_text().replace("\n", " ") for axes in chart.figure().axes for text in axes.get_yticklabels()
    }
    assert drawn == {row["label"] for row in chart.rows}
    bundle = chart._repr_mimebundle_()[0]
    assert base64.b64decode(bundle["image/png"]).startswith(b"\x89PNG")
    assert bundle["text/plain"] == "Timeline(syria-withdrawal, drawn: 11, left out: 1)"


def test_too_many_rows_are_cut_and_told():
    chart = Timeline([{"label": f"n{n}", "edtf": "2020"} for n in range(301)])
    assert len(chart.rows) == 300
    assert "The first 300 of 301" in chart.faults[-1]


def test_no_key_is_read_for_a_date_that_was_not_given(case, tmp_path):
    shown = json.dumps(
        [
            Timeline(case, {"3.1": {"a": "1999"}}, folder=tmp_path).get_state(key)
            for key in ("rows", "faults", "summary")
        ]
    )
    assert "2018-12-05" not in shown
    assert FiguresAcrossDates(case, folder=tmp_path).rows == []
