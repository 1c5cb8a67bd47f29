"""The sandbox in which notebooks that compute an answer are run: jobs in, plain data out."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from dateline.errors import KitError
from dateline.grading.bubble import PACKAGE, copy_without_keys, environment, flags, jailed_command
from dateline.grading.frames import FrameError, read_frame, write_frame
from dateline.grading.limits import Limits
from dateline.grading.workroom import Workroom, clear_left

WARM = "dateline.grading.warm"
_TRIAL = ["trial = 6 * 7"]


@dataclass(frozen=True)
class Ran:
    """What became of a notebook that was run: answers by name, what was no data, faults by cell.

    `state` is "ran", "timed out" or what else ended it, `cells` the number of those that came to an end.
    """

    state: str
    answers: dict[str, Any] = field(default_factory=dict)
    shapes: dict[str, str] = field(default_factory=dict)
    faults: dict[int, str] = field(default_factory=dict)
    cells: int = 0


class Sandbox:
    """A warm process behind bubblewrap; each notebook runs in a child of it that can reach nothing.

    It starts with the first notebook. With `jailed=False` notebooks run with the rights of the user, limited
    only in time and memory. `run` raises KitError when there is no bubblewrap or the system forbids it.
    """

    def __init__(self, limits: Limits | None = None, *, jailed: bool = True) -> None:
        self.limits, self.jailed = limits or Limits(), jailed
        self._process: subprocess.Popen[bytes] | None = None
        self._room: Workroom | None = None

    def run(self, cells: Sequence[str], names: Sequence[str]) -> Ran:
        """Run a notebook's code cells and return what the answers called `names` hold after them."""
        if self._process is None:
            self._start()
        ran = self._asked(cells, names)
        if ran is None:  # the warm process itself is gone: only this notebook can have done it
            self._stop()
            return Ran("ended early")
        return ran

    def close(self) -> None:
        """End the sandbox and everything in it."""
        self._stop()
        if self._room is not None:
            self._room.close()
            self._room = None

    def __enter__(self) -> Sandbox:
        return self

    def __exit__(self, *_fault: object) -> None:
        self.close()

    def _asked(self, cells: Sequence[str], names: Sequence[str]) -> Ran | None:
        """Send a job and take in what became of it; None when there is no answer."""
        job = {
            "cells": list(cells), "names": list(names), "limits": asdict(self.limits), "jailed": self.jailed,
            "with_user": os.geteuid() != 0,
        }  # fmt: skip
        try:
            write_frame(self._process.stdin, job)
            said = read_frame(self._process.stdout)
        except (FrameError, OSError):
            return None
        if said is None:
            return None
        faults = {int(number): fault for number, fault in said.pop("faults", {}).items()}
        return Ran(**said, faults=faults)

    def _start(self) -> None:
        """Start the warm process and try it; KitError that says what the system told."""
        if sys.platform != "linux":
            raise KitError(
                "Notebooks that compute their answers can be run on Linux only (on Windows: in WSL)."
            )
        if self._room is None:
            clear_left()
            self._room = Workroom()
            copy_without_keys(self._room.path)
        command, surroundings = self._command(self._room.path)
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=surroundings,
            start_new_session=True,
        )  # fmt: skip
        told = self._tried()
        if told:
            self._stop()
            raise KitError(
                f"The sandbox does not work here: {told}. Install bubblewrap and allow user namespaces, or "
                "see what `dateline grade --no-sandbox` does not protect."
            )

    def _tried(self) -> str:
        """Run a trial notebook; return what went wrong, "" if nothing did."""
        try:
            ready = read_frame(self._process.stdout)
        except FrameError:
            ready = None
        if ready != {"ready": True}:
            self._process.kill()
            told = self._process.stderr.read().decode("utf-8", "replace").strip()
            return told[-400:] or "it says nothing"
        ran = self._asked(_TRIAL, ["trial"])
        if ran is None:
            return "it ended"
        return "" if ran.answers == {"trial": 42} else ran.state

    def _stop(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            for pipe in (self._process.stdin, self._process.stdout, self._process.stderr):
                try:
                    pipe.close()
                except OSError:  # what was not sent yet has no reader any more
                    continue
        self._process = None

    def _command(self, data: Path) -> tuple[list[str], dict[str, str]]:
        if not self.jailed:
            return [sys.executable, *flags(WARM)], environment(str(PACKAGE.parent), str(data))
        return jailed_command(WARM, data, with_user=os.geteuid() != 0)
