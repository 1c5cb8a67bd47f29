"""The days of a practice story: when each thing happens, and what the text lets one know of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.practice.chance import Chance

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
DAYS = {5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine", 10: "ten", 12: "twelve"}


@dataclass(frozen=True, slots=True)
class Calendar:
    """All days of a story; `month` is the month of the first report, `issued` the day of the second."""

    month: date
    issued: date
    told_on: int
    met_on: int
    vowed_in: date
    vow_on: date
    set_out_on: date
    agreed_on: date
    days: int
    built: int

    @property
    def month_edtf(self) -> str:
        """The month of the first report."""
        return f"{self.month:%Y-%m}"

    @property
    def month_end(self) -> date:
        """The last day of the first report's month."""
        return (self.month + timedelta(days=31)).replace(day=1) - timedelta(days=1)

    def in_month(self, weekday: int) -> list[date]:
        """Return every day of the first report's month that is this weekday."""
        days = [self.month + timedelta(days=n) for n in range(self.month_end.day)]
        return [day for day in days if day.weekday() == weekday]


def draw_calendar(chance: Chance, months: Sequence[int]) -> Calendar:
    """Draw the days of a story: some months lie between its reports, the first appears in one of `months`."""
    month = date(chance.between(1996, 2019), chance.pick(months), 1)
    gap = chance.between(4, 8)
    later = month.month - 1 + gap
    issued = date(month.year + later // 12, later % 12 + 1, chance.between(8, 28))
    back = chance.several([1, 2, 3, 4, 5, 6], 3)
    before = chance.between(2, 3)
    earlier = month.year * 12 + month.month - 1 - before
    told_on = chance.between(1, 4)
    return Calendar(
        month=month,
        issued=issued,
        told_on=told_on,
        met_on=chance.pick([day for day in range(5) if day != told_on]),
        vowed_in=date(earlier // 12, earlier % 12 + 1, 1),
        vow_on=issued - timedelta(days=back[0]),
        set_out_on=issued - timedelta(days=max(back[1:])),
        agreed_on=issued - timedelta(days=min(back[1:])),
        days=chance.pick(sorted(DAYS)),
        built=chance.between(1921, 1988),
    )
