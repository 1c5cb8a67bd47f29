"""Whether a sentence denies what its paragraphs affirm, or affirms what they deny."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from dateline.brief import remainders
from dateline.brief.acts import Act
from dateline.brief.facts import Facts
from dateline.brief.hedging import shares_numeral
from dateline.brief.once import once
from dateline.brief.saying import sentences_of
from dateline.brief.status import rank
from dateline.brief.verbs import answers, is_past, leaves_undone, listed
from dateline.brief.wording import Word, has_phrase, ideas, is_light, stem
from dateline.findings import Finding, Place
from dateline.lexicon import load
from dateline.quantities import Quantity

if TYPE_CHECKING:
    from dateline.brief.passages import Passage

_FIGHTING, _TRUCE = frozenset(("/fight", "/clash")), "/ceasefire"  # a truce is a halt to the fighting
_JOINT = re.compile(r"[,;:]|\b(?:and|but|while|whereas)\b", re.IGNORECASE)
_BUT = re.compile(r"\b(?:but|except)\s+(?:for\s+)?(?:the\s+)?$", re.IGNORECASE)
_OTHERS = ("the rest", "others", "the other", "the remaining")
_REACH = 4  # words between a verb and its object
_MANY, _NEARLY_ALL = 4, 0.75  # of the words of a sentence, which then tells of the same
_DENYING = frozenset(map(stem, ("deny", "reject", "refuse", "dispute", "decline")))
_STATES = frozenset(("back", "home", "over", "ready", "away", "alone", "safe", "free"))
_SAYING = ("say", "tell", "state", "announce", "explain", "disclose", "decide", "know", "reveal")
_ASKED = ("whether", "why", "when", "who", "what", "how", "where", "which", "if")


def negates(word: Word) -> bool:
    """Tell whether a word denies what stands by it."""
    return (
        word.low in listed("negators")
        or word.low.endswith("n't")
        or word.stem in ("fail", "refuse", "lack", "decline", "deny")
    )


@once
def has_negation(facts: Facts) -> bool:
    """Tell whether a text holds any negation or word that takes something back."""
    words = facts.words
    if any(map(negates, words)):
        return True
    ahead = ("", *(word.low for word in words))
    pairs = zip(words, ahead, strict=False)  # "kept open"
    open_still = ("stay", "remain", "keep", "kept")
    taken_back = any(_takes_back(word) and not before.startswith(open_still) for word, before in pairs)
    return taken_back or bool(has_phrase(facts.text, load("certainty")["almost"]))


def _takes_back(word: Word) -> bool:
    """ "Is open" leaves a thing undecided; "opened an inquiry" takes nothing back."""
    turned = word.stem in listed("reversals") or word.low in listed("reversals")
    return turned and (word.stem != "open" or word.low == "open")


def judge(
    facts: Facts, mine: Sequence[Act], theirs: Sequence[tuple[Passage, Act]], cited: Sequence[Passage] = ()
) -> list[Finding]:
    """A negation of the source that the sentence has lost, or one of its own that the source has not."""
    lone = has_negation(facts)
    bare = any(word.low in ("no", "not", "never", "none", "without") for word in facts.words)
    if not any(map(negates, facts.words)) and (found := _silent(facts, theirs)):
        return [found]
    denied = {facts.words[act.at].stem for act in mine if act.negated}  # "to keep it from rising again"
    if not lone and (found := _verb_denied(facts, cited, denied)):
        return [found]
    if found := _undenied(facts, cited):
        return [found]
    for act in mine:
        alike = [pair for pair in theirs if _alike(act, pair[1]) or _is_turned_round(facts, act, *pair)]
        alike = [pair for pair in alike if _is_same_verb(facts, act, *pair)]
        kin = [(passage, other) for passage, other in alike if _kin(act, other)]
        alike = kin or alike  # the same word tells more than another of its meaning
        if not alike or _was_first(facts, act, cited):
            continue
        passage, other = alike[0]
        if _is_put_for_the_rest(facts, act, passage, other):
            return [_flip("negation-added" if act.negated else "negation-lost", facts, act, passage, other)]
        done = [pair for pair in alike if not pair[1].noun or pair[1].event or pair[1].status] or alike
        if (
            not act.negated
            and not lone
            and all(
                _is_denied(passage, other) or _is_left_undone(act, passage, other) for passage, other in done
            )
        ):
            return _lost(facts, act, passage, other)
        if not act.negated:
            continue
        alike = [
            pair
            for pair in alike
            if not (_is_still_to_come(act, *pair) or _is_not_yet(facts, act, pair[1]))
            and not (_is_put_off(facts) and any(d.edtf.endswith("/..") for d in pair[0].facts.dates))
            and not of_others(facts, act, *pair)
            and not _is_the_exception(facts, act, *pair)
        ]
        halted = [
            pair
            for pair in alike
            if _negated_beside(*pair)
            or (not bare and _is_halted(*pair))
            or _says_opposite(facts, act, pair[0])
        ]
        if alike and not halted:
            return [_flip(_added(facts, [p for p, _ in alike]), facts, act, passage, other)]
    return []


def _was_first(facts: Facts, act: Act, cited: Sequence[Passage]) -> bool:
    """ "Until he spoke there had been no account of it" where the text has his as the first."""
    until = any(word.low in ("until", "before") for word in facts.words)
    return act.negated and until and any(word.low == "first" for p in cited for word in p.facts.words)


def _undenied(facts: Facts, cited: Sequence[Passage]) -> Finding | None:
    """ "He did not deny it" where the text has that he denied it."""
    for at, word in enumerate(facts.words):
        if word.stem not in _DENYING or not _has_not(facts.words, at):
            continue
        for passage in cited:
            told = passage.facts.words
            there = [n for n, other in enumerate(told) if other.stem == word.stem]
            if there and not any(_has_not(told, n) for n in there):
                place = Place(*passage.place, told[there[0]].start, told[there[0]].end, told[there[0]].text)
                params = {"given": word.text, "text": place.exact}
                return Finding("negation-added", possible=1, params=params, place=place)
    return None


def _has_not(words: Sequence[Word], at: int) -> bool:
    return any(word.low in listed("nots") or word.low.endswith("n't") for word in words[max(0, at - 2) : at])


def _is_turned_round(facts: Facts, act: Act, passage: Passage, other: Act) -> bool:
    """ "Has not talked with him" for "has spoken with him": nearly all other words are the paragraph's."""
    if not act.negated or act.noun or other.noun or other.negated or not act.ideas & other.ideas:
        return False
    told = [ideas for word, ideas in zip(facts.words, facts.ideas, strict=True) if not is_light(word)]
    known = passage.facts.every_idea
    return len(told) >= _MANY and sum(bool(ideas & known) for ideas in told) >= _NEARLY_ALL * len(told)


def of_others(facts: Facts, act: Act, passage: Passage, other: Act) -> bool:
    """ "9,000 have not been paid": what the text says of 61,000 others denies nothing."""
    mine, theirs = _figures(facts, act), _figures(passage.facts, other)
    return bool(mine and theirs) and not any(shares_numeral(a, b) for a in mine for b in theirs)


def _is_the_exception(facts: Facts, act: Act, passage: Passage, other: Act) -> bool:
    """ "Two of them have not gone home" for "all but two of them have gone home"."""
    left = remainders.excepted(_so_far(passage, other))
    return any(shares_numeral(mine, figure) for figure in left for mine in _figures(facts, act))


def _is_put_for_the_rest(facts: Facts, act: Act, passage: Passage, other: Act) -> bool:
    """ "Two of them have gone home" for "all but two of them have gone home", or "13 have not" of the 15."""
    left, rest = remainders.excepted(_so_far(passage, other)), remainders.rests(passage)
    if not left or act.noun or has_phrase(facts.text, _OTHERS):
        return False
    start = facts.words[act.at].start
    mine = [
        f for f in _figures(facts, act) if f.end <= start and not _JOINT.search(facts.text[f.end : start])
    ]
    mine = [figure for figure in mine if not _BUT.search(facts.text[: figure.start])]
    told = any(shares_numeral(figure, each) for figure in mine for each in left)
    whole = any(figure.lower in rest for figure in mine)
    if act.negated:
        return whole and not told and not _negated_beside(passage, other)
    return told and not whole


def _so_far(passage: Passage, act: Act) -> str:
    """The sentence of an act up to it."""
    word = passage.facts.words[act.at]
    return passage.text[next(a for a, b in passage.sentences if word.start < b) : word.start]


def _figures(facts: Facts, act: Act) -> list[Quantity]:
    """The figures in the sentence of an act that count something."""
    start, end = next((a, b) for a, b in sentences_of(facts.text) if facts.words[act.at].start < b)
    return [
        c.figure for c in facts.figures if start <= c.figure.start < end and c.figure.unit in ("", "percent")
    ]


def _is_still_to_come(act: Act, passage: Passage, other: Act) -> bool:
    """ "There was still no government" for "trying to form a government": what is sought is not there."""
    if not act.noun or act.event or act.status:
        return False
    verbs = [one for one in passage.acts if not one.noun and other.at - _REACH <= one.at < other.at]
    return bool(verbs) and 0 <= rank(verbs[-1].status) < rank("ordered")


def _is_not_yet(facts: Facts, act: Act, other: Act) -> bool:
    """ "Was not yet decided" for "would be settled over time": what is to come has not come."""
    clause = facts.words[act.at].clause
    yet = any(word.low == "yet" for word in facts.words if word.clause == clause)
    return yet and 0 <= rank(other.status) < rank("ordered")


def _is_put_off(facts: Facts) -> bool:
    """ "Will not open before April" for "in April at the earliest": whether the days agree is seen to
    elsewhere."""
    spans = [date for date in facts.dates if date.edtf.endswith("/..")]
    return any(date.surface.lower().startswith(("before ", "until ", "till ")) for date in spans)


def _verb_denied(facts: Facts, cited: Sequence[Passage], denied: set[str]) -> Finding | None:
    """ "Named them" where the text has only "did not name them", whatever the verb means else."""
    if not any(_denied_verbs(passage.facts) for passage in cited):
        return None
    own = {word.stem: word for word in facts.words if not _quoted(word, facts)}
    for passage in cited:
        for word, verb in _denied_verbs(passage.facts):
            if verb.stem not in own.keys() - denied:
                continue
            if sum(tells_of(verb, each.facts) for each in cited) == 1:
                place = Place(*passage.place, word.start, verb.end, passage.text[word.start : verb.end])
                given = own[verb.stem].text
                return Finding(
                    "negation-lost", possible=1, params={"given": given, "text": place.exact}, place=place
                )
    return None


def tells_of(verb: Word, facts: Facts) -> int:
    """Count the words of a text that are a verb or its noun: "due for replacement", "not been replaced"."""
    kin = {idea for idea in ideas(verb.stem) if not idea.startswith("/")}
    return sum(
        word.stem == verb.stem or not kin.isdisjoint(told)
        for word, told in zip(facts.words, facts.ideas, strict=True)
    )


@once
def _denied_verbs(facts: Facts) -> list[tuple[Word, Word]]:
    """Each word outside quotations that denies a verb, with the verb."""
    found = ((word, _denied_verb(facts.words, at)) for at, word in enumerate(facts.words))
    return [(word, verb) for word, verb in found if verb is not None and not _quoted(word, facts)]


def _denied_verb(words: Sequence[Word], at: int) -> Word | None:
    """The verb behind "did not", "has never", "no one has" at a word; None where there is none to go by."""
    low, clears = words[at].low, words[at].stem in listed("clearing")
    ahead = words[at - 1] if at else words[at]
    if low in ("nobody", "nothing") and ahead.clause == words[at].clause and is_past(ahead):
        return ahead  # "they have charged nobody"
    clears = clears and low != "clear"  # "it became clear from …" acquits nobody
    if not (clears or low in ("not", "never", "no", "nobody") or low.endswith("n't")):
        return None  # the words of a paragraph are many
    helpers = listed("be", "have", "do")
    behind = [word for word in words[at + 1 : at + 9] if word.clause == words[at].clause]
    if clears:  # "cleared the captain of blame"
        apart = not behind or behind[0].low == "of"  # "the clearing of 14 villages"
        of = next((n for n, word in enumerate(behind) if word.low == "of" and not apart), len(behind))
        return next((word for word in behind[of + 1 :] if not is_light(word)), None)
    if low == "nobody" or [low, *(word.low for word in behind[:1])] == [
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
    if word is None or word.stem in listed("left_open") or word.stem in _SAYING:
        return None
    return word if not is_light(word) or word.stem in load("reporting")["views"] else None


def _quoted(word: Word, facts: Facts) -> bool:
    return any(a <= word.start < b for a, b in facts.quotations)


def _is_denied(passage: Passage, act: Act) -> bool:
    """ "no ferry has run" denies the running; there are ferries all the same."""
    before = passage.facts.words[act.at - 1].low if act.at else ""
    return act.negated and (act.event or before not in ("no", "neither"))


def _is_left_undone(mine: Act, passage: Passage, act: Act) -> bool:
    """ "Would block it" for "they have the time to block it. He would not do so": what may be told is that
    they can."""
    start = passage.facts.words[act.at].start
    following = next((span for span in passage.sentences if span[0] > start), None)
    undone = following is not None and leaves_undone(passage.facts.words, following)
    return undone and rank(mine.status) > rank("possible")


def _lost(facts: Facts, act: Act, passage: Passage, other: Act) -> list[Finding]:
    """What only "put off" or "prevent" takes back is told as having happened: that is surer, too."""
    found = [_flip("negation-lost", facts, act, passage, other)]
    words, clause = passage.facts.words, passage.facts.words[other.at].clause
    if act.status == "done" and not any(negates(word) for word in words if word.clause == clause):
        params = {"given": facts.words[act.at].text, "status": "done", "text_status": "put off"}
        found.append(Finding("certainty-raised", possible=1, params=params))
    return found


def _added(facts: Facts, passages: Sequence[Passage]) -> str:
    """A refusal where the text has only a talk makes a denial of what is not told; else a "not" is added."""
    refused = any(word.stem in listed("refusals") for word in facts.words)
    talks = load("certainty")["ladders"]["talk"]
    talked = any(word.stem in talks for passage in passages for word in passage.facts.words)
    return "absence-as-denial" if refused and talked else "negation-added"


def _silent(facts: Facts, theirs: Sequence[tuple[Passage, Act]]) -> Finding | None:
    """ "has not said whether" told as "has said whether"."""
    asked = next((a for a, b in pairwise(facts.words) if a.stem in _SAYING and b.low in _ASKED), None)
    passages = {passage.place: passage for passage, _ in theirs}.values()
    for passage in passages if asked else ():
        words = passage.facts.words
        for at, word in enumerate(words[:-1]):
            if (
                word.stem in _SAYING
                and words[at + 1].low in _ASKED
                and any(map(negates, words[max(0, at - 3) : at]))
            ):
                place = Place(*passage.place, word.start, word.end, word.text)
                return Finding(
                    "negation-lost", possible=1, params={"given": asked.text if asked else ""}, place=place
                )
    return None


@cache
def _loose() -> frozenset[str]:
    return frozenset(f"/{name}" for name in load("certainty")["loose_groups"])


def _alike(one: Act, other: Act) -> bool:
    """A shared idea that is no loose one, or the same word or kin."""
    shared = one.ideas & other.ideas
    if shared and (not shared <= _loose() or _kin(one, other)):
        return True
    return not (one.noun or other.noun) and {"/continue", "/go on"} <= one.ideas | other.ideas


def _kin(one: Act, other: Act) -> bool:
    return any(not idea.startswith("/") for idea in one.ideas & other.ideas)


def _is_same_verb(facts: Facts, act: Act, passage: Passage, other: Act) -> bool:
    """ "Find out" is another verb than "find"."""
    behind = (told.words[at + 1 : at + 2] for told, at in ((facts, act.at), (passage.facts, other.at)))
    mine, theirs = ([word.low for word in words if word.low == "out"] for words in behind)
    return facts.words[act.at].stem != passage.facts.words[other.at].stem or mine == theirs


def _negated_beside(passage: Passage, act: Act) -> bool:
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


def _says_opposite(facts: Facts, act: Act, passage: Passage) -> bool:
    """ "Has not been found" where the paragraph has "is missing"."""
    told = load("certainty")["negated_by"].get(facts.words[act.at].stem, ())
    return not passage.forms.isdisjoint(told)


def _is_halted(passage: Passage, act: Act) -> bool:
    """ "A halt to the fighting" where the text has a truce; "no clashes" is another thing."""
    return bool(act.ideas & _FIGHTING and any(_TRUCE in ideas for ideas in passage.facts.ideas))


def _denied_behind(passage: Passage, start: int) -> bool:
    """ "The company plans it, they said. Its owner denied it": the next sentence takes it back."""
    following = next((span for span in passage.sentences if span[0] > start), None)
    return following is not None and answers(passage.facts.words, following)


def _leaves_open(words: Sequence[Word], at: int) -> bool:
    """ "did not rule out": the "not" denies no act."""
    return any(word.stem in listed("left_open") for word in words[at + 1 : at + 5]) or (
        f"{words[at].low} {words[at + 1].low if at + 1 < len(words) else ''}" in listed("no_idioms")
    )


def _flip(key: str, facts: Facts, act: Act, passage: Passage, other: Act) -> Finding:
    word, theirs = facts.words[act.at], passage.facts.words[other.at]
    params = {"given": word.text, "text": theirs.text}
    place = Place(*passage.place, theirs.start, theirs.end, theirs.text)
    return Finding(key, possible=1, params=params, place=place)
