"""Are changes made in the order in which they were made, whatever a kernel does with their messages?

A kernel with subshells hands the messages of one widget to several threads: those sent before the first
answer to its main thread, later ones to another. Where saving takes a while, the two overlap.
"""

from __future__ import annotations

import pytest

from dateline.answers import Saved
from tests.browser.openings import IMPORTS

SLOW_TO_SAVE = """
import time
from dateline.answers import Saved
put = Saved.put
def put_slowly(*given):
    time.sleep(0.3)
    put(*given)
Saved.put = put_slowly
"""
TICK = """async (form) => {
  const boxes = [...form.querySelectorAll('input[type=checkbox]')];
  for (const box of boxes) {
    box.click();
    await new Promise((next) => setTimeout(next, 100));
  }
  return boxes.map((box) => box.value);
}"""


@pytest.fixture(autouse=True)
def no_old_answers(server):
    for file in (server[1] / "exercises").glob("answers/*.json"):
        file.unlink()


def test_what_is_saved_is_the_last_of_many_quick_changes(lab, write_notebook):
    lab.open(write_notebook("quick-and-slow", IMPORTS, SLOW_TO_SAVE, 'answer_form("6.3")'))
    lab.run_all()
    form = lab.page.locator(".dl-form")
    form.wait_for()
    ticked = form.evaluate(TICK)
    form.locator(".dl-status[data-state=saved]").wait_for()
    assert Saved("06", lab.kit / "exercises" / "answers").get("answers", "6.3") == ticked
    assert form.get_by_role("checkbox", checked=True).count() == len(ticked)
