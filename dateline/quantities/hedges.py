"""Attach hedges to a figure: the longest first, several in a row, before it and behind it."""

from __future__ import annotations

from dateline.lexicon import load
from dateline.quantities.hedge_words import phrases_before
from dateline.quantities.model import Figure
from dateline.quantities.numerals import SMALL
from dateline.quantities.phrases import Phrases
from dateline.quantities.tokens import Token, joined
from dateline.quantities.units import DISTANCE, MONEY, TIME

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
_NO_HEDGE = {word: frozenset(words) for word, words in _HEDGES["no_hedge"].items()}
_NO_HEDGE_LINKS = frozenset(_HEDGES["no_hedge_links"])
_LACKING = ["short", "of"]
_DEFINITE = frozenset(_HEDGES["definite"]["words"])
_KEPT_BY_DEFINITE = frozenset(_HEDGES["definite"]["keep"])
_ABOUT_DEFINITE = frozenset(_HEDGES["definite"]["about"])
_AFTER_DURING = frozenset(_HEDGES["during"]["after"])

# More hedges in a row than this are no English; the limit keeps the reader linear.
_MOST_HEDGES = 4
# "up to a further 300", "about an additional 40": so many words may part a hedge from its numeral.
_MOST_BETWEEN = 2


def hedge_before(tokens: list[Token], figure: Figure, floor: int) -> None:
    """Read the hedges that stand before a figure, from the nearest outwards, into its bounds."""
    start, words = figure.first, []
    for _ in range(_MOST_HEDGES):
        found = _one_hedge(tokens, start, floor, figure)
        if not found:
            break
        means, at, end = found
        means, at = _negated(tokens, means, at, floor)
        figure.bound(means)
        words.insert(0, _phrase(tokens, at, end))
        start = figure.first = at
    if words:
        figure.hedge = " ".join([*words, figure.hedge] if figure.hedge else words)


def hedge_after(tokens: list[Token], figure: Figure, at: int | None = None) -> bool:
    """Read a hedge that begins at token `at`, by default right behind the figure; tell if found."""
    begin = figure.last if at is None else at
    found = _AFTER.at(tokens, begin)
    if not found or (_opens_another(tokens, found[1]) and not _is_of_those(tokens, begin, found[1])):
        return False
    if tokens[begin].text == "+" and not joined(tokens, begin):
        return False  # "more than 400 + more than 900" is a sum
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


def _one_hedge(tokens: list[Token], start: int, floor: int, figure: Figure) -> tuple[str, int, int] | None:
    """Return (meaning, first, last) of the hedge before token `start`; an article may stand behind it."""
    found, end = BEFORE.before(tokens, start, floor), start
    while not found and end - 1 > floor and start - end < _MOST_BETWEEN and tokens[end - 1].lower in _BETWEEN:
        end -= 1
        found = BEFORE.before(tokens, end, floor)
    if not found and figure.unit in TIME | DISTANCE:
        found, end = _WITHIN.before(tokens, start, floor), start
    if found and _hedges_nothing(tokens, found, end, start, figure):
        return None
    return (*found, end) if found else None


def _hedges_nothing(
    tokens: list[Token], found: tuple[str, int], end: int, start: int, figure: Figure
) -> bool:
    """Tell "over five years", "flew above 26 countries" and "short of the 60 needed" from hedges."""
    means, first = found
    word, before = tokens[first].lower, tokens[first - 1].lower if first else "for"
    if tokens[end].lower in _DEFINITE and end < start and means not in _KEPT_BY_DEFINITE:
        return means != "about" or word in _ABOUT_DEFINITE
    lacks = [token.lower for token in tokens[first:end]] == _LACKING and before in _NO_HEDGE_LINKS
    if lacks and figure.approximate:
        return True  # "is short of an estimated 2 million": so much is lacking
    if end - first > 1:
        return False
    if figure.unit in TIME and word in _DURING:
        if None not in (figure.lower, figure.upper) and figure.lower != figure.upper:
            return True  # "over 5-7 years"
        behind = tokens[figure.last].text if figure.last < len(tokens) else ""
        parted = first > 0 and tokens[first - 1].text == behind == ","  # "and, over three years, a loss"
        return parted or (before not in _AFTER_DURING and tokens[first - 1].kind == "word")
    if before in _NO_HEDGE_LINKS and first > 1:
        before = tokens[first - 2].lower  # "the dispute is about four masks"
    return (not figure.unit or figure.unit in MONEY) and before in _NO_HEDGE.get(word, ())


def _opens_another(tokens: list[Token], i: int) -> bool:
    """Tell the "at least" of "within 48 hours at least 60" from a hedge that belongs to what is before it."""
    if i >= len(tokens):
        return False
    token = tokens[i]
    if token.lower in _GOES_ON:
        joined = (
            i > 1 and tokens[i - 2].lower == "or" and token.lower == "to"
        )  # "it would take 30 or more to raise it"
        return tokens[i - 1].lower in _MAY_GO_ON and not joined
    return token.kind == "number" or token.lower in SMALL or token.text in "$€£¥"


def _is_of_those(tokens: list[Token], begin: int, end: int) -> bool:
    """ "Nine or more of them": the hedge is that of the number."""
    return tokens[begin].lower == "or" and end < len(tokens) and tokens[end].lower == "of"


def _negated(tokens: list[Token], means: str, at: int, floor: int) -> tuple[str, int]:
    """Turn a bound round when a negation stands before it."""
    if at > floor and tokens[at - 1].lower in _NEGATIONS and means in _REVERSED:
        return _REVERSED[means], at - 1
    return means, at


def _phrase(tokens: list[Token], first: int, last: int) -> str:
    words = [token.lower for token in tokens[first:last]]
    return " ".join(words).replace(" .", ".").replace("- ", "-")
