"""The report on a brief: each sentence with its verdict, the page as a whole, and how well it is cited."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from dateline.brief.layout.page import Line
from dateline.brief.layout.verdicts import Criterion, Sentence, Verdict, said_of
from dateline.brief.showing.render import as_text
from dateline.brief.showing.render_html import as_html
from dateline.findings import Finding

if TYPE_CHECKING:
    from dateline.brief.showing.comparison import Comparison


@dataclass(frozen=True)
class BriefReport:
    """What the checker found in a brief.

    `citation_recall` is the share of factual sentences that their citations support; `citation_precision`
    the share of citations that bear on their sentence. Both follow ALCE (Gao et al. 2023), with this
    checker's rules in place of a language model. 1.0 where there is nothing to count. `lines` are the lines
    of the page, one for each sentence; `paragraphs` the text of every paragraph cited, by source and number.
    """

    sentences: tuple[Sentence, ...]
    criteria: tuple[Criterion, ...]
    words: int
    citation_recall: float
    citation_precision: float
    notices: tuple[str, ...] = ()
    lines: tuple[Line, ...] = field(default=(), repr=False)
    paragraphs: Mapping[tuple[str, int], str] = field(default_factory=dict, repr=False)

    def count(self, verdict: Verdict) -> int:
        """Return how many sentences have a verdict."""
        return sum(sentence.verdict == verdict for sentence in self.sentences)

    @property
    def ok(self) -> bool:
        """Whether some sentence is supported, and none unsupported or for a person to read."""
        return bool(self.count("supported")) and not (self.count("unsupported") or self.count("review"))

    @property
    def summary(self) -> str:
        """The report in one line."""
        factual = len(self.sentences) - self.count("not factual")
        met = sum(criterion.met for criterion in self.criteria)
        counts = (
            f"{self.count('supported')} of {factual} factual sentences supported, "
            f"{self.count('unsupported')} not, {self.count('review')} for a person to read"
        )
        page = f"{met} of {len(self.criteria)} rules for the page met"
        return " · ".join([counts, page, f"{self.words} words"])

    def against(self, draft: BriefReport) -> Comparison:
        """Compare this report with that of an earlier draft: what was mended, what is new to mend.

        >>> from dateline import check_brief, open_case
        >>> case = open_case("syria-withdrawal")
        >>> draft = check_brief("700 US troops are leaving Syria [@S2, para. 5].", case)
        >>> final = check_brief("More than 700 US troops are leaving Syria [@S2, para. 5].", case)
        >>> [change.kind for change in final.against(draft).changes]
        ['mended']
        """
        from dateline.brief.showing.comparison import compare

        return compare(draft, self)

    def __str__(self) -> str:
        return as_text(self)

    def __repr__(self) -> str:
        return f"BriefReport({self.summary})"

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        return {"text/plain": str(self), "text/html": as_html(self)}

    def as_dict(self) -> dict[str, Any]:
        """Return the report as plain data for JSON."""
        return {
            "summary": self.summary,
            "words": self.words,
            "citation_recall": round(self.citation_recall, 4),
            "citation_precision": round(self.citation_precision, 4),
            "sentences": [_sentence(sentence) for sentence in self.sentences],
            "criteria": [
                {"key": c.key, "met": c.met, "points": c.points, "words": c.words, "rule": c.rule}
                for c in self.criteria
            ],
        }


def _sentence(sentence: Sentence) -> dict[str, Any]:
    return {
        "text": sentence.text,
        "verdict": sentence.verdict,
        "kind": sentence.kind,
        "findings": [_finding(finding) for finding in sentence.findings],
        "evidence": [
            {"source": e.source, "paragraph": e.paragraph, "span": list(e.span), "text": e.text}
            for e in sentence.evidence
        ],
        "citations": [
            {"source": c.key, "paragraphs": list(c.paragraphs), "problem": c.problem}
            for c in sentence.citations
        ],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    said = said_of(finding)
    place = finding.place
    where = {"source": place.source, "paragraph": place.paragraph, "text": place.exact} if place else None
    return {"key": finding.key, "verdict": finding.verdict, "found": said[0], "rule": said[1], "place": where}
