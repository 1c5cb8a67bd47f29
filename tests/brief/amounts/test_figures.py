"""Are only figures compared that can be?"""

from __future__ import annotations

from dateline.brief.amounts.figures import pairs_in
from dateline.brief.ground.facts import facts_of
from dateline.brief.ground.passages import ground_of
from tests.brief.conftest import case_of


def test_a_share_is_no_multiple():
    ground = ground_of(case_of("lanne-spill"))
    facts = facts_of("Most of the seabirds sank.", ground.names, "2019")
    assert "three times" in ground.passages["S2", 3].text
    found = pairs_in(facts.figures[0], facts, [ground.passages["S2", 3]], ground)
    assert [pair.counted.figure.unit for pair in found] == ["percent"]
