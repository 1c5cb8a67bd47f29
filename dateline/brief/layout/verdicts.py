"""What is said of one sentence and of one rule for the page: verdict, findings, evidence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from dateline.brief.layout.citations import Citation
from dateline.findings import Finding, words

Verdict = Literal["supported", "unsupported", "review", "not factual"]
SIGNS = {"supported": "✓", "unsupported": "→", "review": "?", "not factual": "·"}
LEADS = {
    "supported": "Supported",
    "unsupported": "Not supported",
    "review": "For a person to read",
    "not factual": "No fact to source",
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of a source on which a sentence stands: `span` is (start, end) in the paragraph, in code
    points."""

    source: str
    paragraph: int
    span: tuple[int, int]
    text: str

    def __str__(self) -> str:
        return f"{self.source}, para. {self.paragraph}: “{self.text}”"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a brief as checked. `kind` is what it was read as: "fact", "judgement", "absence" …"""

    text: str
    verdict: Verdict
    findings: tuple[Finding, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    citations: tuple[Citation, ...] = ()
    kind: str = "fact"
    needless: int = 0

    @property
    def keys(self) -> list[str]:
        """The keys of its findings."""
        return [finding.key for finding in self.findings]


@dataclass(frozen=True, slots=True)
class Criterion:
    """One rule for the whole page: whether it is met, its points, and what was found in words."""

    key: str
    met: bool
    points: float
    words: str
    rule: str = ""
    params: Mapping[str, Any] = field(default_factory=dict)


def said_of(finding: Finding) -> tuple[str, str]:
    """Return what was found and the rule, in words; the key itself where the list of messages lacks it."""
    try:
        said = words(finding.key, finding.params)
    except (KeyError, FileNotFoundError):
        return finding.key, ""
    return said.found, said.rule
