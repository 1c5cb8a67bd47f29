"""Check a brief against the reports it cites: deterministic, offline, every verdict with its rule and place.

The rooms, from the ground up: `language`, `ground`, `people`, `layout`, `amounts`, `timing`, `deeds`,
`sentences`, `showing`. Each says at its door what it holds; none knows of those above it.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from dateline.brief.layout.verdicts import Criterion, Evidence, Sentence
from dateline.brief.showing.report import BriefReport
from dateline.findings import Finding

__all__ = ["BriefReport", "Criterion", "Evidence", "Sentence", "check_brief", "check_one", "export_brief"]

MOST_CHARACTERS = 60_000


def check_brief(markdown: str, case: Any) -> BriefReport:
    """Check a brief in Markdown, sentence by sentence and as a page, against the reports of a case.

    Every figure, date, quotation, speaker, act and plain word of a sentence is looked for in the paragraphs
    that the sentence cites, figures with their hedges as bounds. What the checker cannot judge goes to
    "review". `case` may be the id of a case. It never raises on a string; text behind the first 60,000
    characters is not read, and the report says so.

    >>> from dateline import open_case
    >>> case = open_case("syria-withdrawal")
    >>> report = check_brief("More than 700 US troops are leaving Syria [@S2, para. 5].", case)
    >>> report.sentences[0].verdict
    'supported'
    """
    from dateline.brief.ground.passages import ground_of
    from dateline.brief.layout import criteria
    from dateline.brief.layout.page import read_page
    from dateline.cases import open_case

    case = open_case(case) if isinstance(case, str) else case
    ground = ground_of(case)
    text = "" if markdown in (None, ...) else str(markdown)  # the cell of an exercise may still hold "..."
    lines = read_page(_clean(text), case.sources)
    sentences = _check(lines, ground)
    page = criteria.Page(lines, sentences, ground)
    recall, precision = _rates(sentences)
    cut = (
        () if len(text) <= MOST_CHARACTERS else (f"Only the first {MOST_CHARACTERS:,} characters were read.",)
    )
    return BriefReport(
        tuple(sentences),
        tuple(criteria.judge(page)),
        page.word_count,
        recall,
        precision,
        cut,
        tuple(lines),
        _paragraphs(sentences, ground),
    )


def check_one(sentence: str, case: Any) -> Sentence | None:
    """Check one sentence in Markdown; None when the text holds no sentence, several are taken as the
    first one.

    >>> from dateline import open_case
    >>> check_one("700 US troops are leaving Syria [@S2, para. 5].", open_case("syria-withdrawal")).keys
    ['hedge-dropped']
    """
    found = check_brief(sentence, case).sentences
    return next((each for each in found if each.kind != "head"), None)


def export_brief(markdown: str, case: Any, file: str | Path, style: str = "chicago", **options: Any) -> Path:
    """Write a brief as HTML, DOCX or PDF, its citations as notes and a bibliography; see `export`."""
    from dateline.brief.showing.export import export

    return export(markdown, case, file, style, **options)


def _clean(text: str) -> str:
    from dateline.brief.language.plain import plain

    return plain(text[:MOST_CHARACTERS].encode("utf-8", "replace").decode("utf-8").replace("\0", " "))


def _check(lines: list[Any], ground: Any) -> list[Sentence]:
    from dateline.brief.layout.spelling import spelt_out
    from dateline.brief.sentences.surroundings import surroundings

    spelt = [spelt_out(line, ground) for line in lines]
    found = [_checked(line, around) for line, around in zip(spelt, surroundings(spelt, ground), strict=True)]
    return [
        sentence if read is line else replace(sentence, text=line.text, citations=line.citations)
        for sentence, read, line in zip(found, spelt, lines, strict=True)
    ]


def _checked(line: Any, around: Any) -> Sentence:
    """Check one sentence; a fault of the checker itself sends it to a person and costs the writer nothing."""
    from dateline.brief.sentences.memory import check

    try:
        return check(line, around)
    except Exception:  # no text may end in a traceback; tests look for the finding
        failed = Finding("check-failed", "review")
        return Sentence(line.text, "review", (failed,), citations=line.citations)


def _paragraphs(sentences: list[Sentence], ground: Any) -> dict[tuple[str, int], str]:
    """The text of every paragraph that a sentence cites or rests on."""
    cited = {(c.key, number) for s in sentences for c in s.citations for number in c.paragraphs}
    rested = {(e.source, e.paragraph) for s in sentences for e in s.evidence}
    told = {(f.place.source, f.place.paragraph) for s in sentences for f in s.findings if f.place}
    places = sorted((cited | rested | told) & ground.passages.keys())
    return {place: ground.passages[place].text for place in places}


def _rates(sentences: list[Sentence]) -> tuple[float, float]:
    """Citation recall and precision over factual sentences, as ALCE counts them."""
    factual = [sentence for sentence in sentences if sentence.verdict != "not factual"]
    cited = sum(len(sentence.citations) for sentence in factual)
    useful = sum(
        len(sentence.citations) - min(sentence.needless, len(sentence.citations))
        for sentence in factual
        if sentence.verdict == "supported"
    )
    recall = sum(sentence.verdict == "supported" for sentence in factual) / len(factual) if factual else 1.0
    return recall, useful / cited if cited else 1.0
