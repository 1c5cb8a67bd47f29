"""The exercises that a class was set, found from what a teacher names: cases, exercises, a key."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from dateline.cases import Case, case_folder, case_ids
from dateline.cases.about import read_exercises
from dateline.cases.load import load
from dateline.errors import KitError, ProblemsError
from dateline.exercises import WITH_KEY
from dateline.grading.marking import Paper, paper_of
from dateline.grading.variants import read_variants
from dateline.yaml12 import read_yaml_text


@dataclass(frozen=True)
class PaperSpec:
    """What to grade: `cases` by id (none: all at hand), exercises and lessons (none: all with points).

    `key` is the folder of a teacher's own key, `edition` says which texts to mark by, `variants` is the
    folder of a class in which each student has a practice case of their own.
    """

    cases: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    key: Path | None = None
    edition: str = "teaching"
    variants: Path | None = None

    def paper(self) -> Paper:
        """Return the paper; KitError that says what of it is not there or does not fit."""
        own = key_folders(self.key) if self.key else {}
        cases, hidden = [], set()
        for name in self.cases or _all_cases():
            case = load(case_folder(name), self.edition)
            if name in own:
                case, changed = with_own_key(case, own[name])
                hidden |= changed
            cases.append(case)
        strange = set(own) - {case.id for case in cases}
        if strange:
            raise KitError(
                f"{self.key} has a key to {', '.join(sorted(strange))}, which is no case that is graded."
            )
        if self.variants is None:
            return paper_of(cases, self.only, hidden)
        variants = read_variants(self.variants)
        return replace(paper_of([*cases, variants.sample], self.only, hidden), variants=variants)


def with_keys(paper: Paper) -> Paper:
    """Return a paper as it is; KitError when its cases are copies without a key to mark by."""
    bare = {paper.cases[id].id for id, exercise in paper.exercises.items() if exercise.form is not None}
    if bare:
        raise KitError(f"There is no key to {', '.join(sorted(bare))} at hand. {WITH_KEY}")
    return paper


def _all_cases() -> list[str]:
    """The course's own case first: where two have an exercise of the same id, it is meant."""
    known = case_ids()
    return [name for name in dict.fromkeys(["syria-withdrawal", *known]) if name in known]


def key_folders(key: Path) -> dict[str, Path]:
    """Return the folders of a teacher's key by case: DIR/<case>/exercises.yaml, DIR/<case>/key/*.csv."""
    if not key.is_dir():
        raise KitError(f"{key} is no folder. Name one that holds CASE/exercises.yaml or CASE/key/*.csv.")
    found = {
        folder.name: folder
        for folder in sorted(key.iterdir())
        if (folder / "exercises.yaml").is_file() or any(folder.glob("key/*.csv"))
    }
    if not found:
        raise KitError(f"{key} holds no key: there is no CASE/exercises.yaml and no CASE/key/*.csv in it.")
    return found


def with_own_key(case: Case, folder: Path) -> tuple[Case, set[str]]:
    """Return a case with a teacher's tables and exercises in the place of the kit's, and the exercises' ids.

    A table is replaced whole; an exercise replaces that of the same id, or is added.
    """
    own = _own_exercises(folder)
    with tempfile.TemporaryDirectory(prefix="dateline-key-") as temporary:
        whole = Path(temporary) / case.id
        shutil.copytree(case.folder, whole)
        for table in sorted((folder / "key").glob("*.csv")):
            (whole / "key").mkdir(exist_ok=True)
            shutil.copy(table, whole / "key")
        listed = read_yaml_text((whole / "exercises.yaml").read_text("utf-8"))["exercises"]
        rows = {row["id"]: row for row in [*listed, *own]}
        # JSON is YAML too
        text = json.dumps({"exercises": list(rows.values())}, default=str, ensure_ascii=False)
        (whole / "exercises.yaml").write_text(text, encoding="utf-8")
        return replace(load(whole, case.edition), folder=case.folder), {row["id"] for row in own}


def _own_exercises(folder: Path) -> Sequence[dict]:
    path = folder / "exercises.yaml"
    if not path.is_file():
        return []
    _, problems = read_exercises(path)
    if problems:
        raise ProblemsError(f"The exercises in {path} cannot be used:", problems)
    return read_yaml_text(path.read_text("utf-8"))["exercises"]
