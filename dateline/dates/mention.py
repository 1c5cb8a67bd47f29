"""A date as a text mentions it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class DateMention:
    """One date expression: what it means in EDTF, and where it stands.

    `earliest` and `latest` are the first and last possible day, None when open or unknown. `kind` is
    "day", "set" (one of several days), "span" (a month, a year, from … to), "duration" (a vague stretch
    before or after the issue date), "now", or "needs anchor" when the text alone does not say which day;
    then `edtf` is "". `start` and `end` count code points: `text[start:end] == surface`.

    >>> DateMention("2011", date(2011, 1, 1), date(2011, 12, 31), "span", "2011", 3, 7).surface
    '2011'
    """

    edtf: str
    earliest: date | None
    latest: date | None
    kind: str
    surface: str
    start: int
    end: int
