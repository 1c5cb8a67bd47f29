"""What befell those whom a figure counts: the dead of one sentence are not the missing of another."""

from __future__ import annotations

from functools import cache

from dateline.brief.ground.facts import Counted, Facts
from dateline.brief.language.once import once
from dateline.brief.language.verbs import listed
from dateline.brief.language.wording import Word
from dateline.lexicon import load

_REACH = 6  # words between a figure and what befell those whom it counts


@once
def fate(facts: Facts, counted: Counted) -> str:
    """Return what befell those whom a figure counts: "dead", "missing", "hurt"; "" where no word tells.

    >>> from dateline import open_case
    >>> from dateline.brief.ground.facts import facts_of
    >>> from dateline.brief.ground.names import Names
    >>> names = Names(open_case("tolvane-dam"))
    >>> facts = facts_of("It killed 23 people; six are missing, and 40 were moved.", names, "2017")
    >>> [fate(facts, each) for each in facts.figures]
    ['dead', 'missing', '']
    """
    if counted.figure.unit or counted.figure.vague or not _told_of(facts):
        return ""
    return _named(counted) or _behind(facts, counted) or _ahead(facts, counted)


@once
def _told_of(facts: Facts) -> set[str]:
    """The words of a fate in a text."""
    return _fates().keys() & {word.low for word in facts.words}


@cache
def _fates() -> dict[str, str]:
    """The fate of which each word tells."""
    return {form: name for name, forms in load("nouns")["fates"].items() for form in forms}


def fate_of_anybody(facts: Facts, counted: Counted) -> str:
    """Return the fate of those whom a figure only counts as people or as the dead, "" of villagers or
    soldiers."""
    noun = counted.noun.low if counted.noun else "people"
    return fate(facts, counted) if noun in _fates() or noun in ("people", "persons", "person") else ""


def _named(counted: Counted) -> str:
    """ "23 deaths", "six missing"."""
    return _fates().get(counted.noun.low, "") if counted.noun else ""


def _behind(facts: Facts, counted: Counted) -> str:
    """ "23 people died", "had been found dead", "gave 23 people as dead"; "" for "were killed or hurt"."""
    noun = counted.noun.low if counted.noun else ""
    behind = facts.behind(counted.figure.end, _REACH + 2)
    first = next((at for at, word in enumerate(behind) if word.low == noun), -1) + 1
    told = _in_a_row(facts, counted.figure.end, behind)[first:]
    skipped = listed("be", "have") | _said_of_them()
    if told and told[0].low == "of":  # "three of those who went missing have been found dead"
        told = _in_a_row(facts, counted.figure.end, facts.behind(counted.figure.end, 2 * _REACH + 2))
        named = [_fates()[word.low] for word in told if word.low in _fates()]
        return named[-1] if len(set(named)) > 1 and named[-1] != named[0] else ""
    at = next((at for at, word in enumerate(told) if word.low not in skipped), None)
    found = _fates().get(told[at].low, "") if at is not None else ""
    joined = [word.low for word in told[at + 1 : at + 3]] if found and at is not None else []
    either = len(joined) == 2 and joined[0] in ("or", "and") and _fates().get(joined[1], found) != found
    return "" if either else found


@cache
def _said_of_them() -> frozenset[str]:
    return frozenset(load("nouns")["told_of_fates"])


def _ahead(facts: Facts, counted: Counted) -> str:
    """ "Killed 23 people", "put the dead at 23": the nearest word of a fate, no other figure between."""
    start = counted.figure.start
    begins = max((c.figure.end for c in facts.figures if c.figure.end <= start), default=0)
    ahead = [word for word in facts.words if begins <= word.start and word.end <= start][-_REACH:]
    ahead = [word for word in ahead if not set(",;:.") & set(facts.text[word.end : start])]
    return next((_fates()[word.low] for word in reversed(ahead) if word.low in _fates()), "")


def _in_a_row(facts: Facts, start: int, behind: tuple[Word, ...]) -> list[Word]:
    """The words behind a place up to a mark that parts them, or the next figure."""
    stop = min((c.figure.start for c in facts.figures if c.figure.start >= start), default=len(facts.text))
    marks = (at for mark in ",;:." if (at := facts.text.find(mark, start, stop)) >= 0)
    end = min(marks, default=stop)
    return [word for word in behind if word.start < end]
