"""The sandbox in which notebooks that compute an answer are run, and the way to it: jobs in, plain data out."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from dateline.cases import case_folder, case_ids
from dateline.errors import KitError
from dateline.grading.frames import FrameError, read_frame, write_frame
from dateline.grading.jail import Limits

PACKAGE = Path(__file__).resolve().parents[1]
INSIDE = "/kit"  # where the sandbox sees the package, and the cases without their keys
RIGHTS = ("SYS_ADMIN", "SETUID", "SETGID", "SETPCAP", "KILL", "SYS_PTRACE", "DAC_READ_SEARCH")
_SYSTEM = ("/usr", "/bin", "/lib", "/lib64", "/lib32", "/sbin", "/etc/ld.so.cache", "/etc/alternatives", "/etc/localtime",
           "/etc/fonts")  # fmt: skip


@dataclass(frozen=True)
class Ran:
    """What became of a notebook that was run: its state in words, answers by name, what was no data, faults by cell."""

    state: str
    answers: dict[str, Any] = field(default_factory=dict)
    shapes: dict[str, str] = field(default_factory=dict)
    faults: dict[int, str] = field(default_factory=dict)
    cells: int = 0


class Sandbox:
    """A warm process behind bubblewrap; each notebook runs in a child of it that can reach nothing.

    With `jailed=False` notebooks run with the rights of the user, limited only in time and memory. Raises
    KitError when bubblewrap is not there or the system does not allow it.
    """

    def __init__(self, limits: Limits | None = None, *, jailed: bool = True) -> None:
        self.limits, self.jailed = limits or Limits(), jailed
        self._with_user = os.geteuid() != 0
        self._data = tempfile.TemporaryDirectory(prefix="dateline-cases-")
        _copy_without_keys(Path(self._data.name))
        self._process: subprocess.Popen[bytes] | None = None

    def run(self, cells: Sequence[str], names: Sequence[str]) -> Ran:
        """Run a notebook's code cells and return what the answers called `names` hold after them."""
        job = {
            "cells": list(cells),
            "names": list(names),
            "limits": asdict(self.limits),
            "jailed": self.jailed,
            "with_user": self._with_user,
        }
        process = self._process or self._start()
        try:
            write_frame(process.stdin, job)
            said = read_frame(process.stdout)
        except (FrameError, OSError) as fault:
            said = {"state": f"could not be run: {fault}"}
        if said is None:
            said = {"state": "could not be run: the sandbox ended"}
        if said["state"].startswith("could not be run"):
            self._stop()
        faults = {int(number): fault for number, fault in said.pop("faults", {}).items()}
        return Ran(**said, faults=faults)

    def close(self) -> None:
        """End the sandbox and everything in it."""
        self._stop()
        self._data.cleanup()

    def __enter__(self) -> Sandbox:
        return self

    def __exit__(self, *_fault: object) -> None:
        self.close()

    def _start(self) -> subprocess.Popen[bytes]:
        command, environment = self._command()
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment,
            start_new_session=True,
        )  # fmt: skip
        try:
            ready = read_frame(self._process.stdout)
        except FrameError:
            ready = None
        if ready != {"ready": True}:
            told = self._process.stderr.read().decode("utf-8", "replace").strip()[-400:]
            self._stop()
            raise KitError(
                f"The sandbox does not start: {told or 'it says nothing'}. Install bubblewrap (Debian, Ubuntu: "
                "apt install bubblewrap), or see what `dateline grade --no-sandbox` does not protect."
            )
        return self._process

    def _stop(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            for pipe in (self._process.stdin, self._process.stdout, self._process.stderr):
                pipe.close()
        self._process = None

    def _command(self) -> tuple[list[str], dict[str, str]]:
        serve = [sys.executable, "-s", "-P", "-m", "dateline.grading.warm"]
        if not self.jailed:
            return serve, _environment(str(PACKAGE.parent), self._data.name)
        bwrap = shutil.which("bwrap")
        if bwrap is None:
            raise KitError(
                "Some notebooks compute their answers, and there is no bubblewrap to run them in. Install it "
                "(Debian, Ubuntu: apt install bubblewrap), or see what `dateline grade --no-sandbox` does not protect."
            )
        return [bwrap, *self._view(), *serve], _environment(INSIDE, f"{INSIDE}/data")

    def _view(self) -> list[str]:
        """What of the machine the sandbox sees, all of it read-only, and what it may do."""
        view = [
            "--die-with-parent",
            "--new-session",
            "--unshare-pid",
            "--unshare-net",
            "--unshare-ipc",
            "--unshare-uts",
        ]
        if self._with_user:
            view += ["--unshare-user", "--uid", "0", "--gid", "0"]
        view += ["--cap-drop", "ALL", *(part for right in RIGHTS for part in ("--cap-add", f"CAP_{right}"))]
        homes = [sys.base_prefix, sys.prefix, f"{INSIDE}/dateline"]
        for folder in dict.fromkeys(str(each) for home in homes for each in reversed(Path(home).parents)):
            view += ["--perms", "0755", "--dir", folder]  # else only root could pass through it
        for path in dict.fromkeys([*_SYSTEM, sys.base_prefix, sys.prefix]):
            if Path(path).is_symlink():
                view += ["--symlink", os.readlink(path), path]
            elif Path(path).exists() and not path.startswith("/usr/"):
                view += ["--ro-bind", path, path]
        view += [
            "--ro-bind",
            str(PACKAGE),
            f"{INSIDE}/dateline",
            "--ro-bind",
            self._data.name,
            f"{INSIDE}/data",
        ]
        return [*view, "--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp", "--chdir", "/tmp"]


def _environment(packages: str, data: str) -> dict[str, str]:
    """The whole environment of the sandbox: nothing of the teacher's is handed on."""
    return {
        "PATH": "/usr/bin:/bin", "HOME": "/tmp", "LANG": "C.UTF-8", "PYTHONPATH": packages, "DATELINE_DATA": data,
        "MPLCONFIGDIR": "/tmp/matplotlib", "PYTHONDONTWRITEBYTECODE": "1", "PYTHONHASHSEED": "0",
        **dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1"),
    }  # fmt: skip


def _copy_without_keys(folder: Path) -> None:
    """Copy of each case what a learner reads: the reports and who is in them, no key and no exercises."""
    for name in case_ids():
        case = case_folder(name)
        shutil.copytree(case / "sources", folder / name / "sources")
        shutil.copy(case / "case.yaml", folder / name)
    os.chmod(folder, 0o755)
