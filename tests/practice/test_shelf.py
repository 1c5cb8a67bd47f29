"""Does each practice case keep its own saved answers?"""

from __future__ import annotations

from dateline.answers import Saved
from dateline.practice.shelf import take_up


def test_answers_of_another_case_are_put_aside_and_come_back(tmp_path):
    take_up("practice-7-1", tmp_path)
    Saved("09", tmp_path).put("answers", "9.3", {"a": "2019-10-16"})
    take_up("practice-8-1", tmp_path)
    assert Saved("09", tmp_path).get("answers", "9.3") is None
    Saved("09", tmp_path).put("answers", "9.3", {"a": "2004-06-14"})
    take_up("practice-7-1", tmp_path)
    assert Saved("09", tmp_path).get("answers", "9.3") == {"a": "2019-10-16"}
    take_up("practice-8-1", tmp_path)
    assert Saved("09", tmp_path).get("answers", "9.3") == {"a": "2004-06-14"}


def test_the_same_case_again_changes_nothing(tmp_path):
    take_up("practice-7-1", tmp_path)
    Saved("09", tmp_path).put("answers", "9.1", {"S1": {}})
    take_up("practice-7-1", tmp_path)
    assert Saved("09", tmp_path).get("answers", "9.1") == {"S1": {}}


def test_a_folder_that_cannot_be_written_costs_only_that(tmp_path):
    (tmp_path / "answers").write_text("a file where the folder must be")
    take_up("practice-7-1", tmp_path / "answers")
    assert (tmp_path / "answers").is_file()
