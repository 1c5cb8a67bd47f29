"""The acts that a text tells: its verbs and nouns of action, each with how far it has got."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from dateline.brief.facts import Facts
from dateline.brief.governors import goes_into, start_of_phrase
from dateline.brief.once import once
from dateline.brief.status import Reading, read_noun, read_verb, there_is
from dateline.brief.verbs import Reader, is_ing, is_participle, is_past, listed
from dateline.brief.wording import Word, ideas, is_light
from dateline.lexicon import load

_NO_SUBJECTS = ("as", "across", "versus", "plus")  # they end like a plural: "used as leverage"
_NO_PLURALS = ("ss", "us", "is")  # "the access road", "a crisis plan"
_SUBJECTS = frozenset(("they", "we", "you"))
_WHERE = frozenset(("to", "into", "from", "toward", "towards", "back", "there"))

_ARTICLES = ("a", "an", "the")


class Act(NamedTuple):
    """A verb or noun of action in a text: its ideas, how far it has got ("" when the text does not tell),
    denied or not; a noun is an act of its own only where it names an event."""

    at: int
    ideas: frozenset[str]
    status: str
    negated: bool
    noun: bool = False
    event: bool = True
    passive: bool = False


@once
def reader_of(facts: Facts) -> Reader:
    """Return what reads the verbs of a text."""
    return Reader(facts.text, facts.words)


@once
def acts(facts: Facts) -> list[Act]:
    """Return the acts of a text whose words may carry a status; words inside quotations count too.

    >>> from dateline.brief.facts import facts_of
    >>> from dateline.brief.names import Names
    >>> from dateline import open_case
    >>> names = Names(open_case("syria-withdrawal"))
    >>> [(a.status, a.negated) for a in acts(facts_of("They would not leave.", names, "2019")) if a.ideas]
    [('planned', True)]
    """
    reader = reader_of(facts)
    found = [_act(facts, reader, at) for at, word in enumerate(facts.words) if _may_act(facts, at, word)]
    return [_without_borrowed(act, found, facts) for act in found]


def _without_borrowed(act: Act, found: list[Act], facts: Facts) -> Act:
    """ "getting ready to take the forces out": the "out" belongs to "take"; and "come" alone is no moving."""
    word = facts.words[act.at]
    if word.stem not in listed("light_acts"):
        return act
    own = frozenset(load("certainty")["light_ideas"].get(word.stem, ()))
    if word.stem == "go" and not {o.low for o in facts.words[act.at + 1 : act.at + 5]} & _WHERE:
        own = frozenset()  # "fares went up" moves nobody
    if word.stem == "take" and [o.low for o in facts.words[act.at + 1 : act.at + 3]] == ["the", "view"]:
        return act._replace(ideas=frozenset())  # "took the view that …" moves nobody
    follows = facts.words[act.at + 1].low if act.at + 1 < len(facts.words) else ""
    if word.low == "gone" and follows not in _WHERE | listed("particles"):
        own = frozenset({"/leave"})  # "how many had gone"
    phrasal = act.ideas - ideas(word.stem)
    behind = [other.low for other in facts.words[act.at + 1 : act.at + 5]]
    own |= {f"/{word.stem} {low}" for low in behind[:4] if low in listed("particles")}  # "given up"
    nearer = [
        o for o in found if act.at < o.at <= act.at + 7 and facts.words[o.at].stem in listed("light_acts")
    ]
    phrasal -= frozenset().union(*(o.ideas for o in nearer))
    kept = (act.ideas & own) | (own & {"/leave"}) | {idea for idea in own if " " in idea}
    return act._replace(ideas=kept | phrasal | _root(act, word.stem))


def _act(facts: Facts, reader: Reader, at: int) -> Act:
    noun = _is_noun(reader, at)
    there = there_is(reader, at) if noun else ""
    event = not noun or bool(there) or _is_event(facts, at)
    event = event or goes_into(reader, start_of_phrase(reader, at)) >= 0
    reading: Reading = read_noun(reader, at, event=event) if noun else read_verb(reader, at)
    return Act(
        at,
        facts.ideas[at] | _side(facts.words[at].stem),
        reading.status or ("" if reading.negated else there),
        reading.negated,
        noun,
        event,
        reading.passive,
    )


@cache
def _side(stem: str) -> frozenset[str]:
    """The side of a pair of opposites that a word stands on: "close" and "shut" are one act."""
    return frozenset(
        f"/{side[0]}~"
        for pair in load("certainty")["antonyms"]
        for side in pair
        if len(side) > 1 and stem in side and side[0] not in listed("loose_sides")
    )


def _is_event(facts: Facts, at: int) -> bool:
    if facts.words[at].low.endswith(("ers", "ors")):
        return False  # "fighters", "attackers": people, whatever they do
    if is_ing(facts.words[at]) and at + 1 < len(facts.words) and facts.words[at + 1].low == "of":
        return True  # "the widening of the crack took place"
    if is_ing(facts.words[at]) and at and facts.words[at - 1].low in ("its", "their", "his", "her"):
        return True  # "the prevention of its regrouping"
    return bool(facts.ideas[at] & _events()) or facts.words[at].stem in listed("event_nouns")


def _root(act: Act, stem: str) -> frozenset[str]:
    """ "gave" and "given" alone are no act; "not coming" and "coming", "will hold" may be one."""
    if stem not in ("go", "come", "hold"):
        return frozenset()
    return frozenset(idea for idea in act.ideas if not idea.startswith("/"))


@cache
def _events() -> frozenset[str]:
    return frozenset(f"/{name}" for name in load("certainty")["event_groups"])


def _may_act(facts: Facts, at: int, word: Word) -> bool:
    if not word.low.isalpha() or (is_light(word) and word.stem not in listed("light_acts")):
        return False
    if word.text.endswith(("'s", "’s")) and not _is_event(facts, at):
        return False  # "no proof of the group's claim" denies no group
    opens = word.is_name and (not at or facts.text[: word.start].rstrip()[-1:] in '.“"‘')
    by = is_past(word) and "by" in [other.low for other in facts.words[at + 1 : at + 4]]  # "Ruled out by him"
    named = word.is_name and not (opens and (by or _is_event(facts, at)))
    return (
        not named
        and not any(
            m.person and m.start <= word.start < m.end for m in facts.names
        )  # "the outgoing minister"
        and word.low not in ("home", "back")
    )


@cache
def _never_verbs() -> tuple[str, ...]:
    return tuple(load("certainty")["never_verbs"])


def _is_noun(reader: Reader, at: int) -> bool:
    """Guess whether a word is a noun: in its plain form or plural, not behind "to", a helper or its
    subject."""
    word = reader.words[at]
    if is_ing(word) or is_past(word) or (is_participle(word) and word.low != word.stem):
        of = reader.low(at + 1) == "of" and any(reader.low(n) in _ARTICLES for n in reader.before(at, 3))
        led = reader.low(at - 1) in listed("determiners") - {"those", "all", "some"}
        led = led or reader.text[: word.start].rstrip().endswith(("'s", "’s"))  # "the town's emptying"
        return is_ing(word) and (led or of)  # "warned of an imminent widening of the crack"
    if word.low.endswith(_never_verbs()) or (word.low != word.stem and reader.low(at - 1) == "to"):
        return True
    group = reader.group(at)
    if group.have and not (group.be or group.modal or group.to or is_participle(word)):
        return True  # "has buses": nobody has done it
    if not group.is_bare and reader.low(at - 1) not in listed("noun_leads"):
        return bool(group.be) and not (group.modal or group.to or group.have)
    if word.low in load("irregular")["past"] and at and reader.words[at - 1].is_name:
        return False  # "Irek shut"
    if word.stem in listed("verbs_only") and not word.low.endswith(("al", "ion")):
        return False
    before, behind = reader.low(reader.back(group.first)), reader.low(at + 1)
    if before in _SUBJECTS and word.low == word.stem:
        return False  # "unless they raise fresh capital"
    return (
        before in listed("noun_leads")
        or reader.text[: word.start].rstrip().endswith(("'s", "’s", "s'", "s’"))
        or behind in ("of", "by", "against", "between")
        or not before.endswith("s")
        or before.endswith(_NO_PLURALS)
        or before in _NO_SUBJECTS
    )
