"""Tell the numerals of days, years and hours from counts: "21 October", "2018-19", "8 to 10 p.m."."""

from __future__ import annotations

import re

from dateline.lexicon import load
from dateline.quantities.model import Figure
from dateline.quantities.nouns import ends_phrase
from dateline.quantities.numerals import SMALL
from dateline.quantities.tokens import DASHES, Token, hyphen, is_number, joined, whole_number, word_at

_LISTS = load("not_a_count")
MONTHS = frozenset(_LISTS["months"])
_WEEKDAYS = frozenset(_LISTS["weekdays"])
_CLOCK = frozenset(_LISTS["clock"])
_PARTS_OF_HOUR = frozenset(["half", "quarter"])
_TO_HOUR = frozenset(["to", "and", "or", "until", "till"])
_MILITARY = re.compile(r"0[0-9][0-5][0-9]")


def clock_end(tokens: list[Token], i: int) -> int:
    """Step over "p.m." and "GMT", which go with the hour before token `i`."""
    if word_at(tokens, i) in _CLOCK:
        i += 1
    return i + 1 if word_at(tokens, i) in _CLOCK else i


def clock(tokens: list[Token], i: int, floor: int) -> Figure | None:
    """Read "5 p.m.", "10 o'clock", "0530 GMT", "8 to 10 p.m.", "half past six"."""
    if word_at(tokens, i) in _PARTS_OF_HOUR and word_at(tokens, i + 1) in ("past", "to"):
        at = i + 2
        return (
            Figure(i, at + 1, why="clock time") if _hour(tokens, at) and ends_phrase(tokens, at + 1) else None
        )
    if not (is_number(tokens, i) or word_at(tokens, i) in SMALL):
        return None
    if _hour(tokens, i) and (second := _second_hour(tokens, i + 1)):
        return Figure(i, second, why="clock time")
    end = clock_end(tokens, i + 1)
    if end > i + 1 and not (
        word_at(tokens, i + 1) == "am" and not joined(tokens, i + 1) and tokens[i].kind == "word"
    ):
        return Figure(i, end, why="clock time")
    if (
        len(tokens[i].text) == 4
        and whole_number(tokens, i) is not None
        and word_at(tokens, i + 1) in ("hours", "hrs")
    ):
        return Figure(i, i + 2, why="clock time") if tokens[i].text[0] in "012" else None
    if is_number(tokens, i) and _MILITARY.fullmatch(tokens[i].text) and ends_phrase(tokens, i + 1):
        return Figure(i, i + 1, why="clock time")  # no count begins with a nought
    return None


def _hour(tokens: list[Token], i: int) -> bool:
    return 1 <= SMALL.get(word_at(tokens, i), whole_number(tokens, i) or 0) <= 12


def _second_hour(tokens: list[Token], i: int) -> int | None:
    """The end of the "to 10 p.m." behind a first hour, or None."""
    if word_at(tokens, i) not in _TO_HOUR and not hyphen(tokens, i):
        return None
    end = i + 2
    if not _hour(tokens, i + 1) and not (i + 1 < len(tokens) and tokens[i + 1].kind == "time"):
        return None
    last = clock_end(tokens, end)
    return last if last > end else None


def year_in_words(tokens: list[Token], i: int, floor: int) -> Figure | None:
    """Read "nineteen eighty-four" and "twenty twenty": a century, and behind it more than nine years."""
    century, years = (SMALL.get(word_at(tokens, at), 0) for at in (i, i + 1))
    if not 17 <= century <= 20 or years < 10:
        return None
    last = i + 2
    if hyphen(tokens, last) and 0 < SMALL.get(word_at(tokens, last + 1), 0) < 10:
        last += 2
    return Figure(i, last, why="year")


def _day_number(tokens: list[Token], i: int) -> int | None:
    """The token behind a day of a month at `i` ("21", "21st"), or None."""
    value = whole_number(tokens, i)
    if value is None or not 1 <= value <= 31:
        return None
    return i + 2 if joined(tokens, i + 1) and word_at(tokens, i + 1) in ("st", "nd", "rd", "th") else i + 1


def _month_at(tokens: list[Token], i: int) -> int | None:
    """The token behind the name of a month at `i`, with the stop of "Oct.", or None."""
    if word_at(tokens, i) not in MONTHS or not tokens[i].text[0].isupper():
        return None
    shortened = word_at(tokens, i) not in ("may", "june", "july") and len(tokens[i].text) < 5
    return i + 2 if shortened and word_at(tokens, i + 1) == "." and joined(tokens, i + 1) else i + 1


def calendar(tokens: list[Token], i: int, floor: int) -> Figure | None:
    """Read "21 October", "the 21st of October", "Oct. 7", "May 4-6", "4 to 6 May"."""
    if month := _month_at(tokens, i):
        end = _days(tokens, month)
        return Figure(i, end, why="calendar day") if end else None
    end = _days(tokens, i)
    if not end:
        return None
    at = end + 1 if word_at(tokens, end) == "of" else end
    if month := _month_at(tokens, at):
        return Figure(i, month, why="calendar day")
    if word_at(tokens, i - 1) == "the" and word_at(tokens, i - 2) in _WEEKDAYS and end > i + 1:
        return Figure(i, end, why="calendar day")
    return None


def _days(tokens: list[Token], i: int) -> int | None:
    end = _day_number(tokens, i)
    if end and (word_at(tokens, end) in ("to", "and", "or", "through") or word_at(tokens, end) in DASHES):
        return _day_number(tokens, end + 1) or end
    return end


def year_pair(tokens: list[Token], i: int, floor: int) -> Figure | None:
    """Read "2018-19" and "2015/16", a season or a budget year, as one year."""
    value = whole_number(tokens, i)
    after = whole_number(tokens, i + 2)
    if value is None or after is None or not 1900 <= value <= 2100 or len(tokens[i + 2].text) != 2:
        return None
    if not (joined(tokens, i + 1) and joined(tokens, i + 2)) or tokens[i + 1].text not in DASHES | {"/"}:
        return None
    return Figure(i, i + 3, why="year") if after == (value + 1) % 100 else None
