"""Which label of a list a learner's words mean: other forms, other order, small words around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

from dateline.kinds._shared import choice_of, tidy
from dateline.lexicon import load

MOST = 200  # characters: a label with a short reason behind it
_REASON = re.compile(r"\s*(?:\(|\s[-\u2013\u2014]+\s|\b(?:because|since)\b)")
_ENDING = re.compile(r"(?:en(?:ing|ed|s)?|ing|ed|es|s|e)$")
_DOUBLED = re.compile(r"([bdgmnprt])\1$")  # "planned" is a form of "plan"
_LONG_ENOUGH = 4  # letters: "no", "A" and "1" are not looked for among other words
_BESIDE = 4  # words that may stand beside a label
_TURNS = {
    "not", "no", "never", "nor", "neither", "or", "and", "but", "than", "instead", "without", "almost",
    "nearly", "partly", "half", "hardly", "soon", "to", "will", "would", "may", "might", "could", "should",
}  # fmt: skip
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
    if found or hedged:
        return found[0] if len(found) == 1 and not hedged else None
    return _inside(head, labels)


def _inside(head: str, labels: Sequence[str]) -> str | None:
    """The one label that stands among a few other words, none of which turns it round: "still under way"."""
    told = _words(head)
    forms = {label: form for label in labels if len("".join(form := _words(label))) >= _LONG_ENOUGH}
    spans = {
        (first, first + len(form)): label
        for label, form in forms.items()
        for first in range(len(told) - len(form) + 1)
        if told[first : first + len(form)] == form
    }
    outer = {
        span: label
        for span, label in spans.items()
        if not any(span != each and each[0] <= span[0] and span[1] <= each[1] for each in spans)
    }
    beside = [word for n, word in enumerate(told) if not any(first <= n < end for first, end in outer)]
    turned = _TURNS & {*beside, *re.findall(r"[a-z']+", tidy(head))} or "/" in head
    return next(iter(outer.values())) if len(outer) == 1 and len(beside) <= _BESIDE and not turned else None


def held_in(text: str, labels: Iterable[str]) -> list[str]:
    """Return the labels whose words stand in a row in a text; of two that overlap only the longer one.

    >>> held_in("agree or changed", ["agree", "changed", "conflict"])
    ['agree', 'changed']
    """
    told, found = f" {' '.join(_words(text[:MOST]))} ", []
    for label in sorted(labels, key=len, reverse=True):
        words = f" {' '.join(_words(label))} "
        if words.strip() and words in told:
            found.append(label)
            told = told.replace(words, " · ")
    return [label for label in labels if label in found]


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


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """A word without its ending, as long as enough of it is left: "adds" is "add", "planned" is "plan"."""
    short = _ENDING.sub("", word)
    single = _DOUBLED.sub(r"\1", short) if short != word else short
    return next((each for each in (single, short) if len(each) >= _SHORTEST), word)
