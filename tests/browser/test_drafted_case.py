"""Does a case that a teacher has drafted work in JupyterLab as the kit's own does?"""

from __future__ import annotations

import pytest

from dateline.build.notebook import read_notebook, source_of
from dateline.build.parts import find_exercises
from dateline.cases.load import load
from dateline.drafting.reports import read_reports
from dateline.drafting.write import new_case
from tests.browser.test_course import MARK, TOLD
from tests.drafting.marked import plain_files


@pytest.fixture(scope="module")
def karo(server, tmp_path_factory):
    """A case drafted into the kit that the lab serves; yields it."""
    kit = server[1]
    reports = read_reports(plain_files("wire", tmp_path_factory.mktemp("reports")))
    return load(new_case(kit, "karo", reports).folder)


def test_answers_typed_into_a_drafted_lesson_earn_every_point(lab, karo):
    name = "karo/05-check-figures-across-dates.ipynb"
    solved = read_notebook(lab.kit / "solutions" / name)
    lab.open(f"exercises/{name}")
    for exercise in find_exercises(solved)[0]:
        code = source_of(solved["cells"][exercise.answer])
        editor = lab.page.locator(".jp-Notebook-cell").nth(exercise.answer).locator(".cm-content")
        editor.click()
        lab.page.keyboard.press("Control+A")
        lab.page.keyboard.insert_text(code)
        lab.page.wait_for_function(
            "([cell, code]) => window.dlContext.model.sharedModel.cells[cell].source === code",
            arg=[exercise.answer, code],
        )
    lab.run_all()
    marks = {id: (status, float(got or 0)) for id, status, got, _ in MARK.findall(lab.page.evaluate(TOLD))}
    wanted = {id: ("right", row.points) for id, row in karo.exercises.items() if id.startswith("5.")}
    assert marks == wanted


def test_an_answer_given_in_a_form_is_saved_beside_the_drafted_notebook_and_marked(lab, karo):
    cells = ['from dateline import answer_form, check, open_case\ncase = open_case("karo")']
    lab.open(write(lab, *cells, 'answer_form("1.2", case)', 'check("1.2", ..., case)'))
    lab.run_all()
    desk = lab.page.locator(".dl-desk").first
    for name, item in karo.exercises["1.2"].arguments["names"].items():
        field = desk.locator(f'[data-path="{name}"]')
        field.fill(str(item["value"][0]))
        field.press("Tab")
    desk.locator(".dl-status[data-state=saved]").wait_for()
    lab.run_all()
    (mark,) = MARK.findall(lab.page.evaluate(TOLD))
    assert mark[:2] == ("1.2", "right")
    assert (lab.kit / "exercises/karo/answers/01.json").is_file()


def write(lab, *cells):
    from tests.browser.lab import write_notebook

    return write_notebook(lab.kit, "karo/form", *cells)
