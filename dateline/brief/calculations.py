"""Recompute what a brief reckons from the sources' figures, with bounds: "1,000 less 700 leaves 300"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from contextlib import suppress

from dateline.brief.facts import Counted, Facts
from dateline.brief.passages import Ground, Passage
from dateline.brief.wording import has_phrase
from dateline.dates import elapsed
from dateline.findings import Finding, Place
from dateline.lexicon import load
from dateline.quantities import Bounds, Quantity, add, relation, share, subtract

_FEWER = re.compile(
    r"\d\S*(?:\s+\w+){0,3}\s+(?:fewer|less)\b(?!\s+than)", re.IGNORECASE
)  # "at least 900 troops fewer"
_DAYS = {"day": 1.0, "week": 7.0, "fortnight": 14.0, "month": 30.44, "year": 365.25}


def is_declared(text: str) -> bool:
    """Tell whether a sentence says that it reckons ("less", "leaves", "a fall of", "half").

    >>> is_declared("1,000 less 700 leaves 300."), is_declared("Esper spoke.")
    (True, False)
    """
    return bool(has_phrase(text, load("estimative")["calculation"]) or _FEWER.search(text))


def operations(text: str) -> set[str]:
    """Return which operations the words of a sentence allow; all of them when it names none.

    >>> sorted(operations("700 plus 300 makes 1,000")), sorted(operations("1,000 less 700"))
    (['sum'], ['difference', 'fall', 'share'])
    """
    named = load("estimative")["operations"]
    found = {kind for kind, cues in named.items() if has_phrase(text, cues)}
    if "difference" in found:
        found |= {"fall", "share"}
    return found or {"sum", "difference", "share", "fall"}


def results(one: Quantity | Bounds, other: Quantity | Bounds) -> list[tuple[str, Bounds, str]]:
    """Return what two figures make: (kind, bounds, unit) for difference, sum and shares."""
    found: list[tuple[str, Bounds, str]] = []
    for a, b in ((one, other), (other, one)):
        for kind, operation, unit in (
            ("difference", subtract, ""),
            ("share", share, "percent"),
            ("fall", _fall, "percent"),
        ):
            try:
                found.append((kind, operation(a, b), unit))
            except (ValueError, ZeroDivisionError):
                continue
    with suppress(ValueError):
        found.append(("sum", add(one, other), ""))
    return found


def _fall(later: Quantity | Bounds, earlier: Quantity | Bounds) -> Bounds:
    """The share by which the later figure lies below the earlier, in percent."""
    return subtract(Bounds(100, 100), share(later, earlier))


def agrees(stated: Quantity, computed: Bounds, unit: str) -> str:
    """Say whether a stated result is borne out by a computed one: "fine", "near", "bare" or "wrong".

    "near": numeral and side are right, only an "about" is missing or too much. "bare": the numeral is right,
    but an open end was closed, so that a bound became a value.
    """
    if _unit_of(stated) != unit or (
        computed.lower is not None and computed.lower < 0 and computed.upper is None
    ):
        return "wrong"
    mine = _scaled(stated)
    if relation(mine, computed) == "same":
        return "fine"
    if not {mine.lower, mine.upper} & {computed.lower, computed.upper} - {None}:
        return "wrong"
    if relation(mine, computed) == "weaker":
        return "fine"
    same_side = (mine.lower is None) == (computed.lower is None) and (mine.upper is None) == (
        computed.upper is None
    )
    return "near" if same_side else "bare"


def _unit_of(figure: Quantity) -> str:
    return "percent" if figure.unit == "times" and (figure.lower or 1) < 1 else figure.unit


def _scaled(figure: Quantity) -> Bounds:
    """A share written as a part of one ("halved") in percent."""
    bounds = Bounds.of(figure)
    if figure.unit != "times":
        return bounds
    times = lambda value: None if value is None else value * 100  # noqa: E731 - used twice, in this line only
    return Bounds(
        times(bounds.lower), times(bounds.upper), bounds.lower_closed, bounds.upper_closed, bounds.approximate
    )


def in_sentence(
    facts: Facts, known: Sequence[Counted], unknown: Sequence[Counted]
) -> dict[int, Finding | None]:
    """Judge the figures of one sentence that no source has, by the sourced ones beside them.

    Returns a mapping from the place of each figure that a calculation of the sentence covers to a finding,
    None when it is borne out. Empty when the sentence reckons nothing.
    """
    operands = [counted.figure for counted in known]
    wanted = operations(facts.text)
    verdicts: dict[int, Finding | None] = {}
    for counted in unknown:
        stated = counted.figure
        judged = [
            (agrees(stated, bounds, unit), bounds, unit)
            for one, other in _couples(operands)
            for kind, bounds, unit in results(one, other)
            if kind in wanted
        ]
        if "sum" in wanted:
            judged += [(agrees(stated, total, ""), total, "") for total in _sums(operands)]
        best = min(judged, key=lambda each: ("fine", "near", "bare", "wrong").index(each[0]), default=None)
        if best and best[0] in ("fine", "near"):
            verdicts[stated.start] = None
            operands.append(stated)
        elif len(operands) >= 2 and is_declared(facts.text):
            verdicts[stated.start] = _wrong(stated, _likely(judged))
    return verdicts


def _couples(operands: Iterable[Quantity]) -> Iterable[tuple[Quantity, Quantity]]:
    alike = list(operands)
    return ((a, b) for a, b in itertools.combinations(alike, 2) if a.unit == b.unit)


def _sums(operands: Sequence[Quantity]) -> list[Bounds]:
    counts = [figure for figure in operands if not figure.unit]
    if len(counts) < 3:
        return []
    total: Quantity | Bounds = counts[0]
    for figure in counts[1:]:
        total = add(total, figure)
    return [Bounds.of(total)]


def _likely(judged: list[tuple[str, Bounds, str]]) -> Bounds | None:
    return next((bounds for verdict, bounds, _ in judged if verdict == "bare"), None)


def _wrong(stated: Quantity, computed: Bounds | None) -> Finding:
    params = {"given": stated.surface, "counted": stated.counted}
    return Finding("calculation-wrong", "wrong", possible=1, params=params)


def unshown(counted: Counted, cited: Sequence[Passage]) -> Place | None:
    """Tell whether a figure can be reckoned from two figures of the cited paragraphs, though no working
    is shown.

    Returns the place of the first of the two, or None.
    """
    theirs = [
        (p, c.figure)
        for p in cited
        for c in p.facts.figures
        if c.figure.unit in ("", "percent") and not c.figure.vague
    ]
    large = [(p, figure) for p, figure in theirs if (figure.lower or figure.upper or 0) >= 10 or figure.unit]
    for (passage, one), (_, other) in itertools.combinations(large, 2):
        if one.unit != other.unit:
            continue
        for _, bounds, unit in results(one, other):
            if agrees(counted.figure, bounds, unit) != "wrong":
                return Place(*passage.place, one.start, one.end, one.surface)
    return None


def is_time_between(figure: Quantity, ground: Ground) -> bool:
    """Tell whether a length of time is that between two of the case's reports, as far as their dates tell.

    >>> from dateline import open_case, read_quantities
    >>> from dateline.brief.passages import ground_of
    >>> is_time_between(read_quantities("ten months")[0], ground_of(open_case("syria-withdrawal")))
    True
    """
    if figure.unit not in _DAYS:
        return False
    dates = [source.date for source in ground.case.sources.values() if source.date]
    for one, other in itertools.combinations(dates, 2):
        try:
            least, most = sorted(abs(days) for days in elapsed(one, other) if days is not None)
        except ValueError:
            continue
        slack = _DAYS[figure.unit] * (0.75 if figure.unit != "day" else 0)
        low = (figure.lower if figure.lower is not None else 0) * _DAYS[figure.unit]
        high = (figure.upper if figure.upper is not None else 10**6) * _DAYS[figure.unit]
        if low - slack <= most and high + slack >= least:
            return True
    return False
