"""Writing a drafted case into the kit: all of it, or nothing."""

from __future__ import annotations

import csv
import io
import re
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from dateline.cases.load import read_case
from dateline.cases.rows import TABLES
from dateline.drafting.drafts import Draft, draft_of
from dateline.drafting.exercises import Made, make_exercises
from dateline.drafting.key_notebook import NOTEBOOK, key_notebook
from dateline.drafting.notebooks import notebooks_of
from dateline.drafting.reports import Report
from dateline.errors import KitError, ProblemsError
from dateline.sources import Source

PARTS = ("data", "solutions", "exercises")  # the folders of a kit in which a case has a folder


@dataclass(frozen=True)
class Written:
    """What a new case holds: its folder, how many rows each table has, its exercises, those left out."""

    folder: Path
    rows: dict[str, int]
    exercises: tuple[str, ...]
    left_out: tuple[str, ...]


def new_case(kit: Path, name: str, reports: Sequence[Report], title: str = "") -> Written:
    """Draft the case `name` from reports, earliest first, and write it into a kit.

    KitError for a name that is taken or is none, or a folder that cannot be written; then nothing is.
    """
    check_name(kit, name)
    draft = draft_of(name, reports, title)
    made, left = make_exercises(draft.case)
    try:
        with tempfile.TemporaryDirectory(prefix=".drafting-", dir=kit) as staging:
            _write(Path(staging), draft, made)
            _, problems = read_case(Path(staging) / "data" / name)
            if problems:
                raise ProblemsError("The draft does not hold together, so nothing was written:", problems)
            _move(Path(staging), kit, name)
    except OSError as fault:
        where = fault.filename or kit
        raise KitError(f"{where} cannot be written ({fault.strerror}); nothing was left there.") from None
    rows = {table: len(cells) for table, cells in draft.tables.items()}
    return Written(kit / "data" / name, rows, tuple(one.row.id for one in made), tuple(left))


def check_name(kit: Path, name: str) -> None:
    """Raise KitError for a name that cannot be a folder's, or that a case or a notebook folder has."""
    if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", name):
        raise KitError(f"{name!r} cannot name a case; use small letters, digits and hyphens: harbour-fire.")
    taken = [kit / part / name for part in PARTS if (kit / part / name).exists()]
    if taken:
        raise KitError(f"{taken[0]} is there already and is never overwritten; choose another name.")


def _move(staging: Path, kit: Path, name: str) -> None:
    """Put the staged folders in their places, the data last; take all back when one fails."""
    done: list[Path] = []
    try:
        for part in reversed(PARTS):
            (kit / part).mkdir(exist_ok=True)
            place = kit / part / name
            (staging / part / name).rename(place)
            done.append(place)
    except OSError:
        for place in done:
            shutil.rmtree(place, ignore_errors=True)
        raise


def _write(root: Path, draft: Draft, made: Sequence[Made]) -> None:
    name = draft.case.id
    folder = root / "data" / name
    for place in (folder / "sources", folder / "key", root / "solutions" / name, root / "exercises" / name):
        place.mkdir(parents=True)
    _save(folder / "case.yaml", _yaml(draft.about))
    for source in draft.case.sources.values():
        _save(folder / "sources" / f"{source.id}.md", source_text(source))
    for table, cells in draft.tables.items():
        _save(folder / "key" / f"{table}.csv", _csv(list(TABLES[table].model_fields), cells))
    _save(folder / "key" / NOTEBOOK, key_notebook(draft.case))
    _save(folder / "exercises.yaml", listed(made))
    for file, (solution, exercise) in notebooks_of(draft.case, made).items():
        _save(root / "solutions" / name / file, solution)
        _save(root / "exercises" / name / file, exercise)


def listed(made: Sequence[Made]) -> str:
    """Return the text of exercises.yaml for exercises."""
    rows = [one.row.model_dump(by_alias=True, exclude={"form"}) for one in made]
    return _yaml({"exercises": rows})


def source_text(source: Source) -> str:
    """Return a source in the kit's own form: front matter, then numbered paragraphs."""
    about = {f.name: getattr(source, f.name) for f in fields(source) if f.name != "paragraphs"}
    body = "\n\n".join(f"¶{paragraph.number} {paragraph.text}" for paragraph in source.paragraphs)
    return f"---\n{_yaml(about)}---\n\n{body}\n"


def _yaml(content: Any) -> str:
    from ruamel.yaml import YAML

    yaml, text = YAML(typ="safe", pure=True), io.StringIO()
    yaml.default_flow_style, yaml.allow_unicode, yaml.width = False, True, 120
    yaml.sort_base_mapping_type_on_output = False
    yaml.dump(content, text)
    return text.getvalue()


def _csv(columns: Sequence[str], rows: Sequence[dict[str, str]]) -> str:
    lead = ["id", "source", "paragraph", "anchor"]
    order = [*lead, *(column for column in columns if column not in (*lead, "note")), "note"]
    text = io.StringIO()
    writer = csv.DictWriter(text, order, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def _save(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
