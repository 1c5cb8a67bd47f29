"""Read a thing of a text once: several rules ask for it, and a paragraph is asked by every sentence."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

Read = TypeVar("Read", bound=Callable[..., Any])


def once(read: Read) -> Read:
    """Let what a function reads of facts, names or words be kept with them, for each of its other arguments.

    What is kept lives as long as the facts: those of a paragraph as long as its case. The arguments must be
    hashable, and nobody may change what is returned.

    >>> from dateline import open_case
    >>> from dateline.brief.ground.facts import facts_of
    >>> from dateline.brief.ground.names import Names
    >>> count = once(lambda facts: len(facts.words))
    >>> facts = facts_of("They left.", Names(open_case("tolvane-dam")), "2017")
    >>> count(facts), count(facts), len(facts.kept)
    (2, 2, 1)
    """

    @wraps(read)
    def kept(facts: Any, *more: Any) -> Any:
        key, known = (kept, more) if more else kept, facts.kept
        if key not in known:
            known[key] = read(facts, *more)
        return known[key]

    return kept
