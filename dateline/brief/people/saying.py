"""Which words make somebody speak: verbs of saying and of holding a view, and nouns such as "account"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from dateline.brief.ground.facts import Facts
from dateline.brief.ground.names import nations
from dateline.brief.language.cued import Cued
from dateline.brief.language.once import once
from dateline.brief.language.splitting import sentences
from dateline.brief.language.wording import Word, is_light
from dateline.brief.people.unnamed import listed, plain
from dateline.lexicon import load
from dateline.marks import fold

_WHATEVER = Cued(
    r"\b(?:no matter (?:what|who|how)|whatever|whoever|however)\s+(?:[\w'’-]+\s+){1,5}$",
    cues="no matter|whatever|whoever|however",
    flags=re.IGNORECASE,
)


def is_reporting(facts: Facts, at: int) -> bool:
    """Tell whether a word is a verb of saying here: "put" is none in "put up", nor "report" in "a report"."""
    return facts.words[at].stem in listed("verbs") and _says(facts, at)


@once
def _says(facts: Facts, at: int) -> bool:
    all_words, word = facts.words, facts.words[at]
    before = all_words[at - 1].low if at else ""
    if word.stem == "see" and [w.low for w in all_words[at + 1 : at + 3]] == ["to", "it"]:
        return False  # "would see to it that": it brings it about
    if word.stem == "consider" and (
        word.low.endswith("ing") or (all_words[at + 1 : at + 2] and all_words[at + 1].low.endswith("ing"))
    ):
        return False
    if word.low in ("talk", "talks"):
        return False  # "and talks about it moved fast": a noun
    if before == "to" and not (at > 1 and all_words[at - 2].low in ("on", "went", "continued")):
        return False
    if before in ("should", "must", "ought"):
        return False  # "should consider whether": what somebody is to do
    if (
        at > 1
        and all_words[at - 2].low == "than"
        and before in _OPEN_A_CLAUSE
        and word.stem in ("say", "claim", "admit")
    ):
        return False  # "50 minutes earlier than it says": what it says is another thing
    if word.low == "claimed" and [w.low for w in all_words[at + 1 : at + 2]] == ["by"] and before != "was":
        return False  # "an island claimed by Corvania"
    if word.low == word.stem and before in load("certainty")["be"]:
        return False  # "there is talk of it"
    if (
        word.stem == "say"
        and all_words[at + 1 : at + 2]
        and all_words[at + 1].low in ("yes", "no", "neither")
    ):
        return False  # "said yes to the plan" approves it, "said neither yes nor no" does not
    if word.stem == "tell" and (before in _UNABLE or _bids(all_words, at)):
        return False  # "cannot tell how many": who does not know, says nothing
    if _WHATEVER.search(facts.text, 0, word.start):
        return False  # "whatever the board says": nothing that it has said
    if word.stem in ("speak", "talk", "tell") and _is_named_by(all_words, at):
        return False
    if before in listed("no_verb_behind") and not facts.text[all_words[at - 1].end : word.start].strip():
        return False  # "on its own report", but not "on their own, says Irrin"
    if _describes(all_words, at) or (before == "than" and word.low.endswith("ed")):
        return False  # "fewer than promised": nobody promises it here
    if (
        {word.low, word.stem} & listed("nouns")
        and nations(all_words[max(0, at - 2) : at])
        and _by(all_words, at)
    ):
        return False  # "by Turkish estimates"
    if (at and owns(facts, all_words[at - 1])) or (word.low in listed("nouns") and word.low.endswith("ing")):
        return False
    if word.low in ("report", "reports", "count", "counts", "call", "calls", "claim", "view", "views"):
        follows = all_words[at + 1].low if at + 1 < len(all_words) else ""
        if (
            at + 1 < len(all_words)
            and all_words[at + 1].stem in listed("verbs")
            and follows.endswith(("s", "ed"))
        ):
            return False  # "the AP report credits"
        if follows in load("certainty")["be"] or follows in load("irregular")["past"]:
            return False  # "reports kept coming", "the calls were made"
        numbered = before.isdigit() or before in listed("numbering")  # "the 2018 report", "the second report"
        if numbered or before in listed("prepositions") or follows in ("of", "on", "between", "with", "for"):
            return False
    wanted = load("reporting")["bound"].get(plain(word.stem))
    if wanted is None or (
        word.stem == "count" and all_words[at + 1 : at + 2] and all_words[at + 1].low[0].isdigit()
    ):
        return True
    end = next(b for a, b in sentences_of(facts.text) if word.start < b)
    reach = [other.low for other in all_words[at + 1 : at + 16] if other.start < end]
    if reach[:1] == ["for"] and not _SPANS.isdisjoint(reach[1:3]):
        reach.pop(0)  # "maintained for years that"
    if word.stem in ("make", "let") and reach[:1] == ["it"]:
        reach.pop(0)  # "made it known that"
    while reach and reach[0] not in wanted and (reach[0] in listed("when") or reach[0].isdigit()):
        reach.pop(0)  # "found in July that"
    if not reach and "that" in wanted and before in load("certainty")["have"]:
        return True  # "the dam is safe, the ministry has maintained for years"
    return any(low in wanted and (low in listed("far") or not gap) for gap, low in enumerate(reach))


def _describes(all_words: Sequence[Word], at: int) -> bool:
    """ "As suspected members", "three suspected members", "a man suspected of it": nobody says anything."""
    word, behind = all_words[at], all_words[at + 1 : at + 2]
    if not behind or not word.low.endswith("ed") or behind[0].start - word.end > 1:
        return False
    if behind[0].low == "of":
        return word.stem in listed("of_a_deed")
    before = all_words[at - 1].low if at else ""
    leads = before == "as" or before.isdigit() or before in load("numbers")["small"]
    return leads and behind[0].text.islower() and not is_light(behind[0])


_SPANS = frozenset(("years", "months", "weeks", "decades", "long"))
_UNABLE = ("cannot", "can't", "couldn't")
_OPEN_A_CLAUSE = ("that", "how", "he", "she", "they", "it", "whether", "when", "what")


def _bids(all_words: Sequence[Word], at: int) -> bool:
    """ "Told the troops to leave", "told those who were still there to go": an order is given."""
    which = False  # inside "who were still there"
    for gap, word in enumerate(all_words[at + 1 : at + 20]):
        if word.low == "to" and gap:
            follows = all_words[at + gap + 2 : at + gap + 3]
            return bool(follows) and follows[0].low == follows[0].stem and not follows[0].is_name
        which = which or (word.low == "who" and bool(gap))
        if which:
            continue
        if (
            word.low in _OPEN_A_CLAUSE
            or (not gap and word.low in ("of", "about"))
            or word.clause != all_words[at].clause
        ):
            return False
        if word.low in load("certainty")["be"] or word.low in load("certainty")["have"]:
            return False
    return False


def _is_named_by(all_words: Sequence[Word], at: int) -> bool:
    """ "The people Marrak spoke of will not return": who they are, and not what she says."""
    behind = [word.low for word in all_words[at + 1 : at + 3]]
    helpers = {*load("certainty")["be"], *load("certainty")["have"], *listed("auxiliaries"), "will", "would"}
    return len(behind) == 2 and behind[0] in ("of", "about", "to") and behind[1] in helpers


def attributes(facts: Facts, at: int) -> bool:
    """Tell whether a word only says that something is said: "warned", "in her eyes", "by his account"."""
    word = facts.words[at]
    if word.low in listed("nouns") or word.stem in listed("nouns"):
        return True
    return word.stem not in listed("more_than_said") and is_reporting(facts, at)


def _by(all_words: Sequence[Word], at: int) -> bool:
    return bool({word.low for word in all_words[max(0, at - 4) : at]} & listed("by"))


def owns(facts: Facts, word: Word) -> bool:
    """Tell whether a word owns what follows: "the police's", "the officers'"."""
    behind = fold(facts.text)[word.end - 2 : word.end + 1]
    return behind.startswith("'s") or behind.endswith("s'")


@lru_cache(maxsize=512)
def sentences_of(text: str) -> tuple[tuple[int, int], ...]:
    """Return the places of a text's sentences; what stands behind the last one belongs to it."""
    found = sentences(text) or [(0, len(text))]
    return (*found[:-1], (found[-1][0], len(text) + 1))
