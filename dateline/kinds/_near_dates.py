"""Stretches of time that are as good as an accepted one, though their ends are told a little otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dateline.dates import spans

Stretch = tuple[date | None, date | None]
LOOSE = 0.10  # each end may lie off by a tenth of the length, as "about n" may for figures


def as_good(edtf: str, accepted: Sequence[str]) -> bool:
    """Tell whether a stretch claims no more than the accepted ones do.

    Its ends lie near those of an accepted stretch; or it is an accepted stretch that ends where another
    accepted form says that it was over at the latest; or its open start ends between two accepted ones.

    >>> as_good("2018-11-28/2018-12-20", ["2018-11-26/2018-12-20"]), as_good("2018-12-20", ["2018-12-19"])
    (True, False)
    >>> as_good("2019-01-01/2019-10-19", ["2019", "../2019-10-19"])
    True
    """
    told, known = _stretch(edtf), [found for form in accepted if (found := _stretch(form))]
    if told is None or told[1] is None:
        return False
    ends = [last for first, last in known if first is None and last]
    if told[0] is None:
        return len(ends) > 1 and min(ends) <= told[1] <= max(ends)
    closed = [(first, last) for first, last in known if first and last]
    return any(_near(told, each) or _cut(told, each, ends) for each in closed)


def _stretch(edtf: str) -> Stretch | None:
    runs = spans(edtf)
    return runs[0] if len(runs) == 1 and runs[0][0] != runs[0][1] else None


def _near(told: Stretch, other: Stretch) -> bool:
    loose = int(((other[1] - other[0]).days + 1) * LOOSE)
    return all(abs((one - two).days) <= loose for one, two in zip(told, other, strict=True))


def _cut(told: Stretch, other: Stretch, ends: Sequence[date]) -> bool:
    return told[0] == other[0] and told[1] in ends and told[1] <= other[1]
