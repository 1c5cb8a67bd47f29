"""Are the facts of a case shown, changed, moved and confirmed in its files, and nothing else touched?"""

from __future__ import annotations

import pytest

from dateline.cases.facts import Facts
from dateline.cases.yaml_text import RigidError, YamlText

ABOUT = """\
# Ours
title: Flood
question: What happened?  # ask better
cut_off: "2019-10-21"
people:
  bly:
    name: Ana Bly
    role: 'to confirm: who or what this is'
    aliases:
    - Bly # seen in S2
organisations: {}
populations:
  boats: {label: boats, aliases: [boats, ships], part_of: null}
rights: 'to confirm: say whose'
to_confirm: [question, populations.boats, sources.S1]
"""
REPORT = (
    "---\nid: S1\ntitle: A flood  # as printed\npublisher: not stated\ndate: 2019-10\n---\n\n¶1 It rained.\n"
)


@pytest.fixture
def facts():
    return Facts(YamlText(ABOUT), {"S1": REPORT})


def lines_changed(before, after):
    return [line for line in after.splitlines() if line not in before.splitlines()]


def test_every_fact_is_a_row_and_a_mark_of_the_draft_an_empty_field(facts):
    told = {cells["id"]: (kind, cells) for kind, cells in facts.rows()}
    assert list(told) == [
        "title", "question", "cut_off", "rights", "sources.S1", "people.bly", "populations.boats",
    ]  # fmt: skip
    assert told["rights"] == ("case", {"id": "rights", "value": "", "note": "to confirm: say whose"})
    assert told["people.bly"][1]["role"] == ""
    assert told["populations.boats"][1]["aliases"] == "boats | ships"
    open_ = {id for id, (_, cells) in told.items() if cells["note"]}
    assert open_ == {"question", "rights", "sources.S1", "people.bly", "populations.boats"}


@pytest.mark.parametrize(
    ("id", "cells", "changed"),
    [
        ("question", {"note": ""}, ["to_confirm: [populations.boats, sources.S1]"]),
        ("title", {"value": "A: flood"}, ['title: "A: flood"']),
        ("people.bly", {"role": "mayor", "note": ""}, ['    role: "mayor"']),
        ("people.bly", {"role": "", "note": ""}, ['    role: ""']),
        ("people.bly", {"aliases": "Bly | Ms Bly"}, ["    - Ms Bly"]),
        ("rights", {"value": "mine", "note": ""}, ['rights: "mine"']),
        (
            "populations.boats",
            {"aliases": "boats | a, b", "note": ""},
            [
                '  boats: {label: boats, aliases: [boats, "a, b"], part_of: null}',
                "to_confirm: [question, sources.S1]",
            ],
        ),
    ],
)
def test_a_change_is_written_where_it_stands_and_nowhere_else(facts, id, cells, changed):
    after = facts.with_cells(id, cells)
    assert lines_changed(ABOUT, after.about.text) == changed
    assert after.reports == facts.reports


def test_the_head_of_a_report_is_changed_and_its_text_left(facts):
    after = facts.with_cells("sources.S1", {"publisher": "The Echo", "byline": "A. Orr", "note": ""})
    assert after.reports["S1"] == REPORT.replace(
        "publisher: not stated\ndate: 2019-10\n", "publisher: The Echo\ndate: 2019-10\nbyline: A. Orr\n"
    )
    assert after.about.get(("to_confirm",)) == ["question", "populations.boats"]


def test_the_head_of_a_report_from_another_system_keeps_its_line_ends():
    text = REPORT.replace("\n", "\r\n")
    after = Facts(reports={"S1": text}).with_cells("sources.S1", {"byline": "A. Orr"})
    assert after.reports["S1"] == text.replace("2019-10\r\n", "2019-10\r\nbyline: A. Orr\r\n")


def test_a_role_that_is_written_but_not_confirmed_leaves_the_name_to_confirm(facts):
    after = facts.with_cells("people.bly", {"role": "mayor"})
    assert after.row("people.bly")["note"] == "to confirm"
    assert "people.bly" in after.about.get(("to_confirm",))


def test_a_person_who_is_a_place_goes_where_places_are(facts):
    after = facts.with_cells("people.bly", {"kind": "place", "note": ""})
    assert after.row("people.bly") is None
    assert after.row("places.bly")["aliases"] == "Bly"
    assert (after.row("places.bly")["kind"], after.row("places.bly")["note"]) == ("place", "")
    assert after.about.content["people"] == {}
    back = after.with_cells("places.bly", {"kind": "organisation"})
    assert back.row("organisations.bly")["name"] == "Ana Bly"


def test_an_id_that_is_taken_is_not_written_over(facts):
    both = facts.with_cells("people.bly", {"kind": "organisation"}).with_name("bly", "Bo Bly")
    with pytest.raises(RigidError, match=r"organisations\.bly is there already"):
        both.with_cells("people.bly", {"kind": "organisation"})


def test_a_name_is_added_to_confirm_and_struck(facts):
    after = facts.with_name("orr", "Jan Orr")
    assert after.row("people.orr") == {
        "id": "people.orr", "kind": "person", "name": "Jan Orr", "role": "", "aliases": "",
        "note": "to confirm",
    }  # fmt: skip
    gone = after.without("people.orr")
    assert gone.about.content == facts.about.content


@pytest.mark.parametrize("id", ["title", "sources.S1"])
def test_what_every_case_has_is_not_struck(facts, id):
    with pytest.raises(RigidError):
        facts.without(id)
