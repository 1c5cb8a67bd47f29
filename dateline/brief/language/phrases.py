"""Phrases of a word list found in a text as whole words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from operator import itemgetter
from typing import NamedTuple

from dateline.lexicon import WordList
from dateline.marks import fold

_RUN = re.compile(r"[\w-]+")
_MAY = re.compile(r"\AMay\b|(?!May)[\w-]+")  # "on 20 May": a month leaves nothing open
_BEGIN = itemgetter(0, 1)
_CASELESS = str.maketrans("\u0130\u0131\u017f", "iis")  # letters that a pattern takes for these


@dataclass(frozen=True)
class _Phrase:
    """A phrase of a list: the plain word that it begins with ("" for none), and all those that a text must
    have for it to stand there."""

    text: str
    first: str
    runs: frozenset[str]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What it looks like; one plain word needs no pattern of its own, but for the one that is a month."""
        if self.text == "may":
            return _MAY
        return _RUN if _RUN.fullmatch(self.text) else _compiled([self.text])


@dataclass(frozen=True)
class Phrases:
    """Some phrases, the longest first, by their longest word: most texts have none of these, and looking
    for all phrases at every letter takes too long. `anywhere`: one of them begins with no plain word."""

    by_word: Mapping[str, Sequence[_Phrase]]
    words: frozenset[str]
    anywhere: bool

    def in_text(self, laid_out: _LaidOut) -> Iterator[re.Match[str]]:
        """Yield what stands in a text, in order and without overlaps; places are those of the text."""
        if self.anywhere:
            yield from self.pattern.finditer(laid_out.plain)
            return
        end = 0
        for at, _, phrase in self._places(laid_out):
            if at >= end and (match := phrase.pattern.match(laid_out.plain, at)):
                yield match
                end = match.end()

    def _places(self, text: _LaidOut) -> list[tuple[int, int, _Phrase]]:
        """Where phrases may begin that have all their words in the text, the longer first at one place."""
        found = [
            (at, -len(one.text), one)
            for word in self.words & text.words
            for one in self.by_word[word]
            if one.runs <= text.words
            for at in text.starts[one.first]
        ]
        return sorted(found, key=_BEGIN) if len(found) > 1 else found

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """A pattern for all of them."""
        return _compiled(phrase.text for phrases in self.by_word.values() for phrase in phrases)


def _compiled(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern for whole words, the longest first; spaces may be any run."""
    ordered = sorted(phrases, key=len, reverse=True)
    body = "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in ordered)
    return re.compile(rf"(?<![\w-])(?:{body})(?![\w-])", re.IGNORECASE)


class _LaidOut(NamedTuple):
    """A text with its marks folded, its words, where each of them begins, and which have a hyphen."""

    plain: str
    words: frozenset[str]
    starts: Mapping[str, list[int]]
    hyphened: Sequence[str]


@lru_cache(maxsize=512)
def _laid_out(text: str) -> _LaidOut:
    plain = fold(text)
    starts: dict[str, list[int]] = {}
    caseless = plain if plain.isascii() else plain.translate(_CASELESS)
    for run in _RUN.finditer(caseless.lower()):
        starts.setdefault(run[0], []).append(run.start())
    return _LaidOut(plain, frozenset(starts), starts, [run for run in starts if "-" in run])


def _read(phrases: Iterable[str]) -> Phrases:
    by_word: dict[str, list[_Phrase]] = {}
    for phrase in sorted({fold(str(phrase)) for phrase in phrases}, key=len, reverse=True):
        begin = _RUN.match(phrase.strip())
        first = begin[0].lower() if begin and begin[0].isascii() else ""
        runs = frozenset(run.lower() for run in _RUN.findall(phrase) if run.isascii())
        by_word.setdefault(max(runs, key=len, default=""), []).append(_Phrase(phrase, first, runs))
    anywhere = any(not phrase.first for found in by_word.values() for phrase in found)
    return Phrases(by_word, frozenset(by_word), anywhere)


_MANY = 4  # phrases come from the lexicon; a text lends no more of its own words than that

_of_list = cache(
    _read
)  # the lists of the lexicon and what rules put together of them: there are only so many
_of_any = lru_cache(maxsize=512)(_read)


def _phrases(phrases: Iterable[str]) -> Phrases:
    if isinstance(phrases, WordList):
        return _of_list(phrases)
    known = phrases if isinstance(phrases, (frozenset, tuple)) else tuple(phrases)
    return _of_list(known) if len(known) > _MANY else _of_any(known)


def pattern_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern that finds any of some phrases as whole words in a folded text, the longest first.

    >>> pattern_of(("over", "over the past")).search("Over the  past year")[0]
    'Over the  past'
    """
    return _phrases(phrases).pattern


def phrases_in(text: str, phrases: Iterable[str]) -> Iterator[re.Match[str]]:
    """Yield each of some phrases that stands in a text, in order; of two that begin together, the longer.

    >>> [match[0] for match in phrases_in("At first, and at  last.", ["at", "at last", "first"])]
    ['At', 'first', 'at  last']
    >>> [match[0] for match in phrases_in("In May it may rain.", ["may", "might"])]
    ['may']
    """
    known, laid_out = _phrases(phrases), _laid_out(text)
    if known.words.isdisjoint(laid_out.words) and not known.anywhere:  # so it is mostly
        return iter(())
    return known.in_text(laid_out)


def begun_by(text: str, pattern: re.Pattern[str], firsts: frozenset[str]) -> Iterator[re.Match[str]]:
    """Yield what a pattern finds in a text, marks folded, tried only where one of the words begins that open
    it; where "" is one of them, it may begin anywhere.

    >>> [match[0] for match in begun_by("UN and UN-led talks", re.compile("UN"), frozenset({"un"}))]
    ['UN', 'UN']
    """
    laid_out, end = _laid_out(text), 0
    if "" in firsts:
        yield from pattern.finditer(laid_out.plain)
        return
    heads = [run for run in laid_out.hyphened if run.partition("-")[0] in firsts and run not in firsts]
    heads += laid_out.words & firsts
    for at in sorted([at for head in heads for at in laid_out.starts[head]]):
        if at >= end and (match := pattern.match(laid_out.plain, at)):
            yield match
            end = match.end()


def has_phrase(text: str, phrases: Iterable[str]) -> re.Match[str] | None:
    """Return the first of some phrases that stands in a text, or None.

    >>> has_phrase("Neither  report says so.", ["neither report"])[0]
    'Neither  report'
    """
    return next(phrases_in(text, phrases), None)
