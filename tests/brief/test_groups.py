"""Whose people are meant, and is one thing put for another of its kind?"""

from __future__ import annotations

import pytest

from dateline.brief.groups import peoples
from dateline.brief.wording import words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Turkish troops", ["turkey"]),
        ("Turkey's military forces", ["turkey", "turkey"]),
        ("US service members", ["us", "us"]),
        ("his soldiers and the fighters", ["?", ""]),
        ("The US military, people said, left", ["us", ""]),
        ("They left Syria, people said", [""]),
        ("Turkey; troops", [""]),
    ],
)
def test_the_nation_of_people(text, expected):
    assert [nation for _, _, nation in peoples(words(text))] == expected
