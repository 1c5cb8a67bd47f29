"""Dates as a learner writes them before the lesson on EDTF: in words, or in figures of one reading."""

from __future__ import annotations

import re
from datetime import datetime

from dateline import dates

_WRITTEN = ("%d %B %Y", "%B %d %Y", "%d %b %Y", "%b %d %Y")
_WRITTEN_MONTH = ("%B %Y", "%b %Y", "%Y %B", "%Y %b")
_WEEKDAY = re.compile(r"^(?:mon|tues|wednes|thurs|fri|satur|sun)day\s+", re.IGNORECASE)


def edtf_of(text: str) -> str | None:
    """Return a date as EDTF, whether written so or in words; None when it is no date.

    >>> edtf_of("2018-12"), edtf_of("Monday, 21 October 2019"), edtf_of("21.10.2019"), edtf_of("1/2/2019")
    ('2018-12', '2019-10-21', '2019-10-21', None)
    """
    text = re.sub(r"\([^()]*\)", "", text).strip()
    if dates.is_edtf(text):
        return text
    words = _WEEKDAY.sub("", " ".join(re.sub(r"[.,]|(?<=\d)(?:st|nd|rd|th)\b", " ", text).split()))
    words = words.replace(" of ", " ")
    if year_first := re.fullmatch(r"(\d{4})[/.](\d{1,2})(?:[/.](\d{1,2}))?", text):
        return _sound(*year_first.groups())
    if month_first := re.fullmatch(r"(\d{1,2})[/.](\d{4})", text):
        return _sound(month_first[2], month_first[1], None)
    if figures := re.fullmatch(r"(\d{1,2})([/.])(\d{1,2})\2(\d{4})", text):
        return _in_figures(*figures.groups())
    for forms, shown in ((_WRITTEN, "%Y-%m-%d"), (_WRITTEN_MONTH, "%Y-%m")):
        for form in forms:
            try:
                return datetime.strptime(words, form).strftime(shown)
            except ValueError:
                continue
    return None


def _sound(year: str, month: str, day: str | None) -> str | None:
    """A date in figures that has one reading, if the calendar has it."""
    dated = "-".join([year, *(f"{int(part):02}" for part in (month, day) if part)])
    return dated if dates.is_edtf(dated) else None


def _in_figures(one: str, mark: str, other: str, year: str) -> str | None:
    """A day in figures, where it can be read in one way only: dots put the day first, strokes may not."""
    readings = {(int(other), int(one))} | ({(int(one), int(other))} if mark == "/" else set())
    dated = {f"{year}-{month:02}-{day:02}" for month, day in readings}
    sound = [each for each in dated if dates.is_edtf(each)]
    return sound[0] if len(sound) == 1 else None
