"""Causes: "because" needs a paragraph that says so; "after" is only an order in time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.brief.acts import acts
from dateline.brief.facts import Facts
from dateline.brief.wording import has_phrase, is_light
from dateline.findings import Finding
from dateline.lexicon import load

if TYPE_CHECKING:
    from dateline.brief.passages import Passage


def judge(facts: Facts, cited: Sequence[Passage]) -> list[Finding]:
    """Name a cause that no cited paragraph states of the same things.

    Returns a finding "sequence-as-cause", or none.
    """
    match = has_phrase(facts.text, load("certainty")["causal"])
    if not match or _is_scheduled(facts, match) or any(a <= match.start() < b for a, b in facts.quotations):
        return []
    if any(_states_cause(passage, facts) for passage in cited):
        return []
    return [Finding("sequence-as-cause", possible=1, params={"given": match[0]})]


def _is_scheduled(facts: Facts, match: re.Match[str]) -> bool:
    """ "are due to stay", "was due to open": what is due to happen is a plan, not an effect."""
    return match[0].lower() == "due to" and any(
        act.at and facts.words[act.at - 1].low == "to" and match.end() - 2 == facts.words[act.at - 1].start
        for act in acts(facts)
        if not act.noun
    )


def _states_cause(passage: Passage, facts: Facts) -> bool:
    """Tell whether a sentence of the paragraph that states a cause or an aim speaks of the same things."""
    given = [*load("certainty")["causal"], *load("certainty")["causal_in_text"]]
    for start, end in passage.sentences:
        told = has_phrase(passage.text[start:end], given)
        if (
            told
            and not _is_open(passage.text[start : start + told.start()])
            and _shares(passage, start, end, facts)
        ):
            return True
    return False


def _is_open(before: str) -> bool:
    """ "has not said what caused it" states no cause."""
    return bool(has_phrase(before[-40:], load("certainty")["cause_open"]))


def _shares(passage: Passage, start: int, end: int, facts: Facts) -> bool:
    theirs = passage.facts
    return any(
        start <= word.start < end and not is_light(word) and theirs.ideas[at] & facts.every_idea
        for at, word in enumerate(theirs.words)
    )
