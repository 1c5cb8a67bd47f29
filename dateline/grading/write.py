"""Writing all that comes out of a gradebook into its folder."""

from __future__ import annotations

from pathlib import Path

from dateline.grading.gradebook import Gradebook
from dateline.grading.late import LateRules
from dateline.grading.marking import Paper
from dateline.grading.standing import pseudonyms, standings
from dateline.grading.tables import canvas_table, gradebook_table, moodle_table, write_table


def write_all(
    out: Path, book: Gradebook, paper: Paper, *, rules: LateRules | None = None, pseudonymous: bool = False,
    title: str = "Dateline",
) -> list[Path]:  # fmt: skip
    """Write the tables of a class; return their paths.

    With pseudonyms there is nothing for Canvas or Moodle, which need to know who is who.
    """
    shown = pseudonyms(book) if pseudonymous else None
    written = [out / "gradebook.csv"]
    head, row = gradebook_table(paper)
    write_table(written[0], head, map(row, standings(book, rules, shown)))
    for path in (out / "canvas.csv", out / "moodle.csv"):
        if pseudonymous:
            path.unlink(missing_ok=True)
        else:
            written.append(path)
    if not pseudonymous:
        head, row, second = canvas_table(paper, title)
        write_table(written[1], head, [second, *map(row, standings(book, rules))])
        head, row = moodle_table(paper)
        write_table(written[2], head, map(row, standings(book, rules)))
    return written
