"""The parts that a brief has: head, bottom line, findings, alternative, gaps, judgement."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from dateline.brief.ground.facts import facts_of
from dateline.brief.ground.passages import Ground
from dateline.brief.language.wording import has_phrase
from dateline.brief.layout import roles
from dateline.brief.layout.judgements import likelihoods
from dateline.brief.layout.page import Line
from dateline.brief.layout.verdicts import Sentence
from dateline.dates import is_edtf
from dateline.lexicon import load

BOTTOM_LINE_WORDS = 50
FINDINGS = range(3, 6)
_MAY = re.compile(r"\b(?:(?-i:may)|might|could|perhaps|possibly|maybe|possible)\b", re.IGNORECASE)
_NONE = 4  # "None." or "No gaps." under a heading names nothing


def is_prose(line: Line) -> bool:
    """Tell whether a line is neither heading, head nor note."""
    apart = ("heading", "head", "columns", "row")
    return line.kind not in apart and line.section not in ("sources", "notes")


@dataclass(frozen=True)
class Page:
    """A checked page: its lines, the sentence made of each, and what it was checked against."""

    lines: Sequence[Line]
    sentences: Sequence[Sentence]
    ground: Ground

    def of(self, *sections: str) -> list[Line]:
        """Return the lines of prose in some sections."""
        return [
            line
            for line in self.lines
            if line.section in sections and line.kind in ("text", "item", "quote", "note")
        ]

    @cached_property
    def prose(self) -> list[Line]:
        """All lines that are neither heading, head nor notes."""
        return list(filter(is_prose, self.lines))

    @cached_property
    def judged(self) -> list[Line]:
        """The lines of prose that mark themselves as judgements."""
        return [line for line in self.prose if roles.is_judgement(line.bare)]

    @cached_property
    def word_count(self) -> int:
        """Words of the body: no head, headings, citations, source summary or notes; table cells count."""
        rows = [
            line for line in self.lines if line.kind == "row" and line.section not in ("sources", "notes")
        ]
        return sum(line.word_count for line in (*self.prose, *rows))


def head(page: Page) -> dict[str, Any] | None:
    heads = {line.label for line in page.lines if line.label and line.value}
    asked = any(roles.is_question(line.bare) for line in page.lines[:8])
    title = " ".join(line.text for line in page.lines if line.kind in ("heading", "head")).lower()
    missing = [
        said
        for name, said, there in (
            ("question", "the question", asked),
            ("author", "the author", False),
            ("cut_off", "the information cut-off", "cut-off" in title and any(c.isdigit() for c in title)),
        )
        if name not in heads and not there
    ]
    told = filter(None, (", ".join(missing[:-1]), *missing[-1:]))
    return {"missing": " and ".join(told)} if missing else None


def bottom_line(page: Page) -> dict[str, Any] | None:
    """The first paragraph, in 50 words or fewer, with a figure, what it counts and a date."""
    first = next((line for line in page.prose if not roles.is_question(line.bare)), None)
    lines = page.of("bottom line") or ([line for line in page.prose if first and line.block == first.block])
    count = sum(line.word_count for line in lines)
    if not lines:
        return {"count": 0, "what": "There is no bottom line."}
    if first and page.of("bottom line") and first not in lines:
        return {"count": count, "what": "The bottom line does not come first."}
    if count > BOTTOM_LINE_WORDS:
        return {"count": count, "what": f"The first paragraph has {count} words."}
    lacking = _lacking(" ".join(line.bare for line in lines), page.ground)
    return {"count": count, "what": f"The bottom line has no {lacking}."} if lacking else None


def _lacking(text: str, ground: Ground) -> str:
    """What a bottom line leaves out: its figure, what that counts, or its date."""
    facts = facts_of(text, ground.names, ground.case.cut_off)
    figures = [c for c in facts.figures if c.figure.unit not in ("day", "week", "month", "year")]
    if not any(not c.figure.vague for c in figures):
        return "figure"
    if not any(c.population or c.figure.counted or c.figure.unit for c in figures):
        return "word for what the figure counts"
    return "" if any(is_edtf(date.edtf) and date.kind != "now" for date in facts.dates) else "date"


def findings(page: Page) -> dict[str, Any] | None:
    """Three to five findings: list items or paragraphs of their section, or questions with their answers."""
    lines = page.of("findings")
    items = {line.block for line in lines if line.kind == "item"}
    count = len(items) or len({line.block for line in lines})
    if count > FINDINGS[-1] and not items:
        count = FINDINGS[-1]
    count = count or _questions(page)
    return None if count in FINDINGS else {"count": count}


def _questions(page: Page) -> int:
    """Headings that ask something of the reports and are no other part of a brief."""
    asked = [
        line
        for line in page.lines
        if line.kind == "heading" and roles.is_question(line.bare) and not roles.section_of(line.text)
    ]
    return min(len(asked), FINDINGS[-1])


def alternative(page: Page) -> dict[str, Any] | None:
    """Another reading of the facts; a gap that stands under the same heading is none."""
    offered = (
        line
        for line, sentence in zip(page.lines, page.sentences, strict=True)
        if is_prose(line)
        and roles.is_alternative(line.bare, line.section)
        and (sentence.kind not in ("absence", "about") or _MAY.search(line.bare))
        and line.word_count > _NONE
    )
    return None if next(offered, None) else {}


def gaps(page: Page) -> dict[str, Any] | None:
    """What the reports do not tell: a section for it, or a sentence of absence."""
    pairs = zip(page.lines, page.sentences, strict=True)
    named = [line for line in page.of("gaps") if line.word_count > _NONE]
    named = named or [line for line, s in pairs if s.kind == "absence" and is_prose(line)]
    return None if named else {}


def judgement(page: Page) -> dict[str, Any] | None:
    """A likelihood in one sentence, confidence in another."""
    likely = [line for line in page.judged if likelihoods(line.bare)]
    sure = [line for line in page.prose if has_phrase(line.bare, load("estimative")["confidence"])]
    if not likely:
        return {"what": "No sentence gives a likelihood."}
    if not sure:
        return {"what": "No sentence says how confident you are, and why."}
    return None
