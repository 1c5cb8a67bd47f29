"""What a shortened quotation leaves out although the speaker's meaning hangs on it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from dateline.brief.language.splitting import quotations, sentences
from dateline.brief.language.wording import has_phrase, ideas, is_light, phrases_in, stem, words
from dateline.lexicon import load
from dateline.marks import fold

_LOOSE = frozenset(("be", "been", "not", "also", "soon", "then", "now", "still", "just", "to"))
_BREAK = re.compile(r"[,;:.!?](?=\s|$)|\s-+\s|--")
_QUOTED = " | "  # stands for each quotation in what is left of a sentence
_LED_BY = 2  # so many words right before an omission govern what stands behind it as well
_REST = 3  # so many words of a clause are not quoted, and it is not the clause that is
_LED = re.compile(r"\W*(?:and\s+)?", re.IGNORECASE)  # so little may stand before "but"
_JOINT = re.compile(r";|\b(?:but|and|while|whereas|though|although)\b", re.IGNORECASE)
_CONTRAST = re.compile(
    r",\s+(?:and\s+)?not\s+(?:the|an?|our|my|your|his|her|its|their|these|those)\s+(?!whole|entire|full)[^,]*,\s*",
    re.IGNORECASE,
)
_IF = re.compile(
    r"\b(given|provided|providing|if|unless|as long as|so long as|on (?:the )?condition|assuming)\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(rf",?\s+{_IF.pattern}", re.IGNORECASE)  # "We can do all of it, given the money"
_NAMELESS = re.compile(
    r"\b(?:asked|asks|wished|wanted|did|does|preferred)\s+not\s+(?:want\s+|wish\s+)?to be \w+"
)
_ASIDE = re.compile(r",\s+(?:who|which|whose)\b[^,|]*(?=,)", re.IGNORECASE)


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
    plain, outside = fold(text), fold(_NAMELESS.sub(" ", _outside(sentence)))
    first, last = spans[0][0], spans[-1][1]
    before, after = plain[whole[0] + 1 : first], plain[last : whole[1] - 1]
    inner = [plain[a[1] : b[0]] for a, b in pairwise(spans)]
    near_before = _right_before(before, quotation)
    near_after = _BREAK.split(after)[0] if after.strip() else ""
    for piece in (*(each for each in inner if not _is_contrast(each)), near_before, near_after):
        if word := _soft(piece, outside):
            return word
    led = ["", *(" ".join(plain[slice(*span)].split()[-_LED_BY:]) for span in spans[:-1])]
    # "I want to … bring them home": that he wants it is kept
    for piece, ahead in zip((near_before, *inner), led, strict=True):
        if word := _governor(piece, plain, spans, f"{outside} {ahead}"):
            return word
    elsewhere = fold(sentence.replace(quotation, " ", 1))  # another piece may tell the other half
    if condition := _CONDITION.match(after):
        return "" if _IF.search(outside) else condition[1]
    return _narrowed(near_after, quotation, outside) or _turned(before, after, quotation, outside, elsewhere)


def _is_contrast(piece: str) -> bool:
    """ "The pies, and not the fruit, are the source": who says less of what it is not still says what it
    is."""
    return bool(_CONTRAST.fullmatch(piece)) and not has_phrase(piece, load("quoting")["finite"])


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
    kin = next((row for row in load("quoting")["cautions"] if word.lower() in row), ())
    same = [*kin, *_kin(word)] if kin else [word]
    return bool(has_phrase(outside, same)) or stem(word.lower()) in {each.stem for each in words(outside)}


def _denied(word: str, outside: str) -> bool:
    """A negation may be told in another form: "nobody would" for "no one will"."""
    negators = {"not", "cannot", "never", "no", "nobody", "nothing", "none", "neither", "nor", "hardly"}
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


def _turned(before: str, after: str, quotation: str, outside: str, elsewhere: str) -> str:
    """A caution in the other half of the speaker's sentence: "Things may change, but that is …"."""
    ahead = _sentence_so_far(before)
    said = has_phrase(quotation, load("quoting")["finite"])
    if said and _turns_to(ahead, quotation) and (match := has_phrase(ahead, _unsure())):
        kept = has_phrase(f"{outside} {elsewhere}", [match[0], *_kin(match[0])])
        return "" if kept else match[0]
    whole = said or not ahead or has_phrase(quotation, _denying())
    found = _turned_behind(after, quotation, outside) if whole else ""
    return "" if found and _tells(elsewhere, after) else found


def _turns_to(ahead: str, quotation: str) -> bool:
    """Tell whether a condition stands before quoted words, or a caution that "but" answers by just these:
    what is conceded before a denial, or before the rest of a clause, is no caution of theirs."""
    if has_phrase(ahead, load("quoting")["conditions"]):
        return True
    turn = list(phrases_in(ahead, load("quoting")["turns"]))
    return (
        bool(turn) and len(ahead[turn[-1].end() :].split()) < _REST and not has_phrase(quotation, _denying())
    )


def _turned_behind(after: str, quotation: str, outside: str) -> str:
    """ "We hope to, but I will not give a guarantee": what turns the clause that is quoted."""
    behind = after.strip()
    behind = behind[: sentences(behind)[0][1]] if re.search(r"\w", behind) else ""
    opens = next(
        (m for m in phrases_in(behind, load("quoting")["turns"]) if _LED.fullmatch(behind[: m.start()])), None
    )
    own = has_phrase(quotation, _unsure())
    if not opens or (own and not _denies_more(behind, quotation)) or (own and _leaves_open(outside)):
        return ""
    match = has_phrase(behind, load("certainty")["softeners"]) or opens
    beside = _beside(outside)
    kept = has_phrase(beside, [match[0], *_kin(match[0])]) or _tells(beside, behind)
    return "" if kept else match[0]


def _sentence_so_far(before: str) -> str:
    """What the speaker's own sentence has before the quoted words."""
    start = sentences(before.strip() + " x")[-1][0] if before.strip() else 0
    return before.strip()[start:]


def _unsure() -> list[str]:
    """The softening words that do not merely deny."""
    return [each for each in load("certainty")["softeners"] if each not in _denying() and "n't" not in each]


def _denying() -> list[str]:
    return [*load("certainty")["negators"], "not"]


def _denies_more(behind: str, quotation: str) -> bool:
    return bool(has_phrase(behind, _denying()) and not has_phrase(quotation, _denying()))


def _leaves_open(outside: str) -> bool:
    """ "Did not rule out, saying that it “may come to that”": the caution is told."""
    return bool(has_phrase(outside, load("openness")["still_open"]))


def _beside(outside: str) -> str:
    """The clause that holds the quoted words, with all that stands behind it."""
    plain = _ASIDE.sub(" ", outside)
    joints = [match.end() for match in _JOINT.finditer(plain[: plain.find(_QUOTED)])]
    return plain[joints[-1] if joints else 0 :]


def _tells(outside: str, behind: str) -> bool:
    """Tell whether a sentence has in its own words something of what a quotation leaves out; that somebody
    "called" a thing so tells of no talks."""
    saying = {*load("reporting")["verbs"], *load("reporting")["views"]}
    own = [word for word in words(outside) if not is_light(word) and word.stem not in saying]
    mine = {idea for word in own for idea in ideas(word.stem)}
    return any(not is_light(word) and mine & ideas(word.stem) for word in words(behind))


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
    return _QUOTED.join([*kept, sentence[at:]])
