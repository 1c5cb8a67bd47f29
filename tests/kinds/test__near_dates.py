"""Is a stretch of time as good as an accepted one, where it claims no more?"""

import pytest

from dateline.kinds._near_dates import as_good

WEEKS = ["2022-09-05/2022-10-02"]
BEFORE = ["../2022-09-14", "../2022-09-16", "2022"]


@pytest.mark.parametrize(
    ("edtf", "accepted", "good", "why"),
    [
        ("2022-09-07/2022-10-01", WEEKS, True, "both ends within a tenth of the length"),
        ("2022-09-10/2022-10-02", WEEKS, False, "one end is further off"),
        ("2022-09-12/2022-09-18", WEEKS, False, "one week out of four"),
        ("2022-09-11", ["2022-09-12"], False, "a day is a day"),
        ("2022-09-11/2022-09-13", ["2022-09-11/2022-09-14"], False, "a tenth of four days is no day"),
        ("[2022-09-05,2022-09-12]", WEEKS, False, "a set of days is no stretch"),
        ("2022-01-01/2022-09-14", BEFORE, True, "the year, up to the day when it was over at the latest"),
        ("2022-03-01/2022-09-14", BEFORE, False, "a start that nothing tells"),
        ("../2022-09-15", BEFORE, True, "an open start that ends between two accepted ones"),
        ("../2022-09-01", BEFORE, False, "too early an end"),
        ("2022-01-01/..", BEFORE, False, "the other end is open"),
    ],
)
def test_a_stretch_beside_the_accepted_ones(edtf, accepted, good, why):
    assert as_good(edtf, accepted) is good, why
