"""Do the widgets work in JupyterLab, by mouse and by keyboard, and is nothing recorded ever lost?"""

import json

import pytest

OPENED = 'from dateline import open_case\ncase = open_case("syria-withdrawal")\n'
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
def test_every_control_has_a_name_and_text_stands_out(lab, write_notebook, theme):
    desk = started(lab, write_notebook, "names", LEDGER)
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
