"""What if one answer is changed in two notebooks, in two widgets, or by messages out of their order?"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from filelock import FileLock

from dateline import open_case
from dateline.answers import Saved
from dateline.widgets import AnswerForm, BriefDesk, DateDesk, FigureLedger, SourceReader


@pytest.fixture
def case():
    return open_case("syria-withdrawal")


CLAIM = {"do": "add", "source": "S1", "paragraph": 2, "start": 0, "end": 20}
DESKS = [
    (AnswerForm, "2.1", {"do": "set", "path": ["a"], "value": "plan"}),
    (AnswerForm, "2.1", {"do": "set", "path": ["b"], "value": "event"}),
    (SourceReader, "2.2", CLAIM),
    (DateDesk, "3.1", {"do": "reason", "id": "a", "value": "The report says so."}),
    (DateDesk, "3.2", {"do": "settles", "id": "a", "value": "The archive."}),
    (FigureLedger, "4.1", {"do": "add", "id": "x"}),
    (BriefDesk, "7.3", {"do": "write", "text": "Some troops left [@S1, para. 1]."}),
]


def kept(folder, exercise):
    return Saved(exercise.split(".")[0].zfill(2), folder).get("answers", exercise)


@pytest.mark.parametrize(("desk", "exercise", "change"), DESKS)
def test_what_another_notebook_saved_is_taken_up_when_one_comes_back(case, tmp_path, desk, exercise, change):
    one, other = desk(case, exercise, folder=tmp_path), desk(case, exercise, folder=tmp_path)
    assert other.act(change)["ok"]
    assert one.answer != other.answer
    one._on_message(one, {"do": "look"}, [])
    assert one.answer == other.answer == kept(tmp_path, exercise)
    assert one.undoable == 0, "what was done elsewhere is not undone here"


@pytest.mark.parametrize(("desk", "exercise", "change"), DESKS)
def test_what_another_notebook_saved_is_never_overwritten_unseen(case, tmp_path, desk, exercise, change):
    one, other = desk(case, exercise, folder=tmp_path), desk(case, exercise, folder=tmp_path)
    assert other.act(change)["ok"]
    before = kept(tmp_path, exercise)
    mine = {"do": "write", "text": "Mine."} if desk is BriefDesk else change
    reply = one.act({**mine, "re": "r"})
    assert not reply["ok"]
    assert reply["why"].startswith("Not saved: this ")
    assert (one.answer, kept(tmp_path, exercise)) == (before, before)


def test_a_brief_changed_in_two_notebooks_is_kept_in_both_wordings(case, tmp_path):
    one, other = BriefDesk(case, "7.3", folder=tmp_path), BriefDesk(case, "7.3", folder=tmp_path)
    other.act({"do": "write", "text": "Theirs."})
    assert not one.act({"do": "write", "text": "Mine."})["ok"]
    assert one.act({"do": "write", "text": "Mine, again."})["ok"]
    assert kept(tmp_path, "7.3") == "Mine, again."
    assert [each["text"] for each in Saved("07", tmp_path).get("drafts", "7.3")] == ["Theirs."]


def test_an_answer_that_is_gone_from_the_disk_does_not_empty_the_desk(case, tmp_path):
    desk = FigureLedger(case, "4.1", folder=tmp_path)
    desk.act({"do": "add", "id": "x"})
    (tmp_path / "04.json").unlink()
    assert not desk.look()
    assert len(desk.rows) == 1
    assert desk.act({"do": "add", "id": "y"})["ok"]
    assert len(kept(tmp_path, "4.1")) == 2


def test_a_file_in_use_elsewhere_is_told_and_may_be_tried_again(case, tmp_path, monkeypatch):
    monkeypatch.setattr("dateline.answers.PATIENCE", 0.1)
    desk = FigureLedger(case, "4.1", folder=tmp_path)
    with FileLock(tmp_path / ".04.lock"):
        reply = desk.act({"do": "add", "id": "x"})
    assert (reply["ok"], reply["again"]) == (False, True)
    assert "another notebook keeps the file of your answers in use" in reply["why"]
    assert desk.act({"do": "add", "id": "x"})["ok"]


def test_what_is_sent_again_to_a_widget_made_anew_is_not_done_twice(case, tmp_path):
    """Its first answer found nobody: the page was loaded anew before it came."""
    change = {**CLAIM, "re": "test-elsewhere-1", "view": "v", "turn": 1}
    old, new = (SourceReader(case, "2.2", folder=tmp_path) for _ in range(2))
    replies = []
    for desk in (old, new):
        desk.send = replies.append
        desk._on_message(desk, change, [])
    assert [each["ok"] for each in replies] == [True, True]
    assert new.answer == old.answer == kept(tmp_path, "2.2")
    assert len(new.rows) == 1


def test_messages_handed_over_by_several_threads_are_done_in_their_order(case, tmp_path):
    desk = AnswerForm(case, "3.3", folder=tmp_path)
    replies = []
    desk.send = replies.append
    ids = [value for value, _ in desk.fields.fields[0].choices]
    name = desk.fields.fields[0].name
    messages = [
        {"do": "set", "path": [name], "value": ids[:n], "re": f"t-{n}", "view": "v", "turn": n}
        for n in range(1, len(ids) + 1)
    ]
    with ThreadPoolExecutor(4) as threads:
        list(threads.map(lambda message: desk._on_message(desk, message, []), reversed(messages)))
    assert [each["re"] for each in replies] == [each["re"] for each in messages]
    assert kept(tmp_path, "3.3")[name] == ids
