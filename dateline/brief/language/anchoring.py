"""Read the dates of a sentence, those too that are counted from a report or from the date before."""

from __future__ import annotations

import re
from bisect import bisect_right
from calendar import month_name, monthrange
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from dateline.brief.language.phrases import has_phrase
from dateline.brief.language.reading import read_dates
from dateline.dates import DateMention, bounds, describe, is_edtf, precision
from dateline.lexicon import load

_DAY = timedelta(days=1)
_NOT_VERB = r"\b(?:not|never|\w+n['’]t)\b"
_NO = r"\b(?:no|nobody|nothing|none|neither)\b"
_FINITE = r"\b(?:am|is|are|was|were|has|have|had|will|would|may|might|must|can|could|should)\b"
# "Those who had not signed were given until June": another verb is denied.
_NOT_BEFORE = re.compile(
    rf"(?:{_NOT_VERB}(?:(?!{_FINITE})[^,;:.!?]){{0,60}}|{_NO}[^,;:.!?]{{0,60}})\s$", re.IGNORECASE
)
_NOT_BEHIND = re.compile(r",?\s[^,;:.!?]{0,40}?" + rf"(?:{_NOT_VERB}|{_NO})", re.IGNORECASE)
_OPENS = re.compile(r"(?:^|[,;:.!?–—])\s*$")
_FROM_TO = re.compile(r"from\s+(?P<first>.+)\s+(?:to|until|till)\s+(?P<last>.+)", re.IGNORECASE)
_IS_OVER = re.compile(
    r"\s+(?:(?:is|was)\s+(?:over|out)|(?:has|had)\s+ended|ends|ended)\b"
)  # "before June was over"
_SENTENCE = re.compile(r"[.;:!?]\s")
_MOVED = 50  # so near ahead of two dates stands the verb that puts one for the other
_LONGEST = 70  # a weekday "in late February or March" is one of these days; in a longer span it stays open


def read(text: str, issued: Sequence[str], told: str = "") -> list[DateMention]:
    """Return the dates of a sentence that rests on reports issued on some days (EDTF, the first one counts).

    `told` is a date (EDTF) that the brief gave just before; "two days later" is counted from it. Dates that
    need an anchor and have none are of kind "needs anchor", with "" as EDTF.

    >>> [m.edtf for m in read("Three days before the report, on the Friday, it ended.", ["2019-10-21"])]
    ['2019-10-18', '2019-10-18']
    """
    plain, moved = _substituted(text, issued)
    own = read_dates(plain, issued=issued[0] if issued else None, vague=True, told=told)
    if moved.new:
        own = [_shifted(each, moved, text) for each in own]
    own = [_opened(_narrowed(each), text) for each in _joined(own, text)]
    own = [part for each in own for part in _parted(each, text)]
    return [each for each in own if each.edtf or each.kind in ("now", "needs anchor")]


@dataclass(frozen=True, slots=True)
class _Moves:
    """Where words were put in the place of others: for each, its end in the new text and in the old one."""

    new: tuple[int, ...] = ()
    old: tuple[int, ...] = ()
    starts: tuple[tuple[int, int, int], ...] = ()

    def back(self, place: int) -> int:
        """Return the place in the old text of a place in the new one; the end of words put in is theirs."""
        for first, last, at in self.starts:
            if first < place < last:
                return at
        number = bisect_right(self.new, place)
        return place if not number else self.old[number - 1] + place - self.new[number - 1]


def _substituted(text: str, issued: Sequence[str]) -> tuple[str, _Moves]:
    """Put the report's date for "the report", and "a Wednesday in" for "one of the Wednesdays of"."""
    low = text.lower()
    if not any(map(low.__contains__, _clues())):
        return text, _Moves()
    parts, new, old, starts, at, length = [], [], [], [], 0, 0
    for match in _pattern().finditer(text):
        put = _put(match, issued)
        if put is None:
            continue
        parts += [text[at : match.start()], put]
        begins = length + match.start() - at
        length = begins + len(put)
        at = match.end()
        new.append(length)
        old.append(at)
        starts.append((begins, length, match.start()))
    return "".join([*parts, text[at:]]), _Moves(tuple(new), tuple(old), tuple(starts))


def _put(match: re.Match[str], issued: Sequence[str]) -> str | None:
    if match["weekday"]:
        return f"a {match['weekday']} in "
    if match["phase"]:
        return match["phase"] + " "
    if not issued or not is_edtf(issued[0]):
        return None
    if match["nth"]:
        return _latest(int(match["nth"]), issued[0])
    day = _which(match["which"] or match["which_of"] or "", issued)
    if match["unit"]:
        return _unit(match["unit"].lower(), day)
    way = "after" if match["link"].lower() in load("anchors")["after"] else "before"
    return f"{way} {describe(day)}"


def _unit(unit: str, day: str) -> str:
    """Say "the month of the report" as that month; the week or day of a mere month is the month too."""
    if unit == "week" and precision(day) == "day":
        return f"the week of {describe(day)}"
    return describe(day[:4] if unit == "year" else day[:7] if unit == "month" else day)


def _latest(number: int, issued: str) -> str | None:
    """Say "the 19th" as the last such day up to the report, for a report of one month a day of that month."""
    last = bounds(issued)[1]
    while last and number <= 31:
        if last.day == number:
            return describe(last.isoformat())
        last -= _DAY
    return None


def _which(said: str, issued: Sequence[str]) -> str:
    words, known = load("anchors"), set(said.lower().split())
    ordered = sorted(issued)
    named = [day for day in ordered if describe(day[:7]).split()[0].lower() in known]
    if named:
        return named[0]  # "the June report"
    if known & set(words["second"]):
        return ordered[-1]
    return ordered[0] if known & set(words["first"]) else issued[0]


@cache
def _pattern() -> re.Pattern[str]:
    words = load("anchors")

    def listed(*names: str) -> str:
        every = sorted((w for name in names for w in words[name]), key=len, reverse=True)
        return "|".join(r"\s+".join(map(re.escape, each.split())) for each in every)

    report = rf"(?:(?:the|this|that|its)\s+(?P<which>(?:(?:{listed('which')}|{_months()}|[A-Z]{{2,4}})\s+)*))"
    report += (
        rf"(?:{listed('reports')})(?!\w|-|\s+of\s+(?:\d+\s+)?\w+\s+\d|'s)(?:\s+(?:{listed('issued')})\b)?"
    )
    report = rf"(?:{listed('issues')}|{report})\b"
    weekday = rf"\b(?:(?:{listed('one_of')})\s+(?:\w+\s+)?|(?:{listed('some')})\s+(?:\w+\s+)?)"
    weekday += rf"(?P<weekday>{listed('weekdays')})s?\s+(?:of|in|during)\s+(?=\w+\s+\d)"
    unit = rf"(?:the\s+)?\b(?P<unit>{listed('units')})\s+(?:of|that|in which|on which|when)?\s*"
    again = report.replace("?P<which>", "?P<which_of>")
    nth = r"\b(?<=the )(?P<nth>\d{1,2})(?:st|nd|rd|th)\b(?!\s+(?:of|[A-Z]|century|time|day|anniversary))"
    return re.compile(
        rf"\b(?P<link>{listed('before', 'after')})\s+{report}|{unit}{again}|{weekday}|{nth}"
        r"|\b(?P<phase>early|mid|late)-(?=[A-Z12])",
        re.IGNORECASE,
    )


@cache
def _clues() -> tuple[str, ...]:
    """What a text must have a piece of for words to be put in the place of others."""
    words = load("anchors")
    phrases = (phrase.lower() for name in ("reports", "issues", "weekdays") for phrase in words[name])
    needed = dict.fromkeys(max(phrase.split(), key=len) for phrase in phrases)
    return (*needed, *(f"the {digit}" for digit in range(10)), "early-", "mid-", "late-")


def _months() -> str:
    return "|".join(month_name[1:])


def _shifted(each: DateMention, moved: _Moves, text: str) -> DateMention:
    start, end = moved.back(each.start), moved.back(each.end)
    return replace(each, start=start, end=end, surface=text[start:end])


def _joined(mentions: list[DateMention], text: str) -> list[DateMention]:
    """Join two dates with "or" into one of both, then "the Monday" and "of that week" into a day."""
    return _pairwise(_pairwise(mentions, text, _either), text, _weekday_in)


def _pairwise(mentions: list[DateMention], text: str, join: Callable) -> list[DateMention]:
    found: list[DateMention] = []
    for each in mentions:
        merged = join(found[-1], each, text) if found else None
        found = [*found[:-1], merged] if merged else [*found, each]
    return found


def _either(one: DateMention, other: DateMention, text: str) -> DateMention | None:
    gap = text[one.end : other.start]
    if not re.fullmatch(
        r",?\s+or(?: (?:in|on|at|towards|early in|late in|else in))?\s+(?:the\s+)?", gap, re.IGNORECASE
    ):
        return None
    if not (is_edtf(one.edtf) and is_edtf(other.edtf)) or set("/[{") & set(one.edtf + other.edtf):
        return None
    edtf = f"[{one.edtf},{other.edtf}]"
    return _mention(edtf, "set", text, one.start, other.end) if is_edtf(edtf) else None


def _weekday_in(one: DateMention, other: DateMention, text: str) -> DateMention | None:
    """Return the days of a weekday inside a span: "the Monday of the week of the report"."""
    number = weekday_of(one.surface)
    if number is None or one.surface.split()[-1].lower() != _name(number) or not is_edtf(other.edtf):
        return None
    between = text[one.end : other.start] + other.surface.split(" ")[0]
    if (
        not re.match(r",?\s+(?:(?:of|in|during)\b|[Tt]he\b)?[^.;!?]{0,4}", between)
        or other.start - one.end > 14
    ):
        return None
    first, last = bounds(other.edtf)
    if first is None or last is None or first == last:
        return None
    days = [first + _DAY * n for n in range((last - first).days + 1)]
    fitting = [day.isoformat() for day in days if day.weekday() == number]
    if not fitting or len(days) > _LONGEST:
        return replace(other, start=one.start, surface=text[one.start : other.end])
    edtf = fitting[0] if len(fitting) == 1 else f"[{','.join(fitting)}]"
    return _mention(edtf, "day" if len(fitting) == 1 else "set", text, one.start, other.end)


def _mention(edtf: str, kind: str, text: str, start: int, end: int) -> DateMention:
    return DateMention(edtf, *bounds(edtf), kind, text[start:end], start, end)


def _name(number: int) -> str:
    return load("anchors")["weekdays"][number].lower()


def weekday_of(surface: str) -> int | None:
    """Return the number of the weekday that some words name (0 Monday), None when they name none.

    >>> weekday_of("Friday, 18 October 2019"), weekday_of("18 October")
    (4, None)
    """
    low = surface.lower()
    return next((n for n, name in enumerate(load("anchors")["weekdays"]) if name.lower() in low), None)


def _narrowed(mention: DateMention) -> DateMention:
    """Read "early December 2018" as its first half, more or less; the bounds are generous."""
    if not is_edtf(mention.edtf) or precision(mention.edtf) not in ("month", "year"):
        return mention
    low = " ".join(mention.surface.lower().replace("-", " ").split())
    low = low.removeprefix("the ")
    if low.startswith(("last day of ", "final day of ")):
        last = bounds(mention.edtf)[1]
        return replace(mention, edtf=last.isoformat(), kind="day", earliest=last, latest=last)
    phases = load("anchors")["phases"]
    phase = max((name for name in phases if low.startswith(name + " ")), key=len, default="")
    if not phase:
        return mention
    first, last = _part(*bounds(mention.edtf), *phases[phase])
    return replace(mention, edtf=f"{first}/{last}", earliest=first, latest=last)


def _opened(mention: DateMention, text: str) -> DateMention:
    """Read "on or before 9 September" as a stretch that ends with it, "not before" as one that begins."""
    if mention.edtf.startswith("../") and _is_denied(mention, text):
        begins = mention.edtf.removeprefix("../")
        return replace(mention, edtf=f"{begins}/..", earliest=bounds(begins)[0], latest=None)
    if mention.edtf.startswith("../") and (over := _IS_OVER.match(text, mention.end)):
        return replace(mention, end=over.end(), surface=text[mention.start : over.end()])
    if not is_edtf(mention.edtf) or set("/[{") & set(mention.edtf):
        return mention
    words = load("anchors")
    ahead = " ".join(text[max(0, mention.start - 24) : mention.start].lower().split())
    behind = " ".join(text[mention.end : mention.end + 20].lower().split())
    if ahead.endswith(tuple(words["at_latest"])) or behind.startswith(tuple(words["behind_latest"])):
        return replace(mention, edtf=f"../{mention.edtf}", earliest=None)
    if ahead.endswith(tuple(words["at_earliest"])) or behind.startswith(tuple(words["behind_earliest"])):
        return replace(mention, edtf=f"{mention.edtf}/..", latest=None)
    return mention


def _parted(mention: DateMention, text: str) -> list[DateMention]:
    """Read "was moved from 31 August to 30 November" as two days, and as no stretch."""
    to = _FROM_TO.fullmatch(mention.surface)
    first, _, last = mention.edtf.partition("/")
    ahead = _SENTENCE.split(text[max(0, mention.start - _MOVED) : mention.start])[-1]
    if not (to and is_edtf(first) and is_edtf(last) and has_phrase(ahead, load("anchors")["rescheduled"])):
        return [mention]
    kinds = ("day" if precision(each) == "day" else "span" for each in (first, last))
    places = [(mention.start + a, mention.start + b) for a, b in (to.span("first"), to.span("last"))]
    return [_mention(e, kind, text, *at) for e, kind, at in zip((first, last), kinds, places, strict=True)]


def _is_denied(mention: DateMention, text: str) -> bool:
    """ "Will not open before April": it opens in April at the earliest."""
    before = mention.surface.lower().startswith(("before ", "until ", "till "))
    opens = _OPENS.search(text[: mention.start])  # "Before April no dismissals are planned"
    denied = _NOT_BEHIND.match(text, mention.end) if opens else _NOT_BEFORE.search(text[: mention.start])
    return before and bool(denied)


def _part(first: date, last: date, start: float, end: float) -> tuple[date, date]:
    length = (last - first).days + 1
    if length > 40:  # of a year whole months are meant
        near, far = 1 + int(12 * start), max(1, round(12 * end))
        return date(first.year, near, 1), date(first.year, far, monthrange(first.year, far)[1])
    return first + _DAY * int(length * start), first + _DAY * (max(round(length * end), 1) - 1)
