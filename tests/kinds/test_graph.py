"""Does the kind `graph` count voices, not places, and leave doubt where the text does?"""

import pytest

from dateline import open_case
from dateline.kinds import graph

ABOUT = graph.Arguments.model_validate(
    {
        "voices": {
            "people familiar": ["people familiar with the matter"],
            "official": ["a U.S. official"],
            "Esper": ["Mark Esper"],
            "standfirst": [],
        },
        "statements": {
            "a": {
                "row": "C05",
                "rests_on": [["people familiar"]],
                "independent": ["one source", "cannot tell"],
                "wrong": {"standfirst": "repeat-counted-twice"},
                "too_many": "repeat-counted-twice",
            },
            "b": {
                "row": "C07",
                "rests_on": [["people familiar", "official"]],
                "independent": ["cannot tell"],
                "too_many": "anonymous-multiplied",
            },
        },
    }
)


@pytest.fixture(scope="module")
def case():
    return open_case("syria-withdrawal")


def marked(case, a, b=(["people familiar", "official"], "cannot tell")):
    rows = [
        {"statement": name, "rests_on": voices, "independent": count}
        for name, (voices, count) in {"a": a, "b": b}.items()
    ]
    return graph.mark(rows, case, ABOUT, {})


ROWS = [
    (("people familiar with the matter", "one source"), [], "one voice as text, by its longer name"),
    (("the people familiar said", "one source"), [], "a word or two around the name"),
    ((["people familiar"], "cannot tell"), [], "the second count that can be defended"),
    ((["people familiar"], "1"), [], "a number for the count"),
    ((["people familiar", "standfirst"], "cannot tell"), ["repeat-counted-twice"], "a place is no voice"),
    ((["people familiar"], "more than one"), ["repeat-counted-twice"], "a repetition counted"),
    ((["people familiar"], 2), ["repeat-counted-twice"], "the same as a number"),
    ((["people familiar", "standfirst"], "one source"), [], "a place, and the count shows that it is none"),
    ((["Esper"], "one source"), ["voice-not-behind-it"], "a voice of the other report"),
    ((["people familiar", "official", "Esper"], "one source"), ["voice-not-behind-it"], "everyone named"),
    ((["the mayor"], "one source"), ["not-a-choice"], "a voice that is in neither report"),
]


@pytest.mark.parametrize(("row", "keys", "why"), ROWS)
def test_voices_and_count_are_judged_apart(case, row, keys, why):
    found = marked(case, row)
    assert [f.key for f in found if f.verdict == "wrong"] == keys, why
    assert sum(f.earned for f in found) == 4 - len(keys)


@pytest.mark.parametrize("extra", ["standfirst", "Esper"])
def test_a_voice_too_many_and_the_source_it_makes_are_one_slip(case, extra):
    found = marked(case, (["people familiar", extra], "more than one"))
    wrong = [f for f in found if f.verdict == "wrong"]
    assert [(f.part, f.possible) for f in wrong] == [("a", 2)]
    assert (sum(f.earned for f in found), sum(f.possible for f in found)) == (2, 4)


DOUBTFUL = [
    (("people familiar, a U.S. official", "cannot tell"), [], "two voices in one text"),
    (("people familiar and official", "cannot tell"), [], "joined by and"),
    ((["official"], "cannot tell"), ["voice-missing"], "half of those behind it"),
    ((["people familiar", "official"], "more than one"), ["anonymous-multiplied"], "two unnamed made two"),
    ((["people familiar", "official"], "at least two sources"), ["anonymous-multiplied"], "in other words"),
    ((["people familiar", "official"], "more than one source"), ["anonymous-multiplied"], "a word too many"),
    ((["people familiar", "official"], "at least one"), ["not-a-choice"], "that leaves all open"),
    ((["people familiar", "official"], "one source"), ["cannot-tell-refused"], "two unnamed made one"),
]


@pytest.mark.parametrize(("row", "keys", "why"), DOUBTFUL)
def test_unnamed_voices_are_not_multiplied(case, row, keys, why):
    found = marked(case, (["people familiar"], "one source"), row)
    assert [f.key for f in found if f.verdict == "wrong"] == keys, why


def test_a_row_twice_counts_once_and_an_unknown_one_not_at_all(case):
    row = {"statement": "a", "rests_on": "people familiar", "independent": "one source"}
    found = graph.mark([row, row, {**row, "statement": "z"}], case, ABOUT, {})
    assert [f.key for f in found if f.verdict == "note"] == ["statement-twice", "unknown-key"]
    assert (sum(f.earned for f in found), sum(f.possible for f in found)) == (2, 4)


def test_doubts_name_what_does_not_fit(case):
    about = graph.Arguments.model_validate(
        {
            "voices": {"Esper": []},
            "statements": {"a": {"rests_on": [["nobody"]], "independent": ["three"], "row": "C999"}},
        }
    )
    found = "\n".join(graph.doubts(about, case))
    for piece in ("'nobody' is not among the voices", "'three' is not among the labels", "C999"):
        assert piece in found
    assert graph.doubts(ABOUT, case) == []
