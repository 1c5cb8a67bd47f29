"""Cut a text into sentences, without being misled by abbreviations, initials, decimals and quotations."""

from __future__ import annotations

import re
from functools import lru_cache

from dateline.lexicon import load
from dateline.marks import fold

# Behind these it may end a sentence: it does when what follows looks like a beginning.
_EITHER = re.compile(
    r"(?:\b(?:[A-Za-z]\.){2,}|\b(?:etc|inc|ltd|co|corp|jr|sr|a\.m|p\.m|approx)\.)$", re.IGNORECASE
)
_NEAR = 60  # a mark is judged by the letters near it: on long texts a look at all before it takes too long
_END = re.compile(r"[.!?…]+[\"')\]]*")
_QUOTED = re.compile(
    r"“[^“”]{1,1500}”|„[^„“”]{1,1500}[“”]|«[^«»]{1,1500}»|(?<![\w\"])\"(?=\S)[^\"]{1,1500}\"(?!\w)|‟[^‟”]{1,1500}”"
    r"|“[^“”\"]{1,1500}[\"“]"
    r"|(?<![\w'’])[‘'`](?=\w)(?:[^'‘’\n]|(?<=\w)['’](?=\w)){1,400}[’'](?!\w)"
)
_OPENS_A_QUOTATION = re.compile(r"[“„«\"‟]|(?<![\w'’])[‘'`](?=\w)")
_OPENING = re.compile(r"[\"'(\[]*")


def sentences(text: str) -> list[tuple[int, int]]:
    """Return the (start, end) of each sentence of `text` in code points, spaces at the ends left out.

    A line break counts as a space; Pandoc citations behind a full stop stay with the sentence before them.

    >>> text = "Mr. Hale met the U.S. team at 4 p.m. He left (see para. 5). “Why?” she asked."
    >>> [text[a:b] for a, b in sentences(text)]
    ['Mr. Hale met the U.S. team at 4 p.m.', 'He left (see para. 5).', '“Why?” she asked.']
    """
    return list(_sentences(text))


@lru_cache(maxsize=2048)
def _sentences(text: str) -> tuple[tuple[int, int], ...]:
    plain = fold(text)
    quoted = quotations(text)
    cuts, start = [], 0
    for match in _END.finditer(plain):
        if match.start() < start or any(a < match.start() and match.end() < b for a, b in quoted):
            continue
        if not _ends(plain, match):
            continue
        end = _with_citation(plain, match.end())
        cuts.append((start, end))
        start = end
    cuts.append((start, len(plain)))
    trimmed = (_trimmed(plain, *cut) for cut in cuts)
    return tuple((a, b) for a, b in trimmed if re.search(r"\w", plain[a:b]))


def quotations(text: str) -> list[tuple[int, int]]:
    """Return the (start, end) of each quotation, its marks included; an unclosed mark opens none.

    >>> text = "He said “go”, or 'go now'; it's the U.S.' way."
    >>> [text[a:b] for a, b in quotations(text)]
    ['“go”', "'go now'"]
    """
    return list(_quotations(text))


@lru_cache(maxsize=2048)
def _quotations(text: str) -> tuple[tuple[int, int], ...]:
    if not _OPENS_A_QUOTATION.search(text):
        return ()
    return tuple(sorted(match.span() for match in _QUOTED.finditer(text)))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    inside = text[start:end]
    start += len(inside) - len(inside.lstrip())
    return start, start + len(inside.strip())


def _ends(text: str, match: re.Match[str]) -> bool:
    """Tell whether these marks end a sentence."""
    rest = text[match.end() :]
    if not rest.strip():
        return True
    if not rest[0].isspace() and not re.match(r"\[[^\]]*@", rest):
        return False
    if _inside_brackets(text, match):
        return False
    following = rest.lstrip()
    first = _OPENING.sub("", following, count=1)[:40]
    word = re.match(r"[^\W_]+", first)
    if text[match.start()] != "." or len(match[0].rstrip("\"')]")) > 1:
        return _may_begin(first, text, match)
    before = re.search(r"[^\s\"'(\[]+$", text[max(0, match.start() - _NEAR) : match.start()])
    stem = before[0].lower() if before else ""
    if stem in load("abbreviations")["bound"] and not (
        stem in {"no", "sat", "sun", "art", "mar", "may"} and _starts(word)
    ):
        return False
    if re.fullmatch(r"[A-Za-z]", stem) and before[0].isupper() and stem != "i":
        return False
    if _EITHER.search(text[max(0, match.start() - _NEAR) : match.start() + 1]):
        return _starts(word) or following[:1] in '"[' or not word
    if re.fullmatch(r"\d{1,2}", stem) and not text[: match.start() - len(stem)].strip():
        return False
    return bool(re.match(r"[^a-z]", first)) or not first


def _starts(word: re.Match[str] | None) -> bool:
    return bool(word) and word[0][:1].isupper() and word[0].lower() in load("abbreviations")["starters"]


def _may_begin(first: str, text: str, match: re.Match[str]) -> bool:
    """After “…?” or “…!” inside a quotation, a small letter goes on with the same sentence."""
    return not re.match(r"[a-z]", first)


def _inside_brackets(text: str, match: re.Match[str]) -> bool:
    """Tell whether the marks stand inside an open bracket that is closed later, such as a citation."""
    before = text[max(0, match.start() - 200) : match.end()]
    for opening, closing in ("[]", "()"):
        if before.count(opening) > before.count(closing) and closing in text[match.end() : match.end() + 200]:
            return True
    return False


def _with_citation(text: str, end: int) -> int:
    """Take a citation that stands behind the full stop along: “It rained. [@S1, para. 2]”."""
    match = re.match(r"(?:\s*\[[^\[\]]*@[^\[\]]*\]\.?)+", text[end:])
    return end + match.end() if match else end
