"""Which voice of a case a learner's words name: a person, a body, an unnamed source, or the outlet itself."""

from __future__ import annotations

import re
from typing import Any

from dateline.cases import Case
from dateline.kinds._origin_rules import is_silent
from dateline.kinds._shared import same
from dateline.marks import spans_of

OUTLET = "outlet"
NOBODY = (
    "nobody",
    "no one",
    "none",
    "no",
    "not relayed",
    "no relay",
    "-",
    "–",
    "n/a",
    "not applicable",
    "direct",
)
_OUTLET_NAMES = (
    "outlet", "report", "news report", "article", "newspaper", "paper", "agency", "news agency", "reporter",
    "reporters", "journalist", "writer", "author", "text", "text itself", "story", "publisher", "own voice",
    "narrator", "media",
)  # fmt: skip
_MORE_THAN_ONE = re.compile(
    r"\b(?:two|three|four|five|six|ten|several|many|some|various|multiple|numerous|dozens?|other|others|different"
    r"|further|more|all|both|\d+)\b",
    re.IGNORECASE,
)


def voices_named(text: str, source: str, case: Case) -> set[str]:
    """Return the ids of the voices that a text may name, `outlet` among them; empty when it names none.

    A whole name counts before one that stands inside the text, and of those the longest counts; last
    comes a text that is part of the names of one voice only ("official").

    >>> from dateline import open_case
    >>> voices_named("Defense Secretary Mark Esper", "S2", open_case("syria-withdrawal"))
    {'esper'}
    """
    names = _names(source, case)
    whole = {voice for voice, name in names if same(text, name)}
    if whole:
        return whole
    inside = [(len(name), voice) for voice, name in names if spans_of(name, text, ignore_case=True)]
    longest = max((length for length, _ in inside), default=0)
    if inside:
        return {voice for length, voice in inside if length == longest}
    shortened = {voice for voice, name in names if voice != OUTLET and spans_of(text, name, ignore_case=True)}
    return shortened if len(shortened) == 1 else set()


def _names(source: str, case: Case) -> list[tuple[str, str]]:
    """Every name by which a voice of a report, or the report itself, may be called."""
    rows = [row for row in case.key.rows("voices") if row.source == source and row.status != "missing"]
    outlets = _outlets(source, case)
    names = [(row.voice, row.label) for row in rows]
    names += [(OUTLET, name) for name in (*_OUTLET_NAMES, source)]
    for id, party in {**case.people, **case.organisations}.items():
        voice = OUTLET if outlets & {party.name, *party.aliases} or id.startswith("outlet") else id
        offices = [party.role] if id in case.people else []
        names += [(voice, name) for name in (party.name, *party.aliases, *offices) if name]
    names += [(OUTLET, name) for name in outlets]
    heard = {OUTLET, *(row.voice for row in rows), *case.people}
    return [(voice, name) for voice, name in names if voice in heard]


def _outlets(source: str, case: Case) -> set[str]:
    """The outlets of a report as the key knows them, from outside too: who published is another exercise."""
    rows = [row for row in case.key.rows("sources") if row.field in ("publisher", "agency")]
    names = [
        name for row in rows if row.source == source for name in (row.value, *row.accepted, *row.outside)
    ]
    return {name for name in names if not is_silent(name)}


def names_nobody(value: Any) -> bool:
    """Tell whether a learner says that there is nobody, such as "nobody" or "-"."""
    return isinstance(value, str) and (value.strip() in NOBODY or same(value, *NOBODY))


def multiplies(text: str, voice: str, case: Case) -> bool:
    """Tell whether a text makes more people of an unnamed voice than the report: by a number or a plural."""
    label = next((row.label for row in case.key.rows("voices") if row.voice == voice), voice)
    if _MORE_THAN_ONE.search(text) and not _MORE_THAN_ONE.search(label):
        return True
    one = re.match(r"(?:a|an|one)\s", label)
    return bool(one) and bool(re.search(r"\b(?:officials|people|sources|persons)\b", text, re.IGNORECASE))
