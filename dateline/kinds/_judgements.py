"""What a sentence of judgement holds: words of likelihood, confidence, its basis, a time."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from dateline.lexicon import load
from dateline.marks import fold

_MONTH = r"(?:jan|febr|febru|march|april|may|june|july|aug|sept|octo|nov|dec)\w*"
_TIME = re.compile(
    rf"\b(?:19|20)\d\d\b|\b\d{{1,2}}\.?\s+{_MONTH}\b|\b{_MONTH}\s+\d{{1,2}}\b"
    r"|\b(?:by|before|until|till|within|in|over|during|for|at|through)\s+(?:the\s+)?(?:end\s+of\s+)?"
    r"(?:the\s+)?(?:next|coming|this|that|following|end\s+of|(?:a|an|one|two|three|four|five|six|\d+))\s+"
    r"(?:\w+\s+)?(?:days?|weeks?|months?|years?|quarter)\b"
    r"|\b(?:year's\s+end|year-end|end\s+of\s+(?:the\s+)?year|christmas|new\s+year|turn\s+of\s+the\s+year|year\s+(?:ends|is\s+(?:out|over)))\b",
    re.IGNORECASE,
)
_PERCENT = re.compile(
    r"(?:(\d{1,3})\s*(?:%|per\s?cent)?\s*(?:-|to|and)\s*)?(\d{1,3})\s*(?:%|per\s?cent)", re.IGNORECASE
)
# The month of May is written with a capital, and "as soon as possible" doubts nothing.
_MODAL = re.compile(r"\b(?:may|might|could|[Pp]ossibly|[Pp]erhaps|[Mm]aybe|(?<!as )possible)\b")
_TURNED = ("not likely", "not very likely", "not unlikely", "not at all likely")
_SOURCE = re.compile(
    r"(?-i:\b[A-Z]\d\b)|\bpara\b|¶|\breports?\b|\bsources?\b|\btexts?\b|\bparagraphs?\b|\bEsper\b|\bAP\b|\bPentagon\b"
    r"|\bofficials?\b|\bofficers?\b|\bfigures?\b|\bnumbers?\b|\bstatements?\b|\bwitness\w*\b|\brecords?\b"
    r"|\boutlets?\b|\barticles?\b|\bnewspapers?\b|\bagenc(?:y|ies)\b|\breporters?\b|\bvoices?\b|\bevidence\b|\bplans?\b|\borders?\b"
    r"|\b(?:sentences?|lines?|president|secretary|minister)\b|(?-i:\bM(?:r|s|rs)\.?\s[A-Z])"
    r"|\b(?:said|says|say|stated|states|told|tells|ordered|announced|according)\b",
    re.IGNORECASE,
)
_HIGH = re.compile(r"\bconfiden(?:ce|t)\b", re.IGNORECASE)
_LEVEL = re.compile(r"\b(?:high(?:ly)?|moderate(?:ly)?|medium|low|little)\b", re.IGNORECASE)


@cache
def _words(group: str) -> tuple[tuple[str, str], ...]:
    """Words of a group of lexicon/estimative.yaml, longest first, each with its word on the scale."""
    listed = load("estimative")[group]
    pairs = listed.items() if group == "same_scale" else ((word, word) for word in listed)
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


def scale() -> dict[str, list[int]]:
    """Return the words of the one scale with their bands in per cent (ICD 203)."""
    return load("estimative")["scale"]


def likelihoods(text: str) -> tuple[list[str], list[str]]:
    """Return the words of likelihood in a text: those of the scale, and those of other scales or none.

    >>> likelihoods("It is very likely, perhaps probable.")
    (['very likely'], ['probable', 'perhaps'])
    """
    rest = fold(text)
    ours: list[str] = []
    strange: list[str] = []
    known = [(w, w, strange) for w in (*_TURNED, *(w for w, _ in _words("other_scales")))]
    known += [(w, to, ours) for group in ("scale", "same_scale") for w, to in _words(group)]
    for word, meaning, found in sorted(known, key=lambda each: -len(each[0])):
        if word.lower() not in rest.lower():
            continue
        rest, times = re.subn(rf"(?<!\w){re.escape(word)}(?!\w)", " · ", rest, flags=re.IGNORECASE)
        found += [meaning] * times
    strange += [match[0] for match in _MODAL.finditer(rest)]
    return ours, strange


def strays(text: str, word: str) -> bool:
    """Tell whether a text states per cent outside the band of its word of likelihood.

    >>> strays("It is likely (55-80 %).", "likely"), strays("It is likely (90 %).", "likely")
    (False, True)
    """
    least, most = scale()[word]
    told = [int(end) for match in _PERCENT.finditer(fold(text)) for end in match.groups() if end]
    return any(not least <= each <= most for each in told)


def has_time(text: str) -> bool:
    """Tell whether a sentence says by when: a year, a day of a month, or a span from now.

    >>> has_time("It is likely by the end of 2019."), has_time("It is likely soon.")
    (True, False)
    """
    return bool(_TIME.search(fold(text)))


def has_confidence(text: str) -> bool:
    """Tell whether a sentence speaks of confidence."""
    return bool(_HIGH.search(text))


def has_level(text: str) -> bool:
    """Tell whether a confidence has a level: low, moderate (or medium), high."""
    return bool(_LEVEL.search(text))


def has_basis(text: str) -> bool:
    """Tell whether a sentence gives a reason that names something to rest on."""
    reason = _any_of(text, load("estimative")["basis"]) or bool(
        re.search(r"[:;]\s|\s[-–—]\s|,\s+for\b", text)
    )
    return reason and bool(_SOURCE.search(text))


def is_judgement(text: str) -> bool:
    """Tell whether a sentence is marked as the writer's own judgement ("We judge")."""
    return _any_of(text, load("estimative")["judging"])


def _any_of(text: str, phrases: Iterable[str]) -> bool:
    plain = fold(text).casefold()
    return any(re.search(rf"(?<!\w){re.escape(each)}(?!\w)", plain) for each in phrases)


def band_of(value: Any) -> tuple[int, int] | None:
    """Return a band as the learner wrote it: "55-80", "55 to 80 %", [55, 80]; None when it is none.

    >>> band_of("55–80 %"), band_of([55, 80]), band_of("likely")
    ((55, 80), (55, 80), None)
    """
    if isinstance(value, list):
        value = " ".join(str(each) for each in value)
    if not isinstance(value, str):
        return None
    numbers = [int(each) for each in re.findall(r"\d{1,3}", re.sub(r"[.,]0\b", "", fold(value)))]
    return (numbers[0], numbers[1]) if len(numbers) == 2 else None
