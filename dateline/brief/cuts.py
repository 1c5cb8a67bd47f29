"""What a shortened quotation leaves out although the speaker's meaning hangs on it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from dateline.brief.splitting import quotations, sentences
from dateline.brief.wording import has_phrase, stem, words
from dateline.lexicon import load
from dateline.marks import fold

_LOOSE = frozenset(("be", "been", "not", "also", "soon", "then", "now", "still", "just", "to"))
_BREAK = re.compile(r"[,;:.!?](?=\s|$)|\s-+\s|--")


def cut_words(
    text: str, spans: Sequence[tuple[int, int]], whole: tuple[int, int], sentence: str, quotation: str
) -> str:
    """Return the words that a shortened quotation leaves out although they bear on what it says, or "".

    `spans` are the quoted pieces in the paragraph's text and `whole` the quotation there that they come from.
    A word that the sentence has outside its quotation marks is not lost.

    >>> said = "“Things may change, but that is where we stand.”"
    >>> quoted = "“that is where we stand”"
    >>> cut_words(said, [(24, 46)], (0, len(said)), f"She said: {quoted}", quoted)
    'may'
    """
    plain, outside = fold(text), fold(_outside(sentence))
    first, last = spans[0][0], spans[-1][1]
    before, after = plain[whole[0] + 1 : first], plain[last : whole[1] - 1]
    inner = [plain[a[1] : b[0]] for a, b in pairwise(spans)]
    near_before = _right_before(before, quotation)
    near_after = _BREAK.split(after)[0] if after.strip() else ""
    for piece in (*inner, near_before, near_after):
        if word := _soft(piece, outside):
            return word
    for piece in (*inner, near_before):
        if word := _governor(piece, plain, spans, outside):
            return word
    return _narrowed(near_after, quotation, outside) or _turned(before, after, quotation, outside)


def _right_before(before: str, quotation: str) -> str:
    """The words before a quoted piece, back to a comma; before a mere part, an aside is passed over:
    "largely, but not wholly, under control"."""
    pieces = _BREAK.split(before)
    if not pieces[-1].strip() and len(pieces) > 1 and not has_phrase(quotation, load("quoting")["finite"]):
        return pieces[-2]
    return pieces[-1]


def _narrowed(behind: str, quotation: str, outside: str) -> str:
    """What a denial is narrowed by right behind the quoted words: "We will not go back" for less than 8 %."""
    first = behind.split()[:3]
    if not first or first[0].lower() not in load("quoting")["narrowing"]:
        return ""
    denied = has_phrase(quotation, [*load("certainty")["negators"], "not"])
    return " ".join(first) if denied and not has_phrase(outside, [first[0]]) else ""


def _soft(piece: str, outside: str) -> str:
    """A word that softens or denies, unless the sentence has it outside the marks."""
    certain = load("certainty")
    match = has_phrase(
        piece, [*certain["softeners"], "nobody", "nothing", "none", "neither", "nor", "hardly"]
    )
    return (
        match[0].strip()
        if match and not _is_kept(match[0], outside) and not _denied(match[0], outside)
        else ""
    )


def _is_kept(word: str, outside: str) -> bool:
    """Tell whether a caution stands outside the marks: the word itself, another form of it, or its kin."""
    kin = load("quoting")["cautions"]
    same = [*kin, *_kin(word)] if word.lower() in kin else [word]
    return bool(has_phrase(outside, same)) or stem(word.lower()) in {each.stem for each in words(outside)}


def _denied(word: str, outside: str) -> bool:
    """A negation may be told in another form: "nobody would" for "no one will"."""
    negators = {"not", "never", "no", "nobody", "nothing", "none", "neither", "nor", "hardly"}
    return (word.lower() in negators or word.lower().endswith("n't")) and bool(
        has_phrase(outside, [*negators, *load("certainty")["negators"], *load("quoting")["denying"]])
    )


def _governor(piece: str, plain: str, spans: Sequence[tuple[int, int]], outside: str) -> str:
    """What governs the first quoted verb, as "I want to" or "an order to", and is told in no other word."""
    for lists in load("quoting")["governors"].values():
        match = has_phrase(piece, lists["cut"])
        if match and _governs(piece, match.end()) and not has_phrase(outside, lists["kept"]):
            return match[0].strip()
    return ""


def _governs(piece: str, end: int) -> bool:
    """Tell whether only small words stand between a governing word and the quotation."""
    return all(word.endswith("ly") or word in _LOOSE for word in piece[end:].lower().split())


def _turned(before: str, after: str, quotation: str, outside: str) -> str:
    """A caution in the other half of the speaker's sentence: "Things may change, but that is …"."""
    turns, finite = load("quoting")["turns"], load("quoting")["finite"]
    if not has_phrase(quotation, finite):
        return ""
    softeners = load("certainty")["softeners"]
    start = sentences(before.strip() + " x")[-1][0] if before.strip() else 0
    ahead = before.strip()[start:]
    if ahead and has_phrase(ahead, turns) and (match := has_phrase(ahead, softeners)):
        return "" if has_phrase(outside, [match[0], *_kin(match[0])]) else match[0]
    behind = after.strip()
    behind = behind[: sentences(behind)[0][1]] if re.search(r"\w", behind) else ""
    opens = has_phrase(behind[:14], turns)
    denies = [*load("certainty")["negators"], "not"]
    own = has_phrase(quotation, softeners) and not (
        has_phrase(behind, denies) and not has_phrase(quotation, denies)
    )
    if has_phrase(quotation, softeners) and has_phrase(outside, denies):
        return ""  # "did not rule out, saying that it “may come to that”"
    if behind and opens and not own and (match := has_phrase(behind, softeners) or opens):
        return "" if has_phrase(outside, [match[0], *_kin(match[0])]) else match[0]
    return ""


def _kin(word: str) -> list[str]:
    """Other words that tell of the same caution outside the marks."""
    possible = load("quoting")["governors"]["possible"]
    return (
        [*possible["kept"], "warn", "warned", "caution", "cautioned", "for now", "so far"]
        if word in possible["cut"]
        else []
    )


def cut_degree(text: str, span: tuple[int, int], sentence: str) -> str:
    """Return a word right before quoted prose of a report that cuts it down ("largely complete"), or "".

    >>> cut_degree("The task is largely complete.", (20, 28), "The task is “complete”")
    'largely'
    """
    ahead = " ".join(fold(text)[: span[0]].split()[-3:])
    for phrase in sorted(map(str, load("quoting")["degrees"]), key=len, reverse=True):
        if re.search(rf"(?<!\w){re.escape(phrase)}$", ahead, re.IGNORECASE):
            return "" if has_phrase(_outside(sentence), [phrase]) else phrase
    return ""


def _outside(sentence: str) -> str:
    """The sentence without its quotations: a softening word may stand there instead."""
    kept, at = [], 0
    for start, end in quotations(sentence):
        kept.append(sentence[at:start])
        at = end
    return " ".join([*kept, sentence[at:]])
