"""One page a student: points and the reasons for them, with what the sources say, and no answers."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from dateline.answers import lesson_of
from dateline.cases import Case
from dateline.findings import LEADS, ORDER, SIGNS, Finding, Place, Result, words
from dateline.grading.marking import Paper
from dateline.grading.page import page, text
from dateline.grading.standing import Standing

STATES = {
    "graded": "Everything that you handed in could be graded.",
    "partly run": "Some of what you handed in could not be read, or not run to its end. The rest counts.",
    "timed out": "A notebook took too long and was stopped. What was answered until then counts.",
    "not gradable": "What you handed in could not be read. There are no points yet, and no zero either.",
    "missing": "Nothing of yours has arrived. There are no points yet, and no zero either.",
}
LONGEST = 2_000  # characters of an answer that are shown
Solve = Callable[[str], str]


def feedback_page(standing: Standing, paper: Paper, solve: Solve | None = None) -> str:
    """Return a student's page as HTML; all that a student wrote is text in it.

    `solve` gives the code of an exercise's model answer; without it no answer is given away.
    """
    body = [*_head(standing, paper)]
    for lesson in dict.fromkeys(map(lesson_of, paper.cases)):
        shown = [
            _exercise(id, standing, paper, solve)
            for id in paper.cases
            if lesson_of(id) == lesson and id in standing.grading.results
        ]
        if any(shown):
            body.append(f"<section><h2>Session {lesson}</h2>{''.join(shown)}</section>")
    return page(f"Feedback for {standing.name}", "\n".join(body))


def _head(standing: Standing, paper: Paper) -> Iterator[str]:
    grading = standing.grading
    yield f"<p>{text(STATES[grading.state])}</p>"
    if standing.total is not None:
        late = f" ({standing.late:g} % taken off for handing in late)" if standing.late else ""
        yield f"<p><strong>{standing.total:g} of {paper.possible:g} points</strong>{text(late)}</p>"
    if grading.handed_in:
        when = f"{grading.handed_in.day} {grading.handed_in:%B %Y, %H:%M}"
        yield f"<p class='soft'>Handed in: {text(when)}</p>"
    untried = [id for id, result in grading.results.items() if result.status == "not tried"]
    if untried and len(untried) < len(grading.results):
        yield f"<p>Not tried: {text(', '.join(untried))}.</p>"
    if grading.notes:
        notes = "".join(f"<li>{text(note)}</li>" for note in grading.notes[:40])
        shown = "" if grading.state == "graded" else " open"
        head = "<summary>What happened while your work was read</summary>"
        yield f"<details{shown}>{head}<ul>{notes}</ul></details>"


def _exercise(id: str, standing: Standing, paper: Paper, solve: Solve | None) -> str:
    grading = standing.grading
    result, manual = grading.results[id], grading.manual.get(id)
    if result.status == "not tried" and manual is None and id not in grading.comments:
        return ""
    points = result.points if manual is None else manual
    status = result.status if manual is None else "marked by your teacher"
    head = f"{id} · {result.title} — {status} · {points:g} of {result.possible:g} points"
    parts = [f"<h3>{text(head)}</h3>", _remark(id, standing)]
    if id in paper.hidden:
        parts.append("<p>This exercise is marked by your teacher's own key. Ask there for the reasons.</p>")
    else:
        parts += [_findings(result, paper.cases[id]), _answer(grading.answers.get(id))]
        if solve is not None and (code := solve(id)):
            parts.append(f"<p>A model answer:</p><pre>{text(code)}</pre>")
    return f"<article>{''.join(parts)}</article>"


def _remark(id: str, standing: Standing) -> str:
    lines = [f"{criterion}: {step}" for criterion, step in standing.grading.rubric.get(id, {}).items()]
    lines += [standing.grading.comments[id]] if id in standing.grading.comments else []
    if not lines:
        return ""
    said = "".join(f"<p>{text(line)}</p>" for line in lines)
    return f"<div class='remark'><p>Your teacher says:</p>{said}</div>"


def _findings(result: Result, case: Case) -> str:
    shown = sorted(result.findings, key=lambda finding: ORDER.index(finding.verdict))
    others = [finding for finding in shown if finding.verdict != "right"]
    right = [finding for finding in shown if finding.verdict == "right"]
    listed = "".join(_finding(finding, case) for finding in (others or right))
    if others and right:
        inner = "".join(_finding(finding, case) for finding in right)
        folded = f"<summary>Right: {len(right)}</summary><ul class='findings'>{inner}</ul>"
        listed += f"<li><details>{folded}</details></li>"
    return f"<ul class='findings'>{listed}</ul>"


def _finding(finding: Finding, case: Case) -> str:
    said = words(finding.key, finding.params)
    part = f" ({text(finding.part)})" if finding.part else ""
    lead = f"<span class='sign' aria-hidden='true'>{SIGNS[finding.verdict]}</span>"
    lines = [f"{lead}<strong>{LEADS[finding.verdict]}</strong>{part}: {text(said.found)}"]
    if finding.verdict != "right":
        lines += [evidence(finding.place, case)] if finding.place else []
        lines += [f"<p class='soft'>Rule: {text(said.rule)}</p>"] if said.rule else []
    return f"<li>{''.join(lines)}</li>"


def evidence(place: Place, case: Case) -> str:
    """Return where to look as HTML: the paragraph of the source, the phrase in it marked."""
    source = case.sources.get(place.source)
    where = f"{place.source}, para. {place.paragraph}"
    if source is None or not 1 <= place.paragraph <= len(source.paragraphs):
        return f"<p>Where to look: {text(where)}</p>"
    whole = source.paragraphs[place.paragraph - 1].text
    quoted = text(whole)
    if place.start is not None and place.end is not None and whole[place.start : place.end] == place.exact:
        before, after = whole[: place.start], whole[place.end :]
        quoted = f"{text(before)}<mark>{text(place.exact)}</mark>{text(after)}"
    return f"<p>Where to look: {text(where)}</p><blockquote>{quoted}</blockquote>"


def _answer(answer: Any) -> str:
    if answer is None:
        return ""
    shown = answer if isinstance(answer, str) else json.dumps(answer, indent=1, ensure_ascii=False)
    cut = f"{shown[:LONGEST]} …" if len(shown) > LONGEST else shown
    return f"<details><summary>Your answer</summary><pre>{text(cut)}</pre></details>"
