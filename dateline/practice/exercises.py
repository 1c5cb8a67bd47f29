"""The exercises of a practice case: which rows of the key are asked, by level and by the traps wanted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from dateline.cases.about import ExerciseRow
from dateline.practice.check_rows import lost_share
from dateline.practice.compose import Spot
from dateline.practice.story import Story, stock

# Rows in the order in which levels take them up; a trap asks for its rows at every level.
SAID = ("C04", "C08", "C13", "C05", "C11", "C10", "C09", "C03")
WHEN = ("T07", "T08", "T02", "T03", "T04", "T09", "T11", "T13", "T12", "T10", "T05")
COUNTS = {1: (4, 4), 2: (6, 7), 3: (8, 11)}  # how many of SAID and of WHEN a level asks
ASKS = {
    "fence-post": {"T11"},
    "relay-missed": {"C03"},
    "negation-lost": {"C09", "C05"},
    "speaker-as-outlet": {"C13"},
    "anonymous-multiplied": {"C04"},
}
MOVES = ["agree", "changed", "conflict", "not comparable", "cannot tell"]
STEPS = ["denied", "discussed", "threatened", "planned", "ordered", "under way", "done"]
DONE = {"done": "plan-as-outcome", "under way": "plan-as-outcome"}
UNTOLD = ["yes", "no", "cannot tell"]


def exercises(
    story: Story, spots: Mapping[str, Spot], level: int, traps: frozenset[str]
) -> list[ExerciseRow]:
    """Return exercises 9.1 to 9.6."""
    wanted = frozenset().union(*(ASKS.get(trap, set()) for trap in traps))
    said = _asked(SAID, COUNTS[level][0], wanted, spots)
    when = _asked(WHEN, COUNTS[level][1], wanted, spots)
    titles = {
        "9.1": ("Where do the reports come from?", 3, 4, "two_reports", "fields", _origins()),
        "9.2": (
            "Who says so, and how far has it got?",
            3,
            6,
            "who_and_how_far",
            "promises",
            _said(story, said),
        ),
        "9.3": ("When was that?", 3, 6, "when_it_was", "dates", {"expressions": _lettered(when)}),
        "9.4": ("The ledger of the second report", 3, 6, "second_ledger", "ledger", LEDGER),
        "9.5": (
            "Across the dates",
            4,
            8,
            "across_dates",
            "bounds",
            {"names": _across(story, spots, level, traps)},
        ),
        "9.6": ("A page of your own", 4, 15, "short_brief", "brief", {"sentences": 2, "page": 2}),
    }
    return [
        ExerciseRow(
            id=id,
            title=title,
            points=points,
            minutes=minutes,
            answer=name,
            kind=kind,
            hints=hints(id, spots),
            **{"with": arguments},
        )
        for id, (title, points, minutes, name, kind, arguments) in titles.items()
    ]


LEDGER = {"source": "S2", "rows": ["F03", "F04", "F05", "F06"]}


def _asked(rows: Iterable[str], count: int, wanted: frozenset[str], spots: Mapping[str, Spot]) -> list[str]:
    there = [row for row in rows if row in spots]
    return [row for number, row in enumerate(there) if number < count or row in wanted]


def _lettered(rows: Iterable[str]) -> dict[str, str]:
    return {chr(ord("a") + number): row for number, row in enumerate(rows)}


def _origins() -> dict[str, Any]:
    asked = ["publisher", "agency", "author", "dateline_place", "date", "precision"]
    return {"sources": ["S1", "S2"], "fields": asked, "choices": {"precision": ["day", "month", "year"]}}


def _said(story: Story, rows: Iterable[str]) -> dict[str, Any]:
    """The arguments of 9.2: for each claim the right voice and step, and what a wrong one shows."""
    minister, leader = story.minister.last, story.leader.last
    insider = story.frame["insider"].partition(" ")[2]
    outlet = {"outlet": "outlet-as-speaker"}
    about = {
        "C03": (["officials"], {**outlet, story.frame["staff"]: "relay-missed"}, ["done"], {}),
        "C04": ([insider], {**outlet, "officials": "anonymous-multiplied"}, ["ordered"], DONE),
        "C05": ([leader], outlet, ["denied"], dict.fromkeys(("planned", "ordered", "done"), "negation-lost")),
        "C08": ([minister], outlet, ["planned"], DONE),
        "C09": (
            [minister],
            outlet,
            ["discussed"],
            {"planned": "more-than-said", "ordered": "more-than-said", "denied": "negation-lost", **DONE},
        ),
        "C10": ([minister], outlet, ["done"], {}),
        "C11": ([leader], outlet, ["planned", "discussed"], DONE),
        "C13": (
            ["outlet"],
            dict.fromkeys((minister, leader), "speaker-as-outlet"),
            ["under way"],
            {"done": "plan-as-outcome"},
        ),
    }
    items = {
        letter: {
            "row": row,
            "said_by": {"right": about[row][0], "wrong": about[row][1]},
            "status": {"right": about[row][2], "wrong": about[row][3]},
        }
        for letter, row in _lettered(rows).items()
    }
    heard = ["outlet", "officials", story.frame["staff"], insider, minister, leader]
    return {"columns": {"said_by": heard, "status": STEPS}, "items": items}


def _across(story: Story, spots: Mapping[str, Spot], level: int, traps: frozenset[str]) -> dict[str, Any]:
    """The arguments of 9.5: comparisons and sums."""
    moves = {"choices": MOVES, "wrong": {"cannot tell": "cannot-tell-not-here"}}
    fewer = story.figures["F01"].number - story.figures["F04"].number
    asked: dict[str, Any] = {
        "totals": {"row": "K02", "where": "F04", **moves},
        "leavers": {"row": "K06", "where": "F03", **moves},
        "sum": {"row": "K05", "choices": ["adds up", "does not add up", "cannot tell"], "where": "F05"},
        "cause": _untold("C06", yes="sequence-as-cause", no="cannot-tell-refused"),
        "consent": _untold("C10", yes="more-than-said", no="absence-as-denial"),
        "fewer": {
            "row": "K03",
            "lower": f"{fewer * 0.95:.0f}..{fewer}",
            "upper": "open",
            "hedge": True,
            "about": "F04",
            "where": "F04",
            "points": 2,
        },
    }
    if story.figures["F01"].number == story.figures["F02"].number:
        asked["numerals"] = {"row": "K01", "where": "F02", **moves}
    if "C03" in spots and (level > 1 or "repeat-counted-twice" in traps):
        asked["two_sources"] = {
            "choices": UNTOLD,
            "right": ["no"],
            "where": "C03",
            "wrong": {"yes": "repeat-counted-twice", "cannot tell": "cannot-tell-not-here"},
        }
    if level > 1 or traps & {"wrong-base", "base-reversed"}:
        asked["share"] = _share(story)
    return asked


def _untold(row: str, yes: str, no: str) -> dict[str, Any]:
    return {"choices": UNTOLD, "right": ["cannot tell"], "wrong": {"yes": yes, "no": no}, "where": row}


def _share(story: Story) -> dict[str, Any]:
    """The share that is gone; one of the later number, or what is left, shows a wrong base."""
    share = lost_share(story)
    first, second = story.figures["F01"].number, story.figures["F04"].number
    later = round((first - second) * 100 / second)
    named = [
        {"lower": "open", "upper": f"{share - 2}..{share + 2}", "key": "hedge-reversed"},
        {"lower": f"{later - 2}..{later + 2}", "key": "base-reversed"},
    ]
    if min(abs(100 - share - other) for other in (share, later)) > 4:  # else one slip looks like the other
        named.append({"lower": f"{98 - share}..{102 - share}", "key": "wrong-base"})
    return {
        "row": "K04",
        "lower": f"{share - 2}..{share + 1}",
        "upper": ["open", 100],
        "hedge": True,
        "about": "F04",
        "unit": "percent",
        "where": "F01",
        "points": 2,
        "named": named,
    }


def hints(id: str, spots: Mapping[str, Spot]) -> list[str]:
    """Return three hints: where to look, which rule, a worked parallel on another text."""
    places = {row: f"{spot.source}, ¶{spot.paragraph}" for row, spot in spots.items()}
    look, rule, parallel = stock("hints")[id]
    return [look.format(**places), rule, parallel]
