"""Choices that come out the same on every machine and under every version of Python."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Chance:
    """A run of choices that a seed fixes; it uses `random()` alone, whose values Python guarantees.

    >>> Chance("7").between(1, 6) == Chance("7").between(1, 6)
    True
    """

    def __init__(self, seed: str) -> None:
        self._source = random.Random(seed)

    def between(self, least: int, most: int) -> int:
        """Return a whole number from `least` to `most`, both included."""
        return least + int(self._source.random() * (most - least + 1))

    def pick(self, things: Sequence[T]) -> T:
        """Return one of several things."""
        return things[self.between(0, len(things) - 1)]

    def several(self, things: Sequence[T], count: int) -> list[T]:
        """Return `count` different things in a drawn order.

        >>> sorted(Chance("7").several("abc", 3))
        ['a', 'b', 'c']
        """
        left = list(things)
        return [left.pop(self.between(0, len(left) - 1)) for _ in range(min(count, len(left)))]
