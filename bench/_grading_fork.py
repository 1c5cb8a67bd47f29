"""A warm process that forks a child for each notebook and runs its cells there: nothing is jailed or marked.

`python -m bench._grading_fork COUNT` reads code cells as JSON and prints the notebooks a second.
"""

from __future__ import annotations

import json
import os
import sys
import time

from dateline.grading.cells import run_cells
from dateline.grading.warm import load

NAMES = ["figures", "later_figures", "not_figures"]


def once(cells: list[str]) -> None:
    """Run a notebook in a child and read what it reports."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115 - the child ends soon
        run_cells(cells, NAMES, lambda said: os.write(writing, json.dumps(said).encode()))
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        pipe.read()
    os.waitpid(child, 0)


def main(count: int) -> None:
    """Warm up, run, print."""
    cells = json.load(sys.stdin)
    load()
    once(cells)
    before = time.perf_counter()
    for _ in range(count):
        once(cells)
    print(count / (time.perf_counter() - before))


if __name__ == "__main__":
    main(int(sys.argv[1]))
