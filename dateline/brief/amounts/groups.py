"""Who and what a sentence is about: one nation's people for another's, boats for buses, fire for flood."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from dateline.brief.ground.facts import Facts, nations_in
from dateline.brief.ground.names import nations
from dateline.brief.ground.passages import Ground, Passage
from dateline.brief.language.once import once
from dateline.brief.language.stems import stem
from dateline.brief.language.wording import Word, ideas_at, is_light, words
from dateline.findings import Finding, Place
from dateline.lexicon import load

_PEOPLE = frozenset(("/troop", "/fighter", "/resident", "/refugee", "/diplomat", "/counterpart"))
_OWNERS = frozenset(("his", "her", "its", "their"))
_BETWEEN = frozenset(("military", "service", "armed", "security", "army", "air", "ground", "special"))
_HEARERS = frozenset(("reporter", "journalist"))
_TOLD = (" told ", " tells ", " telling ", " to ", " told the ", " to the ")
_MARCHERS, _PROTEST = ("protester", "demonstrator"), "/protest"
_THERE = ("residents", "inhabitants", "citizens", "locals")


def judge(facts: Facts, cited: Sequence[Passage], ground: Ground) -> list[Finding]:
    """Name people of a nation, or a thing, put where every cited paragraph has another of its kind."""
    return _foreign(facts, cited, ground) or _contrary(facts, cited)


def peoples(all_words: Sequence[Word]) -> list[tuple[Word, frozenset[str], str]]:
    """Return each noun for people with its ideas and nation: "" without one, "?" behind "his" or "their".

    >>> [(word.low, nation) for word, _, nation in peoples(words("US troops and their fighters"))]
    [('troops', 'us'), ('fighters', '?')]
    """
    found = []
    for at, word in enumerate(all_words):
        said = frozenset() if word.is_name else ideas_at(all_words, at) & _PEOPLE
        if not said or (word.low in _BETWEEN and _is_adjective(all_words, at)):
            continue
        ahead = _ahead(all_words, at)
        nation = next(iter(nations([ahead])), "") if ahead else ""
        found.append((word, said, nation or ("?" if ahead and ahead.low in _OWNERS else "")))
    return found


_NOUNS = ("s", "ion", "ment", "ity", "ance", "ence")


def _is_adjective(all_words: Sequence[Word], at: int) -> bool:
    """ "Military ambitions", "military expansion" are no people: a noun stands right behind."""
    behind = all_words[at + 1 : at + 2]
    if not behind or behind[0].start != all_words[at].end + 1 or is_light(behind[0]):
        return False
    return behind[0].low.endswith(_NOUNS) and not ideas_at(all_words, at + 1) & _PEOPLE


def _ahead(all_words: Sequence[Word], at: int) -> Word | None:
    """The word that touches a noun, "military" and its kin passed over; a comma parts them."""
    while at and all_words[at - 1].end + 1 == all_words[at].start:
        at -= 1
        if all_words[at].low not in _BETWEEN:
            return all_words[at]
    return None


def _foreign(facts: Facts, cited: Sequence[Passage], ground: Ground) -> list[Finding]:
    """ "Turkish troops" where the paragraphs have American and Kurdish ones only."""
    if not nations_in(facts):
        return []
    theirs = [told for passage in cited for told in _told(passage, ground)]
    spoken = frozenset().union(*(nations_in(passage.facts) | passage.nations for passage in cited))
    for word, said, nation in peoples(facts.words):
        if nation in ("", "?") or any(a <= word.start < b for a, b in facts.quotations):
            continue
        others = {other for _, ideas, other in theirs if ideas & said and other}
        if others - {"?"} and nation not in others and not ("?" in others and nation in spoken):
            return [_swapped("population-swapped", word.text, cited[0])]
    return []


def _told(passage: Passage, ground: Ground) -> tuple[tuple[Word, frozenset[str], str], ...]:
    """The people of a paragraph, of the key's rows for it, and of those that it names otherwise."""
    key = "peoples", passage.place
    if key not in ground.kept:
        texts = [
            row.statement if table == "claims" else f"{row.counted} {row.scope}"
            for table in ("claims", "figures")
            for row in ground.case.key.rows(table)
            if (row.source, row.paragraph) == passage.place
        ]
        parties = ground.names.organisations
        here = {mention.id for mention in passage.facts.names if mention.id in parties}
        texts += [alias for id in here for alias in (parties[id].name, *parties[id].aliases)]
        every = [peoples(passage.facts.words), *(peoples(words(text or "")) for text in texts)]
        ground.kept[key] = tuple(told for each in every for told in each)
    return ground.kept[key]


@cache
def _rows() -> Mapping[str, tuple[str, str, int]]:
    """Where a plain form stands in the list: (the key of its fault, its kind, its row)."""
    keys = {"counted": "population-swapped", "matters": "unsupported"}
    return {
        stem(form): (keys[part], kind, number)
        for part, kinds in load("siblings").items()
        for kind, rows in kinds.items()
        for number, row in enumerate(rows)
        for word in row
        for form in (word, f"{word}s", f"{word}es")
    }


def _contrary(facts: Facts, cited: Sequence[Passage]) -> list[Finding]:
    """ "Boats" where no cited paragraph has a boat but one has buses, which the sentence lacks."""
    mine = _plain_words(facts)
    named = {_rows()[plain][1:] for plain in mine}
    for plain, word in mine.items():
        key, kind, number = _rows()[plain]
        for passage in cited:
            there = {_rows()[other][1:] for other in _plain_words(passage.facts)}
            of_kind = {row for row in there if row[0] == kind}
            bare = any(plain in other.forms for other in cited)
            bare = bare or ("people" in passage.forms and word.low in _THERE)  # for "people there"
            bare = bare or (plain in _MARCHERS and _PROTEST in passage.known)  # whoever marched
            if of_kind and (kind, number) not in there and not bare and not of_kind <= named:
                return [_swapped(key, word.text, passage)]
    return []


@once
def _plain_words(facts: Facts) -> dict[str, Word]:
    """The words of the list that stand in a text, by their plain form."""
    listed = [word for word in facts.words if word.stem in _rows()]
    return {word.stem: word for word in listed if _is_plain(word, facts)}


def _is_plain(word: Word, facts: Facts) -> bool:
    if word.low.endswith(("ed", "ing")) and _rows()[word.stem][1] == "people":
        return False  # "forced back", "manning the post": no force, no men
    if word.stem in _HEARERS and facts.text[: word.start].endswith(_TOLD):
        return False  # "told reporters": whom he told is no part of what he said
    named = any(mention.start <= word.start < mention.end for mention in facts.names)
    quoted = any(a <= word.start < b for a, b in facts.quotations)
    return not (named or quoted or (is_light(word) and _rows()[word.stem][1] != "who"))


def _swapped(key: str, given: str, passage: Passage) -> Finding:
    return Finding(key, possible=1, params={"given": given, "words": given}, place=Place(*passage.place))
