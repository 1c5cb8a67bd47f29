"""The grades of a class as tables: for a spreadsheet, and as Canvas and Moodle take them in."""

from __future__ import annotations

import csv
import os
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TextIO

from dateline.grading.marking import Paper
from dateline.grading.standing import Standing

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
Row = Sequence[Any]
LONG_AGO = 3600  # seconds; no file takes so long to be written


def safe(value: Any) -> str:
    """Return the text of a cell that no spreadsheet takes for a formula; a number is as short as can be.

    >>> safe("=1+1"), safe(-2.50), safe("Anna"), safe(None)
    ("'=1+1", '-2.5', 'Anna', '')
    """
    if not isinstance(value, str):
        return "" if value is None else f"{value:g}"
    value = value.encode("utf-8", "replace").decode("utf-8").replace("\x00", "")
    return f"'{value}" if value.lstrip(" ").startswith(_FORMULA) or value.startswith(_FORMULA) else value


@contextmanager
def replacing(path: Path) -> Iterator[TextIO]:
    """Open a file to be written; it takes the place of the old one only when all is written."""
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-", suffix=".tmp")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            yield file
        os.chmod(temporary, 0o666 & ~_umask())
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def clear_unfinished(folder: Path) -> None:
    """Remove what a run that was killed long ago had begun to write."""
    for path in folder.glob(".*.tmp"):
        with suppress(OSError):  # it was finished, or removed, in this moment
            if path.stat().st_mtime < time.time() - LONG_AGO:
                path.unlink()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def write_table(path: Path, head: Row, rows: Iterable[Row]) -> None:
    """Write a CSV, each cell made safe."""
    with replacing(path) as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([safe(cell) for cell in head])
        writer.writerows([safe(cell) for cell in row] for row in rows)


def gradebook_table(paper: Paper) -> tuple[Row, Callable[[Standing], Row]]:
    """Return the head and the rows of gradebook.csv: a row a student, a column an exercise."""
    ids = list(paper.cases)
    fixed = ["student", "key", "state", "handed in", "late (% off)", "total", "of"]

    def row(standing: Standing) -> Row:
        grading = standing.grading
        when = grading.handed_in.isoformat(" ", "seconds") if grading.handed_in else None
        key = standing.shown_key if standing.shown_key != standing.name else None
        points = [standing.points(id) for id in ids]
        notes = " | ".join(grading.notes)
        total = [standing.total, paper.possible]
        return [standing.name, key, grading.state, when, standing.late, *total, *points, notes]

    return [*fixed, *ids, "notes"], row


def canvas_table(paper: Paper, title: str) -> tuple[Row, Callable[[Standing], Row], Row]:
    """Return head, rows and second line of a Canvas gradebook import.

    Canvas finds students by ID, then SIS ID, login and name, and an assignment by its title, with its
    number in brackets behind where there is one. An empty cell is no grade.
    """

    def row(standing: Standing) -> Row:
        grading, told = standing.grading, standing.grading.roster
        number = told.get("canvas") or _number(grading.key, "canvas")
        return [grading.name, number, told.get("sis"), told.get("login"), told.get("section"), standing.total]

    head = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", title]
    return head, row, ["    Points Possible", "", "", "", "", paper.possible]


def moodle_table(paper: Paper) -> tuple[Row, Callable[[Standing], Row]]:
    """Return head and rows of a Moodle grading worksheet (Assignment: Upload grading worksheet).

    Moodle finds students by the number behind “Participant”; the other columns must be there all the same.
    """

    def row(standing: Standing) -> Row:
        grading, told = standing.grading, standing.grading.roster
        number = _number(grading.key, "moodle")
        identifier = told.get("moodle") or (f"Participant {number}" if number else "")
        late = f"; {standing.late:g} % off for lateness" if standing.late and standing.is_graded else ""
        who = [identifier, grading.name, told.get("email")]
        return [*who, standing.total, paper.possible, "", f"{grading.state}{late}"]

    head = [
        "Identifier", "Full name", "Email address", "Grade", "Maximum Grade", "Last modified (grade)",
        "Feedback comments",
    ]  # fmt: skip
    return head, row


def _number(key: str, platform: str) -> str:
    return key.removeprefix(f"{platform} ") if key.startswith(f"{platform} ") else ""
