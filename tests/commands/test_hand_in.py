"""Does `dateline hand-in` pack the exercises and say what will be seen?"""

from __future__ import annotations

import pytest

from dateline.cli import main
from tests.grading.making import LESSON, answered, notebook, put


@pytest.fixture
def folder(tmp_path, monkeypatch):
    made = put(tmp_path / "exercises", {LESSON: notebook(*answered("4.1"))})
    monkeypatch.chdir(tmp_path)
    return made


def test_it_packs_and_says_so(folder, capsys):
    assert main(["hand-in", "exercises", "--name", "Anna Berg"]) == 0
    told = capsys.readouterr().out
    assert (folder.parent / "hand-in Anna Berg.zip").is_file()
    for part in (
        "Notebooks in it: 1",
        "Answered: 1 of 35",
        "Not tried yet: 1.1",
        "Your teacher will see",
        "Nothing has been sent",
    ):
        assert part in told


def test_in_the_folder_itself_no_folder_need_be_named(folder, monkeypatch, capsys):
    monkeypatch.chdir(folder)
    assert main(["hand-in", "--name", "Anna", "--out", "mine.zip"]) == 0
    assert (folder / "mine.zip").is_file()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["nowhere"], "nowhere is no folder"),
        (["exercises", "--name", "../../x"], "cannot be the name of a file"),
        (["exercises", "--name", "  "], "cannot be the name of a file"),
        (["exercises", "--out", "nowhere/a.zip"], "nowhere"),
    ],
)
def test_what_cannot_be_done_is_told(folder, capsys, words, told):
    assert main(["hand-in", *words]) == 1
    assert told in capsys.readouterr().err
