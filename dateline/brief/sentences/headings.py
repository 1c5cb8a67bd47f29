"""What a heading, the head of a table or a question claims: no source is asked of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dateline.brief.ground.facts import facts_of
from dateline.brief.ground.passages import Passage
from dateline.brief.language.reading import read_quantities
from dateline.brief.layout.citations import Citation
from dateline.brief.layout.page import Line
from dateline.brief.layout.work import Around, Work
from dateline.brief.sentences.hollow import asks_a_claim
from dateline.findings import Finding
from dateline.quantities import Quantity

_COUNTS = 12  # "the two reports", "five findings"


def question(line: Line) -> list[Finding]:
    """A question that cites, or that leaves no answer open, claims something; a person looks at it."""
    if line.kind == "heading" or not (line.citations or asks_a_claim(line.bare)):
        return []
    return [Finding("claim-in-question", "review")]


def heading(line: Line, around: Around, rule: Callable[[Work], None]) -> list[Finding]:
    """A figure in a heading that the paragraphs cited on the page do not bear out; a person looks at it."""
    if not around.cited_on_page or not any(map(_is_large, read_quantities(line.bare))):
        return []
    facts = facts_of(line.bare, around.ground.names, around.ground.case.cut_off)
    counted = [c.figure for c in facts.figures if _is_large(c.figure)]
    if not counted:
        return []
    cited = tuple(_cite(passage) for passage in around.cited_on_page)
    trial = Work(replace(line, citations=cited), facts, around.cited_on_page, around)
    rule(trial)
    wrong = any(finding.verdict == "wrong" for finding in trial.findings)
    return [Finding("claim-in-heading", "review", params={"given": counted[0].surface})] if wrong else []


def _is_large(figure: Quantity) -> bool:
    return (figure.lower or figure.upper or 0) > _COUNTS


def _cite(passage: Passage) -> Citation:
    return Citation(passage.source, (passage.number,), "", 0, 0)
