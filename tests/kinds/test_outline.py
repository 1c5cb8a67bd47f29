"""Is an outline marked by its parts, its citations and the soundness of each cited row?"""

from __future__ import annotations

import pytest

from dateline import open_case
from dateline.kinds.outline import Arguments, doubts, mark

ARGUMENTS = Arguments(
    parts={"bottom line": (1, 1), "finding": (2, 3), "gap": (1, 2)},
    cited=["bottom line", "finding"],
    missing={"bottom line": "no-bottom-line", "gap": "no-gaps-named"},
)
ROWS = [
    {"part": "bottom line", "text": "About 1,000 US troops in October 2019", "cite": "S2, para. 11"},
    {"part": "finding", "text": "More than 2,000 service members in Syria", "cite": "S1, para. 7"},
    {"part": "finding", "text": "200 to 300 US troops to stay at Al-Tanf", "cite": "[@S2, para. 12]"},
    {"part": "gap", "text": "What happened in between is not told", "cite": None},
]


def marked(rows):
    return mark(rows, open_case("syria-withdrawal"), ARGUMENTS, {})


def edited(number, **cells):
    return [{**row, **cells} if at == number else row for at, row in enumerate(ROWS)]


def test_a_sound_outline_earns_everything():
    (finding,) = marked(ROWS)
    assert finding.earned == finding.possible == 7


CASES = [
    # the rows, the keys to mend, why
    (ROWS[1:], ["no-bottom-line"], "no bottom line"),
    (ROWS[:3], ["no-gaps-named"], "no gap"),
    ([ROWS[0], ROWS[1], ROWS[3]], ["outline-part-count"], "one finding only"),
    (edited(1, cite=""), ["uncited"], "a finding without citation; S1 is no longer used"),
    (edited(2, cite="S2, para. 4"), ["citation-elsewhere"], "another paragraph has it"),
    (edited(2, text="300 US troops to stay at Al-Tanf"), ["band-as-point"], "one end of the band"),
    (edited(1, cite="S7, para. 7"), ["citation-unresolved"], "no such report"),
    (edited(3, part="hole"), ["not-a-choice", "no-gaps-named"], "a part that is not in the list"),
    (edited(3, text="?"), ["no-gaps-named"], "a text of no words"),
    (
        edited(1, text="About 1,000 US troops in Syria", cite="S2, para. 11"),
        ["one-source-only"],
        "S1 is not used",
    ),
]


@pytest.mark.parametrize(("rows", "keys", "why"), CASES)
def test_each_fault_of_an_outline_is_named(rows, keys, why):
    wrong = [finding.key for finding in marked(rows) if finding.verdict == "wrong"]
    assert wrong[: len(keys)] == keys, why
    assert sum(f.earned for f in marked(rows)) < sum(f.possible for f in marked(rows))


@pytest.mark.parametrize(
    "cite", ["S2, para. 12", "@S2, para. 12", "[@S2, para. 12]", ["@S2, para. 12"], "s2, paras. 11-12"]
)
def test_a_citation_may_be_written_in_several_ways(cite):
    assert [f.key for f in marked(edited(2, cite=cite))] == ["part-right"]


@pytest.mark.parametrize(
    "answer", ["text", [], {}, 3, [1, 2], [{"part": "gap"}], [{"part": None, "text": None, "cite": None}]]
)
def test_another_shape_earns_nothing(answer):
    assert sum(finding.earned for finding in marked(answer)) == 0


def test_the_arguments_are_checked():
    case = open_case("syria-withdrawal")
    assert doubts(ARGUMENTS, case) == []
    wrong = Arguments(parts={"gap": (3, 1)}, cited=["end"], missing={"gap": "no-such-message"})
    assert len(doubts(wrong, case)) == 3
