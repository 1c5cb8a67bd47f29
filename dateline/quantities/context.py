"""Decide from its surroundings whether a bare numeral is a count: years, scores, "one" and its kin."""

from __future__ import annotations

from dateline.lexicon import load
from dateline.quantities.model import Figure
from dateline.quantities.nouns import counted_noun, one_noun
from dateline.quantities.numerals import SMALL, Numeral
from dateline.quantities.tokens import Token, hyphen, is_number, joined, word_at

_LISTS = load("not_a_count")
_MONTHS = frozenset(_LISTS["months"])
_BEFORE_YEAR = frozenset(_LISTS["before_year"])
_BEFORE_OLD_YEAR = frozenset(_LISTS["before_old_year"])
_COMPARES = frozenset(_LISTS["compares"])
_ERA = frozenset(_LISTS["era"])
_SCORE_BEFORE = frozenset(_LISTS["score_before"])
_STATES = frozenset(load("nouns")["states"])
_NO_NAMES = frozenset(
    [*_LISTS["weekdays"], *load("nouns")["stops"], *load("nouns")["verbs"], *load("nouns")["bare_verbs"]]
)
_ORDERED = frozenset(_LISTS["ordered"])
_AFTER_NAME = frozenset(_LISTS["after_name"])
_DETERMINERS = frozenset(["a", "an", "each", "every", "per", "one", "the", "that", "this", "next", "last"])
_SENTENCE_ENDS = frozenset(".!?;:“”\"'‘’()[]—•*-")
_LONGEST_LIST = 20
# How far back a word of winning or voting is looked for.
_REACH = 12


def why_not(tokens: list[Token], figure: Figure, left: Numeral, right: Numeral | None) -> str | None:
    """Return why a figure (or a range that `right` ends) counts nothing, or None when it counts.

    The figure's hedge is looked at but its place is that without it; "one of" and "12B" gain a token.
    """
    if figure.unit:
        return "name" if figure.compound and _is_title(tokens, figure) else None
    if _is_year(tokens, figure, left):
        return "year"
    if right is None:
        if joined(tokens, left.last) and tokens[left.last].kind == "word":
            figure.last = left.last + 1
            return "name"
        if _is_list_number(tokens, figure) or _is_enumerator(tokens, figure):
            return "list marker"
        if tokens[left.first].lower == "one" and left.last == left.first + 1:
            return _pronoun(tokens, figure)
        if _is_group_name(tokens, left) or _is_numbered(tokens, figure):
            return "name"
    return None


def read_score(tokens: list[Token], i: int) -> Figure | None:
    """Read "3-1", "98 to 2", "two-to-one": two numbers that fall, or that follow a word of winning."""
    left = _short(tokens, i)
    at, dash = i + 1, hyphen(tokens, i + 1)
    if left is None or not (dash or (at < len(tokens) and tokens[at].lower == "to")):
        return None
    spelled_out = dash and i + 3 < len(tokens) and tokens[i + 2].lower == "to" and hyphen(tokens, i + 3)
    at += 3 if spelled_out else 1
    right = _short(tokens, at)
    if right is None or (hyphen(tokens, at + 1) and _short(tokens, at + 2) is None):
        return None
    falls = left > right or (left == right < 10)
    if dash and falls and (spelled_out or tokens[i].kind == "number"):
        return Figure(i, at + 1, why="score")
    won = any(token.lower in _SCORE_BEFORE for token in tokens[max(0, i - _REACH) : i])
    if won and (dash or falls) and tokens[i - 1].lower != "from" and counted_noun(tokens, at + 1) is None:
        return Figure(i, at + 1, why="score")
    return None


def _short(tokens: list[Token], i: int) -> int | None:
    """The value of up to three digits or of one number word at token `i`, or None."""
    if i >= len(tokens):
        return None
    token = tokens[i]
    if token.kind == "number" and len(token.text) < 4 and token.text.isdecimal():
        return int(token.text)
    return SMALL.get(token.lower)


def _is_year(tokens: list[Token], figure: Figure, left: Numeral) -> bool:
    """Tell a year from a count: four plain digits, by what stands around them."""
    text = tokens[left.first].text
    if left.scale != 1 or left.last != left.first + 1 or not text.isdecimal():
        return False
    if figure.last < len(tokens) and tokens[figure.last].text in _ERA:
        return True
    if len(text) != 4:
        return False
    before = tokens[figure.first - 1].lower if figure.first else ""
    if before in _MONTHS or _is_day_before(tokens, figure.first):
        return True
    noun = counted_noun(tokens, figure.last)
    if not 1900 <= int(text) <= 2100:
        return noun is None and 1000 <= int(text) < 1900 and before in _BEFORE_OLD_YEAR
    if noun is None:
        return True
    # "2000 soldiers" and "more than 2011 men" count, "the 2014 elections" and "beyond 2020 levels" do not.
    round_number = int(text) % 50 == 0 and before not in _BEFORE_YEAR
    return not round_number and not (_is_bound(figure) and _COMPARES & set(figure.hedge.split()))


def _is_bound(figure: Figure) -> bool:
    """Tell whether a hedge made a bound of the figure ("more than 2011 people")."""
    return bool(figure.hedge) and (figure.lower is None or figure.upper is None)


def _is_day_before(tokens: list[Token], i: int) -> bool:
    """Tell whether "October 21," stands before token `i`."""
    at = i - 1
    if at >= 0 and tokens[at].text == ",":
        at -= 1
    return at >= 1 and tokens[at].kind == "number" and tokens[at - 1].lower in _MONTHS


def _is_list_number(tokens: list[Token], figure: Figure) -> bool:
    """Tell "1." and "(2)" at the beginning of a line from a count."""
    i, last = figure.first, figure.last
    if tokens[i].kind != "number" or not joined(tokens, last) or tokens[last].text not in (".", ")"):
        return False
    opened = i > 0 and tokens[i - 1].text == "(" and joined(tokens, i)
    if opened and tokens[last].text == ")":
        return len(tokens[i].text) <= 2
    if len(tokens[i].text) > 2 or not tokens[i].text.isdecimal() or joined(tokens, last + 1):
        return False
    first = i == 0 or tokens[i - 1].kind == "break"
    # "Killed: 31. Wounded: 112." lists no points: behind a colon a list begins with its first.
    first |= tokens[i - 1].text == ":" and tokens[i].text == "1"
    first |= tokens[i - 1].text == ";" and 1 < int(tokens[i].text) <= _LONGEST_LIST
    return first and last + 1 < len(tokens)


def _is_enumerator(tokens: list[Token], figure: Figure) -> bool:
    """Tell "one is to guard", "two is to watch" from a count, which would take a plural verb."""
    words = [token.lower for token in tokens[figure.first : figure.last + 2]]
    if len(words) < 2 or SMALL.get(words[0], 0) not in range(1, 11) or words[1] != "is":
        return False
    if figure.first and tokens[figure.first - 1].lower in ("of", "for", "from"):
        return False  # "the ownership of four is disputed"
    return words[0] != "one" or words[2:] == ["to"]


def _pronoun(tokens: list[Token], figure: Figure) -> str | None:
    """Tell "one soldier" from "one of them", "one is to …" and the pronoun."""
    after = tokens[figure.last] if figure.last < len(tokens) else None
    if after is None or after.kind != "word":
        return None if figure.hedge else "idiom"
    if after.lower == "of":
        figure.last += 1
        return "one of"
    if after.lower in _STATES or figure.hedge:
        return None
    if word_at(tokens, figure.first - 2) == "the" and word_at(tokens, figure.first - 1) in _MONTHS:
        return "idiom"  # "the September one speaks of it"
    noun = counted_noun(tokens, figure.last, single=True) or one_noun(tokens, figure.last)
    return None if noun else "idiom"


def mark_lists(tokens: list[Token], figures: list[Figure]) -> None:
    """Mark "one is … and two is …" as list markers: number words in a row, each before its verb."""
    runs: list[Figure] = []
    for figure in figures:
        value = _marker(tokens, figure)
        if value is None:
            continue
        if value != len(runs) + 1:
            runs = []
        if value == len(runs) + 1:
            runs.append(figure)
        if len(runs) >= 2:
            for marked in runs:
                marked.why, marked.last = "list marker", marked.first + 1


def _marker(tokens: list[Token], figure: Figure) -> int | None:
    """The value of a number word with "is", ":" or "," behind it, or None."""
    word = tokens[figure.first].lower
    if word not in SMALL or SMALL[word] > 10 or figure.last - figure.first > 1 or figure.last >= len(tokens):
        return None
    return SMALL[word] if tokens[figure.last].lower in ("is", "was", ":", "-", "—") else None


def _is_title(tokens: list[Token], figure: Figure) -> bool:
    """Tell "the Six-Day War" from "a six-day war": number and unit both have a capital letter."""
    first, unit = tokens[figure.first], tokens[figure.last - 1]
    return first.kind == "word" and first.text[0].isupper() and unit.text[0].isupper()


def _is_numbered(tokens: list[Token], figure: Figure) -> bool:
    """Tell "Hall 4", "the 737 Max 8" and "day 1": digits that end a name, with no noun to count behind them.

    In a headline every word has a capital: "Blast Kills 12" must count, so words like verbs are left out.
    """
    i, last = figure.first, figure.last
    if i == 0 or figure.hedge or not tokens[i].text.isdecimal() or len(tokens[i].text) > 3:
        return False
    before = tokens[i - 1]
    ordered = before.lower in _ORDERED and i > 1 and tokens[i - 2].lower not in _DETERMINERS
    if not ordered and not _may_be_name(before, i < 2 or tokens[i - 2].text in _SENTENCE_ENDS):
        return False
    after = tokens[last] if last < len(tokens) else None
    if after is not None and after.kind == "word" and after.lower not in _AFTER_NAME:
        return False
    if _is_share(tokens, last):
        return False
    return (after is not None and after.lower == "of") or counted_noun(tokens, last) is None


def _is_share(tokens: list[Token], last: int) -> bool:
    """ "In Aldmoor 740 of the 1,800 homes": a part of a whole that is counted behind it."""
    the = [word_at(tokens, last), word_at(tokens, last + 1)]
    return the in (["of", "the"], ["of", "its"], ["of", "their"]) and is_number(tokens, last + 2)


def _may_be_name(token: Token, opens: bool) -> bool:
    if token.kind != "word" or opens or token.text.islower() or len(token.text) < 2:
        return False
    word = token.lower
    like_a_verb = word.endswith(("s", "ing", "ed")) and token.text[1:].islower()
    return not (like_a_verb or word in _NO_NAMES)


def _is_group_name(tokens: list[Token], left: Numeral) -> bool:
    """Tell "the Group of Seven", "the Big Three", "the Five Eyes": a number word inside a name."""
    first = tokens[left.first]
    if first.kind != "word" or not first.text[0].isupper() or left.first == 0:
        return False
    before = tokens[left.first - 1]
    if before.text in _SENTENCE_ENDS or before.kind == "break":
        return False
    if before.lower == "of" and left.first >= 2:
        return tokens[left.first - 2].text[0].isupper()
    after = tokens[left.last] if left.last < len(tokens) else None
    named = after is not None and after.kind == "word" and after.text[0].isupper() and before.text.islower()
    return named or before.text[0].isupper()
