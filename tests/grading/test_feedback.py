"""Does a student's page say points and reasons, quote the sources, and give no answer away?"""

from __future__ import annotations

import html
import re
from dataclasses import replace
from datetime import datetime

import pytest

from dateline.findings import Place
from dateline.grading.collect import Collected
from dateline.grading.feedback import STATES, evidence, feedback_page
from dateline.grading.marking import Paper, mark_all
from dateline.grading.standing import Standing
from dateline.grading.student import Grading
from tests.answer_sheets import KIT, case_of, fixtures, model_answers
from tests.grading.making import paper
from tests.grading.test_page import read

SET = paper("4", "5")
WRONG = next(
    row["answer"]
    for row in fixtures("outcomes")
    if str(row["exercise"]) == "4.1" and row["status"] == "partly"
)


def standing(answers, late=0.0, **more):
    results = mark_all(Collected(answers=answers), SET)
    grading = Grading(
        "name anna", "Anna", "graded", datetime(2026, 11, 5, 9), results=results, answers=answers, **more
    )
    return Standing(grading, "Anna", late)


def test_it_says_points_and_reasons_and_where_to_look():
    shown = feedback_page(standing({"4.1": WRONG, "4.3": model_answers()["4.3"]}), SET)
    read(shown)
    for part in (
        "Feedback for Anna",
        "4.1 · The ledger of S1 — partly",
        "To mend",
        "<blockquote>",
        "Rule: ",
        "3 of 3 points",
    ):
        assert part in shown
    assert "Handed in: 5 November 2026, 09:00" in shown
    assert "Not tried: 4.2, 5.1" in shown
    assert "Session 05" not in shown


def test_no_answer_is_given_away_unless_asked_for():
    one = standing({"4.1": WRONG})
    assert "A model answer" not in feedback_page(one, SET)
    assert "<pre>code of 4.1 &amp; more</pre>" in feedback_page(one, SET, lambda id: f"code of {id} & more")


def told_by(value):
    """The texts and figures in an answer that would tell something: no letters, no counts of parts."""
    if isinstance(value, (dict, list, tuple)):
        inner = value.values() if isinstance(value, dict) else value
        return {part for each in inner for part in told_by(each)}
    if isinstance(value, str):
        return {value} if len(value) >= 4 else set()
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return {f"{value:,g}", f"{value:g}"} if is_number and abs(value) >= 100 else set()


def shown_to(row, whole):
    """The text of a page for one answer, without what names places, lists all choices or words a rule."""
    id, answers = str(row["exercise"]), {str(row["exercise"]): row["answer"]}
    results = mark_all(Collected(answers=answers), whole)
    page = feedback_page(
        Standing(Grading("a", "A", "graded", results={id: results[id]}, answers=answers), "A"), whole
    )
    text = html.unescape(re.sub(r"<[^>]+>", " ", page))
    return re.sub(r"(para\. |¶)\d+|is not one of the choices: [^.]+", "", text)


NOT_RIGHT = [row for row in fixtures("outcomes") if row["status"] in ("partly", "not yet")]


@pytest.mark.parametrize("id", sorted({str(row["exercise"]) for row in NOT_RIGHT} & {*paper().cases}))
def test_nothing_of_the_model_answer_stands_on_a_page_unless_the_student_or_the_source_said_it(id):
    case, whole = case_of(id), paper()
    known = [each.text for source in case.sources.values() for each in source.paragraphs]
    known.append((KIT / "dateline/messages/en.yaml").read_text("utf-8"))
    rows = [row for row in NOT_RIGHT if str(row["exercise"]) == id]
    for row in rows:
        said = "\n".join([*known, *told_by(row["answer"]), str(row["answer"])])
        secrets = {part for part in told_by(model_answers()[id]) if part not in said}
        shown = shown_to(row, whole)
        given = [part for part in secrets if re.search(rf"(?<![\w,.]){re.escape(part)}(?!\w)", shown)]
        assert given == [], row["answer"]


def test_what_a_student_wrote_is_text():
    evil = "<img src=x onerror=alert(1)>"
    shown = feedback_page(
        replace(standing({"4.1": [{"counted": evil, "lower": evil}], evil: 1}), name=evil), SET
    )
    assert evil not in shown
    assert "img" not in {tag for tag, _ in read(shown)}


def test_a_hidden_exercise_tells_points_and_no_reasons():
    hidden = Paper(SET.cases, frozenset({"4.1"}))
    shown = feedback_page(standing({"4.1": WRONG}), hidden, lambda _id: "the solution")
    assert "marked by your teacher&#x27;s own key" in shown or "marked by your teacher's own key" in shown
    for part in ("To mend", "<blockquote>", "the solution"):
        assert part not in shown


def test_a_persons_points_and_words_come_first():
    one = standing(
        {"4.1": WRONG},
        manual={"4.1": 4.5},
        comments={"4.1": "See <me>."},
        rubric={"4.1": {"Is it fair?": "basic"}},
    )
    shown = feedback_page(one, SET)
    assert "4.1 · The ledger of S1 — marked by your teacher · 4.5 of 5 points" in shown
    assert "<p>Is it fair?: basic</p><p>See &lt;me&gt;.</p>" in shown


def test_lateness_is_said():
    shown = feedback_page(standing({"4.3": model_answers()["4.3"]}, late=10), SET)
    assert "2.7 of 37" in shown or "2.7 of 33" in shown
    assert "10 % taken off for handing in late" in shown


@pytest.mark.parametrize("state", STATES)
def test_every_state_is_said_and_without_a_grade_there_is_no_0(state):
    shown = feedback_page(Standing(Grading("name a", "A", state, notes=("<b>",)), "A"), SET)
    read(shown)
    assert STATES[state] in shown
    assert "points</strong>" not in shown
    assert "<li>&lt;b&gt;</li>" in shown


@pytest.mark.parametrize(
    ("place", "marked"),
    [
        (Place("S1", 99), False),
        (Place("S9", 1), False),
        (Place("S1", 7), False),
        (Place("S1", 7, 0, 3, "xyz"), False),
    ],
)
def test_a_place_that_does_not_fit_is_named_without_a_mark(place, marked):
    assert ("<mark>" in evidence(place, case_of("4.1"))) == marked


def test_the_phrase_is_marked_in_its_paragraph():
    case = case_of("4.1")
    place = case.find("S1", 7, "more than 2,000")
    assert f"<mark>{place.exact}</mark>" in evidence(place, case)


def test_a_long_answer_is_cut():
    assert len(feedback_page(standing({"4.1": [{"counted": "x" * 50_000}]}), SET)) < 30_000
