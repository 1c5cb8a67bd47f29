"""Turn the word lists of the lexicon into patterns and look-up tables for the date rules."""

from __future__ import annotations

import re
from functools import cache

from dateline import lexicon

# A gap between two words in `Tokens.plain`: blanks of any sort, or one line break.
GAP = r"(?:[ \t\u00a0]{1,3}|[ \t]?\r?\n[ \t]{0,2})"
# What may follow a date that stands free: "after Friday", not "after Friday talks".
FREE = re.compile(
    rf"$|[.,;:)\]\"”!?\n–—]|{GAP}(?:and|or|but|to|in|at|with|when|as|that|which|who|the|a|he|she|it|they|if|for|by|on"
    r"|is|was|were|are|will|would|has|had|have|because|while|said|unless|from|under|an|its|his|her|their|we|no|not"
    r"|none|nobody|nothing)\b",
    re.IGNORECASE,
)
_DAY = r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?(?![0-9])"
_YEAR = r"(?:1[0-9]|20)[0-9]{2}(?![0-9])"


@cache
def words() -> dict:
    """Return the word lists of `lexicon/dates.yaml`, which is where to add a word."""
    return lexicon.load("dates")


@cache
def lookup(kind: str) -> dict[str, int | str]:
    """Return spelling → number for a list that is written number → spellings.

    >>> lookup("months")["sept"]
    9
    """
    if kind == "holidays":
        return {n: i for i, day in enumerate(lexicon.load("holidays")) for n in day["names"]}
    return {spelling: number for number, all_of in words()[kind].items() for spelling in all_of}


@cache
def full_names(kind: str) -> frozenset[str]:
    """Return the names of a list written number → spellings, without the short forms."""
    return frozenset(spellings[0] for spellings in words()[kind].values())


@cache
def word_set(*path: str) -> frozenset[str]:
    """Return a list of the lexicon as a set, such as `word_set("tense", "past")`."""
    found = words()
    for name in path:
        found = found[name]
    return frozenset(map(str, found))


def spaced(phrase: str) -> str:
    """Return a pattern for a phrase whose words any gap may part and whose apostrophes may be curly."""
    return re.escape(phrase).replace("\\ ", GAP).replace("'", "['’]")


def any_of(phrases) -> str:
    """Return a pattern that matches the longest of the phrases."""
    return "|".join(spaced(p) for p in sorted(map(str, phrases), key=len, reverse=True))


def _abbreviated(kind: str) -> str:
    """Full names, and short ones with or without a full stop."""
    full = any_of(spellings[0] for spellings in words()[kind].values())
    short = any_of(s for spellings in words()[kind].values() for s in spellings[1:])
    return rf"(?:{full}|(?:{short})(?:\b|(?=\.))\.?)"


def _numbers() -> str:
    units = any_of(words()["numbers"])
    return rf"(?:[0-9]{{1,3}}|(?:{units})(?:[- ](?:{units}))?)"


@cache
def placeholders() -> dict[str, str]:
    """Return the pattern behind each {name} that a rule may use."""
    listed = words()
    return {
        "month": _abbreviated("months"),
        "weekday": _abbreviated("weekdays"),
        "season": any_of(lookup("seasons")),
        "holiday": any_of(lookup("holidays")),
        "ordinal": any_of(listed["ordinals"]),
        "decade_word": any_of(listed["decades"]),
        "unit": any_of(lookup("units")),
        "number": _numbers(),
        "hedge": any_of(listed["hedges"]),
        "part": any_of(listed["parts_of_day"]),
        "now": any_of(listed["now"]),
        "recently": any_of(listed["recently"]),
        "soon": any_of(listed["soon"]),
        "day": _DAY,
        "year": _YEAR,
    }


def number_of(spelling: str) -> int:
    """Return the whole number that figures or words name; 0 when they name none.

    >>> number_of("twenty-one"), number_of("a"), number_of("12")
    (21, 1, 12)
    """
    if spelling.isdecimal():
        return int(spelling)
    return sum(words()["numbers"].get(word, 0) for word in re.split(r"[-\s]+", spelling.lower()))
