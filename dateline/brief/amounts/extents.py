"""How far a statement reaches: what the text says of one, of some or of those within a limit, not of all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.brief.amounts.hedging import shares_numeral
from dateline.brief.ground.facts import Facts, is_quoted
from dateline.brief.ground.negation import nots
from dateline.brief.ground.passages import Passage
from dateline.brief.language.cued import Cued
from dateline.brief.language.once import once
from dateline.brief.language.verbs import is_past, listed
from dateline.brief.language.wording import has_phrase, ideas, is_light, phrases_in, words
from dateline.findings import Finding, Place
from dateline.lexicon import load

_NONE = Cued(
    r"\b(?:none|not one|not a single one|neither|nothing) of (?:the |its |his |her |their )?",
    cues="none of|one of|neither of|nothing of",
    flags=re.I,
)
_ONE = re.compile(
    r"\b(?:one|some|several|most|many|a few|two|half|at least one) of (?:the |its |his |her |their )?", re.I
)
_EVERY = Cued(
    r"\b(?:(?:all|each|every one) of|both(?: of)?) "
    r"(?P<them>(?:the |its |his |her |their |these |those |them\b)?)",
    cues="all of|each of|every one of|both",
    flags=re.I,
)
_ALL = re.compile(r"\b(?:all|every|each|both)\b", re.I)
_PART = re.compile(
    r"\b(?:one|some|several|most|many|a few|two|three|four|half|part|parts|at least one) of "
    r"(?:the |its |his |her |their )?",
    re.I,
)
_ONE_PLACE = re.compile(r"\b(?:the|its|their)\s+\w+\s+$")  # "in the upper part of the town" parts nobody
_ABSENT = Cued(r"\b(?:no|not a single|not one)\s+(?P<noun>[a-z]+)\b", cues="no", flags=re.IGNORECASE)
_NONE_GOES = Cued(
    r"\b(?:[Nn]o|[Nn]ot a single|[Nn]ot one)\s+(?P<noun>[a-z]+)\s+(?:has|have|had|will|would)\s+"
    r"(?P<goes>[a-z]+)\s+(?:to|from|in|at|near)\s+(?:the\s+)?(?P<where>[A-Z]\w+)",
    cues="no",
)
_NOBODY = frozenset(("they", "them", "these", "those", "nobody", "none", "no", "nothing", "neither", "it"))
_BEHIND = 5  # so many words behind a noun may narrow it
_WHOLE = Cued(
    r"\b(?:across|all of|all across|the whole of|the entire|over all of)\s+(?:the\s+)?[A-Z]\w+",
    cues="across|all of|the whole of|the entire",
)


def judge(facts: Facts, cited: Sequence[Passage]) -> list[Finding]:
    """Name what is said of all, or denied of all, where the text sets a limit to it.

    >>> from dateline import open_case
    >>> from dateline.brief import check_one
    >>> case = open_case("syria-withdrawal")
    >>> check_one("None of Trump's rationales would be fulfilled any time soon [@S2, para. 6].", case).keys
    ['scope-widened']
    """
    rules = (
        _none_of_so_many,
        _none_of_them,
        _every_one,
        _limit_lost,
        _way_lost,
        _exception_lost,
        _group_opened,
        _whole_place,
    )
    for rule in rules:
        for passage in cited:
            if given := rule(facts, passage):
                return [
                    Finding("scope-widened", possible=1, params={"given": given}, place=Place(*passage.place))
                ]
    return _none_of_all(facts, cited)


def _none_of_all(facts: Facts, cited: Sequence[Passage]) -> list[Finding]:
    """ "None of the troops would" where the text has "all troops would"."""
    for mine in _own(facts, _NONE):
        wanted = frozenset().union(*_content(facts, _after(facts, mine.end())[:2]))
        for passage in cited:
            for theirs in _ALL.finditer(passage.text):
                if wanted & frozenset().union(
                    *_content(passage.facts, _after(passage.facts, theirs.end())[:3])
                ):
                    place = Place(*passage.place, *theirs.span(), theirs[0])
                    params = {"given": mine[0].strip(), "text": theirs[0]}
                    return [Finding("negation-added", possible=1, params=params, place=place)]
    return []


@once
def _own(facts: Facts, pattern: Cued) -> list[re.Match[str]]:
    found = []
    for match in pattern.finditer(facts.text):
        denied = facts.text[: match.start()].rstrip().lower().endswith("not")  # "not all of them"
        if not denied and not is_quoted(facts, match.start()):
            found.append(match)
    return found


def _after(facts: Facts, start: int, most: int = _BEHIND) -> list[int]:
    """The words behind a place, up to the end of their clause."""
    behind = [at for at, word in enumerate(facts.words) if word.start >= start][:most]
    return [at for at in behind if facts.words[at].clause == facts.words[behind[0]].clause]


def _content(facts: Facts, places: Sequence[int]) -> list[frozenset[str]]:
    return [facts.ideas[at] for at in places if not is_light(facts.words[at]) and not facts.words[at].is_name]


def _none_of_so_many(facts: Facts, passage: Passage) -> str:
    """ "None of the 1,150 people has been paid" for "it has 1,150 people. Cabin crew have not been paid"."""
    for mine in _own(facts, _NONE):
        counted = next((c for c in facts.figures if c.figure.start == mine.end()), None)
        theirs = [c for c in passage.facts.figures if counted and shares_numeral(counted.figure, c.figure)]
        denying = [passage.facts.words[at] for at in nots(passage.facts)]
        if counted is None or len(theirs) != 1 or not denying or _NONE.search(passage.text):
            continue
        clauses = {word.clause for word in denying}
        told = [at for at, word in enumerate(passage.facts.words) if word.clause in clauses]
        low = {passage.facts.words[at].low for at in told}
        noun = frozenset().union(*(ideas(word.stem, True) for word in words(counted.figure.counted)))
        own = frozenset().union(*(passage.facts.wide[at] for at in told))
        here = next(w.clause for w in passage.facts.words if w.end > theirs[0].figure.start)
        if here not in clauses and low.isdisjoint(_NOBODY) and noun.isdisjoint(own):
            return facts.text[mine.start() : counted.figure.end]
    return ""


def _none_of_them(facts: Facts, passage: Passage) -> str:
    """ "None of the reasons" where the text has "one of the reasons"."""
    for mine in _own(facts, _NONE):
        wanted = frozenset().union(*_content(facts, _after(facts, mine.end())))
        for theirs in _ONE.finditer(passage.text):
            if wanted & frozenset().union(*_content(passage.facts, _after(passage.facts, theirs.end(), 6))):
                return mine[0].strip()
    return ""


def _every_one(facts: Facts, passage: Passage) -> str:
    """ "All of its tanks" where the text has "two of its tanks"."""
    for mine in _own(facts, _EVERY):
        wanted = frozenset().union(*_content(facts, _after(facts, mine.end())[:4]))
        if mine["them"].strip().lower() == "them":
            wanted = facts.every_idea
        theirs = (
            frozenset().union(*_content(passage.facts, _after(passage.facts, m.end())[:3]))
            for m in _PART.finditer(passage.text)
            if not (m[0].startswith("part") and _ONE_PLACE.search(passage.text, 0, m.start()))
        )
        if any(wanted & ideas for ideas in theirs) and not has_phrase(passage.text, ("all", "every", "each")):
            return mine[0].strip()
    return ""


def _limit_lost(facts: Facts, passage: Passage) -> str:
    """ "No ferry has left" where the text has "no ferry to the mainland has left"."""
    for mine in _own(facts, _ABSENT):
        for theirs in _ABSENT.finditer(passage.text):
            limits = _limits(passage.facts, theirs.end())
            same = _stem_at(facts, mine.start("noun")) == _stem_at(passage.facts, theirs.start("noun"))
            wide = frozenset().union(*facts.wide)
            if same and limits and not any(ideas & wide for ideas in limits):
                return mine[0]
    return ""


def _way_lost(facts: Facts, passage: Passage) -> str:
    """ "No ferry has run" where the text has "no ferry has run to Tarn"."""
    for theirs in _NONE_GOES.finditer(passage.text):
        for mine in _own(facts, _ABSENT):
            alike = _stem_at(facts, mine.start("noun")) == _stem_at(passage.facts, theirs.start("noun"))
            told = _stem_at(passage.facts, theirs.start("goes")) in {word.stem for word in facts.words}
            if alike and told and theirs["where"] not in facts.text:
                return mine[0]
    return ""


def _exception_lost(facts: Facts, passage: Passage) -> str:
    """ "The ban was lifted" where the text goes on "except near the wreck"."""
    exceptions = _exceptions(passage.facts)
    if not exceptions or has_phrase(facts.text, load("wholes")["exceptions_kept"]):
        return ""
    mine = facts.every_idea
    for told, kept in exceptions:
        whole = len(told) > 1 and all(ideas & mine for ideas in told)
        if whole and not any(ideas & mine for ideas in kept):
            return " ".join(word.text for word in facts.words[:4])
    return ""


@once
def _exceptions(facts: Facts) -> list[tuple[list[frozenset[str]], list[frozenset[str]]]]:
    """What is told in front of each "except", and what is excepted."""
    found = []
    for match in phrases_in(facts.text, load("wholes")["exceptions"]):
        before = [at for at, word in enumerate(facts.words) if word.end <= match.start()]
        clause = [at for at in before if facts.words[at].clause == facts.words[before[-1]].clause]
        if clause:
            found.append((_content(facts, clause), _content(facts, _after(facts, match.end()))))
    return found


def _stem_at(facts: Facts, start: int) -> str:
    return next((word.stem for word in facts.words if word.start == start), "")


def _limits(facts: Facts, start: int) -> list[frozenset[str]]:
    """The words that narrow a noun right behind it: "to the mainland", "with less than that", "who stay"."""
    behind = _after(facts, start)
    if not behind or facts.words[behind[0]].low not in load("wholes")["narrowing"]:
        return []
    helpers = listed("be", "have")
    ends = next((at for at in behind if facts.words[at].low in helpers or is_past(facts.words[at])), None)
    behind = behind[: behind.index(ends)] if ends is not None else behind
    places = [at for at in behind[1:] if facts.words[at].low not in load("wholes")["narrowing"]]
    return [facts.ideas[at] for at in places if not is_light(facts.words[at])][:2]


def _group_opened(facts: Facts, passage: Passage) -> str:
    """ "All customers" where the text has "nobody with less than that", and the sentence sets no limit."""
    mine = has_phrase(facts.text, load("wholes")["all_of_them"])
    theirs = has_phrase(passage.text, load("wholes")["people_within"]) if mine else None
    if mine is None or theirs is None or any(a <= mine.start() < b for a, b in facts.quotations):
        return ""
    if has_phrase(facts.text, load("wholes")["limits"]) or facts.figures:
        return ""
    behind = " ".join(passage.text[theirs.end() :].split()[:3])
    return (
        facts.text[mine.start() : mine.end() + 20].strip()
        if has_phrase(behind, load("wholes")["limits"])
        else ""
    )


def _whole_place(facts: Facts, passage: Passage) -> str:
    """ "Across Ostel", "all of Iraq" where the text speaks of its coast or of large parts of it."""
    match = next(iter(_own(facts, _WHOLE)), None)
    if match is None or has_phrase(passage.text, load("degrees")["wide"]):
        return ""
    narrow = [m[0] for m in phrases_in(passage.text, load("wholes")["parts_of_a_place"])]
    return match[0] if narrow and not has_phrase(facts.text, narrow) else ""
