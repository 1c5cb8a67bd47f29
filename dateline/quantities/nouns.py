"""Find the noun phrase that a figure counts, without a parser: word lists and the shape of plurals."""

from __future__ import annotations

from dateline.lexicon import load
from dateline.quantities.hedges import hedge_at, past_hedge
from dateline.quantities.numerals import SMALL, read_numeral
from dateline.quantities.tokens import Token, hyphen, joined, word_at

_NOUNS = load("nouns")
_STOPS = frozenset(_NOUNS["stops"])
_LOWER_STOPS = frozenset(_NOUNS["lower_stops"])
_VERBS = frozenset(_NOUNS["verbs"])
_BARE_VERBS = frozenset(_NOUNS["bare_verbs"])
_PAST_TOO = frozenset(["put", "let", "cut", "cost", "beat", "lay"])  # "one put it well"
_STATES = frozenset(_NOUNS["states"])
_SKIPPED = frozenset(_NOUNS["skipped"])
_PLURALS = frozenset(_NOUNS["plurals"])
_MODIFIERS = frozenset(_NOUNS["modifiers"])
_SINGULARS = frozenset(_NOUNS["singulars"])
_DETERMINERS = frozenset(_NOUNS["determiners"])

# A noun phrase of more words than this is not looked for.
_LONGEST = 8
# "of the town's 20,000 residents": so many words may name the owner.
_OWNERS = 4


def is_plural(token: Token) -> bool:
    """Tell whether a word looks like a plural noun."""
    word = token.lower
    if word in _PLURALS or word.endswith("men"):
        return word not in _SINGULARS
    if word in _SINGULARS or word in _VERBS or len(word) < 3 or token.text.isupper():
        return False
    return word.endswith("s") and not word.endswith(("ss", "us", "is", "'s"))


def counted_noun(tokens: list[Token], i: int, *, single: bool = False) -> tuple[int, int] | None:
    """Return (first, last) of the noun phrase counted by a number that ends before token `i`, or None.

    `single` takes a noun in the singular too, as after "one" or in "five-day ceasefire".
    """
    i = _skip(tokens, i)
    if i < len(tokens) and tokens[i].lower == "of":
        return _whole(tokens, i + 1)
    return _phrase(tokens, i, single)


def whole(tokens: list[Token], i: int) -> tuple[int, int] | None:
    """Return (first, last) of the noun phrase behind "of" at token `i`, or None."""
    return _whole(tokens, i + 1) if i < len(tokens) and tokens[i].lower == "of" else None


def whole_behind(tokens: list[Token], i: int) -> tuple[int, int] | None:
    """Return (first, last) of the noun of "half the town" and "half its 20 seats", or None."""
    return _whole(tokens, i) if word_at(tokens, i) in _DETERMINERS - {"a", "an", "that", "this"} else None


def _whole(tokens: list[Token], i: int) -> tuple[int, int] | None:
    """Find the noun of "700 of the about 1,000 troops": articles, hedge and numeral stand between."""
    while i < len(tokens) and tokens[i].lower in _DETERMINERS:
        i += 1
    for at in range(i, min(i + _OWNERS, len(tokens) - 1)):
        if tokens[at].kind != "word":
            break
        owner = tokens[at].lower.endswith(("'s", "s'"))
        if owner and (hedge_at(tokens, at + 1) or read_numeral(tokens, at + 1)):
            i = at + 1
            break
    while found := hedge_at(tokens, i):
        i = found[1]
    if numeral := read_numeral(tokens, i):
        if joined(tokens, numeral.last) and tokens[numeral.last].kind == "word":
            return None
        i = past_hedge(tokens, numeral.last)
        if word_at(tokens, i) in ("to", "-", "or") and (right := read_numeral(tokens, i + 1)):
            i = past_hedge(tokens, right.last)
    return _without_owner(tokens, _phrase(tokens, _skip(tokens, i), True))


def _without_owner(tokens: list[Token], found: tuple[int, int] | None) -> tuple[int, int] | None:
    """Leave the "town's" out of "the town's voters"."""
    if found:
        for at in range(found[1] - 2, found[0] - 1, -1):
            if tokens[at].lower.endswith(("'s", "s'")):
                return at + 1, found[1]
    return found


def one_noun(tokens: list[Token], i: int) -> tuple[int, int] | None:
    """Find the noun of "one vote" and "one fall": behind "one" these words are no verbs."""
    word = word_at(tokens, i)
    return (i, i + 1) if word in _BARE_VERBS and word not in _PAST_TOO else None


def _skip(tokens: list[Token], i: int) -> int:
    """Step over "more", and over the repeat of "five (5) trucks"."""
    if [token.text if token.kind == "mark" else token.kind for token in tokens[i : i + 3]] == [
        "(",
        "number",
        ")",
    ]:
        i += 3
    return i + 1 if i < len(tokens) and tokens[i].lower in _SKIPPED else i


def _phrase(tokens: list[Token], first: int, single: bool) -> tuple[int, int] | None:
    if first < len(tokens) and tokens[first].lower in _STATES and not _goes_on(tokens, first + 1):
        return first, first + 1
    head = last = None
    i = first
    while i < min(len(tokens), first + _LONGEST) and not _ends(
        tokens, i, head is not None, i == first, single
    ):
        end = _joined_end(tokens, i)
        if is_plural(tokens[end - 1]) or _is_model_plural(tokens, end - 1):
            head = end
        elif head is not None and tokens[head - 1].lower not in _MODIFIERS:
            break
        last = i = end
    if head is None and not single:
        return None
    end = head or last
    return (first, end) if end and end > first else None


def _joined_end(tokens: list[Token], i: int) -> int:
    """Step over a word with all that hyphens join to it, and over the number of a model."""
    while hyphen(tokens, i + 1):
        i += 2
    if tokens[i].kind == "number" and joined(tokens, i + 1) and tokens[i + 1].kind == "word":
        return i + 2
    if i + 2 < len(tokens) and tokens[i].text[0].isupper() and tokens[i + 1].kind == "number":
        return i + 2 if tokens[i + 2].kind == "word" and tokens[i + 1].text.isdecimal() else i + 1
    return i + 1


def _is_model_plural(tokens: list[Token], i: int) -> bool:
    """Tell the "s" of "three Su-35s" from other words."""
    return tokens[i].lower == "s" and joined(tokens, i) and tokens[i - 1].kind == "number"


def _goes_on(tokens: list[Token], i: int) -> bool:
    return i < len(tokens) and tokens[i].kind == "word" and not _ends(tokens, i, False, False, False)


def ends_phrase(tokens: list[Token], i: int) -> bool:
    """Tell whether no noun phrase goes on at token `i`."""
    return i >= len(tokens) or _ends(tokens, i, False, True, True)


def _ends(tokens: list[Token], i: int, headed: bool, first: bool, single: bool) -> bool:
    """Tell whether the noun phrase ends before token `i`: at a stop word, a verb or a participle."""
    token = tokens[i]
    if token.kind != "word":
        return True
    word = token.lower
    if token.text.isupper() and len(word) > 1:
        return False  # "US" is no pronoun
    if word in _LOWER_STOPS and token.text[0].isupper():
        return False
    if word in _STOPS or word in _VERBS or (word in SMALL and not hyphen(tokens, i + 1)):
        return True
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if word in _BARE_VERBS:
        # "300 remain" against "300 work permits" and "parental leave".
        return headed or ((first or not single) and (after is None or not is_plural(after)))
    if not word.endswith(("ing", "ed", "ly")) or hyphen(tokens, i + 1):
        return False
    if single and first and word.endswith("ing"):
        return False  # "a 10-hour hearing"
    # "ceasefire hammered out" ends before its participle, "heavily armed men" does not.
    verb = word.endswith("ed") and not first and not tokens[i - 1].lower.endswith("ly")
    return (
        headed or (single and verb) or after is None or after.kind != "word" or after.lower in _STOPS | _VERBS
    )
