"""Recompute what a brief reckons from the sources' figures, with bounds: "1,000 less 700 leaves 300"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from dateline.brief.amounts import miscounts
from dateline.brief.amounts.arithmetic import VERDICTS, Made, agrees, made_of, meets, total
from dateline.brief.amounts.scaling import made_of_one, of_one_noun, part_of
from dateline.brief.ground.facts import Counted, Facts
from dateline.brief.ground.passages import Passage
from dateline.brief.language.cued import Cued
from dateline.brief.language.wording import has_phrase
from dateline.findings import Finding, Place
from dateline.lexicon import load
from dateline.marks import fold
from dateline.quantities import Quantity

_FEWER = Cued(
    r"\d\S*(?:\s+\w+){0,3}\s+(?:fewer|less)\b(?!\s+than)", cues="fewer|less", flags=re.IGNORECASE
)  # "at least 900 troops fewer"
_FURTHER = re.compile(
    r"\W*or (?:\w+ )?(?P<way>further|more|worse|higher|less|fewer|lower)\b", re.IGNORECASE
)  # "halved or fell further"

_SIGNS = re.compile(r".{0,24}\s[-−–+=]\s.{0,24}")
_OF_OTHERS = (
    r"(?<!['’]s )(?<!\bits )(?<!\btheir )(?<!\bhis )(?<!\bher )"  # "the ministry's own count" is not ours
)


@dataclass(frozen=True, slots=True)
class Operand:
    """A figure that a sentence reckons with: where it stands there, and what the source says it counts."""

    figure: Quantity
    start: int
    end: int
    population: str = ""
    flow: str = ""

    @classmethod
    def of(cls, mine: Counted, theirs: Counted | None = None) -> Operand:
        """An operand as the brief has it, with figure and population of the source's where one is given."""
        known = theirs or mine
        population = mine.population if mine.population in known.plausible else known.population
        return cls(known.figure, mine.figure.start, mine.figure.end, population, known.flow)


Alike = Callable[[Operand, Operand], bool]


def is_declared(text: str) -> bool:
    """Tell whether a sentence says that it reckons ("less", "leaves", "a fall of", "half").

    >>> is_declared("1,000 less 700 leaves 300."), is_declared("Esper spoke.")
    (True, False)
    """
    return bool(has_phrase(text, load("estimative")["calculation"]) or _FEWER.search(text) or _declares(text))


@lru_cache(maxsize=512)
def _declares(text: str) -> re.Match[str] | None:
    """The words by which a sentence says that it reckons: "subtracting", "by our own count"."""
    lists = load("reckoning")
    if declared := has_phrase(text, lists["declared"]):
        return declared
    plain = fold(text)
    reckons = any(map(plain.casefold().__contains__, lists["reckonings"]))  # most sentences do not
    return _own_sum().search(plain) if reckons else None


@cache
def _own_sum() -> re.Pattern[str]:
    lists = load("reckoning")
    own, sums = ("|".join(re.escape(word) for word in lists[name]) for name in ("reckoners", "reckonings"))
    return re.compile(rf"{_OF_OTHERS}\b(?:{own})(?:\s+\w+)?\s+(?:{sums})\b", re.IGNORECASE)


def is_marked(facts: Facts) -> bool:
    """Tell whether a sentence is a calculation of the writer's own: it says so, or puts "less", "plus",
    "=" between its figures.

    >>> from dateline import open_case
    >>> from dateline.brief.ground.facts import facts_of
    >>> from dateline.brief.ground.names import Names
    >>> names = Names(open_case("tolvane-dam"))
    >>> [is_marked(facts_of(t, names, "2017")) for t in ("About 9 less 5 leaves about 4.", "9 of 10 left.")]
    [True, False]
    """
    figures = [counted.figure for counted in facts.figures]
    if (figures or len(facts.dates) >= 2) and _declares(facts.text):
        return True
    return (
        any(
            _has_one(between, "operators") or _SIGNS.fullmatch(between)
            for between in _between(figures, facts.text)
        )
        or _taken(figures, facts.text)
        or _summed(figures, facts.text)
    )


def _has_one(text: str, name: str) -> bool:
    """Tell whether a text has a phrase of a list; most have not even the longest word of any."""
    likely = any(map(text.casefold().__contains__, _longest(name)))
    return likely and has_phrase(text, load("reckoning")[name]) is not None


@cache
def _longest(name: str) -> tuple[str, ...]:
    return tuple(max(phrase.split(), key=len) for phrase in load("reckoning")[name])


def _taken(figures: Sequence[Quantity], text: str) -> bool:
    """ "Taking about 1,000 from more than 2,000"."""
    return any(
        _has_one(text[max(0, a.start - 16) : a.start], "takers")
        and has_phrase(text[a.end : b.start], ("from", "to"))
        for a, b in itertools.pairwise(figures)
    )


def _summed(figures: Sequence[Quantity], text: str) -> bool:
    """ "More than 900 leaving and 150 to 200 staying make more than 1,050": two figures, a verb, a third."""
    verbs = (
        "make",
        "makes",
        "making",
        "total",
        "totals",
        "add up to",
        "adds up to",
        "come to",
        "comes to",
        "sum to",
        "sums to",
        "leaves",
        "equals",
    )
    return len(figures) >= 3 and any(
        has_phrase(between[-24:], verbs) for between in list(_between(figures, text))[1:]
    )


def _between(figures: Sequence[Quantity], text: str) -> Iterable[str]:
    return (text[a.end : b.start] for a, b in itertools.pairwise(figures))


def operations(text: str, ahead: str = "") -> set[str]:
    """Return which operations the words of a sentence allow; all of them when it names none.

    `ahead` are the words right before a result, where "leaving" means a difference.

    >>> sorted(operations("700 plus 300 makes 1,000")), sorted(operations("1,000 fell to 700"))
    (['sum'], ['difference', 'fall', 'share'])
    """
    named = load("reckoning")["operations"]
    text = _own_sum().sub(" ", fold(text))  # "by our own sum" names no operation
    found = {kind for kind in ("sum", "difference", "fall", "rise", "ratio") if has_phrase(text, named[kind])}
    if has_phrase(ahead, named["remainder"]):
        found.add("difference")
    if found & {"fall", "rise"}:
        found |= {"difference", "share"}
    if found and has_phrase(text, named["rise"]) and has_phrase(text, load("reckoning")["conditions"]):
        found.add("sum")  # "would rise above 5,700 if all of them came"
    return found or {"sum", "difference", "share", "fall", "rise", "ratio"}


def in_sentence(
    facts: Facts, known: Sequence[Counted], unknown: Sequence[Counted]
) -> dict[int, Finding | None]:
    """Judge the figures of one sentence that no source has, by the sourced ones beside them.

    Returns a mapping from the place of each figure that a calculation of the sentence covers to a finding,
    None when it is borne out. Empty when the sentence reckons nothing.
    """
    judged = reckon(facts, [Operand.of(counted) for counted in known], unknown)
    return {start: next(iter(found), None) for start, found in judged.items()}


def reckon(
    facts: Facts,
    operands: Sequence[Operand],
    results: Sequence[Counted],
    alike: Alike = lambda one, other: True,
) -> dict[int, list[Finding]]:
    """Recompute the stated results of a sentence from its operands; a result that stands may be used again.

    `alike` tells whether two operands count the same people or things. Returns the findings on each result,
    none where it is borne out; a result that no two operands reach is left out unless the sentence declares
    that it reckons.
    """
    known = list(operands)
    verdicts: dict[int, list[Finding]] = {}
    for one, other in itertools.pairwise(results):
        band = _band(one.figure, other.figure, facts.text)
        best = _best(band, known, facts.text, alike) if band else None
        if best and best[0] in ("fine", "near") and best[2]:
            verdicts |= {one.figure.start: [], other.figure.start: []}
    for counted in results:
        stated = counted.figure
        if stated.start in verdicts:
            continue
        best = _best(stated, known, facts.text, alike)
        if best and best[0] in ("fine", "near") and (best[2] or _may_unite(best[1], counted, facts.text)):
            verdicts[stated.start] = []
            known.append(Operand(stated, stated.start, stated.end, known[0].population))
        elif best and best[0] in ("fine", "near"):
            verdicts[stated.start] = miscounts.unlike(stated, best[1])
        elif len(known) >= 2 and is_declared(facts.text):
            figures = [each.figure for each in known]
            summed = "sum" in operations(facts.text)
            verdicts[stated.start] = miscounts.name(stated, figures, best, facts.text, summed)
    return verdicts


def _best(
    stated: Quantity, known: Sequence[Operand], text: str, alike: Alike
) -> tuple[str, Made, bool] | None:
    """The operation that comes nearest to a stated result: how near, what it makes, of figures that fit."""
    wanted = {*_wanted(stated, text), "complement", "scaled", "part"}
    judged = [
        (agrees(_extended(stated, text, made.kind), made.bounds, made.unit), made, fits)
        for made, fits in _candidates(known, alike, stated, text)
        if made.kind in wanted
    ]
    return min(judged, key=lambda each: (VERDICTS.index(each[0]), not each[2]), default=None)


def _band(one: Quantity, other: Quantity, text: str) -> Quantity | None:
    """Two results that are the ends of one range: "one in eight to one in six"."""
    joined = text[one.end : other.start].strip().lower() in ("to", "and", "or", "-", "–")
    if not joined or one.unit != other.unit or None in (one.lower, one.upper, other.lower, other.upper):
        return None
    low, high = sorted((one, other), key=lambda each: each.lower)
    near = one.approximate or other.approximate
    return replace(one, lower=low.lower, upper=high.upper, approximate=near, end=other.end)


def _wanted(stated: Quantity, text: str) -> set[str]:
    """The operations that may have made one result: its unit and the words right before it decide."""
    ahead = text[max(0, stated.start - 24) : stated.start].lower()
    found = operations(text, ahead[-14:])
    if "halv" in stated.surface.lower() or re.search(r"cut in(?: about)?\s*$", ahead):
        return {"fall"}
    if stated.unit != "percent":
        return found | ({"ratio"} if stated.unit == "times" else set())
    change = {kind for kind in ("fall", "rise") if has_phrase(text, load("reckoning")["operations"][kind])}
    if not change or re.search(r"\bto\s*$", ahead) or _is_share(stated, text):
        return change | {"share"}
    return change


def _is_share(stated: Quantity, text: str) -> bool:
    """ "about half of what it was", "is half": a share, though the sentence also speaks of a fall."""
    behind = text[stated.end : stated.end + 12].lower()
    return bool(re.match(r"\s*(?:of|as)\b", behind))


def _extended(stated: Quantity, text: str, kind: str) -> Quantity:
    """ "Halved or fell further": the words behind a share open one of its ends."""
    tail = _FURTHER.match(text[stated.end :])
    if not tail or stated.lower is None or stated.lower != stated.upper:
        return stated
    upward = tail["way"].lower() in ("more", "higher") or kind in ("fall", "rise", "difference")
    return (
        replace(stated, upper=None, upper_closed=False)
        if upward
        else replace(stated, lower=None, lower_closed=False)
    )


def _candidates(
    known: Sequence[Operand], alike: Alike, stated: Quantity, text: str
) -> Iterable[tuple[Made, bool]]:
    for one, other in itertools.combinations(known, 2):
        if one.figure.unit == other.figure.unit:
            fits = alike(one, other)
            # How many times as large one group is as another may be said of any two.
            for made in made_of(one.figure, other.figure):
                kept = one.figure.unit if made.kind in ("sum", "difference") else ""
                made = replace(made, unit=made.unit or (kept if kept != "percent" else ""))
                yield made, fits or made.kind == "ratio"
    for one, other in itertools.permutations(known, 2):
        share, whole = (replace(each.figure, start=each.start, end=each.end) for each in (one, other))
        yield from ((made, of_one_noun(share, whole)) for made in part_of(share, whole, text))
    counts = [each for each in known if not each.figure.unit]
    for number in range(3, min(len(counts), 4) + 1):
        for group in itertools.combinations(counts, number):
            fits = all(alike(a, b) for a, b in itertools.combinations(group, 2))
            yield Made("sum", total([each.figure for each in group])), fits
    for each in known:
        here = replace(each.figure, start=each.start, end=each.end)
        yield from ((made, True) for made in made_of_one(here, stated, text))


def _may_unite(made: Made, result: Counted, text: str) -> bool:
    """Whether unlike groups may be added: on a condition, or by the writer, who calls the sum no group."""
    if made.kind != "sum":
        return False
    return bool(
        has_phrase(text, load("reckoning")["conditions"]) or (not result.figure.counted and _declares(text))
    )


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
        for made in made_of(one, other):
            told = agrees(counted.figure, made.bounds, made.unit) != "wrong"
            if told and meets(counted.figure, made.bounds, made.unit):
                return Place(*passage.place, one.start, one.end, one.surface)
    return None
