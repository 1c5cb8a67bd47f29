"""Who speaks where the verb is left out: "the monitor speaks of 12,000, the government of 20,000"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dateline.brief.ground.facts import Facts
from dateline.brief.people.parties import Voice

_AHEAD = re.compile(r",\s+(?:(?:and|but|while|whereas)\s+)?(?:the\s+)?$", re.IGNORECASE)
_BEHIND = re.compile(r"(?:\s+(?:of|at|about|to))?\s+$", re.IGNORECASE)


def gapped(facts: Facts, candidates: Sequence[Voice], spoken: Sequence[Voice]) -> list[Voice]:
    """Return those who stand right before a figure behind a comma, where another has spoken in the clause
    before.

    >>> from dateline import open_case
    >>> from dateline.brief.ground.facts import facts_of
    >>> from dateline.brief.ground.names import Names
    >>> from dateline.brief.people.voices import voices
    >>> names = Names(open_case("syria-withdrawal"))
    >>> text = "Trump put them at 700, Esper at 1,000."
    >>> [voice.id for voice in voices(facts_of(text, names, "2019"), names)]
    ['trump', 'esper']
    """
    found = []
    said = [voice for voice in spoken if voice.how == "said"]
    for voice in candidates if said else ():
        before = [one for one in said if one.verb[1] <= voice.start]
        sentence = before and not re.search(r"[.;:!?]\s", facts.text[before[-1].verb[1] : voice.start])
        if not sentence or any(one.start == voice.start for one in spoken):
            continue
        led = _AHEAD.search(facts.text[: voice.start])
        if led and any(_BEHIND.fullmatch(facts.text, voice.end, c.figure.start) for c in facts.figures):
            found.append(replace(voice, verb=(voice.end, voice.end), how="gap"))
    return found
