"""Rules for the page as a whole: head, bottom line, length, findings, sources, figure table, gaps,
judgement."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.brief import quoting, roles, table
from dateline.brief.judgements import likelihoods
from dateline.brief.page import Line
from dateline.brief.passages import Ground
from dateline.brief.splitting import quotations
from dateline.brief.verdicts import Criterion, Sentence
from dateline.brief.wording import has_phrase
from dateline.brief.wording import words as words_of
from dateline.findings import words
from dateline.lexicon import load

FEWEST_WORDS, MOST_WORDS = 250, 400
BOTTOM_LINE_WORDS = 50
FINDINGS = range(3, 6)
COPIED_WORDS = 12  # a longer run outside quotation marks is copied, not told in one's own words


@dataclass(frozen=True)
class Page:
    """A checked page: its lines, the sentence made of each, and what it was checked against."""

    lines: Sequence[Line]
    sentences: Sequence[Sentence]
    ground: Ground

    def of(self, *sections: str) -> list[Line]:
        """Return the lines of prose in some sections."""
        return [
            line
            for line in self.lines
            if line.section in sections and line.kind in ("text", "item", "quote", "note")
        ]

    @property
    def prose(self) -> list[Line]:
        """All lines that are neither heading, head nor notes."""
        apart = ("heading", "head", "columns", "row")
        return [
            line for line in self.lines if line.kind not in apart and line.section not in ("sources", "notes")
        ]

    @property
    def word_count(self) -> int:
        """Words of the body: no head, headings, citations, source summary or notes; table cells count."""
        rows = [
            line for line in self.lines if line.kind == "row" and line.section not in ("sources", "notes")
        ]
        return sum(line.word_count for line in (*self.prose, *rows))


def judge(page: Page) -> list[Criterion]:
    """Return every rule for the page, met or not."""
    return [_criterion(key, points, rule(page)) for key, points, rule in _RULES]


def _criterion(key: str, points: float, found: dict[str, Any] | None) -> Criterion:
    said = words(key, found or {})
    if found is None:
        return Criterion(key, True, points, said.rule, said.rule)
    return Criterion(key, False, 0.0, said.found, said.rule, found)


def points_of(key: str) -> float:
    """Return the points of a rule for the page."""
    return next(points for name, points, _ in _RULES if name == key)


def _head(page: Page) -> dict[str, Any] | None:
    heads = {line.label for line in page.lines if line.label and line.value}
    asked = any(roles.is_question(line.bare) for line in page.lines[:8])
    title = " ".join(line.text for line in page.lines if line.kind in ("heading", "head")).lower()
    missing = [
        said
        for name, said, there in (
            ("question", "the question", asked),
            ("author", "the author", False),
            ("cut_off", "the information cut-off", "cut-off" in title and any(c.isdigit() for c in title)),
        )
        if name not in heads and not there
    ]
    return {"missing": " and ".join(missing)} if missing else None


def _bottom_line(page: Page) -> dict[str, Any] | None:
    first = next((line for line in page.prose), None)
    lines = page.of("bottom line") or ([line for line in page.prose if first and line.block == first.block])
    count = sum(line.word_count for line in lines)
    if not lines:
        return {"count": 0, "what": "There is no bottom line."}
    if first and page.of("bottom line") and first not in lines:
        return {"count": count, "what": "The bottom line does not come first."}
    if count > BOTTOM_LINE_WORDS:
        return {"count": count, "what": f"The first paragraph has {count} words."}
    return None


def _too_long(page: Page) -> dict[str, Any] | None:
    return {"count": page.word_count, "most": MOST_WORDS} if page.word_count > MOST_WORDS else None


def _too_short(page: Page) -> dict[str, Any] | None:
    return {"count": page.word_count, "fewest": FEWEST_WORDS} if page.word_count < FEWEST_WORDS else None


def _findings(page: Page) -> dict[str, Any] | None:
    lines = page.of("findings")
    items = {line.block for line in lines if line.kind == "item"}
    count = len(items) or len({line.block for line in lines})
    if count > FINDINGS[-1] and not items:
        count = FINDINGS[-1]
    return None if count in FINDINGS else {"count": count}


def _sources(page: Page) -> dict[str, Any] | None:
    cited = {
        citation.key for sentence in page.sentences for citation in sentence.citations if not citation.problem
    }
    missing = [id for id in page.ground.case.sources if id not in cited]
    return {"missing": " and ".join(missing)} if missing and len(page.ground.case.sources) > 1 else None


def _table(page: Page) -> dict[str, Any] | None:
    columns = [
        line
        for line in page.lines
        if line.kind == "columns" and "value" in table.roles_of(line.columns or line.cells)
    ]
    rows = [line for line in page.lines if line.kind == "row" and table.read_row(line)]
    if not columns or len(rows) < 2:
        return {"what": "No table of figures with at least two rows was found."}
    roles_found = table.roles_of(columns[0].cells)
    names = {
        "value": "value",
        "hedge": "hedge",
        "scope": "scope (what is counted)",
        "as_of": "as-of date",
        "source": "source",
    }
    missing = [names[name] for name in table.NEEDED if name not in roles_found]
    if missing:
        return {"what": f"The table has no column for: {', '.join(missing)}."}
    blank = [
        line
        for line in rows
        if any(not _cell(line, roles_found, name) for name in ("value", "scope", "as_of", "source"))
    ]
    return {"what": "A row of the table has an empty cell."} if blank else None


def _cell(line: Line, found: dict[str, int], name: str) -> str:
    return line.cells[found[name]].strip() if found[name] < len(line.cells) else ""


def _gaps(page: Page) -> dict[str, Any] | None:
    pairs = zip(page.lines, page.sentences, strict=True)
    named = page.of("gaps") or [s for line, s in pairs if s.kind == "absence" and line in page.prose]
    return None if named else {}


def _alternative(page: Page) -> dict[str, Any] | None:
    return None if any(roles.is_alternative(line.bare, line.section) for line in page.prose) else {}


def _judgement(page: Page) -> dict[str, Any] | None:
    likely = [line for line in page.prose if likelihoods(line.bare) and roles.is_judgement(line.bare)]
    sure = [line for line in page.prose if has_phrase(line.bare, load("estimative")["confidence"])]
    if not likely:
        return {"what": "No sentence gives a likelihood."}
    if not sure:
        return {"what": "No sentence says how confident you are, and why."}
    return None


def _any(key: str) -> Callable[[Page], dict[str, Any] | None]:
    def found(page: Page) -> dict[str, Any] | None:
        finding = next(
            (f for s in page.sentences for f in s.findings if f.key == key and f.verdict == "wrong"), None
        )
        return None if finding is None else dict(finding.params)

    return found


def _one_scale(page: Page) -> dict[str, Any] | None:
    stray = [
        word
        for line in page.prose
        if roles.is_judgement(line.bare)
        for word, ours in likelihoods(line.bare)
        if not ours
    ]
    return {"given": stray[0]} if stray else None


def _copied(page: Page) -> dict[str, Any] | None:
    for line in page.prose:
        if not page.ground.has_run([word.low for word in words_of(line.bare)], COPIED_WORDS + 1):
            continue
        length, run, passage = quoting.longest_copied(
            line.bare, page.ground.passages.values(), quotations(line.bare)
        )
        if length > COPIED_WORDS and passage is not None:
            return {
                "count": length,
                "most": COPIED_WORDS,
                "given": " ".join(run.split()),
                "where": f"{passage.source}, para. {passage.number}",
            }
    return None


_RULES: tuple[tuple[str, float, Callable[[Page], dict[str, Any] | None]], ...] = (
    ("no-head", 1, _head),
    ("no-bottom-line", 2, _bottom_line),
    ("findings-count", 1, _findings),
    ("one-source-only", 2, _sources),
    ("no-figure-table", 2, _table),
    ("no-alternative", 1, _alternative),
    ("no-gaps-named", 2, _gaps),
    ("no-judgement", 2, _judgement),
    ("likelihood-and-confidence-mixed", 1, _any("likelihood-and-confidence-mixed")),
    ("estimative-word-mixed-scales", 1, _one_scale),
    ("forecast-without-date", 1, _any("forecast-without-date")),
    ("unanchored-now", 1, _any("unanchored-now")),
    ("copied-run", 2, _copied),
    ("too-short", 1, _too_short),
    ("too-long", 1, _too_long),
)
