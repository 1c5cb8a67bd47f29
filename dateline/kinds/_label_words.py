"""Which label of a list a learner's words mean: other forms, other order, small words around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from dateline.kinds._shared import choice_of, tidy
from dateline.lexicon import load

MOST = 200  # characters: a label with a short reason behind it
_REASON = re.compile(r"\s*(?:\(|\s[-\u2013\u2014]+\s|\b(?:because|since)\b)")
_ENDING = re.compile(r"(?:en(?:ing|ed|s)?|ing|ed|es|s|e)$")
_DOUBLED = re.compile(r"([bdgmnprt])\1$")  # "planned" is a form of "plan"
_SHORTEST = 3  # letters that must be left of a word when its ending goes


def label_of(
    value: Any, labels: Sequence[str], also: Mapping[str, Iterable[str]] | None = None
) -> str | None:
    """Return the label that a learner's words mean, or None where they mean none or more than one.

    Forms of a word, words that say the same (lexicon/answers.yaml), a pronoun before it and a reason behind
    it do not matter; a "not" does. `also` gives further words for a label.

    >>> label_of("They agree", ["agree", "changed"]), label_of("stock vs. flow", ["flow against stock"])
    ('agree', 'flow against stock')
    >>> label_of("they do not agree", ["agree", "changed"]) is None
    True
    >>> label_of("changed (or agree)", ["agree", "changed"]) is None
    True
    """
    ways = {label: [label, *(also or {}).get(label, ())] for label in labels}
    exact = next((label for label, forms in ways.items() if choice_of(value, forms)), None)
    if exact or not isinstance(value, str) or len(value) > MOST:
        return exact
    head, reason = _parted(value)
    found = [label for label, forms in ways.items() if _gist(head) in map(_gist, forms)]
    hedged = any(set(_words(label)) <= set(_words(reason)) for label in labels if label not in found)
    return found[0] if len(found) == 1 and not hedged else None


def _parted(text: str) -> tuple[str, str]:
    """A label, and the reason that follows it in brackets, after a dash or after "because"."""
    cut = _REASON.search(text, 1)
    return (text[: cut.start()], text[cut.start() :]) if cut else (text, "")


def _gist(text: str) -> tuple[str, ...] | frozenset[str]:
    """What a label says: its words in order, but "stock against flow" is "flow against stock"."""
    words = _words(text)
    return frozenset(words) if "against" in words else tuple(words)


def _words(text: str) -> list[str]:
    plain = f" {' '.join(re.findall(r'[a-z0-9]+', tidy(text).replace(chr(39), '')))} "
    for phrase, meant in _phrases():
        plain = plain.replace(f" {phrase} ", f" {meant} ")
    filler = load("answers")["label_filler"]
    return [stem(word) for word in plain.split() if word not in filler]


@cache
def _phrases() -> list[tuple[str, str]]:
    """Phrases that stand for a word of a label, longest first, written without apostrophes."""
    rows: dict[str, Iterable[str]] = load("answers")["label_words"]
    pairs = [(phrase.replace("'", ""), meant) for meant, phrases in rows.items() for phrase in phrases]
    return sorted(pairs, key=lambda pair: -len(pair[0]))


def stem(word: str) -> str:
    """A word without its ending, as long as enough of it is left: "adds" is "add", "planned" is "plan"."""
    short = _ENDING.sub("", word)
    single = _DOUBLED.sub(r"\1", short) if short != word else short
    return next((each for each in (single, short) if len(each) >= _SHORTEST), word)
