"""Who says so: compare the attributions of a sentence with those of the cited paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from dateline.brief.ground.facts import Counted, Facts
from dateline.brief.ground.passages import Ground, Passage
from dateline.brief.ground.sureness import as_question
from dateline.brief.language.posts import known
from dateline.brief.language.verbs import is_past
from dateline.brief.language.wording import is_light, stem
from dateline.brief.people import anonymous, answering, dropping, held, spokesmen
from dateline.brief.people.claimants import accepts, own_of
from dateline.brief.people.said import (
    ENOUGH,
    MARGIN,
    NEAR,
    Said,
    best_of,
    covered,
    is_event,
    keeps_silent,
    speakers_of,
)
from dateline.brief.people.saying import is_reporting
from dateline.brief.people.spoken_of import is_spoken_of
from dateline.brief.people.tellings import (
    Matter,
    Telling,
    ids,
    said_in,
    same_figure,
    spoken_in,
    tellings,
)
from dateline.brief.people.unnamed import listed
from dateline.brief.people.voices import OUTLET, Voice, stands_beside, voices
from dateline.findings import Finding, Place

__all__ = ["OUTLET", "Voice", "judge", "voices"]

ENOUGH_BESIDE = 1.5  # so much where the one named does say something there
_OF_BOTH = re.compile(r"\bof (?:the )?[A-Z]\w+ and (?:the )?$")
_SET_OFF = re.compile(
    r"\b(?:(?:prompted|triggered|sparked|provoked|spurred|moved|driven) by|in response to|following|after)"
    r"\s+(?:the\s+|an?\s+)?$"
)
_MEMBERS = re.compile(r"\bmembers of (?:the )?$")
_PEOPLE = ("ers", "ors", "ists", "ians", "men", "women")
_IS = re.compile(r"\s+(?:is|was|were|has been)\b")


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
    spoken = [_severally(voice, facts, cited, ground) for voice in said_in(facts, ground.names, before)]
    found: list[Finding] = []
    earlier: tuple[Voice, ...] = ()
    for span, passages in clauses or [((0, len(facts.text)), tuple(cited))]:
        own = tuple(v for v in spoken if span[0] <= v.verb[0] < span[1])
        said = Said(facts, span, own, earlier, tuple(passages), ground, before)
        found += anonymous.judge(said) or _swapped(said) or answering.judge(said)
        found += dropping.judge(said) or held.judge(said) if not found else []
        earlier += own
    return found[:1] or spokesmen.judge(facts, cited, ground)


def _swapped(said: Said) -> list[Finding]:
    """Somebody is made to say what another, or the report itself, says."""
    relayed = {voice.id for voice in said.spoken} - {OUTLET, ""}
    for voice in said.spoken:
        if (
            is_event(voice, said)
            or keeps_silent(voice, said)
            or (voice.id == OUTLET and relayed)
            or (voice.how == "noun" and (len(said.spoken) > 1 or _sets_off(voice, said.facts)))
            or _is_told_of_paper(voice, said)
            or not _may_speak(voice)
            or is_spoken_of(voice, said.facts.text)
        ):
            continue
        about = said.about(covered(voice, said))
        best, pieces = best_of(about, said.tellings)
        if place := _reports_own(voice, about, said):
            given = _called(voice, said)
            return [Finding("speaker-as-outlet", possible=1, params={"given": given}, place=place)]
        own = own_of(voice, said.tellings, said.ground)
        if voice.id == OUTLET and (theirs := _with_its_figure(about, said.tellings)):
            return [_name(voice, theirs, said)]
        if _is_inside(voice, pieces, said):
            continue
        if voice.id != OUTLET and own and (theirs := _with_anothers_figure(voice, about, said)):
            return [_name(voice, theirs, said)]
        if any(piece in own for piece in pieces) or (own and _is_of_another(voice, pieces, said)):
            continue
        if _is_what_another_tells(voice, pieces, said) or dropping.have_its_figure({voice.id}, about, said):
            continue
        mine = max((about.share(piece) for piece in own), default=0.0)
        strange = not own and voice.id not in ("", OUTLET)
        enough = about.weight >= (ENOUGH_BESIDE if own else ENOUGH)
        clear = best >= NEAR and enough and mine < best - MARGIN
        if strange or clear:
            found = _name(voice, pieces, said)
            if _may_stand(found.key, voice, mine, pieces, said):
                continue
            open_key = own and found.key == "speaker-as-outlet" and not _has_key(pieces)
            return [as_question(found) if open_key or not stands_beside(voice, said.facts.text) else found]
    return []


def _reports_own(voice: Voice, about: Matter, said: Said) -> Place | None:
    """ "Trump said that more than 2,000 work there" where he has pressed for something, and the figure is the
    report's own by the key: where that stands, None where it is not so."""
    if voice.id in ("", OUTLET) or voice.how != "said":
        return None
    if any(other.id == voice.id for passage in said.cited for other in spoken_in(passage, said.ground)):
        return None  # he does speak there, and the figure may stand in what he says
    for mine in about.figures:
        ahead = said.facts.text[voice.verb[1] : mine.figure.start]
        theirs = [(p, f) for p in said.tellings for f in p.figures if f.attributed and same_figure(mine, f)]
        own = all(ids(figure.attributed, said.ground.names) == {OUTLET} for _, figure in theirs)
        if theirs and own and ahead.strip() and "," not in ahead:
            return theirs[0][0].place
    return None


def _with_its_figure(about: Matter, pieces: Sequence[Telling]) -> list[Telling]:
    """ "The agency estimates that 240 posts will go": the pieces that have the number, none the report's."""
    told = [p for p in pieces if any(same_figure(mine, f) for mine in about.figures for f in p.figures)]
    return [] if any(OUTLET in piece.speakers for piece in told) else told


def _with_anothers_figure(voice: Voice, about: Matter, said: Said) -> list[Telling]:
    """ "By the union's count 2,500 have left", where the city has 2,500 and the union 3,800 of them: the
    pieces that have the number."""
    own = [c for p in own_of(voice, said.tellings, said.ground) for c in p.figures if not c.inherited]
    own = [c for c in own if not any(same_figure(c, mine) for mine in said.facts.figures)]
    for mine in about.figures:
        told = [p for p in said.tellings if any(same_figure(mine, theirs) for theirs in p.figures)]
        bare = [c for p in told for c in p.figures if same_figure(mine, c)]
        rival = (
            bool(bare) and all(c.inherited for c in bare) and any(c.noun and _is_beside(c, mine) for c in own)
        )
        if rival and not any(OUTLET in p.speakers or accepts(p, voice.id, said.ground) for p in told):
            return told
    return []


def _is_beside(theirs: Counted, mine: Counted) -> bool:
    """Tell whether two figures count the same, each in its own number."""
    return (
        theirs.figure.unit == mine.figure.unit
        and theirs.population == mine.population
        and not same_figure(mine, theirs)
    )


def _has_key(pieces: Sequence[Telling]) -> bool:
    """Tell whether the case says who states what in the paragraphs: else how far his words go is open."""
    return any(piece.passage.told for piece in pieces)


def _sets_off(voice: Voice, facts: Facts) -> bool:
    """ "Was prompted by the board's statement to promise", "the board's statement drew a promise": the
    statement is what set it off."""
    behind = [word for word in facts.words if word.start >= voice.verb[1]]
    first = next((w for w in behind if w.low == "that" or (is_past(w) and not is_light(w))), None)
    acts = first is not None and first.low != "that" and first.stem not in listed("verbs")
    return bool(_SET_OFF.search(facts.text[: voice.start])) or (acts and voice.end <= voice.verb[0])


def _may_speak(voice: Voice) -> bool:
    """Tell whether somebody without a name in the case is a body or people: "the order spoke of" is none."""
    if voice.id or not voice.called:
        return True
    head = voice.called[0]
    people = listed("bodies") | listed("unnamed") | listed("papers") | known()
    return voice.how != "noun" and (bool({head, stem(head)} & people) or head.endswith(_PEOPLE))


def _severally(voice: Voice, facts: Facts, cited: Sequence[Passage], ground: Ground) -> Voice:
    """ "The ministries of Merrowia and Tavland announced": nobody in particular, not the last one alone; and
    "the members of the council" are its members where the paragraph has these speak."""
    if _MEMBERS.search(facts.text[: voice.start]):
        members = replace(voice, id="", called=("members",))
        if any(members.key in speakers_of(tellings(passage, ground)) for passage in cited):
            return members
    person = any(mention.person and mention.start == voice.start for mention in facts.names)
    return replace(voice, id="") if not person and _OF_BOTH.search(facts.text[: voice.start]) else voice


def _is_told_of_paper(voice: Voice, said: Said) -> bool:
    """ "The poll showed": what a poll found may go on over several sentences of the paragraph."""
    told = {word.stem for passage in said.cited for word in passage.facts.words} | {
        "report",
        "account",
        "book",
    }
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
    behind = [word.low for word in said.facts.behind(voice.end, 1)]
    return verb == "told by" and behind == ["to"]


def _is_spoken_of(voice: Voice, text: str) -> bool:
    """ "What Esper said was the first account": his words are spoken of, and he does not say it."""
    return text[: voice.start].lower().endswith("what ") and bool(_IS.match(text, voice.verb[1]))


def _is_of_words(piece: Telling) -> bool:
    """ "His remarks were the first account": the report tells of somebody's words, and so may a brief."""
    inside = [word for word in piece.passage.facts.words if piece.span[0] <= word.start < piece.span[1]]
    told = listed("utterances") | listed("counting")  # "her figure leaves out 40 pilots"
    return any(a.low in ("his", "her", "their") and b.stem in told for a, b in pairwise(inside))


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
    others = {other.id for other in said.spoken if other.verb != voice.verb} - {voice.id, "", OUTLET}
    return any(accepts(piece, id, said.ground) for piece in pieces for id in others)


def _is_inside(voice: Voice, pieces: Sequence[Telling], said: Said) -> bool:
    """ "Somebody noted it down, Vask said": what nobody in particular does is part of what she says."""
    there = {word.low for passage in said.cited for word in passage.facts.words}
    if voice.id or voice.someone is None or voice.someone.head not in there:
        return False
    others = (o for o in said.spoken if o.id not in ("", OUTLET) and o.how == "said" and o.start > voice.end)
    covering = [o for o in others if covered(o, said)[0] <= voice.start]
    return any(accepts(piece, other.id, said.ground) for piece in pieces for other in covering)


def _is_what_another_tells(voice: Voice, pieces: Sequence[Telling], said: Said) -> bool:
    """ "Washington, on the word of the officials, has told its partners": what it told is their word."""
    beside = (other for other in said.spoken if other.how == "phrase" and other.verb != voice.verb)
    phrases = {other.id for other in beside} - {voice.id, "", OUTLET}
    return any(accepts(piece, id, said.ground) for piece in pieces for id in phrases)


def _name(voice: Voice, pieces: Sequence[Telling], said: Said) -> Finding:
    """Call the fault by its name: outlet for speaker, speaker for outlet, or one speaker for another."""
    theirs = speakers_of(pieces) or speakers_of(said.tellings)
    place = pieces[0].place if pieces else None
    if voice.id == OUTLET:
        return Finding("outlet-as-speaker", possible=1, params={}, place=place)
    key = "speaker-as-outlet" if theirs <= {OUTLET} else "speaker-swapped"
    return Finding(key, possible=1, params={"given": _called(voice, said)}, place=place)


def _called(voice: Voice, said: Said) -> str:
    """How a message calls whoever is named: by the name in the case, else as the brief does."""
    party = said.ground.names.people.get(voice.id) or said.ground.names.organisations.get(voice.id)
    return party.name if party else said.facts.text[voice.start : voice.end]
