"""A case whose key is empty, for tests of what the checker does from the sources alone."""

from __future__ import annotations

import shutil
from pathlib import Path

from dateline.cases import Case, case_folder, load


def open_without_key(name: str, folder: Path, edition: str = "teaching") -> Case:
    """Copy a case to `folder`, leave only the header row of each table of its key, and open the copy."""
    copy = folder / name
    shutil.copytree(case_folder(name), copy)
    for file in (copy / "key").glob("*.csv"):
        header = file.read_text(encoding="utf-8").partition("\n")[0]
        file.write_text(header + "\n", encoding="utf-8")
    (copy / "exercises.yaml").unlink(missing_ok=True)
    return load(copy, edition)
