"""Judge an aside that is called outside knowledge: by what the case lists as known from elsewhere."""

from __future__ import annotations

import re
from dataclasses import replace

from dateline.brief.ground.facts import Facts, facts_of
from dateline.brief.ground.happened import covers
from dateline.brief.ground.passages import Ground, Passage
from dateline.brief.language.wording import has_phrase, is_light, pattern_of, words
from dateline.brief.layout.page import Line
from dateline.dates import is_edtf
from dateline.findings import Finding
from dateline.lexicon import load
from dateline.marks import fold

_FEW = 2  # words such as "if we may use" say nothing that would have to be listed
# What a label alone in brackets speaks of: "Arsenic, which is a poison (outside knowledge), …".
_SAID = re.compile(r",\s+(?:which|who|whom|whose|where|when|an?|the|once|now|then)\b[^,;:()–—]*$")
_ASIDES = (
    re.compile(r"\([^()]*\)"),
    re.compile(r"\s[–—]\s[^–—]*\s[–—](?=\s)|\s-\s[^-]*\s-(?=\s)"),
    re.compile(r"[;–—][^;–—]*$"),
)


def aside_of(text: str) -> tuple[int, int] | None:
    """Return where an aside with its label stands: in brackets, between dashes, or behind a semicolon.

    >>> aside_of("It ran in May (in a weekly, by outside knowledge).")
    (14, 49)
    """
    if not has_phrase(text, load("absence")["labels_outside"]):
        return None
    for pattern in _ASIDES:
        for match in pattern.finditer(text):
            if has_phrase(match[0], load("absence")["labels_outside"]):
                return match.span()
    return None


def _whole(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """An aside with the clause before it, where the aside is a label and no more."""
    start, end = span
    label = pattern_of(tuple(load("absence")["labels_outside"])).sub(" ", fold(text[start:end]))
    said = _SAID.search(text[:start].rstrip())
    only = all(is_light(word) for word in words(label))
    return (said.start(), end) if only and said else span


def set_apart(line: Line) -> tuple[Line, str]:
    """Return a sentence without its aside, offsets kept, and the aside; "" where there is none."""
    span = aside_of(line.bare)
    if span is None or not line.citations:
        return line, ""
    start, end = _whole(line.bare, span)
    rest = line.bare[:start] + " " * (end - start) + line.bare[end:]
    return (replace(line, bare=rest), line.bare[start:end]) if re.search(r"\w", rest) else (line, "")


def is_heading(text: str) -> bool:
    """Tell whether a label stands before all that a sentence says: "Outside knowledge: …".

    >>> is_heading("Outside knowledge: it rained."), is_heading("It rained: outside knowledge.")
    (True, False)
    """
    head, colon, _ = text.partition(":")
    label = has_phrase(head, load("absence")["labels_outside"]) if colon else None
    return label is not None and not re.search(r"\w", head[: label.start()])


def judge(aside: str, issued: list[str], cited: tuple[Passage, ...], ground: Ground) -> Finding:
    """Let an aside stand when the case lists what it says: its dates, its figures, nearly all its words."""
    facts = facts_of(aside, ground.names, issued)
    listed = ground.case.about.outside_knowledge
    dated = [dated for passage in cited for dated in passage.dated]
    known = [edtf for each in dated for edtf in (*each.outside, *each.accepted)]
    known += [entry.date for entry in listed if entry.date]
    told = facts_of(" ".join(entry.statement for entry in listed), ground.names, issued)
    dates = [date.edtf for date in facts.dates if is_edtf(date.edtf)]
    sound = all(any(covers(date, each) for each in known) for date in dates)
    counts = [facts.text[c.figure.start : c.figure.end] for c in facts.figures if c.population]
    sound = sound and all(count in told.text for count in counts) and _strange(facts, told) <= _FEW
    given = " ".join(aside.split()).strip("(),;– ")
    return Finding("outside-knowledge-labelled", "note" if sound else "review", params={"given": given})


def _strange(facts: Facts, told: Facts) -> int:
    """Count the words that nothing listed as outside knowledge has."""
    known = told.every_idea
    label = has_phrase(facts.text, load("absence")["labels_outside"])
    own = [at for at, word in enumerate(facts.words) if not is_light(word) and facts.ideas[at]]
    own = [at for at in own if not (label and label.start() <= facts.words[at].start < label.end())]
    return sum(not facts.ideas[at] & known for at in own)
