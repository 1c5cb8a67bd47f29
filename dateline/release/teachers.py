"""The pack of a teacher: the whole kit, a list of the class to fill in, and how to grade."""

from __future__ import annotations

from pathlib import Path

from dateline.release.keys import NONE, SEALED
from dateline.release.kitfiles import WHOLE, copy_kit
from dateline.release.students import feedback

ROSTER = "name,student id,email\n"


def write_teachers(kit: Path, out: Path) -> None:
    """Write the pack of a teacher into an empty folder.

    Originals that are under copyright, saved answers and whatever else lies beside the kit stay out.
    """
    copy_kit(kit, WHOLE, out)
    (out / "roster.csv").write_text(ROSTER, encoding="utf-8")
    page = (Path(__file__).parent / "teachers.md").read_text("utf-8")
    told = page.format(sealed=feedback(SEALED), none=feedback(NONE))
    (out / "TEACHERS.md").write_text(told, encoding="utf-8")
