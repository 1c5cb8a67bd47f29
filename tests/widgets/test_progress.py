"""Does the view of progress tell what was kept, kindly, and lead back to the right lesson?"""

from __future__ import annotations

import json
from datetime import datetime, timedelta

import pytest

from dateline import check, hint, open_case, progress
from dateline.answers import Saved
from dateline.exercises import LONGEST_PAUSE, _times
from dateline.widgets.progress_lines import Line, reviews

WRONG = {"q1": "a", "q2": "d"}
STOCK = {"fewer": {"lower": 1300, "upper": None, "hedge": "more than"}}


@pytest.fixture(autouse=True)
def at_home(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def line(id):
    return next(each for each in progress().lines if each.id == id)


def test_at_first_it_is_empty_and_kind():
    told = repr(progress())
    assert "a fine place to begin" in told
    assert "Lesson" not in told
    assert "a fine place to begin" in progress()._repr_html_()
    assert "<table" not in progress()._repr_html_()


def test_it_says_that_nothing_leaves_the_computer():
    assert "Nothing leaves it" in repr(progress())
    assert "Nothing leaves it" in progress()._repr_html_()


def test_every_exercise_of_every_case_stands_in_it_once():
    ids = [each.id for each in progress().lines]
    assert ids == sorted(set(ids), key=lambda id: [int(part) for part in id.split(".")])
    assert {"0.1", "7.4", "8.6"} <= set(ids)
    assert {each.id for each in progress(open_case("tolvane-dam")).lines} == {
        id for id in ids if id.startswith("8")
    }


def test_points_tries_and_hints_come_from_checks_and_hints(capsys):
    check("5.2", STOCK)
    check("5.2", {**STOCK, "share": {"lower": 50, "upper": None, "hedge": "about half or more"}})
    hint("5.2")
    told = line("5.2")
    assert (told.status, told.tries, told.hints, told.possible, told.planned) == ("partly", 2, 1, 4, 10)
    assert 0 < told.points < 4
    assert "◐ 5.2 How many fewer, and what share?: partly" in repr(progress())
    assert "5.1" not in repr(progress()), "what is not tried takes no room in the text"
    table = progress().table.set_index("id")
    assert table.loc["5.2", "tries"] == 2
    assert table.loc["5.1", "status"] == "not tried"
    assert len(table) == len(progress().lines)


def test_a_lesson_and_a_case_sum_up_minutes_and_hints():
    for id, seconds, rung in (("5.2", 600, 1), ("5.3", 300, 2)):
        Saved("05").put("checks", id, {"status": "partly", "points": 1, "tries": 1, "seconds": seconds})
        Saved("05").put("hints", id, {"rung": rung})
    lines = repr(progress(open_case("syria-withdrawal"))).splitlines()
    (lesson,) = [each for each in lines if each.startswith("Lesson 05")]
    (case,) = [each for each in lines if each.startswith("All exercises")]
    assert "2 of 20 points" in lesson
    assert "hints 3, minutes between checks 15 (planned: " in lesson
    assert "hints 3, minutes between checks 15 (planned: " in case


def test_an_answer_saved_by_a_widget_is_begun():
    Saved("02").put("answers", "2.1", {"a": "event"})
    assert line("2.1").status == "begun"
    Saved("02").put("answers", "2.1", None)
    assert line("2.1").status == "not tried"


def test_misconceptions_lead_back_to_a_lesson_and_count_as_mended_later(capsys):
    check("5.2", STOCK)
    (review,) = [each for each in progress().review if each.key == "stock-for-flow"]
    assert (review.ids, review.lesson, review.mended) == (("5.2",), "05", False)
    assert "stock for flow (in 5.2): A stock is what is there at one time." in repr(progress())
    check("5.2", {"fewer": {"lower": 1000, "upper": None, "hedge": "more than about"}})
    (review,) = [each for each in progress().review if each.key == "stock-for-flow"]
    assert review.mended
    assert "✓ stock for flow (in 5.2): mended since." in repr(progress())


def made(id, *open, met=()):
    return Line(id, "", "", "partly", 1, 2, 1, 0, 1, 5, open, (*open, *met))


def test_the_most_frequent_comes_first_and_mended_ones_last():
    lines = [
        made("3.1", "wrong-week", met=["fence-post"]),
        made("4.1", "hedge-dropped"),
        made("5.2", "hedge-dropped"),
    ]
    assert [(each.key, each.ids) for each in reviews(lines)] == [
        ("hedge-dropped", ("4.1", "5.2")), ("wrong-week", ("3.1",)), ("fence-post", ("3.1",)),
    ]  # fmt: skip


LESSONS = [
    ("hedge-dropped", "5.2", "05", "the lesson in which it was met"),
    ("hedge-dropped", "7.1", "04", "writing brings all together: back to where figures are taught"),
    ("wrong-week", "8.3", "03", "and dates"),
    ("outlet-as-speaker", "8.2", "02", "and speakers"),
    ("uncited", "7.3", "07", "the brief itself"),
]


@pytest.mark.parametrize(("key", "id", "lesson", "why"), LESSONS)
def test_a_misconception_has_a_lesson_to_go_back_to(key, id, lesson, why):
    assert reviews([made(id, key)])[0].lesson == lesson, why


NOON = datetime(2026, 3, 2, 12)
PAUSES = [
    ({}, 0, "the first check"),
    ({"last": "2026-03-02T11:50:00", "seconds": 60}, 660, "ten minutes of work"),
    ({"last": "2026-03-01T11:50:00", "seconds": 60}, 60, "a break of a day is none"),
    ({"last": "2026-03-02T12:05:00", "seconds": 60}, 60, "a clock put back"),
    ({"last": "noon", "seconds": 60}, 60, "not a time"),
    ({"last": 5, "seconds": 60}, 60, "nor this"),
]


@pytest.mark.parametrize(("before", "seconds", "why"), PAUSES)
def test_minutes_are_those_between_checks_without_breaks(before, seconds, why):
    assert _times(before, NOON)["seconds"] == seconds, why


def test_first_and_last_check_are_kept():
    first = _times({}, NOON)
    later = _times(first, NOON + timedelta(seconds=LONGEST_PAUSE))
    assert (later["first"], later["last"]) == ("2026-03-02T12:00:00", "2026-03-02T12:30:00")
    assert later["seconds"] == LONGEST_PAUSE


def test_a_record_written_by_hand_never_breaks_the_view():
    odd = {
        "5.1": [],
        "5.2": {"status": "grand", "points": "many", "misconceptions": ["no-such"]},
        "5.3": {"met": ["x"]},
    }
    Saved("05").path.parent.mkdir()
    Saved("05").path.write_text(json.dumps({"schema": 1, "checks": odd}))
    assert line("5.2").status == "not tried"
    assert progress().review == []
    assert "Lesson" not in repr(progress())


def test_the_page_escapes_and_folds_lessons_away(capsys):
    check("0.1", WRONG)
    page = progress()._repr_html_()
    assert page.count("<details") == 9
    assert page.count("<details open") == 1
    assert "Nothing is checked" not in page
    assert "scope='row'" in page
