"""A part of a month or a year: "in mid-January" is finer than the "in January" of a paragraph."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date

from dateline.brief.ground.facts import Facts
from dateline.brief.ground.passages import Passage
from dateline.brief.timing.dating import finding_of, text_dates
from dateline.dates import DateMention, bounds, is_edtf
from dateline.findings import Finding

_NOUN = r"(?:days|weeks?|weekend|half|third|quarter|part)"
_PART = re.compile(
    r"\b(?:(?P<how>early|mid|late)(?:\s+in)?"
    r"|(?P<bound>middle|beginning|start|opening|outset|end|close|closing)(?:\s+(?:days|weeks|part))?\s+of"
    rf"|(?P<nth>first|second|third|fourth|last|final|latter)\s+(?:few\s+|two\s+)?(?P<noun>{_NOUN})\s+(?:of|in))"
    r"[\s-]+(?:the\s+month\s+of\s+)?$",
    re.IGNORECASE,
)
_CORE = re.compile(r"\b(?:[A-Z][a-z]{2,8}\.?(?:,? \d{4})?|\d{4})$")
# Parts in twelfths of the whole, with a margin: what is "early" may be thought to go on a little longer.
_TWELFTHS = {
    **dict.fromkeys(("early", "beginning", "start", "opening", "outset"), (0, 5)),
    **dict.fromkeys(("mid", "middle"), (3, 9)),
    **dict.fromkeys(("late", "end", "close", "closing"), (7, 12)),
}
_NTH = {"first": 0, "second": 1, "third": 2, "fourth": 3}
_IN_ALL = {"half": 2, "third": 3, "quarter": 4, "week": 4, "weeks": 4}
_WINDOW = 40  # letters before a date in which the part may be named


def judge(mention: DateMention, facts: Facts, cited: Sequence[Passage]) -> list[Finding]:
    """Name a part of a month or year of which the cited paragraphs have only the whole.

    A paragraph that names the part itself, or a date within it, or a report of a day within it, bears it out.
    """
    match = _named(facts.text, mention.start, mention.end)
    found = _part(match) if match and is_edtf(mention.edtf) else None
    if found is None or any(f"{match[0].strip().lower()} the " in p.text.lower() for p in cited):
        return []  # "the first half of the year" in the paragraph
    first, last = bounds(mention.edtf)
    if first is None or last is None or first.year != last.year:
        return []
    if first.month != last.month and (first.month, last.month) != (1, 12):
        return []  # "early in 2017" is read as a part of it, and compared as such
    whole = (
        date(last.year, last.month, monthrange(last.year, last.month)[1]),
        date(first.year, first.month, 1),
    )
    begins, ends = _days(found, whole[1], whole[0])
    known = [bounds(edtf) for p in cited for edtf in (*text_dates(p), p.issued) if is_edtf(edtf)]
    if any(a and b and begins <= a and b <= ends for a, b in known):
        return []
    named = any(_names(found, each, passage) for passage in cited for each in passage.facts.dates)
    return [] if named else [finding_of("too-precise", mention, cited[0] if cited else None)]


def part_of(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return which part of a period a date names, in twelfths of it; None where it is all of it.

    >>> part_of("In mid-January", 3, 14), part_of("In January", 3, 10)
    ((3, 9), None)
    """
    match = _named(text, start, end)
    return _part(match) if match else None


def _named(text: str, start: int, end: int) -> re.Match[str] | None:
    """Where a part is named right before the month or year of a date."""
    core = _CORE.search(text, max(0, start - 1), end)
    return _PART.search(text, max(0, core.start() - _WINDOW), core.start()) if core else None


def _part(match: re.Match[str]) -> tuple[int, int] | None:
    if not match["nth"]:
        return _TWELFTHS[(match["how"] or match["bound"]).lower()]
    which, noun = match["nth"].lower(), match["noun"].lower()
    if noun not in _IN_ALL:
        return (
            _TWELFTHS["early" if which == "first" else "late"] if which not in ("second", "third") else None
        )
    size = 12 // _IN_ALL[noun]
    at = _NTH.get(which, _IN_ALL[noun] - 1)
    return max(0, at * size - 1), min(12, (at + 1) * size + 1)


def _days(part: tuple[int, int], first: date, last: date) -> tuple[date, date]:
    length = (last - first) / 12
    return first + part[0] * length, first + part[1] * length


def _names(part: tuple[int, int], theirs: DateMention, passage: Passage) -> bool:
    """Tell whether a date of a paragraph names the same part of its period, or one that lies in it."""
    told = part_of(passage.text, theirs.start, theirs.end)
    return told is not None and part[0] <= told[0] and told[1] <= part[1]
