"""A line on the terminal that says how far a long work is, how fast it goes and what is left."""

from __future__ import annotations

import sys
import time
from typing import TextIO

PAUSE = 0.1  # seconds between two drawings
WIDTH = 24


class Progress:
    """Counts up to `total`; on a terminal it draws one line over and over, elsewhere it says nothing."""

    def __init__(self, total: int, out: TextIO | None = None) -> None:
        self.total, self.done = total, 0
        self._out = out if out is not None else sys.stderr
        self._shows = self._out.isatty()
        self._start = time.monotonic()
        self._drawn = 0.0

    def step(self) -> None:
        """Count one more."""
        self.done += 1
        now = time.monotonic()
        if self._shows and (now - self._drawn >= PAUSE or self.done == self.total):
            self._drawn = now
            self._out.write(f"\r{line(self.done, self.total, now - self._start)}\x1b[K")
            self._out.flush()

    def close(self) -> None:
        """End the line."""
        if self._shows and self._drawn:
            self._out.write("\n")
            self._out.flush()


def line(done: int, total: int, seconds: float) -> str:
    """Return the line for some of `total` done in some seconds.

    >>> line(50, 200, 10.0)
    'graded ██████▏                  50 of 200 · 5.0 a second · 0:30 left'
    """
    full = done / total * WIDTH if total else WIDTH
    bar = "█" * int(full) + (" ▏▎▍▌▋▊▉"[int(full % 1 * 8)] if full < WIDTH else "")
    bar = bar.rstrip() + ("▏" if full < WIDTH and full == int(full) else "")
    rate = done / seconds if seconds > 0 else 0.0
    left = round((total - done) / rate) if rate else 0
    return (
        f"graded {bar:<{WIDTH}} {done} of {total} · {rate:.1f} a second · {left // 60}:{left % 60:02d} left"
    )
