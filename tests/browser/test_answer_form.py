"""Are forms filled in by mouse, and by keyboard alone, to answers that earn all points?"""

from __future__ import annotations

import json

import pytest

from dateline import open_case
from dateline.exercises import mark
from tests.answer_sheets import model_answers

SETUP = 'from dateline import answer_form, check, open_case, progress\ncase = open_case("syria-withdrawal")'


@pytest.fixture(autouse=True)
def no_old_answers(server):
    for file in (server[1] / "exercises").glob("answers/*.json"):
        file.unlink()


def kept(server, id):
    path = server[1] / "exercises" / "answers" / f"0{id[0]}.json"
    return json.loads(path.read_text(encoding="utf-8"))["answers"][id]


def status(server, id):
    return mark(id, kept(server, id), open_case("syria-withdrawal")).status


def opened(lab, write_notebook, name, *cells):
    lab.open(write_notebook(name, SETUP, *cells))
    lab.run_all()
    form = lab.page.locator(".dl-form")
    form.first.wait_for()
    return form


def settled(form):
    form.locator(".dl-status[data-state=saved]").wait_for()


def test_a_form_is_filled_in_by_mouse_and_outlives_a_restart(lab, server, write_notebook):
    form = opened(lab, write_notebook, "ticks", 'answer_form("6.1")', 'check("6.1", ...)', "progress()")
    for row in model_answers()["6.1"]:
        statement = form.get_by_role("group", name=row["statement"], exact=False).filter(
            has=lab.page.locator(f'[data-path="{row["statement"]}/independent"]')
        )
        for voice in row["rests_on"]:
            statement.get_by_role("checkbox", name=voice, exact=True).click()
        statement.get_by_role("combobox").select_option(row["independent"])
    form.get_by_text("Filled in: 10 of 10").wait_for()
    settled(form)
    assert status(server, "6.1") == "right"
    form.get_by_role("button", name="Undo the last change").click()
    form.get_by_text("Filled in: 9 of 10").wait_for()
    form.locator('[data-path="e/independent"]').select_option("cannot tell")
    form.get_by_text("Filled in: 10 of 10").wait_for()
    lab.restart()
    lab.run_all()
    form.get_by_text("Filled in: 10 of 10").wait_for()
    assert form.get_by_role("checkbox", checked=True).count() == 6
    lab.page.get_by_text("6.1 · right · 3 of 3 points").wait_for()
    told = lab.page.get_by_role("region", name="How far you have come")
    told.get_by_text("Lesson 06: 3 of 15 points, 1 of 5 exercises right").wait_for()
    told.get_by_text("Nothing leaves it").wait_for()


def tab_to(page, act):
    """Go on with the Tab key until the button that does `act` has the focus."""
    for _ in range(60):
        if page.evaluate("document.activeElement.dataset.act") == act:
            return
        page.keyboard.press("Tab")
    pytest.fail(f"no way by keyboard to {act!r}")


def in_order(page, form, name, ids):
    """Put things into an order by keyboard; the last two are swapped at first and then moved."""
    box = form.get_by_role("group", name=name)
    box.get_by_role("button").first.focus()
    for place, id in enumerate([*ids[:-2], ids[-1], ids[-2]], start=1):
        tab_to(page, f"put {id}") if place < len(ids) else None
        page.keyboard.press("Enter")
        box.locator("ol > li").nth(place - 1).wait_for()
        box.get_by_role("button").first.focus() if place < len(ids) else None
    tab_to(page, f"up {ids[-2]}")
    page.keyboard.press("Enter")
    box.locator("ol > li").nth(len(ids) - 2).get_by_text(f"{ids[-2]} ·").wait_for()
    assert page.evaluate("document.activeElement.dataset.act") == f"up {ids[-2]}", "the focus stays with it"


def test_an_order_is_made_by_keyboard_alone(lab, server, write_notebook):
    form = opened(lab, write_notebook, "order", 'answer_form("3.3")')
    cells = lab.page.locator(".jp-Cell").count()
    model = model_answers()["3.3"]
    in_order(lab.page, form, "As it happened", ["g", "b", "c", "i", "h", "e", "f", "a", "d"])
    form.get_by_role("group", name="As it happened").get_by_role("button").first.focus()
    tab_to(lab.page, "tie i")
    lab.page.keyboard.press("Space")
    form.get_by_text("= i ·").wait_for()
    in_order(lab.page, form, "As it was told", model["reported"])
    settled(form)
    assert kept(server, "3.3") == model
    assert status(server, "3.3") == "right"
    assert lab.page.locator(".jp-Cell").count() == cells, "no key has become a command"


def test_rows_are_typed_by_keyboard_alone_and_doubted_beside_the_field(lab, server, write_notebook):
    forms = opened(lab, write_notebook, "rows", 'answer_form("6.5")', 'answer_form("1.2")')
    form, other = forms.filter(has_text="6.5 ·"), forms.filter(has_text="1.2 ·")
    keys, model = lab.page.keyboard, model_answers()["6.5"]
    form.get_by_label("The words, copied, Row 1").focus()
    for number, row in enumerate(model, start=1):
        keys.type(row["exact"])
        keys.press("Tab")
        keys.type(row["kind"][:6])
        if number < len(model):
            keys.press("Tab")
            keys.press("Tab")
            keys.press("Enter")
            lab.page.wait_for_function(
                "(path) => document.activeElement.dataset.path === path", arg=f"{number}/exact"
            )
    form.get_by_text("Filled in: 12 of 12").wait_for()
    settled(form)
    assert kept(server, "6.5") == model
    assert status(server, "6.5") == "right"
    days = other.get_by_label("Fewest days between the reports")
    days.focus()
    keys.type("about x")
    keys.press("Tab")
    other.get_by_text("“about x” is not a number").wait_for()
    assert days.get_attribute("aria-invalid") == "true"
    lab.page.evaluate("window.dlContext.sessionContext.shutdown()")
    days.fill("294")
    days.press("Tab")
    other.get_by_text("Not saved yet: run this cell again").wait_for()
    assert days.input_value() == "294", "what is typed stays"


def test_every_control_has_a_name_and_room_in_a_narrow_panel(lab, write_notebook):
    ids = ["1.1", "2.3", "3.3", "4.1", "4.3", "6.4"]
    forms = opened(lab, write_notebook, "narrow", *[f'answer_form("{id}")' for id in ids])
    lab.page.evaluate("jupyterapp.commands.execute('application:toggle-left-area')")
    lab.page.set_viewport_size({"width": 420, "height": 900})
    for place, id in enumerate(ids, start=1):
        lab.page.evaluate("(n) => jupyterapp.shell.currentWidget.content.scrollToItem(n)", place)
        form = forms.filter(has_text=f"{id} ·")
        form.wait_for()
        faults = form.evaluate("""(form) => {
          const inside = form.getBoundingClientRect();
          const labels = (e) => [...(e.labels ?? [])].some((label) => label.textContent.trim());
          const named = (e) => e.ariaLabel || e.textContent.trim() || labels(e);
          const fits = (b) => b.height >= 24 && b.width >= 24 && b.right <= inside.right + 1;
          const controls = [...form.querySelectorAll("button, input, select, textarea")];
          const shown = controls.filter((e) => e.offsetParent);
          const faulty = shown.filter((e) => !named(e) || !fits(e.getBoundingClientRect()));
          return faulty.map((e) => e.outerHTML.slice(0, 200));
        }""")
        assert faults == [], id
        names = form.evaluate("""(form) => {
          const fields = [...form.querySelectorAll("input[type=text], select, textarea")];
          return fields.map((e) => e.ariaLabel ?? e.labels[0].textContent);
        }""")
        assert len(set(names)) == len(names), (id, "two fields are spoken alike")
