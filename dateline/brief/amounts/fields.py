"""What is said of each figure: two figures of one paragraph may not change places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from dateline.brief.amounts.hedging import in_one_unit, shares_numeral
from dateline.brief.amounts.remainders import all_but
from dateline.brief.ground.facts import NUMBERING, Counted, Facts
from dateline.brief.ground.negation import nots
from dateline.brief.ground.passages import Passage
from dateline.brief.language.cued import Cued
from dateline.brief.language.once import once
from dateline.brief.language.verbs import is_past, listed
from dateline.brief.language.wording import ideas, words
from dateline.brief.people.saying import sentences_of
from dateline.brief.people.voices import attributes
from dateline.findings import Finding, Place

Ideas = frozenset[str]
_OF_THOSE = re.compile(r"\s+of\s+(?:those|these)\b(?!\s+(?:who|that|which)\b)")
_OF = re.compile(r"\s+(?:out\s+)?of\s+(?:the\s+|all\s+)?")
_OF_AHEAD = re.compile(r"\bof\s+(?:the\s+|those\s+|all\s+)?$")
_OF_THEM = (" of them", " of whom", " of which")
_TOLD = 2  # words that are said of another figure only
_THE_REST = Cued(
    r"\bthe (?:rest|remainder|others?) (?:(?:is|are|was|were|has|have|had)\b|(?=[a-z]+ed\b))(?P<told>[^.;]*)",
    cues="the rest|the remainder|the other",
    flags=re.IGNORECASE,
)
_WHICH = frozenset(("which", "who", "whom", "whose", "where"))
_LED = 3  # words between a figure and the clause that tells which they are: "12 sites of those which"
_OPENING = 3  # words of a sentence in which stands what it speaks of: "in places it is …"
_AGE = ("older than", "younger than", "aged")
_PLACING = frozenset(("in", "at"))
_IN_SUM = frozenset(("all", "total", "full", "number", "least", "most"))  # "1,200 in all" are in no place
_POINTING = frozenset(("it", "they", "this", "these", "that", "those", "its", "their"))


def judge(facts: Facts, cited: Sequence[Passage]) -> list[Finding]:
    """Name a figure of which a sentence says what its paragraph says of another figure there.

    >>> from dateline import open_case
    >>> from dateline.brief import check_one
    >>> case = open_case("syria-withdrawal")
    >>> check_one("About 2,000 fighters were there, the US military estimates [@S1, para. 9].", case).keys
    []
    """
    for mine in facts.figures:
        if (
            mine.inherited
            or mine.figure.vague
            or any(a <= mine.figure.start < b for a, b in facts.quotations)
        ):
            continue
        if _is_denied(facts, mine):
            continue  # "15,000 have not been paid" says nothing of those who have
        if facts.text.endswith(NUMBERING, 0, mine.figure.start):
            continue  # "the people near the bases number 300": told ahead of it, other figures between
        own = field(facts, mine)
        for passage in cited:
            found = (
                _crossed(mine, own, passage, facts)
                or _moved(mine, passage, facts)
                or _put_for_another(mine, own, passage, cited)
                or _put_for_the_rest(mine, own, passage, facts)
                or _put_for_the_others(mine, own, passage, facts)
                or _put_elsewhere(mine, passage, cited, facts)
            )
            if found:
                return [found]
    return []


def _crossed(mine: Counted, own: Ideas, passage: Passage, facts: Facts) -> Finding | None:
    counted = [each for each in passage.facts.figures if not each.figure.vague and _is_large(each)]
    here = [each for each in counted if _alike(mine, each) and shares_numeral(mine.figure, each.figure)]
    if len(here) != 1 or _OF_THOSE.match(passage.text, here[0].figure.end):
        return None  # "nine in ten of those": what is told of the ones before is told of these
    theirs = field(passage.facts, here[0])
    if not _OF_AHEAD.search(facts.text, 0, mine.figure.start):  # "of the six who …": told of a part of them
        own = _told_behind_who(facts, mine) or own
    if here[0].inherited:  # "In all, 86 had arrived": what they are stands at the figure before
        own -= frozenset().union(*(ideas(word.stem, True) for word in words(mine.figure.counted)))
    for other in counted:
        if other is here[0] or not _alike(mine, other) or shares_numeral(mine.figure, other.figure):
            continue
        if _is_part_of(here[0], other, passage):
            continue
        both = any(shares_numeral(each.figure, other.figure) for each in facts.figures)
        if both and _is_part_of(other, here[0], passage):
            continue  # "14 million of the 40 million pledged has been paid"
        others = field(passage.facts, other)
        crossed = own & (others - theirs)
        if not crossed or crossed <= _of_places(facts) or own & (theirs - others):
            continue
        if theirs - others:
            place = Place(*passage.place, other.figure.start, other.figure.end, other.figure.surface)
            params = {"given": mine.figure.surface, "counted": "", "text": other.figure.surface}
            return Finding("population-swapped", possible=1, params=params, place=place)
    return None


def _moved(mine: Counted, passage: Passage, facts: Facts) -> Finding | None:
    """ "1,150 were living in the barracks", where 1,150 live in new homes and 200 are in the barracks."""
    if (placed := _placed(mine, passage, facts)) is None:
        return None
    here, where = placed
    start, end = next(span for span in passage.sentences if here.figure.start < span[1])
    if not where.isdisjoint(_ideas(passage.facts, start, end)):
        return None
    for other in passage.facts.figures:
        away = not start <= other.figure.start < end and _is_large(other) and not other.figure.unit
        if away and _where(passage.facts, other) & where:
            place = Place(*passage.place, other.figure.start, other.figure.end, other.figure.surface)
            params = {"given": mine.figure.surface, "counted": "", "text": other.figure.surface}
            return Finding("population-swapped", possible=1, params=params, place=place)
    return None


def _placed(mine: Counted, passage: Passage, facts: Facts) -> tuple[Counted, Ideas] | None:
    """The one figure of a paragraph that has the number of another, and where that one is put; None where the
    paragraph has none or puts its own nowhere."""
    here = [each for each in passage.facts.figures if shares_numeral(mine.figure, each.figure)]
    if len(here) != 1 or mine.figure.unit or not _is_large(mine):
        return None
    where = _where(facts, mine)
    return (here[0], where) if where and _where(passage.facts, here[0]) else None


def _put_elsewhere(mine: Counted, passage: Passage, cited: Sequence[Passage], facts: Facts) -> Finding | None:
    """ "1,000 are still in schools", where the 1,000 are in camps and no cited paragraph has a school."""
    if (placed := _placed(mine, passage, facts)) is None:
        return None
    here, where = placed
    if where <= _of_places(facts) or any(
        not where.isdisjoint(each.known | each.facts.every_idea) for each in cited
    ):
        return None
    place = Place(*passage.place, here.figure.start, here.figure.end, here.figure.surface)
    params = {"given": mine.figure.surface, "words": mine.figure.surface}
    return Finding("wording-unknown", "review", params=params, place=place)


@once
def _told_behind_who(facts: Facts, counted: Counted) -> Ideas:
    """ "620 of those who were moved are in hotels": what is told of them, and not who they are; none where no
    clause tells who they are."""
    start, limit = counted.figure.end, _reach(facts, counted)[1]
    behind = [word for word in facts.words if start <= word.start < limit]
    if not (_is_of_so_many(facts, counted) or any(word.low in _WHICH for word in behind[: _LED + 1])):
        return frozenset()
    helpers = listed("be", "have")
    begins = [
        word.start
        for before, word in pairwise(behind)
        if word.low in helpers and before.low not in helpers | _WHICH
    ]
    return _ideas(facts, begins[-1], limit) if begins else frozenset()


@once
def _where(facts: Facts, counted: Counted) -> Ideas:
    """The ideas of the place in which those are whom a figure counts: "were living in the barracks"."""
    if _PLACING.isdisjoint(facts.forms):
        return frozenset()
    start, end = counted.figure.end, _reach(facts, counted)[1]
    behind = [word for word in facts.words if start <= word.start < end]
    times = [(date.start - len("in "), date.end) for date in facts.dates]  # "who left in June are in camps"
    placing = [at for at, word in enumerate(behind[:-1]) if word.low in _PLACING]
    placing = [at for at in placing if behind[at + 1].low not in _IN_SUM]
    lead = next((at for at in placing if not any(a <= behind[at].start < b for a, b in times)), len(behind))
    return _ideas(facts, behind[lead].start, end) if lead < len(behind) else frozenset()


@once
def _of_places(facts: Facts) -> Ideas:
    """The ideas of the names of a text: where something is tells too little to take it for another."""
    return frozenset().union(*(facts.ideas[at] for at, word in enumerate(facts.words) if word.is_name and at))


def _put_for_another(mine: Counted, own: Ideas, passage: Passage, cited: Sequence[Passage]) -> Finding | None:
    """ "To return 1,700 objects taken from the islands", where another paragraph of the report says all this
    of 112 and this one has the 1,700 in store."""
    here = [each for each in passage.facts.figures if shares_numeral(mine.figure, each.figure)]
    if len(here) != 1 or not mine.figure.counted or not _alike(mine, here[0]):
        return None
    theirs = field(passage.facts, here[0])
    for away in cited:
        if away is passage or away.source != passage.source:
            continue
        figures = [each for each in away.facts.figures if _is_large(each) and not each.figure.vague]
        if any(shares_numeral(mine.figure, each.figure) for each in figures):
            return None
        for other in figures:
            others = field(away.facts, other)
            told = {idea for idea in own & (others - theirs) if not idea.startswith("/")}
            noun = _noun_itself(mine) & _noun_itself(other) and _alike(mine, other)
            if noun and len(told) >= _TOLD and not own & (theirs - others):
                place = Place(*away.place, other.figure.start, other.figure.end, other.figure.surface)
                params = {"given": mine.figure.surface, "counted": "", "text": other.figure.surface}
                return Finding("population-swapped", possible=1, params=params, place=place)
    return None


def _put_for_the_rest(mine: Counted, own: Ideas, passage: Passage, facts: Facts) -> Finding | None:
    """ "All but 38 have gone to court", where all but 38 have sold and the 38 have gone to court."""
    alike = [each for each in passage.facts.figures if shares_numeral(mine.figure, each.figure)]
    if len(alike) < 2:
        return None
    excepted = all_but(mine.figure, facts.text) >= 0
    left = [each for each in alike if (all_but(each.figure, passage.text) >= 0) == excepted]
    others = [each for each in alike if each not in left]
    if not left or not others:
        return None
    here, there = (frozenset().union(*(field(passage.facts, c) for c in part)) for part in (left, others))
    own &= _done(facts, mine)
    if not own & (there - here) or own & (here - there):
        return None
    place = Place(*passage.place, others[0].figure.start, others[0].figure.end, others[0].figure.surface)
    params = {"given": _written(mine, facts.text), "counted": "", "text": _written(others[0], passage.text)}
    return Finding("population-swapped", possible=1, params=params, place=place)


def _put_for_the_others(mine: Counted, own: Ideas, passage: Passage, facts: Facts) -> Finding | None:
    """ "Marsh makes up 190 kilometres", where a fence covers 190 and the rest is marsh."""
    others = _told_of_the_rest(passage.facts)
    if not others:
        return None
    own &= _done(facts, mine)
    own -= frozenset().union(*(ideas(word.stem) for word in words(mine.figure.counted)))
    for match in others:
        ahead = [c for c in passage.facts.figures if c.figure.end <= match.start() and not c.figure.vague]
        alike = [c for c in ahead if shares_numeral(mine.figure, c.figure)]
        if not alike:
            continue
        here = field(passage.facts, alike[-1])
        there = _ideas(passage.facts, *match.span("told")) - here
        if own & there and not own & here:
            params = {"given": mine.figure.surface, "counted": "", "text": match[0]}
            place = Place(*passage.place, *match.span(), match[0])
            return Finding("population-swapped", possible=1, params=params, place=place)
    return None


@once
def _told_of_the_rest(facts: Facts) -> list[re.Match[str]]:
    return list(_THE_REST.finditer(facts.text))


def _done(facts: Facts, counted: Counted) -> Ideas:
    """What those do whom a figure counts, and not who they are: the ideas from "have" or "are" on."""
    limit = _reach(facts, counted)[1]
    behind = (word for word in facts.words if counted.figure.end <= word.start < limit)
    helpers = listed("be", "have", "planned_modals")
    return _ideas(facts, next((word.start for word in behind if word.low in helpers), 0), limit)


def _written(counted: Counted, text: str) -> str:
    """A figure with the "all but" ahead of it."""
    begins = all_but(counted.figure, text)
    return text[begins if begins >= 0 else counted.figure.start : counted.figure.end]


def _noun_itself(counted: Counted) -> Ideas:
    """The noun of a figure in its narrow meaning, "people" like any other: what is told may change places
    only between figures of one thing."""
    return ideas(counted.noun.stem) if counted.noun else frozenset()


def _is_part_of(one: Counted, other: Counted, passage: Passage) -> bool:
    """ "79 of the 169 seats": what the whole counts is what the part counts."""
    return bool(_OF.fullmatch(passage.text[one.figure.end : other.figure.start]))


def _is_denied(facts: Facts, counted: Counted) -> bool:
    denying = [facts.words[at] for at in nots(facts)]
    if not denying:
        return False
    clause = next((word.clause for word in facts.words if word.end > counted.figure.start), 0)
    start, end = _reach(facts, counted)
    return any(word.clause == clause or start <= word.start < end for word in denying)


def _is_large(each: Counted) -> bool:
    """ "Two countries", "both goals": too small to be taken for another figure; "older than 70" counts
    nobody."""
    if each.figure.surface.lower().startswith(_AGE):
        return False
    return bool(each.figure.unit) or (each.figure.lower or each.figure.upper or 0) > 4


def _alike(mine: Counted, theirs: Counted) -> bool:
    return in_one_unit(mine.figure, theirs.figure) is not None


@once
def field(facts: Facts, counted: Counted) -> Ideas:
    """Return the ideas of the words that are said of a figure and of no other: up to the figures beside it.

    One with nothing behind it ("puts the number at 1,100") takes what was said of the figure before it as
    well, and so do one whose sentence opens with "it" and a part of them ("13 will stay: nine of them …").
    """
    start, end = _reach(facts, counted)
    found = _ideas(facts, start, end)
    if _is_of_so_many(facts, counted):  # "paid 14 million of the 40 million pledged": it is told ahead
        found = _ideas(facts, start, counted.figure.start) | _told_behind_who(facts, counted) or found
    before = [other for other in facts.figures if other.figure.end <= counted.figure.start]
    sentence = next(a for a, b in sentences_of(facts.text) if counted.figure.start < b)
    opens = [word.low for word in facts.words if sentence <= word.start < counted.figure.start][:_OPENING]
    bare = not counted.figure.counted and not _ideas(facts, counted.figure.end, end)
    part = facts.text.startswith(_OF_THEM, counted.figure.end)
    if before and (part or (bare and not _is_done_to(facts, counted)) or not _POINTING.isdisjoint(opens)):
        same = (other for other in reversed(before) if found & field(facts, other))
        whole = next((other for other in reversed(before) if not other.figure.vague), before[-1])
        found |= field(facts, next(same, whole))  # "900 more in the canneries; … in the fleet at 2,000"
    return found


def _is_done_to(facts: Facts, counted: Counted) -> bool:
    """ "Unloaded 6,000 tonnes": a verb of its own right before it."""
    ahead = [at for at, word in enumerate(facts.words) if word.end <= counted.figure.start][-1:]
    return any(is_past(facts.words[at]) and not attributes(facts, at) for at in ahead)


@once
def _reach(facts: Facts, counted: Counted) -> tuple[int, int]:
    """From the figure's clause, or the figure before it, to the figure behind it or the end of the clause; a
    clause that tells which they are belongs to it: "the eight for which results were ready"."""
    clause = next((word.clause for word in facts.words if word.end > counted.figure.start), 0)
    inside = [word for word in facts.words if word.clause == clause]
    led = _LED + 2 * _is_of_so_many(facts, counted)
    behind = facts.behind(counted.figure.end, led + 1)
    which = next((word for word in behind if word.clause != clause), None)
    if which is not None and which.low in _WHICH and "," not in facts.text[counted.figure.end : which.start]:
        inside += [word for word in facts.words if word.clause == which.clause]
    floor = max((o.figure.end for o in facts.figures if o.figure.end <= counted.figure.start), default=0)
    later = [o.figure.start for o in facts.figures if o.figure.start >= counted.figure.end]
    if _is_of_so_many(facts, counted):
        del later[0]  # "290 of the 930 people are in hotels": it is told of the part
    limit = min(later, default=len(facts.text))
    if _begins_anew(facts, counted):
        floor = counted.figure.start
    return max(floor, inside[0].start if inside else 0), min(limit, inside[-1].end if inside else limit)


@once
def _is_of_so_many(facts: Facts, counted: Counted) -> bool:
    """Tell whether a figure is a part of the next one: "290 of the 930"."""
    later = [other.figure.start for other in facts.figures if other.figure.start >= counted.figure.end]
    return bool(later) and bool(_OF.fullmatch(facts.text, counted.figure.end, later[0]))


def _begins_anew(facts: Facts, counted: Counted) -> bool:
    """ "620 are in hotels and 180 are staying with relatives": what is told ahead of "and" is of others."""
    if not facts.text.endswith(" and ", 0, counted.figure.start):
        return False
    noun = [word.low for word in words(counted.figure.counted)]
    behind = [word.low for word in facts.behind(counted.figure.end, len(noun) + 1)]
    behind = behind[len(noun) :] if behind[: len(noun)] == noun else behind[:1]
    return not listed("be", "have").isdisjoint(behind)


@once
def _ideas(facts: Facts, start: int, end: int) -> Ideas:
    """Names, light words, times and who says so tell nothing of what is counted."""
    taken = [(m.start, m.end) for m in facts.names] + [(d.start, d.end) for d in facts.dates]
    taken += [(c.figure.start, c.figure.end) for c in facts.figures]
    places = [
        at
        for at, word in enumerate(facts.words)
        if start <= word.start < end
        and not word.light
        and not attributes(facts, at)
        and not any(a <= word.start < b for a, b in taken)
    ]
    return frozenset().union(*(facts.ideas[at] for at in places)) - _loose()


@cache
def _loose() -> frozenset[str]:
    return frozenset(f"/{name}" for name in listed("loose_groups"))
