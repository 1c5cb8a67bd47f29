"""Is every exercise marked fairly: untried, right, partly, wrong, and each misconception by its own name?"""

import json
import random
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline import kinds
from dateline.answers import lesson_of
from dateline.errors import KitError
from dateline.exercises import Hint, check, doubts, exercise_of, hint, mark
from dateline.findings import misconceptions, words
from tests.answer_sheets import case_of, fixtures, model_answers, others_of

IDS = list(model_answers())
OUTCOMES = fixtures("outcomes")
MISCONCEPTIONS = fixtures("misconceptions")
# The list that the course promises to name; messages/en.yaml may hold more.
PROMISED = (Path(__file__).parent / "promised_misconceptions.txt").read_text().split()


def marked(id, answer):
    return mark(id, answer, case_of(id), others_of(id))


@pytest.mark.parametrize("id", IDS)
def test_the_model_answer_earns_full_points(id):
    result = marked(id, model_answers()[id])
    assert (result.status, result.points) == ("right", result.possible), str(result)


@pytest.mark.parametrize("id", IDS)
@pytest.mark.parametrize("blank", [..., None])
def test_an_untried_exercise_is_told_apart(id, blank):
    assert marked(id, blank).status == "not tried"


def named(row):
    return f"{row['exercise']}: {row.get('key', row.get('status'))}: {row['why'][:50]}"


@pytest.mark.parametrize("row", OUTCOMES, ids=named)
def test_an_answer_has_the_outcome_it_deserves(row):
    result = marked(row["exercise"], row["answer"])
    assert result.status == row["status"], f"{row['why']}\n{result}"


@pytest.mark.parametrize("row", MISCONCEPTIONS, ids=named)
def test_a_misconception_is_named_and_no_other(row):
    result = marked(row["exercise"], row["answer"])
    assert result.misconceptions == [row["key"]], f"{row['why']}\n{result}"
    assert result.status != "right", f"{row['why']}\n{result}"


@pytest.mark.parametrize("key", PROMISED)
def test_every_promised_misconception_has_words_and_a_fixture(key):
    assert key in misconceptions()
    assert words(key).rule, "a misconception says which rule it is"
    assert key in {row["key"] for row in MISCONCEPTIONS}


@pytest.mark.parametrize("id", IDS)
def test_every_exercise_has_answers_of_each_outcome(id):
    statuses = {row["status"] for row in OUTCOMES if row["exercise"] == id}
    assert {"partly", "not yet"} <= statuses, "right and untried are proved with the model answer"


def test_the_course_has_a_hundred_points():
    case = case_of("1.1")
    assert sum(row.points for id, row in case.exercises.items() if 1 <= int(lesson_of(id)) <= 7) == 100


def test_no_exercise_has_a_doubt():
    assert [doubt for id in IDS for doubt in doubts(case_of(id))] == []


def test_every_exercise_has_a_solution_and_the_reverse():
    in_cases = {id for row in IDS for id in case_of(row).exercises}
    assert in_cases == set(IDS)


def broken_variants(answer, seed):
    """Answers of a wrong shape made from a right one: each part in turn replaced, removed or turned round."""
    noise = random.Random(seed)
    odd = [None, "", [], {}, "zzz", -1, 10**30, float("nan"), True, [[]], {"a": {}}, "\ud800", "A" * 5000]
    yield from odd
    if isinstance(answer, dict):
        for key in answer:
            yield {**answer, key: noise.choice(odd)}
            yield {other: value for other, value in answer.items() if other != key}
            for deep in broken_variants(answer[key], seed) if isinstance(answer[key], (dict, list)) else ():
                yield {**answer, key: deep}
    if isinstance(answer, list) and answer:
        yield answer[0]
        yield [*answer, noise.choice(odd)]
        yield [noise.choice(odd), *answer[1:]]
        yield answer * 2
        if isinstance(answer[0], dict):
            for key in answer[0]:
                yield [{**answer[0], key: noise.choice(odd)}, *answer[1:]]
                yield [{k: v for k, v in row.items() if k != key} for row in answer]


@pytest.mark.parametrize("id", IDS)
def test_no_answer_of_any_shape_breaks_a_check(id):
    for variant in broken_variants(model_answers()[id], seed=id):
        result = marked(id, variant)
        assert "check-failed" not in [finding.key for finding in result.findings], repr(variant)[:300]
        assert 0 <= result.points <= result.possible
        assert "…" not in [part for f in result.findings for part in f.params.values()]


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


@settings(max_examples=40, deadline=None)
@given(anything)
def test_no_answer_at_all_breaks_any_kind(answer):
    for id in IDS:
        assert "check-failed" not in [finding.key for finding in marked(id, answer).findings]


@pytest.mark.parametrize("kind", kinds.names())
def test_every_kind_of_check_is_used_and_proved(kind):
    users = {id for id in IDS if exercise_of(id, case_of(id)).kind == kind}
    assert users, "a kind that no exercise uses cannot be trusted"
    assert {row["status"] for row in OUTCOMES if row["exercise"] in users} >= {"partly", "not yet"}


def test_every_message_key_in_the_code_has_words():
    package = Path(kinds.__file__).parents[1]
    quoted = {
        key
        for path in package.rglob("*.py")
        for key in re.findall(
            r'\b(?:Finding|shape_problem|words)\(\s*"([a-z-]+)"', path.read_text(encoding="utf-8")
        )
    }
    assert len(quoted) > 20
    for key in quoted:
        words(key)


# ---- check and hint as a learner meets them -------------------------------------------------------


@pytest.fixture
def desk(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def wrong_answer(id):
    return next(row["answer"] for row in OUTCOMES if row["exercise"] == id and row["status"] != "right")


def test_check_takes_what_a_widget_saved(desk, capsys):
    (desk / "answers").mkdir()
    saved = {"schema": 1, "answers": {"4.1": model_answers()["4.1"]}}
    (desk / "answers" / "04.json").write_text(json.dumps(saved))
    assert check("4.1", ...).status == "right"
    assert "saved with the widget" in capsys.readouterr().out


def test_an_answer_in_the_cell_goes_before_a_saved_one(desk):
    (desk / "answers").mkdir()
    saved = {"schema": 1, "answers": {"4.1": model_answers()["4.1"]}}
    (desk / "answers" / "04.json").write_text(json.dumps(saved))
    assert check("4.1", wrong_answer("4.1")).status != "right"


def test_check_says_that_a_broken_answers_file_was_kept(desk, capsys):
    (desk / "answers").mkdir()
    (desk / "answers" / "04.json").write_text("{")
    assert check("4.1", ...).status == "not tried"
    assert "04.broken-1.json" in capsys.readouterr().out


def test_check_works_where_nothing_can_be_saved(desk):
    (desk / "answers").write_text("a file where the folder should be")
    assert check("4.1", model_answers()["4.1"]).status == "right"


def test_an_unknown_exercise_is_told_in_words():
    with pytest.raises(KitError, match=r"There is no exercise '99\.9'.*1\.1"):
        check("99.9", ...)


def test_the_ladder_needs_a_changed_answer_between_two_hints(desk, capsys):
    first = hint("4.1")
    assert (first.rung, hint("4.1").rung) == (1, 0)
    check("4.1", wrong_answer("4.1"))
    assert hint("4.1").rung == 2
    check("4.1", wrong_answer("4.1"))
    assert hint("4.1").rung == 0, "the same answer again is no change"
    check("4.1", model_answers()["4.1"][:-1])
    assert hint("4.1").rung == 3
    check("4.1", model_answers()["4.1"][:-2])
    assert hint("4.1").rung == 4
    assert hint("4.1").rung == 4, "the solution may be read again"
    capsys.readouterr()
    assert check("4.1", model_answers()["4.1"]).points == 5
    assert "assisted" in capsys.readouterr().out


def test_the_last_rung_shows_the_model_answer(desk, monkeypatch):
    monkeypatch.chdir(Path(kinds.__file__).parents[2] / "solutions")
    from dateline.exercises import _solution

    shown = _solution(exercise_of("4.1", case_of("4.1")), case_of("4.1"))
    assert "figures = [" in shown.code
    assert shown.code in repr(shown)


def test_a_hint_is_shown_in_words():
    assert repr(Hint("4.1", 1, "Look at para. 7.")).splitlines()[0] == "4.1 · hint 1 of 4 · where to look"
