"""Compare a sentence's figures with those of the cited paragraphs: by what they count and by their bounds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dateline.brief.amounts import motion, told_of
from dateline.brief.amounts.fates import fate, fate_of_anybody
from dateline.brief.amounts.hedging import bounds_of, in_one_unit, is_point, is_rounded, shares_numeral
from dateline.brief.amounts.scaling import rates_differ
from dateline.brief.ground.facts import Counted, Facts, nations_in
from dateline.brief.ground.names import Names, nations
from dateline.brief.ground.passages import Ground, Passage
from dateline.brief.language.once import once
from dateline.brief.language.wording import ideas, stem, words
from dateline.findings import Finding, Place
from dateline.lexicon import load
from dateline.quantities import Quantity

_PLACE = re.compile(
    r"\b(?:in|from|to|near|into|of|leaving) (?:\w+ )?[A-Z]\w+"
)  # "forces in Iraq" are not Iraqi
# People of these callings are not simply people: "400 soldiers" for "400 people".
_CALLINGS = frozenset(("/troop", "/fighter", "/refugee", "/diplomat", "/official", "/worker"))
_PROTEST = "/protest"
_STATES = frozenset(
    ("full", "complete", "finished", "done", "ready", "empty", "larger", "smaller", "higher", "lower")
)
_AVERAGE = re.compile(r"\b(?:average[sd]?|averaging|mean)\b", re.IGNORECASE)
_ROUND = re.compile(r"\s+(?:round|around|radius|zone|belt)\b", re.IGNORECASE)
_OF_THESE = re.compile(r"\s+of\s+these\b")  # those of whom the sentence itself has told
_EMPLOYS = re.compile(r"\b(?:employ|hir|recruit)(?:e[sd]?|s|ed|ing)?\b", re.IGNORECASE)
_WORK = frozenset(("/worker", "/job"))
_NEAR = 4  # words behind a figure in which stands what those do whom it counts
_LEAVERS = ("evacuee", "leaver")
_BESIDE = 24  # letters before a figure in which the verb stands that governs it
_ESTIMATE = re.compile(r"\bestimat(?:es?|ed|ing|ion)\b[^.;]*$", re.IGNORECASE)
_LIMIT = re.compile(
    r"\b(?:limit|cap|ceiling|maximum|limited|restricted|capped)\s+(?:\w+\s+){0,4}?"
    r"(?:of|at|to|from|by|is|was)\s+$",
    re.IGNORECASE,
)
# How what two figures count may stand to one another.
SAME, UNKNOWN, WIDER, NARROWER, OTHER, DOUBTFUL = "same", "unknown", "wider", "narrower", "other", "doubtful"
MOVED = "moved"  # those who are there told as those who leave

_REMAINING = re.compile(r"\s+[\w’'-]+(?:\s+[\w’'-]+)?\s+(?:remaining|left|still)\s+(?:in|at|on|there)\b")


@dataclass(frozen=True, slots=True)
class Pair:
    """A figure of the brief beside one of a paragraph: how bounds and populations stand to one another."""

    passage: Passage
    counted: Counted
    bounds: str
    group: str

    @property
    def place(self) -> Place:
        """Where the paragraph's figure stands."""
        figure = self.counted.figure
        return Place(*self.passage.place, figure.start, figure.end, figure.surface)


def pair(mine: Counted, theirs: Counted, facts: Facts, passage: Passage, ground: Ground) -> Pair | None:
    """Put two figures side by side; None when their units differ, so that nothing can be compared."""
    both = in_one_unit(mine.figure, _of_its_measure(theirs, mine.figure, passage))
    if both is None or rates_differ(mine.figure, facts.text, theirs.figure, passage.text):
        return None
    if mine.figure.vague and theirs.figure.unit == "times" != mine.figure.unit:
        return None  # "most of" is no "twice"
    bounds = bounds_of(*_averaged(*both, facts.text))
    if bounds in ("bound-as-value", "hedge-dropped") and _is_said_by_the_noun(*both, facts.text):
        bounds = "fine"
    if theirs.figure.vague and not mine.figure.vague and both[1].unit == "percent" and bounds != "fine":
        return None  # "most of" bears no number out but "more than half"
    return Pair(passage, theirs, bounds, _group(mine, theirs, facts, passage, ground))


def _of_its_measure(theirs: Counted, mine: Quantity, passage: Passage) -> Quantity:
    """ "For 40 hours, and not for the 31 that had been stated": so many hours, if a sentence says so."""
    bare = not (theirs.figure.unit or theirs.figure.counted) and mine.unit not in ("", "percent", "times")
    measured = bare and any(each.figure.unit == mine.unit for each in passage.facts.figures)
    return replace(theirs.figure, unit=mine.unit) if measured else theirs.figure


def _averaged(mine: Quantity, theirs: Quantity, text: str) -> tuple[Quantity, Quantity]:
    """ "The average attendance was 16,400": called an average elsewhere in the sentence, as in the text."""
    average = "average" in theirs.hedge and not mine.hedge and is_point(mine)
    named = average and bool(_AVERAGE.search(text))
    return (replace(mine, approximate=True, hedge=theirs.hedge), theirs) if named else (mine, theirs)


def _is_said_by_the_noun(a: Quantity, b: Quantity, text: str) -> bool:
    """ "A limit of 500" for "up to 500", "20 km round the wreck" for "within 20 kilometres of the wreck",
    "they estimate that 240 will go" for "an estimated 240"."""
    if a.hedge or not is_point(a) or a.upper != b.upper:
        return False
    if b.hedge in ("estimated", "an estimated"):
        return bool(_ESTIMATE.search(text[max(0, a.start - 60) : a.start]))
    if b.hedge == "within":
        return bool(_ROUND.match(text, a.end))
    return b.lower is None and b.upper_closed and bool(_LIMIT.search(text[max(0, a.start - 60) : a.start]))


def _group(mine: Counted, theirs: Counted, facts: Facts, passage: Passage, ground: Ground) -> str:
    if _puts_people_for_things(mine, theirs):
        return OTHER
    ours = fate(facts, mine)
    others = ours and fate(passage.facts, theirs)
    if others and ours != others:
        return OTHER  # "six died" for "six are missing"
    found = SAME if others and fate_of_anybody(facts, mine) else _counts(mine, theirs, facts, passage, ground)
    if found == OTHER and (_are_employed(mine, theirs, passage) or _are_leavers(mine, theirs, passage)):
        return SAME
    if found == OTHER and theirs.flow == "flow" and _are_on_their_way(mine, facts):
        found = _by_noun(mine, theirs, facts, passage, ground)
    if found == OTHER and _is_what_was_done(mine, theirs, passage):
        return UNKNOWN
    if found in (OTHER, WIDER, NARROWER) and (
        _is_share_of_them(mine, theirs, passage) or told_of.same_part(mine, theirs, facts, passage)
    ):
        return SAME
    if found == WIDER and theirs.flow == "flow" and motion.motion(facts, mine) == motion.GO:
        return SAME  # "to bring at least 900 residents into the barracks": those who go
    if told_of.share_turned(mine, theirs, facts, passage) or told_of.of_others(mine, theirs, facts, passage):
        return OTHER
    if told_of.elsewhere(mine, theirs, facts, passage) or told_of.of_things_beside(mine, theirs, passage):
        return OTHER
    if told_of.of_a_part(mine, theirs, passage):
        return OTHER
    if found in (SAME, UNKNOWN) and told_of.another(mine, theirs, facts, passage):
        return OTHER
    if found in (SAME, UNKNOWN) and told_of.all_of_them(mine, theirs, facts, passage):
        return WIDER
    is_share = mine.figure.vague or mine.figure.unit == "percent" or motion.share_before(facts, mine)
    if found not in (SAME, UNKNOWN) or is_share:
        return found
    ours, others = motion.motion(facts, mine), motion.motion(passage.facts, theirs)
    if ours and others and ours != others:
        still_there = theirs.flow == "stock" and _REMAINING.match(facts.text, mine.figure.end)
        return found if still_there else OTHER  # "the 1,200 remaining in the town" for those still in it
    there = motion.gets_in(passage.facts, theirs)
    present = theirs.flow == "stock" or there or motion.is_there(passage.facts, theirs)
    same_way = there and motion.gets_in(facts, mine)
    return MOVED if ours == motion.GO and not others and present and not same_way else found


def _are_employed(mine: Counted, theirs: Counted, passage: Passage) -> bool:
    """ "Up to 350 jobs" for "could employ up to 350 people"."""
    ours, others = words(mine.figure.counted)[-1:], words(theirs.figure.counted)[-1:]
    if not ours or not others or others[0].low not in load("nouns")["humans"]:
        return False
    near = passage.text[max(0, theirs.figure.start - _BESIDE) : theirs.figure.start]
    return bool(ideas(ours[0].stem, True) & _WORK) and bool(_EMPLOYS.search(near))


def _are_on_their_way(mine: Counted, facts: Facts) -> bool:
    """ "To move 700 troops into Iraq": they are none of those who are there."""
    behind = facts.text[mine.figure.end :].lstrip().removeprefix(mine.figure.counted).lstrip()
    return behind.startswith(("into ", "to ")) and bool(mine.figure.counted)


def _are_leavers(mine: Counted, theirs: Counted, passage: Passage) -> bool:
    """ "The 900 evacuees" for "the 900 residents who are leaving"."""
    ours, others = words(mine.figure.counted)[-1:], words(theirs.figure.counted)[-1:]
    if not ours or not others or ours[0].stem not in _LEAVERS or others[0].low not in load("nouns")["humans"]:
        return False
    behind = passage.facts.behind(theirs.figure.end, _NEAR)
    going = any(word.low.endswith("ing") and "/leave" in ideas(word.stem) for word in behind)
    return going or motion.motion(passage.facts, theirs) == motion.GO


def _is_what_was_done(mine: Counted, theirs: Counted, passage: Passage) -> bool:
    """ "16 boardings" for "boarded 16 trawlers": what is counted is how often that was done."""
    noun = words(mine.figure.counted)[-1:]
    if not noun or not noun[0].low.endswith("ings"):
        return False
    start, end = next(span for span in passage.sentences if theirs.figure.start < span[1])
    told = {
        word.stem for word in passage.facts.words if start <= word.start < end and word.low.endswith("ed")
    }
    return stem(noun[0].low[:-1]) in told


def _is_share_of_them(mine: Counted, theirs: Counted, passage: Passage) -> bool:
    """ "Half of the 900 boats are trawlers" for "900 boats lie off the seven ports, and half of them are …":
    "them" may be any of those that the sentence has counted so far."""
    if mine.noun is None or not told_of.is_of_them(theirs, passage):
        return False
    start = next(a for a, b in passage.sentences if theirs.figure.start < b)
    ahead = (c for c in passage.facts.figures if start <= c.figure.start < theirs.figure.start and c.noun)
    return any(ideas(mine.noun.stem) & ideas(each.noun.stem) for each in ahead)


def _counts(mine: Counted, theirs: Counted, facts: Facts, passage: Passage, ground: Ground) -> str:
    one, other = mine.population, theirs.population
    if one and other and not theirs.flow and _is_only_one(mine, theirs, passage):
        return SAME
    if one != other and not theirs.flow and _is_rounded_there(mine, theirs):
        return UNKNOWN  # "more than 600 ships" for 612 of them
    if one and other:
        if one == other or other in mine.plausible or one in theirs.plausible:
            return _same_people(mine.figure, theirs.figure, ground, other)
        whole = mine.figure.vague or motion.share_before(facts, mine)
        if whole and ground.names.root(one) == ground.names.root(other):
            return SAME  # "the bulk of" is a share: the words behind it may name the part or the whole
        if mine.inherited or (theirs.inherited and not theirs.flow):
            return UNKNOWN  # it has no noun of its own: whom it counts is only guessed
        if ground.names.is_part(other, one) and _is_floor(mine, theirs):
            return SAME
        if not mine.figure.counted and any(c.figure.vague for c in facts.figures):
            return (
                UNKNOWN  # "most of the troops, of whom there were about 1,000": the verb tells of the share
            )
        if ground.names.is_part(other, one):
            return WIDER
        return NARROWER if ground.names.is_part(one, other) else OTHER
    return _by_noun(mine, theirs, facts, passage, ground)


def _is_rounded_there(mine: Counted, theirs: Counted) -> bool:
    """Tell whether two figures have one noun, and the one is the number of the other rounded."""
    alike = mine.noun and theirs.noun and mine.noun.stem == theirs.noun.stem
    rounded = alike and is_rounded(mine.figure, theirs.figure)
    return bool(rounded) and not shares_numeral(mine.figure, theirs.figure)


def _is_only_one(mine: Counted, theirs: Counted, passage: Passage) -> bool:
    """Tell whether two figures have one numeral and one noun, which a paragraph gives no other figure."""
    a, b = mine.figure, theirs.figure
    whole = [c.figure for c in passage.facts.figures if c.figure.unit != "percent"]
    nouns = [words(figure.counted)[-1:] for figure in whole]
    stems = [noun[0].stem for noun in nouns if noun]
    noun = words(a.counted)[-1:]
    alone = bool(noun) and stems.count(noun[0].stem) == 1 and noun[0].stem == words(b.counted or "x")[-1].stem
    return alone and shares_numeral(a, b) and not nations(words(a.counted)) - nations_in(passage.facts)


def _is_floor(mine: Counted, theirs: Counted) -> bool:
    """ "At least 200 were there" follows from 200 to 300 of them who are to stay there."""
    floor = mine.figure.upper is None and mine.figure.lower_closed
    return floor and not is_point(theirs.figure) and theirs.flow == "stock"


def _same_people(a: Quantity, b: Quantity, ground: Ground, population: str) -> str:
    """The case calls both the same; a nation before the noun that the population lacks gives a swap away."""
    said = nations(words(a.counted))
    allowed = nations(words(b.counted)) | _nations_of(ground.names, population) if said else said
    return OTHER if said - allowed else SAME


@once
def _nations_of(names: Names, population: str) -> set[str]:
    """The nations by which the case calls a population, the names of places left out."""
    entry = names.populations[population]
    return nations(words(_PLACE.sub(" ", " . ".join([entry.label, *entry.aliases]))))


def _is_the_place(mine: Counted, theirs: Counted, passage: Passage, ground: Ground) -> bool:
    """ "Two fifths of Brennick" for "of the city", where the story is set in Brennick."""
    named, kind = (mine, theirs) if mine.figure.counted.istitle() else (theirs, mine)
    name, low = named.figure.counted, kind.figure.counted.lower()
    if not name.istitle() or low not in load("places")["kinds"] or low not in passage.forms:
        return False
    set_in = [ground.case.title, *(source.dateline_place for source in ground.case.sources.values())]
    return any(name in re.split(r"[\s,:;’']+", text) for text in set_in)


def _by_noun(mine: Counted, theirs: Counted, facts: Facts, passage: Passage, ground: Ground) -> str:
    """Compare what is counted by its nouns where the case names no population for both."""
    ours, others = words(mine.figure.counted), words(theirs.figure.counted)
    ours = [] if ours and ours[-1].low in _STATES else ours
    others = [] if theirs.figure.counted.endswith(("'s", "’s")) else others  # "most of October's"
    if not ours:
        one_measure = not others or mine.figure.unit == theirs.figure.unit not in ("", "percent")
        nameless = one_measure and bounds_of(mine.figure, theirs.figure) == "weaker"
        # "put the number at more than 100" for "at 120"
        return UNKNOWN if nameless else _open_group(mine, theirs)
    if nations(ours) - (nations(others) or nations_in(passage.facts)):
        return OTHER
    wanted = frozenset().union(*(ideas(word.stem, True) for word in others)) if others else frozenset()
    if any(ideas(word.stem, True) & wanted for word in ours) or _is_the_place(mine, theirs, passage, ground):
        return SAME
    if mine.figure.unit == "percent" and others:
        # "of the volume that it holds" for "of the water"
        these = mine.figure.vague == theirs.figure.vague and _OF_THESE.match(facts.text, mine.figure.end)
        kept = these or ours[-1].low in load("nouns")["measures"]
        return UNKNOWN if kept and shares_numeral(mine.figure, theirs.figure) else OTHER
    if mine.figure.unit == "percent" and bounds_of(mine.figure, theirs.figure) in ("fine", "weaker"):
        return UNKNOWN  # "more than half of those asked" for a bare "58%"
    of_things = bool(others) and others[-1].low in load("nouns")["no_humans"]
    there = _ideas_but_names(passage.facts) if of_things else passage.facts.every_idea
    if not others or ideas(ours[-1].stem) & there:
        return _open_group(mine, theirs)
    anybody = load("nouns")["anybody"]
    if _PROTEST in ideas(ours[-1].stem) & passage.known and others[-1].stem in anybody:
        return UNKNOWN  # "several hundred demonstrators" for so many people who marched
    if ours[-1].low in ("people", "persons") and others[-1].low.endswith(told_of.HUMAN):
        return UNKNOWN  # "5,000 people" for "5,000 passengers"
    told = ideas(ours[-1].stem, True) & passage.known  # "policemen" where the police count
    of_people = (  # "spectators"
        ours[-1].low.endswith(told_of.HUMAN)
        and not (mine.population or told or ideas(ours[-1].stem) & _CALLINGS)
        and others[-1].stem in anybody
    )
    return DOUBTFUL if ours[-1].stem in anybody or of_people else OTHER


def _open_group(mine: Counted, theirs: Counted) -> str:
    """Whether two figures may count the same where no noun tells: by their measure or their numerals."""
    of_one_measure = mine.figure.vague and mine.figure.unit == theirs.figure.unit not in ("", "percent")
    close = shares_numeral(mine.figure, theirs.figure) or is_rounded(mine.figure, theirs.figure)
    return UNKNOWN if of_one_measure or close else OTHER


@once
def _ideas_but_names(facts: Facts) -> frozenset[str]:
    """The ideas of the words of a text that stand in no name: "the Displaced Tenants' Union" tells of no
    tenants."""
    told = zip(facts.words, facts.ideas, strict=True)
    return frozenset().union(*(ideas for word, ideas in told if not word.is_name))


_ORDER = {SAME: 0, UNKNOWN: 1, DOUBTFUL: 2, WIDER: 3, NARROWER: 3, MOVED: 3, OTHER: 4}


def judge(mine: Counted, pairs: Sequence[Pair], facts: Facts) -> tuple[list[Finding], Pair | None]:
    """Judge one figure of the brief by its pairs in the cited paragraphs.

    Returns the findings, none when it is borne out, and the pair they rest on; None means that the
    cited paragraphs hold nothing like it.
    """
    best = _nearest(mine, pairs)
    if best is None or best.bounds == "other figure":
        return [], None
    params = {
        "given": _written(mine.figure),
        "text": _written(best.counted.figure),
        "hedge": best.counted.figure.hedge,
        "counted": best.counted.figure.counted,
        "numeral": mine.figure.surface,
        "words": mine.figure.surface,
    }

    def finding(key: str, verdict: str) -> Finding:
        return Finding(key, verdict, possible=0 if verdict != "wrong" else 1, params=params, place=best.place)

    if best.group in (WIDER, NARROWER, MOVED, OTHER) and not _is_hedge_alone(mine, best):
        return [finding(_group_key(mine, best), "wrong")], best
    found = []
    if best.bounds not in ("fine", "weaker"):
        found.append(finding(best.bounds, "wrong"))
    elif best.bounds == "weaker":
        found.append(finding("weaker-than-source", "note"))
    if best.group == DOUBTFUL:
        found.append(finding("wording-unknown", "review"))
    return found, best


def _is_hedge_alone(mine: Counted, pair: Pair) -> bool:
    """Tell a number whose hedge was changed, its noun kept, from one put to other people."""
    ours, others = words(mine.figure.counted)[-1:], words(pair.counted.figure.counted)[-1:]
    kept = bool(ours and others) and bool(ideas(ours[0].stem) & ideas(others[0].stem))
    faulty = pair.bounds not in ("fine", "weaker") and shares_numeral(mine.figure, pair.counted.figure)
    return (
        faulty
        and kept
        and not nations(words(mine.figure.counted)) - nations(words(pair.counted.figure.counted))
    )


def _nearest(mine: Counted, pairs: Sequence[Pair]) -> Pair | None:
    """The pair that a figure rests on or is held against.

    Where the same people have another number and others the same one, the people were exchanged.
    """
    best = min(pairs, key=_closeness, default=None)
    if best is not None and best.bounds == "weaker":
        if not shares_numeral(mine.figure, best.counted.figure):
            swapped = [each for each in pairs if _is_exchanged(mine, each)]
            if swapped and not any(each.bounds == "fine" and each.group in (SAME, UNKNOWN) for each in pairs):
                return swapped[0]
        alike = (SAME, UNKNOWN) if best.group in (SAME, UNKNOWN) else (best.group,)
        return next((each for each in pairs if _is_turned(mine, each) and each.group in alike), best)
    if best is None or best.bounds in ("fine", "weaker") or shares_numeral(mine.figure, best.counted.figure):
        return best
    exact = [each for each in pairs if shares_numeral(mine.figure, each.counted.figure)]
    return min(exact, key=_closeness, default=best)


def _is_exchanged(mine: Counted, pair: Pair) -> bool:
    """ "At least 35 people" where at least 35 families left, whatever higher number of people there is."""
    exact = pair.bounds == "fine" and shares_numeral(mine.figure, pair.counted.figure)
    return exact and pair.group == OTHER


def _is_turned(mine: Counted, pair: Pair) -> bool:
    """ "Fewer than 1,400" where the union has more than 1,400, whatever lower number others give."""
    return pair.bounds == "hedge-reversed" and shares_numeral(mine.figure, pair.counted.figure)


def _closeness(pair: Pair) -> tuple[int, int]:
    hedges = {"fine": 0, "weaker": 1, "other figure": 9}
    strength = hedges.get(pair.bounds, 3)
    return (
        (9, 9)
        if strength == 9
        else (0 if strength < 2 and pair.group in (SAME, UNKNOWN) else 1, 10 * _ORDER[pair.group] + strength)
    )


def _group_key(mine: Counted, pair: Pair) -> str:
    """Part for whole is a wider scope; where the key calls one a flow, stock and flow are confused."""
    if not shares_numeral(mine.figure, pair.counted.figure) and not mine.figure.vague:
        # neither the number nor what it counts is the paragraph's, unless it is one number of a range there
        return pair.bounds if pair.bounds == "band-as-point" else "unsupported"
    if pair.group == MOVED:
        return "stock-for-flow"
    if pair.group == OTHER:
        of_things = mine.figure.unit == "percent" and not told_of.counts_people(mine)
        return "wrong-base" if of_things else "population-swapped"
    if pair.group == WIDER:
        return "stock-for-flow" if pair.counted.flow == "flow" else "scope-widened"
    return "stock-for-flow" if pair.counted.flow == "stock" and _moves(mine) else "population-swapped"


def _puts_people_for_things(mine: Counted, theirs: Counted) -> bool:
    """ "1.4 million people" for "1.4 million homes"."""
    ours, others = mine.noun, theirs.noun
    if mine.figure.unit or ours is None or others is None:
        return False
    return ours.low in load("nouns")["humans"] and others.low in load("nouns")["no_humans"]


def _moves(mine: Counted) -> bool:
    return any(word in mine.population for word in ("leav", "depart", "ordered", "mov", "arriv", "return"))


def _written(figure: Quantity) -> str:
    counted = f" {figure.counted}" if figure.counted else ""
    return figure.surface if counted and counted in figure.surface else f"{figure.surface}{counted}"


def pairs_in(mine: Counted, facts: Facts, passages: Iterable[Passage], ground: Ground) -> list[Pair]:
    """Return the pairs of one figure with every figure of some passages that has its unit."""
    found = [
        pair(mine, theirs, facts, passage, ground) for passage in passages for theirs in passage.facts.figures
    ]
    return [each for each in found if each is not None]


def stands(mine: Counted, pairs: Iterable[Pair], strictly: bool = False) -> Pair | None:
    """Return a pair in which the brief's figure is borne out by one with its numeral, or None."""
    groups = (SAME,) if strictly else (SAME, UNKNOWN)
    return next(
        (
            each
            for each in pairs
            if each.bounds in ("fine", "weaker")
            and each.group in groups
            and shares_numeral(mine.figure, each.counted.figure)
        ),
        None,
    )
