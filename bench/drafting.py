"""Does a drafted key find what a key made by hand has, with little to strike, in a few seconds?"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from _drafting_gold import DATA, NO_WORD_OF_TIME, Found, compare, compare_marked, reports_of

from dateline.cases.load import load
from dateline.drafting.reports import Report, read_reports
from dateline.drafting.write import new_case
from tests.drafting.marked import LAST, LATER, STYLES, plain_files

LEAST, MOST = 0.90, 0.10  # of a hand-made key found, of the draft to strike
SECONDS = 5.0


def main() -> int:
    """Print what was found and the time for a case; return 1 where a target is missed."""
    missed = False
    for name in NO_WORD_OF_TIME:
        missed |= _told(name, compare(name), _seconds(reports_of(load(DATA / name))))
    for style in (*STYLES, *LATER, *LAST):
        with tempfile.TemporaryDirectory() as folder:
            reports = read_reports(plain_files(style, Path(folder)))
        missed |= _told(f"{style}, marked by hand", compare_marked(style), _seconds(reports))
    return int(missed)


def _told(name: str, found: dict[str, Found], took: float) -> bool:
    """Print the lines of one case; return whether a target is missed."""
    missed = took > SECONDS
    print(name)
    for what, part in found.items():
        counts = what != "all rows of dates"  # told for honesty: events without a word of time among them
        below = counts and (part.share < LEAST or part.to_strike > MOST)
        missed |= below
        print(
            f"  {what:<24} {part.found:3} of {part.wanted:3} found ({part.share:4.0%})   "
            f"{part.struck:2} of {part.drafted:3} to strike ({part.to_strike:4.0%})"
            + (f"   limits {LEAST:.0%}, {MOST:.0%}" if counts else "")
            + ("   MISSED" if below else "")
        )
        if "--faults" in sys.argv:
            print("".join(f"    missed: {one}\n" for one in part.missed), end="")
            print("".join(f"    to strike: {one}\n" for one in part.superfluous), end="")
    print(f"  {'the whole case, written':<24} {took:5.1f} s   limit {SECONDS:.0f} s")
    return missed


def _seconds(reports: list[Report]) -> float:
    with tempfile.TemporaryDirectory() as kit:
        start = time.perf_counter()
        new_case(Path(kit), "draft", reports)
        return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
