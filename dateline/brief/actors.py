"""Who does it: the person who acts in a sentence must be the one who acts in a cited paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from dateline.brief.acts import Act, acts
from dateline.brief.facts import Facts
from dateline.brief.passages import Ground, Passage
from dateline.findings import Finding, Place
from dateline.lexicon import load

_BEFORE_OBJECTS = frozenset(
    (
        "to",
        "with",
        "of",
        "from",
        "for",
        "against",
        "than",
        "on",
        "in",
        "at",
        "into",
        "over",
        "between",
        "by",
        "about",
        "after",
    )
)


def subject(facts: Facts, act: Act, before: str = "") -> str:
    """Return the id of the person who does an act, "" when the text names none; `before` is whom a
    pronoun means.

    >>> from dateline import open_case
    >>> from dateline.brief.facts import facts_of
    >>> from dateline.brief.names import Names
    >>> facts = facts_of("Troops were ordered out by Trump.", Names(open_case("syria-withdrawal")), "2019")
    >>> [subject(facts, act) for act in acts(facts) if facts.words[act.at].low == "ordered"]
    ['trump']
    """
    word = facts.words[act.at]
    people = [m for m in facts.names if m.person]
    if _is_passive(facts, act.at):
        return next((m.id for m in people if m.start >= word.end and _lead(facts, m.start) == "by"), "")
    for at in range(act.at - 1, max(-1, act.at - 16), -1):
        other = facts.words[at]
        if other.clause != word.clause:
            break
        if other.low in ("he", "she") and _lead(facts, other.start) not in _BEFORE_OBJECTS:
            ahead = [
                m.id for m in people if m.end <= other.start and _lead(facts, m.start) not in _BEFORE_OBJECTS
            ]
            return ahead[-1] if ahead else before
        mention = next((m for m in facts.names if m.start <= other.start < m.end), None)
        if (
            mention is not None
            and _lead(facts, mention.start) not in _BEFORE_OBJECTS
            and not _owns(facts, mention.end)
        ):
            return mention.id if mention.person else ""
    return ""


def _lead(facts: Facts, start: int) -> str:
    """The word right before a place, articles left out."""
    ahead = [word.low for word in facts.words if word.end <= start]
    while ahead and ahead[-1] in ("the", "a", "an", "president", "mr", "secretary", "defense", "us"):
        ahead.pop()
    return ahead[-1] if ahead else ""


def _owns(facts: Facts, end: int) -> bool:
    """Tell whether a name ends in an apostrophe-s: "Trump's call" is not Trump calling."""
    return facts.text[end - 2 : end + 2].replace("’", "'").find("'s") >= 0


def _is_passive(facts: Facts, at: int) -> bool:
    ahead = [word.low for word in facts.words[max(0, at - 3) : at]]
    return facts.words[at].low.endswith(("ed", "en")) and any(low in load("certainty")["be"] for low in ahead)


@cache
def _personal() -> frozenset[str]:
    return frozenset(f"/{name}" for name in load("certainty")["personal_groups"])


def judge(facts: Facts, cited: Sequence[Passage], ground: Ground, before: str) -> list[Finding]:
    """Name an act that the sentence gives to another person than every cited paragraph does."""
    for act in acts(facts):
        mine = subject(facts, act, before) if act.ideas & _personal() and not act.noun else ""
        if not mine:
            continue
        found = [
            (passage, other, subject(passage.facts, other, passage.before))
            for passage in cited
            for other in passage.acts
            if other.ideas & act.ideas & _personal()
        ]
        if found and all(who and who != mine for _, _, who in found):
            passage, other, _ = found[0]
            word = passage.facts.words[other.at]
            name = ground.names.people[mine].name
            params = {"given": name, "act": facts.words[act.at].text}
            return [
                Finding(
                    "actor-swapped",
                    possible=1,
                    params=params,
                    place=Place(*passage.place, word.start, word.end, word.text),
                )
            ]
    return []
