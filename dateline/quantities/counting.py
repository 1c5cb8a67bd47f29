"""Attach to each figure the noun that it counts, by the kind of figure it is."""

from __future__ import annotations

from itertools import pairwise

from dateline.lexicon import load
from dateline.quantities.hedges import hedge_after
from dateline.quantities.model import Figure
from dateline.quantities.nouns import counted_noun, ends_phrase, one_noun, whole
from dateline.quantities.tokens import DASHES, Token, hyphen, joined, word_at
from dateline.quantities.units import DISTANCE, MONEY

_NUMBER_OF = frozenset(load("nouns")["number_of"])
_AGE_VERBS = frozenset(["is", "was", "turned", "turns", "am"])
_PERSONS = frozenset(load("nouns")["persons"])
_SENTENCE_ENDS = frozenset(".;!?")
_DIMENSIONS = frozenset(["long", "wide", "high", "tall", "deep", "thick"])
# How far back "the number of troops" is looked for, and the oldest age in years.
_REACH = 16
_OLDEST = 115


def count_number(tokens: list[Token], figure: Figure) -> None:
    """Find what a number counts; a unit decides where to look for it."""
    after = figure.last
    if not figure.unit and _is_age(tokens, figure):
        figure.unit = "year"
    elif figure.unit == "times":
        count_times(tokens, figure)
    elif figure.unit in MONEY:
        _count(tokens, figure, _money_noun(tokens, after))
    elif figure.unit == "percent":
        _count(tokens, figure, counted_noun(tokens, after, single=not figure.share))
    elif figure.unit and not figure.compound:
        _count(tokens, figure, _measured(tokens, figure))
    elif not figure.unit and hyphen(tokens, after) and not ends_phrase(tokens, after + 1):
        _compound(tokens, figure)
    else:
        one = {figure.lower, figure.upper} - {None} == {1}
        noun = counted_noun(tokens, after, single=figure.compound or one) or (one and one_noun(tokens, after))
        _count(tokens, figure, noun or _predicate(tokens, after))


def count_times(tokens: list[Token], figure: Figure) -> None:
    """Find what there is so many times of: "twice as many beds", "three times the number of beds"."""
    at, words = figure.last, [token.lower for token in tokens[figure.last : figure.last + 3]]
    if words[:1] == ["as"] and words[1:2] in (["many"], ["much"]):
        _count(tokens, figure, counted_noun(tokens, at + 2))
    elif words[:2] == ["the", "number"]:
        _count(tokens, figure, whole(tokens, at + 2))
    elif words[:1] == ["more"]:
        _count(tokens, figure, counted_noun(tokens, at))


def count_vague(tokens: list[Token], figure: Figure, unit_found: bool) -> None:
    """Find what a vague figure counts: behind its "of", or right behind it."""
    at = figure.last
    if unit_found:
        _count(tokens, figure, whole(tokens, at))
    elif tokens[at - 1].lower == "of":
        _count(tokens, figure, whole(tokens, at - 1))
    else:
        _count(tokens, figure, counted_noun(tokens, at))


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
            figure.noun = _number_of(tokens, figure.first)
        earlier = figure if figure.noun else earlier


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
    return between in (["and"], [","], [",", "and"]) and ends and 0 < (right.lower or 0) <= _OLDEST


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


def _is_age(tokens: list[Token], figure: Figure) -> bool:
    """Tell "Smith, 45, said", "aged 45" and "he was 45 when" from a count."""
    i, last = figure.first, figure.last
    if i == 0 or figure.lower is None or not 0 < figure.lower <= _OLDEST:
        return False
    if tokens[i - 1].lower in ("aged", "age", "ages"):
        return True
    if i > 1 and tokens[i - 1].lower in _AGE_VERBS and tokens[i - 2].lower in ("who", "he", "she", "i"):
        return (
            last >= len(tokens) or tokens[last].kind != "word" or tokens[last].lower in ("when", "and", "at")
        )
    alike = tokens[i - 1].lower in ("both", "all")  # "the twins, both 19, were"
    i -= alike
    if i < 2 or figure.hedge or tokens[i - 1].text != "," or tokens[last - 1].kind != "number":
        return False
    before = tokens[i - 2]
    named = before.kind == "word" and (
        alike
        or before.text[0].isupper()
        or before.lower in _PERSONS
        or before.lower.removesuffix("s") in _PERSONS
    )
    if last + 1 < len(tokens) and tokens[last].lower == "and" and tokens[last + 1].kind == "number":
        last += 2  # "brothers, 34 and 36, were held"
    return named and (last >= len(tokens) or tokens[last].text in (",", ".", ";", ")"))


def _predicate(tokens: list[Token], i: int) -> tuple[int, int] | None:
    """Find the noun of "88 were students", which stands behind the verb."""
    return counted_noun(tokens, i + 1) if i < len(tokens) and tokens[i].lower in ("were", "are") else None


def _compound(tokens: list[Token], figure: Figure) -> None:
    """Read "12-member council" as twelve members, "3,000-strong force" as a force of 3,000."""
    word = figure.last + 1
    figure.last += 2
    if tokens[word].lower == "strong":
        _count(tokens, figure, counted_noun(tokens, figure.last, single=True))
    else:
        figure.noun = (word, word + 1)


def _measured(tokens: list[Token], figure: Figure) -> tuple[int, int] | None:
    """Find what is measured: "12 tonnes of flour"; a unit joined to its digits describes: "155mm shells"."""
    if joined(tokens, figure.last - 1) and tokens[figure.last - 1].kind == "word":
        return counted_noun(tokens, figure.last, single=True)
    return whole(tokens, figure.last)


def _money_noun(tokens: list[Token], i: int) -> tuple[int, int] | None:
    """Find what money is for: "$5 million in aid", "$5 million worth of goods", "a $5 million package"."""
    if i < len(tokens) and tokens[i].lower in ("in", "worth"):
        at = i + 1 + (tokens[i].lower == "worth")
        return (
            counted_noun(tokens, at, single=True) if at < len(tokens) and tokens[at].text.islower() else None
        )
    return counted_noun(tokens, i, single=True)


def _count(tokens: list[Token], figure: Figure, noun: tuple[int, int] | None) -> None:
    """Set the noun, and read the hedge behind it: "500 people or more"."""
    figure.noun = noun
    if noun and not figure.hedge and noun[1] < len(tokens) and tokens[noun[1]].lower in ("or", "at"):
        hedge_after(tokens, figure, noun[1])
