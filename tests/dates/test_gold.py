"""Does the reader keep the accuracy that was measured, and does the bench measure it fairly?"""

import importlib.util
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from dateline.dates import read_dates

_SPEC = importlib.util.spec_from_file_location(
    "_date_gold", Path(__file__).resolve().parents[2] / "bench/_date_gold.py"
)
gold = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(gold)

LEAST = {"both ends": 0.95, "single days": 0.95, "found": 0.97, "true": 0.97, "edtf": 0.95}


class Reading(NamedTuple):
    edtf: str
    earliest: date | None
    latest: date | None
    start: int
    end: int


def _day(text, start, end):
    return Reading(text, date.fromisoformat(text), date.fromisoformat(text), start, end)


@pytest.mark.parametrize("half", ["development", "sealed"])
@pytest.mark.parametrize("measure", LEAST)
def test_accuracy_stays(half, measure):
    result = gold.score(gold.rows(half), lambda row: read_dates(row.sentence, row.issued))
    assert result.right[measure] / result.total[measure] >= LEAST[measure]


SENTENCE = "They met on Friday and left in May."
ROW = gold.Row(
    "X1",
    "2019-10-21",
    SENTENCE,
    [
        gold.Gold(((12, 18), (9, 18)), ((date(2019, 10, 18),) * 2,), ("2019-10-18",), "day", False),
        gold.Gold(((31, 34),), ((date(2019, 5, 1), date(2019, 5, 31)),), ("2019-05",), "span", True),
    ],
)
FRIDAY = _day("2019-10-18", 12, 18)


@pytest.mark.parametrize(
    ("readings", "right", "total", "why"),
    [
        (
            [FRIDAY],
            {"both ends": 1, "found": 1, "true": 1},
            {"both ends": 1, "true": 1},
            "as the gold has it",
        ),
        ([], {"both ends": 0, "found": 0}, {"both ends": 1, "single days": 1, "true": 0}, "nothing found"),
        (
            [_day("2019-10-25", 12, 18)],
            {"both ends": 0, "found": 1, "true": 1},
            {"true": 1},
            "the wrong Friday",
        ),
        ([FRIDAY, _day("2019-10-21", 0, 4)], {"true": 1}, {"true": 2}, "They is no date"),
        (
            [FRIDAY, FRIDAY],
            {"true": 1, "both ends": 1},
            {"true": 2, "both ends": 1},
            "one date, two readings",
        ),
        ([FRIDAY, _day("2019-05-07", 31, 34)], {"true": 1}, {"true": 1}, "optional: not looked at"),
    ],
)
def test_each_reading_counts_once(readings, right, total, why):
    result = gold.score([ROW], lambda row: readings)
    assert {measure: result.right[measure] for measure in right} == right, why
    assert {measure: result.total[measure] for measure in total} == total, why


@pytest.mark.parametrize("half", ["development", "sealed"])
def test_gold_is_well_formed(half):
    rows = gold.rows(half)
    assert len(rows) >= 200
    for row in rows:
        for one in row.gold:
            assert one.kind in ("day", "span", "set", "duration", "needs anchor")
            assert all(first is None or last is None or first <= last for first, last in one.ends)
