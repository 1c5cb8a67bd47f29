"""Score readings of dates against the gold sentences, by the rules of tests/data/dates/README.md."""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from dateline.dates import bounds, is_edtf

FOLDER = Path(__file__).resolve().parents[1] / "tests/data/dates"
Ends = tuple[date | None, date | None]


class Gold(NamedTuple):
    """One expression of a sentence: where its words stand, and what may be said of it."""

    cuts: tuple[tuple[int, int], ...]  # the equally good cuts, the first one first
    ends: tuple[Ends, ...]  # the first and last day, then the accepted pairs
    edtf: tuple[str, ...]
    kind: str
    optional: bool


class Row(NamedTuple):
    """A sentence, the date of its report and its gold."""

    name: str
    issued: str
    sentence: str
    gold: list[Gold]


class Score(NamedTuple):
    """How many were right, of how many, for each measure; and what went wrong, a line a fault."""

    right: Counter[str]
    total: Counter[str]
    faults: list[str]


def rows(half: str) -> list[Row]:
    """Return the rows of "development" or "sealed"."""
    with (FOLDER / f"{half}.tsv").open(encoding="utf-8", newline="") as file:
        read = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [_row(row["id"], row["issued"], row["sentence"], json.loads(row["gold"])) for row in read]


def _row(name: str, issued: str, sentence: str, listed: list[dict[str, Any]]) -> Row:
    gold, at = [], 0
    for one in listed:
        gold.append(_gold(sentence, one, at))
        at = gold[-1].cuts[0][1]
    return Row(name, issued, sentence, gold)


def _gold(sentence: str, one: dict[str, Any], at: int) -> Gold:
    surfaces = [one["surface"]] if isinstance(one["surface"], str) else one["surface"]
    start = sentence.index(surfaces[0], at)
    cuts = [(start, start + len(surfaces[0]))]
    for surface in surfaces[1:]:
        found = _nearest(sentence, surface, cuts[0])
        cuts += [(found, found + len(surface))] if found is not None else []
    pairs = [[one["earliest"], one["latest"]], *one.get("accepted", [])]
    ends = tuple((_day(first), _day(last)) for first, last in pairs)
    return Gold(tuple(cuts), ends, tuple(one.get("edtf", ())), one["kind"], one.get("optional", False))


def _nearest(sentence: str, surface: str, cut: tuple[int, int]) -> int | None:
    """Return where another cut stands that shares words with the first one; None where none does."""
    start = sentence.find(surface, max(cut[0] - len(surface), 0))
    return start if 0 <= start < cut[1] else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def matched(row: Row, readings: Iterable[Any]) -> tuple[dict[int, Any], list[Any]]:
    """Give each reading to the gold object with which it shares most words.

    Returns {number of the gold object: its reading} and the readings that are left over. A second reading
    of an optional expression is in neither.
    """
    best: dict[int, tuple[tuple[int, int], Any]] = {}
    left: list[Any] = []
    for reading in readings:
        shared = [_shared(reading, gold) for gold in row.gold]
        most = max(shared, default=(0, 0))
        number = shared.index(most) if most[0] > 0 else None
        if number is None:
            left.append(reading)
        elif number not in best or best[number][0] < most:
            left += [best[number][1]] if number in best else []
            best[number] = most, reading
        elif not row.gold[number].optional:
            left.append(reading)
    return {number: reading for number, (_, reading) in best.items()}, left


def _shared(reading: Any, gold: Gold) -> tuple[int, int]:
    """Return how much a reading shares with the best cut, then (below 0) the length of that cut."""
    return max((min(reading.end, end) - max(reading.start, start), start - end) for start, end in gold.cuts)


def score(half: list[Row], read: Callable[[Row], list[Any]]) -> Score:
    """Measure a reader on one half; expressions marked optional are left out of every measure."""
    result = Score(Counter(), Counter(), [])
    for row in half:
        for measure, right, fault in _judged(row, read(row)):
            result.total[measure] += 1
            result.right[measure] += right
            if not right:
                result.faults.append(f"{row.name} {measure}: {fault} in {row.sentence!r} ({row.issued})")
    return result


def _judged(row: Row, readings: list[Any]) -> Iterator[tuple[str, bool, str]]:
    """Yield (measure, right, words for a fault) for each thing measured in one sentence."""
    found, left = matched(row, readings)
    for reading in left:
        yield "true", False, repr(row.sentence[reading.start : reading.end])
    for number, gold in enumerate(row.gold):
        if not gold.optional:
            yield from _judge(row, gold, found.get(number))


def _judge(row: Row, gold: Gold, reading: Any | None) -> Iterator[tuple[str, bool, str]]:
    """Yield what is measured of one gold object and its reading."""
    start, end = gold.cuts[0]
    words = repr(row.sentence[start:end])
    yield "found", reading is not None, words
    if reading is not None:
        yield "true", True, ""
    got = (reading.earliest, reading.latest) if reading else "nothing"
    fault = f"{words} read as {_shown(got)}, not {_shown(gold.ends[0])},"
    yield "both ends", got in gold.ends, fault
    if gold.kind == "day":
        yield "single days", got in gold.ends, fault
    if gold.edtf:
        edtf = reading.edtf if reading else ""
        yield "edtf", edtf in gold.edtf or (is_edtf(edtf) and bounds(edtf) in gold.ends), f"{words} as {edtf}"
    if reading is not None:
        right = (reading.start, reading.end) in gold.cuts
        yield "extent", right, f"{words} cut as {row.sentence[reading.start : reading.end]!r}"


def _shown(ends: Ends | str) -> str:
    return ends if isinstance(ends, str) else " to ".join(str(end or "?") for end in ends)
