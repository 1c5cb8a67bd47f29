"""What a brief says that the head of a report names or leaves out, and of whose voices it is made up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dateline.brief.ground.passages import Ground
from dateline.brief.language.wording import has_phrase
from dateline.brief.people.tellings import tellings
from dateline.brief.people.unnamed import kind_of
from dateline.brief.people.voices import OUTLET
from dateline.findings import Finding
from dateline.lexicon import load

_SILENT = ("", "not stated")


def judge(text: str, sources: Sequence[Any], ground: Ground) -> list[Finding]:
    """Judge what a sentence says of the heads and of the voices of some reports.

    >>> from dateline import open_case
    >>> from dateline.brief.ground.passages import ground_of
    >>> case = open_case("syria-withdrawal")
    >>> [f.key for f in judge("S1 names its author.", [case.sources["S1"]], ground_of(case))]
    ['unsupported']
    """
    given = _head(text, sources) or _all_of(text, sources, ground)
    return [Finding("unsupported", possible=1, params={"given": given, "words": given})] if given else []


def _head(text: str, sources: Sequence[Any]) -> str:
    """The part of a head that is said to stand there and does not, or the other way round."""
    lists = load("documents")
    for part, names in lists["parts"].items():
        said = has_phrase(text, names)
        if not said or not has_phrase(text, lists["naming"]):
            continue
        absent = bool(has_phrase(text, lists["leaving_out"]))
        stated = [str(getattr(source, part, "") or "") not in _SILENT for source in sources]
        if (absent and all(stated)) or (not absent and not any(stated)):
            return said[0]
    return ""


def _all_of(text: str, sources: Sequence[Any], ground: Ground) -> str:
    """ "All of it comes from named people": no piece may be an unnamed voice's or the report's own."""
    lists = load("documents")
    every, named = has_phrase(text, lists["every"]), has_phrase(text, lists["with_names"])
    unnamed = has_phrase(text, ["unnamed", "anonymous", "nameless"])
    if not every or not (named or unnamed) or has_phrase(text, ["not", "no", "never"]):
        return ""
    speakers = {
        id
        for source in sources
        for passage in ground.of_source(source.id)
        for piece in tellings(passage, ground)
        for id in piece.speakers
    }
    nameless = {id for id in speakers if id.startswith("?") or kind_of(id, ground.names)}
    strange = nameless | (speakers & {OUTLET}) if named and not unnamed else speakers - nameless - {OUTLET}
    return f"{every[0]} … {(unnamed or named)[0]}" if strange else ""
