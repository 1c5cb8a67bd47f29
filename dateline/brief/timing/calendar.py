"""What the calendar shows by itself: on which weekday a day of outside knowledge falls."""

from __future__ import annotations

import re
from functools import cache

from dateline.brief.language.wording import has_phrase, pattern_of
from dateline.brief.timing.dating import finding_of
from dateline.dates import DateMention, days, is_edtf, read_dates
from dateline.findings import Finding
from dateline.lexicon import load
from dateline.marks import fold

_REST = r"[\s,;:()–—-]*"


def judge(text: str) -> Finding | None:
    """Judge a sentence that says, as outside knowledge, what weekday a day was; None for any other.

    Returns a note where the calendar bears it out, a finding "other-weekday" where it does not.
    """
    known = day_of(text)
    if known is None:
        return None
    day, holds = known
    return (
        finding_of("outside-knowledge-labelled", day, verdict="note")
        if holds
        else finding_of("other-weekday", day)
    )


def day_of(text: str) -> tuple[DateMention, bool] | None:
    """Return the day of which a sentence says, as outside knowledge, what weekday it was, and whether it was.

    None where the sentence says anything else, or is not called outside knowledge.

    >>> day_of("Outside knowledge, not in the report: 6 May 2024 was a Monday.")[1]
    True
    >>> day_of("6 May 2024 was a Friday (outside knowledge)")[1], day_of("6 May 2024 was a Monday.")
    (False, None)
    """
    labels = load("absence")["labels_outside"]
    if not has_phrase(text, labels):
        return None
    plain = pattern_of(labels).sub(lambda label: " " * len(label[0]), fold(text))
    match = _stated().fullmatch(plain)
    found = read_dates(match["day"]) if match else []
    if len(found) != 1 or not is_edtf(found[0].edtf) or found[0].surface != match["day"].strip():
        return None
    on = days(found[0].edtf) or ()
    number = [name.lower() for name in load("anchors")["weekdays"]].index(match["weekday"].lower())
    return (found[0], next(iter(on)).weekday() == number) if len(on) == 1 else None


@cache
def _stated() -> re.Pattern[str]:
    weekdays = "|".join(load("anchors")["weekdays"])
    return re.compile(
        rf"{_REST}(?P<day>\w[\w., ]*?),? (?:was|is|fell|falls)(?: on)? (?:an? )?"
        rf"(?P<weekday>{weekdays})\.?{_REST}\.?\s*",
        re.IGNORECASE,
    )
