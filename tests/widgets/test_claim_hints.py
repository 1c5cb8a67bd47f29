"""Are the words to choose from those of the exercises, and do suggestions rest on the text alone?"""

import pytest

from dateline import open_case
from dateline.brief.ground.names import Names
from dateline.cases import Case, Key
from dateline.kinds._naming import voices_named
from dateline.sources import Source, paragraphs_of
from dateline.widgets.claim_hints import KINDS, STATUSES, hints_of, labels_of, speakers_of

SYRIA = open_case("syria-withdrawal")


@pytest.mark.parametrize(("exercise", "column"), [("2.1", "kind"), ("2.5", "status")])
def test_kinds_and_statuses_are_those_of_the_exercises(exercise, column):
    assert labels_of(SYRIA, column) == SYRIA.exercises[exercise].arguments["labels"]


def test_a_case_without_these_exercises_has_the_words_of_the_kit():
    bare = Case("bare", SYRIA.about, SYRIA.sources, Key({}))
    assert labels_of(bare, "kind") == list(KINDS) == labels_of(SYRIA, "kind")
    assert labels_of(bare, "status") == list(STATUSES) == labels_of(SYRIA, "status")


def test_every_speaker_on_offer_is_one_that_the_check_reads():
    spoken = {row.voice for row in SYRIA.key.rows("voices") if row.status in ("speaks", "relayed")}
    heard = spoken & {*SYRIA.people, *SYRIA.organisations}
    named = set().union(
        *(voices_named(name, id, SYRIA) for name in speakers_of(SYRIA) for id in SYRIA.sources)
    )
    assert heard <= named
    assert "outlet" in named
    assert len(set(speakers_of(SYRIA))) == len(speakers_of(SYRIA))


def hints(text, **about):
    sources = {"S1": Source("S1", paragraphs_of("S1", [text]), **about)}
    case = Case("odd", SYRIA.about, sources, Key({}))
    return hints_of(case, sources["S1"].paragraph(1), Names(case))


def cut(text, hint):
    return text.encode("utf-16-le")[2 * hint[0] : 2 * hint[1]].decode("utf-16-le")


HEDGES = [
    ("More than 700 troops left.", ["more than"], "a bound"),
    ("In 2018, 700 troops left.", [], "a year and a bare figure have none"),
    ("🚁 About 40 left and at least 2 came.", ["about", "at least"], "one for each figure"),
    ("It was a good day.", [], "no figure"),
]


@pytest.mark.parametrize(("text", "expected", "why"), HEDGES)
def test_a_hedge_is_suggested_where_its_figure_stands(text, expected, why):
    found = hints(text)["hedges"]
    assert [hint[2] for hint in found] == expected, why
    for hint in found:
        assert cut(text, hint).casefold().startswith(hint[2])


VOICES = [
    ("Troops would leave, Esper said.", "Mark Esper", "Esper said", "who says so stands behind"),
    ("🚁 The Pentagon stated that they left.", "Pentagon", "Pentagon stated", "what follows is covered"),
    ("The baker said that they left.", None, None, "somebody whom the case does not know"),
    ("They left.", None, None, "nobody is named: whose word it is, is for the learner to see"),
]


@pytest.mark.parametrize(("text", "speaker", "attribution", "why"), VOICES)
def test_a_speaker_is_suggested_with_the_words_that_say_so(text, speaker, attribution, why):
    found = hints(text, date="2019-10-21")["voices"]
    assert [hint[2:] for hint in found] == ([[speaker, attribution]] if speaker else []), why
    for hint in found:
        assert "left" in cut(text, hint) or "leave" in cut(text, hint)


def test_a_source_of_five_thousand_words_is_read():
    text = "About 40 of the 700 troops left on Monday, Esper said. 🚁 שלום. " * 450
    found = hints(text, date="2019-10-21")
    assert len(found["hedges"]) == len(found["voices"]) == 450
    assert cut(text, found["hedges"][-1]).startswith("About")
