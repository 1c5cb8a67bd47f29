"""Conditions that a sentence and a paragraph put in turn: "unless it is lifted", "if it is not lifted"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from dateline.brief.amounts.hedging import shares_numeral
from dateline.brief.ground.acts import Act
from dateline.brief.ground.facts import Facts, is_quoted
from dateline.brief.language.cued import Cued
from dateline.brief.language.once import once
from dateline.brief.language.verbs import listed
from dateline.brief.language.wording import has_phrase, is_light
from dateline.brief.people.saying import is_reporting, sentences_of
from dateline.findings import Finding, Place
from dateline.lexicon import load

if TYPE_CHECKING:
    from dateline.brief.ground.passages import Passage

Span = tuple[int, int]

_FAR = 12  # words between what opens a condition and its verb
_IF = ("if", "provided", "providing")
_PRONOUNS = frozenset(("he", "she", "it", "they", "we", "you"))
_TIES = Cued(
    r"(?<!\bas )(?<!\beven )"
    r"\b(?:if|unless|provided(?: that)?|providing that|on condition that|as long as|given the)\b"
    r"(?! (?:not|any|anything|at all|ever|only|so)\b)",
    cues="if|unless|provid|on condition|as long as|given the",
    flags=re.IGNORECASE,
)
_WHETHER = re.compile(
    r"\b(?:asked|asks?|know|knows?|knew|see|sees|saw|said|say|says|clear|wonder\w*|doubt\w*|question)\s+$"
)
_MAY_BE = re.compile(r"\b(?:would|will|could|may|might|can)\b|[’']ll\b", re.IGNORECASE)
_WILL_BE = Cued(
    r"\b(?:will|would|shall|(?:is|are|was|were) (?:going |set |bound )?to)\b", cues="will|would|shall| to"
)
_OPENS = re.compile(r"\A\W*(?:[\w’'.]+ (?:said|says|warned|added) that )?\Z")
_ENDS = re.compile(r"[.;:!?”\"](?=\W|$)|,(?=\W)")
_MOST = 0.5  # of the words of a condition, which then is told in other words
_SAME = 2  # words tell of the same


def are_turned_about(facts: Facts, act: Act, passage: Passage, other: Act) -> bool:
    """Tell whether one text has "if" and the other "unless", so that one denies what the other affirms."""
    if "unless" not in facts.forms and "unless" not in passage.forms:
        return False
    if act.noun or other.noun:
        return False  # "unless the plan is dropped" denies no plan
    mine = _opener(facts, act.at)
    return bool(mine) and {mine, _opener(passage.facts, other.at)} == {"if", "unless"}


def is_demanded(facts: Facts, act: Act, passage: Passage, other: Act) -> bool:
    """ "They had to raise more" for "will lose it unless they raise more": what they must do."""
    ahead = facts.words[max(0, act.at - 3) : act.at]
    must = any(word.low in ("must", "should") for word in ahead)
    must = must or any(
        one.low in ("have", "has", "had", "need", "needed") and two.low == "to"
        for one, two in pairwise(ahead)
    )
    return must and not act.noun and _opener(passage.facts, other.at) == "unless"


def _opener(facts: Facts, at: int) -> str:
    """ "If" or "unless", whichever opens the condition that a word stands in; "" where it stands in none."""
    begins = next(a for a, b in sentences_of(facts.text) if facts.words[at].start < b)
    for here in range(at - 1, max(-1, at - _FAR - 1), -1):
        word = facts.words[here]
        if word.start < begins or word.low in ("that", "because", "when"):
            return ""
        if word.low == "unless":
            return "unless"
        if word.low in _IF or (word.low == "should" and _is_inverted(facts, here)):
            return "if"
    return ""


def _is_inverted(facts: Facts, at: int) -> bool:
    """ "Should the plan be dropped": behind this one a subject begins."""
    behind = facts.words[at + 1 : at + 2]
    return any(word.low in listed("determiners") | _PRONOUNS for word in behind)


def judge(facts: Facts, cited: Sequence[Passage]) -> list[Finding]:
    """Ask about what a sentence says will be so, where the paragraph ties it to an "if" that is left out.

    Returns a finding "certainty-raised" as a question, or none.
    """
    will = next((m for m in _WILL_BE.finditer(facts.text) if not is_quoted(facts, m.start())), None)
    if will is None or has_phrase(facts.text, load("certainty")["tying"]):
        return []
    for passage in cited:
        for main, condition in _tied(passage.facts):
            if _tells_of(facts, passage, main, condition):
                text = passage.text[slice(*condition)]
                params = {"given": will[0], "status": "planned", "text_status": "possible", "text": text}
                place = Place(*passage.place, *condition, text)
                return [Finding("certainty-raised", "review", params=params, place=place)]
    return []


@once
def _tied(facts: Facts) -> list[tuple[Span, Span]]:
    """Where a text says what may be so and, in the same sentence, what that is tied to."""
    found = []
    for match in _TIES.finditer(facts.text):
        start, end = next((a, b) for a, b in sentences_of(facts.text) if match.start() < b)
        if _WHETHER.search(facts.text, start, match.start()):
            continue
        stop = _ENDS.search(facts.text, match.end(), end)
        condition = match.start(), stop.start() if stop else min(end, len(facts.text))
        opens = _OPENS.match(facts.text[start : match.start()])
        main = (condition[1], end) if opens else (start, match.start())
        if _MAY_BE.search(facts.text, *main):
            found.append((main, condition))
    return found


def _tells_of(facts: Facts, passage: Passage, main: Span, condition: Span) -> bool:
    """Tell whether a sentence tells of what a paragraph ties to a condition, and of that nearly nothing."""
    told = _content(passage.facts, main)
    alike = sum(not ideas.isdisjoint(facts.every_idea) for ideas in told)
    tied = _content(passage.facts, condition)
    kept = sum(not ideas.isdisjoint(facts.every_idea) for ideas in tied)
    there = [c.figure for c in passage.facts.figures if main[0] <= c.figure.start < main[1]]
    counted = any(shares_numeral(c.figure, each) for c in facts.figures for each in there)
    return (counted or alike >= max(_SAME, len(told) / 2)) and kept <= _MOST * len(tied)


def _content(facts: Facts, span: Span) -> list[frozenset[str]]:
    """The ideas of each word between two places that tells more than who speaks."""
    people = [(m.start, m.end) for m in facts.names if m.person]
    return [
        ideas
        for at, (word, ideas) in enumerate(zip(facts.words, facts.ideas, strict=True))
        if span[0] <= word.start < span[1]
        and not (is_light(word) or is_reporting(facts, at) or any(a <= word.start < b for a, b in people))
    ]
