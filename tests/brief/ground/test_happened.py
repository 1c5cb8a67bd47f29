"""Is each date of a paragraph kept with the words that it dates, and compared by the days that it allows?"""

from __future__ import annotations

import pytest

from dateline.brief.ground.happened import (
    Dated,
    agrees,
    apart,
    covers,
    dated_words,
    meets,
    own_words,
    span_of,
)
from tests.brief.direct import ground, work

COVERS = [
    ("2019-10-21", "2019-10-21", True, "the same day"),
    ("2019-10", "2019-10-21", True, "a coarser date"),
    ("2019-10-21", "2019-10", False, "a finer one"),
    ("2019-10-22", "2019-10-21", False, "another day"),
    ("2019-10", "", False, "no date"),
    ("2019-10", "some day", False, "none that can be read"),
]
APART = [
    ("1988", ["2011", "2012"], True, "years before both"),
    ("2013", ["2011", "2012"], True, "a year behind both"),
    ("2011-05", ["2011", "2012"], False, "within one of them"),
    ("2013", ["2011/.."], False, "no end is told"),
]
MEETS = [
    ("2018", ["../2018-12"], True, "a stretch without a beginning reaches into it"),
    ("2019", ["../2018-12"], False, "it is over by then"),
    ("2017", ["2018-12/.."], False, "it has not begun"),
    ("2018", ["2018-12"], False, "a stretch with both ends"),
    ("2018-12-01", ["../2018-12"], False, "a day is too fine for it"),
    ("../2018", ["../2018-12"], False, "a brief's own stretch without a beginning"),
]
OWN = [
    ("In May they left, and in June they came home.", 0, "In they left", "up to the joint"),
    ("In May they left, and in June they came home.", 1, "and in they came home", "from the joint"),
    ("They left in May and raised fares.", 0, "They left in", "what goes on behind “and” is undated"),
    ("They left in May 2017, yet in June 2017 the guards stayed.", 1, "yet in the guards stayed", "a turn"),
    ("In May they sang “it rains at night”.", 0, "In they sang", "a quotation is left out"),
    ("In May, it was.", 0, "", "none has weight"),
]


@pytest.mark.parametrize(("mine", "theirs", "expected", "why"), COVERS)
def test_a_date_holds_another(mine, theirs, expected, why):
    assert covers(mine, theirs) is expected, why
    assert agrees(mine, Dated(("1900", theirs))) is expected, why


@pytest.mark.parametrize(("mine", "accepted", "expected", "why"), APART)
def test_dates_lie_apart(mine, accepted, expected, why):
    assert apart(mine, accepted) is expected, why


@pytest.mark.parametrize(("mine", "accepted", "expected", "why"), MEETS)
def test_a_date_touches_a_stretch_without_an_end(mine, accepted, expected, why):
    assert meets(mine, Dated(tuple(accepted))) is expected, why


@pytest.mark.parametrize(("text", "nth", "expected", "why"), OWN)
def test_a_date_has_the_words_of_its_clause(read, text, nth, expected, why):
    facts = read(text)
    found = [facts.words[at].text for at in own_words(facts.dates[nth], facts)]
    assert " ".join(found) == expected, why


def test_a_date_without_words_of_its_own_takes_those_of_its_sentence(read):
    facts = read("It rained. In May, while it was so, the guards stayed. They slept.")
    (mention,) = facts.dates
    said = frozenset().union(*dated_words(mention, facts))
    assert "guard" in said
    assert not {"rain", "sleep"} & said


@pytest.mark.parametrize(
    ("anchor", "span", "why"),
    [
        ("Friday", (3, 9), "the first"),
        ("Friday #2", (14, 20), "the second"),
        ("Friday #3", None, "no third"),
        ("Monday", None, "not there"),
        ("", None, "no anchor"),
    ],
)
def test_where_an_anchor_of_the_key_stands(anchor, span, why):
    assert span_of(anchor, "On Friday and Friday.") == span, why


def dated(case, place):
    return ground(case).passages[place].dated


def test_the_key_and_the_text_date_each_event_once():
    dam = dated("tolvane-dam", ("S2", 10))
    told = [each for each in dam if each.told and each.named]
    assert [each.accepted[0] for each in told] == ["1988", "2011"]
    assert all(each.span for each in told)


def test_a_date_of_the_text_scores_by_the_words_that_it_dates():
    one = work("tolvane-dam", "The dam was finished in 1988 [@S2, para. 10].")
    mine = dated_words(one.facts.dates[0], one.facts)
    finished, mended = [each for each in one.cited[0].dated if each.told and each.named]
    assert finished.score(mine) > mended.score(mine)


def test_without_a_key_the_dates_are_those_of_the_text():
    found = dated("orle-registry", ("S1", 13))
    assert [(each.accepted, each.told, each.named) for each in found] == [
        (("1894",), True, True),
        (("1997/..",), True, False),
        (("2018",), True, True),
    ]
