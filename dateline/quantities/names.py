"""Tell the numerals of names from counts: "Highway 4", "F-35", "10 Downing Street", "4G", "call 999"."""

from __future__ import annotations

from dateline.lexicon import load
from dateline.quantities.model import Figure
from dateline.quantities.nouns import counted_noun, ends_phrase, is_plural
from dateline.quantities.numerals import SMALL
from dateline.quantities.tokens import Token, hyphen, is_number, joined, whole_number, word_at

_LISTS = load("not_a_count")
NAMES = frozenset(_LISTS["name_before"]["any"])
CAPITAL_NAMES = frozenset(_LISTS["name_before"]["capital"])
_SPELLED = frozenset(_LISTS["name_before"]["spelled"])
_NOT_NAMES = frozenset(_LISTS["not_names"])
_SUBJECT = 6  # tokens between a plural noun and its verb
_NUMBER_VERB_AFTER = frozenset(_LISTS["number_verb_after"])
_STREETS = frozenset(_LISTS["streets"])
_PHONE_BEFORE = frozenset(_LISTS["phone_before"])


def named(tokens: list[Token], i: int, floor: int) -> Figure | None:
    """Read "Highway 4", "Resolution 2254", "para. 5", "No. 10", "Phase two"."""
    word = word_at(tokens, i)
    capital = tokens[i].text != tokens[i].text.lower()
    if word not in NAMES and not (word in CAPITAL_NAMES and capital):
        return None
    at = i + 1
    at += (word_at(tokens, at) == "." and joined(tokens, at)) or hyphen(tokens, at)
    if at >= len(tokens) or "," in tokens[at].text:
        return None
    spelled = word_at(tokens, at) in SMALL and (word in _SPELLED or tokens[at].text[0].isupper())
    if not spelled and tokens[at].kind not in ("number", "code"):
        return None
    # "the bus 40 men took" and "Building 300 homes" name nothing; "Section 301 tariffs" does.
    doubtful = word not in _SPELLED and (not capital or _opens_sentence(tokens, i))
    if doubtful and word_at(tokens, at + 1) != "of" and counted_noun(tokens, at + 1):
        return None
    if word == "number" and i and _is_verb(tokens, i):
        return None
    return Figure(i, _name_end(tokens, at + 1), why="name")


def _is_verb(tokens: list[Token], i: int) -> bool:
    """Tell "they number 40" and "the troops leaving Syria number 700" from "house number 7"."""
    if word_at(tokens, i - 1) in _NUMBER_VERB_AFTER or is_plural(tokens[i - 1]):
        return True
    led = word_at(tokens, i - 2) in ("of", "in", "on", "at", "to", "from", "for", "by", "the")
    ahead = tokens[max(0, i - _SUBJECT) : i - 1]
    going = any(token.lower.endswith("ing") for token in ahead)  # "leaving", "staying in"
    return tokens[i - 1].text[0].isupper() and going and not led and any(map(is_plural, ahead))


def _opens_sentence(tokens: list[Token], i: int) -> bool:
    return i == 0 or tokens[i - 1].kind == "break" or tokens[i - 1].text in (".", "!", "?", ":", "“", '"')


def short_phone(tokens: list[Token], i: int, floor: int) -> Figure | None:
    """Read the number of "call 999" and "text 60777"."""
    if whole_number(tokens, i) is None or not 3 <= len(tokens[i].text) <= 6:
        return None
    if word_at(tokens, i - 1) not in _PHONE_BEFORE or not ends_phrase(tokens, i + 1):
        return None
    return Figure(i, i + 1, why="phone number")


def model(tokens: list[Token], i: int, floor: int) -> Figure | None:
    """Read "F-35", "COVID-19", "P5+1": a capitalised word joined to the digits at token `i`."""
    if not is_number(tokens, i) or i - 2 < floor or not (joined(tokens, i - 1) and joined(tokens, i)):
        return None
    if tokens[i - 1].text != "+" and not hyphen(tokens, i - 1):
        return None
    before = tokens[i - 2]
    if before.kind != "word" or before.lower in _NOT_NAMES or not before.text[0].isupper():
        return None
    return Figure(i - 2, _name_end(tokens, i + 1), why="name")


def _name_end(tokens: list[Token], i: int) -> int:
    """Step over the rest of a name: "4-6", "35A", "3 of 10"."""
    if is_number(tokens, i + 1) and (hyphen(tokens, i) or word_at(tokens, i) == "of"):
        return i + 2
    return i + 1 if joined(tokens, i) and tokens[i].kind == "word" else i


def street(tokens: list[Token], i: int, floor: int) -> Figure | None:
    """Read the number of "10 Downing Street"."""
    if whole_number(tokens, i) is None:
        return None
    for at in range(i + 2, min(i + 4, len(tokens))):
        if not tokens[at - 1].text[0].isupper():
            return None
        if tokens[at].lower in _STREETS and tokens[at].text[0].isupper():
            return Figure(i, i + 1, why="name")
    return None


def decade_of_age(tokens: list[Token], i: int) -> bool:
    """Tell the ages of "in his 40s" and "in their late 60s" from the years of "in the 60s"."""
    value = whole_number(tokens, i)
    if value is None or value % 10 or not 10 <= value < 100 or not joined(tokens, i + 1):
        return False
    owner = word_at(tokens, i - 1 - (word_at(tokens, i - 1) in ("early", "mid", "late")))
    return word_at(tokens, i + 1) == "s" and owner in ("his", "her", "their", "my", "your", "our")


def suffixed(tokens: list[Token], i: int, floor: int) -> Figure | None:
    """Read "1990s" as a year and "4G", "3D", "737s" as names."""
    if not is_number(tokens, i) or not joined(tokens, i + 1) or tokens[i + 1].kind != "word":
        return None
    if decade_of_age(tokens, i) or (hyphen(tokens, i - 1) and word_at(tokens, i - 2) in ("over", "under")):
        return None  # "in his 40s", "the over-50s"
    word, value = word_at(tokens, i + 1), whole_number(tokens, i)
    if word in ("s", "'s") and value is not None:
        decade = 1000 <= value <= 2100 or (value < 100 and value % 10 == 0)
        return Figure(i, i + 2, why="year" if decade else "name")
    if word in ("g", "d") and value is not None and value < 10:
        return Figure(i, i + 2, why="name")
    return None
