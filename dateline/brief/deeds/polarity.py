"""Whether a sentence denies what its paragraphs affirm, or affirms what they deny."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from dateline.brief.amounts import excepted
from dateline.brief.deeds import conditions
from dateline.brief.ground.acts import Act
from dateline.brief.ground.facts import Facts, is_quoted, telling
from dateline.brief.ground.negation import (
    SAYING,
    denied_verbs,
    denies_more,
    denies_plainly,
    has_not,
    is_denied,
    negated_beside,
    negates,
    tells_of,
)
from dateline.brief.language.cued import Cued
from dateline.brief.language.once import once
from dateline.brief.language.status import rank
from dateline.brief.language.verbs import is_ing, is_past, leaves_undone, listed
from dateline.brief.language.wording import Word, stem
from dateline.dates import bounds, is_edtf
from dateline.findings import Finding, Place
from dateline.lexicon import load

if TYPE_CHECKING:
    from dateline.brief.ground.passages import Passage

_FIGHTING, _TRUCE = frozenset(("/fight", "/clash")), "/ceasefire"  # a truce is a halt to the fighting
_LASTING = frozenset(("/continue", "/go on"))
_THERE_IS = r"\b[Tt]here (?:(?:has|have|had) been|is|are|was|were) "
_OF_WHAT = r"(?:\w+ ){0,2}?(?P<noun>\w{4,})\b(?= (?:on|in|at|since|from|by|for|after)\b|[.,;])"
_THERE_IS_ONE = Cued(_THERE_IS + r"(?!no\b|not\b|never\b|hardly\b)" + _OF_WHAT, cues="there ")
_THERE_IS_NONE = Cued(_THERE_IS + "no " + _OF_WHAT, cues="there ")
_REACH = 4  # words between a verb and its object
_LEFT = frozenset(("left", "remaining", "remain", "stay"))
_MANY, _NEARLY_ALL = 4, 0.75  # of the words of a sentence, which then tells of the same
_DENYING = frozenset(map(stem, ("deny", "reject", "refuse", "dispute", "decline")))
_ASKED = frozenset(("whether", "why", "when", "who", "what", "how", "where", "which", "if"))
_UNTIL = frozenset(("until", "before"))
_DONE = frozenset(("do", "done", "doing"))
_BARE = frozenset(("no", "not", "never", "none", "without"))


def judge(
    facts: Facts, mine: Sequence[Act], theirs: Sequence[tuple[Passage, Act]], cited: Sequence[Passage] = ()
) -> list[Finding]:
    """A negation of the source that the sentence has lost, or one of its own that the source has not."""
    lone = denies_more(facts, cited)
    if found := _silent(facts, theirs):
        return [found]
    if not lone and (found := _verb_denied(facts, mine, cited)):
        return [found]
    if found := _undenied(facts, cited) or _there_is(facts, cited):
        return [found]
    for act in mine:
        lasting = _LASTING - act.ideas
        near = [
            pair for pair in theirs if not act.ideas.isdisjoint(pair[1].ideas) or lasting <= pair[1].ideas
        ]
        if not near:
            continue
        alike = [pair for pair in near if _alike(act, pair[1])]
        negated = act.negated
        if negated and not act.noun:
            alike = [pair for pair in near if pair in alike or _is_turned_round(facts, act, *pair)]
        alike = [pair for pair in alike if _is_same_verb(facts, act, *pair)]
        kin = [(passage, other) for passage, other in alike if _kin(act, other)]
        alike = kin or alike  # the same word tells more than another of its meaning
        if not alike or _was_first(facts, act, cited):
            continue
        passage, other = alike[0]
        if excepted.is_put_for_the_rest(facts, act, passage, other):
            return [_flip("negation-added" if negated else "negation-lost", facts, act, passage, other)]
        if negated == other.negated and conditions.are_turned_about(facts, act, passage, other):
            return [_flip("negation-added" if negated else "negation-lost", facts, act, passage, other)]
        done = [pair for pair in alike if not pair[1].noun or pair[1].event or pair[1].status] or alike
        if (
            not lone
            and not negated
            and all(
                (is_denied(passage, other) and not _only_not_yet(facts, act, other))
                or _is_left_undone(act, passage, other)
                for passage, other in done
            )
            and not _is_a_task(facts, act)
            and not (act.noun and _begins(facts, act) and all(_begins(p.facts, other) for p, other in done))
            and not all(excepted.is_of_another_sentence(facts, act, *pair) for pair in done)
        ):
            return _lost(facts, act, passage, other)
        if not negated or _goes_on(facts, act, cited) or _none_is_left(facts, act, cited):
            continue
        alike = [
            pair
            for pair in alike
            if not (_is_still_to_come(act, *pair) or _is_not_yet(facts, act, pair[1]))
            and not (_is_put_off(facts) and any(d.edtf.endswith("/..") for d in pair[0].facts.dates))
            and not _is_done_then(facts, act, pair[0])
            and not (_turns_down(facts) and any(w.stem in _DENYING for w in pair[0].facts.words))
            and not excepted.of_others(facts, act, *pair)
            and not excepted.is_the_exception(facts, act, *pair)
            and not conditions.are_turned_about(facts, act, *pair)
        ]
        halted = [
            pair
            for pair in alike
            if negated_beside(*pair)
            or (_is_halted(*pair) and not any(word.low in _BARE for word in facts.words))
            or _says_opposite(facts, act, pair[0])
        ]
        loosely = not kin and any(other.negated and act.ideas & other.ideas for _, other in near)
        if alike and not (halted or loosely):
            return [_flip(_added(facts, [p for p, _ in alike]), facts, act, passage, other)]
    return []


def _only_not_yet(facts: Facts, act: Act, other: Act) -> bool:
    """ "It would take 30 million to raise her" for "she has not been raised": what is not done may come."""
    word = facts.words[act.at]
    to_come = act.status in ("", "possible", "wanted", "planned") and word.low == word.stem
    return to_come and act.at > 0 and other.status == "done" and facts.words[act.at - 1].low == "to"


def _none_is_left(facts: Facts, act: Act, cited: Sequence[Passage]) -> bool:
    """ "There would be no forces left there" where the text has that all would leave: as much is said."""
    near = {word.low for word in facts.words[max(0, act.at - 6) : act.at + 5]}
    left = act.noun and not near.isdisjoint(_LEFT) and not near.isdisjoint(listed("planned_modals"))
    return left and any("all" in p.forms and "/leave" in p.facts.every_idea for p in cited)


def _goes_on(facts: Facts, act: Act, cited: Sequence[Passage]) -> bool:
    """ "Did not cease" for "kept coming"."""
    ends = facts.words[act.at].stem in listed("terminators")
    return ends and any(word.stem in listed("phases") for p in cited for word in p.facts.words)


def _begins(facts: Facts, act: Act) -> bool:
    """ "Ending a deployment that began in June": that it began is denied by nobody."""
    behind = facts.words[act.at + 1 : act.at + 5]
    return any(word.stem in ("begin", "start", "open") for word in behind)


def _is_a_task(facts: Facts, act: Act) -> bool:
    """ "The job of beating them": what is to be done, and nobody says that it is."""
    behind_of = act.at > 1 and facts.words[act.at - 1].low == "of"
    return behind_of and not act.status and is_ing(facts.words[act.at])


def _was_first(facts: Facts, act: Act, cited: Sequence[Passage]) -> bool:
    """ "Until he spoke there had been no account of it" where the text has his as the first."""
    if facts.forms.isdisjoint(_UNTIL) or not any("first" in passage.places for passage in cited):
        return False
    return act.negated and any(word.low in _UNTIL for word in facts.words)


@cache
def _views() -> frozenset[str]:
    return frozenset(load("reporting")["views"])


def _undenied(facts: Facts, cited: Sequence[Passage]) -> Finding | None:
    """ "He did not deny it" where the text has that he denied it, "has not described it as such" for "has
    called it so"."""
    views = _views()
    if facts.forms.isdisjoint(views | _DENYING):
        return None
    for at, word in enumerate(facts.words):
        if word.stem not in views and word.stem not in _DENYING:
            continue
        helped = any(other.low in listed("have", "do") for other in facts.words[max(0, at - 3) : at])
        kin = views if word.stem in views and helped else {word.stem} & _DENYING
        if not kin or not has_not(facts.words, at):
            continue
        for passage in cited:
            told = passage.facts.words
            there = [n for n, other in enumerate(told) if other.stem in kin]
            if there and not any(has_not(told, n) for n in there):
                place = Place(*passage.place, told[there[0]].start, told[there[0]].end, told[there[0]].text)
                params = {"given": word.text, "text": place.exact}
                return Finding("negation-added", possible=1, params=params, place=place)
    return None


def _there_is(facts: Facts, cited: Sequence[Passage]) -> Finding | None:
    """ "There have been more attacks" for "there has been no attack"."""
    mine = _THERE_IS_ONE.search(facts.text)
    if mine is None:
        return None
    for passage in cited:
        theirs = _THERE_IS_NONE.search(passage.text)
        if theirs and stem(theirs["noun"].lower()) == stem(mine["noun"].lower()):
            place = Place(*passage.place, *theirs.span(), theirs[0])
            params = {"given": mine["noun"], "text": theirs[0]}
            return Finding("negation-lost", possible=1, params=params, place=place)
    return None


def _is_turned_round(facts: Facts, act: Act, passage: Passage, other: Act) -> bool:
    """ "Has not talked with him" for "has spoken with him": nearly all other words are the paragraph's."""
    if not act.negated or act.noun or other.noun or other.negated or not act.ideas & other.ideas:
        return False
    told = telling(facts)
    known = passage.facts.every_idea
    return len(told) >= _MANY and sum(bool(ideas & known) for ideas in told) >= _NEARLY_ALL * len(told)


def _is_still_to_come(act: Act, passage: Passage, other: Act) -> bool:
    """ "There was still no government" for "trying to form a government": what is sought is not there."""
    if not act.noun or act.event or act.status:
        return False
    verbs = [one for one in passage.acts if not one.noun and other.at - _REACH <= one.at < other.at]
    return bool(verbs) and 0 <= rank(verbs[-1].status) < rank("ordered")


def _is_not_yet(facts: Facts, act: Act, other: Act) -> bool:
    """ "Was not yet decided" for "would be settled over time": what is to come has not come."""
    clause = facts.words[act.at].clause
    inside = (word for word in facts.words if word.low == "yet" and word.clause == clause)
    yet = any(not facts.text[: word.start].rstrip().endswith((",", ";")) for word in inside)  # ", yet …": but
    return yet and 0 <= rank(other.status) < rank("ordered")


def _is_put_off(facts: Facts) -> bool:
    """ "Will not open before April" for "in April at the earliest": whether the days agree is seen to
    elsewhere."""
    spans = [date for date in facts.dates if date.edtf.endswith("/..")]
    return any(date.surface.lower().startswith(("before ", "until ", "till ")) for date in spans)


def _is_done_then(facts: Facts, act: Act, passage: Passage) -> bool:
    """ "Was not opened until 9 May" for "was opened on 9 May": denied of the days before alone."""
    behind = (date for date in facts.dates if date.start > facts.words[act.at].start)
    until = (date.edtf for date in behind if date.surface.lower().startswith(("until ", "till ")))
    days = {end for edtf in until if is_edtf(edtf) for end in bounds(edtf) if end}
    told = [bounds(date.edtf) for date in passage.facts.dates if is_edtf(date.edtf)] if days else []
    return any(first is not None and not days.isdisjoint((first, last)) for first, last in told)


@once
def _turns_down(facts: Facts) -> list[Word]:
    """The verbs of "ballots were refused", where nothing else denies; "refused to go" denies the going."""
    denying = [word for word in facts.words if negates(word)]
    alone = all(word.stem in _DENYING and not facts.text.startswith(" to ", word.end) for word in denying)
    return denying if alone else []


def _verb_denied(facts: Facts, mine: Sequence[Act], cited: Sequence[Passage]) -> Finding | None:
    """ "Named them" where the text has only "did not name them", whatever the verb means else."""
    if not any(_named_in(facts, verb) for passage in cited for _, verb in denied_verbs(passage.facts)):
        return None
    own = {word.stem: word for word in facts.words if not is_quoted(facts, word.start)}
    denied = {facts.words[act.at].stem for act in mine if act.negated}  # "to keep it from rising again"
    told = own.keys() - denied - {verb.stem for _, verb in denied_verbs(facts)}
    for passage in cited:
        for word, verb in denied_verbs(passage.facts):
            turned = verb.low == "back" and "return" in told  # "will return" for "will not be back"
            stem_there = "return" if turned else verb.stem
            if stem_there not in told or (word.low == "neither" and not is_past(own[stem_there])):
                continue  # "neither has counted them" denies no count
            if sum(tells_of(verb, each.facts) for each in cited) == 1:
                place = Place(*passage.place, word.start, verb.end, passage.text[word.start : verb.end])
                given = own[stem_there].text
                return Finding(
                    "negation-lost", possible=1, params={"given": given, "text": place.exact}, place=place
                )
    return None


def _named_in(facts: Facts, verb: Word) -> bool:
    """Tell whether a text may name a verb: "will return" for "will not be back"."""
    return verb.stem in facts.forms or (verb.low == "back" and "return" in facts.forms)


def _is_left_undone(mine: Act, passage: Passage, act: Act) -> bool:
    """ "Would block it" for "they have the time to block it. He would not do so": what may be told is that
    they can."""
    if _DONE.isdisjoint(passage.forms):
        return False
    start = passage.facts.words[act.at].start
    following = next((span for span in passage.sentences if span[0] > start), None)
    if following is None or not leaves_undone(passage.facts.words, following):
        return False
    return rank(mine.status) > rank("possible")


def _lost(facts: Facts, act: Act, passage: Passage, other: Act) -> list[Finding]:
    """What only "put off" or "prevent" takes back is told as having happened: that is surer, too."""
    found = [_flip("negation-lost", facts, act, passage, other)]
    words, clause = passage.facts.words, passage.facts.words[other.at].clause
    if act.status == "done" and not any(negates(word) for word in words if word.clause == clause):
        params = {"given": facts.words[act.at].text, "status": "done", "text_status": "put off"}
        found.append(Finding("certainty-raised", possible=1, params=params))
    return found


def _added(facts: Facts, passages: Sequence[Passage]) -> str:
    """A refusal where the text has only a talk makes a denial of what is not told; else a "not" is added."""
    refused = any(word.stem in listed("refusals") for word in facts.words)
    talks = load("certainty")["ladders"]["talk"]
    talked = any(word.stem in talks for passage in passages for word in passage.facts.words)
    return "absence-as-denial" if refused and talked else "negation-added"


def _silent(facts: Facts, theirs: Sequence[tuple[Passage, Act]]) -> Finding | None:
    """ "has not said whether" told as "has said whether"."""
    asked = next((a for a, b in pairwise(facts.words) if b.low in _ASKED and a.stem in SAYING), None)
    if asked is None or denies_plainly(facts):
        return None
    for passage in {passage.place: passage for passage, _ in theirs}.values():
        words = passage.facts.words
        for at, word in enumerate(words[:-1]):
            if (
                word.stem in SAYING
                and words[at + 1].low in _ASKED
                and any(map(negates, words[max(0, at - 3) : at]))
            ):
                place = Place(*passage.place, word.start, word.end, word.text)
                return Finding("negation-lost", possible=1, params={"given": asked.text}, place=place)
    return None


@cache
def _loose() -> frozenset[str]:
    return frozenset(f"/{name}" for name in load("certainty")["loose_groups"])


def _alike(one: Act, other: Act) -> bool:
    """A shared idea that is no loose one, or the same word or kin."""
    if not one.ideas.isdisjoint(other.ideas):
        shared = one.ideas & other.ideas
        if not shared <= _loose() or _kin(one, other):
            return True
    return _LASTING - one.ideas <= other.ideas and not (other.noun or one.noun)


def _kin(one: Act, other: Act) -> bool:
    return not one.plain.isdisjoint(other.ideas)


def _is_same_verb(facts: Facts, act: Act, passage: Passage, other: Act) -> bool:
    """ "Find out" is another verb than "find"."""
    if "out" not in facts.forms and "out" not in passage.forms:
        return True
    if facts.words[act.at].stem != passage.facts.words[other.at].stem:
        return True
    return _is_before_out(facts, act) == _is_before_out(passage.facts, other)


def _is_before_out(facts: Facts, act: Act) -> bool:
    return any(word.low == "out" for word in facts.words[act.at + 1 : act.at + 2])


def _says_opposite(facts: Facts, act: Act, passage: Passage) -> bool:
    """ "Has not been found" where the paragraph has "is missing"."""
    told = load("certainty")["negated_by"].get(facts.words[act.at].stem, ())
    return not passage.forms.isdisjoint(told)


def _is_halted(passage: Passage, act: Act) -> bool:
    """ "A halt to the fighting" where the text has a truce; "no clashes" is another thing."""
    return bool(act.ideas & _FIGHTING and any(_TRUCE in ideas for ideas in passage.facts.ideas))


def _flip(key: str, facts: Facts, act: Act, passage: Passage, other: Act) -> Finding:
    word, theirs = facts.words[act.at], passage.facts.words[other.at]
    params = {"given": word.text, "text": theirs.text}
    place = Place(*passage.place, theirs.start, theirs.end, theirs.text)
    return Finding(key, possible=1, params=params, place=place)
