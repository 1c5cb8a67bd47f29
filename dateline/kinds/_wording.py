"""Whether a sentence in anybody's words has certain phrases in it, as teachers write such lists."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from dateline.cases import Case
from dateline.marks import fold

QUOTED = re.compile(r'"([^"]+)"')


def expanded(phrases: Iterable[str], case: Case) -> tuple[str, ...]:
    """Return phrases with every `@id` replaced by the names that the case has for that person or body."""
    found: list[str] = []
    for phrase in phrases:
        if not phrase.startswith("@"):
            found.append(phrase)
            continue
        party = case.people.get(phrase[1:]) or case.organisations.get(phrase[1:])
        found += [party.name, *party.aliases] if party else []
    return tuple(found)


def has_any(text: str, phrases: Iterable[str]) -> bool:
    """Tell whether a text has one of some phrases; `*` stands for any letters, `#` for any number in digits.

    >>> has_any("It hasn’t been ruled out.", ["not rule* out", "n't been rule* out"])
    True
    >>> has_any("Some 2,000 men", ["#"]), has_any("The whole", ["who"])
    (True, False)
    """
    plain = fold(text).lower()
    return any(_pattern(phrase).search(plain) for phrase in phrases)


@lru_cache(maxsize=2000)
def _pattern(phrase: str) -> re.Pattern[str]:
    words = [_word(word) for word in fold(phrase).lower().split()]
    start = "" if phrase.startswith("n't") else r"(?<![\w])"
    return re.compile(start + r"[\s,]+".join(words) + r"(?![\w])")


def _word(word: str) -> str:
    if word == "#":
        return r"\d[\d,.]*"
    return re.escape(word).replace(r"\*", r"[\w'-]*")


def quotations(text: str) -> list[str]:
    """Return what stands in quotation marks in a text, from two words upwards.

    >>> quotations("He said “not now” and left the “house”.")
    ['not now']
    """
    return [found for found in QUOTED.findall(fold(text)) if len(found.split()) > 1]
