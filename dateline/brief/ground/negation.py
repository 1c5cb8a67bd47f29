"""Words that deny or take something back, and what each of them denies in its own text."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from dateline.brief.ground.acts import Act
from dateline.brief.ground.facts import Facts, is_quoted
from dateline.brief.language.once import once
from dateline.brief.language.verbs import answers, is_not, is_past, listed
from dateline.brief.language.wording import Word, has_phrase, ideas, is_light
from dateline.lexicon import load

if TYPE_CHECKING:
    from dateline.brief.ground.passages import Passage

_STATES = frozenset(("back", "home", "over", "ready", "away", "alone", "safe", "free"))
_REFUSALS = frozenset(("fail", "refuse", "lack", "decline", "deny"))
SAYING = frozenset(("say", "tell", "state", "announce", "explain", "disclose", "decide", "know", "reveal"))


def negates(word: Word) -> bool:
    """Tell whether a word denies what stands by it."""
    return word.low in listed("negators") or word.low.endswith("n't") or word.stem in _REFUSALS


@once
def has_negation(facts: Facts) -> bool:
    """Tell whether a text holds any negation or word that takes something back."""
    return denies_plainly(facts) or _takes_any_back(facts)


@once
def nots(facts: Facts) -> list[int]:
    """Return the places of each "not" and its like."""
    if facts.forms.isdisjoint(listed("nots")) and "n't" not in " ".join(facts.forms):
        return []
    return [at for at, word in enumerate(facts.words) if is_not(word.low)]


@once
def denies_plainly(facts: Facts) -> bool:
    """Tell whether a text holds any negation, or "almost" and its like: "held back from saying"."""
    told = not facts.forms.isdisjoint(_negators()) or "n't" in " ".join(facts.forms)
    return (told and any(map(negates, facts.words))) or _is_almost(facts)


@once
def _is_almost(facts: Facts) -> bool:
    """ "Held back from saying", "almost": what stands by it has not happened."""
    return has_phrase(facts.text, load("certainty")["almost"]) is not None


@cache
def _negators() -> frozenset[str]:
    return listed("negators") | _REFUSALS


def _takes_any_back(facts: Facts) -> bool:
    """Tell whether a word takes something back, and not in "kept open"."""
    if facts.forms.isdisjoint(listed("reversals")):
        return False
    ahead = ("", *(word.low for word in facts.words))
    pairs = zip(facts.words, ahead, strict=False)
    open_still = ("stay", "remain", "keep", "kept")
    return any(_takes_back(facts, word) and not before.startswith(open_still) for word, before in pairs)


def denies_more(facts: Facts, cited: Sequence[Passage]) -> bool:
    """Tell whether a text denies anything but what its paragraphs deny in the same words.

    "Evidence of false accounting was found" takes nothing back where they have "false accounting" too.
    """
    if not has_negation(facts):
        return False
    if _is_almost(facts):
        return True
    denying = [at for at, word in enumerate(facts.words) if negates(word) or _takes_back(facts, word)]
    by_itself = (
        not _is_plain(facts.words[at]) and any(_is_kept(facts, at, p) for p in cited) for at in denying
    )
    return not all(by_itself)


def _is_plain(word: Word) -> bool:
    """ "Not", "nobody", "without": words that do nothing but deny."""
    return word.low in listed("nots", "no_subjects") | {"without"} or word.low.endswith("n't")


def _is_kept(facts: Facts, at: int, passage: Passage) -> bool:
    """Tell whether a paragraph has a word that takes back before the same word as a text."""
    told, stem = passage.facts.words, facts.words[at].stem
    places = (n for n, word in enumerate(told) if word.stem == stem)
    return bool(mine := _object(facts.words, at)) and any(_object(told, n) == mine for n in places)


def _object(words: Sequence[Word], at: int) -> str:
    """The word behind another, articles and prepositions left out."""
    behind = (word for word in words[at + 1 : at + 4] if word.clause == words[at].clause)
    return next((word.stem for word in behind if word.low not in listed("determiners", "prepositions")), "")


def _takes_back(facts: Facts, word: Word) -> bool:
    """ "Is open" leaves a thing undecided; "opened an inquiry", "by the end of May" take nothing back."""
    turned = word.stem in listed("reversals") or word.low in listed("reversals")
    dated = turned and any(date.start <= word.start < date.end for date in facts.dates)
    return turned and not dated and (word.stem != "open" or word.low == "open")


def has_not(words: Sequence[Word], at: int) -> bool:
    """Tell whether a "not" stands close before a word.

    >>> from dateline.brief.language.wording import words
    >>> has_not(words("He did not deny it."), 3), has_not(words("He denied it."), 1)
    (True, False)
    """
    return any(word.low in listed("nots") or word.low.endswith("n't") for word in words[max(0, at - 2) : at])


@once
def denied_verbs(facts: Facts) -> list[tuple[Word, Word]]:
    """Return each word outside quotations that denies a verb, with the verb.

    >>> from dateline import open_case
    >>> from dateline.brief.ground.facts import facts_of
    >>> from dateline.brief.ground.names import Names
    >>> facts = facts_of("They did not name them.", Names(open_case("tolvane-dam")), "2017")
    >>> [(word.low, verb.low) for word, verb in denied_verbs(facts)]
    [('not', 'name')]
    """
    found = ((word, _denied_verb(facts.words, at)) for at, word in enumerate(facts.words))
    return [(word, verb) for word, verb in found if verb is not None and not is_quoted(facts, word.start)]


def _denied_verb(words: Sequence[Word], at: int) -> Word | None:
    """The verb behind "did not", "has never", "no one has" at a word; None where there is none to go by."""
    low, clears = words[at].low, words[at].stem in listed("clearing")
    ahead = words[at - 1] if at else words[at]
    if low in ("nobody", "nothing") and ahead.clause == words[at].clause and is_past(ahead):
        return ahead  # "they have charged nobody"
    clears = clears and low != "clear"  # "it became clear from …" acquits nobody
    if not (clears or low in ("not", "never", "no", "nobody", "neither") or low.endswith("n't")):
        return None  # the words of a paragraph are many
    helpers = listed("be", "have", "do")
    behind = [word for word in words[at + 1 : at + 9] if word.clause == words[at].clause]
    if clears:  # "cleared the captain of blame"
        apart = not behind or behind[0].low == "of"  # "the clearing of 14 villages"
        of = next((n for n, word in enumerate(behind) if word.low == "of" and not apart), len(behind))
        return next((word for word in behind[of + 1 :] if not is_light(word)), None)
    if low in ("nobody", "neither") or [low, *(word.low for word in behind[:1])] == [
        "no",
        "one",
    ]:  # "no one in the ministry has …"
        behind = behind[next((n for n, word in enumerate(behind) if word.low in helpers), len(behind)) :]
    elif low == "no":
        return None
    state = next((word for word in behind[:3] if word.low in _STATES), None)
    if state is not None and any(word.low in listed("be") for word in behind[:2]):
        return state
    light = listed("light_acts") | {"yet", "ever", "also", "even"}  # of "taken responsibility" the noun tells
    word = next((word for word in behind if word.low not in helpers and word.stem not in light), None)
    if word is not None and word.low in ("one", "it", "them", "any"):  # "did not get one"
        return next((verb for verb in behind if verb.stem in listed("light_acts")), None)
    if word is None or word.stem in listed("left_open") or word.stem in SAYING:
        return None
    told = not is_light(word) or low == "neither" or word.stem in load("reporting")["views"]
    return word if told else None


def is_denied(passage: Passage, act: Act) -> bool:
    """Tell whether a paragraph denies an act: "no ferry has run" denies the running; there are ferries all
    the same."""
    before = passage.facts.words[act.at - 1].low if act.at else ""
    return act.negated and (act.event or before not in ("no", "neither"))


def negated_beside(passage: Passage, act: Act) -> bool:
    """Tell whether a negation of the source's own clause reaches an act, or words near it take it back.

    What is denied behind it in a part that begins with "so that" or "who" is another matter.
    """
    words, clause = passage.facts.words, passage.facts.words[act.at].clause
    inside = [at for at, word in enumerate(words) if word.clause == clause]
    parted = next((at for at in inside if at > act.at and words[at].low in listed("parting")), len(words))
    near = [at for at in inside if 0 < abs(at - act.at) <= 4]
    return (
        act.negated
        or any(negates(words[at]) and not _leaves_open(words, at) for at in inside if at < parted)
        or any(words[at].stem in listed("reversals") for at in near)
        or any(words[at].low == "against" for at in near if at < act.at)  # "a law against strikes"
        or _denied_behind(passage, words[act.at].start)
    )


def _denied_behind(passage: Passage, start: int) -> bool:
    """ "The company plans it, they said. Its owner denied it": the next sentence takes it back."""
    following = next((span for span in passage.sentences if span[0] > start), None)
    return following is not None and answers(passage.facts.words, following)


def _leaves_open(words: Sequence[Word], at: int) -> bool:
    """ "did not rule out": the "not" denies no act."""
    return any(word.stem in listed("left_open") for word in words[at + 1 : at + 5]) or (
        f"{words[at].low} {words[at + 1].low if at + 1 < len(words) else ''}" in listed("no_idioms")
    )


def tells_of(verb: Word, facts: Facts) -> int:
    """Count the words of a text that are a verb or its noun: "due for replacement", "not been replaced"."""
    kin = {idea for idea in ideas(verb.stem) if not idea.startswith("/")}
    return sum(
        word.stem == verb.stem or not kin.isdisjoint(told)
        for word, told in zip(facts.words, facts.ideas, strict=True)
    )
