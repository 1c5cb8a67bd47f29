"""Does the report add up what a class did, and name who needs help?"""

from __future__ import annotations

import pickle
from dataclasses import replace

import pytest

from dateline.findings import Finding, Result
from dateline.grading.insight import HELP, Insight, needs_help
from dateline.grading.marking import Paper
from dateline.grading.report import report_page, report_table
from dateline.grading.standing import Standing
from dateline.grading.student import Grading
from tests.grading.making import paper
from tests.grading.test_page import read

SET = paper("4", "7")


def result(id, points, possible=5, *mistaken):
    status = "right" if points == possible else "not yet" if points == 0 else "partly"
    findings = tuple(Finding(key, "wrong", possible=1) for key in mistaken)
    return Result(id, SET.exercises[id].title, status, points, possible, findings)


def student(name, *results, **more):
    return Standing(
        Grading(f"name {name}", name, "graded", results={each.id: each for each in results}, **more), name
    )


ANNA = student("Anna", result("4.1", 5), result("4.2", 4, 5, "hedge-dropped"), hints={"4.1": 4, "4.2": 1})
BEN = student("Ben", result("4.1", 1, 5, "hedge-dropped", "hedge-dropped"), answers={"7.4": "<b>a brief"})
CLEO = Standing(Grading("name cleo", "Cleo"), "Cleo")


def added(*standings, paper=SET):
    insight = Insight(paper)
    for each in standings:
        insight.add(each)
    return insight


def test_points_and_hints_are_added_up_by_exercise():
    count = added(ANNA, BEN, CLEO).exercises["4.1"]
    assert (count.tried, count.right, count.points, count.hints, count.hinted) == (2, 1, 6, 4, 1)


def test_a_misconception_counts_once_a_student():
    insight = added(ANNA, BEN)
    assert insight.misconceptions == {"hedge-dropped": 2}
    assert insight.where["hedge-dropped"] == {"4.1", "4.2"}


def test_two_shares_of_a_class_make_the_whole():
    """Shares come from other processes, where the paper stays behind."""
    whole = added(ANNA, BEN, CLEO)
    shares = [pickle.loads(pickle.dumps(added(*each))) for each in ((ANNA,), (BEN, CLEO))]
    joined = Insight(SET)
    for share in shares:
        assert not share.paper.cases
        joined.join(share)
    assert joined == whole


def test_a_hidden_exercise_gives_no_misconception_away():
    assert not added(BEN, paper=Paper(SET.cases, frozenset({"4.1"}))).misconceptions


@pytest.mark.parametrize(
    ("standing", "why"),
    [
        (ANNA, ""),
        (BEN, "20% of the points of what was tried; weakest: 4.1"),
        (CLEO, "nothing has arrived"),
        (Standing(Grading("x", "x", "not gradable"), "x"), "could not be graded"),
        (student("x", replace(result("4.1", 0), status="not tried")), "nothing is answered yet"),
        (student("x", result("4.1", 5), hints={"4.1": 4}), "took all hints"),
    ],
)
def test_who_needs_help(standing, why):
    need = needs_help(standing)
    assert (need is None) == (why == "")
    assert why in (need or (0, ""))[1]


def test_the_report_tells_it_in_words_and_bars():
    shown = report_page(added(ANNA, BEN, CLEO), [])
    tags = read(shown)
    for part in (
        "3 students: 2 graded, 1 missing",
        "3 of 5",
        "hedge dropped",
        "nothing has arrived",
        "no verdict",
    ):
        assert part in shown
    assert all(attrs.get("aria-label") for tag, attrs in tags if tag == "svg")


def test_the_report_of_nobody_is_a_page_too():
    read(report_page(Insight(SET), []))


def test_names_and_briefs_are_text():
    evil = "<script>alert(1)</script>"
    insight = added(replace(CLEO, name=evil))
    assert evil not in report_page(insight, [])
    assert added(BEN).briefs == [("Ben", "<b>a brief")]


def test_the_table_says_the_same():
    head, rows = report_table(added(ANNA, BEN))
    row = dict(zip(head, next(iter(rows)), strict=True))
    assert (row["exercise"], row["tried"], row["mean points"], row["most frequent"]) == (
        "4.1",
        2,
        3,
        "hedge-dropped",
    )


def test_a_large_class_takes_no_more_room():
    insight = added(*(student(f"s{n}", result("4.1", 0)) for n in range(200)))
    assert len(insight.help) == HELP + 1
    assert "see gradebook.csv" in report_page(insight, [])
