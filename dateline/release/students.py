"""The pack of a student: lessons, exercises, reports and the kit to work with, without the solutions."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dateline.build import build
from dateline.build.files import notebooks_below
from dateline.build.notebook import NotANotebookError, read_notebook, source_of
from dateline.cases.load import load
from dateline.drafting.confirm import is_unconfirmed
from dateline.errors import KitError, ProblemsError
from dateline.findings import words
from dateline.release.keys import withhold
from dateline.release.kitfiles import TO_RUN, copy_case, copy_kit, students_makefile

_OPENS = re.compile(r"""open_case\(\s*["']([\w-]+)["']""")
_CHECKS = re.compile(r"""check\(\s*["'](\d+\.\d+)["']""")


@dataclass
class Packed:
    """What is in a student's pack: cases by id, and the exercise notebooks by their place in exercises/.

    `unconfirmed` says of how many rows of each key nobody has yet said that they are right.
    """

    cases: list[str] = field(default_factory=list)
    exercises: list[str] = field(default_factory=list)
    unconfirmed: dict[str, int] = field(default_factory=dict)


def write_students(kit: Path, out: Path, cases: Sequence[str], keys: str) -> Packed:
    """Write the pack of a student into an empty folder; `cases` are those set as exercises, all if none.

    The exercises are made anew from the solutions, so nobody's answers are in them. Raises ProblemsError when
    a solution or a case is not sound, KitError when there is no such case.
    """
    chosen = chosen_cases(kit, cases)
    copy_kit(kit, TO_RUN, out)
    _write_exercises(kit, out, chosen)
    asked = _asked(notebooks_below(out / "notebooks") + notebooks_below(out / "exercises"))
    needed = [case for case in dict.fromkeys([*chosen, *asked]) if (kit / "data" / case).is_dir()]
    for case in needed:
        withhold(copy_case(kit, case, out), keys, None if case in chosen else asked[case])
    (out / "Makefile").write_text(students_makefile((kit / "Makefile").read_text("utf-8")), "utf-8")
    made = [path.relative_to(out / "exercises").as_posix() for path in notebooks_below(out / "exercises")]
    (out / "README.md").write_text(_readme(out, chosen, made, keys), encoding="utf-8")
    drafts = {case: count for case in chosen if (count := _unconfirmed(kit / "data" / case))}
    return Packed(needed, made, drafts)


def feedback(keys: str) -> str:
    """Return in plain words what a copy with these keys still tells a learner."""
    return words(f"release-keys-{keys}").found


def _unconfirmed(folder: Path) -> int:
    return sum(is_unconfirmed(row.note) for row in load(folder).key.by_id.values())


def chosen_cases(kit: Path, cases: Sequence[str]) -> list[str]:
    """Return the cases that are named, all of the kit if none is; KitError when there is no such case."""
    known = sorted(path.parent.name for path in (kit / "data").glob("*/case.yaml"))
    if strange := [case for case in cases if case not in known]:
        raise KitError(f"There is no case {strange[0]!r} in {kit / 'data'}. Cases here: {', '.join(known)}.")
    return list(dict.fromkeys(cases)) or known


def _write_exercises(kit: Path, out: Path, chosen: Iterable[str]) -> None:
    """Make the exercises of some cases from their solutions, which are then taken away again."""
    solutions = out / "solutions"
    for path in notebooks_below(kit / "solutions"):
        if cases_opened(path) <= set(chosen):
            copied = solutions / path.relative_to(kit / "solutions")
            copied.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, copied)
    if not solutions.is_dir():
        raise KitError(f"No notebook in {kit / 'solutions'} opens the case {' or '.join(chosen)}.")
    report = build(out)
    shutil.rmtree(solutions)
    if report.faults:
        raise ProblemsError("The solutions have faults; nothing was written:", report.faults)


def cases_opened(notebook: Path) -> set[str]:
    """Return the cases that a notebook opens."""
    return set(_OPENS.findall(_code(notebook)))


def _asked(notebooks: Iterable[Path]) -> dict[str, set[str]]:
    """Return which exercises the notebooks check of each case that they open."""
    asked: dict[str, set[str]] = {}
    for path in notebooks:
        for case in cases_opened(path):
            asked.setdefault(case, set()).update(_CHECKS.findall(_code(path)))
    return asked


def _code(path: Path) -> str:
    """All code of a notebook; none where it cannot be read, which `build` has to tell."""
    try:
        cells = read_notebook(path)["cells"]
    except NotANotebookError:
        return ""
    return "\n".join(source_of(cell) for cell in cells if cell["cell_type"] == "code")


def _readme(out: Path, cases: Sequence[str], exercises: Sequence[str], keys: str) -> str:
    page = (Path(__file__).parent / "students.md").read_text("utf-8")
    loaded = [load(out / "data" / case) for case in cases]
    listed = [f"- [{_called(name)}](exercises/{name})" for name in exercises]
    ids = [id for case in loaded for id, row in case.exercises.items() if row.points]
    below = sorted({name.rpartition("/")[0] for name in exercises})
    return page.format(
        title="\n".join(f"- {case.title}. {case.question}" for case in loaded),
        notebooks="\n".join(listed),
        feedback=feedback(keys),
        hint=ids[0] if ids else "1.1",
        folder=f" exercises/{below[0]}" if len(below) == 1 and below[0] else "",
        rights="\n".join(f"*{case.title}:* {case.about.rights}" for case in loaded if case.about.rights),
    )


def _called(name: str) -> str:
    """Return a notebook's place as a reader says it: `04-say-so.ipynb` → 04 · Say so."""
    folder, _, file = name.rpartition("/")
    number, _, slug = file.removesuffix(".ipynb").partition("-")
    said = f"{number} · {slug.replace('-', ' ').capitalize()}"
    return f"{said} ({folder})" if folder else said
