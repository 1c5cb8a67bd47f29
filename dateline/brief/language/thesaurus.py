"""What a word may mean: its groups of synonyms, the phrases it stands in, and the general words for it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Protocol

from dateline.brief.language.stems import root, stem
from dateline.lexicon import load

# How far the meaning of a word is taken: to compare acts, to compare things, to tell what is borne out.
NARROW, WIDE, TOLD = 0, 1, 2
_REACH = 8  # words between a verb and its particle: "pull all of the remaining troops out"
_LONGEST = 6  # words of a phrase
_MONTHS = frozenset(("March", "May", "August"))  # with a capital they neither walk nor allow
_OWNERS = frozenset(("his", "her", "its", "their", "my", "our", "your"))
_HIS = "his"  # stands for all of them in a phrase


class Said(Protocol):
    """A word as a text has it; `wording.Word` is one."""

    text: str
    low: str
    stem: str
    clause: int


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A phrase of the thesaurus, each word with its plain form ("" for one that is no plain form itself, as
    in "left behind"); `apart`: words may stand before its particle."""

    words: tuple[tuple[str, str], ...]
    idea: str
    apart: bool


_HYPHEN = re.compile(r"(?<!\bre)-")


@dataclass(frozen=True, slots=True)
class _Lists:
    """Ideas by single word (and its plain form); phrases by the plain form of their first word and then their
    particle (those that may stand `apart`), or their second word, as it is and in its plain form."""

    single: dict[str, frozenset[str]]
    apart: dict[str, dict[str, list[_Phrase]]]
    together: dict[str, dict[str, list[_Phrase]]]
    firsts: frozenset[str]


@cache
def _lists(reach: int) -> _Lists:
    """The narrow groups, with the wider ones added, or with the paraphrases of the fields added, too."""
    lists = load("synonyms")
    themes = [("", lists["groups"]), *(("", theme) for theme in lists["wider"].values() if reach >= WIDE)]
    known = {name for _, theme in themes for name in theme}  # a field adds to these; its own are its own
    themes += [(f"{field}:", theme) for field, theme in load("paraphrases").items() if reach == TOLD]
    members = [
        (member, f"/{name}" if name in known else f"/{field}{name}")
        for field, theme in themes
        for name, group in theme.items()
        for member in group
    ]
    particles = frozenset(lists["particles"])
    single: dict[str, set[str]] = {}
    apart: dict[str, dict[str, list[_Phrase]]] = {}
    together: dict[str, dict[str, list[_Phrase]]] = {}
    for member, idea in members:
        parts = [_owner(low) for low in _HYPHEN.sub(" ", member).split()]  # as a text is cut into words
        if len(parts) == 1:
            single.setdefault(member, set()).add(idea)
            single.setdefault(stem(member), set()).add(idea)
            continue
        pairs = tuple((low, low if stem(low) == low else "") for low in parts)
        phrase = _Phrase(pairs, idea, len(parts) == 2 and parts[1] in particles)
        first = stem(parts[0])
        if phrase.apart:
            apart.setdefault(first, {}).setdefault(pairs[1][0], []).append(phrase)
        for second in {pairs[1][0], pairs[1][1]} - {""}:
            together.setdefault(first, {}).setdefault(second, []).append(phrase)
    firsts = frozenset([*apart, *together])
    return _Lists({word: frozenset(found) for word, found in single.items()}, apart, together, firsts)


@cache
def _general() -> dict[str, frozenset[str]]:
    """The roots of the general words for each special one."""
    found: dict[str, set[str]] = {}
    for general, special in load("synonyms")["broader"].items():
        for word in special:
            found.setdefault(stem(word), set()).add(root(stem(general)))
    return {word: frozenset(names) for word, names in found.items()}


@cache
def _idioms() -> dict[str, frozenset[str]]:
    return {verb: frozenset(behind) for verb, behind in load("synonyms")["idioms"].items()}


def _owner(low: str) -> str:
    return _HIS if low in _OWNERS else low


def ideas(plain: str, wide: bool = False) -> frozenset[str]:
    """Return what a plain form may mean: its root and the groups of synonyms it stands in.

    The narrow groups serve to compare acts and things; `wide` adds those that only tell whether a word is
    borne out.

    >>> "/leave" in ideas("withdraw") & ideas("pullout")
    True
    """
    return _ideas(plain, WIDE if wide else NARROW)


@lru_cache(maxsize=16384)
def _ideas(plain: str, reach: int) -> frozenset[str]:
    return _lists(reach).single.get(plain, frozenset()) | {root(plain)}


def knows(plain: str) -> bool:
    """Tell whether `synonyms` has a word at all, so that it can say what the word does not mean.

    The paraphrases of a field are too many to be complete: that a word means nothing else they cannot tell.
    """
    return plain in _known()


@cache
def _known() -> frozenset[str]:
    lists = load("synonyms")
    themes = (lists["groups"], *lists["wider"].values())
    members = {member for theme in themes for group in theme.values() for member in group}
    single = {_owner(member) for member in members if " " not in member}
    return frozenset(single | {stem(member) for member in single})


def broader(plain: str) -> frozenset[str]:
    """Return the roots of the general words by which a special one may be told.

    >>> broader("minister") >= {root("official")}, root("minister") in broader("official")
    (True, False)
    """
    return _general().get(plain, frozenset())


def ideas_at(all_words: Sequence[Said], at: int, wide: bool = False) -> frozenset[str]:
    """Return the ideas of one word in its text, with those of the phrases it stands in: "take … out".

    >>> from dateline.brief.language.wording import words
    >>> text = words("plans to take its forces out")
    >>> "/leave" in ideas_at(text, 2)
    True
    """
    word = all_words[at]
    if word.low == "left" and is_left_over(all_words, at):
        return frozenset({"/stay"})
    idiom = not wide and word.stem in _idioms() and _is_idiom(all_words, at)  # "left open" is no leaving
    reach = WIDE if wide else NARROW
    own = frozenset({f"{word.stem} {all_words[at + 1].low}"}) if idiom else _ideas(word.stem, reach)
    if not wide and _plain(word) not in _lists(NARROW).firsts:
        return own
    starts = range(max(0, at - _LONGEST + 1) if wide else at, at + 1)
    begun = [idea for start in starts for idea, place in _begun(all_words, start, reach) if place == at]
    return own.union(begun) if begun else own


def ideas_each(all_words: Sequence[Said]) -> tuple[frozenset[str], ...]:
    """Return `ideas_at` of every word of a text; most words stand for themselves.

    >>> from dateline.brief.language.wording import words
    >>> text = words("plans to take its forces out")
    >>> ideas_each(text)[2] == ideas_at(text, 2)
    True
    """
    odd = _odd()
    return tuple(
        ideas_at(all_words, at) if word.stem in odd or word.low in odd else _ideas(word.stem, NARROW)
        for at, word in enumerate(all_words)
    )


@cache
def _odd() -> frozenset[str]:
    """Words that may mean something else in their text: with "his" all those that it stands for."""
    return _lists(NARROW).firsts.union(_idioms(), _OWNERS, ["left"])


def ideas_in(all_words: Sequence[Said]) -> tuple[frozenset[str], ...]:
    """Return the ideas of every word of a text in the wide groups and the paraphrases of the fields: what of
    it is borne out."""
    idioms = _idioms()
    found = [
        _alone(all_words, at) if word.stem in idioms or word.text in _MONTHS else _ideas(word.stem, TOLD)
        for at, word in enumerate(all_words)
    ]
    firsts = _lists(TOLD).firsts
    for start, word in enumerate(all_words):
        if _plain(word) in firsts:
            for idea, at in _begun(all_words, start, TOLD):
                found[at] = found[at] | {idea}
    for at, word in enumerate(all_words):
        if word.low == "left" and is_left_over(all_words, at):
            found[at] = frozenset({"/stay"})
    return tuple(found)


def _alone(all_words: Sequence[Said], at: int) -> frozenset[str]:
    """The wide ideas of a word by itself; a month is no other word, a verb of an idiom means only itself."""
    word = all_words[at]
    if word.text in _MONTHS:
        return frozenset({word.low})
    return frozenset({root(word.stem)}) if _is_idiom(all_words, at) else _ideas(word.stem, TOLD)


_LEFT_IT = ("open", "unclear", "unsaid", "unanswered", "undecided", "to", "at", "for", "that")


def _is_idiom(all_words: Sequence[Said], at: int) -> bool:
    idioms = _idioms().get(all_words[at].stem)
    if idioms is None or at + 1 >= len(all_words) or all_words[at + 1].low not in idioms:
        return False
    behind = [word.low for word in all_words[at + 2 : at + 3]]
    return all_words[at + 1].low != "it" or (bool(behind) and behind[0] in _LEFT_IT)  # "most have left it"


def _begun(all_words: Sequence[Said], start: int, reach: int) -> list[tuple[str, int]]:
    """Return the idea of every phrase that begins at a word, with each place to which it gives that idea."""
    lists, word = _lists(reach), all_words[start]
    first = _plain(word)
    if first not in lists.firsts or start + 1 >= len(all_words):
        return []
    found: list[tuple[str, int]] = []
    if apart := lists.apart.get(first):
        near = all_words[start + 1 : start + _REACH]
        behind = [(at, o) for at, o in enumerate(near, start + 1) if o.low in apart or o.stem in apart]
        behind = [(at, other) for at, other in behind if other.clause == word.clause]
        particles = {form: at for at, other in reversed(behind) for form in (other.low, other.stem)}
        for particle in particles.keys() & apart.keys():
            told = [phrase.idea for phrase in apart[particle] if _is(word, phrase.words[0])]
            place = particles[particle]  # "home" means something by itself, "round" does not
            places = (start, place) if _ideas(particle, reach) == {root(particle)} else (start,)
            found += [(idea, at) for idea in told for at in places]
    second, together = all_words[start + 1], lists.together.get(first)
    if not together:
        return found
    low = _owner(second.low)
    for key in (low,) if low == second.stem else (low, second.stem):
        for phrase in together.get(key, ()):
            end = start + len(phrase.words)
            if _has_words(all_words, start, end, phrase.words):
                opens = start + 1 if phrase.apart else start  # to its verb it gives the idea as above
                found += [(phrase.idea, at) for at in range(opens, min(end, start + _LONGEST))]
    return found


def _has_words(all_words: Sequence[Said], start: int, end: int, wanted: Sequence[tuple[str, str]]) -> bool:
    """Tell whether a phrase stands between two words; the last one tells most phrases apart."""
    if end > len(all_words) or not _is(all_words[end - 1], wanted[-1]):
        return False
    return all(map(_is, all_words[start:end], wanted))


def _plain(word: Said) -> str:
    return _HIS if word.low in _OWNERS else word.stem


def _is(word: Said, wanted: tuple[str, str]) -> bool:
    return word.stem == wanted[1] or _owner(word.low) == wanted[0]


def is_left_over(all_words: Sequence[Said], at: int) -> bool:
    """Tell "200 were left", "had 200 people left", "200 left in the town" from "200 left the town".

    >>> from dateline.brief.language.wording import words
    >>> [is_left_over(words(text), -1) for text in ("It had 200 people left", "They had left")]
    [True, False]
    """
    if all_words[at].low != "left":
        return False
    at %= len(all_words)
    before = [word.low for word in all_words[max(0, at - 8) : at]]
    if before and before[-1] in _over("between"):
        return False
    if before and before[-1] in _over("be"):
        return True
    behind = [word.low for word in all_words[at + 1 : at + 7]]
    if behind[:1] == ["under"] and not _over("rule").isdisjoint(behind):
        return True  # "less than 2% left under its control"
    owned = any(low in _over("have") for low in before)
    return owned or (at + 1 < len(all_words) and all_words[at + 1].low in _over("in"))


@cache
def _over(name: str) -> frozenset[str]:
    return frozenset(map(str, load("irregular")["left_over"][name]))
