"""Plans told as outcomes in another verb: "were already in Iraq" for "would be sent to Iraq"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.brief.acts import Act, reader_of
from dateline.brief.facts import Facts
from dateline.brief.status import rank
from dateline.brief.verbs import Reader, is_participle, listed
from dateline.brief.wording import is_light
from dateline.findings import Finding, Place
from dateline.lexicon import load

if TYPE_CHECKING:
    from dateline.brief.passages import Passage

_PLACES = ("in", "at", "inside", "back", "out", "there", "home")


def judge(facts: Facts, mine: Sequence[Act], cited: Sequence[Passage]) -> list[Finding]:
    """Name a verb of outcome whose object or place the paragraphs have only in a plan.

    Returns a finding "plan-as-outcome", or none.
    """
    reader = reader_of(facts)
    intended = {act.at for act in mine if act.noun and 0 <= rank(act.status) <= rank("ordered")}
    for at in _outcomes(facts, mine, reader):
        objects = [here for here in _objects(facts, reader, at) if here not in intended]
        seen = [pair for passage in cited for pair in _holders(passage, facts, objects)]
        planned = [
            (passage, act) for passage, act in seen if act and 0 <= rank(act.status) <= rank("ordered")
        ]
        if planned and len(planned) == len(seen):
            return [_outcome(facts, at, *planned[0])]
    return []


def _outcome(facts: Facts, at: int, passage: Passage, act: Act) -> Finding:
    word, other = facts.words[at], passage.facts.words[act.at]
    params = {"given": word.text, "status": "done", "text_status": act.status, "text": other.text}
    place = Place(*passage.place, other.start, other.end, other.text)
    return Finding("plan-as-outcome", possible=1, params=params, place=place)


def _outcomes(facts: Facts, mine: Sequence[Act], reader: Reader) -> list[int]:
    """Verbs that say that something has been achieved, and "were" before a place."""
    groups = frozenset(f"/{name}" for name in load("certainty")["outcome_groups"])
    found = [
        act.at
        for act in mine
        if act.status in ("done", "under way")
        and not (act.noun or act.negated)
        and (act.ideas & groups or facts.words[act.at].stem in listed("outcome_verbs"))
    ]
    return found + [at for at, word in enumerate(facts.words) if _is_there(reader, at, word.low)]


def _is_there(reader: Reader, at: int, low: str) -> bool:
    if low not in ("was", "were", "is", "are", "been"):
        return False
    group = reader.group(at)
    apart = at + 1 < len(reader.words) and reader.words[at + 1].start - reader.words[at].end > 1
    if group.modal or group.negations or apart or reader.low(at + 1) == "to":
        return False  # "are to remain in …" is a plan
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
