"""Does the reader give every time expression of the two reports? Short phrases only, in sentences of ours."""

import pytest

from dateline.dates import read_dates

S1, S2 = "2018-12", "2019-10-21"
PHRASES = [
    # issued, sentence, surface, edtf, why
    (S1, "date 2018-12", "2018-12", "2018-12", "the date stamp"),
    (S1, "People said Wednesday", "Wednesday", "[2018-12-05,2018-12-12,2018-12-19,2018-12-26]", "month only"),
    (S1, "a call last week between two", "last week", "2018-11-19/2018-12-30", "a week before any issue day"),
    (S1, "have held off defeat for months.", "for months", "../2018-12", "vague and behind"),
    (S1, "Earlier this year, a share", "Earlier this year", "2018", "no finer than the year"),
    (S1, "a vow to leave in a matter of months.", "in a matter of months", "2018-12/..", "vague and ahead"),
    (S1, "like, very soon,” he said", "very soon", "2018-12/..", "vague and ahead"),
    (S1, "he said in the spring.", "the spring", "2018-21", "the season just gone"),
    (S1, "Earlier this month, he moved", "Earlier this month", "2018-12", "no finer than the month"),
    (S1, "threatened to attack within days.", "within days", "2018-12/..", "vague and ahead"),
    (S2, "date 2019-10-21", "2019-10-21", "2019-10-21", "the date stamp"),
    (S2, "not come to pass any time soon.", "any time soon", "2019-10-21/..", "vague and ahead"),
    (S2, "home,” he said on Wednesday.", "Wednesday", "2019-10-16", "past verb"),
    (S2, "As he left on Saturday, troops", "Saturday", "2019-10-19", "past verb"),
    (S2, "ceasefire hammered out on Friday between", "Friday", "2019-10-18", "past verb"),
    (S2, "who have fought for several years.", "for several years", "../2019-10-21", "vague and behind"),
    (S2, "could change between now and the end", "now", "2019-10-21", "the issue day"),
    (S2, "the game plan right now.”", "right now", "2019-10-21", "the issue day"),
    (S2, "pulled out in 2011, when", "2011", "2011", "a year"),
    (S2, "large swaths in 2014.", "2014", "2014", "a year"),
]
NOT_DATES = [
    "On the one hand, and on the other",
    "details would be worked out over time.",
    "One is to help and two is to perform",
    "a five-day ceasefire agreement",
    "as quickly as possible",
    "It’s time to bring them home",
    "more than 2,000 service members and about 2,000 fighters",
    "Between 200 and 300 troops, more than 5,000 forces, more than 700, less than 2%",
    "the first to lay out",
]


@pytest.mark.parametrize(("issued", "sentence", "surface", "edtf", "why"), PHRASES)
def test_reads_each_time_expression(issued, sentence, surface, edtf, why):
    assert [(m.surface, m.edtf) for m in read_dates(sentence, issued)] == [(surface, edtf)], why


@pytest.mark.parametrize("sentence", NOT_DATES)
def test_leaves_other_words_alone(sentence):
    assert read_dates(sentence, "2018-12") == []


def test_last_friday_may_fall_in_november():
    (mention,) = read_dates("spoke last Friday, and", S1)
    fridays = ["2018-11-30", "2018-12-07", "2018-12-14", "2018-12-21", "2018-12-28"]
    assert mention.edtf == f"[{','.join(fridays)}]"
    assert mention.kind == "set"
