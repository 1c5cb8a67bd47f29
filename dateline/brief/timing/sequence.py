"""Judge the order of two events: what a paragraph puts first may not come second."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.brief.ground.facts import Facts
from dateline.brief.ground.happened import Dated
from dateline.brief.ground.passages import Ground, Passage
from dateline.brief.language.once import once
from dateline.brief.language.verbs import is_participle, is_past
from dateline.brief.language.wording import is_light, leading_end, phrases_in
from dateline.dates import bounds
from dateline.findings import Finding, Place
from dateline.lexicon import load
from dateline.marks import fold

_CAME = re.compile(r"\b(?:came|comes|followed|follows)\b(?!\s+(?:to|from|back|into)\b)")
_ANAPHOR = re.compile(
    r"\s+(?:that|this|which|it)(?:\s+[a-z]+)?(?:,|\s+(?=[A-Z]|he\b|she\b|they\b|it\b|the\b))"
)
_HAVING = re.compile(
    r",?\s+(?:having|after having|(?:(?:out of|[a-z]+) )?(?:which|who|whom|where|that)(?: \w+){0,3}? had)\b"
)
_HAD = re.compile(r"Having\b[^,;]*,\s+")  # "Having left in 2011, they came back after …"
_AND = re.compile(r",?\s+(?:and|but)\s+(?=\w)|,\s+(?:to|from) which\s+")  # "…, to which they went back after"

Ideas = tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Order:
    """Two events of a text, by the ideas of their words, and the word that puts them in order."""

    earlier: Ideas
    later: Ideas
    start: int
    end: int


@once
def orders(facts: Facts, common: frozenset[str]) -> list[Order]:
    """Return the pairs of events that a text puts in order: "after", "before", "then", "follows"."""
    words = load("sequence")
    found = []
    for name in ("after", "before", "then"):
        for match in phrases_in(facts.text, words[name]):
            if _is_adverb(match, facts) or any(
                a <= match.start() < b for a, b in (*facts.quotations, *_dates(facts))
            ):
                continue
            ahead, behind = _sides(match, facts, common)
            if name == "after" and _ANAPHOR.match(facts.text, match.end()):
                ahead, behind = (
                    behind,
                    ahead,
                )  # "…, and after that they went back": that is what stands before
            if ahead and behind:
                pair = (behind, ahead) if name == "after" else (ahead, behind)
                found.append(Order(*pair, *match.span()))
    return found


def _is_adverb(match: re.Match[str], facts: Facts) -> bool:
    """ "The land it once held": behind a subject "once" puts nothing in order."""
    behind = next((word for word in facts.words if word.start >= match.end()), None)
    return match[0].lower() == "once" and behind is not None and (is_past(behind) or is_participle(behind))


def _dates(facts: Facts) -> list[tuple[int, int]]:
    return [(date.start, date.end) for date in facts.dates]


def _sides(match: re.Match[str], facts: Facts, common: frozenset[str]) -> tuple[Ideas, Ideas]:
    """Return the words of the two events: that of the clause behind the word of order, and the other one."""
    first = max((m.end() for m in re.finditer(r"[.;!?](?=\s)", facts.text[: match.start()])), default=0)
    stop = re.search(r"[.;!?](?=\s|$)", facts.text[match.end() :])
    last = match.end() + stop.start() if stop else len(facts.text)
    if having := _HAVING.search(facts.text, match.end(), last):  # what had been before is another event
        last = having.start()
    comma = re.search(r",(?!\d|\s+(?:in|on|with|who|which|to)\b)", facts.text[match.end() : last])
    cut = match.end() + comma.start() if comma else last
    opens = not _ideas(facts, common, first, match.start())
    if opens and comma:  # "After the call, he ordered them out"
        return _ideas(facts, common, cut, last), _ideas(facts, common, match.end(), cut)
    turned = _CAME.search(facts.text, match.end(), last)
    if opens and turned:  # "After that call came his order"
        return _ideas(facts, common, turned.end(), last), _ideas(facts, common, match.end(), turned.start())
    ahead = _ideas(facts, common, _last_act(facts.text, first, match.start()), match.start())
    if not ahead and first:  # "He did so after a call": what he did stands before
        ahead = _ideas(facts, common, 0, first)
    return ahead, _ideas(facts, common, match.end(), last)


def _last_act(text: str, first: int, end: int) -> int:
    """Where the last of several acts begins: in "left in 2011 and came back after …" the return is later."""
    if first < (opened := first + leading_end(text[first:])) < end:
        return opened  # "While they left in 2011, they came back after …"
    if (had := _HAD.match(text, first, end)) is not None:
        return had.end()
    joint = list(_AND.finditer(text, first, end))
    return (
        joint[-1].end()
        if joint and any(letter.isdigit() for letter in text[first : joint[-1].start()])
        else first
    )


def _ideas(facts: Facts, common: frozenset[str], start: int, end: int) -> Ideas:
    return tuple(
        facts.ideas[at]
        for at, word in enumerate(facts.words)
        if start <= word.start < end
        and facts.ideas[at]
        and not is_light(word)
        and not facts.ideas[at] & common
    )


def judge(facts: Facts, cited: Sequence[Passage], ground: Ground) -> list[Finding]:
    """Name two events that a sentence puts the other way round than its paragraphs do."""
    for mine in orders(facts, ground.common):
        for passage in cited:
            for theirs in orders(passage.facts, ground.common):
                if _is_swapped(mine, theirs):
                    place = Place(
                        *passage.place, theirs.start, theirs.end, passage.text[theirs.start : theirs.end]
                    )
                    return [_finding(facts, mine, place)]
            if _is_misdated(mine, passage):
                return [_finding(facts, mine, Place(*passage.place))]
    return []


def _is_swapped(mine: Order, theirs: Order) -> bool:
    straight = _shared(mine.earlier, theirs.earlier) + _shared(mine.later, theirs.later)
    crossed = _shared(mine.earlier, theirs.later), _shared(mine.later, theirs.earlier)
    return min(crossed) >= 1 and sum(crossed) >= 2 and sum(crossed) > straight


def _shared(mine: Ideas, theirs: Iterable[frozenset[str]]) -> int:
    known = frozenset().union(*theirs)
    return sum(bool(ideas & known) for ideas in mine)


def _is_misdated(mine: Order, passage: Passage) -> bool:
    """Tell whether the dates of a paragraph put the two events the other way round."""
    first, second = _dated(mine.earlier, passage), _dated(mine.later, passage)
    if not first or not second:
        return False
    begins, ends = bounds(first)[0], bounds(second)[1]
    return bool(begins and ends and begins > ends)


def _dated(event: Ideas, passage: Passage) -> str:
    """Return the date that a paragraph gives for an event, "" when it is not clear which."""
    told = [each for each in passage.dated if each.named and each.accepted and not _owns(each, passage)]
    ranked = sorted((dated.score(event), dated.accepted[0]) for dated in told)
    if not ranked or not ranked[-1][0]:
        return ""
    return ranked[-1][1] if len({edtf for score, edtf in ranked if score == ranked[-1][0]}) == 1 else ""


def _owns(dated: Dated, passage: Passage) -> bool:
    """ "Next year's quota": the date tells of which year the quota is, and dates no event."""
    return bool(dated.span) and fold(passage.text)[dated.span[1] : dated.span[1] + 2] == "'s"


def _finding(facts: Facts, mine: Order, place: Place) -> Finding:
    given = facts.text[mine.start : mine.end]
    return Finding("unsupported-order", possible=1, params={"given": given, "text": place.exact}, place=place)
