"""Attach hedges to a figure: the longest first, several in a row, before it and behind it."""

from __future__ import annotations

from dateline.lexicon import load
from dateline.quantities.hedge_words import phrases_before
from dateline.quantities.model import Figure
from dateline.quantities.numerals import SMALL
from dateline.quantities.phrases import Phrases
from dateline.quantities.tokens import Token
from dateline.quantities.units import DISTANCE, TIME

_HEDGES = load("hedges")
BEFORE = Phrases(phrases_before())
_AFTER = Phrases(_HEDGES["after"])
_WITHIN = Phrases(_HEDGES["within"])
_GOES_ON = frozenset(_HEDGES["after_goes_on"]["before"])
_MAY_GO_ON = frozenset(_HEDGES["after_goes_on"]["words"])
_BETWEEN = frozenset(_HEDGES["between"])
_REVERSED: dict[str, str] = _HEDGES["reversed"]
_NEGATIONS = frozenset(_HEDGES["negations"])
_DURING = frozenset(_HEDGES["during"]["hedges"])
_AFTER_DURING = frozenset(_HEDGES["during"]["after"])

# More hedges in a row than this are no English; the limit keeps the reader linear.
_MOST_HEDGES = 4


def hedge_before(tokens: list[Token], figure: Figure, floor: int) -> None:
    """Read the hedges that stand before a figure, from the nearest outwards, into its bounds."""
    start, words = figure.first, []
    for _ in range(_MOST_HEDGES):
        found = _one_hedge(tokens, start, floor, figure)
        if not found:
            break
        means, at = found
        means, at = _negated(tokens, means, at, floor)
        figure.bound(means)
        words.insert(0, _phrase(tokens, at, _end_of_hedge(tokens, start)))
        start = figure.first = at
    if words:
        figure.hedge = " ".join([*words, figure.hedge] if figure.hedge else words)


def hedge_after(tokens: list[Token], figure: Figure, at: int | None = None) -> bool:
    """Read a hedge that begins at token `at`, by default right behind the figure; tell if found."""
    begin = figure.last if at is None else at
    found = _AFTER.at(tokens, begin)
    if not found or _opens_another(tokens, found[1]):
        return False
    figure.bound(found[0])
    words = _phrase(tokens, begin, found[1])
    figure.hedge = f"{figure.hedge} {words.lstrip('-')}".strip()
    figure.last = found[1]
    return True


def past_hedge(tokens: list[Token], i: int) -> int:
    """Return the token behind a hedge that stands behind its number at token `i`, or `i`."""
    found = _AFTER.at(tokens, i)
    return found[1] if found else i


def hedge_at(tokens: list[Token], i: int) -> tuple[str, int] | None:
    """Return (meaning, end) of the hedge that begins at token `i`, or None."""
    return BEFORE.at(tokens, i)


def _one_hedge(tokens: list[Token], start: int, floor: int, figure: Figure) -> tuple[str, int] | None:
    found = BEFORE.before(tokens, start, floor)
    if not found and start - 1 > floor and tokens[start - 1].lower in _BETWEEN:
        found = BEFORE.before(tokens, start - 1, floor)
        if found and tokens[start - 1].lower in ("a", "an") and figure.first != start:
            return found
    if not found and figure.unit in TIME | DISTANCE:
        found = _WITHIN.before(tokens, start, floor)
    if found and figure.unit in TIME and tokens[found[1]].lower in _DURING and start - found[1] == 1:
        before = tokens[found[1] - 1].lower if found[1] else "for"
        if before not in _AFTER_DURING and tokens[found[1] - 1].kind == "word":
            return None
    return found


def _opens_another(tokens: list[Token], i: int) -> bool:
    """Tell the "at least" of "within 48 hours at least 60" from a hedge that belongs to what is before it."""
    if i >= len(tokens):
        return False
    token = tokens[i]
    if token.lower in _GOES_ON:
        return tokens[i - 1].lower in _MAY_GO_ON
    return token.kind == "number" or token.lower in SMALL or token.text in "$€£¥"


def _negated(tokens: list[Token], means: str, at: int, floor: int) -> tuple[str, int]:
    """Turn a bound round when a negation stands before it."""
    if at > floor and tokens[at - 1].lower in _NEGATIONS and means in _REVERSED:
        return _REVERSED[means], at - 1
    return means, at


def _end_of_hedge(tokens: list[Token], start: int) -> int:
    """Leave out the article between a hedge and its numeral."""
    return start - 1 if tokens[start - 1].lower in _BETWEEN else start


def _phrase(tokens: list[Token], first: int, last: int) -> str:
    words = [token.lower for token in tokens[first:last]]
    return " ".join(words).replace(" .", ".").replace("- ", "-")
