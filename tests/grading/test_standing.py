"""Do points, lateness and pseudonyms come together as they should?"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from dateline.findings import Result
from dateline.grading.gradebook import Gradebook
from dateline.grading.late import LateRules
from dateline.grading.standing import Standing, pseudonyms, standing_of
from dateline.grading.student import Grading

RESULTS = {"4.1": Result("4.1", "t", "partly", 3, 5), "4.2": Result("4.2", "t", "not tried", 0, 5)}
ANNA = Grading("name anna", "Anna", "graded", datetime(2026, 11, 20, 12), results=RESULTS)


@pytest.mark.parametrize(
    ("grading", "late", "total"),
    [
        (ANNA, 0, 3),
        (ANNA, 50, 1.5),
        (replace(ANNA, manual={"4.1": 4.5, "7.3": 1}), 0, 5.5),
        (Grading("name ben", "Ben"), 0, None),  # missing is no 0
        (Grading("name ben", "Ben", "not gradable"), 50, None),
        (Grading("name ben", "Ben", "not gradable", manual={"4.1": 2}), 0, 2),
    ],
)
def test_totals(grading, late, total):
    assert Standing(grading, "x", late).total == total


def test_what_was_not_tried_is_no_0_of_a_try():
    standing = Standing(ANNA, "Anna")
    assert [standing.points(id) for id in ("4.1", "4.2", "9.9")] == [3, None, None]
    assert Standing(replace(ANNA, manual={"4.2": 1}), "Anna").points("4.2") == 1


def test_everybody_stands_with_their_lateness(tmp_path):
    with Gradebook(tmp_path / "gradebook.db") as book:
        book.put(ANNA)
        book.enroll("name ben", "Ben")
        rules = LateRules(due="2026-11-20T10:00", per_day=10)
        found = [standing_of(each, rules) for each in book.gradings()]
    assert [(each.name, each.late, each.total) for each in found] == [("Anna", 10, 2.7), ("Ben", 0, None)]


def test_pseudonyms_stay_the_same_in_a_gradebook_and_differ_elsewhere(tmp_path):
    names = []
    for path in ("a.db", "a.db", "b.db"):
        with Gradebook(tmp_path / path) as book:
            shown = pseudonyms(book)
            names.append([shown("name anna"), shown("name ben")])
    assert names[0] == names[1] != names[2]
    assert len({name for pair in names for name in pair}) == 4
    assert all(len(name) == 8 and "anna" not in name.lower() for pair in names for name in pair)
