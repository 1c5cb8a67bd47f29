"""How long do `import dateline`, the command line and `dateline build --check` take?"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

RUNS = 7
LIMITS = {  # seconds more than Python itself needs; the first is the design's promise
    "import dateline": (["-c", "import dateline"], 0.25),
    "dateline build --help": (["-m", "dateline", "build", "--help"], 0.5),
    "dateline build --check": (["-m", "dateline", "build", "--check"], 1.0),
}


def seconds(words: list[str]) -> float:
    """Return the median time of a Python process with these arguments."""
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        subprocess.run([sys.executable, *words], capture_output=True, check=False)
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def main() -> int:
    """Print a line a measurement; return 1 if one is over its limit."""
    empty = seconds(["-c", "pass"])
    slow = False
    for name, (words, limit) in LIMITS.items():
        took = seconds(words) - empty
        slow |= took > limit
        print(f"  {name:<24} {took:6.3f} s   limit {limit:.2f} s{'   TOO SLOW' if took > limit else ''}")
    return int(slow)


if __name__ == "__main__":
    sys.exit(main())
