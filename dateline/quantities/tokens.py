"""Cut a text into tokens with code-point offsets, in linear time, whatever the text holds."""

from __future__ import annotations

import re
from typing import NamedTuple

# Possessive quantifiers and bounded repeats only: no input makes the pattern go back over what it has read.
# Words come early since most tokens are words: nothing below them begins with a letter.
_PATTERN = re.compile(
    r"""
      (?P<url>(?:https?://|www\.)\S++)
    | (?P<fraction>[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])
    | (?P<word>(?:[^\W\d_]\.){2,}|[^\W\d_]\w*+(?:['’]\w++)*+)
    | (?P<break>\n[ \t\r]*+(?:\n|(?=[-*•]\s|[0-9]{1,2}[.)]\s)))
    | (?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])
        |(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2])(?![0-9-])
        |[0-9]{1,2}/[0-9]{1,2}/(?:[0-9]{4}|[0-9]{2})(?![0-9]))
    | (?P<time>[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9:]))
    | (?P<score>[0-9]{1,3}:[0-9]{1,3}(?![0-9:]))
    | (?P<phone>(?!\+[0-9]{1,3}(?:[ ][0-9]{3}){1,6}+(?![0-9]|[ ][0-9]))
        \+[0-9]{1,3}(?:[ .-]?\(?[0-9]{1,4}\)?){0,4}[ .-][0-9]{3,8}(?![0-9])
        |\+[0-9]{9,14}(?![0-9])
        |(?<![0-9])1[ .-][0-9]{3}[ .-][0-9]{3}[.-][0-9]{4}(?![0-9])
        |(?:\([0-9]{3}\)\ ?|(?<![0-9])[0-9]{3}[ .-])[0-9]{3}[.-][0-9]{4}(?![0-9])
        |(?<![0-9])0[0-9]{2,4}[ -][0-9]{3,4}[ -]?[0-9]{3,4}(?![0-9])
        |(?<![0-9])[0-9]{3}-0[0-9]{3}(?![0-9]))
    | (?P<code>[0-9]++(?:\.[0-9]++){2,})
    | (?P<number>[0-9]{1,3}(?:,[0-9]{3})++(?![0-9])(?:\.[0-9]++)?
        |[0-9]{1,2}(?:,[0-9]{2}){1,6},[0-9]{3}(?![0-9])
        |[0-9]{1,3}(?:[\u00a0\u2009\u202f][0-9]{3})++(?![0-9])
        |(?<![0-9.,])[0-9]{1,3}(?:\ [0-9]{3})++(?![0-9]|,[0-9])
        |[0-9]++(?:\.[0-9]++)?
        |(?<![\w.])\.[0-9]++)
    | (?P<mark>>=|<=|=>|=<|[^\s])
    """,
    re.VERBOSE,
)

DASHES = frozenset("-‐‑‒–")


class Token(NamedTuple):
    """A piece of the text: as written, in lower case with straight apostrophes, its place, and its kind."""

    text: str
    lower: str
    start: int
    end: int
    kind: str


def tokenise(text: str) -> list[Token]:
    """Return the tokens of `text` in order; white space but for blank lines is left out.

    >>> [token.text for token in tokenise("More than 2,000 left.")]
    ['More', 'than', '2,000', 'left', '.']
    """
    return [
        Token(word := match[0], word.lower().replace("’", "'"), *match.span(), match.lastgroup or "")
        for match in _PATTERN.finditer(text)
    ]


def word_at(tokens: list[Token], i: int) -> str:
    """Return token `i` in the spelling of the word lists, "" outside the text."""
    return tokens[i].lower if 0 <= i < len(tokens) else ""


def joined(tokens: list[Token], i: int) -> bool:
    """Tell whether token `i` stands directly behind the one before it, with nothing between."""
    return 0 < i < len(tokens) and tokens[i - 1].end == tokens[i].start and tokens[i - 1].kind != "break"


def hyphen(tokens: list[Token], i: int) -> bool:
    """Tell whether token `i` is a hyphen or short dash with something joined to both its sides."""
    return joined(tokens, i) and joined(tokens, i + 1) and tokens[i].text in DASHES


def is_number(tokens: list[Token], i: int) -> bool:
    """Tell whether token `i` is a number in digits."""
    return 0 <= i < len(tokens) and tokens[i].kind == "number"


def whole_number(tokens: list[Token], i: int) -> int | None:
    """The value of plain digits at token `i`, without separators; None when there are none."""
    if not is_number(tokens, i) or len(tokens[i].text) > 9 or not tokens[i].text.isdecimal():
        return None
    return int(tokens[i].text)
