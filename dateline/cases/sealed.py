"""A key under seal: packed so that nobody reads it by accident, and checks still work.

A seal is no lock. Whoever has the kit can open it, as the kit itself does at every check.
"""

from __future__ import annotations

import base64
import binascii
import io
import shutil
import zipfile
from pathlib import Path

from dateline.errors import KitError

SEALED = "key.sealed"
HEAD = """The key of this case, under seal: packed so that nobody reads an answer by accident.
The checks need it. It is no lock.

"""
Home = Path | zipfile.Path
_WIDTH = 100


def seal(folder: Path) -> Path:
    """Put case.yaml, exercises.yaml and key/*.csv of a case under seal; return the file that holds them.

    The tables and exercises themselves are removed, and what else lies among the tables, such as the notebook
    in which they are confirmed; case.yaml stays, since a case is known by it.
    """
    packed = io.BytesIO()
    taken = [folder / "case.yaml", folder / "exercises.yaml", *sorted((folder / "key").glob("*.csv"))]
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in taken:
            archive.write(path, path.relative_to(folder).as_posix())
    text = base64.b85encode(packed.getvalue()).decode("ascii")
    lines = [text[at : at + _WIDTH] for at in range(0, len(text), _WIDTH)]
    (folder / SEALED).write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    for path in taken[1:]:
        path.unlink()
    shutil.rmtree(folder / "key", ignore_errors=True)
    return folder / SEALED


def unsealed(folder: Path) -> Home:
    """Return where the key of a case is read from: its folder, or what is under seal there, in memory.

    KitError when the seal is damaged.
    """
    path = folder / SEALED
    if not path.is_file():
        return folder
    try:
        text = path.read_text("utf-8").replace("\r\n", "\n").partition("\n\n")[2]
        return zipfile.Path(zipfile.ZipFile(io.BytesIO(base64.b85decode("".join(text.split())))))
    except (OSError, ValueError, binascii.Error, zipfile.BadZipFile) as fault:
        raise KitError(f"the sealed key is damaged ({fault})") from None
