"""Names in reports: people, organisations and places for case.yaml, each with the forms that occur."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from dateline.lexicon import load
from dateline.marks import fold, without_points

_SHORT = r"(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|St|Gen|Sen|Gov|Lt|Col|Rep|Sgt|Capt)\."  # a point that ends no sentence
_OF_MANY = r"(?<=s)[’'](?= [A-Z])"  # "Traders’ Union"
_WORD = rf"(?:(?:[A-Z]\.){{2,}}|{_SHORT}|[A-Z][\w-]*(?:{_OF_MANY}|[’'](?!s\b)\w+)?)"
_NAME = re.compile(rf"\b{_WORD}(?:[ \u00a0](?:(?:of|de|van|von|bin) )*{_WORD})*")
_PEOPLE_OF = re.compile(r"\w+(?:ish|ian|ese|[^aeiou]ican|raqi)")  # "Turkish": whose it is, not who
_ADJECTIVE = re.compile(r"[A-Z]\w*-[a-z]+")  # "Turkish-backed"
_SAYING = r"(?:said|says|told|added|warned|denied|ordered|promised|stated|wrote)"
_OWNER = re.compile(r"['’]s?$")


@dataclass
class Named:
    """One name: what it is ("person", "body" or "place"), its fullest form, every form, where it stands."""

    kind: str
    name: str
    aliases: list[str] = field(default_factory=list)

    @property
    def id(self) -> str:
        """The name as an id of case.yaml."""
        return slug(self.name)


def slug(text: str) -> str:
    """Return words as an id.

    >>> slug("The Health Ministry")
    'health-ministry'
    """
    plain = re.sub(r"[^a-z0-9]+", "-", fold(text).lower().replace("'", "")).strip("-")
    return re.sub(r"^(?:the|a|an)-", "", plain) or "unnamed"


def names_in(texts: Sequence[str]) -> list[Named]:
    """Return everyone and everything that the texts call by name, the most often named first.

    >>> [(n.kind, n.name, n.aliases) for n in names_in(["Rain fell, Mayor Ana Bly said. Ms Bly left."])]
    [('person', 'Ana Bly', ['Mayor Ana Bly', 'Ms Bly', 'Bly'])]
    """
    found = Counter(surface for text in texts for surface in _surfaces(text))
    whole = " ".join(texts)
    named: list[Named] = []
    for surface, _ in sorted(found.items(), key=lambda item: (-len(item[0].split()), -item[1])):
        core = _without_title(surface)
        if not core or core.lower() in _no_names():
            continue
        same = next((one for one in named if _same(core, one)), None)
        if same is None:
            same = Named(_kind(surface, core, whole), core)
            named.append(same)
        same.aliases += [
            form for form in dict.fromkeys((surface, core)) if form not in (same.name, *same.aliases)
        ]
    for one in named:
        family = one.name.split()[-1]
        if one.kind == "person" and family != one.name and family not in one.aliases:
            one.aliases.append(family)
    return sorted(named, key=lambda one: -whole.count(one.name.split()[-1]))


@cache
def _no_names() -> frozenset[str]:
    """What is written with a capital and names no one: feasts, and nouns with a number behind them."""
    feasts = {fold(name) for day in load("holidays") for name in day["names"]}
    return frozenset(feasts | set(load("drafting")["numbered_names"]))


def _surfaces(text: str) -> Iterable[str]:
    common, titles = load("drafting")["common_names"], load("drafting")["titles"]
    for match in _NAME.finditer(text):
        words = _OWNER.sub("", match[0]).split()
        begins = not text[: match.start()].strip(" “\"'‘(") or re.search(r"[.!?:]\W*$", text[: match.start()])
        while words and (words[0].lower() in common or _ADJECTIVE.fullmatch(words[0])):
            words, begins = words[1:], False
        if not words or (len(words) == 1 and words[0].lower().rstrip(".") in titles):
            continue
        if len(words) == 1 and _PEOPLE_OF.fullmatch(words[0]):
            continue
        if begins and len(words) == 1 and not _elsewhere(words[0], text, match.start()):
            continue
        yield " ".join(words)


def _elsewhere(word: str, text: str, start: int) -> bool:
    """Whether a word that begins a sentence is a name by its form, or stands inside a sentence too."""
    inside = re.compile(rf"[a-z,;] {re.escape(word)}\b")
    return (word.isupper() and len(word) > 1) or bool(inside.search(text[:start] + " " + text[start:]))


def _without_title(surface: str) -> str:
    """Return a name without the titles before it; "" where nothing but a title is there."""
    words, titles = surface.split(), load("drafting")["titles"]
    at = next((i for i in range(len(words), 0, -1) if words[i - 1].lower().strip(".") in titles), 0)
    rest = words[at:]
    return " ".join(rest) if rest and rest[0] != "of" else ""


def _kind(surface: str, core: str, whole: str) -> str:
    """Say what a name is, by the words in it and around it; "person" only where something shows it."""
    words = [word.lower().strip(".") for word in surface.split()]
    bodies = load("drafting")["bodies"]
    name, family = re.escape(core), re.escape(core.split()[-1])
    if core != surface or re.search(rf"\b(?:Mr|Mrs|Ms|Dr)\.? {family}\b", whole):
        return "person"
    if words[-1] in bodies or words[0] in bodies or (core.isupper() and len(core) > 1):
        return "body"
    either = f"(?:{name}|{family})"
    said = rf"{either}(?:, [^,.]{{1,40}})?,? {_SAYING}\b|\b{_SAYING} {either}\b|{name},? who\b"
    if 2 <= len(words) <= 3 and re.search(said, whole):
        return "person"
    before = Counter(match[1].lower() for match in re.finditer(rf"(\w+) (?:the )?{name}\b", whole))
    return "place" if any(before[word] for word in load("drafting")["place_words"]) else "body"


def _same(core: str, other: Named) -> bool:
    core = without_points(core)
    if core in map(without_points, (other.name, *other.aliases)):
        return True
    return other.kind == "person" and core == other.name.split()[-1]
