"""Does the draft say of which rows it is unsure, and of no others?"""

from __future__ import annotations

import pytest

from dateline.cases.key_files import KeyFiles
from dateline.cases.load import load
from dateline.drafting.reports import Details, Report
from dateline.drafting.wondering import wonders
from dateline.drafting.write import PARTS, new_case
from dateline.findings import words

FIRST = (
    "About 2,600 soldiers serve on the island of Orsa, Mayor Ana Bly said on Thursday.",
    "Some 400 of the 2,600 soldiers guard the port. “We were ordered to stay,” said an engineer.",
    "The Orsa Health Office counted 30 beds; it had 40 beds before the fire and no others were brought.",
    "One of the ships is old, and most of the ships have left. "
    "She promised that the beds would be brought back by winter.",
)
SECOND = (
    "Fewer than 900 peacekeepers are left on Orsa, Ana Bly said.",
    "The beds were brought back by winter, the Orsa Health Office said.",
)


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    kit = tmp_path_factory.mktemp("kit")
    for part in PARTS:
        (kit / part).mkdir()
    reports = [
        Report("first", FIRST, Details(date="2014-03", publisher="The Echo")),
        Report("second", SECOND, Details(date="2015-02-11")),
    ]
    return load(new_case(kit, "orsa", reports).folder)


@pytest.fixture(scope="module")
def told(case):
    return wonders(case, KeyFiles.read(case.folder / "key"))


def found(case, table, **cells):
    """Return the id of the one row whose cells hold these."""
    rows = [
        row
        for row in case.key.rows(table)
        if all(str(getattr(row, name)).startswith(text) for name, text in cells.items())
    ]
    assert len(rows) == 1, [(row.id, row.anchor) for row in case.key.rows(table)]
    return rows[0].id


GUESSED = [
    # the table, the row, what the draft is unsure of
    ("figures", {"anchor": "Fewer than 900"}, "same-noun"),
    ("figures", {"anchor": "most"}, "vague"),
    ("figures", {"anchor": "One of"}, "no-figure"),
    ("dates", {"anchor": "Thursday"}, "several-days"),
    ("voices", {"label": "an engineer"}, "unnamed"),
    ("claims", {"statement": "The Orsa Health Office counted"}, "several-claims"),
    ("claims", {"statement": "“We were ordered"}, "kind"),
]


@pytest.mark.parametrize(("table", "cells", "key"), GUESSED, ids=[row[2] for row in GUESSED])
def test_a_guess_is_named_where_it_was_made(case, told, table, cells, key):
    assert words(f"unsure-{key}").found in told[found(case, table, **cells)]


@pytest.mark.parametrize(
    ("id", "key"),
    [
        ("people.ana-bly", "role"),
        ("populations.soldiers", "nouns"),
        ("sources.S2", "publisher"),
        ("question", "question"),
        ("rights", "rights"),
    ],
)
def test_facts_that_were_guessed_are_named(told, id, key):
    assert words(f"unsure-{key}").found in told[id]


@pytest.mark.parametrize(
    ("table", "cells"),
    [
        ("figures", {"anchor": "About 2,600"}),
        ("claims", {"statement": "About 2,600"}),
        ("dates", {"anchor": "by winter", "source": "S1"}),
    ],
)
def test_what_stands_in_the_text_is_not_doubted(case, told, table, cells):
    assert found(case, table, **cells) not in told


def test_a_part_of_a_whole_is_a_guess(case, told):
    parts = [f"populations.{id}" for id, one in case.populations.items() if one.part_of]
    assert parts
    assert all(told[id] == [words("unsure-part").found] for id in parts)


def test_what_is_confirmed_is_doubted_no_more(case, told):
    files = KeyFiles.read(case.folder / "key")
    for id in told:
        files = files.with_cells(id, {"note": ""})
    assert wonders(files.loaded_into(case)[0], files) == {}
