"""The dates of a practice key: each time expression with what the text supports, and the known slips."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from dateline.cases import DateRow, Row
from dateline.practice.calendar import WEEKDAYS
from dateline.practice.story import Story


def date_rows(story: Story) -> Iterable[tuple[str, dict[str, Any]]]:
    """The time expressions, each with the date that the text supports."""
    when, said = story.calendar, story.slots()
    yield "T02", _one_of_month(when.in_month(when.told_on), when.month_edtf, "officials tell of the plan")
    yield (
        "T03",
        {
            "expression_kind": "happened",
            "event": "the promise is made",
            "edtf": f"{when.vowed_in:%Y-%m}",
            "accepted": [f"{when.vowed_in:%Y-%m}-XX"],
            "wrong": {when.month_edtf: "publication-for-event", _years_on(when.vowed_in): "wrong-direction"},
            "reason": f"The last {said['vowed_in']} before the report. The text gives no day.",
        },
    )
    yield "T04", _last_weekday(story)
    yield (
        "T05",
        {
            "expression_kind": "happened",
            "event": f"the {said['org']} {said['sent']}",
            "edtf": when.month_edtf,
            "accepted": [f"{when.month_edtf}-XX", f"{when.month}/{when.month_end}"],
            "wrong": {str(when.month): "too-precise"},
            "reason": "“This month” is the month of the report. No day is given.",
        },
    )
    yield "T07", _day(when.vow_on, when.issued, f"{story.leader.last} speaks")
    yield "T08", _day(when.set_out_on, when.issued, f"{story.minister.last} sets out")
    yield "T10", _day(when.agreed_on, when.issued, "it is agreed")
    yield "T09", _before(when.set_out_on, when.issued, "this happens")
    yield "T12", _before(when.issued, when.issued, "the message from the board")
    yield "T11", _end_of_days(story)
    built = str(when.built)
    wrong = {str(when.issued): "publication-for-event", f"{built}-06": "too-precise"}
    reason = "The year is given, no month."
    yield (
        "T13",
        {
            "expression_kind": "background",
            "event": said["past"],
            "edtf": built,
            "wrong": wrong,
            "reason": reason,
        },
    )


def _years_on(day: date) -> str:
    return f"{day.year + 1}-{day.month:02}"


def _one_of_month(days: list[date], month: str, event: str) -> dict[str, Any]:
    """A weekday in a report dated by its month: every such day is possible."""
    every = f"[{','.join(map(str, days))}]"
    return {
        "expression_kind": "reported",
        "event": event,
        "edtf": every,
        "accepted": [month, f"{month}-XX", f"{days[0]}/{days[-1]}"],
        "wrong": {str(day): "too-precise" for day in days},
        "reason": f"Only the month is given. It has {len(days)} days of this name, and all are possible.",
    }


def _last_weekday(story: Story) -> dict[str, Any]:
    """ "Last Friday" in a report dated by its month: it may lie in the month before."""
    when = story.calendar
    days = when.in_month(when.met_on)
    before = days[0] - timedelta(days=7)
    row = _one_of_month(days, when.month_edtf, "the two meet")
    sets = [[before, *days], days[:-1], [before, *days[:-1]]]
    row["accepted"] += [f"[{','.join(map(str, each))}]" for each in sets] + [
        f"{before:%Y-%m}/{when.month_edtf}"
    ]
    row["wrong"] = {str(day): "too-precise" for day in [before, *days]}
    row["reason"] = f"From a month alone, each {WEEKDAYS[when.met_on]} before a day of it is possible."
    return row


def _day(day: date, issued: date, event: str) -> dict[str, Any]:
    """A weekday that looks back from a report dated to the day."""
    week = timedelta(days=7)
    wrong = {
        day + week: "wrong-direction",
        day - week: "wrong-week",
        issued: "publication-for-event",
    }
    return {
        "expression_kind": "happened",
        "event": event,
        "edtf": str(day),
        "wrong": {str(each): key for each, key in wrong.items()},
        "reason": f"The last {WEEKDAYS[day.weekday()]} before {WEEKDAYS[issued.weekday()]} {issued}.",
    }


def _before(day: date, issued: date, event: str) -> dict[str, Any]:
    """Something before a day, no one says how long before."""
    forms = [f"../{day - timedelta(days=1)}", f"../{day:%Y-%m}", f"{day:%Y-%m}", f"../{issued}"]
    wrong = {str(issued): "publication-for-event", str(day - timedelta(days=1)): "too-precise"}
    return {
        "expression_kind": "sequence",
        "event": event,
        "edtf": f"../{day}",
        "accepted": [form for form in forms if form != f"../{day}"],
        "wrong": wrong,
        "reason": "It came before. Its day is not stated.",
    }


def _end_of_days(story: Story) -> dict[str, Any]:
    """The end of a counted time: the day of the agreement counts as the first, or as none."""
    when = story.calendar
    last = when.agreed_on + timedelta(days=when.days)
    first, day = last - timedelta(days=1), timedelta(days=1)
    return {
        "expression_kind": "deadline",
        "event": f"the {story.slots()['closure']} ends",
        "edtf": f"[{first},{last}]",
        "accepted": [str(first), str(last), f"{first}/{last}"],
        "wrong": {str(first - day): "fence-post", str(last + day): "fence-post"},
        "reason": f"{when.days} days from {when.agreed_on}: {first} if that day counts, {last} if not.",
    }


def issue_dates(story: Story) -> list[Row]:
    """When the reports were issued: their stamps, which have no place among the paragraphs."""
    when = story.calendar
    ends = {str(when.month): "too-precise", str(when.month_end): "too-precise"}
    month = DateRow(
        id="T01",
        source="S1",
        expression_kind="reported",
        event="S1 is issued",
        edtf=when.month_edtf,
        accepted=[f"{when.month_edtf}-XX"],
        wrong=ends,
        reason="The stamp gives a month, no day.",
    )
    day = DateRow(
        id="T06",
        source="S2",
        expression_kind="reported",
        event="S2 is issued",
        edtf=str(when.issued),
        reason="The stamp gives the day.",
    )
    return [month, day]
