"""Are the widgets that show or cite a source at home with one of 5,000 words? The reader has its own test."""

from __future__ import annotations

import pytest

from tests.browser.openings import IMPORTS

LONG = """
from dateline.cases import Case, Key
from dateline.sources import Source, paragraphs_of
said = "About 40 of the 700 troops left on Monday, Mr. Esper said, and nobody asked why."
texts = [" ".join([f"This is paragraph {n}."] + [said] * 4) for n in range(1, 81)]
assert sum(len(text.split()) for text in texts) > 5000
long = Case("long", case.about, {"S1": Source("S1", paragraphs_of("S1", texts), date="2019-10-21")}, Key({}))
"""


@pytest.fixture
def started(lab, write_notebook):
    """Open a widget on the long case; return it."""

    def start(name, cell):
        lab.open(write_notebook(f"long-{name}", IMPORTS, LONG, cell))
        lab.run_all()
        desk = lab.page.locator(".dl-desk")
        desk.wait_for()
        return desk

    return start


def test_the_ledger_finds_the_figures_of_any_paragraph_and_leads_back_to_it(lab, started):
    desk = started("ledger", "FigureLedger(long)")
    sentences = desk.get_by_role("combobox", name="Choose a sentence")
    sentences.select_option(index=sentences.locator("option").count() - 1)
    desk.get_by_role("button", name="Look for figures").click()
    for words in ("About 40", "700"):
        desk.get_by_role("button", name=f"Confirm “{words}”").click()
    desk.get_by_role("heading", name="Figures recorded: 2").wait_for()
    assert desk.get_by_role("textbox", name="Paragraph, row 2").input_value() == "80"
    desk.get_by_role("button", name="Show the paragraph of row 2").click()
    desk.get_by_text("You are in the report, at S1, para. 80.").wait_for()
    assert lab.page.evaluate("document.activeElement.ariaLabel") == "S1, paragraph 80"


def test_the_brief_desk_cites_its_last_paragraph_and_finds_the_evidence(lab, started):
    desk = started("brief", "BriefDesk(long)")
    area = desk.get_by_role("textbox", name="Your brief, in Markdown")
    area.fill("About 40 of the 700 troops left on Monday, Esper said")
    desk.get_by_role("combobox", name="Paragraph to cite").select_option("[@S1, para. 80]")
    desk.get_by_role("button", name="Insert the citation").click()
    desk.get_by_text("1 of 1 factual sentences supported").wait_for()
    desk.get_by_text("What it rests on").click()
    assert "About 40" in desk.locator("mark").all_inner_texts()
