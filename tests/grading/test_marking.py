"""Does marking a class give what the notebook gives?"""

from __future__ import annotations

import pytest

from dateline.exercises import mark
from dateline.grading.collect import Collected
from dateline.grading.marking import mark_all
from tests.answer_sheets import case_of, fixtures, model_answers, others_of
from tests.grading.making import paper

OUTCOMES = fixtures("outcomes")


def test_model_answers_have_full_points():
    results = mark_all(Collected(answers=dict(model_answers())), paper())
    assert sum(result.points for result in results.values()) == 120


def test_no_answers_are_not_tried():
    assert {result.status for result in mark_all(Collected(), paper()).values()} == {"not tried"}


@pytest.mark.parametrize("row", OUTCOMES, ids=lambda row: str(row.get("exercise", row.get("id"))))
def test_the_same_answer_has_the_same_points_as_in_the_notebook(row):
    id = str(row.get("exercise", row.get("id")))
    answers = {**others_of(id), id: row["answer"]}
    expected = mark(id, row["answer"], case_of(id), others_of(id))
    assert mark_all(Collected(answers=answers), paper(id))[id] == expected


def test_what_was_no_data_is_told_and_has_no_points():
    result = mark_all(Collected(shapes={"4.1": "it is a function"}), paper("4"))["4.1"]
    assert (result.points, result.findings[0].params["why"]) == (0, "it is a function")
