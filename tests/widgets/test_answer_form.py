"""Can every exercise be answered in its form, and is what is saved the answer that a cell would hold?"""

from __future__ import annotations

import json

import pytest

from dateline import answer_form, open_case
from dateline.answers import is_untried, lesson_of, plain
from dateline.cases import current_case
from dateline.errors import KitError
from dateline.exercises import mark
from dateline.kinds._forms import Form
from dateline.widgets import AnswerForm
from dateline.widgets.answer_form import form_of
from dateline.widgets.form_data import answer_of, fitted
from tests.answer_sheets import case_of, model_answers, others_of

EXERCISES = sorted(model_answers(), key=lambda id: [int(n) for n in id.split(".")])


@pytest.fixture
def open_form(tmp_path):
    return lambda id: AnswerForm(case_of(id), id, folder=tmp_path)


def kept(folder, id):
    return json.loads((folder / f"{lesson_of(id)}.json").read_text(encoding="utf-8"))["answers"][id]


def typed(form: Form, answer, path=()):
    """What a page sends when a learner fills in an answer: texts and choices, field by field."""
    if answer is None:
        return
    if form.takes == "parts":
        rows = {row[form.rows_by]: row for row in answer} if form.rows_by else answer
        for each in form.fields:
            yield from typed(each, rows[each.name], (*path, each.name))
    elif form.takes == "list":
        for number, each in enumerate(answer):
            if number and not form.size:
                yield {"do": "add", "path": list(path)}
            yield from typed(form.fields[0], each, (*path, number))
    else:
        yield {"do": "set", "path": list(path), "value": answer if isinstance(answer, list) else str(answer)}


def without_blanks(value):
    """A text left empty in a cell, "", is left empty in a form too, and told there as None."""
    if isinstance(value, dict):
        return {key: without_blanks(each) for key, each in value.items()}
    if isinstance(value, list):
        return [without_blanks(each) for each in value]
    return None if value == "" else value


@pytest.mark.parametrize("id", EXERCISES)
def test_the_model_answer_can_be_typed_and_earns_all_points(id, open_form, tmp_path):
    desk, model = open_form(id), plain(model_answers()[id])
    for message in typed(desk.fields, model):
        assert desk.act(message)["ok"], message
    assert kept(tmp_path, id) == desk.answer == without_blanks(model)
    assert desk.doubts == []
    others = others_of(id)
    assert mark(id, desk.answer, case_of(id), others) == mark(id, model, case_of(id), others)
    assert mark(id, desk.answer, case_of(id), others).status == "right"


@pytest.mark.parametrize("id", EXERCISES)
def test_an_answer_kept_before_comes_back_the_same(id, open_form):
    form, model = open_form(id).fields, plain(model_answers()[id])
    assert answer_of(form, fitted(form, model)) == model


@pytest.mark.parametrize("id", EXERCISES)
def test_a_blank_form_is_not_tried(id, open_form):
    desk = open_form(id)
    assert is_untried(desk.answer)
    assert desk.filled[0] == 0
    assert desk.doubts == []


@pytest.mark.parametrize("id", EXERCISES)
def test_a_form_half_filled_is_marked_as_the_cell_half_filled(id, open_form):
    """The first half of what is typed, and the same in a cell whose other blanks are still `...`."""
    desk, model = open_form(id), plain(model_answers()[id])
    messages = list(typed(desk.fields, model))
    for message in messages[: len(messages) // 2]:
        desk.act(message)
    cell = half(model, desk.held)
    ours, theirs = (mark(id, answer, case_of(id), {}) for answer in (desk.answer, cell))
    assert (ours.status, ours.points) == (theirs.status, theirs.points)


def half(model, held):
    """The model answer where the form holds something, `...` where it is blank."""
    if isinstance(model, dict):
        return {
            key: half(each, held.get(key) if isinstance(held, dict) else None) for key, each in model.items()
        }
    if isinstance(model, list) and isinstance(held, dict):  # rows by name
        column = next(iter(model[0]))
        return [{**half(row, held[row[column]]), column: row[column]} for row in model]
    if isinstance(model, list) and isinstance(held, list):
        filled = [half(each, held[n] if n < len(held) else None) for n, each in enumerate(model)]
        return [each for each in filled if not is_untried(each)] or ...
    return ... if held is None or held == [] else model


def put(desk, value, *path):
    return desk.act({"do": "set", "path": list(path), "value": value})


TYPED = [
    ("1.2", ("shortest_days",), "1,294", 1294, "", "separators are fine"),
    ("1.2", ("shortest_days",), "about 300", "about 300", "is not a number", "kept as typed, and doubted"),
    ("5.2", ("share", "lower"), "50 %", "50 %", "", "the unit belongs to the number"),
    ("5.2", ("share", "lower"), " ", None, "", "no limit"),
    ("1.1", ("S1", "date"), "not stated", "not stated", "", "a word that stands for a date here"),
    ("1.1", ("S1", "date"), "some day", "some day", "or write “not stated”", "neither a date nor that word"),
    ("3.1", ("l", "edtf"), "no date", "no date", "", "the same in lesson 03"),
    (
        "3.1",
        ("l", "edtf"),
        "2018-12-19 (outside knowledge)",
        "2018-12-19 (outside knowledge)",
        "",
        "labelled",
    ),
    ("3.2", ("outside",), "soon", "soon", "is not a date", "a date and nothing else"),
    ("6.2", ("a", "information"), "3", 3, "", "a number to choose stays one"),
    ("6.2", ("a", "information"), "", None, "", "taken back"),
    ("4.3", (), ["e", "b"], ["b", "e"], "", "ticked in any order"),
    ("3.3", ("happened",), ["g", ["c", "i"], ["b"]], ["g", ["c", "i"], "b"], "", "side by side"),
]


@pytest.mark.parametrize(("id", "path", "value", "told", "doubt", "why"), TYPED)
def test_what_is_typed_is_read_as_meant_and_doubted_in_words(open_form, id, path, value, told, doubt, why):
    desk = open_form(id)
    assert put(desk, value, *path)["ok"], why
    held = desk.held
    for step in path:
        held = held[step]
    assert held == told, why
    assert [each["path"] for each in desk.doubts] == ([list(path)] if doubt else [])
    assert doubt in "".join(each["why"] for each in desk.doubts)


def test_limits_that_cross_are_doubted_at_the_upper_one(open_form):
    desk = open_form("5.3")
    put(desk, "800", "leavers", "lower")
    put(desk, "700", "leavers", "upper")
    (doubt,) = desk.doubts
    assert doubt["path"] == ["leavers", "upper"]
    assert "below the lower bound" in doubt["why"]


REFUSED = [
    ("2.1", {"do": "set", "path": ["z"], "value": "figure"}, "not in the form"),
    ("2.1", {"do": "set", "path": "a", "value": "figure"}, "not in the form"),
    ("2.1", {"do": "set", "path": [], "value": "figure"}, "not in the form"),
    ("2.1", {"do": "set", "path": ["a"], "value": "fish"}, "cannot be chosen"),
    ("4.3", {"do": "set", "path": [], "value": ["b", "b"]}, "cannot be chosen"),
    ("4.3", {"do": "set", "path": [], "value": "b"}, "cannot be chosen"),
    ("3.3", {"do": "set", "path": ["happened"], "value": ["a", ["a", "b"]]}, "cannot be chosen"),
    ("4.3", {"do": "set", "path": [], "value": [["b"]]}, "cannot be chosen"),
    ("6.5", {"do": "set", "path": [5, "exact"], "value": "x"}, "not in the form"),
    ("6.5", {"do": "set", "path": [True, "exact"], "value": "x"}, "not in the form"),
    ("6.5", {"do": "remove", "path": [], "row": 9}, "no longer in the table"),
    ("6.4", {"do": "add", "path": ["sentences"]}, "not in the form"),
    ("6.4", {"do": "remove", "path": ["sentences"], "row": 0}, "no longer in the table"),
    ("2.1", {"do": "add", "path": ["a"]}, "not in the form"),
    ("2.1", {"do": "sing", "path": ["a"]}, "cannot be done here"),
]


@pytest.mark.parametrize(("id", "message", "why"), REFUSED)
def test_what_cannot_be_done_is_refused_in_words_and_changes_nothing(open_form, id, message, why):
    desk = open_form(id)
    before = desk.held
    reply = desk.act(message)
    assert not reply["ok"]
    assert why in reply["why"]
    assert desk.held == before


def test_a_list_does_not_grow_without_end(open_form):
    desk = open_form("6.5")
    replies = [desk.act({"do": "add", "path": []})["ok"] for _ in range(201)]
    assert replies.count(True) == 199
    assert not replies[-1]


def test_changes_are_taken_back_one_by_one(open_form, tmp_path):
    desk = open_form("1.1")
    put(desk, "not stated", "S1", "publisher")
    put(desk, "AP", "S2", "agency")
    assert desk.act({"do": "undo"})["ok"]
    assert kept(tmp_path, "1.1")["S2"]["agency"] is None
    assert kept(tmp_path, "1.1")["S1"]["publisher"] == "not stated"
    desk.act({"do": "undo"})
    assert kept(tmp_path, "1.1") is None


def test_rows_marked_in_the_text_keep_their_places_until_they_are_rewritten(tmp_path):
    marked = {"source": "S1", "paragraph": 9, "exact": "cornered", "prefix": "is ", "start": 3, "end": 11}
    case = open_case("syria-withdrawal")
    AnswerForm(case, "2.2", folder=tmp_path).saved.put("answers", "2.2", [marked, marked])
    desk = AnswerForm(case, "2.2", folder=tmp_path)
    put(desk, "effectively cornered", 1, "exact")
    assert desk.answer[0] == marked
    assert desk.answer[1] == {"source": "S1", "paragraph": 9, "exact": "effectively cornered"}


def test_an_answer_of_another_shape_is_shown_as_far_as_it_fits(open_form, tmp_path):
    open_form("3.1").saved.put("answers", "3.1", {"a": "2018-12", "b": {"edtf": "2018", "x": 1}, "z": 2})
    held = open_form("3.1").held
    assert held["a"] == {"edtf": "2018-12", "reason": None}
    assert held["b"] == {"edtf": "2018", "reason": None}
    assert "z" not in held


def test_the_form_says_what_the_prompt_says_and_no_row_of_the_key():
    """A form that showed ids of the key, or offered only what is right, would give answers away."""
    for id in EXERCISES:
        case = case_of(id)
        told = json.dumps(form_of(case, id).as_dict(), ensure_ascii=False)
        assert not [row for row in case.key.by_id if f'"{row}"' in told], id
    assert form_of(case_of("2.1"), "2.1").fields[0].help.startswith("S1 ¶14 · Mr. Erdogan had")
    assert form_of(case_of("0.1"), "0.1").fields[0].choices[0] == ("a", "a · Exactly 300 houses lost power.")
    picks = dict(form_of(case_of("6.3"), "6.3").choices)
    assert picks["card-pause"].startswith("card-pause · ")
    assert picks["ceasefire-held"].startswith("ceasefire-held · whether the five-day")


def test_the_case_is_found_as_check_finds_it(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    desk = answer_form("8.5")
    assert desk.case.id == current_case("8.5").id == "tolvane-dam"
    assert repr(desk) == "AnswerForm(8.5, filled in: 0 of 16)"
    put(desk, "changed", "b")
    assert kept(tmp_path / "answers", "8.5")["b"] == "changed"


def test_an_unknown_exercise_is_refused():
    with pytest.raises(KitError, match=r"no exercise '9\.9'"):
        AnswerForm(open_case("syria-withdrawal"), "9.9")
