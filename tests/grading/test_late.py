"""Do late rules take off what they say, and say what is wrong with them?"""

from __future__ import annotations

from datetime import datetime

import pytest

from dateline.errors import KitError
from dateline.grading.late import LateRules, read_rules

RULES = """due: 2026-11-20T18:00
grace: 30
per_day: 10
cap: 25
extensions: {Anna Berg: 2026-11-22T18:00}
"""


def rules(tmp_path, text=RULES):
    path = tmp_path / "late.yaml"
    path.write_text(text)
    return read_rules(path)


@pytest.mark.parametrize(
    ("when", "name", "taken"),
    [
        ("2026-11-20T17:59", "Ben", 0),
        ("2026-11-20T18:30", "Ben", 0),  # within the grace
        ("2026-11-20T18:31", "Ben", 10),  # the first day begins at the time due
        ("2026-11-21T18:01", "Ben", 20),
        ("2026-12-20T18:01", "Ben", 25),  # the cap
        ("2026-11-21T18:01", "anna berg", 0),
        ("2026-11-22T19:00", "Berg, Anna", 10),  # as Canvas writes the same name
        ("2026-11-22T19:00", "Anna Bergson", 25),
    ],
)
def test_what_is_taken_off(tmp_path, when, name, taken):
    assert rules(tmp_path).taken(datetime.fromisoformat(when), name) == taken


def test_nobody_is_late_whose_time_is_not_known(tmp_path):
    assert rules(tmp_path).taken(None, "Ben") == 0


def test_a_time_with_a_zone_is_made_local():
    zoned = LateRules(due="2026-11-20T18:00:00+00:00", per_day=10)
    assert zoned.due == datetime.fromisoformat("2026-11-20T18:00:00+00:00").astimezone().replace(tzinfo=None)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("due: soon\nper_day: 10", "due: "),
        ("per_day: 10", "due: it is missing"),
        (RULES + "discount: 5", "discount: this name is not known"),
        (RULES.replace("10", "150"), "per_day: Input should be less than or equal to 100"),
        (RULES.replace("30", "-30"), "grace: "),
        ("[", "late.yaml"),
        ("just words", "late.yaml"),
    ],
)
def test_rules_that_cannot_be_used_are_told(tmp_path, text, told):
    with pytest.raises(KitError) as fault:
        rules(tmp_path, text)
    assert told in str(fault.value)


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises((KitError, OSError), match="no-such"):
        read_rules(tmp_path / "no-such.yaml")
