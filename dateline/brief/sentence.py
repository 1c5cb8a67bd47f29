"""Check one sentence of a brief against the paragraphs it cites."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from dateline.brief import (
    actors,
    calculations,
    certainty,
    chronology,
    figures,
    judgements,
    quoting,
    roles,
    scope,
    speakers,
    support,
)
from dateline.brief.citations import Citation
from dateline.brief.facts import Counted, Facts, facts_of
from dateline.brief.page import Line
from dateline.brief.passages import Ground, Passage
from dateline.brief.report import Evidence, Sentence
from dateline.brief.table import read_row, row_citations
from dateline.brief.wording import has_phrase
from dateline.findings import Finding
from dateline.lexicon import load


@dataclass
class Around:
    """What the checker knows of the page when it comes to a sentence."""

    ground: Ground
    following: tuple[str, ...] = ()
    cited_on_page: tuple[Passage, ...] = ()
    before: str = ""
    title: str = ""


@dataclass
class Work:
    """One sentence being checked: its facts, the paragraphs cited, and what has been found so far."""

    line: Line
    facts: Facts
    cited: tuple[Passage, ...]
    around: Around
    findings: list[Finding] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)

    @property
    def ground(self) -> Ground:
        """What the brief is checked against."""
        return self.around.ground

    def rest_on(self, passage: Passage, start: int, end: int) -> None:
        """Note words of a source on which the sentence stands."""
        evidence = Evidence(*passage.place, (start, end), passage.text[start:end])
        if evidence not in self.evidence:
            self.evidence.append(evidence)


def check_sentence(line: Line, around: Around) -> Sentence:
    """Return the verdict on one sentence, with findings and evidence."""
    if line.kind in ("heading", "head", "columns") or roles.is_question(line.bare):
        return Sentence(line.text, "not factual", citations=line.citations, kind="head")
    if line.kind == "row":
        line = _row(line, around.ground)
    work = Work(
        line,
        facts_of(line.bare, around.ground.names, around.ground.case.cut_off),
        _cited(line, around.ground),
        around,
    )
    kind = _kind(work)
    unresolved = [
        _unresolved(c) for c in line.citations if c.problem or (not c.paragraphs and kind == "fact")
    ]
    if unresolved and not work.cited:
        return _done(work, kind, unresolved)
    work.findings += unresolved
    _RULES[kind](work)
    return _done(work, kind, work.findings)


def _row(line: Line, ground: Ground) -> Line:
    row = read_row(line)
    found = row_citations(line, ground.case.sources)
    return replace(line, bare=row.sentence if row else line.bare, citations=found)


def _cited(line: Line, ground: Ground) -> tuple[Passage, ...]:
    """The passages that a sentence cites; a source without a paragraph stands for all of its paragraphs."""
    found: list[Passage] = []
    for citation in line.citations:
        if citation.problem in ("source", "form"):
            continue
        if not citation.paragraphs:
            found += ground.of_source(citation.key)
        found += [
            ground.passages[citation.key, n]
            for n in citation.paragraphs
            if (citation.key, n) in ground.passages
        ]
    return _unique(found)


def _unique(found: Sequence[Passage]) -> tuple[Passage, ...]:
    return tuple({passage.place: passage for passage in found}.values())


def _unresolved(citation: Citation) -> Finding:
    return Finding("citation-unresolved", possible=1, params={"given": citation.written, "key": citation.key})


def _kind(work: Work) -> str:
    """Say what a sentence is: fact, judgement, alternative, absence, about the sources, outside knowledge, or empty."""
    text, facts, section = work.line.bare, work.facts, work.line.section
    if has_phrase(text, load("absence")["labels_outside"]) and not work.cited:
        return "outside"
    if work.line.kind == "row":
        return "fact" if facts.figures else "empty"
    if roles.is_absence(facts):
        return "absence"
    if roles.is_judgement(text):
        return "judgement"
    if roles.is_alternative(text, section):
        return "alternative"
    if not work.line.citations:
        if roles.is_about_sources(facts, section):
            return "about"
        sourced = [c for c in facts.figures if not calculations.is_time_between(c.figure, work.ground)]
        if roles.says_nothing(facts, work.ground.common, sourced):
            return "empty"
        if _own_calculation(work):
            return "calculation"
    return "fact"


def _own_calculation(work: Work) -> bool:
    return bool(
        len(work.facts.figures) >= 3
        and calculations.is_declared(work.line.bare)
        and work.around.cited_on_page
        and not work.facts.dates
    )


def _fact(work: Work) -> None:
    if not work.line.citations:
        work.findings.append(Finding("uncited", possible=1))
        return
    if not work.cited:
        return
    _figures(work)
    _dates(work)
    _quotations(work)
    if work.line.kind != "row":
        told = _attributed(work)
        work.findings += speakers.judge(work.facts, work.cited, work.ground, work.around.before, told)
    if not any(finding.verdict == "wrong" for finding in work.findings):
        work.findings += scope.judge(work.facts, work.cited, work.ground)
        work.findings += certainty.judge(work.facts, work.cited)
        work.findings += actors.judge(work.facts, work.cited, work.ground, work.around.before)
        work.findings += support.strangers(work.facts, work.cited, work.ground, work.around.before)
        work.findings += support.causes(work.facts, work.cited)
    work.findings += support.judge(work.facts, work.cited, work.ground)


def _attributed(work: Work) -> tuple[str, ...]:
    """Those to whom the sources attribute a figure that the sentence gives."""
    places = {(e.source, e.paragraph, e.span) for e in work.evidence}
    return tuple(
        name
        for passage in work.cited
        for counted in passage.facts.figures
        if (*passage.place, (counted.figure.start, counted.figure.end)) in places
        for name in counted.attributed
        if "outlet" not in counted.attributed
    )


def _figures(work: Work) -> None:
    """Compare every figure; what no cited paragraph has may be reckoned, stand elsewhere, or be unsupported."""
    facts, ground = work.facts, work.ground
    sourced: list[Counted] = []
    unknown: list[Counted] = []
    matched = []
    for mine in facts.figures:
        if any(a <= mine.figure.start < b for a, b in facts.quotations):
            continue
        pairs = figures.pairs_in(mine, facts, work.cited, ground)
        found, best = figures.judge(mine, pairs, facts)
        if best is None or (found and found[0].verdict == "wrong") or _is_reckoned(mine, best, facts):
            if not calculations.is_time_between(mine.figure, ground):
                unknown.append(mine)
            continue
        sourced.append(mine)
        matched.append((mine.figure.start, best))
        work.findings += found
        work.rest_on(best.passage, best.counted.figure.start, best.counted.figure.end)
    reckoned = calculations.in_sentence(facts, sourced, unknown)
    for mine in unknown:
        here = figures.pairs_in(mine, facts, work.cited, ground)
        kept = any(figures.shares_numeral(mine.figure, each.counted.figure) for each in here)
        if mine.figure.start in reckoned and (reckoned[mine.figure.start] is None or not kept):
            finding = reckoned[mine.figure.start]
        else:
            finding = _unknown_figure(mine, work, reckoned)
        if finding is not None:
            work.findings.append(finding)
    if not any(f.verdict == "wrong" for f in work.findings):
        work.findings += scope.part_lost(facts, matched)


def _is_reckoned(mine: Counted, best: figures.Pair, facts: Facts) -> bool:
    """A figure of a calculation whose numeral no source has: it is a result, though it may follow from one."""
    theirs = best.counted.figure
    shared = {mine.figure.lower, mine.figure.upper} & {theirs.lower, theirs.upper} - {None}
    return not shared and best.bounds == "weaker" and calculations.is_declared(facts.text)


def _unknown_figure(mine: Counted, work: Work, reckoned: dict[int, Finding | None]) -> Finding | None:
    """Name what is wrong with a figure that the cited paragraphs do not bear out."""
    facts, ground = work.facts, work.ground
    elsewhere = figures.pairs_in(
        mine, facts, [p for p in ground.passages.values() if p not in work.cited], ground
    )
    here = figures.pairs_in(mine, facts, work.cited, ground)
    found, best = figures.judge(mine, here, facts)
    if figures.stands(mine, elsewhere, strictly=True) and not (best and best.group == figures.SAME):
        return Finding("citation-elsewhere", possible=1, params={"given": mine.figure.surface})
    if best is not None and found and found[0].verdict != "note":
        return found[0]
    if figures.stands(mine, elsewhere):
        return Finding("citation-elsewhere", possible=1, params={"given": mine.figure.surface})
    if mine.figure.start in reckoned:
        return reckoned[mine.figure.start]
    place = calculations.unshown(mine, work.cited)
    reckoned_here = best is not None and _is_reckoned(mine, best, facts)
    if (
        reckoned_here
        or place is not None
        and (mine.figure.unit or (mine.figure.lower or mine.figure.upper or 0) >= 10)
    ):
        return Finding("calculation-unshown", possible=1, params={"given": mine.figure.surface}, place=place)
    if found:
        return found[0]
    if mine.figure.vague or _is_small(mine):
        return Finding(
            "wording-unknown", "review", params={"words": mine.figure.surface, "given": mine.figure.surface}
        )
    return Finding(
        "unsupported", possible=1, params={"given": mine.figure.surface, "words": mine.figure.surface}
    )


def _is_small(mine: Counted) -> bool:
    """ "one outpost", "two phone calls": often a way of speaking, so a person looks at it."""
    return not mine.figure.unit and mine.figure.surface.isalpha() and (mine.figure.upper or 99) <= 4


def _dates(work: Work, judged: bool = False) -> None:
    for mention in work.facts.dates:
        if any(a <= mention.start < b for a, b in work.facts.quotations):
            continue
        found = chronology.judge(mention, work.facts, work.cited, work.ground, judged)
        work.findings += found


def _quotations(work: Work) -> None:
    spoken = [
        v
        for v in speakers.voices(work.facts, work.ground.names, work.around.before)
        if v.id != speakers.OUTLET
    ]
    everywhere = [p for p in work.ground.passages.values() if p not in work.cited]
    for start, end in work.facts.quotations:
        quotation = work.facts.text[start:end]
        if not quoting.is_worth_checking(quotation):
            continue
        found, place = quoting.judge(quotation, work.facts.text, work.cited, everywhere, bool(spoken))
        work.findings += found
        if place is not None:
            work.rest_on(place.passage, place.spans[0][0], place.spans[-1][1])


def _judgement(work: Work) -> None:
    work.findings += judgements.judge(work.facts, bool(work.line.citations), work.around.following)
    forecast = judgements.is_forecast(work.line.bare)
    _dates(work, judged=True)
    if work.cited:
        _quotations(work)
    if work.cited and not forecast:  # the figure of a forecast is the writer's own
        _figures(work)
    if work.facts.figures and not work.cited and not forecast:
        work.findings += [f for f in _figures_on_page(work) if f.verdict == "wrong"]


def _figures_on_page(work: Work) -> list[Finding]:
    """Figures of a sentence without citations may come from paragraphs that the page cites elsewhere."""
    known = [
        c
        for c in work.facts.figures
        if figures.stands(c, figures.pairs_in(c, work.facts, work.around.cited_on_page, work.ground))
    ]
    unknown = [c for c in work.facts.figures if c not in known]
    reckoned = calculations.in_sentence(work.facts, known, unknown)
    found = [reckoned.get(c.figure.start, Finding("uncited", possible=1)) for c in unknown]
    return [finding for finding in found if finding is not None]


def _alternative(work: Work) -> None:
    if work.cited:
        _judgement(work)
        return
    _dates(work, judged=True)
    if work.facts.figures:
        work.findings += _figures_on_page(work)
    if any(f.key == "uncited" for f in work.findings):
        work.findings = work.findings[:1]


def _absence(work: Work) -> None:
    """A statement of absence needs no match; where a paragraph has all of its words, a person looks."""
    _dates(work, judged=True)
    where = work.cited or tuple(work.ground.passages.values())
    if work.cited:
        _quotations(work)
    common = work.ground.common
    asked = [
        at
        for at in roles.claims(work.facts)
        if not certainty.negates(work.facts.words[at]) and not work.facts.ideas[at] & common
    ]
    if len(asked) >= 3 and any(_has_all(work.facts, asked, passage) for passage in where):
        work.findings.append(Finding("absence-doubtful", "review"))
    elif not any(finding.verdict == "wrong" for finding in work.findings):
        work.findings.append(Finding("absence-stated", "note"))


def _has_all(facts: Facts, asked: Sequence[int], passage: Passage) -> bool:
    own = passage.facts.every_idea
    return all(facts.ideas[at] & own for at in asked) and not certainty.has_negation(passage.facts)


def _about(work: Work) -> None:
    """What a brief says of the reports themselves: nothing from outside without a label."""
    labelled = has_phrase(work.facts.text, load("absence")["labels_outside"])
    publishers = [entry.source for entry in work.ground.case.about.outside_knowledge if entry.source]
    strange = has_phrase(work.facts.text, publishers) if publishers else None
    if strange and not labelled:
        work.findings.append(
            Finding(
                "outside-knowledge-unlabelled", possible=1, params={"given": strange[0], "phrase": strange[0]}
            )
        )
    issued = {source.date for source in work.ground.case.sources.values()}
    for mention in work.facts.dates:
        if mention.kind == "now":
            work.findings.append(Finding("unanchored-now", possible=1, params={"given": mention.surface}))
        elif not any(chronology.covers(mention.edtf, date) for date in issued) and not labelled:
            work.findings.append(Finding("unsupported-date", possible=1, params={"given": mention.surface}))


def _outside(work: Work) -> None:
    """Labelled outside knowledge is right when the case lists it; else a person looks."""
    mine = work.facts.every_idea
    for entry in work.ground.case.about.outside_knowledge:
        theirs = facts_of(entry.statement, work.ground.names, entry.date or work.ground.case.cut_off)
        wanted = [
            ideas
            for word, ideas in zip(theirs.words, theirs.ideas, strict=True)
            if word.is_name or not roles.is_light(word)
        ]
        if sum(bool(ideas & mine) for ideas in wanted) >= 0.4 * len(wanted):
            work.findings.append(Finding("outside-knowledge-labelled", "note"))
            return
    work.findings.append(Finding("outside-knowledge-labelled", "review"))


def _calculation(work: Work) -> None:
    work.findings += _figures_on_page(work)


def _empty(work: Work) -> None:
    work.findings += []


_RULES = {
    "fact": _fact,
    "judgement": _judgement,
    "alternative": _alternative,
    "absence": _absence,
    "about": _about,
    "outside": _outside,
    "calculation": _calculation,
    "empty": _empty,
}


def _done(work: Work, kind: str, findings: Sequence[Finding]) -> Sentence:
    kept = _settled(findings)
    wrong = any(finding.verdict == "wrong" for finding in kept)
    review = any(finding.verdict == "review" for finding in kept)
    sourced = kind in ("fact", "calculation") or bool(work.cited)
    verdict = "unsupported" if wrong else "review" if review else "supported" if sourced else "not factual"
    if verdict == "supported":
        _best_words(work)
    return Sentence(
        work.line.text,
        verdict,
        tuple(kept),
        tuple(work.evidence),
        work.line.citations,
        kind,
        _needless(work, kind),
    )


def _settled(findings: Sequence[Finding]) -> list[Finding]:
    """Keep what is to be told: a wrong citation explains the rest, and a fault makes doubts needless."""
    unique: dict[tuple[str, str], Finding] = {}
    for finding in findings:
        unique.setdefault((finding.key, str(finding.params.get("given", ""))), finding)
    kept = list(unique.values())
    for key in ("citation-unresolved", "citation-elsewhere"):
        if any(finding.key == key and finding.verdict == "wrong" for finding in kept):
            return [next(finding for finding in kept if finding.key == key)]
    wrong = [finding for finding in kept if finding.verdict == "wrong"]
    strong = [finding for finding in wrong if finding.key != "unsupported"]
    return (strong or wrong) if wrong else kept


def _best_words(work: Work) -> None:
    """Where no figure or quotation gave evidence, show the sentence of each cited paragraph that comes nearest."""
    shown = {(e.source, e.paragraph) for e in work.evidence}
    mine = (
        frozenset().union(*(work.facts.ideas[at] for at in roles.claims(work.facts)))
        if work.facts.words
        else frozenset()
    )
    for passage in work.cited[:6]:
        if passage.place in shown or not passage.sentences:
            continue
        start, end = max(passage.sentences, key=lambda span: _shared(passage, span, mine))
        work.rest_on(passage, start, end)


def _shared(passage: Passage, span: tuple[int, int], mine: frozenset[str]) -> int:
    inside = [at for at, word in enumerate(passage.facts.words) if span[0] <= word.start < span[1]]
    return sum(bool(passage.facts.ideas[at] & mine) for at in inside)


def _needless(work: Work, kind: str) -> int:
    """Count the citations whose paragraphs bear nothing of the sentence."""
    if kind != "fact":
        return 0
    count = 0
    for citation in work.line.citations:
        places = {(citation.key, number) for number in citation.paragraphs}
        used = places & {(e.source, e.paragraph) for e in work.evidence}
        passages = [work.ground.passages[place] for place in places if place in work.ground.passages]
        if not used and not (
            passages and support.cover(work.facts, passages, work.ground, with_common=False).share >= 0.4
        ):
            count += 1
    return count
