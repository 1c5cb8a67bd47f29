"""How sure a sentence is, compared with the paragraphs that it cites: nothing may step up the ladder."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from dateline.brief.amounts import excepted
from dateline.brief.amounts.hedging import shares_numeral
from dateline.brief.amounts.told_of import names_people
from dateline.brief.deeds import ahead, antonyms, causes, conditions, denials, ladders, outcomes, polarity
from dateline.brief.ground.acts import Act, acts, reader_of, same_act
from dateline.brief.ground.facts import Facts, telling, telling_between
from dateline.brief.ground.negation import has_negation, negates
from dateline.brief.language.cued import Cued
from dateline.brief.language.governors import cue_of
from dateline.brief.language.once import once
from dateline.brief.language.status import rank
from dateline.brief.language.verbs import is_ing, is_past, listed
from dateline.brief.language.wording import Word
from dateline.findings import Finding, Place
from dateline.lexicon import load

if TYPE_CHECKING:
    from dateline.brief.ground.passages import Passage

_ALIKE = frozenset(("wanted", "planned"))  # "to help them" tells an aim, which "was to help" does as well
_LEFT_OUT = re.compile(r"\b(?:nobody|none|no one|they|he|she|it|some|many) (?:has|have|had) been[,.;”\"]")
_BEFORE_IT_IS = Cued(r"\b(?:before|until|till)\s+(?:\w+\s+){1,4}(?:is|are)\s+$", cues="before|until|till")
_ONCE_THEY_WERE = Cued(
    r"\b(?:would|will)\b[^.;,]*\bonce\s+(?:\w+\s+){1,4}(?:was|were|is|are)\s+$", cues="once"
)
_AHEAD = frozenset(("before", "until", "till", "once"))
_TIME_BEFORE = Cued(r"\b(?:would|will) (?:only )?be (?:\w+ ){1,6}before\s+(?:\w+\s+){1,5}$", cues="before")
_LASTING = ("carry", "hold", "live", "serve", "work", "wait", "wear", "show", "face", "lead", "use")
_IN_PASSING = re.compile(r",[^,;]{1,50}(?=,)")  # "Within days, he threatened, he would attack"
_PORTION = (
    r"\s+(?:from |to |in )?(?:only |just )?(?:one|two|three|four|five|some|most|half|part|several) of\b"
)
_ONE_OF_THEM = re.compile(_PORTION + r" (?:them|these|those)\b")
_THE_MANY = re.compile(r"\s+(?:from )?(?:all )?(?:of )?(?:the|these|those|its) (?P<noun>\w+s)\b")
_ONE_OF = re.compile(_PORTION)
_PARTED = re.compile(r"[,:;]|\s[–—-]\s")
_IS_THE = re.compile(r"\b(?:that|this|such|it)\s+(?:is|was)\s+(?:[\w'’]+\s+){0,3}$", re.IGNORECASE)
_CHOSEN = re.compile(r"\b(?:named|appointed|chose|picked|elected|nominated)\b[^.;]{3,60} to $")
_TIMES = ("time", "moment", "hour")  # "the moment had come"
_NEWS = ("word", "news", "reports", "tidings")  # "December brought word that"
_FAR = 10  # words between "hopes that" and the verb of what is hoped
ENOUGH = 0.4  # so much in common shows that two sentences tell of one thing

__all__ = ["Act", "acts", "has_negation", "judge", "negates", "rank"]


def judge(facts: Facts, cited: Sequence[Passage]) -> list[Finding]:
    """Compare negations and statuses of a sentence with the cited paragraphs; the first fault found is
    told."""
    mine = acts(facts)
    theirs = [(passage, act) for passage in cited for act in passage.acts]
    told = _told(facts, mine)
    of_acts = (
        polarity.judge(facts, mine, theirs, cited)
        or denials.judge(facts, cited)
        or _raised(facts, told, theirs, cited)
        or _stayed(facts, told, theirs)
        or antonyms.judge(facts, mine, cited)
        or conditions.judge(facts, cited)
        or ladders.for_all_time(facts, cited)
        or ladders.accused(facts, cited)
        or outcomes.judge(facts, told, theirs, cited)
        or ahead.judge(facts, cited)
    )
    return causes.judge(facts, cited) + (
        ladders.judge(facts, cited) or [_in_doubt(finding, facts, cited) for finding in of_acts]
    )


def _in_doubt(finding: Finding, facts: Facts, cited: Sequence[Passage]) -> Finding:
    """Send a fault to a person where two sentences have little in common but the act: it may be another."""
    place = finding.place
    passage = next((p for p in cited if place and p.place == (place.source, place.paragraph)), None)
    if passage is None or place.start is None:
        return finding
    span = next(((a, b) for a, b in passage.sentences if a <= place.start < b), None)
    if span is None or _in_common(facts, passage, span) >= ENOUGH:
        return finding
    return replace(finding, verdict="review", possible=0)


def _in_common(facts: Facts, passage: Passage, span: tuple[int, int]) -> float:
    """The share of words, of the shorter of two sentences, that speak of the same."""
    mine, theirs = telling(facts), telling_between(passage.facts, span)
    known = frozenset().union(*theirs)
    shared = sum(bool(ideas & known) for ideas in mine)
    return shared / max(1, min(len(mine), len(theirs)))


def _raised(
    facts: Facts, mine: Sequence[Act], theirs: Sequence[tuple[Passage, Act]], cited: Sequence[Passage]
) -> list[Finding]:
    """An act that the sentence puts higher on the ladder than any cited paragraph does."""
    short = [act for passage in cited for act in _short(passage.facts)]
    known = frozenset().union(*(other.ideas for other in short))
    for act in mine:
        if act.ideas.isdisjoint(known) or not any(same_act(act, other) for other in short):
            continue
        if not act.status or not act.event or _only_says_how_far(facts, act):
            continue
        if facts.words[act.at].low == "living":
            continue  # "those living east of it were told to leave": where they live, and no stay
        if act.status == "done" and any(_has_been(passage, act) for passage in cited):
            continue
        person = _is_of_a_person(facts, act)  # "Esper left" is another leaving than that of the troops
        alike = [
            (p, o)
            for p, o in theirs
            if not act.ideas.isdisjoint(o.ideas)
            and same_act(act, o)
            and o.negated == act.negated
            and _is_of_a_person(p.facts, o) == person
            and not (o.noun and not o.event and names_people(p.facts.words[o.at]))
            and not (act.status == "done" and _go_on_in_turn(p.facts, o))
            and not excepted.of_others(facts, act, p, o)
            and not (act.status == "done" and _is_of_a_part(facts, act, p, o))
        ]
        if act.passive and any(_is_present(p.facts, o) for p, o in alike):
            continue
        if act.status == "done" and any(_was_before(p, o) for p, o in alike):
            continue
        stated = [(passage, other) for passage, other in alike if other.status]
        if act.ideas.isdisjoint(_events()):  # "withdraw" tells as much of leaving as "leave"
            stated = [pair for pair in stated if _is_same_word(act, pair[1])] or stated
        if not stated:
            continue
        passage, top = max(stated, key=lambda pair: rank(pair[1].status))
        if rank(act.status) > rank(top.status) and not (
            ({act.status, top.status} == _ALIKE and not _is_foretold(facts, act, passage, top))
            or _threatened(facts, act, top)
            or conditions.is_demanded(facts, act, passage, top)
            or (
                facts.text.startswith(" by ", facts.words[act.at].end)  # "the inquiry, led by Vask"
                and _CHOSEN.search(passage.text, 0, passage.facts.words[top.at].start)
            )
            or (act.negated and _could_not(passage.facts, top))
            or ((act.status, top.status) == ("done", "under way") and _goes_on_alike(facts, act))
            or _lasts(facts.words[act.at], act, top)
            or (
                (top.noun or _goes_on_now(act, top))
                and _is_the_plan(facts.words[act.at], passage.facts.words[top.at])
            )
        ):
            return [_step_up(facts, act, passage, top)]
    return []


def _stayed(facts: Facts, mine: Sequence[Act], theirs: Sequence[tuple[Passage, Act]]) -> list[Finding]:
    """ "Remained there" for "are to stay there": who stays and who remains do the same."""
    for act in (act for act in mine if act.status == "done" and not act.negated):
        if facts.words[act.at].stem not in listed("lasting") or act.noun:
            continue
        lasting = [(p, o) for p, o in theirs if p.facts.words[o.at].stem in listed("lasting")]
        if lasting and all(o.status == "planned" and not o.negated for _, o in lasting):
            return [_step_up(facts, act, *lasting[0])]
    return []


@once
def _short(facts: Facts) -> list[Act]:
    """The acts of which a text tells that they are not done, or not yet."""
    return [act for act in acts(facts) if act.status not in ("", "done")]


def _told(facts: Facts, mine: Sequence[Act]) -> Sequence[Act]:
    """The acts but for those that are still ahead."""
    if _AHEAD.isdisjoint(facts.forms):
        return mine
    return [act for act in mine if not _is_still_ahead(facts, act)]


def _is_still_ahead(facts: Facts, act: Act) -> bool:
    """ "Before the withdrawal is finished", "it would be months before they left", "would have more once
    those were moved": it is not done."""
    lead = facts.text[: facts.words[act.at].start]
    ahead = _BEFORE_IT_IS.search(lead) or _TIME_BEFORE.search(lead)
    return bool(ahead or (_ONCE_THEY_WERE.search(lead) and act.passive))


def _has_been(passage: Passage, act: Act) -> bool:
    """ "Nobody should be sent back, and nobody has been": the verb is left out the second time."""
    return any(same_act(act, other) for other in _left_out(passage.facts))


@once
def _left_out(facts: Facts) -> list[Act]:
    """The acts ahead of where a text says that somebody "has been", and leaves the verb out."""
    told = _LEFT_OUT.search(facts.text)
    if told is None:
        return []
    return [each for each in acts(facts) if facts.words[each.at].end <= told.start() and each.status]


@cache
def _events() -> frozenset[str]:
    return frozenset(f"/{name}" for name in load("certainty")["event_groups"])


def _is_same_word(one: Act, other: Act) -> bool:
    """ "Pay" for "pay" tells more than "cost" for "pay"."""
    return not one.plain.isdisjoint(other.ideas)


def _could_not(facts: Facts, act: Act) -> bool:
    """ "Could not agree": they did not, and that is no less sure than that they failed to."""
    helpers = facts.words[reader_of(facts).group(act.at).first : act.at]
    return act.negated and any(
        word.low in ("could", "couldn't", "cannot", "can", "can't") for word in helpers
    )


def _goes_on_alike(facts: Facts, act: Act) -> bool:
    """ "She carried 90,000 litres" for "was carrying", "as he showed reporters round" for "was showing": what
    lasts is told as well in the plain past."""
    if facts.words[act.at].stem in _LASTING:
        return True
    ahead = facts.words[max(0, act.at - 4) : act.at]
    return any(word.low in ("as", "while") and word.clause == facts.words[act.at].clause for word in ahead)


def _is_foretold(facts: Facts, act: Act, passage: Passage, top: Act) -> bool:
    """ "They will mend it" for "hope to mend it": what will be is more than what somebody only wants."""
    reader = reader_of(passage.facts)
    wants = reader.back(reader.group(top.at).first)
    wants = next((at - 1 for at in reader.before(top.at, _FAR) if reader.low(at) == "that"), wants)
    if act.noun or top.noun or wants < 0 or cue_of(reader.words[wants]) != "wanted":
        return False
    helpers = facts.words[reader_of(facts).group(act.at).first : act.at]
    return any(word.low in ("will", "shall", "would") for word in helpers)


def _threatened(facts: Facts, act: Act, top: Act) -> bool:
    """ "They would be attacked, he threatened": the word behind says of what kind the "would" is."""
    parted = _PARTED.search(facts.text, facts.words[act.at].end)
    told = [word for word in facts.words if parted and word.start >= parted.end()]
    aside = [match.span() for match in _IN_PASSING.finditer(facts.text, 0, facts.words[act.at].start)]
    told += [w for w in facts.words[: act.at] if any(a <= w.start < b for a, b in aside)]
    told = [word for word in told if is_past(word) or is_ing(word) or _is_called(facts, word)]
    return act.status == "planned" and any(cue_of(word) == top.status for word in told)


def _is_called(facts: Facts, word: Word) -> bool:
    """ "…: that was his threat": what stands before is called by a noun."""
    return bool(_IS_THE.search(facts.text, 0, word.start))


def _is_the_plan(mine: Word, theirs: Word) -> bool:
    """ "A pullout was planned" for "plans for a pullout": the planning is done where there is a plan."""
    return cue_of(mine) == cue_of(theirs) and 0 <= rank(cue_of(mine)) < rank("done")


def _lasts(word: Word, act: Act, top: Act) -> bool:
    """ "Are staying for now" for "will stay for now": who is to stay is there."""
    return word.stem in listed("lasting") and (act.status, top.status) == ("under way", "planned")


def _goes_on_now(act: Act, top: Act) -> bool:
    """ "Has threatened to" for "is threatening to": what is being said has been said."""
    return (act.status, top.status) == ("done", "under way")


def _go_on_in_turn(facts: Facts, act: Act) -> bool:
    """ "clashes continued": where several events follow each other the first of them are done.

    Behind a comma a participle tells what came with the verb before it: "…, sparking a vow".
    """
    word = facts.words[act.at]
    comes_with = is_ing(word) and facts.text[: word.start].rstrip().endswith(",")
    return act.status == "under way" and (comes_with or (act.noun and word.low.endswith("es")))


def _is_present(facts: Facts, act: Act) -> bool:
    """ "The barracks already house 400 people": what the text tells in the present is so."""
    ahead = facts.words[act.at - 1].low if act.at else ""
    return not (act.noun or act.status or is_ing(facts.words[act.at])) and ahead != "to"


def _only_says_how_far(facts: Facts, act: Act) -> bool:
    """ "began" tells how far another act has got, "followed" when; "left it with less than a tenth" what is
    left over."""
    behind = facts.words[act.at + 1 : act.at + 6]
    left = facts.words[act.at].stem == "leave" and any(
        one.low == "with" and two.low in listed("left_over") for one, two in pairwise(behind)
    )
    ready = facts.words[act.at].stem == "get" and any(word.low in ("ready", "set") for word in behind[:2])
    end = facts.words[act.at].end + 1  # "the plan followed a meeting"
    leads = listed("determiners") | {"by"}
    then = any(word.low in leads and word.start == end for word in behind[:1])
    rest = facts.text[end - 1 :].strip()  # "the plan followed, and …"
    then = then or rest[:1] in ("", ".", ";") or rest.startswith(", and ")
    then = then and not any(date.start <= end + 3 < date.end for date in facts.dates)
    when = facts.words[act.at].stem in listed("orders_in_time") and then
    time = facts.words[act.at].stem == "come" and any(w.low in _TIMES for w in facts.words[: act.at][-3:])
    time = time or (facts.words[act.at].stem == "bring" and any(w.low in _NEWS for w in behind[:1]))
    kept = facts.words[act.at].stem == "keep" and not any(is_ing(word) for word in behind[:1])  # "kept out"
    phase = facts.words[act.at].stem in listed("phases", "measuring") and not kept
    return left or ready or when or time or phase


def _is_of_a_part(facts: Facts, act: Act, passage: Passage, other: Act) -> bool:
    """ "Has left four districts" for "it had left one of them": the text tells so of one of the four."""
    start, end = next((a, b) for a, b in passage.sentences if a <= passage.facts.words[other.at].start < b)
    if not _ONE_OF_THEM.match(passage.text, passage.facts.words[other.at].end, end):
        return False
    if _ONE_OF.match(facts.text, facts.words[act.at].end):
        return False
    wholes = [c.figure for c in passage.facts.figures if c.figure.end <= start and not c.figure.unit]
    clause = facts.words[act.at].clause
    behind = [word.start for word in facts.words[act.at :] if word.clause == clause]
    mine = [c.figure for c in facts.figures if behind[0] <= c.figure.start <= behind[-1]]
    them = _THE_MANY.match(facts.text, facts.words[act.at].end)
    named = {whole.counted.split()[-1] for whole in wholes if whole.counted}
    return bool(them and them["noun"] in named) or any(
        shares_numeral(figure, whole) for figure in mine for whole in wholes
    )


def _was_before(passage: Passage, act: Act) -> bool:
    """ "Their last strike, in 2002": one that was, whatever else is only planned."""
    ahead = passage.facts.words[max(0, act.at - 2) : act.at]
    return act.noun and any(word.low in ("last", "previous", "earlier", "past") for word in ahead)


def _is_of_a_person(facts: Facts, act: Act) -> bool:
    """Tell whether a person's name stands right before "left" or its like, or behind "departure of"."""
    word = facts.words[act.at]
    behind = [other.low for other in facts.words[act.at + 1 : act.at + 2]]
    people = [mention for mention in facts.names if mention.person]
    if word.stem in ("leave", "depart", "departure") and any(0 < word.start - m.end <= 5 for m in people):
        return True
    return act.noun and behind == ["of"] and any(0 < m.start - word.end <= 5 for m in people)


def _step_up(facts: Facts, act: Act, passage: Passage, top: Act) -> Finding:
    word, other = facts.words[act.at], passage.facts.words[top.at]
    outcome = act.status in ("done", "under way") and rank(top.status) <= rank("ordered")
    key = "plan-as-outcome" if outcome else "certainty-raised"
    params = {"given": word.text, "status": act.status, "text_status": top.status, "text": other.text}
    place = Place(*passage.place, other.start, other.end, other.text)
    return Finding(key, possible=1, params=params, place=place)
