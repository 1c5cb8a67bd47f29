"""Items of a drafted exercise: which rows of the key it asks about, lettered, and how a prompt lists them."""

from __future__ import annotations

from collections.abc import Sequence
from string import ascii_lowercase
from typing import Any

MOST = 8  # items an exercise


def spread(rows: Sequence[Any], most: int = MOST) -> list[Any]:
    """Take up to `most` rows, evenly over all of them.

    >>> spread([1, 2, 3, 4, 5, 6], 3)
    [1, 3, 5]
    """
    step = max(1.0, len(rows) / most)
    return [rows[int(at * step)] for at in range(min(most, len(rows)))]


def lettered(rows: Sequence[Any]) -> dict[str, Any]:
    """Name rows a, b, c …"""
    return dict(zip(ascii_lowercase, rows, strict=False))


def listed(items: dict[str, Any]) -> tuple[str, ...]:
    """Return each row as a prompt lists it: its letter, its place, its words."""
    return tuple(f"**{letter}** {where(row)}: {quoted(said(row))}" for letter, row in items.items())


def quoted(text: str) -> str:
    """Return words between quotation marks, unless they hold some of their own."""
    return text if "“" in text or "”" in text else f"“{text}”"


def said(row: Any) -> str:
    """The words of a row: a claim's statement, else the phrase it is anchored on."""
    return getattr(row, "statement", row.anchor.split(" #")[0])


def where(row: Any) -> str:
    """The place of a row as a prompt names it: "S1, para. 3"."""
    return f"{row.source}, para. {row.paragraph}"


def place(row: Any) -> dict[str, Any]:
    """The place of a row as exercises.yaml names it."""
    return {"source": row.source, "paragraph": row.paragraph, "anchor": row.anchor}


def place_in(phrase: str, text: str) -> int:
    """Return where a phrase stands in a text as whole words; -1 where it does not.

    >>> place_in("2 May", "It stays closed until 22 May."), place_in("2 May", "It closed on 2 May.")
    (-1, 13)
    """
    at = text.find(phrase) if phrase else -1
    while at >= 0 and (_in_word(text[:at][-1:]) or _in_word(text[at + len(phrase) :][:1])):
        at = text.find(phrase, at + 1)
    return at


def _in_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


def joined(words: Sequence[str]) -> str:
    """Join words with commas and an "and".

    >>> joined(["S1", "S2", "S3"])
    'S1, S2 and S3'
    """
    return " and ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))
