"""Words of quantity without a numeral: "all", "the bulk of". A part of the source may not become the
whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.brief.facts import Facts
from dateline.brief.figures import Pair
from dateline.brief.passages import Ground, Passage
from dateline.brief.wording import is_light
from dateline.findings import Finding, Place

_ALL = {"all", "every", "entire", "entirely", "whole", "wholly", "completely", "everyone", "fully"}
_LEADS = {"all", "every", "entire", "whole"}


@dataclass(frozen=True, slots=True)
class Whole:
    """An "all" of a text: the noun behind it as ideas, and its population."""

    start: int
    noun: frozenset[str]
    population: str


def wholes(facts: Facts, ground: Ground) -> list[Whole]:
    """Return every "all …" of a text with what it takes in.

    >>> from dateline import open_case
    >>> from dateline.brief.facts import facts_of
    >>> from dateline.brief.passages import ground_of
    >>> ground = ground_of(open_case("syria-withdrawal"))
    >>> facts = facts_of("All US troops leaving Syria moved.", ground.names, "2019")
    >>> [w.population for w in wholes(facts, ground)]
    ['us-troops-leaving-syria']
    """
    found = []
    all_words = list(facts.words)
    for at, word in enumerate(all_words):
        if word.low not in _LEADS or (at and all_words[at - 1].low in ("at", "after", "not", "above", "in")):
            continue
        noun = next((i for i in range(at + 1, min(at + 6, len(all_words))) if _noun(facts, i)), None)
        if noun is not None and all_words[noun].clause == word.clause:
            found.append(
                Whole(word.start, facts.ideas[noun], ground.names.named(all_words, word.start, word.end))
            )
    return found


def _noun(facts: Facts, at: int) -> bool:
    word = facts.words[at]
    return not is_light(word) and not word.is_name


def judge(facts: Facts, cited: Sequence[Passage], ground: Ground) -> list[Finding]:
    """A sentence that says "all" needs an "all" of the same people in a cited paragraph."""
    quoted = facts.quotations
    for mine in wholes(facts, ground):
        if any(a <= mine.start < b for a, b in quoted):
            continue
        theirs = [(passage, whole) for passage in cited for whole in wholes(passage.facts, ground)]
        if any(_same(mine, whole) for _, whole in theirs):
            continue
        params = {"given": facts.text[mine.start : mine.start + 40].split(",")[0]}
        narrower = next(
            (p for p, whole in theirs if ground.names.is_part(whole.population, mine.population)), None
        )
        narrower = narrower or next((p for p in cited if mine.noun & p.facts.every_idea), None)
        if narrower is not None:
            return [Finding("scope-widened", possible=1, params=params, place=Place(*narrower.place))]
        return [Finding("wording-unknown", "review", params={"words": params["given"], **params})]
    return []


def _same(mine: Whole, theirs: Whole) -> bool:
    if mine.population and theirs.population:
        return mine.population == theirs.population
    return bool(mine.noun & theirs.noun)


def part_lost(facts: Facts, matched: Sequence[tuple[int, Pair]]) -> list[Finding]:
    """The source speaks of the bulk of a number, the sentence of the number itself: "ordered about 1,000
    out"."""
    if any(counted.figure.unit == "percent" for counted in facts.figures) or any(
        word.low in ("most", "majority", "bulk", "part", "some", "many", "largely", "mostly")
        for word in facts.words
    ):
        return []
    for start, pair in matched:
        share = next(
            (
                c
                for c in pair.passage.facts.figures
                if c.figure.unit == "percent" and c.figure.vague and _before(c.figure.start, pair)
            ),
            None,
        )
        if share is None or pair.counted.figure.unit:
            continue
        mine = _acts_beside(facts, start)
        theirs = _acts_beside(pair.passage.facts, share.figure.start)
        if len({idea for idea in mine & theirs if idea in ("/order", "/leave", "/move", "/return")}) >= 2:
            params = {"given": facts.text[start : start + 40], "text": share.figure.surface}
            place = Place(*pair.passage.place, share.figure.start, share.figure.end, share.figure.surface)
            return [Finding("scope-widened", possible=1, params=params, place=place)]
    return []


def _before(start: int, pair: Pair) -> bool:
    return 0 < pair.counted.figure.start - start <= 60


def _acts_beside(facts: Facts, start: int) -> frozenset[str]:
    clause = next((word.clause for word in facts.words if word.end > start), 0)
    return frozenset().union(
        *(ideas for word, ideas in zip(facts.words, facts.ideas, strict=True) if word.clause == clause)
    )
