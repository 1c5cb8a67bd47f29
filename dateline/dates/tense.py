"""Tell from the verbs near a date whether it looks back or ahead: "said Wednesday", "will meet Friday"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from dateline.dates.tokens import Tokens
from dateline.dates.vocabulary import lookup, word_set

REACH = 14  # words to either side; a verb further off belongs to another clause
_SOON_AFTER = 4
_BE = ("is", "are")
_OVER = frozenset(("was", "were", "had", "did"))
_AUXILIARIES = ("has", "have", "was", "were", "did", "had")
_ATTRIBUTIVE = ("the", "a", "an", "his", "her", "its", "their", "our", "my", "these", "those", "some")


def direction(tokens: Tokens, start: int, end: int) -> str | None:
    """Return "past", "future", or None where no verb near the date decides.

    "Scheduled for" and the like decide first, then a verb right after the date ("on Friday said"), then the
    nearest verb before it in the sentence, then the nearest after.

    >>> text = "They will meet on Friday, he said."
    >>> direction(Tokens(text), 18, 24)
    'future'
    """
    first, after = tokens.at(start), tokens.at(end)
    if _governed(tokens, first, end):
        return "future"
    if first and tokens.words[first - 1] in word_set("tense", "opening_participles"):
        began = first > 1 and _cue(tokens, first - 2) == "past"  # unlike "with polls opening Friday"
        return "past" if began else "future"
    behind = _first_cue(tokens, _back(tokens, first))
    adjoining = (
        next(_on(tokens, after), None) is not None and tokens.text[end : tokens.starts[after]].isspace()
    )
    if adjoining and tokens.words[after] not in _BE and (cue := _cue(tokens, after)):
        participle = behind == "future" and tokens.words[after].endswith(
            "ed"
        )  # "will appear Friday charged with"
        return behind if participle else cue
    if _owner(tokens, first, end):
        return _first_cue(tokens, _on_but_be(tokens, after)) or behind
    return behind or _first_cue(tokens, _on_but_be(tokens, after))


def _owner(tokens: Tokens, first: int, end: int) -> bool:
    """Tell whether a date opens what somebody said: "said Friday's vote would decide"."""
    own = tokens.text[end : end + 2] in ("'s", "’s")
    return own and first > 0 and tokens.words[first - 1] in ("said", "says", "that", "whether", "if")


def _governed(tokens: Tokens, first: int, end: int) -> bool:
    """Tell whether the date follows "scheduled for", "due on" and the like, or is a weekday after "for"."""
    third, second, nearest = (tokens.words[first - k] if first >= k else "" for k in (3, 2, 1))
    if nearest == "for" and first < len(tokens) and tokens.words[first] in lookup("weekdays"):
        return tokens.text[end : end + 1] not in ("'", "’")
    if nearest == "to" and second in word_set("rescheduled"):  # "moved to Friday"
        return True
    arranged = second in word_set("tense", "arranged") and nearest in ("for", "on", "to", "of")
    return arranged and third != "as"  # "as expected on Friday"


def lasting(tokens: Tokens, start: int, tense: str | None, *, until: bool) -> str | None:
    """Return the tense of a date that ends a stretch: "closed until Friday" looks ahead unless it *was*.

    "Waited until June" may look either way: None.
    """
    first = tokens.at(start)
    words = {tokens.words[k] for k in _back(tokens, first)}
    if (
        words & word_set("rescheduled")
        or words >= {"put", "off"}
        or (not until and _infinitive(tokens, first))
    ):
        return "future"
    if tense == "past" and (until or words & {"has", "have", "is", "are", "will"}):
        verb = next((k for k in _back(tokens, first) if _cue(tokens, k)), first)
        over = words & _OVER if not until else _OVER.intersection(tokens.words[max(verb - 2, 0) : verb + 1])
        return "past" if over else None
    return tense or "future"


def _infinitive(tokens: Tokens, first: int) -> bool:
    """Tell whether the nearest verb is one that is still to be done: "ordered to leave by Friday"."""
    for number in _back(tokens, first):
        if tokens.words[number] == "to" and number + 1 < first:
            place = tokens.starts[number + 1]
            return tokens.text[place].islower() and tokens.words[number + 1] not in _ATTRIBUTIVE
        if _cue(tokens, number):
            return False
    return False


def is_perfect(tokens: Tokens, start: int, end: int) -> bool:
    """Tell whether "has", "have" or "had" stands before a date in its sentence, or soon after it."""
    near = [*_back(tokens, tokens.at(start)), *islice(_on(tokens, tokens.at(end)), _SOON_AFTER)]
    return any(tokens.words[number] in word_set("tense", "perfect") for number in near)


def _back(tokens: Tokens, first: int) -> Iterator[int]:
    for number in range(first - 1, max(first - REACH, 0) - 1, -1):
        if tokens.breaks(number):
            return
        yield number


def _on(tokens: Tokens, after: int) -> Iterator[int]:
    for number in range(after, min(after + REACH, len(tokens))):
        if number and tokens.breaks(number - 1):
            return
        yield number


def _on_but_be(tokens: Tokens, after: int) -> Iterator[int]:
    """Yield the words after a date, without "is" and "are" and a participle after one ("are replaced")."""
    for number in _on(tokens, after):
        passive = number > 0 and tokens.words[number - 1] in _BE and _cue(tokens, number) == "past"
        if tokens.words[number] not in _BE and not passive:
            yield number


def _first_cue(tokens: Tokens, numbers: Iterable[int]) -> str | None:
    return next((cue for number in numbers if (cue := _cue(tokens, number))), None)


def _cue(tokens: Tokens, number: int) -> str | None:
    """Say which way one word points, None for a word that does not; each word is judged once a text."""
    if number not in tokens.cues:
        tokens.cues[number] = _judged(tokens, number)
    return tokens.cues[number]


def _judged(tokens: Tokens, number: int) -> str | None:
    word = tokens.words[number]
    before = tokens.words[number - 1] if number else ""
    following = tokens.words[number + 1] if number + 1 < len(tokens) else ""
    if word == "comes" and "after" in tokens.words[number + 1 : number + 4]:
        return "past"  # "it comes a day after Thursday's walkout"
    if word in word_set("tense", "governors") and following in _opening(word):
        return "future"
    if word in word_set("tense", "arranged") and before in ("is", "are", "be"):
        return "future"
    if word in word_set("tense", "schedule_plural"):
        return None if before in word_set("tense", "not_before_a_verb") else "future"
    if word == "be" and before == "to":  # "to be held"
        return "future"
    if word == "may" and not tokens.text[tokens.starts[number]].islower():
        return None  # the month
    if word == "won" and following == "t":  # won't
        return "future"
    if word in word_set("tense", "future"):
        return "future"
    if word in word_set("tense", "summons") and "to" in tokens.words[number + 2 : number + 6]:
        return "future"
    if before == "to" or (before in _ATTRIBUTIVE and word not in _AUXILIARIES):
        return None  # "to cut", "the lost miners"
    if word in word_set("tense", "past") or _ends_in_ed(tokens, number):
        adverb = number > 1 and before.endswith("ly")
        passive = before == "be" or (adverb and tokens.words[number - 2] == "be")
        return None if passive else "past"  # "will be held"
    return "future" if word in word_set("tense", "schedule") else None


def _opening(governor: str) -> tuple[str, ...]:
    return ("to",) if governor in ("is", "are", "be", "has", "have", "going", "about") else ("to", "for")


def _ends_in_ed(tokens: Tokens, number: int) -> bool:
    word = tokens.words[number]
    if not word.endswith("ed") or len(word) < 5 or word in word_set("tense", "not_verbs"):
        return False
    return tokens.text[tokens.starts[number] - 1 : tokens.starts[number]] != "-"  # Turkish-backed
