"""How far a thing has got, by the words that govern it: possible, planned, ordered, under way or done."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from dateline.brief.language.governors import (
    KEEPING,
    REJECTING,
    Governor,
    cue_of,
    governor_of,
    governor_of_noun,
    is_turned,
    modifies,
    opening_end,
    start_of_phrase,
)
from dateline.brief.language.once import once
from dateline.brief.language.verbs import (
    Group,
    Reader,
    is_gerund,
    is_ing,
    is_not,
    is_participle,
    is_past,
    listed,
)
from dateline.lexicon import load

_CLOSES = re.compile(r"\s*(?:[.;:]|\[|$)")
_ENDS = re.compile(r"[.?!][”’\"']?\s")  # a sentence, which a label does not reach beyond
_NEAR = 5  # words before "without" among which a "not" turns it round
_DEEP = 4  # governors of governors: "plans to begin preparing to leave"


class Reading(NamedTuple):
    """How far an act has got ("" when the text does not tell), and whether it is denied."""

    status: str = ""
    negated: bool = False
    passive: bool = False


def rank(status: str) -> int:
    """Return the rung of a status on the ladder.

    >>> rank("planned") < rank("ordered") < rank("done")
    True
    """
    return load("certainty")["ranks"].get(status, -1)


def lower(one: str, other: str) -> str:
    """Return the less certain of two statuses; one that is not told counts for nothing.

    >>> lower("planned", "done")
    'planned'
    """
    return min((status for status in (one, other) if status), key=rank, default="")


@once
def may_deny(reader: Reader) -> bool:
    """Tell whether a text has a word by which an act may be denied: "not", "nobody", "refused to", "called
    off". Most have none.

    >>> from dateline.brief.language.wording import words
    >>> [may_deny(Reader(text, words(text))) for text in ("They left.", "They refused to leave.")]
    [False, True]
    """
    forms = {form for word in reader.words for form in (word.low, word.stem)}
    return not forms.isdisjoint(_denying()) or "n't" in " ".join(forms)


@cache
def _denying() -> frozenset[str]:
    first = (phrase.partition(" ")[0] for phrase in listed("undoing_phrases"))
    return listed("nots", "no_subjects", "undoing").union(first, REJECTING, KEEPING, ("without",))


def read_verb(reader: Reader, at: int, depth: int = 0) -> Reading:
    """Read how far the act of a verb has got, and whether it is denied.

    >>> from dateline.brief.language.wording import words
    >>> text = "They did not rule out that troops would leave."
    >>> read_verb(Reader(text, words(text)), 8).status
    'possible'
    """
    group = reader.group(at)
    own = _own(reader, group)
    odd = (group.negations + _without_subject(reader, group)) % 2
    passive = bool(group.be) and is_participle(reader.words[at])
    if label := _label(reader, group):
        return Reading(label, bool(odd), passive)
    governor = governor_of(reader, group) if depth < _DEEP else None
    if governor is None:
        without = is_ing(reader.words[at]) and reader.low(reader.back(group.first)) == "without"
        return Reading(own, bool(odd) != without, passive)  # "Without ruling it out, he said …"
    asked = group.is_bare and reader.words[governor.at].stem in ("want", "need")  # "wants the limit raised"
    asked = asked and all(reader.low(here) not in ("and", "but") for here in range(governor.at, group.at))
    status, negated = _through(reader, governor, "" if asked else own, depth)
    return Reading(status, bool(odd) != negated, passive)


def read_noun(reader: Reader, at: int, depth: int = 0, *, event: bool = True) -> Reading:
    """Read how far the act of a noun has got: "an order for a withdrawal", "the pullout has begun".

    >>> from dateline.brief.language.wording import words
    >>> text = "The withdrawal was being prepared."
    >>> read_noun(Reader(text, words(text)), 1).status
    'planned'
    """
    first = start_of_phrase(reader, at)
    if reader.low(first) == "the" and reader.low(reader.back(first)) in listed("settings"):
        return Reading()  # "no arrests were made at the protest": where it was, nobody denies or plans
    denied = _denies(reader, first, at) != _predicate_denied(reader, first)
    governor = governor_of_noun(reader, first, at)
    if governor is None or depth >= _DEEP:
        return Reading("", denied)
    status, negated = _through(reader, governor, "", depth)
    if not event:
        return Reading(status, denied)
    return Reading(status, denied != negated)


def there_is(reader: Reader, at: int) -> str:
    """Return how far what a noun names has got behind "there will be", "there was"; "" where it is not told.

    >>> from dateline.brief.language.wording import words
    >>> text = "There will be a second trial."
    >>> there_is(Reader(text, words(text)), 5)
    'planned'
    """
    ahead = reader.back(start_of_phrase(reader, at))
    if ahead >= 0 and reader.low(ahead) in ("came", "followed"):
        return "done"  # "then came the attack"
    group = reader.group(ahead) if ahead >= 0 and reader.low(ahead) in listed("be") else None
    if group is None or reader.low(reader.back(group.first)) != "there":
        return ""
    return group.modal or ("planned" if group.to else "done")


def _label(reader: Reader, group: Group) -> str:
    """ "Promise by the governor: whole wall mended", "two aims: all forces leaving": the label says how far
    what stands behind it has got."""
    word = reader.words[group.at]
    colon = reader.text.rfind(":", 0, word.start)
    if (
        colon < 0
        or _ENDS.search(reader.text, colon, word.start)
        or not (group.is_bare and (is_participle(word) or is_ing(word)))
    ):
        return ""
    kinds = (cue_of(label) for label in reader.words if label.end <= colon)
    found = next((kind for kind in kinds if 0 <= rank(kind) <= rank("ordered")), "")
    hangs = reader.low(reader.back(group.first)) in listed(
        "prepositions"
    )  # "two aims: to keep it from rising"
    return "" if is_ing(word) and (hangs or found == "ordered") else found  # "two tasks: helping them"


def _denies(reader: Reader, first: int, at: int) -> bool:
    """ "no withdrawal", "neither side": the phrase itself denies."""
    while reader.low(reader.back(first)) == "of" and reader.back(first) > 0:
        first = start_of_phrase(reader, reader.back(reader.back(first)))  # "no more reports of clashes"
    inside = [reader.low(here) for here in range(first, at)]
    if reader.low(reader.back(first)) == "without":  # "not without an agreement" is with one
        inside += [] if any(is_not(reader.low(n)) for n in reader.before(first, _NEAR)) else ["without"]
    either = reader.low(first - 1) == "or" and reader.low(first) == "no"  # "truce or no truce"
    return any(low in ("no", "neither", "without") for low in inside) and not (
        either or _is_idiom(reader, first)
    )


def _predicate_denied(reader: Reader, first: int) -> bool:
    """ "are not complete", "will not be back": the copula denies what stands behind it."""
    group = reader.group(first)
    if reader.low(first) in listed("determiners") and is_turned(reader, reader.back(first)):
        return False  # "nor does the ministry exclude it": it is the subject
    return bool(group.be or group.do) and bool((group.negations + _without_subject(reader, group)) % 2)


def _through(reader: Reader, governor: Governor, own: str, depth: int) -> tuple[str, bool]:
    """What a governor makes of an act: "plans to begin leaving" is a plan, "did not refuse to" no refusal."""
    if governor.kind in ("aim", "if"):
        return ("wanted" if governor.kind == "aim" else "possible"), False
    above, kind = read_verb(reader, governor.at, depth + 1), governor.kind
    if reader.low(governor.at - 1) == "no" and kind in ("planned", "wanted"):  # "had no intention of going"
        above = above._replace(negated=not above.negated)
    if kind == "not" and [reader.low(governor.at + step) for step in (-1, 1)] == ["no", "to"]:
        above = above._replace(negated=True)  # "put no stop to it"
    if kind == "not":
        left_open = reader.words[governor.at].stem in listed("left_open")
        left_open = left_open or reader.low(governor.at - 1) == "nor"  # "neither granted nor refused it"
        if above.negated:
            if reader.words[governor.at].stem in listed("terminators"):
                return "under way", False  # "has not ended the fighting"
            return ("possible" if left_open else lower(own or above.status, above.status)), False
        return own or above.status, True
    if kind == "discussed" and reader.words[governor.at].stem in listed("speaks_of"):
        return kind, above.negated
    if kind in ("same", "under way"):
        status = above.status
        if kind == "under way" and not status and _is_headed_for(reader, reader.group(governor.at)):
            return "planned", above.negated
        if kind == "under way" and status in ("", "done"):
            status = "under way"
        if not status and reader.low(governor.at) == "able":
            status = "done" if reader.group(governor.at).be in ("was", "were", "been") else "possible"
        return lower(own, status) or status, above.negated
    rung = lower(own, kind) if own not in ("done", "under way") else own
    rung = rung or kind
    return lower(rung, above.status if above.status in _uncertain() else ""), above.negated


def _is_headed_for(reader: Reader, group: Group) -> bool:
    """ "Operations to continue": in headlines an infinitive right behind its noun looks ahead."""
    ahead = reader.back(group.first)
    own = group.to and not (group.be or group.have or group.do or group.modal or group.phase)
    return own and ahead >= 0 and not is_past(reader.words[ahead]) and reader.low(ahead) not in listed("be")


@cache
def _uncertain() -> frozenset[str]:
    return frozenset(("possible", "discussed", "wanted", "threatened", "planned"))


def _own(reader: Reader, group: Group) -> str:
    """How far the verb's own helpers say that it has got."""
    word = reader.words[group.at]
    if group.modal:
        return "possible" if group.have and group.modal else group.modal
    if group.phase:
        return "under way" if not group.to or group.have or group.be or _past_phase(reader, group) else ""
    if group.have:
        return "done"
    if is_ing(word):
        return "under way" if group.be or modifies(reader, group) else ""
    if group.be == "being":
        return "" if is_gerund(reader, group) else "under way"
    if group.be and word.low in listed("headed"):
        return "planned"  # "where they were headed"
    if group.be:
        return "done" if is_participle(word) and group.be not in ("be", "am") else ""
    if group.to or reader.low(reader.back(group.at)) in listed("determiners"):
        return ""  # "the planned pullout" tells of no planning that is done
    return "done" if group.do or is_past(word) or _past_by_subject(reader, group) else ""


def _past_by_subject(reader: Reader, group: Group) -> bool:
    """ "The minister shut the schools": behind one person a present would end in s."""
    word, ahead = reader.words[group.at], reader.back(group.first)
    if word.low not in load("irregular")["past"] or word.low != word.stem or ahead < 0:
        return False
    subject = reader.words[ahead]
    plural = subject.low.endswith("s") or subject.low in ("i", "you", "we", "they", "and", "who", "which")
    return not plural and (subject.is_name or subject.low in ("he", "she", "it"))


def _past_phase(reader: Reader, group: Group) -> bool:
    """ "began to leave" has its own tense; "plans to begin leaving" has not."""
    return any(is_past(reader.words[here]) for here in range(group.first, group.at))


def _is_number(reader: Reader, at: int) -> bool:
    """ "more than 5,000": a bound, no comparison."""
    behind = reader.text[reader.words[at].end :].lstrip()[:1]
    return behind.isdigit() or reader.low(at + 1) in listed("number_leads")


def _without_subject(reader: Reader, group: Group) -> int:
    """ "Nobody left", "no troops would be sent": a negation in the subject denies the verb."""
    here, steps = reader.back(group.first), 0
    if reader.low(here) in ("he", "she", "they") or (group.is_bare and reader.low(here) == "those"):
        return 0  # "no beds for 25 of those moved, so they went back": they were moved, and went
    if group.is_bare and reader.low(here) == "the":
        return 0  # "had made no count of the displaced people": who they are, and nothing that they do
    begins = max(_attribution(reader, group), opening_end(reader, group.at))
    while here >= 0 and steps < 14 and reader.words[here].start >= begins:
        low = reader.low(here)
        if low in listed("no_subjects"):
            ends = low == "no" and reader.words[here + 1].stem in listed("terminators")  # "no end of it"
            said = low == "nothing" and reader.low(here + 1) == "to"  # "has nothing to say of the killed"
            nor = low == "neither" and any(reader.low(n) == "nor" for n in range(group.first, group.at))
            return 0 if ends or said or nor or _is_idiom(reader, here) else 1
        if low == "not" and reader.low(here + 1) in ("every", "all", "each"):
            return 1  # "not every detail was settled"
        if is_turned(reader, here):
            return 1
        if low in listed("be", "have", "planned_modals") or low in ("that", "said"):
            return 0
        if is_past(reader.words[here]) and low not in ("left", "backed", "allied") and steps > 3:
            return 0
        here, steps = reader.back(here), steps + 1
    return 0


def _attribution(reader: Reader, group: Group) -> int:
    """Return where "…, a survey by the board found." begins at the end of a text, 0 where it does not."""
    word = reader.words[group.at]
    telling = load("reporting")
    says = word.stem in telling["verbs"] or word.stem in telling["showing"]
    closes = _CLOSES.match(reader.text, word.end)
    return reader.text.rfind(",", 0, word.start) + 1 if says and closes else 0


def _is_idiom(reader: Reader, at: int) -> bool:
    """ "no fewer than", "no doubt", "not only": words that deny nothing."""
    pair = f"{reader.low(at)} {reader.low(at + 1)}"
    bound = pair in listed("no_than") and reader.low(at + 2) == "than"
    return bound or pair in listed("no_idioms") or _is_superlative(reader, at)


def _is_superlative(reader: Reader, at: int) -> bool:
    """ "No fighters served better than these", "no others were as good": a comparison that nobody wins says
    who is best."""
    if reader.low(at + 1) == "other":
        return any(reader.low(here) == "as" for here in range(at + 2, min(at + 12, len(reader.words))))
    for here in range(at + 2, min(at + 22, len(reader.words))):
        if reader.low(here) == "than" and not _is_number(reader, here):
            return any(reader.low(near) in listed("better") for near in range(max(at + 2, here - 12), here))
    return False
