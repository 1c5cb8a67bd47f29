"""What a wrong date shows: rules that name the slip from the date given and the row of the key."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dateline.cases import Case, DateRow
from dateline.dates import bounds, days, finer, is_edtf, read_dates, same, spans, within
from dateline.kinds._dating import Told
from dateline.kinds._near_dates import as_good

LONG_AFTER = timedelta(days=183)  # nobody dates an event so long after the last report by a slip of a week
SLIP_OF_WEEKS = timedelta(days=62)  # further off, another month or year was meant
HALF = 0.5


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict on one date: the message key ("" when it is right) and the share of the points it earns."""

    key: str
    share: float = 0.0


RIGHT = Judged("", 1.0)


@dataclass(frozen=True, slots=True)
class Reference:
    """What a date is compared with: accepted forms, those from outside, and when the report was issued."""

    accepted: tuple[str, ...]
    outside: tuple[str, ...]
    wrong: tuple[tuple[str, str], ...]
    issued: tuple[str, ...]
    cut_off: str
    kind: str = ""
    has_date: bool = True


def reference(row: DateRow, case: Case, also: tuple[str, ...] = ()) -> Reference:
    """Return what the key accepts for a row; `also` are further accepted forms."""
    return Reference(
        accepted=tuple(form for form in (row.edtf, *row.accepted, *also) if form),
        outside=tuple(row.outside),
        wrong=tuple((form, key) for form, key in row.wrong.items() if is_edtf(form)),
        issued=issued(row.source, case),
        cut_off=case.cut_off,
        kind=row.expression_kind,
        has_date=bool(row.edtf),
    )


def issued(source: str, case: Case) -> tuple[str, ...]:
    """Return when a report was issued: as it says itself, then as is known from outside."""
    known = [row for row in case.key.rows("dates") if row.source == source and row.paragraph is None]
    return (case.sources[source].date, *(form for row in known for form in row.outside))


def judge(given: Told, ref: Reference) -> Judged:
    """Judge a learner's date by meaning; a slip is named by the first rule that fits.

    The rules: an accepted form (whatever its spelling) is right; one that needs outside knowledge is right
    when labelled; then the key's own list of wrong answers; then stretches as good as an accepted one; then
    what the dates themselves show.
    """
    if given.no_date:
        return Judged("date-refused") if ref.has_date else RIGHT
    if not given.edtf:
        return Judged("not-a-date")
    edtf = _sure(given.edtf)
    if any(same(edtf, _sure(form)) for form in ref.accepted):
        return Judged("one-of-not-all", HALF) if given.every and "," in edtf else RIGHT
    if any(same(edtf, form) for form in ref.outside) and (given.labelled or not same(edtf, ref.issued[0])):
        return RIGHT if given.labelled else Judged("outside-knowledge-unlabelled", HALF)
    listed = next((key for form, key in ref.wrong if same(edtf, form)), "")
    if listed:
        return Judged(listed)
    return RIGHT if as_good(edtf, ref.accepted) else _shown(edtf, ref)


def judge_told(given: Told, ref: Reference) -> Judged:
    """Judge a date that may be written out: "16 October 2019" is right in meaning, and earns half."""
    judged = judge(given, ref)
    if judged.key != "not-a-date":
        return judged
    meant = in_words(given.text, ref.issued[0]) if _names_a_year(given.text) else ""
    if not meant:
        return judged
    judged = judge(replace(given, edtf=meant), ref)
    return judged if judged.key else Judged("date-not-edtf", HALF)


def in_words(text: str, issue: str) -> str:
    """Return the EDTF of the one date that a text writes out, or ""; a date with its year comes first."""
    mentions = [each for each in read_dates(text, issued=issue) if each.edtf]
    mentions = [each for each in mentions if _names_a_year(each.surface)] or mentions
    return mentions[0].edtf if len(mentions) == 1 else ""


def _names_a_year(text: str) -> bool:
    """Without a year, "Wednesday" would only echo the report's own words."""
    return re.search(r"(?<!\d)\d{4}(?!\d)", text) is not None


def _sure(edtf: str) -> str:
    """The date without its marks of doubt: "2018-12~" claims no more than "2018-12"."""
    return re.sub(r"[~?%]", "", edtf)


def _shown(edtf: str, ref: Reference) -> Judged:
    slip = next((key for key, holds in RULES if holds(edtf, ref)), "")
    if slip:
        return Judged(slip)
    if ref.accepted and any(within(form, edtf) for form in ref.accepted):
        return Judged("date-wider", HALF) if _little_wider(edtf, ref.accepted[0]) else Judged("date-too-wide")
    return Judged("date-elsewhere")


def _long_after(edtf: str, ref: Reference) -> bool:
    first, end = bounds(edtf)[0], bounds(ref.cut_off)[1]
    return bool(first and end) and first > end + LONG_AFTER and not _same_day_of_year(first, ref)


def _same_day_of_year(day: date, ref: Reference) -> bool:
    wanted = {(d.month, d.day) for form in ref.accepted for d in days(form) or ()}
    return (day.month, day.day) in wanted


def _is_issue_date(edtf: str, ref: Reference) -> bool:
    return any(same(edtf, form) for form in ref.issued)


def _miscounted(edtf: str, ref: Reference) -> bool:
    """One end of a counted time is a single day off."""
    if ref.kind not in ("deadline", "duration"):
        return False
    return any(_a_day_off(bounds(edtf), bounds(form)) for form in ref.accepted)


def _a_day_off(one: tuple, other: tuple) -> bool:
    if None in one or None in other:
        return False
    off = sorted(abs((a - b).days) for a, b in zip(one, other, strict=True))
    return off == [0, 1] or (one[0] == one[1] and off == [1, 1])


def _narrower(edtf: str, ref: Reference) -> bool:
    """The date picks a part of what the text allows; of open forms only the key's first shows that."""
    told = [form for form in ref.accepted if form == ref.accepted[0] or None not in bounds(form)]
    if not told or within(told[0], edtf) or not _meets(edtf, told[0]):
        return False
    earlier = bounds(edtf)[0] is None and within(edtf, told[0])
    return earlier or any(within(edtf, form) and finer(edtf, form) for form in told)


def _meets(edtf: str, form: str) -> bool:
    (first, last), (start, end) = bounds(edtf), bounds(form)
    return not ((first and end and first > end) or (last and start and last < start))


def _other_side(edtf: str, ref: Reference) -> bool:
    """The date lies after the report where the text looks back, or before it where the text looks ahead."""
    (first, last), (start, end) = bounds(edtf), bounds(ref.issued[0])
    right_first, right_last = bounds(ref.accepted[0]) if ref.accepted else (None, None)
    looks_back = right_last is not None and right_last <= end
    looks_ahead = not looks_back and right_first is not None and right_first >= start
    return (looks_back and first is not None and first > end) or (
        looks_ahead and last is not None and last < start
    )


def _weekday(edtf: str) -> int | None:
    told = {day.weekday() for day in days(edtf) or ()}
    return told.pop() if len(told) == 1 else None


def _other_week(edtf: str, ref: Reference) -> bool:
    sets = [form for form in ref.accepted if days(form)]
    return not any(within(edtf, form) for form in sets) and any(_weeks_off(edtf, f) for f in ref.accepted[:1])


def _weeks_off(edtf: str, form: str) -> bool:
    """The same weekday of another week, or a whole week beside the weeks that the text allows."""
    if not _near(edtf, form):
        return False
    if _weekday(form) is not None:
        return _weekday(edtf) == _weekday(form)
    runs, right = spans(edtf), spans(form)
    if len(runs) != 1 or len(right) != 1 or None in runs[0] + right[0]:
        return False
    (first, last), (start, end) = runs[0], right[0]
    whole_weeks = (end - start).days % 7 == 6 and (last - first).days == 6
    return whole_weeks and (first - start).days % 7 == 0 and (last < start or first > end)


def _near(edtf: str, form: str) -> bool:
    """Whether two dates lie so close together that a slip of some weeks can part them."""
    (first, last), (start, end) = bounds(edtf), bounds(form)
    known = None not in (first, last, start, end)
    return known and start - SLIP_OF_WEEKS <= last and first <= end + SLIP_OF_WEEKS


def _other_weekday(edtf: str, ref: Reference) -> bool:
    wanted = _weekday(ref.accepted[0]) if ref.accepted else None
    told = days(edtf)
    return wanted is not None and bool(told) and all(day.weekday() != wanted for day in told)


def _little_wider(edtf: str, form: str) -> bool:
    """A month for a day in it, a year for a season in it: wider than the text, but not wrong."""
    given, right = _length(edtf), _length(form)
    if given is None or right is None:
        return False
    return given <= 2 * right or given <= (31 if right <= 28 else 366 if right <= 92 else 3653)


def _length(edtf: str) -> int | None:
    runs = spans(edtf)
    return None if any(None in run for run in runs) else sum((b - a).days + 1 for a, b in runs)


# The first that holds names the slip, so the surest come first.
RULES: tuple[tuple[str, Callable[[str, Reference], bool]], ...] = (
    ("anchored-to-today", _long_after),
    ("publication-for-event", _is_issue_date),
    ("fence-post", _miscounted),
    ("wrong-direction", _other_side),
    ("wrong-week", _other_week),
    ("other-weekday", _other_weekday),
    ("too-precise", _narrower),
)
