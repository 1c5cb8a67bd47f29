"""A clause of a brief with those who speak in it, and the pieces of the paragraphs that it cites."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from dateline.brief.facts import Facts
from dateline.brief.passages import Ground, Passage
from dateline.brief.tellings import (
    Matter,
    Telling,
    matter,
    tellings,
)
from dateline.brief.unnamed import listed
from dateline.brief.voices import Voice
from dateline.brief.wording import stem

NEAR = 0.5  # so much of what a sentence tells must stand in a piece of a paragraph to be held against it
MARGIN = 0.25  # by so much the piece must fit better than all that is the named speaker's own
ENOUGH = 0.9  # names of the case alone show nothing


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

    def about(self, span: tuple[int, int]) -> Matter:
        """What a part of the sentence tells, whoever tells it left out."""
        taken = [(v.start, v.end) for v in self.spoken]
        taken += [
            v.verb
            for v in self.spoken
            if stem(self.facts.text[slice(*v.verb)].lower()) not in listed("told_by_the_verb")
        ]
        return matter(self.facts, self.ground, [span], taken)


def best_of(about: Matter, pieces: Sequence[Telling]) -> tuple[float, list[Telling]]:
    """The pieces that some words fit best, and how well."""
    scored = [(about.share(piece), piece) for piece in pieces]
    best = max((share for share, _ in scored), default=0.0)
    return best, [piece for share, piece in scored if share >= best - 0.1 and share > 0]


def keeps_silent(voice: Voice, said: Said) -> bool:
    """ "The spokesman would not comment", "was not confirmed by the monitor": nothing is put into his
    mouth."""
    behind = voice.start >= voice.verb[1]  # "by the monitor"
    verb = stem(said.facts.text[slice(*voice.verb)].lower())
    if verb not in listed("silent") | listed("reactions"):
        return False
    begins = said.span[0] if behind else voice.end
    ahead = [word.low for word in said.facts.words if begins <= word.start < voice.verb[0]][-2 - behind :]
    open_words = [w for w in said.facts.words if not any(a <= w.start < b for a, b in said.facts.quotations)]
    nobody = any(w.low in ("neither", "nobody", "none") for w in open_words if w.end <= voice.verb[0])
    close = [word.low for word in said.facts.words if word.start < voice.verb[0]][-1:]
    silent = close == ["without"] or any(low == "not" or low.endswith("n't") for low in ahead)
    return nobody or silent
