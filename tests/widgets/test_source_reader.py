"""Does the source reader keep claims and what is said of them, and refuse what is not there?"""

import os

import pytest

from dateline import open_case
from dateline.answers import Saved
from dateline.errors import KitError
from dateline.exercises import mark
from dateline.marks import spans_of
from dateline.widgets import SourceReader


@pytest.fixture
def case():
    return open_case("syria-withdrawal")


def add(desk, start, end, source="S1", paragraph=7, **about):
    place = {"source": source, "paragraph": paragraph, "start": start, "end": end}
    return desk.act({"do": "add", "re": 1, **place, "about": about})


def edit(desk, field, value, row=0):
    return desk.act({"do": "edit", **desk.rows[row], "field": field, "value": value})


def test_a_marked_claim_is_a_selector_that_finds_its_words(case, tmp_path):
    desk = SourceReader(case, "2.2", folder=tmp_path)
    text = case.sources["S1"].paragraph(7).text
    start = text.index("more than 2,000")
    assert add(desk, start - 1, start + 16)["ok"], "spaces at either end are left out"
    row = desk.answer[0]
    assert text[row["start"] : row["end"]] == row["exact"] == "more than 2,000"
    assert text.startswith(row["prefix"] + row["exact"] + row["suffix"], start - len(row["prefix"]))


def test_what_is_marked_is_on_the_disk_and_comes_back(case, tmp_path):
    add(SourceReader(case, "2.2", folder=tmp_path), 0, 7)
    assert Saved("02", tmp_path).get("answers", "2.2") == SourceReader(case, "2.2", folder=tmp_path).answer
    assert len(SourceReader(case, "2.2", folder=tmp_path).rows) == 1


REFUSED = [
    ({"start": 5, "end": 5}, "Nothing is selected"),
    ({"start": 9, "end": 5}, "Nothing is selected"),
    ({"start": None, "end": "x"}, "Nothing is selected"),
    ({"start": 0, "end": 7, "paragraph": 99}, "in no paragraph"),
    ({"start": 0, "end": 7, "paragraph": "7"}, "in no paragraph"),
    ({"start": 0, "end": 7, "source": "S9"}, "in no paragraph"),
]


@pytest.mark.parametrize(("change", "told"), REFUSED)
def test_what_is_not_there_is_refused_in_words(case, tmp_path, change, told):
    desk = SourceReader(case, "2.2", folder=tmp_path)
    reply = add(desk, **change)
    assert not reply["ok"]
    assert told in reply["why"]
    assert desk.answer == []


def test_the_same_words_are_recorded_once_and_can_be_removed(case, tmp_path):
    desk = SourceReader(case, "2.2", folder=tmp_path)
    add(desk, 0, 7)
    assert "recorded already" in add(desk, 0, 7)["why"]
    assert desk.act({"do": "remove", **desk.answer[0]})["ok"]
    assert desk.answer == []


def test_a_full_disk_is_told_and_the_rows_stay_as_they_were(case, tmp_path, monkeypatch):
    desk = SourceReader(case, "2.2", folder=tmp_path)
    add(desk, 0, 7)

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    reply = add(desk, 8, 12)
    assert not reply["ok"]
    assert "No space left" in reply["why"]
    assert len(desk.answer) == 1


def test_a_broken_answers_file_is_kept_aside_and_the_page_told(case, tmp_path):
    (tmp_path / "02.json").write_text("{")
    assert "02.broken-1.json" in SourceReader(case, "2.2", folder=tmp_path).notice


def test_without_an_exercise_nothing_is_said_to_be_kept(case):
    assert add(SourceReader(case), 0, 7)["kept"] is False


def test_an_unknown_exercise_is_refused(case):
    with pytest.raises(KitError, match=r"no exercise '9\.9'"):
        SourceReader(case, "9.9")


def test_the_widget_reads_the_same_every_time(case):
    assert repr(SourceReader(case)) == "SourceReader(syria-withdrawal, recorded: 0)"


def test_what_is_said_of_a_claim_is_kept_and_blanks_are_left_out(case, tmp_path):
    desk = SourceReader(case, "2.2", folder=tmp_path)
    assert add(desk, 0, 7, kind="figure", speaker="  the  outlet ", hedge="", status=None)["ok"]
    (row,) = SourceReader(case, "2.2", folder=tmp_path).answer
    assert {name: row[name] for name in row if name not in SELECTOR} == {
        "kind": "figure",
        "speaker": "the outlet",
    }


SELECTOR = {"source", "paragraph", "exact", "prefix", "suffix", "start", "end"}


def test_a_field_is_changed_emptied_and_changed_back(case, tmp_path):
    desk = SourceReader(case, "2.2", folder=tmp_path)
    add(desk, 0, 7, kind="plan")
    add(desk, 8, 12)
    assert edit(desk, "kind", "event")["ok"]
    assert edit(desk, "hedge", "about", row=1)["ok"]
    assert [(row.get("kind"), row.get("hedge")) for row in desk.answer] == [("event", None), (None, "about")]
    assert edit(desk, "kind", "")["ok"]
    assert "kind" not in desk.answer[0]
    desk.act({"do": "undo"})
    assert SourceReader(case, "2.2", folder=tmp_path).answer[0]["kind"] == "event"


REFUSED_EDITS = [
    ({"field": "kind", "value": "rumour"}, "“rumour” is not in the list"),
    ({"field": "status", "value": "Done"}, "“Done” is not in the list"),
    ({"field": "exact", "value": "other words"}, "cannot be done here"),
    ({"field": None}, "cannot be done here"),
    ({"field": "hedge", "value": "about", "start": 99}, "no longer recorded"),
    ({"do": "remove", "exact": "other words"}, "no longer recorded"),
    ({"do": "dance"}, "cannot be done here"),
]


@pytest.mark.parametrize(("change", "told"), REFUSED_EDITS)
def test_a_change_that_cannot_be_made_is_refused_in_words(case, tmp_path, change, told):
    desk = SourceReader(case, "2.2", folder=tmp_path)
    add(desk, 0, 7)
    before = desk.answer
    reply = desk.act({"do": "edit", **before[0], **change})
    assert not reply["ok"]
    assert told in reply["why"]
    assert desk.answer == before
    assert desk.undoable == 1, "what is refused cannot be undone"


def test_a_claim_with_a_word_that_is_not_in_the_list_is_not_recorded(case):
    desk = SourceReader(case)
    assert "not in the list" in add(desk, 0, 7, status="rumoured")["why"]
    assert desk.answer == []


def test_rows_typed_by_hand_are_shown_and_stay_as_they_are(case, tmp_path):
    typed = [
        {"source": "S1", "paragraph": 9, "exact": "about 2,000 fighters", "kind": "numbers"},
        {"source": "S1", "paragraph": 9, "exact": "words of no report"},
    ]
    Saved("02", tmp_path).put("answers", "2.2", typed)
    desk = SourceReader(case, "2.2", folder=tmp_path)
    text = case.sources["S1"].paragraph(9).text
    assert text[desk.rows[0]["start"] : desk.rows[0]["end"]] == "about 2,000 fighters"
    assert desk.rows[1]["start"] is None
    add(desk, 0, 5, paragraph=14)
    assert {row["exact"] for row in typed} < {row["exact"] for row in desk.answer}, "nothing recorded is lost"
    assert desk.answer[0]["kind"] == "numbers"


@pytest.mark.parametrize("about", [{}, {"kind": "figure", "speaker": "US military", "hedge": "about"}])
def test_the_check_takes_rows_with_and_without_what_is_said_of_them(case, tmp_path, about):
    desk = SourceReader(case, "2.2", folder=tmp_path)
    for target in case.exercises["2.2"].arguments["targets"]:
        row = case.key.by_id[target["row"]]
        text = case.sources[row.source].paragraph(row.paragraph).text
        ((start, end),) = spans_of(target["core"], text)
        assert add(desk, start, end, row.source, row.paragraph, **about)["ok"]
    assert mark("2.2", desk.answer, case, {}).status == "right"


def test_only_an_exercise_that_asks_for_claims_is_opened(case):
    for exercise in ("2.1", "4.1", "6.5"):
        with pytest.raises(KitError, match=f"exercise {exercise} does not ask for claims"):
            SourceReader(case, exercise)


def test_a_day_is_a_whole_day(case):
    assert SourceReader(case, as_known="2018-12-31").as_known == "2018-12-31"
    with pytest.raises(KitError, match="“2018-12” is not a day"):
        SourceReader(case, as_known="2018-12")


def test_the_exercise_limits_what_is_shown(case):
    shown = {(r["id"], p["number"]) for r in SourceReader(case, "2.2").reports for p in r["paragraphs"]}
    assert shown == {("S1", 9), ("S1", 14), ("S2", 6), ("S2", 12), ("S2", 15)}
