"""Read dates in English news prose, each with the precision that the text supports, and compare them."""

from dateline.dates.mention import DateMention
from dateline.dates.precision import (
    bounds,
    days,
    elapsed,
    finer,
    is_edtf,
    precision,
    same,
    spans,
    within,
)
from dateline.dates.reader import read_dates
from dateline.dates.wording import describe

__all__ = [
    "DateMention",
    "bounds",
    "days",
    "describe",
    "elapsed",
    "finer",
    "is_edtf",
    "precision",
    "read_dates",
    "same",
    "spans",
    "within",
]
