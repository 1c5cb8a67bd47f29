"""What a paragraph gives as somebody's view ("Turkey considers them terrorists"), told as a fact."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.brief.ground.facts import Facts, ideas_within
from dateline.brief.ground.passages import Ground, Passage
from dateline.brief.language.wording import is_light
from dateline.brief.people.said import Said
from dateline.brief.people.saying import attributes, is_reporting, sentences_of
from dateline.brief.people.tellings import spoken_in
from dateline.brief.people.unnamed import listed
from dateline.findings import Finding, Place

_TO_THEM = re.compile(r",\s+(?:to|for)\s+(?:it|him|her|them|[A-Z][\w’']+),")  # "who, to it, are terrorists"
_SEES_AS = re.compile(
    r"\b(?:(?:look(?:s|ed)? (?:up)?on|th(?:inks?|ought) of|sp(?:eaks?|oke) of)\b[^.;]+\bas"
    r"|(?:holds?|held|takes?|took)\b[^.;]+\bto be"  # "Ankara holds them to be terrorists"
    r"|(?:line|position|stance|belief|conviction|view|thinking)\b[^.;]*"
    r"\b(?:is|was|has been|had been|remains) that)\b"
)
_MOST = 0.75  # of the words of a view; of one or two words all


def judge(said: Said) -> list[Finding]:
    """Name a view that a clause tells as a fact; one with any word of saying or seeing tells whose it is."""
    if said.spoken or said.facts.quotations:
        return []
    place = next(filter(None, (_told_as_fact(said, passage) for passage in said.cited)), None)
    inside = [at for at, word in enumerate(said.facts.words) if said.span[0] <= word.start < said.span[1]]
    if (
        place is None
        or any(form.search(said.facts.text) for form in (_TO_THEM, _SEES_AS))
        or any(_says_whose(said.facts, at) for at in inside)
    ):
        return []
    return [Finding("attribution-dropped", possible=1, params={}, place=place)]


def _told_as_fact(said: Said, passage: Passage) -> Place | None:
    """Where a paragraph has a view of which a clause says nearly all."""
    for start, end in _views(passage, said.ground):
        told = _content(passage.facts, start, end)
        kept = sum(not ideas.isdisjoint(ideas_within(said.facts, said.span)) for ideas in told)
        if told and kept >= _MOST * len(told):
            return Place(*passage.place, start, end, passage.text[start:end])
    return None


def _says_whose(facts: Facts, at: int) -> bool:
    stem = facts.words[at].stem
    seen = stem in listed("views") | listed("seeing")
    return seen or is_reporting(facts, at) or attributes(facts, at)


def _views(passage: Passage, ground: Ground) -> Iterator[tuple[int, int]]:
    """Where a paragraph tells what somebody holds: behind the verb, to the end of the sentence."""
    for voice in spoken_in(passage, ground):
        if voice.how == "view" and not passage.text.startswith(" to it", voice.verb[1]):  # "see to it that"
            end = next(b for a, b in sentences_of(passage.text) if voice.verb[1] <= b)
            yield voice.verb[1], min(end, len(passage.text))


def _content(facts: Facts, start: int, end: int) -> list[frozenset[str]]:
    told = [at for at, word in enumerate(facts.words) if start <= word.start < end]
    return [facts.ideas[at] for at in told if not is_light(facts.words[at]) and not facts.words[at].is_name]
