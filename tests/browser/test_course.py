"""Does a learner who works through the course, by widgets only or by plain cells only, earn every point?"""

from __future__ import annotations

import re
from functools import cache

import pytest

from dateline import open_case
from dateline.build.notebook import read_notebook, source_of
from dateline.build.parts import find_exercises
from dateline.widgets.answer_form import form_of
from tests.answer_sheets import KIT, model_answers
from tests.browser.openings import IMPORTS

pytestmark = pytest.mark.usefixtures("untouched")
LESSONS = [path.stem for path in sorted((KIT / "solutions").glob("0[0-7]-*.ipynb"))]
DESKS = {
    "2.2": "SourceReader", "3.1": "DateDesk", "3.2": "DateDesk", "4.1": "FigureLedger", "4.2": "FigureLedger",
    "7.3": "BriefDesk", "7.4": "BriefDesk",
}  # fmt: skip
TOLD = """() => window.dlContext.model.sharedModel.cells.flatMap(
  (cell) => (cell.outputs ?? []).map((output) => output.data?.['text/plain'] ?? '')).join('\\n')"""
MARK = re.compile(r"(\d\.\d) · ([a-z ]+?)(?: · ([\d.]+) of ([\d.]+) points?)?$", re.MULTILINE)


@cache
def exercises_of(lesson, folder="exercises"):
    notebook = read_notebook(KIT / folder / f"{lesson}.ipynb")
    return [(each.id, each.answer, notebook) for each in find_exercises(notebook)[0]]


def assert_full_points(lab, lesson):
    """Read the marks that the lesson's checks show; every one is right, with all its points."""
    marks = {id: (status, got, of) for id, status, got, of in MARK.findall(lab.page.evaluate(TOLD))}
    case = open_case("syria-withdrawal")
    expected = {id: case.exercises[id].points for id, _, _ in exercises_of(lesson)}
    assert set(marks) == set(expected)
    for id, (status, got, of) in marks.items():
        assert status == "right", id
        assert float(got or 0) == float(of or 0) == expected[id], id


@pytest.mark.parametrize("lesson", LESSONS)
def test_answers_typed_into_cells_earn_every_point(lab, lesson):
    lab.open(f"exercises/{lesson}.ipynb")
    solved = {
        id: source_of(notebook["cells"][cell]) for id, cell, notebook in exercises_of(lesson, "solutions")
    }
    for id, cell, _ in exercises_of(lesson):
        editor = lab.page.locator(".jp-Notebook-cell").nth(cell).locator(".cm-content")
        editor.click()
        lab.page.keyboard.press("Control+A")
        lab.page.keyboard.insert_text(solved[id])
        lab.page.wait_for_function(
            "([cell, code]) => window.dlContext.model.sharedModel.cells[cell].source === code",
            arg=[cell, solved[id]],
        )
    lab.run_all()
    assert_full_points(lab, lesson)


@pytest.mark.parametrize("lesson", LESSONS)
def test_answers_given_in_widgets_earn_every_point(lab, write_notebook, lesson):
    ids = [id for id, _, _ in exercises_of(lesson)]
    lab.open(write_notebook(f"desks-{lesson}", IMPORTS, *map(opening, ids)))
    lab.run_all()
    for place, id in enumerate(ids, start=1):
        desk = lab.page.locator(".jp-Notebook-cell").nth(place).locator(".dl-desk")
        desk.wait_for()
        if id in DESKS:
            GIVE[DESKS[id]](lab, desk, id)
        else:
            fill_form(desk, id)
        desk.locator(".dl-status[data-state=saved]").wait_for()
    lab.save()
    lab.open(f"exercises/{lesson}.ipynb")
    lab.run_all()
    assert_full_points(lab, lesson)


def opening(id):
    """Return the cell that opens the widget in which an exercise is answered here."""
    return f'{DESKS[id]}(case, "{id}")' if id in DESKS else f'answer_form("{id}")'


def fill_form(desk, id):
    """Fill in a form as a learner does: choose, tick, place and type, field by field."""
    _fill(desk, form_of(open_case("syria-withdrawal"), id), model_answers()[id], ())


def _fill(box, form, answer, path):
    if form.takes == "parts":
        rows = {row[form.rows_by]: row for row in answer} if form.rows_by else answer
        for field in form.fields:
            inside = _group(box, field) if field.takes in ("parts", "list", "several", "order") else box
            _fill(inside, field, rows.get(field.name), (*path, field.name))
    elif form.takes == "list":
        _fill_list(box, form, answer or [], path)
    elif form.takes == "several":
        for value in answer:
            box.locator(f'input[type=checkbox][value="{value}"]').check()
    elif form.takes == "order":
        _place(box, answer)
    elif answer is not None:
        _write(box.locator(f'[data-path="{"/".join(map(str, path))}"]'), form, str(answer))


def _group(box, field):
    """The box of a field that holds several things, by its legend."""
    return box.get_by_role("group", name=re.compile(rf"^{re.escape(field.label)}([: ]|$)")).first


def _fill_list(box, form, rows, path):
    for number, row in enumerate(rows):
        if number and not form.size:
            box.get_by_role("button", name="Add a row").last.click()
        _fill(box, form.fields[0], row, (*path, number))


def _place(box, order):
    """Press the things in their order, then put side by side what belongs together."""
    groups = [each if isinstance(each, list) else [each] for each in order]
    for value in (one for group in groups for one in group):
        box.locator(f'[data-act="put {value}"]').click()
    for value in (one for group in groups for one in group[1:]):
        box.locator(f'[data-act="tie {value}"]').click()


def _write(field, form, value):
    if form.takes == "one":
        field.select_option(value)
    else:
        field.fill(value)
        field.press("Tab")


def pick_dates(lab, desk, id):
    """Answer at the date desk: days that are named one by one on the calendar, other dates written."""
    answer = model_answers()[id]
    if id == "3.2":
        desk.get_by_role("combobox", name="What the text allows").select_option("set")
        for day in answer["candidates"]:
            desk.locator(f'[data-day="{day}"]').click()
        _type(desk, "What would settle it?", answer["settles"])
        return
    for number, each in enumerate(answer.values()):
        desk.get_by_role("combobox", name="Time expression").select_option(str(number))
        days = re.findall(r"\d{4}-\d\d-\d\d", each["edtf"])
        if days and each["edtf"] in (days[0], f"[{','.join(days)}]"):
            desk.get_by_role("combobox", name="What the text allows").select_option("set")
            for day in days:
                _show_month(desk, day)
                desk.locator(f'[data-day="{day}"]').click()
        else:
            _type(desk, "The date in EDTF", each["edtf"])
        _type(desk, "Your reason", each["reason"])


def _show_month(desk, day):
    """Turn the calendar until it shows a day."""
    for _ in range(24):
        shown = desk.locator("[data-day]").first.get_attribute("data-day")[:7]
        if shown == day[:7]:
            return
        name = "The month before" if day < shown else "The month after"
        desk.get_by_role("button", name=name).click()
    pytest.fail(f"no way to {day}")


def _type(desk, field, words):
    place = desk.get_by_role("textbox", name=field)
    place.fill(words or "")
    place.press("Tab")


def fill_ledger(lab, desk, id):
    """Add a row for each figure and type its cells."""
    columns = {"paragraph": "Paragraph", "lower": "Lower bound", "upper": "Upper bound", "hedge": "Hedge",
               "counted": "What is counted", "scope": "Scope", "as_of": "As of (EDTF)"}  # fmt: skip
    for number, row in enumerate(model_answers()[id], start=1):
        desk.get_by_role("button", name="Add a row").click()
        for name, column in columns.items():
            place = desk.get_by_role("textbox", name=f"{column}, row {number}")
            if row.get(name) is not None:
                place.fill(str(row[name]))
                place.press("Tab")


def mark_claims(lab, desk, id):
    """Draw the mouse over the words of each claim and record them."""
    for number, claim in enumerate(model_answers()[id], start=1):
        place = f"{claim['source']}, para"
        text = desk.get_by_role("textbox", name=f"{place}graph {claim['paragraph']}", exact=True)
        lab.drag_over(text, claim["exact"])
        desk.get_by_text(f"Selected in {place}. {claim['paragraph']}: “{claim['exact'][:20]}").wait_for()
        desk.get_by_role("button", name="Record as a claim").click()
        desk.get_by_text(f"Claims recorded: {number}").wait_for()


def write_brief(lab, desk, id):
    """Write the brief as a whole, then leave the field."""
    _type(desk, "Your brief", model_answers()[id])


GIVE = {
    "DateDesk": pick_dates,
    "FigureLedger": fill_ledger,
    "SourceReader": mark_claims,
    "BriefDesk": write_brief,
}
