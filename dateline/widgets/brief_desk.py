"""The brief desk: write a brief, and read beside each sentence what the checker finds in the sources."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import traitlets

from dateline.brief import BriefReport, check_brief
from dateline.brief.layout.verdicts import LEADS, SIGNS, Sentence, said_of
from dateline.brief.showing.render import shown
from dateline.cases import Case
from dateline.findings import Finding, words
from dateline.widgets.desk import Desk, RefusedError, page_of, style_of

MOST_DRAFTS = 20
LONGEST = 60_000  # characters: what the checker reads


class BriefDesk(Desk):
    """A page to write a brief on; its text is the answer of a brief exercise.

    `report` is what the checker says of the text last saved, as plain data for the page. `drafts` are the
    texts that the learner kept, newest last; they are saved beside the answer and never overwritten.
    """

    _esm = page_of("brief_desk")
    _css = style_of("brief_desk")
    report = traitlets.Dict().tag(sync=True)
    paragraphs = traitlets.List().tag(sync=True)
    drafts = traitlets.List().tag(sync=True)
    compared = traitlets.Dict().tag(sync=True)
    first_draft = traitlets.Bool(False).tag(sync=True)

    def __init__(self, case: Case, exercise: str = "", *, folder: Path | None = None, **traits: Any) -> None:
        super().__init__(case, exercise, folder=folder, paragraphs=_paragraphs(case), **traits)
        self._look_over()

    @property
    def text(self) -> str:
        """The brief as written so far."""
        return self.rows[0]["text"] if self.rows else ""

    def rows_of(self, answer: Any) -> list[Any]:
        """Return the one row that holds a text kept before."""
        return [{"text": answer}] if isinstance(answer, str) else []

    def answer_of(self, rows: list[dict[str, Any]]) -> Any:
        """Return the text, as the answer cell would hold it; None while there is none."""
        return rows[0]["text"] if rows and rows[0]["text"].strip() else None

    def act(self, message: dict[str, Any]) -> dict[str, Any]:
        """Do what the page asks; a comparison changes nothing, a new text is checked once it is saved."""
        if message.get("do") == "compare":
            return self._compare(message)
        reply = super().act(message)
        if reply["ok"]:
            self.compared = {}
            self.report = self._checked()
        return reply

    def look(self) -> bool:
        """Take up a text and drafts that were saved elsewhere since."""
        found = super().look()
        if found:
            self._look_over()
        return found

    def refuse_elsewhere(self) -> None:
        """Keep the text that was saved elsewhere as a draft: what is on the page here will take its place."""
        if self.text.strip() and all(each["text"] != self.text for each in self.drafts):
            self._keep()
        raise RefusedError("widget-brief-changed-elsewhere")

    def _look_over(self) -> None:
        kept = self.saved.get("drafts", self.exercise) if self.saved else None
        self.drafts = [each for each in kept or [] if isinstance(each, dict) and "text" in each]
        self.first_draft = bool(self._earlier())
        self.report = self._checked()

    def changed(self, rows: list[dict[str, Any]], message: dict[str, Any]) -> list[dict[str, Any]]:
        """Write the text, keep it as a draft, or begin with a text written before."""
        if message["do"] == "write":
            return [{"text": str(message.get("text", ""))[:LONGEST]}]
        if message["do"] == "keep":
            self._keep()
            return rows
        if message["do"] == "begin" and self._earlier():
            return [{"text": self._earlier()}]
        if message["do"] == "reopen":
            return [{"text": self._draft(message)["text"]}]
        raise RefusedError("widget-unknown-act")

    def _keep(self) -> None:
        """Keep the text as it stands; the oldest draft goes when there are too many."""
        if not self.text.strip():
            raise RefusedError("widget-brief-empty")
        if self.drafts and self.drafts[-1]["text"] == self.text:
            raise RefusedError("widget-draft-kept-already")
        stamp = datetime.now().strftime("%Y-%m-%d %H:%M")
        drafts = [*self.drafts, {"text": self.text, "when": stamp}][-MOST_DRAFTS:]
        if self.saved:
            self.saved.put("drafts", self.exercise, drafts)
        self.drafts = drafts

    def _draft(self, message: dict[str, Any]) -> dict[str, Any]:
        number = message.get("draft")
        if not isinstance(number, int) or not 0 <= number < len(self.drafts):
            raise RefusedError("widget-draft-gone")
        return self.drafts[number]

    def _compare(self, message: dict[str, Any]) -> dict[str, Any]:
        reply = {"re": message.get("re"), "ok": True, "kept": self.saved is not None, "n": len(self.rows)}
        try:
            draft = self._draft(message)
        except RefusedError as fault:
            return {**reply, "ok": False, "why": str(fault)}
        both = check_brief(self.text, self.case).against(check_brief(draft["text"], self.case))
        self.compared = {"when": draft["when"], **both.as_dict()}
        return reply

    def _earlier(self) -> str:
        """The text of the exercise that this one revises, where it was written at a desk too."""
        found = self.case.exercises.get(self.exercise)
        revises = found.arguments.get("revises") if found else None
        text = self.saved.get("answers", revises) if self.saved and revises else None
        return text if isinstance(text, str) else ""

    def _checked(self) -> dict[str, Any]:
        return page_report(check_brief(self.text, self.case)) if self.text.strip() else {}

    def __repr__(self) -> str:
        name = self.exercise or self.case.id
        return f"BriefDesk({name}, words: {self.report.get('words', 0)}, drafts kept: {len(self.drafts)})"


def page_report(report: BriefReport) -> dict[str, Any]:
    """Return a report as plain data for the page: every sentence in words, with the cited paragraphs.

    >>> from dateline import open_case
    >>> told = page_report(check_brief("It rained.", open_case("syria-withdrawal")))
    >>> [(s["sign"], s["lead"]) for s in told["sentences"]]
    [('→', 'Not supported')]
    """
    return {
        "summary": report.summary,
        "words": report.words,
        "notices": list(report.notices),
        "criteria": [
            {"met": each.met, "words": each.words if each.met else f"{each.words} {each.rule}".strip()}
            for each in report.criteria
        ],
        "sentences": [_sentence(each, report) for each in shown(report)],
    }


def _sentence(sentence: Sentence, report: BriefReport) -> dict[str, Any]:
    return {
        "text": sentence.text,
        "verdict": sentence.verdict,
        "sign": SIGNS[sentence.verdict],
        "lead": LEADS[sentence.verdict],
        "findings": [_finding(each) for each in sentence.findings],
        "evidence": _evidence(sentence, report),
    }


def _finding(finding: Finding) -> dict[str, str]:
    found, rule = said_of(finding)
    note = finding.verdict == "note"
    return {
        "verdict": finding.verdict,
        "found": found,
        "rule": "" if note else rule,
        "where": "" if note or not finding.place else str(finding.place),
    }


def _evidence(sentence: Sentence, report: BriefReport) -> list[dict[str, Any]]:
    """The cited paragraphs cut into pieces, those on which the sentence rests marked."""
    spans: dict[tuple[str, int], list[tuple[int, int]]] = {}
    for each in sentence.evidence:
        spans.setdefault((each.source, each.paragraph), []).append(each.span)
    cited = [(c.key, n) for c in sentence.citations for n in c.paragraphs]
    places = [place for place in dict.fromkeys([*spans, *cited]) if place in report.paragraphs]
    return [
        {
            "place": f"{source}, para. {number}",
            "pieces": _pieces(report.paragraphs[source, number], spans.get((source, number), [])),
        }
        for source, number in places[:6]
    ]


def _pieces(text: str, spans: list[tuple[int, int]]) -> list[list[Any]]:
    """Cut a text at some places: [words, marked or not] in order."""
    found, at = [], 0
    for start, end in sorted(spans):
        if start >= at:
            found += [[text[at:start], False], [text[start:end], True]]
            at = end
    return [piece for piece in [*found, [text[at:], False]] if piece[0]]


def _paragraphs(case: Case) -> list[dict[str, str]]:
    """Every paragraph to choose a citation from: its citation in Pandoc's form and its first words."""
    shown_words = words("widget-paragraph-choice", {"citation": "{0}", "text": "{1}"}).found
    return [
        {
            "citation": paragraph.citation,
            "label": shown_words.format(f"{source.id} ¶{paragraph.number}", _short(paragraph.text)),
        }
        for source in case.sources.values()
        for paragraph in source.paragraphs
    ]


def _short(text: str) -> str:
    return text if len(text) <= 70 else f"{text[:70].rstrip()}…"
