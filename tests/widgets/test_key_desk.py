"""Is every change at the key desk checked as the loader checks it, written at once, and undone exactly?"""

from __future__ import annotations

import os

import pytest

from dateline.cases.load import load
from dateline.drafting.key_desk import key_desk, left_to_do
from dateline.errors import KitError
from dateline.practice import practice
from dateline.widgets import KeyDesk
from dateline.widgets import key_desk as module
from tests.drafted import put_draft


@pytest.fixture
def folder(tmp_path):
    return put_draft(tmp_path)


@pytest.fixture
def desk(folder):
    return key_desk(load(folder))


def files(folder):
    return {path.name: path.read_bytes() for path in (folder / "key").glob("*.csv")}


def cells(desk, id):
    return next(row["cells"] for row in desk.rows if row["id"] == id)


def row_of(desk, id):
    return next(row for row in desk.rows if row["id"] == id)


def words_at(desk, source, paragraph, words):
    start = desk.case.sources[source].paragraph(paragraph).text.index(words)
    return {"source": source, "paragraph": paragraph, "start": start, "end": start + len(words)}


def test_all_rows_are_there_to_confirm_each_with_its_place(desk):
    assert repr(desk) == f"KeyDesk(dam-drafted, to confirm: {len(desk.rows)} of {len(desk.rows)})"
    assert {row["table"] for row in desk.rows} == set(desk.fields)
    row = row_of(desk, "F02")
    assert row["sentence"][1] == "More than 3,000"
    assert row["places"] == [{"source": "S1", "paragraph": 5, "start": 0, "end": 15}]
    assert row["told"] == {"as_of": "March 2017", "lower": "more than 3,000"}
    assert row["why"].startswith("bounds")
    assert row["cells"]["note"] == "", "the mark of a draft is no note for students"


def test_a_comparison_stands_where_both_its_rows_do(desk):
    row = row_of(desk, "K01")
    both = [row_of(desk, row["cells"][side])["places"][0] for side in ("left", "right")]
    assert row["places"] == both
    assert row["sources"] == ["S1", "S2"]


def test_a_row_is_confirmed_in_its_file_and_nowhere_else(desk, folder):
    before = files(folder)
    assert desk.act({"do": "confirm", "id": "F02"})["ok"]
    after = files(folder)
    assert {name for name in before if before[name] != after[name]} == {"figures.csv"}
    old, new = (text["figures.csv"].decode().splitlines() for text in (before, after))
    (number,) = [n for n, (a, b) in enumerate(zip(old, new, strict=True)) if a != b]
    assert new[number] == old[number].partition(',"to confirm')[0] + ","
    assert not row_of(desk, "F02")["open"]
    assert load(folder).key.by_id["F02"].note == ""
    assert desk.confirmed == 1


def test_a_row_confirmed_twice_leaves_one_change_to_take_back(desk):
    for _ in "ab":
        assert desk.act({"do": "confirm", "id": "F02"})["ok"]
    assert (desk.undoable, desk.confirmed) == (1, 1)
    desk.act({"do": "undo"})
    assert row_of(desk, "F02")["open"]


def test_cells_changed_are_confirmed_in_one_go(desk, folder):
    told = {"lower": "2900", "upper": "3100", "note": "Two  counts."}
    assert desk.act({"do": "confirm", "id": "F02", "cells": told})["ok"]
    row = load(folder).key.by_id["F02"]
    assert (row.lower, row.upper, row.note) == (2900, 3100, "Two counts.")


def test_a_note_does_not_confirm_its_row_and_stays_when_it_is_confirmed(desk, folder):
    desk.act({"do": "edit", "id": "F02", "cells": {"note": "Counted in March."}})
    assert row_of(desk, "F02")["open"]
    assert cells(desk, "F02")["note"] == "Counted in March."
    assert load(folder).key.by_id["F02"].remark == "", "no student sees it yet"
    desk.act({"do": "confirm", "id": "F02"})
    assert load(folder).key.by_id["F02"].remark == "Counted in March."


def test_a_note_taken_away_again_leaves_the_row_to_confirm(desk):
    desk.act({"do": "edit", "id": "F02", "cells": {"note": "x"}})
    desk.act({"do": "edit", "id": "F02", "cells": {"note": ""}})
    assert row_of(desk, "F02")["open"]
    assert cells(desk, "F02")["note"] == ""


REFUSED = [
    # row, cells, the words that say why, the columns at fault
    ("F02", {"lower": "3,000"}, "Lower bound: '3,000' is not a plain number", ["lower"]),
    ("F02", {"lower": "5", "upper": "3"}, "The upper bound 3 is below the lower bound 5", ["lower", "upper"]),
    ("F02", {"as_of": "2017-13"}, "As of (EDTF): '2017-13' is not an EDTF date", ["as_of"]),
    ("F02", {"as_of": "21.10.2019"}, "looks rewritten by a spreadsheet", ["as_of"]),
    ("F02", {"population": "ducks"}, "population 'ducks' is not in case.yaml", ["population"]),
    ("F02", {"anchor": "3,001"}, "does not occur in S1, para. 5", ["anchor"]),
    ("F02", {"paragraph": "99"}, "S1 has no paragraph 99", ["paragraph"]),
    ("F02", {"source": "S9"}, "source 'S9' is not in case.yaml", ["source"]),
    ("F02", {"is_figure": "perhaps"}, "neither yes nor no", ["is_figure"]),
    ("F02", {"hedge": "about", "upper": "many"}, "Upper bound: 'many'", ["upper"]),
    ("T02", {"accepted": "2017-03 | soon"}, "Also right: 'soon' is not an EDTF date", ["accepted"]),
    ("T02", {"wrong": "2017-03"}, "is not of the form answer=misconception-key", ["wrong"]),
    ("C02", {"speaker": "nobody"}, "speaker 'nobody' is in no row of voices.csv", ["speaker"]),
    ("C02", {"kind": "rumour"}, "Kind: ", ["kind"]),
    ("V01", {"voice": "others"}, "is in no row of voices.csv", ["voice"]),
    ("K01", {"right": "F99"}, "right 'F99' is no row of the key", ["right"]),
    ("K01", {"left": "F02 + F98"}, "left 'F98' is no row of the key", ["left"]),
]


@pytest.mark.parametrize("act", ["edit", "confirm"])
@pytest.mark.parametrize(("id", "given", "why", "columns"), REFUSED, ids=lambda value: str(value)[:30])
def test_what_no_case_may_hold_is_refused_and_the_row_stays(desk, folder, act, id, given, why, columns):
    before, row = files(folder), row_of(desk, id)
    reply = desk.act({"do": act, "id": id, "cells": given})
    assert not reply["ok"]
    assert reply["why"].startswith("Not changed: ")
    assert why in reply["why"]
    assert reply["columns"] == (columns or list(given))
    assert (files(folder), row_of(desk, id)) == (before, row)
    assert desk.undoable == 0


def test_what_a_teacher_may_know_better_is_saved_and_said_to_be_doubtful(desk, folder):
    told = {"accepted": "2017-04", "wrong": "2017-04=too-precise"}
    assert desk.act({"do": "confirm", "id": "T02", "cells": told})["ok"]
    assert load(folder).key.by_id["T02"].accepted == ["2017-04"]
    assert any("right and wrong at once" in why for why in desk.doubts["T02"])
    desk.act({"do": "undo"})
    assert "T02" not in desk.doubts


@pytest.mark.parametrize(
    "message",
    [
        {"do": "fly", "id": "F02"},
        {"do": "edit", "id": "F02", "cells": {"id": "F99"}},
        {"do": "edit", "id": "F02", "cells": {"colour": "red"}},
        {"do": "edit", "id": "F02", "cells": ["lower"]},
        {"do": "add", "table": "checks", "source": "S1", "paragraph": 5, "start": 0, "end": 4},
        {"do": "add", "table": ["figures"], "source": "S1", "paragraph": 5, "start": 0, "end": 4},
        {"do": "add", "table": "figures", "source": "S1", "paragraph": 99, "start": 0, "end": 4},
        {"do": "anchor", "id": "F02", "source": "S1", "paragraph": 5, "start": 4, "end": 4},
        {"do": "confirm", "id": "F99"},
        {"do": "strike"},
        {"do": "undo"},
    ],
)
def test_what_cannot_be_done_is_refused_and_nothing_is_written(desk, folder, message):
    before = files(folder)
    reply = desk.act(message)
    assert not reply["ok"]
    assert reply["why"]
    assert files(folder) == before


def test_a_row_is_struck_and_put_back_byte_for_byte(desk, folder):
    before = files(folder)
    desk.act({"do": "confirm", "id": "T04"})
    desk.act({"do": "strike", "id": "T05"})
    assert "T05" not in load(folder).key.by_id
    assert desk.confirmed == 2
    assert desk.act({"do": "undo"})["row"] == "T05"
    assert row_of(desk, "T05")["open"]
    desk.act({"do": "undo"})
    assert files(folder) == before
    assert (desk.undoable, desk.confirmed) == (0, 0)


def test_a_row_on_which_others_stand_is_not_struck_and_they_are_named(desk):
    assert desk.act({"do": "strike", "id": "F02"})["why"].startswith("Not struck: F02 is used by K01, K02")
    assert "C02" in desk.act({"do": "strike", "id": "V01"})["why"]


def test_a_row_is_drafted_for_words_that_are_chosen(desk, folder):
    place = words_at(desk, "S1", 5, "More than 3,000 residents")
    reply = desk.act({"do": "add", "table": "figures", **place})
    row = row_of(desk, reply["row"])
    assert row["open"]
    assert (row["cells"]["anchor"], row["cells"]["lower"]) == ("More than 3,000", "3000")
    assert row["cells"]["id"] not in {"F02"}
    ids = [each["id"] for each in desk.rows if each["table"] == "figures"]
    assert ids.index(reply["row"]) == ids.index("F03") + 1, "it stands behind those of its paragraph"
    assert load(folder).key.by_id[reply["row"]].lower == 3000


def test_a_claim_says_the_words_chosen_and_is_read_in_their_sentence(desk):
    place = words_at(desk, "S1", 2, "The Water Ministry is preparing to move everyone")
    added = cells(desk, desk.act({"do": "add", "table": "claims", **place})["row"])
    drafted = next(row["cells"] for row in desk.rows if row["id"] == "C02")
    assert added["statement"] == "The Water Ministry is preparing to move everyone"
    assert {added[name] == drafted[name] for name in ("speaker", "kind", "status")} == {True}


@pytest.mark.parametrize("table", ["figures", "dates", "claims", "voices"])
def test_words_in_which_nothing_is_read_become_a_row_to_fill_in(desk, folder, table):
    reply = desk.act({"do": "add", "table": table, **words_at(desk, "S1", 2, "sharp turn")})
    row = row_of(desk, reply["row"])
    assert row["cells"]["anchor"] == "sharp turn"
    assert row["open"]
    assert reply["row"] in load(folder).key.by_id


def test_two_rows_may_stand_on_one_anchor(desk, folder):
    place = words_at(desk, "S1", 5, "More than 3,000")
    first, second = (desk.act({"do": "add", "table": "figures", **place})["row"] for _ in "ab")
    desk.act({"do": "confirm", "id": first, "cells": {"lower": "1"}})
    rows = load(folder).key.by_id
    assert rows[first].anchor == rows[second].anchor == rows["F02"].anchor
    assert [rows[id].lower for id in ("F02", first, second)] == [3000, 1, 3000]
    assert [row_of(desk, id)["open"] for id in ("F02", first, second)] == [True, False, True]


def test_an_id_that_was_struck_is_not_given_again_while_others_follow(desk):
    desk.act({"do": "strike", "id": "T05"})
    row = desk.act({"do": "add", "table": "dates", **words_at(desk, "S1", 2, "Tuesday")})["row"]
    assert int(row[1:]) > 28


def test_the_words_on_which_a_row_stands_can_be_chosen_anew(desk):
    text = desk.case.sources["S1"].paragraph(3).text
    second = text.index("the", text.index("the") + 1)
    place = {"source": "S1", "paragraph": 3, "start": second, "end": second + 1}
    desk.act({"do": "anchor", "id": "T02", **place})
    told = cells(desk, "T02")
    assert (told["paragraph"], told["anchor"]) == ("3", "the #2"), "whole words, and which of them"
    assert row_of(desk, "T02")["places"][0]["start"] == second


def test_what_was_written_elsewhere_is_taken_up_before_anything_is_changed(desk, folder):
    path = folder / "key" / "figures.csv"
    path.write_text(path.read_text().replace("F02,S1,5,", "F02,S1,5,").replace(",3000,", ",3001,", 1))
    reply = desk.act({"do": "confirm", "id": "F02"})
    assert not reply["ok"]
    assert "changed elsewhere" in reply["why"]
    assert cells(desk, "F02")["lower"] == "3001"
    assert desk.act({"do": "confirm", "id": "F02"})["ok"]
    assert load(folder).key.by_id["F02"].lower == 3001


def test_what_was_written_elsewhere_and_is_wrong_is_told_and_left(desk, folder):
    path = folder / "key" / "figures.csv"
    path.write_text(path.read_text().replace(",3000,", ",many,", 1))
    before = files(folder)
    reply = desk.act({"do": "confirm", "id": "T02"})
    assert "'many' is not a plain number" in reply["why"]
    assert files(folder) == before


def test_a_folder_that_may_not_be_written_is_told(desk, folder, monkeypatch):
    def refuse(**_):  # as the system does, though not for root
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("dateline.cases.key_files.tempfile.mkstemp", refuse)
    reply = desk.act({"do": "confirm", "id": "F02"})
    assert reply["why"].startswith("Not saved: Permission denied. ")
    assert "you may write in the folder “key”" in reply["why"]
    assert row_of(desk, "F02")["open"]


def test_a_full_disk_is_told_and_the_same_change_may_be_tried_again(desk, folder, monkeypatch):
    before = files(folder)
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", lambda handle: (_ for _ in ()).throw(OSError(28, "No space left")))
        reply = desk.act({"do": "confirm", "id": "F02"})
    assert reply["why"].startswith("Not saved: No space left. Free some space")
    assert reply["again"]
    assert files(folder) == before
    assert row_of(desk, "F02")["open"]
    assert desk.act({"do": "confirm", "id": "F02"})["ok"]


def test_what_validate_says_is_shown(desk, folder):
    told = desk.act({"do": "validate"})["told"]
    assert "case validate dam-drafted" in told
    assert f"to confirm: {len(left_to_do(folder))}" in told
    figures = next(line for line in desk.standing["lines"] if line.startswith("key/figures.csv"))
    assert "18 rows to confirm (F01" in figures
    for row in [row for row in desk.rows if row["table"] == "figures"]:
        desk.act({"do": "confirm", "id": row["id"]})
    desk.act({"do": "validate"})
    assert not [line for line in desk.standing["lines"] if line.startswith("key/figures.csv")]


def test_exercises_that_no_longer_fit_the_key_come_with_their_mend(desk):
    desk.act({"do": "edit", "id": "F02", "cells": {"lower": "5"}})
    desk.act({"do": "validate"})
    assert any(line.startswith("solutions/") for line in desk.standing["lines"])
    assert any("dateline case exercises dam-drafted" in line for line in desk.standing["lines"])


def test_a_bare_desk_names_the_command(folder):
    desk = KeyDesk(load(folder))
    assert "dateline case validate dam-drafted" in desk.act({"do": "validate"})["told"]
    row = desk.act({"do": "add", "table": "voices", **words_at(desk, "S1", 2, "The Water Ministry")})["row"]
    assert cells(desk, row)["voice"] == "the-water-ministry"


def test_only_the_time_at_work_is_counted(desk, monkeypatch):
    clock = iter([1000.0, 1010.0, 5000.0])
    monkeypatch.setattr(module, "monotonic", lambda: next(clock))
    desk._since, desk.spent = 995.0, 0.0
    for id in ("F02", "F03", "F04"):
        desk.act({"do": "confirm", "id": id})
    assert desk.spent == 5 + 10 + module.PAUSE


def test_a_case_without_a_folder_has_nothing_to_confirm():
    with pytest.raises(KitError, match="no folder with a key"):
        KeyDesk(practice(1))


def test_a_confirmed_case_can_be_looked_at(folder):
    assert repr(key_desk("tolvane-dam")).startswith("KeyDesk(tolvane-dam, to confirm: 0 of")


def texts(folder):
    return {
        path.name: path.read_text() for path in [folder / "case.yaml", *(folder / "sources").glob("*.md")]
    }


def test_facts_are_rows_beside_where_the_text_names_them(desk):
    row = row_of(desk, "people.davan-orrin")
    assert row["open"]
    assert row["why"] == "who or what this is"
    assert row["sentence"][1] in ("Water Minister Davan Orrin", "Davan Orrin", "Orrin")
    assert {place["source"] for place in row["places"]} == {"S1", "S2"}
    figures = [row_of(desk, f["id"]) for f in desk.rows if f["cells"].get("population") == "residents"]
    assert row_of(desk, "populations.residents")["places"] == [f["places"][0] for f in figures]
    assert row_of(desk, "cut_off")["told"] == {"value": "14 September 2017"}


def test_a_fact_is_confirmed_and_changed_in_case_yaml_alone(desk, folder):
    path = folder / "case.yaml"
    path.write_text(path.read_text().replace("cut_off:", "# kept\ncut_off:"))
    desk.look()
    before, tables = texts(folder), files(folder)
    assert desk.act({"do": "confirm", "id": "question", "cells": {"value": "Who  left?"}})["ok"]
    after = texts(folder)
    assert {name for name in before if before[name] != after[name]} == {"case.yaml"}
    assert files(folder) == tables
    assert "# kept\ncut_off:" in after["case.yaml"]
    case = load(folder)
    assert case.question == "Who left?"
    assert "question" not in case.about.to_confirm
    assert desk.act({"do": "undo"})["ok"]
    assert texts(folder) == before


FACTS_REFUSED = [
    # fact, cells, the words that say why
    ("title", {"value": "  "}, "it is empty"),
    ("cut_off", {"value": "soon"}, "Information cut-off (EDTF): 'soon' is not an EDTF date"),
    ("people.davan-orrin", {"name": ""}, "it is empty"),
    ("people.davan-orrin", {"kind": "ship"}, "Change it in the file by hand"),
    ("people.davan-orrin", {"aliases": "Dam Safety Board"}, "means davan-orrin and dam-safety-board"),
    ("places.reed-landing", {"part_of": "nowhere"}, "part_of 'nowhere' is not under places:"),
    ("populations.people", {"part_of": "people"}, "it is a part of itself"),
    ("sources.S1", {"date": "March"}, "'March' is no EDTF date"),
    ("title", {"name": "x"}, "cannot be done here"),
]


@pytest.mark.parametrize(("id", "given", "why"), FACTS_REFUSED, ids=lambda value: str(value)[:30])
def test_a_fact_that_no_case_may_hold_is_refused_and_stays(desk, folder, id, given, why):
    before, row = texts(folder), row_of(desk, id)
    reply = desk.act({"do": "confirm", "id": id, "cells": given})
    assert not reply["ok"]
    assert why in reply["why"]
    assert (texts(folder), row_of(desk, id)) == (before, row)


@pytest.mark.parametrize(("do", "id"), [("strike", "title"), ("strike", "sources.S1"), ("anchor", "title")])
def test_what_every_case_has_is_neither_struck_nor_put_elsewhere(desk, do, id):
    reply = desk.act({"do": do, "id": id, **words_at(desk, "S1", 2, "sharp")})
    assert "cannot be struck" in reply["why"]


def test_a_population_that_figures_count_is_not_struck(desk):
    assert "F02" in desk.act({"do": "strike", "id": "populations.residents"})["why"]


def test_a_name_is_added_for_words_moved_and_struck(desk, folder):
    id = desk.act({"do": "add", "table": "names", **words_at(desk, "S1", 5, "residents")})["row"]
    assert id == "people.residents"
    assert row_of(desk, id)["open"]
    reply = desk.act({"do": "confirm", "id": id, "cells": {"kind": "organisation", "role": "all of them"}})
    assert reply["row"] == "organisations.residents"
    assert load(folder).organisations["residents"].role == "all of them"
    assert desk.act({"do": "strike", "id": reply["row"]})["ok"]
    assert "residents" not in load(folder).organisations


def test_a_confirmed_fact_is_one_less_for_validate(desk, folder):
    def left():
        return {problem.row for grade, problem in left_to_do(folder) if problem.file == "case.yaml"}

    facts = {row["id"].removeprefix("people.").removeprefix("organisations.") for row in desk.rows}
    assert left() <= facts
    for row in [row for row in desk.rows if row["open"] and row["table"] not in ("sources",)]:
        if row["table"] in ("case", "reports", "names", "places", "populations"):
            cells = {"value": "Mine."} if row["id"] == "rights" else {}
            assert desk.act({"do": "confirm", "id": row["id"], "cells": cells})["ok"]
    assert left() == set()
    assert "to_confirm: []" in texts(folder)["case.yaml"]


def figure_ids(desk):
    return [row["id"] for row in desk.rows if row["cells"].get("is_figure") == "yes"]


def test_two_figures_become_a_comparison_to_confirm(desk, folder):
    compared = [
        {row["cells"]["left"], row["cells"]["right"]} for row in desk.rows if row["table"] == "checks"
    ]
    first, *others = figure_ids(desk)
    second = next(id for id in others if {first, id} not in compared)
    reply = desk.act({"do": "compare", "left": second, "right": first})
    row = row_of(desk, reply["row"])
    assert (row["table"], row["open"]) == ("checks", True)
    assert {row["cells"]["left"], row["cells"]["right"]} == {first, second}
    assert row["cells"]["question"]
    assert len(row["places"]) == 2
    assert load(folder).key.by_id[reply["row"]].reason
    again = desk.act({"do": "compare", "left": first, "right": second})
    assert again["why"] == f"{reply['row']} compares these two already."
    desk.act({"do": "undo"})
    assert reply["row"] not in load(folder).key.by_id


@pytest.mark.parametrize(("left", "right"), [("F02", "F02"), ("F02", "T02"), ("F02", ""), ("F02", "F99")])
def test_what_is_not_two_figures_is_not_compared(desk, left, right):
    before = len(desk.rows)
    reply = desk.act({"do": "compare", "left": left, "right": right})
    assert reply["why"] == "Choose two different figures."
    assert len(desk.rows) == before


def test_a_bare_desk_drafts_a_comparison_to_fill_in(folder):
    desk = KeyDesk(load(folder))
    first, *_, last = figure_ids(desk)
    row = row_of(desk, desk.act({"do": "compare", "left": first, "right": last})["row"])
    assert row["cells"]["question"].endswith("how do they stand?")


def together(desk, id):
    """Return the ids of the rows at the stop of a row, those that the draft is sure of first."""
    stop = row_of(desk, id)["stop"]
    ids = [row["id"] for row in desk.rows if row["stop"] == stop and row["open"]]
    return [each for each in ids if each not in desk.unsure], [each for each in ids if each in desk.unsure]


def test_the_rows_of_a_paragraph_are_confirmed_in_one_go_and_undone_in_one(desk, folder):
    before = {**files(folder), **texts(folder)}
    sure, unsure = together(desk, "C02")
    assert len(sure) > 2
    assert unsure
    assert desk.act({"do": "confirm-all", "ids": sure})["ok"]
    assert together(desk, "C02") == ([], unsure)
    assert (desk.confirmed, desk.undoable) == (len(sure), 1)
    assert desk.act({"do": "undo"})["ok"]
    assert {**files(folder), **texts(folder)} == before
    assert desk.confirmed == 0


def test_what_the_draft_is_unsure_of_is_confirmed_by_itself_alone(desk, folder):
    before = files(folder)
    sure, (unsure, *_) = together(desk, "C02")
    reply = desk.act({"do": "confirm-all", "ids": [*sure, unsure]})
    assert reply["why"].startswith(f"The draft is unsure of {unsure}.")
    assert reply["row"] == unsure
    assert files(folder) == before
    assert desk.act({"do": "confirm", "id": unsure})["ok"]
    assert unsure not in desk.unsure


@pytest.mark.parametrize("ids", [None, [], ["F02", "F99"], "F02"])
def test_rows_that_are_not_there_are_not_confirmed_together(desk, folder, ids):
    before = files(folder)
    assert not desk.act({"do": "confirm-all", "ids": ids})["ok"]
    assert files(folder) == before


def test_a_row_is_told_in_one_line(desk):
    assert (
        row_of(desk, "F02")["gist"]
        == "more than 3,000 · residents · live in Lower Quell · March 2017 · outlet"
    )
    voice = next(row for row in desk.rows if row["cells"].get("status") == "mentioned")
    assert voice["gist"].endswith("mentioned · Named? yes · At first hand? no")
