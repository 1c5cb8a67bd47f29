"""Whether a sentence denies what its paragraphs affirm, or affirms what they deny."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from dateline.brief.acts import Act
from dateline.brief.facts import Facts
from dateline.brief.verbs import listed
from dateline.brief.wording import Word, has_phrase
from dateline.findings import Finding, Place
from dateline.lexicon import load

if TYPE_CHECKING:
    from dateline.brief.passages import Passage


def negates(word: Word) -> bool:
    """Tell whether a word denies what stands by it."""
    return (
        word.low in listed("negators")
        or word.low.endswith("n't")
        or word.stem in ("fail", "refuse", "lack", "decline", "deny")
    )


def has_negation(facts: Facts) -> bool:
    """Tell whether a text holds any negation or word that takes something back."""
    words = facts.words
    return any(negates(word) or word.stem in listed("reversals") for word in words) or bool(
        has_phrase(facts.text, load("certainty")["almost"])
    )


def judge(facts: Facts, mine: Sequence[Act], theirs: Sequence[tuple[Passage, Act]]) -> list[Finding]:
    """A negation of the source that the sentence has lost, or one of its own that the source has not."""
    lone = has_negation(facts)
    for act in mine:
        alike = [(passage, other) for passage, other in theirs if _alike(act, other)]
        kin = [(passage, other) for passage, other in alike if _kin(act, other)]
        alike = kin or alike  # the same word tells more than another of its meaning
        if not alike:
            continue
        passage, other = alike[0]
        if not act.negated and not lone and all(other.negated for _, other in alike):
            return [_flip("negation-lost", facts, act, passage, other)]
        if act.negated and not any(_negated_beside(passage, other) for passage, other in alike):
            return [_flip(_added(facts, [p for p, _ in alike]), facts, act, passage, other)]
    return []


def _added(facts: Facts, passages: Sequence[Passage]) -> str:
    """A refusal where the text has only a talk makes a denial of what is not told; else a "not" is added."""
    refused = any(word.stem in listed("refusals") for word in facts.words)
    talked = any(idea == "/talk" for p in passages for ideas in p.facts.ideas for idea in ideas)
    return "absence-as-denial" if refused and talked else "negation-added"


@cache
def _loose() -> frozenset[str]:
    return frozenset(f"/{name}" for name in load("certainty")["loose_groups"])


def _alike(one: Act, other: Act) -> bool:
    """A shared idea that is no loose one, or the same word or kin."""
    return bool(one.ideas & other.ideas - _loose()) or _kin(one, other)


def _kin(one: Act, other: Act) -> bool:
    return any(not idea.startswith("/") for idea in one.ideas & other.ideas)


def _negated_beside(passage: Passage, act: Act) -> bool:
    """Tell whether the source's own clause round an act holds a negation, or words that take it back."""
    words, clause = passage.facts.words, passage.facts.words[act.at].clause
    inside = [at for at, word in enumerate(words) if word.clause == clause]
    near = [at for at in inside if abs(at - act.at) <= 4]
    return (
        act.negated
        or any(negates(words[at]) for at in inside)
        or any(words[at].stem in listed("reversals") for at in near)
    )


def _flip(key: str, facts: Facts, act: Act, passage: Passage, other: Act) -> Finding:
    word, theirs = facts.words[act.at], passage.facts.words[other.at]
    params = {"given": word.text, "text": theirs.text}
    place = Place(*passage.place, theirs.start, theirs.end, theirs.text)
    return Finding(key, possible=1, params=params, place=place)
