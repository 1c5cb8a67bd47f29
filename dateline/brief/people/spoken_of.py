"""Words that somebody else speaks of: "no proof of what the group claimed" puts nothing into its mouth."""

from __future__ import annotations

import re

from dateline.brief.language.wording import words
from dateline.brief.people.parties import Voice
from dateline.brief.people.unnamed import listed

_WHAT = re.compile(r"\b(?:of|about|against|over|for|with)\s+what\s+(?:(?:the|its|their)\s+)?$", re.IGNORECASE)
_WHOSE = re.compile(r"\b(?:of|about|against)\s+(?:(?:the|its|their)\s+)?$", re.IGNORECASE)


def is_spoken_of(voice: Voice, text: str) -> bool:
    """ "No proof of what the hackers claimed", "rejected the board's findings": that is only their topic."""
    ahead = {"said": _WHAT, "noun": _WHOSE}.get(voice.how)
    if ahead is None or ahead.search(text, 0, voice.start):
        return ahead is not None
    if voice.how != "noun":
        return False
    near = [word for word in words(text[: voice.start])[-4:] if word.low not in ("the", "of", "most", "all")]
    return bool(near) and near[-1].stem in listed("reacting")
