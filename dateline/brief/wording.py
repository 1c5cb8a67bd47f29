"""Words of a text as the checker compares them: plain forms, and ideas that several words may express."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from dateline.lexicon import load
from dateline.marks import fold

_WORD = re.compile(r"(?:[A-Za-z]\.){2,}|\d[\d.,]*\d|\d|[^\W\d_]+(?:\d+|'[^\W\d_]+)?")
_BREAK = re.compile(
    r"[;:!?()\[\]|]|\.(?=\s|$)|\s-+\s|--|,(?=\s*(?:and|but|while|whereas|though|although|after|before|because)\b)"
)
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


@dataclass(frozen=True, slots=True)
class Word:
    """One word: `low` without apostrophe-s and full stops, `stem` its plain form, `clause` the clause it
    stands in."""

    text: str
    low: str
    stem: str
    start: int
    end: int
    clause: int

    @property
    def is_name(self) -> bool:
        """Whether it is written with a capital."""
        return self.text[:1].isupper()


def words(text: str) -> list[Word]:
    """Return the words of a text in order, numbered by clause.

    >>> [(w.low, w.stem, w.clause) for w in words("Turkey's forces left; they'd moved.")][:4]
    [('turkey', 'turkey', 0), ('forces', 'force', 0), ('left', 'leave', 0), ("they'd", "they'd", 1)]
    """
    plain = fold(text)
    breaks = [match.start() for match in _BREAK.finditer(plain)]
    found, clause, at = [], 0, 0
    for match in _WORD.finditer(plain):
        while at < len(breaks) and breaks[at] < match.start():
            clause, at = clause + (not _abbreviates(plain, breaks[at], found)), at + 1
        low = _low(match[0])
        if low in _CONJUNCTIONS and found:
            clause += 1
        found.append(Word(match[0], low, stem(low), match.start(), match.end(), clause))
    return found


def _abbreviates(text: str, at: int, before: list[Word]) -> bool:
    """Tell whether a full stop belongs to the word before it: "U.S.", "Mr."."""
    if text[at] != "." or not before:
        return False
    return before[-1].end > at or before[-1].low in load("abbreviations")["bound"]


def _low(word: str) -> str:
    low = word.lower()
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


@lru_cache(maxsize=8192)
def stem(low: str) -> str:
    """Return the plain form of a lower-case word; regular endings go, the same for every form of a word.

    >>> [stem(w) for w in ("withdrew", "withdrawing", "planned", "clashes", "parties")]
    ['withdraw', 'withdraw', 'plan', 'clash', 'party']
    """
    forms = load("irregular")["forms"]
    if low in forms:
        return forms[low]
    if len(low) < 4 or not low.isalpha():
        return low
    for ending, put in (
        ("ies", "y"),
        ("ied", "y"),
        ("sses", "ss"),
        ("shes", "sh"),
        ("ches", "ch"),
        ("xes", "x"),
    ):
        if low.endswith(ending) and len(low) > len(ending) + 1:
            return low[: -len(ending)] + put
    if low.endswith("ing") and len(low) > 5 and re.search(r"[aeiouy]", low[:-3]):
        return _undone(low[:-3])
    if low.endswith("ed") and len(low) > 4 and re.search(r"[aeiouy]", low[:-2]):
        return _undone(low[:-2])
    if low.endswith("s") and low[-2] not in "sui":
        return low[:-1]
    return low


def _undone(base: str) -> str:
    """Undo what an ending did to a word: "plann" → "plan", "invad" → "invade"."""
    if len(base) > 3 and base[-1] == base[-2] and base[-1] not in "lsz":
        return base[:-1]
    known = _known_stems()
    if base + "e" in known:
        return base + "e"
    if base in known:
        return base
    if len(base) > 3 and base[-1] == base[-2] and base[:-1] in known:
        return base[:-1]
    return base


@cache
def _known_stems() -> frozenset[str]:
    listed = load("synonyms")["groups"].values()
    forms = load("irregular")["forms"].values()
    light = load("light")["words"]
    return (
        frozenset(word for group in listed for word in group) | frozenset(forms) | frozenset(map(str, light))
    )


@cache
def _groups() -> dict[str, frozenset[str]]:
    ideas: dict[str, set[str]] = {}
    for name, members in load("synonyms")["groups"].items():
        for member in members:
            ideas.setdefault(member, set()).add(f"/{name}")
            ideas.setdefault(stem(member), set()).add(f"/{name}")
    return {word: frozenset(names) for word, names in ideas.items()}


@lru_cache(maxsize=8192)
def ideas(plain: str) -> frozenset[str]:
    """Return what a plain form may mean: itself and the groups of synonyms it stands in.

    >>> sorted(ideas("withdraw") & ideas("pullout"))
    ['/leave']
    """
    return _groups().get(plain, frozenset()) | {_root(plain)}


@lru_cache(maxsize=8192)
def _root(plain: str) -> str:
    """Cut the endings that make one part of speech of another, so that kin words of no group meet."""
    for ending in load("irregular")["derived_endings"]:
        if plain.endswith(ending) and len(plain) - len(ending) >= 4:
            plain = plain[: -len(ending)]
            break
    return plain[:-1] if plain.endswith(("e", "y")) and len(plain) > 3 else plain


@cache
def _light() -> frozenset[str]:
    return frozenset(fold(str(word)) for word in load("light")["words"])


def is_light(word: Word) -> bool:
    """Tell whether a word carries no claim of its own ("the", "however", "report")."""
    return word.low in _light() or word.stem in _light() or len(word.low) == 1 or word.low[0].isdigit()


def content(all_words: list[Word]) -> list[int]:
    """Return the indices of the words that carry a claim."""
    return [at for at, word in enumerate(all_words) if not is_light(word)]


@cache
def _phrasal() -> dict[str, list[tuple[str, str, str]]]:
    found: dict[str, list[tuple[str, str, str]]] = {}
    for name, phrases in load("synonyms")["phrasal"].items():
        for phrase in phrases:
            first, last = phrase.split()[0], phrase.split()[-1]
            found.setdefault(stem(first), []).append((last, stem(last), f"/{name}"))
    return found


@cache
def _idioms() -> dict[str, frozenset[str]]:
    return {verb: frozenset(map(str, behind)) for verb, behind in load("synonyms")["idioms"].items()}


def ideas_at(all_words: list[Word], at: int) -> frozenset[str]:
    """Return the ideas of one word in its text, with those of a verb and its particle: "take … out".

    >>> text = words("plans to take its forces out")
    >>> "/leave" in ideas_at(text, 2)
    True
    """
    word = all_words[at]
    found = ideas(word.stem)
    if word.stem in _idioms() and at + 1 < len(all_words) and all_words[at + 1].low in _idioms()[word.stem]:
        return frozenset({_root(word.stem)})
    for low, plain, name in _phrasal().get(word.stem, ()):
        behind = all_words[at + 1 : at + 8]
        if any((other.low == low or other.stem == plain) and other.clause == word.clause for other in behind):
            found = found | {name}
    return found


@lru_cache(maxsize=256)
def pattern_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern that finds any of some phrases as whole words, the longest first; spaces may be
    any run."""
    ordered = sorted({fold(str(phrase)) for phrase in phrases}, key=len, reverse=True)
    body = "|".join(r"\s+".join(re.escape(part) for part in phrase.split()) for phrase in ordered)
    return re.compile(rf"(?<![\w-])(?:{body})(?![\w-])", re.IGNORECASE)


def has_phrase(text: str, phrases: Iterable[str]) -> re.Match[str] | None:
    """Return the first of some phrases that stands in a text, or None.

    >>> has_phrase("Neither  report says so.", ["neither report"])[0]
    'Neither  report'
    """
    return pattern_of(tuple(phrases)).search(fold(text))
