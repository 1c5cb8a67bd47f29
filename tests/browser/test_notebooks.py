"""Does every notebook run in JupyterLab as a learner opens it, and can an answer be typed and checked?"""

from pathlib import Path

import pytest

KIT = Path(__file__).parents[2]
NOTEBOOKS = sorted(
    path.relative_to(KIT).as_posix()
    for folder in ("notebooks", "exercises", "solutions")
    for path in (KIT / folder).glob("*.ipynb")
)
RED = "[data-mime-type='application/vnd.jupyter.stderr'], .jp-OutputArea-output .ansi-red-fg"
FAULTS = """() => window.dlContext.model.sharedModel.cells.flatMap((cell) =>
  (cell.outputs ?? []).filter((output) => output.output_type === 'error').map((output) => output.ename))"""
COUNT = "(only) => window.dlContext.model.sharedModel.cells.filter(eval(only)).length"


@pytest.mark.parametrize("notebook", NOTEBOOKS)
def test_a_notebook_runs_from_top_to_bottom(lab, notebook):
    lab.open(notebook)
    lab.run_all()
    assert lab.page.evaluate(FAULTS) == []
    assert lab.page.locator(RED).count() == 0, "nothing red, not even a warning"
    code = lab.page.evaluate(COUNT, "(cell) => cell.cell_type === 'code'")
    assert lab.page.evaluate(COUNT, "(cell) => cell.execution_count") == code > 0


def test_a_learner_types_an_answer_and_reads_the_feedback(untouched, lab):
    lab.open("exercises/00-start-here.ipynb")
    lab.run_all()
    feedback = lab.page.get_by_role("status", name="Feedback")
    feedback.get_by_text("0.1 · not tried").wait_for()
    answer = lab.page.locator(".jp-CodeCell .cm-content", has_text="first_try = ...").first
    answer.click()
    lab.page.keyboard.press("Control+A")
    lab.page.keyboard.insert_text('first_try = {"q1": "b", "q2": "d", "q3": "c", "q4": "a", "q5": "c"}')
    lab.page.keyboard.press("Shift+Enter")
    lab.page.keyboard.press("Shift+Enter")
    feedback.get_by_text("0.1 · partly").wait_for()
    assert "q5" in feedback.inner_text()


def test_long_lines_of_an_answer_are_wrapped(lab):
    lab.open("solutions/07-write-the-sourced-brief.ipynb")
    code = lab.page.locator(".jp-CodeCell .cm-content").first
    code.wait_for()
    assert "cm-lineWrapping" in code.get_attribute("class"), "a brief is prose, and prose must be readable"
