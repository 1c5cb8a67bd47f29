"""Who says so: compare the attributions of a sentence with those of the cited paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from dateline.brief import dropping, held
from dateline.brief.claimants import accepts, has_post, own_of
from dateline.brief.facts import Facts
from dateline.brief.passages import Ground, Passage
from dateline.brief.posts import known
from dateline.brief.said import ENOUGH, MARGIN, NEAR, Said, best_of, keeps_silent
from dateline.brief.saying import is_reporting
from dateline.brief.sureness import as_question
from dateline.brief.tellings import (
    Telling,
    governed,
    said_in,
    same_figure,
    spoken_in,
    tellings,
)
from dateline.brief.unnamed import Unnamed, kind_of, listed, makes_more
from dateline.brief.voices import OUTLET, Voice, voices
from dateline.brief.wording import Word, stem, words
from dateline.findings import Finding

__all__ = ["OUTLET", "Voice", "judge", "kind_of", "voices"]

ENOUGH_BESIDE = 1.5  # so much where the one named does say something there
_TELLING = ("tell", "inform", "brief", "explain", "notify")  # somebody is told: an event
_WHO = re.compile(r",\s+(?:who|which)\b[^,]*$")
_AS_SAID = re.compile(r",\s+as\s+(?:(?:the|a|an)\s+)?$")
_OF_BOTH = re.compile(r"\bof (?:the )?[A-Z]\w+ and (?:the )?$")
_MEMBERS = re.compile(r"\bmembers of (?:the )?$")
_PEOPLE = ("ers", "ors", "ists", "ians", "men", "women")
_JOINED = r",\s+(?:and|but|while|whereas)\s+(?:(?:afterwards?|then|later|thereupon|so|thereafter)\s+)?"
_TURNED = re.compile(_JOINED + r"(?:Mr\.?\s+|Ms\.?\s+)?$")
_IS = re.compile(r"\s+(?:is|was|were|has been)\b")
_HE_TURNED = re.compile(_JOINED + r"(?:he|she)\s+(?P<verb>\w+)")


def judge(
    facts: Facts,
    cited: Sequence[Passage],
    ground: Ground,
    before: str,
    clauses: Sequence[tuple[tuple[int, int], tuple[Passage, ...]]] = (),
) -> list[Finding]:
    """Compare the speakers of a sentence with those of the cited paragraphs.

    `clauses` are the parts of the sentence that have citations of their own, with the paragraphs cited there.
    """
    theirs = frozenset().union(*(piece.speakers for passage in cited for piece in tellings(passage, ground)))
    spoken = [_severally(voice, facts, theirs) for voice in said_in(facts, ground.names, before)]
    found: list[Finding] = []
    earlier: tuple[Voice, ...] = ()
    for span, passages in clauses or [((0, len(facts.text)), tuple(cited))]:
        own = tuple(v for v in spoken if span[0] <= v.verb[0] < span[1])
        said = Said(facts, span, own, earlier, tuple(passages), ground, before)
        found += _unnamed(said) or _swapped(said) or dropping.judge(said) or held.judge(said)
        earlier += own
    return found[:1]


def _swapped(said: Said) -> list[Finding]:
    """Somebody is made to say what another, or the report itself, says."""
    everyone = frozenset().union(*(piece.speakers for piece in said.tellings))
    relayed = {voice.id for voice in said.spoken} - {OUTLET, ""}
    for voice in said.spoken:
        if (
            _is_event(voice, said)
            or keeps_silent(voice, said)
            or (voice.id == OUTLET and relayed)
            or (voice.how == "noun" and len(said.spoken) > 1)
            or _is_told_of_paper(voice, said)
            or not _may_speak(voice)
        ):
            continue
        about = said.about(_covered(voice, said))
        best, pieces = best_of(about, said.tellings)
        own = own_of(voice, said.tellings, said.ground)
        if any(piece in own for piece in pieces) or (own and _is_of_another(voice, pieces, said)):
            continue
        mine = max((about.share(piece) for piece in own), default=0.0)
        strange = not own and voice.id not in ("", OUTLET)
        enough = about.weight >= (ENOUGH_BESIDE if own else ENOUGH)
        clear = best >= NEAR and enough and mine < best - MARGIN
        if strange or clear:
            found = _name(voice, pieces, everyone, said)
            if _may_stand(found.key, voice, mine, pieces, said):
                continue
            if own and found.key == "speaker-as-outlet" and not _has_key(pieces):
                found = as_question(found)
            return [found]
    return []


def _has_key(pieces: Sequence[Telling]) -> bool:
    """Tell whether the case says who states what in the paragraphs: else how far his words go is open."""
    return any(piece.passage.told for piece in pieces)


def _may_speak(voice: Voice) -> bool:
    """Tell whether somebody without a name in the case is a body or people: "the order spoke of" is none."""
    if voice.id or not voice.called:
        return True
    head = voice.called[0]
    people = listed("bodies") | listed("unnamed") | listed("papers") | known()
    return voice.how != "noun" and (bool({head, stem(head)} & people) or head.endswith(_PEOPLE))


def _severally(voice: Voice, facts: Facts, theirs: frozenset[str]) -> Voice:
    """ "The ministries of Merrowia and Tavland announced": nobody in particular, not the last one alone; and
    "the members of the council" are its members where the paragraph has these speak."""
    if "?members" in theirs and _MEMBERS.search(facts.text[: voice.start]):
        return replace(voice, id="", called=("members",))
    return replace(voice, id="") if _OF_BOTH.search(facts.text[: voice.start]) else voice


def _is_told_of_paper(voice: Voice, said: Said) -> bool:
    """ "The poll showed": what a poll found may go on over several sentences of the paragraph."""
    told = {word.stem for passage in said.cited for word in passage.facts.words} | {"report", "account"}
    return bool(set(voice.called) & listed("papers") & told)


def _may_stand(key: str, voice: Voice, mine: float, pieces: Sequence[Telling], said: Said) -> bool:
    """Tell whether report and speaker are not clearly exchanged: each may say much of what the other says."""
    if key == "outlet-as-speaker":
        return mine >= NEAR or dropping.is_of_paper(pieces, said)
    if any(OUTLET in p.speakers and _holds(p, voice.id) for p in pieces):
        return True
    if key != "speaker-as-outlet":
        return False
    if voice.how == "noun" and said.facts.text[slice(*voice.verb)].lower() in listed("utterances"):
        return any(accepts(piece, voice.id, said.ground) for piece in said.tellings)  # "the board's warning"
    opens = said.facts.text[slice(*voice.verb)].lower() in ("to", "for")  # "To Ankara they are …"
    seen = (voice.how == "view" or _bade(voice, said)) and any(_names(piece, voice.id) for piece in pieces)
    told_of = voice.how == "noun" or _is_spoken_of(voice, said.facts.text)
    seen = seen or (told_of and any(_is_of_words(piece) for piece in pieces))
    return opens or seen or mine >= NEAR or _has_a_share(voice, pieces, said)


def _has_a_share(voice: Voice, pieces: Sequence[Telling], said: Said) -> bool:
    """ "The fall from 4,600 to about 3,100 was called worrying by Brix": one word more is hers alone; and
    where somebody says it whom the case does not know, the report does not say it itself."""
    if any(is_reporting(p.passage.facts, at) for p in pieces for at in _unowned(p, said.ground)):
        return True
    told = frozenset().union(*(piece.ideas for piece in pieces))
    figures = [figure for piece in pieces for figure in piece.figures]
    own = [p for p in said.tellings if p not in pieces and accepts(p, voice.id, said.ground)]
    about = said.about(said.span)
    new = [weight for ideas, weight in about.words if any(ideas & p.ideas for p in own) and not ideas & told]
    new += [
        1.0
        for mine in about.figures
        if any(same_figure(mine, f) for p in own for f in p.figures)
        and not any(same_figure(mine, f) for f in figures)
    ]
    return sum(new) >= 1.0


def _unowned(piece: Telling, ground: Ground) -> list[int]:
    """The words of a piece at which nobody is known to speak."""
    taken = {voice.verb[0] for voice in spoken_in(piece.passage, ground)}
    words = enumerate(piece.passage.facts.words)
    return [at for at, w in words if piece.span[0] <= w.start < piece.span[1] and w.start not in taken]


def _bade(voice: Voice, said: Said) -> bool:
    """ "Were told by Orrin to go" for "Orrin ordered them to leave": an order, and no saying."""
    verb = said.facts.text[slice(*voice.verb)].lower()
    behind = [word.low for word in said.facts.words if word.start >= voice.end][:1]
    return verb == "told by" and behind == ["to"]


def _is_spoken_of(voice: Voice, text: str) -> bool:
    """ "What Esper said was the first account": his words are spoken of, and he does not say it."""
    return text[: voice.start].lower().endswith("what ") and bool(_IS.match(text, voice.verb[1]))


def _is_of_words(piece: Telling) -> bool:
    """ "His remarks were the first account": the report tells of somebody's words, and so may a brief."""
    inside = [word for word in piece.passage.facts.words if piece.span[0] <= word.start < piece.span[1]]
    return any(
        a.low in ("his", "her", "their") and b.stem in listed("utterances") for a, b in pairwise(inside)
    )


def _holds(piece: Telling, id: str) -> bool:
    """Tell whether the report tells what somebody expects, hopes or wants: "the chamber expects less"."""
    facts = piece.passage.facts
    ends = [m.end for m in facts.names if m.id == id and piece.span[0] <= m.start < piece.span[1]]
    behind = [next((word for word in facts.words if word.start >= end), None) for end in ends]
    return any(word is not None and word.stem in listed("minds") for word in behind)


def _names(piece: Telling, id: str) -> bool:
    """Tell whether a piece of a paragraph names a party, so that it may tell how that party sees a thing."""
    return any(m.id == id and piece.span[0] <= m.start < piece.span[1] for m in piece.passage.facts.names)


def _is_of_another(voice: Voice, pieces: Sequence[Telling], said: Said) -> bool:
    """Tell whether what fits best is the word of another named beside: "vowed by X after Y had stated"."""
    if any(other.how == "gap" for other in said.spoken):
        return False  # "the monitor speaks of 12,000, the government of 20,000": each has its own
    others = {other.id for other in said.spoken} - {voice.id, "", OUTLET}
    return any(accepts(piece, id, said.ground) for piece in pieces for id in others)


def _is_event(voice: Voice, said: Said) -> bool:
    """ "Officials had told families, the people said": that somebody was told is what the others say."""
    verb = stem(said.facts.text[slice(*voice.verb)].lower().removesuffix(" by"))
    if verb not in _TELLING:
        return False
    return any(other.id != voice.id for other in said.spoken) or any(
        _tells_of_telling(p, said.ground) for p in said.cited
    )


def _tells_of_telling(passage: Passage, ground: Ground) -> bool:
    """ "Officials started telling partners about plans", "have begun to tell them": the report tells this;
    nobody is quoted with it."""
    spoken = {voice.verb[0] for voice in spoken_in(passage, ground)}
    return any(
        word.stem in _TELLING
        and (word.low.endswith("ing") or before.low == "to")
        and word.start not in spoken
        for before, word in pairwise(passage.facts.words)
    )


def _is_named(voice: Voice, said: Said) -> bool:
    """ "Dam inspectors", where the case knows the Dam Safety Board by these words and the board speaks."""
    if not any(voice.id in piece.speakers for piece in said.tellings):
        return False
    party = said.ground.names.organisations.get(voice.id)
    whole = any((m.id, m.start, m.end) == (voice.id, voice.start, voice.end) for m in said.facts.names)
    return whole and party is not None and party.name[:1].isupper()


def _covered(voice: Voice, said: Said) -> tuple[int, int]:
    """What an attribution covers in a brief: a second speaker behind a comma begins something of his own.

    ", as the people said," covers the clause that it closes.
    """
    if aside := _AS_SAID.search(said.facts.text, said.span[0], voice.start):
        return said.facts.text.rfind(",", said.span[0], aside.start()) + 1 or said.span[0], aside.start()
    start, end = governed(said.facts, voice, said.span)
    if _WHO.match(said.facts.text, voice.end) and start < voice.end:
        return start, min(end, voice.end)  # "…, said X, who is …": what X is nobody says
    for other in said.spoken:
        if other.key != voice.key and voice.verb[1] < other.start < end:
            comma = said.facts.text.rfind(",", voice.verb[1], other.start)
            end = comma if comma > 0 else end
    return start, min(end, _own_deed(voice, said, end))


def _own_deed(voice: Voice, said: Said, end: int) -> int:
    """Where ", and Orrin ordered …" begins: another person acts, and nobody says that he does."""
    text, helpers = said.facts.text, listed("auxiliaries") | {"had", "has", "was"}
    if voice.id in said.ground.names.organisations:  # a board is no "he"
        pronoun = _HE_TURNED.search(text, voice.verb[1], end)
        if pronoun and pronoun["verb"].lower() not in helpers:
            return pronoun.start()
    for mention in said.facts.names:
        if not mention.person or mention.id == voice.id or not voice.verb[1] < mention.start < end:
            continue
        turned = _TURNED.search(text[voice.verb[1] : mention.start])
        follows = re.match(r"\s+(\w+)", text[mention.end :])
        if turned and follows and follows[1].lower() not in helpers:
            return voice.verb[1] + turned.start()
    return end


def _name(voice: Voice, pieces: Sequence[Telling], everyone: frozenset[str], said: Said) -> Finding:
    """Call the fault by its name: outlet for speaker, speaker for outlet, or one speaker for another."""
    theirs = frozenset().union(*(piece.speakers for piece in pieces)) or everyone
    place = pieces[0].place if pieces else None
    if voice.id == OUTLET:
        return Finding("outlet-as-speaker", possible=1, params={}, place=place)
    key = "speaker-as-outlet" if theirs <= {OUTLET} else "speaker-swapped"
    party = said.ground.names.people.get(voice.id) or said.ground.names.organisations.get(voice.id)
    shown = party.name if party else said.facts.text[voice.start : voice.end]
    return Finding(key, possible=1, params={"given": shown}, place=place)


def _unnamed(said: Said) -> list[Finding]:
    """People without a name are counted, raised or placed otherwise than the paragraph does."""
    for voice in said.spoken:
        known = _is_named(voice, said) or _is_event(voice, said) or _is_somebody(voice, said)
        if (voice.someone is None and not voice.number) or known:
            continue
        if _is_relayed(voice, said):
            continue
        about = said.about(_covered(voice, said))
        _, pieces = best_of(about, said.tellings)
        if voice.someone and _is_of_body(voice.someone.head, pieces, said.ground):
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


def _is_of_body(head: str, pieces: Sequence[Telling], ground: Ground) -> bool:
    """ "The auditors" for "the auditors Pryce & Wendt": no people without a name stand in the paragraph."""
    called = [
        low for piece in pieces for id in piece.speakers if id.startswith("?") for low in id[1:].split()
    ]
    return head in called and not any(_people(piece, ground) for piece in pieces)


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
    """ "An engineer of Luxen Power" where the paragraph has "a company engineer" and names Luxen Power."""
    known = {mention.id for passage in said.cited for mention in passage.facts.names}
    taken = [(m.start, m.end) for m in said.facts.names if m.id in known]
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
