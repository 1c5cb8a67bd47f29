"""What a judgement rests on and what it may guess: its basis is fact, its figures contradict no cited one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.brief.amounts import figures, scope
from dateline.brief.amounts.counting import check_figures
from dateline.brief.deeds import actors, certainty
from dateline.brief.ground.facts import Counted, Facts
from dateline.brief.layout import roles
from dateline.brief.layout.judgements import basis_of
from dateline.brief.layout.work import Work
from dateline.brief.people import speakers
from dateline.brief.sentences import claims, documents, support
from dateline.brief.timing import chronology
from dateline.findings import Finding
from dateline.marks import fold
from dateline.quantities.relations import relation

# What a guess may not do to a figure of the text that it names by its numeral.
_KEPT = {"hedge-dropped", "bound-as-value", "hedge-reversed", "false-precision", "band-as-point"}


def judge(work: Work) -> None:
    """Check the basis of a judgement like a fact, and its own figures as estimates."""
    span = basis_of(work.facts.text)
    if span is not None:
        work.findings += _basis(work, span)
    inside = span or (0, 0)
    for mine in work.facts.figures:
        quoted = any(a <= mine.figure.start < b for a, b in work.facts.quotations)
        if not quoted and not inside[0] <= mine.figure.start < inside[1]:
            work.findings += _estimate(mine, work)


# "It rests on one report" speaks of the reports, not of the world.
_REPORTS = re.compile(
    r"\W*(?:(?:only|just|the|no|both|all|one|a|single|two|neither|it|they|this|both|our|not) )*"
    r"(?:reports?|sources?|figures?|S\d|rests?)\b",
    re.IGNORECASE,
)


def _basis(work: Work, span: tuple[int, int]) -> list[Finding]:
    """A judgement may be the writer's own, but what it says that it rests on is in the cited paragraphs."""
    facts = _only(work, span)
    part = Work(work.line, facts, work.cited, work.around, evidence=work.evidence)
    check_figures(part)
    for mention in facts.dates:
        if not any(a <= mention.start < b for a, b in facts.quotations):
            part.findings += chronology.judge(mention, facts, work.cited, work.ground, False)
    if more := documents.multiplied(part, span, work.cited):
        part.findings.append(Finding("anonymous-multiplied", possible=1, params={"given": more}))
    if not roles.is_absence(facts) and not _REPORTS.match(fold(facts.text)):
        said = speakers.judge(facts, work.cited, work.ground, work.around.before)
        part.findings += [f for f in said if f.key in ("anonymous-multiplied", "speaker-swapped")]
        part.findings += scope.judge(facts, work.cited, work.ground)
        part.findings += certainty.judge(facts, work.cited)
        part.findings += actors.judge(facts, work.cited, work.ground, work.around.before)
        part.findings += support.strangers(facts, work.cited, work.ground, work.around.before)
        part.findings += support.judge(facts, work.cited, work.ground)
    return [finding for finding in part.findings if finding.verdict != "review"]


def _only(work: Work, span: tuple[int, int]) -> Facts:
    """The facts of one part of a sentence; places stay."""
    text, (start, end) = work.facts.text, span
    return claims.within(work.facts, " " * start + text[start:end] + " " * (len(text) - end))


def _estimate(mine: Counted, work: Work) -> list[Finding]:
    """A guess may say more than the text; it may not deny a cited figure, nor stand for it bare."""
    pairs = figures.pairs_in(mine, work.facts, work.cited, work.ground)
    fair = [p for p in pairs if p.bounds in ("fine", "weaker")]
    shared = [
        p
        for p in pairs
        if figures.shares_numeral(mine.figure, p.counted.figure) and not p.counted.figure.vague
    ]
    if fair:
        for each in fair[:1]:
            work.rest_on(each.passage, each.counted.figure.start, each.counted.figure.end)
        return _swapped(mine, shared, work)
    same = [p for p in pairs if p.group == figures.SAME]
    if any(p.bounds in _KEPT for p in shared if p in same):
        return [f for f in figures.judge(mine, shared, work.facts)[0] if f.verdict == "wrong"]
    if same and not mine.figure.vague and all(_contradicts(mine, p.counted) for p in same):
        params = {"given": mine.figure.surface, "words": mine.figure.surface}
        return [Finding("unsupported", possible=1, params=params, place=same[0].place)]
    return _swapped(mine, shared, work)


def _contradicts(mine: Counted, theirs: Counted) -> bool:
    return relation(mine.figure, theirs.figure) == "contradicts"


def _swapped(mine: Counted, shared: Sequence[figures.Pair], work: Work) -> list[Finding]:
    """The numeral of the text for other people or things than the text counts."""
    if not shared or any(
        p.group in (figures.SAME, figures.UNKNOWN, figures.WIDER, figures.NARROWER) for p in shared
    ):
        return []
    return [f for f in figures.judge(mine, shared, work.facts)[0] if f.verdict == "wrong"]
