"""Does the figure ledger keep every change at once, and take in only what the learner confirms?"""

from __future__ import annotations

import pytest

from dateline import open_case
from dateline.answers import Saved
from dateline.errors import KitError
from dateline.exercises import mark
from dateline.widgets import FigureLedger
from dateline.widgets.form_data import fitted


@pytest.fixture
def case():
    return open_case("syria-withdrawal")


@pytest.fixture
def desk(case, tmp_path):
    ledger = FigureLedger(case, "4.1", folder=tmp_path)
    ledger.act({"do": "add", "id": "a"})
    return ledger


def write(desk, column, value, id="a"):
    return desk.act({"do": "edit", "id": id, "column": column, "value": value})


def look(desk, paragraph, words=None, source="S1"):
    text = desk.case.sources[source].paragraph(paragraph).text
    start = text.index(words) if words else 0
    return desk.act(
        {
            "do": "read",
            "source": source,
            "paragraph": paragraph,
            "start": start,
            "end": start + len(words or text),
        }
    )


def kept(folder, exercise="4.1"):
    return Saved("04", folder).get("answers", exercise)


def test_a_cell_is_saved_as_it_is_meant_and_shown_as_it_is_read(desk, tmp_path):
    assert write(desk, "lower", "2000")["ok"]
    assert kept(tmp_path)[0]["lower"] == 2000
    assert desk.cells["a"]["lower"] == "2,000"
    assert "id" not in kept(tmp_path)[0]


def test_a_doubt_names_its_cell_and_is_no_fault(desk):
    assert write(desk, "as_of", "Dec 2018")["ok"]
    (doubt,) = desk.doubts
    assert (doubt["id"], doubt["column"]) == ("a", "as_of")
    assert write(desk, "as_of", "2018-12")["ok"]
    assert desk.doubts == []


@pytest.mark.parametrize(
    "message",
    [
        {"do": "edit", "id": "z", "column": "lower"},
        {"do": "edit", "id": "a", "column": "id"},
        {"do": "zap"},
        {"do": "zap", "id": "a"},
        {"do": "remove"},
        {"do": "add"},
        {"do": "add", "id": "a"},
        {"do": "sort", "column": "id"},
        {"do": "confirm"},
        {"do": "replace", "ids": [1]},
        {"do": "read", "source": "S9", "paragraph": 1, "start": 0, "end": 5},
        {"do": "read", "source": "S1", "paragraph": 7, "start": 5, "end": 5},
    ],
)
def test_what_cannot_be_done_is_refused_and_changes_nothing(desk, message):
    before = desk.answer
    reply = desk.act({"re": "1", **message})
    assert (reply["ok"], reply["re"]) == (False, "1")
    assert reply["why"]
    assert desk.answer == before


def test_rows_are_removed_and_moved_by_what_they_are_not_where_they_stand(desk):
    desk.act({"do": "add", "id": "b"})
    desk.act({"do": "remove", "id": "a"})
    assert write(desk, "hedge", "about", id="b")["ok"]
    desk.act({"do": "add", "id": "c"})
    desk.act({"do": "move", "id": "c", "by": -1})
    assert [row["id"] for row in desk.rows] == ["c", "b"]
    assert desk.answer[1]["hedge"] == "about"


def test_an_order_is_said_until_the_rows_leave_it(desk):
    for id, paragraph in (("b", 9), ("c", 7)):
        desk.act({"do": "add", "id": id})
        write(desk, "paragraph", paragraph, id=id)
    desk.act({"do": "sort", "column": "paragraph"})
    assert [row["id"] for row in desk.rows] == ["c", "b", "a"]
    write(desk, "hedge", "about")
    assert desk.sorted_by == {"column": "paragraph", "down": False}
    write(desk, "paragraph", "8")
    assert desk.sorted_by == {}
    for _ in range(3):
        desk.act({"do": "undo"})
    assert [row["id"] for row in desk.rows] == ["a", "b", "c"]


def test_pauses_within_a_cell_are_one_change_to_take_back(desk):
    for text in ("more", "more than", "more than about"):
        write(desk, "hedge", text)
    assert desk.undoable == 2
    write(desk, "scope", "in Syria")
    write(desk, "hedge", "about")
    assert desk.undoable == 4
    for _ in range(3):
        desk.act({"do": "undo"})
    assert desk.rows[0]["hedge"] is None
    write(desk, "hedge", "about")
    assert desk.undoable == 2, "what was taken back is over"


def test_a_suggestion_is_no_part_of_the_answer_until_it_is_confirmed(desk, tmp_path):
    before = kept(tmp_path)
    reply = look(desk, 7)
    assert "None of them is in your answer yet" in reply["told"]
    assert kept(tmp_path) == before
    goals, members = desk.offered["rows"]
    assert desk.act({"do": "confirm", "ids": [members["id"]]})["ok"]
    assert kept(tmp_path)[1]["counted"] == "service members"
    assert [each["id"] for each in desk.offered["rows"]] == [goals["id"]]
    assert desk.act({"do": "dismiss", "ids": [goals["id"]]})["ok"]
    assert desk.offered == {}
    assert len(desk.rows) == 2


def test_a_selection_is_offered_with_the_hedge_beside_it_and_recorded_rows_are_named(desk):
    look(desk, 7, "2,000 service")
    desk.act({"do": "confirm"})
    look(desk, 7, "2,000 service")
    assert [each["recorded"] for each in desk.offered["rows"]] == [True]
    desk.act({"do": "undo"})
    assert [each["recorded"] for each in desk.offered["rows"]] == [False]


def test_all_at_once_takes_none_that_is_recorded_already(desk):
    look(desk, 7, "2,000 service")
    desk.act({"do": "confirm"})
    look(desk, 7)
    assert desk.act({"do": "confirm"})["ok"]
    assert [row["lower"] for row in desk.rows] == [None, 2000, 2]
    look(desk, 7)
    assert "already" in desk.act({"do": "confirm"})["why"]
    assert desk.act({"do": "confirm", "ids": [desk.offered["rows"][0]["id"]]})["ok"], "one by itself may be"


def test_what_counts_nothing_is_told_and_offers_no_row(desk):
    reply = look(desk, 7, "On the one hand")
    assert desk.offered["rows"] == []
    assert "turn of phrase" in desk.offered["told"][0]
    assert "no figure to suggest" in reply["told"]


def test_a_pasted_table_can_be_added_or_put_in_place_of_all_rows(desk):
    write(desk, "hedge", "mine")
    table = "paragraph\tlower\n7\t2000\n9\t2000"
    desk.act({"do": "paste", "text": table})
    assert "now: 1. If you add these: 3. If you put these in their place: 2." in desk.offered["summary"]
    desk.act({"do": "confirm"})
    assert [row["paragraph"] for row in desk.rows] == [None, 7, 9]
    desk.act({"do": "paste", "text": table})
    desk.act({"do": "replace"})
    assert [row["paragraph"] for row in desk.rows] == [7, 9]
    desk.act({"do": "undo"})
    desk.act({"do": "undo"})
    assert [row["hedge"] for row in desk.rows] == ["mine"]


def test_a_table_too_long_for_the_ledger_is_refused_whole(desk):
    desk.act({"do": "paste", "text": "\n".join(f"{n}\t5" for n in range(1, 200))})
    reply = desk.act({"do": "confirm"})
    assert not reply["ok"]
    assert "room for 100 rows" in reply["why"]
    assert len(desk.rows) == 1


def test_a_full_disk_changes_nothing_and_says_that_the_same_may_be_tried_again(desk, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(desk.saved, "put", full)
    reply = write(desk, "hedge", "about")
    assert (reply["ok"], reply["again"]) == (False, True)
    assert desk.rows[0]["hedge"] is None


def test_rows_saved_by_hand_keep_what_else_they_hold(case, tmp_path):
    Saved("04", tmp_path).put("answers", "4.1", [{"lower": 5, "unit": "percent"}, "no row"])
    ledger = FigureLedger(case, "4.1", folder=tmp_path)
    ledger.act({"do": "edit", "id": ledger.rows[0]["id"], "column": "upper", "value": "6"})
    assert kept(tmp_path)[0]["unit"] == "percent"
    assert [row["upper"] for row in ledger.answer] == [6]


SUGGESTED = {
    "4.1": [
        ("S1", 7, "more than 2,000", "in Syria", "2018-12"),
        ("S1", 9, "about 2,000", "along the Iraq border", "2018-12"),
        ("S1", 10, "less than 2%", "in the Middle East", "2018"),
    ],
    "4.2": [
        ("S2", 5, "more than 700", "leaving Syria", "2019-10-19"),
        ("S2", 10, "five-day", None, "2019-10-18"),
        ("S2", 11, "about 1,000", "in Syria", "2019-10-21"),
        ("S2", 12, "Between 200 and 300", "to remain at Al-Tanf", "2019-10-21"),
        ("S2", 15, "more than 5,000", "in Iraq", "2019-10-21"),
    ],
}


@pytest.mark.parametrize("exercise", SUGGESTED)
def test_confirmed_suggestions_with_scope_and_date_are_a_right_answer(case, tmp_path, exercise):
    desk = FigureLedger(case, exercise, folder=tmp_path)
    for source, paragraph, words, scope, date in SUGGESTED[exercise]:
        look(desk, paragraph, words, source)
        desk.act({"do": "confirm"})
        if scope:
            write(desk, "scope", scope, id=desk.rows[-1]["id"])
        write(desk, "as_of", date, id=desk.rows[-1]["id"])
    assert desk.doubts == []
    assert mark(exercise, kept(tmp_path, exercise), case, {}).status == "right"


@pytest.mark.parametrize("exercise", ["2.1", "9.9"])
def test_an_exercise_that_asks_for_no_figures_is_refused(case, exercise):
    with pytest.raises(KitError, match=exercise):
        FigureLedger(case, exercise)


def test_only_the_report_that_is_asked_for_is_shown(case, tmp_path):
    assert [each["id"] for each in FigureLedger(case, "4.2", folder=tmp_path).reports] == ["S2"]
    assert [each["id"] for each in FigureLedger(case).reports] == ["S1", "S2"]


def test_the_form_shows_the_same_answer(desk, case):
    from dateline.widgets.answer_form import form_of

    write(desk, "lower", "2000")
    assert fitted(form_of(case, "4.1"), desk.answer) == desk.answer


def test_its_name_tells_what_it_holds(desk):
    assert repr(desk) == "FigureLedger(4.1, recorded: 1)"
