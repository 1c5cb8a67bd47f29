"""Plain forms of English words: regular endings go, and kin words of no group of synonyms meet in a root."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from dateline.lexicon import load

_VOWEL = re.compile(r"[aeiouy]")
_ENDINGS = (("ies", "y"), ("ied", "y"), ("sses", "ss"), ("shes", "sh"), ("ches", "ch"), ("xes", "x"))
_ENDS = tuple(ending for ending, _ in _ENDINGS)


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
    for ending, put in _ENDINGS if low.endswith(_ENDS) else ():
        if low.endswith(ending) and len(low) > len(ending) + 1:
            return low[: -len(ending)] + put
    if low.endswith("ing") and len(low) > 5 and _VOWEL.search(low, 0, len(low) - 3):
        return _undone(low[:-3])
    if low.endswith("eed"):
        return low[:-1] if low[:-1] in _known_stems() else low  # "agreed", but "speed"
    if low.endswith("ed") and len(low) > 4 and _VOWEL.search(low, 0, len(low) - 2):
        return _undone(low[:-2])
    if low.endswith("s") and low[-2] not in "sui":
        return low[:-1]
    return _compared().get(low, low)


@cache
def _compared() -> dict[str, str]:
    """Comparatives and superlatives of the adjectives that have them by ending: "longer", "biggest"."""
    found = {}
    for plain in load("irregular")["gradable"]:
        doubled = plain + plain[-1] if re.fullmatch(r"[^aeiou]*[aeiou][bdgmnpt]", plain) else plain
        base = plain[:-1] if plain.endswith("e") else plain[:-1] + "i" if plain.endswith("y") else doubled
        found |= {f"{base}{ending}": plain for ending in ("er", "est")}
    return found


def _undone(base: str) -> str:
    """Undo what an ending did to a word: "plann" → "plan", "invad" → "invade"."""
    if len(base) > 3 and base[-1] == base[-2] and base[-1] not in "elsz":
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
    forms = load("irregular")["forms"].values()
    light = map(str, load("light")["words"])
    return frozenset(word for phrase in _listed() for word in phrase.split()) | frozenset(forms) | {*light}


def _listed() -> list[str]:
    themes = [load("synonyms")["groups"], *load("synonyms")["wider"].values()]
    return [word for theme in themes for members in theme.values() for word in members]


@cache
def _derived_endings() -> dict[str, list[str]]:
    """The endings that make one part of speech of another, by their last letter."""
    found: dict[str, list[str]] = {}
    for ending in load("irregular")["derived_endings"]:
        found.setdefault(ending[-1], []).append(ending)
    return found


@lru_cache(maxsize=8192)
def root(plain: str) -> str:
    """Cut the endings that make one part of speech of another, and spell as in America.

    >>> root("organise") == root("organize"), root("labour") == root("labor")
    (True, True)
    """
    for ending in _derived_endings().get(plain[-1:], ()):
        if plain.endswith(ending) and len(plain) - len(ending) >= 4:
            plain = plain[: -len(ending)]
            break
    plain = plain[:-1] if plain.endswith(("e", "y")) and len(plain) > 3 else plain
    if plain.endswith("is") and len(plain) > 5:
        return plain[:-2] + "iz"
    return plain[:-3] + "or" if plain.endswith("our") and len(plain) > 5 else plain
