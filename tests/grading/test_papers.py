"""Is the paper made of what a teacher names, with a key of the teacher's own?"""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.cases import open_case
from dateline.errors import KitError
from dateline.grading.marking import paper_of
from dateline.grading.papers import PaperSpec
from tests.grading.making import put

HIDDEN = b"""exercises:
- id: '4.9'
  title: The gap once more
  points: 2
  minutes: 1
  answer: figures
  kind: pick
  with: {right: [a], options: [a, b]}
  hints: [Look at the first one., Look at the second one., Look at the third one.]
"""


def test_the_whole_course_is_set_by_default():
    paper = PaperSpec().paper()
    assert paper.possible == 120
    assert "0.1" not in paper.cases, "five questions that have no points"
    assert {paper.cases[id].id for id in ("4.1", "8.1")} == {"syria-withdrawal", "tolvane-dam"}


@pytest.mark.parametrize(
    ("only", "ids"),
    [(("5.1", "4"), ["4.1", "4.2", "4.3", "5.1"]), (("04",), ["4.1", "4.2", "4.3"]), (("0.1",), ["0.1"])],
)
def test_only_some_exercises(only, ids):
    assert list(PaperSpec(only=only).paper().cases) == ids


@pytest.mark.parametrize(
    ("spec", "told"),
    [
        (PaperSpec(only=("4.99",)), "no exercise or lesson '4.99'"),
        (PaperSpec(cases=("syria",)), "There is no case 'syria'"),
        (PaperSpec(key=Path("nowhere")), "nowhere is no folder"),
    ],
)
def test_what_is_not_there_is_named(spec, told):
    with pytest.raises(KitError, match=told):
        spec.paper()


def own_exercise():
    """An exercise of the kit under another id, as a teacher would hide it."""
    case = open_case("syria-withdrawal")
    row = case.exercises["4.3"]
    hints = "".join(f"\n  - {hint!r}" for hint in row.hints)
    head = "exercises:\n- id: '4.9'\n  title: Hidden\n  points: 2\n  minutes: 1\n  answer: not_figures"
    return f"{head}\n  kind: {row.kind}\n  with: {row.arguments!r}\n  hints:{hints}\n".encode()


def test_hidden_exercises_are_added(tmp_path):
    key = put(tmp_path, {"syria-withdrawal/exercises.yaml": own_exercise()})
    paper = PaperSpec(only=("4",), key=key).paper()
    assert list(paper.cases) == ["4.1", "4.2", "4.3", "4.9"]
    assert paper.hidden == {"4.9"}
    assert "4.9" not in open_case("syria-withdrawal").exercises


def test_a_table_of_the_key_is_replaced(tmp_path):
    table = Path(open_case("syria-withdrawal").folder / "key" / "figures.csv").read_bytes()
    kept = b"\n".join(table.splitlines()[:3]) + b"\n"
    key = put(tmp_path, {"syria-withdrawal/key/figures.csv": kept})
    paper = PaperSpec(only=("4.1",), key=key).paper()
    assert len(paper.cases["4.1"].key.rows("figures")) == 2
    assert paper.fingerprint != PaperSpec(only=("4.1",)).paper().fingerprint


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"readme.txt": b""}, "holds no key"),
        ({"other-case/exercises.yaml": HIDDEN}, "other-case, which is no case"),
        ({"syria-withdrawal/exercises.yaml": b"exercises: 5"}, "no list `exercises:`"),
        ({"syria-withdrawal/exercises.yaml": b"exercises:\n- id: 4.9"}, "exercise 1"),
        ({"syria-withdrawal/key/figures.csv": b"what\n1\n"}, "figures.csv"),
    ],
)
def test_a_key_that_cannot_be_used_is_told(tmp_path, files, told):
    with pytest.raises(KitError, match=told):
        PaperSpec(key=put(tmp_path, files)).paper()


def test_the_fingerprint_stays_while_nothing_changes():
    case = open_case("syria-withdrawal")
    assert paper_of([case], ["4"]).fingerprint == paper_of([case], ["4"]).fingerprint
    assert paper_of([case], ["4"]).fingerprint != paper_of([case], ["4.1"]).fingerprint
