"""The acts that a text tells: its verbs and nouns of action, each with how far it has got."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from dateline.brief.ground.facts import Facts
from dateline.brief.language.governors import goes_into, start_of_phrase
from dateline.brief.language.once import once
from dateline.brief.language.status import Reading, may_deny, read_noun, read_verb, there_is
from dateline.brief.language.verbs import Reader, is_ing, is_participle, is_past, listed
from dateline.brief.language.wording import Word, ideas
from dateline.lexicon import load

_NO_SUBJECTS = ("as", "across", "versus", "plus")  # they end like a plural: "used as leverage"
_NO_PLURALS = ("ss", "us", "is")  # "the access road", "a crisis plan"
_SUBJECTS = frozenset(("they", "we", "you"))
_WHERE = frozenset(("to", "into", "from", "toward", "towards", "back", "there"))

_FAR = 9  # words between a noun and the verb of its relative clause
_ARTICLES = ("a", "an", "the")


@dataclass(eq=False)
class Act:
    """A verb or noun of action at a place of a text, with its ideas and those that are its word's `own`; told
    from others by what it is.

    The rest is read when somebody asks for it: most acts have nothing to be compared with.
    """

    at: int
    ideas: frozenset[str]
    own: frozenset[str]
    reader: Reader

    @cached_property
    def plain(self) -> frozenset[str]:
        """Its ideas but for groups of words of one meaning: words themselves."""
        return frozenset(idea for idea in self.ideas if not idea.startswith("/"))

    @cached_property
    def noun(self) -> bool:
        """Whether it is a noun."""
        return _is_noun(self.reader, self.at)

    @cached_property
    def event(self) -> bool:
        """Whether it is an act of its own; a noun is one only where it names an event."""
        if not self.noun or _is_event(self.reader.words, self.at, self.own):
            return True
        first = start_of_phrase(self.reader, self.at)
        return bool(there_is(self.reader, self.at)) or goes_into(self.reader, first) >= 0

    @property
    def status(self) -> str:
        """How far it has got, "" when the text does not tell."""
        return self._reading.status

    @property
    def negated(self) -> bool:
        """Whether it is denied."""
        return may_deny(self.reader) and self._reading.negated

    @property
    def passive(self) -> bool:
        """Whether it is a verb in the passive."""
        return self._reading.passive

    @cached_property
    def _reading(self) -> Reading:
        if not self.noun:
            return read_verb(self.reader, self.at)
        reading = read_noun(self.reader, self.at, event=self.event)
        if reading.status or reading.negated:
            return reading
        return reading._replace(status=there_is(self.reader, self.at))


@once
def reader_of(facts: Facts) -> Reader:
    """Return what reads the verbs of a text."""
    return Reader(facts.text, facts.words)


@cache
def _loose() -> frozenset[str]:
    """Groups of synonyms too wide to show that two texts speak of one act."""
    return frozenset(f"/{name}" for name in load("certainty")["loose_groups"])


_NO_GOING = frozenset(("go", "com"))  # "went up" is no going


def same_act(one: Act, other: Act) -> bool:
    """Tell whether two words may name one act: a shared idea; for a noun that is no event, the same word."""
    if one.ideas.isdisjoint(other.ideas):
        return False
    if other.event:
        return not one.ideas & other.ideas <= _loose() | _NO_GOING
    same_word = not one.plain & other.ideas <= _NO_GOING
    return same_word and (one.event or not one.noun)  # "there will be a trial"


@once
def acts(facts: Facts) -> list[Act]:
    """Return the acts of a text whose words may carry a status; words inside quotations count too.

    >>> from dateline.brief.ground.facts import facts_of
    >>> from dateline.brief.ground.names import Names
    >>> from dateline import open_case
    >>> names = Names(open_case("syria-withdrawal"))
    >>> [(a.status, a.negated) for a in acts(facts_of("They would not leave.", names, "2019")) if a.ideas]
    [('planned', True)]
    """
    reader = reader_of(facts)
    light_acts = listed("light_acts")
    heavy = [at for at, word in enumerate(facts.words) if not word.light or word.stem in light_acts]
    places = [at for at in heavy if _may_act(facts, at, facts.words[at])]
    told = {at: facts.ideas[at] | _side(facts.words[at].stem) for at in places}
    return [Act(at, _without_borrowed(facts, at, told), facts.ideas[at], reader) for at in places]


def _without_borrowed(facts: Facts, at: int, told: Mapping[int, frozenset[str]]) -> frozenset[str]:
    """The ideas of an act, of all that are told, but for those of its neighbours.

    "getting ready to take the forces out": the "out" belongs to "take"; and "come" alone is no moving.
    """
    word, words = facts.words[at], facts.words
    if word.stem not in listed("light_acts"):
        return told[at]
    own = frozenset(load("certainty")["light_ideas"].get(word.stem, ()))
    if word.stem == "go" and not {o.low for o in words[at + 1 : at + 5]} & _WHERE:
        own = frozenset()  # "fares went up" moves nobody
    if word.stem == "take" and _only_has(words, at):
        return frozenset()  # "took the view that …" moves nobody
    follows = words[at + 1].low if at + 1 < len(words) else ""
    if word.low == "gone" and follows not in _WHERE | listed("particles"):
        own = frozenset({"/leave"})  # "how many had gone"
    phrasal = told[at] - ideas(word.stem)
    behind = [other.low for other in words[at + 1 : at + 5]]
    own |= {f"/{word.stem} {low}" for low in behind if low in listed("particles")}  # "given up"
    nearer = [n for n in told if at < n <= at + 7 and words[n].stem in listed("light_acts")]
    phrasal -= frozenset().union(*(told[n] for n in nearer))
    kept = (told[at] & own) | (own & {"/leave"}) | {idea for idea in own if " " in idea}
    return kept | phrasal | _root(told[at], word.stem)


def _only_has(words: Sequence[Word], at: int) -> bool:
    """ "Took the view", "the form that it could take": what is taken is nothing that moves."""
    behind = [word.low for word in words[at + 1 : at + 3]]
    ahead = {word.low for word in words[max(0, at - _FAR) : at] if word.clause == words[at].clause}
    return not listed("stands").isdisjoint(behind) or not ahead.isdisjoint(("form", "shape"))


@cache
def _side(stem: str) -> frozenset[str]:
    """The side of a pair of opposites that a word stands on: "close" and "shut" are one act."""
    return frozenset(
        f"/{side[0]}~"
        for pair in load("certainty")["antonyms"]
        for side in pair
        if len(side) > 1 and stem in side and side[0] not in listed("loose_sides")
    )


def _is_event(words: Sequence[Word], at: int, own: frozenset[str]) -> bool:
    """Tell whether a word, by its own ideas, is a noun that names an event."""
    if words[at].low.endswith(("ers", "ors")):
        return False  # "fighters", "attackers": people, whatever they do
    if is_ing(words[at]) and at + 1 < len(words) and words[at + 1].low == "of":
        return True  # "the widening of the crack took place"
    if is_ing(words[at]) and at and words[at - 1].low in ("its", "their", "his", "her"):
        return True  # "the prevention of its regrouping"
    return not own.isdisjoint(_events()) or words[at].stem in listed("event_nouns")


def _root(told: frozenset[str], stem: str) -> frozenset[str]:
    """ "gave" and "given" alone are no act; "not coming" and "coming", "will hold" may be one."""
    if stem not in ("go", "come", "hold"):
        return frozenset()
    return frozenset(idea for idea in told if not idea.startswith("/"))


@cache
def _events() -> frozenset[str]:
    return frozenset(f"/{name}" for name in load("certainty")["event_groups"])


def _may_act(facts: Facts, at: int, word: Word) -> bool:
    if not word.low.isalpha():
        return False
    if word.text.endswith(("'s", "’s")) and not _is_event(facts.words, at, facts.ideas[at]):
        return False  # "no proof of the group's claim" denies no group
    if word.is_name and not _only_opens(facts, at):
        return False
    if any(m.person and m.start <= word.start < m.end for m in facts.names):
        return False  # "the outgoing minister"
    return word.low not in ("home", "back")


def _only_opens(facts: Facts, at: int) -> bool:
    """Tell whether a word is no name and has its capital from what it opens: "Ruled out by him"."""
    word = facts.words[at]
    if at and facts.text[: word.start].rstrip()[-1:] not in '.“"‘':
        return False
    by = is_past(word) and "by" in [other.low for other in facts.words[at + 1 : at + 4]]
    return by or _is_event(facts.words, at, facts.ideas[at])


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
