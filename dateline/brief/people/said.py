"""A clause of a brief with those who speak in it, and the pieces of the paragraphs that it cites."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from dateline.brief.ground.facts import Facts
from dateline.brief.ground.passages import Ground, Passage
from dateline.brief.language.wording import stem
from dateline.brief.people.tellings import (
    Matter,
    Telling,
    governed,
    matter,
    spoken_in,
    tellings,
)
from dateline.brief.people.unnamed import listed
from dateline.brief.people.voices import Voice

NEAR = 0.5  # so much of what a sentence tells must stand in a piece of a paragraph to be held against it
MARGIN = 0.25  # by so much the piece must fit better than all that is the named speaker's own
ENOUGH = 0.9  # names of the case alone show nothing
_TELLING = ("tell", "inform", "brief", "explain", "notify")  # somebody is told: an event
_PRESS = re.compile(r"\s+(?:the\s+)?(?:reporters|journalists|press|media)\b")  # to tell these is to say so
_WHO = re.compile(r",\s+(?:who|which)\b[^,]*$")
_AS_SAID = re.compile(r",\s+as\s+(?:(?:the|a|an)\s+)?$")
_JOINED = r",\s+(?:and|but|yet|while|whereas)\s+(?:(?:afterwards?|then|later|thereupon|so|thereafter)\s+)?"
_TURNED = re.compile(
    _JOINED + r"(?:(?:by|in|on) (?:[\w-]+ ){1,4})?(?:(?:Mr\.?|Ms\.?|(?P<own>his|her|its))\s+)?$"
)
_CONTRAST = re.compile(r",?\s+(?:but|yet|while|whereas)\b")
_ITS_OWN = re.compile(r",\s+(?:and|but|yet|while|whereas)\s+(?:his|her|its|their)\s+(?=[a-z])")
_ASIDE_AND = re.compile(r"\s*(?=,\s+(?:and|but|while|whereas|yet)\s+(?!that\b))")
_ANOTHER = re.compile(r",\s+(?:and|but|while|whereas|yet)\s+(?!that\b|to\b|\w+ing\b)")
_AND_THAT = re.compile(r",?\s+and that\s+(?:is|was|has|had)\b")  # "…, and that was also an aim of theirs"
# "Marrak said that nobody must go, but engineers have begun to tell families": no "that", no "would".
_AGAINST_IT = re.compile(
    r",\s+(?:but|yet|whereas|although|though)\s+(?!(?:that|he|she|it|they|this|also|not|only|to|then|\w+ing)\b)"
    r"(?![^,;]*\b(?:would|could|should|might|may|must|had|will|can)\b)(?=[^,;]*\b(?:has|have|is|are|was|were|\w+ed|kept|began|took|went)\b)"
)
_HE_TURNED = re.compile(_JOINED + r"(?:he|she)\s+(?P<verb>\w+)")


@dataclass(frozen=True)
class Said:
    """One clause of a brief with its attributions, and the pieces of the paragraphs that it cites."""

    facts: Facts
    span: tuple[int, int]
    spoken: tuple[Voice, ...]
    inherited: tuple[Voice, ...]
    cited: tuple[Passage, ...]
    ground: Ground
    before: str

    @cached_property
    def tellings(self) -> list[Telling]:
        """The pieces of its paragraphs, each with whoever says so."""
        return [telling for passage in self.cited for telling in tellings(passage, self.ground)]

    @cached_property
    def _told(self) -> dict[tuple[int, int], Matter]:
        return {}

    def about(self, span: tuple[int, int]) -> Matter:
        """What a part of the sentence tells, whoever tells it left out."""
        if span not in self._told:
            self._told[span] = self._about(span)
        return self._told[span]

    def _about(self, span: tuple[int, int]) -> Matter:
        taken = [(v.start, v.end) for v in self.spoken]
        taken += [
            v.verb
            for v in self.spoken
            if stem(self.facts.text[slice(*v.verb)].lower()) not in listed("told_by_the_verb")
        ]
        return matter(self.facts, self.ground, [span], taken)


def best_of(about: Matter, pieces: Sequence[Telling]) -> tuple[float, list[Telling]]:
    """The pieces that some words fit best, and how well."""
    shares = [about.share(piece) for piece in pieces]
    best = max(shares, default=0.0)
    fitting = zip(pieces, shares, strict=True)
    return best, [piece for piece, share in fitting if share >= best - 0.1 and share > 0]


def speakers_of(pieces: Sequence[Telling]) -> frozenset[str]:
    """Return all those who say one of some pieces."""
    return frozenset().union(*(piece.speakers for piece in pieces))


def keeps_silent(voice: Voice, said: Said) -> bool:
    """ "The spokesman would not comment", "was not confirmed by the monitor": nothing is put into his
    mouth."""
    behind = voice.start >= voice.verb[1]  # "by the monitor"
    verb = stem(said.facts.text[slice(*voice.verb)].lower())
    if verb not in listed("silent") | listed("reactions"):
        return False
    begins, open_words = said.span[0] if behind else voice.end, said.facts.words
    for a, b in said.facts.quotations:
        open_words = [word for word in open_words if not a <= word.start < b]
    ahead = [word.low for word in open_words if begins <= word.start < voice.verb[0]][-2 - behind :]
    ahead_of_it = [w for w in open_words if w.end <= voice.verb[0]]
    nobody = any(
        w.low in ("neither", "nobody", "none") and not said.facts.text.startswith(" of whom", w.end)
        for w in ahead_of_it
    )  # but not in "engineers, none of whom …, said"
    close = [word.low for word in said.facts.words if word.start < voice.verb[0]][-1:]
    silent = close == ["without"] or any(low == "not" or low.endswith("n't") for low in ahead)
    return nobody or silent


def is_event(voice: Voice, said: Said) -> bool:
    """ "Officials had told families, the people said": that somebody was told is what the others say."""
    verb = stem(said.facts.text[slice(*voice.verb)].lower().removesuffix(" by"))
    if verb not in _TELLING or _PRESS.match(said.facts.text, voice.verb[1]):
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


def covered(voice: Voice, said: Said) -> tuple[int, int]:
    """Return what an attribution covers in a brief: a second speaker behind a comma begins something else.

    ", as the people said," covers the clause that it closes.
    """
    if aside := _AS_SAID.search(said.facts.text, said.span[0], voice.start):
        return said.facts.text.rfind(",", said.span[0], aside.start()) + 1 or said.span[0], aside.start()
    start, end = governed(said.facts, voice, said.span)
    if _WHO.match(said.facts.text, voice.end) and start < voice.end:
        return start, min(end, voice.end)  # "…, said X, who is …": what X is nobody says
    closes = max(voice.end, voice.verb[1])
    if start < voice.start and (aside := _ASIDE_AND.match(said.facts.text, closes)):
        end = min(end, aside.end())  # "they began, the officials said, and the ministry sent …"
    for other in said.spoken:
        if other.key != voice.key and voice.verb[1] < other.start < end:
            comma = said.facts.text.rfind(",", voice.verb[1], other.start)
            end = comma if comma > 0 else end
    ruled_out = stem(said.facts.text[slice(*voice.verb)].lower()) == "rule"  # "…, while the prosecutor …"
    rules = (_AND_THAT, _ITS_OWN, _AGAINST_IT, *([_ANOTHER] if ruled_out else []))
    stops = (rule.search(said.facts.text, voice.verb[1], end) for rule in rules)
    return start, min(end, _own_deed(voice, said, end), *(stop.start() for stop in stops if stop))


def _own_deed(voice: Voice, said: Said, end: int) -> int:
    """Where ", and Orrin ordered …" begins: another person acts, and nobody says that he does."""
    text, helpers = said.facts.text, listed("auxiliaries") | {"had", "has", "was"}
    if voice.id in said.ground.names.organisations:  # a board is no "he"
        pronoun = _HE_TURNED.search(text, voice.verb[1], end)
        if pronoun and pronoun["verb"].lower() not in helpers:
            return pronoun.start()
    for mention in said.facts.names:
        if mention.id == voice.id or not voice.verb[1] < mention.start < end:
            continue
        turned = _TURNED.search(text[voice.verb[1] : mention.start])
        turned = turned if turned and (mention.person or turned["own"]) else None  # ", yet his team …"
        follows = re.match(r"\s+(\w+)", text[mention.end :])
        apart = turned and _CONTRAST.match(turned[0])  # ", but by May Orrin had ordered"
        if turned and follows and (apart or follows[1].lower() not in helpers):
            return voice.verb[1] + turned.start()
    return end
