"""Lengths of time that a brief reckons with: between two dates, between two reports, and when a span ends."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from dateline.brief.ground.facts import Facts
from dateline.brief.ground.passages import Ground, Passage
from dateline.brief.language.wording import has_phrase
from dateline.dates import DateMention, bounds, elapsed, is_edtf
from dateline.lexicon import load
from dateline.quantities import Quantity

_DAYS = {"day": 1.0, "week": 7.0, "fortnight": 14.0, "month": 30.44, "year": 365.25}
_AGE = re.compile(r"\byears?[\s-](?:old|ago|earlier|before)\b", re.IGNORECASE)
_BEHIND = 8  # letters behind a figure in which "old" or "ago" stands
_ABOUT = 0.9  # "almost 30" is no less than 27
_TAKES = re.compile(r"\b(?:tak(?:es?|en|ing)|took|last(?:s|ed|ing)?|need(?:s|ed)?)\s+(?:(?:it|them)\s+)?$")
_WEAK = 2  # "at least six weeks" is no way to tell of seven months


def is_time_between(figure: Quantity, ground: Ground) -> bool:
    """Tell whether a length of time is that between two of the case's reports, as far as their dates tell.

    >>> from dateline import open_case, read_quantities
    >>> from dateline.brief.ground.passages import ground_of
    >>> is_time_between(read_quantities("ten months")[0], ground_of(open_case("syria-withdrawal")))
    True
    """
    return spans(figure, (source.date for source in ground.case.sources.values() if source.date))


def is_needed(figure: Quantity, text: str) -> bool:
    """Tell "would take 18 months", "lasts two years" from a time between the reports.

    >>> from dateline import read_quantities
    >>> texts = "It will take 18 months.", "It opened 18 months later."
    >>> [is_needed(read_quantities(text)[0], text) for text in texts]
    [True, False]
    """
    return bool(_TAKES.search(text, 0, figure.start))


def spans(figure: Quantity, dates: Iterable[str]) -> bool:
    """Tell whether a length of time lies between two of some dates (EDTF), as far as they tell.

    >>> from dateline import read_quantities
    >>> [spans(read_quantities(text)[0], ["1988", "2011"]) for text in ("some 23 years", "30 years")]
    [True, False]
    """
    if figure.unit not in _DAYS or (figure.lower is None and figure.upper is None):
        return False
    for one, other in itertools.combinations(dates, 2):
        try:
            least, most = sorted(abs(days) for days in elapsed(one, other) if days is not None)
        except ValueError:
            continue
        if _fits(figure, least, most):
            return True
    return False


def is_age(figure: Quantity, facts: Facts, cited: Sequence[Passage]) -> bool:
    """ "Is almost 30 years old", "some 30 years ago" for "was finished in 1988": years up to the report."""
    if figure.unit != "year" or not _AGE.search(facts.text[figure.start : figure.end + _BEHIND]):
        return False
    near = replace(
        figure,
        lower=figure.lower or (figure.upper or 0) * _ABOUT,
        upper=figure.upper or (figure.lower or 0) / _ABOUT,
    )
    years = {passage.issued: _years(passage.facts) for passage in cited}
    return any(spans(near, (year, issued)) for issued, found in years.items() for year in found)


def _years(facts: Facts) -> list[str]:
    return [mention.edtf for mention in facts.dates if mention.edtf.isdigit()]


def set_off(facts: Facts) -> list[tuple[DateMention, DateMention]]:
    """Return the pairs of dates of which one is taken from the other: "2014 less 2011"."""
    signs = load("reckoning")["signs"]["-"]
    pairs = itertools.pairwise(facts.dates)
    return [(one, other) for one, other in pairs if facts.text[one.end : other.start].strip() in signs]


def is_between_years(figure: Quantity, facts: Facts) -> bool | None:
    """Tell whether a number of years is that between two years set off; None where there are none."""
    years = [(one.edtf, other.edtf) for one, other in set_off(facts)]
    apart = {abs(int(one) - int(other)) for one, other in years if (one + other).isdigit()}
    if figure.unit != "year" or not apart:
        return None
    return any((figure.lower or 0) <= number <= (figure.upper or number) for number in apart)


def _fits(figure: Quantity, least: int, most: int) -> bool:
    """Whether a figure allows some length from least to most days, both ways of counting included."""
    unit = _DAYS[figure.unit]
    slack = unit * 0.75 if figure.unit != "day" else 1
    low = (figure.lower if figure.lower is not None else figure.upper / _WEAK) * unit
    high = (figure.upper if figure.upper is not None else figure.lower * _WEAK) * unit
    return low - slack <= most and high + slack >= least


def ends(facts: Facts) -> dict[int, str]:
    """Say of each later date of a sentence how it stands to a first date and a number of days: "fine",
    "fence-post" when it is one day off, else "wrong". Dates that are no end of such a span are left out.

    >>> from dateline import open_case
    >>> from dateline.brief.ground.facts import facts_of
    >>> from dateline.brief.ground.names import Names
    >>> names = Names(open_case("tolvane-dam"))
    >>> facts = facts_of("Ten days from 10 September 2017 run to 19 or 20 September 2017.", names, "2017")
    >>> list(ends(facts).values())
    ['fine']
    """
    lengths = [c.figure for c in facts.figures if c.figure.unit in _DAYS and c.figure.lower == c.figure.upper]
    days = [mention for mention in facts.dates if mention.kind != "duration" and _is_bounded(mention)]
    if not lengths or len(days) < 2:
        return {}
    first, *later = sorted(days, key=lambda mention: bounds(mention.edtf)[0])
    start = _single(first)
    if start is None:
        return {}
    length = round(lengths[0].lower * _DAYS[lengths[0].unit])
    if has_phrase(facts.text, load("reckoning")["inside"]):
        last = start + timedelta(days=length)
        return {m.start: "fine" if bounds(m.edtf)[1] <= last else "wrong" for m in later}
    return {mention.start: _end(mention, start, length) for mention in later}


def lengths(facts: Facts) -> set[int]:
    """Return where a sentence says for how long it multiplies a rate: "would leak in a week", "in 30 days".

    >>> from dateline import open_case
    >>> from dateline.brief.ground.facts import facts_of
    >>> from dateline.brief.ground.names import Names
    >>> lengths(facts_of("9 a day is 63 in a week.", Names(open_case("tolvane-dam")), "2017"))
    {14}
    """
    return {mention.start for mention in facts.dates if _LENGTH.fullmatch(mention.surface)}


_LENGTH = re.compile(
    rf"(?:in|within|over|for) (?:the whole of )?(?:an?|one|\d+|\w+) (?:{'|'.join(_DAYS)})s?", re.IGNORECASE
)


def _is_bounded(mention: DateMention) -> bool:
    return is_edtf(mention.edtf) and None not in bounds(mention.edtf)


def _single(mention: DateMention) -> date | None:
    earliest, latest = bounds(mention.edtf)
    return earliest if earliest == latest else None


def _end(mention: DateMention, start: date, length: int) -> str:
    """The last day, counted with the first day or without it; a date that allows neither is wrong."""
    fair = {start + timedelta(days=length - 1), start + timedelta(days=length)}
    earliest, latest = bounds(mention.edtf)
    if any(earliest <= day <= latest for day in fair) and (latest - earliest).days <= 31:
        return "fine"
    off = min(abs((day - end).days) for day in fair for end in (earliest, latest))
    return "fence-post" if off == 1 else "wrong"
