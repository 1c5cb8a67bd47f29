"""Where the kit lies on this machine."""

from __future__ import annotations

from pathlib import Path

from dateline.errors import KitError


def find_kit(start: Path | None = None) -> Path:
    """Return the kit's folder: the nearest at or above `start`, else the one that holds the package.

    `start` is the working folder if not given. A kit is a folder with notebooks/ and data/ in it.
    Raises KitError if there is none.
    """
    here = (start or Path.cwd()).resolve()
    for folder in (here, *here.parents, Path(__file__).resolve().parents[1]):
        if (folder / "data").is_dir() and any(
            (folder / part).is_dir() for part in ("notebooks", "exercises", "solutions")
        ):
            return folder
    raise KitError(
        f"No Dateline kit at {here} or above it. Go to the folder that holds notebooks/ and data/."
    )
