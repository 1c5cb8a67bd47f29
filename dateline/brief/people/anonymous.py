"""People without a name who speak in a brief: are they as many and as high as those of the paragraphs?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.brief.ground.passages import Ground
from dateline.brief.language.posts import known
from dateline.brief.language.wording import Word, is_light, words
from dateline.brief.people.claimants import accepts, has_post
from dateline.brief.people.polled import is_a_share
from dateline.brief.people.said import Said, best_of, covered, is_event
from dateline.brief.people.tellings import Telling, spoken_in
from dateline.brief.people.titles import is_called
from dateline.brief.people.unnamed import Unnamed, kind_of, listed, makes_more
from dateline.brief.people.voices import OUTLET, Voice
from dateline.findings import Finding


def judge(said: Said) -> list[Finding]:
    """Name people without a name whom a clause counts, raises or places otherwise than its paragraphs do."""
    for voice in said.spoken:
        identified = _is_named(voice, said) or is_event(voice, said) or _is_somebody(voice, said)
        if identified or (voice.someone is None and not voice.number):
            continue
        if _is_relayed(voice, said) or is_a_share(voice, said.facts):
            continue
        about = said.about(covered(voice, said))
        _, pieces = best_of(about, said.tellings)
        if voice.someone and _is_of_body(voice.someone.head, pieces, said.ground):
            continue
        if voice.someone and not voice.id and _are_the_body(voice.someone, pieces, said):
            continue
        theirs = [someone for piece in pieces or said.tellings for someone in _people(piece, said.ground)]
        theirs = theirs or [s for piece in said.tellings for s in _people(piece, said.ground)]
        named = bool(pieces) and not any(kind_of(id, said.ground.names) for p in pieces for id in p.speakers)
        mine = _less_known(voice.someone or Unnamed(voice.number, "people", ()), said)
        named = named and not any(OUTLET in piece.speakers for piece in pieces)
        made = makes_more(mine, theirs)
        if made or (named and not theirs and mine.number in ("many", "several")):
            shown = said.facts.text[voice.start : voice.end] or voice.id
            key = "speaker-swapped" if made == "other" else "anonymous-multiplied"
            place = pieces[0].place if pieces else None
            return [Finding(key, possible=1, params={"given": shown}, place=place)]
    return []


def _is_named(voice: Voice, said: Said) -> bool:
    """ "Dam inspectors", where the case knows the Dam Safety Board by these words and the board speaks, and
    "prosecutors", whom the case takes for a body."""
    if not any(voice.id in piece.speakers for piece in said.tellings):
        return False
    party = said.ground.names.organisations.get(voice.id)
    whole = any((m.id, m.start, m.end) == (voice.id, voice.start, voice.end) for m in said.facts.names)
    return whole and party is not None and (party.name[:1].isupper() or voice.number == "many")


def _is_of_body(head: str, pieces: Sequence[Telling], ground: Ground) -> bool:
    """ "The auditors" for "the auditors Pryce & Wendt": no people without a name stand in the paragraph."""
    called = [
        low for piece in pieces for id in piece.speakers if id.startswith("?") for low in id[1:].split()
    ]
    return head in called and not any(_people(piece, ground) for piece in pieces)


def _are_the_body(someone: Unnamed, pieces: Sequence[Telling], said: Said) -> bool:
    """ "State auditors" for the State Audit Office: they are called by what the body is called."""
    called = [someone.head, *(word.low for word in someone.described if not is_light(word))]
    bodies = (said.ground.names.organisations.get(id) for piece in pieces for id in piece.speakers)
    anyone = someone.head.startswith("offic")  # every office has officers and officials
    anyone = anyone or any(someone.head in passage.forms for passage in said.cited)
    return (
        someone.number == "many" and not anyone and any(body and is_called(called, body) for body in bodies)
    )


def _is_relayed(voice: Voice, said: Said) -> bool:
    """ "According to the ministry, inspectors found": the paragraph speaks of them, the ministry says it."""
    head = voice.someone.head if voice.someone else ""
    there = {word.low for passage in said.cited for word in passage.facts.words}
    others = {v.id for v in said.spoken} - {voice.id, "", OUTLET}
    return head in there and any(accepts(p, id, said.ground) for p in said.tellings for id in others)


def _is_somebody(voice: Voice, said: Said) -> bool:
    """ "The chief executive of the airline" is somebody in particular, and so is "a colonel" where one whom
    the case calls so speaks."""
    someone = voice.someone
    if someone is None or someone.number != "one":
        return False
    people = [said.ground.names.people.get(id) for piece in said.tellings for id in piece.speakers]
    named = [person for person in people if person and person.name[:1].isupper()]
    in_post = any(someone.head in post.split() for post in known())
    return in_post or any(has_post(someone.head, person.role) for person in named)


def _less_known(someone: Unnamed, said: Said) -> Unnamed:
    """Leave out names that the paragraph has: its "company engineer" may be "an engineer of Luxen Power"."""
    cited = {mention.id for passage in said.cited for mention in passage.facts.names}
    taken = [(m.start, m.end) for m in said.facts.names if m.id in cited]
    kept = [word for word in someone.described if not any(a <= word.start < b for a, b in taken)]
    return replace(someone, described=tuple(kept))


def _people(piece: Telling, ground: Ground) -> list[Unnamed]:
    """The people without a name whose word a piece is, as the text and the case describe them."""
    inside = [
        voice.someone
        for voice in spoken_in(piece.passage, ground)
        if voice.someone is not None and voice.id in ("", *piece.speakers)
    ]
    for id in piece.speakers:
        number = kind_of(id, ground.names)
        party = ground.names.people.get(id)
        if number and party:
            said = tuple(words(f"{party.name}. {party.role}. {'. '.join(party.aliases)}"))
            inside.append(Unnamed(number, _head(said), said))
    return inside


def _head(said: Sequence[Word]) -> str:
    return next((word.low for word in said if word.low in listed("unnamed")), "people")
