"""Lend a figure the noun or the unit of its neighbour, where the two speak of the same."""

from __future__ import annotations

from itertools import pairwise

from dateline.lexicon import load
from dateline.quantities.counting import OLDEST
from dateline.quantities.model import Figure
from dateline.quantities.nouns import counted_noun, whole
from dateline.quantities.tokens import DASHES, Token, joined, word_at
from dateline.quantities.units import DISTANCE

_NUMBER_OF = frozenset(load("nouns")["number_of"])
_SENTENCE_ENDS = frozenset(".;!?")
_DIMENSIONS = frozenset(["long", "wide", "high", "tall", "deep", "thick"])
_LENT = frozenset(["percent", "percentage points", *DISTANCE])
# How far back a noun is looked for.
_REACH = 16


def lend_nouns(tokens: list[Token], figures: list[Figure]) -> None:
    """Give a figure without a noun that of its neighbour where the two count the same."""
    for left, right in pairwise(figures):
        if left.why or right.why:
            continue
        if left.unit == "year" and not right.unit and not right.noun and _is_second_age(tokens, left, right):
            right.unit = "year"
        if not right.unit and left.unit in DISTANCE | {"m"} and word_at(tokens, right.last) in _DIMENSIONS:
            right.unit, right.noun = left.unit, None  # "180 metres long and 30 wide"
        if _suspended(tokens, left):
            left.unit = left.unit or right.unit
        if left.compound and right.compound and _only(tokens, left.last, right.first, ","):
            left.noun = left.noun or right.noun
        if not left.unit and not left.noun and right.unit in _LENT and _changes(tokens, left, right):
            left.unit = right.unit  # "to 3.2 from 2.9 per cent"
        if left.unit == right.unit:
            _lend(tokens, left, right)
    earlier = None
    for figure in figures:
        if figure.why:
            continue
        if (
            figure.noun is None
            and earlier
            and figure.unit in ("", "percent")
            and _says_them(tokens, figure.last)
        ):
            figure.noun = counted_noun(tokens, figure.last + 2) or earlier.noun
            figure.noun = figure.noun if _same_sentence(tokens, earlier.last, figure.first) else None
        if not (figure.noun or figure.unit):
            figure.noun = _number_of(tokens, figure.first) or _others(tokens, figure.last)
        earlier = figure if figure.noun else earlier


def _others(tokens: list[Token], i: int) -> tuple[int, int] | None:
    """Take "others" itself for the noun where nothing says who else there is."""
    return (i, i + 1) if word_at(tokens, i) == "others" else None


def _changes(tokens: list[Token], left: Figure, right: Figure) -> bool:
    return any(_only(tokens, left.last, right.first, word) for word in ("from", "to"))


def _lend(tokens: list[Token], left: Figure, right: Figure) -> None:
    """Lend between two figures of one unit: "from 200 to 300 men", "30, perhaps 45, men", "5 more"."""
    if right.noun is None and not right.unit and _says_more(tokens, right.last):
        right.noun = left.noun if _same_sentence(tokens, left.last, right.first) else None
    if right.noun is None and right.hedge and _is_aside(tokens, left, right):
        right.noun = left.noun = counted_noun(tokens, right.last + 1)
    if _only(tokens, left.last, right.first, "to"):
        left.noun = left.noun or right.noun
    elif left.noun and _only(tokens, left.noun[1], right.first, "to"):
        right.noun = right.noun or left.noun


def _suspended(tokens: list[Token], left: Figure) -> bool:
    """Tell the first of "20- and 30-year-olds", which shares the unit of the second."""
    at = left.last
    return (
        word_at(tokens, at) in DASHES
        and joined(tokens, at)
        and word_at(tokens, at + 1) in ("and", "or", "to")
    )


def _is_second_age(tokens: list[Token], left: Figure, right: Figure) -> bool:
    """Tell the 36 of "aged 34 and 36" from a count."""
    between = [token.lower for token in tokens[left.last : right.first]]
    ends = right.last >= len(tokens) or tokens[right.last].kind != "word" or tokens[right.last].lower == "and"
    return between in (["and"], [","], [",", "and"]) and ends and 0 < (right.lower or 0) <= OLDEST


def _is_aside(tokens: list[Token], left: Figure, right: Figure) -> bool:
    """Tell whether commas set one figure off behind another: "4,000, perhaps as many as 5,000, refugees"."""
    between = [token.lower for token in tokens[left.last : right.first]]
    closed = right.last < len(tokens) and tokens[right.last].text == ","
    return closed and left.noun is None and between in ([","], [",", "and"], [",", "or"])


def _says_them(tokens: list[Token], i: int) -> bool:
    """Tell "6,000 of them", which count what the figure before them does."""
    return (
        i + 1 < len(tokens)
        and tokens[i].lower == "of"
        and tokens[i + 1].lower in ("them", "whom", "which", "these", "those")
    )


def _only(tokens: list[Token], first: int, last: int, word: str) -> bool:
    """Tell whether `word` is all that stands between two figures."""
    return last - first == 1 and tokens[first].lower == word


def _says_more(tokens: list[Token], i: int) -> bool:
    """Tell "5,200 more" and "40 others", which count the same as the figure before them."""
    return i < len(tokens) and tokens[i].lower in ("more", "others")


def _same_sentence(tokens: list[Token], first: int, last: int) -> bool:
    if last - first > _REACH:
        return False
    return not any(token.text in _SENTENCE_ENDS or token.kind == "break" for token in tokens[first:last])


def _number_of(tokens: list[Token], i: int) -> tuple[int, int] | None:
    """Find the noun of "the number of troops will fall to 8,600" in the same sentence before token `i`."""
    for at in range(i - 1, max(0, i - _REACH), -1):
        if tokens[at].text in _SENTENCE_ENDS or tokens[at].kind == "break":
            return None
        if tokens[at].lower in _NUMBER_OF and tokens[at + 1].lower == "of":
            return whole(tokens, at + 1)
    return None
