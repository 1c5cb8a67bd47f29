"""The number grammar: digits, number words, magnitudes and fractions, as exact values."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from dateline.lexicon import load
from dateline.quantities.tokens import Token, hyphen, joined, word_at

_NUMBERS = load("numbers")
SMALL: dict[str, int] = _NUMBERS["small"]
SCALES: dict[str, int] = _NUMBERS["scales"]
# "three score" is a number, "a score" and "3 score" are not.
_SCORE: dict[str, int] = _NUMBERS["score"]
_SHORT: dict[str, int] = _NUMBERS["short_scales"]
_JOINED_ONLY = frozenset(_NUMBERS["joined_only"])
_STOPS = frozenset(load("nouns")["stops"]) - frozenset(_NUMBERS["million_before"])
_METRE_BEFORE = frozenset(_NUMBERS["metre_before"])
_DENOMINATORS: dict[str, int] = _NUMBERS["denominators"]
_AFTER_SHARE = frozenset(_NUMBERS["after_share"])
_HEDGED = frozenset(_NUMBERS["before_share"])
_SIGNS = {sign: Fraction(*parts) for sign, parts in _NUMBERS["signs"].items()}

# Longer runs of digits are serial numbers, not figures; the limit also keeps the arithmetic small.
_LONGEST = 40
_LARGEST = 10**15
_HALF_WORDS = {
    "half": Fraction(1, 2),
    "quarter": Fraction(1, 4),
    "quarters": Fraction(3, 4),
    "third": Fraction(1, 3),
}


class Numeral(NamedTuple):
    """A number at tokens[first:last]: its value is mantissa times scale; `share` marks a bare fraction."""

    mantissa: Fraction
    scale: int
    first: int
    last: int
    share: bool = False

    @property
    def value(self) -> Fraction:
        return self.mantissa if self.scale == 1 else self.mantissa * self.scale


def read_numeral(tokens: list[Token], i: int, *, joining: bool = True, money: bool = False) -> Numeral | None:
    """Read the number that begins at token `i`, the longest there is, or return None.

    `joining=False` leaves "and" alone, as between the two ends of "between one hundred and two hundred";
    `money=True` says that a currency sign stands before it, so that "m" is a million.
    """
    if i >= len(tokens):
        return None
    token = tokens[i]
    if token.kind == "number":
        return _digits(tokens, i, money)
    if token.kind == "fraction":
        return _scaled(tokens, Numeral(_SIGNS[token.text], 1, i, i + 1, share=True))
    if token.lower in SMALL:
        return _fraction(tokens, i) or _words(tokens, i, joining)
    if token.lower in ("a", "an"):
        return _fraction(tokens, i) or _article(tokens, i, joining)
    if token.lower in ("half", "quarter"):
        return _half(tokens, i)
    return None


def _next(tokens: list[Token], i: int) -> int:
    """Step over a hyphen that joins two words of one number."""
    return i + 1 if hyphen(tokens, i) else i


def _digits(tokens: list[Token], i: int, money: bool) -> Numeral | None:
    text = tokens[i].text
    if len(text) > _LONGEST:
        return None
    value = _value(text)
    last = i + 1
    if last < len(tokens) and tokens[last].kind == "fraction" and value.denominator == 1:
        return _scaled(tokens, Numeral(value + _SIGNS[tokens[last].text], 1, i, last + 1), money)
    if slash := _slashed(tokens, i):
        return slash
    if (mixed := _slashed(tokens, last)) and not joined(tokens, last) and mixed.mantissa < 1:
        return _scaled(tokens, Numeral(value + mixed.mantissa, 1, i, mixed.last), money)
    return _fraction(tokens, i) or _scaled(tokens, Numeral(value, 1, i, last), money)


@lru_cache(maxsize=1024)  # several readings are tried at one place
def _value(digits: str) -> Fraction:
    return Fraction("".join(c for c in digits if c.isdigit() or c == "."))


def _slashed(tokens: list[Token], i: int) -> Numeral | None:
    """Read "2/3"; only small proper fractions, for "10/21" is a date and "24/7" an idiom."""
    if not (joined(tokens, i + 1) and joined(tokens, i + 2) and word_at(tokens, i + 1) == "/"):
        return None
    over, under = tokens[i].text, tokens[i + 2].text
    if not (over.isdecimal() and under.isdecimal() and len(over) < 3 and len(under) < 4):
        return None
    if not 0 < int(over) < int(under) or (joined(tokens, i + 3) and tokens[i + 3].text == "/"):
        return None
    return Numeral(Fraction(int(over), int(under)), 1, i, i + 3, share=True)


def _fraction(tokens: list[Token], i: int) -> Numeral | None:
    """Read "two thirds", "one-third", "a quarter", "3 quarters"."""
    article = tokens[i].lower in ("a", "an")
    over = 1 if article else SMALL.get(tokens[i].lower)
    if over is None and tokens[i].text.isdecimal() and len(tokens[i].text) < 3:
        over = int(tokens[i].text)
    at = _next(tokens, i + 1)
    word = word_at(tokens, at)
    under = _DENOMINATORS.get(word)
    if not over or not under or (over != 1) != (word.endswith("s") or word == "halves") or over >= 20:
        return None
    if article and word != "half" and not (_ends_a_share(tokens, at + 1) or _is_hedged(tokens, i, at + 1)):
        return None
    return _scaled_half(tokens, Fraction(over, under), i, at + 1)


def _ends_a_share(tokens: list[Token], i: int) -> bool:
    """Tell "a third of the land" and "fell by a third." from "a third country"."""
    if i >= len(tokens) or tokens[i].kind != "word":
        return True
    return tokens[i].lower in _AFTER_SHARE or tokens[i].lower.endswith("ed")


def _is_hedged(tokens: list[Token], i: int, end: int) -> bool:
    """Tell "nearly a third that both were" from "a third country": nobody hedges which one it is; talk may be
    "about a third party", and of a share "about a third that it had"."""
    hedge = tokens[i - 1].lower if i else ""
    clause = word_at(tokens, end) in ("that", "who", "which")
    compared = hedge == "than" and word_at(tokens, i - 2) in ("more", "less", "fewer")  # no "rather than"
    return hedge in _HEDGED or compared or (clause and hedge in ("about", "around"))


def _half(tokens: list[Token], i: int) -> Numeral | None:
    """Read "half", "half a million", "half-dozen", "quarter of a million"."""
    if tokens[i].lower == "quarter":
        if (
            word_at(tokens, i + 1) == "of"
            and word_at(tokens, i + 2) == "a"
            and word_at(tokens, i + 3) in SCALES
        ):
            return _scaled_half(tokens, Fraction(1, 4), i, i + 1)
        return None
    return _scaled_half(tokens, Fraction(1, 2), i, i + 1)


def _scaled_half(tokens: list[Token], value: Fraction, first: int, last: int) -> Numeral:
    """Carry a fraction on to its magnitude: "half a million", "three quarters of a million"."""
    at = _next(tokens, last)
    if word_at(tokens, at) == "of" and word_at(tokens, at + 1) in ("a", "an", "one"):
        at += 1
    if word_at(tokens, at) in ("a", "an", "one") and word_at(tokens, at + 1) in SCALES:
        at += 1
    scale = SCALES.get(word_at(tokens, at))
    if scale:
        return Numeral(value, scale, first, at + 1)
    return Numeral(value, 1, first, last, share=True)


def _scaled(tokens: list[Token], numeral: Numeral, money: bool = False) -> Numeral:
    """Add the magnitudes behind a number in digits: "3.5 million", "12k", "$5-million"."""
    at, scale = _next(tokens, numeral.last), 1
    short = _short_scale(tokens, numeral.last, money)
    if short:
        return numeral._replace(scale=short, last=numeral.last + 1, share=False)
    last = numeral.last
    while (more := SCALES.get(word_at(tokens, at))) and scale * more <= _LARGEST:
        scale *= more
        last = at + 1
        at = _next(tokens, last)
    if scale == 1:
        return numeral
    return _and_a_half(tokens, numeral._replace(scale=scale, last=last, share=False))


def _short_scale(tokens: list[Token], i: int, money: bool) -> int | None:
    word = word_at(tokens, i)
    if word not in _SHORT or (word in _JOINED_ONLY and not joined(tokens, i)):
        return None
    if word == "m" and not money:
        at = _next(tokens, i + 1)
        after = tokens[at] if at < len(tokens) else None
        if after is not None and after.lower in _METRE_BEFORE:
            return None
        whole = tokens[i - 1].text.isdecimal() or "," in tokens[i - 1].text
        if whole and (after is None or after.kind not in ("word", "number") or after.lower in _STOPS):
            return None
    return _SHORT[word] if word != "t" or money else None


def _and_a_half(tokens: list[Token], numeral: Numeral) -> Numeral:
    """Add the half of "a million and a half"."""
    half = half_more(tokens, numeral.last)
    if not half:
        return numeral
    return numeral._replace(mantissa=numeral.mantissa + half[0], last=half[1])


def half_more(tokens: list[Token], i: int) -> tuple[Fraction, int] | None:
    """Return the value and the end of "and a half", "-and-a-half", "and three quarters" at token `i`."""
    i = _next(tokens, i)
    if word_at(tokens, i) != "and":
        return None
    i = _next(tokens, i + 1)
    if word_at(tokens, i) not in ("a", "one", "three"):
        return None
    part = _next(tokens, i + 1)
    word = word_at(tokens, part)
    if word not in _HALF_WORDS or (word == "quarters") != (word_at(tokens, i) == "three"):
        return None
    return _HALF_WORDS[word], part + 1


def _article(tokens: list[Token], i: int, joining: bool) -> Numeral | None:
    """Read "a hundred", "a million and a half", "a dozen"; a bare article is no number."""
    return _words(tokens, i, joining) if word_at(tokens, i + 1) in SCALES else None


def _words(tokens: list[Token], i: int, joining: bool) -> Numeral | None:
    """Read a number in words by the English rules: "two hundred and fifty thousand"."""
    total, group, ceiling, at, last = 0, -1, 10**18, i, i
    scale = 1
    while at < len(tokens):
        word = tokens[at].lower
        if word == "and":
            if not joining or not _may_follow_and(tokens, at, total, group, ceiling):
                break
            at += 1
            continue
        if word in ("a", "an") and at == i:
            group = 1
        elif word in SMALL:
            grown = _grow(group, SMALL[word], total, ceiling)
            if grown is None:
                break
            group, scale = grown, 1
        elif word == "hundred" and 0 < group < 100:
            group, scale = group * 100, 100
        elif 0 < (more := _scale_of(word, total, group)) < ceiling:
            total, group, ceiling, scale = total + group * more, -1, more, more
        else:
            break
        last = at + 1
        at = _next(tokens, last)
    if last == i:
        return None
    return _closing_half(tokens, total + max(group, 0), scale, i, last)


def _scale_of(word: str, total: int, group: int) -> int:
    """The magnitude that a word gives to the open group, 0 where it gives none."""
    if group <= 0 or word == "hundred":
        return 0
    if word in _SCORE or word == "dozen":
        return (SCALES | _SCORE)[word] if not total and group < 100 else 0
    return SCALES.get(word, 0)


def _closing_half(tokens: list[Token], value: int, scale: int, first: int, last: int) -> Numeral:
    """Close a number in words, with the half of "two and a half million" or "a million and a half"."""
    exact = Numeral(Fraction(value, scale), scale, first, last)
    half = half_more(tokens, last)
    if half is None:
        return exact
    more = Numeral(exact.mantissa + half[0], scale, first, half[1])
    return _scaled(tokens, more) if scale == 1 else more


def _grow(group: int, value: int, total: int, ceiling: int) -> int | None:
    """Add a small number word to the open group of three digits, or return None where it cannot be."""
    if group < 0:
        return value if not total or ceiling >= 1000 or value < ceiling else None
    if group and group % 100 == 0 and value < 100:
        return group + value
    if group % 100 >= 20 and group % 10 == 0 and 0 < value < 10:
        return group + value
    return None


def _may_follow_and(tokens: list[Token], at: int, total: int, group: int, ceiling: int) -> bool:
    """Tell the "and" inside "one hundred and fifty" from the one between two figures."""
    if not (group >= 100 and group % 100 == 0) and not (group < 0 and total and ceiling > 20):
        return False
    after = at + 1
    if word_at(tokens, after) not in SMALL:
        return False
    probe = _words(tokens, after, joining=False)
    if probe is None or _fraction(tokens, after):
        return False
    return probe.value < 100 if group < 0 else probe.mantissa < 100 and probe.scale != 100
