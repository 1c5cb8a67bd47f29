"""Loading an original report that its holder has, so that every lesson runs on it."""

from __future__ import annotations

import os
from dataclasses import fields
from pathlib import Path

from dateline.cases.case import Case, Key
from dateline.cases.load import misplaced, read_case
from dateline.errors import KitError, Problem, ProblemsError
from dateline.sources import Source, paragraphs_of, read_received, read_text


def import_original(folder: Path, id: str, file: Path, *, replace: bool = False) -> Path:
    """Read an original report and keep it, out of git, as `originals/<id>.md` in the case's folder.

    The file must be the same report as the teaching edition: the same date, as many paragraphs, and every
    anchor of the key in its place. Raises ProblemsError that lists all that does not fit; nothing is then
    written. Raises KitError when there is already another original and `replace` is not given.
    """
    case, problems = read_case(folder)
    if case is None or problems:
        raise ProblemsError(f"The case {folder.name!r} must be sound before an original is added:", problems)
    if id not in case.sources:
        raise KitError(f"The case {case.id!r} has no source {id!r}; use one of {', '.join(case.sources)}.")
    taught = case.sources[id]
    try:
        received = read_received(read_text(file))
    except KitError as fault:
        raise KitError(f"{file.name}: {fault}") from None
    original = Source(
        id=id,
        paragraphs=paragraphs_of(id, received.paragraphs),
        edition="original",
        rights="Copyright of its publisher. For the holder's own use; not to be passed on.",
        **{
            name: getattr(taught, name)
            for name in ("title", "publisher", "agency", "byline", "dateline_place", "date")
        },
    )
    misfits = list(_misfits(case, taught, original, received.date, file.name))
    if misfits:
        raise ProblemsError(
            f"{file.name} does not fit {id} of the case {case.id!r}, so nothing was written:", misfits
        )
    return _write(folder / "originals" / f"{id}.md", _as_text(original), replace)


def _misfits(case: Case, taught: Source, original: Source, date: str, file: str):
    if date != taught.date:
        yield Problem(
            file,
            "first line",
            f"its date is {date}, but {taught.id} is dated {taught.date}",
            "check that it is the same report",
        )
    if len(original.paragraphs) != len(taught.paragraphs):
        counts = f"it has {len(original.paragraphs)} paragraphs, but {taught.id} has {len(taught.paragraphs)}"
        yield Problem(file, "", counts, "put one blank line between paragraphs, as in the report")
        return
    there = Case(case.id, case.about, {original.id: original}, Key({}))
    for row in case.key.by_id.values():
        if row.source == original.id:
            for reason, _ in misplaced(there, row):
                yield Problem(
                    file, f"key row {row.id}", reason, "check that the report is whole and unedited"
                )


def _as_text(source: Source) -> str:
    import io

    from ruamel.yaml import YAML

    about = {
        field.name: getattr(source, field.name) for field in fields(source) if field.name != "paragraphs"
    }
    head = io.StringIO()
    YAML(typ="safe", pure=True).dump(about, head)
    body = "\n\n".join(f"¶{paragraph.number} {paragraph.text}" for paragraph in source.paragraphs)
    return f"---\n{head.getvalue()}---\n\n{body}\n"


def _write(path: Path, text: str, replace: bool) -> Path:
    if path.exists() and not replace and path.read_text(encoding="utf-8") != text:
        raise KitError(
            f"{path} is there already and differs; add --replace to put the new file in its place."
        )
    path.parent.mkdir(exist_ok=True)
    temporary = path.with_suffix(".tmp")
    temporary.write_text(text, encoding="utf-8")
    os.replace(temporary, path)
    return path
