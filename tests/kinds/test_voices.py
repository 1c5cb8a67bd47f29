"""Does `voices` tell speakers from those who are relayed, mentioned or missing, and check their quotes?"""

import pytest

from dateline import open_case
from dateline.kinds.voices import Arguments, doubts, mark

CASE = open_case("syria-withdrawal")
ABOUT = Arguments(
    voices={
        "a U.S. official": "V02",
        "Erdogan": "V07",
        "Kurdish forces": "V10",
        "Mark Esper": "V18",
        "the Iraqi counterpart": "V20",
        "the residents": "V32",
    }
)
RIGHT = {
    "a U.S. official": {"status": "speaks", "quote": "get the troops out of Syria as quickly as possible"},
    "Erdogan": {"status": "relayed", "quote": "regards as a terrorist force"},
    "Kurdish forces": {"status": "mentioned", "quote": "the Kurdish partners that America has in Syria"},
    "Mark Esper": {"status": "speaks", "quote": "that’s the game plan right now"},
    "the Iraqi counterpart": {"status": "mentioned", "quote": "has spoken with his Iraqi counterpart"},
    "the residents": {"status": "missing", "quote": None},
}


def found(answer):
    return mark(answer, CASE, ABOUT, {})


def changed(voice, **change):
    return found({**RIGHT, voice: {**RIGHT[voice], **change}})


def share(findings):
    return sum(f.earned for f in findings) / (sum(f.possible for f in findings) or 1)


def keys(findings):
    return [f.key for f in findings if f.verdict != "right"]


@pytest.mark.parametrize(
    ("voice", "change", "why"),
    [
        ("a U.S. official", {}, "the model answer"),
        ("Erdogan", {"status": "mentioned"}, "the second status that the key accepts"),
        ("Kurdish forces", {"status": "missing", "quote": ""}, "their own view is missing"),
        (
            "Mark Esper",
            {"quote": "One is to help defend Iraq … counter-ISIS mission"},
            "an ellipsis in one paragraph",
        ),
        (
            "Mark Esper",
            {"quote": "¶13 The troops going into Iraq, Esper said,"},
            "with the number of its paragraph",
        ),
        ("Mark Esper", {"quote": '"that\'s the game plan right now."'}, "in straight quotation marks"),
        ("the Iraqi counterpart", {"quote": "his Iraqi counterpart"}, "only the name"),
    ],
)
def test_what_is_right(voice, change, why):
    findings = changed(voice, **change)
    assert keys(findings) == [], why
    assert share(findings) == 1, why


@pytest.mark.parametrize(
    ("voice", "change", "expected", "earned"),
    [
        ("Erdogan", {"status": "speaks"}, ["relay-missed"], 5.5),
        ("the Iraqi counterpart", {"status": "speaks"}, ["voice-not-speaking"], 5.5),
        ("the residents", {"status": "mentioned"}, ["voice-not-mentioned"], 5),
        ("the residents", {"status": None}, ["part-untried"], 5),
        ("Mark Esper", {"status": "relayed"}, ["voice-not-relayed"], 5.5),
        ("Mark Esper", {"status": "missing"}, ["quote-for-missing", "voice-not-missing"], 5),
        ("Mark Esper", {"quote": "this is the plan for today"}, ["paraphrase-as-quote"], 5.5),
        ("Mark Esper", {"quote": "sporadic clashes"}, ["quote-elsewhere"], 5.5),
        ("Mark Esper", {"quote": "the"}, ["quote-too-short"], 5.5),
        ("Mark Esper", {"quote": None}, ["part-untried"], 5.5),
        ("Mark Esper", {"quote": "none"}, ["part-untried"], 5.5),
        ("the residents", {"quote": "-"}, [], 6),
        ("Mark Esper", {"quote": 5}, ["expected-text"], 5.5),
        ("Mark Esper", {"status": "talks"}, ["not-a-choice"], 5.5),
        ("the residents", {"quote": "they are afraid"}, ["quote-for-missing"], 6),
    ],
)
def test_what_is_told(voice, change, expected, earned):
    findings = changed(voice, **change)
    assert sorted(keys(findings)) == expected
    assert share(findings) == pytest.approx(earned / 6)


def test_is_one_status_for_everybody_worth_nothing():
    assert keys(found({voice: {**RIGHT[voice], "status": "mentioned"} for voice in RIGHT})) == [
        "choice-same-everywhere"
    ]


@pytest.mark.parametrize("answer", [[], "speaks", {}, 3, {"Nobody": {"status": "speaks"}}])
def test_is_a_wrong_shape_told_as_such(answer):
    findings = found(answer)
    assert findings[-1].key in ("expected-mapping", "empty-answer")
    assert share(findings) == 0


def test_is_a_bare_word_the_status():
    assert keys(found({**RIGHT, "the residents": "missing"})) == []


@pytest.mark.parametrize(
    ("row", "complaint"), [("V999", "no row 'V999'"), ("C01", "not a row of voices.csv"), ("V02", None)]
)
def test_are_faults_of_the_arguments_named(row, complaint):
    found = doubts(Arguments(voices={"x": row}), CASE)
    assert (complaint is None and found == []) or any(complaint in each for each in found)
