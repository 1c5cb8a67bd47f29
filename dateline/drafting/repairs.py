"""Sentences of a brief with one fault each, made from sound ones, for learners to repair."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.brief import check_brief
from dateline.brief.language.reading import read_quantities
from dateline.cases import Case
from dateline.drafting.telling import Told

MOST = 5
_WORD = re.compile(r"\b(?:not|never|all|most|will|was|were|is|are|has|have|the|of)\b")


@dataclass(frozen=True)
class Faulty:
    """A sentence with one fault, the fault by its message key, and what it was made from."""

    text: str
    fault: str
    sound: Told


def faulty_sentences(told: Sequence[Told], case: Case) -> list[Faulty]:
    """Return sentences with one fault each, every one of another kind first, none made from one claim."""
    found: list[Faulty] = []
    used: set[str] = set()
    for fault, make in _FAULTS.items():
        for one in told:
            text = make(one, case) if one.row.id not in used and len(found) < MOST else ""
            if text and _has_fault(text, fault, case):
                found.append(Faulty(text, fault, one))
                used.add(one.row.id)
                break
    return found


def _has_fault(text: str, fault: str, case: Case) -> bool:
    """Say whether the checker finds this fault, and no other."""
    found = {f.key for s in check_brief(text, case).sentences for f in s.findings if f.verdict == "wrong"}
    return found == {fault}


def _elsewhere(told: Told, case: Case) -> str:
    count = len(case.sources[told.row.source].paragraphs)
    other = 1 + told.row.paragraph % count
    return told.sentence.replace(f"para. {told.row.paragraph}]", f"para. {other}]")


def _unhedged(told: Told, case: Case) -> str:
    for figure in read_quantities(told.text):
        surface = told.text[figure.start : figure.end]
        if figure.hedge not in ("", "between") and surface.lower().startswith(figure.hedge.lower()):
            bare = surface[len(figure.hedge) :].strip()
            text = told.text[: figure.start] + bare + told.text[figure.end :]
            return told.sentence.replace(told.text, text[0].upper() + text[1:])
    return ""


def _misquoted(told: Told, case: Case) -> str:
    quote = re.search(r"“([^”]{20,})”", told.text)
    word = next(_inside(quote[1]), None) if quote else None
    if not word:
        return ""
    at = quote.start(1) + word.start()
    text = told.text[:at] + told.text[at + len(word[0]) + 1 :]
    return told.sentence.replace(told.text, text)


def _inside(quote: str) -> Iterator[re.Match[str]]:
    return (word for word in _WORD.finditer(quote) if word.start() > 0 and word.end() < len(quote) - 1)


def _unplaced(told: Told, case: Case) -> str:
    return told.sentence.replace(f", para. {told.row.paragraph}]", "]")


def _uncited(told: Told, case: Case) -> str:
    return f"{told.text}."


_FAULTS = {
    "hedge-dropped": _unhedged,
    "quote-altered": _misquoted,
    "citation-elsewhere": _elsewhere,
    "citation-unresolved": _unplaced,
    "uncited": _uncited,
}
