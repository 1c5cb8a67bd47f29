"""Those who answered a poll: a share of the people asked, and no source without a name."""

from __future__ import annotations

from dateline.brief.ground.facts import Facts
from dateline.brief.language.wording import words
from dateline.brief.people.voices import Voice


def is_a_share(voice: Voice, facts: Facts) -> bool:
    """ "One in five of the residents said": a share of those asked speaks, and nobody is multiplied."""
    head = voice.someone.head if voice.someone else ""
    shares = (c.figure for c in facts.figures if c.figure.unit == "percent" and c.figure.end <= voice.verb[0])
    return any(word.low == head for share in shares for word in words(share.counted)[-1:])
