"""A case drafted from reports, as `dateline case new` leaves it: for whoever wants to confirm one."""

from __future__ import annotations

import shutil
import tempfile
from functools import cache
from pathlib import Path

from dateline.cases.load import load
from dateline.drafting.reports import Details, Report
from dateline.drafting.write import PARTS, new_case

KIT = Path(__file__).resolve().parents[1]
NAME = "dam-drafted"


def as_received(folder: Path) -> list[Report]:
    """Return the reports of a case as paragraphs with a date, without its key."""
    return [
        Report(source.id, tuple(p.text for p in source.paragraphs), Details(date=source.date))
        for source in load(folder).sources.values()
    ]


@cache
def _drafted() -> tempfile.TemporaryDirectory:
    home = tempfile.TemporaryDirectory(prefix="drafted-")
    for part in PARTS:
        (Path(home.name) / part).mkdir()
    new_case(Path(home.name), NAME, as_received(KIT / "data" / "tolvane-dam"))
    return home


def put_draft(kit: Path) -> Path:
    """Put the drafted case into a kit, in place of what was made of it there; return its folder."""
    for part in PARTS:
        shutil.copytree(Path(_drafted().name) / part / NAME, kit / part / NAME, dirs_exist_ok=True)
    return kit / "data" / NAME
