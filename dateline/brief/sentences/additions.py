"""What a sentence adds to its paragraphs: a phrase or clause of which no word is borne out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from dateline.brief.ground.facts import Facts
from dateline.brief.language.cued import Cued
from dateline.brief.language.thesaurus import knows
from dateline.brief.language.verbs import is_past
from dateline.brief.language.wording import Word
from dateline.brief.sentences.cover import Cover
from dateline.lexicon import load
from dateline.marks import fold

BORNE_OUT = 0.5  # of a sentence must stand in its paragraphs; with less it is told in other words

_MARKS = re.compile(r"[,;:()\[\]]|\s[-–—]\s|—|--")
_SET_APART = re.compile(
    r"\W*(?:(?:many|most|some|all|both|none|several|half|few|one|each)\s+of|in|with|without|an?|the)\b",
    re.IGNORECASE,
)
_JOINED = re.compile(
    r"\W*(?:and|or|with|without|by|amid|despite|against|since|under|for|from|through|including)\b",
    re.IGNORECASE,
)


_RELATIVE = Cued(
    r"(?:,\s+(?:(?:(?:for|of|in|to|by|with|from|among|at|on|under|over|about|against|through|after)\s+)?"
    r"(?:which|whom|whose|who|where|when)|among them|including"
    r"|(?:many|most|some|all|several|two|one) of (?:them|whom|which))\b"
    r"|\s(?P<bare>that)\b)(?:[^,;:.]|(?<=\d)[.,](?=\d)|\.(?=\w))*",
    cues="that|wh|among them|including|of them",
    flags=re.IGNORECASE,
)
_PARTICLES = frozenset(("out", "up", "off", "down", "over", "away"))
_SOLID, _STRAY = 3, 0.25  # words of the rest that must be borne out, and how many may not be, for each


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a sentence between marks and openers; `marked`: a mark stands before it, or after."""

    start: int
    end: int
    marked: tuple[bool, bool]


def clear_addition(facts: Facts, here: Cover) -> tuple[Word, ...]:
    """Return the words of the first piece, or run of pieces, of which nothing is borne out; () for none.

    Two unknown words make a clear addition ("against the advice of his generals"); so does one that marks set
    apart ("many of them foreigners,") or that a joining word brings in, when the thesaurus knows its other
    meaning ("and doctors"). The rest of the sentence must be borne out: else it is another statement.
    """
    if len(here.found) < 2 or here.share < BORNE_OUT:
        return ()
    cut = pieces(facts)
    for run in _runs(cut, facts, here):
        lacking = [word for word in here.lacking if run.start <= word.start < run.end]
        alone = any(
            p.start <= lacking[0].start < p.end and _alone(lacking[0], p, facts.text) for p in cut if lacking
        )
        if len(lacking) > 1 or alone:
            return tuple(sorted(lacking, key=lambda word: word.start))
    return ()


def aside(facts: Facts, here: Cover, told: Sequence[Word] | None = None) -> tuple[Word, ...]:
    """Return the words of a relative clause or apposition of which nothing is borne out, though the rest of
    the sentence is; () for none.

    `told` are the words that the cited paragraphs themselves have. A name of the case or a quotation in it
    is judged elsewhere.
    """
    told = here.found if told is None else told
    for match in _RELATIVE.finditer(fold(facts.text)):
        if match["bare"] and not _is_clause(facts, match.end("bare")):
            continue
        inside = [word for word in here.lacking if match.start() <= word.start < match.end()]
        solid = [word.start for word in told if not _is_phrasal(facts, word)]
        solid += [start for start, _ in facts.quotations] + [mention.start for mention in facts.names]
        if not inside or any(match.start() <= at < match.end() for at in solid):
            continue
        beside = [word for word in here.lacking if word not in inside]
        borne = [word.start for word in here.found] + [mention.start for mention in facts.names]
        borne = [at for at in borne if not match.start() <= at < match.end()]
        sure = sum(word.is_name or knows(word.stem) for word in inside)
        if 2 * sure > len(inside) and len(borne) >= _SOLID and len(beside) <= _STRAY * len(borne):
            return tuple(sorted(inside, key=lambda word: word.start))
    return ()


def _is_clause(facts: Facts, end: int) -> bool:
    """ "A landslide that killed two": a past verb right behind "that" makes it a relative clause."""
    behind = next((word for word in facts.words if word.start >= end), None)
    return behind is not None and is_past(behind)


def _is_phrasal(facts: Facts, word: Word) -> bool:
    """ "Had run out of fuel" is no running."""
    behind = next((other for other in facts.words if other.start >= word.end), None)
    return behind is not None and behind.low in _PARTICLES


def _alone(word: Word, piece: Piece, text: str) -> bool:
    """Tell whether one unknown word is an addition by the piece that it stands in."""
    last = not re.search(r"\w", text[word.end : piece.end])  # "a former lobbyist", not "a small part"
    apart = last and all(piece.marked) and _SET_APART.match(text, piece.start)
    general = {word.low, word.stem} & _general()  # "by work to mend it": it brings nothing in by itself
    return bool(apart or (not general and _JOINED.match(text, piece.start) and knows(word.stem)))


@cache
def _general() -> frozenset[str]:
    return frozenset(load("light")["general"])


def pieces(facts: Facts) -> list[Piece]:
    """Cut a sentence at its marks and before the words that open a clause or phrase.

    >>> from dateline.brief.ground.facts import facts_of
    >>> from dateline.brief.ground.names import Names
    >>> from dateline import open_case
    >>> facts = facts_of("They left, in tears, against advice.", Names(open_case("tolvane-dam")), "2017")
    >>> [facts.text[piece.start : piece.end] for piece in pieces(facts)]
    ['They left', ', in tears', ', against advice.']
    """
    marks = [match.start() for match in _MARKS.finditer(fold(facts.text))]
    cuts = {0, len(facts.text), *marks}
    cuts |= {word.start for word in facts.words if word.low in _openers() and not _opened(facts, word, marks)}
    ends = set(marks) | {0, len(facts.text)}
    return [Piece(a, b, (a in ends, b in ends)) for a, b in pairwise(sorted(cuts))]


def _opened(facts: Facts, word: Word, marks: Sequence[int]) -> bool:
    """Tell whether only a mark stands before a word, so that its piece has begun already."""
    return any(mark < word.start and not facts.text[mark + 1 : word.start].strip() for mark in marks)


@cache
def _openers() -> frozenset[str]:
    return frozenset(load("light")["openers"])


def _runs(found: Sequence[Piece], facts: Facts, here: Cover) -> Iterator[Piece]:
    """Join neighbouring pieces that hold nothing borne out."""
    solid = [word.start for word in here.found] + [start for start, _ in facts.quotations]
    solid += [mention.start for mention in facts.names]
    figures = [counted.figure.start for counted in facts.figures]
    run: Piece | None = None
    for piece in found:
        new = any(piece.start <= word.start < piece.end for word in here.lacking)
        if any(piece.start <= at < piece.end for at in (solid if new else solid + figures)):
            if run:
                yield run
            run = None
        else:
            run = Piece(run.start, piece.end, (run.marked[0], piece.marked[1])) if run else piece
    if run:
        yield run
