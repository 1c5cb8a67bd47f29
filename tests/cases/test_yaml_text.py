"""Does a change in a YAML file leave every comment, blank line and other value where it stood?"""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest

from dateline.cases.yaml_text import RigidError, YamlText

KIT = Path(__file__).resolve().parents[2]
TEXT = """\
# A case of one's own.
title: Flood  # short
question: >-
  What happened
  to the dam?
# before the cut-off
cut_off: "2019-10-21"
rights:

people:
  bly:  # the mayor
    name: Ana Bly
    role: ''
    aliases:
    - Bly # by her family name
    # her title
    - Mayor Bly

    - the mayor
  orr: {name: Orr, aliases: [Mr. Orr, "Orr, the clerk", O.]}
places: {}
"""

CHANGES = [
    # where, what comes there, lines that go, lines that come
    (("title",), "Storm", ["title: Flood  # short"], ["title: Storm  # short"]),
    (("title",), "Storm: a tale", ["title: Flood  # short"], ['title: "Storm: a tale"  # short']),
    (
        ("question",),
        "Why?",
        ["question: >-", "  What happened", "  to the dam?"],
        ['question: "Why?"'],
    ),
    (("cut_off",), "2019-10", ['cut_off: "2019-10-21"'], ['cut_off: "2019-10"']),
    (("rights",), "mine", ["rights:"], ["rights: mine"]),
    (("people", "bly", "role"), "no", ["    role: ''"], ['    role: "no"']),
    (("people", "bly", "aliases"), ["Bly", "the mayor"], ["    - Mayor Bly"], []),
    (("people", "bly", "aliases"), ["Bly", "Mayor Bly", "the mayor", "Ana"], [], ["    - Ana"]),
    (
        ("people", "bly", "aliases"),
        ["Ana"],
        ["    - Bly # by her family name", "    - Mayor Bly", "    - the mayor"],
        ["    - Ana # by her family name"],
    ),
    (
        ("people", "orr", "aliases"),
        ["O.", "Orr, the clerk", "a: b"],
        ['  orr: {name: Orr, aliases: [Mr. Orr, "Orr, the clerk", O.]}'],
        ['  orr: {name: Orr, aliases: ["Orr, the clerk", O., "a: b"]}'],
    ),
    (
        ("people", "orr", "aliases"),
        [],
        ['  orr: {name: Orr, aliases: [Mr. Orr, "Orr, the clerk", O.]}'],
        ["  orr: {name: Orr, aliases: []}"],
    ),
    (
        ("people", "orr", "role"),
        "clerk",
        ['  orr: {name: Orr, aliases: [Mr. Orr, "Orr, the clerk", O.]}'],
        ['  orr: {name: Orr, aliases: [Mr. Orr, "Orr, the clerk", O.], role: clerk}'],
    ),
    (("people", "bly", "part_of"), None, [], ["    part_of: null"]),
    (("invented",), "2019-10-21", [], ['invented: "2019-10-21"']),
    (
        ("people", "voss"),
        {"name": "Voss", "aliases": []},
        [],
        ["  voss:", "    name: Voss", "    aliases: []"],
    ),
    (("places", "quell"), {"name": "Quell"}, ["places: {}"], ["places:", "  quell:", "    name: Quell"]),
]


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["unix", "windows"])
@pytest.mark.parametrize(("at", "value", "goes", "comes"), CHANGES)
def test_one_value_is_changed_and_no_other_line(at, value, goes, comes, end):
    before = YamlText(TEXT.replace("\n", end))
    after = before.with_value(at, value)
    changed = list(difflib.ndiff(before.text.split(end), after.text.split(end)))
    assert [line[2:] for line in changed if line.startswith("- ")] == goes
    assert [line[2:] for line in changed if line.startswith("+ ")] == comes
    found = after.get(at)
    assert found == value if not isinstance(value, list) else sorted(found) == sorted(value)


def test_a_list_of_lines_that_becomes_empty_is_still_a_list():
    after = YamlText(TEXT).with_value(("people", "bly", "aliases"), [])
    assert after.get(("people", "bly", "aliases")) == []
    assert "    aliases: []\n  orr:" in after.text


@pytest.mark.parametrize(
    ("at", "goes"),
    [
        (("people", "orr"), 1),
        (("people", "bly"), 9),
        (("people", "orr", "name"), 0),
        (("rights",), 1),
        (("title",), 1),
    ],
)
def test_an_entry_is_taken_out_with_its_lines(at, goes):
    after = YamlText(TEXT).without(at)
    assert after.get(at) is None
    assert TEXT.count("\n") - after.text.count("\n") == goes
    assert "# before the cut-off" in after.text


def test_the_last_entry_leaves_an_empty_mapping():
    after = YamlText("people:\n  bly:\n    name: Bly\n\n# end\nplaces: {}\n").without(("people", "bly"))
    assert after.text == "people: {}\n\n# end\nplaces: {}\n"


SHARED = "a: &names [Bly]\nb: *names\nc:\n  <<: {name: Bly}\n"


@pytest.mark.parametrize(
    ("at", "value"),
    [(("b",), ["Orr"]), (("a",), ["Bly", "Orr"]), (("c", "d", "e"), "x"), (("a", "b"), "x")],
    ids=["behind an anchor", "at an anchor", "no such mapping", "in a list"],
)
def test_what_cannot_be_changed_alone_is_not_changed(at, value):
    with pytest.raises(RigidError):
        YamlText(SHARED).with_value(at, value)


@pytest.mark.parametrize("case", ["syria-withdrawal", "tolvane-dam"])
def test_values_of_the_kits_own_cases_are_changed_alone_and_back(case):
    before = YamlText((KIT / "data" / case / "case.yaml").read_text(encoding="utf-8"))
    for part in ("people", "organisations", "populations", "places"):
        for id, entry in list(before.content.get(part, {}).items())[-2:]:
            for name, value in entry.items():
                at = part, id, name
                other = [*value, "Another: one"] if isinstance(value, list) else "Another: one"
                there = before.with_value(at, other)
                back = there.with_value(at, value)
                changed = sum(
                    a != b for a, b in zip(before.text.split("\n"), there.text.split("\n"), strict=True)
                )
                assert changed == 1, at
                assert back.content == before.content
