"""Is what a learner hands in whole, and does grading take it as it is?"""

from __future__ import annotations

import json
import zipfile

import pytest

from dateline.answers import Saved
from dateline.errors import KitError
from dateline.exercises import hint
from dateline.grading.gradebook import Gradebook
from dateline.grading.packing import gather_pack, note_handed_in, write_pack
from dateline.grading.papers import PaperSpec
from dateline.grading.pool import Setup
from dateline.grading.run import grade_class
from tests.answer_sheets import case_of, model_answers
from tests.grading.making import LESSON, answered, notebook, paper, points, put, solved


@pytest.fixture
def folder(tmp_path):
    made = put(tmp_path / "exercises", {LESSON: notebook(*answered("4.1"))})
    Saved("04", made / "answers").put("answers", "4.2", model_answers()["4.2"])
    Saved("04", made / "answers").put("hints", "4.3", {"rung": 2})
    return made


def packed(folder):
    return gather_pack(folder, paper("4").exercises)


def test_notebooks_and_saved_answers_are_packed(folder):
    pack = packed(folder)
    assert sorted(pack.files) == [LESSON, "answers/04.json"]
    assert (pack.answered, pack.untried, pack.computed, pack.hints) == (["4.1", "4.2"], ["4.3"], [], 2)


def test_nothing_is_run_and_what_is_computed_counts_as_answered(folder):
    put(folder, {LESSON: notebook("figures = [0 + 1]", "open('ran', 'w')")})
    assert packed(folder).computed == ["4.1"]
    assert not (folder / "ran").exists()


@pytest.mark.parametrize("data", [b"{", b"\xff"])
def test_a_notebook_that_cannot_be_read_is_told_before_it_is_handed_in(folder, data):
    put(folder, {"05-check-figures-across-dates.ipynb": data})
    assert "05-check-figures" in packed(folder).troubles[0]


def test_a_folder_without_notebooks_is_told(tmp_path):
    with pytest.raises(KitError, match="There is no notebook in"):
        packed(tmp_path)


def test_the_manifest_says_what_is_in_it(folder, tmp_path):
    write_pack(packed(folder), tmp_path / "a.zip", "Anna")
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        told = json.loads(archive.read("hand-in.json"))
    assert (told["name"], told["answered"], told["untried"]) == ("Anna", ["4.1", "4.2"], ["4.3"])
    assert sorted(told["files"]) == [LESSON, "answers/04.json"]


def test_a_file_that_is_there_is_left_as_it_is(folder, tmp_path):
    (tmp_path / "a.zip").write_text("mine")
    with pytest.raises(KitError, match="is there already"):
        write_pack(packed(folder), tmp_path / "a.zip", "Anna")
    assert (tmp_path / "a.zip").read_text() == "mine"


def test_what_is_packed_is_graded(folder, tmp_path):
    write_pack(packed(folder), tmp_path / "hand-in Anna Berg.zip", "Anna Berg")
    with Gradebook(tmp_path / "gradebook.db") as book:
        grade_class([tmp_path / "hand-in Anna Berg.zip"], book, Setup(PaperSpec(only=("4",))), 1)
        (anna,) = book.gradings()
    assert (anna.name, anna.state, points(anna), anna.hints) == (
        "Anna Berg",
        "graded",
        {"4.1": 5, "4.2": 5},
        {"4.3": 2},
    )


def test_the_last_lesson_opens_its_hints_once_it_is_handed_in(tmp_path, monkeypatch):
    folder = put(tmp_path / "exercises", {"08-on-your-own.ipynb": solved("08")})
    monkeypatch.chdir(folder)
    assert "Hints are off" in hint("8.1", case_of("8.1")).text
    note_handed_in(folder, gather_pack(folder, paper("8").exercises))
    assert "Hints are off" not in hint("8.1", case_of("8.1")).text
