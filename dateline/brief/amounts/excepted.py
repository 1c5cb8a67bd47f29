"""Of whom a deed is told: of those whom a paragraph counts, of those whom it excepts, or of others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.brief.amounts.hedging import shares_numeral
from dateline.brief.amounts.remainders import excepted, rests
from dateline.brief.ground.acts import Act
from dateline.brief.ground.facts import Facts
from dateline.brief.ground.negation import negated_beside
from dateline.brief.language.wording import has_phrase
from dateline.brief.people.saying import sentences_of
from dateline.quantities import Quantity

if TYPE_CHECKING:
    from dateline.brief.ground.passages import Passage

_JOINT = re.compile(r"[,;:]|\b(?:and|but|while|whereas)\b", re.IGNORECASE)
_BUT = re.compile(r"\b(?:but|except)\s+(?:for\s+)?(?:the\s+)?$", re.IGNORECASE)
_OF_THOSE = ("neither", "none", "they", "these", "those", "it", "of them")  # told of in the sentence before
_EXCEPTS = frozenset(("but", "except"))
_OTHERS = ("the rest", "others", "the other", "the remaining")


def of_others(facts: Facts, act: Act, passage: Passage, other: Act) -> bool:
    """ "9,000 have not been paid": what the text says of 61,000 others denies nothing."""
    mine, theirs = _figures(facts, act), _figures(passage.facts, other)
    return bool(mine and theirs) and not any(shares_numeral(a, b) for a in mine for b in theirs)


def is_of_another_sentence(facts: Facts, act: Act, passage: Passage, other: Act) -> bool:
    """ "250 jobs might be lost" for "nobody will lose a job. The union fears that 250 jobs could go": the
    figure stands in a sentence that does not deny it."""
    mine, theirs = _figures(facts, act), _figures(passage.facts, other)
    if has_phrase(_so_far(passage, other), _OF_THOSE):
        return False
    told = [counted.figure for counted in passage.facts.figures]
    return (
        bool(mine)
        and not any(shares_numeral(a, b) for a in mine for b in theirs)
        and all(any(shares_numeral(a, b) for b in told) for a in mine)
    )


def is_the_exception(facts: Facts, act: Act, passage: Passage, other: Act) -> bool:
    """ "Two of them have not gone home" for "all but two of them have gone home"."""
    left = excepted(_so_far(passage, other))
    return any(shares_numeral(mine, figure) for figure in left for mine in _figures(facts, act))


def is_put_for_the_rest(facts: Facts, act: Act, passage: Passage, other: Act) -> bool:
    """ "Two of them have gone home" for "all but two of them have gone home", or "13 have not" of the 15."""
    but = not _EXCEPTS.isdisjoint(passage.forms) and not act.noun
    left = excepted(_so_far(passage, other)) if but else []
    if not left or has_phrase(facts.text, _OTHERS):
        return False
    rest = rests(passage)
    start = facts.words[act.at].start
    mine = [
        f for f in _figures(facts, act) if f.end <= start and not _JOINT.search(facts.text[f.end : start])
    ]
    mine = [figure for figure in mine if not _BUT.search(facts.text[: figure.start])]
    told = any(shares_numeral(figure, each) for figure in mine for each in left)
    whole = any(figure.lower in rest for figure in mine)
    if act.negated:
        return whole and not told and not negated_beside(passage, other)
    return told and not whole


def _so_far(passage: Passage, act: Act) -> str:
    """The sentence of an act up to it."""
    word = passage.facts.words[act.at]
    return passage.text[next(a for a, b in passage.sentences if word.start < b) : word.start]


def _figures(facts: Facts, act: Act) -> list[Quantity]:
    """The figures in the sentence of an act that count something."""
    start, end = next((a, b) for a, b in sentences_of(facts.text) if facts.words[act.at].start < b)
    return [
        c.figure for c in facts.figures if start <= c.figure.start < end and c.figure.unit in ("", "percent")
    ]
