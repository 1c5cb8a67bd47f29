"""Is a brief written at its desk in JupyterLab saved, marked as one pauses, and never lost?"""

from __future__ import annotations

import json

import pytest

OPENED = "from dateline import open_case\nfrom dateline.widgets import BriefDesk\n"
CELLS = (OPENED + 'case = open_case("syria-withdrawal")', 'BriefDesk(case, exercise="7.3")')
BARE = "700 US troops are leaving Syria"


@pytest.fixture(autouse=True)
def no_old_answers(server):
    for file in (server[1] / "exercises").glob("answers/*.json"):
        file.unlink()


def kept(server):
    return json.loads((server[1] / "exercises" / "answers" / "07.json").read_text(encoding="utf-8"))


def started(lab, write_notebook, name):
    lab.open(write_notebook(name, *CELLS))
    lab.run_all()
    desk = lab.page.locator(".dl-brief")
    desk.wait_for()
    return desk


def test_a_brief_is_written_cited_kept_and_compared_by_mouse(lab, server, write_notebook):
    desk = started(lab, write_notebook, "brief-mouse")
    area = desk.get_by_role("textbox", name="Your brief, in Markdown")
    area.fill(BARE)
    desk.get_by_role("combobox", name="Paragraph to cite").select_option("[@S2, para. 5]")
    desk.get_by_role("button", name="Insert the citation").click()
    desk.get_by_text("Not supported").wait_for()
    assert area.input_value() == f"{BARE} [@S2, para. 5]"
    desk.get_by_role("button", name="Keep this draft").click()
    desk.get_by_role("combobox", name="Drafts kept").wait_for()
    area.fill(f"More than {area.input_value()}")
    desk.get_by_text("1 of 1 factual sentences supported").wait_for()
    desk.get_by_role("button", name="Compare with it").click()
    desk.get_by_role("rowheader", name="Mended").wait_for()
    desk.get_by_text("What it rests on").click()
    assert desk.locator("mark").inner_text() == "more than 700"
    desk.get_by_role("button", name="Go back to it").click()
    desk.get_by_text("0 of 1 factual sentences supported").wait_for()
    assert area.input_value() == kept(server)["answers"]["7.3"] == f"{BARE} [@S2, para. 5]"


def test_a_brief_is_written_by_keyboard_alone_and_outlives_a_restart(lab, server, write_notebook):
    desk = started(lab, write_notebook, "brief-keys")
    cells = lab.page.locator(".jp-Cell").count()
    area = desk.get_by_role("textbox", name="Your brief, in Markdown")
    area.focus()
    lab.page.keyboard.type("dd bb xx More than 700 US troops are leaving Syria")
    lab.page.keyboard.press("Tab")  # the list of paragraphs
    assert lab.page.evaluate("document.activeElement.tagName") == "SELECT"
    for key in ("End", *["ArrowUp"] * 11, "Tab", "Enter"):  # the last paragraph is S2, para. 16
        lab.page.keyboard.press(key)
    assert area.evaluate("(e) => e === document.activeElement"), "the caret is back in the text"
    desk.get_by_text("Saved", exact=True).wait_for()
    assert kept(server)["answers"]["7.3"].endswith("Syria [@S2, para. 5]")
    assert lab.page.locator(".jp-Cell").count() == cells, "single letters are no commands inside a widget"
    lab.restart()
    lab.run_all()
    desk.get_by_text("Saved", exact=True).wait_for(state="detached")
    assert area.input_value() == kept(server)["answers"]["7.3"]


def test_a_dead_kernel_is_shown_as_not_saved(lab, server, write_notebook):
    desk = started(lab, write_notebook, "brief-dead")
    lab.page.evaluate("window.dlContext.sessionContext.shutdown()")
    desk.get_by_role("textbox", name="Your brief, in Markdown").fill(BARE)
    desk.get_by_text("Not saved yet: run this cell again").wait_for()
    assert not (server[1] / "exercises" / "answers" / "07.json").exists()
