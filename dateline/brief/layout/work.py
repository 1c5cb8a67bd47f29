"""A sentence being checked: what is known of it, of its citations and of the page round it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from dateline.brief.ground.facts import Facts
from dateline.brief.ground.passages import Ground, Passage
from dateline.brief.layout.citations import Citation
from dateline.brief.layout.page import Line
from dateline.brief.layout.verdicts import Evidence
from dateline.findings import Finding


class Around(NamedTuple):
    """All that the verdict on a sentence depends on besides its own line.

    `following` are the sentences behind it, `beside` those next to it, `before` the person and `dated` the
    day (EDTF) named last before it; `repeated`: the page has the same words before. `opens` are the
    paragraphs cited by those behind it where it has no citation itself; `is_led` tells that the sentence
    right before it has one then.
    """

    ground: Ground
    following: tuple[str, ...] = ()
    cited_on_page: tuple[Passage, ...] = ()
    before: str = ""
    dated: str = ""
    repeated: bool = False
    beside: tuple[str, ...] = ()
    opens: tuple[Passage, ...] = ()
    is_led: bool = False


@dataclass
class Work:
    """One sentence being checked: its facts, the paragraphs cited, and what has been found so far."""

    line: Line
    facts: Facts
    cited: tuple[Passage, ...]
    around: Around
    findings: list[Finding] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)

    @property
    def ground(self) -> Ground:
        """What the brief is checked against."""
        return self.around.ground

    def rest_on(self, passage: Passage, start: int, end: int) -> None:
        """Note words of a source on which the sentence stands."""
        evidence = Evidence(*passage.place, (start, end), passage.text[start:end])
        if evidence not in self.evidence:
            self.evidence.append(evidence)


def cited(line: Line, ground: Ground) -> tuple[Passage, ...]:
    """The passages that a sentence cites; a source without a paragraph stands for all of its paragraphs."""
    found: list[Passage] = []
    for citation in line.citations:
        if citation.problem in ("source", "form"):
            continue
        if not citation.paragraphs:
            found += ground.of_source(citation.key)
        found += [
            ground.passages[citation.key, n]
            for n in citation.paragraphs
            if (citation.key, n) in ground.passages
        ]
    return _unique(found)


def _unique(found: Sequence[Passage]) -> tuple[Passage, ...]:
    return tuple(dict.fromkeys(found))


def unresolved(citation: Citation) -> Finding:
    return Finding("citation-unresolved", possible=1, params={"given": citation.written, "key": citation.key})


def clauses(work: Work) -> list[tuple[tuple[int, int], tuple[Passage, ...]]]:
    """Return the parts of a sentence that have citations of their own, with what is cited there.

    A citation serves the words before it; a part without words, or without a citation, makes it all one part.
    """
    ends = sorted({citation.end for citation in work.line.citations})
    if len(ends) < 2:
        return []
    found, start = [], 0
    for end in ends:
        group = [citation for citation in work.line.citations if citation.end == end]
        span = (start, len(work.facts.text) if end == ends[-1] else end)
        if sum(span[0] <= word.start < min(c.start for c in group) for word in work.facts.words) < 3:
            return []
        found.append((span, cited(replace(work.line, citations=tuple(group)), work.ground)))
        start = end
    return found if all(passages for _, passages in found) else []
