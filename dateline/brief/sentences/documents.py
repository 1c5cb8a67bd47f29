"""What a brief says of the reports as documents: who wrote them and when, and whose voices they carry."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from dateline.brief.amounts.counting import check_figures
from dateline.brief.ground.facts import Facts
from dateline.brief.ground.passages import Ground, Passage
from dateline.brief.language.wording import Word, has_phrase, phrases_in
from dateline.brief.layout.work import Work, clauses
from dateline.brief.people import mastheads
from dateline.brief.people.unnamed import Unnamed, kind_of, listed, makes_more, read
from dateline.brief.people.voices import is_outlet
from dateline.brief.sentences import claims
from dateline.dates import DateMention, is_edtf, within
from dateline.findings import Finding
from dateline.lexicon import load

# How far a trip or a talk with reporters had got is no claim of the brief's.
_WAIVED = ("certainty-raised", "plan-as-outcome")
_PARTS = ("publisher", "agency", "byline", "title", "dateline_place")


def judge(work: Work) -> None:
    """Judge names, dates and voices of a sentence about the reports by heads and cited paragraphs."""
    labelled = bool(has_phrase(work.facts.text, load("absence")["labels_outside"]))
    for span, cited in _clauses(work):
        sources = _sources(work, span, cited)
        if not labelled:
            work.findings += _outlets(work, span, sources) + _dates(work, span, sources, cited)
        work.findings += _voices(work, span, cited)
        work.findings += mastheads.judge(work.facts.text[slice(*span)], sources, work.ground)
    if not work.cited or any(finding.verdict == "wrong" for finding in work.findings):
        return
    check_figures(work)
    said = claims.judge(work, _heads(work), _light(work.facts))
    work.findings = [f for f in (*work.findings, *said) if f.key not in _WAIVED]


def named_in_heads(work: Work) -> list[Finding]:
    """Judge what a statement of absence says of the heads of the reports."""
    return mastheads.judge(
        work.facts.text, _sources(work, (0, len(work.facts.text)), work.cited), work.ground
    )


def _clauses(work: Work) -> list[tuple[tuple[int, int], tuple[Passage, ...]]]:
    whole = (0, len(work.facts.text))
    return clauses(work) or [(whole, work.cited)]


def _sources(work: Work, span: tuple[int, int], cited: Sequence[Passage]) -> list[Any]:
    """The reports of which a clause speaks: those it names, else those it cites, else all."""
    known = work.ground.case.sources
    text = work.facts.text[slice(*span)]
    named = [
        source for id, source in known.items() if id in text and re.search(rf"\b{re.escape(id)}\b", text)
    ]
    return named or [known[id] for id in dict.fromkeys(p.source for p in cited)] or list(known.values())


def _outlets(work: Work, span: tuple[int, int], sources: Sequence[Any]) -> list[Finding]:
    """A report given to a publisher or an agency that its head does not name."""
    ground = work.ground
    found = []
    for mention in work.facts.names:
        inside = span[0] <= mention.start < span[1] and not mention.person
        if inside and is_outlet(mention.id, ground.names) and not is_of(mention.id, sources, ground):
            given = work.facts.text[mention.start : mention.end]
            found.append(Finding("unsupported", possible=1, params={"given": given, "words": given}))
    publishers = [entry.source for entry in ground.case.about.outside_knowledge if entry.source]
    strange = has_phrase(work.facts.text[slice(*span)], publishers) if publishers else None
    if strange:
        params = {"given": strange[0], "phrase": strange[0]}
        found.append(Finding("outside-knowledge-unlabelled", possible=1, params=params))
    return found


def is_of(id: str, sources: Sequence[Any], ground: Ground) -> bool:
    """Whether an outlet or agency is that of one of some reports."""
    party = ground.names.organisations[id]
    known = {name.lower() for name in (party.name, *party.aliases)}
    heads = {str(getattr(source, part)).lower() for source in sources for part in ("publisher", "agency")}
    said = f"{id} {party.name} {party.role}".lower()
    return bool(known & heads) or any(re.search(rf"\b{source.id.lower()}\b", said) for source in sources)


def _dates(
    work: Work, span: tuple[int, int], sources: Sequence[Any], cited: Sequence[Passage]
) -> list[Finding]:
    issued = [source.date for source in sources] + [
        date.edtf for passage in cited for date in passage.facts.dates if is_edtf(date.edtf)
    ]
    inside = [m for m in work.facts.dates if span[0] <= m.start < span[1] and m.kind != "duration"]
    return [finding for mention in inside for finding in _date(mention, issued)]


def _date(mention: DateMention, issued: Sequence[str]) -> list[Finding]:
    params = {"given": mention.surface}
    if mention.kind == "now":
        return [Finding("unanchored-now", possible=1, params=params)]
    if not is_edtf(mention.edtf) or any(_within(date, mention.edtf) for date in issued):
        return []
    finer = any(_within(mention.edtf, date) for date in issued)
    return [Finding("too-precise" if finer else "unsupported-date", possible=1, params=params)]


def _within(inner: str, outer: str) -> bool:
    try:
        return inner == outer or within(inner, outer)
    except ValueError:
        return False


def _voices(work: Work, span: tuple[int, int], cited: Sequence[Passage]) -> list[Finding]:
    """ "Unnamed people" need a nameless voice in the cited paragraphs, "a named minister" a named one."""
    text = work.facts.text[slice(*span)]
    lists, names = load("documents"), work.ground.names
    if not cited:
        return []
    told = has_phrase(text, lists["named"])
    if told and not any(id in names.people and not kind_of(id, names) for id in _people(cited)):
        return [Finding("unsupported", possible=1, params={"given": told[0], "words": told[0]})]
    if more := multiplied(work, span, cited):
        return [Finding("anonymous-multiplied", possible=1, params={"given": more})]
    bare = has_phrase(text, ["unnamed", "anonymous", "nameless"])
    if bare and not any(kind_of(id, names) for id in _people(cited)):
        return [Finding("unsupported", possible=1, params={"given": bare[0], "words": bare[0]})]
    return []


def _people(cited: Sequence[Passage]) -> set[str]:
    """The parties that some paragraphs name or let speak by the key."""
    named = {mention.id for passage in cited for mention in passage.facts.names}
    return named | {speaker for passage in cited for told in passage.told for speaker in told.speakers}


def multiplied(work: Work, span: tuple[int, int], cited: Sequence[Passage]) -> str:
    """Return what names more unnamed people than any paragraph has, "" where nothing does: "two officials"
    for "a U.S. official"."""
    words = [word for word in work.facts.words if span[0] <= word.start < span[1]]
    several = [someone for someone in _nameless(words) if someone.number == "several"]
    if not several:
        return ""
    theirs = [someone for passage in cited for someone in _nameless(passage.facts.words)]
    counted = {word for p in cited for c in p.facts.figures for word in c.figure.counted.lower().split()}
    theirs = [replace(one, number="several") if one.head in counted else one for one in theirs]
    mine = next((someone for someone in several if makes_more(someone, theirs) == "more"), None)
    return " ".join([*(word.text for word in mine.described), mine.head]) if mine else ""


def _nameless(words: Sequence[Word]) -> list[Unnamed]:
    return [read(words, at) for at, word in enumerate(words) if word.low in _heads_of_people()]


@cache
def _heads_of_people() -> frozenset[str]:
    return listed("anonymous_many") | listed("anonymous_one")


def _heads(work: Work) -> list[tuple[int, int]]:
    """The places of words that the heads of the reports have: publisher, agency, byline."""
    return [match.span() for match in phrases_in(work.facts.text, _in_heads(work.ground))]


def _in_heads(ground: Ground) -> tuple[str, ...]:
    """The names in the heads of the reports and the words of these, read once for each open case."""
    if "heads" not in ground.kept:
        said = [str(getattr(source, part)) for source in ground.case.sources.values() for part in _PARTS]
        heads = [head for head in said if head and head != "not stated"]
        phrases = {phrase for head in heads for phrase in (head, *head.split())}
        named = (phrase for phrase in phrases if phrase[:1].isupper() and len(phrase) > 1)
        ground.kept["heads"] = tuple(sorted(named))
    return ground.kept["heads"]


def _light(facts: Facts) -> list[tuple[int, int]]:
    return [match.span() for match in phrases_in(facts.text, load("documents")["plain"])]
