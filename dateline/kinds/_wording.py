"""Whether a sentence in anybody's words has certain phrases in it, as teachers write such lists."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from dateline.cases import Case
from dateline.lexicon import load
from dateline.marks import fold, without_points

QUOTED = re.compile(r'"([^"]+)"')


def expanded(phrases: Iterable[str], case: Case) -> tuple[str, ...]:
    """Return phrases with every `@id` replaced by the names that the case has for that person or body.

    `~about` is replaced by every word of that group in lexicon/hedges.yaml; so is any other of its groups.
    """
    found: list[str] = []
    for phrase in phrases:
        if phrase.startswith("~"):
            hedges = load("hedges")
            found += [word for where in ("before", "after") for word in hedges[where].get(phrase[1:], [])]
        elif phrase.startswith("@"):
            party = case.people.get(phrase[1:]) or case.organisations.get(phrase[1:])
            names = [party.name, *party.aliases] if party else []
            found += [*names, *(_bare(name) for name in names)]
        else:
            found.append(phrase)
    return tuple(found)


def _bare(name: str) -> str:
    """A name without its article, where enough is left of it: "US military", but "the people"."""
    rest = name.removeprefix("the ")
    return rest if rest[0].isupper() or " " in rest else name


def has_any(text: str, phrases: Iterable[str]) -> bool:
    """Tell whether a text has one of some phrases; `*` stands for any letters, `#` for any number in digits.

    >>> has_any("It hasn’t been ruled out.", ["not rule* out", "n't been rule* out"])
    True
    >>> has_any("Some 2,000 men", ["#"]), has_any("The whole", ["who"])
    (True, False)
    """
    plain = without_points(fold(text))
    lower = plain.lower()
    return any(
        _pattern(phrase).search(lower)
        and (plain == lower or not _is_initials(phrase) or _stands(phrase, plain))
        for phrase in phrases
    )


def _is_initials(phrase: str) -> bool:
    """Tell whether a phrase is a short name in capitals, such as IS, which is a word in small letters."""
    return phrase.isalpha() and phrase.isupper() and len(phrase) < 4


def _stands(phrase: str, text: str) -> bool:
    return re.search(rf"\b{phrase}\b", text) is not None


@lru_cache(maxsize=2000)
def _pattern(phrase: str) -> re.Pattern[str]:
    words = [_word(word) for word in without_points(fold(phrase)).lower().split()]
    start = r"(?<![\w])" if phrase[0].isalnum() and not phrase.startswith("n't") else ""
    end = r"(?![\w])" if phrase[-1].isalnum() or phrase[-1] == "*" else ""
    return re.compile(start + r"[\s,]+".join(words) + end)


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
