"""Are figures read right, and how fast, beside quantulum3? `--faults` lists those of the development half."""

from __future__ import annotations

import sys
import time
import warnings
from collections.abc import Callable, Iterator
from typing import NamedTuple

from _figure_gold import Row, Score, accepts, hedged, matched, rows, score

from dateline.quantities import read_quantities

HALVES = ("development", "sealed")
MEASURES = {  # words for the table, and the least share that is wanted, where one is
    "hedged bounds": ("bounds right, hedged figures and ranges", 0.95),
    "bounds": ("bounds right, all figures", None),
    "found": ("figures found", None),
    "not false": ("true figures, of those returned", 0.97),
    "reason": ("reason right, of numerals that count nothing", None),
    "counted": ("noun counted right", None),
    "unit": ("unit right", None),
    "vague": ("vague or not, right", None),
    "surface": ("extent right", None),
}
WORDS = 1000  # of an article
MILLISECONDS = 20.0  # for it, at most
TIMES_AS_FAST = 3.0  # as quantulum3, at least
RUNS = 5


class Other(NamedTuple):
    """A reading of quantulum3: its value less and plus its uncertainty, and where it stands."""

    lower: float
    upper: float
    start: int
    end: int


def main() -> int:
    """Print accuracy on both halves and speed; return 1 where a target is missed."""
    halves = {half: rows(half) for half in HALVES}
    scores = {half: score(found, read_quantities) for half, found in halves.items()}
    if "--faults" in sys.argv:
        print("\n".join(scores["development"].faults))  # the sealed half is never looked at row by row
    missed = _accuracy(scores)
    article = _article(halves["development"])
    took = _seconds(read_quantities, article)
    print(f"  {'an article of 1,000 words':<46} {took * 1000:8.1f} ms   limit {MILLISECONDS:.0f} ms")
    print(f"  {'characters a second':<46} {len(article) / took:8,.0f}")
    missed |= took * 1000 > MILLISECONDS
    other = _quantulum()
    if other is None:
        print("  quantulum3 is not installed here: nothing to compare with")
        return int(missed)
    return int(_compare(other, halves, article, took) or missed)


def _accuracy(scores: dict[str, Score]) -> bool:
    missed = False
    print(f"  {'':<46} {'  '.join(f'{half:>14}' for half in scores)}")
    for measure, (words, least) in MEASURES.items():
        cells = []
        for result in scores.values():
            right, total = result.right[measure], result.total[measure]
            cells.append(f"{right:>3} of {total:>3} {right / total:4.0%}")
            missed |= least is not None and right < least * total
        print(f"  {words:<46} {'  '.join(cells)}{f'   target {least:.0%}' if least else ''}")
    return missed


def _compare(
    other: Callable[[str], list[Other]], halves: dict[str, list[Row]], article: str, took: float
) -> bool:
    """Print quantulum3's accuracy and speed and the ratio to ours; tell whether the ratio is too small."""
    theirs = _seconds(other, article, runs=2)
    print(f"  {'the same article, quantulum3':<46} {theirs * 1000:8.1f} ms")
    print(f"  {'times as fast as quantulum3':<46} {theirs / took:8.1f}   target {TIMES_AS_FAST:.0f}")
    print("  the two ends right of hedged figures and ranges, open or closed and approximate not looked at:")
    for name, read in (("ours", read_quantities), ("quantulum3", other)):
        shares = (_ends_right(found, read) for found in halves.values())
        cells = [f"{right:>3} of {total:>3} {right / total:4.0%}" for right, total in shares]
        print(f"    {name:<44} {'  '.join(cells)}")
    return theirs / took < TIMES_AS_FAST


def _ends_right(half: list[Row], read: Callable[[str], list]) -> tuple[int, int]:
    """Return how many hedged figures and ranges have both ends right, and how many there are."""
    right = total = 0
    for row in half:
        found = matched(row, read(row.sentence))[0]
        for number, gold in enumerate(row.gold):
            if hedged(gold) and not gold.get("optional"):
                reading = found.get(number)
                total += 1
                right += reading is not None and all(
                    accepts(gold, field, getattr(reading, field)) for field in ("lower", "upper")
                )
    return right, total


def _quantulum() -> Callable[[str], list[Other]] | None:
    """Return quantulum3 as a reader, or None where it is not installed."""
    warnings.filterwarnings("ignore", module="quantulum3")
    try:
        from quantulum3 import parser
    except ImportError:
        return None

    def read(text: str) -> list[Other]:
        return [
            Other(one.value - (one.uncertainty or 0), one.value + (one.uncertainty or 0), *one.span)
            for one in parser.parse(text)
        ]

    return read


def _article(half: list[Row]) -> str:
    """Join sentences of the half, four a paragraph, into an article of a thousand words."""
    return "\n\n".join(_paragraphs(half))


def _paragraphs(half: list[Row]) -> Iterator[str]:
    words = 0
    for at in range(0, len(half), 4):
        paragraph = " ".join(row.sentence for row in half[at : at + 4]).split()[: WORDS - words]
        words += len(paragraph)
        if paragraph:
            yield " ".join(paragraph)


def _seconds(read: Callable[[str], list], text: str, runs: int = RUNS) -> float:
    """Return the shortest processor time to read a text, after one that loads what is needed."""
    read("1 of 2")
    times = []
    for _ in range(runs):
        start = time.process_time()
        read(text)
        times.append(time.process_time() - start)
    return min(times)


if __name__ == "__main__":
    sys.exit(main())
