"""Compare a sentence's figures with those of the cited paragraphs: by what they count and by their bounds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.brief.facts import Counted, Facts
from dateline.brief.names import nations
from dateline.brief.passages import Ground, Passage
from dateline.brief.wording import ideas, words
from dateline.findings import Finding, Place
from dateline.lexicon import load
from dateline.quantities import Quantity
from dateline.quantities.relations import relation

_PLACE = re.compile(
    r"\b(?:in|from|to|near|into|of|leaving) (?:\w+ )?[A-Z]\w+"
)  # "forces in Iraq" are not Iraqi
# How what two figures count may stand to one another.
SAME, UNKNOWN, WIDER, NARROWER, OTHER, DOUBTFUL = "same", "unknown", "wider", "narrower", "other", "doubtful"


@dataclass(frozen=True, slots=True)
class Pair:
    """A figure of the brief beside one of a paragraph: how bounds and populations stand to one another."""

    passage: Passage
    counted: Counted
    bounds: str
    group: str

    @property
    def place(self) -> Place:
        """Where the paragraph's figure stands."""
        figure = self.counted.figure
        return Place(*self.passage.place, figure.start, figure.end, figure.surface)


def pair(mine: Counted, theirs: Counted, facts: Facts, passage: Passage, ground: Ground) -> Pair | None:
    """Put two figures side by side; None when their units differ, so that nothing can be compared."""
    a, b = mine.figure, theirs.figure
    if _unit(a) != _unit(b) or (b.vague and not a.vague and b.unit == "percent"):
        return None
    return Pair(passage, theirs, bounds_of(a, b), _group(mine, theirs, facts, passage, ground))


def _unit(figure: Quantity) -> str:
    return figure.unit


def bounds_of(a: Quantity, b: Quantity) -> str:
    """Say how the brief's figure `a` stands to the source's `b`: "fine", "weaker" or a message key.

    Entailed is fine and weaker is fine; a bare, flipped, sharper or more precise figure is not.
    """
    found = relation(a, b)
    if found == "same":
        return "fine"
    if found == "weaker":
        return "weaker"
    shared = shares_numeral(a, b)
    if b.vague and found in ("stronger", "entails", "overlaps"):
        return "false-precision"
    if shared and not (_is_band(a) and _is_band(b)):
        return _hedge_fault(a, b)
    if found == "entails" and _whole_step(a, b):
        return "fine"
    if found in ("entails", "stronger") and _is_point(a):
        return "band-as-point" if _is_band(b) else "false-precision"
    return "other figure"


def shares_numeral(a: Quantity, b: Quantity) -> bool:
    """Tell whether two figures have a bound in common."""
    return bool({a.lower, a.upper} & {b.lower, b.upper} - {None})


def _whole_step(a: Quantity, b: Quantity) -> bool:
    """ "At least 2,001" is "more than 2,000" where whole things are counted."""
    return not a.unit and not a.approximate and not b.approximate and _stepped(a) == _stepped(b)


def _stepped(figure: Quantity) -> tuple[Any, Any]:
    lower = figure.lower + 1 if figure.lower is not None and not figure.lower_closed else figure.lower
    upper = figure.upper - 1 if figure.upper is not None and not figure.upper_closed else figure.upper
    return lower, upper


def _is_band(figure: Quantity) -> bool:
    return figure.lower is not None and figure.upper is not None and figure.lower != figure.upper


def _is_point(figure: Quantity) -> bool:
    return figure.lower is not None and figure.lower == figure.upper


def _hedge_fault(a: Quantity, b: Quantity) -> str:
    """Name what happened to the hedge of a figure whose numeral was kept."""
    if _is_band(b):
        return "band-as-point"
    if _is_point(a) and not a.approximate:
        return "false-precision" if a.hedge in ("exactly", "precisely") else "hedge-dropped"
    if _is_point(a):
        return "bound-as-value"
    if not _is_point(b) and (a.lower is None) != (b.lower is None):
        return "hedge-reversed"
    return "hedge-changed"


def _group(mine: Counted, theirs: Counted, facts: Facts, passage: Passage, ground: Ground) -> str:
    one, other = mine.population, theirs.population
    if one and other:
        if not shares_numeral(mine.figure, theirs.figure) and _apart(mine.figure, theirs.figure):
            return OTHER
        if one == other or other in mine.plausible:
            return _same_people(mine.figure, theirs.figure, ground, other)
        if mine.figure.vague and ground.names.root(one) == ground.names.root(other):
            return SAME  # "the bulk of" is a share: the words behind it may name the part or the whole
        if not mine.figure.counted and any(c.figure.vague for c in facts.figures):
            return (
                UNKNOWN  # "most of the troops, of whom there were about 1,000": the verb tells of the share
            )
        if ground.names.is_part(other, one):
            return WIDER
        return NARROWER if ground.names.is_part(one, other) else OTHER
    return _by_noun(mine, theirs, passage)


def _apart(a: Quantity, b: Quantity) -> bool:
    """Tell whether two figures count things whose nouns have nothing in common: forces and countries."""
    ours, others = words(a.counted)[-1:], words(b.counted)[-1:]
    return bool(ours and others) and not ideas(ours[0].stem) & ideas(others[0].stem)


def _same_people(a: Quantity, b: Quantity, ground: Ground, population: str) -> str:
    """The case calls both the same; a nation before the noun that the population lacks gives a swap away."""
    entry = ground.names.populations[population]
    named = _PLACE.sub(" ", " . ".join([entry.label, *entry.aliases]))
    allowed = nations(words(named)) | nations(words(b.counted))
    return OTHER if nations(words(a.counted)) - allowed else SAME


def _by_noun(mine: Counted, theirs: Counted, passage: Passage) -> str:
    """Compare what is counted by its nouns where the case names no population for both."""
    ours, others = words(mine.figure.counted), words(theirs.figure.counted)
    open_group = UNKNOWN if shares_numeral(mine.figure, theirs.figure) else OTHER
    if not ours:
        return open_group
    if nations(ours) - (nations(others) or nations(passage.facts.words)):
        return OTHER
    wanted = frozenset().union(*(ideas(word.stem) for word in others)) if others else frozenset()
    if any(ideas(word.stem) & wanted for word in ours):
        return SAME
    if mine.figure.unit == "percent" and others:
        return OTHER
    if not others or (not mine.population and ideas(ours[-1].stem) & passage.known):
        return open_group
    return OTHER if mine.population or _is_known(ours[-1].stem) else DOUBTFUL


def _is_known(stem: str) -> bool:
    return any(idea.startswith("/") for idea in ideas(stem)) or stem in load("nouns")["plurals"]


_ORDER = {SAME: 0, UNKNOWN: 1, DOUBTFUL: 2, WIDER: 3, NARROWER: 3, OTHER: 4}


def judge(mine: Counted, pairs: Sequence[Pair], facts: Facts) -> tuple[list[Finding], Pair | None]:
    """Judge one figure of the brief by its pairs in the cited paragraphs.

    Returns the findings, none when it is borne out, and the pair they rest on; None means that the
    cited paragraphs hold nothing like it.
    """
    best = min(pairs, key=_closeness, default=None)
    if best is None or best.bounds == "other figure":
        return [], None
    params = {
        "given": _written(mine.figure),
        "text": _written(best.counted.figure),
        "hedge": best.counted.figure.hedge,
        "counted": best.counted.figure.counted,
        "numeral": mine.figure.surface,
    }

    def finding(key: str, verdict: str) -> Finding:
        return Finding(key, verdict, possible=0 if verdict != "wrong" else 1, params=params, place=best.place)

    if best.group in (WIDER, NARROWER, OTHER):
        return [finding(_group_key(mine, best), "wrong")], best
    found = []
    if best.bounds not in ("fine", "weaker"):
        found.append(finding(best.bounds, "wrong"))
    elif best.bounds == "weaker":
        found.append(finding("weaker-than-source", "note"))
    if best.group == DOUBTFUL:
        found.append(finding("wording-unknown", "review"))
    return found, best


def _closeness(pair: Pair) -> tuple[int, int]:
    hedges = {"fine": 0, "weaker": 1, "other figure": 9}
    strength = hedges.get(pair.bounds, 3)
    return (
        (9, 9)
        if strength == 9
        else (0 if strength < 2 and pair.group in (SAME, UNKNOWN) else 1, 10 * _ORDER[pair.group] + strength)
    )


def _group_key(mine: Counted, pair: Pair) -> str:
    """Part for whole is a wider scope; where the key calls one a flow, stock and flow are confused."""
    if pair.group == OTHER:
        return "wrong-base" if mine.figure.unit == "percent" else "population-swapped"
    if pair.group == WIDER:
        return "stock-for-flow" if pair.counted.flow == "flow" else "scope-widened"
    return "stock-for-flow" if pair.counted.flow == "stock" and _moves(mine) else "population-swapped"


def _moves(mine: Counted) -> bool:
    return any(word in mine.population for word in ("leav", "depart", "ordered", "mov", "arriv", "return"))


def _written(figure: Quantity) -> str:
    counted = f" {figure.counted}" if figure.counted else ""
    return f"{figure.surface}{counted}"


def pairs_in(mine: Counted, facts: Facts, passages: Iterable[Passage], ground: Ground) -> list[Pair]:
    """Return the pairs of one figure with every figure of some passages that has its unit."""
    found = [
        pair(mine, theirs, facts, passage, ground) for passage in passages for theirs in passage.facts.figures
    ]
    return [each for each in found if each is not None]


def stands(mine: Counted, pairs: Iterable[Pair], strictly: bool = False) -> Pair | None:
    """Return a pair in which the brief's figure is borne out by one with its numeral, or None."""
    groups = (SAME,) if strictly else (SAME, UNKNOWN)
    return next(
        (
            each
            for each in pairs
            if each.bounds in ("fine", "weaker")
            and each.group in groups
            and shares_numeral(mine.figure, each.counted.figure)
        ),
        None,
    )
