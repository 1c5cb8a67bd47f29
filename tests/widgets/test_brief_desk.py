"""Does the brief desk save what is written, say what the checker says, and keep drafts apart?"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline import open_case
from dateline.exercises import mark
from dateline.widgets import BriefDesk

BARE = "700 US troops are leaving Syria [@S2, para. 5]."
GOOD = "More than 700 US troops are leaving Syria [@S2, para. 5]."


@pytest.fixture
def case():
    return open_case("syria-withdrawal")


@pytest.fixture
def desk(case, tmp_path):
    return BriefDesk(case, "7.3", folder=tmp_path)


def kept(folder):
    return json.loads((folder / "07.json").read_text(encoding="utf-8"))


def test_what_is_written_is_the_answer_of_the_cell(desk, case, tmp_path):
    text = Path("tests/brief/good.md").read_text(encoding="utf-8")
    assert desk.act({"do": "write", "text": text}) == {
        "re": None, "ok": True, "why": "", "kept": True, "n": 1
    }  # fmt: skip
    assert kept(tmp_path)["answers"]["7.3"] == text
    assert mark("7.3", desk.answer, case, {}).status == "right"


def test_each_sentence_is_told_with_its_evidence(desk):
    desk.act({"do": "write", "text": f"{BARE} {GOOD}"})
    bare, good = desk.report["sentences"]
    assert (bare["lead"], good["lead"]) == ("Not supported", "Supported")
    assert "more than 700" in bare["findings"][0]["where"]
    assert good["evidence"][0]["place"] == "S2, para. 5"
    assert ["more than 700", True] in good["evidence"][0]["pieces"]


def test_a_blank_page_is_not_tried_and_has_no_report(desk):
    desk.act({"do": "write", "text": "  \n"})
    assert desk.answer is None
    assert desk.report == {}


def test_a_text_kept_before_is_there_again(desk, case, tmp_path):
    desk.act({"do": "write", "text": GOOD})
    again = BriefDesk(case, "7.3", folder=tmp_path)
    assert again.text == GOOD
    assert again.report["words"] == desk.report["words"] > 0
    assert repr(again) == "BriefDesk(7.3, words: 8, drafts kept: 0)"


def test_drafts_are_kept_compared_and_reopened(desk, case, tmp_path):
    desk.act({"do": "write", "text": BARE})
    assert desk.act({"do": "keep"})["ok"]
    desk.act({"do": "write", "text": GOOD})
    assert desk.act({"do": "compare", "draft": 0})["ok"]
    assert [change["words"] for change in desk.compared["changes"]] == ["Mended"]
    assert [draft["text"] for draft in kept(tmp_path)["drafts"]["7.3"]] == [BARE]
    assert desk.act({"do": "reopen", "draft": 0})["ok"]
    assert desk.text == BARE
    assert desk.compared == {}, "a comparison with a text that is gone is not shown"
    assert BriefDesk(case, "7.3", folder=tmp_path).drafts == desk.drafts


REFUSED = [
    ({"do": "keep"}, "no text yet"),
    ({"do": "compare", "draft": 0}, "no longer there"),
    ({"do": "reopen", "draft": "0"}, "no longer there"),
    ({"do": "begin"}, "cannot be done here"),
    ({"do": "sing"}, "cannot be done here"),
]


@pytest.mark.parametrize(("message", "why"), REFUSED)
def test_what_cannot_be_done_is_said(desk, message, why):
    reply = desk.act(message)
    assert not reply["ok"]
    assert why in reply["why"]


def test_the_same_text_is_kept_as_a_draft_once(desk):
    desk.act({"do": "write", "text": GOOD})
    assert desk.act({"do": "keep"})["ok"]
    assert not desk.act({"do": "keep"})["ok"]
    assert len(desk.drafts) == 1


def test_a_revision_begins_with_the_first_draft(desk, case, tmp_path):
    assert not BriefDesk(case, "7.4", folder=tmp_path).first_draft
    desk.act({"do": "write", "text": GOOD})
    second = BriefDesk(case, "7.4", folder=tmp_path)
    assert second.first_draft
    second.act({"do": "begin"})
    assert second.text == GOOD
    assert kept(tmp_path)["answers"]["7.3"] == GOOD


def test_a_full_disk_is_told_and_the_report_stays_that_of_what_is_saved(desk, monkeypatch):
    desk.act({"do": "write", "text": GOOD})

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(desk.saved, "put", full)
    reply = desk.act({"do": "write", "text": BARE})
    assert "No space left on device" in reply["why"]
    assert desk.text == GOOD
    assert desk.report["sentences"][0]["lead"] == "Supported"
    assert not desk.act({"do": "keep"})["ok"]
    assert desk.drafts == []


def test_every_paragraph_can_be_cited(desk, case):
    assert len(desk.paragraphs) == sum(len(source.paragraphs) for source in case.sources.values())
    assert desk.paragraphs[0]["citation"] == "[@S1, para. 1]"
    assert max(len(each["label"]) for each in desk.paragraphs) < 90


def test_a_desk_without_an_exercise_keeps_nothing(case, tmp_path):
    desk = BriefDesk(case, folder=tmp_path)
    assert not desk.act({"do": "write", "text": GOOD})["kept"]
    assert desk.act({"do": "keep"})["ok"]
    assert list(tmp_path.iterdir()) == []
