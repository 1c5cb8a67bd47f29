"""Whose words a quotation is: what one said may not be put between the marks of another."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.brief.claimants import accepts
from dateline.brief.passages import Ground
from dateline.brief.quoting import Found
from dateline.brief.tellings import tellings
from dateline.brief.voices import OUTLET, Voice, stands_beside
from dateline.findings import Finding, Place


def judge(found: Found, text: str, voices: Sequence[Voice], ground: Ground) -> list[Finding]:
    """Name a quotation that the only speaker of a sentence is given, though another says it in the paragraph.

    `found` is where the quotation stands and `voices` are those to whom the sentence attributes something.

    >>> from dateline import open_case
    >>> from dateline.brief import check_one
    >>> case = open_case("syria-withdrawal")
    >>> said = "“The Pentagon has an order”, but things “could change”, a U.S. official said"
    >>> check_one(f"{said} [@S1, para. 4; @S2, para. 14].", case).keys
    ['speaker-swapped']
    """
    speakers = {voice.id for voice in voices}
    if len(speakers) != 1 or not found.spoken or speakers & {"", OUTLET}:
        return []
    voice = voices[0]
    pieces = [p for p in tellings(found.passage, ground) if _holds(p.span, found.spans)]
    if not pieces or any(OUTLET in p.speakers or accepts(p, voice.id, ground) for p in pieces):
        return []
    if not stands_beside(voice, text):
        return []
    start, end = found.spans[0]
    place = Place(*found.passage.place, start, end, found.passage.text[start:end])
    given = text[voice.start : voice.end]
    return [Finding("speaker-swapped", possible=1, params={"given": given}, place=place)]


def _holds(span: tuple[int, int], spans: Sequence[tuple[int, int]]) -> bool:
    return any(span[0] <= start < span[1] for start, _ in spans)
