"""Does `spans` find the pieces that a learner marked, and tell wide from narrow, claim from opinion?"""

import pytest

from dateline import open_case
from dateline.kinds.spans import Arguments, doubts, mark

CASE = open_case("syria-withdrawal")
TEXT = [
    "The harbour office said on Monday that about 40 boats were lost, a figure it called early. "
    "It was a sad day.",
    "Mr. Vale, the mayor, has not ordered the port shut; he has asked the U.S. coast guard for help.",
]
ABOUT = Arguments(
    text=TEXT,
    targets=[
        {"id": "boats", "paragraph": 1, "core": "about 40 boats were lost"},
        {"id": "shut", "paragraph": 2, "core": "has not ordered the port shut"},
        {
            "id": "asked",
            "paragraph": 2,
            "core": "has asked the U.S. coast guard for help",
            "extent": "he has asked the U.S. coast guard for help",
        },
    ],
    decoys=[{"id": "sad", "paragraph": 1, "core": "a sad day"}],
    free=[{"id": "early", "paragraph": 1, "core": "a figure it called early"}],
)
BOATS = {"exact": "about 40 boats were lost"}
SHUT = {"exact": "Mr. Vale, the mayor, has not ordered the port shut"}
ASKED = {"exact": "he has asked the U.S. coast guard for help"}

SAID = {"kind": "figure", "speaker": "the harbour office", "attribution": "it said", "status": "done"}
BLANK = {"kind": None, "speaker": "", "attribution": float("nan"), "status": ..., "hedge": "..."}


def found(rows, about=ABOUT):
    return mark(rows, CASE, about, {})


def share(findings):
    return max(0, sum(f.earned for f in findings)) / (sum(f.possible for f in findings) or 1)


def keys(findings):
    return [f.key for f in findings if f.verdict != "right"]


def with_boats(exact):
    return [{"exact": exact}, SHUT, ASKED]


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ([BOATS, SHUT, ASKED], "the model answer"),
        ([ASKED, BOATS, SHUT], "the order does not matter"),
        (
            with_boats("The harbour office said on Monday that about 40 boats were lost"),
            "with its attribution",
        ),
        (with_boats("that about 40 boats were lost, "), "a word more, a comma and a space"),
        (with_boats("ABOUT 40 boats were lost."), "capitals and a full stop of one's own"),
        ([BOATS, {"exact": "the mayor, has not ordered the port shut; he"}, ASKED], "a word more at the end"),
        ([{**BOATS, "paragraph": "para. 1", "source": None}, SHUT, ASKED], "a paragraph in words"),
        ([{**BOATS, "start": 35, "end": 59}, SHUT, ASKED], "offsets that do not fit are not needed"),
        ([{**BOATS, **SAID}, {**SHUT, **BLANK}, ASKED], "what is said of a claim besides is not marked"),
    ],
)
def test_what_is_right(rows, why):
    assert share(found(rows)) == 1, why
    assert keys(found(rows)) == [], why


@pytest.mark.parametrize(
    ("rows", "key", "least", "most", "why"),
    [
        (with_boats("40 boats were lost"), "too-narrow", 0.6, 0.9, "the hedge is cut off"),
        (with_boats(TEXT[0]), "too-wide", 0.7, 0.9, "a whole paragraph with an opinion in it"),
        ([BOATS, {"exact": TEXT[1]}], "compound", 0.4, 0.6, "two claims in one piece"),
        ([BOATS, SHUT, ASKED, {"exact": "It was a sad day"}], "opinion-as-fact", 0.6, 0.7, "a judgement"),
        ([BOATS, SHUT, ASKED, {"exact": "on Monday"}], "span-no-claim", 0.6, 0.7, "no claim at all"),
        ([BOATS, SHUT], "spans-missed", 0.6, 0.7, "one is not marked"),
        (
            [BOATS, SHUT, {"exact": "ordered … the coast guard"}],
            "exact-not-found",
            0.6,
            0.7,
            "a piece with a gap",
        ),
        ([BOATS, SHUT, ASKED, {"exact": "a figure it called early"}], "span-free", 1, 1, "free: no cost"),
        ([BOATS, BOATS, SHUT, ASKED], "span-twice", 0.9, 0.95, "twice the same"),
        ([{**BOATS, "paragraph": 2}, SHUT, ASKED], "exact-elsewhere", 1, 1, "the wrong number is only told"),
        ([{"exact": None}, BOATS, SHUT, ASKED], "part-untried", 1, 1, "a row left empty"),
        ([{"exact": 7}, BOATS, SHUT, ASKED], "expected-text", 1, 1, "a number is no text"),
    ],
)
def test_what_is_told(rows, key, least, most, why):
    findings = found(rows)
    assert key in keys(findings), why
    assert least <= share(findings) <= most, why


def test_does_marking_everything_pay():
    words = [word for text in TEXT for word in text.split()]
    every_word = [{"exact": word} for word in words]
    pieces = [
        {"exact": " ".join(text.split()[i:j])} for text in TEXT for i in range(18) for j in range(i + 1, 18)
    ]
    assert share(found(every_word)) == 0
    assert share(found(pieces)) == 0
    assert share(found([{"exact": text} for text in TEXT])) < 0.5


@pytest.mark.parametrize(
    "answer", ["about 40 boats", [], {}, 3, None, ["about 40 boats"], [{"words": "about 40 boats"}]]
)
def test_is_a_wrong_shape_told_as_such(answer):
    (finding,) = found(answer)
    assert finding.key in ("expected-rows", "empty-answer", "missing-columns")
    assert finding.earned == 0


def test_is_a_piece_told_apart_by_what_stands_around():
    about = Arguments(
        text=["He said yes. She said no."], targets=[{"paragraph": 1, "core": "said #2", "extent": "said no"}]
    )
    assert share(found([{"exact": "said", "prefix": "She ", "suffix": " no"}], about)) == 1
    assert share(found([{"exact": "said", "start": 17, "end": 21}], about)) == 1
    assert share(found([{"exact": "said", "prefix": "He "}], about)) == 0


KINDS = Arguments(
    text=["There were 2,000 troops. All left."],
    labels=["other population", "other scope", "other date"],
    targets=[
        {
            "id": "n",
            "paragraph": 1,
            "core": "2,000 troops",
            "kind": "other population",
            "wrong": {"other date": "plan-as-outcome"},
        },
        {
            "id": "all",
            "paragraph": 1,
            "core": "All left",
            "kind": "other scope",
            "kind_accepted": ["other population"],
        },
    ],
)


@pytest.mark.parametrize(
    ("first", "second", "earned", "key"),
    [
        ("other population", "other scope", 1, None),
        ("Other population", "other-population", 1, None),
        ("other date", "other scope", 0.75, "plan-as-outcome"),
        ("other scope", "other scope", 0.75, "choice-not-this"),
        ("othr scope", "other scope", 0.75, "not-a-choice"),
        (None, "other scope", 0.75, "part-untried"),
    ],
)
def test_is_the_kind_half_of_a_target(first, second, earned, key):
    findings = found([{"exact": "2,000 troops", "kind": first}, {"exact": "All left", "kind": second}], KINDS)
    assert share(findings) == pytest.approx(earned)
    assert keys(findings) == ([key] if key else [])


def test_are_rows_of_the_key_targets():
    about = Arguments(within=[{"source": "S1", "paragraph": 9}], targets=[{"row": "C24"}])
    exact = CASE.place(CASE.key.by_id["C24"]).exact
    assert share(found([{"source": "S1", "paragraph": 9, "exact": exact}], about)) == 1


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"text": []}, "one of the two"),
        ({"targets": [{"row": "C999"}]}, "no row 'C999'"),
        ({"targets": [{"paragraph": 1, "core": "the moon"}]}, "core is not in the paragraphs"),
        (
            {"targets": [{"paragraph": 1, "core": "about 40 boats", "extent": "40 boats"}]},
            "beyond its extent",
        ),
        (
            {"targets": [{"paragraph": 1, "core": "about 40", "kind": "x"}], "labels": ["y", "z"]},
            "'x' is not among",
        ),
        ({"targets": [{"paragraph": 1, "core": "about 40"}], "labels": ["y", "z"]}, "it has no kind"),
        ({"message": "no-such-key"}, "no message 'no-such-key'"),
    ],
)
def test_are_faults_of_the_arguments_named(change, complaint):
    about = Arguments.model_validate({**ABOUT.model_dump(), **change})
    assert any(complaint in doubt for doubt in doubts(about, CASE))


def test_have_sound_arguments_no_doubts():
    assert doubts(ABOUT, CASE) == []
    assert doubts(KINDS, CASE) == []
