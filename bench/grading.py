"""How many submissions a second does `dateline grade` manage, next to a bare warm fork, nbgrader and otter?

Also: what the second core is worth, memory and time of 10,000 submissions, start-up. The peers are made in
virtual environments of their own under .venv/peers, once; where they cannot be installed, that is said.
`python bench/grading.py SIZE` takes another number of submissions than 10,000 for the long run.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(HERE))

from bench._grading_peers import nbgrader_rate, otter_rate  # noqa: E402 - the kit is found first
from bench._grading_work import computing, literal, write_class  # noqa: E402

MANY = 10_000
# runs a command and prints the largest memory of it and of all that it started, in MB
MEASURED = """
import resource, subprocess, sys
code = subprocess.run([sys.executable, *sys.argv[1:]], stdout=subprocess.DEVNULL).returncode
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)
sys.exit(code)
"""
LITERAL, COMPUTING, PEERS = 240, 120, 4


def graded(folder: Path, out: Path, jobs: int, *options: str) -> tuple[float, int]:
    """Return the seconds that `dateline grade` takes for a class, and the most memory of a process in MB."""
    words = ["-m", "dateline", "grade", str(folder), "--out", str(out), "--jobs", str(jobs), *options]
    surroundings = {**os.environ, "PYTHONPATH": str(HERE)}
    before = time.perf_counter()
    ran = subprocess.run(
        [sys.executable, "-c", MEASURED, *words], env=surroundings, check=True, capture_output=True
    )
    return time.perf_counter() - before, int(ran.stdout)


def bare_fork_rate(cells: list[str], count: int) -> float:
    """Return the notebooks a second of a bare fork of a warm process, with no jail and no marking."""
    ran = subprocess.run(
        [sys.executable, "-m", "bench._grading_fork", str(count)], input=json.dumps(cells), text=True,
        capture_output=True, check=True, cwd=HERE,
    )  # fmt: skip
    return float(ran.stdout)


def sandbox_rate(cells: list[str], count: int) -> float:
    """Return the notebooks a second of the sandbox alone, on one core, once it is warm."""
    from dateline.grading.sandbox import Sandbox

    with Sandbox() as sandbox:
        sandbox.run(cells, ["figures"])
        before = time.perf_counter()
        for _ in range(count):
            sandbox.run(cells, ["figures", "later_figures", "not_figures"])
        return count / (time.perf_counter() - before)


def rates(home: Path, name: str, work: object, count: int, only: str) -> dict[int, float]:
    """Print and return the students a second on one core and on two; without the start of the program."""
    write_class(home / name, work, count)
    write_class(home / f"{name}-one", work, 1)
    found = {}
    for jobs in (1, 2):
        start, _ = graded(home / f"{name}-one", home / f"{name}-one-out{jobs}", jobs, "--only", only)
        took, _ = graded(home / name, home / f"{name}-out{jobs}", jobs, "--only", only)
        found[jobs] = (count - 1) / (took - start)
    print(
        f"  {name:<22} {found[1]:7.1f} students/s on one core, {found[2]:.1f} on two: "
        f"{found[2] / found[1]:.2f} x", flush=True,
    )  # fmt: skip
    return found


def long_run(home: Path, many: int) -> None:
    """Print time and memory for a tenth of a large class and for all of it."""
    for part in (many // 10, many):
        write_class(home / f"many-{part}", literal, part)
        took, most = graded(home / f"many-{part}", home / f"many-out-{part}", 2, "--only", "4")
        print(
            f"  {part:>6} submissions      {took:7.1f} s, {took / part * 1000:.2f} ms each, {most} MB",
            flush=True,
        )


def main(many: int) -> int:
    """Measure and print; 1 when a peer was measured and the promise next to it is not kept."""
    started = time.perf_counter()
    for _ in range(3):
        subprocess.run(
            [sys.executable, "-m", "dateline", "grade", "--help"], capture_output=True, check=True, cwd=HERE
        )
    print(f"  start of the program   {(time.perf_counter() - started) / 3:7.2f} s")
    kept = True
    with tempfile.TemporaryDirectory() as temporary:
        home = Path(temporary)
        literals = rates(home, "literal notebooks", literal, LITERAL, "4")
        computed = rates(home, "computing notebooks", computing, COMPUTING, "4")
        cells = [each["source"] for each in json.loads(computing(0))["cells"]]
        bare, jailed = bare_fork_rate(cells, COMPUTING), sandbox_rate(cells, COMPUTING)
        beside = f"jailed {jailed:.1f}: {bare / jailed:.2f} x its time"
        print(f"  a bare warm fork       {bare:7.1f} notebooks/s; {beside}", flush=True)
        for name, measure in (("nbgrader autograde", nbgrader_rate), ("otter run", otter_rate)):
            rate = measure(home, literal, PEERS)
            if rate is None:
                continue
            print(f"  {name:<22} {rate:7.2f} students/s: literal {literals[2] / rate:.0f} x, "
                  f"computing {computed[2] / rate:.0f} x", flush=True)  # fmt: skip
            if name.startswith("nbgrader"):
                kept = literals[2] >= 200 * rate and computed[2] >= 20 * rate
        long_run(home, many)
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else MANY))
