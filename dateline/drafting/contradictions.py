"""Rows of a key that contradict themselves: answers right and wrong at once, bounds that do not fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations
from typing import Any, get_args

from dateline.brief.language.reading import read_quantities
from dateline.cases import Case
from dateline.cases.rows import ClaimRow
from dateline.dates import bounds, is_edtf, same
from dateline.drafting.comparing import bounds_of
from dateline.errors import Problem
from dateline.quantities import Bounds, relation

KINDS = get_args(ClaimRow.model_fields["kind"].annotation)
# Labels that cannot both be right; between others, "agree" and "not comparable" say, the line may be thin.
APART = (
    {"adds up", "does not add up"},
    {"done", "not done"},
    {"speaks", "missing"},
    {"denied", "done"},
)
COLUMNS = {  # the column that is right, and the one with what is right too
    "voices": (("status", "accepted"),),
    "claims": (("kind", "kind_accepted"), ("status", "status_accepted")),
    "checks": (("verdict", "verdict_accepted"), ("comparable", "comparable_accepted")),
    "dates": (("edtf", "accepted"),),
}


def contradictions(case: Case) -> Iterator[Problem]:
    """Yield every row whose own cells do not go together, with the mend."""
    for table, columns in COLUMNS.items():
        for row in case.key.rows(table):
            for right, accepted in columns:
                told = [answer for answer in (getattr(row, right), *getattr(row, accepted)) if answer]
                for reason, mend in (*_both(row, told), *_apart(table, right, told)):
                    yield Problem(f"key/{table}.csv", f"row {row.id}", reason, mend)
    for row in case.key.rows("figures"):
        for reason, mend in _figure(row, case):
            yield Problem("key/figures.csv", f"row {row.id}", reason, mend)


def _both(row: Any, told: Sequence[str]) -> Iterator[tuple[str, str]]:
    """An answer that is called right and wrong."""
    for answer in getattr(row, "wrong", {}):
        if any(_alike(answer, other) for other in told):
            yield f"{answer!r} is called right and wrong at once", "take it out of one of the two"


@lru_cache(maxsize=4096)  # labels are read as dates in vain, again for each row
def _alike(one: str, other: str) -> bool:
    try:
        return one == other or same(one, other)
    except ValueError:
        return False


def _apart(table: str, column: str, told: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Two answers that are both called right though the one excludes the other."""
    for one, other in combinations(dict.fromkeys(told), 2):
        if any({one, other} <= labels for labels in APART) or (table == "dates" and _disjoint(one, other)):
            reason = f"{one!r} and {other!r} are both called right, and the one excludes the other"
            yield reason, f"leave one of them in {column} and strike the other"
    if column == "kind":
        for kind in told:
            if kind not in KINDS:
                yield f"{kind!r} is no kind of claim", f"use one of {', '.join(KINDS)}"


def _disjoint(one: str, other: str) -> bool:
    """Say whether two dates are years apart: a day more or less may be a thin line, ten years are a slip."""
    (first, last), (start, end) = bounds(one), bounds(other)
    if None in (first, last, start, end):
        return False
    return (start - last).days > 366 or (first - end).days > 366


def _figure(row: Any, case: Case) -> Iterator[tuple[str, str]]:
    """Bounds the wrong way round, bounds that the words do not allow, a figure of after its report."""
    for lower, upper in ((row.lower, row.upper), *row.accepted):
        if lower is not None and upper is not None and lower > upper:
            reason = f"its lower bound {lower} lies above its upper bound {upper}"
            yield reason, "change them round, or mend one"
            return
    read = read_quantities(row.anchor.split(" #")[0]) if row.is_figure and not row.vague else []
    here = [one for one in read if one.not_a_count is None and not one.vague and one.unit != "percent"]
    limits = row.lower is not None or row.upper is not None
    told = Bounds.of(here[0]) if len(here) == 1 else None
    if told and limits and relation(bounds_of(row), told) == "contradicts":
        yield (
            f"its words are read as {told.describe()}, and it says {bounds_of(row).describe()}",
            "mend lower and upper, or the anchor",
        )
    issued = case.sources[row.source].date if row.source in case.sources else ""
    if row.as_of and issued and is_edtf(issued):
        held, end = bounds(row.as_of)[0], bounds(issued)[1]
        if held and end and held > end:
            yield f"it held on {row.as_of}, after its report of {issued}", "mend as_of"
