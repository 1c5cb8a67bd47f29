"""Do the calendar sums come out as a printed calendar says?"""

from datetime import date

import pytest

from dateline import lexicon
from dateline.dates import read_dates
from dateline.dates.calendars import easter, holiday, nth_weekdays, shifted, unit_part


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [(1961, 4, 2), (2000, 4, 23), (2008, 3, 23), (2019, 4, 21), (2024, 3, 31), (2038, 4, 25)],
)
def test_easter(year, month, day):
    assert easter(year) == date(year, month, day)


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("thanksgiving", 2018, date(2018, 11, 22)),  # the fourth Thursday of November
        ("black friday", 2019, date(2019, 11, 29)),  # the day after it, though not the fourth Friday in 2019
        ("memorial day", 2019, date(2019, 5, 27)),  # the last Monday of May
        ("labor day", 2019, date(2019, 9, 2)),
        ("good friday", 2019, date(2019, 4, 19)),
        ("christmas day", 2018, date(2018, 12, 25)),
        ("remembrance sunday", 2018, date(2018, 11, 11)),
    ],
)
def test_holidays(name, year, day):
    numbers = [i for i, entry in enumerate(lexicon.load("holidays")) if name in entry["names"]]
    assert [holiday(number, year) for number in numbers] == [day]


@pytest.mark.parametrize("name", [name for entry in lexicon.load("holidays") for name in entry["names"]])
def test_every_holiday_is_read(name):
    (mention,) = read_dates(f"They met on {name.title()}.", "2019-12-31")
    assert mention.surface.lower() == name
    assert mention.kind == "day"


@pytest.mark.parametrize(
    ("day", "count", "unit", "expected"),
    [
        ("2019-03-31", -1, "month", "2019-02-28"),  # a shorter month
        ("2020-02-29", 1, "year", "2021-02-28"),  # a leap day
        ("2019-01-15", -1, "month", "2018-12-15"),  # over the turn of the year
        ("2019-10-21", -2, "week", "2019-10-07"),
        ("2019-10-21", 48, "hour", "2019-10-23"),
        ("2019-10-21", -1, "quarter", "2019-07-21"),
    ],
)
def test_counts_units(day, count, unit, expected):
    assert shifted(date.fromisoformat(day), count, unit) == date.fromisoformat(expected)


def test_leaving_the_calendar_is_an_error():
    with pytest.raises((ValueError, OverflowError)):
        shifted(date(1, 1, 1), -1, "year")


@pytest.mark.parametrize(
    ("unit", "edtf"),
    [
        ("week", "2018-12-03/2018-12-09"),
        ("month", "2018-12"),
        ("quarter", "2018-36"),
        ("decade", "201X"),
        ("century", "20XX"),
    ],
)
def test_units_around_a_day(unit, edtf):
    assert unit_part(unit, date(2018, 12, 5)).text == edtf


def test_a_fifth_weekday_may_be_missing():
    assert nth_weekdays(2018, 12, 2, 5) == []  # four Wednesdays
    assert nth_weekdays(2018, 12, 0, 5) == [date(2018, 12, 31)]
