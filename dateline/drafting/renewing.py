"""Writing the exercises of a case anew from its key: those of the draft ask for what the draft said."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from dateline.build import build
from dateline.cases.key_files import write_whole
from dateline.cases.load import load
from dateline.drafting.exercises import make_exercises
from dateline.drafting.notebooks import notebooks_of
from dateline.drafting.write import listed
from dateline.errors import KitError


@dataclass(frozen=True)
class Renewed:
    """The exercises that a case has now, those left out, and the folder of what they replaced, or None."""

    exercises: tuple[str, ...]
    left_out: tuple[str, ...]
    kept: Path | None


def renew_exercises(kit: Path, name: str) -> Renewed:
    """Write exercises.yaml and the notebooks of a case from its key as it stands.

    What they replace is kept in `solutions/<case>/answers/`, a folder of its own each time. ProblemsError for
    a case that is not sound, KitError where nothing can be asked or a folder cannot be written.
    """
    case = load(kit / "data" / name)
    made, left = make_exercises(case)
    if not made:
        raise KitError(f"The key of {name!r} holds too little for any exercise; nothing was written.")
    wanted = {kit / "data" / name / "exercises.yaml": listed(made)}
    solutions = kit / "solutions" / name
    wanted |= {solutions / file: solution for file, (solution, _) in notebooks_of(case, made).items()}
    there = [kit / "data" / name / "exercises.yaml", *sorted(solutions.glob("*.ipynb"))]
    try:
        kept = _keep([path for path in there if path.exists() and _text(path) != wanted.get(path)], solutions)
        solutions.mkdir(exist_ok=True, parents=True)
        for path, text in wanted.items():
            if not path.exists() or _text(path) != text:
                write_whole(path, text)
        for path in there:
            if path not in wanted:
                path.unlink()
    except OSError as fault:
        raise KitError(f"{fault.filename or solutions} cannot be written ({fault.strerror}).") from None
    build(kit)
    return Renewed(tuple(one.row.id for one in made), tuple(left), kept)


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")


def _keep(paths: Iterable[Path], solutions: Path) -> Path | None:
    """Copy files aside into a new folder; return it, or None when there are none."""
    chosen = list(paths)
    if not chosen:
        return None
    number = 1
    while (folder := solutions / "answers" / f"before-{number}").exists():
        number += 1
    folder.mkdir(parents=True)
    for path in chosen:
        shutil.copy2(path, folder / path.name)
    return folder
