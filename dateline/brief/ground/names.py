"""People, organisations and populations of a case, found in a text by the aliases of case.yaml."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter
from typing import Any, NamedTuple

from dateline.brief.language import posts
from dateline.brief.language.cued import Cued
from dateline.brief.language.once import once
from dateline.brief.language.phrases import begun_by
from dateline.brief.language.thesaurus import ideas_each
from dateline.brief.language.wording import Word, ideas, ideas_at, words
from dateline.lexicon import load
from dateline.marks import fold

_ARTICLES = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)


VERBS = frozenset(
    [
        *(
            "is",
            "are",
            "was",
            "were",
            "be",
            "been",
            "has",
            "have",
            "had",
            "will",
            "would",
            "shall",
            "should",
            "can",
        ),
        *("could", "may", "might", "must", "do", "does", "did", "to", "that", "who", "which", "not"),
    ]
)


KEPT = 2000  # texts whose mentions are kept: a sentence is asked for again and again
_CLOSE = 0.8  # of two populations whose aliases fit nearly as well, either may be meant
_OWNED = ("its", "their", "his", "her", "vice", "deputy", "former", "ex")  # "its president" is not ours
_TITLES = Cued(
    r"\b(president|minister|secretary|governor|mayor|chancellor|king|general)(?:s)\b",
    cues="presidents|ministers|secretarys|governors|mayors|chancellors|kings|generals",
    flags=re.IGNORECASE,
)
_NO_STAYING = ("left", "keeps", "kept", "maintains", "maintained", "retains", "retained", "still")
_ITS = re.compile(r"(?:its|their)\s", re.IGNORECASE)
_ALL = re.compile(r"(?:all|every)\b", re.IGNORECASE)  # says how many, not who
_NEXT = re.compile(r"\s*(\S+)")
_START, _END = attrgetter("start"), attrgetter("end")


@dataclass(frozen=True, slots=True)
class Mention:
    """A person or organisation of the case as a text mentions it; `person` tells which of the two."""

    id: str
    start: int
    end: int
    person: bool


class _Round(NamedTuple):
    """What stands round a figure, by the numbers of the words: those `near` that may say what it counts, the
    ones behind it first and of them the nearest; the first `behind` it; the first of those near it that
    stands there (0 for none); its own clause."""

    near: list[int]
    behind: int
    first: int
    clause: int


class Names:
    """The aliases of a case's people and organisations, as one pattern.

    >>> from dateline import open_case
    >>> names = Names(open_case("syria-withdrawal"))
    >>> [m.id for m in names.find("Mr. Erdoğan called; IS is not the US.")]
    ['erdogan', 'islamic-state', 'us-government']
    """

    def __init__(self, case: Any) -> None:
        self.people, self.organisations = dict(case.people), dict(case.organisations)
        self.populations: Mapping[str, Any] = dict(case.populations)
        self._ids: dict[str, str] = {}
        for id, party in {**self.organisations, **self.people}.items():
            for alias in _aliases(party, id in self.people):
                self._ids.setdefault(_key(alias), id)
        for id, alias in posts.names(self.people, self.organisations):
            self._ids.setdefault(_key(alias), id)
        self._pattern = _pattern(self._ids)
        self._firsts = frozenset(first for alias in self._ids for first in _firsts(alias))
        self.kept: dict[Any, Any] = {}  # what has been read of the names once; see once.py
        self._found: dict[str, list[Mention]] = {}
        self._phrases = {
            id: [_alias_words(alias) for alias in (entry.label, *entry.aliases) if not _ALL.match(alias)]
            for id, entry in self.populations.items()
        }
        known = [(id, phrase) for id, phrases in self._phrases.items() for phrase in phrases if phrase]
        common = Counter(idea for _, phrase in known for wanted in phrase for idea in wanted)
        self._alias_ideas = frozenset(common)
        self._by_rarest_word: dict[str, list[tuple[int, str, list[frozenset[str]]]]] = {}
        for number, (id, phrase) in enumerate(known):
            for idea in min(phrase, key=lambda wanted: max(common[idea] for idea in wanted)):
                self._by_rarest_word.setdefault(idea, []).append((number, id, phrase))

    def find(self, text: str) -> list[Mention]:
        """Return every mention in order; of two that overlap, the longer."""
        if text not in self._found:
            if len(self._found) > KEPT:
                self._found.clear()
            self._found[text] = self._look_for(text)
        return list(self._found[text])

    def forget(self) -> None:
        """Forget the texts that have been looked through."""
        self._found.clear()

    def _look_for(self, text: str) -> list[Mention]:
        if self._pattern is None:
            return []
        found = self._several(text)
        for match in begun_by(text, self._pattern, self._firsts):
            id = self._ids.get(_key(match[0]))
            if id and _written_right(match[0], self._ids) and self._meant(id, match, text):
                found.append(Mention(id, match.start(), match.end(), id in self.people))
        return sorted(found, key=lambda mention: mention.start)

    def _several(self, text: str) -> list[Mention]:
        """Those who share a title that stands in the plural: "the presidents of the US and Turkey"."""
        found = []
        for match in _TITLES.finditer(text):
            holders = {
                id: nations(words(f"{party.role}. {'. '.join(party.aliases)}"))
                for id, party in self.people.items()
                if party.name[:1].isupper() and match[1].lower() in party.role.lower()
            }
            named = nations(words(text[max(0, match.start() - 40) : match.end() + 60]))
            told = [id for id, own in holders.items() if not named or own & named]
            if len(told) > 1:
                found += [Mention(id, match.start(), match.end(), True) for id in told]
        return found

    def _meant(self, id: str, match: re.Match[str], text: str) -> bool:
        """Refuse a bare title that belongs to somebody else: "the Iraqi president", "its president"."""
        if _ITS.match(match[0]) and text.startswith(" of ", match.end()):
            return False  # "its head of research" is not its head
        behind = _NEXT.match(text, match.end())
        longer = f"{match[0].split()[-1]} {behind[1].strip('.,;:')}" if behind else ""
        if longer.lower() in posts.known():
            return False  # "its chief executive" is not its chief
        if not match[0].islower() or id not in self.people or not self.people[id].name[:1].isupper():
            return True
        before = text[max(0, match.start() - 40) : match.start()]
        if not before.endswith(" "):
            return True
        ahead = _last_word(before)
        if not ahead:
            return True
        return not (nations(ahead) - self._nations_of_person(id)) and ahead[0].low not in _OWNED

    @once
    def _nations_of_person(self, id: str) -> set[str]:
        """The nations in the role and the names of a person."""
        party = self.people[id]
        return nations(words(f"{party.role}. {'. '.join(party.aliases)}"))

    @once
    def nations_of_role(self, id: str) -> set[str]:
        """Return the nations in what a person of the case is: "president of Turkey"; none for others."""
        return nations(words(f"{self.people[id].role}. ")) if id in self.people else set()

    def population(
        self,
        all_words: list[Word],
        start: int,
        end: int,
        others: Iterable[tuple[int, int]] = (),
        counted: str = "",
    ) -> str:
        """Return the id of the population that the figure at start..end counts, "" when its words name none.

        The alias whose words stand closest together near the figure wins, more words before fewer;
        words of `others`, the places of other figures, count nothing. `counted` is the noun that the figure
        counts, as far as it is known: an alias that holds it goes first.
        """
        return next(iter(self.plausible(all_words, start, end, others, counted)), "")

    def plausible(
        self,
        all_words: list[Word],
        start: int,
        end: int,
        others: Iterable[tuple[int, int]] = (),
        counted: str = "",
        ideas: Sequence[frozenset[str]] = (),
    ) -> tuple[str, ...]:
        """Return the ids that come close to the best one, best first; see `population`.

        `ideas` are those of all words, where they are known.
        """
        scores: dict[str, float] = {}
        noun = words(counted)[-1:]
        head = ideas_at(noun, 0) if noun else frozenset()
        ideas = ideas or ideas_each(all_words)
        there = _round(all_words, start, end, others)
        places: dict[str, list[int]] = {}
        for rank, at in enumerate(there.near):
            for idea in self._alias_ideas & _said(all_words[at], ideas[at]):
                places.setdefault(idea, []).append(rank)
        known: dict[frozenset[str], list[int]] = {}
        for id, phrase in self._begun(places):
            if stands := _stands(phrase, places, there.near, known):
                score = _fit(stands, all_words, there)
                if score and head and not all(map(head.isdisjoint, phrase)):
                    score += 0.6
                scores[id] = max(score, scores.get(id, 0.0))
        if head and noun[0].text.islower() and noun[0].stem not in load("nouns")["anybody"]:
            scores = {id: score for id, score in scores.items() if self._counts(id, head)}
        best = max(scores.values(), default=0.0)
        close = [id for id, score in scores.items() if score and score > best - _CLOSE]
        return tuple(sorted(close, key=lambda id: -scores[id]))

    def _begun(self, ideas_there: Mapping[str, Any]) -> list[tuple[str, list[frozenset[str]]]]:
        """The aliases of populations of which the rarest word is there, in the order of the case."""
        begun = {
            number: (id, phrase)
            for idea in ideas_there.keys() & self._by_rarest_word.keys()
            for number, id, phrase in self._by_rarest_word[idea]
        }
        return [begun[number] for number in sorted(begun)]

    def _counts(self, id: str, head: frozenset[str]) -> bool:
        """Tell whether a population's own names have the noun that a figure counts."""
        return any(not head.isdisjoint(wanted) for phrase in self._phrases[id] for wanted in phrase)

    def named(self, all_words: list[Word], start: int, end: int) -> str:
        """Return the population that the noun phrase behind a word names, its verb left out."""
        phrase = []
        for word in all_words:
            if word.start >= end and (word.clause != _clause_at(all_words, start) or _is_verb(word)):
                break
            if word.end > start:
                phrase.append(word)
        return self.population(phrase, start, end)

    @once
    def is_state(self, id: str) -> bool:
        """Tell whether an organisation of the case is a state: one of its names is a nation's."""
        party = self.organisations.get(id)
        texts = (party.name, *party.aliases) if party else ()
        return any(len(said) == 1 and nations(said) for said in map(words, texts))

    def of_nation(self, word: Word) -> list[Mention]:
        """Return the state of the case that an adjective names: "Turkish" for Turkey."""
        wanted = nations([word])
        states = [id for id in self.organisations if wanted and self.is_state(id)]
        return [Mention(id, word.start, word.end, False) for id in states if self.nations_of(id) & wanted]

    @once
    def nations_of(self, id: str) -> set[str]:
        """Return the nations that the names of an organisation hold."""
        party = self.organisations[id]
        return nations(words(". ".join((party.name, *party.aliases))))

    def root(self, id: str) -> str:
        """Return the largest population that one belongs to."""
        seen = set()
        while id in self.populations and id not in seen and self.populations[id].part_of:
            seen.add(id)
            id = self.populations[id].part_of or ""
        return id

    def is_part(self, part: str, whole: str) -> bool:
        """Tell whether one population is, at any remove, part of another."""
        seen = set()
        while part in self.populations and part not in seen:
            seen.add(part)
            part = self.populations[part].part_of or ""
            if part == whole:
                return True
        return False


def _is_verb(word: Word) -> bool:
    """Tell whether a word ends a noun phrase: an auxiliary, or "leave" and its kin unless in -ing
    ("leaving")."""
    moves = ideas(word.stem) & {"/leave", "/move", "/stay"}
    return word.low in VERBS or bool(moves and not word.low.endswith("ing"))


def _aliases(party: Any, person: bool) -> Iterable[str]:
    yield party.name
    yield from party.aliases
    if person and party.name[:1].isupper() and " " in party.name:
        last = party.name.split()[-1]
        if last[:1].isupper():
            yield last


@lru_cache(maxsize=4096)  # the same few names stand in every text
def _key(alias: str) -> str:
    plain = _ARTICLES.sub("", " ".join(fold(alias).split()))
    plain = re.sub(r"\b(?:[A-Za-z]\.){2,}", lambda match: match[0].replace(".", ""), plain)
    plain = plain.rstrip(".")
    return plain if plain.isupper() else plain.lower()


def _pattern(ids: Mapping[str, str]) -> re.Pattern[str] | None:
    if not ids:
        return None
    parts = []
    for alias in sorted(ids, key=len, reverse=True):
        body = r"\s+".join(_loose(word) for word in alias.split())
        parts.append(body if alias.isupper() else f"(?i:{body})")
    return re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})(?![\w])")


def _loose(word: str) -> str:
    """Let "US" also match "U.S.", and a name its accented form."""
    if word.lower() == "us":
        return r"(?-i:U\.?S\.?)"
    if word.isupper() and len(word) <= 4:
        return r"\.?".join(word) + r"\.?"
    return re.escape(word)


def _firsts(alias: str) -> set[str]:
    """The words with which an alias may begin in a text: "us" and "u" for "US", which may be "U.S."."""
    head = re.match(r"\w*", alias)[0]
    pointed = head.isupper() or head == "us"
    return {head[:length].lower() for length in range(1 if pointed else len(head), len(head) + 1)}


def _written_right(surface: str, ids: Mapping[str, str]) -> bool:
    """Refuse "is" for IS and "us" for US: capitals must be as in the alias."""
    return surface[:1].isupper() or _key(surface) in ids


def _alias_words(alias: str) -> list[frozenset[str]]:
    found = words(alias)
    return [ideas_at(found, at) | {found[at].low} for at in range(len(found)) if not _small(found[at])]


def _small(word: Word) -> bool:
    return word.low in (
        "all",
        "the",
        "a",
        "an",
        "of",
        "in",
        "at",
        "to",
        "who",
        "are",
        "is",
        "and",
        "for",
        "it",
        "its",
        "from",
        "into",
        "that",
        "on",
    )


def _said(word: Word, ideas: frozenset[str]) -> frozenset[str]:
    """A word and its ideas; "are", "1,200 were left", "still there" and "keeps 5,000 there" alone make nobody
    one who stays."""
    said = ideas | {word.low}
    return said - {"/stay"} if word.stem == "be" or word.low in _NO_STAYING else said


def _round(all_words: list[Word], start: int, end: int, taken: Iterable[tuple[int, int]]) -> _Round:
    """What stands round a figure: its own clause and a little beyond, but for what others have taken."""
    behind = bisect_left(all_words, end, key=_START)
    own = bisect_right(all_words, start, key=_END)
    near = [*range(behind, min(len(all_words), behind + 12)), *reversed(range(max(0, own - 9), own))]
    for a, b in taken:
        near = [i for i in near if not a <= all_words[i].start < b]
    clause = all_words[own].clause if own < len(all_words) else 0
    return _Round(near, behind, near[0] if near and near[0] >= behind else 0, clause)


def _stands(
    phrase: list[frozenset[str]],
    places: Mapping[str, list[int]],
    near: list[int],
    known: dict[frozenset[str], list[int]],
) -> list[list[int]]:
    """Where each word of an alias stands, the nearest first; [] when one is missing. `places`: of each idea
    among those near; `known`: where what has been looked for already stands."""
    for wanted in phrase:
        if wanted not in known:
            ranks = {rank for idea in wanted if idea in places for rank in places[idea]}
            known[wanted] = [near[rank] for rank in sorted(ranks)]
        if not known[wanted]:
            return []
    return [known[wanted] for wanted in phrase]


def _fit(places: list[list[int]], all_words: list[Word], there: _Round) -> float:
    """Score how well an alias's words stand round a figure, by where each may: 0 when two need one place."""
    taken: list[int] = []
    ahead = other_clause = swaps = last = 0
    furthest = there.first
    for free in places:
        if free[0] in taken:
            free = [at for at in free if at not in taken]
            if not free:
                return 0.0
        at = free[0]
        taken.append(at)
        other_clause += all_words[at].clause != there.clause
        if at < there.behind:
            ahead += 1
            continue
        swaps += at < last
        last = at
        furthest = at if at > furthest else furthest
    reach = furthest - there.first
    return len(taken) - 0.12 * reach - 0.35 * ahead - 0.5 * other_clause - 1.2 * swaps


def _last_word(text: str) -> list[Word]:
    """The last word of a text, [] for none; no word holds a space, so it is mostly that of the last piece."""
    pieces = text.split()
    return (words(pieces[-1])[-1:] if pieces else []) or words(text)[-1:]


def _clause_at(all_words: list[Word], start: int) -> int:
    return next((word.clause for word in all_words if word.end > start), 0)


def nations(all_words: Iterable[Word]) -> set[str]:
    """Return the nations that words name ("Turkish", "U.S."), by the word list `light.yaml`.

    >>> sorted(nations(words("Turkish-backed fighters and US troops, not us")))
    ['turkey', 'us']
    """
    named = _nation()
    return {named[word.low] for word in all_words if word.low in named and word.is_name}


_KEPT: dict[str, str] = {}


def _nation() -> Mapping[str, str]:
    if not _KEPT:
        _KEPT.update({name: nation for nation, forms in load("light")["nations"].items() for name in forms})
    return _KEPT
