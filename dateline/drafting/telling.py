"""Claims told as sentences of a brief, each with its citation, and only those that the checker supports."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dateline.brief import check_brief
from dateline.cases import Case, ClaimRow
from dateline.dates import bounds, precision
from dateline.drafting.clauses import verb_at, without_tail
from dateline.drafting.items import place_in, spread

ENOUGH = 24  # sentences: a page holds fifteen or so, and the checker takes its time for each
QUOTING = "The report says"
LONGEST = 34  # words: a sentence of a brief is not longer
_OPEN = ("he", "she", "it", "they", "this", "that", "these", "those", "its", "his", "her", "their")
_HE_SAID = re.compile(r",\s+(?:he|she|they)\s+\w+$")
_HE = re.compile(r"\b(?:he|she)\b", re.IGNORECASE)  # on another page it would be somebody else


@dataclass(frozen=True)
class Told:
    """A claim as a sentence without its stop, and the place it rests on."""

    row: ClaimRow
    text: str

    @property
    def place(self) -> str:
        """The place as a citation names it: "@S1, para. 3"."""
        return f"@{self.row.source}, para. {self.row.paragraph}"

    @property
    def sentence(self) -> str:
        """The whole sentence with its citation."""
        return f"{self.text} [{self.place}]."


def tellings(case: Case) -> list[Told]:
    """Return the claims that can be told in words which the brief checker finds supported.

    Those tried first are spread over the reports, from beginning to end.
    """
    found = []
    claims = case.key.rows("claims")
    first = spread(claims, ENOUGH)
    for row in [*first, *(row for row in claims if row not in first)]:
        if len(found) >= ENOUGH:
            break
        ways = (Told(row, text) for text in _ways(row.statement, case) if len(text.split()) <= LONGEST)
        said = {one.text for one in found}  # what stands in two reports is told once
        ways = (way for way in ways if way.text not in said)
        if told := next((way for way in ways if is_supported(way.sentence, case)), None):
            found.append(told)
    return found


def is_supported(sentence: str, case: Case) -> bool:
    """Say whether the checker has nothing to say against a text, and leaves nothing of it to a person.

    A long run of the report's own words outside quotation marks speaks against it.
    """
    report = check_brief(sentence, case)
    if any(rule.key == "copied-run" and not rule.met for rule in report.criteria):
        return False
    judged = [each for each in report.sentences if each.kind != "head"]
    return bool(judged) and all(
        each.verdict == "supported" and not [f for f in each.findings if f.verdict in ("wrong", "review")]
        for each in judged
    )


def _ways(statement: str, case: Case) -> Iterator[str]:
    """Ways to tell a statement: as it is; with its speaker first; as a quotation of the report."""
    bare = statement.rstrip(". ")
    head = re.match(r"[\w’']+", bare)
    whose = head and head[0].lower() not in _OPEN and not _HE_SAID.search(bare)
    if whose and bare.count("“") == bare.count("”"):
        yield bare
        body, voice = without_tail(bare)
        if voice and "“" not in bare and voice.split()[0].lower() not in _OPEN:
            yield f"{voice[0].upper()}{voice[1:]} that {lowered(body, case)}"
    if not any(mark in bare for mark in '“”"') and not _HE.search(bare) and verb_at(bare):
        yield f"{QUOTING}: “{bare}”"


def lowered(text: str, case: Case) -> str:
    """Return a sentence to stand inside another: its first letter small, unless it begins with a name."""
    parties = [*case.people.values(), *case.organisations.values(), *case.about.places.values()]
    names = {name for party in parties for name in (party.name, *party.aliases)}
    first = re.match(r"[\w’'.-]*", text)[0]
    named = any(place_in(name, text) == 0 for name in names)
    return text if named or first == "I" or first[1:] != first[1:].lower() else text[:1].lower() + text[1:]


def day_in_words(edtf: str) -> str:
    """Return a date as prose has it, no finer than it is.

    >>> day_in_words("2021-09-14"), day_in_words("2018-12"), day_in_words("2018")
    ('14 September 2021', 'December 2018', '2018')
    """
    day: date = bounds(edtf)[0]
    return {"day": f"{day.day} {day:%B %Y}", "month": f"{day:%B %Y}"}.get(precision(edtf), f"{day:%Y}")
