"""Plans told as outcomes in another verb: "were already in Iraq" for "would be sent to Iraq"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from dateline.brief.ground.acts import Act, reader_of, same_act
from dateline.brief.ground.facts import Facts
from dateline.brief.language.governors import cue_of, modifies
from dateline.brief.language.status import rank
from dateline.brief.language.verbs import Reader, is_ing, is_participle, listed
from dateline.brief.language.wording import Word, is_light
from dateline.findings import Finding, Place
from dateline.lexicon import load

if TYPE_CHECKING:
    from dateline.brief.ground.passages import Passage

_HELPERS = ("be", "have", "do", "get")
_WERE = frozenset(("was", "were", "is", "are", "been"))
_PLACES = ("in", "at", "inside", "back", "out", "there", "home")


def judge(
    facts: Facts, mine: Sequence[Act], theirs: Sequence[tuple[Passage, Act]], cited: Sequence[Passage]
) -> list[Finding]:
    """Name a verb of outcome whose object or place the paragraphs have only in a plan; acts that they tell in
    kindred words are left to other rules.

    Returns a finding "plan-as-outcome", or none.
    """
    if found := _light(facts, cited):
        return [found]
    reader = reader_of(facts)
    for at in _outcomes(facts, mine, theirs, reader):
        objects = _objects(facts, reader, at)
        nouns = [act for act in mine if act.at in objects and act.noun and not _is_matched(act, theirs)]
        intended = {act.at for act in nouns if 0 <= rank(act.status) <= rank("ordered")}
        objects = [here for here in objects if here not in intended]
        seen = [pair for passage in cited for pair in _holders(passage, facts, objects)]
        planned = [
            (passage, act) for passage, act in seen if act and 0 <= rank(act.status) <= rank("ordered")
        ]
        if planned and len(planned) == len(seen):
            return [_outcome(facts, at, *planned[0])]
    return []


def _light(facts: Facts, cited: Sequence[Passage]) -> Finding | None:
    """ "Used part of the metal" for "plans to use part of the metal": verbs too common to be acts."""
    for passage in cited:
        told = passage.facts.words
        for at in passage.places.get("to", ()):
            verb = told[at + 1] if 1 < at + 1 < len(told) else None
            if verb is None or not is_light(verb) or verb.low in _HELPERS or not _is_plan(told[at - 1]):
                continue
            place = Place(*passage.place, verb.start, verb.end, verb.text)
            for here in _pasts(facts, verb.low):
                if _same_object(facts, here, passage.facts, at + 1):
                    given = {"given": facts.words[here].text, "text": verb.text}
                    params = {**given, "status": "done", "text_status": cue_of(told[at - 1])}
                    return Finding("plan-as-outcome", possible=1, params=params, place=place)
    return None


def _is_plan(word: Word) -> bool:
    return 0 <= rank(cue_of(word)) <= rank("ordered")


def _pasts(facts: Facts, low: str) -> list[int]:
    """Where a text has a verb in the past, or as done: "used", "has been made"."""
    reader, forms = reader_of(facts), {low + "d", low + "ed"}
    found = [
        at
        for at, word in enumerate(facts.words)
        if word.low in forms or (word.stem == low and word.low != low and is_participle(word))
    ]
    groups = [(at, reader.group(at)) for at in found]
    return [at for at, g in groups if not (g.modal or g.to or g.negations or g.be == "be")]


def _same_object(facts: Facts, at: int, theirs: Facts, there: int) -> bool:
    """Tell whether the same two things stand behind two verbs, or round a passive one."""
    passive = bool(reader_of(facts).group(at).be)
    mine = frozenset().union(*(facts.ideas[n] for n in range(0 if passive else at + 1, len(facts.words))))
    behind = range(there + 1, min(there + 9, len(theirs.words)))
    behind = [n for n in behind if theirs.words[n].clause == theirs.words[there].clause]
    told = [theirs.ideas[n] for n in behind if not is_light(theirs.words[n])][:2]
    return len(told) == 2 and all(not mine.isdisjoint(ideas) for ideas in told)


def _outcome(facts: Facts, at: int, passage: Passage, act: Act) -> Finding:
    word, other = facts.words[at], passage.facts.words[act.at]
    params = {"given": word.text, "status": "done", "text_status": act.status, "text": other.text}
    place = Place(*passage.place, other.start, other.end, other.text)
    return Finding("plan-as-outcome", possible=1, params=params, place=place)


def _is_matched(act: Act, theirs: Sequence[tuple[Passage, Act]]) -> bool:
    """Tell whether some paragraph tells an act in kindred words; a noun only where it is the same word."""
    return any(
        same_act(act, other) and (not other.noun or not act.plain.isdisjoint(other.ideas))
        for _, other in theirs
    )


@cache
def _groups() -> frozenset[str]:
    return frozenset(f"/{name}" for name in load("certainty")["outcome_groups"])


def _outcomes(
    facts: Facts, mine: Sequence[Act], theirs: Sequence[tuple[Passage, Act]], reader: Reader
) -> list[int]:
    """Verbs that say that something has been achieved, and "were" before a place."""
    found = [
        act.at
        for act in mine
        if (facts.words[act.at].stem in listed("outcome_verbs") or not act.ideas.isdisjoint(_groups()))
        and not act.noun
        and act.status in ("done", "under way")
        and not (act.negated or _tells_which(facts, act, reader) or _is_matched(act, theirs))
    ]
    if facts.forms.isdisjoint(_WERE):
        return found
    return found + [at for at, word in enumerate(facts.words) if word.low in _WERE and _is_there(reader, at)]


def _tells_which(facts: Facts, act: Act, reader: Reader) -> bool:
    """ "The troops entering Iraq", "an agreement which was concluded": what is meant, and not how far it has
    got."""
    group = reader.group(act.at)
    which = reader.low(reader.back(group.first)) == "which" and bool(group.be)
    return which or (is_ing(facts.words[act.at]) and modifies(reader, group))


def _is_there(reader: Reader, at: int) -> bool:
    group = reader.group(at)
    apart = at + 1 < len(reader.words) and reader.words[at + 1].start - reader.words[at].end > 1
    if group.modal or group.negations or apart or reader.low(at + 1) in ("to", "still", "once"):
        return False  # "are to remain in …" is a plan, "were still in the town" no outcome
    behind = next((here for here in reader.behind(at, 5) if not reader.skips(here)), -1)
    if behind < 0 or reader.low(behind) not in _PLACES:
        return False
    place = reader.behind(behind, 3)  # "in the barracks", "in western Iraq"; "in conflict" is no place
    return bool(place) and (
        reader.low(place[0]) in listed("determiners") - {"a", "an", "any", "every", "each", "some"}
        or any(reader.words[here].is_name for here in place[:2])
    )


def _objects(facts: Facts, reader: Reader, at: int) -> list[int]:
    """The content words behind a verb; for the passive also those before it."""
    found = []
    for here in reader.behind(at, 8):
        if "," in facts.text[facts.words[here - 1].end : facts.words[here].start]:
            break  # what follows is said of something else: ", Esper said"
        if not is_light(facts.words[here]):
            found.append(here)
    if reader.group(at).be and is_participle(facts.words[at]):
        found += [here for here in reader.before(at, 8) if not is_light(facts.words[here])]
    return [at for at in found if facts.words[at].low.isalpha()]


def _holders(passage: Passage, facts: Facts, objects: Sequence[int]) -> list[tuple[Passage, Act | None]]:
    """The verbs that govern the same words in a paragraph; None where a word stands free."""
    reader = reader_of(passage.facts)
    found = []
    for at, ideas in enumerate(passage.facts.ideas):
        if any(_kin(facts.ideas[mine], ideas) for mine in objects):
            found.append((passage, _holder(passage, reader, at)))
    return found


def _kin(one: frozenset[str], other: frozenset[str]) -> bool:
    return any(not idea.startswith("/") for idea in one & other)


def _holder(passage: Passage, reader: Reader, at: int) -> Act | None:
    """The nearest verb before a word in its clause, else the first one behind it."""
    own = next((act for act in passage.acts if act.at == at and act.noun and act.status), None)
    if own is not None:
        return own
    verbs = [act for act in passage.acts if not act.noun and act.at != at and reader.together(act.at, at)]
    before = [act for act in verbs if act.at < at]
    return before[-1] if before else (verbs[0] if verbs else None)
