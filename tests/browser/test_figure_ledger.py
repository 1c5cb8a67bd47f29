"""Is the figure ledger filled by mouse, by keyboard and from the report, and is nothing typed ever lost?"""

from __future__ import annotations

import json

import pytest

from dateline import open_case
from dateline.exercises import mark

CELLS = (
    "from dateline import open_case\nfrom dateline.widgets import FigureLedger\n"
    'case = open_case("syria-withdrawal")',
    'desk = FigureLedger(case, exercise="{0}")\ndesk',
)
RIGHT = [
    ("7", "2,000", "", "more than", "service members", "in Syria", "2018-12"),
    ("9", "2,000", "2,000", "about", "Islamic State fighters", "along the Iraq border", "2018-12"),
    ("10", "", "2 %", "less than", "territory it once held", "in the Middle East", "2018"),
]
CLIPBOARD = ["clipboard-read", "clipboard-write"]


@pytest.fixture(autouse=True)
def no_old_answers(server):
    for file in (server[1] / "exercises").glob("answers/*.json"):
        file.unlink()


def kept(server, exercise="4.1"):
    text = (server[1] / "exercises" / "answers" / "04.json").read_text(encoding="utf-8")
    return json.loads(text)["answers"][exercise]


def started(lab, write_notebook, name, exercise="4.1"):
    lab.open(write_notebook(name, CELLS[0], CELLS[1].format(exercise)))
    lab.run_all()
    desk = lab.page.locator(".dl-ledger")
    desk.wait_for()  # a cell has run before its widget is drawn
    return desk


def saved(desk):
    desk.get_by_text("Saved", exact=True).wait_for()


def cell(desk, column, row):
    return desk.get_by_role("textbox", name=f"{column}, row {row}")


def recorded(desk, count):
    desk.get_by_role("heading", name=f"Figures recorded: {count}").wait_for()


def pasted(desk, text):
    """Paste a table by its field, as somebody does whose browser keeps the clipboard to itself."""
    desk.get_by_role("button", name="Paste a table").click()
    desk.get_by_role("textbox", name="A table from a spreadsheet").fill(text)
    desk.get_by_role("button", name="Read the table").click()


def test_figures_found_in_the_report_are_confirmed_by_mouse_and_make_a_right_answer(
    lab, server, write_notebook
):
    desk = started(lab, write_notebook, "ledger-mouse")
    look = desk.get_by_role("button", name="Look for figures")
    for number, (paragraph, words) in enumerate(
        [(7, "more than 2,000"), (9, "about 2,000"), (10, "less than 2%")], 1
    ):
        desk.get_by_role("textbox", name=f"S1, paragraph {paragraph}", exact=True).click(click_count=3)
        desk.get_by_text(f"Selected in S1, para. {paragraph}:").wait_for()
        look.click()
        desk.get_by_role("button", name=f"Confirm “{words}”").wait_for()
        recorded(desk, number - 1)  # a suggestion is not yet part of the answer
        desk.get_by_role("button", name=f"Confirm “{words}”").click()
        recorded(desk, number)
        dismiss = desk.get_by_role("button", name="Dismiss all")
        if dismiss.is_visible():
            dismiss.click()
        desk.get_by_role("region", name="Suggestions").wait_for(state="hidden")
        cell(desk, "Scope", number).fill(RIGHT[number - 1][5])
        cell(desk, "As of (EDTF)", number).fill(RIGHT[number - 1][6])
    cell(desk, "What is counted", 2).fill("Islamic State fighters")
    cell(desk, "What is counted", 2).press("Tab")
    saved(desk)
    assert mark("4.1", kept(server), open_case("syria-withdrawal"), {}).status == "right"


def test_the_ledger_is_filled_by_keyboard_alone_and_outlives_a_restart_and_a_reload(
    lab, server, write_notebook
):
    desk = started(lab, write_notebook, "ledger-keys")
    cells = lab.page.locator(".jp-Cell").count()
    press, write = lab.page.keyboard.press, lab.page.keyboard.type
    desk.get_by_role("button", name="Add a row").focus()
    press("Enter")
    for number, row in enumerate(RIGHT):  # as fast as the keys go: nothing is waited for
        for text in row:
            write(text)
            press("Tab")
        if number < len(RIGHT) - 1:
            press("Shift+Tab")  # back from the buttons of the row
            press("Enter")
    saved(desk)
    answer = kept(server)
    assert [row["lower"] for row in answer] == [2000, 2000, None]
    assert mark("4.1", answer, open_case("syria-withdrawal"), {}).status == "right"
    assert lab.page.locator(".jp-Cell").count() == cells, "single letters are no commands inside a widget"
    assert desk.locator(".dl-doubts li").count() == 0
    lab.restart()
    lab.run_all()
    recorded(desk, 3)
    assert cell(desk, "Lower bound", 1).input_value() == "2,000"
    lab.open("exercises/ledger-keys.ipynb")
    lab.run_all()
    recorded(desk, 3)
    assert cell(desk, "Hedge", 3).input_value() == "less than"


def test_what_counts_nothing_is_said_with_its_reason_and_not_offered(lab, server, write_notebook):
    desk = started(lab, write_notebook, "ledger-idiom")
    picker = desk.get_by_role("combobox", name="Choose a sentence instead of selecting words")
    picker.select_option(
        label=next(o for o in picker.locator("option").all_inner_texts() if "On the one hand" in o)
    )
    desk.get_by_role("button", name="Look for figures").press("Enter")
    panel = desk.get_by_role("region", name="Suggestions")
    panel.get_by_text("“On the one hand” counts nothing: it is a turn of phrase.").wait_for()
    assert panel.get_by_role("listitem").count() == 1
    assert panel.evaluate("(e) => e === document.activeElement"), "what is offered is read next"
    assert not (server[1] / "exercises" / "answers" / "04.json").exists()


def test_doubts_are_said_as_one_types_and_go_when_they_are_met(lab, server, write_notebook):
    desk = started(lab, write_notebook, "ledger-doubts")
    desk.get_by_role("button", name="Add a row").click()
    lower = cell(desk, "Lower bound", 1)
    lower.fill("x")  # and one stays in the cell
    doubt = desk.get_by_text("Row 1, Lower bound: “x” is not a number")
    doubt.wait_for()
    assert lower.get_attribute("aria-invalid") == "true"
    told = lower.evaluate("(e) => document.getElementById(e.getAttribute('aria-describedby')).textContent")
    assert "is not a number" in told
    lower.fill("5")
    doubt.wait_for(state="detached")
    assert lower.get_attribute("aria-invalid") == "false"


def test_enter_and_arrows_go_between_rows_and_leave_the_caret_its_keys(lab, write_notebook):
    desk = started(lab, write_notebook, "ledger-arrows")
    here = "() => document.activeElement.getAttribute('aria-label')"
    press = lab.page.keyboard.press
    for row in (1, 2):
        desk.get_by_role("button", name="Add a row").click()
        cell(desk, "Hedge", row).fill("about")
    cell(desk, "Hedge", 1).click()
    press("Enter")
    assert lab.page.evaluate(here) == "Hedge, row 2"
    press("Shift+Enter")
    assert lab.page.evaluate(here) == "Hedge, row 1"
    press("Home")
    press("ArrowRight")
    press("ArrowDown")  # the caret goes to the end of the cell first
    assert lab.page.evaluate(here) == "Hedge, row 1"
    press("ArrowDown")
    assert lab.page.evaluate(here) == "Hedge, row 2"
    press("Enter")
    assert lab.page.evaluate(here) == "Hedge, row 3"
    lab.page.keyboard.type("nearly")
    press("Escape")  # back to what it was when one came
    assert cell(desk, "Hedge", 3).input_value() == ""
    press("Enter")  # a blank row is not followed by another one
    recorded(desk, 3)
    assert lab.page.evaluate(here) == "Hedge, row 3"


def test_rows_are_sorted_moved_removed_and_brought_back(lab, server, write_notebook):
    desk = started(lab, write_notebook, "ledger-order")
    pasted(desk, "Paragraph\tLower bound\n9\t2,000\n10\t\n7\t700")
    desk.get_by_role("button", name="Add these rows").click()
    recorded(desk, 3)
    heading = desk.get_by_role("columnheader", name="Put the rows in the order of: Paragraph")
    heading.get_by_role("button").click()
    desk.locator('th[aria-sort="ascending"]').wait_for()
    assert [row["paragraph"] for row in kept(server)] == [7, 9, 10]
    heading.get_by_role("button").click()
    desk.locator('th[aria-sort="descending"]').wait_for()
    assert [cell(desk, "Paragraph", row).input_value() for row in (1, 2, 3)] == ["10", "9", "7"]
    desk.get_by_role("button", name="Move row 3 up").press("Enter")
    desk.locator('th[aria-sort="descending"]').wait_for(state="detached")
    assert [row["paragraph"] for row in kept(server)] == [10, 7, 9]
    desk.get_by_role("button", name="Remove row 1").press("Enter")
    recorded(desk, 2)
    assert cell(desk, "Paragraph", 1).evaluate("(e) => e === document.activeElement")
    desk.get_by_role("button", name="Undo the last change").click()
    recorded(desk, 3)
    assert [row["paragraph"] for row in kept(server)] == [10, 7, 9]


def test_a_row_leads_to_its_paragraph_and_back_again(lab, write_notebook):
    desk = started(lab, write_notebook, "ledger-places")
    pasted(desk, "Paragraph\tLower bound\n7\t2,000\n15\t1\n\t3\n99\t4")
    desk.get_by_role("button", name="Add these rows").click()
    recorded(desk, 4)
    desk.get_by_role("button", name="Show the paragraph of row 2").click()
    desk.get_by_text("You are in the report, at S1, para. 15.").wait_for()
    text = desk.get_by_role("textbox", name="S1, paragraph 15", exact=True)
    assert text.evaluate("(e) => e === document.activeElement")
    assert marked(lab) == [text.inner_text()]
    top, bottom, of = text.evaluate("""(e) => {
      const [here, frame] = [e, e.closest('.dl-reports')].map((each) => each.getBoundingClientRect());
      return [here.top - frame.top, here.bottom - frame.top, frame.height];
    }""")
    assert -1 <= top < bottom <= of + 1, "it is brought into sight"
    lab.page.keyboard.press("Escape")
    back = desk.get_by_role("button", name="Show the paragraph of row 2")
    assert back.evaluate("(e) => e === document.activeElement")
    cell(desk, "Paragraph", 1).fill("9")  # as it is typed, saved or not
    desk.get_by_role("button", name="Show the paragraph of row 1").press("Enter")
    desk.get_by_text("You are in the report, at S1, para. 9.").wait_for()
    for row in (3, 4):
        desk.get_by_role("button", name=f"Show the paragraph of row {row}").click()
        desk.get_by_text(f"Row {row} names no paragraph of the report.").wait_for()
    assert marked(lab) == []


def marked(lab):
    """Return the words that are marked in the report."""
    return lab.page.evaluate("""() => [...(CSS.highlights.get('dl-figures') ?? [])]
      .filter((range) => range.startContainer.isConnected).map((range) => range.toString())""")


def test_a_row_that_has_reached_the_top_keeps_the_keys_from_the_notebook(lab, server, write_notebook):
    desk = started(lab, write_notebook, "ledger-edge")
    cells = lab.page.locator(".jp-Cell").count()
    pasted(desk, "hedge\nfirst\nsecond")
    desk.get_by_role("button", name="Add these rows").click()
    recorded(desk, 2)
    up = desk.get_by_role("button", name="Move row 2 up")
    up.focus()
    for key in ("Enter", "Enter", "b", "x", "Enter"):  # b would insert a cell, x take one out
        lab.page.keyboard.press(key)
    saved(desk)
    assert desk.evaluate("(e) => e.contains(document.activeElement)")
    assert sorted(row["hedge"] for row in kept(server)) == ["first", "second"]
    assert lab.page.locator(".jp-Cell").count() == cells


def test_in_a_narrow_panel_each_row_is_a_card_with_its_columns_named(lab, write_notebook):
    desk = started(lab, write_notebook, "ledger-narrow")
    pasted(desk, "Paragraph\tLower bound\n7\t2,000\n9\t1")
    desk.get_by_role("button", name="Add these rows").click()
    recorded(desk, 2)
    lab.page.evaluate("jupyterapp.shell.collapseLeft()")
    lab.page.set_viewport_size({"width": 420, "height": 900})
    name = "(e) => getComputedStyle(e.closest('td'), '::before').content"
    assert cell(desk, "Scope", 2).evaluate(name) == '"Scope"'
    sideways = "(e) => e.scrollWidth - e.clientWidth"
    assert desk.locator(".dl-scroller").evaluate(sideways) <= 1
    assert desk.get_by_role("table", name="Ledger").get_by_role("row").count() == 3, "spoken as a table"
    cell(desk, "Scope", 1).click()
    lab.page.keyboard.press("Enter")
    assert cell(desk, "Scope", 2).evaluate("(e) => e === document.activeElement")
    lab.page.set_viewport_size({"width": 1280, "height": 900})
    assert cell(desk, "Scope", 2).evaluate(name) == "none"


def test_a_table_is_copied_and_pasted_into_a_cell_with_its_counts_before_and_after(
    lab, server, write_notebook
):
    lab.page.context.grant_permissions(CLIPBOARD, origin=lab.address)
    desk = started(lab, write_notebook, "ledger-clipboard")
    desk.get_by_role("button", name="Add a row").click()
    cell(desk, "Hedge", 1).fill('"about"')
    cell(desk, "Lower bound", 1).fill("2000")
    cell(desk, "Lower bound", 1).press("Tab")
    saved(desk)
    desk.get_by_role("button", name="Copy the table").click()
    desk.get_by_text("Copied with the headings. Rows: 1.").wait_for()
    text = lab.page.evaluate("navigator.clipboard.readText()")
    assert text.splitlines()[1] == '\t2000\t\t"""about"""\t\t\t'
    cell(desk, "Scope", 1).click()
    lab.page.keyboard.press("Control+v")
    desk.get_by_text("Rows in your ledger now: 1. If you add these: 2.").wait_for()
    assert cell(desk, "Scope", 1).input_value() == "", "a table is not pasted into one cell"
    desk.get_by_role("button", name="Add these rows").click()
    recorded(desk, 2)
    assert [row["hedge"] for row in kept(server)] == ['"about"', '"about"']


def test_pasted_cells_are_said_as_they_were_read_and_unknown_columns_named(lab, server, write_notebook):
    desk = started(lab, write_notebook, "ledger-paste")
    pasted(desk, 'para;value;colour\n7;"2,000";red\n9;1.000;blue')
    panel = desk.get_by_role("region", name="Suggestions")
    panel.get_by_text("Left out, since the ledger has no such column: colour.").wait_for()
    panel.get_by_text("“1.000” can be read in two ways. Here it was read as 1,000.").wait_for()
    desk.get_by_role("button", name="Put them in place of mine").click()
    recorded(desk, 2)
    assert [(row["paragraph"], row["lower"], row["upper"]) for row in kept(server)] == [
        (7, 2000, 2000),
        (9, 1000, 1000),
    ]
    desk.get_by_role("button", name="Undo the last change").click()
    recorded(desk, 0)


def test_what_is_typed_while_older_changes_are_saved_stays(lab, server, write_notebook):
    desk = started(lab, write_notebook, "ledger-fast")
    pasted(desk, "hedge\nfirst\nsecond\nthird")
    desk.get_by_role("button", name="Add these rows").click()
    recorded(desk, 3)
    go_on = server[1] / "exercises" / "answers" / "go-on"
    lab.run(
        "import pathlib, time\nact = desk.act\ndef slow(message):\n"
        f"    while not pathlib.Path({str(go_on)!r}).exists(): time.sleep(0.02)\n"
        "    return act(message)\ndesk.act = slow",
    )
    desk.get_by_role("button", name="Remove row 1").click()
    cell(desk, "Hedge", 2).fill("about")
    cell(desk, "Hedge", 3).fill("nearly")
    cell(desk, "Hedge", 2).fill("almost")
    desk.get_by_role("button", name="Add a row").click()
    lab.page.keyboard.type("12")
    go_on.touch()  # only now does the kernel hear of any of it
    recorded(desk, 3)
    saved(desk)
    go_on.unlink()
    assert [row["hedge"] for row in kept(server)] == ["almost", "nearly", None]
    assert kept(server)[2]["paragraph"] == 12
    assert [cell(desk, "Hedge", row).input_value() for row in (1, 2, 3)] == ["almost", "nearly", ""]


def test_a_full_disk_is_shown_and_what_was_typed_is_saved_later(lab, server, write_notebook):
    desk = started(lab, write_notebook, "ledger-disk")
    desk.get_by_role("button", name="Add a row").click()
    saved(desk)
    full = "def full(*_):\n    raise OSError(28, 'No space left on device')\n"
    full += "put = desk.saved.put\ndesk.saved.put = full"
    lab.run(full)
    cell(desk, "Hedge", 1).fill("about")
    desk.get_by_text("Not saved: No space left on device").wait_for()
    desk.get_by_text("Row 1, Hedge: not saved yet.").wait_for()
    cell(desk, "Scope", 1).click()
    assert cell(desk, "Hedge", 1).input_value() == "about"
    assert kept(server)[0]["hedge"] is None
    lab.run("desk.saved.put = put")
    cell(desk, "Scope", 1).fill("in Syria")
    desk.get_by_text("not saved yet").wait_for(state="detached")
    saved(desk)
    assert (kept(server)[0]["hedge"], kept(server)[0]["scope"]) == ("about", "in Syria")


def test_a_dead_kernel_is_shown_as_not_saved(lab, server, write_notebook):
    desk = started(lab, write_notebook, "ledger-dead")
    lab.page.evaluate("window.dlContext.sessionContext.shutdown()")
    desk.get_by_role("button", name="Add a row").click()
    cell(desk, "Hedge", 1).fill("about")
    desk.get_by_text("Not saved yet: run this cell again").wait_for()
    assert not (server[1] / "exercises" / "answers" / "04.json").exists()
