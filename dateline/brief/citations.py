"""Read Pandoc citations such as `[@S1, para. 7; @S2, paras. 11-12]`, and find the paragraphs they name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from dateline.marks import fold
from dateline.sources import Source

_GROUP = re.compile(r"\[(?P<inside>[^\[\]]*@[^\[\]]+)\]")
_BARE = re.compile(
    r"(?<![\w@.])-?@(?P<key>[A-Za-z0-9_](?:[\w:.#$%&+?<>~/-]*[\w])?)"
    r"(?:\s*\[(?P<inside>[^\[\]@]*)\]"
    r"|,?\s*(?P<behind>(?:(?:paras?|pars?|paragraphs?)\b\.?|¶+)\s*\d(?:[\d ,-]*\d)?))?"
)
_KEY = re.compile(r"-?@\{?(?P<key>[\w](?:[\w:.#$%&+?<>~/-]*[\w])?)\}?(?P<rest>.*)", re.DOTALL)
_LOCATOR = re.compile(r"\b(?:paragraphs?|paras?|pars?|¶+|§+)\b\.?|¶+|§+", re.IGNORECASE)
_STRANDED = re.compile(r"(\s+)([.,;:!?]+)(?=\s|$)")
_NUMBERS = re.compile(r"(\d{1,4})(?:\s*(?:-+|to|through)\s*(\d{1,4}))?")


@dataclass(frozen=True, slots=True)
class Citation:
    """One source cited in a sentence: its key as written and the paragraph numbers, () when none is given.

    `problem` is "" or why it leads nowhere: "source", "paragraph" or "form". `start` and `end` are where the
    whole citation stands in the sentence.
    """

    key: str
    paragraphs: tuple[int, ...]
    written: str
    start: int
    end: int
    problem: str = ""


def citations(text: str, sources: Mapping[str, Source]) -> list[Citation]:
    """Return the citations of a text, those that lead nowhere with their problem.

    >>> [(c.key, c.paragraphs) for c in citations("So [see @S1, para. 7; @S2, paras. 11-12].", {})]
    [('S1', (7,)), ('S2', (11, 12))]
    """
    plain = fold(text)
    found, taken = [], []
    for group in _GROUP.finditer(plain):
        taken.append(group.span())
        found += [
            _checked(part, group.span(), text[group.start() : group.end()], sources)
            for part in group["inside"].split(";")
            if part.strip()
        ]
    for bare in _BARE.finditer(plain):
        if not any(start <= bare.start() < end for start, end in taken):
            part = f"@{bare['key']}, {bare['inside'] or bare['behind'] or ''}"
            found.append(_checked(part, bare.span(), text[bare.start() : bare.end()], sources))
    return sorted(found, key=lambda citation: citation.start)


def _checked(part: str, span: tuple[int, int], written: str, sources: Mapping[str, Source]) -> Citation:
    match = _KEY.search(part)
    if not match:
        return Citation("", (), written, *span, problem="form")
    key = next((id for id in sources if id.lower() == match["key"].lower()), match["key"])
    numbers, sound = _numbers(match["rest"])
    problem = ""
    if sources and key not in sources:
        problem = "source"
    elif not sound:
        problem = "form"
    elif sources and any(not 1 <= number <= len(sources[key].paragraphs) for number in numbers):
        problem = "paragraph"
    return Citation(key, numbers, written, *span, problem=problem)


def _numbers(rest: str) -> tuple[tuple[int, ...], bool]:
    """Read a locator, ", paras. 5, 7 and 9-11"; the second value tells whether it can be read."""
    if not rest.strip(" ,.:;"):
        return (), True
    place = _LOCATOR.search(rest)
    if not place and re.search(r"\b(?:p|pp|pages?|ch|chapters?|lines?|sections?|vol)\b", rest, re.IGNORECASE):
        return (), False
    tail = rest[place.end() :] if place else rest
    found: list[int] = []
    for match in _NUMBERS.finditer(tail):
        first, last = int(match[1]), int(match[2] or match[1])
        if last < first or last - first > 200:
            return (), False
        found += range(first, last + 1)
    return tuple(dict.fromkeys(found)), bool(found)


def without(text: str, found: list[Citation]) -> str:
    """Return the text with its citations blanked, so that offsets stay valid; a full stop or comma behind one
    moves up to the word before it.

    >>> without("It fell [@S1, para. 7].", citations("It fell [@S1, para. 7].", {})).split()
    ['It', 'fell.']
    """
    letters = list(text)
    for citation in found:
        for at in range(citation.start, citation.end):
            letters[at] = " "
    return _STRANDED.sub(r"\2\1", "".join(letters)) if found else text
