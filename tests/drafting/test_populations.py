"""Do figures of one population find each other, whatever noun the report takes, and no others?"""

from __future__ import annotations

import pytest

from dateline.drafting.populations import counts_the_same, name_populations


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("US troops", "service members", True),  # one force under two names
        ("soldiers", "troops", True),
        ("boats", "vessels", True),
        ("Iraqi troops", "US troops", False),  # whose they are
        ("fighters", "troops", False),  # the other side
        ("confirmed cases", "suspected cases", False),  # what narrows them
        ("children", "child", True),  # one or many
        ("teachers", "pupils", False),
    ],
)
def test_nouns_tell_what_is_counted(one, other, same):
    assert counts_the_same({"counted": one}, {"counted": other}) is same


def test_people_are_residents_only_where_they_live_in_the_same_place():
    residents = {"counted": "residents", "scope": "live in the lower town"}
    assert counts_the_same(residents, {"counted": "people", "scope": "live in the town"})
    assert not counts_the_same(residents, {"counted": "people", "scope": "signed a petition"})


def test_rows_of_one_population_get_one_id():
    rows = [{"counted": noun, "population": noun} for noun in ("soldiers", "ships", "troops")]
    name_populations(rows)
    assert [row["population"] for row in rows] == ["soldiers", "ships", "soldiers"]
