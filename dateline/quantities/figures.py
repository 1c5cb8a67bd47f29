"""Build a figure from a number: its range, sign, hedges and share, and whether it counts at all."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from dateline.lexicon import load
from dateline.quantities.context import why_not
from dateline.quantities.counting import count_number, count_times
from dateline.quantities.hedges import hedge_after, hedge_before
from dateline.quantities.model import Figure
from dateline.quantities.names import decade_of_age
from dateline.quantities.numerals import Numeral, half_more, read_numeral
from dateline.quantities.ranges import Amount, read_amount, read_range
from dateline.quantities.rates import second_bound
from dateline.quantities.tokens import Token, hyphen, joined, word_at
from dateline.quantities.units import DISTANCE, TIME, unit_after

_NUMBERS = load("numbers")
_TIMES = {word: Fraction(str(value)) for word, value in _NUMBERS["times"].items()}
_MULTIPLES: dict[str, int] = _NUMBERS["multiples"]
_MULTIPLE_OF = frozenset(_NUMBERS["multiple_of"])
STARTERS = frozenset([*_NUMBERS["small"], *_TIMES, *_MULTIPLES, "a", "an", "half", "quarter"])

_SOME = ("something", "somethings")  # "forty-something"
_LONGEST = 12  # tokens of a number in words

# "one in five": the first number is small, the second no year and no thousands of something else.
_MOST_IN, _MOST_IN_WHOLE = 9, 1000
# Behind "one household in three" the sentence goes on with one of these, and with no noun.
_BEHIND_RATIO = frozenset(
    (
        "in",
        "of",
        "on",
        "at",
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "had",
        "does",
        "do",
        "and",
        "or",
        "by",
        "depends",
        "depend",
    )
)


def read_times(tokens: list[Token], i: int, floor: int) -> Figure | None:
    """Read "twice", "threefold", "doubled", "double the number" as a number of times."""
    word = tokens[i].lower
    value = _TIMES.get(word)
    if value is None:
        after = tokens[i + 1].lower if i + 1 < len(tokens) else ""
        if word not in _MULTIPLES or after not in _MULTIPLE_OF:
            return None
        value = Fraction(_MULTIPLES[word])
    figure = Figure(i, i + 1, value, value, unit="times")
    hedge_before(tokens, figure, floor)
    hedge_after(tokens, figure)
    count_times(tokens, figure)
    return figure


def read_age_decade(tokens: list[Token], i: int, floor: int) -> Figure | None:
    """Read ages in round numbers: "in his 40s", "in her late 60s", "forty-something", "the over-65s"."""
    if decade_of_age(tokens, i):
        first = Fraction(int(tokens[i].text))
        return Figure(i, i + 2, first, first + 9, unit="year")
    side = word_at(tokens, i - 2) if hyphen(tokens, i - 1) and i - 2 >= floor else ""
    sided = side in ("over", "under")
    vague = any(token.lower in _SOME for token in tokens[i + 2 : i + _LONGEST])
    years = read_numeral(tokens, i) if sided or vague else None
    if not years or years.scale != 1:
        return None
    at = years.last
    some = hyphen(tokens, at) and tokens[at + 1].lower in _SOME
    if some and years.value % 10 == 0:
        return Figure(i, at + 2, years.value, years.value + 9, unit="year")
    if not sided or word_at(tokens, at) != "s" or not joined(tokens, at):
        return None
    figure = Figure(i - 2, at + 1, years.value, years.value, unit="year", hedge=side)
    figure.bound("lower_open" if side == "over" else "upper_open")
    return figure


def read_number(tokens: list[Token], i: int, floor: int) -> Figure | None:
    """Read the figure whose number begins at token `i`, with all that belongs to it, or return None."""
    number = _ratio(tokens, i) or read_amount(tokens, i, floor)
    alone = number or _article_unit(tokens, i)
    if not alone:
        return None
    amount = _and_a_half(tokens, alone)
    figure, left, right = _with_range(tokens, amount, floor)
    _minus(tokens, figure, floor)
    if left.share and not figure.unit:
        _as_percent(figure)
    unhedged = figure.first, figure.last
    hedge_before(tokens, figure, floor)
    if not hedge_after(tokens, figure):
        _or_two(tokens, figure)
    second_bound(tokens, figure)
    if not number and amount is alone and not figure.hedge:
        return None
    bare = replace(figure, first=unhedged[0], last=unhedged[1])
    bare.why = why_not(tokens, bare, left, right)
    if bare.why:
        return Figure(bare.first, bare.last, why=bare.why)
    count_number(tokens, figure)
    return figure


def _with_range(tokens: list[Token], amount: Amount, floor: int) -> tuple[Figure, Numeral, Numeral | None]:
    pair = read_range(tokens, amount, floor)
    if pair is None or pair.change:
        amount = pair.left if pair else amount
        value = amount.numeral.value
        figure = Figure(amount.first, amount.last, value, value, unit=amount.unit, compound=amount.compound)
        return figure, amount.numeral, None
    left, right = pair.left, pair.right
    figure = Figure(pair.first, pair.last, left.numeral.value, right.numeral.value, unit=left.unit)
    figure.approximate, figure.compound, figure.hedge = pair.approximate, right.compound, pair.hedge
    return figure, left.numeral, right.numeral


def _article_unit(tokens: list[Token], i: int) -> Amount | None:
    """Read "a year" as one year; it is kept only with a hedge ("more than a year", "a day or two")."""
    if tokens[i].lower not in ("a", "an"):
        return None
    one = Numeral(Fraction(1), 1, i, i + 1)
    found = unit_after(tokens, one)
    if not found or found[0] not in TIME | DISTANCE | {"percentage points"}:
        return None
    return Amount(one, found[0], i, found[1], found[2])


def _and_a_half(tokens: list[Token], amount: Amount) -> Amount:
    """Add the half of "two years and a half" and of "a mile and a half"."""
    half = half_more(tokens, amount.last) if amount.unit in TIME | DISTANCE else None
    if half is None:
        return amount
    more = Numeral(amount.numeral.value + half[0], 1, amount.numeral.first, half[1])
    return amount._replace(numeral=more, last=half[1])


def _ratio(tokens: list[Token], i: int) -> Amount | None:
    """Read "one in five", "three out of four", "9 of every 10" as a share."""
    over = read_numeral(tokens, i, joining=False)
    if not over or over.share:
        return None
    at = over.last + hyphen(tokens, over.last)
    at += _noun_between(tokens, over, at)
    words = [token.lower for token in tokens[at : at + 2]]
    at += 1
    at += hyphen(tokens, at)
    if words[:1] == ["in"]:
        at += words[1:] == ["every"]
    elif words in (["out", "of"], ["of", "every"]):
        at += 1
        at += at < len(tokens) and tokens[at].lower == "every"
    else:
        return None
    under = read_numeral(tokens, at, joining=False)
    if not under or under.share or not 0 < over.value < under.value:
        return None
    if words[0] == "in" and (over.value > _MOST_IN or under.value > _MOST_IN_WHOLE):
        return None
    if words[0] == "in" and unit_after(tokens, under):
        return None
    return Amount(Numeral(over.value / under.value, 1, i, under.last, share=True), "", i, under.last, False)


def _noun_between(tokens: list[Token], over: Numeral, at: int) -> int:
    """ "One household in three", "two parts in a hundred": the noun stands inside the ratio; "one man in 30
    boats" is none."""
    if word_at(tokens, at) == "parts" and word_at(tokens, at + 1) == "in":
        return 1
    inside = word_at(tokens, at + 1) == "in" and over.value == 1
    under = read_numeral(tokens, at + 2, joining=False) if inside else None
    if not under or under.share or not 2 <= under.value <= _MOST_IN + 1 or unit_after(tokens, under):
        return 0
    behind = tokens[under.last].lower if under.last < len(tokens) else ""
    ends = not behind[:1].isalnum() or behind in _BEHIND_RATIO
    return int(ends and tokens[at].text.isalpha() and tokens[at].text.islower())


def _as_percent(figure: Figure) -> None:
    """A bare fraction is a share, and shares are in percent, so that "half" and "50%" agree."""
    figure.lower = figure.lower * 100
    figure.upper = figure.upper * 100
    figure.unit, figure.share = "percent", True


def _minus(tokens: list[Token], figure: Figure, floor: int) -> None:
    """Read "-5" and "minus 5" as less than zero; a dash between words is no sign."""
    at = figure.first - 1
    if at < floor or figure.lower != figure.upper:
        return
    if tokens[at].lower == "minus" and word_at(tokens, at - 1) == "or":
        return  # "plus or minus 3" is a hedge
    if tokens[at].lower == "minus" and at and tokens[at - 1].kind == "number":
        return  # "540 in 1969 minus 410"
    sign = tokens[at].text in ("-", "−") and joined(tokens, figure.first) and not joined(tokens, at)
    if sign or tokens[at].lower == "minus":
        figure.lower = figure.upper = -figure.lower
        figure.first = at


def _or_two(tokens: list[Token], figure: Figure) -> None:
    """Read "a day or two", "a dozen or two": one to two of them, about."""
    words = [token.lower for token in tokens[figure.last : figure.last + 2]]
    if words == ["or", "two"] and figure.lower == figure.upper and figure.lower in (1, 12):
        figure.upper = figure.lower * 2
        figure.approximate, figure.last = True, figure.last + 2
        figure.hedge = f"{figure.hedge} or two".strip()
