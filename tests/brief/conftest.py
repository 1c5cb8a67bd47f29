"""What the tests of the brief checker share: the cases, and facts read from a text."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest

from dateline import open_case
from dateline.brief.ground.facts import facts_of
from dateline.brief.ground.passages import ground_of
from dateline.cases import Case
from dateline.cases import load as load_case

HERE = Path(__file__).parent


def table(name: str) -> list[dict[str, str]]:
    """The rows of a table beside this file; tabs divide, quotation marks are letters, "⏎" ends a line."""
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [{key: cell.replace("⏎", "\n") for key, cell in row.items()} for row in rows]


def case_of(name: str) -> Case:
    """Open a case of the kit, or one whose key is empty from the tests' own data."""
    beside = HERE.parent / "data/briefs/cases" / name
    return load_case(beside, "teaching") if beside.is_dir() else open_case(name)


@pytest.fixture(scope="session")
def syria():
    return open_case("syria-withdrawal")


def without_key(folder: Path, place: Path) -> Path:
    """Copy a case to `place` with its key emptied: header rows only."""
    copy = place / folder.name
    shutil.copytree(folder, copy)
    for table in (copy / "key").glob("*.csv"):
        table.write_text(table.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    return copy


@pytest.fixture(scope="session")
def ground(syria):
    return ground_of(syria)


@pytest.fixture(scope="session")
def read(ground):
    """Read the facts of a text about the case of the two reports on Syria."""
    return lambda text: facts_of(text, ground.names, "2019-10-21")


@pytest.fixture(scope="session")
def good():
    return (HERE / "good.md").read_text(encoding="utf-8")
