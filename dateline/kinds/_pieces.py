"""Pieces of a paragraph counted in words, so that a mark more or less at either end does not matter."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dateline.marks import fold, spans_of, words_of

_WORD = re.compile(r"[^\W_]+(?:['.,\-&][^\W_]+)*%?")
_SENTENCE_END = re.compile(r'(?<=[.!?])"?\s+(?="?[A-Z])')
_NO_END = re.compile(r"\b(?:[A-Z]\.)+$|\b(?:Mr|Mrs|Ms|Dr|St|Gen|Lt|Sen|Rep|No|para|paras)\.$")
_SMALL = frozenset(
    words_of(
        "the a an and or but so that which who whom this these those it its he she his her they their them "
        "is are was were be been has have had will would of to in on at by for from with as"
    )
)

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of whole words in a paragraph: the numbers of its first word and of the word after its last."""

    first: int
    end: int

    def __len__(self) -> int:
        return max(0, self.end - self.first)

    def shared(self, other: Piece) -> int:
        """Return how many words the two have in common."""
        return max(0, min(self.end, other.end) - max(self.first, other.first))

    def inside(self, other: Piece, spare: int = 0) -> bool:
        """Tell whether this piece lies in the other, `spare` words beyond either end forgiven."""
        return self.first >= other.first - spare and self.end <= other.end + spare


class Words:
    """The words of one paragraph, in which pieces are found.

    >>> words = Words("About 2,000 fighters hold out. The U.S. said so.")
    >>> words.find("2,000 fighters"), words.sentence(Piece(1, 3))
    (Piece(first=1, end=3), Piece(first=0, end=5))
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._plain = fold(text)
        self._spans = [match.span() for match in _WORD.finditer(self._plain)]

    def __len__(self) -> int:
        return len(self._spans)

    def piece(self, start: int, end: int) -> Piece:
        """Return the words that a stretch of code points touches."""
        touched = [n for n, (first, last) in enumerate(self._spans) if first < end and last > start]
        return Piece(touched[0], touched[-1] + 1) if touched else Piece(0, 0)

    def bounds(self, piece: Piece) -> Span:
        """Return the code points at which a piece begins and ends."""
        return self._spans[piece.first][0], self._spans[piece.end - 1][1]

    def find_all(self, phrase: str) -> list[Piece]:
        """Return every place where a phrase stands, whatever its case and marks."""
        bare = fold(phrase).strip(" \"'.,;:!?()[]-")
        return [self.piece(*span) for span in spans_of(bare, self.text, ignore_case=True)] if bare else []

    def find(self, phrase: str) -> Piece | None:
        """Return where a phrase stands first; `phrase #2` means its second occurrence."""
        wanted, _, count = phrase.partition(" #")
        found = self.find_all(wanted)
        nth = int(count) if count.isdigit() else 1
        return found[nth - 1] if len(found) >= nth else None

    def sentence(self, piece: Piece) -> Piece:
        """Return the sentence, or sentences, in which a piece lies."""
        cuts = [0]
        for match in _SENTENCE_END.finditer(self._plain):
            if not _NO_END.search(self._plain[: match.start()]):
                cuts.append(match.end())
        numbers = [sum(first < cut for first, _ in self._spans) for cut in cuts] + [len(self)]
        first = max(number for number in numbers if number <= piece.first)
        return Piece(first, min(number for number in numbers if number >= piece.end))

    def covers(self, piece: Piece, core: Piece) -> bool:
        """Tell whether a piece holds a core; one small word ("the", "that") may be missing at either end."""
        first, end = core.first, core.end
        if len(core) > 2 and self._is_small(first):
            first += 1
        if len(core) > 2 and self._is_small(end - 1):
            end -= 1
        return piece.first <= first and piece.end >= end

    def _is_small(self, number: int) -> bool:
        start, end = self._spans[number]
        return self._plain[start:end].lower() in _SMALL


def locate(told: Mapping[str, Any], words: Words) -> list[Piece]:
    """Return every piece that a text selector may mean: by offsets, else by its words and what stands around.

    `told` has `exact`, and may have `start` and `end` (code points), `prefix` and `suffix`.
    """
    exact = told.get("exact") if isinstance(told.get("exact"), str) else ""
    start, end = told.get("start"), told.get("end")
    if isinstance(start, int) and isinstance(end, int) and exact and words.text[start:end] == exact:
        return [words.piece(start, end)]
    for prefix, suffix in ((told.get("prefix"), told.get("suffix")), ("", "")):
        around = _around(prefix, exact, suffix, words)
        if around:
            return around
    return []


def _around(prefix: Any, exact: str, suffix: Any, words: Words) -> list[Piece]:
    """Where the exact words stand between a prefix and a suffix (either may be empty)."""
    before = words_of(prefix) if isinstance(prefix, str) else []
    after = words_of(suffix) if isinstance(suffix, str) else []
    found = []
    for piece in words.find_all(exact):
        start, end = words.bounds(piece)
        has_before = not before or words_of(words.text[:start])[-1:] == before[-1:]
        has_after = not after or words_of(words.text[end:])[:1] == after[:1]
        if has_before and has_after:
            found.append(piece)
    return found
