"""Writing all that comes out of a gradebook into its folder, on as many cores as there are."""

from __future__ import annotations

import csv
import multiprocessing
import secrets
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack
from pathlib import Path

from dateline.errors import KitError
from dateline.grading import interrupts
from dateline.grading.alike import pairs_alike
from dateline.grading.chapters import Chapter, Style, Writer
from dateline.grading.gradebook import Gradebook
from dateline.grading.insight import Insight
from dateline.grading.marking import Paper
from dateline.grading.report import report_page, report_table
from dateline.grading.rubric import Brief, rubric_pages
from dateline.grading.tables import clear_unfinished, replacing, safe, write_table

A_CHAPTER = 64  # students; fewer are not worth another process
TABLES = ("gradebook.csv", "canvas.csv", "moodle.csv")
Students = Sequence[tuple[str, str]]


def write_all(
    out: Path, book: Gradebook, paper: Paper, style: Style | None = None, jobs: int = 1
) -> list[Path]:
    """Write the tables of a class, a page for each student and the report; return what was written.

    With pseudonyms there is nothing for Canvas or Moodle, which need to know who is who. A page that
    shows nothing new is left as it is.
    """
    try:
        return _written(out, book, paper, style or Style(), jobs)
    except OSError as fault:
        raise KitError(
            f"{fault.filename or out} cannot be written ({fault.strerror or fault}). All grades are kept in "
            f"{book.path.name}; mend this, then grade again."
        ) from None


def _written(out: Path, book: Gradebook, paper: Paper, style: Style, jobs: int) -> list[Path]:
    folder = out / "feedback"
    folder.mkdir(exist_ok=True)
    for each in (out, folder):
        clear_unfinished(each)
    there = {path.name for path in folder.glob("*.html")}
    known = {file: shows for file, shows in book.pages().items() if file in there}
    writer = Writer(folder, book, paper, style, known)
    insight, briefs = _write_students(out, writer, jobs, there)
    tables = [out / table for table in TABLES if table in style.heads(paper)]
    for table in set(TABLES) - {path.name for path in tables}:
        (out / table).unlink(missing_ok=True)
    return [
        *tables,
        folder,
        *_report(out, insight, paper),
        *_rubric(out, rubric_pages(briefs, book.setting("book", secrets.token_hex(8)))),
    ]


def _write_students(out: Path, writer: Writer, jobs: int, there: set[str]) -> tuple[Insight, list[Brief]]:
    """Write pages and tables, chapter by chapter; return what there is to be told of all together."""
    insight, briefs, kept = Insight(writer.paper), [], set()
    with ExitStack() as files:
        tables = {}
        for table, heads in writer.style.heads(writer.paper).items():
            tables[table] = csv.writer(files.enter_context(replacing(out / table)), lineterminator="\n")
            tables[table].writerows([safe(cell) for cell in row] for row in heads)
        for chapter in _chapters(writer, jobs):
            insight.join(chapter.insight)
            briefs += chapter.briefs
            kept |= set(chapter.pages)
            writer.book.note_pages(chapter.new)
            for table, rows in chapter.rows.items():
                tables[table].writerows([safe(cell) for cell in row] for row in rows)
    old = there - kept  # under another name now: a pseudonym, or the roster's
    for file in old:
        (writer.folder / file).unlink(missing_ok=True)
    writer.book.forget_pages(old)
    return insight, briefs


def _chapters(writer: Writer, jobs: int) -> Iterator[Chapter]:
    students = writer.book.students()
    parts = [students[at : at + A_CHAPTER] for at in range(0, len(students), A_CHAPTER)]
    if jobs == 1 or len(parts) < 2 or sys.platform != "linux":
        yield from map(writer.write, parts)
        return
    context = multiprocessing.get_context("fork")  # what is loaded is loaded in every process
    pool = ProcessPoolExecutor(min(jobs, len(parts)), context, _begin, (writer,))
    try:
        with interrupts.held():
            chapters = pool.map(_write, parts)
        yield from chapters
    except BrokenProcessPool:
        raise KitError("A process that wrote pages was ended. All grades are kept: grade again.") from None
    finally:
        pool.shutdown(cancel_futures=True)


_mine: list[Writer] = []  # in a process of the pool: its own writer


def _begin(writer: Writer) -> None:
    """In a process of the pool: take a connection of its own to the gradebook. Ctrl+C is for who asks."""
    interrupts.put_aside()
    book = Gradebook(writer.book.path)
    _mine.append(Writer(writer.folder, book, writer.paper, writer.style, writer.known))


def _write(students: Students) -> Chapter:
    return _mine[0].write(students)


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


def _write_page(path: Path, content: str) -> None:
    with replacing(path) as file:
        file.write(content)
