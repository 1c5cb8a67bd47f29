"""A report on a brief as HTML for notebooks: the brief itself, each sentence with its mark and its evidence.

Everything that a writer wrote is escaped. Colour, sign and words say the same, so that none is needed alone.
"""

from __future__ import annotations

import html
from collections.abc import Iterable
from itertools import groupby
from typing import Any

from dateline.brief.layout.page import Line
from dateline.brief.layout.verdicts import LEADS, SIGNS, Sentence, said_of
from dateline.brief.showing.render import LIMIT, rates
from dateline.findings import Finding

COLOURS = {"supported": "success", "unsupported": "warn", "review": "info", "not factual": "border"}
FRAME = "border:1px solid var(--jp-border-color1,#bbb);border-radius:4px;padding:.6em .9em;max-width:76em"
_PLAIN = "list-style:none;margin:0;padding:0"
_SIDE_BY_SIDE = "display:flex;flex-wrap:wrap;gap:.1em 1.5em"


def as_html(report: Any) -> str:
    """Return the report as HTML: a summary, the rules for the page, then the brief with its marks.

    >>> from dateline import check_brief, open_case
    >>> "<b>" in as_html(check_brief("It <b>rained</b>.", open_case("syria-withdrawal")))
    False
    """
    notices = "".join(f"<p>{html.escape(notice)}</p>" for notice in report.notices)
    return (
        f"<section role='status' aria-label='Report on your brief' style='{FRAME}'>"
        f"<p style='margin:0 0 .3em'><strong>{html.escape(report.summary)}</strong></p>"
        f"<p style='margin:0 0 .5em'><small>{html.escape(rates(report))}</small></p>{notices}"
        f"<details open><summary>The page</summary>{_criteria(report)}</details>"
        f"<details open><summary>Your brief, sentence by sentence</summary>{_legend()}{_brief(report)}"
        f"</details><p style='margin:.5em 0 0'><small>{html.escape(LIMIT)}</small></p></section>"
    )


def _criteria(report: Any) -> str:
    rows = (
        f"<li style='margin:.2em 0'><span aria-hidden='true'>{'✓' if c.met else '→'}</span> "
        f"<strong>{'Met' if c.met else 'To mend'}</strong>: {html.escape(c.words)}"
        f"{'' if c.met or not c.rule else f'<br><small>Rule: {html.escape(c.rule)}</small>'}</li>"
        for c in report.criteria
    )
    return f"<ul style='{_PLAIN}'>{''.join(rows)}</ul>"


def _legend() -> str:
    marks = (f"<span aria-hidden='true'>{SIGNS[v]}</span> {LEADS[v]}" for v in COLOURS)
    return f"<p style='margin:.2em 0'><small>{' · '.join(marks)}</small></p>"


def _brief(report: Any) -> str:
    """The brief in its own order: headings as headings, each run of sentences as a numbered list."""
    parts, number = [], 0
    pairs = zip(report.lines, report.sentences, strict=True)
    for heads, run in groupby(pairs, key=lambda pair: pair[1].kind == "head"):
        if heads:
            parts += [_head(line) for line, _ in run]
            continue
        rows = []
        for line, sentence in run:
            number += 1
            rows.append(_sentence(number, line, sentence, report))
        parts.append(f"<ol style='{_PLAIN}'>{''.join(rows)}</ol>")
    return "".join(parts)


def _head(line: Line) -> str:
    if line.kind == "columns":
        return ""
    weight = "600" if line.kind == "heading" else "400"
    return f"<p style='margin:.7em 0 .2em;font-weight:{weight}'>{html.escape(line.text)}</p>"


def _sentence(number: int, line: Line, sentence: Sentence, report: Any) -> str:
    told = "".join(finding_html(finding) for finding in sentence.findings)
    return (
        f"<li style='border-left:4px solid {colour(sentence.verdict)};padding:.15em .6em;margin:.35em 0;"
        f"{_SIDE_BY_SIDE}'><div style='flex:3 1 24em'>{mark(sentence)} "
        f"({number}): {'• ' if line.kind == 'item' else ''}{html.escape(sentence.text)}{told}</div>"
        f"<div style='flex:2 1 16em'>{_evidence(sentence, report)}</div></li>"
    )


def colour(verdict: str) -> str:
    """Return the colour of a verdict as CSS, from the theme of JupyterLab."""
    return f"var(--jp-{COLOURS[verdict]}-color1,#666)"


def mark(sentence: Sentence) -> str:
    """Return the mark of a sentence: a sign, and the same in words."""
    sign = f"<span aria-hidden='true'>{SIGNS[sentence.verdict]}</span>"
    return f"{sign} <strong>{LEADS[sentence.verdict]}</strong>"


def _evidence(sentence: Sentence, report: Any) -> str:
    """The cited paragraphs, the words on which the sentence rests or fails marked; shut until opened."""
    spans = _spans(sentence)
    cited = [(c.key, n) for c in sentence.citations for n in c.paragraphs]
    places = [place for place in dict.fromkeys([*spans, *cited]) if place in report.paragraphs]
    if not places:
        return ""
    rows = (
        f"<p style='margin:.2em 0'><strong>{source}, para. {number}</strong>: "
        f"{_marked(report.paragraphs[source, number], spans.get((source, number), ()))}</p>"
        for source, number in places[:6]
    )
    title = "What it rests on" if sentence.verdict == "supported" else "What the paragraph says"
    return f"<details><summary>{title}</summary>{''.join(rows)}</details>"


def _spans(sentence: Sentence) -> dict[tuple[str, int], list[tuple[int, int]]]:
    found: dict[tuple[str, int], list[tuple[int, int]]] = {}
    for each in sentence.evidence:
        found.setdefault((each.source, each.paragraph), []).append(each.span)
    for place in (finding.place for finding in sentence.findings if finding.place):
        if place.start is not None and place.end is not None:
            found.setdefault((place.source, place.paragraph), []).append((place.start, place.end))
    return found


def _marked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Escape a text and put some places of it between <mark> and </mark>."""
    parts, at = [], 0
    for start, end in sorted(spans):
        if start >= at:
            parts += [html.escape(text[at:start]), f"<mark>{html.escape(text[start:end])}</mark>"]
            at = end
    return "".join([*parts, html.escape(text[at:])])


def finding_html(finding: Finding) -> str:
    """Return a finding as HTML: what was found, where to look, which rule it is."""
    found, rule = said_of(finding)
    rows = [html.escape(found)]
    if finding.verdict != "note":
        rows += [f"<small>Where to look: {html.escape(str(finding.place))}</small>"] if finding.place else []
        rows += [f"<small>Rule: {html.escape(rule)}</small>"] if rule else []
    lead = {"wrong": "→ To mend", "note": "i Note", "review": "? To read"}.get(finding.verdict, "")
    return f"<div style='margin:.2em 0 .2em 1em'><strong>{lead}</strong>: {'<br>'.join(rows)}</div>"
