"""Practice: invented pairs of reports without end, each with its key; one seed, one case, everywhere."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from types import ModuleType

from dateline.cases import Case, Key, hold
from dateline.errors import KitError
from dateline.findings import misconceptions
from dateline.practice.about import NOTICE, RIGHTS, about
from dateline.practice.chance import Chance
from dateline.practice.compose import OPTIONAL, compose
from dateline.practice.exercises import exercises
from dateline.practice.prompts import task
from dateline.practice.rows import key_tables
from dateline.practice.shelf import in_notebook, take_up
from dateline.practice.story import Story, draw_story
from dateline.sources import Paragraph, Source

__all__ = ["make", "task"]

LEVELS = (1, 2, 3)
# What a level leaves in of the optional sentences, and which of them a trap needs.
KEPT = {1: 3, 2: 5, 3: len(OPTIONAL)}
NEEDS = {
    "fence-post": "truce",
    "idiom-counted": "tasks",
    "negation-lost": "open_door",
    "repeat-counted-twice": "again_told",
    "relay-missed": "again_told",
}


def make(seed: int = 7, level: int = 1, traps: Iterable[str] = ()) -> Case:
    """Return the invented practice case of a seed, and hold it as the case in hand for `check` and `hint`.

    `level` is 1, 2 or 3: how many traps, and how hard hedges and dates are. `traps` are misconceptions
    (message keys such as "wrong-week") that the case must give occasion for. Raises KitError for a level or a
    misconception that there is not.

    >>> make(seed=7)
    Case('practice-7-1', S1 and S2, practice edition)
    """
    wanted = _wanted(seed, level, traps)
    chance = Chance(f"{seed}/{level}/{','.join(sorted(wanted))}")
    drawn = chance.several(OPTIONAL, KEPT[level])
    extras = frozenset([*drawn, *(NEEDS[trap] for trap in sorted(wanted) if trap in NEEDS)])
    twin = level == max(LEVELS) or "same-numeral-same-thing" in wanted or chance.between(1, 3) == 1
    story = draw_story(chance, level, twin)
    texts, spots = compose(story, chance, extras)
    rows = exercises(story, spots, level, wanted)
    case = Case(
        id="-".join(["practice", str(seed), str(level), *sorted(wanted)]),
        about=about(story),
        sources=_sources(story, texts),
        key=Key(key_tables(story, spots)),
        edition="practice",
        exercises={row.id: row for row in rows},
    )
    return hold(case)


def _wanted(seed: int, level: int, traps: Iterable[str]) -> frozenset[str]:
    if not isinstance(seed, int) or isinstance(seed, bool):
        raise KitError(f"A seed is a whole number, such as 7; this is {seed!r}.")
    if level not in LEVELS:
        raise KitError(f"There is no level {level!r}; use 1, 2 or 3.")
    listed = [traps] if isinstance(traps, str) else traps
    wanted = frozenset(str(trap).strip().replace(" ", "-") for trap in listed)  # as progress() writes them
    if unknown := sorted(str(trap) for trap in wanted if trap not in misconceptions()):
        raise KitError(f"No misconception is called {unknown[0]!r}; take the names from progress().")
    return wanted


def _sources(story: Story, texts: dict[str, list[str]]) -> dict[str, Source]:
    """The two reports with what they say of their origin."""
    first, second = (head.format(**story.slots()) for head in story.frame["heads"])
    origin = {
        "S1": {"title": first, "publisher": story.paper, "date": story.calendar.month_edtf},
        "S2": {
            "title": second,
            "agency": story.agency,
            "byline": story.writer.full,
            "dateline_place": story.places[1],
            "date": str(story.calendar.issued),
        },
    }
    return {
        id: Source(
            id=id,
            paragraphs=tuple(Paragraph(id, number, text) for number, text in enumerate(texts[id], start=1)),
            rights=RIGHTS,
            retold=NOTICE,
            **{**fields, "title": f"{fields['title']} (an invented report)"},
        )
        for id, fields in origin.items()
    }


class _Callable(ModuleType):
    """A module that can be called, since the name `practice` is both its own and that of what it does."""

    def __call__(self, seed: int = 7, level: int = 1, traps: Iterable[str] = ()) -> Case:
        case = make(seed, level, traps)
        if in_notebook():
            take_up(case.id)
        return case


practice = sys.modules[__name__]
practice.__class__ = _Callable
