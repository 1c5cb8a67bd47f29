"""Sentences taken apart as far as drafting needs it: their verb, their tail of attribution, their halves."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dateline.lexicon import load
from dateline.marks import fold

_JOINT = re.compile(r"(?:;|,? (?:and|but)|, while)\s")
_SAYING = r"(?:said|says|told|added|warned|stated|estimates?|according to)"
_TAIL = re.compile(
    rf",\s(?:(?!\b(?:and|but|while|who|which)\b)[^,;])*?\b{_SAYING}\b[^,;]*(?:,\s(?:an?|the|who|its|his|her)\b[^;]*)?$"
)
_PRONOUN = re.compile(r"(?:he|she|it|they)\b", re.IGNORECASE)
_NO_CLAUSE = re.compile(r"(?:that|which|who|whom|to|for|of|in|on|at|not|if|when|as)\b", re.IGNORECASE)
_BARE = re.compile(r"[\d,.]+ (?:are|is|were|was|have|has|had|died|left|remain\w*)\b")  # "11 died": of what?
_FEWEST = 4  # words a half must have to be a claim


@dataclass(frozen=True)
class Halves:
    """Two clauses of one sentence, each made to stand alone, and the attribution behind both ("" if none)."""

    first: str
    second: str
    tail: str


@cache
def _verb() -> re.Pattern[str]:
    rules = load("drafting")
    past = rf"\b(?:{'|'.join(load('irregular')['past'])})\b"
    return re.compile("|".join([rules["verb"], past, *rules["status"].values()]))


def verb_at(text: str) -> tuple[int, int] | None:
    """Return where the first verb of a text stands, as far as it is known by its form.

    >>> verb_at("The port was closed.")
    (9, 12)
    """
    found = _verb().search(fold(text).lower())
    return found.span() if found else None


def without_tail(sentence: str) -> tuple[str, str]:
    """Take who says so off the end of a sentence, and return it as the head of one; "" where nobody does.

    >>> without_tail("Two ships left, the mayor said on Monday")
    ('Two ships left', 'the mayor said on Monday')
    >>> without_tail("Two ships left, said Ana Bly, the mayor")
    ('Two ships left', 'Ana Bly, the mayor, said')
    """
    tail = _TAIL.search(sentence)
    if not tail:
        return sentence, ""
    voice = tail[0].strip(" ,")
    if turned := re.match(r"(said|says|warned|added|stated) (.+)", voice):
        comma = "," if "," in turned[2] else ""
        voice = f"{turned[2]}{comma} {turned[1]}"
    said = re.search(r"\b(?:said|says|warned|added|stated)\b", voice)
    return (sentence[: tail.start()], voice) if said else (sentence, "")


def halves(sentence: str) -> Halves | None:
    """Return the two clauses of a sentence that joins two; None for any other.

    >>> halves("The port closed on Monday, and the two ships left, the mayor said.")
    Halves(first='The port closed on Monday', second='The two ships left', tail=', the mayor said')
    >>> halves("The union called a strike and promised to end it.").second
    'The union promised to end it'
    """
    bare = sentence.rstrip(". ")
    if any(mark in bare for mark in '“”"():–—'):
        return None
    tail = _TAIL.search(bare)
    body = bare[: tail.start()] if tail else bare
    joints = list(_JOINT.finditer(body))
    for joint in joints:
        first, second = body[: joint.start()].strip(" ,"), body[joint.end() :].strip()
        if whole := _whole(first, second):
            return Halves(first, whole, tail[0] if tail else "")
    return None


def _whole(first: str, second: str) -> str:
    """The second clause with a subject of its own; "" where one of the two is no clause."""
    one, other = verb_at(first), verb_at(second)
    if (
        _BARE.match(second)
        or _NO_CLAUSE.match(second)
        or not one
        or not other
        or min(len(first.split()), len(second.split())) < _FEWEST
    ):
        return ""
    subject = first[: one[0]].strip(" ,")
    if not subject or len(subject.split()) > 6 or _PRONOUN.match(subject):
        return ""
    if other[0] == 0:
        return f"{subject} {second}"
    if pronoun := _PRONOUN.match(second):
        return f"{subject}{second[pronoun.end() :]}"
    starts_alone = len(second[: other[0]].split()) <= 5
    return second[0].upper() + second[1:] if starts_alone else ""
