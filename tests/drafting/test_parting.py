"""Is a part known for a part of the whole that the text names?"""

from __future__ import annotations

import pytest

from dateline.drafting.parting import parts_in
from dateline.quantities import read_quantities


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("About 700 of the 2,000 soldiers are leaving.", {0: 1}),
        ("Some 40 of the town’s 120 teachers resigned.", {0: 1}),
        ("Of the 2,000 residents, at least 300 were moved.", {1: 0}),
        ("Of 1,200 workers, 300 have left and 900 remain.", {1: 0, 2: 0}),
        ("The outbreak killed 14 people, nine of them children.", {1: 0}),
        ("There were 30 ships and 15 ferries.", {}),  # two things
        ("It lost 40 of its jobs. The 300 workers stayed.", {}),  # another sentence
        ("Half of the 90 beds are full.", {}),  # a share is no number of beds
    ],
)
def test_parts_are_found_in_their_sentence(text, parts):
    assert parts_in(text, read_quantities(text)) == parts
