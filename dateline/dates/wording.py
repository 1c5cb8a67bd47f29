"""Say an EDTF date in plain English, for feedback that a learner reads."""

from __future__ import annotations

import re
from datetime import date

from dateline.dates.notation import Notation, Part, parse
from dateline.dates.precision import days

MONTHS = ("January", "February", "March", "April", "May", "June")
MONTHS += ("July", "August", "September", "October", "November", "December")
_SEASONS = ("spring", "summer", "autumn", "winter")
_ORDINALS = ("first", "second", "third", "fourth")
_DOUBT = {"": "", "~": "about ", "?": "perhaps ", "%": "perhaps about "}


def describe(text: str) -> str:
    """Say an EDTF date in plain English; raise ValueError, naming it, when it is none.

    >>> describe("[2018-12-05,2018-12-12,2018-12-19,2018-12-26]")
    'one of 5, 12, 19 or 26 December 2018'
    >>> describe("2018-12-XX")
    'some day in December 2018'
    >>> describe("2018-12-21/..")
    'from 21 December 2018 on, with no end given'
    """
    parsed = parse(text)
    if parsed.shape == "interval":
        return _interval(*parsed.parts)
    if parsed.shape == "date":
        return _part(parsed.parts[0])
    return _set(parsed, text)


def _set(parsed: Notation, text: str) -> str:
    opening, joining = ("one of ", "or") if parsed.shape == "one of" else ("all of ", "and")
    if len(parsed.parts) == 1:
        only = parsed.parts[0]
        return ("some day " if only.grain == "range" and only.first else "") + _part(only)
    ranged = any(p.grain == "range" for p in parsed.parts)
    candidates = None if ranged or any(p.qualifier for p in parsed.parts) else days(text)
    names = _day_names(sorted(candidates)) if candidates else [_part(p) for p in parsed.parts]
    return opening + _listed(names, joining)


def _day_names(candidates: list[date]) -> list[str]:
    """Name days without repeating a month or year that they share; the last name carries both."""
    one_year = len({d.year for d in candidates}) == 1
    one_month = one_year and len({d.month for d in candidates}) == 1
    if not one_year:
        return [_day(d) for d in candidates]
    short = [str(d.day) if one_month else f"{d.day} {MONTHS[d.month - 1]}" for d in candidates[:-1]]
    return [*short, _day(candidates[-1])]


def _listed(names: list[str], joining: str) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {joining} {names[-1]}"


def _interval(start: Part, end: Part) -> str:
    if start.grain == "open":
        return f"up to {_part(end)}, with " + _missing(start, "start")
    if end.grain == "open":
        return f"from {_part(start)} on, with " + _missing(end, "end")
    return f"from {_start_name(start, end)} to {_part(end)}"


def _missing(part: Part, end: str) -> str:
    return f"no {end} given" if part.text == ".." else f"an unknown {end}"


def _start_name(start: Part, end: Part) -> str:
    """Name the first day of an interval, leaving out what it shares with the last."""
    if start.grain != "day" or end.grain != "day" or start.qualifier or start.first.year != end.first.year:
        return _part(start)
    day, month = start.first.day, MONTHS[start.first.month - 1]
    return str(day) if start.first.month == end.first.month else f"{day} {month}"


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _part(part: Part) -> str:
    return _DOUBT[part.qualifier] + _plain(part)


def _plain(part: Part) -> str:
    if part.grain == "range":
        return _range(part)
    if part.grain == "day":
        return _day(part.first)
    if part.grain == "month":
        name = f"{MONTHS[part.first.month - 1]} {part.first.year}"
        return f"some day in {name}" if "XX" in part.text else name
    if part.grain == "season":
        return _part_of_year(part)
    return _years(part)


def _range(part: Part) -> str:
    if part.first is None:
        return f"on or before {_day(part.last)}"
    if part.last is None:
        return f"on or after {_day(part.first)}"
    return f"from {_day(part.first)} to {_day(part.last)}"


def _years(part: Part) -> str:
    first, last = part.first.year, part.last.year
    if part.grain == "year":
        return f"some day in {first}" if "XX" in part.text else str(first)
    return f"the {first}s" if part.grain == "decade" else f"the years {first} to {last}"


def _part_of_year(part: Part) -> str:
    """Name a season, quarter, third or half; winter runs over the turn of the year."""
    year = part.first.year
    found = re.search(r"-[~?%]?(2[1-9]|3\d|4[01])", part.text)
    if not found:
        return _range(part)
    code = int(found[1])
    if code >= 40:
        return f"the {_ORDINALS[code - 40]} half of {year}"
    if code >= 37:
        return f"the {_ORDINALS[code - 37]} third of {year}"
    if code >= 33:
        return f"the {_ORDINALS[code - 33]} quarter of {year}"
    years = f"{year}–{part.last.year % 100:02}" if part.last.year != year else str(year)
    return f"{_SEASONS[(code - 21) % 4]} {years}"
