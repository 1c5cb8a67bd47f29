"""Are cells run one after the other, and is it told what the names hold?"""

from __future__ import annotations

import sys

import pytest

from dateline.grading.cells import run_cells


@pytest.fixture
def told(monkeypatch):
    monkeypatch.setitem(sys.modules, "__main__", sys.modules["__main__"])

    def run(*cells):
        said = []
        run_cells(cells, iter(["a", "b"]), said.append)
        return said

    return run


def answers(said):
    return {each["name"]: each.get("answer", each.get("shape")) for each in said if "name" in each}


@pytest.mark.parametrize(
    ("cells", "held"),
    [
        (["a = 1", "b = a + 1"], {"a": 1, "b": 2}),
        (["a = 1", "1 / 0", "b = 2"], {"a": 1, "b": 2}),  # an error ends a cell and no notebook
        (["a = 1", "raise SystemExit", "b = 2"], {"a": 1, "b": 2}),
        (["a = (", "b = 2"], {"b": 2}),
        (["a = [1]", "a = ..."], {"a": [1]}),  # a blank after an answer takes nothing away
        (["a = ...", "a = [1]"], {"a": [1]}),
        (["a = {3, 1}"], {"a": [1, 3]}),
        (["import pandas as pd\na = pd.DataFrame([{'x': 1}])"], {"a": [{"x": 1}]}),
        (["a = float('nan')"], {"a": None}),
        (["%matplotlib inline\nprint(display(1))\na = 1"], {"a": 1}),
        (["a = 1\ndel a"], {}),
    ],
)
def test_what_names_hold(told, cells, held):
    assert answers(told(*cells)) == held


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        ("a = object()", "not plain data"),
        ("a = 16 ** 500", "far more digits"),
        ("a = [[[[[[[[[[[]]]]]]]]]]]", "far larger"),
        ("a = list(range(10**5))", "far larger"),
        ("class E(dict):\n    def items(s): raise ValueError\na = E(x=1)", "fails when it is read"),
        ("a = []\na.append(a)", "fails when it is read"),
    ],
)
def test_what_is_no_data_is_told_in_words(told, cell, why):
    assert why in answers(told(cell))["a"]


def test_faults_are_told_by_cell_and_only_changes_are_reported(told):
    said = told("a = 1", "a = 1\nb = x")
    assert said == [
        {"name": "a", "answer": 1},
        {"cell": 1},
        {"cell": 2, "fault": "NameError: name 'x' is not defined"},
        {"cell": 2},
    ]


def test_an_error_that_cannot_be_told_is_no_error_of_ours(told):
    said = told("class E(Exception):\n    def __str__(s): raise ValueError\nraise E")
    assert said[0]["fault"] == "an error that cannot be told"
