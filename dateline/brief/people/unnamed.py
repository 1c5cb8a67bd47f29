"""People without a name: how many they are, and whether a brief makes more of them than the text does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from dateline.brief.ground.names import Names, nations
from dateline.brief.language.once import once
from dateline.brief.language.wording import Word, ideas, is_light, stem, words
from dateline.lexicon import load
from dateline.marks import fold


@dataclass(frozen=True, slots=True)
class Unnamed:
    """People without a name: `number` is "one", "many" or "several"; `described` are the words for them."""

    number: str
    head: str
    described: tuple[Word, ...]


@cache
def listed(name: str) -> frozenset[str]:
    """Return one list of `reporting.yaml`; "unnamed" is all that may stand for people without a name."""
    lists = load("reporting")
    if name == "unnamed":
        return frozenset().union(
            *(lists[f"{kind}_{n}"] for kind in ("anonymous", "unnamed") for n in _NUMBERS)
        )
    found = frozenset(map(str, lists[name]))
    return found | {cut for cut, verb in _cut_forms().items() if verb in found} if name in _VERBS else found


_VERBS = ("verbs", "views", "told_by_the_verb", "more_than_said", "passed_on", "comparing")


@cache
def _cut_forms() -> dict[str, str]:
    """What `wording.stem` makes of the forms of a verb whose plain form it cannot know: "reiterat"."""
    found = {}
    for verb in load("reporting")["verbs"]:
        base = verb[:-1] if verb.endswith("e") else verb
        found |= {stem(f"{base}{ending}"): verb for ending in ("ed", "ing")}
    return {cut: verb for cut, verb in found.items() if cut != verb}


def plain(verb: str) -> str:
    """Return the plain form of a verb of saying as `wording.stem` leaves it.

    >>> plain("reiterat"), plain("say")
    ('reiterate', 'say')
    """
    return _cut_forms().get(verb, verb)


_NUMBERS = ("one", "many")


def number(all_words: Sequence[Word], at: int) -> str:
    """Tell one, many or several of people without a name, by the words just before them.

    >>> number(words("two senior officials"), 2), number(words("an official"), 1)
    ('several', 'one')
    """
    low = all_words[at].low
    behind = [word.low for word in all_words[at + 1 : at + 4]]
    if behind[:1] == ["and"] and set(behind) & {"colleagues", "colleague", "others", "another", "friends"}:
        return "several"
    if low not in _many():
        ahead = [word.low for word in all_words[max(0, at - 4) : at]]
        return "several" if "than" in ahead and "one" in ahead else "one"
    lead = all_words[max(0, at - 4) : at]
    if any([a.low, b.low] == ["one", "of"] for a, b in pairwise(lead)):
        return "one"  # "one of Pesk's aides"
    if [word.low for word in lead[-3:]] == ["a", "number", "of"]:
        return "several"  # "a number of engineers"
    ahead = {word.low for word in _phrase(all_words, at)} | {
        word.low for word in all_words[max(0, at - 2) : at]
    }
    return "several" if ahead & listed("several") else "many"


@cache
def _many() -> frozenset[str]:
    return listed("anonymous_many") | listed("unnamed_many")


def _phrase(all_words: Sequence[Word], at: int) -> list[Word]:
    """The words of a noun phrase before its noun, back to its article, a small word or a comma."""
    found: list[Word] = []
    for word in reversed(all_words[max(0, at - 5) : at]):
        following = found[-1] if found else all_words[at]
        if (
            word.clause != all_words[at].clause
            or following.start - word.end > 1
            or word.low in listed("phrase_ends")
        ):
            break
        found.append(word)
        if word.low in listed("small"):
            break
    return found[::-1]


def read(all_words: Sequence[Word], at: int) -> Unnamed:
    """Read the people without a name whose noun stands at an index.

    >>> someone = read(words("said two senior Turkish officials in Ankara"), 4)
    >>> someone.number, [word.low for word in someone.described]
    ('several', ['two', 'senior', 'turkish', 'ankara'])
    """
    behind = []
    tail = all_words[at + 1 : at + 6]
    if tail and tail[0].low in ("in", "at", "of", "from", "within", "inside", "with"):
        for word in tail[1:]:
            if word.clause != all_words[at].clause or (not word.is_name and word.low not in listed("small")):
                break
            behind.append(word)
    return Unnamed(number(all_words, at), all_words[at].low, (*_phrase(all_words, at), *behind))


def kind_of(id: str, names: Names) -> str:
    """Return "one" or "many" for a party of the case without a name of its own, else ""."""
    return _kind_of(names, id)


@once
def _kind_of(names: Names, id: str) -> str:
    party = names.people.get(id) or names.organisations.get(id)
    said = fold(party.name).lower().split() if party else []
    if not said or fold(party.name)[0].isupper():
        return ""
    if id in names.organisations and set(_before_which(said)).isdisjoint(listed("unnamed")):
        return ""  # "a union that represents the guards" is a body
    if said[0] in ("a", "an", "one") or said[-1] in listed("anonymous_one"):
        return "one"
    return "many" if id in names.people and set(said) & listed("unnamed") else ""


def _before_which(said: Sequence[str]) -> Sequence[str]:
    """The words of a name ahead of "that", "who" or "of"."""
    ends = (at for at, low in enumerate(said) if low in ("that", "who", "which", "of", "for", "at", "in"))
    return said[: next(ends, len(said))]


def makes_more(mine: Unnamed, theirs: Sequence[Unnamed]) -> str:
    """Tell whether a brief counts or raises unnamed people otherwise than the text does, or means others.

    "more" for more or higher people, "other" for people of another nation or trade, "" when it is fair.

    >>> def one(text):
    ...     found = words(text)
    ...     return read(found, len(found) - 1)
    >>> makes_more(one("several officials"), [one("an official")])
    'more'
    >>> makes_more(one("a Turkish official"), [one("a U.S. official")])
    'other'
    >>> makes_more(one("a person"), [one("a U.S. official")])
    ''
    """
    if not theirs:
        return ""
    numbers = {other.number for other in theirs}
    if mine.number not in numbers and not (mine.number == "many" and "several" in numbers):
        return "more"
    told = frozenset().union(*(_said(other) for other in theirs))
    if (
        _counts(mine)
        and not _counts(mine) & frozenset().union(*map(_counts, theirs))
        and "several" in numbers
    ):
        return "more"
    added = [word for word in mine.described if word.low in listed("ranks") - listed("several")]
    added += [word for word in mine.described if word.is_name and _is_body(word)]
    if any(word.low not in told for word in added):
        return "more"
    if nations(mine.described) - frozenset().union(*(nations(other.described) for other in theirs)):
        return "other"
    if mine.head in listed("anybody"):
        return ""
    return (
        ""
        if _heads(mine.head) & frozenset().union(*(_heads(other.head) for other in theirs), told)
        else "other"
    )


def _counts(someone: Unnamed) -> frozenset[str]:
    """The number word by which people without a name are counted: "two", "three"."""
    return frozenset(word.low for word in someone.described) & frozenset(load("numbers")["small"])


def _is_body(word: Word) -> bool:
    """Tell whether a capital makes a word the name of an office or place: "Pentagon sources"."""
    return not is_light(word) and not nations([word]) and word.low not in listed("before_names")


def _said(someone: Unnamed) -> frozenset[str]:
    return frozenset(word.low for word in someone.described) | {someone.head}


def _heads(head: str) -> frozenset[str]:
    """What a noun for people may mean, number left out."""
    plain = words(head)[0].stem
    return frozenset(ideas(plain)) | {plain, head}
