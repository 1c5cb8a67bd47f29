"""Whether those whom a figure counts go or stay, and whether a share stands before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from dateline.brief.ground.acts import reader_of
from dateline.brief.ground.facts import Counted, Facts, is_told_of
from dateline.brief.language.once import once
from dateline.brief.language.thesaurus import is_left_over
from dateline.brief.language.verbs import is_participle
from dateline.brief.language.wording import Word
from dateline.lexicon import load

GO, STAY = "go", "stay"
_OF = re.compile(
    r"\s*(?:of\s+)?(?:(?:all|the|those|these|its|their|his|her|some)\s+)*(?:\w+['’]s\s+)?", re.IGNORECASE
)


_THERE = re.compile(
    r"\b(?:is|are|was|were)\b[^,;.]{0,40}\b(?:in|at|on)\b[^,;.]{0,40}(?=,\s(?:an?|the)\s)", re.IGNORECASE
)
_OUT = 2  # so near behind "leaves" the "out" stands of what is not counted
_MOVES = frozenset(("/leave", "/move", "/return", "/arrive"))


def share_before(facts: Facts, mine: Counted) -> Counted | None:
    """Return the share of which a figure is the whole: "most of the" in "most of the about 1,000"."""
    for other in facts.figures:
        share = other.figure.unit == "percent" or other.figure.vague
        between = facts.text[other.figure.end : mine.figure.start]
        said = f"{other.figure.surface}{between}".lower()
        if share and other.figure.end <= mine.figure.start and " of" in said and _OF.fullmatch(between):
            return other
    return None


@once
def motion(facts: Facts, counted: Counted) -> str:
    """Say whether those whom a figure counts are to go or to stay, "" where its verb says neither.

    The verb behind the figure counts, up to the next figure or clause; else the one ahead of it.

    >>> from dateline import open_case
    >>> from dateline.brief.ground.facts import facts_of
    >>> from dateline.brief.ground.names import Names
    >>> names = Names(open_case("tolvane-dam"))
    >>> facts = facts_of("Some 300 are to stay and 700 are to leave.", names, "2019")
    >>> [motion(facts, counted) for counted in facts.figures]
    ['stay', 'go']
    """
    start, end = counted.figure.start, counted.figure.end
    clause = next((word.clause for word in facts.words if word.end > start), 0)
    starts = [other.figure.start for other in facts.figures if other.figure.start >= end]
    ends = [other.figure.end for other in facts.figures if other.figure.end <= start]
    limit, floor = min(starts, default=len(facts.text)), max(ends, default=0)
    limit = min(limit, _apposition(facts, end))
    behind = [i for i, w in enumerate(facts.words) if end <= w.start < limit and w.clause == clause]
    ahead = [i for i, w in enumerate(facts.words) if floor <= w.start < start and w.clause == clause]
    if not ahead and facts.text[:start].rstrip().endswith(":"):  # "Headed for the barracks: 900 residents"
        ahead = [i for i, w in enumerate(facts.words) if floor <= w.start < start]
    if (
        ahead and facts.words[ahead[0]].low in load("motion")["reasons"]
    ):  # "Because many had gone, 500 were left"
        comma = facts.text.rfind(",", 0, start)
        ahead = [i for i in ahead if facts.words[i].start > comma]
    if _owned(facts, ahead):
        return ""
    if any(is_told_of(other.figure, counted.figure, facts.text) for other in facts.figures):
        ahead = []
    marks = reader_of(facts).aside
    own = marks[behind[0]] if behind else marks[ahead[-1]] if ahead else 0
    ahead = [at for at in ahead if marks[at] == own]  # "the hall, where all leaving are housed, has 400"
    if found := _first(facts, behind):
        return found
    verbs = load("reporting")["verbs"]  # ", he said" does not govern what is counted
    governed = any(
        _is_finite(facts.words[at].low)
        and (facts.words[at].stem not in verbs or facts.words[at - 1].low in load("certainty")["be"])
        for at in behind
    )
    return "" if governed else _first(facts, ahead[::-1])


def _apposition(facts: Facts, start: int) -> int:
    """Where ", a country that …" begins behind "were in Syria": it tells of the place alone."""
    found = _THERE.search(facts.text, start)
    return found.end() if found else len(facts.text)


def is_there(facts: Facts, counted: Counted) -> bool:
    """Tell whether a text says of those whom a figure counts that they are, live or work somewhere."""
    behind = facts.behind(counted.figure.end, 8)
    clause = behind[0].clause if behind else 0
    inside = [word for word in behind if word.clause == clause]
    moved = any(facts.ideas[facts.words.index(word)] & _MOVES for word in inside)
    return not moved and any(word.stem in _forms("there") and not _helps(facts, word) for word in inside)


def _helps(facts: Facts, word: Word) -> bool:
    """ "Have been told to use it": here "been" is only a helper."""
    then = next((other for other in facts.words if other.start >= word.end), None)
    return word.stem == "be" and then is not None and is_participle(then) and then.stem not in _forms("there")


def gets_in(facts: Facts, counted: Counted) -> bool:
    """Tell whether those whom a figure counts get into a place: "have gone into the river"."""
    behind = facts.behind(counted.figure.end, 8)
    return any(b.low in _forms("way_in") and is_participle(a) for a, b in pairwise(behind))


def _is_finite(low: str) -> bool:
    """Tell whether a word makes the figure the subject of a sentence of its own: "2,000 worked there"."""
    return low in _forms("auxiliary") or low in load("irregular")["past"] or low.endswith("ed")


def _owned(facts: Facts, ahead: Sequence[int]) -> bool:
    """ "After leaving, the US has more than 5,000 there": they are had, whatever else is told."""
    return any(facts.words[at].low in ("has", "have", "had", "with", "keeps", "kept") for at in ahead[-1:])


def _first(facts: Facts, places: Sequence[int]) -> str:
    return next((found for at in places if (found := _verb(facts, at))), "")


@cache
def _moving() -> frozenset[str]:
    """The words that may say of somebody that he goes or stays."""
    lists = ("stay", "go", "phrasal_go", "go_to", "headed")
    return frozenset().union(*map(_forms, lists)) | {"left", "come"}


def _verb(facts: Facts, at: int) -> str:
    """What one word says of going or staying; a negation before it turns it round."""
    words, word = facts.words, facts.words[at]
    if word.stem not in _moving() and word.low not in _moving():
        return ""
    before = [other.low for other in words[max(0, at - 3) : at]]
    if word.stem == "leave" and any(other.figure.start == word.end + 1 for other in facts.figures):
        return ""  # "1,000 less 300 leaves 700"
    if word.stem == "go" and [other.low for other in words[at + 1 : at + 2]] in (
        ["up"],
        ["down"],
        ["missing"],
    ):
        return ""  # "the number went up from 31 to 38", "36 have gone missing"
    if word.stem == "leave" and "out" in [other.low for other in words[at + 1 : at + 3]][:_OUT]:
        return ""  # "the figure leaves out 40 pilots", "leaves them out": nobody goes
    found = ""
    if is_left_over(words, at) or word.stem in _forms("stay"):
        found = STAY if _is_ahead(word, before) else ""
    elif word.stem in _forms("go") or _goes_with_particle(facts, at) or _is_headed(facts, at):
        found = GO
    if found and any(low in _forms("not") for low in before):
        return STAY if found == GO else GO
    return found


def _is_headed(facts: Facts, at: int) -> bool:
    """ "Headed for the barracks", "bound for Iraq", "900 residents to come"."""
    low, behind = facts.words[at].low, [other.low for other in facts.words[at + 1 : at + 2]]
    ahead = facts.words[at - 1].low if at else ""
    return (low in _forms("headed") and behind[:1] in (["for"], ["to"])) or (low == "come" and ahead == "to")


def _goes_with_particle(facts: Facts, at: int) -> bool:
    """Tell "taken out of the town" and "moving to the barracks" from "taken" and "moving" alone."""
    stem = facts.words[at].stem
    if stem not in _forms("phrasal_go") and stem not in _forms("go_to"):
        return False
    behind = [other.low for other in facts.words[at + 1 : at + 7]]
    if stem in _forms("phrasal_go") and "/leave" in facts.ideas[at] and _forms("away") & set(behind):
        return True
    starts = {counted.figure.start for counted in facts.figures}  # "went from 3,000 to 1,200" is a change
    near = zip(facts.words[at + 1 : at + 4], facts.words[at + 2 : at + 5], strict=False)
    led = any(
        word.low in _forms("toward") and then.start not in starts and then.low not in _forms("no_way")
        for word, then in near
    )
    led = led or _is_carried(facts, at)
    return stem in _forms("go_to") and led and not any(start in starts for start in _after(facts, at))


def _is_carried(facts: Facts, at: int) -> bool:
    """ "Bring at least 900 residents into": the way stands behind what is counted."""
    ends = [counted for counted in facts.figures if 0 < counted.figure.start - facts.words[at].end <= 12]
    behind = [word for word in facts.words if ends and word.start >= ends[0].figure.end][:8]
    behind = [word for word in behind if word.clause == facts.words[at].clause]
    to = any(a.low == "to" and (b.low == "the" or b.is_name) for a, b in pairwise(behind))
    return to or any(word.low in ("into", "out") for word in behind[:7])


def _after(facts: Facts, at: int) -> list[int]:
    """Where the words behind a "from" or "to" begin, next to the word at `at`."""
    near = facts.words[at + 1 : at + 6]
    return [then.start for word, then in pairwise(near) if word.low in ("from", "to")]


def _is_ahead(word: Word, before: Sequence[str]) -> bool:
    """ "Are to remain" and "staying" look ahead; "remained" only says where they are."""
    return word.low.endswith("ing") or any(
        low in ("to", "will", "would", "shall", "should") for low in before
    )


@cache
def _forms(name: str) -> frozenset[str]:
    return frozenset(map(str, load("motion")[name]))
