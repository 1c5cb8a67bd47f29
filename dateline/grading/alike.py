"""Briefs of one class that share long runs of words: something for a person to look at, and no verdict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING
from zlib import crc32

from dateline.cases import Case
from dateline.marks import words_of

if TYPE_CHECKING:
    import numpy as np

RUN = 8  # words in a row that two people seldom write by chance
FEWEST = 12  # shared words below which nothing is said
COMMON = 5  # students who share a run: more of them have it from the course, not from each other
MOST = 200  # pairs that are compared word by word
_LATER = 0xFFFF_FFFF_FFFF_FFFF  # the number of a run that the reports have


@dataclass(frozen=True)
class Pair:
    """Two students whose briefs share `words` words in runs; `example` is the longest run."""

    first: str
    second: str
    words: int
    example: str


def pairs_alike(briefs: Sequence[tuple[str, str]], cases: Iterable[Case]) -> list[Pair]:
    """Return the pairs of students whose briefs share runs of RUN words, those with most shared first.

    `briefs` are (student, text). What the reports themselves say is no sign, nor is what many wrote. Of each
    brief some runs are chosen by their numbers alone, so that two briefs that share FEWEST words in a row
    have chosen the same one ("winnowing": Schleimer, Wilkerson and Aiken 2003); only who shares one is
    compared. The work grows with the number of briefs, not with that of pairs.
    """
    if len(briefs) < 2:
        return []
    known = _known(cases)
    likely = Counter(_meetings(_index(briefs, known)))
    found = [_pair(briefs[first], briefs[second], known) for (first, second), _ in likely.most_common(MOST)]
    return sorted((pair for pair in found if pair.words >= FEWEST), key=lambda pair: -pair.words)


def _known(cases: Iterable[Case]) -> np.ndarray:
    """The runs of the reports, each once."""
    import numpy as np

    paragraphs = (each for case in cases for source in case.sources.values() for each in source.paragraphs)
    return np.unique(np.concatenate([_runs(words_of(each.text)) for each in paragraphs] or [_runs([])]))


def _index(briefs: Sequence[tuple[str, str]], known: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the chosen runs of all briefs in order, and beside each the number of its brief."""
    import numpy as np

    chosen = [_chosen(_runs(words_of(text)), known) for _, text in briefs]
    runs = np.concatenate(chosen)
    owners = np.repeat(np.arange(len(briefs), dtype=np.int32), [len(each) for each in chosen])
    order = np.argsort(runs, kind="stable")
    return runs[order], owners[order]


def _chosen(runs: np.ndarray, known: np.ndarray) -> np.ndarray:
    """Return the least run of each stretch of FEWEST words, each once; what the reports have comes last."""
    import numpy as np

    runs = np.where(np.isin(runs, known), np.uint64(_LATER), runs)
    width = min(FEWEST - RUN + 1, len(runs))
    least = np.lib.stride_tricks.sliding_window_view(runs, width).min(axis=1) if width else runs
    least = np.unique(least)
    return least[least != _LATER]


def _meetings(index: tuple[np.ndarray, np.ndarray]) -> Iterator[tuple[int, int]]:
    """Yield two briefs for each run that they, and only a few others, have both chosen."""
    import numpy as np

    runs, owners = index
    starts = np.flatnonzero(np.r_[True, runs[1:] != runs[:-1]]) if len(runs) else np.array([], int)
    sizes = np.diff(np.r_[starts, len(runs)])
    for start, size in zip(starts[sizes > 1].tolist(), sizes[sizes > 1].tolist(), strict=True):
        if size <= COMMON:
            yield from combinations(owners[start : start + size].tolist(), 2)


@lru_cache(maxsize=65_536)
def _word(word: str) -> int:
    return crc32(word.encode()) * 0x9E37_79B9_7F4A_7C15 & _LATER


def _runs(words: list[str]) -> np.ndarray:
    """Number every run of RUN words: the same words have the same number on any machine."""
    import numpy as np

    numbers = np.fromiter(map(_word, words), np.uint64, len(words))
    count = max(len(words) - RUN + 1, 0)
    runs = np.zeros(count, np.uint64)
    for at in range(RUN if count else 0):
        runs = runs * np.uint64(0x100_0000_01B3) + numbers[at : at + count]
    return (runs ^ (runs >> np.uint64(29))) * np.uint64(0xBF58_476D_1CE4_E5B9)


def _pair(first: tuple[str, str], second: tuple[str, str], known: np.ndarray) -> Pair:
    import numpy as np

    mine, theirs = words_of(first[1]), np.setdiff1d(_runs(words_of(second[1])), known)
    same = np.flatnonzero(np.isin(_runs(mine), theirs)).tolist()
    covered = {at + step for at in same for step in range(RUN)}
    stretches: list[list[int]] = []
    for at in sorted(covered):
        if stretches and stretches[-1][-1] == at - 1:
            stretches[-1].append(at)
        else:
            stretches.append([at])
    longest = max(stretches, key=len, default=[])
    return Pair(first[0], second[0], len(covered), " ".join(mine[at] for at in longest))
