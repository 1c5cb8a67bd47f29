"""Does the source reader keep what is marked, with offsets that are true, and refuse what is not there?"""

import os

import pytest

from dateline import open_case
from dateline.answers import Saved
from dateline.cases import Case, Key
from dateline.errors import KitError
from dateline.sources import Paragraph, Source
from dateline.widgets import SourceReader


@pytest.fixture
def case():
    return open_case("syria-withdrawal")


def add(desk, start, end, source="S1", paragraph=7):
    return desk.act(
        {"do": "add", "re": 1, "source": source, "paragraph": paragraph, "start": start, "end": end}
    )


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


@pytest.mark.parametrize(("before", "units"), [("", 0), ("🚁", 2), ("שלום ", 5), ("e\u0301", 2)])
def test_offsets_of_the_page_become_code_points(tmp_path, before, units):
    text = f"{before}more than 700 left."
    base = open_case("syria-withdrawal")
    case = Case("odd", base.about, {"S1": Source("S1", (Paragraph("S1", 1, text),))}, Key({}))
    desk = SourceReader(case)
    assert add(desk, units, units + 13, paragraph=1)["ok"]
    row = desk.answer[0]
    assert text[row["start"] : row["end"]] == row["exact"] == "more than 700"


def test_without_an_exercise_nothing_is_said_to_be_kept(case):
    assert add(SourceReader(case), 0, 7)["kept"] is False


def test_an_unknown_exercise_is_refused(case):
    with pytest.raises(KitError, match=r"no exercise '9\.9'"):
        SourceReader(case, "9.9")


def test_the_widget_reads_the_same_every_time(case):
    assert repr(SourceReader(case)) == "SourceReader(syria-withdrawal, recorded: 0)"
