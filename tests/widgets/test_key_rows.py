"""Do the rows of a key come to the page with every field, the words to choose from, and their notes apart?"""

from __future__ import annotations

import pytest

from dateline import open_case
from dateline.cases.key_files import KeyFiles
from dateline.cases.rows import TABLES
from dateline.findings import words
from dateline.widgets.key_rows import MAIN, fields_of, is_open, noted, offers_of, own_note, shown_rows


@pytest.fixture(scope="module")
def case():
    return open_case("syria-withdrawal")


@pytest.fixture(scope="module")
def files(case):
    return KeyFiles.read(case.folder / "key")


@pytest.mark.parametrize("table", TABLES)
def test_every_column_but_the_id_is_one_field_with_a_name_in_words(table):
    names = [field["name"] for field in fields_of(table)]
    assert sorted([*names, "id"]) == sorted(TABLES[table].model_fields)
    assert tuple(name for name in names if name in MAIN[table]) == MAIN[table]
    assert [name for name in names if not words(f"widget-key-{name}").found] == []


@pytest.mark.parametrize(
    ("table", "name", "kind", "options", "why"),
    [
        (
            "claims",
            "kind",
            "choice",
            ["figure", "event", "plan", "position", "opinion", "background"],
            "closed",
        ),
        ("figures", "is_figure", "choice", ["yes", "no"], "must be said"),
        ("figures", "vague", "choice", ["", "yes", "no"], "may be left open"),
        ("claims", "statement", "long", [], "a sentence"),
        ("figures", "lower", "text", [], "a number is typed"),
        ("voices", "named", "choice", ["", "yes", "no"], "of a voice"),
        ("claims", "named", "text", [], "of a claim it may be “cannot tell”"),
    ],
)
def test_a_field_is_of_the_kind_that_its_column_takes(table, name, kind, options, why):
    field = next(each for each in fields_of(table) if each["name"] == name)
    assert (field["kind"], field["options"]) == (kind, options), why


def test_words_are_offered_from_the_case_its_exercises_and_its_key(case, files):
    offers = offers_of(case, files)
    voices = {row.voice for row in case.key.rows("voices")}
    assert offers["claims"]["speaker"][0] == "outlet"
    assert voices <= set(offers["claims"]["speaker"])
    assert set(case.populations) <= set(offers["figures"]["population"])
    assert {"cannot tell", "conflict"} <= set(offers["checks"]["verdict"])
    assert "kind" not in offers["claims"], "what can only be chosen needs no offer"
    assert all("" not in each for columns in offers.values() for each in columns.values())


def test_confirmed_rows_are_shown_as_such_with_their_notes(case, files):
    rows = {row["id"]: row for row in shown_rows(case, files)}
    facts = {row["table"] for row in rows.values()} - {*TABLES}
    assert facts == {"case", "reports", "names", "places", "populations"}
    assert {id for id, row in rows.items() if row["table"] in TABLES} == {*case.key.by_id}
    assert not any(row["open"] for row in rows.values())
    noted_rows = [row for row in case.key.by_id.values() if row.note]
    assert all(rows[row.id]["cells"]["note"] == row.note for row in noted_rows)
    assert (
        "".join(rows["F07"]["sentence"])
        in case.sources["S1"].paragraph(int(rows["F07"]["cells"]["paragraph"])).text
    )


NOTES = [
    # the note in the file, to confirm?, the part for students
    ("", False, ""),
    ("A note.", False, "A note."),
    ("to confirm: the scope", True, ""),
    ("To confirm", True, ""),
    ("to confirm (own note): Mine.", True, "Mine."),
]  # fmt: skip


@pytest.mark.parametrize(("note", "open_", "own"), NOTES)
def test_the_mark_of_a_draft_is_told_from_a_note(note, open_, own):
    assert (is_open(note), own_note(note)) == (open_, own)


@pytest.mark.parametrize(("note", "open_", "own"), NOTES)
@pytest.mark.parametrize("written", ["New.", ""])
def test_writing_a_note_confirms_nothing(note, open_, own, written):
    after = noted(written, note)
    assert (is_open(after), own_note(after)) == (open_, written)
