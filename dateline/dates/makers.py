"""Build the meaning of a date expression from the groups of the rule that matched it.

One function a name that `make` gives in `lexicon/date_rules.yaml`; each takes the match's named groups and
returns an expression, or None when they name no date (31 June).
"""

from __future__ import annotations

import re
from datetime import date

from dateline.dates.calendars import happened_once, nth_weekdays
from dateline.dates.calendars import holiday as falls_on
from dateline.dates.expressions import (
    Anchored,
    AnchoredOpen,
    Days,
    Exact,
    Expression,
    Now,
    Open,
    Shift,
    Stretch,
    Unit,
    Weekday,
    Weekend,
    Yearless,
)
from dateline.dates.vocabulary import lookup, number_of, words

Groups = dict[str, str | None]
_NEXT_YEAR_OF_TWO_DIGITS = 50  # 49 is 2049, 50 is 1950


def iso(found: Groups) -> Expression | None:
    year, month, day = int(found["y"]), int(found["m"]), found.get("d")
    return _exact_day(year, month, int(day)) if day else Exact(f"{year:04}-{month:02}")


def figures(found: Groups) -> Expression | None:
    """Read 03/04/2019 both ways round: two days when both exist, never a guess."""
    year, one, other = _full_year(found["y"]), int(found["a"]), int(found["b"])
    candidates = {_exact_day(year, one, other), _exact_day(year, other, one)} - {None}
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
    month, number = _month(found), _day_number(found)
    if found.get("year"):
        return _exact_day(int(found["year"]), month, number)
    if not _exists(month, number):
        return None
    weekday = lookup("weekdays")[found["weekday"].lower().rstrip(".")] if found.get("weekday") else None
    offset, anchored = _which(found), _anchored_year(found)
    return Yearless(month=month, day=number, weekday=weekday, year_offset=offset, anchored_year=anchored)


def day_list(found: Groups) -> Expression | None:
    listed = tuple(int(n) for n in re.findall(r"[0-9]+", found["list"]))
    return _days(found, listed, "one of" if found["join"].lower() == "or" else "all of")


def day_range(found: Groups) -> Expression | None:
    pair = int(re.match(r"[0-9]+", found["day_x"])[0]), int(re.match(r"[0-9]+", found["day_y"])[0])
    return _days(found, pair, "run") if pair[0] < pair[1] else None


def month(found: Groups) -> Expression:
    if found.get("year"):
        return Exact(f"{found['year']}-{_month(found):02}")
    which = _which(found)
    if found.get("anchor"):
        return Yearless(month=_month(found), anchored_year=_anchored_year(found))
    if found.get("which") and found["_rule_end"].endswith("year"):
        return Yearless(month=_month(found), year_offset=which)
    return Yearless(month=_month(found), which=which)


def nth_weekday(found: Groups) -> Expression | None:
    """Read "the first Monday in October" as a day, "a Wednesday in March" as one of four or five."""
    nth = words()["ordinals"][found["ordinal"].lower()] if found.get("ordinal") else 0
    nth = -1 if found.get("nth") else nth
    number = int(lookup("weekdays")[found["weekday"].lower().rstrip(".")])
    if found.get("year"):
        days = nth_weekdays(int(found["year"]), _month(found), number, nth)
        names = [day.isoformat() for day in days]
        return Exact(names[0] if len(names) == 1 else f"[{','.join(names)}]") if names else None
    return Yearless(month=_month(found), weekday=number, nth=nth)


def year_to_now(found: Groups) -> Expression:
    return Exact(f"{found['year']}/..")


def weekdays_ago(found: Groups) -> Expression:
    number = int(lookup("weekdays")[found["weekday"].lower().rstrip(".")])
    return Weekday(number, which=-_count(found))


def year(found: Groups) -> Expression:
    return Exact(found["year"])


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
    return Yearless(season=code, year_offset=_which(found) or 0)


def quarter(found: Groups) -> Expression:
    return Exact(f"{found['year']}-{32 + int(found['q'])}")


def season(found: Groups) -> Expression:
    code = int(lookup("seasons")[found["season"].lower()])
    if found.get("year"):
        return Exact(f"{found['year']}-{code}")
    which = _which(found)
    if found.get("which") and found["_rule_end"].endswith("year"):
        return Yearless(season=code, year_offset=which)
    return Yearless(season=code, which=which)


def holiday(found: Groups) -> Expression:
    number = int(lookup("holidays")[_normal(found["holiday"])])
    year = found.get("year") or happened_once(number)
    if year:
        return Exact(falls_on(number, int(year)).isoformat())
    yearly = words()["modifiers"].get((found.get("yearly") or "").lower())
    return Yearless(holiday=number, which=_which(found), year_offset=yearly)


def weekday(found: Groups) -> Expression:
    number = int(lookup("weekdays")[found["weekday"].lower().rstrip(".")])
    if found.get("ago"):
        return Weekday(number, which=-2)  # a week before the latest one
    week = found.get("week")
    return Weekday(number, _which(found), words()["modifiers"][week.lower()] if week else None)


def weekend(found: Groups) -> Expression:
    return Weekend(_which(found))


def deictic(found: Groups) -> Expression:
    distances = {
        "today": 0,
        "tonight": 0,
        "this": 0,
        "yesterday": -1,
        "last": -1,
        "tomorrow": 1,
        "the day after tomorrow": 2,
        "the day before yesterday": -2,
    }
    return Shift(distances[_normal(found["word"])], "day")


def unit(found: Groups) -> Expression:
    """Read "last week"; "the past year" is the year up to now, not the year before."""
    name = lookup("units")[found["unit"].lower()]
    which = _normal(found.get("which") or "")
    if which == "past" or (name == "decade" and which in ("last", "this past")):
        return Stretch(-1, name)
    return Unit("week" if name == "fortnight" else name, min(_which(found) or 0, 1))


def ago(found: Groups) -> Expression | None:
    if found.get("half"):
        halves = {"year": (-6, "month"), "decade": (-5, "year"), "century": (-50, "year")}
        return Shift(*halves[_unit(found)], "~") if _unit(found) in halves else None
    hedge = _hedge(found)
    return Shift(
        -_count(found), _unit(found), hedge or ("~" if found.get("couple") or found.get("more") else "")
    )


def year_ago_exactly(found: Groups) -> Expression | None:
    """Read "ten years ago today" and "the same month last year"; "this time" is taken as the month."""
    grain = found["exact"].lower().split()[-1]
    grain = {"today": "day", "weekend": "week", "time": "month", "period": "month"}.get(grain, grain)
    if not found.get("unit"):
        return Shift(-1, "year", grain=grain)
    return (
        Shift(-_count(found), _unit(found), grain=grain)
        if _unit(found) in ("month", "year", "decade")
        else None
    )


def from_now(found: Groups) -> Expression:
    return Shift(_count(found), _unit(found), _hedge(found) or ("~" if found.get("couple") else ""))


def within(found: Groups) -> Expression:
    return Stretch(_count(found), _unit(found)) if found.get("unit") else Open(1)


def back(found: Groups) -> Expression:
    if found.get("only"):
        return Stretch(-1, found["only"].lower())
    return Stretch(-_count(found), _unit(found), _hedge(found))


def ahead(found: Groups) -> Expression:
    return Stretch(_count(found), _unit(found))


def vague_back(found: Groups) -> Expression:
    return Open(-1)


def vague_ahead(found: Groups) -> Expression:
    return Open(1)


vague_ago = recently = vague_back
soon = vague_ahead


def now(found: Groups) -> Expression:
    return Now()


def anchored(found: Groups) -> Expression:
    way = found["way"].lower()
    sign = {"same": 0, "that": 0}.get(way, -1 if way.startswith(("e", "b", "p")) else 1)
    if found.get("only"):
        unit = found["only"].lower()
        return Anchored(sign, unit if unit in ("week", "month", "year") else "day")
    sign = -1 if way in ("earlier", "before that", "beforehand") else 1
    return Anchored(sign * _count(found), _unit(found))


def vague_anchored(found: Groups) -> Expression:
    return AnchoredOpen(-1 if found["way"].lower() in ("earlier", "beforehand") else 1)


def _first_months(found: Groups, count: int) -> Expression | None:
    if found.get("year"):
        return Exact(f"{found['year']}-01/{found['year']}-{count:02}")
    return None


def _days(found: Groups, numbers: tuple[int, ...], shape: str) -> Expression | None:
    month = _month(found)
    if not all(_exists(month, n) for n in numbers):
        return None
    return Days(month, numbers, shape, int(found["year"]) if found.get("year") else None)


def _exact_day(year: int, month: int, day: int) -> Exact | None:
    try:
        return Exact(date(year, month, day).isoformat())
    except ValueError:
        return None


def _exists(month: int, day: int) -> bool:
    return _exact_day(2000, month, day) is not None  # a leap year, so that 29 February stands


def _full_year(year: str) -> int:
    if len(year) == 4:
        return int(year)
    return int(year) + (2000 if int(year) < _NEXT_YEAR_OF_TWO_DIGITS else 1900)


def _month(found: Groups) -> int:
    return int(lookup("months")[found["month"].lower().rstrip(".")])


def _day_number(found: Groups) -> int:
    if found.get("ordinal"):
        return words()["ordinals"][found["ordinal"].lower()]
    return int(re.match(r"[0-9]+", found["day"])[0])


def _which(found: Groups) -> int | None:
    return words()["modifiers"].get(_normal(found.get("which") or ""))


def _anchored_year(found: Groups) -> int | None:
    offsets = {"that": 0, "the same": 0, "the following": 1, "the next": 1, "the previous": -1}
    return offsets.get(_normal(found.get("anchor") or ""))


def _unit(found: Groups) -> str:
    return str(lookup("units")[found["unit"].lower()])


def _count(found: Groups) -> int:
    return 2 if found.get("couple") else number_of(found["number"])


def _hedge(found: Groups) -> str:
    hedges = {"more than": ">", "over": ">", "at least": ">", "less than": "<", "under": "<"}
    hedge = _normal(found.get("hedge") or "")
    return hedges.get(hedge, "~") if hedge else ""


def _normal(phrase: str) -> str:
    return " ".join(phrase.lower().replace("’", "'").split())
