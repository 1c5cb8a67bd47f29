"""Words of degree: a place or a time made the whole, a small thing large, a softener lost, a stronger word
added."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dateline.brief.facts import Facts
from dateline.brief.passages import Passage
from dateline.brief.wording import has_phrase, is_light, phrases_in
from dateline.findings import Finding, Place
from dateline.lexicon import load


def judge(facts: Facts, cited: Sequence[Passage]) -> list[Finding]:
    """Name the first word of degree that no cited paragraph bears out.

    >>> from dateline import open_case
    >>> from dateline.brief import check_one
    >>> check_one("The task is fully done [@S1, para. 8].", open_case("syria-withdrawal")).keys[:1]
    ['certainty-raised']
    """
    if not cited:
        return []
    return _widened(facts, cited) or _resized(facts, cited) or _strengthened(facts, cited)


def _own(facts: Facts, phrases: Sequence[str]) -> Iterator[re.Match[str]]:
    """The places of some phrases outside quotations and behind no "not"."""
    for match in phrases_in(facts.text, phrases):
        quoted = any(a <= match.start() < b for a, b in facts.quotations)
        if not quoted and not re.search(
            r"(?:\bnot|\bnor|n[’']t|\bnever)\s+(?:yet\s+)?$", facts.text[: match.start()]
        ):
            yield match


def _any_has(cited: Sequence[Passage], phrases: Sequence[str]) -> bool:
    return any(has_phrase(passage.text, phrases) for passage in cited)


def _widened(facts: Facts, cited: Sequence[Passage]) -> list[Finding]:
    """ "All over the country" where the text speaks of a part of it."""
    words = load("degrees")
    match = next(_own(facts, words["wide"]), None)
    if match is None or _any_has(cited, words["wide"]):
        return []
    mine = _beside(facts, *match.span())
    wholes = ((passage, whole) for passage in cited for whole in _all(passage))
    if any(mine & _beside(passage.facts, *whole.span()) for passage, whole in wholes):
        return []
    return [Finding("scope-widened", possible=1, params={"given": match[0]}, place=Place(*cited[0].place))]


def _all(passage: Passage) -> Iterator[re.Match[str]]:
    return phrases_in(passage.text, load("degrees")["wholes_too"])


def _beside(facts: Facts, start: int, end: int) -> frozenset[str]:
    """The ideas of the words that stand near a place, two ahead and four behind."""
    ahead = [at for at, word in enumerate(facts.words) if word.end <= start][-2:]
    behind = [at for at, word in enumerate(facts.words) if word.start >= end][:4]
    near = [at for at in (*ahead, *behind) if not is_light(facts.words[at])]
    return frozenset().union(*(facts.ideas[at] for at in near))


def _resized(facts: Facts, cited: Sequence[Passage]) -> list[Finding]:
    """ "Large areas" where the text has "a small piece" and nothing large."""
    words = load("degrees")
    for mine, turned in (("large", "small"), ("small", "large")):
        match = next(_own(facts, words[mine]), None)
        if match is None or _any_has(cited, words[mine]):
            continue
        other = next((p for p in cited if has_phrase(p.text, words[turned])), None)
        if other is not None:
            return [
                Finding("scope-widened", possible=1, params={"given": match[0]}, place=Place(*other.place))
            ]
    return []


def _strengthened(facts: Facts, cited: Sequence[Passage]) -> list[Finding]:
    words = load("degrees")
    for name, phrases in words["stronger"].items():
        matches = [m for m in _own(facts, phrases) if name != "far" or _figure_behind(facts, m.end(), cited)]
        if matches and not _any_has(cited, words["borne_out"][name]):
            match = matches[0]
            params = {"given": match[0], "status": words["steps"][name], "text_status": words["plain_step"]}
            place = Place(*cited[0].place)
            return [Finding("certainty-raised", possible=1, params=params, place=place)]
    return []


def _figure_behind(facts: Facts, start: int, cited: Sequence[Passage]) -> bool:
    """Tell whether the figure behind "well over" is the text's own: over a lower one it may be true."""
    figure = next((c.figure for c in facts.figures if c.figure.end > start), None)
    theirs = {
        c.figure.lower if c.figure.lower is not None else c.figure.upper
        for p in cited
        for c in p.facts.figures
    }
    return figure is not None and bool({figure.lower, figure.upper} & theirs - {None})


def softener_lost(facts: Facts, cited: Sequence[Passage]) -> list[Finding]:
    """ "Complete" where the text has "largely complete", and the sentence holds back in no other way."""
    if has_phrase(facts.text, load("degrees")["soft_too"]):
        return []
    for passage in cited:
        for match in phrases_in(passage.text, load("degrees")["softeners"]):
            head = _head(passage.facts, match.end())
            if (
                head is not None
                and _states(facts, passage.facts.ideas[head])
                and not _plain(facts, head, passage, cited)
            ):
                exact = passage.text[match.start() : passage.facts.words[head].end]
                place = Place(*passage.place, match.start(), passage.facts.words[head].end, exact)
                return [
                    Finding(
                        "hedge-dropped",
                        possible=1,
                        params={"given": _word(facts, passage.facts.ideas[head])},
                        place=place,
                    )
                ]
    return []


def _head(facts: Facts, start: int) -> int | None:
    """The word that a softener holds back: the next one, numbers and names left out."""
    at = next((i for i, word in enumerate(facts.words) if word.start >= start), None)
    if at is None or facts.words[at].start - start > 1:
        return None
    word = facts.words[at]
    counted = any(c.figure.start <= word.start < c.figure.end for c in facts.figures)
    return None if counted or word.is_name or is_light(word) or not facts.ideas[at] else at


def _states(facts: Facts, head: frozenset[str]) -> bool:
    return any(
        ideas & head and not any(a <= word.start < b for a, b in facts.quotations)
        for word, ideas in zip(facts.words, facts.ideas, strict=True)
    )


def _word(facts: Facts, head: frozenset[str]) -> str:
    return next(word.text for word, ideas in zip(facts.words, facts.ideas, strict=True) if ideas & head)


def _plain(facts: Facts, head: int, softened: Passage, cited: Sequence[Passage]) -> bool:
    """Tell whether a cited paragraph has the same without the softener as well; "complete defeat" is no
    such thing where the sentence speaks of no defeat."""
    ideas = softened.facts.ideas[head]
    return any(
        theirs & ideas and _is_told(facts, passage.facts, at)
        for passage in cited
        for at, theirs in enumerate(passage.facts.ideas)
        if passage is not softened or at != head
    )


def _is_told(facts: Facts, theirs: Facts, at: int) -> bool:
    """Tell whether a sentence has the noun that stands right behind a word, if there is one."""
    word, behind = theirs.words[at], theirs.words[at + 1 : at + 2]
    if not behind or behind[0].start - word.end > 1 or is_light(behind[0]):
        return True
    return bool(theirs.ideas[at + 1] & facts.every_idea)
