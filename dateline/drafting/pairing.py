"""A comparison of two figures that a teacher chooses: drafted as the draft's own comparisons are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dateline.cases import Case, FigureRow
from dateline.drafting.comparing import bounds_of, how_they_stand, same_numeral, same_things
from dateline.drafting.confirm import Cells, to_confirm
from dateline.drafting.parting import rest_row
from dateline.findings import words
from dateline.quantities import relation


def pair_row(case: Case, one: FigureRow, other: FigureRow) -> Cells:
    """Return the row that compares two figures, the earlier report's first: how they stand, and the change.

    >>> from dateline import open_case
    >>> case = open_case("tolvane-dam")
    >>> first, second = (case.key.by_id[id] for id in ("F06", "F17"))
    >>> row = pair_row(case, second, first)
    >>> row["left"], row["verdict"], row["hedge"], row["lower"]
    ('F06', 'changed', 'more than about', '1800')
    """
    order = list(case.sources)
    one, other = sorted((one, other), key=lambda row: (order.index(row.source), row.paragraph or 0))
    if _is_part(case.populations, one, other):
        return rest_row(other, one)
    if _is_part(case.populations, other, one):
        return rest_row(one, other)
    drafted = [*same_things(one, other), *same_numeral(one, other)] if _bounded(one, other) else []
    return next(iter(drafted), None) or _told_apart(one, other)


def _bounded(*rows: FigureRow) -> bool:
    return all(row.lower is not None or row.upper is not None for row in rows)


def _is_part(populations: Mapping[str, Any], part: FigureRow, whole: FigureRow) -> bool:
    """Tell whether one figure counts a part of what the other counts, in one report."""
    known = populations.get(part.population)
    is_part = known is not None and known.part_of == whole.population
    return bool(whole.population) and part.source == whole.source and is_part and _bounded(part, whole)


def _told_apart(one: FigureRow, other: FigureRow) -> Cells:
    """A row for two figures of which the draft would have made none."""
    told = _relation(one, other)
    blanks = {"first": one.counted or one.unit, "second": other.counted or other.unit}
    return {
        "left": one.id,
        "right": other.id,
        "question": how_they_stand(one, other),
        **told,
        "unit": one.unit if one.unit == other.unit else "",
        "reason": words(f"drafted-{told['verdict'].replace(' ', '-')}", blanks).found,
        "note": to_confirm(words("drafted-look").found),
    }


def _relation(one: FigureRow, other: FigureRow) -> Cells:
    if not _bounded(one, other) or not (one.population or one.unit) or not (other.population or other.unit):
        return {"comparable": "", "verdict": "cannot tell"}
    if one.population != other.population or one.unit != other.unit:
        accepted = "other definition | other scope"
        return {
            "comparable": "other population",
            "comparable_accepted": accepted,
            "verdict": "not comparable",
        }
    if one.source != other.source:
        return {"comparable": "other scope", "comparable_accepted": "yes", "verdict": "not comparable"}
    differ = relation(bounds_of(one), bounds_of(other)) == "contradicts"
    return {
        "comparable": "yes",
        "verdict": "conflict" if differ else "agree",
        "verdict_accepted": "cannot tell",
    }
