"""Typographic marks folded one for one, so that phrases are found whatever quotation marks a text uses."""

from __future__ import annotations

import re
from functools import lru_cache
from textwrap import shorten

_FOLDS = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‘’‚‛′ʼ`´", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2008\u2009\u200a\u202f\t\n\r", " "),
    }
)


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Return `text` with curly quotation marks, dashes and odd spaces made plain.

    Each character is replaced by exactly one, so offsets (code points) stay valid.

    >>> fold("“It’s time” – he said")
    '"It\\'s time" - he said'
    """
    if text.isascii() and text.isprintable() and "`" not in text:
        return text  # nothing to fold: no other ASCII mark has a place in _FOLDS
    return text.translate(_FOLDS)


def without_points(text: str) -> str:
    """Return `text` with the points of initials left out: "U.S." and "US" are the same word.

    >>> without_points("a U.S. official, Mr. A. Smith")
    'a US official, Mr. A. Smith'
    """
    return re.sub(r"\b(?:[A-Za-z]\.){2,}", lambda initials: initials[0].replace(".", ""), text)


def spans_of(phrase: str, text: str, *, ignore_case: bool = False) -> list[tuple[int, int]]:
    """Return every (start, end) at which `phrase` stands in `text` as whole words.

    Marks are folded and any run of spaces counts as one; offsets are code points of `text`.

    >>> spans_of("more than 700", "Now more  than 700 troops")
    [(4, 18)]
    >>> spans_of("700", "1,700 troops")
    []
    """
    pattern = _pattern(phrase, ignore_case)
    return [match.span() for match in pattern.finditer(fold(text))] if pattern else []


@lru_cache(maxsize=4096)
def _pattern(phrase: str, ignore_case: bool) -> re.Pattern[str] | None:
    words = fold(phrase).split()
    if not words:
        return None
    body = r"\s+".join(re.escape(word) for word in words)
    start = r"(?<![\w])(?<!\d[.,])" if words[0][0].isalnum() else ""
    end = r"(?![\w])" if words[-1][-1].isalnum() else ""
    return re.compile(start + body + end, re.IGNORECASE if ignore_case else 0)


def anchor_at(text: str, start: int, end: int) -> str:
    """Return the whole words from `start` to `end` as an anchor: with ` #2` where they stand a second time.

    >>> anchor_at("two cats, two dogs", 10, 12)
    'two #2'
    """
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    phrase = text[start:end]
    nth = next((n for n, span in enumerate(spans_of(phrase, text), 1) if span[0] == start), 1)
    return phrase if nth == 1 else f"{phrase} #{nth}"


def words_of(text: str) -> list[str]:
    """Return the words of `text` in lower case, marks folded, apostrophes dropped.

    >>> words_of("Mr. Esper’s 2,000")
    ['mr', 'espers', '2000']
    """
    return re.findall(r"[^\W_]+", re.sub(r"(?<=\d),(?=\d)|'", "", fold(text)).lower())


def opening(text: str, width: int = 70) -> str:
    """Return the first words of a text, for a message: cut between two words, and the cut marked.

    >>> opening("They would not rule it out.", 12)
    'They would …'
    """
    return shorten(text, width, placeholder=" …")
