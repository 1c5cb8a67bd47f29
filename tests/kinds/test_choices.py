"""Does `choices` mark a label for each item fairly, and say what is wrong with its arguments?"""

import pytest

from dateline import open_case
from dateline.kinds.choices import Arguments, doubts, mark

CASE = open_case("syria-withdrawal")
ABOUT = Arguments(
    labels=["yes", "no", "cannot tell"],
    also={"cannot tell": ["can't tell"]},
    items={
        "a": {"accepted": ["yes"]},
        "b": {"accepted": ["no", "cannot tell"], "wrong": {"yes": "plan-as-outcome"}},
        "c": {
            "accepted": ["cannot tell"],
            "place": {"source": "S1", "paragraph": 9, "anchor": "largely complete"},
        },
        "d": {"accepted": ["no"], "otherwise": "quoted-is-true"},
    },
    wrong={"yes": "opinion-as-fact"},
)
RIGHT = {"a": "yes", "b": "no", "c": "cannot tell", "d": "no"}


def found(answer, about=ABOUT):
    return mark(answer, CASE, about, {})


def share(findings):
    return sum(f.earned for f in findings) / (sum(f.possible for f in findings) or 1)


@pytest.mark.parametrize(
    ("change", "earned", "why"),
    [
        ({}, 1, "every label is right"),
        ({"b": "cannot tell"}, 1, "the second accepted label"),
        ({"a": True, "b": False}, 1, "True and False are yes and no"),
        ({"c": "Can’t tell."}, 1, "another spelling, a curly mark, a full stop"),
        ({"a": "(yes)"}, 1, "in brackets"),
        ({"a": ["yes"]}, 1, "a list of one label is that label"),
        ({"a": "no"}, 0.75, "one of four is wrong"),
        ({"a": ["yes", "no"]}, 0.75, "two labels for one item earn nothing for it"),
        ({"a": "perhaps"}, 0.75, "no label of ours"),
        ({"a": None}, 0.75, "left blank"),
        ({"a": 7}, 0.75, "a number is no label"),
        ({"a": {"label": "yes"}}, 0.75, "a dict is no label"),
    ],
)
def test_what_does_an_answer_earn(change, earned, why):
    assert share(found({**RIGHT, **change})) == pytest.approx(earned), why


@pytest.mark.parametrize(
    ("change", "key", "why"),
    [
        ({"a": "no"}, "choice-not-this", "no message of its own, none for `no`: the neutral one"),
        ({"b": "yes"}, "plan-as-outcome", "the item's own message"),
        ({"c": "yes"}, "opinion-as-fact", "the exercise's message for that label"),
        ({"d": "yes"}, "quoted-is-true", "the item's `otherwise` comes before the exercise's"),
        ({"a": "noo"}, "not-a-choice", "a slip of the pen is told, with the choices"),
        ({"a": ["yes", "no"]}, "choice-one-only", "two labels"),
        ({"a": ""}, "part-untried", "an empty text is a blank"),
    ],
)
def test_which_message_is_shown(change, key, why):
    assert [f.key for f in found({**RIGHT, **change}) if f.verdict != "right"] == [key], why


def test_is_one_label_for_everything_worth_nothing():
    findings = found(dict.fromkeys("abcd", "no"))
    assert [f.key for f in findings] == ["choice-same-everywhere"]
    assert share(findings) == 0


def test_may_one_label_for_everything_be_right():
    about = Arguments(labels=["yes", "no"], items={name: {"accepted": ["no"]} for name in "abcd"})
    assert share(found(dict.fromkeys("abcd", "no"), about)) == 1


@pytest.mark.parametrize("answer", ["yes", [], ["yes"], {}, 3, None, {"z": "yes"}])
def test_is_a_wrong_shape_told_as_such(answer):
    (*_, finding) = found(answer)
    assert finding.key in ("expected-mapping", "empty-answer")
    assert finding.earned == 0


def test_is_an_unknown_item_only_a_note():
    findings = found({**RIGHT, "e": "yes"})
    assert share(findings) == 1
    assert [f.key for f in findings if f.verdict == "note"] == ["unknown-key"]


def test_does_a_finding_say_where_to_look():
    (wrong,) = [f for f in found({**RIGHT, "c": "no"}) if f.verdict == "wrong"]
    assert (wrong.place.source, wrong.place.paragraph, wrong.place.exact) == ("S1", 9, "largely complete")


def test_do_label_and_place_come_from_a_row_of_the_key():
    row = CASE.key.rows("figures")[0]
    about = Arguments(labels=["yes", "no"], column="is_figure", items={"a": {"row": row.id}})
    right = "yes" if row.is_figure else "no"
    wrong = "no" if row.is_figure else "yes"
    assert share(found({"a": right}, about)) == 1
    assert found({"a": wrong}, about)[0].place == CASE.place(row)


def test_are_notes_shown_with_every_result():
    about = ABOUT.model_copy(update={"notes": ["assisted"]})
    assert [f.key for f in found(RIGHT, about) if f.verdict == "note"] == ["assisted"]


def test_does_weight_count():
    about = Arguments(
        labels=["yes", "no"], items={"a": {"accepted": ["yes"], "weight": 3}, "b": {"accepted": ["no"]}}
    )
    assert share(found({"a": "yes", "b": "yes"}, about)) == pytest.approx(0.75)


@pytest.mark.parametrize(
    ("item", "complaint"),
    [
        ({"accepted": ["maybe"]}, "'maybe' is not among the labels"),
        ({"accepted": []}, "no accepted label"),
        ({"accepted": ["yes", "no"]}, "cannot be wrong"),
        ({"row": "C999"}, "no row 'C999'"),
        ({"row": "F01", "column": "colour"}, "no column 'colour'"),
        ({"accepted": ["no"], "wrong": {"yes": "no-such-key"}}, "no message 'no-such-key'"),
        ({"accepted": ["no"], "wrong": {"no": "plan-as-outcome"}}, "both accepted and wrong"),
        ({"accepted": ["no"], "place": {"source": "S9", "paragraph": 1}}, "no source 'S9'"),
        ({"accepted": ["no"], "place": {"source": "S1", "paragraph": 99}}, "no para. 99"),
        (
            {"accepted": ["no"], "place": {"source": "S1", "paragraph": 9, "anchor": "the moon"}},
            "does not occur",
        ),
    ],
)
def test_are_faults_of_the_arguments_named(item, complaint):
    about = Arguments(labels=["yes", "no"], items={"a": item})
    assert any(complaint in doubt for doubt in doubts(about, CASE))


def test_have_sound_arguments_no_doubts():
    assert doubts(ABOUT, CASE) == []
