"""Time and memory of a command: by the clock, on so many cores, all of its processes together.

`python -m bench._grading_measure CORES WORD…` runs Python with the words, prints a line of JSON.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parents[1]
PAUSE = 0.25  # seconds between two looks at the memory


def measured(cores: int, *words: str) -> dict[str, Any]:
    """Return the `seconds` and the `memory` (MB) of Python with some words, on so many cores."""
    command = [sys.executable, "-m", "bench._grading_measure", str(cores), *words]
    surroundings = {**os.environ, "PYTHONPATH": str(HERE)}
    ran = subprocess.run(command, cwd=HERE, env=surroundings, stdout=subprocess.PIPE, text=True, check=True)
    return json.loads(ran.stdout)


def memory_of(root: int) -> int:
    """Return the MB of a process and all below it, each shared page counted once."""
    children: dict[int, list[int]] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text("ascii", "replace").rpartition(")")[2].split()
        except OSError:  # it has ended since
            continue
        children.setdefault(int(fields[1]), []).append(int(path.parent.name))
    ours = [root]
    for number in ours:
        ours += children.get(number, [])
    return sum(map(_share, ours)) // 1024


def _share(number: int) -> int:
    try:
        lines = Path(f"/proc/{number}/smaps_rollup").read_text("ascii").splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))


def main(cores: int, words: list[str]) -> int:
    """Run and print."""
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:cores])
    most, done = [0], threading.Event()
    before = time.perf_counter()
    with subprocess.Popen([sys.executable, *words], stdout=subprocess.DEVNULL) as process:

        def look() -> None:
            while not done.wait(PAUSE):
                most[0] = max(most[0], memory_of(process.pid))

        watching = threading.Thread(target=look)
        watching.start()
        code = process.wait()
    took = time.perf_counter() - before
    done.set()
    watching.join()
    print(json.dumps({"seconds": took, "memory": most[0]}))
    return code


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), sys.argv[2:]))
