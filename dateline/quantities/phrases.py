"""Look up phrases of several words among tokens, the longest first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dateline.quantities.tokens import Token, tokenise, word_at

_Entries = dict[tuple[str, str], list[tuple[tuple[str, ...], str]]]


class Phrases:
    """A table of phrases, each under a label, found at a place or right before it.

    >>> table = Phrases({"about": ["about"], "upper_closed": ["no more than"]})
    >>> table.before(tokenise("no more than 5"), 3)
    ('upper_closed', 0)
    """

    def __init__(self, table: Mapping[str, Iterable[object]]) -> None:
        # Under their two outer words, so that the many phrases with "a" or "the" cost nothing elsewhere.
        self._by_first: _Entries = {}
        self._by_last: _Entries = {}
        for label, phrases in table.items():
            for phrase in phrases:
                words = tuple(token.lower for token in tokenise(str(phrase)))
                first, last = (*words[:2], "")[:2], (*words[:-3:-1], "")[:2]
                self._by_first.setdefault(first, []).append((words, label))
                self._by_last.setdefault(last, []).append((words, label))
        for index in (*self._by_first.values(), *self._by_last.values()):
            index.sort(key=lambda entry: -len(entry[0]))
        self._first_words = frozenset(first for first, _ in self._by_first)
        self._last_words = frozenset(last for last, _ in self._by_last)

    def __contains__(self, word: str) -> bool:
        return word in self._first_words

    def at(self, tokens: list[Token], i: int) -> tuple[str, int] | None:
        """Return (label, end) of the longest phrase that begins at token `i`, or None."""
        first = word_at(tokens, i)
        if first not in self._first_words:
            return None
        for key in ((first, word_at(tokens, i + 1)), (first, "")):
            for words, label in self._by_first.get(key, ()):
                if _same(tokens, i, words):
                    return label, i + len(words)
        return None

    def before(self, tokens: list[Token], i: int, floor: int = 0) -> tuple[str, int] | None:
        """Return (label, start) of the longest phrase that ends right before token `i`, not below `floor`."""
        last = word_at(tokens, i - 1) if i > floor else ""
        if last not in self._last_words:
            return None
        for key in ((last, word_at(tokens, i - 2)), (last, "")):
            for words, label in self._by_last.get(key, ()):
                if i - len(words) >= floor and _same(tokens, i - len(words), words):
                    return label, i - len(words)
        return None


def _same(tokens: list[Token], i: int, words: tuple[str, ...]) -> bool:
    if i + len(words) > len(tokens):
        return False
    return all(tokens[at].lower == word for at, word in enumerate(words, i))
