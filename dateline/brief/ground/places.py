"""The places of a case: where a text puts what happens, and how one place lies to another."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from dateline.brief.ground.names import nations
from dateline.brief.language.phrases import begun_by
from dateline.brief.language.wording import words
from dateline.lexicon import load
from dateline.marks import fold

WORLD, REGION = "the world", "the region"
_JOIN = re.compile(
    r"\s*(?:,|,?\s*(?:and in|and into|and from|as well as|and|or))\s+(?:the\s+)?", re.IGNORECASE
)
_ACTS = re.compile(
    r"\s+(?:has|have|had|is|was|will|would|said|says|keeps|kept|maintains|maintained|retains|retained|holds|wants|plans"
    r"|sends|sent|sees|still|now|also)\b"
)  # "in Syria, Washington has …"
_OFFICE = (
    r"(?:government|navy|army|military|(?:\w+ )?minister|(?:\w+ )?ministry|president|parliament|king|queen|"
    r"ambassador|air force)"
)
_STATE = re.compile(
    rf"\b([A-Z][a-z]+)'s (?:\w+ )?{_OFFICE}\b|\b{_OFFICE} of ([A-Z][a-z]+)\b"
)  # whose minister or navy it is
_FAR = 40  # letters before a place: no word that leads to it is so long
_LOCATED = re.compile(r"\b(?:in|from|to|near|into|at|of)\s+((?:[A-Z][a-z]+[ -]?)+)")


@dataclass(frozen=True, slots=True)
class Spot:
    """A place as a text names it: `side` by letters ("ne"), `lead` "in", "from", "to" or "".

    `whole`: "all of Syria"; `joined`: it stands in a row with the place before it.
    """

    id: str
    side: str
    start: int
    end: int
    lead: str = ""
    whole: bool = False
    joined: bool = False


class Places:
    """The places that case.yaml lists, or, where it lists none, those that the sources name.

    >>> from dateline import open_case
    >>> places = Places(open_case("syria-withdrawal"))
    >>> [(spot.id, spot.side, spot.lead) for spot in places.find("Troops left northern Syria for Iraq.")]
    [('syria', 'n', 'from'), ('iraq', '', 'to')]
    >>> places.holds("middle-east", "syria"), places.holds("iraq", "syria")
    (True, False)
    """

    def __init__(self, case: Any) -> None:
        listed = {id: (entry.name, *entry.aliases) for id, entry in case.about.places.items()}
        self._above = {id: entry.part_of for id, entry in case.about.places.items() if entry.part_of}
        self._ids = {_key(name): id for id, names in (listed or _named(case)).items() for name in names}
        self.actors = {id for name, id in self._ids.items() if nations(words(name.title()))}
        for nation, forms in load("light")["nations"].items():
            own = next((self._ids[form] for form in forms if form in self._ids), nation)
            if nation in forms:
                self._ids.setdefault(nation, own)
                self.actors.add(own)
        self._people_of = {id: form for id, form in _states(case, self._ids).items() if id not in self.actors}
        self.actors.update(self._people_of)
        parties = [*case.people.values(), *case.organisations.values()]
        told = {_key(alias) for party in parties for alias in (party.name, *party.aliases)}
        self._owners = self.actors | {id for name, id in self._ids.items() if name in told}
        self._nations = {n: self._ids[n] for n in load("light")["nations"] if n in self._ids}
        for region in load("places")["regions"]:
            self._ids.setdefault(_key(region), REGION)
        self._ids.update({_key(word): WORLD for word in load("places")["world"]})
        self._common = {_key(n) for names in (listed or {}).values() for n in names if n.islower()}
        self._common |= {_key(word) for word in load("places")["world"]}
        self._pattern = _pattern(self._ids)
        sides = [form for side in _sides() for form in (side, f"{side}most")]
        self._firsts = frozenset(re.match(r"\w*", name)[0] for name in ("the", *sides, *self._ids))

    def find(self, text: str) -> list[Spot]:
        """Return the places of a text in order; a state is one only where something is, comes or goes."""
        found: list[Spot] = []
        plain = fold(text)
        for match in begun_by(text, self._pattern, self._firsts):
            key = _key(match["name"])
            id = self._ids[key]
            if match["name"].islower() and key not in self._common:
                continue
            if id in self._owners and plain[match.end() :].startswith("'s"):
                continue  # "in Turkey's view" is nowhere
            spot = _spot(id, match, plain, found[-1] if found else None, id in self.actors)
            if spot.lead or spot.side or spot.whole or id not in self.actors:
                found.append(spot)
        return found

    def named(self, text: str) -> set[tuple[str, str]]:
        """Return (place, side) for every place that a text names in any way, its people included."""
        told = {(self._nations[n], "") for n in nations(words(text)) if n in self._nations}
        plain = fold(text)
        told |= {(id, "") for id, form in self._people_of.items() if form.search(plain)}
        return told | {
            (self._ids[_key(match["name"])], _side(match)) for match in self._pattern.finditer(plain)
        }

    def holds(self, whole: str, part: str) -> bool:
        """Tell whether one place is, at any remove, part of another; the world holds all."""
        if whole == WORLD or (whole == REGION and part not in (WORLD, REGION)):
            return part != whole
        seen = set()
        while part in self._above and part not in seen:
            seen.add(part)
            part = self._above[part]
            if part == whole:
                return True
        return False


def _states(case: Any, ids: Mapping[str, str]) -> dict[str, re.Pattern[str]]:
    """The states of an invented story, by what its texts say of them ("Kestria's navy", "the government of
    Kestria"), each with the form of its name and of its people's ("Kestrian")."""
    parties = [*case.people.values(), *case.organisations.values()]
    texts = [f"{party.name}. {party.role}. {'. '.join(party.aliases)}" for party in parties]
    texts += [paragraph.text for source in case.sources.values() for paragraph in source.paragraphs]
    named = {
        _key(name) for match in _STATE.finditer(fold(" ".join(texts))) for name in match.groups() if name
    }
    return {ids[name]: _people(name.title()) for name in named & ids.keys()}


def _people(name: str) -> re.Pattern[str]:
    """The name of a state, and of its people: "Kestria", "Kestrian", "Kestrians"."""
    return re.compile(rf"\b(?:{re.escape(name)}|{re.escape(name.rstrip('aeiouy'))}(?:a?n|ian|ese|ish|i)s?)\b")


def _key(name: str) -> str:
    return " ".join(fold(name).lower().removeprefix("the ").split())


def _named(case: Any) -> dict[str, tuple[str, ...]]:
    """Places of the sources by what stands before them, where case.yaml lists none."""
    parties = [*case.people.values(), *case.organisations.values()]
    known = {_key(alias) for party in parties for alias in (party.name, *party.aliases)}
    people = {_key(person.name).split()[-1] for person in case.people.values()}
    found: dict[str, tuple[str, ...]] = {}
    calendar = [*load("dates")["months"].values(), *load("dates")["weekdays"].values()]
    # "To Mr. Pesk", "in Oct.", "from Captain Wirth" lead to nobody's land.
    nowhere = {*load("abbreviations")["bound"], *(name for forms in calendar for name in forms)}
    for source in case.sources.values():
        for paragraph in source.paragraphs:
            for match in _LOCATED.finditer(fold(paragraph.text)):
                name = match[1].strip(" -")
                low = _key(name)
                if low.split()[0] in nowhere or low.split()[-1] in people:
                    continue
                if low not in known or nations(words(name)):
                    found[low] = (name,)
    return found


@cache
def _sides() -> Mapping[str, str]:
    return load("places")["sides"]


def _pattern(ids: Mapping[str, str]) -> re.Pattern[str]:
    side = "|".join(sorted(map(re.escape, _sides()), key=len, reverse=True))
    name = "|".join(re.escape(key).replace(r"\ ", r"\s+") for key in sorted(ids, key=len, reverse=True))
    of = rf"(?:(?P<part>{side})(?:most)?(?:\s+(?:part|half|end|side))?\s+of\s+(?:the\s+)?)"
    return re.compile(
        rf"(?<![\w-])(?:{of}|(?P<side>{side})\s+)?(?P<name>(?:the\s+)?(?:{name}))(?![\w-])", re.IGNORECASE
    )


def _side(match: re.Match[str]) -> str:
    return _sides().get((match["part"] or match["side"] or "").lower(), "")


def _spot(id: str, match: re.Match[str], text: str, before: Spot | None, is_state: bool) -> Spot:
    ahead = text[: match.start()].rstrip()
    ahead = ahead[:-4] if ahead.lower().endswith(" the") else ahead
    whole = _ends_in(ahead, "whole")
    if whole:
        ahead = re.sub(r"(?:\s+(?:the|of|all|whole|entire|every|parts?))+$", "", ahead, flags=re.IGNORECASE)
    joined = bool(before and _JOIN.fullmatch(text[before.end : match.start()]))
    joined = joined and not _ACTS.match(text, match.end())
    lead = next((name for name in ("from", "to", "in") if _ends_in(ahead, name)), "")
    if ahead.lower().endswith(" of") and not ahead.lower().endswith("out of") and is_state:
        lead = ""  # "the president of Turkey" is nowhere
    if joined and before:
        lead = lead or before.lead
    return Spot(id, _side(match), match.start(), match.end(), lead, whole, joined)


def _ends_in(ahead: str, name: str) -> bool:
    near = ahead[-_FAR:]
    return near.lower().endswith(_listed(name)) and bool(_ending(name).search(near))


@cache
def _listed(name: str) -> tuple[str, ...]:
    return tuple(sorted(load("places")[name], key=len, reverse=True))


@cache
def _ending(name: str) -> re.Pattern[str]:
    listed = "|".join(map(re.escape, _listed(name)))
    return re.compile(rf"(?<![\w-])(?:{listed})$", re.IGNORECASE)
