"""What is wrong with the result of a calculation: its hedge, its base, its groups, or the sum itself."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from dateline.brief.amounts.arithmetic import Made, agrees, made_of, total
from dateline.brief.language.wording import has_phrase
from dateline.findings import Finding
from dateline.lexicon import load
from dateline.quantities import Bounds, Quantity, relation


def unlike(stated: Quantity, made: Made) -> list[Finding]:
    """Two groups that the text counts apart were put into one sum or one difference."""
    key = "sum-forced" if made.kind == "sum" else "population-swapped"
    return [_fault(key, stated), _fault("calculation-wrong", stated)]


def name(
    stated: Quantity, known: Sequence[Quantity], best: tuple[str, Made, bool] | None, text: str, summed: bool
) -> list[Finding]:
    """Name what is wrong with a result that the figures before it do not make.

    `best` is the operation that comes nearest, `summed` tells that the sentence may add.
    """
    verdict, made = (best[0], best[1]) if best else ("wrong", None)
    found = [_fault("calculation-wrong", stated)]
    if verdict == "bare":
        found.append(_fault("sum-forced" if made.kind == "sum" else "hedge-dropped", stated))
    elif verdict == "flipped":
        found.append(_fault("hedge-reversed", stated))
    elif summed and _is_forced(stated, known):
        found.append(_fault("sum-forced", stated))
    elif stated.unit == "percent" and _base_reversed(stated, known, text):
        found.insert(0, _fault("base-reversed", stated))
    return found


def _base_reversed(stated: Quantity, known: Sequence[Quantity], text: str) -> bool:
    """Tell whether a share of change was taken of the later figure instead of the earlier."""
    named = load("reckoning")["operations"]
    if not has_phrase(text, [*named["fall"], *named["rise"]]):
        return False
    return any(
        agrees(stated, made.bounds, made.unit) != "wrong" and _near(stated, made.bounds)
        for one, other in itertools.combinations(known, 2)
        if one.unit == other.unit == ""
        for made in made_of(one, other)
        if made.kind in ("rise", "share")
    )


def _near(stated: Quantity, bounds: Bounds) -> bool:
    """Whether two figures have a bound in common, a tenth more or less."""
    theirs = [end for end in (bounds.lower, bounds.upper) if end]
    mine = [end for end in (stated.lower, stated.upper) if end]
    return any(abs(one - other) <= 0.1 * other for one in mine for other in theirs)


def _is_forced(stated: Quantity, known: Sequence[Quantity]) -> bool:
    """One value given for a sum with an open or wider end: "more than 700 plus 200 makes 900"."""
    counts = [figure for figure in known if not figure.unit]
    if stated.unit or len(counts) < 2:
        return False
    wholes = [total(group) for n in (2, len(counts)) for group in itertools.combinations(counts, n)]
    return any(relation(stated, whole) in ("entails", "stronger", "overlaps") for whole in wholes)


def _fault(key: str, stated: Quantity) -> Finding:
    params = {"given": stated.surface, "counted": stated.counted, "text": "", "hedge": stated.hedge}
    return Finding(key, "wrong", possible=1, params=params)
