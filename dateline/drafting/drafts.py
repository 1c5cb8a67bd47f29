"""A whole draft: case.yaml and the six tables of the key, made from reports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dateline.cases import About, Case, Key
from dateline.cases.rows import TABLES, Row
from dateline.dates import precision
from dateline.drafting.comparing import check_rows
from dateline.drafting.confirm import Cells, to_confirm
from dateline.drafting.dating import date_rows
from dateline.drafting.figuring import Figures, figures_in
from dateline.drafting.following import follow_ups
from dateline.drafting.items import place_in
from dateline.drafting.naming import names_in
from dateline.drafting.parting import label_of, part_checks
from dateline.drafting.reports import Report
from dateline.drafting.saying import said_in
from dateline.sources import NOT_STATED, Source

QUESTION = "What changed between the reports, and how sure can we be?"
UNKNOWN = "unknown | none stated | not given"  # other words for what a report does not say
RIGHTS = to_confirm("say here whose the reports are, and by what right they are used")


@dataclass
class Draft:
    """What a case is to hold: `about` for case.yaml, `tables` of text cells for key/, the sources."""

    case: Case
    about: dict[str, Any]
    tables: dict[str, list[Cells]] = field(default_factory=dict)


def draft_of(name: str, reports: Sequence[Report], title: str = "", folder: Path | None = None) -> Draft:
    """Read reports, earliest first, and return the draft of a case called `name`."""
    sources = {f"S{n}": report.as_source(f"S{n}", RIGHTS) for n, report in enumerate(reports, start=1)}
    figures = figures_in(sources.values())
    about = _about(name, list(sources.values()), figures, title)
    case = Case(name, About.model_validate(about), sources, Key({}), folder=folder)
    said = said_in(case)
    tables = {
        "sources": [row for source in sources.values() for row in _origin(source)],
        "voices": list(said.voices.values()),
        "claims": said.claims,
        "figures": _attributed(figures.rows, said.claims),
        "dates": date_rows(sources.values()),
    }
    for number, row in enumerate(tables["sources"], start=1):
        row["id"] = f"N{number:02}"
    tables["checks"] = _checks(sources, tables, figures.part_of)
    case.key = Key({table: _rows(table, cells) for table, cells in tables.items()})
    return Draft(case, about, tables)


def _checks(
    sources: dict[str, Source], tables: dict[str, list[Cells]], part_of: dict[str, str]
) -> list[Cells]:
    figures, claims = _rows("figures", tables["figures"]), _rows("claims", tables["claims"])
    rows = [*check_rows(figures, part_of), *part_checks(figures, part_of), *follow_ups(claims, list(sources))]
    return [{"id": f"K{number:02}", **row} for number, row in enumerate(rows, start=1)]


def _rows(table: str, cells: Sequence[Cells]) -> list[Row]:
    return [TABLES[table].model_validate(row) for row in cells]


def _about(name: str, sources: Sequence[Source], figures: Figures, title: str) -> dict[str, Any]:
    named = names_in([paragraph.text for source in sources for paragraph in source.paragraphs])
    by_kind: dict[str, dict[str, Any]] = {"person": {}, "body": {}, "place": {}}
    taken: set[str] = set()
    for one in named:
        aliases = [alias for alias in one.aliases if alias.lower() not in taken]
        if one.name.lower() in taken or one.id in by_kind[one.kind]:
            continue
        taken |= {one.name.lower(), *(alias.lower() for alias in aliases)}
        role = {} if one.kind == "place" else {"role": to_confirm("who or what this is")}
        by_kind[one.kind][one.id] = {"name": one.name, **role, "aliases": aliases}
    populations = _populations(figures)
    told = {"populations": populations, "places": by_kind["place"], "sources": [s.id for s in sources]}
    return {
        "title": title or name.replace("-", " ").capitalize(),
        "question": QUESTION,
        "cut_off": sources[-1].date,
        "sources": [source.id for source in sources],
        "people": by_kind["person"],
        "organisations": by_kind["body"],
        "populations": populations,
        "places": by_kind["place"],
        "rights": RIGHTS,
        "to_confirm": [
            "title",
            "question",
            "cut_off",
            *(f"{part}.{id}" for part in told for id in told[part]),
        ],
    }


def _populations(figures: Figures) -> dict[str, dict[str, Any]]:
    """What the figures count: the first noun for it, the others, and the whole that a part belongs to."""
    found: dict[str, dict[str, Any]] = {}
    by_id = {row["id"]: row for row in figures.rows}
    for row in figures.rows:
        if not (id := row.get("population", "")):
            continue
        if whole := figures.part_of.get(row["id"]):
            part_of = by_id[whole].get("population") or None
            found.setdefault(id, {"label": label_of(row), "aliases": [], "part_of": part_of})
        else:
            aliases = found.setdefault(id, {"label": row["counted"], "aliases": []})["aliases"]
            aliases += [row["counted"]] if row["counted"] not in aliases else []
    _one_owner_each(found)
    return found


def _one_owner_each(populations: dict[str, dict[str, Any]]) -> None:
    """Leave each noun with one population: the one that is called so, else the first that it is used for."""
    owner = {one["label"].lower(): id for id, one in reversed(populations.items())}
    for id, one in populations.items():
        one["aliases"] = [alias for alias in one["aliases"] if owner.setdefault(alias.lower(), id) == id]


def _origin(source: Source) -> list[Cells]:
    """What a report says of its own origin, a row each."""
    told = {
        "publisher": source.publisher,
        "agency": source.agency,
        "author": source.byline,
        "title": source.title,
        "dateline_place": source.dateline_place,
        "date": source.date,
        "precision": precision(source.date),
        "genre": "news report",
    }
    return [
        {
            "source": source.id,
            "field": name,
            "value": value,
            "accepted": UNKNOWN if value == NOT_STATED else "",
            "note": to_confirm("as it was given for the report" if name != "genre" else "taken for news"),
        }
        for name, value in told.items()
    ]


def _attributed(figures: list[Cells], claims: Sequence[Cells]) -> list[Cells]:
    """Give each figure to whoever is heard in its sentence."""
    for row in figures:
        phrase = row["anchor"].split(" #")[0]
        if row["is_figure"] == "yes":
            row["attributed_to"] = next(
                (
                    claim["speaker"]
                    for claim in claims
                    if (claim["source"], claim["paragraph"]) == (row["source"], row["paragraph"])
                    and place_in(phrase, claim["statement"]) >= 0
                ),
                "outlet",
            )
    return figures
