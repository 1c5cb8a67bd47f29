"""For whom an unnamed spokesman or lawyer speaks: he may not change sides."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from dateline.brief.ground.facts import Facts, is_quoted
from dateline.brief.ground.passages import Ground, Passage
from dateline.brief.language.cued import Cued
from dateline.brief.language.once import once
from dateline.brief.language.verbs import is_past
from dateline.brief.language.wording import is_light, words
from dateline.brief.people.unnamed import listed
from dateline.findings import Finding, Place
from dateline.marks import fold

_SPEAKER = Cued(
    r"\b(?P<kind>spokes|lawyer)(?:man|woman|person|people|men|women|s)?\b(?P<led>\s+(?:for|of)\s+(?:the\s+)?)?",
    cues="spokes|lawyer",
)
_FAR = 60  # letters in which the name of a body ends


def judge(facts: Facts, cited: Sequence[Passage], ground: Ground) -> list[Finding]:
    """Name a spokesman of one body put for the spokesman of another.

    >>> from types import SimpleNamespace
    >>> from dateline import open_case
    >>> from dateline.brief.ground.facts import facts_of
    >>> from dateline.brief.ground.passages import ground_of
    >>> ground = ground_of(open_case("tolvane-dam"))
    >>> mine, theirs = (
    ...     facts_of(f"A spokesman for {body} said so.", ground.names, "2017")
    ...     for body in ("the Dam Safety Board", "the Water Ministry")
    ... )
    >>> [found.key for found in judge(mine, [SimpleNamespace(facts=theirs, place=("S1", 1))], ground)]
    ['speaker-swapped']
    """
    for kind, mine in _served(facts, ground).items():
        told = [(passage, _served(passage.facts, ground).get(kind, {})) for passage in cited]
        theirs = {id: (passage, start) for passage, ids in told for id, start in ids.items()}
        if theirs and not ({"", *theirs} & mine.keys() or "" in theirs):
            passage, start = next(iter(theirs.values()))
            given = facts.text[next(iter(mine.values())) :].split(" said")[0].strip(" .,")
            place = Place(*passage.place, start, start + len(kind))
            return [Finding("speaker-swapped", possible=1, params={"given": given}, place=place)]
    return []


@once
def _served(facts: Facts, ground: Ground) -> Mapping[str, dict[str, int]]:
    """By kind of speaker for whom they speak, "" where the text does not tell, and where each stands."""
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for match in _SPEAKER.finditer(facts.text):
        if not is_quoted(facts, match.start()):
            found[match["kind"]].setdefault(_whose(match, facts.text, ground), match.start())
    return found


def _whose(match: re.Match[str], text: str, ground: Ground) -> str:
    if match["led"]:
        behind = text[match.end() : match.end() + _FAR]
        mention = next((m for m in ground.names.find(behind) if not m.start), None)
        return mention.id if mention and _ends(behind[mention.end :]) else ""
    ahead = fold(text[: match.start()]).rstrip().removesuffix("'s").removesuffix("'")
    return next((m.id for m in ground.names.find(ahead[-_FAR:]) if m.end == len(ahead[-_FAR:])), "")


def _ends(behind: str) -> bool:
    """Tell whether a name ends its phrase: not in "the UN force"."""
    word = next(iter(words(behind)), None)
    return (
        word is None or behind[:1] != " " or is_light(word) or is_past(word) or word.stem in listed("verbs")
    )
