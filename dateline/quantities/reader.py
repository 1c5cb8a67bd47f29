"""Read every figure of a text: one pass over its tokens, each step a module of its own."""

from __future__ import annotations

from dateline.quantities import figures, vague
from dateline.quantities.context import mark_lists, read_score
from dateline.quantities.lending import lend_nouns
from dateline.quantities.model import Figure, Quantity, plain
from dateline.quantities.not_a_count import OPENERS, citations, not_a_count, word_or_name
from dateline.quantities.rates import join_rates
from dateline.quantities.tokens import Token, tokenise

_NO_START = frozenset(["word", "mark", "break", "url"])
_BEGINNERS = OPENERS | vague.OPENERS | figures.STARTERS


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
    found: list[Figure] = []
    floor = 0
    for i in _openings(tokens):
        if i >= floor and (figure := _read_at(tokens, i, floor)):
            found.append(figure)
            floor = max(figure.last, i + 1)
    mark_lists(tokens, found)
    lend_nouns(tokens, found)
    found = join_rates(tokens, found)
    _mark_citations(text, tokens, found)
    return [_hand_out(text, tokens, figure) for figure in found]


def _openings(tokens: list[Token]) -> list[int]:
    """The tokens at which a figure may begin."""
    return [i for i, token in enumerate(tokens) if token.lower in _BEGINNERS or token.kind not in _NO_START]


def _read_at(tokens: list[Token], i: int, floor: int) -> Figure | None:
    """Read the figure whose first word, digits or sign is token `i`; hedges are found backwards."""
    token = tokens[i]
    if token.kind in _NO_START and token.lower not in figures.STARTERS:
        named = word_or_name(tokens, i, floor) if token.lower in OPENERS else None
        return named or _vague(tokens, i, floor)
    return (
        not_a_count(tokens, i, floor)
        or _vague(tokens, i, floor)
        or figures.read_times(tokens, i, floor)
        or read_score(tokens, i)
        or figures.read_age_decade(tokens, i, floor)
        or figures.read_number(tokens, i, floor)
    )


def _vague(tokens: list[Token], i: int, floor: int) -> Figure | None:
    return vague.read_vague(tokens, i, floor) if tokens[i].lower in vague.OPENERS else None


def _mark_citations(text: str, tokens: list[Token], found: list[Figure]) -> None:
    """Mark the numerals inside "[@S2, para. 5]"; their surface is the digits alone."""
    spans = iter(citations(text))
    span = next(spans, None)
    for figure in found:
        start = tokens[figure.first].start
        while span and span[1] <= start:
            span = next(spans, None)
        if span and span[0] <= start:
            figure.why = "citation"
            while figure.last - 1 > figure.first and tokens[figure.first].kind != "number":
                figure.first += 1


def _hand_out(text: str, tokens: list[Token], figure: Figure) -> Quantity:
    start, end = tokens[figure.first].start, tokens[figure.last - 1].end
    noun = figure.noun
    if figure.why:
        return Quantity(
            None, None, False, False, False, False, "", "", "", figure.why, text[start:end], start, end
        )
    return Quantity(
        lower=plain(figure.lower),
        upper=plain(figure.upper),
        lower_closed=figure.lower_closed and figure.lower is not None,
        upper_closed=figure.upper_closed and figure.upper is not None,
        approximate=figure.approximate,
        vague=figure.vague,
        hedge=figure.hedge,
        counted=text[tokens[noun[0]].start : tokens[noun[1] - 1].end] if noun else "",
        unit=figure.unit,
        not_a_count=None,
        surface=text[start:end],
        start=start,
        end=end,
    )
