"""The figures and dates of a text, read once: several rules ask for those of the same sentence."""

from __future__ import annotations

from functools import lru_cache

from dateline.dates import DateMention
from dateline.dates import read_dates as read_dates_of
from dateline.quantities import Quantity
from dateline.quantities import read_quantities as read


@lru_cache(maxsize=1024)
def _read(text: str) -> tuple[Quantity, ...]:
    return tuple(read(text))


@lru_cache(maxsize=1024)
def _read_dates(text: str, issued: str | None, vague: bool, told: str) -> tuple[DateMention, ...]:
    return tuple(read_dates_of(text, issued, vague=vague, told=told))


def read_quantities(text: str) -> list[Quantity]:
    """Return the figures of a text as `dateline.quantities.read_quantities` does.

    >>> [figure.surface for figure in read_quantities("More than 700 left.")]
    ['More than 700']
    """
    return list(_read(text))


def read_dates(
    text: str, issued: str | None = None, *, vague: bool = False, told: str = ""
) -> list[DateMention]:
    """Return the dates of a text as `dateline.dates.read_dates` does.

    >>> [date.edtf for date in read_dates("It closed in May.", issued="2019-06")]
    ['2019-05']
    """
    return list(_read_dates(text, issued, vague, told))
