"""Conditions that a sentence and a paragraph put in turn: "unless it is lifted", "if it is not lifted"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from dateline.brief.acts import Act
from dateline.brief.facts import Facts
from dateline.brief.saying import sentences_of
from dateline.brief.verbs import listed

if TYPE_CHECKING:
    from dateline.brief.passages import Passage

_FAR = 12  # words between what opens a condition and its verb
_IF = ("if", "provided", "providing")
_PRONOUNS = frozenset(("he", "she", "it", "they", "we", "you"))


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
