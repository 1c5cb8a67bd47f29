"""Are dates read right, and how fast, beside dateparser? `--faults` lists those of the development half."""

from __future__ import annotations

import sys
import time
import warnings
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import NamedTuple

from _date_gold import Row, Score, rows, score

from dateline.dates import bounds, read_dates
from dateline.dates.resolve import resolve

HALVES = ("development", "sealed")
MEASURES = {  # words for the table, and the least share that is wanted, where one is
    "both ends": ("calendar expressions, both ends right", 0.88),
    "single days": ("single days right", 0.93),
    "found": ("expressions found", None),
    "true": ("true dates, of those returned", 0.97),
    "edtf": ("EDTF right, where given", None),
    "extent": ("extent right, of those found", None),
}
WORDS = 1000  # of an article
MILLISECONDS = 20.0  # for it, at most
TIMES_AS_FAST = 10.0  # as dateparser, at least
RUNS = 3
Reader = Callable[[Row], list]


class Other(NamedTuple):
    """A reading of dateparser: the day that it gives, widened to the month or year that it names."""

    edtf: str
    earliest: date
    latest: date
    start: int
    end: int


def main() -> int:
    """Print accuracy on both halves and speed; return 1 where a target is missed."""
    halves = {half: rows(half) for half in HALVES}
    every = [row for half in halves.values() for row in half]
    article, sentences = _seconds(_ours, _article(every)), _seconds(_ours, every)
    scores = {half: score(found, _ours) for half, found in halves.items()}
    if "--faults" in sys.argv:
        print("\n".join(scores["development"].faults))  # the sealed half is never looked at row by row
    missed = _accuracy(scores)
    print(f"  {'an article of 1,000 words':<40} {article * 1000:8.1f} ms   limit {MILLISECONDS:.0f} ms")
    missed |= article * 1000 > MILLISECONDS
    dateparser = _dateparser()
    if dateparser is None:
        print("  dateparser is not installed here: nothing to compare with")
        return int(missed)
    return int(_compare(*dateparser, halves, sentences) or missed)


def _ours(row: Row) -> list:
    return read_dates(row.sentence, row.issued)


def _accuracy(scores: dict[str, Score], *, targets: bool = True) -> bool:
    """Print a line a measure; tell whether a target is missed."""
    missed = False
    print(f"  {'':<40} {'  '.join(f'{half:>14}' for half in scores)}")
    for measure, (words, least) in MEASURES.items():
        cells = []
        for result in scores.values():
            right, total = result.right[measure], result.total[measure]
            cells.append(f"{right:>3} of {total:>3} {right / max(total, 1):4.0%}")
            missed |= least is not None and right < least * total
        aim = f"   target {least:.0%}" if least and targets else ""
        print(f"  {words:<40} {'  '.join(cells)}{aim}")
    return missed


def _compare(widened: Reader, search: Reader, halves: dict[str, list[Row]], ours: float) -> bool:
    """Print dateparser's accuracy, both speeds and their ratio; tell whether the ratio is too small."""
    every = [row for half in halves.values() for row in half]
    theirs = _seconds(search, every)
    print("  dateparser, told the language and the issue date (the first day of an imprecise one):")
    _accuracy({half: score(found, widened) for half, found in halves.items()}, targets=False)
    for name, took in (("ours", ours), ("dateparser", theirs)):
        print(f"  {f'sentences a second, {name}':<40} {len(every) / took:8,.0f}")
    print(f"  {'times as fast as dateparser':<40} {theirs / ours:8.1f}   target {TIMES_AS_FAST:.0f}")
    return theirs / ours < TIMES_AS_FAST


def _dateparser() -> tuple[Reader, Reader] | None:
    """Return dateparser as a reader whose days are widened, and its bare search; None where not installed."""
    warnings.filterwarnings("ignore")
    try:
        from dateparser.date import DateDataParser
        from dateparser.search import search_dates
    except ImportError:
        return None

    def settings(row: Row) -> dict[str, datetime]:
        issued = bounds(row.issued)[0]
        return {"RELATIVE_BASE": datetime(issued.year, issued.month, issued.day)}

    def search(row: Row) -> list[tuple[str, datetime]]:
        return search_dates(row.sentence, languages=["en"], settings=settings(row)) or []

    def read(row: Row) -> list[Other]:
        parser = DateDataParser(languages=["en"], settings=settings(row))
        readings, at = [], 0
        for surface, moment in search(row):
            start = max(row.sentence.find(surface, at), 0)
            at = start + len(surface)
            period = parser.get_date_data(surface).period
            readings.append(_widened(moment.date(), period, start, at))
        return readings

    return read, search


def _widened(day: date, period: str, start: int, end: int) -> Other:
    """Give dateparser the whole week, month or year where it says that it means one."""
    if period == "week":
        monday = day - timedelta(days=day.weekday())
        sunday = monday + timedelta(days=6)
        return Other(f"{monday}/{sunday}", monday, sunday, start, end)
    edtf = day.isoformat()[: {"month": 7, "year": 4}.get(period, 10)]
    return Other(edtf, *bounds(edtf), start, end)


def _article(every: list[Row]) -> list[Row]:
    """Join sentences into an article of a thousand words, as if it were of one day."""
    words = " ".join(row.sentence for row in every[::2]).split()[:WORDS]
    return [Row("", "2019-10-21", " ".join(words), [])]


def _seconds(read: Reader, texts: list[Row]) -> float:
    """Return the shortest time to read each text once, after one that loads what is needed.

    Before each run the reader of the kit forgets what it resolved, as if all the texts were new to it.
    """
    read(Row("", "2019-10-20", "They met last Friday, 18 October 2019.", []))
    times = []
    for _ in range(RUNS):
        resolve.cache_clear()
        start = time.perf_counter()
        for text in texts:
            read(text)
        times.append(time.perf_counter() - start)
    return min(times)


if __name__ == "__main__":
    sys.exit(main())
