"""Where cases lie: a folder under data/ each, found from the notebook's folder upwards or in the kit."""

from __future__ import annotations

import os
from pathlib import Path

from dateline.errors import KitError


def data_folders() -> list[Path]:
    """Return the `data` folders to look in: DATELINE_DATA, the working folder and those above it, the kit."""
    named = [Path(os.environ["DATELINE_DATA"])] if os.environ.get("DATELINE_DATA") else []
    here = Path.cwd()
    above = [folder / "data" for folder in (here, *here.parents)]
    beside = Path(__file__).resolve().parents[2] / "data"
    return [folder for folder in dict.fromkeys([*named, *above, beside]) if folder.is_dir()]


def case_ids() -> list[str]:
    """Return the ids of all cases at hand: the names of the folders that hold a case.yaml."""
    found = {path.parent.name for folder in data_folders() for path in folder.glob("*/case.yaml")}
    return sorted(found)


def case_folder(name: str) -> Path:
    """Return the folder of case `name`; KitError that lists the cases at hand when there is none."""
    if name and name == Path(name).name:
        for folder in data_folders():
            if (folder / name / "case.yaml").is_file():
                return folder / name
    from rapidfuzz import process

    close = process.extractOne(name, case_ids(), score_cutoff=70)
    meant = f" Did you mean {close[0]!r}?" if close else ""
    raise KitError(f"There is no case {name!r}.{meant} Cases here: {', '.join(case_ids()) or 'none'}.")
