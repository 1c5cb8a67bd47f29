"""Dates that a paragraph gives only by a distance: "on 29 August, eight days after he had asked"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from functools import lru_cache

from dateline.brief.ground.passages import Passage
from dateline.brief.language.reading import read_quantities
from dateline.dates import bounds, is_edtf

_DAYS = {"day": 1, "week": 7}
_APART = re.compile(
    r"(?P<count>(?:\d+|[a-z]+(?:-[a-z]+)?)\s+(?:day|week)s?)\s+(?:after|before|earlier|later|ago)\b",
    re.IGNORECASE,
)


def lies_at_distance(edtf: str, cited: Sequence[Passage]) -> bool:
    """Tell whether a day lies from a date of a paragraph as far as the paragraph says of some two events.

    >>> from dateline import open_case
    >>> from dateline.brief.ground.passages import ground_of
    >>> passage = ground_of(open_case("syria-withdrawal")).passages["S2", 16]
    >>> lies_at_distance("2011-01-05", [passage])
    False
    """
    first, last = bounds(edtf) if is_edtf(edtf) else (None, None)
    return first is not None and first == last and any(edtf in days_told(passage) for passage in cited)


def days_told(passage: Passage) -> frozenset[str]:
    """Return the days (EDTF) that a paragraph's lengths of days or weeks lead to from its own dates."""
    return _days_from(passage.text, (*(date.edtf for date in passage.facts.dates), passage.issued))


@lru_cache(maxsize=256)
def _days_from(text: str, starts: tuple[str, ...]) -> frozenset[str]:
    found = set()
    for days in _lengths(text):
        for start in starts:
            first, last = bounds(start) if is_edtf(start) else (None, None)
            if first is not None and first == last:
                found |= {(first + timedelta(days)).isoformat(), (first - timedelta(days)).isoformat()}
    return frozenset(found)


def _lengths(text: str) -> Iterator[int]:
    for match in _APART.finditer(text):
        unit = match["count"].lower().rstrip("s").rpartition(" ")[2]
        for quantity in read_quantities(match["count"])[:1]:
            if quantity.lower is not None and quantity.lower == quantity.upper and unit in _DAYS:
                yield int(quantity.lower * _DAYS[unit])
