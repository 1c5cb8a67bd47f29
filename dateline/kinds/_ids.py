"""Ids that a learner writes into one text: "a, b", "a > b" or "ab" for a list of them."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any

from dateline.kinds._shared import choice_of

_BETWEEN = re.compile(r"\s*(?:[,;>→+]|->|\band\b|\bthen\b|\s)\s*")


def ids_in(value: Any, ids: Collection[str]) -> list[str]:
    """Return the ids that a text names and nothing but them, in the order told; [] when it says more.

    >>> ids_in("b, a and c", "abc"), ids_in("b > a", "abc"), ids_in("bac", "abc"), ids_in("a bad", "abc")
    (['b', 'a', 'c'], ['b', 'a'], ['b', 'a', 'c'], [])
    """
    if (known := choice_of(value, ids)) is not None:
        return [known]
    if not isinstance(value, str):
        return []
    parts = [part for part in _BETWEEN.split(value.strip(" []()")) if part]
    if len(parts) == 1 and all(len(id) == 1 for id in ids):
        parts = list(parts[0])
    told = [choice_of(part, ids) for part in parts]
    return [id for id in told if id] if all(told) else []
