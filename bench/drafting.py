"""Does a drafted key find what a key made by hand has, with little to strike, and is it soon confirmed?"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from _confirming import CHANGE, DECISION, WORDS_A_MINUTE, walk
from _drafting_gold import DATA, NO_WORD_OF_TIME, Found, compare, compare_marked, reports_of

from dateline.cases.load import load
from dateline.drafting.reports import Report, read_reports
from dateline.drafting.write import new_case
from tests.drafting.marked import LAST, LATER, STYLES, plain_files

LEAST, MOST = 0.90, 0.10  # of a hand-made key found, of the draft to strike
SECONDS = 5.0
MINUTES = 60.0  # to confirm a drafted key


def main() -> int:
    """Print what was found and the time for a case; return 1 where a target is missed."""
    missed = False
    for name in NO_WORD_OF_TIME:
        missed |= _told(name, compare(name), _seconds(reports_of(load(DATA / name))))
    for style in (*STYLES, *LATER, *LAST):
        with tempfile.TemporaryDirectory() as folder:
            reports = read_reports(plain_files(style, Path(folder)))
        missed |= _told(f"{style}, marked by hand", compare_marked(style), _seconds(reports))
    return int(missed | _confirmed())


def _confirmed() -> bool:
    """Print how long a careful person may take for each pair; return whether one is over the limit."""
    print("to confirm a key at the desk: an estimate, not a trial with a person")
    print(
        f"  {WORDS_A_MINUTE} words a minute; {DECISION:g} s a row, {CHANGE:g} s more for one to change or add"
    )
    missed = [_one_confirmed(style) for style in (*STYLES, *LATER)]  # all are told, also after a miss
    return any(missed)


def _one_confirmed(style: str) -> bool:
    trial = walk(style)
    missed = trial.minutes > MINUTES or trial.left > 0
    print(
        f"  {style:<10} {trial.minutes:3.0f} min   limit {MINUTES:.0f} min   "
        f"{trial.rows:3} rows, {trial.keys:3} keys; {trial.text} words of text, {trial.told} of rows; "
        f"{len(trial.changed)} unsure, {trial.struck} to strike, {trial.added} to add"
        + ("   MISSED" if missed else "")
    )
    return missed


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
