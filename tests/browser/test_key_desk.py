"""Is a drafted key confirmed at its desk, by mouse and by keyboard alone, with nothing lost or misplaced?"""

from __future__ import annotations

import os

import pytest

from dateline.cases.load import load
from tests.drafted import NAME, put_draft

CELLS = ("from dateline import key_desk", f'key_desk("{NAME}")')


@pytest.fixture
def folder(server):
    """The drafted case as new, in the kit that the lab serves."""
    return put_draft(server[1])


@pytest.fixture
def desk(lab, write_notebook, folder):
    lab.open(write_notebook("key-desk", *CELLS))
    return started(lab)


def started(lab):
    lab.run_all()
    desk = lab.page.locator(".dl-key")
    desk.wait_for()
    return desk


def rows(folder):
    return load(folder).key.by_id


def saved(desk):
    desk.locator(".dl-status[data-state=saved]").wait_for()


def shows(desk, id):
    desk.get_by_role("region", name=f"Row {id}").wait_for()


def show_table(desk, table, first):
    desk.get_by_role("combobox", name="Order").select_option("table")
    desk.get_by_role("combobox", name="Table").select_option(table)
    shows(desk, first)


def go_to(desk, id):
    desk.get_by_role("combobox", name="Row shown").select_option(id)
    shows(desk, id)


def highlighted(lab, name):
    """Return the words that are marked in the text."""
    return lab.page.evaluate("(name) => [...CSS.highlights.get(name)].map((range) => range.toString())", name)


def select(lab, desk, source, paragraph, words):
    """Select words in the text as one does with the mouse."""
    text = desk.get_by_role("textbox", name=f"{source}, paragraph {paragraph}", exact=True)
    text.scroll_into_view_if_needed()
    text.evaluate(
        """(text, words) => {
          const start = text.firstChild.data.indexOf(words);
          text.focus();
          getSelection().setBaseAndExtent(text.firstChild, start, text.firstChild, start + words.length);
        }""",
        words,
    )
    desk.get_by_text(f"Selected in {source}, para. {paragraph}: “{words}”").wait_for()


def test_rows_are_confirmed_changed_struck_and_added_by_mouse(lab, desk, folder):
    show_table(desk, "figures", "F01")
    go_to(desk, "F02")
    assert highlighted(lab, "dl-now") == ["More than 3,000"]
    assert "On the one hand" in highlighted(lab, "dl-known"), "what is in the table already is marked too"
    desk.get_by_role("textbox", name="Scope", exact=True).fill("in Lower Quell")
    desk.get_by_role("button", name="Confirm and go on").click()
    shows(desk, "F03")
    saved(desk)
    row = rows(folder)["F02"]
    assert (row.scope, row.note) == ("in Lower Quell", "")

    desk.get_by_role("button", name="Strike this row").click()
    shows(desk, "F04")
    saved(desk)
    assert "F03" not in rows(folder)
    title = desk.locator(".dl-row-title").inner_text()
    assert title == "F04 · figures · S1, para. 6 · to confirm"
    desk.get_by_role("button", name="Undo the last change").click()
    shows(desk, "F03")
    saved(desk)
    assert "F03" in rows(folder)

    select(lab, desk, "S1", 2, "move everyone")
    desk.get_by_role("combobox", name="Add to").select_option("claims")
    desk.get_by_role("button", name="Add a row for the words selected").click()
    added = desk.get_by_role("textbox", name="Claim", exact=True)
    added.wait_for()
    assert added.input_value() == "move everyone"
    assert added.evaluate("(field) => field === document.activeElement"), "one goes on typing there"
    id = desk.get_by_role("combobox", name="Row shown").input_value()
    assert rows(folder)[id].anchor == "move everyone"
    assert highlighted(lab, "dl-now") == ["move everyone"]

    select(lab, desk, "S1", 3, "lists of what to take along")
    desk.get_by_role("button", name="Let the row shown stand").click()
    saved(desk)
    assert (rows(folder)[id].paragraph, rows(folder)[id].anchor) == (3, "lists of what to take along")


def test_a_table_is_confirmed_by_keyboard_alone_and_what_is_left_is_told(lab, desk, folder):
    page, press = lab.page, lab.page.keyboard.press
    cells = page.locator(".jp-Cell").count()
    desk.get_by_role("combobox", name="Order").select_option("table")
    desk.get_by_role("combobox", name="Table").focus()
    page.keyboard.type("comp")  # as one chooses in any list
    shows(desk, "K01")
    row = desk.get_by_role("region", name="Row K01")
    for _ in range(40):
        if row.evaluate("(row) => row === document.activeElement"):
            break
        press("Tab")
    else:
        pytest.fail("Tab does not lead to the row")

    press("e")
    first = page.evaluate("document.activeElement.dataset.column")
    assert first == "left"
    for _ in range(2):
        press("Tab")
    assert page.evaluate("document.activeElement.dataset.column") == "question"
    press("Control+a")
    page.keyboard.type("Did it fall? b x dd")  # keys that cut and delete cells elsewhere
    press("Control+Enter")
    shows(desk, "K02")
    saved(desk)
    assert rows(folder)["K01"].question == "Did it fall? b x dd"
    assert rows(folder)["K01"].note == ""

    page.evaluate("""() => document.activeElement.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'c', repeat: true, bubbles: true, cancelable: true }))""")
    shows(desk, "K02")  # a key held down confirms nothing more
    press("n")
    shows(desk, "K03")
    press("p")
    shows(desk, "K02")
    press("s")
    shows(desk, "K03")
    saved(desk)
    assert "K02" not in rows(folder)
    press("u")
    shows(desk, "K02")
    saved(desk)
    assert "K02" in rows(folder)
    count = sum(row.id.startswith("K") for row in rows(folder).values())
    for _ in range(count - 1):
        press("c")
    desk.get_by_text(f"All rows of this table are confirmed: comparisons ({count}).").wait_for()
    desk.get_by_text("“dateline case validate dam-drafted” still says").first.wait_for()
    assert "to confirm" not in {row.note[:10] for row in load(folder).key.rows("checks")}
    left = desk.locator(".dl-lines").inner_text()
    assert "key/checks.csv" not in left
    assert "key/figures.csv" in left
    desk.get_by_text("· confirmed").wait_for()
    assert page.evaluate("document.activeElement.closest('.dl-key') !== null"), "the focus stays at the desk"
    assert page.locator(".jp-Cell").count() == cells


def test_words_are_chosen_by_keyboard_and_become_a_row(lab, desk, folder):
    press = lab.page.keyboard.press
    show_table(desk, "dates", "T01")
    go_to(desk, "T02")
    desk.get_by_role("region", name="Row T02").focus()
    press("t")  # to its words in the text: “Tuesday”
    for _ in "Tuesday":
        press("Shift+ArrowRight")
    desk.get_by_text("Selected in S1, para. 2: “Tuesday”").wait_for()
    press("Enter")
    lab.page.wait_for_function("() => document.activeElement.dataset.column === 'edtf'")
    id = desk.get_by_role("combobox", name="Row shown").input_value()
    assert id != "T02"
    both = rows(folder)[id], rows(folder)["T02"]
    assert {row.anchor for row in both} == {"Tuesday"}
    assert len({row.edtf for row in both}) == 1, "the readers draft it anew"
    press("Escape")
    assert lab.page.evaluate("document.activeElement.getAttribute('aria-label')") == f"Row {id}"


def test_two_rows_of_one_anchor_are_kept_apart(lab, desk, folder):
    show_table(desk, "figures", "F01")
    for _ in range(2):
        select(lab, desk, "S1", 5, "More than 3,000")
        desk.get_by_role("button", name="Add a row for the words selected").click()
        saved(desk)
    ids = [row.id for row in load(folder).key.rows("figures") if row.anchor == "More than 3,000"]
    assert len(ids) == 3
    go_to(desk, ids[1])
    desk.get_by_role("textbox", name="Lower bound").fill("2999")
    desk.get_by_role("button", name="Confirm and go on").click()
    saved(desk)
    assert [rows(folder)[id].lower for id in ids] == [3000, 2999, 3000]
    assert [rows(folder)[id].note == "" for id in ids] == [False, True, False]


def test_what_is_refused_stays_to_be_mended_and_the_row_is_shown_again(lab, desk, folder):
    show_table(desk, "figures", "F01")
    go_to(desk, "F02")
    before = rows(folder)["F02"]
    lower, upper = (
        desk.get_by_role("textbox", name=f"{side} bound", exact=True) for side in ("Lower", "Upper")
    )
    upper.fill("2000")
    upper.press("Control+Enter")
    desk.get_by_text("The upper bound 2000 is below the lower bound 3000").wait_for()
    shows(desk, "F02")
    assert (upper.input_value(), upper.get_attribute("aria-invalid")) == ("2000", "true")
    assert rows(folder)["F02"] == before
    go_to(desk, "F03")
    go_to(desk, "F02")
    assert upper.input_value() == "2000", "it waits there, not saved"
    lower.fill("1000")
    lower.press("Tab")
    saved(desk)
    assert (rows(folder)["F02"].lower, rows(folder)["F02"].upper) == (1000, 2000)
    desk.get_by_text("That is: ").first.wait_for()
    upper.fill("many")
    upper.press("Escape")
    assert upper.input_value() == "2000"
    assert desk.locator(".dl-status").inner_text() != "Writing…"


def test_a_row_that_others_rest_on_is_not_struck(lab, desk, folder):
    show_table(desk, "figures", "F01")
    go_to(desk, "F02")
    desk.get_by_role("button", name="Strike this row").click()
    desk.get_by_text("Not struck: F02 is used by K01").wait_for()
    shows(desk, "F02")
    assert "F02" in rows(folder)


def test_facts_are_said_and_confirmed_beside_where_the_text_names_them(lab, desk, folder):
    show_table(desk, "case", "title")
    desk.get_by_role("textbox", name="Value").fill("The dam at Tolvane")
    desk.get_by_role("button", name="Confirm and go on").click()
    shows(desk, "question")
    saved(desk)
    show_table(desk, "names", "people.davan-orrin")
    assert {"Water Minister Davan Orrin", "Orrin"} <= set(highlighted(lab, "dl-now"))
    role = desk.get_by_role("textbox", name="Role")
    role.fill("water minister of Tolvane")
    role.press("Control+Enter")
    shows(desk, "people.lower-quell")
    saved(desk)
    desk.get_by_role("combobox", name="Kind").select_option("place")
    saved(desk)
    shows(desk, "people.ilse-marrak")
    desk.get_by_role("textbox", name="Full name").fill("")
    lab.page.keyboard.press("Control+Enter")
    desk.get_by_text("Not changed: it is empty").wait_for()
    shows(desk, "people.ilse-marrak")
    case = load(folder)
    assert case.title == "The dam at Tolvane"
    assert case.people["davan-orrin"].role == "water minister of Tolvane"
    assert case.about.places["lower-quell"].aliases == ["Quell"]
    assert case.people["ilse-marrak"].name == "Ilse Marrak"
    assert "title" not in case.about.to_confirm


def lines(desk):
    """Return the ids of the rows that are shown together, and which of them are marked unsure."""
    found = desk.locator(".dl-stop-rows button").evaluate_all(
        "(buttons) => buttons.map((each) => [each.dataset.id, each.textContent.endsWith('(unsure)')])"
    )
    return [id for id, _ in found], {id for id, is_unsure in found if is_unsure}


def open_ids(folder):
    case = load(folder)
    rows = {row.id for row in case.key.by_id.values() if row.note.startswith("to confirm")}
    return rows | {*case.about.to_confirm}


def test_a_paragraph_is_confirmed_with_one_key_but_for_what_the_draft_is_unsure_of(lab, desk, folder):
    press = lab.page.keyboard.press
    before = open_ids(folder)
    go_to(desk, "C02")
    title = desk.locator(".dl-stop-title").inner_text()
    ids, unsure = lines(desk)
    assert title == f"S1, para. 2: {len(ids)} to confirm, {len(unsure)} of them unsure"
    assert {"C02", "T02"} <= set(ids)
    assert 0 < len(unsure) < len(ids)
    marked = highlighted(lab, "dl-known") + highlighted(lab, "dl-now")
    assert "Tuesday" in marked, "all words of the paragraph's rows are marked"
    desk.get_by_role("region", name="Row C02").focus()
    lab.page.evaluate("""() => document.activeElement.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'a', repeat: true, bubbles: true, cancelable: true }))""")
    press("a")
    saved(desk)
    left, _ = lines(desk)
    assert set(left) == unsure, "each of these is confirmed by itself"
    assert before - open_ids(folder) == {id for id in ids if id not in unsure}
    current = desk.get_by_role("combobox", name="Row shown").input_value()
    assert current == left[0]
    desk.get_by_text("The draft is unsure: ").first.wait_for()
    press("u")
    lab.page.wait_for_function(
        f"() => document.querySelectorAll('.dl-stop-rows button').length === {len(ids)}"
    )
    assert open_ids(folder) == before


def test_what_the_draft_is_unsure_of_comes_first_where_one_wants_it(lab, desk, folder):
    desk.get_by_role("combobox", name="Order").select_option("unsure")
    desk.get_by_role("combobox", name="Row shown").focus()
    told = desk.locator(".dl-heading").first.inner_text()
    count = int(told.rpartition(", ")[2].split()[0])
    options = desk.get_by_role("combobox", name="Row shown").locator("option")
    ids = options.evaluate_all("(options) => options.map((each) => each.value)")
    assert 0 < count < len(ids)
    for id, is_unsure in ((ids[0], True), (ids[count - 1], True), (ids[count], False)):
        go_to(desk, id)
        assert (id in lines(desk)[1]) == is_unsure
    desk.locator(".dl-stop-rows button").first.click()
    first = lines(desk)[0][0]
    shows(desk, first)
    region = desk.get_by_role("region", name=f"Row {first}")
    assert region.evaluate("(row) => row === document.activeElement")


def test_two_figures_are_compared_by_keyboard(lab, desk, folder):
    press = lab.page.keyboard.press
    key = load(folder).key
    before = {row.id: {row.left, row.right} for row in key.rows("checks")}
    figures = [row.id for row in key.rows("figures") if row.is_figure]
    other = next(id for id in figures if id != "F02" and {"F02", id} not in before.values())
    show_table(desk, "figures", "F01")
    go_to(desk, "F02")
    desk.get_by_role("region", name="Row F02").focus()
    press("k")
    first, second = (desk.get_by_role("combobox", name=f"{nth} figure") for nth in ("First", "Second"))
    assert first.input_value() == "F02", "the figure shown is one of them"
    press("Tab")
    second.select_option("F02")
    press("Tab")
    press("Enter")
    desk.get_by_text("Choose two different figures.").wait_for()
    second.select_option(other)
    desk.get_by_role("button", name="Add the comparison").click()
    desk.get_by_text("comparisons · S1, para.").wait_for()
    saved(desk)
    (row,) = (row for row in load(folder).key.rows("checks") if row.id not in before)
    assert {row.left, row.right} == {"F02", other}
    assert len(highlighted(lab, "dl-now")) == 2
    region = desk.get_by_role("region", name=f"Row {row.id}")
    assert region.evaluate("(row) => row === document.activeElement"), "one goes on to look at it"


def test_what_is_left_is_what_is_left_after_a_restart(lab, desk, folder):
    show_table(desk, "voices", "V01")
    for number in range(1, 4):
        desk.get_by_role("button", name="Confirm and go on").click()
        shows(desk, f"V{number + 1:02}")
        saved(desk)
    title = desk.locator(".dl-heading").first.inner_text()
    files = {path.name: path.read_bytes() for path in (folder / "key").glob("*.csv")}
    for happens in (lab.restart, lab.reload, lab.kill_kernel):
        happens()
        lab.ready()
        started(lab)
        assert desk.locator(".dl-heading").first.inner_text() == title, happens.__name__
    show_table(desk, "voices", "V04")
    assert {path.name: path.read_bytes() for path in (folder / "key").glob("*.csv")} == files


def test_rows_confirmed_while_the_kernel_is_dead_are_confirmed_when_the_cell_runs_again(lab, desk, folder):
    show_table(desk, "voices", "V01")
    lab.kill_kernel()
    desk.get_by_role("region", name="Row V01").focus()
    for _ in range(2):
        lab.page.keyboard.press("c")
    desk.get_by_text("Not saved yet: run this cell again").wait_for()
    assert rows(folder)["V01"].note != ""
    lab.ready()
    started(lab)
    saved(desk)
    assert [rows(folder)[id].note == "" for id in ("V01", "V02", "V03")] == [True, True, False]


def test_a_table_that_was_edited_elsewhere_is_taken_up_not_overwritten(lab, desk, folder):
    show_table(desk, "figures", "F01")
    go_to(desk, "F02")
    path = folder / "key" / "figures.csv"
    path.write_text(path.read_text().replace("F02,S1,5,", "F02,S1,5,", 1).replace(",3000,", ",3001,", 1))
    lab.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")  # as one comes back
    lab.page.wait_for_function("() => document.querySelector('.dl-key [data-column=lower]').value === '3001'")
    desk.get_by_role("button", name="Confirm and go on").click()
    saved(desk)
    assert (rows(folder)["F02"].lower, rows(folder)["F02"].note) == (3001, "")


def test_a_folder_that_may_not_be_written_is_told(lab, desk, folder):
    """The system lets root write anywhere, so what it would say is put in its mouth."""
    if os.geteuid() == 0:
        lab.page.evaluate("""() => window.dlContext.sessionContext.session.kernel.requestExecute({ code: `
import tempfile
def refuse(*_, **__): raise PermissionError(13, "Permission denied")
tempfile.mkstemp = refuse` }).done""")
    else:
        (folder / "key").chmod(0o555)
    try:
        show_table(desk, "sources", "N01")
        desk.get_by_role("button", name="Confirm and go on").click()
        desk.get_by_text("Not saved: Permission denied.").wait_for()
        shows(desk, "N01")
        assert rows(folder)["N01"].note != ""
    finally:
        (folder / "key").chmod(0o755)
