"""Briefs of one class that share long runs of words: something for a person to look at, and no verdict."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from zlib import crc32

from dateline.cases import Case
from dateline.marks import words_of

RUN = 8  # words in a row that two people seldom write by chance
FEWEST = 12  # shared words below which nothing is said
COMMON = 5  # students who share a run: more of them have it from the course, not from each other
MANY = 500  # students from which on only a part of the runs is looked at
_PART = 8


@dataclass(frozen=True)
class Pair:
    """Two students whose briefs share `words` words in runs; `example` is the longest run."""

    first: str
    second: str
    words: int
    example: str


def pairs_alike(briefs: Mapping[str, str], cases: Iterable[Case]) -> list[Pair]:
    """Return the pairs of students whose briefs share runs of RUN words, those with most shared first.

    `briefs` are texts by student. What the reports themselves say is no sign, nor is what many wrote.
    """
    known = {run for case in cases for source in case.sources.values() for run in _of_source(source)}
    part = 1 if len(briefs) <= MANY else _PART
    held: dict[int, list[str]] = defaultdict(list)
    for student, brief in briefs.items():
        for run in {run for run in _runs(words_of(brief)) if run % part == 0} - known:
            held[run].append(student)
    shared: dict[tuple[str, str], int] = defaultdict(int)
    for students in held.values():
        if 2 <= len(students) <= COMMON:
            for pair in combinations(sorted(students), 2):
                shared[pair] += 1
    likely = sorted(shared, key=lambda pair: -shared[pair])[:200]
    found = [_pair(first, second, briefs, known) for first, second in likely]
    return sorted((pair for pair in found if pair.words >= FEWEST), key=lambda pair: -pair.words)


def _of_source(source: object) -> set[int]:
    return {run for paragraph in source.paragraphs for run in _runs(words_of(paragraph.text))}


def _runs(words: list[str]) -> list[int]:
    """Number every run of RUN words: the same words have the same number on any machine."""
    return [crc32(" ".join(words[at : at + RUN]).encode()) for at in range(len(words) - RUN + 1)]


def _pair(first: str, second: str, briefs: Mapping[str, str], known: set[int]) -> Pair:
    mine, theirs = words_of(briefs[first]), set(_runs(words_of(briefs[second]))) - known
    same = [at for at, run in enumerate(_runs(mine)) if run in theirs]
    covered = {at + step for at in same for step in range(RUN)}
    stretches: list[list[int]] = []
    for at in sorted(covered):
        if stretches and stretches[-1][-1] == at - 1:
            stretches[-1].append(at)
        else:
            stretches.append([at])
    longest = max(stretches, key=len, default=[])
    return Pair(first, second, len(covered), " ".join(mine[at] for at in longest))
