"""The verb groups of a text: each verb with its auxiliaries, its voice and the negation inside the group."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple

from dateline.brief.language.wording import Word
from dateline.lexicon import load

# ", people familiar with the matter said on Wednesday," and ", who is the minister,": said in passing.
_ASIDE = re.compile(
    r"[,–—(]\s+(?P<body>(?:[^,;:.–—()]++|(?<=\d)[,.](?=\d)|(?<=Mr|Ms|Dr|.U|.S)\.)++)(?=[,–—)](?!\d))"
)
_SHORTEST, _LONGEST = 5, 110  # letters of an aside, the first with its mark and space
_RELATIVE = re.compile(
    r"(?:(?:(?:\w+\s+)?of|(?:according\s+)?to|by|for|from|with|in|on|at|among)\s+)?(?:who|whom|which|whose|where)\b"
    r"|(?:as|while|when)\s+(?:he|she|they)\b"
    r"|(?:speaking|talking|asking|insisting|wishing)\s+(?:on|under|for|not|to)\b",
    re.IGNORECASE,
)


class Group(NamedTuple):
    """A verb with the helpers before it; `first` is the first word of the group, `modal` what they plan."""

    at: int
    first: int
    modal: str = ""
    have: str = ""
    be: str = ""
    do: bool = False
    to: bool = False
    phase: bool = False
    negations: int = 0

    @property
    def is_bare(self) -> bool:
        """Whether no helper stands before the verb."""
        return not (self.modal or self.have or self.be or self.do or self.to)


@cache
def listed(*names: str) -> frozenset[str]:
    """Return some lists of certainty.yaml as a set, with the stems that have lost an e ("refus")."""
    every = (word for name in names for word in load("certainty")[name])
    return frozenset(form for word in every for form in stems_of(str(word)))


def stems_of(word: str) -> tuple[str, ...]:
    """Return the stems by which `wording.stem` may know a word; it cuts "refused" to "refus".

    >>> stems_of("refuse")
    ('refuse', 'refus')
    """
    return (word, word[:-1]) if len(word) > 4 and word.endswith("e") and " " not in word else (word,)


@cache
def _past() -> frozenset[str]:
    return frozenset(load("irregular")["past"])


@cache
def _participles() -> frozenset[str]:
    return frozenset(load("irregular")["participles"])


def is_past(word: Word) -> bool:
    """Tell whether a word may be a past form; "put" and "cut", which are also present, are none."""
    if word.low == word.stem:
        return False
    return word.low in _past() or (word.low.endswith("ed") and len(word.low) > 4)


def is_participle(word: Word) -> bool:
    """Tell whether a word may stand behind "be" as passive, or behind "have".

    >>> from dateline.brief.language.wording import words
    >>> [is_participle(word) for word in words("taken moved take")]
    [True, True, False]
    """
    regular = (
        word.low.endswith("ed")
        and len(word.low) > 4
        and not (word.low.endswith("eed") and word.low == word.stem)
    )
    return word.low in _participles() or regular


def is_ing(word: Word) -> bool:
    """Tell whether a word is a form in -ing; "bring" is none.

    >>> from dateline.brief.language.wording import words
    >>> [is_ing(word) for word in words("leaving bring")]
    [True, False]
    """
    return word.low.endswith("ing") and word.low != word.stem and len(word.low) > 4


def answers(all_words: Sequence[Word], span: tuple[int, int]) -> bool:
    """Tell whether a sentence denies the one before it: "Its owner denied it", "She would not do so".

    >>> from dateline.brief.language.wording import words
    >>> answers(words("He denied it."), (0, 13)), answers(words("He denied the plan."), (0, 19))
    (True, False)
    """
    inside = [word for word in all_words if span[0] <= word.start < span[1]]
    refused = any(
        one.stem in listed("refusals") and other.low in ("it", "this", "that")
        for one, other in pairwise(inside)
    )
    return refused or leaves_undone(all_words, span)


def leaves_undone(all_words: Sequence[Word], span: tuple[int, int]) -> bool:
    """Tell whether a sentence says that what the one before it tells is not done: "She would not do so"."""
    inside = [word for word in all_words if span[0] <= word.start < span[1]]
    return any(map(_is_undone, inside, inside[1:], inside[2:]))


def _is_undone(one: Word, two: Word, three: Word) -> bool:
    done = two.low in ("do", "done", "doing") and three.low in ("so", "it", "this", "that")
    return done and (one.low in listed("nots") or one.low.endswith("n't"))


def asides(text: str, all_words: Sequence[Word]) -> list[int]:
    """Return for each word 0, or the number of the aside it stands in: an attribution or a relative
    clause between commas.

    >>> from dateline.brief.language.wording import words
    >>> text = "The army, officials said, is leaving."
    >>> asides(text, words(text))
    [0, 0, 1, 1, 0, 0]
    """
    marks = [0] * len(all_words)
    for number, match in enumerate(_ASIDE.finditer(text), start=1):
        start, end = match.span("body")
        if end - match.start() < _SHORTEST or end - start > _LONGEST:
            continue
        inside = [at for at, word in enumerate(all_words) if start <= word.start < end]
        if not inside or inside[-1] + 1 >= len(all_words) or inside[0] == 0:
            continue
        told = any(all_words[at].stem in _saying() and all_words[at].low.islower() for at in inside)
        if told or _RELATIVE.match(match["body"]) or _is_apposition(all_words, inside):
            for at in inside:
                marks[at] = number
    return marks


def _is_apposition(all_words: Sequence[Word], inside: Sequence[int]) -> bool:
    """ "the force, about 1,000 strong, withdrew": no verb inside, and the verb right behind."""
    helpers = listed("be", "have", "planned_modals", "possible_modals") | {"to"}
    if len(inside) > 8 or any(all_words[at].low in helpers or is_past(all_words[at]) for at in inside):
        return False
    behind = all_words[inside[-1] + 1]
    return behind.low in helpers or is_past(behind) or behind.stem in listed("verbs_only")


@cache
def _saying() -> frozenset[str]:
    return frozenset(load("reporting")["verbs"])


class Reader:
    """A text's words as a reader of verbs walks over them: asides skipped, clauses kept apart."""

    def __init__(self, text: str, all_words: Sequence[Word]) -> None:
        self.words = all_words
        self.text = text
        self._lows = [word.low for word in all_words]
        self.aside = asides(text, all_words)
        self._clauses = self._numbered()
        self._before, self._behind = self._neighbours()
        self._groups: dict[int, Group] = {}
        self.kept: dict[Any, Any] = {}  # see once.py

    def _numbered(self) -> list[tuple[int, int]]:
        """Clause numbers, an aside counted out: behind it the clause goes on that stood before it."""
        if not any(self.aside):
            return [(0, word.clause) for word in self.words]
        found, lost, last = [], 0, 0
        for at, word in enumerate(self.words):
            if self.aside[at]:
                found.append((self.aside[at], word.clause))
                continue
            if at and self.aside[at - 1]:
                lost += word.clause - last - lost
            last = word.clause - lost
            found.append((0, last))
        return found

    def _neighbours(self) -> tuple[list[int], list[int]]:
        """For each word the one before it and the one behind it in the same clause, -1 for none."""
        before, behind = [-1] * len(self.words), [-1] * len(self.words)
        for number in set(self.aside):
            inside = [at for at, aside in enumerate(self.aside) if aside == number]
            for one, other in pairwise(inside):
                if self._clauses[one] == self._clauses[other]:
                    before[other], behind[one] = one, other
        return before, behind

    def together(self, one: int, other: int) -> bool:
        """Tell whether two words stand in one clause."""
        return self._clauses[one] == self._clauses[other]

    def clause(self, at: int) -> tuple[int, int]:
        """The clause that a word stands in."""
        return self._clauses[at]

    def back(self, at: int) -> int:
        """Return the index of the word before, in the same clause, or -1."""
        return self._before[at] if at > 0 else -1

    def ahead(self, at: int) -> int:
        """Return the index of the word behind, in the same clause, or -1."""
        return self._behind[at]

    def low(self, at: int) -> str:
        """A word in lower case, "" where there is none."""
        return self._lows[at] if 0 <= at < len(self._lows) else ""

    def behind(self, at: int, most: int) -> list[int]:
        """The next words of the clause."""
        return _along(self._behind, at, most)

    def before(self, at: int, most: int) -> list[int]:
        """The words of the clause before a word, the nearest first, as far back as a comma."""
        return _along(self._before, at, most) if at > 0 else []

    def group(self, at: int) -> Group:
        """Return a verb and the helpers before it: "would have been", "is at least being", "continued to"."""
        if at not in self._groups:
            self._groups[at] = self._read_group(at)
        return self._groups[at]

    def _read_group(self, at: int) -> Group:
        modal = have = be = ""
        do = to = phase = obliged = begun = False  # begun: "to" stood behind the word of phase
        first, negations, here = at, 0, self.back(at)
        while here >= 0:
            low = self._lows[here]
            if low not in _helpers() and not (self._is_phase(here, at) or self.skips(here)):
                break
            if low in listed("planned_modals"):
                modal = modal or "planned"
            elif low in listed("possible_modals"):
                modal = "possible" if obliged else modal or "possible"  # "may have to be cut"
            elif to and low in listed("be", "have"):
                to, modal, do = self._obliged(low, modal, do)
                obliged = True
            elif low in listed("be"):
                be = be or low
            elif low in listed("have"):
                have = have or ("" if modal else low)  # "has been to" behind a plan adds nothing
            elif low in listed("do"):
                do = True
            elif low == "to":
                to = True
            elif self._is_phase(here, at):
                phase, begun, to = True, begun or (to and not be), to and bool(be)
            negations += is_not(low) or (low == "no" and self.low(here + 1) == "longer")
            first, here = here, self.back(here)
        return Group(at, first, modal, have, be, do, to or begun, phase, negations)

    def _is_phase(self, here: int, at: int) -> bool:
        """ "began to leave", "continued leaving": only how far the leaving has got."""
        return self.words[here].stem in listed("phases") and (
            is_ing(self.words[at]) or self.low(here + 1) == "to"
        )

    @staticmethod
    def _obliged(low: str, modal: str, do: bool) -> tuple[bool, str, bool]:
        """ "are to leave" and "has to leave" are planned; "had to leave" tells that they did."""
        return False, modal or ("" if low == "had" else "planned"), do or low == "had"

    def skips(self, here: int) -> bool:
        """Tell whether a word may stand between a helper and its verb: "at least", "already", "not"."""
        low = self._lows[here]
        if low in ("likely", "unlikely") or (low == "yet" and self.low(here + 1) == "to"):
            return False  # these govern the verb
        if low in listed("nots", "between") or low.endswith("n't") or (low.endswith("ly") and len(low) > 4):
            return True
        pairs = (f"{self.low(here - 1)} {low}", f"{low} {self.low(here + 1)}") if low in _in_pairs() else ()
        return not listed("between").isdisjoint(pairs)


def _along(following: Sequence[int], at: int, most: int) -> list[int]:
    """The places that follow one upon the other, -1 behind the last of them."""
    found: list[int] = []
    while len(found) < most and (at := following[at]) >= 0:
        found.append(at)
    return found


@cache
def _helpers() -> frozenset[str]:
    """The words that help a verb."""
    return listed("planned_modals", "possible_modals", "be", "have", "do") | {"to"}


@cache
def _in_pairs() -> frozenset[str]:
    """The words of the pairs that may stand between a helper and its verb."""
    return frozenset(word for pair in listed("between") for word in pair.split() if " " in pair)


def is_gerund(reader: Reader, group: Group) -> bool:
    """Tell whether a verb is a gerund: "leaving", "being beaten", but not "is being beaten".

    >>> from dateline.brief.language.wording import words
    >>> text = "They were close to being beaten and were being watched."
    >>> reader = Reader(text, words(text))
    >>> [is_gerund(reader, reader.group(at)) for at in (5, 9)]
    [True, False]
    """
    if group.be == "being":
        inside = {reader.low(here) for here in range(group.first, group.at)}
        return inside.isdisjoint(listed("be") - {"be", "being"})
    return is_ing(reader.words[group.at]) and not (group.be or group.have or group.to)


def is_not(low: str) -> bool:
    """Tell whether a word is a "not" or its like.

    >>> is_not("didn't"), is_not("no")
    (True, False)
    """
    return low in listed("nots") or low.endswith("n't")
