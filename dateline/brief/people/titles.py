"""What a party may be called though case.yaml lists no such name: "the firm", "the consumer group"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from dateline.brief.ground.names import Names
from dateline.brief.language.once import once
from dateline.brief.language.wording import Word, ideas, is_light, stem, words
from dateline.lexicon import load

_LONG = 5  # a word so long or longer that begins like another is kin to it: one letter more must be the same
_NOUN = re.compile(r"\s+(?:of|that|which|who|whose|for|in|at|with|on|from|to|cited|credited)\b|,")


def holder(called: Sequence[str], names: Names) -> str:
    """Return the only organisation that some words may mean, its kind among them; "" for none or several.

    >>> from types import SimpleNamespace as Party
    >>> bodies = {"x": Party(name="Fairhall", role="tenants' group", aliases=[])}
    >>> holder(("group",), Party(organisations=bodies, kept={}))
    'x'
    """
    kinds = _kinds(names)
    stems = {stem(word) for word in called if word}
    likely = [id for id in names.organisations if not stems.isdisjoint(kinds[id])]
    found = [id for id in likely if is_called(called, names.organisations[id])]
    return found[0] if len(found) == 1 else ""


@once
def _kinds(names: Names) -> dict[str, set[str]]:
    """The nouns of the names and the role of each organisation."""
    return {
        id: {_head(said) for said in (party.name, *party.aliases, party.role)}
        for id, party in names.organisations.items()
    }


def _head(said: str) -> str:
    """The noun of a name or role: "group" of "consumer group that counts the claims"."""
    found = words(_NOUN.split(said, maxsplit=1)[0])
    return found[-1].stem if found else ""


def is_called(called: Iterable[str], party: Any) -> bool:
    """Tell whether all words of a description stand in the names or the role of a party, or are kin to them.

    >>> from types import SimpleNamespace as Party
    >>> is_called(("inspectors",), Party(name="Harbour Inspectorate", role="", aliases=[]))
    True
    """
    own = [w for text in (party.name, party.role, *party.aliases) for w in words(text) if not is_light(w)]
    told = [word for word in called if word not in load("reporting")["any_body"]] or list(called)
    return bool(told) and all(any(akin(word, each) for each in own) for word in told)


def akin(low: str, other: Word) -> bool:
    """Tell whether two words are one, mean the same, or begin alike: "hoteliers", "hotel"."""
    if low == other.low or stem(low) == other.stem or ideas(stem(low)) & ideas(other.stem):
        return True
    short, long = sorted((low, other.low), key=len)
    return len(short) >= _LONG and long.startswith(short[: _LONG + 1])
