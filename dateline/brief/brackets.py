"""A working in brackets with hedged figures: "about £25m (about 165 − up to 140)", "(7 × about 3,000)"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from dateline.brief.arithmetic import agrees
from dateline.brief.calculations import Operand
from dateline.brief.facts import Counted
from dateline.brief.passages import Passage
from dateline.brief.scaling import lengths_in
from dateline.brief.work import Work
from dateline.quantities import Bounds, Quantity, add, relation, subtract

_BRACKET = re.compile(r"\([^()]+\)")
_SIGNS = {
    "+": "+",
    "plus": "+",
    "-": "-",
    "−": "-",
    "–": "-",
    "minus": "-",
    "less": "-",
    "×": "×",
    "x": "×",
    "*": "×",
    "times": "×",
}
_SCALES = (1, 1_000, 1_000_000, 1_000_000_000)  # "(about 165 − up to 140)" may be millions
_MONTH = 0.03  # by so much one month may be longer than another
Alike = Callable[[Operand, Operand], bool]
Part = tuple[Bounds, Counted, Counted | None, Passage | None]  # bounds, here, in the text, and where


def settled(work: Work, alike: Alike) -> dict[int, Operand | None]:
    """Return the figures that a working in brackets bears out, by their places: its operands, and None for
    its result and for a factor.

    Each operand must be a figure of a cited paragraph, hedged as there or left bare, or say how many times
    one length of time holds another. `alike` tells whether two operands count the same people or things.
    """
    found: dict[int, Operand | None] = {}
    for match in _BRACKET.finditer(work.facts.text):
        inside = [c for c in work.facts.figures if match.start() < c.figure.start < match.end()]
        signs = _signs(inside, work.facts.text)
        if not signs:
            continue
        for result in _beside(match, work.facts.figures):
            parts = [_part(each, result.figure, work) for each in inside]
            if None not in parts and _holds(parts, signs, result.figure, alike):
                found[result.figure.start] = None
                for _, mine, theirs, passage in parts:
                    found[mine.figure.start] = Operand.of(mine, theirs) if theirs else None
                    if theirs and passage:
                        work.rest_on(passage, theirs.figure.start, theirs.figure.end)
                break
    return found


def _signs(inside: Sequence[Counted], text: str) -> list[str]:
    """The signs between the figures of a working; none where anything else stands between them."""
    found = []
    for one, other in itertools.pairwise(inside):
        between = text[one.figure.end : other.figure.start].strip().lower()
        sign = "×" if one.figure.surface.endswith("×") and not between else _SIGNS.get(between)
        if sign is None:
            return []
        found.append(sign)
    return found


def _beside(bracket: re.Match[str], figures: Sequence[Counted]) -> Iterator[Counted]:
    """The figures beside a bracket, those before it first."""
    yield from [each for each in figures if each.figure.end <= bracket.start()][:-3:-1]
    yield from [each for each in figures if each.figure.start >= bracket.end()][:1]


def _holds(parts: Sequence[Part], signs: Sequence[str], result: Quantity, alike: Alike) -> bool:
    """Tell whether a working comes to its result, all bounds kept."""
    counted = [Operand.of(mine, theirs) for _, mine, theirs, _ in parts if theirs]
    if not counted or not all(alike(one, other) for one, other in itertools.combinations(counted, 2)):
        return False
    made = parts[0][0]
    for sign, (bounds, *_) in zip(signs, parts[1:], strict=True):
        made = _step(sign, made, bounds)
    return agrees(result, made, result.unit) in ("fine", "near")


def _step(sign: str, one: Bounds, other: Bounds) -> Bounds:
    if sign == "×":
        return _times(one, other)
    return add(one, other) if sign == "+" else subtract(one, other)


def _times(one: Bounds, other: Bounds) -> Bounds:
    factor, figure = (one, other) if one.lower == one.upper is not None else (other, one)
    times = factor.lower or 0
    lower, upper = (None if end is None else round(end * times, 9) for end in (figure.lower, figure.upper))
    return replace(figure, lower=lower, upper=upper)


def _part(mine: Counted, result: Quantity, work: Work) -> Part | None:
    """What one figure of a working stands for, None when nothing bears it out."""
    for passage in work.cited:
        for theirs in passage.facts.figures:
            if theirs.figure.unit == result.unit and (bounds := _same(mine.figure, theirs.figure)):
                return bounds, mine, theirs, passage
    return (Bounds.of(mine.figure), mine, None, None) if _is_factor(mine, work) else None


def _same(mine: Quantity, theirs: Quantity) -> Bounds | None:
    """The bounds of a figure of the text that a figure is: bare, or hedged so that it says no more."""
    for scale in _SCALES:
        ends = tuple(None if end is None else end * scale for end in (mine.lower, mine.upper))
        if not mine.hedge and ends[0] == ends[1] and ends[0] in (theirs.lower, theirs.upper):
            return Bounds.of(theirs)  # a label: "(16,400 − …)" for "an average of 16,400"
        bounds = replace(Bounds.of(mine), lower=ends[0], upper=ends[1])
        if {*ends} & {theirs.lower, theirs.upper} - {None} and relation(bounds, Bounds.of(theirs)) in (
            "same",
            "weaker",
        ):
            return bounds
    return None


def _is_factor(mine: Counted, work: Work) -> bool:
    """ "(7 × about 3,000)", where the text has a rate for a day and the sentence speaks of a week."""
    times = mine.figure.lower
    if mine.figure.hedge or not times or times != mine.figure.upper:
        return False
    rates = {days for passage in work.cited for days in lengths_in(passage.text)}
    wanted = lengths_in(work.facts.text)
    return any(abs(days / rate - times) <= _MONTH * times for days in wanted for rate in rates)
