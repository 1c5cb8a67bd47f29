"""What a date expression says, before it is set against the issue date."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Exact:
    """A date complete in itself, as EDTF: "19 December 2018", "the 1990s"."""

    edtf: str


@dataclass(frozen=True, slots=True)
class Yearless:
    """A day, month, season, holiday or part of a year that leaves its year to the reader.

    `which` is -1 for "last", 0 for "this", 1 for "next", None without such a word. `year_offset` is set
    by "of last year" and the like; `weekday` (0 Monday), where the text gives it, helps to find the year.
    `anchored_year` counts years from the date that the text named last ("March of that year" is 0). With
    `nth` the day is that `weekday` of the month, -1 the last and 0 any of them.
    """

    month: int | None = None
    day: int | None = None
    season: int | None = None
    holiday: int | None = None
    weekday: int | None = None
    nth: int | None = None
    which: int | None = None
    year_offset: int | None = None
    anchored_year: int | None = None


@dataclass(frozen=True, slots=True)
class Days:
    """Some days of one month, as "5, 12 and 19 December": all of them, one of them, or the run between."""

    month: int
    days: tuple[int, ...]
    shape: str
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week (0 Monday), with "last", "this" or "next", or placed in a week by `week_offset`.

    `which` as in Yearless; besides, 2 is "coming" and -2 "a week ago Friday".
    """

    number: int
    which: int | None = None
    week_offset: int | None = None


@dataclass(frozen=True, slots=True)
class Weekend:
    """A Saturday and Sunday; `which` as in Yearless, None for "the weekend"."""

    which: int | None = None


@dataclass(frozen=True, slots=True)
class Unit:
    """The calendar unit that lies `offset` units from the issue date: "last week" is ("week", -1)."""

    unit: str
    offset: int


@dataclass(frozen=True, slots=True)
class Shift:
    """The day, week, month … a counted distance from the issue date; `hedge` is "", "~", "<" or ">".

    `grain` is set where the text is more precise than the unit counted: "a year ago today".
    """

    count: int
    unit: str
    hedge: str = ""
    grain: str | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """The stretch between the issue date and a counted distance from it; `count` is below 0 for the past."""

    count: int
    unit: str
    hedge: str = ""


@dataclass(frozen=True, slots=True)
class Open:
    """A stretch without a stated length before (-1) or after (1) the issue date: "for months", "soon"."""

    direction: int


@dataclass(frozen=True, slots=True)
class Now:
    """The issue date itself."""


@dataclass(frozen=True, slots=True)
class Anchored:
    """A distance from the date that the text named last: "two days later"."""

    count: int
    unit: str


@dataclass(frozen=True, slots=True)
class AnchoredSeason:
    """The first such season behind the date that the text named last: "the following spring"."""

    season: int


@dataclass(frozen=True, slots=True)
class AnchoredOpen:
    """Some time before (-1) or after (1) the date that the text named last: "weeks later"."""

    direction: int


@dataclass(frozen=True, slots=True)
class FromEvent:
    """A distance from what the next words name: "two days after the vote", with no date of its own."""

    count: int
    unit: str


@dataclass(frozen=True, slots=True)
class Beside:
    """A distance from a date that follows: "the day after Thanksgiving", "the Wednesday before Easter".

    With `weekday` the nearest such day before (`count` -1) or after (1); else `count` units away.
    """

    count: int
    unit: str
    inner: Expression
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class UpTo:
    """A counted stretch that ends with a date: "the three months to June"; without `inner` it is no date."""

    count: int
    unit: str
    inner: Expression | None = None


@dataclass(frozen=True, slots=True)
class InMonth:
    """A day of a month that is counted from the issue date or not named: "the 25th", "the second Tuesday
    of next month".

    Either `day`, or the `nth` of a `weekday` (0 Monday); `offset` counts months, None where none is named.
    """

    offset: int | None = None
    day: int | None = None
    weekday: int | None = None
    nth: int = 0


@dataclass(frozen=True, slots=True)
class Bounded:
    """A date as a start ("since", `opens` "after") or an end ("until", "by": `opens` "before")."""

    opens: str
    inner: Expression


@dataclass(frozen=True, slots=True)
class Range:
    """From one date to another."""

    start: Expression
    end: Expression


@dataclass(frozen=True, slots=True)
class WeekOf:
    """The week, or with `weekend` the Saturday and Sunday, that a day lies in: "the week of Oct. 14".

    With `begins` the seven days from that day: "the week beginning Sunday, Oct. 13".
    """

    inner: Expression
    weekend: bool
    begins: bool = False


@dataclass(frozen=True, slots=True)
class Approximate:
    """A date with "about" or the like."""

    inner: Expression


Expression = (
    Exact | Yearless | Days | Weekday | Weekend | Unit | Shift | Stretch | Open | Now | Anchored
    | AnchoredOpen | FromEvent | Beside | UpTo | InMonth | Bounded | Range | WeekOf | Approximate
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """An expression and where it stands in the text, in code points."""

    start: int
    end: int
    expression: Expression | None
