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
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self._by_last: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for label, phrases in table.items():
            for phrase in phrases:
                words = tuple(token.lower for token in tokenise(str(phrase)))
                self._by_first.setdefault(words[0], []).append((words, label))
                self._by_last.setdefault(words[-1], []).append((words, label))
        for index in (*self._by_first.values(), *self._by_last.values()):
            index.sort(key=lambda entry: -len(entry[0]))

    def __contains__(self, word: str) -> bool:
        return word in self._by_first

    def at(self, tokens: list[Token], i: int) -> tuple[str, int] | None:
        """Return (label, end) of the longest phrase that begins at token `i`, or None."""
        if i >= len(tokens):
            return None
        for words, label in self._by_first.get(tokens[i].lower, ()):
            if _same(tokens, i, words):
                return label, i + len(words)
        return None

    def before(self, tokens: list[Token], i: int, floor: int = 0) -> tuple[str, int] | None:
        """Return (label, start) of the longest phrase that ends right before token `i`, not below `floor`."""
        if i <= floor:
            return None
        for words, label in self._by_last.get(tokens[i - 1].lower, ()):
            if i - len(words) >= floor and _same(tokens, i - len(words), words):
                return label, i - len(words)
        return None


def _same(tokens: list[Token], i: int, words: tuple[str, ...]) -> bool:
    if i + len(words) > len(tokens):
        return False
    return all(tokens[at].lower == word for at, word in enumerate(words, i))
