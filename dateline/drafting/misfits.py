"""What does not go together between the parts of a case: names, wholes, dates, ids, points."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from dateline.answers import lesson_of
from dateline.cases import Case
from dateline.cases.load import adrift
from dateline.dates import bounds
from dateline.errors import Problem

POINTS = 100  # of a course over lessons 01 to 07
LESSONS = range(1, 8)


def collisions(case: Case) -> Iterator[Problem]:
    """Yield each name that may mean two entries of one part of case.yaml."""
    parties = {**case.people, **case.organisations}
    groups = {
        "people and organisations": {id: [p.name, *p.aliases] for id, p in parties.items()},
        "populations": {id: [p.label, *p.aliases] for id, p in case.populations.items()},
        "places": {id: [p.name, *p.aliases] for id, p in case.about.places.items()},
    }
    for group, entries in groups.items():
        owner: dict[str, str] = {}
        for id, names in entries.items():
            for name in dict.fromkeys(name.casefold() for name in names):
                if owner.setdefault(name, id) != id:
                    reason = f"the name {name!r} means {owner[name]} and {id}"
                    yield Problem("case.yaml", group, reason, "leave it with one of them")


def unknown_ids(case: Case) -> Iterator[Problem]:
    """Yield each population that is part of none, and each comparison of rows that are not there."""
    yield from adrift("population", case.populations)
    for row in case.key.rows("checks"):
        named = [(side, id) for side in ("left", "right") for id in getattr(row, side).split(" + ")]
        for side, id in named:
            if id and id not in case.key.by_id:
                reason = f"{side} {id!r} is no row of the key"
                yield Problem("key/checks.csv", f"row {row.id}", reason, "mend the id, or strike the row")


def untimely(case: Case) -> Iterator[Problem]:
    """Yield reports that do not stand in the order of their dates, and a cut-off before the last of them."""
    dated = [source for source in case.sources.values() if source.date and bounds(source.date)[0]]
    for first, second in pairwise(dated):
        if bounds(first.date)[0] > bounds(second.date)[0]:
            reason = f"{second.id} ({second.date}) is earlier than {first.id} ({first.date})"
            yield Problem("case.yaml", "sources", reason, "name the earliest report first")
    ends = [bounds(source.date)[0] for source in dated]
    cut_off = bounds(case.cut_off)[1]
    if ends and cut_off and cut_off < max(ends):
        reason = f"it is {case.cut_off}, before the last report"
        yield Problem("case.yaml", "cut_off", reason, "give the date of the last report, or a later one")


def points_of(case: Case) -> dict[str, float]:
    """Return the points of each lesson."""
    told: dict[str, float] = {}
    for id, row in case.exercises.items():
        told[lesson_of(id)] = told.get(lesson_of(id), 0) + row.points
    return told


def miscounted(case: Case) -> Iterator[Problem]:
    """Yield a course whose points are not a hundred, and exercises that count nothing."""
    course = {lesson: points for lesson, points in points_of(case).items() if int(lesson) in LESSONS}
    total = sum(course.values())
    if course and total != POINTS:
        reason = f"lessons 01 to 07 have {total:g} points in all, not {POINTS}"
        yield Problem("exercises.yaml", "points", reason, "change points: of some exercises")
    for id, row in case.exercises.items():
        if row.points == 0 and not id.startswith("0."):
            yield Problem("exercises.yaml", id, "it is worth no points", "give it points:")
