"""Words of quantity without a numeral: "all", "the bulk of". A part of the source may not become the
whole."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from dateline.brief.amounts.figures import Pair
from dateline.brief.amounts.hedging import shares_numeral
from dateline.brief.amounts.told_of import names_people, wholes_of_parts
from dateline.brief.ground.facts import Facts, ideas_within
from dateline.brief.ground.names import VERBS
from dateline.brief.ground.negation import negates
from dateline.brief.ground.passages import Ground, Passage
from dateline.brief.language.once import once
from dateline.brief.language.verbs import is_ing, is_past
from dateline.brief.language.wording import Word, has_phrase, ideas, is_light, phrases_in, stem
from dateline.brief.people.saying import sentences_of
from dateline.findings import Finding, Place
from dateline.lexicon import load
from dateline.quantities import Quantity

_OF_THEM = re.compile(r"\s+(?:one\s+)?of\s+(?:them|these|it)\b")  # whoever or whatever was told of before
_ONE_OF_MANY = re.compile(r"\s+(?:single\s+)?one\b(?!\s+of\b)")  # "every single one was lost"
_OF_THE = re.compile(r"\s+(?:of\s+)?(?:the|these|those|its|their|his|her)\b")
_FOR_ALL = re.compile(
    r"\b[Ff]or all (?:his|her|its|their|(?:the )?[\w ]{1,30}[’']s?) |For all (?:the|this|that) [^,;]{3,120},"
)
_ALL_OF_THEM = re.compile(r"all of them\b", re.IGNORECASE)
_OF_SO_MANY = re.compile(
    r"(?:all|each|every one)\s+(?:of\s+)?(?:the\s+|these\s+|those\s+)?(?=[\da-z])", re.IGNORECASE
)
_SOME_OF_THEM = re.compile(
    r"\b(?:of (?:them|whom|which|these|those)|(?:most|some|half|many|few) of|the (?:others?|rest)|all but"
    r"|except|apart from|mostly|mainly|largely)\b",
    re.IGNORECASE,
)
_OUT_OF = re.compile(r"(?:^|[,;:.]\s)(?:out\s+)?of(?:\s+the)?$", re.IGNORECASE)
_IN_FULL = ("full", "total", "overall", "altogether", "in all", "complete", "entire", "whole")
_MANY = 100  # so large a number without a unit may be one of money
_BEFORE_PEOPLE = ("of", "the", "these", "and", "every")
_WHERE = frozenset(("across", "in", "over", "throughout", "within", "inside"))
_PEOPLE = frozenset(("/resident", "/troop", "/fighter", "/refugee", "/worker", "people", "peopl"))
_STANDS = frozenset(("stand", "stands", "stood", "is", "are", "was", "were", "lie", "lies"))  # "stands empty"
_MODALS = frozenset(("would", "will", "could", "can", "should", "must", "may", "might", "shall"))
_AUXILIARIES = VERBS - {"who", "that", "which", "whom"}


@dataclass(frozen=True, slots=True)
class Whole:
    """An "all" of a text: the noun behind it as ideas ("everyone" has none), its population, and the ideas
    of the words that narrow it ("leaving Syria"); `which` are those that a sentence must all repeat;
    `apiece` tells of what each of them gets or costs."""

    start: int
    noun: frozenset[str]
    population: str
    limits: frozenset[str] = frozenset()
    which: tuple[frozenset[str], ...] = ()
    apiece: bool = False


@once
def wholes(facts: Facts, ground: Ground) -> list[Whole]:
    """Return every "all …" of a text with what it takes in.

    >>> from dateline import open_case
    >>> from dateline.brief.ground.facts import facts_of
    >>> from dateline.brief.ground.passages import ground_of
    >>> ground = ground_of(open_case("syria-withdrawal"))
    >>> facts = facts_of("All US troops leaving Syria moved.", ground.names, "2019")
    >>> [w.population for w in wholes(facts, ground)]
    ['us-troops-leaving-syria']
    """
    found: list[Whole] = []
    if facts.forms.isdisjoint(_lists("leads")) and facts.forms.isdisjoint(_lists("everybody")):
        return found
    all_words = list(facts.words)
    idioms = [match.span() for match in phrases_in(facts.text, load("light")["discourse"])]
    for at, word in enumerate(all_words):
        if word.low not in _lists("leads") and word.low not in _lists("everybody"):
            continue
        before = all_words[at - 1].low if at and not _is_each_in(facts, at) else ""
        if any(start <= word.start < end for start, end in idioms) or _sets_some_apart(facts, at):
            continue
        if _FOR_ALL.match(facts.text, max(0, word.start - len("for "))):
            continue  # "for all the governor's talk": in spite of it
        if _sums_up(facts, at) or _is_no_more(facts, at):
            continue
        if _is_of_a_share(facts, at):
            continue
        if (
            word.low in _lists("everybody")
            and before not in _lists("not_whole_after")
            and not _any_denied(facts, at)
        ):
            found.append(Whole(word.start, frozenset(), "", _limits(facts, at)))
        if word.low in _lists("leads") and before not in _lists("not_quite") and _is_pronoun(facts, at):
            found.append(_of_those_told_of(facts, word))
            continue
        behind = all_words[at + 1].low if at + 1 < len(all_words) else ""
        if word.low in _lists("leads") and (behind == "those" or _takes_in_people(facts, at)):
            found.append(Whole(word.start, frozenset(), "", _limits(facts, at)))  # "all those who leave"
            continue
        if (them := _each_of_them(facts, at)) is not None:
            found.append(them)
            continue
        if word.low == "each" and _is_for_each(facts, at):
            found.append(_for_each(facts, at))
            continue
        if (
            word.low not in _lists("leads")
            or before in _lists("not_whole_after")
            or behind in _lists("times") | _lists("kinds")
        ):
            continue
        noun = next((i for i in _behind(facts, at) if _noun(facts, i)), None)
        if noun is not None and all_words[noun].stem in _lists("manner"):
            continue  # "with all possible speed"
        if noun is not None and all_words[noun].clause == word.clause:
            population = ground.names.named(all_words, word.start, word.end)
            ideas = frozenset() if _is_going(facts, noun) else facts.ideas[noun]
            found.append(Whole(word.start, ideas, population, _limits(facts, at)))
    return found


def _sets_some_apart(facts: Facts, at: int) -> bool:
    """ "All the children but two" are not all of them."""
    behind = facts.words[at + 1 : at + 7]
    counted = {c.figure.start for c in facts.figures}
    near = pairwise(behind)
    return any(a.low in ("but", "except", "bar", "save") and b.start in counted for a, b in near)


def _sums_up(facts: Facts, at: int) -> bool:
    """ "Samlo, Drosk and the mission all speak of it": those who are named, and nobody else."""
    named = any(mention.end + 1 == facts.words[at].start for mention in facts.names)
    return named and any(word.low == "and" for word in facts.words[max(0, at - 5) : at])


def _is_of_a_share(facts: Facts, at: int) -> bool:
    """ "A third of the whole list", "out of the whole list": of what it is a share, and no whole of which
    something is told."""
    word = facts.words[at]
    ahead = facts.text[: word.start].rstrip()
    if _OUT_OF.search(ahead):
        return True  # but not "taken out of all the outposts"
    shares = (c.figure for c in facts.figures if c.figure.unit == "percent" and c.figure.end <= word.start)
    return word.low in ("whole", "entire") and any(ahead[f.end :].strip() == "of the" for f in shares)


def _is_each_in(facts: Facts, at: int) -> bool:
    """ "In each of the nine blocks", "in all the blocks": in every one, and no "in all"."""
    word, behind = facts.words[at], facts.words[at + 1 : at + 2]
    if (
        not at
        or facts.words[at - 1].low != "in"
        or any(c.figure.start <= word.start < c.figure.end for c in facts.figures)
    ):
        return False  # "one in every three"
    thing = any(each.low == "of" or not is_light(each) for each in behind)  # "in each report"
    return (word.low in ("each", "every") and thing) or bool(_OF_THE.match(facts.text, word.end))


def _behind(facts: Facts, at: int) -> list[int]:
    """The words behind an "all", a figure between them passed over: "all of the 40 to 50 houses"."""
    behind = range(at + 1, min(at + 9, len(facts.words)))
    counted = [(c.figure.start, c.figure.end) for c in facts.figures]
    return [i for i in behind if not any(a <= facts.words[i].start < b for a, b in counted)][:5]


def _is_no_more(facts: Facts, at: int) -> bool:
    """ "Under 2%: that was all it held": no more than what was told before."""
    ahead = [word.low for word in facts.words[max(0, at - 2) : at]]
    return len(ahead) == 2 and ahead[0] in ("that", "this", "it", "which") and ahead[1] in ("is", "was")


def _is_going(facts: Facts, at: int) -> bool:
    """ "All leaving the town": a participle that stands for whoever does so."""
    return is_ing(facts.words[at]) and bool(facts.ideas[at] & _MOVES)


def _takes_in_people(facts: Facts, at: int) -> bool:
    """ "All the people who went back", "all people leaving", "each and every person leaving": whoever did."""
    behind = [word.low for word in facts.words[at + 1 : at + 5] if word.low not in _BEFORE_PEOPLE]
    if facts.words[at].low == "every" and behind[:1] == ["person"]:
        return True
    people = behind[:1] in (["people"], ["person"])
    return people and any(low == "who" or low.endswith("ing") for low in behind[1:2])


def _is_for_each(facts: Facts, at: int) -> bool:
    """ "Residents will be given 150 crowns each", but not "two million each month"."""
    behind = facts.words[at + 1 : at + 2]
    of_noun = bool(behind) and (behind[0].low in _lists("times") or not is_light(behind[0]))
    return not of_noun and any(c.figure.end == facts.words[at].start - 1 for c in facts.figures)


def _for_each(facts: Facts, at: int) -> Whole:
    """All of those who get so much each: "residents", and which of them, "who wish to return"."""
    begins = next(start for start, end in sentences_of(facts.text) if facts.words[at].start < end)
    ahead = [i for i in range(at) if begins <= facts.words[i].start]
    told = [facts.ideas[i] for i in ahead if not is_light(facts.words[i])]
    who = next((i for i in ahead if facts.words[i].low in ("who", "that", "which")), at)
    helped = next((i for i in ahead if i > who + 1 and facts.words[i].low in _AUXILIARIES - {"to"}), who)
    which = tuple(facts.ideas[i] for i in range(who + 1, helped) if facts.ideas[i])
    return Whole(facts.words[at].start, frozenset().union(*told), "", which=which, apiece=True)


def _is_pronoun(facts: Facts, at: int) -> bool:
    """ "All of them", and "all would be sent there": whoever was told of before."""
    word, behind = facts.words[at], facts.words[at + 1 : at + 2]
    if _ONE_OF_MANY.match(facts.text, word.end):
        return True
    helped = at > 0 and word.low == "all" and bool(behind) and behind[0].low in _AUXILIARIES - {"that", "who"}
    return bool(_OF_THEM.match(facts.text, word.end)) or helped or _floats(facts, at)


def _of_those_told_of(facts: Facts, word: Word) -> Whole:
    """ "Three people died, all of them miners": those just told of, by their fate."""
    start, end = next(span for span in sentences_of(facts.text) if word.start < span[1])
    ahead = [at for at, other in enumerate(facts.words) if start <= other.start < word.start]
    told = {facts.words[at].low for at in ahead}
    fates = [meant for forms, meant in _fates() if not told.isdisjoint(forms)]
    moves = ideas_within(facts, (start, end)) if fates else facts.every_idea
    if not fates:
        return Whole(word.start, frozenset(), "", moves & _MOVES)
    who = [facts.ideas[at] for at in ahead if names_people(facts.words[at])]
    return Whole(word.start, frozenset().union(*who), "", moves & _MOVES, (frozenset().union(*fates),))


@cache
def _fates() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """The words for each fate of people, and all their ideas."""
    return tuple(
        (frozenset(forms), frozenset().union(*(ideas(stem(form)) for form in forms)))
        for forms in load("nouns")["fates"].values()
    )


def _floats(facts: Facts, at: int) -> bool:
    """ "They would all go": those who go."""
    word, behind = facts.words[at], facts.words[at + 1 : at + 2]
    if word.low not in ("all", "each") or not at or not behind:
        return False
    before = facts.words[at - 1].low
    return before in (*_MODALS, "they", "we", "these", "those", "now", "since") or (
        before in _AUXILIARIES - {"to"} and is_past(behind[0])
    )


def _each_of_them(facts: Facts, at: int) -> Whole | None:
    """ "Some 2,200 fighters have registered. Each is promised a place": all of those counted just before."""
    word, behind = facts.words[at], facts.words[at + 1 : at + 2]
    if word.low != "each" or not behind or behind[0].low not in _AUXILIARIES:
        return None
    spans = sentences_of(facts.text)
    number = next((n for n, (a, _) in enumerate(spans) if a == word.start), 0)
    if not number:
        return None
    before = [c.figure for c in facts.figures if spans[number - 1][0] <= c.figure.start < word.start]
    counted = next((figure for figure in before if figure.counted and not figure.unit), None)
    if counted is None:
        return None
    told = [i for i, w in enumerate(facts.words) if counted.end <= w.start and not is_light(w)]
    told = [i for i in told if facts.words[i].start < spans[number - 1][1]]
    noun = frozenset().union(*(facts.ideas[i] for i in told[:2]))
    return Whole(word.start, noun, "", which=tuple(facts.ideas[i] for i in told[1:2]))


def _any_denied(facts: Facts, at: int) -> bool:
    """ "Have not chosen anyone", "if anyone knew": "anyone" is nobody, or somebody."""
    ahead = facts.words[max(0, at - 6) : at]
    supposed = ("if", "unless")
    return facts.words[at].low.startswith("any") and any(w.low in supposed or negates(w) for w in ahead)


@cache
def _lists(name: str) -> frozenset[str]:
    return frozenset(load("wholes")[name])


def _limits(facts: Facts, lead: int) -> frozenset[str]:
    """The ideas of going and staying in a noun phrase: "leaving", "departing", "who are to stay"."""
    found: set[str] = set()
    relative = False
    for word, meant in zip(facts.words[lead + 1 : lead + 13], facts.ideas[lead + 1 : lead + 13], strict=True):
        if word.low in ("who", "that", "which", "whom"):
            relative = True
        elif not relative and (word.low in _AUXILIARIES or _is_finite(word, meant)):
            break
        found |= meant & _MOVES
    return frozenset(found)


_MOVES = frozenset(("/leave", "/stay"))
_EACH_OF_THEM = re.compile(r"\b(?:both|all)(?: \w+)? of (?:them|whom)\b", re.IGNORECASE)


def _is_finite(word: Word, ideas: frozenset[str]) -> bool:
    ends = ("ing", "still", "wn", "en", "ure", "al", "ion")  # "withdrawn", "driven", "departure": no past
    bound = is_light(word) or word.low.endswith(ends)
    return bool(ideas & (_MOVES | {"/move"})) and not bound


def _noun(facts: Facts, at: int) -> bool:
    word = facts.words[at]
    return not is_light(word) and not word.is_name


def judge(facts: Facts, cited: Sequence[Passage], ground: Ground) -> list[Finding]:
    """A sentence that says "all" needs an "all" of the same people in a cited paragraph."""
    quoted = facts.quotations
    for mine in wholes(facts, ground):
        if any(a <= mine.start < b for a, b in quoted):
            continue
        theirs = [(passage, whole) for passage in cited for whole in wholes(passage.facts, ground)]
        if _are_those(mine, facts, cited):
            continue
        kept = [
            w
            for p, w in theirs
            if all(ideas & facts.every_idea for ideas in w.which)
            and (mine.noun or mine.apiece or not w.apiece)
            and not _is_of_others(mine, facts, w)
            and not _is_told_elsewhere(mine, facts, w, p)
        ]
        if any(_same(mine, whole) for whole in kept) or _is_emptied(cited) or _is_summed(mine, facts, cited):
            continue
        if _are_so_many(mine, facts, cited):
            continue
        params = {"given": facts.text[mine.start : mine.start + 40].split(",")[0]}
        narrower = next((p for p, whole in theirs if _is_wider(mine, whole, ground)), None)
        narrower = narrower or next((p for p in cited if _has_part(mine, p)), None)
        if narrower is not None:
            return [Finding("scope-widened", possible=1, params=params, place=Place(*narrower.place))]
        return [Finding("wording-unknown", "review", params={"words": params["given"], **params})]
    return []


def _is_told_elsewhere(mine: Whole, facts: Facts, theirs: Whole, passage: Passage) -> bool:
    """ "Bills across its whole region rose by 9%", where the text tells of the whole region only in another
    sentence than of the 9%."""
    ahead = [word.low for word in facts.words if word.start < mine.start][-4:]
    if not theirs.noun or not _WHERE.intersection(ahead):
        return False
    start, end = next(span for span in passage.sentences if theirs.start < span[1])
    ends = [sorted((mine.start, c.figure.start)) for c in facts.figures]
    near = [not re.search(r"[,;:]\s", facts.text[a:b]) for a, b in ends]
    own = [c.figure for c, close in zip(facts.figures, near, strict=True) if close and not c.figure.vague]
    told = [c.figure for c in passage.facts.figures]
    here = [figure for figure in told if start <= figure.start < end]
    return any(_is_among(figure, told) for figure in own) and not any(_is_among(f, here) for f in own)


def _is_of_others(mine: Whole, facts: Facts, theirs: Whole) -> bool:
    """ "The homes now all stand", where only "every one of those votes" is told of."""
    lead = facts.behind(mine.start, 1)[0].low
    free = not mine.noun and lead in _lists("leads") and not theirs.population
    return free and bool(theirs.noun) and theirs.noun.isdisjoint(facts.every_idea | _PEOPLE)


def _are_so_many(mine: Whole, facts: Facts, cited: Sequence[Passage]) -> bool:
    """ "150 residents stay, all of them in the upper part", "each of the nine blocks": so many as the text
    counts, of whom it sets none apart."""
    if _ALL_OF_THEM.match(facts.text, mine.start):
        ahead = [c.figure for c in facts.figures if c.figure.end <= mine.start and c.figure.counted]
    elif lead := _OF_SO_MANY.match(facts.text, mine.start):
        ahead = [c.figure for c in facts.figures if c.figure.start <= lead.end() < c.figure.end]
    else:
        return False
    parted = [c.figure for p in cited for c in wholes_of_parts(p.facts)]
    told = [(p, c.figure) for p in cited for c in p.facts.figures if not _is_among(c.figure, parted)]
    texts = [p.text for p, figure in told if ahead and _is_among(ahead[-1], [figure])]
    return bool(texts) and not any(map(_SOME_OF_THEM.search, texts))


def _is_summed(mine: Whole, facts: Facts, cited: Sequence[Passage]) -> bool:
    """ "The entire bridge will cost 410 million" for "the full cost is 410 million"."""
    if not facts.text[mine.start :].lower().startswith(("whole ", "entire ")):
        return False
    figures = [c.figure for c in facts.figures if not c.figure.vague]
    own = [figure for figure in figures if figure.unit or (figure.lower or figure.upper or 0) >= _MANY]
    for passage in cited:
        told = [c.figure for c in passage.facts.figures]
        spans = [span for span in passage.sentences if has_phrase(passage.text[slice(*span)], _IN_FULL)]
        if any(_is_among(f, [t for t in told if a <= t.start < b]) for a, b in spans for f in own):
            return True
    return False


def _is_among(figure: Quantity, told: Sequence[Quantity]) -> bool:
    return any(figure.unit == each.unit and shares_numeral(figure, each) for each in told)


def _are_those(mine: Whole, facts: Facts, cited: Sequence[Passage]) -> bool:
    """ "Those who died were all miners" for "two died, both of them miners"."""
    ahead = [word.low for word in facts.words if word.start < mine.start]
    if "those" not in ahead or ahead[-1] not in ("are", "were"):
        return False
    return any(_EACH_OF_THEM.search(p.text) and mine.noun <= p.facts.every_idea for p in cited)


def _same(mine: Whole, theirs: Whole) -> bool:
    if theirs.limits - mine.limits:
        return False
    if mine.population and theirs.population and mine.population != theirs.population:
        return bool(mine.limits and mine.noun & theirs.noun)  # "all residents who leave" are the leavers
    return bool(mine.noun & theirs.noun) or not (mine.noun and theirs.noun)


def _is_wider(mine: Whole, theirs: Whole, ground: Ground) -> bool:
    alike = bool(mine.noun & theirs.noun) or not (mine.noun and theirs.noun)
    narrowed = alike and bool(theirs.limits - mine.limits)
    return narrowed or ground.names.is_part(theirs.population, mine.population)


def _has_part(mine: Whole, passage: Passage) -> bool:
    """Tell whether a paragraph speaks of those people, or, for "everyone", of a part of somebody."""
    if not mine.noun:
        return any(
            counted.figure.unit == "percent" or counted.population for counted in passage.facts.figures
        )
    return bool(mine.noun & passage.facts.every_idea)


def _is_emptied(cited: Sequence[Passage]) -> bool:
    """ "Empty the town" takes in everyone there."""
    return any(
        word.stem in _lists("emptying") and ahead.low not in _STANDS
        for passage in cited
        for ahead, word in pairwise(passage.facts.words)
    )


def part_lost(facts: Facts, matched: Sequence[tuple[int, Pair]]) -> list[Finding]:
    """The source speaks of the bulk of a number, the sentence of the number itself: "ordered about 1,000
    out"."""
    if any(counted.figure.unit == "percent" for counted in facts.figures) or any(
        word.low in _lists("partial") for word in facts.words
    ):
        return []
    for start, pair in matched:
        share = next(
            (
                c
                for c in pair.passage.facts.figures
                if c.figure.unit == "percent" and c.figure.vague and _before(c.figure.start, pair)
            ),
            None,
        )
        if share is None or pair.counted.figure.unit:
            continue
        mine = _acts_beside(facts, start)
        theirs = _acts_beside(pair.passage.facts, share.figure.start)
        if len({idea for idea in mine & theirs if idea in ("/order", "/leave", "/move", "/return")}) >= 2:
            given = facts.text[start : start + 40].strip(" .,;")
            params = {"given": given, "text": share.figure.surface}
            place = Place(*pair.passage.place, share.figure.start, share.figure.end, share.figure.surface)
            return [Finding("scope-widened", possible=1, params=params, place=place)]
    return []


def _before(start: int, pair: Pair) -> bool:
    return 0 < pair.counted.figure.start - start <= 60


def _acts_beside(facts: Facts, start: int) -> frozenset[str]:
    """The ideas of a figure's clause; "ordered out" is an order to leave."""
    clause = next((word.clause for word in facts.words if word.end > start), 0)
    if facts.text[:start].rstrip().endswith(":"):  # "Residents ordered to leave: about 1,200"
        clause = max(clause - 1, 0)
    beside = [i for i, word in enumerate(facts.words) if word.clause == clause]
    away = {"/leave"} if any(facts.words[i].low in _lists("away") for i in beside) else set()
    return frozenset(away).union(*(facts.ideas[i] for i in beside))
