"""The kind `brief`: a whole brief in Markdown, marked by the brief checker.

In exercises.yaml, under `with:`

    sentences: 3        # weight of the sentences: the share that their citations support
    page: 2             # weight of the rules for the page
    revises: "7.3"      # the exercise whose draft this one revises; then also
    revision: 1         # weight of what the revision adds

A sentence for a person to read is left out of the count. One good sentence is no brief: what is written
must reach some length before it earns the whole weight. A revision earns its weight when it mends a sentence
that the draft had wrong, or cites a paragraph that the draft did not; saying the same again earns nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from dateline.brief import BriefReport, Sentence, check_brief
from dateline.cases import Case
from dateline.findings import Finding
from dateline.kinds import _forms as forms
from dateline.kinds._shared import as_text, is_blank
from dateline.marks import words_of

FEWEST_SENTENCES = 6  # a bottom line, three findings and two rows of the table at the least
NAMED_BY = 6  # words
ENOUGH_WORDS = 125  # half of the shortest page


OPEN = ("revises",)  # arguments that give no answer away


class Arguments(BaseModel):
    """The `with:` block; see the head of this module."""

    model_config = ConfigDict(extra="forbid")
    sentences: float = Field(3, ge=0)
    page: float = Field(2, ge=0)
    revision: float = Field(1, ge=0)
    revises: str = ""


def form(arguments: Arguments, case: Case) -> forms.Form:
    """Return one long text."""
    return forms.long_text("brief")


def mark(answer: Any, case: Case, arguments: Arguments, others: Mapping[str, Any]) -> list[Finding]:
    """Mark a brief: its sentences, its page, and, when it revises a draft, what is new in it.

    >>> mark(["# Brief"], None, Arguments(), {})[0].key
    'expected-text'
    """
    text, findings = as_text(answer, "a brief in Markdown")
    if findings:
        return findings
    if is_blank(text):
        return [Finding("not-tried", "untried", possible=1)]
    report = check_brief(text, case)
    findings = [*_sentences(report, arguments.sentences), *_page(report, arguments.page)]
    if arguments.revises:
        findings += _revision(text, report, others.get(arguments.revises), case, arguments.revision)
    return findings


def _sentences(report: BriefReport, weight: float) -> list[Finding]:
    """Share the weight among the factual sentences that the checker can judge."""
    judged = [(n, s) for n, s in _distinct(report) if s.verdict in ("supported", "unsupported")]
    reviews = [
        Finding(f.key, "review", _name(n, sentence), params=f.params, place=f.place)
        for n, sentence in enumerate(_prose(report), start=1)
        if sentence.verdict == "review"
        for f in sentence.findings
        if f.verdict == "review"
    ]
    if not judged:
        return [Finding("no-factual-sentence", possible=weight), *reviews]
    left = _count(report, "review")
    share = weight / max(len(judged), FEWEST_SENTENCES - left)
    good = sum(sentence.verdict == "supported" for _, sentence in judged)
    found = [] if not good else [_earned("sentences-supported", good, len(judged), share * good)]
    if lacking := max(0, FEWEST_SENTENCES - left - len(judged)):
        found.append(Finding("brief-thin", possible=share * lacking, params={"count": len(judged)}))
    for number, sentence in judged:
        faults = [f for f in sentence.findings if f.verdict == "wrong"]
        for fault in faults:
            part = _name(number, sentence)
            found.append(
                Finding(
                    fault.key,
                    "wrong",
                    part,
                    possible=share / len(faults),
                    params=fault.params,
                    place=fault.place,
                )
            )
    return [*found, *reviews]


def _name(number: int, sentence: Sentence) -> str:
    """Name a sentence by its number and its first words, so that nobody has to count."""
    words = sentence.text.split()
    shown = " ".join(words[:NAMED_BY]) + (" …" if len(words) > NAMED_BY else "")
    return f"sentence {number}, “{shown}”"


def _count(report: BriefReport, verdict: str) -> int:
    return sum(sentence.verdict == verdict for sentence in _prose(report))


def _distinct(report: BriefReport) -> list[tuple[int, Sentence]]:
    """Number the sentences; one that says again what another said, word for word, is left out."""
    first: dict[tuple[str, ...], tuple[int, Sentence]] = {}
    for number, sentence in enumerate(_prose(report), start=1):
        first.setdefault(tuple(words_of(sentence.text)), (number, sentence))
    return list(first.values())


def _prose(report: BriefReport) -> list[Sentence]:
    return [sentence for sentence in report.sentences if sentence.kind != "head"]


def _earned(key: str, count: int, of: int, points: float) -> Finding:
    return Finding(key, "right", earned=points, possible=points, params={"count": count, "of": of})


def _page(report: BriefReport, weight: float) -> list[Finding]:
    """Share the weight among the rules for the page, by their points; what a sentence was told is left out.
    repeated.

    A page on which no sentence stands on its source has met no rule: there is nothing to keep them for.
    Nor does a page of a few words, which has little to break a rule with, earn the whole of what it keeps.
    """
    told = {f.key for sentence in report.sentences for f in sentence.findings if f.verdict == "wrong"}
    sourced = report.count("supported") > 0
    counted = [c for c in report.criteria if (c.met and sourced) or (not c.met and c.key not in told)]
    if not counted:
        return []
    whole = sum(_points(criterion.key) for criterion in counted)
    met = [criterion for criterion in counted if criterion.met]
    reached = weight * sum(criterion.points for criterion in met) / whole
    earned = reached * min(1.0, report.words / ENOUGH_WORDS)
    found = [_earned("page-rules-met", len(met), len(counted), earned)] if met else []
    return found + [
        Finding(
            c.key,
            part="page",
            possible=weight * _points(c.key) / whole + (reached - earned if c.key == "too-short" else 0),
            params=c.params,
        )
        for c in counted
        if not c.met
    ]


def _points(key: str) -> float:
    from dateline.brief.layout.criteria import points_of

    return points_of(key)


def _revision(text: str, report: BriefReport, draft: Any, case: Case, weight: float) -> list[Finding]:
    """Compare with the draft: mended sentences and new evidence count, repetition does not."""
    if not isinstance(draft, str) or not draft.strip():
        return [Finding("first-draft-missing", "note")]
    if words_of(draft) == words_of(text):
        return [Finding("draft-unchanged", possible=weight)]
    before = check_brief(draft, case)
    mended = before.count("unsupported") - report.count("unsupported")
    new = _places(report) - _places(before)
    mended_page = sum(c.met for c in report.criteria) - sum(c.met for c in before.criteria)
    if mended > 0 or new or (mended == 0 and mended_page > 0):
        params = {"count": max(mended, 0) + max(mended_page, 0), "new": len(new)}
        return [Finding("revision-adds", "right", earned=weight, possible=weight, params=params)]
    return [Finding("revision-repeats", possible=weight)]


def _places(report: BriefReport) -> set[tuple[str, int]]:
    """The paragraphs on which supported sentences of a brief rest."""
    return {
        (citation.key, number)
        for sentence in report.sentences
        if sentence.verdict == "supported"
        for citation in sentence.citations
        for number in citation.paragraphs
    }


def doubts(arguments: Arguments, case: Case) -> list[str]:
    """List what does not fit: a draft to revise that is no exercise of the case."""
    known = arguments.revises in case.exercises if arguments.revises else True
    return [] if known else [f"there is no exercise {arguments.revises!r} to revise"]
