"""Read an EDTF string into its parts, each with its first and last possible day.

EDTF (Library of Congress, 2019; ISO 8601-2) writes a date as precisely as it is known, and no more.
The forms that this kit writes are read here directly, because feedback must be quick; any other form
goes to the library `edtf`, which knows the whole standard but takes 5–25 ms a string.
"""

from __future__ import annotations

import re
from calendar import monthrange
from contextlib import redirect_stdout
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from io import StringIO
from typing import NamedTuple

GRAINS = ("day", "month", "season", "year", "decade", "century")

# First month and number of months of EDTF's parts of a year. Seasons are the northern, meteorological
# ones; winter is the one that begins in the year named. 25–32 repeat the seasons by hemisphere.
_SEASONS = {21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3)}
_QUARTERS = {33 + i: (1 + 3 * i, 3) for i in range(4)}
_THIRDS = {37 + i: (1 + 4 * i, 4) for i in range(3)}
_HALVES = {40: (1, 6), 41: (7, 6)}
_SOUTH = {29: (9, 3), 30: (12, 3), 31: (3, 3), 32: (6, 3)}
_NORTH = {code + 4: months for code, months in _SEASONS.items()}
PARTS_OF_YEAR = {**_SEASONS, **_NORTH, **_SOUTH, **_QUARTERS, **_THIRDS, **_HALVES}

_PLAIN = re.compile(r"([0-9X]{4})(?:-([0-9X]{2})(?:-([0-9X]{2}))?)?([~?%])?", re.ASCII)
_YEAR_SPANS = {1: "decade", 2: "century"}


class Part(NamedTuple):
    """One date of any precision: its first and last possible day, its grain and its qualifier."""

    text: str
    first: date | None
    last: date | None
    grain: str
    qualifier: str = ""


@dataclass(frozen=True, slots=True)
class Notation:
    """An EDTF string taken apart.

    `shape` is "date", "interval", "one of" (square brackets) or "all of" (braces). An open end of an
    interval, or of a range inside a set, is a Part whose first and last day are None. In a set, a range
    `a..b` is one Part of grain "range".
    """

    shape: str
    parts: tuple[Part, ...]


@lru_cache(maxsize=4096)
def parse(text: str) -> Notation:
    """Take an EDTF string apart; raise ValueError, naming it, when it is none.

    >>> parse("2018-12").parts[0].last
    datetime.date(2018, 12, 31)
    """
    if not isinstance(text, str):
        raise ValueError(f"not an EDTF date: {text!r}")
    if text[:1] in ("[", "{"):
        return _parse_set(text)
    if "/" in text:
        return _parse_interval(text)
    return Notation("date", (_part(text, text),))


def _parse_set(text: str) -> Notation:
    shape, closing = ("one of", "]") if text[0] == "[" else ("all of", "}")
    if not text.endswith(closing) or len(text) < 3:
        raise _bad(text)
    return Notation(shape, tuple(_member(each.strip(), text) for each in text[1:-1].split(",")))


def _member(member: str, whole: str) -> Part:
    before, dots, after = member.partition("..")
    if not dots:
        return _part(member, whole)
    if not before and not after:
        raise _bad(whole)
    first = _part(before, whole).first if before else None
    last = _part(after, whole).last if after else None
    if first and last and first > last:
        raise _bad(whole, "its first day is after its last")
    return Part(member, first, last, "range")


def _parse_interval(text: str) -> Notation:
    ends = text.split("/")
    if len(ends) != 2 or set(ends) <= {"", ".."}:
        raise _bad(text)
    start, end = (Part(e, None, None, "open") if e in ("", "..") else _part(e, text) for e in ends)
    if start.first and end.last and start.first > end.last:
        raise _bad(text, "its first day is after its last")
    return Notation("interval", (start, end))


def _part(text: str, whole: str) -> Part:
    plain = _PLAIN.fullmatch(text)
    part = _plain_part(text, *plain.groups()) if plain else None
    return part or _rare_part(text, whole)


def _plain_part(text: str, year: str, month: str | None, day: str | None, doubt: str | None) -> Part | None:
    """Read year, month and day; None when a form is rare or no such day exists."""
    unknown = len(year) - len(year.rstrip("X"))
    digits = year.rstrip("X")
    if "X" in digits or unknown > 2 or int(year.replace("X", "9")) < 1:
        return None
    grain = _YEAR_SPANS.get(unknown, "year")
    if month not in (None, "XX") or day not in (None, "XX"):
        if unknown or month in (None, "XX") or "X" in month or ("X" in (day or "") and day != "XX"):
            return None
        return _within_year(text, int(year), int(month), day, doubt or "")
    first_year = max(int(year.replace("X", "0")), 1)
    first, last = date(first_year, 1, 1), date(int(year.replace("X", "9")), 12, 31)
    return Part(text, first, last, grain, doubt or "")


def _within_year(text: str, year: int, month: int, day: str | None, qualifier: str) -> Part | None:
    if day not in (None, "XX"):
        try:
            exact = date(year, month, int(day))
        except ValueError:
            return None
        return Part(text, exact, exact, "day", qualifier)
    if month in PARTS_OF_YEAR and day is None:
        return Part(text, *months_from(year, *PARTS_OF_YEAR[month]), "season", qualifier)
    if not 1 <= month <= 12:
        return None
    return Part(text, *months_from(year, month, 1), "month", qualifier)


@lru_cache(maxsize=4096)
def months_from(year: int, month: int, count: int) -> tuple[date, date]:
    """Return the first and last day of `count` months from `month` of `year`.

    >>> months_from(2018, 12, 3)
    (datetime.date(2018, 12, 1), datetime.date(2019, 2, 28))
    """
    over, last_month = divmod(month + count - 2, 12)
    last_year = year + over
    if last_year > date.max.year:
        return date(year, month, 1), date.max
    return date(year, month, 1), date(last_year, last_month + 1, monthrange(last_year, last_month + 1)[1])


def _rare_part(text: str, whole: str) -> Part:
    """Let the library read a rare form, such as a partly qualified date or one with a time of day."""
    if not text or text[-1] in "/.,[]{}" or _no_such_day(text):
        raise _bad(whole)
    from edtf import parse_edtf  # slow to load, and few texts need it

    try:
        with redirect_stdout(StringIO()):  # it prints what it could not build
            parsed = parse_edtf(text)
        first, last = (date(*bound[:3]) for bound in (parsed.lower_strict(), parsed.upper_strict()))
    except Exception as error:  # the library raises many kinds, even AttributeError, on odd strings
        raise _bad(whole) from error
    return Part(text, first, last, _grain_of_length(last - first), _qualifier(text))


def _no_such_day(text: str) -> bool:
    """Tell whether a string names a day that is not in the calendar; the library lets 29 February pass."""
    found = re.match(r"[?~%]?(\d{4})[?~%]?-[?~%]?(\d\d)[?~%]?-[?~%]?(\d\d)", text, re.ASCII)
    if not found:
        return False
    try:
        date(*map(int, found.groups()))
    except ValueError:
        return True
    return False


def _grain_of_length(length: timedelta) -> str:
    limits = {"day": 0, "month": 30, "season": 184, "year": 365, "decade": 3652}
    return next((grain for grain, most in limits.items() if length.days <= most), "century")


def _qualifier(text: str) -> str:
    found = {mark for mark in "~?%" if mark in text}
    return "%" if len(found) > 1 else "".join(found)


def _bad(text: str, why: str = "") -> ValueError:
    return ValueError(f"not an EDTF date: {text!r}" + (f" ({why})" if why else ""))
