"""Writing all that comes out of a gradebook into its folder."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from dateline.answers import lesson_of
from dateline.build import model_answer
from dateline.errors import KitError
from dateline.grading.alike import pairs_alike
from dateline.grading.feedback import Solve, feedback_page
from dateline.grading.gradebook import Gradebook
from dateline.grading.insight import Insight
from dateline.grading.late import LateRules
from dateline.grading.marking import Paper
from dateline.grading.report import report_page, report_table
from dateline.grading.rubric import rubric_pages
from dateline.grading.standing import Standing, pseudonyms, standings
from dateline.grading.tables import canvas_table, gradebook_table, moodle_table, replacing, write_table
from dateline.kit import find_kit


def write_all(
    out: Path, book: Gradebook, paper: Paper, *, rules: LateRules | None = None, pseudonymous: bool = False,
    title: str = "Dateline", solutions: bool = False,
) -> list[Path]:  # fmt: skip
    """Write the tables of a class, a page for each student and the report; return what was written.

    With pseudonyms there is nothing for Canvas or Moodle, which need to know who is who.
    """
    shown = pseudonyms(book) if pseudonymous else None
    written = [out / "gradebook.csv", *_for_platforms(out, book, paper, rules, title, pseudonymous)]
    head, row = gradebook_table(paper)
    write_table(written[0], head, map(row, standings(book, rules, shown)))
    insight, kept = Insight(paper), set()
    folder = out / "feedback"
    folder.mkdir(exist_ok=True)
    solve = _solver(paper) if solutions else None
    for standing in standings(book, rules, shown):
        insight.add(standing)
        path = folder / file_name(standing)
        kept.add(path)
        _write_page(path, feedback_page(standing, paper, solve))
    for old in set(folder.glob("*.html")) - kept:
        old.unlink()  # under another name now: a pseudonym, or the roster's
    rubric = _rubric(out, rubric_pages(standings(book, rules, shown), paper))
    return [*written, folder, *_report(out, insight, paper), *rubric]


def _for_platforms(
    out: Path, book: Gradebook, paper: Paper, rules: LateRules | None, title: str, pseudonymous: bool
) -> list[Path]:
    canvas, moodle = out / "canvas.csv", out / "moodle.csv"
    if pseudonymous:
        canvas.unlink(missing_ok=True)
        moodle.unlink(missing_ok=True)
        return []
    head, row, second = canvas_table(paper, title)
    write_table(canvas, head, chain([second], map(row, standings(book, rules))))
    head, row = moodle_table(paper)
    write_table(moodle, head, map(row, standings(book, rules)))
    return [canvas, moodle]


def _rubric(out: Path, pages: Iterator[str]) -> list[Path]:
    written = []
    for number, content in enumerate(pages, start=1):
        written.append(out / ("rubric.html" if number == 1 else f"rubric-{number}.html"))
        _write_page(written[-1], content)
    for old in set(out.glob("rubric*.html")) - set(written):
        old.unlink()
    return written


def _report(out: Path, insight: Insight, paper: Paper) -> list[Path]:
    cases = {case.id: case for case in paper.cases.values()}
    page, table = out / "report.html", out / "report.csv"
    _write_page(page, report_page(insight, pairs_alike(insight.briefs, cases.values())))
    write_table(table, *report_table(insight))
    return [page, table]


def file_name(standing: Standing) -> str:
    """Return the name of a student's page: the name as far as files allow it, and a mark of its own."""
    plain = re.sub(r"[^\w -]", "", standing.name)[:60].strip() or "student"
    told = f"{standing.grading.key} {standing.name}".encode("utf-8", "replace")
    return f"{plain} {hashlib.sha256(told).hexdigest()[:6]}.html"


def _write_page(path: Path, content: str) -> None:
    with replacing(path) as file:
        file.write(content)


def _solver(paper: Paper) -> Solve:
    """Return what gives the model answer to an exercise; KitError when this kit has no solutions."""
    folder = find_kit() / "solutions"
    if not folder.is_dir():
        raise KitError(f"--show-solutions needs {folder}, which is not there.")
    return lambda id: model_answer(folder, lesson_of(id), paper.exercises[id].answer)
