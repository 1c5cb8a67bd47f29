"""Keeping apart what widgets and checks saved for one practice case and for the next."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from dateline.answers import Saved

LESSON = "09"


def in_notebook() -> bool:
    """Tell whether this runs in a notebook, where answers are saved beside it."""
    return "IPython" in sys.modules and sys.modules["IPython"].get_ipython() is not None


def take_up(case: str, folder: Path | None = None) -> None:
    """Put the saved answers of another practice case aside, and take those of this one up again.

    Nothing is deleted: `answers/09.json` becomes `answers/09.<case>.json` and comes back with its case. A
    folder that cannot be written costs only this.
    """
    saved = Saved(LESSON, folder)
    before = saved.get("case", "id")
    if before == case:
        return
    try:
        if before and saved.path.exists():
            os.replace(saved.path, _shelf(saved.path, before))
        if not saved.path.exists() and _shelf(saved.path, case).exists():
            os.replace(_shelf(saved.path, case), saved.path)
        saved.put("case", "id", case)
    except OSError:
        return


def _shelf(path: Path, case: str) -> Path:
    return path.with_name(f"{LESSON}.{case}.json")
