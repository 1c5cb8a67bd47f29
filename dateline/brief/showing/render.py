"""A report on a brief in words, as plain lines for terminals and screen readers."""

from __future__ import annotations

from typing import Any

from dateline.brief.layout.verdicts import LEADS, SIGNS, Criterion, Sentence, said_of
from dateline.findings import Finding

LIMIT = (
    "A full score means that the brief is well sourced. It does not mean that the sources are right: "
    "whether the reasoning holds and the choice of facts is fair is for a person to read."
)


def as_text(report: Any) -> str:
    """Return the report as plain lines: the summary, the page, then each sentence.

    >>> from dateline import check_brief, open_case
    >>> text = as_text(check_brief("It rained.", open_case("syria-withdrawal")))
    >>> text.splitlines()[0].split(" · ")[0]
    '0 of 1 factual sentences supported, 1 not, 0 for a person to read'
    """
    lines = [report.summary, rates(report), *report.notices, "", "The page"]
    lines += [line for criterion in report.criteria for line in _criterion_lines(criterion)]
    lines += ["", "Sentences"]
    for number, sentence in enumerate(shown(report), start=1):
        lines.append(f"  {SIGNS[sentence.verdict]} {number}. {LEADS[sentence.verdict]}: {sentence.text}")
        lines += [line for finding in sentence.findings for line in _finding_lines(finding)]
        lines += [
            f"      Rests on {evidence}" for evidence in sentence.evidence if sentence.verdict != "supported"
        ]
    return "\n".join([*lines, "", LIMIT])


def shown(report: Any) -> list[Sentence]:
    """Return the sentences without the head, as the check of an exercise numbers them."""
    return [sentence for sentence in report.sentences if sentence.kind != "head"]


def rates(report: Any) -> str:
    """Return citation recall and precision in one line."""
    return (
        f"Citation recall {report.citation_recall:.0%} (factual sentences that their citations support), "
        f"precision {report.citation_precision:.0%} (citations that bear on their sentence), as in ALCE."
    )


def _sign(criterion: Criterion) -> str:
    return "✓ Met:" if criterion.met else "→ To mend:"


def _criterion_lines(criterion: Criterion) -> list[str]:
    said = [f"  {_sign(criterion)} {criterion.words}"]
    return said + ([f"      Rule: {criterion.rule}"] if criterion.rule and not criterion.met else [])


def _finding_lines(finding: Finding) -> list[str]:
    found, rule = said_of(finding)
    lead = {"wrong": "→", "note": "i Note:", "review": "? To read:"}.get(finding.verdict, "·")
    lines = [f"      {lead} {found}"]
    if finding.verdict == "note":
        return lines
    lines += [f"        Where to look: {finding.place}"] if finding.place else []
    return lines + ([f"        Rule: {rule}"] if rule else [])
