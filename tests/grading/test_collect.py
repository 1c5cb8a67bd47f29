"""Is what a student answered collected from whatever was handed in?"""

from __future__ import annotations

import json
import os

import pytest

from dateline.grading.collect import collect, lesson_of_cells
from dateline.grading.intake import gather
from dateline.grading.sandbox import Ran
from dateline.grading.store import Store
from tests.answer_sheets import model_answers
from tests.grading.making import LESSON, answered, notebook, paper, put

FIGURES = model_answers()["4.1"]


def never(_cells, _names):
    raise AssertionError("this has not to be run")


def collected(tmp_path, files, run=never):
    put(tmp_path / "anna", files)
    with Store() as store:
        (submission,) = gather(store, [tmp_path / "anna"])
        return collect(store, submission, paper("4", "5").exercises, run)


def saved(**answers):
    return json.dumps(
        {"schema": 1, "answers": {id.replace("_", "."): each for id, each in answers.items()}}
    ).encode()


def test_literals_are_read(tmp_path):
    found = collected(tmp_path, {LESSON: notebook(*answered("4.1"))})
    assert (found.answers["4.1"], found.answers["4.2"], found.state) == (FIGURES, None, "graded")


@pytest.mark.parametrize(
    "files",
    [
        {"renamed.ipynb": notebook(*answered("4.1"))},
        {LESSON: notebook(*reversed(answered("4.1")))},
        {LESSON: notebook(*answered("4.1"), *answered())},  # the blank once more, below
        {LESSON: notebook(*answered("4.1")[:2])},  # the other cells deleted
        {LESSON: b"\xef\xbb\xbf" + notebook(*answered("4.1"))},
        {LESSON: notebook("%matplotlib inline", *answered("4.1"), "a = (")},
    ],
)
def test_cells_are_found_wherever_they_stand(tmp_path, files):
    assert collected(tmp_path, files).answers["4.1"] == FIGURES


SPEAKS = 'draft = """# Figures\\nThe figures, later_figures and not_figures are these."""'


@pytest.mark.parametrize(
    ("cells", "lesson"),
    [
        ([SPEAKS], "07"),  # words of a brief are no names of answers
        ([SPEAKS, "check('7.3', draft)", "a = figures"], "07"),
        (['check("4.1", figures)', "draft = ..."], "04"),  # a tie: the first
        (["later_figures: list = [1]"], "04"),
        (["if figures == 1: pass", "draft = 1"], "07"),  # a comparison assigns nothing
        (["for figures in []: pass"], "04"),  # nothing is assigned plainly: what is mentioned will do
        (["a = 1"], ""),
    ],
)
def test_the_lesson_is_that_whose_answers_are_assigned_or_checked(cells, lesson):
    assert lesson_of_cells(cells, paper("4", "7").exercises) == lesson


def test_what_is_computed_is_run_and_only_what_was_asked_for_is_taken(tmp_path):
    asked = []

    def run(_cells, names):
        asked.append(names)
        return Ran("ran", {"figures": [1], "later_figures": [2], "change": 3}, {}, {2: "NameError"}, 3)

    found = collected(tmp_path, {LESSON: notebook("figures = [0 + 1]", "later_figures = [5]")}, run)
    assert asked == [["figures"]]
    assert found.answers["4.1"] == [1]
    assert found.answers["4.2"] == [5]
    assert "5.2" not in found.answers
    assert (found.state, found.notes) == (
        "graded",
        ["04-record-the-figures.ipynb: code cell 2 stopped: NameError"],
    )


@pytest.mark.parametrize(
    ("ran", "state"),
    [("timed out", "timed out"), ("ended early", "partly run"), ("out of memory", "partly run")],
)
def test_a_notebook_that_did_not_end_keeps_what_was_answered(tmp_path, ran, state):
    found = collected(
        tmp_path, {LESSON: notebook("figures = [0 + 1]")}, lambda *_: Ran(ran, {"figures": [1]}, {}, {}, 4)
    )
    assert (found.state, found.answers["4.1"]) == (state, [1])
    assert found.notes == [f"{LESSON}: {ran} after code cell 4; what was answered until then counts"]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "no notebook, or only a part of one"),
        (notebook("a = 1")[:-20], "no notebook, or only a part of one"),
        (b"[" * 100_000, "no notebook, or only a part of one"),
        ("é".encode("latin-1"), "not in UTF-8"),
        (b"[1]", "no cells"),
        (b'{"cells": 5}', "no cells"),
        (b'{"worksheets": []}', "before 2015"),
        (notebook("a = 1"), "answers no exercise"),
    ],
)
def test_what_is_no_notebook_is_not_gradable_and_says_why(tmp_path, data, why):
    found = collected(tmp_path, {LESSON: data})
    assert found.state == "not gradable"
    assert why in found.notes[0]


@pytest.mark.parametrize(
    "cells",
    [
        [
            5,
            None,
            {"cell_type": "code"},
            {"cell_type": "code", "source": 7},
            {"cell_type": "code", "source": [1, "x"]},
        ],
        [{"cell_type": "markdown", "source": "figures = [1]"}],
    ],
)
def test_odd_cells_are_passed_over(tmp_path, cells):
    good = json.loads(notebook(*answered("4.1")))
    good["cells"] = [*cells, *good["cells"]]
    assert collected(tmp_path, {LESSON: json.dumps(good).encode()}).answers["4.1"] == FIGURES


def test_the_newest_attempt_counts_and_the_others_are_told(tmp_path):
    copy = LESSON.replace(".ipynb", " (1).ipynb")
    put(tmp_path / "anna", {copy: notebook(*answered("4.1")), LESSON: notebook(*answered("4.2"))})
    os.utime(tmp_path / "anna" / copy, (0, 1_700_000_000))
    found = collected(tmp_path, {})
    assert (found.answers["4.1"], found.answers["4.2"]) == (None, model_answers()["4.2"])
    assert found.notes == [f"{copy} is an earlier attempt than {LESSON}: kept, not graded"]


def test_what_widgets_saved_counts_where_the_notebook_has_nothing(tmp_path):
    files = {LESSON: notebook(*answered("4.2")), "answers/04.json": saved(**{"4_1": FIGURES, "4_2": ["x"]})}
    found = collected(tmp_path, files)
    assert (found.answers["4.1"], found.answers["4.2"]) == (FIGURES, model_answers()["4.2"])


def test_what_widgets_saved_counts_without_a_notebook(tmp_path):
    assert collected(tmp_path, {"answers/04.json": saved(**{"4_1": FIGURES})}).answers["4.1"] == FIGURES


@pytest.mark.parametrize(
    "data", [b"{", b"[]", b'{"answers": 5}', b'{"answers": {"4.1": {"a": NaN}}}', b"[" * 99_999]
)
def test_a_broken_answers_file_costs_nothing_else(tmp_path, data):
    found = collected(tmp_path, {LESSON: notebook(*answered("4.1")), "answers/04.json": data})
    assert (found.answers["4.1"], found.state) == (FIGURES, "graded")


def test_points_and_checks_that_a_file_claims_are_nobodys_word(tmp_path):
    data = {
        "checks": {"4.1": {"points": 5, "status": "right"}},
        "hints": {"4.1": {"rung": 9}, "4.2": "x"},
        "answers": {},
    }
    found = collected(tmp_path, {"answers/04.json": json.dumps(data).encode(), LESSON: notebook(*answered())})
    assert found.answers["4.1"] is None
    assert found.hints == {"4.1": 4}


@pytest.mark.parametrize("answer", ["object()", "16 ** 500"])
def test_an_answer_that_is_no_data_is_told_by_its_shape(tmp_path, answer):
    found = collected(
        tmp_path,
        {LESSON: notebook(f"figures = {answer}")},
        lambda *_: Ran("ran", {}, {"figures": "no data"}, {}, 1),
    )
    assert (found.shapes, "4.1" in found.answers) == ({"4.1": "no data"}, False)


def test_a_number_of_a_million_digits_is_a_shape(tmp_path):
    assert "digits" in collected(tmp_path, {LESSON: notebook("figures = 0x" + "f" * 10_000)}).shapes["4.1"]


def test_who_handed_in_something_else_is_not_gradable(tmp_path):
    assert collected(tmp_path, {"essay.docx": b""}).state == "not gradable"
