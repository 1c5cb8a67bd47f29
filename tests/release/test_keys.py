"""Without the key, does a copy still read every fair answer, and give nothing away?"""

from __future__ import annotations

import json
import shutil

import pytest

from dateline.cases.load import load
from dateline.errors import KitError
from dateline.exercises import doubts, mark
from dateline.release.keys import withhold
from dateline.widgets import DateDesk, FigureLedger, FiguresAcrossDates, SourceReader, Timeline
from dateline.widgets.answer_form import form_of
from tests.answer_sheets import KIT, fixtures, model_answers
from tests.drafted import put_draft

NAMES = ("syria-withdrawal", "tolvane-dam")
EXERCISES = [(name, id) for name in NAMES for id in load(KIT / "data" / name).exercises]
# How an argument of a kind of check tells right from wrong; none of these words may be left.
TELLING = {
    "right", "wrong", "accepted", "otherwise", "named", "targets", "decoys", "free", "before", "core",
    "needs", "verdict", "rests_on", "independent", "confirmed", "word", "band", "value",
    "knowable_on_cut_off", "outside_knowledge",
}  # fmt: skip


@pytest.fixture(scope="module")
def bare(tmp_path_factory):
    """The cases without their keys, by name."""
    made = {}
    for name in NAMES:
        folder = tmp_path_factory.mktemp("bare") / name
        shutil.copytree(KIT / "data" / name, folder, ignore=shutil.ignore_patterns("originals"))
        withhold(folder, "none")
        made[name] = folder
    return made


def words_in(content):
    """Every name of an entry, at any depth."""
    if isinstance(content, dict):
        return set(content).union(*map(words_in, content.values()))
    return set().union(*map(words_in, content)) if isinstance(content, list) else set()


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_left_that_tells_right_from_wrong(bare, name):
    listed = json.loads((bare[name] / "exercises.yaml").read_text("utf-8"))
    arguments = [row["with"] for row in listed["exercises"]]
    assert not words_in(arguments) & TELLING
    assert not words_in(json.loads((bare[name] / "case.yaml").read_text("utf-8"))) & TELLING
    case = load(bare[name])
    assert {type(row).__name__ for row in case.key.by_id.values()} == {"DateRow"}
    assert not any(row.edtf or row.accepted or row.reason or row.wrong for row in case.key.rows("dates"))


@pytest.mark.parametrize(("name", "id"), EXERCISES)
def test_every_exercise_reads_a_full_answer_and_an_empty_one(bare, name, id):
    case = load(bare[name])
    assert mark(id, ..., case).status == "not tried"
    result = mark(id, model_answers()[id], case)
    assert result.status == "to be marked"
    assert {finding.key for finding in result.findings} <= {"form-fits", "kept-for-teacher", "part-untried"}
    assert result.points == 0
    assert "by your teacher" in result.headline


@pytest.mark.parametrize(
    "row", fixtures("outcomes"), ids=lambda row: f"{row['exercise']}-{str(row.get('note'))[:20]}"
)
def test_whatever_the_full_key_gives_points_for_has_a_form_that_fits(bare, row):
    name = next((name for name, id in EXERCISES if id == row["exercise"]), None)
    if name is None:
        assert row["exercise"].startswith("9."), "every other exercise is in one of the cases"
        return
    full = mark(row["exercise"], row["answer"], load(KIT / "data" / name))
    kept = mark(row["exercise"], row["answer"], load(bare[name]))
    if full.points:
        assert kept.status == "to be marked", str(kept)
    assert kept.status in ("not tried", "not yet", "to be marked")


@pytest.mark.parametrize(
    ("id", "answer", "key", "status"),
    [
        ("2.1", 7, "expected-mapping", "not yet"),  # a number where a dict belongs
        ("4.1", "2,000 troops", "expected-rows", "not yet"),
        ("4.1", [{"paragraph": 7}], "missing-columns", "not yet"),
        ("7.3", ["a", "list"], "expected-text", "not yet"),
        ("2.1", {"a": "figur"}, "not-a-choice", "to be marked"),  # said, but the key may take it
        ("5.2", {"fewer": {"lower": "many"}}, "not-a-number", "to be marked"),
        ("3.1", {"a": "someday"}, "not-a-date", "to be marked"),
        ("4.1", [], "empty", "not tried"),
    ],
)
def test_what_the_form_alone_can_tell(bare, id, answer, key, status):
    result = mark(id, answer, load(bare["syria-withdrawal"]))
    assert result.status == status
    assert key == "empty" or key in [finding.key for finding in result.findings]


def test_every_blank_is_told_and_no_more_notes_than_can_be_read(bare):
    case = load(bare["syria-withdrawal"])
    told = mark("2.1", {"a": "plan"}, case).findings
    assert [finding.part for finding in told if finding.verdict == "untried"] == list("bcdefghijklmnop")
    odd = mark("2.1", dict.fromkeys("abcdefghijklmnop", "nothing like it"), case).findings
    assert sum(finding.key == "not-a-choice" for finding in odd) == 6


@pytest.mark.parametrize(("name", "id"), EXERCISES)
def test_the_form_to_fill_in_is_the_same_as_with_the_key(bare, name, id):
    assert form_of(load(bare[name]), id) == form_of(load(KIT / "data" / name), id)


def test_the_widgets_open_without_the_key(bare, tmp_path):
    case, full = load(bare["syria-withdrawal"]), load(KIT / "data" / "syria-withdrawal")
    for exercise in ("3.1", "3.2"):
        assert (
            DateDesk(case, exercise, folder=tmp_path).items == DateDesk(full, exercise, folder=tmp_path).items
        )
    assert FigureLedger(case, "4.1", folder=tmp_path).source == "S1"
    readers = [SourceReader(each, "2.2", folder=tmp_path) for each in (case, full)]
    assert readers[0].reports == readers[1].reports
    rows = model_answers()
    drawn = FiguresAcrossDates(case, {"4.1": rows["4.1"]}, folder=tmp_path)
    assert repr(drawn) == repr(FiguresAcrossDates(full, {"4.1": rows["4.1"]}, folder=tmp_path))
    line = Timeline(case, {"3.1": rows["3.1"], "3.3": rows["3.3"]}, folder=tmp_path)
    assert repr(line) == repr(Timeline(full, {"3.1": rows["3.1"], "3.3": rows["3.3"]}, folder=tmp_path))


def test_a_copy_without_the_key_is_no_faulty_case(bare):
    assert doubts(load(bare["tolvane-dam"])) == []


def test_a_kind_of_check_without_a_form_cannot_go_without_its_key(tmp_path, monkeypatch):
    monkeypatch.delattr("dateline.kinds.brief.form")
    shutil.copytree(KIT / "data" / "tolvane-dam", tmp_path / "tolvane-dam")
    with pytest.raises(KitError, match=r"exercise 8.6: its kind of check, brief, has no form"):
        withhold(tmp_path / "tolvane-dam", "none")


@pytest.mark.parametrize("keys", ["none", "sealed"])
def test_only_the_exercises_that_are_set_stay(keys, tmp_path):
    shutil.copytree(KIT / "data" / "tolvane-dam", tmp_path / "tolvane-dam")
    withhold(tmp_path / "tolvane-dam", keys, only={"8.2"})
    assert list(load(tmp_path / "tolvane-dam").exercises) == ["8.2"]


@pytest.mark.parametrize("keys", ["sealed", "none"])
def test_the_notebook_in_which_a_key_is_confirmed_stays_with_the_teacher(tmp_path, keys):
    folder = put_draft(tmp_path)
    assert list(folder.glob("key/*.ipynb"))
    withhold(folder, keys)
    assert not list(folder.rglob("*.ipynb"))
    assert load(folder).exercises
