"""What a paragraph has only ahead of it, told as over: "has taken it to court" for "plans to sue"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.brief.amounts.hedging import shares_numeral
from dateline.brief.ground.acts import acts, reader_of
from dateline.brief.ground.facts import Facts, ideas_within, is_quoted
from dateline.brief.ground.negation import has_negation
from dateline.brief.language.governors import cue_of
from dateline.brief.language.once import once
from dateline.brief.language.status import rank
from dateline.brief.language.verbs import is_participle, listed
from dateline.brief.language.wording import Word, has_phrase, is_light
from dateline.brief.people.saying import attributes, is_reporting
from dateline.findings import Finding, Place
from dateline.lexicon import load

if TYPE_CHECKING:
    from dateline.brief.ground.passages import Passage

Span = tuple[int, int]

_MOST = 0.6  # of the words of a sentence must be those of what is ahead
_FEW = 3  # words at least
_HOLDS = ("see", "regard", "view", "consider")  # "saw in it a shield": what somebody holds is no deed
_TENSED = ("is", "are", "was", "were", "has", "have", "had", "does", "do", "did")


def judge(facts: Facts, cited: Sequence[Passage]) -> list[Finding]:
    """Ask about a sentence that tells as over what the paragraph's own sentence on it has only ahead.

    Returns a finding "plan-as-outcome" as a question, or none.
    """
    verb = _over(facts)
    if verb is None or _looks_ahead(facts) or has_negation(facts):
        return []
    if has_phrase(facts.text, load("certainty")["tying"]):
        return []
    for passage in cited:
        for span in _ahead(passage.facts, passage.sentences):
            here = _shared(facts, passage, span)
            enough = here >= max(_FEW, _MOST * len(_told(facts)))
            if enough and not _told_as_well(facts, cited, passage, span, here):
                text = passage.text[slice(*span)]
                params = {"given": verb.text, "status": "done", "text_status": "planned", "text": text}
                place = Place(*passage.place, *span, text)
                return [Finding("plan-as-outcome", "review", params=params, place=place)]
    return []


def _over(facts: Facts) -> Word | None:
    """The first verb of a text that tells of something done: "faced", "has put up"."""
    done = {act.at for act in acts(facts) if not act.noun and act.status == "done"}
    for at, word in enumerate(facts.words):
        helped = is_participle(word) and bool(reader_of(facts).group(at).have)
        holds = attributes(facts, at) or word.stem in _HOLDS
        if (at in done or helped) and not holds and not is_quoted(facts, word.start):
            return word
    return None


def _looks_ahead(facts: Facts) -> bool:
    """Tell whether a text itself speaks of anything that is only possible, wanted or planned."""
    rungs = [act.status for act in acts(facts)]
    rungs += [cue_of(word) for at, word in enumerate(facts.words) if not _is_bound(facts, at)]
    return any(0 <= rank(rung) <= rank("ordered") for rung in rungs)


def _is_bound(facts: Facts, at: int) -> bool:
    """ "Put questions", "the time": these look ahead only with a "to" behind them."""
    behind = facts.words[at + 1 : at + 2]
    return facts.words[at].stem in listed("before_to_only") and [word.low for word in behind] != ["to"]


@once
def _ahead(facts: Facts, sentences: tuple[Span, ...]) -> list[Span]:
    """The sentences in which nothing has happened yet: "The city plans 1,800 homes there, 300 by May." """
    return [span for span in sentences if _is_ahead(facts, span)]


def _is_ahead(facts: Facts, span: Span) -> bool:
    told = [act for act in acts(facts) if span[0] <= facts.words[act.at].start < span[1]]
    told = [act for act in told if not is_reporting(facts, act.at)]
    planned = [act for act in told if rank("wanted") <= rank(act.status) <= rank("ordered")]
    verbs = [act for act in told if not act.noun and act not in planned]
    if not planned or verbs:
        return False
    return not any(_has_tense(facts, at, span) for at in range(len(facts.words)))


def _has_tense(facts: Facts, at: int, span: Span) -> bool:
    """ "Was", "has", but not in "is to", "is due": something is so or has happened; so with what the plan
    "follows"."""
    word = facts.words[at]
    if not span[0] <= word.start < span[1] or word.stem in listed("orders_in_time"):
        return span[0] <= word.start < span[1]
    if word.low not in _TENSED:
        return False
    behind = facts.words[at + 1 : at + 3]
    aims = any(0 <= rank(cue_of(w)) <= rank("ordered") for w in behind)
    return not (aims or any(w.low == "to" for w in behind[:1]))


def _told(facts: Facts) -> list[frozenset[str]]:
    """The ideas of each word that tells more than who speaks."""
    people = [(m.start, m.end) for m in facts.names if m.person]
    return [
        ideas
        for at, (word, ideas) in enumerate(zip(facts.words, facts.ideas, strict=True))
        if ideas
        and not (is_light(word) or attributes(facts, at) or any(a <= word.start < b for a, b in people))
    ]


def _shared(facts: Facts, passage: Passage, span: Span) -> int:
    """Count the words, people, figures and dates that a sentence shares with one of a paragraph."""
    there = ideas_within(passage.facts, span)
    figures = [c.figure for c in passage.facts.figures if span[0] <= c.figure.start < span[1]]
    dates = {date.edtf for date in passage.facts.dates if span[0] <= date.start < span[1]}
    people = {m.id for m in passage.facts.names if m.person and span[0] <= m.start < span[1]}
    return (
        sum(not ideas.isdisjoint(there) for ideas in _told(facts))
        + len(people & {m.id for m in facts.names})
        + sum(any(shares_numeral(c.figure, each) for each in figures) for c in facts.figures)
        + sum(date.edtf in dates for date in facts.dates)
    )


def _told_as_well(facts: Facts, cited: Sequence[Passage], passage: Passage, span: Span, here: int) -> bool:
    """Tell whether another cited sentence tells nearly as much of the same."""
    others = ((p, s) for p in cited for s in p.sentences if (p, s) != (passage, span))
    return any(_shared(facts, p, s) >= here - 1 and s not in _ahead(p.facts, p.sentences) for p, s in others)
