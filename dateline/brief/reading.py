"""The figures of a text, read once: several rules ask for those of the same sentence."""

from __future__ import annotations

from functools import lru_cache

from dateline.quantities import Quantity
from dateline.quantities import read_quantities as read


@lru_cache(maxsize=1024)
def _read(text: str) -> tuple[Quantity, ...]:
    return tuple(read(text))


def read_quantities(text: str) -> list[Quantity]:
    """Return the figures of a text as `dateline.quantities.read_quantities` does.

    >>> [figure.surface for figure in read_quantities("More than 700 left.")]
    ['More than 700']
    """
    return list(_read(text))
