"""Score readings of figures against the gold sentences, by the rules of tests/data/figures/README.md."""

from __future__ import annotations

import csv
import json
import math
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from dateline.quantities import Quantity

FOLDER = Path(__file__).resolve().parents[1] / "tests/data/figures"
BOUNDS = ("lower", "upper", "lower_closed", "upper_closed", "approximate")
Gold = dict[str, Any]


class Row(NamedTuple):
    """A sentence with its gold objects, and where in the sentence each of them stands."""

    name: str
    sentence: str
    gold: list[Gold]
    spans: list[tuple[int, int]]


def rows(half: str) -> list[Row]:
    """Return the rows of "development" or "sealed"."""
    with (FOLDER / f"{half}.tsv").open(encoding="utf-8", newline="") as file:
        read = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [_row(row["id"], row["sentence"], json.loads(row["gold"])) for row in read]


def _row(name: str, sentence: str, gold: list[Gold]) -> Row:
    spans, at = [], 0
    for one in gold:
        start = sentence.index(one["surface"], at)
        at = start + len(one["surface"])
        spans.append((start, at))
    return Row(name, sentence, gold, spans)


def accepts(gold: Gold, field: str, value: object) -> bool:
    """Tell whether a gold object takes this value; a list holds several, "*" takes anything."""
    wanted = gold[field]
    if wanted == "*":
        return True
    if isinstance(wanted, list):
        return any(_same(one, value) for one in wanted)
    return _same(wanted, value)


def _same(wanted: object, value: object) -> bool:
    if isinstance(wanted, bool) or isinstance(value, bool) or wanted is None or value is None:
        return wanted is value
    if isinstance(wanted, str):
        return isinstance(value, str) and wanted.casefold() == value.casefold()
    return isinstance(value, int | float) and math.isclose(wanted, value, rel_tol=1e-6)


def may_count(gold: Gold) -> bool:
    """Tell whether the expression may be read as a figure that counts."""
    return accepts(gold, "not_a_count", None)


def hedged(gold: Gold) -> bool:
    """Tell whether a figure is hedged or a range: a bound, an approximation or two different ends."""
    if not may_count(gold) or gold["vague"] is True:
        return False
    return gold["approximate"] is True or gold["lower"] != gold["upper"]


def matched(row: Row, readings: list[Any]) -> tuple[dict[int, Any], list[tuple[Any, int | None]]]:
    """Give each reading to the gold object that it overlaps most.

    Returns {number of the gold object: its reading} and what is left over: (reading, number of the gold
    object that another reading fits better, or None).
    """
    best: dict[int, tuple[int, Any]] = {}
    left: list[tuple[Any, int | None]] = []
    for reading in readings:
        shared = [min(reading.end, end) - max(reading.start, start) for start, end in row.spans]
        most = max(shared, default=0)
        number = shared.index(most) if most > 0 else None
        if number is None:
            left.append((reading, None))
        elif number in best and best[number][0] >= most:
            left.append((reading, number))
        else:
            if number in best:
                left.append((best[number][1], number))
            best[number] = most, reading
    return {number: reading for number, (_, reading) in best.items()}, left


class Score(NamedTuple):
    """How many were right, of how many, for each measure; and what went wrong, a line a fault."""

    right: Counter[str]
    total: Counter[str]
    faults: list[str]


def score(half: list[Row], read: Callable[[str], list[Quantity]]) -> Score:
    """Measure a reader on one half; expressions marked optional are left out of every measure."""
    result = Score(Counter(), Counter(), [])
    for row in half:
        for measure, right, fault in _judged(row, read(row.sentence)):
            result.total[measure] += 1
            result.right[measure] += right
            if not right:
                result.faults.append(f"{row.name} {measure}: {fault}")
    return result


def _judged(row: Row, readings: list[Quantity]) -> Iterator[tuple[str, bool, str]]:
    """Yield (measure, right, words for a fault) for each thing measured in one sentence."""
    found, left = matched(row, readings)
    for reading, number in left:
        optional = number is not None and row.gold[number].get("optional")
        if reading.not_a_count is None and not optional:
            yield "not false", False, f"{reading.surface!r} in {row.sentence!r}"
    for number, gold in enumerate(row.gold):
        if not gold.get("optional"):
            yield from _judge(row.sentence, gold, found.get(number))


def _judge(sentence: str, gold: Gold, reading: Quantity | None) -> Iterator[tuple[str, bool, str]]:
    """Yield what is measured of one gold object and its reading."""
    shown = f"{gold['surface']!r} in {sentence!r}"
    counts = reading is not None and reading.not_a_count is None
    if counts:
        yield "not false", may_count(gold), shown
    if not may_count(gold):
        if reading is not None:
            right = accepts(gold, "not_a_count", reading.not_a_count)
            yield "reason", right, f"{reading.not_a_count}, not {gold['not_a_count']}: {shown}"
        return
    found = reading is not None and accepts(gold, "not_a_count", reading.not_a_count)
    yield "found", found, shown
    if found and not counts:
        return  # "one of them": a good reading that has no bounds to measure
    for measure, fields in _fields(gold):
        got = [getattr(reading, field, "nothing") for field in fields]
        right = counts and all(accepts(gold, field, value) for field, value in zip(fields, got, strict=True))
        yield measure, right, f"{got}, not {[gold[field] for field in fields]}: {shown}"
    if counts:
        extents = [gold["surface"], *gold.get("surface_also", [])]
        yield "surface", reading.surface in extents, f"{reading.surface!r}, not {extents}: {sentence!r}"


def _fields(gold: Gold) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each measure that holds for this gold object, with the fields that it looks at."""
    yield "bounds", BOUNDS
    if hedged(gold):
        yield "hedged bounds", BOUNDS
    yield "vague", ("vague",)
    yield "unit", ("unit",)
    if gold["counted"] is not None:
        yield "counted", ("counted",)
