"""Is what a brief says of a report's head and voices held against them?"""

from __future__ import annotations

import pytest

from dateline import open_case
from dateline.brief import check_one

ROWS = [
    ("syria-withdrawal", "S1 names no publisher.", True, "its head has none"),
    ("syria-withdrawal", "S1 names its author.", False, "its head has none"),
    ("tolvane-dam", "S2 gives its author, Tamsin Hale.", True, "its byline"),
    ("tolvane-dam", "S2 names no author.", False, "it has a byline"),
    ("tolvane-dam", "Neither report names its author.", True, "not both do"),
    ("syria-withdrawal", "All of S2 comes from named people [@S2, paras. 1-16].", False, "much is its own"),
    (
        "syria-withdrawal",
        "Everything in S1 comes from unnamed people [@S1, paras. 1-15].",
        False,
        "Trump is quoted",
    ),
    ("syria-withdrawal", "S1 leans on unnamed people [@S1, para. 2].", True, "they speak there"),
    ("tolvane-dam", "S2 hears Orrin at first hand [@S2, para. 2].", True, "he talks to reporters"),
]


@pytest.mark.parametrize(("case", "sentence", "fair", "why"), ROWS, ids=lambda value: str(value)[:40])
def test_a_sentence_about_a_report_is_held_against_it(case, sentence, fair, why):
    checked = check_one(sentence, open_case(case))
    assert (checked.verdict != "unsupported") == fair, (why, checked.keys)
    assert fair or checked.keys == ["unsupported"]
