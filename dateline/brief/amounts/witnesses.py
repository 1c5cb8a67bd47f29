"""Who gives a figure where the case does not know them: "the police said", "the organisers spoke of"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.brief.amounts.hedging import shares_numeral
from dateline.brief.ground.facts import Facts
from dateline.brief.ground.passages import Passage
from dateline.brief.language.once import once
from dateline.brief.language.stems import stem
from dateline.findings import Finding, Place
from dateline.quantities import Quantity

_SAYS = (
    r"(?:said|says|say|spoke|speaks|estimates?|estimated|claims?|claimed|reports?|reported|counted|counts?|puts?"
    r"|believes?|believed|reckons?|reckoned|expects?|expected|told|announced)"
)
_GIVEN = re.compile(
    rf"\bthe\s+(?:[a-z]+\s+)?(?P<before>[a-z]{{4,}})\s+(?:has\s+|have\s+|had\s+)?{_SAYS}\b"
    rf"|\b(?:according to|{_SAYS}|in the (?:view|count|words|estimate|eyes) of)\s+the\s+"
    r"(?P<behind>(?:(?-i:[A-Z])\w+\s+)*[a-z]{4,})\b",
    re.IGNORECASE,
)
_LEFT_OUT = re.compile(r"[,;]\s+(?:(?:and|but|while)\s+)?the\s+[a-z]{4,}\s+(?:(?:of|at|about)\s+)?$")
_PART = re.compile(r";|[.!?](?=\s)")


def judge(facts: Facts, cited: Sequence[Passage]) -> list[Finding]:
    """Name a figure that is given to somebody who, in the cited paragraph, gives another one.

    >>> from dateline import open_case
    >>> from dateline.brief import check_one
    >>> case = open_case("syria-withdrawal")
    >>> check_one("The police spoke of 700 [@S2, para. 5].", case).verdict
    'unsupported'
    """
    mine = _given(facts)
    for passage in cited if mine else ():
        theirs = _given(passage.facts)
        for who, figure in mine:
            right = {other for other, told in theirs if shares_numeral(figure, told)}
            own = [told for other, told in theirs if other == who]
            if right and who not in right and own:
                place = Place(*passage.place, own[0].start, own[0].end, own[0].surface)
                return [Finding("speaker-swapped", possible=1, params={"given": who}, place=place)]
    return []


@once
def _given(facts: Facts) -> list[tuple[str, Quantity]]:
    """Every figure with the noun for whoever gives it, where its part of the sentence names one giver."""
    if not facts.figures:
        return []
    found, start = [], 0
    for end in [*(match.end() for match in _PART.finditer(facts.text)), len(facts.text)]:
        inside = [c.figure for c in facts.figures if start <= c.figure.start < end]
        givers = {
            stem((m["before"] or m["behind"]).lower().split()[-1])
            for m in (_GIVEN.finditer(facts.text[start:end]) if inside else ())
        }
        if any(_LEFT_OUT.search(facts.text[start : figure.start]) for figure in inside):
            givers = set()  # "the police counted 400, the organisers 1,000"
        found += [(next(iter(givers)), figure) for figure in inside if len(givers) == 1]
        start = end
    return found
