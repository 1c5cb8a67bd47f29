"""Does the reader hold its promises on any text at all, and in linear time?"""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline import lexicon
from dateline.dates import bounds, is_edtf, read_dates, within

DATE_WORDS = re.findall(
    r"\S+",
    "May March Monday last next this week year 2011 2018-12 – - to from between and 5 12 , . of in since "
    "by the past three days ago later Friday's 03/04/2019 spring said will few decade 1990s Oct. 7th first "
    "quarter Fr\u0130day fortn\u0131ght \u017feven days after before until to leave '18 the 25th "
    "Thanksgiving night least",
)
MONTHS = list(lexicon.load("dates")["months"].values())
WEEKDAYS = list(lexicon.load("dates")["weekdays"].values())
ISSUES = [
    "2018",
    "2018-12",
    "2018-24",
    "2019-10-21",
    "201X",
    "[2018-12-05,2018-12-12]",
    "0001-01-01",
    "9999-12-31",
    None,
]
any_text = st.text(st.characters(), max_size=300)  # lone surrogates and controls too
date_text = st.lists(st.sampled_from(DATE_WORDS), max_size=30).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(text=any_text | date_text, issued=st.sampled_from(ISSUES))
def test_any_text_gives_ordered_mentions_with_true_offsets(text, issued):
    place = 0
    for mention in read_dates(text, issued):
        assert place <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.surface
        place = mention.end


@settings(max_examples=150, deadline=None)
@given(text=date_text, issued=st.sampled_from(ISSUES))
def test_every_answer_is_edtf_with_its_own_bounds(text, issued):
    for mention in read_dates(text, issued):
        if mention.kind == "needs anchor":
            assert (mention.edtf, mention.earliest, mention.latest) == ("", None, None)
        else:
            assert is_edtf(mention.edtf)
            assert bounds(mention.edtf) == (mention.earliest, mention.latest)


@settings(max_examples=60, deadline=None)
@given(
    day=st.dates(date(2018, 12, 1), date(2018, 12, 31)),
    phrase=st.sampled_from(
        ["yesterday", "last Friday", "last week", "three days ago", "last month", "last year", "tonight"]
    ),
)
def test_a_vaguer_issue_date_never_gives_a_sharper_answer(day, phrase):
    (sharp,) = read_dates(f"It happened {phrase}.", day)
    (vague,) = read_dates(f"It happened {phrase}.", "2018-12")
    assert within(sharp.edtf, vague.edtf)


@settings(max_examples=60, deadline=None)
@given(day=st.dates(date(2000, 1, 1), date(2030, 12, 31)), weekday=st.integers(0, 6))
def test_a_past_weekday_is_within_the_last_seven_days(day, weekday):
    (mention,) = read_dates(f"It happened on {WEEKDAYS[weekday][0].title()}.", day)
    assert mention.earliest.weekday() == weekday
    assert timedelta(0) <= day - mention.earliest < timedelta(7)


@given(day=st.dates(date(1000, 1, 1), date(2099, 12, 31)))
def test_a_written_day_is_read_back(day):
    month = MONTHS[day.month - 1][0].title()
    for text in (
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
    ):
        assert [m.edtf for m in read_dates(text)] == [day.isoformat()]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n",
        "\x00\x1b\u202e",
        "\ud800\udfff",
        "🗓️ 12",
        "يوم الأربعاء",
        "٢٠١٨",
        "²⁰¹⁸",
        "last Fr\u0130day, a fortn\u0131ght ago, \u017fix day\u017f ago",
    ],
)
def test_odd_texts_hold_no_date(text):
    assert read_dates(text, "2018-12") == []


@pytest.mark.parametrize("before", ["🗓️🗓️ ", "e\u0301 ", "\u202eשלום ", "\ud800 ", "\r\n\t"])
def test_offsets_count_code_points(before):
    (mention,) = read_dates(f"{before}On 5 May 2018 they met.")
    assert mention.start == len(before) + 3


@pytest.mark.parametrize(
    "piece",
    [
        *("the ", "Monday ", "Monday-", "from 5 ", "May ", "12/12/", "1-", "a few ", "5, ", "x"),
        *(
            "two days after ",
            "the year to ",
            "In May 2018, in June ",
            "by the 5th ",
            "to leave until Friday ",
        ),
    ],
)
def test_long_repeats_come_to_an_end(piece):
    """These would take hours if any rule looked back over all it had read; no time is asserted."""
    text = (piece * 60_000)[:60_000]
    assert all(text[m.start : m.end] == m.surface for m in read_dates(text, "2019-10-21"))


@pytest.mark.parametrize("issued", ["soon", "2018-13", "2019-02-29", "", "2018/..", "December 2018"])
def test_an_issue_date_that_is_none_is_named(issued):
    with pytest.raises(ValueError, match="date") as error:
        read_dates("yesterday", issued)
    assert repr(issued) in str(error.value)


def test_a_python_date_is_an_issue_date():
    assert read_dates("It was yesterday.", date(2019, 10, 21))[0].edtf == "2019-10-20"


def test_an_article_of_a_thousand_words_gives_every_date():
    sentence = (
        "The minister said Wednesday that the talks of March would go on next week, and that nobody who "
        "had met him in the capital since 2014 knew how many had fled or what the two sides could agree. "
    )
    text = sentence * 26
    assert len(read_dates(text, "2018-12")) == 4 * 26
