"""Build the meaning of a date that is vague or counted from another, from the groups of its rule.

One function a name that `make` gives in `lexicon/date_rules.yaml`; each takes the match's named groups and
returns an expression, or None when they name no date.
"""

from __future__ import annotations

from dateline.dates.expressions import (
    Anchored,
    AnchoredOpen,
    AnchoredSeason,
    Expression,
    FromEvent,
    InMonth,
    Now,
    Open,
    Shift,
    Stretch,
    Unit,
    UpTo,
    Weekday,
    Weekend,
)
from dateline.dates.groups import Groups, count_of, hedge_of, normal, unit_name, which_of
from dateline.dates.vocabulary import lookup, words


def weekdays_ago(found: Groups) -> Expression:
    number = int(lookup("weekdays")[found["weekday"].lower().rstrip(".")])
    return Weekday(number, which=-count_of(found))


def weeks_ago(found: Groups) -> Expression:
    return Weekday(int(lookup("weekdays")[found["weekday"].lower().rstrip(".")]), which=-count_of(found) - 1)


def before_last(found: Groups) -> Expression:
    return Weekday(int(lookup("weekdays")[found["weekday"].lower().rstrip(".")]), which=-2)


def weekday(found: Groups) -> Expression:
    number = int(lookup("weekdays")[found["weekday"].lower().rstrip(".")])
    if found.get("ago"):
        return Weekday(number, which=-2)  # a week before the latest one
    week = found.get("week")
    return Weekday(number, which_of(found), words()["modifiers"][week.lower()] if week else None)


def weekend(found: Groups) -> Expression:
    return Weekend(which_of(found))


def deictic(found: Groups) -> Expression:
    distances = {
        "today": 0,
        "tonight": 0,
        "this": 0,
        "yesterday": -1,
        "overnight": -1,
        "last": -1,
        "tomorrow": 1,
        "the day after tomorrow": 2,
        "the day before yesterday": -2,
    }
    return Shift(distances[normal(found["word"])], "day")


def unit(found: Groups) -> Expression:
    """Read "last week"; "the past year" is the year up to now, not the year before."""
    name = lookup("units")[found["unit"].lower()]
    which = normal(found.get("which") or "")
    if which == "past" or (name == "decade" and which in ("last", "this past")):
        return Stretch(-1, name)
    return Unit("week" if name == "fortnight" else name, min(which_of(found) or 0, 1))


def ago(found: Groups) -> Expression | None:
    if found.get("half"):
        halves = {"year": (-6, "month"), "decade": (-5, "year"), "century": (-50, "year")}
        return Shift(*halves[unit_name(found)], "~") if unit_name(found) in halves else None
    hedge = hedge_of(found)
    return Shift(
        -count_of(found), unit_name(found), hedge or ("~" if found.get("couple") or found.get("more") else "")
    )


def year_ago_exactly(found: Groups) -> Expression | None:
    """Read "ten years ago today" and "the same month last year"; "this time" is taken as the month."""
    grain = found["exact"].lower().split()[-1]
    grain = {"today": "day", "weekend": "week", "time": "month", "period": "month"}.get(grain, grain)
    if not found.get("unit"):
        return Shift(-1, "year", grain=grain)
    return (
        Shift(-count_of(found), unit_name(found), grain=grain)
        if unit_name(found) in ("month", "year", "decade") or grain == "day"
        else None
    )


def next_year_exactly(found: Groups) -> Expression:
    return Shift(1, "year", grain="month")


def from_now(found: Groups) -> Expression:
    return Shift(count_of(found), unit_name(found), hedge_of(found) or ("~" if found.get("couple") else ""))


def within(found: Groups) -> Expression:
    return Stretch(count_of(found), unit_name(found)) if found.get("unit") else Open(1)


def back(found: Groups) -> Expression:
    if found.get("only"):
        return Stretch(-1, found["only"].lower())
    return Stretch(-count_of(found), unit_name(found), hedge_of(found))


def ahead(found: Groups) -> Expression:
    return Stretch(count_of(found), unit_name(found))


def vague_back(found: Groups) -> Expression:
    return Open(-1)


def vague_ahead(found: Groups) -> Expression:
    return Open(1)


def now(found: Groups) -> Expression:
    return Now()


def anchored(found: Groups) -> Expression:
    way = found["way"].lower()
    sign = {"same": 0, "that": 0}.get(way, -1 if way.startswith(("e", "b", "p")) else 1)
    if found.get("only"):
        unit = found["only"].lower()
        return Anchored(sign, unit if unit in ("week", "month", "year") else "day")
    sign = -1 if way in ("earlier", "before", "before that", "beforehand", "previously") else 1
    return Anchored(sign * count_of(found), unit_name(found))


def anchored_season(found: Groups) -> Expression:
    """Read "the following spring"."""
    return AnchoredSeason(int(lookup("seasons")[found["season"].lower()]))


def from_event(found: Groups) -> Expression:
    sign = -1 if found["way"].lower() == "before" else 1
    return FromEvent(sign * (1 if found.get("only") else count_of(found)), _unit_of_event(found))


def _unit_of_event(found: Groups) -> str:
    only = (found.get("only") or "").lower()
    return (only if only in ("week", "month", "year") else "day") if only else unit_name(found)


def up_to(found: Groups) -> Expression:
    return UpTo(1, found["only"].lower()) if found.get("only") else UpTo(count_of(found), unit_name(found))


def unit_beyond(found: Groups) -> Expression:
    """Read "the year before last" and "the week after next"."""
    return Unit(found["unit"].lower(), 2 if found["way"].lower() == "after next" else -2)


def new_year(found: Groups) -> Expression:
    return Unit("year", 1)


def nth_in_month(found: Groups) -> Expression:
    nth = -1 if found.get("nth") else words()["ordinals"][found["ordinal"].lower()]
    number = int(lookup("weekdays")[found["weekday"].lower().rstrip(".")])
    return InMonth(_month_offset(found), weekday=number, nth=nth)


def day_in_month(found: Groups) -> Expression | None:
    number = int(found["n"]) if found.get("n") else words()["ordinals"][found["ordinal"].lower()]
    return InMonth(_month_offset(found), day=number) if 1 <= number <= 31 else None


def _month_offset(found: Groups) -> int | None:
    return words()["modifiers"].get(normal(found["in_month"])) if found.get("in_month") else None


def vague_anchored(found: Groups) -> Expression:
    return AnchoredOpen(-1 if found["way"].lower() in ("earlier", "beforehand") else 1)


vague_ago = recently = vague_back
soon = vague_ahead
