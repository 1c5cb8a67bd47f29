"""Tell the numerals that count nothing: dates, years, times, names, scores, idioms, list markers."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction

from dateline.lexicon import load
from dateline.quantities.model import Figure
from dateline.quantities.nouns import counted_noun, ends_phrase
from dateline.quantities.numerals import SCALES, SMALL, Numeral
from dateline.quantities.phrases import Phrases
from dateline.quantities.tokens import DASHES, Token, hyphen, joined, word_at
from dateline.quantities.units import unit_after

_LISTS = load("not_a_count")
_ORDINALS = frozenset(load("numbers")["ordinals"])
_GREAT_ORDINALS = frozenset(["hundredth", "thousandth", "millionth", "billionth"])
_MONTHS = frozenset(_LISTS["months"])
_WEEKDAYS = frozenset(_LISTS["weekdays"])
_ERA = frozenset(_LISTS["era"])
_CLOCK = frozenset(_LISTS["clock"])
_NAMES = frozenset(_LISTS["name_before"]["any"])
_CAPITAL_NAMES = frozenset(_LISTS["name_before"]["capital"])
_GOES_ON = frozenset(["of", "or", "to", "more"])
_SPELLED = frozenset(_LISTS["name_before"]["spelled"])
_NOT_NAMES = frozenset(_LISTS["not_names"])
_STREETS = frozenset(_LISTS["streets"])
_IDIOMS = Phrases(
    {"idiom": _LISTS["idioms"], "closed": _LISTS["closed_idioms"], "name": _LISTS["names"]},
)
_PARTS_OF_HOUR = frozenset(["half", "quarter"])
_TO_HOUR = frozenset(["to", "and", "or", "until", "till"])
_MILITARY = re.compile(r"0[0-9][0-5][0-9]")
_PHONE_BEFORE = frozenset(_LISTS["phone_before"])
# "[@S2, para. 5]", and the "[17]" or "[3, 5-8]" of a list of references.
_CITATION = re.compile(r"\[[^\[\]@]{0,80}@[^\[\]]{0,300}\]|\[[0-9]{1,3}(?:(?:, ?|[-–])[0-9]{1,3}){0,9}\]")
_NUMBER_VERB_AFTER = frozenset(_LISTS["number_verb_after"])
_TENS = frozenset(word for word, value in SMALL.items() if value >= 20)

FIXED = {
    "date": "calendar day",
    "time": "clock time",
    "phone": "phone number",
    "code": "name",
    "score": "score",
}


def citations(text: str) -> list[tuple[int, int]]:
    """Return the places of citations in a text, Pandoc's and numbers in brackets, in code points.

    >>> citations("It fell [@S2, para. 5].")
    [(8, 22)]
    """
    return [match.span() for match in _CITATION.finditer(text)]


def not_a_count(tokens: list[Token], i: int, floor: int) -> Figure | None:
    """Read a numeral, or a phrase with one, that counts nothing, where it begins at token `i`; else None."""
    for rule in _RULES:
        figure = rule(tokens, i, floor)
        if figure:
            return figure
    return None


def _is_number(tokens: list[Token], i: int) -> bool:
    return 0 <= i < len(tokens) and tokens[i].kind == "number"


def _whole_number(tokens: list[Token], i: int) -> int | None:
    """The value of plain digits at token `i`, without separators; None when there are none."""
    if not _is_number(tokens, i) or len(tokens[i].text) > 9 or not tokens[i].text.isdecimal():
        return None
    return int(tokens[i].text)


def _fixed(tokens: list[Token], i: int, floor: int) -> Figure | None:
    why = FIXED.get(tokens[i].kind)
    if not why:
        return None
    last = i + 1
    if len(tokens[i].text) == 7 and why == "calendar day" and "-" in tokens[i].text:
        why = "year"  # "2018-12" names a month, no day
    if why == "clock time":
        last = _clock_end(tokens, last)
    return Figure(i, last, why=why)


def _clock_end(tokens: list[Token], i: int) -> int:
    if word_at(tokens, i) in _CLOCK:
        i += 1
    return i + 1 if word_at(tokens, i) in _CLOCK else i


def _clock(tokens: list[Token], i: int, floor: int) -> Figure | None:
    """Read "5 p.m.", "10 o'clock", "0530 GMT", "8 to 10 p.m.", "half past six"."""
    if word_at(tokens, i) in _PARTS_OF_HOUR and word_at(tokens, i + 1) in ("past", "to"):
        at = i + 2
        return (
            Figure(i, at + 1, why="clock time") if _hour(tokens, at) and ends_phrase(tokens, at + 1) else None
        )
    if not (_is_number(tokens, i) or word_at(tokens, i) in SMALL):
        return None
    if _hour(tokens, i) and (second := _second_hour(tokens, i + 1)):
        return Figure(i, second, why="clock time")
    end = _clock_end(tokens, i + 1)
    if end > i + 1 and not (
        word_at(tokens, i + 1) == "am" and not joined(tokens, i + 1) and tokens[i].kind == "word"
    ):
        return Figure(i, end, why="clock time")
    if (
        len(tokens[i].text) == 4
        and _whole_number(tokens, i) is not None
        and word_at(tokens, i + 1) in ("hours", "hrs")
    ):
        return Figure(i, i + 2, why="clock time") if tokens[i].text[0] in "012" else None
    if _is_number(tokens, i) and _MILITARY.fullmatch(tokens[i].text) and ends_phrase(tokens, i + 1):
        return Figure(i, i + 1, why="clock time")  # no count begins with a nought
    return None


def _hour(tokens: list[Token], i: int) -> bool:
    return 1 <= SMALL.get(word_at(tokens, i), _whole_number(tokens, i) or 0) <= 12


def _second_hour(tokens: list[Token], i: int) -> int | None:
    """The end of the "to 10 p.m." behind a first hour, or None."""
    if word_at(tokens, i) not in _TO_HOUR and not hyphen(tokens, i):
        return None
    end = i + 2
    if not _hour(tokens, i + 1) and not (i + 1 < len(tokens) and tokens[i + 1].kind == "time"):
        return None
    last = _clock_end(tokens, end)
    return last if last > end else None


def _idiom(tokens: list[Token], i: int, floor: int) -> Figure | None:
    found = _IDIOMS.at(tokens, i)
    if found is None or (found[0] == "closed" and not _closes(tokens, found[1])):
        return None
    return Figure(i, found[1], why="name" if found[0] == "name" else "idiom")


def _half_word(tokens: list[Token], i: int, floor: int) -> Figure | None:
    """Read "half-empty", "half-brother": half of no amount, where "half-hour" and "half-dozen" are."""
    if word_at(tokens, i) != "half" or not hyphen(tokens, i + 1) or tokens[i + 2].lower in SCALES:
        return None
    if unit_after(tokens, Numeral(Fraction(1, 2), 1, i, i + 1)) or tokens[i + 2].kind != "word":
        return None
    if tokens[i + 2].lower in ("a", "an", "of"):
        return None
    return Figure(i, i + 3, why="idiom")


def _closes(tokens: list[Token], i: int) -> bool:
    """Tell whether no noun and no "of" follows: "for one, he" against "for one year"."""
    return not hyphen(tokens, i) and word_at(tokens, i) not in _GOES_ON and ends_phrase(tokens, i)


def _day_number(tokens: list[Token], i: int) -> int | None:
    """The token behind a day of a month at `i` ("21", "21st"), or None."""
    value = _whole_number(tokens, i)
    if value is None or not 1 <= value <= 31:
        return None
    return i + 2 if joined(tokens, i + 1) and word_at(tokens, i + 1) in ("st", "nd", "rd", "th") else i + 1


def _month_at(tokens: list[Token], i: int) -> int | None:
    """The token behind the name of a month at `i`, with the stop of "Oct.", or None."""
    if word_at(tokens, i) not in _MONTHS or not tokens[i].text[0].isupper():
        return None
    shortened = word_at(tokens, i) not in ("may", "june", "july") and len(tokens[i].text) < 5
    return i + 2 if shortened and word_at(tokens, i + 1) == "." and joined(tokens, i + 1) else i + 1


def _calendar(tokens: list[Token], i: int, floor: int) -> Figure | None:
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


def _year_pair(tokens: list[Token], i: int, floor: int) -> Figure | None:
    """Read "2018-19" and "2015/16", a season or a budget year, as one year."""
    value = _whole_number(tokens, i)
    after = _whole_number(tokens, i + 2)
    if value is None or after is None or not 1900 <= value <= 2100 or len(tokens[i + 2].text) != 2:
        return None
    if not (joined(tokens, i + 1) and joined(tokens, i + 2)) or tokens[i + 1].text not in DASHES | {"/"}:
        return None
    return Figure(i, i + 3, why="year") if after == (value + 1) % 100 else None


def _ordinal(tokens: list[Token], i: int, floor: int) -> Figure | None:
    """Read "3rd", "third", "twenty-first"."""
    if _is_number(tokens, i) and joined(tokens, i + 1) and word_at(tokens, i + 1) in ("st", "nd", "rd", "th"):
        return Figure(i, i + 2, why="ordinal")
    if word_at(tokens, i) in _ORDINALS:
        half = hyphen(tokens, i + 1) and word_at(tokens, i + 2) == "half"  # "first-half profit"
        return Figure(i, i + 3 if half else i + 1, why="ordinal")
    if (_is_number(tokens, i) or word_at(tokens, i) in SMALL) and word_at(tokens, i + 1) in _GREAT_ORDINALS:
        return Figure(i, i + 2, why="ordinal")  # "the 10 millionth visitor"
    if word_at(tokens, i) in _TENS and hyphen(tokens, i + 1) and word_at(tokens, i + 2) in _ORDINALS:
        return Figure(i, i + 3, why="ordinal")
    return None


def _named(tokens: list[Token], i: int, floor: int) -> Figure | None:
    """Read "Highway 4", "Resolution 2254", "para. 5", "No. 10", "Phase two"."""
    word = word_at(tokens, i)
    capital = tokens[i].text != tokens[i].text.lower()
    if word not in _NAMES and not (word in _CAPITAL_NAMES and capital):
        return None
    at = i + 1
    at += (word_at(tokens, at) == "." and joined(tokens, at)) or hyphen(tokens, at)
    if at >= len(tokens) or "," in tokens[at].text:
        return None
    spelled = word_at(tokens, at) in SMALL and (word in _SPELLED or tokens[at].text[0].isupper())
    if not spelled and tokens[at].kind not in ("number", "code"):
        return None
    # "the bus 40 men took" and "Building 300 homes" name nothing; "Section 301 tariffs" does.
    doubtful = word not in _SPELLED and (not capital or _opens_sentence(tokens, i))
    if doubtful and word_at(tokens, at + 1) != "of" and counted_noun(tokens, at + 1):
        return None
    if word == "number" and word_at(tokens, i - 1) in _NUMBER_VERB_AFTER:
        return None
    return Figure(i, _name_end(tokens, at + 1), why="name")


def _opens_sentence(tokens: list[Token], i: int) -> bool:
    return i == 0 or tokens[i - 1].kind == "break" or tokens[i - 1].text in (".", "!", "?", ":", "“", '"')


def _short_phone(tokens: list[Token], i: int, floor: int) -> Figure | None:
    """Read the number of "call 999" and "text 60777"."""
    if _whole_number(tokens, i) is None or not 3 <= len(tokens[i].text) <= 6:
        return None
    if word_at(tokens, i - 1) not in _PHONE_BEFORE or not ends_phrase(tokens, i + 1):
        return None
    return Figure(i, i + 1, why="phone number")


def _model(tokens: list[Token], i: int, floor: int) -> Figure | None:
    """Read "F-35", "COVID-19", "P5+1": a capitalised word joined to the digits at token `i`."""
    if not _is_number(tokens, i) or i - 2 < floor or not (joined(tokens, i - 1) and joined(tokens, i)):
        return None
    if tokens[i - 1].text != "+" and not hyphen(tokens, i - 1):
        return None
    before = tokens[i - 2]
    if before.kind != "word" or before.lower in _NOT_NAMES or not before.text[0].isupper():
        return None
    return Figure(i - 2, _name_end(tokens, i + 1), why="name")


def _name_end(tokens: list[Token], i: int) -> int:
    """Step over the rest of a name: "4-6", "35A", "3 of 10"."""
    if _is_number(tokens, i + 1) and (hyphen(tokens, i) or word_at(tokens, i) == "of"):
        return i + 2
    return i + 1 if joined(tokens, i) and tokens[i].kind == "word" else i


def _street(tokens: list[Token], i: int, floor: int) -> Figure | None:
    """Read the number of "10 Downing Street"."""
    if _whole_number(tokens, i) is None:
        return None
    for at in range(i + 2, min(i + 4, len(tokens))):
        if not tokens[at - 1].text[0].isupper():
            return None
        if tokens[at].lower in _STREETS and tokens[at].text[0].isupper():
            return Figure(i, i + 1, why="name")
    return None


def decade_of_age(tokens: list[Token], i: int) -> bool:
    """Tell the ages of "in his 40s" and "in their late 60s" from the years of "in the 60s"."""
    value = _whole_number(tokens, i)
    if value is None or value % 10 or not 10 <= value < 100 or not joined(tokens, i + 1):
        return False
    owner = word_at(tokens, i - 1 - (word_at(tokens, i - 1) in ("early", "mid", "late")))
    return word_at(tokens, i + 1) == "s" and owner in ("his", "her", "their", "my", "your", "our")


def _suffixed(tokens: list[Token], i: int, floor: int) -> Figure | None:
    """Read "1990s" as a year and "4G", "3D", "737s" as names."""
    if not _is_number(tokens, i) or not joined(tokens, i + 1) or tokens[i + 1].kind != "word":
        return None
    if decade_of_age(tokens, i):
        return None
    word, value = word_at(tokens, i + 1), _whole_number(tokens, i)
    if word in ("s", "'s") and value is not None:
        decade = 1000 <= value <= 2100 or (value < 100 and value % 10 == 0)
        return Figure(i, i + 2, why="year" if decade else "name")
    if word in ("g", "d") and value is not None and value < 10:
        return Figure(i, i + 2, why="name")
    return None


_RULES: tuple[Callable[[list[Token], int, int], Figure | None], ...] = (
    _fixed,
    _idiom,
    _half_word,
    _calendar,
    _clock,
    _short_phone,
    _model,
    _suffixed,
    _year_pair,
    _named,
    _street,
    _ordinal,
)
STARTERS = _MONTHS | _ORDINALS | _NAMES | _CAPITAL_NAMES


def starts(token: Token) -> bool:
    """Tell whether a figure that counts nothing may begin at this token."""
    return token.lower in STARTERS or token.lower in _IDIOMS
