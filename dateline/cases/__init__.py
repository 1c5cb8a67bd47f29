"""Cases: reports to be read together, with the people and populations in them and the key to them."""

from __future__ import annotations

from dateline.cases.about import About
from dateline.cases.case import Case, Key
from dateline.cases.find import case_folder, case_ids
from dateline.cases.load import load
from dateline.cases.rows import CheckRow, ClaimRow, DateRow, FigureRow, Row, SourceRow, VoiceRow
from dateline.errors import KitError

__all__ = [
    "About", "Case", "CheckRow", "ClaimRow", "DateRow", "FigureRow", "Key", "Row", "SourceRow", "VoiceRow",
    "case_folder", "case_ids", "current_case", "hold", "open_case",
]  # fmt: skip


_current: list[Case] = []


def open_case(name: str, edition: str = "teaching") -> Case:
    """Open the case called `name` (the name of its folder under data/).

    `edition` is "teaching" or "original"; the original must have been imported by its holder.
    Raises ProblemsError that lists every fault of the case's files, KitError when there is no such case.

    >>> open_case("syria-withdrawal").sources["S1"].date
    '2018-12'
    """
    if edition not in ("teaching", "original"):
        raise KitError(f"There is no edition {edition!r}; use 'teaching' or 'original'.")
    return hold(load(case_folder(name), edition))


def hold(case: Case) -> Case:
    """Make a case the one in hand, whose exercises `check` and `hint` look at first; return it."""
    _current[:] = [case]
    return case


def current_case(exercise: str) -> Case:
    """Return the case of an exercise: the one last opened, else the first at hand that has it."""
    if _current and exercise in _current[0].exercises:
        return _current[0]
    cases = [
        load(case_folder(name), "teaching")
        for name in ("syria-withdrawal", *case_ids())
        if name in case_ids()
    ]
    for case in cases:
        if exercise in case.exercises:
            return case
    known = sorted(
        {id for case in cases for id in case.exercises}, key=lambda id: [int(n) for n in id.split(".")]
    )
    raise KitError(f"There is no exercise {exercise!r}. Exercises here: {', '.join(known)}.")
