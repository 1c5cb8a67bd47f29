"""Is what was to come looked for in the later report, and left open where that does not tell?"""

from __future__ import annotations

import pytest

from dateline.cases import ClaimRow
from dateline.drafting.following import follow_ups


def claim(id, source, statement, status):
    return ClaimRow(
        id=id, source=source, paragraph="1", anchor="x", statement=statement, kind="event", status=status
    )


@pytest.mark.parametrize(
    ("later", "status", "verdict"),
    [
        ("The council closed the swimming pool in May.", "done", "done"),
        ("The swimming pool is not closed, and the council is silent.", "under way", "not done"),
        ("The harbour was closed in May.", "done", "cannot tell"),  # another matter
    ],
)
def test_the_nearest_later_sentence_decides(later, status, verdict):
    claims = [
        claim("C01", "S1", "The council will close the swimming pool by May.", "planned"),
        claim("C02", "S2", later, status),
    ]
    (row,) = follow_ups(claims, ["S1", "S2"])
    assert (row["left"], row["verdict"]) == ("C01", verdict)
    assert bool(row["right"]) == (verdict != "cannot tell")


def test_what_depends_on_something_else_is_no_promise():
    claims = [
        claim("C01", "S1", "The council will close the pool if the county pays.", "planned"),
        claim("C02", "S2", "The council closed the pool.", "done"),
    ]
    assert list(follow_ups(claims, ["S1", "S2"])) == []
