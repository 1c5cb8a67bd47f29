"""Does `speakers` know who says so, under every fair name, and does it name what goes wrong?"""

import pytest

from dateline import open_case
from dateline.kinds._naming import multiplies, voices_named
from dateline.kinds.speakers import Arguments, doubts, mark

CASE = open_case("syria-withdrawal")
ABOUT = Arguments(
    claims={"a": "C07", "b": "C38", "c": "C50", "d": "C41", "e": "C03"}, roles={"esper": ["Pentagon chief"]}
)
COLUMNS = ["speaker", "role", "named", "first_hand", "relayed_by"]
RIGHT = {
    name: dict(zip(COLUMNS, row, strict=True))
    for name, row in {
        "a": ("a U.S. official", "an official", "no", "cannot tell", "nobody"),
        "b": ("Erdogan", "President of Turkey", "yes", "yes", "the outlet"),
        "c": ("the outlet", "-", "-", "-", "-"),
        "d": ("Mark Esper", "US Secretary of Defense", "yes", "yes", "nobody"),
        "e": ("people familiar with the matter", "not stated", "no", "cannot tell", "nobody"),
    }.items()
}


def found(rows):
    return mark(rows, CASE, ABOUT, {})


def rows(**changes):
    return [{"claim": name, **row, **changes.get(name, {})} for name, row in RIGHT.items()]


def share(findings):
    return sum(f.earned for f in findings) / (sum(f.possible for f in findings) or 1)


def keys(findings):
    return [f.key for f in findings if f.verdict != "right"]


@pytest.mark.parametrize(
    ("claim", "change", "why"),
    [
        ("a", {}, "the model answer"),
        ("a", {"speaker": "an unnamed US official"}, "another wording"),
        (
            "b",
            {"speaker": "Turkish President Recep Tayyip Erdoğan"},
            "the name in full, with its Turkish letter",
        ),
        ("c", {"speaker": "AP", "role": None, "named": None}, "the agency is the report's own voice"),
        ("c", {"speaker": "the report itself"}, "the report is its own voice"),
        ("d", {"speaker": "Defense Secretary Esper", "role": "Pentagon chief"}, "a role of the exercise"),
        ("d", {"named": True}, "True is yes"),
        ("a", {"role": "not stated"}, "an unnamed speaker is its description"),
        ("e", {"speaker": "people familiar", "role": "people who know of the plan"}, "another wording"),
        ("e", {"relayed_by": "-"}, "a dash is nobody"),
    ],
)
def test_what_is_right(claim, change, why):
    findings = found(rows(**{claim: change}))
    assert keys(findings) == [], why
    assert share(findings) == pytest.approx(1), why


@pytest.mark.parametrize(
    ("claim", "change", "key"),
    [
        ("d", {"speaker": "AP"}, "outlet-as-speaker"),
        ("a", {"speaker": "The Wall Street Journal"}, "outlet-as-speaker"),
        ("b", {"speaker": "the outlet", "role": None, "named": None}, "outlet-as-speaker"),
        ("d", {"role": "not stated"}, "role-stated"),
        ("c", {"speaker": "Esper"}, "speaker-as-outlet"),
        ("c", {"speaker": "Donald Trump"}, "speaker-as-outlet"),
        ("a", {"speaker": "several U.S. officials"}, "anonymous-multiplied"),
        ("a", {"speaker": "U.S. officials"}, "anonymous-multiplied"),
        ("e", {"speaker": "two people familiar with the matter"}, "anonymous-multiplied"),
        ("e", {"speaker": "other people"}, "anonymous-multiplied"),
        ("e", {"speaker": "a U.S. official"}, "speaker-other"),
        ("d", {"speaker": "the moon"}, "speaker-other"),
        ("b", {"relayed_by": "nobody"}, "relay-missed"),
        ("b", {"relayed_by": "the Pentagon"}, "relay-other"),
        ("d", {"relayed_by": "AP"}, "relay-added"),
        ("a", {"named": "yes"}, "speaker-not-named"),
        ("d", {"named": "no"}, "speaker-is-named"),
        ("a", {"first_hand": "yes"}, "first-hand-not-shown"),
        ("d", {"first_hand": "cannot tell"}, "first-hand-shown"),
        ("d", {"first_hand": "perhaps"}, "not-a-choice"),
        ("d", {"role": "farmer"}, "role-not-known"),
        ("d", {"role": None}, "half-filled"),
        ("d", {"relayed_by": None, "named": ""}, "half-filled"),
        ("d", {"speaker": None}, "part-untried"),
        ("d", {"speaker": ["Esper"]}, "expected-text"),
    ],
)
def test_what_is_told(claim, change, key):
    findings = found(rows(**{claim: change}))
    assert keys(findings) == [key]
    assert 0.8 <= share(findings) < 1


@pytest.mark.parametrize("who", ["the outlet", "Esper", "a U.S. official"])
def test_is_one_speaker_for_everything_worth_nothing(who):
    assert keys(found(rows(**{name: {"speaker": who} for name in RIGHT}))) == ["choice-same-everywhere"]


def test_is_a_missing_row_untried_and_a_second_one_not_looked_at():
    findings = found([*rows()[:4], {**rows()[0], "speaker": "AP"}])
    assert sorted(keys(findings)) == ["part-untried", "row-twice"]
    assert share(findings) == pytest.approx(0.8)


@pytest.mark.parametrize("answer", [[], "Esper", {}, 3, ["Esper"], [{"claim": "a"}]])
def test_is_a_wrong_shape_told_as_such(answer):
    findings = found(answer)
    assert findings[-1].key in ("expected-rows", "empty-answer", "missing-columns")
    assert share(findings) == 0


@pytest.mark.parametrize(
    ("text", "source", "voices"),
    [
        ("Mr. Trump", "S1", {"trump"}),
        ("the US military", "S1", {"us-military"}),
        ("Turkish-backed fighters", "S2", {"turkish-backed-fighters"}),
        ("the newspaper", "S1", {"outlet"}),
        ("S1", "S1", {"outlet"}),
        ("somebody", "S1", set()),
    ],
)
def test_which_voice_does_a_text_name(text, source, voices):
    assert voices_named(text, source, CASE) == voices


@pytest.mark.parametrize(
    ("text", "voice", "more"),
    [
        ("people familiar with the matter", "people-familiar", False),
        ("three people familiar", "people-familiar", True),
        ("a U.S. official", "us-official", False),
        ("one U.S. official", "us-official", False),
        ("US officials", "us-official", True),
    ],
)
def test_does_a_text_make_more_of_an_unnamed_voice(text, voice, more):
    assert multiplies(text, voice, CASE) is more


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"claims": {"a": "C999"}}, "no row 'C999'"),
        ({"claims": {"a": "V01"}}, "not a row of claims.csv"),
        ({"roles": {"nobody-here": ["x"]}}, "no voice nobody-here"),
    ],
)
def test_are_faults_of_the_arguments_named(change, complaint):
    assert any(complaint in each for each in doubts(ABOUT.model_copy(update=change), CASE))


def test_have_sound_arguments_no_doubts():
    assert doubts(ABOUT, CASE) == []
