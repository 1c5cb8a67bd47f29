"""Read Pandoc citations such as `[@S1, para. 7; @S2, paras. 11-12]`, and find the paragraphs they name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from dateline.marks import fold
from dateline.sources import Source

_GROUP = re.compile(r"\[(?P<inside>[^\[\]]*@[^\[\]]+)\]")
_BARE = re.compile(
    r"(?<![\w@.])-?@(?P<key>[A-Za-z0-9_](?:[\w:.#$%&+?<>~/-]*[\w])?)"
    r"(?:\s*\[(?P<inside>[^\[\]@]*)\]"
    r"|\s*\((?P<round>(?:paras?|pars?|paragraphs?|¶+)[^()@]*)\)"
    r"|,?\s*(?P<behind>(?:(?:paras?|pars?|paragraphs?)\b\.?|¶+)\s*\d(?:[\d ,-]*\d)?))?"
)
_KEY = re.compile(r"-?@\{?(?P<key>[\w](?:[\w:.#$%&+?<>~/-]*[\w])?)\}?(?P<rest>.*)", re.DOTALL)
_LOCATOR = re.compile(r"\b(?:paragraphs?|paras?|pars?|¶+|§+)\b\.?|¶+|§+", re.IGNORECASE)
_STRANDED = re.compile(r"(\s(?<!\s\s)\s*)([.,;:!?]+)(?=\s|$)")  # what it begins with is quick to find
_NUMBERS = re.compile(r"(\d{1,4})(?:\s*(?:-+|to|through)\s*(\d{1,4}))?")
# Numbers and ranges with commas between them; what comes after them is a suffix, with numbers of its own.
_ONE = r"\d{1,20}(?!\d)(?:\s*(?:-+|to|through)\s*\d{1,20})?(?!\s+(?!and\b)[A-Za-z])"
_LIST = re.compile(rf"[\s,.:{{]*{_ONE}(?:\s*(?:,\s*and|,|&|and)\s*(?:(?:paras?|pars?)\b\.?\s*)?{_ONE})*")


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
    if "@" not in text:
        return []
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
            part = f"@{bare['key']}, {bare['inside'] or bare['round'] or bare['behind'] or ''}"
            one = _checked(part, bare.span(), text[bare.start() : bare.end()], sources)
            found.append(replace(one, problem="form") if _is_unclosed(plain, bare) else one)
    return sorted(found, key=lambda citation: citation.start)


def _is_unclosed(text: str, bare: re.Match[str]) -> bool:
    """Tell whether one of the two brackets of a citation is missing."""
    opened = text.rfind("[", 0, bare.start()) > text.rfind("]", 0, bare.start())
    return opened or bool(re.match(r"[^\[\]]{0,30}\]", text[bare.end() :]))


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
    listed = _LIST.match(tail)
    for match in _NUMBERS.finditer(listed[0] if listed else ""):
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
