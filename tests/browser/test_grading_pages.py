"""Are the pages of a graded class whole, free of faults that axe-core finds, and usable by key alone?"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from dateline.cli import main
from dateline.grading.gradebook import Gradebook
from dateline.grading.papers import PaperSpec
from tests.answer_sheets import model_answers
from tests.grading.making import LESSON, answered, notebook, put

BRIEF = "07-write-the-sourced-brief.ipynb"
EVIL = '</script><img src="http://127.0.0.1:9/x" onerror="document.title=1"> More than 2,000 [@S1, para. 7].'
LOOKS = [(1280, "light"), (1280, "dark"), (360, "light")]


def brief(*texts):
    names = (PaperSpec().paper().exercises[id].answer for id in ("7.3", "7.4"))
    return notebook(
        "from dateline import check",
        *(f"{name} = {text!r}" for name, text in zip(names, texts, strict=False)),
    )


@pytest.fixture(scope="module")
def out(tmp_path_factory):
    home = tmp_path_factory.mktemp("class")
    class_ = put(
        home / "in",
        {
            f"Anna/{LESSON}": notebook(*answered("4.1", "4.2")),
            f"Anna/{BRIEF}": brief(model_answers()["7.3"]),
            f"Ben/{LESSON}": notebook(*answered(), "figures = [{'lower': 2}]", "not_figures = ['a', 'b']"),
            f"Ben/{BRIEF}": brief(EVIL, EVIL), "Cleo/04.ipynb": b"{",
        },
    )  # fmt: skip
    words = ["grade", str(class_), "--out", str(home / "out"), "--only", "4,7"]
    assert main(words) == 0
    return home / "out"


@pytest.fixture
def opened(chromium, out):
    """Open a page of the class; it must ask for nothing from anywhere and report no fault."""
    contexts, asked, faults = [], [], []

    def open_page(path, width=1280, scheme="light"):
        context = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(30_000)
        page.on("request", lambda request: asked.append(request.url))
        page.on("pageerror", lambda fault: faults.append(str(fault)))
        page.on("console", lambda said: faults.append(said.text))
        page.goto(path.as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert [url for url in asked if not url.startswith(("file:", "blob:"))] == []
    assert faults == []


def pages(out):
    return [*sorted((out / "feedback").glob("*.html")), out / "report.html", out / "rubric.html"]


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_no_page_has_a_fault_that_axe_finds_or_is_too_wide(out, opened, width, scheme):
    assert len(pages(out)) == 5
    for path in pages(out):
        page = opened(path, width, scheme)
        page.evaluate("() => document.querySelectorAll('details').forEach((each) => { each.open = true; })")
        found = Axe().run(page).response["violations"]
        assert [(each["id"], each["nodes"][0]["html"][:200]) for each in found] == [], path.name
        assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"), path.name


def test_what_a_student_wrote_is_text_on_every_page(out, opened):
    ben = opened(next(path for path in pages(out) if path.name.startswith("Ben")))
    assert ben.title() == "Feedback for Ben"
    assert ben.locator("img").count() == 0
    rubric = opened(out / "rubric.html")
    rubric.keyboard.press("n")
    assert rubric.locator("#brief").inner_text() == EVIL
    assert rubric.locator("img").count() == 0


def told(page):
    return page.locator("#who").inner_text(), page.locator("#at").inner_text()


def chosen(page):
    return page.evaluate(
        "() => [...document.querySelectorAll('input:checked')].map((e) => `${e.name} ${e.value}`)"
    )


def test_a_person_marks_briefs_by_key_alone_and_a_regrade_keeps_it(out, opened, tmp_path):
    page = opened(out / "rubric.html")
    keys = page.keyboard
    assert told(page) == ("Anna · 7.3 The brief: first draft", "Brief 1 of 3; all questions answered for 0.")
    assert page.locator("#brief").inner_text().strip() == model_answers()["7.3"].strip()
    keys.press("1")
    for letter in "pebpep":
        keys.press(letter)  # each answers a question and goes on to the next
    keys.press("m")
    keys.type("3,5")
    keys.press("Escape")
    keys.press("c")
    keys.type("Well sourced; press n or p less.")  # letters are letters while one writes
    keys.press("Escape")
    steps = ["proficient", "emergent", "basic", "proficient", "emergent", "proficient"]
    names = ["question", "reasoning", "alternative", "facts", "fair", "clear"]
    assert chosen(page) == [f"{name} {step}" for name, step in zip(names, steps, strict=True)]
    keys.press("n")
    assert told(page) == ("Ben · 7.3 The brief: first draft", "Brief 2 of 3; all questions answered for 1.")
    assert chosen(page) == []
    keys.press("m")
    keys.type("99")
    keys.press("Escape")
    keys.press("n")
    assert "points go from 0 to 5" in page.locator("#wrong").inner_text()
    assert told(page)[0].startswith("Ben · 7.3"), "nothing is left behind that was not kept"
    keys.press("ControlOrMeta+a")
    keys.type("0")
    keys.press("Escape")
    page.reload()
    assert chosen(page) == [f"{name} {step}" for name, step in zip(names, steps, strict=True)]
    with page.expect_download() as download:
        page.keyboard.press("s")
    saved = tmp_path / download.value.suggested_filename
    download.value.save_as(saved)
    with saved.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["student"], row["points"], row["question"]) for row in rows] == [
        ("Anna", "3.5", "proficient"), ("Ben", "0", "")
    ]  # fmt: skip
    take_in(out, saved)


def take_in(out: Path, saved: Path):
    """Take the remarks in, grade everyone anew, and see that they stand in book and page."""
    words = ["grade", str(out.parent / "in"), "--out", str(out), "--only", "4,7"]
    assert main([*words, "--remarks", str(saved)]) == 0
    assert main([*words, "--regrade", "all"]) == 0
    with Gradebook(out / "gradebook.db") as book:
        assert len(book.history("name Anna")) == 2
        anna, ben = book.grading("name Anna"), book.grading("name Ben")
    assert (anna.points("7.3"), ben.points("7.3")) == (3.5, 0)
    assert anna.comments["7.3"] == "Well sourced; press n or p less."
    assert anna.rubric["7.3"]["Does the reasoning hold?"] == "emergent"
    (page,) = (out / "feedback").glob("Anna*.html")
    assert "Well sourced; press n or p less." in page.read_text("utf-8")
