"""Is every error and doubt of a case told, with its file, its row and its mend?"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.drafting.reports import read_reports
from dateline.drafting.validate import DOUBT, ERROR, doubts_of
from dateline.drafting.write import new_case

KIT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("name", ["syria-withdrawal", "tolvane-dam"])
def test_the_cases_of_the_kit_are_sound(name):
    assert doubts_of(KIT / "data" / name, KIT / "solutions") == []


@pytest.fixture
def folder(kit, files):
    return new_case(kit, "harbour-fire", read_reports(files)).folder


def found(folder, grade):
    doubts = doubts_of(folder, folder.parents[1] / "solutions")
    return [str(doubt.problem) for doubt in doubts if doubt.grade == grade]


@pytest.mark.parametrize(
    ("file", "old", "new", "grade", "told"),
    [
        ("key/figures.csv", "More than 400,", "More than 500,", ERROR, "does not occur in S1, para. 2"),
        ("key/dates.csv", "2021-09-12", "12.9.2021", ERROR, "looks rewritten by a spreadsheet"),
        ("key/figures.csv", "F02,", "F01,", ERROR, "stands more than once"),
        ("case.yaml", "- Ms Bly", "- Ms Bly\n    - Orsa", None, ""),  # another group may have the same name
        ("case.yaml", "- Ms Bly", "- Ms Bly\n    - Ana Bly", None, ""),  # a name twice for one is no fault
        ("key/checks.csv", "conflict=change", "changed=change", DOUBT, "right and wrong at once"),
        ("exercises.yaml", "kind: ledger", "kind: legder", ERROR, "no kind of check 'legder'"),
    ],
)
def test_a_fault_is_told_where_it_is(folder, file, old, new, grade, told):
    path = folder / file
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))
    lines = found(folder, ERROR) + found(folder, DOUBT)
    if grade is None:
        assert lines == []
    else:
        assert any(told in line and line.startswith(file) for line in found(folder, grade)), lines


def test_one_name_for_two_is_told(folder):
    path = folder / "case.yaml"
    two = "people:\n  ben-bly:\n    name: Ben Bly\n    aliases: [Ms Bly]\n"
    path.write_text(path.read_text().replace("people:\n", two, 1))
    assert any("'ms bly' means ben-bly and ana-bly" in line for line in found(folder, ERROR))


def test_a_model_answer_that_earns_too_little_is_told_with_what_it_loses(folder):
    path = folder.parents[1] / "solutions/harbour-fire/01-read-the-sources.ipynb"
    notebook = json.loads(path.read_text())
    (cell,) = [cell for cell in notebook["cells"] if cell["id"] == "answer-1-2"]
    cell["source"] = ["gap = {'shortest_days': 1, 'longest_days': 197}"]
    path.write_text(json.dumps(notebook))
    (line,) = found(folder, ERROR)
    assert line.startswith("solutions/harbour-fire/01-read-the-sources.ipynb, 1.2: its model answer earns")
    assert "shortest_days" in line


def test_an_exercise_without_a_model_answer_is_told(folder):
    (folder.parents[1] / "solutions/harbour-fire/06-weigh-the-evidence.ipynb").unlink()
    lines = found(folder, ERROR)
    assert any("6.4: no solution notebook has a model answer" in line for line in lines)
    assert all(", 6." in line for line in lines)


def test_a_confirmed_row_is_no_longer_listed(folder):
    before = found(folder, "to confirm")
    path = folder / "key/figures.csv"
    path.write_text(path.read_text().replace("to confirm: ", "", 1))
    assert len(found(folder, "to confirm")) == len(before) - 1
