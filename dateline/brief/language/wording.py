"""Words of a text as the checker compares them: plain forms, and ideas that several words may express."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from dateline.brief.language.phrases import has_phrase, pattern_of, phrases_in
from dateline.brief.language.stems import stem
from dateline.brief.language.thesaurus import ideas, ideas_at
from dateline.lexicon import load
from dateline.marks import fold

__all__ = [
    "Word",
    "content",
    "has_phrase",
    "ideas",
    "ideas_at",
    "is_light",
    "leading_end",
    "pattern_of",
    "phrases_in",
    "stem",
    "supposed_end",
    "words",
]

_WORD = re.compile(r"(?:[A-Za-z]\.){2,}|\d[\d.,]*\d|\d|(?:[Rr]e-)?[^\W\d_]+(?:\d+|'[^\W\d_]+)?")
_BREAK = re.compile(
    r"[;:!?()\[\]|]|\.(?=\s|$)|\s-+\s|--"
    r"|,(?=\s*(?:and|but|yet(?!\s+to)|while|whereas|though|although|after|before|because)\b)"
)
# "Whereas they left in 2011, the US keeps …": the main clause begins at the comma before its subject.
_LEADING = re.compile(
    r"\W*(?:[Ww]hereas|[Ww]hile|(?:[Ee]ven |[Aa]l)?[Tt]hough|[Pp]rovided that|(?:[Aa]s|[Ss]o) long as)"
    r"(?:\s+[^\s,;:.]+){3,}"
    r"(?=,\s+(?:(?:the|an?|this|that|these|those|he|she|it|they|we|its|his|her|their|there|some|most|all|no"
    r"|more|fewer|less|about|between|at least|up to)\b|[A-Z\d]))"
)
_SUPPOSED = re.compile(r"\W*(?:even )?(?:if|unless|provided that)\b[^,;:.]*(?=,)", re.IGNORECASE)
_CONJUNCTIONS = frozenset(
    (
        "which",
        "who",
        "whom",
        "whose",
        "where",
        "while",
        "whereas",
        "after",
        "before",
        "because",
        "although",
        "though",
        "when",
        "but",
        "since",
        "unless",
    )
)


class Word(NamedTuple):
    """One word: `low` without apostrophe-s and full stops, `stem` its plain form, `clause` the clause it
    stands in; see `is_light`."""

    text: str
    low: str
    stem: str
    start: int
    end: int
    clause: int
    light: bool

    @property
    def is_name(self) -> bool:
        """Whether it is written with a capital."""
        return self.text[:1].isupper()


def words(text: str) -> list[Word]:
    """Return the words of a text in order, numbered by clause.

    >>> [(w.low, w.stem, w.clause) for w in words("Turkey's forces left; they'd moved.")][:4]
    [('turkey', 'turkey', 0), ('forces', 'force', 0), ('left', 'leave', 0), ("they'd", "they'd", 1)]
    """
    return list(_words(text))


def leading_end(text: str) -> int:
    """Return where a clause of contrast that opens a sentence ends, 0 where none does.

    >>> leading_end("Whereas they left in 2011, some stayed."), leading_end("They left in 2011.")
    (25, 0)
    """
    match = _LEADING.match(text)
    return match.end() if match else 0


def supposed_end(text: str) -> int:
    """Return where a clause that opens a sentence and only supposes something ends, 0 where none does.

    >>> supposed_end("If anybody knew of it, nobody said so."), supposed_end("They left, if he knew.")
    (21, 0)
    """
    match = _SUPPOSED.match(text)
    return match.end() if match else 0


@lru_cache(maxsize=4096)
def _words(whole: str) -> tuple[Word, ...]:
    plain = fold(whole)
    breaks = [match.start() for match in _BREAK.finditer(plain)]
    if ahead := leading_end(plain):
        breaks = sorted({*breaks, ahead})
    found, clause, at = [], 0, 0
    for match in _WORD.finditer(plain):
        start, end = match.span()
        while at < len(breaks) and breaks[at] < start:
            clause, at = clause + (not _abbreviates(plain, breaks[at], found)), at + 1
        text = match[0]
        low, plain_form, light = _forms(text)
        if low in _CONJUNCTIONS and found:
            clause += 1
        found.append(Word(text, low, plain_form, start, end, clause, light))
    return tuple(found)


def _abbreviates(text: str, at: int, before: list[Word]) -> bool:
    """Tell whether a full stop belongs to the word before it: "U.S.", "Mr."."""
    if text[at] != "." or not before:
        return False
    return before[-1].end > at or before[-1].low in load("abbreviations")["bound"]


@lru_cache(maxsize=16384)
def _forms(word: str) -> tuple[str, str, bool]:
    """A word as `Word` has it in lower case, its plain form, and whether it is light."""
    low = _low(word)
    plain_form = stem(low)
    light = low in _light() or plain_form in _light() or len(low) == 1 or low[0].isdigit()
    return low, plain_form, light


def _low(word: str) -> str:
    low = word.lower().replace("re-", "re")  # "re-form" and "re-open" are one word
    if low.endswith("'s") and low not in (
        "it's",
        "he's",
        "she's",
        "that's",
        "there's",
        "what's",
        "who's",
        "let's",
    ):
        low = low[:-2]
    if "." in low and not low[0].isdigit():
        low = low.replace(".", "")
    return low


@cache
def _light() -> frozenset[str]:
    return frozenset(fold(str(word)) for word in load("light")["words"])


def is_light(word: Word) -> bool:
    """Tell whether a word carries no claim of its own ("the", "however", "report")."""
    return word.light


def content(all_words: list[Word]) -> list[int]:
    """Return the indices of the words that carry a claim."""
    return [at for at, word in enumerate(all_words) if not is_light(word)]
