"""Is a calculation recomputed from the cited figures, and a wrong one called by its name?"""

from __future__ import annotations

import pytest

from dateline.brief import check_one
from tests.brief.conftest import case_of, table


@pytest.mark.parametrize("row", table("reckoning.tsv"), ids=lambda row: row["why"])
def test_a_calculation_stands_or_is_called_by_its_fault(row):
    checked = check_one(row["sentence"], case_of(row["case"]))
    assert checked.verdict == row["verdict"], (row["why"], checked.keys)
    assert not row["key"] or row["key"] in checked.keys, (row["why"], checked.keys)
