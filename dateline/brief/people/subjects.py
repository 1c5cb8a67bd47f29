"""The subject of a reporting verb: who stands ahead of it, behind it, or as its agent in the passive."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from dateline.brief.ground.acts import reader_of
from dateline.brief.ground.facts import Facts, is_quoted
from dateline.brief.language.verbs import is_past
from dateline.brief.language.wording import Word, is_light
from dateline.brief.people.parties import OUTLET, Voice, is_object
from dateline.brief.people.saying import is_reporting, sentences_of
from dateline.brief.people.unnamed import listed
from dateline.lexicon import load
from dateline.marks import fold

_INVERTED = re.compile(r"\s+(?:the|an?)\s+[\w'’-]+(?:\s+[\w'’-]+){0,5}\s*(?:[.,;]|$)")
_HOLDING = (
    "regard",
    "consider",
    "deem",
    "perceive",
    "label",
    "brand",
    "put",
    "call",
    "term",
    "describe",
    "portray",
    "denounce",
)  # behind these stands of what they hold it
_TAG, _COMMA = re.compile(r"\s+[a-z]+,\s"), re.compile(r",\s+(?:the\s+)?$")  # ", AP reports, "
_RELATIVE = ("who", "whose", "whom", "which", "where")
_AT = re.compile(r"\s+(?:at|in|within)\s+(?:the\s+)?", re.IGNORECASE)
_WHOSE_WORK = re.compile(  # "the doctor who runs the clinic said", "the firm that employs 40 engineers said"
    r"\bwho \w+ (?:the |a |an |its |their )?$"
    r"|\b(?!(?:says?|said|adds?|added|claims?|claimed) )[\w’'-]+ (?:that|which|who)"
    r" (?:\w+(?:ed|(?<!u)s)|had|ran|built|made|led|held)"
    r" (?:(?:the|an?|its|their|some|about|nearly|almost|over|up to|at least|more than|most of|[\d,]+) )*$"
)


def of_verb(facts: Facts, at: int, candidates: Sequence[Voice]) -> Voice | None:
    """Return the subject of a reporting verb: its agent in the passive, behind it when inverted, else before.

    >>> from dateline import open_case
    >>> from dateline.brief.ground.facts import facts_of
    >>> from dateline.brief.ground.names import Names
    >>> from dateline.brief.people.parties import candidates_of
    >>> names = Names(open_case("syria-withdrawal"))
    >>> facts = facts_of("It was described by Esper as the plan.", names, "2019")
    >>> of_verb(facts, 2, candidates_of(facts, names, "")).id
    'esper'
    """
    all_words, verb = facts.words, facts.words[at]
    if _is_passive(all_words, at):
        agent = _agent(facts, at, candidates)
        return None if agent is None or owns_another(facts, agent) else agent
    subject = ahead_of(facts, at, candidates) or _having(facts, at, candidates)
    cut_off = facts.text[: verb.start].rstrip()[-1:] in tuple(',"”’»-–—') or at == 0
    cut_off = cut_off and not (subject is not None and _closes_an_aside(facts, at, subject))
    addressed = verb.stem in listed("addressing") or verb.stem in _HOLDING
    behind = None if addressed else _behind(facts, at, candidates)
    follows = all_words[at - 1].low in ("did", "so", "as") if at else False
    inverted = (
        not addressed
        and verb.stem not in load("reporting")["bound"]
        and _INVERTED.match(facts.text, verb.end)
    )
    if cut_off and at and not behind and inverted:
        return None  # "…, said the police", whom the case does not know
    helped = bool(at) and all_words[at - 1].low in load("certainty")["have"]  # "staff had warned managers"
    if behind and (cut_off or follows or (subject is None and not helped)):
        return behind
    if subject is not None and verb.stem in ("quote", "cite", "credit") and behind:
        return behind if subject.id == OUTLET else subject
    return subject


def _closes_an_aside(facts: Facts, at: int, subject: Voice) -> bool:
    """ "Marlow, who lost the chair in June, accused Dalmere": the verb has its subject before the aside."""
    marks = reader_of(facts).aside
    own = next((n for n, word in enumerate(facts.words) if word.start >= subject.start), at)
    return at > 0 and bool(marks[at - 1]) and marks[own] == marks[at] != marks[at - 1]


def _having(facts: Facts, at: int, candidates: Sequence[Voice]) -> Voice | None:
    """ "Having promised to leave, Trump …": the subject stands behind the comma."""
    if at != 1 or facts.words[0].low != "having":
        return None
    comma = facts.text.find(",", facts.words[at].end)
    return next((v for v in candidates if 0 <= comma < v.start), None)


def _is_passive(all_words: Sequence[Word], at: int) -> bool:
    verb = all_words[at]
    if not (verb.low.endswith("ed") or verb.low in listed("participles")):
        return False
    ahead = [word.low for word in all_words[max(0, at - 2) : at]]
    be = load("certainty")["be"]
    close = at and verb.start - all_words[at - 1].end == 1
    if close and (ahead[-1] in be or (ahead[0] in be and _between(ahead[-1]))):
        return True
    return at + 1 < len(all_words) and all_words[at + 1].low == "by"


def _between(low: str) -> bool:
    """Tell whether a word may stand between "was" and its participle: "was still reported"."""
    return low.endswith(("ly", "not", "so", "also")) or low in load("certainty")["between"]


def ahead_of(facts: Facts, at: int, candidates: Sequence[Voice]) -> Voice | None:
    """Return the nearest party before a verb that is nobody's object."""
    verb = facts.words[at]
    begins = next(a for a, b in sentences_of(facts.text) if verb.start < b)
    if joined := _joined(facts, at, begins, candidates):
        return joined
    ahead = [
        v for v in candidates if begins <= v.start and v.end <= verb.start and not owns_another(facts, v)
    ]
    if at and facts.words[at - 1].low in ("which", "who") and ahead:
        return ahead[-1]
    ahead = [
        v for v in ahead if not _in_passing(v, at, facts) and not _WHOSE_WORK.search(facts.text[: v.start])
    ]
    if ahead and _has_its_own_subject(facts, at, ahead[-1]):
        return None
    subjects = [v for v in ahead if not is_object(v.start, facts)]
    marks = reader_of(facts).aside
    if subjects and any(
        w.low == "whom" and subjects[-1].end <= w.start < verb.start and mark == marks[at]
        for w, mark in zip(facts.words, marks, strict=True)
    ):
        return None  # "the forces, whom his country sees as …": whoever sees stands behind "whom"
    if (
        len(subjects) > 1
        and subjects[-2].someone
        and _AT.fullmatch(facts.text, subjects[-2].end, subjects[-1].start)
    ):
        return subjects[-2]  # "an engineer at the company, unnamed, says"
    if len(subjects) > 1 and subjects[-1].someone and _does_both(facts, at, begins, subjects[0]):
        return subjects[0]
    return subjects[-1] if subjects else None


def _does_both(facts: Facts, at: int, begins: int, voice: Voice) -> bool:
    """ "Orrin gave those who stay two tasks and said": whoever opens the sentence does the one and the
    other."""
    behind = next((word for word in facts.words if word.start >= voice.end), None)
    opens = voice.start == begins and bool(voice.id) and behind is not None and is_past(behind)
    return opens and at > 0 and facts.words[at - 1].low in ("and", "but")


def _joined(facts: Facts, at: int, begins: int, candidates: Sequence[Voice]) -> Voice | None:
    """ "AP puts the forces in Iraq at 5,000 and says": the second verb has the subject of the first."""
    if not at or facts.words[at - 1].low not in ("and", "but"):
        return None
    first = next((n for n in range(at - 2, -1, -1) if is_reporting(facts, n)), None)
    if first is None or facts.words[first].start < begins or is_quoted(facts, facts.words[first].start):
        return None
    voice = of_verb(facts, first, candidates)
    return voice if voice is not None and voice.end <= facts.words[first].start else None


def _has_its_own_subject(facts: Facts, at: int, voice: Voice) -> bool:
    """ "Until Esper spoke, no account had said so": behind a comma another noun is the subject."""
    here = at - 1
    while here > 0 and (facts.words[here].low in _helpers() or facts.words[here].low.endswith(("ly", "not"))):
        here -= 1
    word, marks = facts.words[here], reader_of(facts).aside
    if marks[here] != marks[at]:
        return False  # "Hoeg, who lost 17 seats, said": the noun belongs to an aside
    noun = ((word.text.islower() or word.is_name) and not is_light(word)) or word.low in (
        "report",
        "reports",
        "account",
        "accounts",
    )
    between = facts.text[voice.end : word.start]
    return here > 0 and noun and word.start >= voice.end and bool({",", ";"} & set(between))


@cache
def _helpers() -> frozenset[str]:
    return listed("auxiliaries").union(load("certainty")["be"], load("certainty")["have"])


def _in_passing(voice: Voice, at: int, facts: Facts) -> bool:
    """ "Hoeg, whose Conservatives lost 17 seats, said", "Esper, AP reports, said": the party stands in an
    aside, the verb outside."""
    tag = _TAG.match(facts.text, voice.end)
    if tag and tag.end() <= facts.words[at].start and _COMMA.search(facts.text, 0, voice.start):
        return True
    marks = reader_of(facts).aside
    own = next((n for n, word in enumerate(facts.words) if word.start >= voice.start), at)
    if marks[own] == marks[at]:
        return False
    first = marks.index(marks[own]) if marks[own] else at
    opens = {word.low for word in facts.words[first : first + 3]}  # "by whose account 900 people left"
    says = any(marks[n] == marks[own] and is_reporting(facts, n) for n in range(own, at))  # ", S1 says,"
    return says or not opens.isdisjoint(_RELATIVE)


def owns_another(facts: Facts, voice: Voice) -> bool:
    """ "The Pentagon's chief said": it is not the Pentagon who speaks; "Esper's account says" it is."""
    plain = fold(facts.text)  # `saying.owns` needs the word, and a part of a sentence may lack it
    plural = plain[voice.end - 1 : voice.end + 2] == "s' "
    if "'s" not in (plain[voice.end : voice.end + 2], plain[voice.end - 2 : voice.end]) and not plural:
        return False
    behind = facts.behind(voice.end + 1, 3)
    speaking = listed("nouns") | listed("delegates")
    return not any(word.low in speaking or word.stem in speaking for word in behind)


def _behind(facts: Facts, at: int, candidates: Sequence[Voice]) -> Voice | None:
    """Who stands right behind a reporting verb, small words such as "a senior US" left out."""
    verb = facts.words[at]
    for word in facts.words[at + 1 : at + 8]:
        hit = next((voice for voice in candidates if voice.start == word.start), None)
        if hit and word.clause == verb.clause:
            hit = _whose_official(facts, hit, candidates)
            return None if _begins_a_clause(facts, hit) or owns_another(facts, hit) else hit
        small = word.low in listed("before_names") | listed("ranks") or word.is_name
        if not small or word.clause != verb.clause:
            return None
    return None


def _whose_official(facts: Facts, hit: Voice, candidates: Sequence[Voice]) -> Voice:
    """ "Said a ministry official": the official speaks, of whatever body he is."""
    behind = (v for v in candidates if v.someone and facts.text[hit.end : v.start] == " ")
    return hit if hit.someone else next(behind, hit)


def _begins_a_clause(facts: Facts, voice: Voice) -> bool:
    """ "said the Pentagon had …": what stands behind the verb is the subject of the next clause."""
    behind = next((at for at, word in enumerate(facts.words) if word.start >= voice.end), None)
    if behind is None or facts.text[voice.end : facts.words[behind].start].strip():
        return False
    return facts.words[behind].low in _helpers() or is_reporting(facts, behind)


def _agent(facts: Facts, at: int, candidates: Sequence[Voice]) -> Voice | None:
    """Who does what is said in the passive: "was reported by the agency"; None when it names nobody."""
    all_words = facts.words
    behind = [word for word in all_words[at + 1 : at + 9] if word.clause == all_words[at].clause]
    if behind and behind[0].low == "that":
        return None  # "it is mentioned that the plan is opposed by the union"
    by = next((word for word in behind if word.low == "by"), None) or _by_behind_quotation(facts, at)
    if by is None:
        return _agent_ahead(all_words, at, candidates)
    return next((voice for voice in candidates if 0 <= voice.start - by.end <= 30), None)


def _by_behind_quotation(facts: Facts, at: int) -> Word | None:
    """The "by" of "was called “a ruin, if not yet a grave” by the mayor"."""
    end = facts.words[at].end
    closes = next((b for a, b in facts.quotations if 0 < a - end <= len(" as ")), None)
    behind = next((w for w in facts.words if w.start >= closes), None) if closes else None
    return behind if behind is not None and behind.low == "by" else None


def _agent_ahead(all_words: Sequence[Word], at: int, candidates: Sequence[Voice]) -> Voice | None:
    """ "By the mayor the bridge was called a ruin": who does it opens the sentence."""
    first = all_words[0]
    if first.low != "by" or first.clause != all_words[at].clause:
        return None
    return next((voice for voice in candidates if 0 <= voice.start - first.end <= len(" the ")), None)
