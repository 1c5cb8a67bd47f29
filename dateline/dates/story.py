"""Keep to the year of a story: "In May 2018, they met; in July they parted" is July 2018."""

from __future__ import annotations

import re
from dataclasses import replace

from dateline.dates.expressions import Exact, Found, Shift, Unit, Weekday, Yearless
from dateline.dates.precision import bounds
from dateline.dates.setting import Issue
from dateline.dates.tense import direction
from dateline.dates.tokens import Tokens

_REACH = 300  # code points from the date that sets the scene
_BEHIND = re.compile(r"(?:,|:| [-–—]| \() ?(?:(?:first|once|both) )?(?:in|on) ", re.IGNORECASE)
_JOINED = re.compile(r",? and (?:(?:then|again|later|once) )*(?:in|on) ", re.IGNORECASE)


class Story:
    """The last month or day to open a sentence with its year; later dates without one may follow it."""

    def __init__(self, tokens: Tokens, issue: Issue | None) -> None:
        self._tokens, self._issue = tokens, issue
        self._scene: Found | None = None
        self._year: Found | None = None  # "last year", or the month of it that was told last

    def follow(self, found: Found) -> Found:
        """Return the expression with the year of the story where it belongs to one, else as it is."""
        expression = found.expression
        if isinstance(expression, Yearless):
            told = self._within(found, expression) or self._told(found, expression)
            return replace(found, expression=told) if told else found
        is_year = isinstance(expression, Unit) and expression.unit == "year"
        self._year = found if is_year else None
        if isinstance(expression, (Weekday, Unit, Shift)):
            self._scene = None  # back to the time of the report
        elif isinstance(expression, Exact) and self._heads(found, expression):
            self._scene = found
        return found

    def _within(self, found: Found, expression: Yearless) -> Yearless | None:
        """Return a month or day right behind its year: "twice last year, in May and in October"."""
        year = self._year
        if year is None or not (_is_bare(expression) and expression.month):
            return None
        first = isinstance(year.expression, Unit)
        if not (_BEHIND if first else _JOINED).fullmatch(self._tokens.text, year.end, found.start):
            return None
        offset = year.expression.offset if first else year.expression.year_offset
        told = replace(expression, year_offset=offset)
        self._year = replace(found, expression=told)
        return told

    def _heads(self, found: Found, expression: Exact) -> bool:
        """Tell whether a month or a day with its year opens a sentence, after "in", "on" or "by"."""
        tokens, number = self._tokens, self._tokens.at(found.start)
        opens = number == 1 or (number > 1 and tokens.breaks(number - 2))
        plain = len(expression.edtf) in (7, 10) and expression.edtf.replace("-", "").isdecimal()
        return plain and opens and tokens.words[number - 1] in ("in", "on", "by")

    def _told(self, found: Found, expression: Yearless) -> Exact | None:
        """Return the first such month or day after the scene, where it is told in the past and is past."""
        bare = _is_bare(expression)
        if not (bare and expression.month and self._scene) or found.start - self._scene.end > _REACH:
            return None
        scene = bounds(self._scene.expression.edtf)[0]
        before = (expression.month, expression.day or 31) < (scene.month, scene.day)
        year = scene.year + before
        if self._issue is None or year >= self._issue.first.year:
            return None
        if direction(self._tokens, found.start, found.end) == "future":
            return None
        return Exact(f"{year:04}-{expression.month:02}" + (f"-{expression.day:02}" if expression.day else ""))


def _is_bare(expression: Yearless) -> bool:
    """Tell whether nothing in a date's own words says of which year it is."""
    return (expression.which, expression.year_offset, expression.anchored_year) == (None, None, None)
