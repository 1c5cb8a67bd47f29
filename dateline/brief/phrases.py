"""Phrases of a word list found in a text as whole words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from dateline.marks import fold

_RUN = re.compile(r"[\w-]+")
_CASELESS = str.maketrans("\u0130\u0131\u017f", "iis")  # letters that a pattern takes for these


@dataclass(frozen=True)
class Phrases:
    """Some phrases by the word that they begin with, the longest first: looking for all of them at every
    letter takes too long. One that begins with no plain word stands under ""."""

    by_first: Mapping[str, list[str]]
    patterns: dict[str, re.Pattern[str]] = field(default_factory=dict)  # by first word, made when needed

    def in_text(self, plain: str) -> Iterator[re.Match[str]]:
        """Yield what stands in a folded text, in order and without overlaps."""
        if "" in self.by_first:
            yield from self.pattern("").finditer(plain)
            return
        starts, end = _starts(plain), 0
        if not self.by_first.keys().isdisjoint(starts):
            places = sorted((at, first) for first in starts if first in self.by_first for at in starts[first])
            for at, first in places:
                if at >= end and (match := self.pattern(first).match(plain, at)):
                    yield match
                    end = match.end()

    def pattern(self, first: str) -> re.Pattern[str]:
        """A pattern for the phrases that begin with a word, for all of them where that is ""."""
        if first not in self.patterns:
            every = [phrase for phrases in self.by_first.values() for phrase in phrases]
            self.patterns[first] = _compiled(self.by_first[first] if first else every)
        return self.patterns[first]


def _compiled(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern for whole words, the longest first; spaces may be any run."""
    ordered = sorted(phrases, key=len, reverse=True)
    body = "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in ordered)
    return re.compile(rf"(?<![\w-])(?:{body})(?![\w-])", re.IGNORECASE)


@lru_cache(maxsize=512)
def _starts(plain: str) -> Mapping[str, list[int]]:
    """Where each word of a text begins."""
    found: dict[str, list[int]] = {}
    for run in _RUN.finditer(plain):
        found.setdefault(run[0].translate(_CASELESS).lower(), []).append(run.start())
    return found


@lru_cache(maxsize=512)
def _phrases(phrases: tuple[str, ...]) -> Phrases:
    by_first: dict[str, list[str]] = {}
    for phrase in {fold(str(phrase)) for phrase in phrases}:
        begin = _RUN.match(phrase.strip())
        first = begin[0].lower() if begin and begin[0].isascii() else ""
        by_first.setdefault(first, []).append(phrase)
    return Phrases(by_first)


def pattern_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern that finds any of some phrases as whole words in a folded text, the longest first.

    >>> pattern_of(("over", "over the past")).search("Over the  past year")[0]
    'Over the  past'
    """
    return _phrases(phrases).pattern("")


def phrases_in(text: str, phrases: Iterable[str]) -> Iterator[re.Match[str]]:
    """Yield each of some phrases that stands in a text, in order; of two that begin together, the longer.

    >>> [match[0] for match in phrases_in("At first, and at  last.", ["at", "at last", "first"])]
    ['At', 'first', 'at  last']
    """
    return _phrases(tuple(phrases)).in_text(fold(text))


def has_phrase(text: str, phrases: Iterable[str]) -> re.Match[str] | None:
    """Return the first of some phrases that stands in a text, or None.

    >>> has_phrase("Neither  report says so.", ["neither report"])[0]
    'Neither  report'
    """
    return next(phrases_in(text, phrases), None)
