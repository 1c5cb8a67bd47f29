"""A working that is written out: "(7 × about 3,000)", "400 of 950 is about 42%, so at least about 42%"."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import NamedTuple

from dateline.brief.amounts import figures
from dateline.brief.amounts.arithmetic import agrees, is_rounded, meets
from dateline.brief.amounts.calculations import Operand
from dateline.brief.amounts.expressions import Expression, expressions, worked
from dateline.brief.amounts.hedging import in_one_unit
from dateline.brief.amounts.scaling import lengths_in, of_one_noun
from dateline.brief.ground.facts import Counted
from dateline.brief.ground.passages import Passage
from dateline.brief.language.wording import has_phrase
from dateline.brief.layout.work import Work
from dateline.lexicon import load
from dateline.quantities import Bounds, Quantity, relation

_SCALES = (1, 1_000, 1_000_000, 1_000_000_000)  # "(about 165 − up to 140)" may be millions
_EXACT = 0.001
_MONTH = 0.03  # by so much one month may be longer than another
_MANY = 24  # readings of one sum that are tried
Alike = Callable[[Operand, Operand], bool]


class Part(NamedTuple):
    """What one figure of a working stands for: its bounds and unit, and the figure of the text it is."""

    bounds: Bounds
    unit: str
    theirs: Counted | None = None
    passage: Passage | None = None
    is_factor: bool = False


@dataclass(slots=True)
class _State:
    work: Work
    alike: Alike
    found: dict[int, Operand | None] = field(default_factory=dict)
    made: list[tuple[Quantity, Part]] = field(default_factory=list)


def settled(work: Work, alike: Alike) -> dict[int, Operand | None]:
    """Return the figures that a working bears out, by their places: its operands, and None for its results
    and its factors.

    Each operand must be a figure of a cited paragraph, hedged as there or left bare, or say how many times
    one length of time holds another, or be what another working made. The result has to keep every hedge of
    the text, in the working or elsewhere in the sentence. `alike` tells whether two operands count the same.
    """
    found = expressions(work.facts.text)
    state = _State(work, alike)
    for each in (*found, *found):  # a working may use what a later one makes
        _settle(each, state)
    return state.found


def _settle(each: Expression, state: _State) -> None:
    readings = itertools.product(*(list(_parts(figure, state)) for figure in each.operands))
    for parts in itertools.islice(readings, _MANY):
        if _are_alike(each, parts, state) and (results := _borne_out(each, parts, state)):
            _keep(each, parts, results, state)


def _are_alike(each: Expression, parts: Sequence[Part], state: _State) -> bool:
    """Whether figures may be reckoned together; a share has to be one of the whole that it is taken of, and
    unlike groups are added up on a condition only."""
    if all(part.is_factor for part in parts):
        return False
    known = [part for part in parts if part.theirs]
    if "of" in each.signs:
        return all(_is_of(one, other) for one, other in itertools.pairwise(known))
    if set(each.signs) & {"×", "÷"}:
        return True
    if set(each.signs) == {"+"} and has_phrase(state.work.facts.text, load("reckoning")["conditions"]):
        return True
    told = [Operand.of(part.theirs) for part in known if part.theirs]
    return all(state.alike(one, other) for one, other in itertools.combinations(told, 2))


def _is_of(one: Part, other: Part) -> bool:
    """A share is one of the whole whose noun it has, and "nine in ten of those" of whoever came last."""
    if one.unit != "percent" or not (one.theirs and other.theirs and one.passage):
        return True
    share, whole = one.theirs.figure, other.theirs.figure
    of_those = one.passage.text[share.end :].lstrip().startswith(("of those", "of these"))
    if of_those and one.passage is other.passage:
        return not any(whole.end <= c.figure.start < share.start for c in one.passage.facts.figures)
    return of_one_noun(share, whole)


def _parts(figure: Quantity, state: _State) -> Iterator[Part]:
    """What a figure of a working may stand for."""
    work = state.work
    mine = _told(figure, work)
    for passage in work.cited:
        for theirs in passage.facts.figures:
            if (bounds := _same(figure, theirs.figure)) and not _is_of_others(mine, theirs, passage, work):
                yield Part(bounds, theirs.figure.unit, theirs, passage)
                if theirs.figure.hedge in _nearly():  # "nearly 50" is about 50 as well
                    end = bounds.upper if bounds.lower is None else bounds.lower
                    yield Part(Bounds(end, end, approximate=True), theirs.figure.unit, theirs, passage)
    yield from (part for made, part in state.made if _same(figure, made))
    if _is_factor(figure, work):
        yield Part(Bounds.of(figure), "", is_factor=True)


@cache
def _nearly() -> frozenset[str]:
    hedges = load("hedges")["before"]
    return frozenset((*hedges["just_below"], *hedges["just_above"]))


def _told(figure: Quantity, work: Work) -> Counted | None:
    """The figure of the sentence that a figure of a working is."""
    return next((c for c in work.facts.figures if _overlap(c.figure, figure)), None)


def _overlap(one: Quantity, other: Quantity) -> bool:
    return one.start < other.end and other.start < one.end


def _is_of_others(mine: Counted | None, theirs: Counted, passage: Passage, work: Work) -> bool:
    """ "400 of 950 teachers" where the text counts schools."""
    if mine is None or not mine.figure.counted or not theirs.figure.counted:
        return False
    pair = figures.pair(mine, theirs, work.facts, passage, work.ground)
    return pair is not None and pair.group == figures.OTHER


def _same(mine: Quantity, theirs: Quantity) -> Bounds | None:
    """The bounds of a figure of the text that a figure is: bare, or hedged so that it says no more."""
    if mine.unit and theirs.unit:
        both = in_one_unit(mine, theirs)
        if both is None:
            return None
        mine, theirs = both
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


def _is_factor(mine: Quantity, work: Work) -> bool:
    """ "(7 × about 3,000)", where the text has a rate for a day and the sentence speaks of a week."""
    times = mine.lower
    if mine.hedge or not times or times != mine.upper:
        return False
    rates = {days for passage in work.cited for days in lengths_in(passage.text)}
    unit = load("reckoning")["days"].get(mine.unit)  # "3,000,000 litres over 86,400 seconds" for a day
    if unit and any(abs(times * unit - rate) < _EXACT * rate for rate in rates):
        return True
    wanted = lengths_in(work.facts.text)
    return any(abs(days / rate - times) <= _MONTH * times for days in wanted for rate in rates)


def _borne_out(each: Expression, parts: Sequence[Part], state: _State) -> list[Quantity]:
    """The results that keep every hedge of the text; none where the sum as written does not come out."""
    written = [(Bounds.of(figure), part.unit) for figure, part in zip(each.operands, parts, strict=True)]
    kept = [(part.bounds, part.unit) for part in parts]
    if each.results and not _comes_out(each.results[0], written, each.signs):
        return []
    own = (*each.operands, *each.results)
    stated = [c.figure for c in state.work.facts.figures if not any(_overlap(c.figure, f) for f in own)]
    candidates = [*each.results, *stated]
    return [figure for figure in candidates if _keeps(figure, kept, each.signs)]


def _comes_out(result: Quantity, parts: Sequence[tuple[Bounds, str]], signs: Sequence[str]) -> bool:
    made = worked(signs, *zip(*parts, strict=True), result.unit)
    return made is not None and (meets(result, *made) or is_rounded(result, *made))


def _keeps(result: Quantity, parts: Sequence[tuple[Bounds, str]], signs: Sequence[str]) -> bool:
    made = worked(signs, *zip(*parts, strict=True), result.unit)
    if made is None or not (meets(result, *made) or is_rounded(result, *made)):
        return False
    loose = made[0].approximate or made[0].lower != made[0].upper
    if loose and result.hedge in ("exactly", "precisely"):
        return False
    return agrees(result, *made) in ("fine", "near")


def _keep(each: Expression, parts: Sequence[Part], results: Sequence[Quantity], state: _State) -> None:
    """Write down what a working settles: operands, results, and evidence."""
    work = state.work
    for figure, part in zip(each.operands, parts, strict=True):
        mine = _told(figure, work)
        if mine and part.theirs:
            state.found[mine.figure.start] = Operand.of(mine, part.theirs)
        elif mine:
            state.found.setdefault(mine.figure.start, None)
        if part.theirs and part.passage:
            work.rest_on(part.passage, part.theirs.figure.start, part.theirs.figure.end)
    for figure in (*each.results[:1], *results):
        made = worked(each.signs, [part.bounds for part in parts], [part.unit for part in parts], figure.unit)
        if made:
            state.made.append((figure, Part(*made)))
        if mine := _told(figure, work):
            state.found.setdefault(mine.figure.start, None)
