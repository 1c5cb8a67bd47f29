"""Loading a case from its folder, with every fault of its files told at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from dateline.cases.about import About, ExerciseRow, about_of, read_about, read_exercises
from dateline.cases.case import Case, Key
from dateline.cases.rows import TABLES, ClaimRow, FigureRow, Row, read_rows, read_table
from dateline.cases.sealed import SEALED, Home, unsealed
from dateline.dates import is_edtf
from dateline.errors import KitError, Problem, ProblemsError
from dateline.sources import Source, read_source, source_of


def load(folder: Path, edition: str = "teaching") -> Case:
    """Load the case in `folder`; ProblemsError lists everything that is wrong with its files."""
    return _load(folder, edition, _stamp(folder))


def _stamp(folder: Path) -> tuple[tuple[str, int, int], ...]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return tuple((str(path), path.stat().st_mtime_ns, path.stat().st_size) for path in files)


@lru_cache(maxsize=8)
def _load(folder: Path, edition: str, stamp: tuple[tuple[str, int, int], ...]) -> Case:
    case, problems = read_case(folder, edition)
    if problems or case is None:
        raise ProblemsError(f"The case {folder.name!r} cannot be opened:", problems)
    return case


def read_case(folder: Path, edition: str = "teaching") -> tuple[Case | None, list[Problem]]:
    """Read all files of a case: the case as far as it can be read, and every problem."""
    try:
        home = unsealed(folder)
    except KitError as fault:
        return None, [Problem(SEALED, "", str(fault), "get a fresh copy of the pack")]
    about, problems = read_about(home / "case.yaml")
    if about is None:
        return None, problems
    sources, more = _sources(folder, about, edition)
    problems += more
    tables: dict[str, list[Row]] = {}
    for name in TABLES:
        if (home / "key" / f"{name}.csv").exists():
            tables[name], more = read_table(home / "key" / f"{name}.csv", name)
            problems += more
    exercises, more = _exercises(home)
    problems += more
    case = Case(folder.name, about, sources, Key(tables), edition, folder, {row.id: row for row in exercises})
    return case, problems + list(_misfits(case, tables)) + list(adrift("place", about.places))


def with_texts(
    case: Case, texts: Mapping[str, str], about: str = "", sources: Mapping[str, str] | None = None
) -> tuple[Case, list[Problem]]:
    """Return a case with other tables, given as the text of their files, and every problem of them.

    `about` is the text of another case.yaml, `sources` are those of other reports by their ids.
    """
    problems: list[Problem] = []
    if about:
        told, problems = about_of(about)
        if told is None:
            return case, problems
        problems += adrift("place", told.places)
        case = replace(case, about=told)
    for id, text in (sources or {}).items():
        source, more = _sound(lambda text=text, id=id: source_of(text, Path(f"{id}.md")), f"sources/{id}.md")
        problems += more
        if source:
            case = replace(case, sources={**case.sources, id: source})
    tables: dict[str, list[Row]] = {}
    for name in TABLES:
        if texts.get(name):
            tables[name], more = read_rows(texts[name], name)
            problems += more
    other = replace(case, key=Key(tables))
    return other, problems + list(_misfits(other, tables))


def _sources(folder: Path, about: About, edition: str) -> tuple[dict[str, Source], list[Problem]]:
    place = folder / ("originals" if edition == "original" else "sources")
    sources, problems = {}, []
    for id in about.sources:
        path = place / f"{id}.md"
        if not path.exists():
            mend = (
                f"import it: dateline case import {folder.name} {id} FILE"
                if edition == "original"
                else "add the file"
            )
            problems.append(Problem(f"{place.name}/{id}.md", "", "there is no such file", mend))
            continue
        source, more = _sound(lambda path=path: read_source(path), f"{place.name}/{id}.md")
        problems += more
        if source:
            sources[id] = source
    return sources, problems


def _sound(read: Callable[[], Source], file: str) -> tuple[Source | None, list[Problem]]:
    """Read a source; None and its problems when there are any."""
    try:
        source = read()
    except ProblemsError as fault:
        return None, list(fault.problems)
    if source.date and not is_edtf(source.date):
        mend = "write the year, the month or the day: 2018-12-19"
        return None, [Problem(file, "date", f"{source.date!r} is no EDTF date", mend)]
    return source, []


def _exercises(folder: Home) -> tuple[list[ExerciseRow], list[Problem]]:
    path = folder / "exercises.yaml"
    if not path.exists():
        return [], []
    rows, problems = read_exercises(path)
    twice = [id for id, count in Counter(row.id for row in rows).items() if count > 1]
    return rows, problems + [
        Problem(path.name, id, "this id stands twice", "give each exercise its own id") for id in twice
    ]


def _misfits(case: Case, tables: dict[str, list[Row]]) -> Iterable[Problem]:
    """What no row can see alone: ids that stand twice, places that are not there, unknown populations."""
    counts = Counter(row.id for rows in tables.values() for row in rows)
    for name, rows in tables.items():
        for row in rows:
            where = f"key/{name}.csv", f"row {row.id}"
            if counts[row.id] > 1:
                yield Problem(*where, "this id stands more than once in the key", "give each row its own id")
            yield from (Problem(*where, reason, mend) for reason, mend in misplaced(case, row))
            if isinstance(row, FigureRow) and row.population and row.population not in case.populations:
                yield Problem(
                    *where, f"population {row.population!r} is not in case.yaml", "add it under populations:"
                )
            if isinstance(row, ClaimRow) and row.speaker and row.speaker not in _speakers(case, tables):
                yield Problem(
                    *where,
                    f"speaker {row.speaker!r} is in no row of voices.csv",
                    "add the voice, or mend its id",
                )


def adrift(kind: str, entries: Mapping[str, Any]) -> Iterable[Problem]:
    """Yield each place or population of case.yaml that lies in none that is there, or in itself.

    `kind` names the entries in the singular, as in "place"; `entries` are what stands under its plural.

    >>> list(adrift("place", {}))
    []
    """
    for id, entry in entries.items():
        seen, whole = [id], entry.part_of
        while whole in entries and whole not in seen:
            seen.append(whole)
            whole = entries[whole].part_of
        if whole in seen:
            yield Problem("case.yaml", f"{kind} {id}", "it is a part of itself", "mend part_of: there")
        elif whole is not None:
            reason = f"part_of {whole!r} is not under {kind}s:"
            yield Problem("case.yaml", f"{kind} {id}", reason, "add it, or mend its id")


def _speakers(case: Case, tables: dict[str, list[Row]]) -> set[str]:
    return {"outlet", *(row.voice for row in tables.get("voices", [])), *case.people, *case.organisations}


def misplaced(case: Case, row: Row) -> Iterable[tuple[str, str]]:
    """Yield (reason, mend) for a row whose place is not there: source, paragraph or anchor."""
    if not row.source and (row.anchor or row.paragraph):
        yield "it has a paragraph or an anchor but no source", f"name one of {', '.join(case.about.sources)}"
    if not row.source or row.source not in case.sources:
        if row.source and row.source not in case.about.sources:
            yield f"source {row.source!r} is not in case.yaml", f"use one of {', '.join(case.about.sources)}"
        return
    count = len(case.sources[row.source].paragraphs)
    if row.paragraph is not None and not 1 <= row.paragraph <= count:
        yield f"{row.source} has no paragraph {row.paragraph}", f"use 1 to {count}"
    elif row.anchor and row.paragraph is None:
        yield "it has an anchor but no paragraph", "fill in the paragraph's number"
    elif row.anchor and not case.find(row.source, row.paragraph, row.anchor):
        yield (
            f"the anchor {row.anchor!r} does not occur in {row.source}, para. {row.paragraph}",
            "copy the phrase from the text, letter by letter",
        )
