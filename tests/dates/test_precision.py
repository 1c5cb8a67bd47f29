"""Do the helpers on EDTF strings say what each date allows, and refuse what is no date?"""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.dates import (
    bounds,
    days,
    describe,
    elapsed,
    finer,
    is_edtf,
    precision,
    same,
    within,
)

WEDNESDAYS = "[2018-12-05,2018-12-12,2018-12-19,2018-12-26]"

FORMS = [
    # edtf, earliest, latest, precision, in words
    ("2018-12-19", "2018-12-19", "2018-12-19", "day", "19 December 2018"),
    ("2018-12", "2018-12-01", "2018-12-31", "month", "December 2018"),
    ("2018-12-XX", "2018-12-01", "2018-12-31", "month", "some day in December 2018"),
    ("2018", "2018-01-01", "2018-12-31", "year", "2018"),
    ("2018-XX", "2018-01-01", "2018-12-31", "year", "some day in 2018"),
    ("201X", "2010-01-01", "2019-12-31", "decade", "the 2010s"),
    ("19XX", "1900-01-01", "1999-12-31", "century", "the years 1900 to 1999"),
    ("2018-21", "2018-03-01", "2018-05-31", "season", "spring 2018"),
    ("2018-22", "2018-06-01", "2018-08-31", "season", "summer 2018"),
    ("2018-23", "2018-09-01", "2018-11-30", "season", "autumn 2018"),
    ("2018-24", "2018-12-01", "2019-02-28", "season", "winter 2018–19"),
    ("2018-35", "2018-07-01", "2018-09-30", "season", "the third quarter of 2018"),
    ("2018-40", "2018-01-01", "2018-06-30", "season", "the first half of 2018"),
    (WEDNESDAYS, "2018-12-05", "2018-12-26", "set", "one of 5, 12, 19 or 26 December 2018"),
    ("{2018-12-05,2018-12-12}", "2018-12-05", "2018-12-12", "set", "all of 5 and 12 December 2018"),
    ("[2018-11-30,2018-12-07]", "2018-11-30", "2018-12-07", "set", "one of 30 November or 7 December 2018"),
    (
        "[2018-12-31,2019-01-07]",
        "2018-12-31",
        "2019-01-07",
        "set",
        "one of 31 December 2018 or 7 January 2019",
    ),
    (
        "[2018-12-05..2018-12-08]",
        "2018-12-05",
        "2018-12-08",
        "set",
        "some day from 5 December 2018 to 8 December 2018",
    ),
    ("[..2018-12-05]", None, "2018-12-05", "set", "on or before 5 December 2018"),
    ("2018-03/2018-05", "2018-03-01", "2018-05-31", "interval", "from March 2018 to May 2018"),
    ("2019-10-14/2019-10-20", "2019-10-14", "2019-10-20", "interval", "from 14 to 20 October 2019"),
    ("2018-12-21/..", "2018-12-21", None, "interval", "from 21 December 2018 on, with no end given"),
    ("../2018-12-21", None, "2018-12-21", "interval", "up to 21 December 2018, with no start given"),
    ("2018-12-21/", "2018-12-21", None, "interval", "from 21 December 2018 on, with an unknown end"),
    ("2018~", "2018-01-01", "2018-12-31", "year", "about 2018"),
    ("2018-12?", "2018-12-01", "2018-12-31", "month", "perhaps December 2018"),
    ("2018-12-19%", "2018-12-19", "2018-12-19", "day", "perhaps about 19 December 2018"),
    ("2018-12-19T10:00:00", "2018-12-19", "2018-12-19", "day", "19 December 2018"),
    ("2018-?12", "2018-12-01", "2018-12-31", "month", "perhaps December 2018"),
]
BAD = ["", " ", "2018-13", "2018-02-29", "2019-02-29/2019-03-01", "2018-12-5", "December 2018", "19/12/2018"]
BAD += [
    "2018-05/2018-03",
    "../..",
    "[",
    "[]",
    "[,]",
    "{2018",
    "2018-12-",
    "0000",
    "2018-12-XX-01",
    "\ud800",
    "٢٠١٨",
    "2019-W42",
]


def _day(text):
    return None if text is None else date.fromisoformat(text)


@pytest.mark.parametrize(("edtf", "earliest", "latest", "precise", "words"), FORMS)
def test_says_what_each_form_allows(edtf, earliest, latest, precise, words):
    assert is_edtf(edtf)
    assert bounds(edtf) == (_day(earliest), _day(latest))
    assert precision(edtf) == precise
    assert describe(edtf) == words


@pytest.mark.parametrize("bad", BAD)
@pytest.mark.parametrize("ask", [bounds, days, describe, precision])
def test_names_a_string_that_is_no_date(bad, ask):
    assert not is_edtf(bad)
    with pytest.raises(ValueError, match="not an EDTF date") as error:
        ask(bad)
    assert repr(bad) in str(error.value)


@given(st.text(max_size=20) | st.text("0123456789-/.X[]{},~?%", max_size=24))
def test_any_string_is_a_date_or_a_value_error(text):
    try:
        described = describe(text)
    except ValueError:
        assert not is_edtf(text)
    else:
        assert described
        assert is_edtf(text)
        assert same(text, text)
        assert within(text, text)
        assert not finer(text, text)


@pytest.mark.parametrize(
    ("edtf", "found"),
    [
        ("2018-12-19", {"2018-12-19"}),
        ("[2018-12-05,2018-12-12]", {"2018-12-05", "2018-12-12"}),
        ("[2018-12-05..2018-12-07]", {"2018-12-05", "2018-12-06", "2018-12-07"}),
        ("2018-12", None),  # a month names no single days
        ("2018-12-05/2018-12-07", None),  # nor does an interval: it lasts
        ("[2018-11-30,2018-12]", None),
    ],
)
def test_lists_the_candidate_days(edtf, found):
    assert days(edtf) == (found and {_day(each) for each in found})


@pytest.mark.parametrize(
    ("one", "other", "expected", "why"),
    [
        ("2018-12", "2018-12-XX", True, "two spellings of a month"),
        ("2018-21", "2018-03/2018-05", True, "the spring is March to May"),
        ("[2018-12-12,2018-12-05]", "[2018-12-05,2018-12-12]", True, "order in a set"),
        ("[2018-12-05]", "2018-12-05", True, "a set of one"),
        ("[2018-12-05..2018-12-06]", "[2018-12-05,2018-12-06]", True, "a range and a list"),
        ("[2018-12-05,2018-12-12]", "{2018-12-05,2018-12-12}", False, "one of is not all of"),
        ("2018~", "2018", False, "about 2018 is not 2018"),
        ("2018-12-05", "2018-12-06", False, "another day"),
        ("2018-12-05/..", "2018-12-05", False, "an open end"),
    ],
)
def test_compares_meanings(one, other, expected, why):
    assert same(one, other) is expected, why
    assert same(other, one) is expected, why


@pytest.mark.parametrize(
    ("one", "other", "inside", "sharper"),
    [
        ("2018-12-19", WEDNESDAYS, True, True),
        ("2018-12-20", WEDNESDAYS, False, True),
        (WEDNESDAYS, "2018-12", True, True),
        ("2018-12", WEDNESDAYS, False, False),
        ("2018-12", "2018", True, True),
        ("2018", "201X", True, True),
        ("2018-02", "2018-12", False, False),  # a shorter month is not a sharper date
        ("2019-10-18", "2018-12", False, True),
        ("2018-12-25", "2018-12-21/..", True, True),
        ("2018-12-21/..", "2018", False, False),
    ],
)
def test_compares_precision(one, other, inside, sharper):
    assert within(one, other) is inside
    assert finer(one, other) is sharper


@pytest.mark.parametrize(
    ("one", "other", "gap"),
    [
        ("2018-12", "2019-10-21", (294, 324)),  # from the last and from the first of December
        ("2018-12-19", "2019-10-21", (306, 306)),
        ("2019-10-21", "2018-12", (-324, -294)),
        ("2018-12", "2018-12-15", (-16, 14)),  # either may come first
        ("2018-12-21/..", "2019-10-21", (None, 304)),
    ],
)
def test_counts_the_days_between(one, other, gap):
    assert elapsed(one, other) == gap
