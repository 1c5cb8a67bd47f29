"""What a ledger row says is counted, and where: names of populations and scopes, compared by their words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from dateline import lexicon
from dateline.cases import Case, FigureRow
from dateline.kinds._misdating import RIGHT, Judged
from dateline.kinds._movement import mixes_stock_and_flow, names_the_way, other_way
from dateline.marks import fold

# A place follows one of these in a scope ("in southern Syria"); used to see that a learner names another one.
_PLACE = re.compile(r"\b(?:in|at|to|from)\s+(?:[a-z]+\s+)?([A-Z][\w’'-]+)")
# What follows one of these narrows the noun before it: "troops leaving Syria", "territory it once held".
_NARROWS = re.compile(r"\b(?:of|in|at|on|who|that|which|it|leaving|from|to)\b")
_AND = re.compile(r"\band\b|\bor\b|\bplus\b|&", re.IGNORECASE)
_JOINED = re.compile(r"\band\b|\bor\b|\bplus\b|&|,|/", re.IGNORECASE)


@cache
def _synonyms() -> tuple[tuple[str, str], ...]:
    """Every phrase that stands for another, longest first."""
    rows = lexicon.load("answers")["same_words"]
    pairs = sorted(((each, row[0]) for row in rows for each in row), key=lambda pair: -len(pair[0]))
    return tuple((each, f" {first} ") for each, first in pairs)


@lru_cache(maxsize=512)
def _as_words(phrase: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(phrase)}(?!\w)")


@lru_cache(maxsize=8192)
def words(text: str) -> frozenset[str]:
    """Return the words of a phrase that carry meaning, synonyms made one.

    >>> words("the U.S. service members in Syria") == words("American troops in Syria")
    True
    """
    plain = re.sub(r"\bIS\b", "islamicstate", fold(text)).lower()  # in small letters it is a verb
    for phrase, first in _synonyms():
        if phrase in plain:
            plain = _as_words(phrase).sub(first, plain)
    found = re.findall(r"[^\W_]+(?:[-'][^\W_]+)*", plain.replace("'s", ""))
    return frozenset(found) - frozenset(lexicon.load("answers")["filler"])


def own_names(row: FigureRow, case: Case) -> list[str]:
    """Return every name that the key gives to what a figure counts."""
    population = case.populations.get(row.population)
    names = [population.label, *population.aliases, row.population] if population else []
    return [name for name in (row.counted, *row.counted_accepted, *names) if name]


def _own_words(row: FigureRow, case: Case) -> tuple[frozenset[str], ...]:
    return tuple(map(words, own_names(row, case)))


def named_population(text: str, row: FigureRow, case: Case) -> str:
    """Return the id of another group that a text names, or "" when it names the row's own or none."""
    told = words(text)
    own_words = _own_words(row, case)
    if told in own_words:
        return ""
    exactly = [id for id, names in _named(case) if told and told in names]
    part_of_own = told <= frozenset().union(*own_words)  # "ISIS" for its fighters
    if exactly and (exactly[0] in case.populations or not part_of_own):
        return exactly[0]
    best, size = "", 0
    for id, names in _named(case)[: len(case.populations)]:
        for name in names:
            if name and name <= told and len(name) > size:
                best, size = id, len(name)
    own = max((len(name) for name in own_words if name <= told), default=0)
    return best if best != row.population and size > own else ""


@lru_cache(maxsize=64)
def _named(case: Case) -> list[tuple[str, tuple[frozenset[str], ...]]]:
    """Return populations, then organisations, each with the words of its names."""
    named = [(id, (p.label, *p.aliases, id.replace("-", " "))) for id, p in case.populations.items()]
    named += [(id, (p.name, *p.aliases)) for id, p in case.organisations.items()]
    return [(id, tuple(map(words, names))) for id, names in named]


def judge_counted(text: str, row: FigureRow, case: Case) -> Judged:
    """Judge what a learner says is counted: the row's own group, another one, or words that no rule knows."""
    told, own = words(text), _own_words(row, case)
    if told in own:
        return RIGHT
    if other := named_population(text, row, case):
        return Judged(_slip(other, row, case))
    heads = told & _heads(row)
    extra = told - frozenset().union(*own, words(row.scope), *map(words, row.scope_accepted))
    if heads and not extra:
        return RIGHT
    if row.stock_or_flow == "share" and (not heads or extra & (_foreign(row, case) | places(case))):
        return Judged("wrong-base")
    if heads:
        return Judged("population-swapped") if extra & _foreign(row, case) else Judged("counted-to-read")
    beside = told & words(row.scope) - places(case)
    return Judged("counted-to-read" if beside else "counted-unclear")


def _slip(other: str, row: FigureRow, case: Case) -> str:
    if row.stock_or_flow == "share":
        return "wrong-base"
    if other not in _wholes(row.population, case):
        return "population-swapped"
    return "stock-for-flow" if row.stock_or_flow == "flow" else "scope-widened"


def _wholes(population: str, case: Case) -> Iterable[str]:
    """Return the populations that a population is part of, at any remove."""
    found: list[str] = []
    while population in case.populations and (whole := case.populations[population].part_of):
        if whole in found:
            break
        found.append(whole)
        population = whole
    return found


def _heads(row: FigureRow) -> frozenset[str]:
    """The nouns that may stand for what is counted, such as "troops" for "service members"."""
    names = [words(name) for name in (row.counted, *row.counted_accepted)]
    parts = [part for part in _NARROWS.split(row.counted) if words(part)]
    last = [words(word) for word in re.findall(r"\w+", parts[0])][-1:] if parts else []
    return frozenset().union(*(name for name in names if len(name) == 1), *last)


def _foreign(row: FigureRow, case: Case) -> frozenset[str]:
    """Words that name parties of the case."""
    names = [party.name for party in (*case.organisations.values(), *case.people.values())]
    return frozenset().union(*map(words, names)) - words(row.scope)


def judge_scope(text: str, row: FigureRow, case: Case) -> Judged:
    """Judge a scope in the learner's own words.

    It is right when it holds all the words of an accepted scope and adds no other place. Too few of the
    figure's own words widen it. Those who go are not those who are there. What shares some words with the
    paragraph goes to a person.
    """
    accepted = [words(scope) for scope in (row.scope, *row.scope_accepted) if words(scope)]
    if not accepted:
        return RIGHT
    if mixes_stock_and_flow(text, row):
        return Judged("stock-for-flow")
    told = words(text)
    own = frozenset().union(*accepted, *map(words, own_names(row, case)), words(row.anchor))
    way = names_the_way(text, row)
    another = told not in accepted and not way and _is_scope_of_another(told, row, case)
    elsewhere = another or other_way(text, row) or _other_side_of_it(told, own)
    matched = [scope for scope in accepted if scope <= told]
    if matched:
        beside = told & places(case) - frozenset().union(*matched)
        return Judged("scope-differs") if elsewhere else _whole(text, told - own, beside, row, case)
    wide = set(lexicon.load("answers")["widening"])
    if way and not elsewhere and not (told - own) & (places(case) | wide):
        return RIGHT
    return _partial(text, told, own, elsewhere, row, case)


def _partial(
    text: str, told: frozenset[str], own: frozenset[str], elsewhere: bool, row: FigureRow, case: Case
) -> Judged:
    """Judge a scope that lacks words of every accepted one."""
    another_whole = row.stock_or_flow == "share" and not told & words(row.scope)
    known = places(case) | frozenset().union(*map(words, own_names(row, case)))
    if told & set(lexicon.load("answers")["widening"]) or (told and told <= known & own):
        return Judged("wrong-base" if another_whole else "scope-widened")
    if another_whole and named_population(text, row, case):
        return Judged("wrong-base")
    if elsewhere or (told - own) & places(case):
        return Judged("wrong-base" if row.stock_or_flow == "share" else "scope-differs")
    paragraph = case.sources[row.source].paragraph(row.paragraph).text if row.paragraph else ""
    return Judged("scope-to-read" if told & (own | words(paragraph)) else "scope-unclear")


def _whole(text: str, extra: frozenset[str], beside: frozenset[str], row: FigureRow, case: Case) -> Judged:
    """Judge a scope that has all its words: `extra` are more words, `beside` places of no accepted scope."""
    lists = lexicon.load("answers")
    joined = extra & places(case) and _JOINED.search(text)
    if extra & set(lists["widening"]) or joined or (beside and _AND.search(text)):
        return Judged("scope-widened")
    if not extra & set(lists["narrowing"]):
        return RIGHT
    return Judged("scope-to-read" if row.stock_or_flow == "duration" else "scope-narrowed")


def _other_side_of_it(told: frozenset[str], own: frozenset[str]) -> bool:
    """Whether the points of the compass differ: the north of a country is not its south."""
    points = frozenset(lexicon.load("answers")["compass"])
    return bool(told & points and own & points and not told & own & points)


def _is_scope_of_another(told: frozenset[str], row: FigureRow, case: Case) -> bool:
    """Whether these are the very words by which the key narrows another group of the same report."""
    others = [
        other
        for other in case.key.rows("figures")
        if other.source == row.source and other.population and other.population != row.population
    ]
    return any(told == words(scope) for other in others for scope in other.scope_accepted)


@lru_cache(maxsize=64)
def places(case: Case) -> frozenset[str]:
    """Return the place words that the scopes of the key's figures name."""
    scopes = [scope for row in case.key.rows("figures") for scope in (row.scope, *row.scope_accepted)]
    return frozenset().union(*(words(place) for scope in scopes for place in _PLACE.findall(scope)))
