"""Is a date read as a learner tells it, with slips of notation, remarks and reasons?"""

import pytest

from dateline.kinds._dating import told


@pytest.mark.parametrize(
    ("value", "edtf", "why"),
    [
        ("20191016", "2019-10-16", "the short form of the standard"),
        ("Wed 2019-10-16", "2019-10-16", "the weekday before it"),
        ("2018-12, day unknown", "2018-12", "a remark behind it"),
        ("unknown/2019-10-19", "../2019-10-19", "an older way to leave an end open"),
        ("2019-10-19/open", "2019-10-19/..", "and the other end"),
        ("2018-12-05..2018-12-26", "2018-12-05/2018-12-26", "two dots for a stroke"),
        ("2019-10-19 or earlier", "", "words that move the date are no remark"),
        ("before 2019-10-19", "", "nor are words before it"),
        (["2019-10-16", "said looks back"], "2019-10-16", "date and reason side by side"),
        (["2019-10-22", "2019-10-23"], "[2019-10-22,2019-10-23]", "two days are a set"),
    ],
)
def test_what_is_told(value, edtf, why):
    assert told(value).edtf == edtf, why


@pytest.mark.parametrize("text", ["no date", "no date given in the text", "open", "?", "not fixed"])
def test_that_there_is_no_date(text):
    assert told(text).no_date


@pytest.mark.parametrize("text", ["no date before 2019", "soon", "2019-10"])
def test_that_there_may_be_a_date(text):
    assert not told(text).no_date


@pytest.mark.parametrize(
    ("text", "labelled"),
    [("2018-12-19 (outside)", True), ("2018-12-19 (from outside)", True), ("2018-12-19 (the day)", False)],
)
def test_the_label_of_what_comes_from_outside(text, labelled):
    assert told(text).labelled is labelled
