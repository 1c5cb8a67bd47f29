"""Look up phrases of several words among tokens, the longest first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dateline.quantities.tokens import Token, tokenise


class Phrases:
    """A table of phrases, each under a label, found at a place or right before it.

    >>> table = Phrases({"about": ["about"], "upper_closed": ["no more than"]})
    >>> table.before(tokenise("no more than 5"), 3)
    ('upper_closed', 0)
    """

    def __init__(self, table: Mapping[str, Iterable[object]]) -> None:
        self._labels: dict[tuple[str, ...], str] = {}
        first: dict[str, set[int]] = {}
        last: dict[str, set[int]] = {}
        for label, phrases in table.items():
            for phrase in phrases:
                words = tuple(token.lower for token in tokenise(str(phrase)))
                self._labels.setdefault(words, label)
                first.setdefault(words[0], set()).add(len(words))
                last.setdefault(words[-1], set()).add(len(words))
        # The lengths that phrases with this outer word have, so that a word of none costs one look.
        self._first = {word: sorted(lengths, reverse=True) for word, lengths in first.items()}
        self._last = {word: sorted(lengths, reverse=True) for word, lengths in last.items()}

    @property
    def openers(self) -> frozenset[str]:
        """The words with which a phrase begins."""
        return frozenset(self._first)

    def at(self, tokens: list[Token], i: int) -> tuple[str, int] | None:
        """Return (label, end) of the longest phrase that begins at token `i`, or None."""
        if not 0 <= i < len(tokens):
            return None
        for length in self._first.get(tokens[i].lower, ()):
            words = tuple([token.lower for token in tokens[i : i + length]])
            label = self._labels.get(words)
            if label is not None:
                return label, i + len(words)  # fewer than `length` at the end of the text
        return None

    def before(self, tokens: list[Token], i: int, floor: int = 0) -> tuple[str, int] | None:
        """Return (label, start) of the longest phrase that ends right before token `i`, not below `floor`."""
        if not floor < i <= len(tokens):
            return None
        for length in self._last.get(tokens[i - 1].lower, ()):
            start = i - length
            if start < floor:
                continue
            label = self._labels.get(tuple([token.lower for token in tokens[start:i]]))
            if label is not None:
                return label, start
        return None
