"""Words that somebody else speaks of: "no proof of what the group claimed" puts nothing into its mouth."""

from __future__ import annotations

import re

from dateline.brief.parties import Voice

_WHAT = re.compile(r"\b(?:of|about|against|over|for|with)\s+what\s+(?:(?:the|its|their)\s+)?$", re.IGNORECASE)
_WHOSE = re.compile(r"\b(?:of|about|against)\s+(?:(?:the|its|their)\s+)?$", re.IGNORECASE)


def is_spoken_of(voice: Voice, text: str) -> bool:
    """ "No proof of what the hackers claimed", "doubts about the group's claim": that is only their topic."""
    ahead = {"said": _WHAT, "noun": _WHOSE}.get(voice.how)
    return ahead is not None and bool(ahead.search(text, 0, voice.start))
