"""Tell the head lines of a brief: question, author, addressee, date, information cut-off."""

from __future__ import annotations

import re

from dateline.brief.language.reading import read_dates
from dateline.brief.layout.roles import label_of
from dateline.lexicon import load

_NAME = r"(?:[A-Z][\w.'’-]*|de|van|von|der|al|bin)"
_BYLINE = re.compile(
    rf"^\W*(?:(?:[Ww]ritten|[Pp]repared|[Cc]ompiled|[Dd]rafted|[Rr]eported|[Aa] brief|[Aa] memo)\s+)?[Bb]y\s+"
    rf"(?P<name>[A-Z][\w.'’-]*(?:\s+{_NAME}){{0,4}}(?:\s+and\s+{_NAME}(?:\s+{_NAME}){{0,3}})?)\W*$"
)
_LONGEST = {"author": 8, "other": 8, "cut_off": 14, "question": 60}
_DIVIDER = re.compile(r"\s+[·•|–—]\s+|\s*;\s+|(?<=[.?!])\s+(?=[A-Z][A-Za-z -]{1,28}:)")


def head_of(text: str) -> tuple[str, str]:
    """Return which head line a text is ("author", "cut_off", "question", "other" or "") and what it says.

    >>> head_of("By Noor Haddad."), head_of("Information up to 21 October 2019.")
    (('author', 'Noor Haddad'), ('cut_off', '21 October 2019'))
    >>> head_of("By March all had left.")
    ('', '')
    """
    plain = text.strip().strip("*_ ")
    if "@" in plain:
        return "", ""
    label, value = label_of(plain)
    if label and len(value.split()) <= _LONGEST[label]:
        return label, value
    if match := _BYLINE.match(plain):
        return ("", "") if read_dates(match["name"]) else ("author", match["name"].rstrip("."))
    return _cut_off(plain)


def _cut_off(text: str) -> tuple[str, str]:
    """A line of nothing but a date and words such as "information up to"."""
    dates = read_dates(text)
    if not dates or len(text.split()) > 14:
        return "", ""
    rest = text[: dates[0].start] + " " + text[dates[-1].end :]
    known = {word for phrase in load("absence")["heads"]["cut_off"] for word in phrase.split()}
    known |= set(load("absence")["cut_off_words"])
    said = re.findall(r"[A-Za-z]+", rest.lower())
    opening = re.match(r"\W*(?:up )?(?:to|until|till|by|as of|on|from|in|since)?\W*$", rest, re.IGNORECASE)
    if said and set(said) <= known and not opening:
        return "cut_off", re.sub(r"^(?:up to|to|until|by|before) ", "", text[dates[0].start :]).strip(" .*_")
    return "", ""


def head_lines(text: str) -> list[tuple[str, str, str]]:
    """Return the head lines of a paragraph as (text, name, value), [] when it is no head.

    Several may stand in one line: "To: the editor. From: Ines Duarte."
    """
    parts = [part for line in text.split("\n") for part in _DIVIDER.split(line) if part.strip()]
    parts = parts if len(parts) > 1 else [part for part in re.split(r"(?<=[.?!])\s+", text) if part.strip()]
    if len(parts) < 2:
        parts = [text]
    found = [(part.strip(), *head_of(part)) for part in parts]
    if all(name for _, name, _ in found):
        return found
    whole = head_of(" ".join(text.split()))
    return [(text.strip(), *whole)] if whole[0] else []
