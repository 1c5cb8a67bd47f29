"""What is written of some students of a class: their pages, their share of each table and of the report."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from dateline import findings
from dateline.answers import lesson_of
from dateline.build import model_answer
from dateline.errors import KitError
from dateline.grading import feedback, page
from dateline.grading.feedback import Solve, feedback_page
from dateline.grading.gradebook import Gradebook
from dateline.grading.insight import Insight
from dateline.grading.late import LateRules
from dateline.grading.marking import Paper
from dateline.grading.rubric import Brief, briefs_of
from dateline.grading.standing import Standing, pseudonyms, standing_of
from dateline.grading.tables import Row, canvas_table, gradebook_table, moodle_table, replacing
from dateline.kit import find_kit


@dataclass(frozen=True)
class Style:
    """How a class is shown: late rules, pseudonyms for names, what Canvas calls it, with model answers."""

    rules: LateRules | None = None
    pseudonymous: bool = False
    title: str = "Dateline"
    solutions: bool = False

    def heads(self, paper: Paper) -> dict[str, list[Row]]:
        """The first rows of each table by its file; platforms need to know who is who."""
        tables = {"gradebook.csv": [gradebook_table(paper)[0]]}
        if not self.pseudonymous:
            canvas, _, possible = canvas_table(paper, self.title)
            tables |= {"canvas.csv": [canvas, possible], "moodle.csv": [moodle_table(paper)[0]]}
        return tables

    def makers(self, paper: Paper) -> dict[str, Callable[[Standing], Row]]:
        """What makes a student's row of each table, by its file."""
        makers = {"gradebook.csv": gradebook_table(paper)[1]}
        if not self.pseudonymous:
            makers |= {"canvas.csv": canvas_table(paper, self.title)[1], "moodle.csv": moodle_table(paper)[1]}
        return makers


@dataclass
class Chapter:
    """What came of writing some students: rows by table, their insight, briefs to read, all their pages.

    `pages` says by file what each page shows, `new` are those of them that were written now.
    """

    insight: Insight
    rows: dict[str, list[Row]] = field(default_factory=dict)
    briefs: list[Brief] = field(default_factory=list)
    pages: dict[str, str] = field(default_factory=dict)
    new: dict[str, str] = field(default_factory=dict)


class Writer:
    """Writes chapters of a class; `known` says what the pages show that are in the folder already."""

    def __init__(
        self, folder: Path, book: Gradebook, paper: Paper, style: Style, known: dict[str, str]
    ) -> None:
        self.folder, self.book, self.paper, self.style, self.known = folder, book, paper, style, known
        self._shown = pseudonyms(book) if style.pseudonymous else None
        self._solve = _solver(paper) if style.solutions else None
        self._makers = style.makers(paper)

    def write(self, students: Sequence[tuple[str, str]]) -> Chapter:
        """Write the pages of some students, (key, name) each, where they show anything new."""
        chapter = Chapter(Insight(self.paper), {table: [] for table in self._makers})
        for key, name in students:
            grading = self.book.grading(key, name)
            paper = self.paper.of(grading.key, grading.name)
            standing = standing_of(grading, self.style.rules, self._shown)
            chapter.insight.add(standing)
            chapter.briefs += briefs_of(standing, paper)
            for table, row in self._makers.items():
                chapter.rows[table].append(row(standing))
            self._page(standing, paper, chapter)
        return chapter

    def _page(self, standing: Standing, paper: Paper, chapter: Chapter) -> None:
        file, shows = file_name(standing), self._fingerprint(standing, paper)
        chapter.pages[file] = shows
        if self.known.get(file) != shows:
            with replacing(self.folder / file) as page:
                page.write(feedback_page(standing, paper, self._solve_for(paper)))
            chapter.new[file] = shows

    def _solve_for(self, paper: Paper) -> Solve | None:
        if self._solve is None:
            return None
        return lambda id: self._solve(paper.cases[id].id, id, paper.exercises[id].answer)

    def _fingerprint(self, standing: Standing, paper: Paper) -> str:
        """A fingerprint of all that decides what a page shows; another one means to write it anew."""
        told = [
            _kit(), paper.fingerprint, sorted(paper.hidden), self.style.solutions,
            standing.grading.key, standing.grading.stamp, standing.name, standing.late,
        ]  # fmt: skip
        return hashlib.sha256(json.dumps(told).encode()).hexdigest()[:32]


def file_name(standing: Standing) -> str:
    """Return the name of a student's page: the name as far as files allow it, and a mark of its own."""
    plain = re.sub(r"[^\w -]", "", standing.name)[:60].strip() or "student"
    told = f"{standing.grading.key} {standing.name}".encode("utf-8", "replace")
    return f"{plain} {hashlib.sha256(told).hexdigest()[:6]}.html"


@cache
def _kit() -> str:
    """A fingerprint of what makes pages: their words and their look."""
    files = [
        Path(feedback.__file__),
        Path(page.__file__),
        Path(findings.__file__).parent / "messages/en.yaml",
    ]
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


def _solver(paper: Paper) -> Callable[[str, str, str], str]:
    """Return what gives the model answer to an exercise of a case, by the name of the answer.

    A case of one's own, and one that a student alone has, has its solutions in a folder of its name.
    KitError when this kit has no solutions.
    """
    folder = find_kit() / "solutions"
    if not folder.is_dir():
        raise KitError(f"--show-solutions needs {folder}, which is not there.")
    homes = [folder, *([paper.variants.folder / "solutions"] if paper.variants else [])]

    @cache
    def solve(case: str, id: str, name: str) -> str:
        own = next((home / case for home in homes if (home / case).is_dir()), folder)
        return model_answer(own, lesson_of(id), name)

    return solve
