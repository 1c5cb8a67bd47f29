"""Does a comparison stand when what it compares is cited and the relation holds, and only then?"""

from __future__ import annotations

import pytest

from dateline import open_case
from dateline.brief import check_brief, check_one
from dateline.brief.sentences.contrasts import label_end
from tests.brief.conftest import table


@pytest.mark.parametrize("row", table("contrasts.tsv"), ids=lambda row: row["sentence"][:60])
def test_a_comparison_stands_or_is_called_by_its_fault(row):
    checked = check_one(row["sentence"], open_case(row["case"]))
    assert checked.verdict == row["verdict"], (row["why"], checked.kind, checked.keys)
    assert not row["key"] or row["key"] in checked.keys, (row["why"], checked.keys)


def test_a_comparison_without_citation_rests_on_what_the_page_cites(syria):
    cited = "More than 2,000 US service members were in Syria in December 2018 [@S1, para. 7]. "
    cited += "About 1,000 US troops were in Syria in October 2019 [@S2, para. 11]. "
    assert check_brief(cited + "The number changed.", syria).sentences[-1].verdict == "supported"
    assert check_brief(cited + "The number rose.", syria).sentences[-1].keys == ["calculation-wrong"]


@pytest.mark.parametrize(
    ("text", "length"),
    [("Conflict: he spoke.", 10), ("Other scope: all.", 13), ("He said: go.", 0), ("At 10:30 it fell.", 0)],
)
def test_a_label_of_comparing_is_left_out(text, length):
    assert label_end(text) == length
