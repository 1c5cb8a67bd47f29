"""How fast a practice case is made, and how many of a thousand are sound, marked right and named right."""

from __future__ import annotations

import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from dateline import practice
from dateline.practice.learners import slips
from tests.practice.seeds import disagreements, faults_of_english, level_of, misfits, misnamed, not_right

SEEDS = int(sys.argv[1]) if len(sys.argv) > 1 else 1000  # `python bench/practice.py 100` is quicker
BRIEFS = 20  # every how many seeds the brief, which takes longest, is checked
LIMIT = 0.050  # seconds a case
SHARE = 0.99  # of the seeds, for each misconception


def main() -> int:
    """Print the figures; return 1 when one is out of its limit."""
    practice(seed=0)  # words are read once
    took, faults, bad, tried = 0.0, Counter(), Counter(), Counter()
    for seed in range(SEEDS):
        begun = time.perf_counter()
        case = practice(seed=seed, level=level_of(seed))
        took += time.perf_counter() - begun
        for name, judge in JUDGES.items():
            faults[name] += bool(judge(case))
        if seed % BRIEFS == 0:
            faults["model brief"] += bool(not_right(case))
        tried.update({slip.key for slip in slips(case)})
        bad.update({key for key, _, _ in misnamed(case)})
    print(f"  {1000 * took / SEEDS:.1f} ms a case (limit {1000 * LIMIT:.0f})")
    for name in JUDGES:
        print(f"  {SEEDS - faults[name]} of {SEEDS} {name}")
    briefs = len(range(0, SEEDS, BRIEFS))
    print(f"  {briefs - faults['model brief']} of {briefs} give a model brief full points")
    for key, count in sorted(tried.items()):
        print(f"  {key}: named alone on {count - bad[key]} of {count} seeds")
    named = all(bad[key] <= (1 - SHARE) * count for key, count in tried.items())
    return 0 if took / SEEDS < LIMIT and named and not faults.total() else 1


JUDGES = {
    "have a key and exercises that fit": misfits,
    "read as sound English": faults_of_english,
    "are read by the readers as the key says": disagreements,
    "give a model learner full points": lambda case: not_right(case, skip=("9.6",)),
}

if __name__ == "__main__":
    raise SystemExit(main())
