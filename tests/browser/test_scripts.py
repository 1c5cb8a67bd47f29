"""Do right-to-left script and emoji go through each widget unharmed, and do offsets stay true beside them?

The reader is asked in `test_source_reader`. Page and Python count letters differently: an emoji is two or
more units in the page, and one or more code points in Python.
"""

from __future__ import annotations

import json

import pytest

from dateline.answers import Saved, lesson_of
from tests.browser.openings import IMPORTS

# Each paragraph of the case begins with other script, so that nothing stands where it stood.
ODD = """
from dataclasses import replace
from dateline.sources import paragraphs_of
def oddly(source):
    texts = [f"🚁👩‍👩‍👧 הכוחות יצאו ({n}) " + each.text for n, each in enumerate(source.paragraphs)]
    return replace(source, paragraphs=paragraphs_of(source.id, texts))
odd = replace(case, sources={id: oddly(source) for id, source in case.sources.items()})
"""
WORDS = "הכוחות יצאו 🚁👩‍👩‍👧 ביום שישי"


@pytest.fixture(autouse=True)
def no_old_answers(server):
    for file in (server[1] / "exercises").glob("answers/*.json"):
        file.unlink()


@pytest.fixture
def started(lab, write_notebook):
    """Open a widget on the odd case; return it."""

    def start(name, cell):
        lab.open(write_notebook(f"scripts-{name}", IMPORTS, ODD, f"desk = {cell}\ndesk"))
        lab.run_all()
        desk = lab.page.locator(".dl-desk")
        desk.wait_for()
        return desk

    return start


def kept(lab, exercise):
    return Saved(lesson_of(exercise), lab.kit / "exercises" / "answers").get("answers", exercise)


def dumped(lab, what):
    """Return what an expression in the kernel gives."""
    lab.run(f"import json, pathlib; pathlib.Path('dumped.json').write_text(json.dumps({what}))")
    return json.loads((lab.kit / "exercises" / "dumped.json").read_text(encoding="utf-8"))


def reloaded(lab):
    lab.restart()
    lab.reload()
    lab.run_all()


def test_a_ledger_reads_the_figure_that_was_selected_and_keeps_what_is_typed(lab, started):
    desk = started("ledger", 'FigureLedger(odd, "4.1")')
    text = desk.get_by_role("textbox", name="S1, paragraph 9", exact=True)
    lab.drag_over(text, "about 2,000 fighters")
    desk.get_by_text("Selected in S1, para. 9: “about 2,000 fighters”").wait_for()
    desk.get_by_role("button", name="Look for figures").click()
    panel = desk.get_by_role("region", name="Suggestions")
    panel.get_by_role("button", name="Confirm “about 2,000”").wait_for()
    assert panel.get_by_role("listitem").count() == 1, "no figure beside the words"
    panel.get_by_role("button", name="Confirm “about 2,000”").click()
    scope = desk.get_by_role("textbox", name="Scope, row 1")
    scope.fill(WORDS)
    scope.press("Tab")
    desk.locator(".dl-status[data-state=saved]").wait_for()
    (row,) = kept(lab, "4.1")
    assert (row["lower"], row["paragraph"], row["scope"]) == (2000, 9, WORDS)
    desk.get_by_role("button", name="Show the paragraph of row 1").click()
    assert lab.page.evaluate("document.activeElement.ariaLabel") == "S1, paragraph 9"
    reloaded(lab)
    scope.wait_for()
    assert scope.input_value() == WORDS


def test_a_brief_keeps_its_letters_and_leads_to_the_sentence_that_is_meant(lab, started):
    desk = started("brief", 'BriefDesk(odd, "7.3")')
    area = desk.get_by_role("textbox", name="Your brief, in Markdown")
    sentence = "More than 700 US troops are leaving Syria [@S2, para. 5]."
    text = f"{WORDS} [@S2, para. 5].\n\n🚁 {sentence} {WORDS}."
    area.fill(text)
    area.press("Tab")
    desk.locator(".dl-status[data-state=saved]").wait_for()
    assert kept(lab, "7.3") == text
    told = desk.locator(".dl-sentences > li").filter(has_text="More than 700")
    told.get_by_role("button", name="Go to sentence").click()
    chosen = area.evaluate("(e) => e.value.slice(e.selectionStart, e.selectionEnd)")
    assert chosen.endswith(sentence)
    assert chosen in text
    told.get_by_text("What it rests on").click()
    assert "more than 700" in told.locator("mark").all_inner_texts(), "the evidence is marked where it stands"
    reloaded(lab)
    area.wait_for()
    assert area.input_value() == text


def test_a_date_desk_shows_the_expression_itself_and_keeps_the_reason(lab, started):
    desk = started("dates", 'DateDesk(odd, "3.1")')
    phrases = dumped(
        lab, "[[each['phrase'], each['before'] + each['phrase'] + each['after']] for each in desk.items]"
    )
    plain = dumped(lab, "[each['phrase'] for each in DateDesk(case, '3.1').items]")
    assert [phrase for phrase, _ in phrases] == plain
    expression = desk.get_by_role("combobox", name="Time expression")
    reason = desk.get_by_role("textbox", name="Your reason")
    for number, (phrase, around) in enumerate(phrases):
        expression.select_option(str(number))
        assert desk.locator(".dl-expression mark").inner_text() == phrase
        assert desk.locator(".dl-expression").inner_text().strip() == around.strip()
    expression.select_option("0")
    reason.fill(WORDS)
    reason.press("Tab")
    desk.locator(".dl-status[data-state=saved]").wait_for()
    assert kept(lab, "3.1")["a"]["reason"] == WORDS
    reloaded(lab)
    reason.wait_for()
    assert reason.input_value() == WORDS
