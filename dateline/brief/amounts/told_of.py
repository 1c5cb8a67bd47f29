"""Of which figure of a paragraph a sentence tells: "260,000 sit examinations" where 18,000 of them do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from dateline.brief.amounts.hedging import shares_numeral
from dateline.brief.ground.facts import Counted, Facts
from dateline.brief.ground.passages import Passage
from dateline.brief.language.once import once
from dateline.brief.language.wording import Word, ideas, is_light, stem, words
from dateline.lexicon import load

HUMAN = ("ers", "ors", "ists", "ians", "ants", "ents", "ees", "men", "women", "troops", "voters")
_TOLD = 2  # words that are said of another figure only
_OF_THOSE = re.compile(r"\s+of\s+(?:those|these)\b")
_OF_THEM = re.compile(r"\s+of\s+(?:them|whom)\b")
_OF_THIS = re.compile(
    r"\s+(?:out\s+)?of\s+(?:(?:the|its|their|those|these|all)\s+|[\w ]{1,30}['’]s?\s+){0,2}"
)
# "The union puts the number at 2,500": of those of whom the sentence before told.
_NUMBER_AT = re.compile(r"\b(?:number|figure|total|toll|count)\s+(?:[a-z]+\s+)?at\s+$")
_OF_ALL = re.compile(
    r"\s+of\s+(?:all\s+)?(?:the|its|their)\s+(?P<whole>(?:[^\s,;.]+\s+){0,8})", re.IGNORECASE
)
_NARROWED = re.compile(r"\b(?:who|that|which|\w+ing|in|at|with)\b")

_OF_THEM_ARE = re.compile(
    r"\s+of\s+(?:them|whom|those)(?:\s+(?:are|were|being|is))?,?\s+(?P<noun>[a-z]+)(?=[,.;:]|$|\s+and\b)"
)
_IN_SO_MANY = re.compile(r"\b(?:in|out of) (?:every )?\w+", re.IGNORECASE)  # "one in three children"
_WHOSE = re.compile(r"\s+of\s+(?:all\s+)?(?:the\s+)?(?P<whose>[\w ]{2,30})['’]s?\s+(?=\w)")
_WHERE = re.compile(
    r"\s+of\s+(?:the|its|all)\s+(?:[\d,.]+\s+)?(?P<noun>[a-z]+)\s+(?:from|in|of|at|on)\s+(?:the\s+)?(?P<where>\w+(?:\s+[A-Z]\w+)?)"
)
_RELATIVE = frozenset(("who", "which", "that"))
_FEW = 12  # of tasks or conditions a paragraph lists no more


def another(mine: Counted, theirs: Counted, facts: Facts, passage: Passage) -> bool:
    """Tell whether a sentence says of one figure what its paragraph says of one in another sentence."""
    if not (_is_count(mine) and _is_count(theirs)):
        return False
    start, end = next(span for span in passage.sentences if theirs.figure.start < span[1])
    apart = [c for c in passage.facts.figures if not start <= c.figure.start < end]
    others = [c for c in apart if _is_count(c)]
    if not others:
        return False
    bare = theirs.inherited and shares_numeral(mine.figure, theirs.figure)
    bare = bare and _NUMBER_AT.search(passage.text, start, theirs.figure.start)
    if bare or _OF_THEM.match(
        passage.text, theirs.figure.end
    ):  # what is told of the whole is told of its part
        whole = [c for c in others if c.figure.end <= theirs.figure.start][-1:]
        others = [c for c in others if c not in whole]
    of_some = mine.figure.counted or _OF_THOSE.match(facts.text, mine.figure.end)
    if not others or not of_some:
        return False
    if _is_the_only(mine, theirs, passage):
        return False
    said = _said(mine, facts)
    own = _meant(passage.facts, start, end)
    kept = [word for word in said if ideas(word.stem, True) & own]
    behind = [word for word in said if word.start >= mine.figure.end]
    return any(
        _is_said_only(
            behind if _is_set_apart(mine, theirs, other) else said, kept, _round(passage.facts, other)
        )
        for other in others
    )


def _is_the_only(mine: Counted, theirs: Counted, passage: Passage) -> bool:
    """ "Residents charged with two tasks are to stay on": only one figure of the paragraph counts tasks."""
    alike = [c for c in passage.facts.figures if _kind(mine) & _kind(c)]
    return alike == [theirs] and (theirs.figure.upper or _FEW) < _FEW and not counts_people(mine)


def _is_set_apart(mine: Counted, theirs: Counted, other: Counted) -> bool:
    """ "Those who stay have two tasks": by its noun it is that of the tasks, and not that of the 150
    residents; only what stands behind it may still tell of them."""
    return bool(_kind(mine) & _kind(theirs) and other.figure.counted and not _kind(mine) & _kind(other))


def of_a_part(mine: Counted, theirs: Counted, passage: Passage) -> bool:
    """ "31 civilians" where 31 people died, 19 of them civilians: what counts a part is put to the whole."""
    parts = _parts_of(passage, theirs)
    kinds = (_kind(c) | _kind_of_them(c, passage) for c in parts)
    return bool(parts) and not _kind(mine) & _kind(theirs) and any(_kind(mine) & kind for kind in kinds)


def _kind_of_them(part: Counted, passage: Passage) -> frozenset[str]:
    """What those are of whom a part is told: "about half of them are children"."""
    told = _OF_THEM_ARE.match(passage.text, part.figure.end)
    return ideas(stem(told["noun"].lower()), True) if told else frozenset()


def share_turned(mine: Counted, theirs: Counted, facts: Facts, passage: Passage) -> bool:
    """ "A third of the children take it" for "340 take it, a third of them children": they are the part."""
    if mine.figure.unit != "percent" or mine.noun is None or not shares_numeral(mine.figure, theirs.figure):
        return False
    part = _OF_THEM_ARE.match(passage.text, theirs.figure.end)
    whole = _IN_SO_MANY.search(mine.figure.surface) or facts.text.startswith(" of ", mine.figure.end)
    nouns = [word.stem for word in words(mine.figure.counted)]  # "children depend" may be taken for it
    return bool(part and whole) and stem(part["noun"].lower()) in nouns


def of_others(mine: Counted, theirs: Counted, facts: Facts, passage: Passage) -> bool:
    """ "A third of the valley's families" for "a third of the families from Torvane"."""
    if mine.figure.unit != "percent" or mine.noun is None or not shares_numeral(mine.figure, theirs.figure):
        return False
    whose = _WHOSE.match(facts.text, mine.figure.end)
    where = _WHERE.match(passage.text, theirs.figure.end)
    if not whose or not where:
        return False
    ours, others = words(whose["whose"])[-1], [word for word in words(where["where"]) if not is_light(word)]
    alike = ideas(mine.noun.stem) & ideas(words(where["noun"])[-1].stem)
    start, end = next(span for span in passage.sentences if theirs.figure.start < span[1])
    if not alike or not others or any(ideas(word.stem) & facts.every_idea for word in others):
        return False
    return ideas(ours.stem).isdisjoint(_meant(passage.facts, start, end))


def _parts_of(passage: Passage, whole: Counted) -> list[Counted]:
    """The figures with "of them" behind a figure in its sentence."""
    behind = [c for c in passage.facts.figures if whole.figure.end <= c.figure.start]
    parts = [c for c in behind if _OF_THEM.match(passage.text, c.figure.end)]
    end = next(b for _, b in passage.sentences if whole.figure.start < b) if parts else 0
    return [c for c in parts if c.figure.start < end]


def of_things_beside(mine: Counted, theirs: Counted, passage: Passage) -> bool:
    """ "700 mines" where soldiers were counted, and the mines are only spoken of: a figure without a noun
    counts what the one before it counts."""
    ahead = [c for c in passage.facts.figures if c.figure.end <= theirs.figure.start and c.figure.counted]
    if not (theirs.inherited and ahead) or counts_people(mine) or mine.figure.unit:
        return False
    if mine.population and mine.population in theirs.plausible:
        return False  # "five deaths" for "190 were treated and five died"
    return counts_people(ahead[-1]) and bool(_kind(mine) & passage.facts.every_idea)


def is_of_them(counted: Counted, passage: Passage) -> bool:
    """Tell whether a paragraph has "of them" or "of whom" right behind a figure."""
    return bool(_OF_THEM.match(passage.text, counted.figure.end))


def same_part(mine: Counted, theirs: Counted, facts: Facts, passage: Passage) -> bool:
    """ "Seven of the board's nineteen mills were to close" for "will close 7 of its 19 mills": both figures
    are the same part or the same whole of one pair."""
    ours = [pair for pair in _parts(facts) if mine in pair]
    return bool(ours) and any(
        all(shares_numeral(a.figure, b.figure) for a, b in zip(own, there, strict=True))
        and own.index(mine) == there.index(theirs)
        for own in ours
        for there in _parts(passage.facts)
        if theirs in there
    )


@once
def _parts(facts: Facts) -> list[tuple[Counted, Counted]]:
    """The figures of a text of which the second is the whole that the first is a part of."""
    return [
        (part, whole)
        for part, whole in pairwise(facts.figures)
        if _OF_THIS.fullmatch(facts.text, part.figure.end, whole.figure.start)
    ]


def wholes_of_parts(facts: Facts) -> list[Counted]:
    """Return the figures of a text of which it counts a part: the 14 of "nine of the 14 villages"."""
    return [whole for _, whole in _parts(facts)]


def counts_people(counted: Counted) -> bool:
    """Tell whether what a figure counts is called by a noun for people."""
    return counted.noun is not None and names_people(counted.noun)


def names_people(noun: Word) -> bool:
    """Tell whether a noun is one for people: "partners", "residents"."""
    return noun.low.endswith(HUMAN) or noun.low in load("nouns")["humans"]


def _kind(counted: Counted) -> frozenset[str]:
    """What kind of thing a figure counts, its noun taken widely; none for "people", who may be anybody."""
    noun = counted.noun
    known = noun is not None and noun.stem not in load("nouns")["anybody"]
    return ideas(noun.stem, True) if known else frozenset()


def _is_said_only(said: list[Word], kept: list[Word], there: frozenset[str]) -> bool:
    moved = [word for word in said if word not in kept and word.stem in there]
    return len(moved) >= _TOLD and len(moved) > len(kept)


def _is_count(counted: Counted) -> bool:
    return not (counted.figure.unit or counted.figure.vague)


def _said(mine: Counted, facts: Facts) -> list[Word]:
    """The words round a figure that tell of it, what it counts and who says so left out."""
    noun = {word.stem for word in words(mine.figure.counted)}
    those = _OF_THOSE.match(facts.text, mine.figure.end)
    begins = those.end() if those else mine.figure.start  # "of those who fled": what is said is told behind
    clause = next((word.clause for word in facts.words if word.end > begins), 0)
    clauses = {clause, _which(mine, facts)}
    near = (word for word in _window(mine, facts, both=True) if word.clause in clauses)
    return [word for word in near if word.stem not in noun]


def _which(counted: Counted, facts: Facts) -> int:
    """The clause that tells who they are whom a figure counts: "48,000 passengers who booked through …"."""
    if counted in wholes_of_parts(facts):
        return -1  # "290 of the 930 people who had to move live in flats": it is told of the 290
    noun = len(words(counted.figure.counted))
    behind = facts.behind(counted.figure.end, noun + 1)
    led = behind[-1] if len(behind) > noun else None
    which = led is not None and led.low in _RELATIVE and "," not in facts.text[counted.figure.end : led.start]
    return led.clause if which else -1


@once
def _meant(facts: Facts, start: int, end: int) -> frozenset[str]:
    """The ideas and stems of the words between two places of a paragraph."""
    inside = [word for word in facts.words if start <= word.start < end]
    return frozenset(word.stem for word in inside).union(*(ideas(word.stem, True) for word in inside))


@once
def _round(facts: Facts, theirs: Counted) -> frozenset[str]:
    """The ideas and stems of what a paragraph says of a figure, ahead of it and behind."""
    near = list(_window(theirs, facts, both=False))
    return frozenset(word.stem for word in near).union(*(ideas(word.stem, True) for word in near))


def _window(counted: Counted, facts: Facts, both: bool) -> Iterator[Word]:
    """The words from one figure to the next in its sentence, and those ahead of it that follow no other."""
    start, end = counted.figure.start, counted.figure.end
    behind = min((c.figure.start for c in facts.figures if c.figure.start >= end), default=len(facts.text))
    stop = re.search(r"[.;](?=\s|$)", facts.text[end:behind])
    ahead = max((c.figure.end for c in facts.figures if c.figure.end <= start), default=0)
    stops = re.finditer(r"[.;]\s" if both else r"[.;,]\s", facts.text[:start])
    begin = max([ahead, *(match.end() for match in stops)])
    limit = end + stop.start() if stop else behind
    verbs = load("reporting")["verbs"]
    for word in facts.words:
        named = any(m.start <= word.start < m.end for m in facts.names)
        if begin <= word.start < limit and not (is_light(word) or named or word.stem in verbs):
            yield word


def all_of_them(mine: Counted, theirs: Counted, facts: Facts, passage: Passage) -> bool:
    """Tell whether a share of a part ("nine in ten of those" who took part) was made one of the whole."""
    those = _OF_THOSE.match(passage.text, theirs.figure.end)
    if theirs.figure.unit != "percent" or not those:
        return False
    narrowed = passage.text[those.end() :].lstrip().startswith(("that ", "who ", "which "))
    whole = _OF_ALL.match(facts.text, mine.figure.end)
    if not whole or _NARROWED.search(whole["whole"]):
        return False
    ahead = [c for c in passage.facts.figures if c.figure.end <= theirs.figure.start]
    if not ahead:
        return False
    told = {word.stem for word in _window(ahead[-1], passage.facts, both=False)}
    told |= {word.stem for word in _window(theirs, passage.facts, both=False)} if narrowed else set()
    noun = {word.stem for each in (mine, ahead[-1]) for word in words(each.figure.counted)}
    return not (told - noun) & {word.stem for word in facts.words}


def elsewhere(mine: Counted, theirs: Counted, facts: Facts, passage: Passage) -> bool:
    """ "400 people from Lower Quell" for "400 people from other villages": a named place put for another."""
    others = _origin(passage.facts, theirs)
    ours = _origin(facts, mine) if others else []
    there = frozenset(word.low for word in others)
    return any(word.is_name for word in ours) and not {word.low for word in ours} & there


@once
def _origin(facts: Facts, counted: Counted) -> list[Word]:
    """The words behind "from", or a name behind "of", right behind what is counted: where they are from."""
    noun = len(words(counted.figure.counted))
    behind = facts.behind(counted.figure.end, noun + 5)
    led = behind[noun].low if noun and len(behind) > noun else ""
    if led not in ("from", "of"):
        return []
    place = [word for word in behind[noun + 1 :] if word.clause == behind[0].clause]
    found = [word for word in place if not is_light(word)]
    return found if led == "from" or any(word.is_name for word in found) else []
