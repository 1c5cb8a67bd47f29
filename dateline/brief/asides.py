"""Judge an aside that is called outside knowledge: by what the case lists as known from elsewhere."""

from __future__ import annotations

import re
from dataclasses import replace

from dateline.brief.facts import Facts, facts_of
from dateline.brief.happened import covers
from dateline.brief.page import Line
from dateline.brief.passages import Ground, Passage
from dateline.brief.wording import has_phrase, is_light
from dateline.dates import is_edtf
from dateline.findings import Finding
from dateline.lexicon import load

_FEW = 2  # words such as "if we may use" say nothing that would have to be listed
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
    for pattern in _ASIDES:
        for match in pattern.finditer(text):
            if has_phrase(match[0], load("absence")["labels_outside"]):
                return match.span()
    return None


def set_apart(line: Line) -> tuple[Line, str]:
    """Return a sentence without its aside, offsets kept, and the aside; "" where there is none."""
    span = aside_of(line.bare)
    if span is None or not line.citations:
        return line, ""
    start, end = span
    rest = line.bare[:start] + " " * (end - start) + line.bare[end:]
    return (replace(line, bare=rest), line.bare[start:end]) if re.search(r"\w", rest) else (line, "")


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
    given = " ".join(aside.split()).strip("() ")
    return Finding("outside-knowledge-labelled", "note" if sound else "review", params={"given": given})


def _strange(facts: Facts, told: Facts) -> int:
    """Count the words that nothing listed as outside knowledge has."""
    known = told.every_idea
    label = has_phrase(facts.text, load("absence")["labels_outside"])
    own = [at for at, word in enumerate(facts.words) if not is_light(word) and facts.ideas[at]]
    own = [at for at in own if not (label and label.start() <= facts.words[at].start < label.end())]
    return sum(not facts.ideas[at] & known for at in own)
