"""Does `split` accept free wording, and does it see what a sentence lost?"""

import pytest

from dateline import open_case
from dateline.kinds._wording import expanded, has_any
from dateline.kinds.split import Arguments, doubts, mark

CASE = open_case("syria-withdrawal")
ABOUT = Arguments.model_validate(
    {
        "items": {
            "a": {
                "source": "S2",
                "paragraphs": [11],
                "parts": [
                    {
                        "core": [["troops", "soldiers"], ["#", "thousand"]],
                        "needs": [
                            {
                                "any": ["about", "around", "some"],
                                "message": "hedge-dropped",
                                "instead": {"hedge-reversed": ["at most", "more than"]},
                            }
                        ],
                    },
                    {
                        "core": [["order*", "told"], ["withdraw*", "leave", "out of Syria"]],
                        "needs": [
                            {"any": ["@trump"], "message": "attribution-dropped"},
                            {"any": ["bulk", "most"], "message": "split-qualifier-dropped"},
                        ],
                    },
                ],
                "free": [{"core": [["telephone", "phone"]]}],
            }
        }
    }
)
TROOPS = "There were about 1,000 US troops in Syria."
ORDER = "Trump ordered most of them to withdraw."


def found(sentences):
    return mark({"a": sentences}, CASE, ABOUT, {})


def share(findings):
    return max(0, sum(f.earned for f in findings)) / (sum(f.possible for f in findings) or 1)


def keys(findings):
    return [f.key for f in findings if f.verdict != "right"]


@pytest.mark.parametrize(
    ("sentences", "why"),
    [
        ([TROOPS, ORDER], "the model answer"),
        ([ORDER, TROOPS], "the order does not matter"),
        (
            ["Around a thousand soldiers were there.", "The American president told the bulk to leave."],
            "free wording",
        ),
        ([TROOPS, "Mr. Trump ordered the bulk of the force out of Syria"], "another name, no full stop"),
        ([TROOPS, ORDER, "There was a telephone call."], "a claim that may be given"),
        ([TROOPS, ORDER, None], "a blank at the end"),
        (
            [TROOPS, "Trump ordered most of these 1,000 troops to withdraw."],
            "a claim made apart is named again",
        ),
    ],
)
def test_what_is_right(sentences, why):
    findings = found(sentences)
    assert keys(findings) == [], why
    assert share(findings) == 1, why


@pytest.mark.parametrize(
    ("sentences", "key", "earned", "why"),
    [
        (["There were 1,000 US troops.", ORDER], "hedge-dropped", 0.75, "no hedge"),
        (["There were more than 1,000 US troops.", ORDER], "hedge-reversed", 0.75, "another hedge"),
        ([TROOPS, "Most were ordered to withdraw."], "attribution-dropped", 0.75, "nobody is named"),
        ([TROOPS, "Trump ordered them to withdraw."], "split-qualifier-dropped", 0.75, "most became all"),
        (
            ["Trump ordered most of about 1,000 troops to withdraw."],
            "compound",
            0,
            "two claims in one: nothing is split",
        ),
        ([TROOPS], "split-missing", 0.5, "one claim is not made"),
        ([TROOPS, "Trump wants peace."], "split-unknown", 0.5, "wording that the kit does not know"),
        ([TROOPS, ORDER, "Some 1,000 soldiers were there."], "split-twice", 0.875, "the same claim again"),
        ([TROOPS, "Trump “told most to leave”."], "paraphrase-as-quote", 0.75, "marks around other words"),
        ([TROOPS, "Esper ordered most of them to withdraw."], "split-other-name", 0.75, "another person"),
        ([TROOPS, "Trump never ordered most of them to withdraw."], "split-doubtful", 0.5, "a made-up not"),
        (
            [TROOPS, "Trump ordered most to withdraw because of costs."],
            "sequence-as-cause",
            0.75,
            "a made-up cause",
        ),
    ],
)
def test_what_is_told(sentences, key, earned, why):
    findings = found(sentences)
    assert keys(findings) == [key], why
    assert share(findings) == pytest.approx(earned), why


def test_does_a_pasted_passage_earn_nothing():
    findings = found([f"{TROOPS} {ORDER} " * 5])
    assert keys(findings) == ["split-passage", "split-missing"]
    assert share(findings) == 0


def test_does_a_sentence_that_nobody_knows_go_to_a_person():
    (_, finding) = found([TROOPS, "Trump wants peace."])
    assert finding.verdict == "review"


@pytest.mark.parametrize(
    ("answer", "key"),
    [
        ("text", "expected-mapping"),
        ([TROOPS], "expected-mapping"),
        ({}, "empty-answer"),
        ({"a": []}, "part-untried"),
        ({"a": None}, "part-untried"),
        ({"a": 7}, "expected-list"),
        ({"a": [{"text": TROOPS}]}, "expected-list"),
        ({"a": TROOPS}, "split-missing"),
    ],
)
def test_is_a_wrong_shape_told_as_such(answer, key):
    assert key in keys(mark(answer, CASE, ABOUT, {}))


@pytest.mark.parametrize(
    ("text", "phrases", "expected"),
    [
        ("They weren’t told.", ["n't told"], True),
        ("They were told.", ["n't told"], False),
        ("A pull-out began", ["pull*"], True),
        ("He said, in effect, no", ["in effect"], True),
        ("Order was kept", ["disorder"], False),
        ("In 2,000 cases", ["#"], True),
        ("in two cases", ["#"], False),
    ],
)
def test_is_a_phrase_found(text, phrases, expected):
    assert has_any(text, phrases) is expected


def test_does_a_name_stand_for_all_its_names():
    assert "Mr. Trump" in expanded(["@trump"], CASE)
    assert expanded(["@no-such-person", "he"], CASE) == ("he",)


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"source": "S9"}, "no source 'S9'"),
        ({"paragraphs": [99]}, "no para. 99"),
        ({"parts": [{"core": [["@no-such"]]}]}, "case.yaml has no 'no-such'"),
        ({"parts": [{"row": "C999", "core": [["x"]]}]}, "no row 'C999'"),
        (
            {"parts": [{"core": [["x"]], "needs": [{"any": ["x"], "message": "no-such"}]}]},
            "no message 'no-such'",
        ),
    ],
)
def test_are_faults_of_the_arguments_named(change, complaint):
    item = {**ABOUT.items["a"].model_dump(by_alias=True), **change}
    about = Arguments.model_validate({"items": {"a": item}})
    assert any(complaint in each for each in doubts(about, CASE))


def test_have_sound_arguments_no_doubts():
    assert doubts(ABOUT, CASE) == []
