"""Does a figure without a unit take that of the figure before it, where more of the same is told?"""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The fence has reached 143 kilometres, and another 31 are being built.", "km"),
        ("The 143 kilometres that stand and the 31 being built make a fence.", "km"),
        ("The fence is 143 kilometres long. Another 31 fell ill.", ""),
        ("The fence covers 143 kilometres, and another 31 died there.", ""),
    ],
)
def test_a_further_number_is_of_the_same_measure(text, unit, read):
    assert read(text).figures[1].figure.unit == unit


def test_so_many_of_a_number_are_a_count_whatever_they_are_called(read):
    assert len(read("She found it in nine of the 34 cases.").figures) == 2
