"""Are dates picked at their desk by mouse and by keyboard alone, saved as EDTF and taken by the check?"""

from __future__ import annotations

import json

import pytest

from dateline import open_case
from dateline.exercises import mark

CELLS = (
    "from dateline import open_case\nfrom dateline.widgets import DateDesk\n"
    'case = open_case("syria-withdrawal")',
    'DateDesk(case, exercise="{0}")',
)


@pytest.fixture(autouse=True)
def no_old_answers(server):
    for file in (server[1] / "exercises").glob("answers/*.json"):
        file.unlink()


def kept(server, exercise):
    text = (server[1] / "exercises" / "answers" / "03.json").read_text(encoding="utf-8")
    return json.loads(text)["answers"][exercise]


def started(lab, write_notebook, name, exercise):
    lab.open(write_notebook(name, CELLS[0], CELLS[1].format(exercise)))
    lab.run_all()
    desk = lab.page.locator(".dl-dates")
    desk.wait_for()
    return desk


def test_days_spans_months_and_no_date_are_picked_by_mouse(lab, server, write_notebook):
    desk = started(lab, write_notebook, "dates-mouse", "3.1")
    expression = desk.get_by_role("combobox", name="Time expression")
    shape = desk.get_by_role("combobox", name="What the text allows")

    def pick(letter, kind, *clicks):
        expression.select_option(str("abcdefghijkl".index(letter)))
        shape.select_option(kind)
        for name in clicks:
            desk.get_by_role("button", name=name).click()

    pick("a", "set", *(f"Wednesday {day} December 2018" for day in (5, 12, 19, 26)))
    desk.get_by_text("one of 5, 12, 19 or 26 December 2018").wait_for()
    pick("c", "year", "Take the year shown")
    desk.get_by_text("2018 means: ").wait_for()
    pick("d", "season", "Spring")
    desk.get_by_text("2018-21 means: ").wait_for()
    pick("e", "month", "Take the month shown")
    desk.get_by_text("2018-12 means: ").wait_for()
    pick("g", "day", "Wednesday 16 October 2019")
    desk.get_by_text("2019-10-16 means: ").wait_for()
    pick("k", "span", "Saturday 19 October 2019", "Up to this day")
    desk.get_by_text("../2019-10-19 means: ").wait_for()
    pick("l", "none")
    desk.get_by_text("no date means: ").wait_for()
    result = mark("3.1", kept(server, "3.1"), open_case("syria-withdrawal"), {})
    wrong = {finding.part for finding in result.findings if finding.verdict == "wrong"}
    assert wrong == set(), "each date picked is right"
    desk.get_by_role("button", name="Undo the last change").click()
    desk.get_by_text("Dates recorded: 6 of 12").wait_for()


def test_a_day_pressed_where_no_day_counts_is_answered_in_words(lab, server, write_notebook):
    desk = started(lab, write_notebook, "dates-no-day", "3.1")
    shape = desk.get_by_role("combobox", name="What the text allows")
    day = desk.get_by_role("button", name="Wednesday 5 December 2018")
    shape.select_option("season")
    day.click()
    desk.get_by_text("press Spring, Summer, Autumn or Winter").wait_for()
    shape.select_option("none")
    desk.get_by_text("no date means: ").wait_for()
    day.click()
    desk.get_by_text("so no day is taken").wait_for()
    assert day.get_attribute("aria-pressed") == "false", "it is not shown as taken"
    assert kept(server, "3.1")["a"]["edtf"] == "no date"


def test_the_last_expression_keeps_the_focus_and_the_keys(lab, write_notebook):
    desk = started(lab, write_notebook, "dates-last", "3.1")
    cells = lab.page.locator(".jp-Cell").count()
    desk.get_by_role("combobox", name="Time expression").select_option("10")
    after = desk.get_by_role("button", name="Next")
    after.focus()
    for key in ("Enter", "Enter", "b", "Enter"):
        lab.page.keyboard.press(key)
    assert after.get_attribute("aria-disabled") == "true"
    assert after.evaluate("(e) => e === document.activeElement")
    assert desk.get_by_role("combobox", name="Time expression").input_value() == "11"
    assert lab.page.locator(".jp-Cell").count() == cells


def test_which_wednesday_is_answered_by_keyboard_alone_and_outlives_a_restart(lab, server, write_notebook):
    desk = started(lab, write_notebook, "dates-keys", "3.2")
    cells = lab.page.locator(".jp-Cell").count()
    press = lab.page.keyboard.press
    desk.get_by_role("combobox", name="What the text allows").focus()
    press("ArrowDown")  # one of several days
    for key in ("Tab", "Tab", "Tab"):  # two buttons for the month, then one day of it
        press(key)
    assert lab.page.evaluate("document.activeElement.dataset.day") == "2018-12-01"
    for key in ("ArrowDown", "ArrowLeft", "ArrowLeft", "ArrowLeft", "Enter"):
        press(key)
    for _ in range(3):
        press("ArrowDown")
        press("Enter")
    desk.get_by_text("one of 5, 12, 19 or 26 December 2018").wait_for()
    desk.get_by_role("textbox", name="What would settle it?").focus()
    lab.page.keyboard.type("the printed issue with its day, b x dd")
    press("Tab")
    desk.get_by_text("Saved", exact=True).wait_for()
    answer = kept(server, "3.2")
    assert mark("3.2", answer, open_case("syria-withdrawal"), {}).status == "right"
    assert lab.page.locator(".jp-Cell").count() == cells, "single letters are no commands inside a widget"
    lab.restart()
    lab.run_all()
    desk.get_by_text("Dates recorded: 1 of 1").wait_for()
    assert (
        desk.get_by_role("button", name="Wednesday 26 December 2018").get_attribute("aria-pressed") == "true"
    )


def test_a_dead_kernel_is_shown_as_not_saved(lab, server, write_notebook):
    desk = started(lab, write_notebook, "dates-dead", "3.2")
    lab.page.evaluate("window.dlContext.sessionContext.shutdown()")
    desk.get_by_role("button", name="Wednesday 5 December 2018").click()
    desk.get_by_text("Not saved yet: run this cell again").wait_for()
    assert not (server[1] / "exercises" / "answers" / "03.json").exists()


def test_what_is_typed_stays_until_it_is_saved_and_longer_where_it_is_refused(lab, server, write_notebook):
    desk = started(lab, write_notebook, "dates-typed", "3.1")
    written = desk.get_by_role("textbox", name="The date in EDTF")
    written.fill("2018-12-5")
    desk.get_by_role("textbox", name="Your reason").fill("said in")  # and one stays in the field
    desk.get_by_text("“2018-12-5” is not a date").wait_for()
    assert written.input_value() == "2018-12-5"
    assert written.get_attribute("aria-invalid") == "true"
    desk.get_by_text("Saved", exact=True).wait_for()
    assert kept(server, "3.1")["a"] == {"edtf": None, "reason": "said in"}
    desk.get_by_role("button", name="Next").click()
    assert written.input_value() == ""
    desk.get_by_role("button", name="Previous").click()
    assert written.input_value() == "2018-12-5"
    written.fill("2018-12-05")
    written.press("Enter")
    desk.get_by_text("2018-12-05 means: ").wait_for()
    assert written.get_attribute("aria-invalid") == "false"
