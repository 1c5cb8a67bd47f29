"""Word lists that the readers and the brief checker share, kept as data beside this file."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from dateline.yaml12 import read_yaml_text

FOLDER = Path(__file__).parent


class WordList(list):
    """A list of a word list file; being read-only it is told from others by what it is, not by what it holds.

    So whatever is made of it once can be kept by it, at no cost for its length.
    """

    __hash__ = object.__hash__

    def __contains__(self, word: object) -> bool:
        """Look a word up instead of going through the list: many are long."""
        return word in self._members

    @cached_property
    def _members(self) -> frozenset[Any]:
        return frozenset(self)


@cache
def load(name: str) -> Any:
    """Return the word list `name`, read from `lexicon/<name>.yaml`.

    Returns what the file holds (a mapping or a list); treat it as read-only, it is shared.
    Two tags keep long lists quick to read and free of quotation marks: `!words` is a text of words with
    commas between, a list of str; `!groups` is a text of lines "name: word, word", a dict of such lists.
    Raises FileNotFoundError when there is no such list.

    >>> "about" in str(load("hedges"))
    True
    >>> load("synonyms")["groups"]["border"]
    ['border', 'frontier', 'boundary']
    """
    return read_yaml_text((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"), _constructor())


@cache
def joined(name: str, *lists: str) -> WordList:
    """Return some lists of a word list file as one, read-only as each of them.

    >>> joined("estimative", "judging", "confidence")[0] == load("estimative")["judging"][0]
    True
    """
    return WordList(word for each in lists for word in load(name)[each])


@cache
def _constructor() -> Any:
    from ruamel.yaml.constructor import SafeConstructor
    from ruamel.yaml.resolver import VersionedResolver

    class Lists(SafeConstructor):
        """The safe constructor with the tags for lists of words."""

        def construct_object(self, node: Any, deep: bool = False) -> Any:
            """A word means itself, and nearly all that a word list holds are words."""
            is_word = node.ctag is VersionedResolver.DEFAULT_SCALAR_TAG
            return node.value if is_word else super().construct_object(node, deep)

    Lists.add_constructor("tag:yaml.org,2002:seq", _sequence)
    Lists.add_constructor("!words", lambda _, node: listed(node.value))
    Lists.add_constructor("!groups", lambda _, node: grouped(node.value))
    return Lists


def _sequence(constructor: Any, node: Any) -> Iterator[WordList]:
    found = WordList()
    yield found
    found.extend(constructor.construct_sequence(node))


def listed(text: str) -> WordList:
    """Return the words or phrases of a text with commas between them.

    >>> listed("on, no, more than,\\n off")
    ['on', 'no', 'more than', 'off']
    """
    return WordList(" ".join(word.split()) for word in text.split(",") if word.strip())


def grouped(text: str) -> dict[str, WordList]:
    """Return the groups of a text of lines "name: word, word"; ValueError when a name stands twice.

    >>> grouped("leave: leave, go away")
    {'leave': ['leave', 'go away']}
    """
    found: dict[str, WordList] = {}
    for line in filter(None, map(str.strip, text.splitlines())):
        name, colon, members = line.partition(":")
        if not colon or name in found:
            raise ValueError(f"not a group, or one of that name before: {line!r}")
        found[name] = listed(members)
    return found
