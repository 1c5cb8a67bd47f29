"""Does a drafted key find what a key made by hand has, with little to strike, in a few seconds?"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from _drafting_gold import DATA, NO_WORD_OF_TIME, compare, reports_of

from dateline.cases.load import load
from dateline.drafting.write import new_case

LEAST, MOST = 0.90, 0.10  # of a hand-made key found, of the draft to strike
SECONDS = 5.0


def main() -> int:
    """Print what was found and the time for a case; return 1 where a target is missed."""
    missed = False
    for name in NO_WORD_OF_TIME:
        print(f"{name}")
        for what, found in compare(name).items():
            counts = what != "all rows of dates"  # told for honesty: events without a word of time among them
            below = counts and (found.share < LEAST or found.to_strike > MOST)
            missed |= below
            print(
                f"  {what:<24} {found.found:3} of {found.wanted:3} found ({found.share:4.0%})   "
                f"{found.struck:2} of {found.drafted:3} to strike ({found.to_strike:4.0%})"
                + (f"   limits {LEAST:.0%}, {MOST:.0%}" if counts else "")
                + ("   MISSED" if below else "")
            )
            if "--faults" in sys.argv:
                print("".join(f"    missed: {one}\n" for one in found.missed), end="")
        took = _seconds(name)
        missed |= took > SECONDS
        print(f"  {'the whole case, written':<24} {took:5.1f} s   limit {SECONDS:.0f} s")
    return int(missed)


def _seconds(name: str) -> float:
    reports = reports_of(load(DATA / name))
    with tempfile.TemporaryDirectory() as kit:
        start = time.perf_counter()
        new_case(Path(kit), "draft", reports)
        return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
