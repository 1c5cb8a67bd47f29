"""What an expression is resolved against: the issue date, the tense, the date named before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from dateline.dates.notation import Part
from dateline.dates.precision import bounds, days

_DAY = timedelta(days=1)
WIDEST = 400  # a wider window is resolved at its two ends only


class NeedsAnchorError(Exception):
    """The text names no date from which the expression could be counted."""


@dataclass(frozen=True, slots=True)
class Issue:
    """The issue date: its EDTF, its first and last day, and each day that it may be."""

    edtf: str
    first: date
    last: date
    days: tuple[date, ...]

    @property
    def length(self) -> int:
        return (self.last - self.first).days + 1


class Setting(NamedTuple):
    """What an expression is resolved against: the issue date, the tense, the date named before."""

    issue: Issue | None
    tense: str | None = None
    previous: Part | None = None


def issue_of(issued: str | date | None) -> Issue | None:
    """Read an issue date; raise ValueError, naming it, when it is no date with both ends.

    >>> issue_of("2018-12").length
    31
    """
    if issued is None:
        return None
    return _issue(issued.isoformat()[:10] if isinstance(issued, date) else issued)


@lru_cache(maxsize=256)
def _issue(edtf: str) -> Issue:
    first, last = bounds(edtf)
    if first is None or last is None:
        raise ValueError(f"an issue date needs a first and a last day: {edtf!r}")
    if (last - first).days < WIDEST:
        candidates = days(edtf) or {first + i * _DAY for i in range((last - first).days + 1)}
    else:
        candidates = {first, last}
    edtf = first.isoformat() if "T" in edtf else edtf  # a time of day adds nothing
    return Issue(edtf, first, last, tuple(sorted(candidates)))


def needed_issue(setting: Setting) -> Issue:
    """Return the issue date; raise NeedsAnchorError when there is none."""
    if setting.issue is None:
        raise NeedsAnchorError
    return setting.issue


def needed_anchor(setting: Setting) -> Part:
    """Return the date named before; raise NeedsAnchorError when there is none with both ends."""
    before = setting.previous
    if before is None or before.first is None or before.last is None:
        raise NeedsAnchorError
    return before
