"""A folder for as long as a process lives; one whose process was killed is cleared away by the next."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

PREFIX = "dateline-cases-"


class Workroom:
    """A folder of this process below the system's folder for such things; `close` takes it away.

    The process holds a lock on it, which the system takes back however the process ends. Where nobody holds
    it any more, `clear_left` may remove the folder. Needs a system with flock(2).

    >>> room = Workroom()
    >>> room.path.is_dir(), room.close(), room.path.exists()
    (True, None, False)
    """

    def __init__(self) -> None:
        self.path, self._held = _taken()
        while self._held is None:  # cleared away between its making and its locking
            self.path, self._held = _taken()

    def close(self) -> None:
        """Remove the folder with all that is in it."""
        if self._held is not None:
            shutil.rmtree(self.path, ignore_errors=True)
            os.close(self._held)
            self._held = None


def clear_left() -> None:
    """Remove the folders whose process has ended without removing them."""
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        held = _locked(folder)
        if held is not None:
            shutil.rmtree(folder, ignore_errors=True)
            os.close(held)


def _taken() -> tuple[Path, int | None]:
    path = Path(tempfile.mkdtemp(prefix=PREFIX))
    return path, _locked(path, wait=True)


def _locked(folder: Path, *, wait: bool = False) -> int | None:
    """Return an open lock on a folder of this user's, None when someone has it or the folder is gone."""
    import fcntl

    try:
        held = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    except OSError:
        return None
    try:
        if os.fstat(held).st_uid == os.geteuid():
            fcntl.flock(held, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
            if os.path.samestat(os.stat(folder), os.fstat(held)):
                return held
    except OSError:  # someone has it, or it went while we waited
        pass
    os.close(held)
    return None
