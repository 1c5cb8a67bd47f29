"""Read every figure of a text: one pass over its tokens, each step a module of its own."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from dateline.lexicon import load
from dateline.quantities import not_a_count, vague
from dateline.quantities.context import mark_lists, read_score, why_not
from dateline.quantities.hedges import hedge_after, hedge_before
from dateline.quantities.model import Figure, Quantity, plain
from dateline.quantities.nouns import counted_noun, whole
from dateline.quantities.numerals import SMALL, Numeral, read_numeral
from dateline.quantities.ranges import Amount, read_amount, read_range
from dateline.quantities.tokens import Token, hyphen, joined, tokenise
from dateline.quantities.units import DISTANCE, MONEY, TIME, unit_after

_NUMBERS = load("numbers")
_TIMES = {word: Fraction(str(value)) for word, value in _NUMBERS["times"].items()}
_MULTIPLES: dict[str, int] = _NUMBERS["multiples"]
_MULTIPLE_OF = frozenset(_NUMBERS["multiple_of"])
_NUMBER_WORDS = frozenset([*SMALL, "a", "an", "half", "quarter"])


def read_quantities(text: str) -> list[Quantity]:
    """Return the figures of a text in order of place, with those numerals that count nothing and why.

    Bounds are those that the text states: no ceiling is inferred for "more than", no band for "about".
    Any string is read in linear time and none raises. The rules are those of PEDAGOGY.md.

    >>> [(q.lower, q.upper, q.counted) for q in read_quantities("Between 200 and 300 US troops stay.")]
    [(200, 300, 'US troops')]
    >>> [q.not_a_count for q in read_quantities("They left in 2011.")]
    ['year']
    """
    tokens = tokenise(text)
    figures: list[Figure] = []
    i = floor = 0
    while i < len(tokens):
        figure = _read_at(tokens, i, floor)
        if figure:
            figures.append(figure)
            i = floor = max(figure.last, i + 1)
        else:
            i += 1
    mark_lists(tokens, figures)
    _lend_nouns(tokens, figures)
    _mark_citations(text, tokens, figures)
    return [_hand_out(text, tokens, figure) for figure in figures]


def _read_at(tokens: list[Token], i: int, floor: int) -> Figure | None:
    token = tokens[i]
    digits = token.kind not in ("word", "mark", "break", "url")
    if not digits and not _may_start(token):
        return None
    return (
        not_a_count.not_a_count(tokens, i, floor)
        or _vague(tokens, i, floor)
        or _times(tokens, i, floor)
        or read_score(tokens, i, floor)
        or _number(tokens, i, floor)
    )


def _may_start(token: Token) -> bool:
    word = token.lower
    return (
        word in _NUMBER_WORDS
        or word in _TIMES
        or word in _MULTIPLES
        or not_a_count.starts(token)
        or vague.starts(token)
    )


def _vague(tokens: list[Token], i: int, floor: int) -> Figure | None:
    figure = vague.read_vague(tokens, i, floor)
    if not figure:
        return None
    amount = _unit_of_vague(tokens, figure)
    if figure.lower is not None and not figure.share:
        hedge_before(tokens, figure, floor)
    if amount:
        return figure
    if tokens[figure.last - 1].lower == "of":
        _count(tokens, figure, whole(tokens, figure.last - 1))
    else:
        _count(tokens, figure, counted_noun(tokens, figure.last))
    return figure


def _unit_of_vague(tokens: list[Token], figure: Figure) -> bool:
    """Add the unit of "several years", "hundreds of miles"; what a share is of is no unit."""
    if figure.share:
        return False
    at = figure.last
    if at < len(tokens) and tokens[at].lower == "of" and figure.lower is not None:
        at += 1
    found = unit_after(tokens, Numeral(Fraction(2), 1, at, at))
    if not found:
        return False
    figure.unit, figure.last, figure.compound = found
    _count(tokens, figure, whole(tokens, figure.last))
    return True


def _times(tokens: list[Token], i: int, floor: int) -> Figure | None:
    """Read "twice", "threefold", "doubled", "double the number"."""
    word = tokens[i].lower
    value = _TIMES.get(word)
    if value is None:
        after = tokens[i + 1].lower if i + 1 < len(tokens) else ""
        if word not in _MULTIPLES or after not in _MULTIPLE_OF:
            return None
        value = Fraction(_MULTIPLES[word])
    figure = Figure(i, i + 1, value, value, unit="times")
    hedge_before(tokens, figure, floor)
    return figure


def _number(tokens: list[Token], i: int, floor: int) -> Figure | None:
    amount = _ratio(tokens, i) or read_amount(tokens, i, floor) or _article_unit(tokens, i, floor)
    if not amount:
        return None
    pair = read_range(tokens, amount, floor)
    if pair and pair.change:
        amount = pair.left
    if pair and not pair.change:
        figure = Figure(pair.first, pair.last, pair.left.numeral.value, pair.right.numeral.value)
        figure.approximate, figure.unit, figure.compound = (
            pair.approximate,
            pair.right.unit or pair.left.unit,
            pair.right.compound,
        )
        left, right = pair.left.numeral, pair.right.numeral
    else:
        value = amount.numeral.value
        figure = Figure(amount.first, amount.last, value, value, unit=amount.unit, compound=amount.compound)
        left, right = amount.numeral, None
    _minus(tokens, figure, floor)
    if left.share and not figure.unit:
        _as_percent(figure)
    before = figure.first
    hedge_before(tokens, figure, floor)
    if not hedge_after(tokens, figure):
        _or_two(tokens, figure)
    if not figure.unit:
        why = why_not(tokens, figure, left, right, floor)
        if why:
            figure.why, figure.first, figure.hedge = why, before, ""
            return figure
    if (
        tokens[i].lower in ("a", "an")
        and amount.numeral.first == amount.numeral.last
        and figure.lower == figure.upper
        and not figure.hedge
    ):
        return None
    _count_number(tokens, figure)
    return figure


def _article_unit(tokens: list[Token], i: int, floor: int) -> Amount | None:
    """Read "a year" as one year; kept only with a hedge ("more than a year", "a day or two")."""
    if tokens[i].lower not in ("a", "an"):
        return None
    found = unit_after(tokens, Numeral(Fraction(1), 1, i, i + 1))
    if not found or found[0] not in TIME | DISTANCE | {"percentage points"}:
        return None
    return Amount(Numeral(Fraction(1), 1, i, i), found[0], i, found[1], found[2])


def _ratio(tokens: list[Token], i: int) -> Amount | None:
    """Read "one in five", "three out of four", "9 of every 10" as a share in percent."""
    over = read_numeral(tokens, i, joining=False)
    if not over or over.share:
        return None
    words = [token.lower for token in tokens[over.last : over.last + 2]]
    at = over.last
    if words[:1] == ["in"] and over.last == i + 1:
        at += 2 if words[1:] == ["every"] else 1
    elif words in (["out", "of"], ["of", "every"]):
        at += 2
        at += at < len(tokens) and tokens[at].lower == "every"
    else:
        return None
    under = read_numeral(tokens, at, joining=False)
    if not under or under.share or over.value >= under.value or under.value > 10**6:
        return None
    if words[0] == "in" and (over.value > 9 or under.value > 1000 or under.value >= 1900):
        return None
    return Amount(Numeral(over.value / under.value, 1, i, under.last, share=True), "", i, under.last, False)


def _as_percent(figure: Figure) -> None:
    """A bare fraction is a share, and shares are in percent, so that "half" and "50%" agree."""
    figure.lower = figure.lower * 100 if figure.lower is not None else None
    figure.upper = figure.upper * 100 if figure.upper is not None else None
    figure.unit, figure.share = "percent", True


def _minus(tokens: list[Token], figure: Figure, floor: int) -> None:
    """Read "-5" and "minus 5" as less than zero; a dash between words is no sign."""
    at = figure.first - 1
    if at < floor or figure.lower != figure.upper:
        return
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


def _count_number(tokens: list[Token], figure: Figure) -> None:
    """Find what a number counts, and the hedge that stands behind it: "500 people or more"."""
    if figure.unit and not figure.compound:
        if figure.unit in MONEY:
            _count(tokens, figure, _money_noun(tokens, figure.last))
        elif figure.unit == "percent" or figure.share:
            _count(tokens, figure, counted_noun(tokens, figure.last, single=True))
        elif figure.unit != "times":
            _count(tokens, figure, whole(tokens, figure.last))
        return
    if not figure.compound and hyphen(tokens, figure.last) and tokens[figure.last + 1].kind == "word":
        _compound(tokens, figure)
        return
    single = figure.compound or figure.lower == figure.upper == 1
    _count(tokens, figure, counted_noun(tokens, figure.last, single=single))


def _compound(tokens: list[Token], figure: Figure) -> None:
    """Read "12-member council" as twelve members, "3,000-strong force" as a force of 3,000."""
    word = figure.last + 1
    figure.last += 2
    if tokens[word].lower == "strong":
        _count(tokens, figure, counted_noun(tokens, figure.last, single=True))
    else:
        figure.noun = (word, word + 1)


def _money_noun(tokens: list[Token], i: int) -> tuple[int, int] | None:
    """Find what money is for: "$5 million in aid", "$5 million of aid", "a $5 million package"."""
    if i < len(tokens) and tokens[i].lower in ("in", "worth"):
        at = i + 1 + (tokens[i].lower == "worth")
        return (
            counted_noun(tokens, at, single=True) if at < len(tokens) and tokens[at].text.islower() else None
        )
    return counted_noun(tokens, i, single=True)


def _count(tokens: list[Token], figure: Figure, noun: tuple[int, int] | None) -> None:
    if not noun:
        return
    figure.noun = noun
    if not figure.hedge:
        _hedge_behind_noun(tokens, figure, noun[1])


def _hedge_behind_noun(tokens: list[Token], figure: Figure, at: int) -> None:
    if at < len(tokens) and tokens[at].lower in ("or", "at"):
        hedge_after(tokens, figure, at)


def _lend_nouns(tokens: list[Token], figures: list[Figure]) -> None:
    """Give both ends of a change the noun that only one has: "from 200 to 300 soldiers"."""
    for left, right in pairwise(figures):
        if left.why or right.why or left.unit != right.unit:
            continue
        if _only_to(tokens, left.last, right.first):
            left.noun = left.noun or right.noun
        elif left.noun and _only_to(tokens, left.noun[1], right.first):
            right.noun = right.noun or left.noun


def _only_to(tokens: list[Token], first: int, last: int) -> bool:
    return last - first == 1 and tokens[first].lower == "to"


def _mark_citations(text: str, tokens: list[Token], figures: list[Figure]) -> None:
    spans = iter(not_a_count.citations(text))
    span = next(spans, None)
    for figure in figures:
        start = tokens[figure.first].start
        while span and span[1] <= start:
            span = next(spans, None)
        if span and span[0] <= start:
            figure.why = "citation"
            while figure.last - 1 > figure.first and tokens[figure.first].kind != "number":
                figure.first += 1


def _hand_out(text: str, tokens: list[Token], figure: Figure) -> Quantity:
    start, end = tokens[figure.first].start, tokens[figure.last - 1].end
    counted = text[tokens[figure.noun[0]].start : tokens[figure.noun[1] - 1].end] if figure.noun else ""
    return Quantity(
        lower=plain(figure.lower),
        upper=plain(figure.upper),
        lower_closed=figure.lower_closed and figure.lower is not None,
        upper_closed=figure.upper_closed and figure.upper is not None,
        approximate=figure.approximate,
        vague=figure.vague,
        hedge=figure.hedge,
        counted=counted,
        unit=figure.unit,
        not_a_count=figure.why,
        surface=text[start:end],
        start=start,
        end=end,
    )
