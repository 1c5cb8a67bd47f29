"""Which figure of the cited paragraphs a figure in a calculation or comparison is."""

from __future__ import annotations

import re
from functools import lru_cache

from dateline.brief.amounts import figures
from dateline.brief.ground.facts import Counted, Facts
from dateline.brief.ground.names import Names
from dateline.brief.ground.passages import Ground
from dateline.brief.language.wording import words
from dateline.brief.layout.work import Work
from dateline.findings import Finding
from dateline.lexicon import load
from dateline.marks import fold

_LABEL = re.compile(
    r"(?:\b(?:the|those|these|both|its|their|has|have|gives?)|'s)\s+"
    r"(?:(?:figures?|numbers?|count) of |two |first |second |former |latter )*$"
    r"|\b(?:figures?|numbers?|counts?) of $",
    re.IGNORECASE,
)


def is_label(counted: Counted, facts: Facts) -> bool:
    """Tell whether a bare numeral only points to a figure of the text: "the 700", "S1's 2,000".

    >>> from dateline import open_case
    >>> from dateline.brief.ground.facts import facts_of
    >>> from dateline.brief.ground.names import Names
    >>> names = Names(open_case("syria-withdrawal"))
    >>> facts = facts_of("The 700 are part of about 1,000.", names, "2019")
    >>> [is_label(counted, facts) for counted in facts.figures]
    [True, False]
    """
    figure = counted.figure
    return not figure.hedge and bool(_LABEL.search(fold(facts.text[: figure.start])))


def source_of(mine: Counted, work: Work) -> tuple[figures.Pair | None, list[Finding]]:
    """Return the cited figure that a figure is, and what is wrong with how it is given.

    A figure without a noun of its own is known by numeral and hedge; a bare label needs no hedge.
    """
    pairs = figures.pairs_in(mine, work.facts, work.cited, work.ground)
    same = [p for p in pairs if figures.shares_numeral(mine.figure, p.counted.figure)]
    fair = [p for p in same if p.bounds in ("fine", "weaker")]
    named = [p for p in fair if p.group in (figures.SAME, figures.UNKNOWN)]
    named = named or [p for p in fair if _of_one_whole(mine, p, work.ground)]
    if named or (fair and not has_noun(mine, work.ground)):
        return (named or fair)[0], []
    found, best = figures.judge(mine, same, work.facts)
    if best is None or (not fair and is_label(mine, work.facts)):
        return best, []
    return best, [finding for finding in found if finding.verdict == "wrong"]


def _of_one_whole(mine: Counted, pair: figures.Pair, ground: Ground) -> bool:
    """ "About 1,000 troops less the 200 to 300 who stay": the words behind speak of a part only."""
    one, other = mine.population, pair.counted.population
    return bool(one and other) and ground.names.root(one) == ground.names.root(other)


def has_noun(mine: Counted, ground: Ground) -> bool:
    """Tell whether a figure names what it counts; "700 less" and "700 contradicts" name nothing."""
    said = words(mine.figure.counted)
    if not said or mine.figure.unit or said[-1].low in ("people", "persons"):
        return False
    return said[-1].low in case_nouns(ground) or said[-1].stem in load("nouns")["plurals"] or len(said) > 1


def case_nouns(ground: Ground) -> set[str]:
    """Return the nouns by which a case calls those whom it counts: troops, residents, fighters.

    >>> from dateline import open_case
    >>> from dateline.brief.ground.passages import ground_of
    >>> "residents" in case_nouns(ground_of(open_case("tolvane-dam")))
    True
    """
    return _case_nouns(ground.names)


@lru_cache(maxsize=8)
def _case_nouns(names: Names) -> set[str]:
    populations = names.populations.values()
    said = (alias for entry in populations for alias in (entry.label, *entry.aliases))
    return {word for alias in said for word in alias.lower().split() if word.endswith("s") and len(word) > 4}
