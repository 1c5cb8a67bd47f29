"""Denials that no verb of action carries: "no deaths", "has not been published", "does not accept that"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from dateline.brief.ground.facts import Facts, is_quoted, telling_between
from dateline.brief.ground.negation import denies_more, negates, nots, tells_of
from dateline.brief.ground.sureness import as_question
from dateline.brief.language.cued import Cued
from dateline.brief.language.once import once
from dateline.brief.language.verbs import is_participle, is_past, listed
from dateline.brief.language.wording import Word, ideas, is_light
from dateline.brief.people.saying import attributes, sentences_of
from dateline.findings import Finding, Place
from dateline.lexicon import load

if TYPE_CHECKING:
    from dateline.brief.ground.passages import Passage

_MOST = 0.75  # of what a text denies or will not say must be in the sentence
_ENOUGH = 3  # words must be told again where no particle shows that the verb is the same
_BLAND = frozenset(("have", "be", "give", "make", "take", "get", "do", "say"))  # they may tell of anything
_WEIGHED = 5  # words ahead of a "not" that are set against what stands behind it
_SHORT = 4  # words between a verb and its object
_NOT_THE = Cued(r",\s+not\s+(?:the\s+)?(?:\w+\s+)?\w+,", cues="not")
_AND_NOT = Cued(  # what holds, and what does not
    r"(?P<yes>[^.;:“”\"]+?),?\s(?:and not|but not|rather than|instead of|not)\s(?P<no>[^.,;:“”\"]+)",
    cues="not |rather than|instead of",
)
_NOT_BUT = Cued(
    r"\bnot\s(?!only\b|just\b|merely\b)(?P<no>[^.,;:“”\"]+?),?\s(?:but|rather)\s(?P<yes>[^.;:“”\"]+)",
    cues="not ",
)
_HELPERS = ("be", "have", "do")
_RANKS = frozenset(("first", "second", "third", "last", "other", "next", "same", "both"))
_SMALL = frozenset(("a", "an", "the", "any", "more", "new", "other", "further", "single"))


def judge(facts: Facts, cited: Sequence[Passage]) -> list[Finding]:
    """Name a denial of the source that a sentence without any negation has lost, or one that it puts in.

    >>> from dateline import open_case
    >>> from dateline.brief import check_one
    >>> case = open_case("tolvane-dam")
    >>> check_one("The ministry has ruled out that people there must leave [@S1, para. 10].", case).keys
    ['negation-lost']
    """
    if found := _put_in(facts, cited) or _answered(facts, cited) or _exchanged(facts, cited):
        return [found]
    if denies_more(facts, cited):
        return []
    for passage in cited:
        for rule in (_none, _none_made, _no_object, _passive, _unheld, _the_other, _unproved):
            if (at := rule(facts, passage)) is not None:
                return [_finding("negation-lost", facts.words[at[0]], passage, at[1])]
    return [as_question(found) for found in _found_after_all(facts, cited)]


def _finding(key: str, mine: Word, passage: Passage, at: int) -> Finding:
    word = passage.facts.words[at]
    place = Place(*passage.place, word.start, word.end, word.text)
    return Finding(key, possible=1, params={"given": mine.text, "text": word.text}, place=place)


@once
def _stems(facts: Facts) -> dict[str, int]:
    """Where each plain form stands last outside quotations."""
    return {facts.words[at].stem: at for at in _stated(facts)}


@once
def _stated(facts: Facts) -> Sequence[int]:
    """The words outside quotations."""
    quoted = facts.quotations
    if not quoted:
        return range(len(facts.words))
    return [at for at, word in enumerate(facts.words) if not any(a <= word.start < b for a, b in quoted)]


def _is_helper(word: Word) -> bool:
    return any(word.low in listed(name) for name in _HELPERS)


def _tells(facts: Facts, at: int) -> bool:
    named = any(m.start <= facts.words[at].start < m.end for m in facts.names)
    return not (named or is_light(facts.words[at]) or attributes(facts, at))


def _part(facts: Facts, at: int, stop: Sequence[str] = ()) -> list[int]:
    """The words behind a place up to the end of their clause and sentence, or to one of some words."""
    word = facts.words[at]
    end = next(b for a, b in sentences_of(facts.text) if word.start < b)
    found: list[int] = []
    for here in range(at + 1, len(facts.words)):
        other = facts.words[here]
        if other.clause != word.clause or other.start >= end or other.low in stop:
            break
        found.append(here)
    return found


def _none(facts: Facts, passage: Passage) -> tuple[int, int] | None:
    """ "Deaths have been reported" where the text has "no deaths have been reported" and no others."""
    if "no" not in passage.places:
        return None
    told, own = passage.facts.words, _stems(facts)
    for at in _stated(passage.facts):
        if told[at].low != "no":
            continue
        behind = _part(passage.facts, at)
        noun = next((n for n in behind[:3] if told[n].low not in _SMALL), None)
        if noun is None or told[noun].stem not in own or is_light(told[noun]):
            continue
        verb = next((n for n in behind if n > noun and not _is_helper(told[n])), None)
        helped = any(_is_helper(told[n]) for n in behind if noun < n < (verb or noun))
        again = sum(word.stem == told[noun].stem for word in told)
        if verb is not None and helped and again == 1 and told[verb].stem in own:
            return own[told[noun].stem], at
    return None


def _none_made(facts: Facts, passage: Passage) -> tuple[int, int] | None:
    """ "Made a finding about the first pump" where the text has "made no finding about the first pump"."""
    if "no" not in passage.places:
        return None
    told, own = passage.facts.words, _stems(facts)
    mine = facts.every_idea.union(own)
    for at in passage.places["no"]:
        verb = told[at - 1] if at else None
        behind = [told[n] for n in _part(passage.facts, at) if told[n].low not in _SMALL]
        if verb is None or not (is_past(verb) or is_participle(verb)) or len(behind) < 2:
            continue
        noun, rest = behind[0], behind[1:]
        weighty = [word for word in rest if not is_light(word) or word.low in _RANKS]
        alike = all(word.stem in own or not ideas(word.stem).isdisjoint(mine) for word in weighty)
        if weighty and alike and noun.stem in own and {verb.stem, "be"} & own.keys():
            return own[noun.stem], at
    return None


@once
def _objects(facts: Facts) -> list[tuple[int, int, list[int]]]:
    """Each verb behind which something is denied, its "no", and the words of what is denied: "had known of
    no such orders"."""
    told, found = facts.words, []
    for at in (n for n, word in enumerate(told) if word.low == "no"):
        verb = at - 2 if at > 1 and told[at - 1].low in listed("prepositions") else at - 1
        if verb < 0 or not (is_past(told[verb]) or is_participle(told[verb])):
            continue
        if told[at + 1 : at + 2] and told[at + 1].low == "longer":
            continue
        behind = _part(facts, at, (*listed("prepositions"), "that", "and", "or"))
        end = next((n for n in behind if facts.text[told[n].end : told[n].end + 1] != " "), len(told))
        phrase = [n for n in behind if n <= end and told[n].low not in _SMALL]
        if phrase and phrase[-1] - at <= _SHORT:
            found.append((verb, at, phrase))
    return found


def _no_object(facts: Facts, passage: Passage) -> tuple[int, int] | None:
    """ "He had known of the orders" where the text has only that "he had known of no such orders"."""
    told = passage.facts.words
    objects = _objects(passage.facts)
    own = {facts.words[at].stem: at for at in reversed(_stated(facts))} if objects else {}
    for verb, at, phrase in objects:
        if told[verb].stem in _BLAND or tells_of(told[verb], passage.facts) > 1:
            continue
        mine = own.get(told[verb].stem, -1), own.get(told[phrase[-1]].stem, -1)
        if 0 <= mine[0] < mine[1] <= mine[0] + _SHORT:
            return mine[1], at
    return None


@once
def _nots(facts: Facts) -> list[int]:
    """Each "not" and its like outside quotations."""
    return [at for at in nots(facts) if not is_quoted(facts, facts.words[at].start)]


def _passive(facts: Facts, passage: Passage) -> tuple[int, int] | None:
    """ "Has been published" where the text has only "has not been published"."""
    if not _nots(passage.facts):
        return None
    told, mine = passage.facts.words, facts.words
    own = {mine[at].stem: at for at in _stated(facts) if at and mine[at - 1].low in listed("be")}
    for at in _nots(passage.facts):
        verb = next(
            (n for n in _part(passage.facts, at)[:4] if not _is_helper(told[n]) and told[n].low != "yet"),
            None,
        )
        if verb is None or told[verb].stem not in own or told[verb - 1].low not in listed("be"):
            continue
        past = is_past(told[verb]) or is_participle(told[verb])
        if past and tells_of(told[verb], passage.facts) == 1:
            return own[told[verb].stem], at
    return None


def _unheld(facts: Facts, passage: Passage) -> tuple[int, int] | None:
    """ "The mine is exhausted" where the text has "does not accept that the mine is exhausted"."""
    told = passage.facts.words
    for at, held in _not_held(passage.facts):
        own = _stated(facts)
        mine = frozenset().union(*(facts.ideas[n] | {facts.words[n].low} for n in own))
        alike = [n for n in held if (passage.facts.ideas[n] | {told[n].low}) & mine]
        content = [n for n in held if not is_light(told[n])]
        if len(held) > 2 and len(alike) >= _MOST * len(held) and content and set(content) <= set(alike):
            return own[0], at - 1
    return None


def _found_after_all(facts: Facts, cited: Sequence[Passage]) -> list[Finding]:
    """ "Found that it was against the law" for "did not find that the law had been broken", where the text
    speaks of the law nowhere else."""
    mine = next((at for at in _stated(facts)[1:] if facts.words[at].low == "that"), None)
    if mine is None or facts.words[mine - 1].stem not in listed("holding"):
        return []
    for passage in cited:
        told, there = passage.facts.words, passage.facts.ideas
        for at, held in _not_held(passage.facts):
            rest = frozenset().union(*(there[n] for n in range(len(told)) if n not in held))
            only = [n for n in held if not is_light(told[n]) and there[n].isdisjoint(rest)]
            alike = [n for n in only if not there[n].isdisjoint(facts.every_idea)]
            if alike and 2 * len(alike) >= len(only):
                return [_finding("negation-lost", facts.words[mine - 1], passage, at - 1)]
    return []


@once
def _not_held(facts: Facts) -> list[tuple[int, list[int]]]:
    """Each "that" behind which stands what somebody does not hold, with the words of it."""
    told, found = facts.words, []
    for at in _stated(facts):
        if told[at].low != "that" or at < 2 or told[at - 1].stem not in listed("holding"):
            continue
        ahead = [word for word in told[max(0, at - 4) : at - 1] if word.clause == told[at - 1].clause]
        if any(map(negates, ahead)) and not any(word.low == "and" for word in ahead):
            found.append((at, _part(facts, at)))  # not "the company denied this and said that …"
    return found


def _exchanged(facts: Facts, cited: Sequence[Passage]) -> Finding | None:
    """ "It counts people rather than beds" where the text has "a count of beds, not of people"."""
    for yes, no in _contrasted(facts):
        for passage in cited:
            for holds, fails in _contrasted(passage.facts):
                mine, theirs = _apart(facts, yes, no), _apart(passage.facts, holds, fails)
                turned = _meets(mine[0], theirs[1]) and _meets(mine[1], theirs[0])
                word = next(w for w in facts.words if w.start >= yes[0])
                asks = word.low in load("asking")["opens"]  # "what comes has not been said"
                if turned and not asks and not (_meets(mine[0], theirs[0]) or _meets(mine[1], theirs[1])):
                    first = next(n for n, w in enumerate(passage.facts.words) if w.start >= fails[0])
                    return _finding("negation-lost", word, passage, first)
    return None


@once
def _contrasted(facts: Facts) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Where a text sets what holds against what does not: "beds, not people", "not people but beds"."""
    found = [*_NOT_BUT.finditer(facts.text)] or [*_AND_NOT.finditer(facts.text)]
    return [(match.span("yes"), match.span("no")) for match in found]


def _apart(
    facts: Facts, yes: tuple[int, int], no: tuple[int, int]
) -> tuple[list[frozenset[str]], list[frozenset[str]]]:
    """The ideas of the words on the two sides, near the "not", that the other side has not."""
    sides = [[i for i in telling_between(facts, span) if i] for span in (yes, no)]
    sides[0] = sides[0][-_WEIGHED:]
    every = [frozenset().union(*side) for side in sides]
    return tuple([i for i in sides[n] if i.isdisjoint(every[1 - n])] for n in (0, 1))


def _meets(one: Sequence[frozenset[str]], other: Sequence[frozenset[str]]) -> bool:
    there = frozenset().union(*other)
    return any(not ideas.isdisjoint(there) for ideas in one)


def _the_other(facts: Facts, passage: Passage) -> tuple[int, int] | None:
    """ "The owners will pay" where the text has "the town, not the owners, will pay"."""
    told, own = passage.facts.words, _stems(facts)
    for match in _set_against(passage.facts):
        inside = [at for at, word in enumerate(told) if match.start() < word.start < match.end()]
        ahead = next((at for at in range(inside[0] - 1, -1, -1) if not is_light(told[at])), None)
        other = told[inside[-1]]
        if ahead is None or is_light(other) or other.stem not in own or told[ahead].stem in own:
            continue
        if sum(word.stem == other.stem for word in told) == 1:
            return own[other.stem], inside[0]
    return None


@once
def _set_against(facts: Facts) -> list[re.Match[str]]:
    return list(_NOT_THE.finditer(facts.text))


def _unproved(facts: Facts, passage: Passage) -> tuple[int, int] | None:
    """ "The vaccine made them ill" where the text has "there is no proof that the vaccine made them ill"."""
    told, unproved = passage.facts.words, _without_proof(passage.facts)
    if not unproved or any(word.stem in listed("proofs") for word in facts.words):
        return None  # the brief itself speaks of proof
    for at, held in unproved:
        mine = frozenset().union(
            *(ideas | {word.low} for word, ideas in zip(facts.words, facts.wide, strict=True))
        )
        alike = [n for n in held if (passage.facts.ideas[n] | {told[n].low}) & mine]
        if len(held) > 1 and len(alike) == len(held) and facts.words:
            return 0, at - 1
    return None


@once
def _without_proof(facts: Facts) -> list[tuple[int, list[int]]]:
    """Each "that" behind which stands what there is no proof of, with the words of it that tell something."""
    told, found = facts.words, []
    for at in (n for n, word in enumerate(told) if word.low == "that"):
        ahead = [word for word in told[max(0, at - 6) : at] if word.clause == told[at].clause]
        proof = any(word.stem in listed("proofs") for word in ahead)
        if proof and any(word.low in ("no", "not", "without") for word in ahead):
            found.append((at, [n for n in _part(facts, at) if not is_light(told[n])]))
    return found


def _put_in(facts: Facts, cited: Sequence[Passage]) -> Finding | None:
    """ "Would not put off" where the text has "have put off" in a sentence that denies nothing."""
    mine = facts.words
    for at in _nots(facts):
        if mine[at].low not in ("not", "never") and not mine[at].low.endswith("n't"):
            continue
        verb = next((n for n in _part(facts, at)[:4] if not _is_helper(mine[n])), None)
        behind = mine[verb + 1].low if verb is not None and verb + 1 < len(mine) else ""
        if verb is None or not (mine[verb].stem in listed("light_acts") or behind in listed("particles")):
            continue
        places = [n for n in _stated(facts) if _tells(facts, n)]
        for passage in cited:
            if (there := _same_verb(facts, verb, places, passage)) is not None:
                return _finding("negation-added", mine[at], passage, there)
    return None


def _answered(facts: Facts, cited: Sequence[Passage]) -> Finding | None:
    """ "The ministry has refused it" where the text has "the ministry has not answered"."""
    if facts.forms.isdisjoint(_answers()):
        return None
    mine = [at for at in _stated(facts) if at and _gives_answer(facts.words, at)]
    for passage in cited if mine else ():
        for silent in _nots(passage.facts):
            who = _meant(passage, silent) if _is_unanswered(passage.facts.words, silent) else frozenset()
            at = next((n for n in mine if _subject(facts.words, n) in who), None)
            if at is not None:
                return _finding("absence-as-denial", facts.words[at], passage, silent)
    return None


@cache
def _answers() -> frozenset[str]:
    """The words that give an answer, some of them only before another."""
    return listed("given_answers") | {"turned", "said"}


def _gives_answer(words: Sequence[Word], at: int) -> bool:
    """ "Has refused it", "turned it down", "said yes": not "refused to comment", nor what is denied."""
    if words[at].low not in _answers():
        return False
    behind = [word.low for word in words[at + 1 : at + 4]]
    answer = words[at].low in listed("given_answers") and behind[:1] != ["to"]
    answer = answer or (words[at].low == "turned" and "down" in behind[:2])
    answer = answer or (words[at].low == "said" and behind[:1] in (["yes"], ["no"]) and behind[1:2] == ["to"])
    return answer and not any(negates(word) for word in words[max(0, at - 3) : at])


def _is_unanswered(words: Sequence[Word], at: int) -> bool:
    """ "Has not yet replied", "has neither granted nor refused" at their "not" and "neither"."""
    verb = next((word.low for word in words[at + 1 : at + 3] if word.low != "yet"), "")
    nor = words[at].low == "neither" and any(word.low == "nor" for word in words[at + 2 : at + 4])
    return verb in ("answered", "replied", "responded") or (nor and verb in listed("given_answers"))


def _meant(passage: Passage, at: int) -> frozenset[str]:
    """Whoever has not answered: the word ahead, or any of the sentence before that "it" may mean."""
    told, who = passage.facts.words, _subject(passage.facts.words, at)
    start = next(a for a, b in passage.sentences if told[at].start < b)
    if who in ("and", "but", "yet"):  # "Lind has been asked but has not replied"
        return frozenset(w.stem for w in told[:at] if start <= w.start and not w.light)
    if who not in ("it", "they", "he", "she"):
        return frozenset({who}) - {""}
    before = max((a for a, _ in passage.sentences if a < start), default=start)
    return frozenset(w.stem for w in told[:at] if before <= w.start and not w.light) | {who}


def _subject(words: Sequence[Word], at: int) -> str:
    """The word ahead of a verb and its helpers."""
    ahead = (word for word in reversed(words[:at]) if not (_is_helper(word) or word.low.endswith("ly")))
    return next((word.stem for word in ahead if word.clause == words[at].clause), "")


def _same_verb(facts: Facts, verb: int, places: Sequence[int], passage: Passage) -> int | None:
    """Where a sentence of a paragraph has a light verb with its particle, denies nothing and tells the
    same."""
    if facts.figures:
        return None  # "1,500 have not gone home": the text may tell of others
    told, word = passage.facts.words, facts.words[verb]
    particle = facts.words[verb + 1].low if verb + 1 < len(facts.words) else ""
    for start, end in passage.sentences:
        inside = [at for at, other in enumerate(told) if start <= other.start < end]
        there = next((at for at in inside if told[at].stem == word.stem), None)
        if there is None or any(negates(told[at]) for at in inside):
            continue
        ideas = frozenset().union(*(passage.facts.ideas[at] for at in inside))
        alike = sum(bool(facts.ideas[at] & ideas) for at in places)
        behind = told[there + 1].low if there + 1 < len(told) else ""
        enough = 1 if particle in listed("particles") else _ENOUGH
        if particle == behind and len(places) >= enough and alike >= _MOST * len(places):
            return there
    return None
