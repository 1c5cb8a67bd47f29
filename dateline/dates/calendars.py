"""Calendar arithmetic: days, weeks, months, years and holidays as parts of an EDTF date."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from dateline import lexicon
from dateline.dates.notation import Part, months_from

DAYS = {"day": 1, "week": 7, "fortnight": 14}
MONTHS = {"month": 1, "quarter": 3}
YEARS = {"year": 1, "decade": 10, "century": 100}


def day_part(day: date) -> Part:
    return Part(day.isoformat(), day, day, "day")


def month_part(year: int, month: int) -> Part:
    return Part(f"{year:04}-{month:02}", *months_from(year, month, 1), "month")


def year_part(year: int) -> Part:
    return Part(f"{year:04}", date(year, 1, 1), date(year, 12, 31), "year")


def decade_part(year: int) -> Part:
    first = max(year // 10 * 10, 1)
    return Part(f"{year // 10:03}X", date(first, 1, 1), date(year // 10 * 10 + 9, 12, 31), "decade")


def century_part(year: int) -> Part:
    first = max(year // 100 * 100, 1)
    return Part(f"{year // 100:02}XX", date(first, 1, 1), date(year // 100 * 100 + 99, 12, 31), "century")


def season_part(year: int, season: int) -> Part:
    first, last = months_from(year, 3 * (season - 20), 3)
    return Part(f"{year:04}-{season}", first, last, "season")


def run_part(first: date, last: date) -> Part:
    return Part(f"{first.isoformat()}/{last.isoformat()}", first, last, "interval")


def week_part(day: date) -> Part:
    """Return Monday to Sunday around a day."""
    monday = day - timedelta(days=day.weekday())
    return run_part(monday, monday + timedelta(days=6))


def unit_part(unit: str, day: date) -> Part:
    """Return the unit of the calendar that holds a day.

    >>> unit_part("quarter", date(2018, 12, 5)).text
    '2018-36'
    """
    if unit == "day":
        return day_part(day)
    if unit in ("week", "fortnight"):
        return week_part(day)
    if unit == "month":
        return month_part(day.year, day.month)
    if unit == "quarter":
        quarter = (day.month - 1) // 3
        first, last = months_from(day.year, 3 * quarter + 1, 3)
        return Part(f"{day.year:04}-{33 + quarter}", first, last, "season")
    return {"year": year_part, "decade": decade_part, "century": century_part}[unit](day.year)


def shifted(day: date, count: int, unit: str) -> date:
    """Return the day `count` units away, kept inside a shorter month.

    Raises ValueError or OverflowError outside the years 1 to 9999.

    >>> shifted(date(2019, 3, 31), -1, "month")
    datetime.date(2019, 2, 28)
    """
    if unit == "hour":
        return day + timedelta(days=(abs(count) + 23) // 24 * (1 if count > 0 else -1))
    if unit in DAYS:
        return day + timedelta(days=count * DAYS[unit])
    months = count * (MONTHS[unit] if unit in MONTHS else 12 * YEARS[unit])
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = months_from(year, month + 1, 1)[1]
    return last.replace(day=min(day.day, last.day))


def easter(year: int) -> date:
    """Return Western Easter Sunday (the Gregorian computus in the form of Meeus, Jones and Butcher).

    >>> easter(2019)
    datetime.date(2019, 4, 21)
    """
    century, of_century = divmod(year, 100)
    golden = year % 19
    leap = century - century // 4 - (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + leap + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - epact - of_century % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


@cache
def holiday(number: int, year: int) -> date:
    """Return the day on which a holiday of `lexicon/holidays.yaml` falls in a year.

    >>> holiday(0, 2019)
    datetime.date(2019, 1, 1)
    """
    rule = lexicon.load("holidays")[number]
    if "easter" in rule:
        return easter(year) + timedelta(days=rule["easter"])
    if "on" in rule:
        return date(rule.get("year", year), *rule["on"])
    nth, weekday, month = rule["nth"]
    return nth_weekdays(year, month, weekday, nth)[0] + timedelta(days=rule.get("plus", 0))


def happened_once(number: int) -> int | None:
    """Return the year of a day that happened once, such as 9/11; None for a holiday of every year."""
    return lexicon.load("holidays")[number].get("year")


def nth_weekdays(year: int, month: int, weekday: int, nth: int) -> list[date]:
    """Return the nth such weekday of a month, the last one for -1, all of them for 0; [] when there is none.

    >>> nth_weekdays(2018, 12, 2, 1), len(nth_weekdays(2018, 12, 2, 0))
    ([datetime.date(2018, 12, 5)], 4)
    """
    first, last = months_from(year, month, 1)
    start = (weekday - first.weekday()) % 7
    every = [first + timedelta(days=ahead) for ahead in range(start, last.day, 7)]
    if nth == 0:
        return every
    return every[nth - 1 : nth] if nth > 0 else every[-1:]
