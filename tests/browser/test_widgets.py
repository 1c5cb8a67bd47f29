"""Do the widgets work in JupyterLab, by mouse and by keyboard, and is nothing recorded ever lost?"""

import json

import pytest

OPENED = 'from dateline import open_case\ncase = open_case("syria-withdrawal")\n'
MARKER = (
    OPENED + "from dateline.widgets import ClaimMarker",
    'ClaimMarker(case, exercise="2.2", paragraphs=[("S1", 4), ("S1", 9), ("S2", 5)])',
)
LEDGER = (
    OPENED + "from dateline.widgets import FigureLedger",
    'FigureLedger(case, exercise="4.1")',
)


@pytest.fixture(autouse=True)
def no_old_answers(server):
    for file in (server[1] / "exercises").glob("answers/*.json"):
        file.unlink()


def kept(server, lesson, exercise):
    return json.loads((server[1] / "exercises" / "answers" / f"{lesson}.json").read_text())["answers"][
        exercise
    ]


def started(lab, write_notebook, name, cells):
    lab.open(write_notebook(name, *cells))
    lab.run_all()
    desk = lab.page.locator(".dl-desk")
    desk.wait_for()  # a cell has run before its widget is drawn
    return desk


def test_a_claim_is_marked_by_mouse_and_outlives_a_restart(lab, server, write_notebook):
    desk = started(lab, write_notebook, "mouse", MARKER)
    desk.get_by_role("textbox", name="S1, paragraph 4").click(click_count=3)
    desk.get_by_text("Selected in S1, para. 4").wait_for()
    desk.get_by_role("button", name="Record as a claim").click()
    desk.get_by_text("Saved", exact=True).wait_for()
    (claim,) = kept(server, "02", "2.2")
    assert claim["exact"].startswith("“The Pentagon has an order")
    assert lab.page.evaluate("CSS.highlights.get('dl-claim').size") == 1
    lab.restart()
    lab.run_all()
    desk.get_by_text("Claims recorded: 1").wait_for()


def test_words_are_selected_by_keyboard_alone_and_no_cell_is_cut(lab, server, write_notebook):
    desk = started(lab, write_notebook, "keys", MARKER)
    cells = lab.page.locator(".jp-Cell").count()
    desk.get_by_role("textbox", name="S1, paragraph 4").focus()
    for key in ("Control+Home", "x", "b", "d", "d", *["Shift+Control+ArrowRight"] * 3):
        lab.page.keyboard.press(key)
    desk.get_by_text("Selected in S1, para. 4: “").wait_for()
    lab.page.keyboard.press("Enter")
    desk.get_by_text("Saved", exact=True).wait_for()
    (claim,) = kept(server, "02", "2.2")
    assert claim["start"] == 0
    assert "Pentagon" in claim["exact"]
    assert lab.page.locator(".jp-Cell").count() == cells, "single letters are no commands inside a widget"
    assert "x" not in desk.get_by_role("textbox", name="S1, paragraph 4").inner_text()[:1]


def test_a_sentence_is_chosen_from_the_list_and_undone(lab, server, write_notebook):
    desk = started(lab, write_notebook, "list", MARKER)
    picker = desk.get_by_role("combobox", name="Choose a sentence instead of selecting words")
    picker.select_option(index=3)
    desk.get_by_role("button", name="Record as a claim").click()
    desk.get_by_text("Saved", exact=True).wait_for()
    assert len(kept(server, "02", "2.2")) == 1
    desk.get_by_role("button", name="Undo the last change").click()
    desk.get_by_text("Claims recorded: 0").wait_for()
    assert kept(server, "02", "2.2") == []


def test_a_selection_over_two_paragraphs_stays_in_the_first(lab, server, write_notebook):
    desk = started(lab, write_notebook, "span", MARKER)
    lab.page.evaluate("""() => {
      const [first, second] = document.querySelectorAll('.dl-text');
      first.focus();
      document.getSelection().setBaseAndExtent(first.firstChild, 5, second.firstChild, 4);
    }""")
    desk.get_by_text("Selected in S1, para. 4").wait_for()
    desk.get_by_role("button", name="Record as a claim").click()
    desk.get_by_text("Saved", exact=True).wait_for()
    (claim,) = kept(server, "02", "2.2")
    assert (claim["paragraph"], claim["start"]) == (4, 5)


def test_a_dead_kernel_is_shown_as_not_saved(lab, server, write_notebook):
    desk = started(lab, write_notebook, "dead", MARKER)
    lab.page.evaluate("window.dlContext.sessionContext.shutdown()")
    desk.get_by_role("combobox").select_option(index=1)
    desk.get_by_role("button", name="Record as a claim").click()
    desk.get_by_text("Not saved yet: run this cell again").wait_for()
    assert not (server[1] / "exercises" / "answers" / "02.json").exists()


def test_the_ledger_is_filled_by_keyboard_and_doubts_in_words(lab, server, write_notebook):
    desk = started(lab, write_notebook, "ledger", LEDGER)
    desk.get_by_role("button", name="Add a row").focus()
    lab.page.keyboard.press("Enter")
    desk.get_by_role("textbox", name="Paragraph, row 1").wait_for()
    desk.get_by_text("Saved", exact=True).wait_for()
    for typed in ("7", "2,000", "x", "more than", "service members"):
        lab.page.keyboard.type(typed)
        lab.page.keyboard.press("Tab")
    desk.get_by_text("Row 1: “x” is not a number").wait_for()
    upper = desk.get_by_role("textbox", name="Upper bound, row 1")
    upper.fill("")
    upper.press("Tab")
    desk.get_by_text("is not a number").wait_for(state="detached")
    (row,) = kept(server, "04", "4.1")
    assert (row["paragraph"], row["lower"], row["upper"], row["hedge"]) == (7, 2000, None, "more than")
    lab.restart()
    lab.run_all()
    assert desk.get_by_role("textbox", name="Lower bound, row 1").input_value() == "2000"


@pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark", "JupyterLab Dark High Contrast"])
@pytest.mark.parametrize("cells", [MARKER, LEDGER], ids=["marker", "ledger"])
def test_every_control_has_a_name_and_text_stands_out(lab, write_notebook, cells, theme):
    desk = started(lab, write_notebook, "names", cells)
    lab.theme(theme)
    for control in desk.locator("button, input, select, [role=textbox]").all():
        assert control.evaluate("(e) => e.ariaLabel || e.textContent.trim() || e.labels?.length > 0")
        box = control.bounding_box()
        assert box["height"] >= 24
    colours = desk.evaluate("(e) => [getComputedStyle(e).color, getComputedStyle(e).backgroundColor]")
    assert contrast(*colours) >= 4.5, colours


def contrast(*colours):
    """WCAG 2.2's contrast ratio of two colours written rgb(…)."""
    from re import findall

    def luminance(colour):
        parts = [int(float(part)) / 255 for part in findall(r"[\d.]+", colour)[:3]]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted(map(luminance, colours), reverse=True)
    return (light + 0.05) / (dark + 0.05)
