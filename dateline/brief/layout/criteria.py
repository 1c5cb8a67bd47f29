"""Rules for the page as a whole: head, bottom line, length, findings, sources, figure table, gaps,
judgement."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dateline.brief.language.splitting import quotations
from dateline.brief.language.wording import content
from dateline.brief.language.wording import words as words_of
from dateline.brief.layout import parts, table
from dateline.brief.layout.judgements import likelihoods
from dateline.brief.layout.page import Line
from dateline.brief.layout.parts import Page
from dateline.brief.layout.verdicts import Criterion
from dateline.brief.people import quoting
from dateline.findings import words

FEWEST_WORDS, MOST_WORDS = 250, 400
LEAST_SHARE = 0.15  # of the sentences that cite, for the report cited least
COPIED_CONTENT = 5
COPIED_WORDS = 12  # a longer run outside quotation marks is copied, not told in one's own words


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


def _too_long(page: Page) -> dict[str, Any] | None:
    return {"count": page.word_count, "most": MOST_WORDS} if page.word_count > MOST_WORDS else None


def _too_short(page: Page) -> dict[str, Any] | None:
    return {"count": page.word_count, "fewest": FEWEST_WORDS} if page.word_count < FEWEST_WORDS else None


def _sources(page: Page) -> dict[str, Any] | None:
    """Every report is cited, and none in nearly every sentence that cites."""
    citing = [{c.key for c in sentence.citations if not c.problem} for sentence in page.sentences]
    citing = [keys for keys in citing if keys]
    ids = list(page.ground.case.sources)
    missing = [id for id in ids if not any(id in keys for keys in citing)]
    if len(ids) < 2 or not (missing or citing):
        return None
    if missing:
        return {"missing": " or ".join(missing)}
    least = min(ids, key=lambda id: sum(id in keys for keys in citing))
    count = sum(least in keys for keys in citing)
    few = count < LEAST_SHARE * len(citing)
    return {"missing": f"{least} in more than {count} of {len(citing)} sentences"} if few else None


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


def _any(key: str, *verdicts: str) -> Callable[[Page], dict[str, Any] | None]:
    """A rule that a fault or a note of some sentence breaks, or a finding of one of further `verdicts`."""

    def found(page: Page) -> dict[str, Any] | None:
        every = (finding for sentence in page.sentences for finding in sentence.findings)
        finding = next((f for f in every if f.key == key and f.verdict in ("wrong", "note", *verdicts)), None)
        return None if finding is None else dict(finding.params)

    return found


def _one_scale(page: Page) -> dict[str, Any] | None:
    stray = [word for line in page.judged for word, ours in likelihoods(line.bare) if not ours]
    return {"given": stray[0]} if stray else None


def _copied(page: Page) -> dict[str, Any] | None:
    """A long run of a report's words; one of small words ("did not rule out that it would") is none."""
    for line in page.prose:
        if not page.ground.has_run(tuple([word.low for word in words_of(line.bare)]), COPIED_WORDS + 1):
            continue
        length, run, passage = quoting.longest_copied(
            line.bare, page.ground.passages.values(), quotations(line.bare)
        )
        if length > COPIED_WORDS and passage is not None and len(content(words_of(run))) >= COPIED_CONTENT:
            return {
                "count": length,
                "most": COPIED_WORDS,
                "given": " ".join(run.split()),
                "where": f"{passage.source}, para. {passage.number}",
            }
    return None


_RULES: tuple[tuple[str, float, Callable[[Page], dict[str, Any] | None]], ...] = (
    ("no-head", 1, parts.head),
    ("no-bottom-line", 2, parts.bottom_line),
    ("findings-count", 1, parts.findings),
    ("one-source-only", 2, _sources),
    ("no-figure-table", 2, _table),
    ("no-alternative", 1, parts.alternative),
    ("no-gaps-named", 2, parts.gaps),
    ("no-judgement", 2, parts.judgement),
    ("likelihood-and-confidence-mixed", 1, _any("likelihood-and-confidence-mixed")),
    ("estimative-word-mixed-scales", 1, _one_scale),
    ("forecast-without-date", 1, _any("forecast-without-date", "review")),
    ("unanchored-now", 1, _any("unanchored-now")),
    ("copied-run", 2, _copied),
    ("too-short", 1, _too_short),
    ("too-long", 1, _too_long),
)
