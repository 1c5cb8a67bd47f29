"""Read single groups of a matched date rule: the month, the day, the count, the hedge."""

from __future__ import annotations

import re
from datetime import date

from dateline.dates.expressions import Exact
from dateline.dates.vocabulary import lookup, number_of, words

Groups = dict[str, str | None]
_NEXT_YEAR_OF_TWO_DIGITS = 50  # 49 is 2049, 50 is 1950


def full_year(year: str) -> int:
    """Return the year that four or two figures name."""
    if len(year) == 4:
        return int(year)
    return int(year) + (2000 if int(year) < _NEXT_YEAR_OF_TWO_DIGITS else 1900)


def day_exists(month: int, day: int) -> bool:
    """Tell whether a month ever has such a day; 29 February counts."""
    return exact_day(2000, month, day) is not None  # a leap year, so that 29 February stands


def exact_day(year: int, month: int, day: int) -> Exact | None:
    """Return a day of the calendar, None when there is no such day."""
    try:
        return Exact(date(year, month, day).isoformat())
    except ValueError:
        return None


def month_number(found: Groups) -> int:
    """Return the number of the month that the rule matched."""
    return int(lookup("months")[found["month"].lower().rstrip(".")])


def day_number(found: Groups) -> int:
    """Return the day of the month, from figures or an ordinal word."""
    if found.get("ordinal"):
        return words()["ordinals"][found["ordinal"].lower()]
    return int(re.match(r"[0-9]+", found["day"])[0])


def which_of(found: Groups) -> int | None:
    """Return -1 for "last", 0 for "this", 1 for "next" and so on; None without such a word."""
    return words()["modifiers"].get(normal(found.get("which") or ""))


def anchored_year(found: Groups) -> int | None:
    """Return how many years from the year named before, None when the rule names none."""
    offsets = {"that": 0, "the same": 0, "the following": 1, "the next": 1, "the previous": -1}
    return offsets.get(normal(found.get("anchor") or ""))


def unit_name(found: Groups) -> str:
    """Return the unit in the singular: day, week, month …"""
    return str(lookup("units")[found["unit"].lower()])


def count_of(found: Groups) -> int:
    """Return the number of units; "a couple" is two."""
    return 2 if found.get("couple") else number_of(found["number"])


def hedge_of(found: Groups) -> str:
    """Return ">" for "more than", "<" for "less than", "~" for "about", "" without a hedge."""
    return words()["hedges"].get(normal(found.get("hedge") or ""), "")


def normal(phrase: str) -> str:
    """Return a phrase in lower case with single blanks and straight apostrophes."""
    return " ".join(phrase.lower().replace("’", "'").split())
