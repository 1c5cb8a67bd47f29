"""A report on a brief in words: as text for terminals, as HTML for notebooks."""

from __future__ import annotations

import html
from typing import Any

from dateline.brief.verdicts import LEADS, SIGNS, Criterion, Sentence, said_of
from dateline.findings import Finding

_COLOURS = {"supported": "success", "unsupported": "warn", "review": "info", "not factual": "border"}
_FRAME = "border:1px solid var(--jp-border-color1,#bbb);border-radius:4px;padding:.6em .9em;max-width:60em"
_PLAIN = "list-style:none;margin:0;padding:0"
LIMIT = (
    "A full score means that the brief is well sourced. It does not mean that the sources are right: "
    "whether the reasoning holds and the choice of facts is fair is for a person to read."
)


def as_text(report: Any) -> str:
    """Return the report as plain lines: the summary, the page, then each sentence that needs a look.

    >>> from dateline import check_brief, open_case
    >>> text = as_text(check_brief("It rained.", open_case("syria-withdrawal")))
    >>> text.splitlines()[0].split(" · ")[0]
    '0 of 1 factual sentences supported, 1 not, 0 for a person to read'
    """
    lines = [report.summary, _rates(report), *report.notices, "", "The page"]
    lines += [f"  {_sign(criterion)} {criterion.words}" for criterion in report.criteria]
    lines += ["", "Sentences"]
    for number, sentence in enumerate(_shown(report), start=1):
        lines.append(f"  {SIGNS[sentence.verdict]} {number}. {LEADS[sentence.verdict]}: {sentence.text}")
        lines += [line for finding in sentence.findings for line in _finding_lines(finding)]
        lines += [
            f"      Rests on {evidence}" for evidence in sentence.evidence if sentence.verdict != "supported"
        ]
    return "\n".join([*lines, "", LIMIT])


def _shown(report: Any) -> list[Sentence]:
    """Sentences are numbered without the head, as the check of an exercise numbers them."""
    return [sentence for sentence in report.sentences if sentence.kind != "head"]


def _rates(report: Any) -> str:
    return (
        f"Citation recall {report.citation_recall:.0%} (factual sentences that their citations support), "
        f"precision {report.citation_precision:.0%} (citations that bear on their sentence), as in ALCE."
    )


def _sign(criterion: Criterion) -> str:
    return "✓ Met:" if criterion.met else "→ To mend:"


def _finding_lines(finding: Finding) -> list[str]:
    found, rule = said_of(finding)
    lead = {"wrong": "→", "note": "i Note:", "review": "? To read:"}.get(finding.verdict, "·")
    lines = [f"      {lead} {found}"]
    lines += (
        [f"        Where to look: {finding.place}"] if finding.place and finding.verdict != "note" else []
    )
    return lines + ([f"        Rule: {rule}"] if rule and finding.verdict != "note" else [])


def as_html(report: Any) -> str:
    """Return the report for a notebook: sign, words and colour say the same; evidence opens on demand."""
    sentences = "".join(
        _sentence(number, sentence) for number, sentence in enumerate(_shown(report), start=1)
    )
    page = "".join(
        f"<li style='margin:.2em 0'><span aria-hidden='true'>{'✓' if c.met else '→'}</span> "
        f"<strong>{'Met' if c.met else 'To mend'}</strong>: {html.escape(c.words)}</li>"
        for c in report.criteria
    )
    return (
        f"<section role='status' aria-label='Report on your brief' style='{_FRAME}'>"
        f"<p style='margin:0 0 .3em'><strong>{html.escape(report.summary)}</strong></p>"
        f"<p style='margin:0 0 .5em'><small>{html.escape(_rates(report))}</small></p>"
        f"<details open><summary>The page</summary><ul style='{_PLAIN}'>{page}</ul></details>"
        f"<details open><summary>Sentences</summary><ol style='{_PLAIN}'>{sentences}</ol></details>"
        f"<p style='margin:.5em 0 0'><small>{html.escape(LIMIT)}</small></p></section>"
    )


def _sentence(number: int, sentence: Sentence) -> str:
    colour = f"var(--jp-{_COLOURS[sentence.verdict]}-color1,#666)"
    told = "".join(_told(finding) for finding in sentence.findings)
    evidence = "".join(f"<li>{html.escape(str(each))}</li>" for each in sentence.evidence)
    shown = f"<details><summary>What it rests on</summary><ul>{evidence}</ul></details>" if evidence else ""
    return (
        f"<li style='border-left:4px solid {colour};padding:.15em .6em;margin:.35em 0'>"
        f"<span aria-hidden='true'>{SIGNS[sentence.verdict]}</span> "
        f"<strong>{LEADS[sentence.verdict]}</strong> "
        f"({number}): {html.escape(sentence.text)}{told}{shown}</li>"
    )


def _told(finding: Finding) -> str:
    found, rule = said_of(finding)
    rows = [html.escape(found)]
    if finding.verdict != "note":
        rows += [f"<small>Where to look: {html.escape(str(finding.place))}</small>"] if finding.place else []
        rows += [f"<small>Rule: {html.escape(rule)}</small>"] if rule else []
    lead = {"wrong": "→ To mend", "note": "i Note", "review": "? To read"}.get(finding.verdict, "")
    return f"<div style='margin:.2em 0 .2em 1em'><strong>{lead}</strong>: {'<br>'.join(rows)}</div>"
