"""Join what belongs together: "late" + last year, "from" Monday "to" Wednesday, "since" 2014."""

from __future__ import annotations

import re
from functools import cache

from dateline.dates.beside import set_beside
from dateline.dates.expressions import (
    Approximate,
    Bounded,
    Days,
    Exact,
    Expression,
    Found,
    Now,
    Open,
    Range,
    Shift,
    Stretch,
    Weekday,
    WeekOf,
    Yearless,
)
from dateline.dates.tokens import Tokens
from dateline.dates.vocabulary import FREE, GAP, word_set, words

_LOOK_BACK = 48  # code points before a date; the longest phrase joined on has fewer


def _ending(pattern: str) -> re.Pattern[str]:
    """Compile a pattern for what stands right before a date; a blank is any gap between words."""
    return re.compile(rf"(?<!\w)(?:{pattern})$".replace(" ", GAP), re.IGNORECASE)


def _listed(name: str) -> str:
    return f"(?:{'|'.join(sorted(words()[name], key=len, reverse=True))})"


@cache
def _phase() -> re.Pattern[str]:
    """ "late", "earlier in", "the end of": words that place a date without a sharper bound."""
    adverb = rf"(?:very )?{_listed('phases')}(?: (?:in|on|of))?(?: the)?(?: |-|–)"
    noun = rf"(?:very )?{_listed('phase_nouns')} of (?:the )?"
    week = rf"week (?:{_listed('week_begins')})(?: on)? (?:the )?"
    return _ending(rf"(?:the )?(?:{adverb}|{noun}|{week})")


@cache
def _bounding() -> re.Pattern[str]:
    """ "since", "until": words that make a date the start or the end of an open stretch."""
    joints = "(?: (?:on|in|at least|at|about|around))? (?:the )?"
    return _ending(rf"(?:(?P<after>{_listed('opens_after')})|(?P<before>{_listed('opens_before')})){joints}")


_ITS_END = re.compile(r"['’]s (?:very )?(?:end|close|start|beginning|middle)\b", re.IGNORECASE)
_WHEN = _ending(r"(?:when|as|once) ")
_IS_OVER = re.compile(
    r" (?:ended|was over|was out|(?:came|drew) to (?:a|its|an) (?:end|close))\b", re.IGNORECASE
)
_ABOUT = _ending(r"(?:around|about|circa|c\.|sometime around) ")
_HOUR = r"(?:(?:dawn|dusk|noon|midnight|late|early|[0-9]{1,2}(?:[:.][0-9]{2})? ?[ap]\.?m\.?) (?:on )?)?"
_FROM = _ending(rf"(?:from|between) (?:the )?{_HOUR}")
_CLOCK = _HOUR.replace(" ", GAP)
_LINK = re.compile(
    rf"(?:{GAP}?(?:-|–|—){GAP}?|,?{GAP}(to|through|thru|until|till|and){GAP}(?:the{GAP})?{_CLOCK})",
    re.IGNORECASE,
)
_ONWARDS = re.compile(rf",?{GAP}(?:onwards?|on)(?=[.,;:)]|$)", re.IGNORECASE)
_LOOSE = (Open, Now, Stretch)


def combine(tokens: Tokens, found: list[Found]) -> list[Found]:
    """Return the expressions with the words that bound, join or place them drawn in."""
    text = tokens.plain
    phased = _absorb(text, set_beside(text, found))
    joined = _join_ranges(text, phased)
    return [_bound(text, each, joined[i - 1].end if i else 0) for i, each in enumerate(joined)]


def _before(text: str, start: int, floor: int) -> str:
    return text[max(start - _LOOK_BACK, floor) : start]


def _absorb(text: str, found: list[Found]) -> list[Found]:
    """Draw in "late", "the end of" and the like: they place the event, but set no sharper bound."""
    drawn: list[Found] = []
    for each in found:
        floor = drawn[-1].end if drawn else 0
        if not isinstance(each.expression, (Open, Now)):
            if match := _phase().search(_before(text, each.start, floor)):
                inner = _placed(each.expression, match.group().lower())
                each = Found(each.start - len(match.group()), each.end, inner)
            if isinstance(each.expression, Days) and (
                match := _FROM.search(_before(text, each.start, floor))
            ):
                each = Found(each.start - len(match.group()), each.end, each.expression)
            match = _ABOUT.search(_before(text, each.start, floor))
            if match and (_is_year(each) or not match.group().lower().startswith("about")):
                each = Found(each.start - len(match.group()), each.end, Approximate(each.expression))
        drawn.append(_to_its_end(text, each, floor))
    return drawn


def _to_its_end(text: str, each: Found, floor: int) -> Found:
    """ "September's end", "when January ended": the words behind a date that place an event inside it."""
    if not isinstance(each.expression, (Exact, Yearless)):
        return each
    if behind := _ITS_END.match(text, each.end):
        return Found(each.start, behind.end(), each.expression)
    when, over = _WHEN.search(_before(text, each.start, floor)), _IS_OVER.match(text, each.end)
    return Found(each.start - len(when.group()), over.end(), each.expression) if when and over else each


def _placed(expression: Expression, phrase: str) -> Expression:
    """ "The week of Oct. 14" is a week; other such words leave the date as it is."""
    words_of = phrase.removeprefix("the ").split()
    if words_of[0] == "week" and words_of[1] != "of":
        return WeekOf(expression, weekend=False, begins=True)
    if words_of[-2:-1] != ["week"] and words_of[-2:-1] != ["weekend"]:
        return expression
    return WeekOf(expression, weekend=words_of[-2] == "weekend")


def _is_year(found: Found) -> bool:
    return isinstance(found.expression, Exact) and len(found.expression.edtf) == 4


def _join_ranges(text: str, found: list[Found]) -> list[Found]:
    joined: list[Found] = []
    for each in found:
        floor = joined[-2].end if len(joined) > 1 else 0
        merged = _range(text, joined[-1], each, floor) if joined else None
        if merged:
            joined[-1] = merged
        else:
            joined.append(each)
    return joined


def _range(text: str, one: Found, other: Found, floor: int) -> Found | None:
    """Join two dates into a range: with "from" or "between", or bare where both are of one sort."""
    if isinstance(one.expression, Range) or other.start - one.end > 28:
        return None
    link = _LINK.fullmatch(text, one.end, other.start)
    if not link:
        return None
    opening = _FROM.search(_before(text, one.start, floor))
    word = (link.group(1) or "-").lower()
    if opening and word == "to" and _reschedules(text, one.start - len(opening.group()), floor):
        return None
    if opening and (word == "and") == opening.group().lower().startswith("between"):
        start = one.start - len(opening.group())
    elif word not in ("and", "until", "till") and _sort(one) == _sort(other) is not None:
        start = one.start
    else:
        return None
    return Found(start, other.end, Range(_with_year(one.expression, other.expression), other.expression))


def _reschedules(text: str, place: int, floor: int) -> bool:
    """Tell whether "moved" or "postponed" stands right before, as in "moved from Friday to Monday"."""
    before = text[max(place - _LOOK_BACK, floor) : place].lower().split()
    return bool(before) and before[-1] in word_set("rescheduled")


def _sort(found: Found) -> str | None:
    """Name the sort of a date that may stand in a bare range."""
    expression = found.expression
    if isinstance(expression, Weekday):
        return "weekday"
    if isinstance(expression, Yearless):
        return "day" if expression.day else "month" if expression.month else None
    if isinstance(expression, Exact):
        return {4: "year", 7: "month", 10: "day"}.get(len(expression.edtf))
    return None


def _with_year(start: Expression, end: Expression) -> Expression:
    """Give the start of a range the year that only its end names: March–May 2018."""
    if not (isinstance(start, Yearless) and start.month and isinstance(end, Exact)):
        return start
    if not re.match(r"[0-9]{4}-[0-9]{2}", end.edtf):
        return start
    year = int(end.edtf[:4]) - (start.month > int(end.edtf[5:7]))
    return Exact(f"{year}-{start.month:02}" + (f"-{start.day:02}" if start.day else ""))


def _bound(text: str, found: Found, floor: int) -> Found:
    """Draw in "since", "until" or "by", which open the date at one end."""
    if isinstance(found.expression, (*_LOOSE, Range)) or _possessive(text, found.end):
        return found
    match = _bounding().search(_before(text, found.start, floor))
    if not match:
        return _from_on(text, found, floor)
    word = (match["after"] or match["before"]).lower()
    attributive = match.group().lower().split()[-1] == "the"  # "since the 2004 bombing"
    if (attributive or word in word_set("opens_if_free")) and not FREE.match(text, found.end):
        return found
    if word == "by" and _is_today(found):
        return found
    opens = "after" if match["after"] else "before"
    return Found(found.start - len(match.group()), found.end, Bounded(opens, found.expression))


def _is_today(found: Found) -> bool:
    return isinstance(found.expression, Shift) and found.expression.count == 0


def _from_on(text: str, found: Found, floor: int) -> Found:
    opening, onwards = _FROM.search(_before(text, found.start, floor)), _ONWARDS.match(text, found.end)
    if not (opening and onwards):
        return found
    return Found(found.start - len(opening.group()), onwards.end(), Bounded("after", found.expression))


def _possessive(text: str, end: int) -> bool:
    return text[end : end + 1] in ("'", "’") and text[end + 1 : end + 2] in ("s", "S", " ")
