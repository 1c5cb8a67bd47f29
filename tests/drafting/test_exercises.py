"""Does each drafted exercise tell full, none and wrong apart, and show nothing of its answer?"""

from __future__ import annotations

import json

import pytest

from dateline.cases import Key
from dateline.drafting.drafts import draft_of
from dateline.drafting.exercises import make_exercises, templates
from dateline.drafting.notebooks import notebooks_of
from dateline.drafting.reports import read_reports
from dateline.exercises import mark
from tests.drafting.marked import plain_files


@pytest.fixture
def case(files):
    case = draft_of("harbour-fire", read_reports(files)).case
    case.made, _ = make_exercises(case)
    case.exercises = {one.row.id: one.row for one in case.made}
    return case


def test_the_model_answer_earns_all_and_a_blank_is_not_tried(case):
    assert len(case.made) >= 12
    for one in case.made:
        assert mark(one.row.id, one.answer, case, one.others).points == one.row.points, one.row.id
        assert mark(one.row.id, ..., case).status == "not tried", one.row.id


def test_another_exercises_answer_does_not_earn_the_points(case):
    for one, other in zip(case.made, [*case.made[1:], case.made[0]], strict=True):
        assert mark(one.row.id, other.answer, case).points < one.row.points, one.row.id


def test_all_lessons_run_on_longer_reports(long_files):
    """Every template is filled in every style, but who says so (2.4) where one voice is all that is heard."""
    case = draft_of("new", read_reports(long_files)).case
    made, left = make_exercises(case)
    ids = {one.row.id for one in made}
    assert set(left) <= {"2.4"}
    assert ids | set(left) == {*templates(), "4.2"}
    for one in made:
        case.exercises = {one.row.id: one.row}
        assert mark(one.row.id, one.answer, case, one.others).points == one.row.points, one.row.id
        assert mark(one.row.id, ..., case).status == "not tried", one.row.id
    assert made[-1].row.id == "7.4"


def test_the_forms_to_copy_hold_no_answer(case):
    for _, exercise in notebooks_of(case, case.made).values():
        cells = {cell["id"]: "".join(cell["source"]) for cell in json.loads(exercise)["cells"]}
        for one in case.made:
            id = one.row.id.replace(".", "-")
            if f"prompt-{id}" in cells:
                assert cells[f"answer-{id}"] == f"{one.row.answer} = ..."
                form = cells[f"prompt-{id}"]
                assert "..." in form.partition("```python")[2] or "```python" not in form
                assert repr(one.answer) not in form


def test_no_feedback_shows_the_marks_of_the_draft(case):
    (idiom,) = [row for row in case.key.rows("figures") if row.why_not == "idiom"]
    row = {"paragraph": idiom.paragraph, "lower": 1, "upper": 1, "hedge": "", "counted": "hand"}
    result = mark("4.2", [row | {"scope": "", "as_of": "2021-09-14"}], case)
    assert "idiom-counted" in [finding.key for finding in result.findings]
    assert "to confirm" not in repr(result.findings)


def test_a_figure_that_the_ledger_cannot_mark_does_not_cost_the_exercise(files):
    text = files[0].read_text().replace("About 400 barrels of oil", "Practically 400 barrels of oil in tanks")
    files[0].write_text(text)
    case = draft_of("harbour-fire", read_reports(files)).case
    (ledger,) = [one for one in make_exercises(case)[0] if one.row.id == "4.1"]
    anchors = [case.key.by_id[id].anchor for id in ledger.row.arguments["rows"]]
    assert "More than 400" in anchors
    assert not [anchor for anchor in anchors if anchor.startswith("Practically")]


def test_voices_that_are_all_only_mentioned_are_still_an_exercise(case):
    rows = [row.model_copy(update={"status": "mentioned"}) for row in case.key.rows("voices")]
    more = [row.model_copy(update={"id": f"V9{n}", "label": f"voice {n}"}) for n, row in enumerate(rows)]
    assert len(rows + more) > 3  # so many that one answer for all would be taken for a guess
    case.key = Key({**case.key._tables, "voices": rows + more})
    assert "1.3" in [one.row.id for one in make_exercises(case)[0]]


def test_all_lessons_run_on_three_reports(tmp_path):
    """The third is the second a few months later, so much of it is told twice."""
    files = plain_files("local", tmp_path)
    later = (
        files[1].read_text().replace("2020-09", "2021-02-15").replace("120", "85").replace("1,870", "2,300")
    )
    files.append(tmp_path / "third.txt")
    files[2].write_text(later)
    made, left = make_exercises(draft_of("new", read_reports(files)).case)
    assert left == []
    assert {"4.1", "4.2", "4.4", "7.3", "7.4"} <= {one.row.id for one in made}
    assert sum(one.row.points for one in made) == 100
