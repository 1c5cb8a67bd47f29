"""Phrases of a word list found in a text as whole words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from dateline.marks import fold

_RUN = re.compile(r"[\w-]+")
_CASELESS = str.maketrans("\u0130\u0131\u017f", "iis")  # letters that a pattern takes for these


@dataclass(frozen=True)
class Phrases:
    """Some phrases, the longest first, to be found wherever one of their first words stands: looking at every
    letter takes too long. `firsts` is None where a phrase does not begin with a plain word."""

    ordered: tuple[str, ...]
    firsts: frozenset[str] | None

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """A pattern that finds any of them as whole words; spaces may be any run."""
        body = "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in self.ordered)
        return re.compile(rf"(?<![\w-])(?:{body})(?![\w-])", re.IGNORECASE)

    def in_text(self, plain: str) -> Iterator[re.Match[str]]:
        """Yield what stands in a folded text, in order and without overlaps."""
        if self.firsts is None:
            yield from self.pattern.finditer(plain)
            return
        starts, end = _starts(plain), 0
        if not self.firsts.isdisjoint(starts):
            for at in sorted(at for first in starts if first in self.firsts for at in starts[first]):
                if at >= end and (match := self.pattern.match(plain, at)):
                    yield match
                    end = match.end()


@lru_cache(maxsize=512)
def _starts(plain: str) -> Mapping[str, list[int]]:
    """Where each word of a text begins."""
    found: dict[str, list[int]] = {}
    for run in _RUN.finditer(plain):
        found.setdefault(run[0].translate(_CASELESS).lower(), []).append(run.start())
    return found


@lru_cache(maxsize=512)
def _phrases(phrases: tuple[str, ...]) -> Phrases:
    ordered = sorted({fold(str(phrase)) for phrase in phrases}, key=len, reverse=True)
    begins = [_RUN.match(phrase.strip()) for phrase in ordered]
    plain = all(begin and begin[0].isascii() for begin in begins)
    return Phrases(tuple(ordered), frozenset(begin[0].lower() for begin in begins) if plain else None)


def pattern_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern that finds any of some phrases as whole words in a folded text, the longest first.

    >>> pattern_of(("over", "over the past")).search("Over the  past year")[0]
    'Over the  past'
    """
    return _phrases(phrases).pattern


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
