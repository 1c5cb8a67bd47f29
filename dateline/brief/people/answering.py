"""Denials of what another said: "Two had left, he said. The company denied this." """

from __future__ import annotations

from collections.abc import Sequence

from dateline.brief.ground.facts import Facts
from dateline.brief.language.verbs import answers
from dateline.brief.language.wording import stem
from dateline.brief.people.claimants import own_of
from dateline.brief.people.said import Said, best_of
from dateline.brief.people.tellings import Telling
from dateline.brief.people.unnamed import listed
from dateline.brief.people.voices import Voice
from dateline.findings import Finding


def judge(said: Said) -> list[Finding]:
    """Find a denial that the brief gives to one speaker and the paragraph to another."""
    for voice in _denying(said):
        _, pieces = best_of(said.about(said.span), said.tellings)
        answered = _answered(said, pieces)
        if answered and not own_of(voice, answered, said.ground):
            shown = said.facts.text[voice.start : voice.end]
            return [Finding("speaker-swapped", possible=1, params={"given": shown}, place=answered[0].place)]
    return []


def _denying(said: Said) -> list[Voice]:
    return [voice for voice in said.spoken if _is_denial(said.facts, voice)]


def _is_denial(facts: Facts, voice: Voice) -> bool:
    """ "Denied that", "rejected the claim that", "called it untrue that"."""
    verb = stem(facts.text[slice(*voice.verb)].lower())
    behind = [word.low for word in facts.words if word.start >= voice.verb[1]][:3]
    return verb in listed("denying") or bool({"untrue", "false", "wrong"} & set(behind))


def _answered(said: Said, pieces: Sequence[Telling]) -> list[Telling]:
    """Return what a denial in the sentence of a piece, or in the next one, says in the paragraph."""
    found: list[Telling] = []
    for piece in pieces:
        told = piece.passage
        near = [span for span in told.sentences if piece.span[0] < span[1]][:2]
        for start, end in (span for span in near if answers(told.facts.words, span)):
            found += [p for p in said.tellings if p.passage is told and start <= p.span[0] < end]
    return found
