"""How far a thing has got: possible, planned, ordered, under way or done; and whether it is denied."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dateline.brief.facts import Facts
from dateline.brief.passages import Passage
from dateline.brief.wording import Word, is_light
from dateline.findings import Finding, Place
from dateline.lexicon import load


@dataclass(frozen=True, slots=True)
class Act:
    """A verb or noun of action in a text: its ideas, how far it has got ("" when the text does not tell), denied or not."""

    at: int
    ideas: frozenset[str]
    status: str
    negated: bool


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
    >>> [(a.status, a.negated) for a in acts(facts_of("Troops would not leave.", names, "2019")) if "/leave" in a.ideas]
    [('planned', True)]
    """
    return [
        Act(at, facts.ideas[at], status_at(facts.words, at), negated_at(facts.words, at))
        for at, word in enumerate(facts.words)
        if _may_act(word)
    ]


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
    if "will" in chain or "planned" in chain:
        return "planned"
    if "possible" in chain:
        return "possible"
    governed = _governor(all_words, reach, word) if _is_bare(all_words, at, chain) else ""
    if governed:
        return governed
    if word.low.endswith("ing"):
        return "under way" if "be" in chain or "under way" in chain or _modifies(all_words, at) else ""
    if "have" in chain or _is_past(word):
        return "done" if "be" not in chain or "have" in chain or _is_past(word) else ""
    return ""


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
    for at in range(back, max(-1, back - 14), -1):
        other = all_words[at]
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
    return at > 0 and all_words[at - 1].clause == all_words[at].clause and not is_light(all_words[at - 1])


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
    return any(
        negates(word) or word.stem in _set("reversals") or word.low.startswith("un") for word in facts.words
    )


def judge(facts: Facts, cited: Sequence[Passage]) -> list[Finding]:
    """Compare how certain a sentence makes its acts with the cited paragraphs; the first fault found is told."""
    theirs = [(passage, act) for passage in cited for act in _kept(passage)]
    for act in acts(facts):
        if not act.status or act.negated:
            continue
        alike = [(passage, other) for passage, other in theirs if _alike(act, other)]
        stated = [(passage, other) for passage, other in alike if other.status]
        if not stated or (
            len(stated) < len(alike) and any(not other.status and _finite(other, p) for p, other in alike)
        ):
            continue
        passage, top = max(stated, key=lambda pair: rank(pair[1].status))
        if rank(act.status) > rank(top.status):
            word, other = facts.words[act.at], passage.facts.words[top.at]
            key = (
                "plan-as-outcome"
                if act.status == "done" and rank(top.status) <= rank("ordered")
                else "certainty-raised"
            )
            params = {"given": word.text, "status": act.status, "text_status": top.status, "text": other.text}
            return [
                Finding(
                    key,
                    possible=1,
                    params=params,
                    place=Place(*passage.place, other.start, other.end, other.text),
                )
            ]
    return _polarity(facts, cited)


def _finite(act: Act, passage: Passage) -> bool:
    """A present-tense verb or bare noun leaves the status open, so nothing is held against the brief."""
    word = passage.facts.words[act.at]
    return word.low == word.stem or word.low.endswith("s")


_MEMO: dict[tuple[int, str, int], list[Act]] = {}


def _kept(passage: Passage) -> list[Act]:
    key = (id(passage), *passage.place)
    if key not in _MEMO:
        if len(_MEMO) > 2000:
            _MEMO.clear()
        _MEMO[key] = acts(passage.facts)
    return _MEMO[key]


@cache
def _loose() -> frozenset[str]:
    """Groups of synonyms too wide to show that two texts speak of one act."""
    return frozenset(f"/{name}" for name in load("certainty")["loose_groups"])


def _alike(one: Act, other: Act) -> bool:
    shared = one.ideas & other.ideas
    return bool(shared - _loose())


def _polarity(facts: Facts, cited: Sequence[Passage]) -> list[Finding]:
    """A negation of the source that the sentence has lost, or one of its own that the source has not."""
    mine = acts(facts)
    theirs = [(passage, act) for passage in cited for act in _kept(passage)]
    lone = has_negation(facts)
    for act in mine:
        alike = [
            (passage, other) for passage, other in theirs if act.ideas & other.ideas and _alike(act, other)
        ]
        if not alike:
            continue
        if not act.negated and not lone and all(other.negated for _, other in alike):
            passage, other = alike[0]
            return [_flip("negation-lost", facts, act, passage, other)]
        if act.negated and not any(other.negated for _, other in alike) and not _sourcenegates(alike):
            passage, other = alike[0]
            return [_flip("negation-added", facts, act, passage, other)]
    return []


def _sourcenegates(alike: Sequence[tuple[Passage, Act]]) -> bool:
    return any(has_negation(passage.facts) for passage, _ in alike)


def _flip(key: str, facts: Facts, act: Act, passage: Passage, other: Act) -> Finding:
    word, theirs = facts.words[act.at], passage.facts.words[other.at]
    params = {"given": word.text, "text": theirs.text}
    return Finding(
        key, possible=1, params=params, place=Place(*passage.place, theirs.start, theirs.end, theirs.text)
    )
