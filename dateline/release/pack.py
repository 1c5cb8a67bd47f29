"""Writing a pack: all of it or nothing, and never over what is there."""

from __future__ import annotations

import os
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dateline.errors import KitError

STAGE = ".dateline-"  # how the name of a folder begins in which a pack is being made


@contextmanager
def staged(target: Path, zipped: bool = False) -> Iterator[Path]:
    """Yield an empty folder that becomes `target` when the block ends; a fault leaves nothing behind.

    With `zipped` it becomes the archive `target`, in which all lies in a folder named after it. KitError when
    `target` is there already, or when its folder is missing, is full or may not be written to.

    >>> with tempfile.TemporaryDirectory() as folder:
    ...     with staged(Path(folder) / "pack") as inside:
    ...         _ = (inside / "README.md").write_text("Begin here.")
    ...     os.listdir(folder)
    ['pack']
    """
    _refuse(target)
    try:
        stage = Path(tempfile.mkdtemp(prefix=STAGE, dir=target.parent))
    except OSError as fault:
        raise KitError(f"{target.parent} cannot be written to ({fault.strerror}). Name another.") from None
    try:
        inside = stage / target.stem if zipped else stage / target.name
        inside.mkdir()
        yield inside
        made = _archived(inside) if zipped else inside
        _refuse(target)
        os.rename(made, target)
    except OSError as fault:
        told = f"{target} could not be written ({fault.strerror or fault}); nothing is left of it."
        raise KitError(told) from None
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def target_of(folder: Path, zipped: bool) -> Path:
    """Return what a pack is written to: the folder itself, or an archive of its name.

    >>> target_of(Path("packs/class-4b"), zipped=True).as_posix()
    'packs/class-4b.zip'
    """
    if zipped and folder.suffix.lower() != ".zip":
        return folder.with_name(f"{folder.name}.zip")
    return folder


def _refuse(target: Path) -> None:
    if not target.name or target.name == "..":
        raise KitError(f"{target} cannot be the name of a pack. Name a folder that is not there yet.")
    if target.exists() or target.is_symlink():
        raise KitError(f"{target} is there already and was left as it is. Name another folder.")
    if not target.parent.is_dir():
        raise KitError(f"There is no folder {target.parent}. Make it first, or name another.")


def _archived(folder: Path) -> Path:
    archive = folder.with_name(f"{folder.name}.zip")
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
        for path in sorted(each for each in folder.rglob("*") if each.is_file()):
            file.write(path, path.relative_to(folder.parent).as_posix())
    return archive
