"""The kind `citations`: faulty sentences of a brief, to be repaired: a dict of Markdown sentences.

In exercises.yaml, under `with:`

    items:
      a:
        faulty: "The US had 2,000 troops in Syria [@S1, para. 7]."
        fault: hedge-dropped          # what is wrong with it, as the sentence checker names it
        row: F07                      # the row of the key that the sentence is about
        also: [{source: S1, paragraph: 1}]   # further paragraphs on which a repaired sentence may stand

A repaired sentence must pass the sentence checker, and still tell what the faulty one was about: it rests on
the row's paragraph (or one of `also`) and keeps most of its words or of the key's statement.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from dateline.brief import BriefReport, Sentence, check_brief
from dateline.brief.ground.facts import facts_of
from dateline.brief.ground.passages import ground_of
from dateline.brief.layout.roles import claims
from dateline.cases import Case
from dateline.findings import Finding
from dateline.kinds import _forms as forms
from dateline.kinds._shared import (
    PlaceArgument,
    as_mapping,
    is_blank,
    kind_of,
    message_doubts,
    place_doubts,
    row_doubts,
)
from dateline.kinds._tally import place_of, right, tally, untried
from dateline.marks import words_of

LEAST_KEPT = 0.4  # share of the faulty sentence's content words that a repair must still speak of


class Item(BaseModel):
    """One faulty sentence and what it is about."""

    model_config = ConfigDict(extra="forbid")
    faulty: str
    fault: str
    row: str
    also: list[PlaceArgument] = []


class Arguments(BaseModel):
    """The `with:` block; see the head of this module."""

    model_config = ConfigDict(extra="forbid")
    items: dict[str, Item] = Field(min_length=1)


def form(arguments: Arguments, case: Case) -> forms.Form:
    """Return a sentence to write for each faulty one."""
    return forms.parts("", [forms.long_text(item) for item in arguments.items])


def mark(answer: Any, case: Case, arguments: Arguments, others: Mapping[str, Any]) -> list[Finding]:
    """Mark a dict of repaired sentences, each by the sentence checker; every item weighs the same.

    >>> about = Arguments(items={"a": {"faulty": "x", "fault": "uncited", "row": "F01"}})
    >>> mark(["one"], None, about, {})[0].key
    'expected-mapping'
    """
    told, findings = as_mapping(answer, list(arguments.items))
    if not told:
        return findings
    for name, item in arguments.items.items():
        findings += _judge(name, told.get(name), item, case)
    return tally(findings)


def _judge(name: str, value: Any, item: Item, case: Case) -> list[Finding]:
    if is_blank(value):
        return [untried(name)]
    if not isinstance(value, str):
        return [
            Finding(
                "expected-text", part=name, possible=1, params={"got": kind_of(value), "of": "a sentence"}
            )
        ]
    place = place_of(case, item.row)
    if words_of(value) == words_of(item.faulty):
        return [Finding(item.fault, part=name, possible=1, params=_params(item, case), place=place)]
    report = check_brief(value, case)
    faults = [finding for sentence in report.sentences for finding in sentence.findings]
    wrong = [finding for finding in faults if finding.verdict == "wrong"]
    if wrong:
        return _shared_out(wrong, name)
    if not any(sentence.verdict in ("supported", "review") for sentence in report.sentences):
        return [Finding("repair-says-nothing", part=name, possible=1, place=place)]
    if not _same_matter(report, value, item, case):
        return [Finding("repair-lost-the-matter", part=name, possible=1, place=place)]
    doubts = [finding for finding in faults if finding.verdict == "review"]
    if doubts:
        return [Finding(f.key, "review", part=name, params=f.params, place=f.place) for f in doubts]
    adrift = [finding for finding in faults if finding.key == "unanchored-now"]
    return [right(name), *(Finding(f.key, "note", part=name, params=f.params, place=f.place) for f in adrift)]


def _params(item: Item, case: Case) -> Mapping[str, Any]:
    """What the checker itself says of the faulty sentence, so that an unchanged one is told in full."""
    found = [f for s in check_brief(item.faulty, case).sentences for f in s.findings if f.key == item.fault]
    return found[0].params if found else {}


def _shared_out(wrong: list[Finding], part: str) -> list[Finding]:
    """Give each fault of one sentence its part of the one point."""
    share = 1 / len(wrong)
    return [Finding(f.key, "wrong", part, possible=share, params=f.params, place=f.place) for f in wrong]


def _same_matter(report: BriefReport, value: str, item: Item, case: Case) -> bool:
    """Tell whether a repair still speaks of what the faulty sentence meant."""
    row = case.key.by_id.get(item.row)
    places = {(row.source, row.paragraph)} if row else set()
    places |= {(place.source, place.paragraph) for place in item.also}
    cited = {place for sentence in report.sentences for place in _cited(sentence)}
    return bool(places & cited) and _kept(value, item.faulty, case) >= LEAST_KEPT


def _cited(sentence: Sentence) -> set[tuple[str, int]]:
    return {(citation.key, number) for citation in sentence.citations for number in citation.paragraphs}


def _kept(value: str, faulty: str, case: Case) -> float:
    names = ground_of(case).names
    mine, theirs = (facts_of(text, names, case.cut_off) for text in (value, faulty))
    wanted = [theirs.ideas[at] for at in claims(theirs)]
    return sum(bool(ideas & mine.every_idea) for ideas in wanted) / len(wanted) if wanted else 1.0


def doubts(arguments: Arguments, case: Case) -> list[str]:
    """List what does not fit: unknown rows and messages, and a faulty sentence whose fault the checker
    does not find."""
    found = row_doubts((item.row for item in arguments.items.values()), case)
    found += message_doubts(item.fault for item in arguments.items.values())
    for name, item in arguments.items.items():
        found += [doubt for place in item.also for doubt in place_doubts(place, case)]
        keys = {f.key for s in check_brief(item.faulty, case).sentences for f in s.findings}
        if item.fault not in keys:
            found.append(f"item {name}: the checker does not find {item.fault!r} in it, but {sorted(keys)}")
    return found
