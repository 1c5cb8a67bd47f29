"""Check one sentence of a brief against the paragraphs it cites."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dateline.brief.amounts import calculations, durations, workings
from dateline.brief.ground import sureness
from dateline.brief.ground.facts import facts_of, ideas_between
from dateline.brief.ground.passages import Ground, Passage
from dateline.brief.language.cued import Cued
from dateline.brief.language.wording import Word, has_phrase
from dateline.brief.layout import judgements, roles
from dateline.brief.layout.citations import Citation
from dateline.brief.layout.page import Line, clauses
from dateline.brief.layout.table import read_row, row_citations
from dateline.brief.layout.verdicts import Sentence
from dateline.brief.layout.work import Around, Work, cited, unresolved
from dateline.brief.people.tellings import said_in
from dateline.brief.people.voices import voices
from dateline.brief.sentences import asides, contrasts, framed, headings, hollow, integrity
from dateline.brief.sentences.cover import Cover, cover
from dateline.brief.sentences.rules import RULES, is_listed_outside
from dateline.brief.timing import calendar
from dateline.dates import is_edtf
from dateline.findings import Finding
from dateline.lexicon import load

# Faults that a wrong citation may bring about; a hedge or a quotation is wrong wherever it stands.
_MISPLACED = {
    "speaker-swapped",
    "speaker-as-outlet",
    "actor-swapped",
    "place-swapped",
    "unsupported",
    "unsupported-date",
}


_HEADS = ("heading", "head", "columns")  # where they cite, they are sentences like any other

# "Told parliament of her full confidence in him", "is confident of a sale": somebody's trust.
_TRUST = Cued(
    r"\b(?:his|her|their|its|full|every|complete|total|[A-Z]\w+['’]s|has|have|had|lost|lose|expressed|voiced)"
    r" (?:\w+ )?confidence in\b|\bthe (?:full |complete )?confidence of\b"
    r"|\w (?:is|are|was|were|remain(?:s|ed)?|feels?|felt|sounded) (?:\w+ )?confident\b",
    cues="confiden",
)
_FIRST_PERSON = re.compile(r"\b(?:we|our|my|I)\b", re.IGNORECASE)

_HARDLY = 0.5  # a paragraph with no more of a doubtful sentence than this may be the wrong one


def check_sentence(line: Line, around: Around) -> Sentence:
    """Return the verdict on one sentence, with findings and evidence."""
    if roles.is_question(line.bare) or (line.kind in _HEADS and not line.citations):
        return _head(line, around)
    if around.repeated:
        return Sentence(line.text, "unsupported", (integrity.REPEATED,), citations=line.citations)
    if line.kind == "row":
        line = _row(line, around.ground)
    if behind := contrasts.label_end(line.bare) or framed.opener_end(line.bare):
        line = replace(line, bare=" " * behind + line.bare[behind:])
    if found := calendar.judge(line.bare):
        verdict = "unsupported" if found.verdict == "wrong" else "supported"
        return Sentence(line.text, verdict, (found,), citations=line.citations, kind="outside")
    if (bare := workings.blanked(line.bare)) != line.bare:
        line = replace(line, bare=bare)
    line, aside = asides.set_apart(line)
    line, frame = framed.set_apart(line, around.ground)
    passages = cited(line, around.ground)
    issued = issued_of(passages, around.ground)
    facts = facts_of(line.bare, around.ground.names, issued, around.dated)
    work = Work(line, facts, passages, around)
    if aside and passages:
        work.findings.append(asides.judge(aside, issued, passages, around.ground))
    kind = _kind(work)
    if hollow := integrity.judge(work, kind):
        return _done(work, kind, hollow)
    broken = [unresolved(c) for c in line.citations if c.problem or (not c.paragraphs and kind == "fact")]
    if broken and not work.cited:
        return _done(work, kind, broken)
    work.findings += broken
    if kind == "fact" and _opens_cited(work):
        return _done(work, "topic", [Finding("topic-sentence", "note")])
    if kind in RULES:
        RULES[kind](work)
    if frame:
        work.findings = framed.renamed(work.findings)
        if framed.is_other(frame, line, around.ground.case.sources):
            work.findings.append(
                Finding("citation-elsewhere", possible=1, params={"given": frame[0].strip(" ,")})
            )
    if kind in ("fact", "absence") and (took_back := _taken_back(work)):
        return _done(work, kind, [took_back])
    if kind == "fact" and (_stands_elsewhere(work) or _crossed(work)):
        return _done(work, kind, [Finding("citation-elsewhere", possible=1, params={"given": _matter(work)})])
    return _done(work, kind, [*work.findings, *integrity.too_wide(work, kind)])


def _head(line: Line, around: Around) -> Sentence:
    """A heading or a question is no fact, unless a claim hides in it."""
    asked = roles.is_question(line.bare)
    found = headings.question(line) if asked else headings.heading(line, around, RULES["fact"])
    if found:
        return Sentence(line.text, "review", tuple(found), citations=line.citations, kind="fact")
    return Sentence(line.text, "not factual", citations=line.citations, kind="head")


def _opens_cited(work: Work) -> bool:
    """Tell whether a short sentence without figures only opens what the cited sentences behind it say.

    It may not name a person, quote or give a day, and must not go against what they cite.
    """
    facts, passages = work.facts, work.around.opens
    if work.line.citations or not passages or len(facts.words) > 14 or facts.quotations:
        return False
    precise = any(date.earliest == date.latest is not None for date in facts.dates)
    counted = any((counted.figure.lower or counted.figure.upper or 0) > 12 for counted in facts.figures)
    if precise or counted or any(mention.person for mention in facts.names):
        return False
    line = replace(work.line, citations=tuple(_cite(passage) for passage in passages))
    return _holds(work, line, passages)


def _cite(passage: Passage) -> Citation:
    return Citation(passage.source, (passage.number,), "", 0, 0)


def _taken_back(work: Work) -> Finding | None:
    """ "It is not true that …" before what the cited paragraphs do say."""
    opener = hollow.denied(work.line.bare)
    if opener is None:
        return None
    told = replace(work.line, bare=" " * opener.end() + work.line.bare[opener.end() :])
    if not _holds(work, told, work.cited):
        return None
    return Finding("negation-added", possible=1, params={"given": opener[0], "text": ""})


def _crossed(work: Work) -> bool:
    """Tell whether a clause fails on the citation behind it and holds on those of the other clauses."""
    parts = clauses(work.line)
    if len(parts) < 2 or any(f.verdict == "wrong" for f in work.findings):
        return False
    for part in parts:
        own = cited(part, work.ground)
        if (
            own
            and len(own) < len(work.cited)
            and not _holds(work, part, own)
            and _holds(work, part, work.cited)
        ):
            return True
    return False


def _holds(work: Work, part: Line, passages: Sequence[Passage]) -> bool:
    """Tell whether a clause has no fault when it rests on some paragraphs."""
    facts = facts_of(part.bare, work.ground.names, issued_of(passages, work.ground), work.around.dated)
    trial = Work(part, facts, tuple(passages), work.around)
    RULES["fact"](trial)
    return not any(f.verdict == "wrong" and f.key != "unanchored-now" for f in trial.findings)


def issued_of(passages: Sequence[Passage], ground: Ground) -> list[str]:
    """The dates of the reports that a sentence cites; dates count from the cut-off where it cites several."""
    issued = list(dict.fromkeys(passage.issued for passage in passages if is_edtf(passage.issued)))
    return issued if len(issued) == 1 else [ground.case.cut_off, *issued]


def _stands_elsewhere(work: Work) -> bool:
    """Tell whether another paragraph bears a faulty sentence out: then only its citation is wrong."""
    wrong = {finding.key for finding in work.findings if finding.verdict == "wrong"}
    doubted = not wrong and any(finding.verdict == "review" for finding in work.findings)
    if not work.cited or len(work.line.citations) > 1 or not (doubted or wrong) or not wrong <= _MISPLACED:
        return False
    here = cover(work.facts, work.cited, work.ground, with_common=False)
    if doubted and here.share > _HARDLY:
        return False
    for passage in work.ground.passages.values():
        there = cover(work.facts, [passage], work.ground, with_common=False)
        better = len(there.found) > max(2, len(here.found)) or _is_whole(there, here)
        if passage in work.cited or not better or not _word_for_word(there.found, passage):
            continue
        if _bears(work, passage):
            return True
    return False


def _is_whole(there: Cover, here: Cover) -> bool:
    """Tell whether a paragraph has all that a sentence claims, and no less than the cited one has."""
    return len(there.found) > 2 and not there.lacking and len(there.found) >= len(here.found)


def _word_for_word(found: Sequence[Word], passage: Passage) -> bool:
    """Tell whether most words are themselves in a paragraph, not only others of their meaning."""
    there = {word.stem for word in passage.facts.words}
    return sum(word.stem in there for word in found) >= 0.6 * len(found)


def _bears(work: Work, passage: Passage) -> bool:
    """Tell whether a sentence has no fault and leaves no doubt when it cites this paragraph."""
    trial = Work(work.line, work.facts, (passage,), work.around)
    RULES["fact"](trial)
    return not any(f.verdict in ("wrong", "review") or f.key == "wording-unknown" for f in trial.findings)


def _matter(work: Work) -> str:
    """A few words by which the right paragraph can be known."""
    figures = [counted.figure.surface for counted in work.facts.figures]
    names = [work.facts.text[mention.start : mention.end] for mention in work.facts.names]
    return ", ".join((figures or names or [work.facts.words[0].text])[:2])


def _row(line: Line, ground: Ground) -> Line:
    row = read_row(line)
    found = row_citations(line, ground.case.sources)
    return replace(line, bare=row.sentence if row else line.bare, citations=found)


def _kind(work: Work) -> str:
    """Say what a sentence is: fact, judgement, alternative, absence, about the sources, outside
    knowledge, or empty."""
    text, facts, section = work.line.bare, work.facts, work.line.section
    if has_phrase(text, load("absence")["labels_outside"]) and (
        not work.cited or is_listed_outside(work) or asides.is_heading(text)
    ):
        return "outside"
    if work.line.kind == "row":
        return "fact" if facts.figures else "empty"
    if work.line.citations and (calculations.is_marked(facts) or workings.find(work.line.text)):
        return "calculation"
    own = roles.own_words(facts)
    if roles.is_absence(facts, _cites_all(work)) and not roles.is_marked_judgement(own):
        return "absence"
    if roles.is_judgement(own) and not _is_anothers(work, own):
        return "judgement"
    if work.line.citations and section != "notes" and roles.is_about_sources(facts, section):
        return "about"
    if roles.is_alternative(text, section):
        return "alternative"
    if contrasts.is_comparison(work) or (contrasts.label_end(work.line.text) and work.cited):
        return "comparison"
    if not work.line.citations:
        if roles.is_about_sources(facts, section):
            return "about"
        if not facts.figures and contrasts.is_comparison(replace(work, cited=work.around.cited_on_page)):
            return "comparison"
        sourced = [c for c in facts.figures if not durations.is_time_between(c.figure, work.ground)]
        if roles.says_nothing(facts, work.ground.common, sourced):
            return "empty"
        if _own_calculation(work):
            return "calculation"
    return "fact"


def _cites_all(work: Work) -> bool:
    """Tell whether a sentence cites every paragraph of some report."""
    cited = frozenset(work.cited)
    return any(cited.issuperset(work.ground.of_source(source)) for source in {p.source for p in cited})


def _is_anothers(work: Work, own: str) -> bool:
    """ "According to its auditors it was doubtful": a sourced statement of how likely others hold a thing."""
    if not work.cited:
        return False
    if roles.is_marked_judgement(own):
        return bool(_TRUST.search(own)) and not _FIRST_PERSON.search(own)
    led = has_phrase(own, load("reporting")["phrases"])
    told = voices(work.facts, work.ground.names) or _is_found_by_another(work, own)
    return bool(led or told or _has_likelihoods_of(work, own))


def _is_found_by_another(work: Work, own: str) -> bool:
    """ "An inquiry found that it was most probably so": whoever stands ahead of the word holds it likely."""
    likely = next((match.start() for match in judgements.words_of(own)), 0)
    told = said_in(work.facts, work.ground.names, work.around.before)
    return any(voice.verb[1] <= likely for voice in told)


def _has_likelihoods_of(work: Work, own: str) -> bool:
    """ "The head of the aid agency warned that it would probably fail": the paragraph's own "probably".

    "Its probable failure" is the same.
    """
    there = [passage.text for passage in work.cited]
    given, told = (
        {_as_adjective(word) for text in texts for word, _ in judgements.likelihoods(text)}
        for texts in ([own], there)
    )
    return bool(given) and given <= told


def _as_adjective(word: str) -> str:
    low = word.lower()
    return low[:-1] + "e" if low.endswith("bly") else low.removesuffix("ly") if low != "likely" else low


def _own_calculation(work: Work) -> bool:
    return bool(
        len(work.facts.figures) >= 3
        and calculations.is_declared(work.line.bare)
        and work.around.cited_on_page
        and not work.facts.dates
    )


def _done(work: Work, kind: str, findings: Sequence[Finding]) -> Sentence:
    if kind != "calculation":  # a working shows what is meant
        findings = sureness.weigh(findings, work.facts, work.cited)
    kept = _settled(findings)
    wrong = any(finding.verdict == "wrong" for finding in kept)
    review = any(finding.verdict == "review" for finding in kept)
    sourced = kind in ("fact", "calculation", "comparison") or bool(work.cited)
    verdict = "unsupported" if wrong else "review" if review else "supported" if sourced else "not factual"
    if verdict == "supported" and kind == "fact" and hollow.cites_for_show(work):
        verdict, kept = "review", [*kept, Finding("citation-needless", "review")]
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
    for key in ("citation-unresolved", "citation-elsewhere", "citation-elsewhere-too-wide"):
        if any(finding.key == key and finding.verdict == "wrong" for finding in kept):
            return [next(finding for finding in kept if finding.key == key)]
    wrong = [finding for finding in kept if finding.verdict == "wrong"]
    strong = [finding for finding in wrong if finding.key != "unsupported"]
    return (strong or wrong) if wrong else kept


def _best_words(work: Work) -> None:
    """Where no figure or quotation gave evidence, show the sentence of each cited paragraph that comes
    nearest."""
    shown = {(e.source, e.paragraph) for e in work.evidence}
    bare = [passage for passage in work.cited[:6] if passage.sentences and passage.place not in shown]
    if not bare:
        return
    mine = frozenset().union(*[work.facts.ideas[at] for at in roles.claims(work.facts)])
    for passage in bare:
        start, end = max(passage.sentences, key=lambda span: _shared(passage, span, mine))
        work.rest_on(passage, start, end)


def _shared(passage: Passage, span: tuple[int, int], mine: frozenset[str]) -> int:
    told = ideas_between(passage.facts, span)
    return len(told) - sum(map(mine.isdisjoint, told))


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
            passages and cover(work.facts, passages, work.ground, with_common=False).share >= 0.4
        ):
            count += 1
    return count
