"""The command that starts a process behind bubblewrap: what of the machine it sees, and what it may do."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from dateline.cases import case_folder, case_ids
from dateline.errors import KitError

PACKAGE = Path(__file__).resolve().parents[1]
INSIDE = "/kit"  # where the sandbox sees the package, the cases without their keys, and Python
# What the warm process needs to shut each notebook in; the notebooks themselves have none of it.
# SETFCAP is what Linux since 5.12 asks of a root that gives its own number away to a new namespace.
RIGHTS = ("SYS_ADMIN", "SETUID", "SETGID", "SETPCAP", "SETFCAP", "KILL", "SYS_PTRACE", "DAC_READ_SEARCH")
_SYSTEM = (
    "/usr", "/bin", "/lib", "/lib64", "/lib32", "/sbin", "/etc/ld.so.cache", "/etc/alternatives",
    "/etc/localtime", "/etc/fonts",
)  # fmt: skip
MISSING = (
    "There is no bubblewrap to run notebooks in. Install it (Debian, Ubuntu: apt install bubblewrap), or see "
    "what `dateline grade --no-sandbox` does not protect."
)


def jailed_command(module: str, data: Path, *, with_user: bool) -> tuple[list[str], dict[str, str]]:
    """Return the command line and the whole environment that run a module of ours behind bubblewrap.

    `data` holds the cases that it may read; `with_user` gives it a user of its own, which without the
    rights of root is the only way. KitError when there is no bubblewrap.
    """
    bwrap = shutil.which("bwrap")
    if bwrap is None:
        raise KitError(MISSING)
    python = f"{_HOME}/bin/{Path(sys.executable).name}" if sys.prefix != _HOME else sys.executable
    return [bwrap, *_view(data, with_user), python, *flags(module)], environment(INSIDE, f"{INSIDE}/data")


def flags(module: str) -> list[str]:
    """Return what Python is told beside its own name: run a module, and take nothing from where it starts."""
    return ["-s", "-P", "-m", module]


# An environment of its own may lie anywhere, below /tmp too, which the sandbox hides: it is shown elsewhere.
_HOME = sys.prefix if sys.prefix == sys.base_prefix else f"{INSIDE}/python"


def _view(data: Path, with_user: bool) -> list[str]:
    unshared = (
        f"--unshare-{each}" for each in ("pid", "net", "ipc", "uts", *(("user",) if with_user else ()))
    )
    view = ["--die-with-parent", "--new-session", *unshared]
    if with_user:
        view += ["--uid", "0", "--gid", "0"]
    view += ["--cap-drop", "ALL", *(part for right in RIGHTS for part in ("--cap-add", f"CAP_{right}"))]
    homes = [sys.base_prefix, f"{INSIDE}/dateline"]
    for folder in dict.fromkeys(str(each) for home in homes for each in reversed(Path(home).parents)):
        view += ["--perms", "0755", "--dir", folder]  # else only root could pass through it
    for path in (*_SYSTEM, sys.base_prefix):
        if Path(path).is_symlink():
            view += ["--symlink", os.readlink(path), path]
        elif Path(path).exists() and not path.startswith("/usr/"):
            view += ["--ro-bind", path, path]
    view += ["--ro-bind", str(PACKAGE), f"{INSIDE}/dateline", "--ro-bind", str(data), f"{INSIDE}/data"]
    view += ["--ro-bind", os.path.realpath(sys.prefix), _HOME] if sys.prefix != _HOME else []
    return [*view, "--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp", "--chdir", "/tmp"]


def environment(packages: str, data: str) -> dict[str, str]:
    """Return the whole environment of a process that runs notebooks; nothing of the teacher's is in it."""
    threads = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")
    return {
        "PATH": "/usr/bin:/bin", "HOME": "/tmp", "LANG": "C.UTF-8", "PYTHONPATH": packages,
        "DATELINE_DATA": data, "MPLCONFIGDIR": "/tmp/matplotlib", "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONHASHSEED": "0", **dict.fromkeys(threads, "1"),
    }  # fmt: skip


def copy_without_keys(folder: Path) -> None:
    """Copy of each case what a learner reads: the reports and who is in them, no key and no exercises."""
    for name in case_ids():
        case = case_folder(name)
        shutil.copytree(case / "sources", folder / name / "sources")
        shutil.copy(case / "case.yaml", folder / name)
    folder.chmod(0o755)
