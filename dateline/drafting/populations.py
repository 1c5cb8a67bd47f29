"""Which figures count the same: by their nouns, and by nouns that news prose puts for one another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from dateline.drafting.confirm import Cells
from dateline.lexicon import load
from dateline.marks import words_of

GENERAL = "people"  # a word for anybody: the same as "residents" only where what narrows them is the same


def name_populations(rows: Sequence[Cells]) -> None:
    """Give every row that has a population the id of the first row which counts the same."""
    first: list[Cells] = []
    for row in rows:
        if not row.get("population"):
            continue
        twin = next((other for other in first if counts_the_same(row, other)), None)
        if twin is None:
            first.append(row)
        else:
            row["population"] = twin["population"]


def counts_the_same(one: Cells, other: Cells) -> bool:
    """Say whether two rows count the same people or things, as far as their nouns tell.

    >>> us, them, foe = ({"counted": noun} for noun in ("US troops", "soldiers", "fighters"))
    >>> counts_the_same(us, them), counts_the_same(us, foe)
    (True, False)
    """
    (mine, plain, proper), (theirs, others, names) = _read(one["counted"]), _read(other["counted"])
    if mine != theirs or plain != others or (proper and names and proper != names):
        return False
    general = GENERAL in (one["counted"], other["counted"])
    return not general or one["counted"] == other["counted"] or bool(_narrowed(one) & _narrowed(other))


def _read(noun: str) -> tuple[str, frozenset[str], frozenset[str]]:
    """What a noun phrase counts, the small words that narrow it, the names that do."""
    words = noun.split()
    for length in range(min(2, len(words)), 0, -1):
        head = " ".join(words[-length:]).lower()
        if group := _groups().get(_single(head)):
            return group, *_modifiers(words[:-length])
    return _single(words[-1].lower()) if words else "", *_modifiers(words[:-1])


def _modifiers(words: Sequence[str]) -> tuple[frozenset[str], frozenset[str]]:
    proper = frozenset(word for word in words if word[0].isupper())
    return frozenset(words) - proper, proper


def _narrowed(row: Cells) -> set[str]:
    common = load("drafting")["english"]
    return {word for word in words_of(row.get("scope", "")) if len(word) > 3 and word not in common}


@cache
def _groups() -> dict[str, str]:
    rows = [*load("drafting")["same_things"], *load("siblings")["counted"]["people"]]
    found: dict[str, str] = {}
    for row in rows:
        for word in row:
            found.setdefault(word, row[0])
    return found


@cache
def _single(noun: str) -> str:
    """A noun in the singular: "troops" as "troop", "service members" as "service member"."""
    lead, _, last = noun.rpartition(" ")
    plain = load("irregular")["forms"].get(last, last)
    if plain == last and re.search(r"[^s]s$", last):
        plain = re.sub(r"ies$", "y", last) if last.endswith("ies") else last[:-1]
    return f"{lead} {plain}".strip()
