"""Is the source reader used by mouse and by keyboard alone, and is nothing recorded ever lost?"""

from __future__ import annotations

import json

import pytest

from dateline import open_case
from dateline.exercises import mark
from tests.browser.lab import ENDS

SYRIA = open_case("syria-withdrawal")
OPENED = (
    "from dateline import check, open_case\nfrom dateline.widgets import SourceReader\n"
    'case = open_case("syria-withdrawal")'
)
FEW = 'reader = SourceReader(case, "2.2", paragraphs=[("S1", 4), ("S1", 9), ("S2", 5)])\nreader'
ASKED = 'reader = SourceReader(case, "2.2")\nreader'
WHOLE = "reader = SourceReader(case)\nreader"
ODD = (
    "from dateline.cases import Case, Key\nfrom dateline.sources import Source, paragraphs_of\n"
    'texts = ["🚁🚁 נשיא אמר: more than 700 left 👩‍👩‍👧 today.", "הכוחות יצאו מסוריה ביום שישי, 40 איש."]\n'
    'odd = Case("odd", case.about, {"S1": Source("S1", paragraphs_of("S1", texts))}, Key({}))\n'
    "reader = SourceReader(odd)\nreader"
)
LONG = (
    "from dateline.cases import Case, Key\nfrom dateline.sources import Source, paragraphs_of\n"
    'text = "About 40 of the 700 troops left on Monday, Mr. Esper said, and nobody asked why."\n'
    'texts = [" ".join([f"This is paragraph {n}."] + [text] * 4) for n in range(80)]\n'
    "assert sum(len(text.split()) for text in texts) > 5000\n"
    'long = Case("long", case.about, {"S1": Source("S1", paragraphs_of("S1", texts))}, Key({}))\n'
    "reader = SourceReader(long)\nreader"
)
# The words that are marked on the screen; what a closed notebook had marked is not.
PAINTED = """(name) => [...(CSS.highlights.get(name) ?? [])]
  .filter((range) => range.startContainer.isConnected).map((range) => range.toString())"""


@pytest.fixture(autouse=True)
def no_old_answers(server):
    for file in (server[1] / "exercises").glob("answers/*.json"):
        file.unlink()


@pytest.fixture
def started(lab, write_notebook):
    """Open a notebook with a source reader; return the reader."""

    def start(name, cell=FEW, *more):
        lab.open(write_notebook(f"reader-{name}", OPENED, cell, *more))
        lab.run_all()
        desk = lab.page.locator(".dl-claims")
        desk.wait_for()  # a cell has run before its widget is drawn
        return desk

    return start


def kept(server):
    text = (server[1] / "exercises" / "answers" / "02.json").read_text(encoding="utf-8")
    return json.loads(text)["answers"]["2.2"]


def targets():
    """Return (source, paragraph, words) of each claim that exercise 2.2 asks for."""
    asked = SYRIA.exercises["2.2"].arguments["targets"]
    rows = [SYRIA.key.by_id[target["row"]] for target in asked]
    return [(row.source, row.paragraph, each["core"]) for row, each in zip(rows, asked, strict=True)]


def paragraph(desk, source, number):
    return desk.get_by_role("textbox", name=f"{source}, paragraph {number}", exact=True)


def drag(lab, desk, source, number, words):
    """Draw the mouse over words of a paragraph."""
    lab.drag_over(paragraph(desk, source, number), words)
    desk.get_by_text(f"{source}, para. {number}: {words}", exact=True).first.wait_for()


def pick(desk, index):
    """Choose a sentence from the list, the last one as -1, and record it."""
    sentences = desk.get_by_role("combobox", name="Choose a sentence")
    sentences.select_option(index=index % sentences.locator("option").count())
    desk.get_by_role("button", name="Record as a claim").click()


def recorded(desk, count):
    desk.get_by_text(f"Claims recorded: {count}").wait_for()


def saved(desk):
    desk.get_by_text("Saved", exact=True).wait_for()


def painted(lab, name):
    return lab.page.evaluate(PAINTED, name)


def field(desk, name):
    role = "combobox" if name in ("Kind", "Status", "Speaker") else "textbox"
    return desk.get_by_role(role, name=name, exact=True)


def test_the_claims_are_marked_by_mouse_and_outlive_restart_reload_and_reopening(lab, server, started):
    desk = started("mouse", ASKED, 'claims = ...\ncheck("2.2", claims)')
    for count, (source, number, words) in enumerate(targets(), start=1):
        drag(lab, desk, source, number, words)
        if count == 1:
            field(desk, "Kind").select_option("event")
        desk.get_by_role("button", name="Record as a claim").click()
        recorded(desk, count)
    saved(desk)
    assert mark("2.2", kept(server), SYRIA, {}).status == "right"
    assert painted(lab, "dl-kind-1") == [targets()[0][2]], "the kind has a look of its own"
    assert sorted(painted(lab, "dl-kind-none")) == sorted(words for _, _, words in targets()[1:])
    for again in (lab.restart, lab.reload, lab.reopen):
        again()
        lab.run_all()
        recorded(desk, 7)
        lab.page.get_by_text("4 of 4 points").first.wait_for()
    assert len(painted(lab, "dl-kind-none")) == 6


def test_the_claims_are_found_and_recorded_by_keyboard_alone(lab, server, started):
    desk = started("keys", ASKED)
    press = lab.page.keyboard.press
    desk.get_by_role("combobox", name="Reports shown").focus()
    forward = True
    for count, (_, _, words) in enumerate(targets(), start=1):
        for _ in range(40):
            press("Tab" if forward else "Shift+Tab")
            if lab.page.evaluate("document.activeElement.type") == "search":
                break
        press("Control+a")
        lab.page.keyboard.type(words)
        desk.get_by_text("1 of 1", exact=True).wait_for()
        for key in ("Tab", "Tab", "Tab", "Enter"):  # past the two arrows to “Select it”
            press(key)
        desk.get_by_text(f": {words}", exact=False).first.wait_for()
        press("Enter")
        recorded(desk, count)
        forward = False
    saved(desk)
    assert mark("2.2", kept(server), SYRIA, {}).status == "right"
    hedged = [row.get("hedge") for row in kept(server)]
    assert hedged == [None, "about", None, "within", "several", "between", "more than"], (
        "as the readers suggest"
    )


def test_words_are_selected_with_arrows_and_no_key_reaches_the_notebook(lab, server, started):
    desk = started("arrows")
    cells = lab.page.locator(".jp-Cell").count()
    paragraph(desk, "S1", 4).focus()
    before = paragraph(desk, "S1", 4).inner_text()
    for key in ("Control+Home", "x", "b", "d", "d", "Delete", *["Shift+Control+ArrowRight"] * 3):
        lab.page.keyboard.press(key)
    desk.get_by_text("Selected in S1, para. 4: “").wait_for()
    lab.page.keyboard.press("Enter")
    saved(desk)
    (claim,) = kept(server)
    assert claim["start"] == 0
    assert claim["exact"] == claim["exact"].strip()
    lab.page.keyboard.press("PageDown")
    assert lab.page.evaluate("document.activeElement.ariaLabel") == "S1, paragraph 9"
    lab.page.keyboard.press("PageUp")
    lab.page.keyboard.press("ArrowUp")
    assert lab.page.evaluate("document.activeElement.ariaLabel") == "S1, paragraph 4", "there is none before"
    for key in ("Control+z", "b", "Control+z", "x", "d", "d"):
        lab.page.keyboard.press(key)
    recorded(desk, 0)
    assert kept(server) == []
    assert lab.page.locator(".jp-Cell").count() == cells
    assert paragraph(desk, "S1", 4).inner_text() == before


def test_a_selection_over_two_paragraphs_stays_in_the_first(lab, server, started):
    desk = started("across")
    lab.page.evaluate("""() => {
      const [first, second] = document.querySelectorAll('.dl-text');
      first.focus();
      document.getSelection().setBaseAndExtent(first.firstChild, 5, second.firstChild, 4);
    }""")
    desk.get_by_text("Selected in S1, para. 4").wait_for()
    desk.get_by_role("button", name="Record as a claim").click()
    saved(desk)
    (claim,) = kept(server)
    text = SYRIA.sources["S1"].paragraph(4).text
    assert (claim["paragraph"], claim["exact"]) == (4, text[5:].strip())


def test_a_sentence_of_the_list_counts_though_other_words_are_still_selected(lab, server, started):
    desk = started("list")
    drag(lab, desk, "S2", 5, "more than 700 troops")
    desk.get_by_role("combobox", name="Choose a sentence").select_option(index=1)
    lab.page.evaluate("document.dispatchEvent(new Event('selectionchange'))")  # as when the focus moves
    desk.get_by_role("button", name="Record as a claim").click()
    saved(desk)
    (claim,) = kept(server)
    assert (claim["source"], claim["paragraph"], claim["start"]) == ("S1", 4, 0)


def test_a_marked_claim_is_clicked_changed_removed_and_brought_back(lab, server, started):
    desk = started("change")
    pick(desk, 2)
    recorded(desk, 1)
    saved(desk)
    left, top, *_ = paragraph(desk, "S1", 9).evaluate(ENDS, kept(server)[0]["exact"])
    lab.page.mouse.click(left + 30, top)
    desk.get_by_text("A recorded claim").wait_for()
    field(desk, "Kind").select_option("opinion")
    field(desk, "Speaker").fill("US military")
    field(desk, "Hedge").press_sequentially("as it were")
    pick(desk, 1)  # at once: what was typed is not lost
    recorded(desk, 2)
    saved(desk)
    row = next(row for row in kept(server) if row["paragraph"] == 9)
    assert (row["kind"], row["speaker"], row["hedge"]) == ("opinion", "US military", "as it were")
    assert painted(lab, "dl-kind-4") == [row["exact"]]
    opener = desk.locator(".dl-claim-open").nth(1)
    opener.focus()
    lab.page.keyboard.press("Enter")
    desk.get_by_text("A recorded claim").wait_for()
    assert field(desk, "Kind").input_value() == "opinion"
    desk.get_by_role("button", name="Remove this claim").focus()
    lab.page.keyboard.press("Enter")
    recorded(desk, 1)
    assert painted(lab, "dl-kind-4") == []
    record = desk.get_by_role("button", name="Record as a claim")
    assert record.evaluate("(e) => e === document.activeElement"), "the next key stays in the desk"
    desk.get_by_role("button", name="Undo the last change").click()
    recorded(desk, 2)
    assert painted(lab, "dl-kind-4") == [row["exact"]]


def test_a_claim_that_was_begun_waits_while_another_is_changed(lab, server, started):
    desk = started("draft")
    pick(desk, 2)
    recorded(desk, 1)
    drag(lab, desk, "S2", 5, "more than 700 troops")
    assert field(desk, "Hedge").input_value() == "more than", "as the reader suggests"
    field(desk, "Attribution").fill("of my own")
    desk.locator(".dl-claim-open").click()
    desk.get_by_text("A recorded claim").wait_for()
    assert field(desk, "Attribution").input_value() == ""
    desk.get_by_role("button", name="Done").click()
    desk.get_by_text("A new claim").wait_for()
    assert field(desk, "Attribution").input_value() == "of my own"
    assert painted(lab, "dl-chosen") == ["more than 700 troops"]
    desk.get_by_role("button", name="Record as a claim").click()
    recorded(desk, 2)
    saved(desk)
    assert [row.get("attribution") for row in kept(server)] == [None, "of my own"]


def test_after_a_removal_the_focus_is_on_the_next_row(lab, server, started):
    desk = started("rows")
    for count in (1, 2, 3):
        pick(desk, count)
        recorded(desk, count)
    cells = lab.page.locator(".jp-Cell").count()
    desk.get_by_role("button", name="Remove the claim").nth(1).focus()
    for left in (2, 1, 0):
        lab.page.keyboard.press("Enter")
        recorded(desk, left)
    for key in ("b", "x", "d", "d"):
        lab.page.keyboard.press(key)
    assert lab.page.locator(".jp-Cell").count() == cells
    assert kept(server) == []


def test_one_goes_from_a_row_to_its_place_and_back(lab, started):
    desk = started("jump", WHOLE)
    words = "more than 5,000 forces"
    drag(lab, desk, "S2", 15, words)
    desk.get_by_role("button", name="Record as a claim").click()
    recorded(desk, 1)
    desk.get_by_role("combobox", name="Reports shown").select_option("S1")
    paragraph(desk, "S2", 15).wait_for(state="hidden")
    desk.get_by_role("button", name=f"Go to “{words}”").focus()
    lab.page.keyboard.press("Enter")
    paragraph(desk, "S2", 15).wait_for()
    assert lab.page.evaluate("document.activeElement.ariaLabel") == "S2, paragraph 15"
    assert painted(lab, "dl-open") == [words]
    lab.page.keyboard.press("Escape")
    assert lab.page.evaluate("document.activeElement.textContent") == f"S2, para. 15: {words}"
    lab.page.keyboard.press("Tab")
    lab.page.keyboard.press("Enter")
    lab.page.keyboard.press("Enter")  # now in the report: opens the claim there
    desk.get_by_text("A recorded claim").wait_for()
    desk.get_by_role("button", name="Done").click()
    assert lab.page.evaluate("document.activeElement.textContent") == f"S2, para. 15: {words}"


def test_words_are_found_counted_and_gone_through(lab, started):
    desk = started("find", WHOLE)
    box = desk.get_by_role("searchbox", name="Find in the reports")
    box.fill("america's")  # the report has another apostrophe, and a capital
    texts = [each.text.casefold().replace("’", "'") for s in SYRIA.sources.values() for each in s.paragraphs]
    of = sum(text.count("america's") for text in texts)
    assert of > 1
    desk.get_by_text(f"1 of {of}", exact=True).wait_for()
    box.press("Enter")
    desk.get_by_text(f"2 of {of}", exact=True).wait_for()
    for _ in range(2):
        box.press("Shift+Enter")
    desk.get_by_text(f"{of} of {of}", exact=True).wait_for()
    desk.get_by_role("button", name="Next match").click()
    desk.get_by_text(f"1 of {of}", exact=True).wait_for()
    assert len(painted(lab, "dl-found")) == of
    assert painted(lab, "dl-found-now") == ["America’s"]
    box.fill("no such words (.*")
    desk.get_by_text("not found", exact=True).wait_for()
    assert painted(lab, "dl-found") == []
    box.fill("")
    desk.get_by_text("not found", exact=True).wait_for(state="detached")


KNOWN = [
    ("2018-11-30", "S1 is hidden: it is dated December 2018, and that is after 30 November 2018.", 0, 0),
    (
        "2018-12-30",
        "was surely out by 31 December 2018; whether it was by 30 December 2018, the date does",
        0,
        0,
    ),
    ("2018-12-31", "S1 is shown: it is dated December 2018, so it was out by 31 December 2018.", 1, 1),
    ("2019-10-20", "S2 is hidden: it is dated 21 October 2019, and that is after 20 October 2019.", 1, 1),
    ("2019-10-21", "S2 is shown: it is dated 21 October 2019, so it was out by 21 October 2019.", 2, 2),
]


def test_what_was_not_yet_known_is_hidden_and_said_and_nothing_is_deleted(lab, server, started):
    desk = started("known")
    pick(desk, 1)
    pick(desk, -1)
    recorded(desk, 2)
    saved(desk)
    before = kept(server)
    assert {row["source"] for row in before} == {"S1", "S2"}
    day = desk.get_by_label("As known on")
    for known, told, reports, claims in KNOWN:
        day.fill(known)
        desk.get_by_text(told).wait_for()
        assert desk.get_by_role("region", name="Report S").count() == reports, known
        assert desk.locator(".dl-claim-open").count() == claims, known
        assert desk.get_by_text("kept and not shown").count() == (claims < 2), known
    day.fill("2018-11-30")
    desk.get_by_text("No report is shown").wait_for()
    assert kept(server) == before
    desk.get_by_role("button", name="Any day").click()
    desk.get_by_text("No report is shown").wait_for(state="detached")
    assert desk.locator(".dl-claim-open").count() == 2


def test_a_day_set_in_python_moves_the_date_control_and_one_that_is_none_is_refused(lab, started):
    desk = started("set", WHOLE)
    day = desk.get_by_label("As known on")
    for known, told, reports, _ in KNOWN[2:]:
        lab.run(f"reader.as_known = {known!r}")
        desk.get_by_text(told).wait_for()
        assert day.input_value() == known
        assert desk.get_by_role("region", name="Report S").count() == reports
    lab.run('reader.as_known = ""')
    desk.get_by_role("listitem").filter(has_text="is shown: it is dated").first.wait_for(state="detached")
    assert day.input_value() == ""
    with pytest.raises(AssertionError, match="error"):
        lab.run('reader.as_known = "next week"')


def test_a_dead_kernel_is_shown_as_not_saved(lab, server, started):
    desk = started("dead")
    pick(desk, 2)
    recorded(desk, 1)
    saved(desk)
    lab.kill_kernel()
    pick(desk, 1)
    desk.get_by_role("listitem").get_by_text("Not saved yet: run this cell again").wait_for()
    recorded(desk, 1)
    assert len(painted(lab, "dl-waiting")) == 1, "what is not saved stays in sight"
    assert len(kept(server)) == 1
    desk.locator(".dl-claim-open").click()
    field(desk, "Kind").select_option("plan")
    desk.get_by_role("group", name="A recorded claim").get_by_text("not saved", exact=True).wait_for()
    desk.get_by_role("button", name="Done").click()
    desk.locator(".dl-claim-open").click()
    desk.get_by_text("not saved", exact=True).wait_for()
    assert field(desk, "Kind").input_value() == "plan", "what is not saved is still there"
    assert "kind" not in kept(server)[0]


def test_a_folder_that_refuses_is_told_and_the_claim_can_be_tried_again(lab, server, started):
    desk = started("refused")
    folder = server[1] / "exercises" / "answers"
    aside = folder.with_name("answers-aside")
    if folder.exists():
        folder.rename(aside)
    folder.write_text("in the way")
    try:
        pick(desk, 1)
        desk.get_by_text("Free some space, or mend the folder").wait_for()
        recorded(desk, 0)
    finally:
        folder.unlink()
        if aside.exists():
            aside.rename(folder)
    desk.get_by_role("button", name="Try again").click()
    recorded(desk, 1)
    saved(desk)
    assert len(kept(server)) == 1


def test_right_to_left_script_and_emoji_keep_their_offsets(lab, server, started):
    desk = started("odd", ODD)
    for count, (number, words) in enumerate(
        ((1, "more than 700"), (1, "🚁 נשיא"), (2, "ביום שישי")), start=1
    ):
        box = desk.get_by_role("searchbox", name="Find in the reports")
        box.fill(words)
        desk.get_by_text("1 of 1", exact=True).wait_for()
        desk.get_by_role("button", name="Select it").click()
        desk.get_by_text(f"Selected in S1, para. {number}: “{words}”").wait_for()
        lab.page.keyboard.press("Enter")
        recorded(desk, count)
    assert sorted(painted(lab, "dl-kind-none")) == sorted(["more than 700", "🚁 נשיא", "ביום שישי"])
    lab.run(DUMPED)
    rows = json.loads((server[1] / "exercises" / "dumped.json").read_text(encoding="utf-8"))
    assert len(rows) == 3
    assert all(row["text"][row["start"] : row["end"]] == row["exact"] for row in rows)


DUMPED = """
import json, pathlib
rows = [{**row, "text": odd.sources["S1"].paragraph(row["paragraph"]).text} for row in reader.answer]
pathlib.Path("dumped.json").write_text(json.dumps(rows), encoding="utf-8")
"""


def test_a_source_of_five_thousand_words_is_read_searched_and_marked(lab, started):
    desk = started("long", LONG)
    box = desk.get_by_role("searchbox", name="Find in the reports")
    box.fill("mr. esper said")
    desk.get_by_text("1 of 320", exact=True).wait_for()
    box.press("Shift+Enter")
    desk.get_by_text("320 of 320", exact=True).wait_for()
    desk.get_by_role("button", name="Select it").click()
    desk.get_by_text("Selected in S1, para. 80").wait_for()
    lab.page.keyboard.press("Enter")
    recorded(desk, 1)
    pick(desk, 400)
    recorded(desk, 2)
    drag(lab, desk, "S1", 40, "This is paragraph 39.")
    lab.page.keyboard.press("Enter")
    recorded(desk, 3)
    assert len(painted(lab, "dl-kind-none")) == 3
