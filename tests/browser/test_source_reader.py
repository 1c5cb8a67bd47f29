"""Is the source reader used by mouse and by keyboard alone, and is nothing recorded ever lost?"""

from __future__ import annotations

import json

import pytest

CELLS = (
    "from dateline import open_case\nfrom dateline.widgets import SourceReader\n"
    'case = open_case("syria-withdrawal")',
    'SourceReader(case, exercise="2.2", paragraphs=[("S1", 4), ("S1", 9), ("S2", 5)])',
)


@pytest.fixture(autouse=True)
def no_old_answers(server):
    for file in (server[1] / "exercises").glob("answers/*.json"):
        file.unlink()


def kept(server):
    text = (server[1] / "exercises" / "answers" / "02.json").read_text(encoding="utf-8")
    return json.loads(text)["answers"]["2.2"]


def started(lab, write_notebook, name):
    lab.open(write_notebook(name, *CELLS))
    lab.run_all()
    desk = lab.page.locator(".dl-claims")
    desk.wait_for()  # a cell has run before its widget is drawn
    return desk


def test_a_claim_is_marked_by_mouse_and_outlives_a_restart(lab, server, write_notebook):
    desk = started(lab, write_notebook, "mouse")
    desk.get_by_role("textbox", name="S1, paragraph 4").click(click_count=3)
    desk.get_by_text("Selected in S1, para. 4").wait_for()
    desk.get_by_role("button", name="Record as a claim").click()
    desk.get_by_text("Saved", exact=True).wait_for()
    (claim,) = kept(server)
    assert claim["exact"].startswith("“The Pentagon has an order")
    assert lab.page.evaluate("CSS.highlights.get('dl-claim').size") == 1
    lab.restart()
    lab.run_all()
    desk.get_by_text("Claims recorded: 1").wait_for()


def test_words_are_selected_by_keyboard_alone_and_no_cell_is_cut(lab, server, write_notebook):
    desk = started(lab, write_notebook, "keys")
    cells = lab.page.locator(".jp-Cell").count()
    desk.get_by_role("textbox", name="S1, paragraph 4").focus()
    for key in ("Control+Home", "x", "b", "d", "d", *["Shift+Control+ArrowRight"] * 3):
        lab.page.keyboard.press(key)
    desk.get_by_text("Selected in S1, para. 4: “").wait_for()
    lab.page.keyboard.press("Enter")
    desk.get_by_text("Saved", exact=True).wait_for()
    (claim,) = kept(server)
    assert claim["start"] == 0
    assert "Pentagon" in claim["exact"]
    assert lab.page.locator(".jp-Cell").count() == cells, "single letters are no commands inside a widget"
    assert "x" not in desk.get_by_role("textbox", name="S1, paragraph 4").inner_text()[:1]


def test_a_sentence_is_chosen_from_the_list_and_undone(lab, server, write_notebook):
    desk = started(lab, write_notebook, "list")
    picker = desk.get_by_role("combobox", name="Choose a sentence instead of selecting words")
    picker.select_option(index=3)
    desk.get_by_role("button", name="Record as a claim").click()
    desk.get_by_text("Saved", exact=True).wait_for()
    assert len(kept(server)) == 1
    desk.get_by_role("button", name="Undo the last change").click()
    desk.get_by_text("Claims recorded: 0").wait_for()
    assert kept(server) == []


def test_a_selection_over_two_paragraphs_stays_in_the_first(lab, server, write_notebook):
    desk = started(lab, write_notebook, "span")
    lab.page.evaluate("""() => {
      const [first, second] = document.querySelectorAll('.dl-text');
      first.focus();
      document.getSelection().setBaseAndExtent(first.firstChild, 5, second.firstChild, 4);
    }""")
    desk.get_by_text("Selected in S1, para. 4").wait_for()
    desk.get_by_role("button", name="Record as a claim").click()
    desk.get_by_text("Saved", exact=True).wait_for()
    (claim,) = kept(server)
    assert (claim["paragraph"], claim["start"]) == (4, 5)


def test_a_dead_kernel_is_shown_as_not_saved(lab, server, write_notebook):
    desk = started(lab, write_notebook, "dead")
    lab.page.evaluate("window.dlContext.sessionContext.shutdown()")
    desk.get_by_role("combobox").select_option(index=1)
    desk.get_by_role("button", name="Record as a claim").click()
    desk.get_by_text("Not saved yet: run this cell again").wait_for()
    assert not (server[1] / "exercises" / "answers" / "02.json").exists()
