"""What a notebook may use while it is run."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """What one notebook may use: `seconds` by the clock, `memory` and `disk` in MB, processes, open files."""

    seconds: float = 60.0
    memory: int = 1024
    disk: int = 64
    processes: int = 64
    files: int = 256
