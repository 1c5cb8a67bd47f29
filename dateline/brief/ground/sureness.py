"""How sure a finding is: a sentence in words of its own may have been misread."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from dateline.brief.ground.facts import Facts
from dateline.brief.ground.passages import Passage
from dateline.findings import Finding
from dateline.lexicon import load

_SHORT = 2  # letters, and a word says nothing by itself
_KIN = 5  # letters at the head that make two words kin enough


def weigh(findings: Iterable[Finding], facts: Facts, cited: Sequence[Passage]) -> list[Finding]:
    """Make a question of each fault that is read from the wording, where too much of that is the writer's.

    The limits stand in the lexicon (`sureness`). What is read from a numeral is sure whatever the wording.

    >>> from dateline import open_case
    >>> from dateline.brief import check_one
    >>> case = open_case("tolvane-dam")
    >>> check_one("The governor mended the whole wall [@S1, para. 7].", case).verdict
    'unsupported'
    >>> told = "What was announced was carried through: Marrak completed repairs of the wall [@S1, para. 7]."
    >>> check_one(told, case).verdict
    'review'
    """
    findings = list(findings)
    if cited and any(finding.key in _limits() for finding in findings):
        own = _own(facts, cited)
        return [as_question(finding) if _is_unsure(finding, facts, own) else finding for finding in findings]
    return findings


def as_question(finding: Finding) -> Finding:
    """Return a finding as a question for a person.

    >>> as_question(Finding("speaker-swapped", possible=1, params={"given": "Marrak"})).verdict
    'review'
    """
    return replace(finding, verdict="review", possible=0.0)


def own_words(facts: Facts, cited: Sequence[Passage]) -> int:
    """Count the words of a sentence, figures and dates apart, of which no cited paragraph has any form."""
    return len(_own(facts, cited))


def _own(facts: Facts, cited: Sequence[Passage]) -> list[str]:
    heads = {form[:_KIN] for passage in cited for form in passage.forms}
    bound = load("sureness")["bound"]
    apart = [(c.figure.start, c.figure.end) for c in facts.figures] + [(d.start, d.end) for d in facts.dates]
    return [
        word.low
        for word in facts.words
        if len(word.low) > _SHORT
        and word.low not in bound
        and word.low[:_KIN] not in heads
        and not any(start <= word.start < end for start, end in apart)
    ]


def _is_unsure(finding: Finding, facts: Facts, own: Sequence[str]) -> bool:
    """Tell whether a sentence has too many words of its own; a word that is the fault itself is none, where
    the fault is not just that it is unknown."""
    given = finding.params.get("given", "")
    fault = given.lower().split() if finding.key != "unsupported" else []
    count = len([low for low in own if low not in fault])
    limit = _limits().get(finding.key)
    if finding.verdict != "wrong" or limit is None or count < limit or finding.params.get("apart"):
        return False
    return finding.key != "unsupported" or all(
        facts.text[c.figure.start : c.figure.end] != given for c in facts.figures
    )


@cache
def _limits() -> dict[str, int]:
    return {key: limit for limit, keys in load("sureness")["limits"].items() for key in keys}
