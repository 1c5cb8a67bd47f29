"""A draft against the next: which sentences were mended, reworded, added or left out."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

from dateline.brief.layout.verdicts import LEADS, SIGNS, Sentence
from dateline.brief.showing.render import shown
from dateline.brief.showing.render_html import FRAME, colour, finding_html, mark
from dateline.marks import words_of

if TYPE_CHECKING:
    from dateline.brief.showing.report import BriefReport

GOOD = ("supported", "not factual")
ALIKE = 0.5  # two sentences with less in common are one left out and one added
KINDS = {
    "mended": "Mended",
    "worse": "New to mend",
    "open": "Still to mend",
    "reworded": "Reworded",
    "added": "Added",
    "left out": "Left out",
    "same": "Unchanged",
}


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one sentence: `kind` is a key of KINDS; `before` or `after` is None where there is
    none."""

    kind: str
    before: Sentence | None
    after: Sentence | None


@dataclass(frozen=True)
class Comparison:
    """Two drafts of a brief side by side."""

    before: BriefReport
    after: BriefReport
    changes: tuple[Change, ...]

    def count(self, kind: str) -> int:
        """Return how many sentences have changed in one way."""
        return sum(change.kind == kind for change in self.changes)

    @property
    def summary(self) -> str:
        """The comparison in one line."""
        counts = [f"{words.lower()}: {self.count(kind)}" for kind, words in KINDS.items() if self.count(kind)]
        met = [sum(criterion.met for criterion in each.criteria) for each in (self.before, self.after)]
        return (
            f"Supported sentences {self.before.count('supported')} → {self.after.count('supported')} · "
            f"rules for the page met {met[0]} → {met[1]} · words {self.before.words} → {self.after.words} · "
            f"sentences {', '.join(counts) or 'none'}"
        )

    def as_dict(self) -> dict[str, Any]:
        """Return the comparison as plain data for JSON."""
        return {
            "summary": self.summary,
            "changes": [
                {
                    "kind": change.kind,
                    "words": KINDS[change.kind],
                    "before": change.before and change.before.text,
                    "after": change.after and change.after.text,
                }
                for change in self.changes
            ],
        }

    def __str__(self) -> str:
        rows = [row for change in self.changes if change.kind != "same" for row in _rows(change)]
        return "\n".join([self.summary, *_criteria(self), *rows])

    def __repr__(self) -> str:
        return f"Comparison({self.summary})"

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        return {"text/plain": str(self), "text/html": _as_html(self)}


def compare(before: BriefReport, after: BriefReport) -> Comparison:
    """Pair the sentences of two drafts, those alike first, and say what became of each.

    >>> from dateline import check_brief, open_case
    >>> reports = [check_brief(text, open_case("syria-withdrawal")) for text in ("It rained.", "")]
    >>> [change.kind for change in compare(*reports).changes]
    ['left out']
    """
    old, new = shown(before), shown(after)
    pairs = _paired(old, new)
    taken = set(pairs.values())
    gone = [Change("left out", old[at], None) for at in range(len(old)) if at not in taken]
    found = [_change(old[pairs[at]] if at in pairs else None, each) for at, each in enumerate(new)]
    return Comparison(before, after, tuple(found + gone))


def _paired(old: Sequence[Sentence], new: Sequence[Sentence]) -> dict[int, int]:
    """The place in the old draft of each sentence of the new one that has a likeness there; best first."""
    told = [[word.lower() for word in words_of(each.text)] for each in old]
    scores = []
    for at, each in enumerate(new):
        matcher = SequenceMatcher(autojunk=False)
        matcher.set_seq2([word.lower() for word in words_of(each.text)])
        for there, words in enumerate(told):
            matcher.set_seq1(words)
            if matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE:
                scores.append((-matcher.ratio(), abs(at - there), at, there))
    found: dict[int, int] = {}
    for score, _, at, there in sorted(scores):
        if -score >= ALIKE and at not in found and there not in found.values():
            found[at] = there
    return found


def _change(before: Sentence | None, after: Sentence) -> Change:
    if before is None:
        return Change("added" if after.verdict in GOOD else "worse", None, after)
    was, now = before.verdict in GOOD, after.verdict in GOOD
    if was != now:
        return Change("mended" if now else "worse", before, after)
    if not now:
        return Change("open", before, after)
    return Change("same" if before.text == after.text else "reworded", before, after)


def _criteria(both: Comparison) -> list[str]:
    """The rules for the page whose outcome changed, in words."""
    was = {criterion.key: criterion for criterion in both.before.criteria}
    changed = [c for c in both.after.criteria if c.key in was and c.met != was[c.key].met]
    return [f"  {'✓ Now met' if c.met else '→ No longer met'}: {c.words}" for c in changed]


def _rows(change: Change) -> list[str]:
    rows = [f"  {KINDS[change.kind]}"]
    for lead, each in (("before", change.before), ("now", change.after)):
        if each is not None:
            rows.append(f"    {lead}: {SIGNS[each.verdict]} {LEADS[each.verdict]}: {each.text}")
    return rows


def _as_html(both: Comparison) -> str:
    criteria = "".join(f"<li>{html.escape(line.strip())}</li>" for line in _criteria(both))
    rows = "".join(
        f"<tr><th scope='row' style='text-align:left;vertical-align:top'>{KINDS[change.kind]}</th>"
        f"{_cell(change.before)}{_cell(change.after)}</tr>"
        for change in both.changes
        if change.kind != "same"
    )
    heads = "".join(
        f"<th scope='col' style='text-align:left'>{head}</th>" for head in ("Change", "Before", "Now")
    )
    table = f"<table style='border-spacing:.5em'><tr>{heads}</tr>{rows}</table>" if rows else ""
    return (
        f"<section role='status' aria-label='Two drafts compared' style='{FRAME}'>"
        f"<p><strong>{html.escape(both.summary)}</strong></p><ul>{criteria}</ul>{table}</section>"
    )


def _cell(sentence: Sentence | None) -> str:
    if sentence is None:
        return "<td>–</td>"
    told = "".join(finding_html(finding) for finding in sentence.findings if finding.verdict != "note")
    return (
        f"<td style='text-align:left;vertical-align:top;border-left:4px solid {colour(sentence.verdict)};"
        f"padding-left:.5em'>{mark(sentence)}: {html.escape(sentence.text)}{told}</td>"
    )
