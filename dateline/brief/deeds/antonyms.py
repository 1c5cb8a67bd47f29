"""Statements turned round without a "not": "opposed" for "supported", "ended" for "went on"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from dateline.brief.deeds import conditions
from dateline.brief.ground.acts import Act
from dateline.brief.ground.facts import Facts, ideas_within, telling
from dateline.brief.ground.negation import nots
from dateline.brief.language.cued import Cued
from dateline.brief.language.verbs import listed
from dateline.brief.language.wording import Word, has_phrase
from dateline.findings import Finding, Place
from dateline.lexicon import load

if TYPE_CHECKING:
    from dateline.brief.ground.passages import Passage


_OVER = Cued(
    r"\b(?:is|was|are|were|be|been|'s)\s+(?P<not>not\s+|far from\s+|hardly\s+)?(?:yet\s+)?over\b(?!\s+\d)",
    cues="over",
)

_STOPS_IT_DOING = re.compile(
    r"(?:stop|keep|halt)(?:s|ped|ping|ed)?\s+(?!(?:and|or)\b)(?!\w+ing\b)"
    r"(?:[\w’'-]+\s+){0,3}?(?!the\b|an?\b|its\b|their\b|this\b|any\b|all\b|more\b)[\w’'-]+\s+(?:from\s+)?\w+ing\b",
    re.IGNORECASE,
)
_GIVES, _TAKES = ("lose", "sell"), ("win", "buy", "purchase", "acquire", "acquir")
_MOST = 0.6  # of the words of a brief

_PREFIX = re.compile(r"^(?:un|in|im|ir|il|non)(?=\w{4})")


@cache
def _sides() -> dict[str, list[tuple[frozenset[str], frozenset[str]]]]:
    """For each word the sides of the pairs that it stands in: its own, and the one against it."""
    found: dict[str, list[tuple[frozenset[str], frozenset[str]]]] = {}
    for pair in load("certainty")["antonyms"]:
        one, other = (frozenset(map(str, side)) for side in pair)
        for own, against in ((one, other), (other, one)):
            for word in own:
                found.setdefault(word, []).append((own, against))
    return found


def judge(facts: Facts, mine: Sequence[Act], cited: Sequence[Passage]) -> list[Finding]:
    """Name a word that stands against the one that the cited paragraphs have of the same thing.

    Returns "negation-added", "certainty-raised" where an end is told of what goes on, or "stock-for-flow"
    where a figure's people leave instead of staying.
    """
    if has_phrase(facts.text, listed("no_longer")) and not _any_negation(facts, cited):
        given = has_phrase(facts.text, listed("no_longer"))
        return [Finding("negation-added", possible=1, params={"given": given[0] if given else ""})]
    if over := _over(facts, cited):
        return [over]
    if prefixed := _prefixed(facts, cited):
        return prefixed
    for act in mine:
        word = facts.words[act.at]
        for own, against in _sides().get(word.stem, ()):
            if any(other.stem in against for other in facts.words) or act.noun or act.negated:
                continue
            if _STOPS_IT_DOING.match(facts.text, word.start):
                continue  # "to stop it rising again" ends nothing that goes on
            who = act.at > 0 and facts.words[act.at - 1].low in ("who", "that")
            left = word.low == "remaining" or (who and word.low == "remained")
            if left and any("still" in p.forms for p in cited):
                continue  # "the residents who remained" for those still there, whatever they are told to do
            found = _against(facts, act, own, against, cited)
            if found is not None and not (
                conditions.are_turned_about(facts, act, *found) or _is_the_other_side(facts, act, *found)
            ):
                return [_turned(facts, act, own, *found)]
    return []


def _is_the_other_side(facts: Facts, act: Act, passage: Passage, other: Act) -> bool:
    """ "Ostin lost the vote to Vask" for "Vask won it", "sold it to Vask" for "Vask bought it"."""
    mine, theirs = facts.words[act.at], passage.facts.words[other.at]
    if mine.stem in _GIVES and theirs.stem in _TAKES:
        return bool(_led_by_to(facts, mine.end) & _last_ahead(passage.facts, theirs.start))
    if mine.stem in _TAKES and theirs.stem in _GIVES:
        return bool(_last_ahead(facts, mine.start) & _led_by_to(passage.facts, theirs.end))
    return False


def _led_by_to(facts: Facts, place: int) -> set[str]:
    behind = (mention for mention in facts.names if mention.start > place)
    return {m.id for m in behind if facts.text[: m.start].endswith((" to ", " to the "))}


def _last_ahead(facts: Facts, place: int) -> set[str]:
    return {m.id for m in [m for m in facts.names if m.end < place][-1:]}


def _over(facts: Facts, cited: Sequence[Passage]) -> Finding | None:
    """ "is over" for "is not over"."""
    mine = _OVER.search(facts.text)
    if not mine or mine["not"] or not any((told := _OVER.search(p.text)) and told["not"] for p in cited):
        return None
    return Finding("negation-lost", possible=1, params={"given": mine[0]})


@cache
def _adjective_ends() -> tuple[str, ...]:
    return tuple(load("certainty")["adjective_ends"])


def _prefixed(facts: Facts, cited: Sequence[Passage]) -> list[Finding]:
    """ "Compatible" for "incompatible", "unsafe" for "safe", where neither text denies anything."""
    ends = _adjective_ends()
    adjectives = [word for word in facts.words if word.low.endswith(ends) and not word.is_name]
    for word in () if nots(facts) else adjectives:
        if any(word.low in p.places for p in cited):
            continue
        plain = _PREFIX.sub("", word.low)
        turned = [f"{prefix}{word.low}" for prefix in ("un", "in", "im", "ir", "il", "non")]
        turned += [plain] if plain != word.low else []
        hit = next((form for form in turned if any(form in p.places for p in cited)), None)
        if hit is None:
            continue
        passage = next(p for p in reversed(cited) if hit in p.places)
        other = passage.facts.words[passage.places[hit][-1]]
        ahead = [each for each in passage.facts.words if each.end <= other.start][-4:]
        if any(a <= word.start < b for a, b in facts.quotations) or any(
            each.low in listed("negators") for each in ahead
        ):
            continue
        key = "negation-added" if hit == plain else "negation-lost"
        place = Place(*passage.place, other.start, other.end, other.text)
        return [Finding(key, possible=1, params={"given": word.text, "text": other.text}, place=place)]
    return []


def _any_negation(facts: Facts, cited: Sequence[Passage]) -> bool:
    """Tell whether the sentences of a text that tell most of what a brief tells deny or end anything."""
    lists = listed("negators", "past_states")
    spans = [(p, span) for p in cited for span in p.sentences]
    near = [(p, span) for p, span in spans if _tells_most(facts, p, span)] or spans
    return any(
        a <= word.start < b and (word.low in lists or word.stem in lists)
        for p, (a, b) in near
        for word in p.facts.words
    )


def _tells_most(facts: Facts, passage: Passage, span: tuple[int, int]) -> bool:
    known, own = ideas_within(passage.facts, span), telling(facts)
    return sum(bool(ideas & known) for ideas in own) >= _MOST * len(own)


def _against(
    facts: Facts, act: Act, own: frozenset[str], against: frozenset[str], cited: Sequence[Passage]
) -> tuple[Passage, Act] | None:
    """The opposite word in a cited paragraph, when none has the word itself or one of its meaning."""
    told = [
        (p, at)
        for p in cited
        if not own.isdisjoint(p.forms)
        for at, word in enumerate(p.facts.words)
        if word.stem in own or word.low in own
    ]
    if any(_shares(facts, act, passage, at) for passage, at in told):
        return None
    ideas = act.ideas | ({"/go on", "/continue"} if act.ideas & {"/go on", "/continue"} else set())
    if any(ideas & other.ideas - {"/begin"} for p in cited for other in p.acts):
        return None
    for passage in cited:
        for other in passage.acts:
            word = passage.facts.words[other.at]
            if any(date.start <= word.start < date.end for date in passage.facts.dates):
                continue  # "by the end of April"
            goes_on = "continue" in against and "/go on" in other.ideas
            if (
                (word.stem in against or goes_on)
                and not other.negated
                and _shares(facts, act, passage, other.at)
            ):
                return passage, other
    return None


def _shares(facts: Facts, act: Act, passage: Passage, place: int) -> bool:
    """Tell whether the source's clause and the sentence speak of the same things."""
    theirs = passage.facts
    if _object(theirs.words, place) and _object(theirs.words, place) == _object(facts.words, act.at):
        return True  # "rejected the findings" for "accepted the findings"
    mine = frozenset().union(
        *(ideas for at, ideas in enumerate(facts.ideas) if at != act.at and not facts.words[at].light)
    )
    near = range(max(0, place - 8), min(place + 9, len(theirs.words)))
    return any(
        at != place
        and theirs.ideas[at] & mine
        and not theirs.words[at].light
        and not theirs.words[at].is_name
        for at in near
    )


def _object(words: Sequence[Word], at: int) -> str:
    """The noun right behind a verb and an article, "" for none."""
    behind = words[at + 1 : at + 3]
    return behind[1].stem if len(behind) == 2 and behind[0].low in ("the", "its", "their", "a", "an") else ""


def _turned(facts: Facts, act: Act, own: frozenset[str], passage: Passage, other: Act) -> Finding:
    word, theirs = facts.words[act.at], passage.facts.words[other.at]
    place = Place(*passage.place, theirs.start, theirs.end, theirs.text)
    params = {"given": word.text, "text": theirs.text, "status": "ended", "text_status": "going on"}
    goes_on = theirs.stem in listed("phases") | {"go"} and "stop" in own
    stays = bool({"stay", "leave"} & own) and bool(facts.figures)
    key = "certainty-raised" if goes_on else "stock-for-flow" if stays else "negation-added"
    return Finding(key, possible=1, params=params, place=place)
