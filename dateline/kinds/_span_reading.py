"""Finding in the text what a learner says was copied from it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from dateline.findings import Finding, Place
from dateline.kinds._pieces import Words, locate
from dateline.kinds._shared import choice_of, is_blank, kind_of, listed
from dateline.kinds._span_goals import Try, Where, shortened


def read_try(
    number: int, row: Mapping[str, Any], paragraphs: Mapping[Where, Words]
) -> tuple[list[Try], list[Finding]]:
    """Find a row's piece in the text: the paragraph named, or else the one that has the words."""
    exact, part = row["exact"], f"piece {number}"
    if is_blank(exact):
        return [], [Finding("part-untried", "untried", part=part)]
    if not isinstance(exact, str):
        wanted = {"got": kind_of(exact), "of": "words copied from the text"}
        return [], [Finding("expected-text", part=part, params=wanted)]
    named = _where(row, paragraphs)
    found = {where: locate(row, words) for where, words in paragraphs.items()}
    places = [where for where, pieces in found.items() if pieces]
    if named in places:
        return [Try(number, named, found[named][0], exact, row.get("kind"))], []
    part = f"piece {number}: “{shortened(exact)}”"
    if len(places) != 1:
        place = Place(*named) if named and named[0] else None
        return [], [Finding("exact-not-found", part=part, place=place, params={"where": _listed(paragraphs)})]
    (where,) = places
    told = [Try(number, where, found[where][0], exact, row.get("kind"))]
    moved = Finding("exact-elsewhere", "note", part=part, params={"where": named_place(where)})
    return told, [moved] if named else []


def _where(row: Mapping[str, Any], paragraphs: Mapping[Where, Words]) -> Where | None:
    """The paragraph that a row names ("9", "para. 9", "S1"); None when it names none."""
    sources = {source for source, _ in paragraphs}
    source = choice_of(row.get("source", ""), sources) if not is_blank(row.get("source")) else None
    if source is None and len(sources) == 1:
        (source,) = sources
    number = re.search(r"\d+", str(row.get("paragraph", "")))
    return (source, int(number[0])) if source is not None and number else None


def named_place(where: Where) -> str:
    """Return a paragraph as a learner would name it."""
    return f"{where[0]} ¶{where[1]}" if where[0] else f"¶{where[1]}"


def _listed(paragraphs: Mapping[Where, Words]) -> str:
    return listed(map(named_place, paragraphs), "or")
