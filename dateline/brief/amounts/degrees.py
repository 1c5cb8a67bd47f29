"""Words of degree: a place or a time made the whole, a small thing large, a stronger word
added."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from dateline.brief.ground.facts import Facts, telling, telling_between
from dateline.brief.ground.passages import Passage
from dateline.brief.language.wording import has_phrase, is_light, phrases_in
from dateline.findings import Finding, Place
from dateline.lexicon import WordList, load

_ALWAYS = ("never", "always", "constantly")
_CLOSES = re.compile(r"\s*(?:[,;.:]|and\b|but\b|$)")
_ENOUGH = 2  # words in common show that two sentences tell of one thing


def judge(facts: Facts, cited: Sequence[Passage]) -> list[Finding]:
    """Name the first word of degree that no cited paragraph bears out.

    >>> from dateline import open_case
    >>> from dateline.brief import check_one
    >>> check_one("The task is fully done [@S1, para. 8].", open_case("syria-withdrawal")).keys[:1]
    ['certainty-raised']
    """
    if not cited or not has_phrase(facts.text, _degrees()):
        return []
    return _widened(facts, cited) or _resized(facts, cited) or _strengthened(facts, cited)


@cache
def _degrees() -> WordList:
    """All words of degree that a sentence may have; most have none."""
    words = load("degrees")
    lists = words["wide"], words["large"], words["small"], *words["stronger"].values()
    return WordList(phrase for phrases in lists for phrase in phrases)


_PLACE = re.compile(r"\b[Ii]n ((?:the )?[A-Z]\w+(?: [A-Z]\w+)*) $")


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
    found = (each for each in _own(facts, words["wide"]) if not _is_of_a_count(facts, each, cited))
    match = next(found, None)
    if match is None or _any_has(cited, words["wide"]):
        return []
    mine = _beside(facts, *match.span())
    wholes = [(passage, whole) for passage in cited for whole in _all(passage)]
    if any(mine & _beside(passage.facts, *whole.span()) for passage, whole in wholes):
        return []
    times = [(passage, whole) for passage, whole in wholes if whole[0].lower() in _ALWAYS]
    if _CLOSES.match(facts.text, match.end()) and any(_in_common(facts, *each) for each in times):
        return []  # "was against it throughout" for "never wavered in opposing it"
    return [Finding("scope-widened", possible=1, params={"given": match[0]}, place=Place(*cited[0].place))]


def _in_common(facts: Facts, passage: Passage, whole: re.Match[str]) -> bool:
    """Tell whether the sentence of a paragraph in which "never" stands tells some of the same."""
    span = next(span for span in passage.sentences if whole.start() < span[1])
    known = frozenset().union(*telling_between(passage.facts, span))
    return sum(bool(ideas & known) for ideas in telling(facts)) >= _ENOUGH


def _is_of_a_count(facts: Facts, match: re.Match[str], cited: Sequence[Passage]) -> bool:
    """ "Eleven died in the whole of 2019", "in Iraq as a whole 5,000 stay": a count in a year or a place is
    one in the whole of it."""
    ahead = facts.text[: match.start()]
    dated = any(date.start <= match.start() < date.end for date in facts.dates)
    place = _PLACE.search(ahead)
    placed = place is not None and any(f"in {place[1]}".lower() in p.text.lower() for p in cited)
    counted = any(not each.figure.unit and not each.figure.vague for each in facts.figures)
    return counted and (placed or (dated and ahead.endswith(("in ", "In "))))


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
