"""Adding up parts: one line for all that is right, then a finding for each part to mend."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.cases import Case
from dateline.findings import Finding, Place

PART = "part-right"


def right(part: str, share: float = 1.0) -> Finding:
    """Return the finding of a part that is right, worth `share`."""
    return Finding(PART, "right", part, earned=share, possible=share)


def untried(part: str, share: float = 1.0) -> Finding:
    """Return the finding of a part that is still blank."""
    return Finding("part-untried", "untried", part, possible=share)


def tally(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings with all right parts told in one, "3 of 5 parts are right"; their shares are kept.

    >>> [f.params for f in tally([right("a"), right("b"), untried("c")])][0]
    {'count': 2, 'of': 3}
    """
    findings = list(findings)
    good = [f for f in findings if f.key == PART]
    rest = [f for f in findings if f.key != PART]
    if not good:
        return rest
    parts = {f.part for f in findings if f.possible}
    whole = {f.part for f in good} - {f.part for f in rest if f.possible}
    earned, possible = sum(f.earned for f in good), sum(f.possible for f in good)
    if not whole:  # only half a part is right: its points count, but no part is right as a whole
        half = Finding("part-half-right", "right", earned=earned, possible=possible)
        return [half, *rest]
    params = {"count": len(whole), "of": len(parts)}
    return [Finding(PART, "right", earned=earned, possible=possible, params=params), *rest]


def place_of(case: Case, *ids: str) -> Place | None:
    """Return where the first of these key rows stands; a check row stands where its left side does.

    Ids joined by " + " are tried in turn; an id that is not in the key has no place.
    """
    for id in [each.strip() for joined in ids for each in joined.split("+")]:
        row = case.key.by_id.get(id)
        place = case.place(row) if row else None
        if place is None and row is not None and getattr(row, "left", ""):
            place = place_of(case, row.left, row.right)
        if place:
            return place
    return None
