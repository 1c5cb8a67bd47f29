"""Which content words of a sentence some paragraphs have: the same word, a kin word or a synonym."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from dateline.brief.amounts.calculations import is_declared
from dateline.brief.ground.acts import Act
from dateline.brief.ground.facts import Facts
from dateline.brief.ground.names import nations
from dateline.brief.ground.passages import Ground, Passage
from dateline.brief.language.cued import Cued
from dateline.brief.language.once import once
from dateline.brief.language.verbs import listed
from dateline.brief.language.wording import Word, has_phrase, phrases_in
from dateline.brief.people.voices import attributes
from dateline.lexicon import load

_LABEL = Cued(r"\W*[A-Z][a-z]+(?:\s+[a-z-]+){0,3}:\s", cues=":")
_PART = 3  # letters that the shorter part of a compound has at least
_BETWEEN = 6  # words between "had" and what somebody had done
_NOTS = frozenset(("not", "no", "never", "none", "without"))
_REFUSING = frozenset(("refuse", "refus", "decline", "declin", "unable"))
_REPORT = frozenset(("report", "reports", "article", "articles", "s1", "s2", "s3", "s4"))


class Cover(NamedTuple):
    """How the content words of a sentence fare in some paragraphs: those found and those not."""

    found: tuple[Word, ...]
    missing: tuple[Word, ...]
    names: tuple[Word, ...]

    @property
    def lacking(self) -> tuple[Word, ...]:
        """All words that were not found, unknown names first."""
        return self.names + self.missing

    @property
    def share(self) -> float:
        """The share of content words that were found; 1 where there are none."""
        whole = len(self.found) + len(self.lacking)
        return len(self.found) / whole if whole else 1.0


def cover(facts: Facts, passages: Iterable[Passage], ground: Ground, *, with_common: bool = True) -> Cover:
    """Look every content word of a sentence up in some paragraphs.

    Names, figures, dates and what stands in quotation marks are compared elsewhere. `missing` are plain
    words, `names` words with a capital that neither the paragraphs nor the case know.
    """
    passages = tuple(passages)
    known = _all_of([passage.known for passage in passages])
    forms = _all_of([passage.forms for passage in passages])
    found, missing, names = [], [], []
    for at in claiming(facts):
        word = facts.words[at]
        if (
            not facts.wide[at].isdisjoint(known)
            or (with_common and not facts.ideas[at].isdisjoint(ground.common))
            or is_built_from(word, forms)
        ):
            found.append(word)
        elif word.end <= _label_end(facts) or _claims_nothing(facts, at, passages):
            continue
        elif word.is_name and (nations([word]) or at):
            names.append(word)
        else:
            missing.append(word)
    return Cover(tuple(found), tuple(missing), tuple(names))


def _all_of(sets: Sequence[frozenset[str]]) -> frozenset[str]:
    """What some sets hold together; most sentences cite one paragraph."""
    return sets[0] if len(sets) == 1 else frozenset().union(*sets)


def _claims_nothing(facts: Facts, at: int, passages: Iterable[Passage]) -> bool:
    """Tell whether a word only attributes, is a title cut short, or tells what is judged elsewhere."""
    word = facts.words[at]
    title = word.low in load("abbreviations")["bound"]
    refused = word.stem in _REFUSING and not all(_NOTS.isdisjoint(passage.forms) for passage in passages)
    return (
        title
        or refused
        or attributes(facts, at)
        or _on_anonymity(facts, word, passages)
        or _is_planned(word, passages)
        or _is_bid(word, passages)
    )


@once
def _label_end(facts: Facts) -> int:
    """Where a label of a few words ends, as in "- Precedent: the last fire …": it only sorts what follows."""
    label = _LABEL.match(facts.text)
    figures = [counted.figure for counted in facts.figures]
    if label is None or any(figure.start < label.end() for figure in figures):
        return 0
    return label.end()


def is_built_from(word: Word, forms: frozenset[str]) -> bool:
    """Tell whether a word is put together from words of a text, or is part of one that is.

    >>> from dateline.brief.language.wording import words
    >>> bond, unused, pay = words("bondholders unused pay")
    >>> is_built_from(bond, frozenset(("holder", "bond"))), is_built_from(unused, frozenset(("not", "used")))
    (True, True)
    >>> is_built_from(pay, frozenset(("repay",)))
    False
    """
    for plain in {word.low, word.stem}:
        if any(plain[:at] in forms and plain[at:] in forms for at in range(_PART, len(plain) - _PART + 1)):
            return True
        if plain.startswith("un") and plain[2:] in forms and not _NOTS.isdisjoint(forms):
            return True
    long = len(word.stem) > _PART + 1
    return long and any(word.stem in form and len(form) - len(word.stem) > _PART for form in forms)


def _on_anonymity(facts: Facts, word: Word, passages: Iterable[Passage]) -> bool:
    """Tell whether a word tells that somebody would not be named, as a paragraph does in other words."""
    phrases = load("reporting")["anonymity"]
    told = has_phrase(facts.text, phrases)
    return bool(told and told.start() <= word.start < told.end()) and any(
        has_phrase(passage.text, phrases) for passage in passages
    )


def _is_planned(word: Word, passages: Iterable[Passage]) -> bool:
    """ "The vote is scheduled for 5 December" for "is to vote": how far it has got is judged elsewhere."""
    return bool(
        word.stem in listed("scheduling")
        and any(act.status == "planned" for passage in passages for act in passage.acts)
    )


def _is_bid(word: Word, passages: Iterable[Passage]) -> bool:
    """ "Ordered his troops forward" for "had his troops move forward": he made others do it."""
    return bool(
        word.stem in listed("bidding")
        and any(_made_done(act) for passage in passages for act in passage.acts)
    )


def _made_done(act: Act) -> bool:
    """ "Had Turkish forces move up": a bare verb behind "had" and those who are to do it."""
    word = act.reader.words[act.at]
    bare = not act.noun and word.low == word.stem
    return bare and any(act.reader.low(here) == "had" for here in act.reader.before(act.at, _BETWEEN)[1:])


@once
def claiming(facts: Facts) -> list[int]:
    """The indices of the words to look up: no light words, names of the case, figures, dates, quotations
    or phrases that only join."""
    taken = [(m.start, m.end) for m in facts.names] + list(facts.quotations) + _joining(facts.text)
    taken += [(c.figure.start, c.figure.end) for c in facts.figures] + [(d.start, d.end) for d in facts.dates]
    reasoning = _listed("analytic") if facts.figures and is_declared(facts.text) else frozenset()
    if not _REPORT.isdisjoint([word.low for word in facts.words]):
        reasoning = reasoning | _listed("of_reports")
    words = facts.words
    found = [at for at, word in enumerate(words) if not word.light]
    if reasoning:
        found = [at for at in found if reasoning.isdisjoint((words[at].stem, words[at].low))]
    for a, b in taken:
        found = [at for at in found if not a <= words[at].start < b]
    return found


def _joining(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in phrases_in(text, load("light")["discourse"])]


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(load("light")[name])
