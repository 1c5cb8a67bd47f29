"""Is what was typed just before one leaves saved: the page closed or loaded anew, the notebook closed?"""

from __future__ import annotations

import time

import pytest

from dateline.answers import Saved, lesson_of
from tests.browser.openings import IMPORTS, OPENINGS, keep_answers

WORDS = "Typed just before leaving."
FIELDS = {
    "form-rows": ("2.3", lambda desk: desk.locator("textarea, input[type=text]").first),
    "claims": ("2.2", lambda desk: desk.get_by_role("textbox", name="Attribution", exact=True)),
    "dates": ("3.1", lambda desk: desk.get_by_role("textbox", name="Your reason")),
    "ledger": ("4.1", lambda desk: desk.get_by_role("textbox", name="Scope, row 1")),
    "brief": ("7.3", lambda desk: desk.get_by_role("textbox", name="Your brief")),
}


def close_notebook(lab):
    lab.save()  # or it asks whether to
    lab.page.evaluate("jupyterapp.commands.execute('application:close')")


LEAVING = {
    "page closed": lambda lab: lab.page.close(),
    "page loaded anew": lambda lab: lab.page.reload(wait_until="commit"),
    "notebook closed": close_notebook,
    "another window": lambda lab: lab.page.evaluate("window.dispatchEvent(new Event('blur'))"),
}


@pytest.fixture(autouse=True)
def no_old_answers(server):
    for file in (server[1] / "exercises").glob("answers/*.json"):
        file.unlink()


@pytest.mark.parametrize("way", LEAVING)
@pytest.mark.parametrize("name", FIELDS)
def test_what_was_typed_last_is_saved(lab, write_notebook, name, way):
    exercise, field = FIELDS[name]
    answers = lab.kit / "exercises" / "answers"
    keep_answers(answers, OPENINGS[name])
    lab.open(write_notebook(f"leaving-{name}", IMPORTS, *OPENINGS[name].cells))
    lab.run_all()
    desk = lab.page.locator(".dl-desk")
    desk.wait_for()
    if name == "claims":
        desk.locator(".dl-claim-open").first.click()
    place = field(desk)
    place.focus()
    place.evaluate("(e) => e.select()")
    lab.page.keyboard.insert_text(WORDS)
    LEAVING[way](lab)
    if way == "notebook closed":  # its kernel cannot be told any more: the page keeps it until the next run
        lab.open(lab.notebook)
        lab.run_all()
    saved = Saved(lesson_of(exercise), answers)
    end = time.monotonic() + 10
    while WORDS not in str(saved.get("answers", exercise)) and time.monotonic() < end:
        time.sleep(0.02)
    assert WORDS in str(saved.get("answers", exercise))
