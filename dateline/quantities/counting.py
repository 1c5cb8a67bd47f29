"""Attach to each figure the noun that it counts, by the kind of figure it is."""

from __future__ import annotations

from dateline.lexicon import load
from dateline.quantities.hedges import hedge_after
from dateline.quantities.model import Figure
from dateline.quantities.nouns import counted_noun, ends_phrase, one_noun, whole, whole_behind
from dateline.quantities.tokens import Token, hyphen, joined
from dateline.quantities.units import MONEY, TIME

_AGE_VERBS = frozenset(["is", "was", "turned", "turns", "am"])
_PERSONS = frozenset(load("nouns")["persons"])
# The oldest age, in years.
OLDEST = 115


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
        noun = counted_noun(tokens, after, single=not figure.share)
        _count(tokens, figure, noun or (whole_behind(tokens, after) if figure.share else None))
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


def _is_age(tokens: list[Token], figure: Figure) -> bool:
    """Tell "Smith, 45, said", "aged 45" and "he was 45 when" from a count."""
    i, last = figure.first, figure.last
    if i == 0 or figure.lower is None or not 0 < figure.lower <= OLDEST:
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
    """Set the noun, and read the hedge behind it: "500 people or more", "four crossings a day at most"."""
    figure.noun = noun
    at = _past_rate(tokens, noun[1]) if noun else len(tokens)
    if figure.lower == figure.upper and at < len(tokens) and tokens[at].lower in ("or", "at"):
        hedge_after(tokens, figure, at)


def _past_rate(tokens: list[Token], at: int) -> int:
    """The token behind "a day", "per week" at a place, or that place."""
    words = [token.lower for token in tokens[at : at + 2]]
    return at + 2 if len(words) == 2 and words[0] in ("a", "an", "per") and words[1] in TIME else at
