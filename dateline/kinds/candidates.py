"""Marks a set of possible days: which ones does the text allow, and what would settle it?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from pydantic import BaseModel, ConfigDict

from dateline import lexicon
from dateline.cases import Case, DateRow
from dateline.dates import bounds, days, is_edtf, same
from dateline.findings import Finding
from dateline.kinds import _forms as forms
from dateline.kinds._dating import Told, told
from dateline.kinds._misdating import Reference, in_words, issued, judge, reference
from dateline.kinds._shared import as_mapping, clipped, is_blank, number_of
from dateline.kinds._shared import same as same_text
from dateline.marks import spans_of, words_of

PARTS = ("candidates", "outside", "settles")
DAYS, SETTLES = 3.0, 1.0  # weights: finding the days is the work; naming what would settle it is one step


OPEN = ("row",)  # arguments that give no answer away


class Arguments(BaseModel):
    """`row` of the key's dates whose set is asked for; `settles` are things named beside the common ones."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    row: str
    settles: tuple[str, ...] = ()


def form(arguments: Arguments, case: Case) -> forms.Form:
    """Return a list of days, a date known from elsewhere, and what would settle it."""
    days = forms.list_of("candidates", forms.date(""))
    return forms.parts("", [days, forms.date("outside"), forms.text("settles")])


def mark(answer: Any, case: Case, arguments: Arguments, others: Mapping[str, Any]) -> list[Finding]:
    """Mark {"candidates": [...], "outside": EDTF or None, "settles": text}.

    Candidates are EDTF days, days of the month as numbers, or one EDTF set. Each right day earns a share,
    each wrong one costs one; every set that the key accepts counts as whole. What would settle it earns
    its share when it names something concrete; other wording goes to a person and costs nothing, unless
    no word of it has to do with the report or with looking something up.
    """
    given, problems = as_mapping(answer, PARTS)
    if not given:
        return problems
    row = case.key.by_id[arguments.row]
    ref = reference(row, case)
    parts = [
        *_days_told(given.get("candidates"), row, case, ref),
        *_settled(given.get("settles"), arguments, row, case),
    ]
    if all(finding.verdict == "untried" for finding in parts):
        return parts
    return parts + _outside(given.get("outside"), row, case) + problems


def _days_told(value: Any, row: DateRow, case: Case, ref: Reference) -> list[Finding]:
    part, place = "candidates", case.place(row)
    if is_blank(value) or (isinstance(value, list) and all(is_blank(each) for each in value)):
        return [Finding("part-untried", "untried", part=part, possible=DAYS, place=place)]
    if told(value).no_date:
        return [Finding("date-refused", part=part, possible=DAYS, place=place)]
    sets = [found for form in ref.accepted if (found := days(form))]
    days_given, unread = _read(value, sets[0], ref.issued[0])
    if unread:
        params = {"given": ", ".join(unread), "column": part}
        return [Finding("not-a-date", part=part, possible=DAYS, params=params, place=place)]
    if not days_given:
        return [Finding("name-the-days", part=part, possible=DAYS, place=place)]
    return _weighed(days_given, sets, value, ref, part, place)


def _read(value: Any, expected: set[date], issue: str) -> tuple[set[date], list[str]]:
    """Return the days told and what could not be read.

    A bare number is a day of the month in question; a day may also be written out, "5 December".
    """
    if isinstance(value, str) and is_edtf(told(value).edtf):
        return days(told(value).edtf) or set(), []
    found: set[date] = set()
    unread = []
    for each in [each for each in (value if isinstance(value, list) else [value]) if not is_blank(each)]:
        month_day = _of_month(each, expected)
        edtf = told(each).edtf or (in_words(str(each), issue) if re.search(r"\d", str(each)) else "")
        if month_day:
            found.add(month_day)
        elif edtf and days(edtf):
            found |= days(edtf)
        elif not edtf:
            unread.append(str(each))
    return found, unread


def _of_month(value: Any, expected: set[date]) -> date | None:
    number, months = number_of(value), {(day.year, day.month) for day in expected}
    if len(months) != 1 or not isinstance(number, int) or not 1 <= number <= 31:
        return None
    try:
        return date(*months.pop(), number)
    except ValueError:
        return None


def _weighed(given: set[date], sets: list[set[date]], value: Any, ref: Reference, part: str, place) -> list:
    whole = next((accepted for accepted in sets if accepted == given), None)
    params = {"count": len(given), "of": len(whole or sets[0]), "given": _said(given)}
    if whole:
        return [Finding("part-right", "right", part, DAYS, DAYS, params)]
    right, stray = given & sets[0], given - sets[0]
    if stray:
        earned = DAYS * max(0, len(right) - len(stray)) / len(sets[0])
        strays = "[" + ",".join(sorted(day.isoformat() for day in stray)) + "]"
        slip = judge(Told(edtf=strays, text=strays), ref).key
        key = slip if slip in ("wrong-week", "other-weekday", "anchored-to-today") else "candidates-stray"
        return [Finding(key, "wrong", part, earned, DAYS, {**params, "given": _said(stray)}, place)]
    if len(right) == 1:
        return [_single(right, value, ref, part, params, place)]
    return [
        Finding("candidates-missing", "wrong", part, DAYS * len(right) / len(sets[0]), DAYS, params, place)
    ]


def _single(right: set[date], value: Any, ref: Reference, part: str, params: dict, place) -> Finding:
    """One day out of several is a guess, or outside knowledge; the text allows more."""
    only = next(iter(right)).isoformat()
    from_outside = any(same(only, form) for form in ref.outside)
    text = " ".join(map(str, value)) if isinstance(value, list) else str(value)
    key = "too-precise"
    if from_outside:
        key = "outside-in-candidates" if told(text).labelled else "outside-knowledge-unlabelled"
    return Finding(key, "wrong", part, 0, DAYS, params, place)


def _said(given: set[date]) -> str:
    return ", ".join(sorted(day.isoformat() for day in given)[:6]) + (" …" if len(given) > 6 else "")


def _settled(value: Any, arguments: Arguments, row: DateRow, case: Case) -> list[Finding]:
    part = "settles"
    if is_blank(value) or same_text(value, *lexicon.load("answers")["no_idea"]):
        return [Finding("part-untried", "untried", part=part, possible=SETTLES)]
    text = " ".join(map(str, value)) if isinstance(value, list) else str(value)
    if not _concrete(text, arguments):
        if not _to_do_with(text, row, case):
            return [Finding("settles-unclear", part=part, possible=SETTLES, params={"given": clipped(text)})]
        return [Finding("settles-to-read", "review", part=part, params={"given": clipped(text)})]
    return [Finding("settles-right", "right", part, SETTLES, SETTLES)]


def _concrete(text: str, arguments: Arguments) -> bool:
    """A known thing, or a time asked of the report itself: "the day on which it was printed"."""
    lists, told = lexicon.load("answers"), set(words_of(text))
    things = (*lists["settles"], *arguments.settles)
    asks_when = bool(told & set(lists["settles_time"]) and told & set(lists["settles_report"]))
    return asks_when or any(spans_of(thing, text, ignore_case=True) for thing in things)


def _to_do_with(text: str, row: DateRow, case: Case) -> bool:
    """Whether a text shares a word of weight with the report, or with the ways of looking something up."""
    lists = lexicon.load("answers")
    known = {*lists["settles_time"], *lists["settles_report"], *lists["settles_ways"]}
    told_by = [paragraph.text for paragraph in case.sources[row.source].paragraphs]
    known.update(word for each in (*told_by, *lists["settles"]) for word in words_of(each) if len(word) > 3)
    return bool(set(words_of(text)) & known - set(lists["filler"]))


def _outside(value: Any, row: DateRow, case: Case) -> list[Finding]:
    """What is known from elsewhere is asked for apart, and no points hang on it."""
    if is_blank(value):
        return []
    date_told, place = told(value), case.place(row)
    if date_told.no_date:
        return []
    dates = issued(row.source, case)
    given = date_told.edtf or in_words(date_told.text, dates[0])
    known = [*row.outside, *(form for form in dates[1:] if bounds(form)[0] == bounds(form)[1])]
    found = bool(given) and any(same(given, form) for form in known)
    key = "outside-kept-apart" if found else "outside-date-not-known"
    return [Finding(key, "note", part="outside", params={"given": date_told.text}, place=place)]


def doubts(arguments: Arguments, case: Case) -> list[str]:
    """Return what does not fit the case: no such row, or a row that is not one of several days."""
    row = case.key.by_id.get(arguments.row)
    if not isinstance(row, DateRow):
        return [f"row: there is no row {arguments.row!r} in the key's dates"]
    return [] if len(days(row.edtf) or ()) > 1 else [f"row: {arguments.row} is not a set of several days"]
