"""How far a thing has got: possible, planned, ordered, under way or done; and whether it is denied."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from dateline.brief.facts import Facts
from dateline.brief.wording import Word, is_light
from dateline.findings import Finding, Place
from dateline.lexicon import load

if TYPE_CHECKING:
    from dateline.brief.passages import Passage


@dataclass(frozen=True, slots=True)
class Act:
    """A verb or noun of action in a text: its ideas, how far it has got ("" when the text does not tell),
    denied or not."""

    at: int
    ideas: frozenset[str]
    status: str
    negated: bool
    noun: bool = False


_DETERMINERS = (
    "the",
    "a",
    "an",
    "this",
    "that",
    "his",
    "her",
    "its",
    "their",
    "no",
    "any",
    "all",
    "of",
    "for",
    "in",
    "from",
    "by",
    "new",
    "us",
)


@cache
def _cue_of() -> dict[str, str]:
    return {stem: status for status, stems in load("certainty")["cues"].items() for stem in stems}


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(load("certainty")[name])


@cache
def _past() -> frozenset[str]:
    return frozenset(load("irregular")["past"])


def rank(status: str) -> int:
    """Return the rung of a status on the ladder.

    >>> rank("planned") < rank("ordered") < rank("done")
    True
    """
    return load("certainty")["ranks"].get(status, -1)


def acts(facts: Facts) -> list[Act]:
    """Return the acts of a text whose words may carry a status; words inside quotations count too.

    >>> from dateline.brief.facts import facts_of
    >>> from dateline.brief.names import Names
    >>> from dateline import open_case
    >>> names = Names(open_case("syria-withdrawal"))
    >>> [(a.status, a.negated) for a in acts(facts_of("They would not leave.", names, "2019")) if a.ideas]
    [('planned', True)]
    """
    return [
        Act(at, facts.ideas[at], *_reading(facts, at))
        for at, word in enumerate(facts.words)
        if _may_act(word)
    ]


def _reading(facts: Facts, at: int) -> tuple[str, bool, bool]:
    """Return status, negation, and whether the word is a noun: of nouns only those of events have a
    status."""
    noun = _is_noun(facts, at)
    event = not noun or bool(facts.ideas[at] & _events())
    return status_at(facts.words, at) if event else "", negated_at(facts.words, at), noun


@cache
def _events() -> frozenset[str]:
    return frozenset(f"/{name}" for name in load("certainty")["event_groups"])


def _is_noun(facts: Facts, at: int) -> bool:
    """Guess whether a word is a noun: in its plain form or plural, not behind "to", an auxiliary or its
    subject."""
    word = facts.words[at]
    if word.low.endswith("ing") or _is_past(word):
        return False
    kinds, back = _helpers(facts.words, at)
    if kinds:
        return False
    ahead = facts.words[back].low if back >= 0 else ""
    behind = facts.words[at + 1].low if at + 1 < len(facts.words) else ""
    return (
        ahead in _DETERMINERS
        or ahead.endswith(("s'", "'s"))
        or behind in ("of", "by", "against", "between")
        or not ahead.endswith("s")
    )


def _may_act(word: Word) -> bool:
    return (
        not word.is_name
        and word.low.isalpha()
        and (not is_light(word) or word.stem in ("take", "get", "bring", "go", "come", "keep", "hold"))
    )


def status_at(all_words: Sequence[Word], at: int) -> str:
    """Return how far the act named by one word has got, by the words that govern it."""
    word = all_words[at]
    chain, reach = _helpers(all_words, at)
    if "planned" in chain:
        return "possible" if _left_open(all_words, at) else "planned"
    if "possible" in chain:
        return "possible"
    if word.low.endswith("ing") and not chain and _modifies(all_words, at):
        return "under way"
    governed = _governor(all_words, reach, word) if _is_bare(all_words, at, chain) else ""
    if governed:
        return governed
    if word.low.endswith("ing"):
        return "under way" if "be" in chain or "under way" in chain or _modifies(all_words, at) else ""
    if "have" in chain or _is_past(word):
        return "done" if "be" not in chain or "have" in chain or _is_past(word) else ""
    return ""


def _left_open(all_words: Sequence[Word], at: int) -> bool:
    """Tell whether what stands here is only "not ruled out", or asked with "whether"."""
    ahead = all_words[max(0, at - 12) : at]
    if any(word.low == "whether" for word in ahead):
        return True
    return any(
        word.stem in _set("left_open") and negated_at(all_words, at - len(ahead) + back)
        for back, word in enumerate(ahead)
    )


def _helpers(all_words: Sequence[Word], at: int) -> tuple[set[str], int]:
    """Walk back over auxiliaries and adverbs; return what kinds they are, and where the walk stopped."""
    kinds: set[str] = set()
    back = at - 1
    while back >= 0 and all_words[back].clause == all_words[at].clause:
        low, plain = all_words[back].low, all_words[back].stem
        if low in ("will", "would", "shall", "'ll", "won't", "wouldn't"):
            kinds.add("planned")
        elif low in ("may", "might", "could", "can", "couldn't", "can't"):
            kinds.add("possible")
        elif low in ("should", "must"):
            kinds.add("planned")
        elif low in _set("be"):
            kinds.add("be")
        elif low in _set("have"):
            kinds.add("have")
        elif low == "to":
            kinds.add("to")
        elif low in (
            "not",
            "never",
            "also",
            "still",
            "already",
            "then",
            "now",
            "soon",
            "again",
            "all",
            "both",
        ) or low.endswith("ly"):
            pass
        elif plain in ("begin", "start", "continue", "keep") and all_words[at].low.endswith("ing"):
            kinds.add("under way")
        else:
            break
        back -= 1
    return kinds, back


def _is_bare(all_words: Sequence[Word], at: int, chain: set[str]) -> bool:
    """Tell whether a word stands as infinitive, gerund or noun, so that another word governs it."""
    word = all_words[at]
    if "to" in chain:
        return True
    if chain & {"have"} or ("be" in chain and (word.low.endswith("ing") or _is_past(word))):
        return False
    return (
        word.low == word.stem
        or word.low.endswith(("ing", "al", "ion", "ment", "out", "ure"))
        or not _is_past(word)
    )


def _governor(all_words: Sequence[Word], back: int, word: Word) -> str:
    """Return the status of the nearest word in the clause that governs an infinitive, gerund or noun.

    "to" behind a form of "be" is a plan: "are to remain". Of several in a row the least certain counts:
    "plans to begin pulling out" is a plan.
    """
    found: list[str] = []
    for at in range(back, max(-1, back - 22), -1):
        other = all_words[at]
        if not found and back - at < 4 and other.stem in _set("carriers") and other.clause == word.clause:
            return status_at(all_words, at)
        if (
            other.clause != word.clause
            and word.clause - other.clause > 0
            and all_words[at].low not in ("that",)
        ):
            break
        status = _cue_of().get(other.stem) or _cue_of().get(other.low)
        if (
            status == "planned"
            and other.low in ("going", "set", "about", "due", "bound", "slate", "ready", "should", "mean")
            and not _before_to(all_words, at)
        ):
            status = None
        if status:
            found.append(status)
            if len(found) == 2:
                break
    if not found and back + 1 < len(all_words) and _be_to(all_words, back + 1):
        return "planned"
    return min(found, key=rank, default="")


def _before_to(all_words: Sequence[Word], at: int) -> bool:
    return at + 1 < len(all_words) and all_words[at + 1].low == "to"


def _be_to(all_words: Sequence[Word], at: int) -> bool:
    """Tell whether "are to" stands here, a plan."""
    pair = [word.low for word in all_words[at : at + 3]]
    return len(pair) > 1 and pair[0] in _set("be") and "to" in pair[1:]


def _is_past(word: Word) -> bool:
    return word.low in _past() or (word.low.endswith("ed") and len(word.low) > 4)


def _modifies(all_words: Sequence[Word], at: int) -> bool:
    """ "the troops leaving Syria": a participle right behind its noun."""
    ahead = all_words[at - 1] if at else None
    if ahead is None or ahead.clause != all_words[at].clause or is_light(ahead):
        return False
    return ahead.stem not in _cue_of() and ahead.low not in _cue_of()


def negated_at(all_words: Sequence[Word], at: int) -> bool:
    """Tell whether a word is denied: a negator stands shortly before it in its clause."""
    word = all_words[at]
    return any(other.clause == word.clause and negates(other) for other in all_words[max(0, at - 4) : at])


def negates(word: Word) -> bool:
    return (
        word.low in _set("negators")
        or word.low.endswith("n't")
        or word.stem in ("fail", "refuse", "lack", "decline", "deny")
    )


def has_negation(facts: Facts) -> bool:
    """Tell whether a text holds any negation or word that takes something back."""
    return any(negates(word) or word.stem in _set("reversals") for word in facts.words)


def judge(facts: Facts, cited: Sequence[Passage]) -> list[Finding]:
    """Compare negations and statuses of a sentence with the cited paragraphs; the first fault found is
    told."""
    mine = acts(facts)
    theirs = [(passage, act) for passage in cited for act in passage.acts]
    return _polarity(facts, mine, theirs) or _raised(facts, mine, theirs)


def _raised(facts: Facts, mine: Sequence[Act], theirs: Sequence[tuple[Passage, Act]]) -> list[Finding]:
    """An act that the sentence puts higher on the ladder than any cited paragraph does."""
    for act in mine:
        begins = (
            _cue_of().get(facts.words[act.at].stem) == "under way"
        )  # "began" says how far another act has got
        if not act.status or act.negated or begins:
            continue
        person = _is_of_a_person(facts, act)  # "Esper left" is another leaving than that of the troops
        alike = [(p, o) for p, o in theirs if _alike(act, o) and _is_of_a_person(p.facts, o) == person]
        stated = [(passage, other) for passage, other in alike if other.status]
        if not stated or any(not other.status and _is_open(other, passage) for passage, other in alike):
            continue
        passage, top = max(stated, key=lambda pair: rank(pair[1].status))
        if rank(act.status) > rank(top.status):
            return [_step_up(facts, act, passage, top)]
    return []


def _is_of_a_person(facts: Facts, act: Act) -> bool:
    """Tell whether a person's name stands right before "left" or its like."""
    start = facts.words[act.at].start
    return facts.words[act.at].stem in ("leave", "depart") and any(
        mention.person and 0 < start - mention.end <= 5 for mention in facts.names
    )


def _step_up(facts: Facts, act: Act, passage: Passage, top: Act) -> Finding:
    word, other = facts.words[act.at], passage.facts.words[top.at]
    outcome = act.status == "done" and rank(top.status) <= rank("ordered")
    key = "plan-as-outcome" if outcome else "certainty-raised"
    params = {"given": word.text, "status": act.status, "text_status": top.status, "text": other.text}
    place = Place(*passage.place, other.start, other.end, other.text)
    return Finding(key, possible=1, params=params, place=place)


def _is_open(act: Act, passage: Passage) -> bool:
    """A verb in the present tense leaves the status open, so nothing is held against the brief."""
    word = passage.facts.words[act.at]
    return not act.noun and (word.low == word.stem or word.low.endswith("s"))


@cache
def _loose() -> frozenset[str]:
    """Groups of synonyms too wide to show that two texts speak of one act."""
    return frozenset(f"/{name}" for name in load("certainty")["loose_groups"])


def _alike(one: Act, other: Act) -> bool:
    shared = one.ideas & other.ideas
    return bool(shared - _loose())


def _akin(one: Act, other: Act) -> bool:
    """Tell whether two acts are the same word or kin: then even a word of a wide group may be compared."""
    return any(not idea.startswith("/") for idea in one.ideas & other.ideas)


def _polarity(facts: Facts, mine: Sequence[Act], theirs: Sequence[tuple[Passage, Act]]) -> list[Finding]:
    """A negation of the source that the sentence has lost, or one of its own that the source has not."""
    lone = has_negation(facts)
    for act in mine:
        alike = [(passage, other) for passage, other in theirs if _alike(act, other) or _akin(act, other)]
        if not alike:
            continue
        passage, other = alike[0]
        if not act.negated and not lone and all(other.negated for _, other in alike):
            return [_flip("negation-lost", facts, act, passage, other)]
        if act.negated and not any(_negated_beside(passage, other) for passage, other in alike):
            return [_flip("negation-added", facts, act, passage, other)]
    return []


def _negated_beside(passage: Passage, act: Act) -> bool:
    """Tell whether the source's own clause round an act holds a negation."""
    clause = passage.facts.words[act.at].clause
    inside = [word for word in passage.facts.words if word.clause == clause]
    return any(negates(word) or word.stem in _set("reversals") for word in inside)


def _flip(key: str, facts: Facts, act: Act, passage: Passage, other: Act) -> Finding:
    word, theirs = facts.words[act.at], passage.facts.words[other.at]
    params = {"given": word.text, "text": theirs.text}
    return Finding(
        key, possible=1, params=params, place=Place(*passage.place, theirs.start, theirs.end, theirs.text)
    )
