"""Is a weekday that of the text, and does one with a date fall on that day?"""

from __future__ import annotations

import pytest

from dateline.brief.timing.weekdays import is_another_weekday, is_weekday, judge_weekday, weekdays_in
from tests.brief.direct import ground, work

DAM = "tolvane-dam"
WRONG = [
    # sentence, key, why
    ("Buses were taking residents out on Monday [@S2, para. 6].", "wrong-week", "on Saturday"),
    ("Buses were taking residents out on Thursday [@S2, para. 6].", "publication-for-event", "its issue"),
    ("Orrin ordered most of them to leave on Friday [@S2, para. 8].", "too-precise", "no day is told"),
    ("Marrak spoke on Monday.", "unanchored-now", "no paragraph tells which"),
]
TOLD = [
    ("Buses were taking residents out on Saturday [@S2, para. 6].", ["weekday-undated"], "bare: a note"),
    ("Buses were taking residents out on a Saturday [@S2, para. 6].", [], "one of many"),
    ("As is known from outside the reports, it was on a Friday [@S2, para. 8].", [], "labelled"),
]


def judged(sentence, forecast=False):
    one = work(DAM, sentence)
    (mention,) = [date for date in one.facts.dates if is_weekday(date)]
    return judge_weekday(mention, one.facts, one.cited, one.ground, forecast)


@pytest.mark.parametrize(("sentence", "key", "why"), WRONG)
def test_another_weekday_is_named(sentence, key, why):
    assert [(found.key, found.verdict) for found in judged(sentence)] == [(key, "wrong")], why


@pytest.mark.parametrize(("sentence", "keys", "why"), TOLD)
def test_the_weekday_of_the_text_is_let_stand(sentence, keys, why):
    assert [found.key for found in judged(sentence)] == keys, why
    assert all(found.verdict == "note" for found in judged(sentence))


def test_a_forecast_is_held_to_the_weekdays_of_its_basis_only():
    assert judged("They will leave on Saturday [@S2, para. 6].", forecast=True) == []
    (found,) = judged("They will leave on Friday [@S2, para. 6].", forecast=True)
    assert found.key == "unanchored-now"


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("It was on Tuesday, 18 October 2019.", True, "it was a Friday"),
        ("It was on Friday, 18 October 2019.", False, "it was"),
        ("It was on 18 October 2019.", False, "no weekday"),
        ("It was on Tuesday.", False, "no date"),
    ],
)
def test_a_full_date_falls_on_its_weekday(read, text, expected, why):
    (mention,) = read(text).dates
    assert is_another_weekday(mention) is expected, why


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [("It was on Friday.", True, "bare"), ("It was on Friday, 18 October 2019.", False, "with a date")],
)
def test_a_bare_weekday_is_known(read, text, expected, why):
    (mention,) = read(text).dates
    assert is_weekday(mention) is expected, why


@pytest.mark.parametrize(
    ("number", "weekdays", "why"),
    [(4, {0}, "by its name"), (10, set(), "years have none")],
)
def test_the_weekdays_of_a_paragraph(number, weekdays, why):
    assert weekdays_in([ground(DAM).passages["S2", number]]) == weekdays, why
