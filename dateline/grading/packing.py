"""Packing what a learner hands in: notebooks and saved answers, with a manifest, as a zip."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from dateline import __version__
from dateline.answers import Saved, lesson_of
from dateline.cases.about import ExerciseRow
from dateline.errors import KitError
from dateline.grading.collect import collect
from dateline.grading.intake import MANIFEST, Submission
from dateline.grading.sandbox import Ran
from dateline.grading.store import Entry, Store
from dateline.grading.who import Student

HANDED_IN = "handed in"  # under this word `hint` finds that its lesson is done


@dataclass
class Pack:
    """What is to be handed in: files by their place in the zip, and which exercises are answered."""

    files: dict[str, Path] = field(default_factory=dict)
    answered: list[str] = field(default_factory=list)
    untried: list[str] = field(default_factory=list)
    computed: list[str] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)
    hints: int = 0


def gather_pack(folder: Path, exercises: Mapping[str, ExerciseRow]) -> Pack:
    """Look at the notebooks and saved answers in a folder of exercises; nothing is run.

    KitError when there is no notebook. An exercise whose answer is computed counts as answered.
    """
    notebooks = sorted(path for path in folder.glob("*.ipynb") if path.is_file())
    if not notebooks:
        raise KitError(
            f"There is no notebook in {folder}. Go to your copy of the kit, or name the folder: "
            "dateline hand-in exercises"
        )
    saved = sorted((folder / "answers").glob("[0-9][0-9].json"))
    pack = Pack({path.relative_to(folder).as_posix(): path for path in (*notebooks, *saved)})
    submission = Submission(
        Student("", ""), [_entry(path) for path in notebooks], [_entry(path) for path in saved]
    )
    with Store() as store:
        found = collect(store, submission, exercises, lambda _cells, names: _not_run(names, exercises, pack))
    pack.troubles = [note for note in found.notes if "answers no exercise" not in note]
    answered = {id for id, answer in found.answers.items() if answer is not None} | set(found.shapes)
    pack.answered = [id for id in exercises if id in answered and id not in pack.computed]
    pack.untried = [id for id in exercises if id not in answered and id not in pack.computed]
    pack.hints = sum(found.hints.values())
    return pack


def _entry(path: Path) -> Entry:
    modified = datetime.fromtimestamp(path.stat().st_mtime)
    return Entry((str(path),), (path.name,), modified, path.stat().st_size)


def _not_run(names: list[str], exercises: Mapping[str, ExerciseRow], pack: Pack) -> Ran:
    """Note what would have to be run; a learner's own machine has no need to do so."""
    pack.computed += [id for id, each in exercises.items() if each.answer in names]
    return Ran("ran")


def write_pack(pack: Pack, path: Path, name: str) -> None:
    """Write the zip: all of it, or nothing. KitError when there is a file of that name already."""
    if path.exists():
        raise KitError(f"{path} is there already and was left as it is. Name another file with --out.")
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem}-", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for inside, source in pack.files.items():
                archive.write(source, inside)
            archive.writestr(MANIFEST, json.dumps(manifest(pack, name), indent=1, ensure_ascii=False))
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def manifest(pack: Pack, name: str) -> dict[str, object]:
    """Return what the zip says of itself. A teacher's machine reads it and believes none of it."""
    digests = {inside: hashlib.sha256(path.read_bytes()).hexdigest() for inside, path in pack.files.items()}
    return {
        "name": name, "packed": datetime.now().isoformat(timespec="seconds"), "dateline": __version__,
        "answered": pack.answered, "computed": pack.computed, "untried": pack.untried, "files": digests,
    }  # fmt: skip


def note_handed_in(folder: Path, pack: Pack) -> None:
    """Keep beside the notebooks which lessons were handed in, so that the hints of the last one open."""
    stamp = {"at": datetime.now().isoformat(timespec="seconds")}
    for lesson in dict.fromkeys(map(lesson_of, [*pack.answered, *pack.computed])):
        Saved(lesson, folder / "answers").put("checks", HANDED_IN, stamp)
