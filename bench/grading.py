"""How many submissions a second does `dateline grade` manage, next to a bare warm fork, nbgrader and otter?

Also: what the second core is worth, memory and time of 10,000 submissions and as many briefs, start-up. The
peers are made in virtual environments of their own under .venv/peers, once; where they cannot be installed,
that is said. `python bench/grading.py SIZE` takes another number of submissions than 10,000. About five
minutes on two cores; figures mean something only on a machine that does nothing else.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(HERE))

from bench._grading_measure import measured  # noqa: E402 - the kit is found first
from bench._grading_peers import nbgrader_rate, otter_rate  # noqa: E402
from bench._grading_work import computing, literal, write_class  # noqa: E402

MANY = 10_000
LITERAL, COMPUTING, PEERS = 2000, 160, 4  # students
TIMES_LITERAL, TIMES_COMPUTING = 200, 20  # what nbgrader manages
MEMORY, SECOND_CORE, FORK, START, GROWTH = 400, 1.8, 1.5, 1.0, 1.2
Work = Callable[[int], bytes]


class Board:
    """Prints each figure beside what was promised, and remembers whether all was kept."""

    def __init__(self) -> None:
        self.kept = True

    def told(self, what: str, said: str, promise: str = "", kept: bool = True) -> None:
        """Print one line."""
        mark = f"   ({promise}: {'kept' if kept else 'NOT KEPT'})" if promise else ""
        print(f"  {what:<24} {said}{mark}", flush=True)
        self.kept &= kept


def graded(folder: Path, cores: int) -> dict[str, float]:
    """Return seconds and memory of grading a class anew on so many cores."""
    out = folder.with_name(f"{folder.name}-out-{cores}")
    return measured(
        cores, "-m", "dateline", "grade", str(folder), "--out", str(out), "--jobs", str(cores), "--only", "4"
    )


def rates(home: Path, name: str, work: Work, count: int, board: Board) -> dict[int, float]:
    """Print and return the students a second on one core and on two; without the start of the program."""
    write_class(home / name, work, count)
    write_class(home / f"{name}-one", work, 1)
    found = {}
    for cores in (1, 2):
        start, took = graded(home / f"{name}-one", cores), graded(home / name, cores)
        found[cores] = (count - 1) / (took["seconds"] - start["seconds"])
    worth = found[2] / found[1]
    board.told(name, f"{found[1]:7.1f} students/s on one core, {found[2]:.1f} on two")
    if len(os.sched_getaffinity(0)) > 1:
        promise = f"at least {SECOND_CORE} x"
        board.told("  the second core", f"is worth {worth:.2f} x", promise, worth >= SECOND_CORE)
    return found


def bare_fork_rate(cells: list[str], count: int) -> float:
    """Return the notebooks a second of a bare fork of a warm process, with no jail and no marking."""
    ran = subprocess.run(
        [sys.executable, "-m", "bench._grading_fork", str(count)], input=json.dumps(cells), text=True,
        capture_output=True, check=True, cwd=HERE,
    )  # fmt: skip
    return float(ran.stdout)


def sandbox_rate(cells: list[str], count: int) -> float:
    """Return the notebooks a second of the sandbox alone, once it is warm."""
    from dateline.grading.sandbox import Sandbox

    with Sandbox() as sandbox:
        sandbox.run(cells, ["figures"])
        before = time.perf_counter()
        for _ in range(count):
            sandbox.run(cells, ["figures", "later_figures", "not_figures"])
        return count / (time.perf_counter() - before)


def beside_a_fork(board: Board) -> None:
    """Print what the jail costs, for a whole notebook."""
    cells = [each["source"] for each in json.loads(computing(0))["cells"]]
    bare, jailed = bare_fork_rate(cells, COMPUTING), sandbox_rate(cells, COMPUTING)
    said = f"{bare:7.1f} notebooks/s, in the sandbox {jailed:.1f}: {bare / jailed:.2f} x the time"
    board.told("a bare warm fork", said, f"at most {FORK} x", bare / jailed <= FORK)


def beside_peers(home: Path, rate: dict[str, dict[int, float]], board: Board) -> None:
    """Print what the usual tools manage on the same notebooks, and how many times as much we do."""
    for name, measure in (("nbgrader autograde", nbgrader_rate), ("otter run", otter_rate)):
        theirs = measure(home, literal, PEERS)
        if theirs is None:
            continue
        board.told(name, f"{theirs:7.2f} students/s")
        promised = name.startswith("nbgrader")
        for kind, times in (("literal", TIMES_LITERAL), ("computing", TIMES_COMPUTING)):
            one, two = (rate[kind][cores] / theirs for cores in (1, 2))
            said = f"{two:7.0f} x as many on both cores, {one:.0f} x on one"
            board.told(
                f"  {kind} notebooks", said, f"at least {times} x" * promised, not promised or two >= times
            )


def long_run(home: Path, many: int, board: Board) -> None:
    """Print time and memory for a tenth of a large class and for all of it."""
    took, each = {}, {}
    for part in (many // 10, many):
        write_class(home / f"many-{part}", literal, part)
        took[part] = graded(home / f"many-{part}", 2)
        each[part] = took[part]["seconds"] / part
        memory = took[part]["memory"]
        said = (
            f"{took[part]['seconds']:7.1f} s, {each[part] * 1000:.2f} ms each, {memory} MB in all processes"
        )
        board.told(f"{part} submissions", said, f"at most {MEMORY} MB", memory <= MEMORY)
    growth = each[many] / each[many // 10]
    board.told(
        "  ten times as many", f"take {growth:.2f} x the time each", f"at most {GROWTH} x", growth <= GROWTH
    )


def alike(many: int, board: Board) -> None:
    """Print what it takes to compare the briefs of a large class with each other."""
    from dateline.cases import open_case
    from dateline.grading.alike import pairs_alike

    case, rows = open_case("syria-withdrawal"), range(60)
    took = {}
    for part in (many // 10, many):
        briefs = [
            (f"s{n}", " ".join(f"w{n * 7 % 911}x{n * row % 1999} the" for row in rows)) for n in range(part)
        ]
        before = time.perf_counter()
        pairs_alike(briefs, [case])
        took[part] = time.perf_counter() - before
    growth = took[many] / took[many // 10] / 10
    said = f"{took[many]:7.1f} s, {growth:.2f} x the time each of a tenth of them"
    board.told(f"{many} briefs compared", said, f"at most {GROWTH} x", growth <= GROWTH)


def main(many: int) -> int:
    """Measure and print; 1 when a promise is not kept."""
    board = Board()
    with tempfile.TemporaryDirectory() as temporary:
        home = Path(temporary)
        write_class(home / "one", literal, 1)
        start = min(graded(home / "one", 1)["seconds"] for _ in range(3))
        board.told("one student, start to end", f"{start:.2f} s", f"at most {START} s", start <= START)
        rate = {
            "literal": rates(home, "literal notebooks", literal, LITERAL, board),
            "computing": rates(home, "computing notebooks", computing, COMPUTING, board),
        }
        beside_a_fork(board)
        beside_peers(home, rate, board)
        alike(many, board)
        long_run(home, many, board)
    return 0 if board.kept else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else MANY))
