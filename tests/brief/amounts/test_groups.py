"""Whose people are meant, and is one thing put for another of its kind?"""

from __future__ import annotations

import pytest

from dateline.brief.amounts.groups import _plain_words, peoples
from dateline.brief.language.wording import words


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


def test_what_is_done_to_somebody_is_no_group_of_people(read):
    assert not _plain_words(read("They had been forced back."))
    assert _plain_words(read("The forces went back."))
