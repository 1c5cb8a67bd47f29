"""Build the meaning of a date of the calendar, from the groups of the rule that matched it.

One function a name that `make` gives in `lexicon/date_rules.yaml`; each takes the match's named groups and
returns an expression, or None when they name no date (31 June).
"""

from __future__ import annotations

import re

from dateline.dates.calendars import happened_once, nth_weekdays
from dateline.dates.calendars import holiday as falls_on
from dateline.dates.expressions import Days, Exact, Expression, Range, Yearless
from dateline.dates.groups import (
    Groups,
    anchored_year,
    day_exists,
    day_number,
    exact_day,
    full_year,
    month_number,
    normal,
    which_of,
)
from dateline.dates.vocabulary import lookup, number_of, words

_LATEST_SHORT_YEAR = 39  # '39 is 2039, '40 is 1940


def iso(found: Groups) -> Expression | None:
    year, month, day = int(found["y"]), int(found["m"]), found.get("d")
    return exact_day(year, month, int(day)) if day else Exact(f"{year:04}-{month:02}")


def figures(found: Groups) -> Expression | None:
    """Read 03/04/2019 both ways round: two days when both exist, never a guess."""
    year, one, other = full_year(found["y"]), int(found["a"]), int(found["b"])
    candidates = {exact_day(year, one, other), exact_day(year, other, one)} - {None}
    names = sorted(c.edtf for c in candidates)
    if not names:
        return None
    return Exact(names[0] if len(names) == 1 else f"[{','.join(names)}]")


def years(found: Groups) -> Expression | None:
    """Read 2011–14 and 2011–2014; a run that goes backwards is none."""
    start, end = found["year"], found["end"]
    end = end if len(end) == 4 else start[:2] + end
    return Exact(f"{start}/{end}") if int(start) < int(end) < 2100 else None


def day(found: Groups) -> Expression | None:
    month, number = month_number(found), day_number(found)
    if found.get("year"):
        return exact_day(int(found["year"]), month, number)
    if not day_exists(month, number):
        return None
    weekday = lookup("weekdays")[found["weekday"].lower().rstrip(".")] if found.get("weekday") else None
    offset, anchored = which_of(found), anchored_year(found)
    return Yearless(month=month, day=number, weekday=weekday, year_offset=offset, anchored_year=anchored)


def day_list(found: Groups) -> Expression | None:
    listed = tuple(int(n) for n in re.findall(r"[0-9]+", found["list"]))
    return _days(found, listed, "one of" if found["join"].lower() == "or" else "all of")


def day_range(found: Groups) -> Expression | None:
    pair = int(re.match(r"[0-9]+", found["day_x"])[0]), int(re.match(r"[0-9]+", found["day_y"])[0])
    return _days(found, pair, "run") if pair[0] < pair[1] else None


def month(found: Groups) -> Expression:
    if found.get("year"):
        return Exact(f"{found['year']}-{month_number(found):02}")
    which = which_of(found)
    if found.get("anchor"):
        return Yearless(month=month_number(found), anchored_year=anchored_year(found))
    if found.get("which") and found["_rule_end"].endswith("year"):
        return Yearless(month=month_number(found), year_offset=which)
    return Yearless(month=month_number(found), which=which)


def month_in_figures(found: Groups) -> Expression:
    """Read "12/2018" as that month."""
    return Exact(f"{found['year']}-{int(found['n']):02}")


def nth_weekday(found: Groups) -> Expression | None:
    """Read "the first Monday in October" as a day, "a Wednesday in March" as one of four or five."""
    nth = words()["ordinals"][found["ordinal"].lower()] if found.get("ordinal") else 0
    nth = -1 if found.get("nth") else nth
    number = int(lookup("weekdays")[found["weekday"].lower().rstrip(".")])
    if found.get("year"):
        days = nth_weekdays(int(found["year"]), month_number(found), number, nth)
        names = [day.isoformat() for day in days]
        return Exact(names[0] if len(names) == 1 else f"[{','.join(names)}]") if names else None
    return Yearless(month=month_number(found), weekday=number, nth=nth)


def year_to_now(found: Groups) -> Expression:
    return Exact(f"{found['year']}/..")


def year(found: Groups) -> Expression:
    return Exact(found["year"])


def september_11(found: Groups) -> Expression:
    return Exact("2001-09-11")


def short_year(found: Groups) -> Expression:
    """Read '18 as 2018 and '68 as 1968."""
    number = int(found["yy"])
    year = number + (2000 if number <= _LATEST_SHORT_YEAR else 1900)
    return Exact(f"{year}-{month_number(found):02}") if found.get("month") else Exact(str(year))


def decade(found: Groups) -> Expression:
    """Read "the 1990s", "the '90s" and "the nineties"; short forms are of the last century but for 00–20."""
    if found.get("decade"):
        first = int(found["decade"])
        return Exact(f"{first // 100}XX" if first % 100 == 0 and first < 2000 else f"{first // 10}X")
    first = (
        int(found["short"] or 0) if found.get("short") else words()["decades"][found["decade_word"].lower()]
    )
    return Exact(f"19{first // 10}X")


def century(found: Groups) -> Expression | None:
    number = int(found["n"]) if found.get("n") else words()["ordinals"][found["ordinal"].lower()]
    return Exact(f"{number - 1:02}XX") if 1 <= number <= 21 else None


def part_of_year(found: Groups) -> Expression | None:
    """Read quarters and halves as EDTF's parts of a year, "the first three months" as a run of months."""
    nth = words()["ordinals"][found["ordinal"].lower()]
    if found.get("n"):
        return _first_months(found, number_of(found["n"])) if nth == 1 else None
    quarters = found["part"].lower() == "quarter"
    if nth > (4 if quarters else 2):
        return None
    code = (32 if quarters else 39) + nth
    if found.get("year"):
        return Exact(f"{found['year']}-{code}")
    if found["_rule_end"].endswith("year"):
        return Yearless(season=code, year_offset=which_of(found) or 0)
    return Yearless(season=code)


def quarter(found: Groups) -> Expression:
    return Exact(f"{found['year']}-{32 + int(found['q'])}")


def season(found: Groups) -> Expression:
    code = int(lookup("seasons")[found["season"].lower()])
    if found.get("year"):
        return Exact(f"{found['year']}-{code}")
    which = which_of(found)
    if found.get("which") and found["_rule_end"].endswith("year"):
        return Yearless(season=code, year_offset=which)
    return Yearless(season=code, which=which)


def holiday(found: Groups) -> Expression:
    number = int(lookup("holidays")[normal(found["holiday"])])
    year = found.get("year") or happened_once(number)
    if year:
        return Exact(falls_on(number, int(year)).isoformat())
    yearly = words()["modifiers"].get((found.get("yearly") or "").lower())
    return Yearless(holiday=number, which=which_of(found), year_offset=yearly)


def _first_months(found: Groups, count: int) -> Expression:
    if found.get("year"):
        return Exact(f"{found['year']}-01/{found['year']}-{count:02}")
    offset = which_of(found) or 0
    return Range(Yearless(month=1, year_offset=offset), Yearless(month=count, year_offset=offset))


def _days(found: Groups, numbers: tuple[int, ...], shape: str) -> Expression | None:
    month = month_number(found)
    if not all(day_exists(month, n) for n in numbers):
        return None
    return Days(month, numbers, shape, int(found["year"]) if found.get("year") else None)
