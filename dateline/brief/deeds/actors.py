"""Who does what to whom: agent and object of an act must be those of a cited paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from dateline.brief.deeds.doers import Cast, Party, differ, names_them
from dateline.brief.ground.acts import Act, acts
from dateline.brief.ground.facts import Facts
from dateline.brief.ground.names import Names
from dateline.brief.ground.passages import Ground, Passage
from dateline.brief.language.verbs import is_ing
from dateline.findings import Finding, Place
from dateline.lexicon import load


@cache
def _personal() -> frozenset[str]:
    return frozenset(f"/{name}" for name in load("certainty")["personal_groups"])


def judge(facts: Facts, cited: Sequence[Passage], ground: Ground, before: str) -> list[Finding]:
    """Name an act that the sentence gives to another doer, or does to another, than every cited paragraph.

    Returns "actor-swapped" for the doer, "population-swapped" for the one to whom it is done.
    """
    names = ground.names
    mine = Cast(facts, names, before)
    theirs = {passage.place: Cast(passage.facts, names, passage.before) for passage in cited}
    for act in acts(facts):
        alike = [
            (p, other)
            for p in cited
            for other in p.acts
            if not act.ideas.isdisjoint(other.ideas) and _same(facts, act, p, other)
        ]
        if not alike:
            continue
        for key, ask in (("actor-swapped", Cast.agent), ("population-swapped", Cast.object)):
            if ask is Cast.agent and facts.words[act.at].stem in load("reporting")["views"]:
                continue  # whose view it is is seen to where speakers are compared
            if ask is Cast.object and facts.words[act.at].stem in ("leave", "quit"):
                continue  # a place is left, or somebody is left with what remains
            if ask is Cast.object and _opens_another(facts, act):
                continue
            party = ask(mine, act)
            if not party:
                continue
            others = [ask(theirs[p.place], other) for p, other in alike]
            if not (all(others) and all(differ(party, other, names) for other in others)):
                continue
            if all(_left_out_or_turned(mine, act, other, names) for other in others):
                return [_swapped(key, facts, act, party, *alike[0])]
    return []


def _opens_another(facts: Facts, act: Act) -> bool:
    """ "The aim of beating them": whom it is done to is told by the other verb."""
    behind = facts.words[act.at + 1 : act.at + 3]
    return act.noun and len(behind) == 2 and behind[0].low == "of" and is_ing(behind[1])


def _left_out_or_turned(mine: Cast, act: Act, other: Party, names: Names) -> bool:
    """Whoever does it in the text is not named here, or is the one to whom it is done.

    A sentence that names them in another place may only have been read amiss.
    """
    if not names_them(mine.facts, other, names):
        return True
    there = mine.object(act)
    return bool(there.ids & other.ids or there.nations & other.nations)


def _same(facts: Facts, act: Act, passage: Passage, other: Act) -> bool:
    """One of the acts that are somebody's own, or the same word."""
    if (act.ideas & other.ideas).isdisjoint(_personal()):
        return not (act.plain.isdisjoint(other.ideas) or act.noun or other.noun)
    return act.noun == other.noun or act.negated == other.negated


def _swapped(key: str, facts: Facts, act: Act, party: Party, passage: Passage, other: Act) -> Finding:
    word = passage.facts.words[other.at]
    params = {"given": party.text, "act": facts.words[act.at].text}
    place = Place(*passage.place, word.start, word.end, word.text)
    return Finding(key, possible=1, params=params, place=place)
