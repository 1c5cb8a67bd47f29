"""Is the page for a person whole, keyed to the rubric, and safe from what it shows?"""

from __future__ import annotations

import json
import re
from dataclasses import replace

from dateline.findings import Result
from dateline.grading import rubric
from dateline.grading.rubric import QUESTIONS, STEPS, briefs_of, rubric_pages
from dateline.grading.standing import Standing
from dateline.grading.student import Grading
from tests.answer_sheets import KIT
from tests.grading.making import paper

EVIL = "</script><script>alert(1)</script> <!--"


def standing(name):
    results = {"7.4": Result("7.4", "The brief", "partly", 2, 5)}
    grading = Grading(
        f"name {name}", name, "graded", results=results, answers={"7.4": EVIL, "7.1": "x"},
        comments={"7.4": "Good."}, rubric={"7.4": {QUESTIONS["fair"]: "basic"}},
    )  # fmt: skip
    return Standing(grading, name)


def data(page):
    return json.loads(re.search(r'id="data">(.*?)</script>', page, re.DOTALL)[1])


def test_the_questions_are_those_of_the_rubric():
    written = (KIT / "data/rubric.md").read_text("utf-8")
    asked = re.findall(r"^\| \d\. (.+?) \|", written, re.MULTILINE)
    assert list(QUESTIONS.values()) == asked
    assert all(f"*{step}*" in written for step in STEPS)


def test_briefs_are_data_and_only_our_script_may_run():
    (page,) = rubric_pages(briefs_of(standing("Anna"), paper("7")))
    assert EVIL not in page
    assert page.count("<script") == 2
    assert "script-src 'sha256-" in page
    (brief,) = data(page)["briefs"]
    assert (brief["student"], brief["brief"], brief["comment"], brief["rubric"]) == (
        "Anna",
        EVIL,
        "Good.",
        {"fair": "basic"},
    )


def test_a_large_class_has_several_pages(monkeypatch):
    monkeypatch.setattr(rubric, "ON_A_PAGE", 2)
    pages = list(rubric_pages(brief for n in range(5) for brief in briefs_of(standing(f"s{n}"), paper("7"))))
    assert [len(data(page)["briefs"]) for page in pages] == [2, 2, 1]


def test_under_a_pseudonym_a_brief_tells_nobody():
    under = replace(standing("Anna"), name="S-ABC")
    (brief,) = briefs_of(under, paper("7"))
    assert (brief["key"], brief["student"]) == ("S-ABC", "S-ABC")


def test_without_briefs_there_is_no_page():
    assert list(rubric_pages(briefs_of(Standing(Grading("a", "A"), "A"), paper("7")))) == []
