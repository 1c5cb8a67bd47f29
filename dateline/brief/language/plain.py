"""Letters and digits that look like others: made plain where they are harmless, found where they deceive."""

from __future__ import annotations

import re
import unicodedata

_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_BEYOND = re.compile("[^\0-\x7f]")
_TOKEN = re.compile(r"[^\W_]+")
_STRANGE = ("CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "MATHEMATICAL", "LISU", "COPTIC", "GEORGIAN")


def plain(text: str) -> str:
    """Return a text without characters that show nothing, its digits and wide letters in their plain form.

    >>> plain("more\\u200b than \\uff15,\\uff10\\uff10\\uff10")
    'more than 5,000'
    """
    if text.isascii():
        return text
    return _BEYOND.sub(_plain_letter, text.translate(_WIDE))


def _plain_letter(match: re.Match[str]) -> str:
    letter = match[0]
    if letter.isdecimal():
        return str(unicodedata.decimal(letter))
    return "" if unicodedata.category(letter) == "Cf" else letter


def disguised(text: str) -> list[str]:
    """Return the words of a text that mix plain letters or digits with those of another script.

    >>> disguised("More than 7\\u041e\\u041e left Ir\\u0430q, Erdo\\u011fan said.")
    ['7ОО', 'Irаq']
    """
    if text.isascii():
        return []
    return [match[0] for match in _TOKEN.finditer(text) if _is_mixed(match[0])]


def _is_mixed(word: str) -> bool:
    if word.isascii():
        return False
    strange = [letter for letter in word if unicodedata.name(letter, "").startswith(_STRANGE)]
    return bool(strange) and len(strange) < len(word)
