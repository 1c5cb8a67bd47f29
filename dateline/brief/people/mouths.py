"""Whose words a quotation is: what one said may not be put between the marks of another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from dateline.brief.ground.passages import Ground
from dateline.brief.language.wording import stem, words
from dateline.brief.people.claimants import accepts
from dateline.brief.people.quoting import Found
from dateline.brief.people.tellings import tellings
from dateline.brief.people.unnamed import kind_of, listed
from dateline.brief.people.voices import OUTLET, Voice, stands_beside
from dateline.findings import Finding, Place

_OWN_WORDS = frozenset(map(stem, ("say", "state", "declare", "claim", "warn", "insist", "argue", "remark")))
_PAUSE = re.compile(r"[;:]|,\s(?:and|but|while|yet|whereas)\b(?![^“\"]*[”\"])")
_ENDS = re.compile(r"[”\"],?\s+(?:the\s+)?$")
_PREDICATE = re.compile(r"\b(?:is|are|was|were|has been|have been)\s+(?P<said>[“\"][^”\"]+[”\"])\W*$")
_OWNER = re.compile(r"['’]s?\s+(?P<what>\w+)")
_OPENS = re.compile(r"[:,]?\s+[“\"‘']")
_CLOSES = re.compile(r"\s*(?:(?:of|about|on|at|for|from|in|with|who)\s[^“”\",;:.]{3,90})?(?:[.;\[]|$)")


def judge(
    found: Found, text: str, voices: Sequence[Voice], ground: Ground, alone: bool = False
) -> list[Finding]:
    """Name a quotation that the only speaker of a sentence is given, though another says it in the paragraph.

    `found` is where the quotation stands and `voices` are those to whom the sentence attributes something;
    one that stands `alone` must be theirs by the words beside it, for else what it is about tells enough.

    >>> from dateline import open_case
    >>> from dateline.brief import check_one
    >>> case = open_case("syria-withdrawal")
    >>> said = "“The Pentagon has an order”, but things “could change”, a U.S. official said"
    >>> check_one(f"{said} [@S1, para. 4; @S2, para. 14].", case).keys
    ['speaker-swapped']
    """
    if not voices and found.spoken and (many := _many_for_one(found, text, ground)):
        return [Finding("anonymous-multiplied", possible=1, params={"given": many})]
    if not voices and alone and (dropped := _of_nobody(found, text, ground)):
        return [dropped]
    speakers = {voice.id for voice in voices}
    if len(speakers) != 1 or not found.spoken or "" in speakers:
        return []
    voice = voices[0]
    if alone and not _is_said_by(voice, text):
        return []
    pieces = [p for p in tellings(found.passage, ground) if _holds(p.span, found.spans)]
    if not pieces or any(OUTLET in p.speakers or accepts(p, voice.id, ground) for p in pieces):
        return []
    if not stands_beside(voice, text):
        return []
    start, end = found.spans[0]
    place = Place(*found.passage.place, start, end, found.passage.text[start:end])
    if voice.id == OUTLET:
        verb = stem(text[slice(*voice.verb)].lower())
        passed_on = voice.how != "view" and verb not in _OWN_WORDS  # "the report quotes the words “…”"
        return [] if passed_on else [Finding("outlet-as-speaker", possible=1, place=place)]
    given = text[voice.start : voice.end]
    return [Finding("speaker-swapped", possible=1, params={"given": given}, place=place)]


def _of_nobody(found: Found, text: str, ground: Ground) -> Finding | None:
    """ "The payment to Lind's brother was “ordinary”": a quotation that says what somebody's thing was like,
    and nobody says whose it is."""
    quoted = _PREDICATE.search(text)
    ahead = words(text[: quoted.start()]) if quoted else []
    if quoted is None or not found.spoken or any(word.stem in _saying() for word in ahead):
        return None
    pieces = [p for p in tellings(found.passage, ground) if _holds(p.span, found.spans)]
    names = ground.names.find(text[: quoted.start("said")])
    named = [m for m in names if not _owns_a_thing(text, m.end, found)]
    spoken = pieces and not any(OUTLET in p.speakers for p in pieces)
    if not spoken or any(accepts(p, m.id, ground) for p in pieces for m in named):
        return None
    return Finding("attribution-dropped", "review", place=pieces[0].place)


def _owns_a_thing(text: str, end: int, found: Found) -> bool:
    """ "Lind's brother", where the paragraph speaks of him, and not "Lind's verdict"."""
    owned = _OWNER.match(text, end)
    return bool(owned and stem(owned["what"].lower()) in found.passage.forms)


@cache
def _saying() -> frozenset[str]:
    return listed("verbs") | listed("nouns") | listed("utterances") | listed("seeing")


def _many_for_one(found: Found, text: str, ground: Ground) -> str:
    """ "Women from the town would take “a letter”" for what a woman from the town said: the plural word, ""
    where a text has none."""
    pieces = [p for p in tellings(found.passage, ground) if _holds(p.span, found.spans)]
    alone = [id for p in pieces for id in p.speakers if kind_of(id, ground.names) == "one"]
    if not alone or len(alone) != sum(len(p.speakers) for p in pieces):
        return ""
    known = {**ground.names.people, **ground.names.organisations}
    heads = {word.low for id in alone for word in words(known[id].name) if word.low not in listed("small")}
    own = [word for word in words(text) if word.low not in heads and word.stem in heads]
    one_of = any(a.low == "one" and b.low in ("of", "among") for a, b in pairwise(words(text)))
    return next((word.text for word in own if word.low != word.stem and not one_of), "")


def _is_said_by(voice: Voice, text: str) -> bool:
    """ "He called it “…”", "“…”, said Voss": the quotation is what the verb beside it has."""
    if voice.how == "view":
        return not _PAUSE.search(text, voice.verb[1])
    first = min(voice.start, voice.verb[0])
    if voice.how == "said" and voice.end <= voice.verb[0] and _OPENS.match(text, voice.verb[1]):
        return True  # "Voss said: “…”"
    return (
        voice.how == "said"
        and bool(_ENDS.search(text, 0, first))
        and _CLOSES.match(text, max(voice.end, voice.verb[1])) is not None
    )


def _holds(span: tuple[int, int], spans: Sequence[tuple[int, int]]) -> bool:
    return any(span[0] <= start < span[1] for start, _ in spans)
