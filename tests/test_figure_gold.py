"""Is the gold of the figures sound, does the scorer know right from wrong, and is the reader good enough?"""

from __future__ import annotations

import importlib.util
import json
import re
from pathlib import Path
from types import SimpleNamespace

import pytest

from dateline.quantities import read_quantities

KIT = Path(__file__).resolve().parents[1]


def _loaded():
    path = KIT / "bench/_figure_gold.py"
    spec = importlib.util.spec_from_file_location("_figure_gold", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


GOLD = _loaded()
FIELDS = {
    "surface",
    "lower",
    "upper",
    "lower_closed",
    "upper_closed",
    "approximate",
    "vague",
    "counted",
    "unit",
    "not_a_count",
}
MORE = {"surface_also", "optional"}


def gold(surface, lower, upper, **more):
    """A gold object with closed ends, a count without a noun, unless `more` says otherwise."""
    plain = {"lower_closed": lower is not None, "upper_closed": upper is not None, "approximate": False}
    plain |= {"vague": False, "counted": None, "unit": "", "not_a_count": None}
    return {"surface": surface, "lower": lower, "upper": upper, **plain, **more}


def row(sentence, *objects):
    spans = [
        (sentence.index(one["surface"]), sentence.index(one["surface"]) + len(one["surface"]))
        for one in objects
    ]
    return GOLD.Row("T1", sentence, list(objects), spans)


def reading(sentence, surface, lower, upper, **more):
    start = sentence.index(surface)
    return SimpleNamespace(
        **{**gold(surface, lower, upper), "counted": "", **more}, start=start, end=start + len(surface)
    )


TEXT = "About 40 men left in 2011."
FORTY = gold("About 40", 40, 40, approximate=True, counted=["men", "people"], surface_also=["40"])
YEAR = gold("2011", "*", "*", not_a_count="year")
RIGHT = {"approximate": True, "counted": "men"}
CASES = [
    # readings, {measure: (right, total)}, why
    (
        [("About 40", 40, 40, RIGHT)],
        {"hedged bounds": (1, 1), "counted": (1, 1), "not false": (1, 1)},
        "all right",
    ),
    (
        [("40", 40, 40, {})],
        {"hedged bounds": (0, 1), "surface": (1, 1), "counted": (0, 1)},
        "hedge and noun lost",
    ),
    ([], {"found": (0, 1), "bounds": (0, 1), "not false": (0, 0)}, "a missed figure has no bounds right"),
    ([("About 40", None, None, {"not_a_count": "name"})], {"found": (0, 1), "not false": (0, 0)}, "denied"),
    ([("2011", 2011, 2011, {})], {"not false": (0, 1), "reason": (0, 1)}, "a year is counted"),
    (
        [("2011", None, None, {"not_a_count": "name"})],
        {"not false": (0, 0), "reason": (0, 1)},
        "wrong reason",
    ),
    ([("left", 1, 1, {})], {"not false": (0, 1)}, "no gold there"),
    ([("About", 1, 1, {}), ("40", 40, 40, RIGHT)], {"not false": (1, 2), "bounds": (0, 1)}, "split in two"),
]


@pytest.mark.parametrize(("readings", "expected", "why"), CASES)
def test_scorer_knows_right_from_wrong(readings, expected, why):
    made = [reading(TEXT, surface, lower, upper, **more) for surface, lower, upper, more in readings]
    result = GOLD.score([row(TEXT, FORTY, YEAR)], lambda text: made)
    assert {measure: (result.right[measure], result.total[measure]) for measure in expected} == expected, why


def test_optional_expressions_are_left_out():
    one = row(TEXT, gold("40", 40, 40, optional=True))
    for made in ([], [reading(TEXT, "40", 7, 7)]):
        assert not GOLD.score([one], lambda text, made=made: made).total


@pytest.mark.parametrize("half", ["development", "sealed"])
def test_gold_is_whole(half):
    """Every object has all its fields; only the first name of a fault is told, never a sealed sentence."""
    rows = GOLD.rows(half)
    assert len(rows) >= 300
    for one in rows:
        assert all(set(each) - MORE == FIELDS for each in one.gold), one.name
        assert all(start >= 0 for start, _ in one.spans), one.name
    told = re.search(
        rf"`{half}.tsv` \| (\d+) \| (\d+)", (GOLD.FOLDER / "README.md").read_text(encoding="utf-8")
    )
    assert (int(told[1]), int(told[2])) == (len(rows), sum(len(one.gold) for one in rows))


def test_no_sentence_is_in_both_halves():
    first, second = ({one.sentence for one in GOLD.rows(half)} for half in ("development", "sealed"))
    assert len(first & second) == 0


def test_reader_holds_its_targets_on_the_development_half():
    result = GOLD.score(GOLD.rows("development"), read_quantities)
    shares = {measure: result.right[measure] / result.total[measure] for measure in result.total}
    least = {
        "hedged bounds": 0.97,
        "bounds": 0.97,
        "found": 0.98,
        "not false": 0.98,
        "reason": 0.95,
        "counted": 0.95,
    }
    assert {measure: shares[measure] for measure in least if shares[measure] < least[measure]} == {}, (
        json.dumps(shares)
    )
