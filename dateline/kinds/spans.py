"""The kind `spans`: pieces of text to be marked, such as the claims in four paragraphs.

The answer is a list of rows with `source`, `paragraph` and `exact`, the words copied from the text. The
source reader saves the same, with `prefix`, `suffix`, `start` and `end`, and with `kind`, `speaker`,
`attribution`, `status` and `hedge` where they are given; where an exercise has no `labels`, what a row says
besides its words is the learner's own and is not marked. In exercises.yaml, under `with:`

    within:                               # the paragraphs in which to mark
      - {source: S1, paragraph: 9}
    text: ["First paragraph.", "Second."] # or a text of the exercise's own, instead of `within`
    targets:                              # what is to be marked, one entry each
      - {row: C05}                        # the core is the row's anchor: a piece must hold it
      - {row: C06, core: about 2,000 fighters, extent: estimates that about 2,000 fighters}
      - {id: e1, paragraph: 2, core: about 2,000 US troops, kind: other population}
    decoys:                               # what is easily taken for one, with the message for it
      - {row: C07, message: opinion-as-fact}
    free: [{row: C08}]                    # may be marked: no points, no cost
    labels: [other population, other date]   # when each piece needs a `kind` as well
    message: span-no-claim                # for a piece in which there is nothing to mark
    instead: {too-wide: planted-too-wide} # other messages, where what is marked are no claims

`extent` is the widest piece that still counts as this one target: a phrase, `paragraph`, or the sentence if
not given. A piece that holds two cores is compound. A target with a `kind` may have `kind_accepted`, `wrong`
(label: message key) and a `place` of its own. A piece where nothing is costs as much as a target earns.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from dateline.cases import Case
from dateline.findings import Finding, Place
from dateline.kinds import _forms as forms
from dateline.kinds._pieces import Words
from dateline.kinds._shared import (
    PlaceArgument,
    as_rows,
    choice_of,
    message_doubts,
    place_doubts,
)
from dateline.kinds._span_goals import Goal, Target, Try, Where, cut, goals_of, holds, overlap, worth
from dateline.kinds._span_kinds import judge_kinds
from dateline.kinds._span_reading import named_place, read_try

# A second piece for the same target costs little for a slip, and much for listing every piece there is.
EXTRA_COST = 0.25


OPEN = ("within",)  # arguments that give no answer away


class Arguments(BaseModel):
    """The `with:` block; see the head of this module."""

    model_config = ConfigDict(extra="forbid")
    within: list[PlaceArgument] = []
    text: list[str] = []
    targets: list[Target] = Field(min_length=1)
    decoys: list[Target] = []
    free: list[Target] = []
    labels: list[str] = []
    message: str = "span-no-claim"
    instead: dict[str, str] = {}


def form(arguments: Arguments, case: Case) -> forms.Form:
    """Return rows of the place and the words copied from it, each with its kind where that is asked."""
    exact = forms.long_text("exact")
    kind = [forms.one_of("kind", arguments.labels)] if arguments.labels else []
    if arguments.text:
        return forms.list_of("", forms.row(exact, *kind))
    source = forms.one_of("source", dict.fromkeys(place.source for place in arguments.within))
    numbers = sorted({place.paragraph for place in arguments.within})
    return forms.list_of("", forms.row(source, forms.one_of("paragraph", numbers), exact, *kind))


def mark(answer: Any, case: Case, arguments: Arguments, others: Mapping[str, Any]) -> list[Finding]:
    """Mark a list of text selectors.

    >>> about = Arguments(text=["Ten came. It was grand."], targets=[{"paragraph": 1, "core": "Ten came"}])
    >>> [f.key for f in mark([{"exact": "Ten came"}], None, about, {})]
    ['spans-right']
    """
    columns = ["exact", *(["kind"] if arguments.labels else [])]
    rows, findings = as_rows(answer, columns if arguments.text else ["source", "paragraph", *columns])
    if not rows:
        return findings
    paragraphs = paragraphs_of(case, arguments)
    tries: list[Try] = []
    for number, row in enumerate(rows, start=1):
        told, said = read_try(number, row, paragraphs)
        tries += told
        findings += said
    findings += _judge(tries, paragraphs, case, arguments)
    return [replace(finding, key=arguments.instead.get(finding.key, finding.key)) for finding in findings]


def paragraphs_of(case: Case, arguments: Arguments) -> dict[Where, Words]:
    """Return the words of each paragraph to mark, by source ("" for the exercise's own text) and number."""
    if arguments.text:
        return {("", number): Words(text) for number, text in enumerate(arguments.text, start=1)}
    return {
        (spot.source, spot.paragraph): Words(case.sources[spot.source].paragraph(spot.paragraph).text)
        for spot in arguments.within
        if spot.source in case.sources
    }


def _judge(
    tries: list[Try], paragraphs: Mapping[Where, Words], case: Case, arguments: Arguments
) -> list[Finding]:
    """Compare every piece with the targets; each target is worth one, whichever piece serves it best."""
    goals = goals_of(arguments.targets, paragraphs, case)
    held = {told: [g for g in goals if holds(told, g, paragraphs)] for told in tries}
    singles = [told for told in tries if len(held[told]) < 2]
    best, findings = _singles(singles, held, goals, paragraphs, case, arguments)
    reached = set(best)
    for told in (told for told in tries if len(held[told]) > 1):
        new = [goal for goal in held[told] if goal not in reached]
        reached.update(new)
        share = 0.5 if new else -EXTRA_COST
        findings.append(Finding("compound", part=told.part, earned=share, possible=len(new)))
    findings += _missed([goal for goal in goals if goal not in reached])
    kinds = judge_kinds(best, case, arguments.labels) if arguments.labels else []
    return [*_right(best, goals, 0.5 if arguments.labels else 1), *kinds, *findings]


def _singles(
    tries: list[Try],
    held: Mapping[Try, list[Goal]],
    goals: list[Goal],
    paragraphs: Mapping[Where, Words],
    case: Case,
    arguments: Arguments,
) -> tuple[dict[Goal, tuple[float, Try]], list[Finding]]:
    """Give each target its best piece; say of every other piece what it is."""
    decoys = goals_of(arguments.decoys, paragraphs, case)
    free = goals_of(arguments.free, paragraphs, case)
    scale = 0.5 if arguments.labels else 1
    best: dict[Goal, tuple[float, Try]] = {}
    findings = []
    for told in sorted(tries, key=lambda each: -max(worth(each, goal, paragraphs) for goal in goals)):
        goal = held[told][0] if held[told] else cut(told, goals, decoys, free)
        if goal is None:
            findings += _elsewhere(told, decoys, free, arguments)
            continue
        share = worth(told, goal, paragraphs)
        if goal in best:
            findings.append(Finding("span-twice", "note", part=told.part, earned=-EXTRA_COST))
            continue
        best[goal] = (share, told)
        if share < 1:
            key = "too-wide" if held[told] else "too-narrow"
            findings.append(Finding(key, part=told.part, earned=share * scale, possible=scale))
    return best, sorted(findings, key=lambda finding: finding.part)


def _elsewhere(told: Try, decoys: list[Goal], free: list[Goal], arguments: Arguments) -> list[Finding]:
    """What to say of a piece that touches no target: a decoy, something that may be marked, or nothing."""
    if (decoy := max(decoys, key=lambda goal: overlap(told, goal), default=None)) and overlap(told, decoy):
        return [Finding(decoy.about.message, part=told.part, earned=-1)]
    if any(overlap(told, goal) for goal in free):
        return [Finding("span-free", "note", part=told.part)]
    return [Finding(arguments.message, part=told.part, earned=-1)]


def _right(best: Mapping[Goal, tuple[float, Try]], goals: list[Goal], scale: float) -> list[Finding]:
    count = sum(share == 1 for share, _ in best.values())
    if not count:
        return []
    params = {"count": count, "of": len(goals)}
    return [Finding("spans-right", "right", earned=count * scale, possible=count * scale, params=params)]


def _missed(missed: list[Goal]) -> list[Finding]:
    """One finding a paragraph in which something is still to be marked, without saying what."""
    where = dict.fromkeys(goal.where for goal in missed)
    counts = {each: sum(goal.where == each for goal in missed) for each in where}
    return [
        Finding(
            "spans-missed",
            part=named_place(each),
            possible=count,
            params={"count": count},
            place=Place(*each) if each[0] else None,
        )
        for each, count in counts.items()
    ]


def doubts(arguments: Arguments, case: Case) -> list[str]:
    """List what does not fit: paragraphs, rows, cores, labels and messages that are not there."""
    found = [reason for spot in arguments.within for reason in place_doubts(spot, case)]
    if bool(arguments.within) == bool(arguments.text):
        found.append("give the paragraphs (within:) or a text (text:), one of the two")
    every = [*arguments.targets, *arguments.decoys, *arguments.free]
    found += [
        f"the key has no row {about.row!r}"
        for about in every
        if about.row and about.row not in case.key.by_id
    ]
    found += message_doubts(
        [
            arguments.message,
            *arguments.instead,
            *arguments.instead.values(),
            *(about.message for about in arguments.decoys),
        ]
    )
    found += message_doubts(key for about in every for key in about.wrong.values())
    if found:
        return found
    paragraphs = paragraphs_of(case, arguments)
    placed = {id(goal.about) for goal in goals_of(every, paragraphs, case)}
    found += [
        f"{_name(about)}: its core is not in the paragraphs" for about in every if id(about) not in placed
    ]
    found += [
        f"{_name(goal.about)}: its core reaches beyond its extent"
        for goal in goals_of(every, paragraphs, case)
        if not goal.core.inside(goal.extent)
    ]
    for about in arguments.targets:
        told = [each for each in (about.kind, *about.kind_accepted, *about.wrong) if each]
        found += [
            f"{_name(about)}: {each!r} is not among the labels"
            for each in told
            if not choice_of(each, arguments.labels)
        ]
        if arguments.labels and not about.kind:
            found.append(f"{_name(about)}: it has no kind")
    return found


def _name(about: Target) -> str:
    return about.row or about.id or about.core
